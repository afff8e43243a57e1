"""Scoresheet → plain text for a terminal, at most 100 columns wide where words allow."""

from __future__ import annotations

import itertools
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence

from tabulate import tabulate

from pcs_scorecard.sheet import Block, Bullets, Heading, Item, Paragraph, Table
from pcs_scorecard.words import Status

_WIDTH = 100
_COLOURS = {
    Status.MET.says: "32",
    Status.PARTLY_MET.says: "36",
    Status.SOME_MOVEMENT.says: "33",
    Status.NOT_MET.says: "31",
}


def text(blocks: Iterable[Block], colour: bool = False) -> str:
    """Lay a scoresheet's blocks out as plain text, ending in a newline."""
    return "\n\n".join(_block(block, colour) for block in blocks) + "\n"


def _block(block: Block, colour: bool) -> str:
    match block:
        case Heading(level, words):
            line = _one_line(words)
            return f"{line}\n{('=' if level == 1 else '-') * min(width(line), _WIDTH)}"
        case Paragraph(words):
            return _wrapped(words)
        case Bullets(lines):
            return "\n".join(_wrapped(line, "- ", "  ") for line in lines)
        case Table(head, rows):
            return _table(head, rows)
        case Item(number, title, answer, reason, lines):
            indent = " " * (len(str(number)) + 2)
            said = _wrapped(f"{answer}. {reason}", indent, indent)
            if colour and answer in _COLOURS:
                said = said.replace(answer, f"\x1b[{_COLOURS[answer]}m{answer}\x1b[0m", 1)
            more = [_wrapped(line, f"{indent}- ", f"{indent}  ") for line in lines]
            return "\n".join([_wrapped(f"{title}:", f"{number}. ", indent), said, *more])


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lay a table out with tabulate, its cells wrapped and padded by their width on screen."""
    cells = [[_one_line(cell) for cell in row] for row in (head, *rows)]
    natural = [max(map(width, column)) for column in zip(*cells, strict=True)]
    room = _WIDTH - 2 * (len(head) - 1)
    narrow = [min(size, 12) for size in natural]
    # The room that short columns leave is shared by the long ones.
    wide = [i for i, size in enumerate(natural) if size > 12]
    spare = room - sum(size for i, size in enumerate(narrow) if i not in wide)
    for count, i in enumerate(sorted(wide, key=lambda i: natural[i])):
        narrow[i] = max(12, min(natural[i], spare // (len(wide) - count)))
        spare -= narrow[i]
    lines: list[list[str]] = []
    for row in cells:
        wrapped = [
            textwrap.wrap(cell, size, break_long_words=False, break_on_hyphens=False) or [""]
            for cell, size in zip(row, narrow, strict=True)
        ]
        lines.extend(map(list, itertools.zip_longest(*wrapped, fillvalue="")))
        if row is cells[0]:
            heads, lines = len(lines), lines
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    padded = [
        [cell + " " * (size - width(cell)) for cell, size in zip(line, widths, strict=True)]
        for line in lines
    ]
    padded.insert(heads, ["-" * size for size in widths])
    laid = tabulate(padded, tablefmt="plain", disable_numparse=True, stralign=None)
    return "\n".join(line.rstrip() for line in laid.splitlines())


def _wrapped(words: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        _one_line(words),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _one_line(words: str) -> str:
    """Return a text in one line, without what a terminal would act on."""
    return " ".join("".join(char if _shows(char) else "�" for char in words).split())


def _shows(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in ("Cc", "Cs")


def width(words: str) -> int:
    """Return how many columns a text takes: two for wide characters, none for combining ones."""
    if words.isascii():
        return len(words)
    return sum(
        0
        if unicodedata.category(char) in ("Mn", "Me", "Cf")
        else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in words
    )
