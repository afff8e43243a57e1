"""What a character does on a screen, by Python's own Unicode tables."""

from __future__ import annotations

import unicodedata

_UNSHOWN = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Categories that no terminal or table can show as a character."""

_REORDER = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that change the direction of the text after them, beyond the value they stand in."""


def shows(char: str) -> bool:
    """Tell whether a character can be shown as itself and leaves the others alone."""
    return unicodedata.category(char) not in _UNSHOWN and char not in _REORDER


def refused(char: str) -> bool:
    """Tell whether no text of the data may hold a character: unshown, or it reorders others."""
    return char not in "\n\t" and not shows(char)


def width(text: str) -> int:
    """Return how many columns a text takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(char) in ("Mn", "Me", "Cf")
        else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )
