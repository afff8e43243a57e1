"""What a character does on a screen, by rules that are the same with every Python."""

from __future__ import annotations

import re

from pcs_scorecard.values.columns import columns

# Control characters, half pairs of surrogates, and the two separators: Unicode adds none to these.
_UNSHOWN = "\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029"
# Marks that change the direction of the text after them, beyond the value they stand in.
_REORDER = "\u202a-\u202e\u2066-\u2069"
HIDDEN = re.compile(f"[{_UNSHOWN}{_REORDER}]")
"""What cannot be shown as itself, or changes how the rest of a text is shown."""


def shows(char: str) -> bool:
    """Tell whether a character can be shown as itself and leaves the others alone."""
    return HIDDEN.match(char) is None


def refused(char: str) -> bool:
    """Tell whether no text of the data may hold a character: unshown, or it reorders others."""
    return char not in "\n\t" and not shows(char)


def width(text: str) -> int:
    """Return how many columns a text takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(map(columns, text))
