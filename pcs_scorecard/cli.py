"""The command line: the only room that knows streams, exit codes and arguments."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pcs_scorecard.dates import Date
from pcs_scorecard.files import DEFAULT, bundled, find_bundled, inspect, load, write_whole
from pcs_scorecard.model import Dispute
from pcs_scorecard.policy import POLICIES, STANDARD
from pcs_scorecard.problems import DataError, in_order
from pcs_scorecard.render import FORMATS, render
from pcs_scorecard.scorecard import Scorecard, score
from pcs_scorecard.version import __version__
from pcs_scorecard.words import nearest

DONE, WRONG_DATA, WRONG_USE = 0, 1, 2

_WITHOUT_COMMAND = frozenset({"-h", "--help", "--version"})


class _UsageError(Exception):
    """Something asked for that cannot be done; the message says what can."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (the process's own without any); return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in _WITHOUT_COMMAND):
        given.insert(0, "render")
    parser = _parser()
    try:
        options = _parsed(parser, given)
        return int(options.run(options))
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pcs-scorecard",
        description="What was demanded, what was given, and how far the one meets the other.",
        epilog="Without a command: render. Exit codes: 0, 1 problems in the data, 2 usage.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    dispute = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    dispute.add_argument(
        "dispute",
        metavar="DISPUTE",
        nargs="?",
        help=f"a file, a folder, or the name of a dispute on board (default: {DEFAULT})",
    )
    dispute.add_argument(
        "--as-of",
        metavar="DATE",
        type=_date,
        help="what was done or said by that day: 2023-07-13, or 2023-07 (default: the last fact)",
    )
    dispute.add_argument(
        "--policy",
        choices=POLICIES,
        default=STANDARD.name,
        help=f"how to judge (default: {STANDARD.name})",
    )

    command = commands.add_parser(
        "render", parents=[dispute], allow_abbrev=False, help="print the scoresheet"
    )
    command.add_argument("--format", choices=FORMATS, default="markdown")
    command.add_argument("--output", metavar="FILE", type=Path, help="replace FILE, whole")
    command.set_defaults(run=_render)

    command = commands.add_parser(
        "explain", parents=[dispute], allow_abbrev=False, help="trace one status in full"
    )
    command.add_argument("--demand", metavar="ID", required=True, help="the demand, or a part")
    command.set_defaults(run=_explain)

    command = commands.add_parser("check", help="look for problems in data files")
    command.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="files, folders or names on board (default: all on board)",
    )
    command.set_defaults(run=_check)

    command = commands.add_parser("list", help="list the disputes on board")
    command.set_defaults(run=_list)
    return parser


def _date(written: str) -> Date:
    try:
        return Date.parse(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _render(options: argparse.Namespace) -> int:
    card = _score(options)
    if options.output is None:
        _print(render(card, options.format, colour=_in_colour()))
        return DONE
    try:
        write_whole(options.output, render(card, options.format))
    except OSError as error:
        raise _UsageError(f"cannot write {options.output}: {error.strerror or error}") from None
    return DONE


def _explain(options: argparse.Namespace) -> int:
    # Only this command needs these two.
    from pcs_scorecard.explain import explain  # noqa: PLC0415
    from pcs_scorecard.text import text  # noqa: PLC0415

    card = _score(options)
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
    paths = [_path(name) for name in options.paths] or list(bundled().values())
    problems = []
    records = 0
    for path in paths:
        dispute, found = inspect(path)
        problems.extend(found)
        records += _records(dispute) if dispute else 0
    errors = [problem for problem in problems if not problem.warning]
    lines = [str(problem) for problem in in_order(problems)]
    if errors:
        lines.append(f"{_count(len(errors), 'problem')} to put right")
    else:
        warned = f", {_count(len(problems), 'warning')}" if problems else ""
        lines.append(f"no problems in {_count(records, 'record')}{warned}")
    _print("\n".join(lines) + "\n")
    return WRONG_DATA if errors else DONE


def _list(_: argparse.Namespace) -> int:
    rows = []
    for name, path in bundled().items():
        dispute = load(path)
        demands = _count(len(dispute.demands), "demand")
        concessions = _count(len(dispute.concessions), "concession")
        rows.append(f"{name}: {dispute.title} ({demands}, {concessions})")
    _print("\n".join(rows) + "\n")
    return DONE


def _score(options: argparse.Namespace) -> Scorecard:
    dispute = load(find_bundled(DEFAULT) if options.dispute is None else _path(options.dispute))
    try:
        return score(
            dispute,
            as_of=options.as_of.last if options.as_of else None,
            policy=options.policy,
        )
    except ValueError as error:
        raise _UsageError(f"{error}: --as-of DATE") from None


def _path(name: str) -> Path:
    """Return where a dispute lies that is named by its path, or by its name on board."""
    if os.path.lexists(name):
        return Path(name)
    try:
        return find_bundled(name)
    except ValueError as error:
        raise _UsageError(f"there is no file or folder {name!r}, and {error}") from None


def _records(dispute: Dispute) -> int:
    return sum(
        len(records)
        for records in (
            dispute.parties,
            dispute.documents,
            dispute.demands,
            dispute.concessions,
            dispute.verdicts,
        )
    )


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


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
