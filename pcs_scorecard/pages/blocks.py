"""The blocks of every page: lines of plain text that a format lays out, and escapes all alike.

A format puts one space between the pieces of a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from pcs_scorecard.values.value import Value


@attrs.frozen(eq=False, repr=False)
class Strong(Value):
    """A text that stands out."""

    text: str


@attrs.frozen(eq=False, repr=False)
class Link(Value):
    """A text that leads to an http(s) address, or to an e-mail address."""

    text: str
    address: str


@attrs.frozen(eq=False, repr=False)
class Marks(Value):
    """The numbers of a line’s sources, and whether only another side tells what it says."""

    numbers: tuple[int, ...]
    other_side: bool = False

    def __str__(self) -> str:
        """Return "[1][2]†"."""
        return "".join(f"[{number}]" for number in self.numbers) + "†" * self.other_side


Piece = str | Strong | Link | Marks
Line = tuple[Piece, ...]


@attrs.frozen(eq=False, repr=False)
class Heading(Value):
    """A heading of level 1 to 3; with an anchor, links lead to it."""

    level: int
    text: str
    anchor: str = ""


@attrs.frozen(eq=False, repr=False)
class Paragraph(Value):
    """Some sentences."""

    line: Line


@attrs.frozen(eq=False, repr=False)
class Bullets(Value):
    """A list of sentences."""

    lines: tuple[Line, ...]


@attrs.frozen(eq=False, repr=False)
class Item(Value):
    """An entry of a numbered list: what it is about, the line below it, and a list below that."""

    number: int
    head: Line
    line: Line = ()
    bullets: tuple[Line, ...] = ()


@attrs.frozen(eq=False, repr=False)
class Table(Value):
    """Rows under column names, at most three that are narrow; as many cells as there are names."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Bullets | Item | Table


def spaced(blocks: Iterable[Block], lay: Callable[[Block], str]) -> Iterator[str]:
    """Yield each block as it is laid out, and what keeps it apart from the one before."""
    before: Block | None = None
    for block in blocks:
        if before is not None:
            # The entries of a list stand close together.
            yield "\n" if isinstance(before, Item) and isinstance(block, Item) else "\n\n"
        yield lay(block)
        before = block
    yield "\n"


def line(*pieces: Piece | None) -> Line:
    """Return a line of those pieces that hold something."""
    return tuple(
        piece
        for piece in pieces
        if piece and (not isinstance(piece, Marks) or piece.numbers or piece.other_side)
    )


def plain(words: Line) -> str:
    """Return a line as plain text, with links as their texts."""
    return " ".join(
        piece.text if isinstance(piece, (Strong, Link)) else str(piece) for piece in words
    )
