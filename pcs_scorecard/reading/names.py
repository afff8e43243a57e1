"""Names of files as text: the same in every locale, and back again."""

from __future__ import annotations

import os

from pcs_scorecard.values.messages import file_name


def as_text(path: str | os.PathLike[str]) -> str:
    """Return the name of a file as the UTF-8 that it is, whatever the locale takes its bytes for.

    A byte that is no UTF-8 becomes half a pair of surrogates, as it does in a UTF-8 locale.
    """
    return os.fsencode(path).decode("utf-8", "surrogateescape")


def from_text(name: str) -> str:
    """Return the name, given as text, by which the system finds the file."""
    return os.fsdecode(name.encode("utf-8", "surrogateescape"))


def named(path: str | os.PathLike[str]) -> str:
    """Return the name of a file as it can stand in a line of a message."""
    return file_name(as_text(path))
