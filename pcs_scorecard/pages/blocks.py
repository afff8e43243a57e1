"""The blocks of every page: plain text that a format lays out, and escapes all alike."""

from __future__ import annotations

import attrs


@attrs.frozen(eq=False)
class Heading:
    """A heading of level 1 or 2."""

    level: int
    text: str


@attrs.frozen(eq=False)
class Paragraph:
    """Some sentences."""

    text: str


@attrs.frozen(eq=False)
class Table:
    """Rows under column names; every row has as many cells as there are names."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@attrs.frozen(eq=False)
class Item:
    """An entry of the numbered list: demand, short answer, reason, and what is to be said of it."""

    number: int
    title: str
    answer: str
    reason: str
    lines: tuple[str, ...]


@attrs.frozen(eq=False)
class Bullets:
    """A list of sentences."""

    lines: tuple[str, ...]


Block = Heading | Paragraph | Table | Item | Bullets
