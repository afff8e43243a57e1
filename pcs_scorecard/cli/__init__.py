"""The command line: what it takes, what it runs, and the only rooms that know exit codes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from pcs_scorecard.cli.options import parser
from pcs_scorecard.cli.output import DONE, WRONG_DATA, WRONG_USE, UsageError, leave_output, say

_WITHOUT_COMMAND = frozenset({"-h", "--help", "--version"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (the process's own without any); return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in _WITHOUT_COMMAND):
        given.insert(0, "render")
    try:
        return _run(parser().parse_args(given))
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
    except KeyboardInterrupt:
        return 130


def _run(options: argparse.Namespace) -> int:
    # The rooms that do the work, which --help needs none of.
    from pcs_scorecard.reading import NO_LIBYAML  # noqa: PLC0415

    try:
        from pcs_scorecard.cli import commands  # noqa: PLC0415
    except ImportError as error:
        if error.name != NO_LIBYAML:
            raise
        raise UsageError(str(error)) from None
    from pcs_scorecard.model.problems import DataError  # noqa: PLC0415

    try:
        return commands.RUN[options.command](options)
    except DataError as error:
        say(str(error))
        return WRONG_DATA
