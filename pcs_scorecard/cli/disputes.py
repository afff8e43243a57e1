"""Where the disputes lie that a command names."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from pcs_scorecard.cli.output import UsageError
from pcs_scorecard.reading.files import bundled, disputes_in, find_bundled
from pcs_scorecard.reading.names import as_text
from pcs_scorecard.values.messages import quoted


def paths_of(names: Sequence[str]) -> list[Path]:
    """Return where disputes lie that are named singly or by a folder of them, or all on board."""
    named = [path for name in names for path in disputes_in(path_of(name))]
    return named or list(bundled().values())


def path_of(name: str) -> Path:
    """Return where a dispute lies that is named by its path, or by its name on board."""
    if os.path.lexists(name):
        return Path(name)
    try:
        return find_bundled(name)
    except ValueError as error:
        raise UsageError(
            f"there is no file or folder {quoted(as_text(name))}, and {error}"
        ) from None
