"""The command line: what it takes, what it runs, and the only rooms that know exit codes.

This room imports what it needs where it is used, so that Ctrl-C finds it from the first moment.
"""

from __future__ import annotations

import gc
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

INTERRUPTED = 130
"""The exit code where Ctrl-C ends a command."""

_WITHOUT_COMMAND = frozenset({"-h", "--help", "--version"})
_ON_FILES = frozenset({"check", "new", "list", "schema"})
"""The commands that begin without what judges."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (the process's own without any); return its exit code."""
    if arguments is not None:
        return _safely(list(arguments))
    # The process ends with the command, so there is nothing to collect, neither now nor at its end.
    gc.disable()
    try:
        return _safely(sys.argv[1:])
    finally:
        gc.freeze()


def _safely(given: list[str]) -> int:
    try:
        return _main(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except RuntimeError as error:
        # Until Python 3.12 an interrupt while a class is made, such as a library's, comes as this.
        if isinstance(error.__cause__, KeyboardInterrupt):
            return INTERRUPTED
        raise


def _main(given: list[str]) -> int:
    from pcs_scorecard.cli.output import (  # noqa: PLC0415 - see above
        DONE,
        WRONG_USE,
        UsageError,
        leave_output,
        say,
    )

    if sys.flags.optimize > 1:
        say(
            "pcs-scorecard: Python runs with -OO, which takes away what the rules say; run it without, or unset "
            "PYTHONOPTIMIZE"
        )
        return WRONG_USE
    if not given or (given[0].startswith("-") and given[0] not in _WITHOUT_COMMAND):
        given.insert(0, "render")
    try:
        from pcs_scorecard.cli.options import COMMANDS, parser, unknown  # noqa: PLC0415 - see above

        if given[0] not in COMMANDS and not given[0].startswith("-"):
            say(f"pcs-scorecard: {unknown(given[0])}")
            return WRONG_USE
        return _run(parser(given[0]).parse_args(given))
    except UsageError as error:
        say(f"pcs-scorecard: {error}")
        return WRONG_USE
    except BrokenPipeError:
        # Whoever read the output has had enough; Python would complain once more at exit.
        leave_output()
        return DONE
    except OSError as error:
        say(f"pcs-scorecard: cannot write: {error.strerror or error}")
        leave_output()
        return WRONG_USE
    except MemoryError:
        say("pcs-scorecard: there is not enough memory for this much data")
        return WRONG_USE


def _run(options: argparse.Namespace) -> int:
    # The rooms that do the work, which --help needs none of.
    from pcs_scorecard.cli.output import WRONG_DATA, UsageError, say  # noqa: PLC0415
    from pcs_scorecard.reading import NO_LIBYAML  # noqa: PLC0415

    try:
        if options.command in _ON_FILES:
            from pcs_scorecard.cli.files import RUN  # noqa: PLC0415
        else:
            from pcs_scorecard.cli.commands import RUN  # noqa: PLC0415
    except ImportError as error:
        if error.name != NO_LIBYAML:
            raise
        raise UsageError(str(error)) from None
    from pcs_scorecard.model.problems import DataError  # noqa: PLC0415

    try:
        return RUN[options.command](options)
    except DataError as error:
        say(str(error))
        return WRONG_DATA
