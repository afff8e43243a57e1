"""Scoresheet → plain text for a terminal, at most 100 columns wide where words allow."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence

from pcs_scorecard.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Line,
    Link,
    Paragraph,
    Strong,
    Table,
    plain,
    spaced,
)
from pcs_scorecard.values.characters import shows, width
from pcs_scorecard.values.vocabulary import Status

_WIDTH = 100
_SHORT = 12
_WIDEST = 1_000
"""How wide one word can make a column; a longer one stands out of it, as all rows are padded."""
_COLOURS = {
    Status.MET.says: "32",
    Status.PARTLY_MET.says: "36",
    Status.SOME_MOVEMENT.says: "33",
    Status.NOT_MET.says: "31",
}


def text(blocks: Iterable[Block], *, colour: bool = False) -> Iterator[str]:
    """Lay a page's blocks out as plain text, ending in a newline; yield its pieces."""
    return spaced(blocks, functools.partial(_block, colour=colour))


def _block(block: Block, *, colour: bool) -> str:
    match block:
        case Heading(level, words):
            lines = _lines(words)
            rule = {1: "=", 2: "-"}.get(level, "")
            return "\n".join([*lines, *([rule * max(map(width, lines))] if rule else [])])
        case Paragraph(words):
            return _coloured(_wrapped(_line(words)), words, colour=colour)
        case Bullets(lines):
            return "\n".join(
                _coloured(_wrapped(_line(words), "- ", "  "), words, colour=colour)
                for words in lines
            )
        case Item(number, head, words, bullets):
            indent = " " * (len(str(number)) + 2)
            said = [_wrapped(_line(head), f"{number}. ", indent)]
            if words:
                said.append(_coloured(_wrapped(_line(words), indent, indent), words, colour=colour))
            for each in bullets:
                wrapped = _wrapped(_line(each), f"{indent}- ", f"{indent}  ")
                said.append(_coloured(wrapped, each, colour=colour))
            return "\n".join(said)
        case Table(head, rows):
            return _table(head, rows)


def _line(words: Line) -> str:
    return " ".join(
        f"{piece.text} ({piece.address})" if isinstance(piece, Link) else plain((piece,))
        for piece in words
    )


def _coloured(laid: str, words: Line, *, colour: bool) -> str:
    """Colour the answer that stands out in a line."""
    if colour:
        for piece in words:
            if isinstance(piece, Strong) and (code := _COLOURS.get(piece.text.rstrip("."))):
                return laid.replace(piece.text, f"\x1b[{code}m{piece.text}\x1b[0m", 1)
    return laid


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lay a table out with tabulate, its cells wrapped and padded by their width on screen."""
    cells = [[_one_line(cell) for cell in row] for row in (head, *rows)]
    sizes = _column_sizes([max(map(width, column)) for column in zip(*cells, strict=True)])
    heads, *wrapped = (_wrapped_row(row, sizes) for row in cells)
    lines = [*heads, *(line for row in wrapped for line in row)]
    widths = [min(_WIDEST, max(map(width, column))) for column in zip(*lines, strict=True)]
    lines.insert(len(heads), ["-" * size for size in widths])
    padded = [
        [cell + " " * (size - width(cell)) for cell, size in zip(line, widths, strict=True)]
        for line in lines
    ]
    from tabulate import tabulate  # noqa: PLC0415 - few pages have a table

    laid = tabulate(padded, tablefmt="plain", disable_numparse=True, stralign=None)
    return "\n".join(line.rstrip() for line in laid.splitlines())


def _column_sizes(natural: list[int]) -> list[int]:
    """Return how wide each column may be: short ones as they are, long ones share what is left."""
    sizes = [min(size, _SHORT) for size in natural]
    long = sorted((size, i) for i, size in enumerate(natural) if size > _SHORT)
    spare = _WIDTH - 2 * (len(natural) - 1) - sum(size for size in natural if size <= _SHORT)
    for count, (size, i) in enumerate(long):
        sizes[i] = max(_SHORT, min(size, spare // (len(long) - count)))
        spare -= sizes[i]
    return sizes


def _wrapped_row(row: Sequence[str], sizes: Sequence[int]) -> list[list[str]]:
    """Return the lines of a row whose cells are wrapped to the sizes."""
    cells = [_lines(cell, size=size) for cell, size in zip(row, sizes, strict=True)]
    return [list(line) for line in itertools.zip_longest(*cells, fillvalue="")]


def _wrapped(words: str, first: str = "", rest: str = "") -> str:
    return "\n".join(_lines(words, first, rest))


def _lines(words: str, first: str = "", rest: str = "", size: int = _WIDTH) -> list[str]:
    """Return a text in lines of at most `size` columns on screen; no word is cut."""
    lines: list[str] = []
    line, taken = first, width(first)
    bare = True
    for word in _one_line(words).split():
        need = width(word)
        if not bare and taken + 1 + need > size:
            lines.append(line)
            line, taken, bare = rest, width(rest), True
        line += word if bare else f" {word}"
        taken += need if bare else 1 + need
        bare = False
    return [*lines, line]


def _one_line(words: str) -> str:
    """Return a text in one line, without what a terminal would act on."""
    return " ".join(
        "".join(char if char.isspace() or shows(char) else "�" for char in words).split()
    )
