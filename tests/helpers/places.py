"""Where the checkout lies, and the documents that are kept beside it where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def documents() -> Path:
    """Return the folder of the documents; skip the test where it is not there.

    From here, so that however many tests need them are told in one line.
    """
    folder = ROOT.parent / "shared" / "documents"
    if not folder.is_dir():
        pytest.skip(f"the documents are not beside the checkout, at {folder}")
    return folder
