"""What the command line takes: commands, arguments, and what each is for."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from pcs_scorecard.checking import REPORTS
from pcs_scorecard.cli.output import BEGIN, END, WRONG_USE, put_out, say
from pcs_scorecard.comparison.policy import POLICIES, STANDARD
from pcs_scorecard.formats import FORMATS, LAID_OUT, PICTURES
from pcs_scorecard.reading import DEFAULT
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.messages import escaped, quoted
from pcs_scorecard.version import __version__


class _Parser(argparse.ArgumentParser):
    """A parser that writes as the commands do: with or without streams, and all of it or an error."""

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


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    every = _Parser(
        prog="pcs-scorecard",
        description="What was demanded, what was given, and how far the one meets the other.",
        epilog="Without a command: render. Exit codes: 0, 1 problems in the data, or --check's, 2 usage.",
        allow_abbrev=False,
    )
    every.add_argument("--version", action=_Version, nargs=0, help="print the version")
    # The files that the command reads, which it never writes.
    every.set_defaults(read=[])
    # What each command's usage begins with, which argparse would otherwise work out with a formatter.
    commands = every.add_subparsers(
        metavar="COMMAND", dest="command", required=True, prog=every.prog
    )
    dispute = _Parser(add_help=False, allow_abbrev=False)
    dispute.add_argument(
        "dispute",
        metavar="DISPUTE",
        nargs="?",
        help=f"a file, a folder, or the name of a dispute on board (default: {DEFAULT})",
    )
    _add_judging(dispute)

    command = commands.add_parser(
        "render", parents=[dispute], allow_abbrev=False, help="print the scoresheet"
    )
    _add_if_accepted(command)
    _add_output(command, (*FORMATS, PICTURES[-1]))
    command.add_argument("--wide", action="store_true", help="make a picture (svg, png) wide")

    command = commands.add_parser(
        "explain", parents=[dispute], allow_abbrev=False, help="trace one status in full"
    )
    command.add_argument("--demand", metavar="ID", required=True, help="the demand, or a part")
    _add_if_accepted(command)

    command = commands.add_parser(
        "report",
        parents=[dispute],
        allow_abbrev=False,
        help="print the scoresheet and all that stands behind it",
    )
    _add_if_accepted(command)
    _add_output(command, LAID_OUT)

    command = commands.add_parser(
        "changes",
        allow_abbrev=False,
        help="what changed since a day, or what was corrected between two versions",
    )
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

    command = commands.add_parser(
        "claims", allow_abbrev=False, help="every claim of some disputes with its verdict"
    )
    command.add_argument(
        "disputes",
        metavar="DISPUTE",
        nargs="*",
        help="also a folder of them (default: all on board)",
    )
    _add_judging(command)
    _add_output(command, LAID_OUT)

    command = commands.add_parser(
        "site",
        allow_abbrev=False,
        help="write a site: a page for each dispute, and what they share",
    )
    command.add_argument(
        "folder", metavar="OUT", type=Path, help="a folder that is new, empty, or such a site"
    )
    command.add_argument(
        "disputes",
        metavar="DISPUTE",
        nargs="*",
        help="also a folder of them (default: all on board)",
    )
    _add_judging(command)
    command.add_argument(
        "--address",
        metavar="URL",
        type=_address,
        help="where the site is to be read: adds a feed, and what previews of links need",
    )
    command.add_argument("--force", action="store_true", help="replace the files of a site in OUT")

    command = commands.add_parser(
        "check", allow_abbrev=False, help="look for problems in data files"
    )
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

    command = commands.add_parser(
        "new", allow_abbrev=False, help="write a dispute to replace with one of your own"
    )
    command.add_argument(
        "file", metavar="FILE", type=Path, help="a YAML file that is not there yet"
    )

    commands.add_parser("list", help="list the disputes on board")

    command = commands.add_parser(
        "schema", allow_abbrev=False, help="print the JSON Schema of data files, for editors"
    )
    _add_output(command)
    return every


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
    if not _ADDRESS(written):
        raise argparse.ArgumentTypeError(
            f"found {quoted(written)}; allowed is where the site will be: https://example.org/scoresheets/"
        )
    return written.rstrip("/") + "/"


_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9!$%&'()*+,./:;=@_~-]*)?"
).fullmatch


def _date(written: str) -> Date:
    try:
        return Date.parse(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
