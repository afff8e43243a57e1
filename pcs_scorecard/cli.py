"""The command line: what each command runs, and the only room that knows streams and exit codes."""

from __future__ import annotations

import argparse
import errno
import os
import re
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from pcs_scorecard.arguments import parser
from pcs_scorecard.audit import audit
from pcs_scorecard.dates import Date
from pcs_scorecard.difference import Difference, difference
from pcs_scorecard.files import (
    DEFAULT,
    bundled,
    disputes_in,
    find_bundled,
    is_dispute,
    load,
    starter,
    write_new,
    write_whole,
)
from pcs_scorecard.history import History, history
from pcs_scorecard.model import Dispute
from pcs_scorecard.policy import POLICIES, STANDARD
from pcs_scorecard.problems import DataError
from pcs_scorecard.render import laid_out, render
from pcs_scorecard.reports import report
from pcs_scorecard.scorecard import Scorecard, score
from pcs_scorecard.words import counted, nearest

DONE, WRONG_DATA, WRONG_USE = 0, 1, 2

_LIKE_A_DATE = re.compile(r"[0-9]{4}(-[0-9]{1,2}){1,2}")
_WITHOUT_COMMAND = frozenset({"-h", "--help", "--version"})


class _UsageError(Exception):
    """Something asked for that cannot be done; the message says what can."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (the process's own without any); return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in _WITHOUT_COMMAND):
        given.insert(0, "render")
    every = parser()
    try:
        options = _parsed(every, given)
        return _RUN[options.command](options)
    except DataError as error:
        _say(str(error))
        return WRONG_DATA
    except _UsageError as error:
        _say(f"pcs-scorecard: {error}")
        return WRONG_USE
    except BrokenPipeError:
        # Whoever read the output has had enough; Python would complain once more at exit.
        _leave_output()
        return DONE
    except OSError as error:
        _say(f"pcs-scorecard: cannot write: {error.strerror or error}")
        _leave_output()
        return WRONG_USE
    except MemoryError:
        _say("pcs-scorecard: there is not enough memory for this much data")
        return WRONG_USE
    except KeyboardInterrupt:
        return 130


def _parsed(parser: argparse.ArgumentParser, arguments: list[str]) -> argparse.Namespace:
    """Parse arguments; what --help and --version print is written before they end the process."""
    try:
        return parser.parse_args(arguments)
    except SystemExit:
        if sys.stdout is not None:
            sys.stdout.flush()
        raise


def _leave_output() -> None:
    """Keep Python from writing at exit what could not be written now."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _render(options: argparse.Namespace) -> int:
    return _give(options, _score(options.dispute, options))


def _history(options: argparse.Namespace) -> int:
    dispute = _load(options.dispute)
    try:
        found = history(dispute, as_of=options.as_of, policy=options.policy)
    except ValueError as error:
        raise _UsageError(f"{error}: --as-of DATE") from None
    return _give(options, found)


def _diff(options: argparse.Namespace) -> int:
    names = (options.before, options.after)
    dates = [date for name in names if (date := _as_date(name)) is not None]
    policies = [name for name in names if name in POLICIES]
    if len(dates) == 2 and options.as_of is None:
        dispute = _load(options.dispute)
        cards = [_scored(dispute, date, options.policy) for date in dates]
    elif len(policies) == 2 and options.policy is None:
        dispute = _load(options.dispute)
        cards = [_scored(dispute, options.as_of, name) for name in policies]
    elif not dates and not policies and options.dispute is None:
        cards = [_score(name, options) for name in names]
    else:
        raise _UsageError(
            f"found {names[0]!r} and {names[1]!r}; allowed are two dates, or two policies "
            f"({', '.join(POLICIES)}), with --dispute for whose, or two disputes without it; and "
            "neither --as-of beside two dates nor --policy beside two policies"
        )
    return _give(options, difference(*cards))


def _as_date(name: str) -> Date | None:
    """Return a name as a date, or None; a mistyped date is told, unless it is there as a file."""
    try:
        return Date.parse(name)
    except ValueError as error:
        if _LIKE_A_DATE.fullmatch(name) and not os.path.lexists(name):
            raise _UsageError(str(error)) from None
        return None


def _claims(options: argparse.Namespace) -> int:
    from pcs_scorecard.pages import claims_page  # noqa: PLC0415 - only this command needs it

    paths = _paths(options.disputes)
    cards = [_scored(load(path), options.as_of, options.policy) for path in paths]
    page = laid_out(claims_page(cards), options.format, colour=_colour_for(options))
    return _write(options, page)


def _give(options: argparse.Namespace, page: Scorecard | History | Difference) -> int:
    return _write(options, render(page, options.format, colour=_colour_for(options)))


def _colour_for(options: argparse.Namespace) -> bool:
    return options.output is None and _in_colour()


def _write(options: argparse.Namespace, page: str) -> int:
    """Write a page to the file that is asked for, whole or not at all, or else print it."""
    if options.output is None:
        _print(page)
        return DONE
    import signal  # noqa: PLC0415 - only this needs it

    # Told to end, Python would end at once and leave beside the file what it has begun to write.
    before = signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        if options.output.exists() and is_dispute(Path(os.path.realpath(options.output))):
            raise _UsageError(
                f"{options.output} is a file of data, or a folder, and stays as it is; "
                "give --output another name"
            )
        write_whole(options.output, page)
    except OSError as error:
        raise _UsageError(f"cannot write {options.output}: {error.strerror or error}") from None
    finally:
        signal.signal(signal.SIGTERM, before)
    return DONE


