"""How messages are worded: what was found, how many of it, and the nearest word that is known."""

from __future__ import annotations

from collections.abc import Collection


def nearest(word: str, known: Collection[str]) -> str:
    """Return "; did you mean …?" for the nearest known word, or nothing."""
    # Wanted only when something is wrong, so no start pays for it.
    import difflib  # noqa: PLC0415

    # Long words and long lists make the comparison slow, and a near miss is short.
    if len(word) > 60 or len(known) > 5_000:
        return ""
    near = difflib.get_close_matches(word, known, 1, 0.6)
    return f"; did you mean {near[0]!r}?" if near else ""


def shown(text: str) -> str:
    """Quote what was found, cut to a length that can be read in one line."""
    return repr(text) if len(text) <= 60 else repr(text[:57]) + "…"


def counted(number: int, thing: str) -> str:
    """Return a number of things: 1 record, 2 records."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def in_line(text: str) -> str:
    """Return a text as it can stand in a line, with a space for each character that cannot."""
    return "".join(char if char.isprintable() else " " for char in text)


def bare(text: str) -> str:
    """Return a name as it stands, or quoted and cut where a line cannot show it."""
    return text if text.isprintable() and len(text) <= 60 else shown(text)
