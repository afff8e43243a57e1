"""What each command runs."""

from __future__ import annotations

import argparse
import os
import shlex
from collections.abc import Callable, Sequence
from pathlib import Path

from pcs_scorecard.checking.audit import audit
from pcs_scorecard.checking.report import report
from pcs_scorecard.cli.output import (
    DONE,
    WRONG_DATA,
    UsageError,
    in_colour,
    put_out,
    write_file,
    write_new,
)
from pcs_scorecard.comparison.policy import STANDARD
from pcs_scorecard.formats.render import laid_out, render
from pcs_scorecard.model.dispute import Dispute
from pcs_scorecard.reading import DEFAULT
from pcs_scorecard.reading.files import (
    bundled,
    disputes_in,
    files_of,
    find_bundled,
    is_dispute,
    load,
)
from pcs_scorecard.scorecard.card import Scorecard, score
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.messages import counted, nearest

_STARTER = Path(__file__).with_name("starter.yaml")


def _render(options: argparse.Namespace) -> int:
    card = _score(options.dispute, options)
    return _write(options, render(card, options.format, colour=_colour_for(options)))


def _report(options: argparse.Namespace) -> int:
    from pcs_scorecard.pages.report import compose_report, report  # noqa: PLC0415 - only this command needs it

    full = compose_report(_score(options.dispute, options))
    return _write(options, laid_out(report(full), options.format, colour=_colour_for(options)))


def _claims(options: argparse.Namespace) -> int:
    from pcs_scorecard.pages.claims import claims_page  # noqa: PLC0415 - only this command needs it

    paths = _paths(options.disputes)
    cards = [_scored(_read(options, path), options.as_of, options.policy) for path in paths]
    page = laid_out(claims_page(cards), options.format, colour=_colour_for(options))
    return _write(options, page)


def _colour_for(options: argparse.Namespace) -> bool:
    return options.output is None and in_colour()


def _write(options: argparse.Namespace, page: str) -> int:
    """Write a page to the file that is asked for, or else print it."""
    if options.output is None:
        put_out(page)
    else:
        write_file(options.output, page, read=options.read, force=options.force)
    return DONE


def _explain(options: argparse.Namespace) -> int:
    # Only this command needs these two.
    from pcs_scorecard.formats.text import text  # noqa: PLC0415
    from pcs_scorecard.pages.report import explain  # noqa: PLC0415

    card = _score(options.dispute, options)
    try:
        card[options.demand]
    except KeyError:
        known = [one.id for result in card.results for one in result.every]
        listed = f"; allowed are {', '.join(known)}" if 0 < len(known) <= 40 else ""
        raise UsageError(
            f"found {options.demand!r}, and there is no demand of that id on the scoresheet"
            f"{listed}{nearest(options.demand, known)}"
        ) from None
    put_out(text(explain(card, options.demand), colour=in_colour()))
    return DONE


def _check(options: argparse.Namespace) -> int:
    # A dispute that is named twice is looked at, and counted, once.
    paths = dict.fromkeys(_paths(options.paths))
    try:
        audits = [audit(path, options.documents) for path in paths]
    except OSError as error:
        raise UsageError(
            f"cannot read the folder {options.documents}: {error.strerror or error}"
        ) from None
    put_out(report(audits, options.format, strict=options.strict))
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
    put_out("\n".join(rows) + "\n")
    return DONE


def _schema(options: argparse.Namespace) -> int:
    from pcs_scorecard.reading.json_schema import json_schema  # noqa: PLC0415 - only this command needs it

    return _write(options, json_schema())


def _new(options: argparse.Namespace) -> int:
    from pcs_scorecard.reading.json_schema import json_schema  # noqa: PLC0415 - only these two need it

    file: Path = options.file
    # The name stands in a comment of the file, which a line break would end.
    if not is_dispute(file) or file.is_dir() or not file.name.isprintable():
        raise UsageError(
            f"found {str(file)!r}; allowed is the name of a file that ends in .yaml or .yml, in "
            "characters that can be shown"
        )
    schema = file.with_name("dispute.schema.json")
    try:
        write_new(
            file, _STARTER.read_text(encoding="utf-8").replace("FILE", shlex.quote(file.name))
        )
        wrote = f"wrote {file}, a dispute to replace with your own"
        if not os.path.lexists(schema):
            write_new(schema, json_schema())
            wrote += f", and {schema}, for your editor"
    except FileExistsError as error:
        raise UsageError(f"{error.filename} is there already, and stays as it is") from None
    except OSError as error:
        raise UsageError(
            f"cannot write {error.filename or file}: {error.strerror or error}"
        ) from None
    name = shlex.quote(str(file))
    put_out(f"{wrote}\nnext: pcs-scorecard check {name}\n      pcs-scorecard render {name}\n")
    return DONE


def _load(options: argparse.Namespace, name: str | None) -> Dispute:
    return _read(options, find_bundled(DEFAULT) if name is None else _path(name))


def _read(options: argparse.Namespace, path: Path) -> Dispute:
    """Return the dispute at a path, whose files no output of this run may replace."""
    dispute = load(path)
    options.read += files_of(path)
    return dispute


def _score(name: str | None, options: argparse.Namespace) -> Scorecard:
    dispute = _load(options, name)
    if options.if_accepted is not None:
        try:
            return score(
                dispute,
                as_of=options.as_of,
                policy=options.policy,
                if_accepted=options.if_accepted,
            )
        except ValueError as error:
            raise UsageError(f"{error}: --if-accepted CONCESSION") from None
    return _scored(dispute, options.as_of, options.policy)


def _scored(dispute: Dispute, as_of: Date | None, policy: str | None) -> Scorecard:
    try:
        return score(dispute, as_of=as_of, policy=policy or STANDARD)
    except ValueError as error:
        raise UsageError(f"{error}: --as-of DATE") from None


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
        raise UsageError(f"there is no file or folder {name!r}, and {error}") from None


RUN: dict[str, Callable[[argparse.Namespace], int]] = {
    "render": _render,
    "explain": _explain,
    "report": _report,
    "claims": _claims,
    "new": _new,
    "check": _check,
    "list": _list,
    "schema": _schema,
}
"""What each command runs."""