def _explain(options: argparse.Namespace) -> int:
    # Only this command needs these two.
    from pcs_scorecard.explain import explain  # noqa: PLC0415
    from pcs_scorecard.text import text  # noqa: PLC0415

    card = _score(options.dispute, options)
    try:
        card[options.demand]
    except KeyError:
        known = [one.id for result in card.results for one in (result, *result.parts)]
        listed = f"; allowed are {', '.join(known)}" if 0 < len(known) <= 40 else ""
        raise _UsageError(
            f"found {options.demand!r}, and there is no demand of that id on the scoresheet"
            f"{listed}{nearest(options.demand, known)}"
        ) from None
    _print(text(explain(card, options.demand), colour=_in_colour()))
    return DONE


def _check(options: argparse.Namespace) -> int:
    # A dispute that is named twice is looked at, and counted, once.
    paths = dict.fromkeys(_paths(options.paths))
    try:
        audits = [audit(path, options.documents) for path in paths]
    except OSError as error:
        raise _UsageError(
            f"cannot read the folder {options.documents}: {error.strerror or error}"
        ) from None
    _print(report(audits, options.format, strict=options.strict))
    wrong = any(options.strict or not each.warning for one in audits for each in one.problems)
    return WRONG_DATA if wrong else DONE


def _list(_: argparse.Namespace) -> int:
    rows = []
    for name, path in bundled().items():
        dispute = load(path)
        demands = counted(len(dispute.demands), "demand")
        concessions = counted(len(dispute.concessions), "concession")
        claims = counted(len(dispute.claims), "claim")
        rows.append(f"{name}: {dispute.title} ({demands}, {concessions}, {claims})")
    _print("\n".join(rows) + "\n")
    return DONE


def _schema(options: argparse.Namespace) -> int:
    from pcs_scorecard.json_schema import json_schema  # noqa: PLC0415 - only this command needs it

    return _write(options, json_schema())


def _new(options: argparse.Namespace) -> int:
    from pcs_scorecard.json_schema import json_schema  # noqa: PLC0415 - only these two need it

    file: Path = options.file
    # The name stands in a comment of the file, which a line break would end.
    if not is_dispute(file) or file.is_dir() or not file.name.isprintable():
        raise _UsageError(
            f"found {str(file)!r}; allowed is the name of a file that ends in .yaml or .yml, in "
            "characters that can be shown"
        )
    schema = file.with_name("dispute.schema.json")
    try:
        write_new(file, starter().replace("FILE", shlex.quote(file.name)))
        wrote = f"wrote {file}, a dispute to replace with your own"
        if not os.path.lexists(schema):
            write_new(schema, json_schema())
            wrote += f", and {schema}, for your editor"
    except FileExistsError as error:
        raise _UsageError(f"{error.filename} is there already, and stays as it is") from None
    except OSError as error:
        raise _UsageError(
            f"cannot write {error.filename or file}: {error.strerror or error}"
        ) from None
    name = shlex.quote(str(file))
    _print(f"{wrote}\nnext: pcs-scorecard check {name}\n      pcs-scorecard render {name}\n")
    return DONE


def _load(name: str | None) -> Dispute:
    return load(find_bundled(DEFAULT) if name is None else _path(name))


def _score(name: str | None, options: argparse.Namespace) -> Scorecard:
    return _scored(_load(name), options.as_of, options.policy)


def _scored(dispute: Dispute, as_of: Date | None, policy: str | None) -> Scorecard:
    try:
        return score(dispute, as_of=as_of, policy=policy or STANDARD)
    except ValueError as error:
        raise _UsageError(f"{error}: --as-of DATE") from None


def _paths(names: Sequence[str]) -> list[Path]:
    """Return where disputes lie that are named singly or by a folder of them, or all on board."""
    named = [path for name in names for path in disputes_in(_path(name))]
    return named or list(bundled().values())


def _path(name: str) -> Path:
    """Return where a dispute lies that is named by its path, or by its name on board."""
    if os.path.lexists(name):
        return Path(name)
    try:
        return find_bundled(name)
    except ValueError as error:
        raise _UsageError(f"there is no file or folder {name!r}, and {error}") from None


def _in_colour() -> bool:
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _print(output: str) -> None:
    """Write to standard output: the same bytes in every locale, and all of them."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    stream = sys.stdout.buffer
    stream.write(output.encode("utf-8", "backslashreplace"))
    stream.flush()


def _say(message: str) -> None:
    """Write a message to standard error."""
    if sys.stderr is not None:
        sys.stderr.write(message + "\n")


_RUN: dict[str, Callable[[argparse.Namespace], int]] = {
    "render": _render,
    "explain": _explain,
    "history": _history,
    "diff": _diff,
    "claims": _claims,
    "new": _new,
    "check": _check,
    "list": _list,
    "schema": _schema,
}
"""What each command runs."""
