"""What the command line takes: commands, arguments, and what each is for."""

from __future__ import annotations

import argparse
import functools
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from pcs_scorecard.checking import REPORTS
from pcs_scorecard.cli.output import BEGIN, END, WRONG_USE, put_out, say
from pcs_scorecard.comparison.policy import POLICIES, STANDARD
from pcs_scorecard.formats import FORMATS, LAID_OUT, PICTURES
from pcs_scorecard.reading import DEFAULT
from pcs_scorecard.reading.names import as_text
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.messages import escaped, nearest, quoted
from pcs_scorecard.version import __version__


class _Parser(argparse.ArgumentParser):
    """A parser that writes as the commands do: with or without streams, and all of it or an error."""

    def __init__(self, **given: Any) -> None:
        """Make a parser whose help is as wide on every terminal as the text format."""
        form = functools.partial(argparse.HelpFormatter, width=100)
        super().__init__(**given, allow_abbrev=False, formatter_class=form)

    def print_help(self, _file: object = None) -> None:
        """Print what --help prints."""
        put_out(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, and end the process."""
        say(f"{self.format_usage()}{self.prog}: error: {escaped(message)}")
        raise SystemExit(WRONG_USE)


class _Version(argparse.Action):
    """Print the version, and end the process."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        put_out(f"{parser.prog} {__version__}\n")
        parser.exit()


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """Return the parser of the whole command line, or of one command, which is sooner made."""
    every = _Parser(
        prog="pcs-scorecard",
        description="What was demanded, what was given, and how far the one meets the other.",
        epilog="Without a command: render. Exit codes: 0, 1 problems in the data, or --check's, 2 usage.",
    )
    every.add_argument("--version", action=_Version, nargs=0, help="print the version")
    # The files that the command reads, which it never writes.
    every.set_defaults(read=[])
    # With what each command's usage begins, which argparse would otherwise lay out to find.
    commands = every.add_subparsers(
        metavar="COMMAND", dest="command", required=True, prog=every.prog
    )
    for name, (says, options) in COMMANDS.items():
        wanted = command in (None, name)
        one = commands.add_parser(name, help=says, add_help=wanted)
        if wanted:
            options(one)
    return every


def unknown(name: str) -> str:
    """Say that a word is no command, and what may have been meant."""
    word = quoted(as_text(name))
    told = f"found {word}; allowed are {', '.join(COMMANDS)}{nearest(name, list(COMMANDS))}"
    if os.path.lexists(name):
        told += f"; of a dispute the command comes first: pcs-scorecard render {word}"
    return told


def _render(command: argparse.ArgumentParser) -> None:
    _add_dispute(command)
    _add_if_accepted(command)
    _add_output(command, (*FORMATS, PICTURES[-1]))
    command.add_argument("--wide", action="store_true", help="make a picture (svg, png) wide")


def _explain(command: argparse.ArgumentParser) -> None:
    _add_dispute(command)
    command.add_argument("--demand", metavar="ID", required=True, help="the demand, or a part")
    _add_if_accepted(command)


def _report(command: argparse.ArgumentParser) -> None:
    _add_dispute(command)
    _add_if_accepted(command)
    _add_output(command, LAID_OUT)


def _changes(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "disputes",
        metavar="DISPUTE",
        nargs="*",
        help=f"a dispute (default: {DEFAULT}), or the old and the new version of one",
    )
    command.add_argument(
        "--since",
        metavar="DATE",
        type=_date,
        help="the day before what is new (default: the day before an answer last changed)",
    )
    _add_judging(command)
    _add_output(command, (*LAID_OUT, "json"))


def _claims(command: argparse.ArgumentParser) -> None:
    _add_disputes(command)
    _add_judging(command)
    _add_output(command, LAID_OUT)


def _site(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "folder", metavar="OUT", type=Path, help="a folder that is new, empty, or such a site"
    )
    _add_disputes(command)
    _add_judging(command)
    command.add_argument(
        "--address",
        metavar="URL",
        type=_address,
        help="where the site is to be read: adds a feed, and what previews of links need",
    )
    command.add_argument("--force", action="store_true", help="replace the files of a site in OUT")


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="disputes, or folders of them (default: all on board)",
    )
    command.add_argument(
        "--strict", action="store_true", help="let warnings fail as well: exit code 1"
    )
    command.add_argument(
        "--documents",
        metavar="DIR",
        type=Path,
        help="look for quoted phrases in the texts of the documents, in this folder",
    )
    command.add_argument("--format", choices=REPORTS, default=REPORTS[0])


def _new(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "file", metavar="FILE", type=Path, help="a YAML file that is not there yet"
    )


def _list(_: argparse.ArgumentParser) -> None:
    pass


def _add_dispute(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "dispute",
        metavar="DISPUTE",
        nargs="?",
        help=f"a file, a folder, or the name of a dispute on board (default: {DEFAULT})",
    )
    _add_judging(command)


def _add_disputes(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "disputes",
        metavar="DISPUTE",
        nargs="*",
        help="also a folder of them (default: all on board)",
    )


def _add_judging(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-of",
        metavar="DATE",
        type=_date,
        help="what was done or said by that day: 2023-07-13, or 2023-07 (default: the last date)",
    )
    command.add_argument(
        "--policy",
        choices=POLICIES,
        default=STANDARD.name,
        help=f"how to judge (default: {STANDARD.name})",
    )


def _add_if_accepted(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--if-accepted",
        metavar="CONCESSION",
        help="as if this offer had been accepted on the day of the scoresheet",
    )


def _add_output(command: argparse.ArgumentParser, formats: Sequence[str] = ()) -> None:
    command.set_defaults(formats=formats, into=None)
    if formats:
        command.add_argument(
            "--format",
            choices=formats,
            help="the format (default: that of FILE by how its name ends, or else markdown)",
        )
    where = command.add_mutually_exclusive_group()
    where.add_argument("--output", metavar="FILE", type=Path, help="write FILE, whole")
    if formats:
        where.add_argument(
            "--into",
            metavar="FILE",
            type=Path,
            help=f"refresh what stands in FILE, of Markdown or HTML (.html, .htm, .xhtml), between "
            f"{BEGIN} and {END}",
        )
    command.add_argument(
        "--force", action="store_true", help="with --output: replace FILE where it is there"
    )
    command.add_argument(
        "--check",
        action="store_true",
        help="write nothing; exit code 1 where FILE is not what would be written",
    )


def _address(written: str) -> str:
    """Return the address of a folder on the web, with the slash that ends it."""
    if re.fullmatch(_ADDRESS, written) is None:
        raise argparse.ArgumentTypeError(
            f"found {quoted(written)}; allowed is where the site will be: https://example.org/scoresheets/"
        )
    return written.rstrip("/") + "/"


_ADDRESS = r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9!$%&'()*+,./:;=@_~-]*)?"


def _date(written: str) -> Date:
    try:
        return Date.parse(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "render": ("print the scoresheet", _render),
    "explain": ("trace one status in full", _explain),
    "report": ("print the scoresheet and all that stands behind it", _report),
    "changes": ("what changed since a day, or what was corrected between two versions", _changes),
    "claims": ("every claim of some disputes with its verdict", _claims),
    "site": ("write a site: a page for each dispute, and what they share", _site),
    "check": ("look for problems in data files", _check),
    "new": ("write a dispute to replace with one of your own", _new),
    "list": ("list the disputes on board", _list),
    "schema": (
        "print the JSON Schema of data files, for editors",
        _add_output,
    ),
}
"""Each command with what the help says of it, and what adds its options."""
