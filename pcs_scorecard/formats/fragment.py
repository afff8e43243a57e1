"""The blocks of a page → HTML that stands within a page of somebody else's, and looks as that does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pcs_scorecard.formats.html import line, text
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
)


def fragment(blocks: Iterable[Block]) -> Iterator[str]:
    """Lay blocks out as HTML without a class, an id, a style or a script; yield its lines."""
    return (f"{part}\n" for part in _parts(blocks))


def _parts(blocks: Iterable[Block]) -> Iterator[str]:
    for is_list, some in groupby(blocks, lambda block: isinstance(block, Item)):
        if is_list:
            yield "<ol>"
            yield from map(_block, some)
            yield "</ol>"
        else:
            yield from map(_block, some)


def _block(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"<h{level}>{text(words)}</h{level}>"
        case Paragraph(words):
            return f"<p>{_line(words)}</p>"
        case Bullets(lines):
            return _bullets(lines)
        case Item(number, head, words, bullets):
            below = f"<br/>{_line(words)}" if words else ""
            more = _bullets(bullets) if bullets else ""
            return f'<li value="{number}">{_line(head)}{below}{more}</li>'
        case Table(head, rows):
            cells = (_cells("th", head), *(_cells("td", row) for row in rows))
            return f"<table>{''.join(cells)}</table>"


def _bullets(lines: Iterable[Line]) -> str:
    return f"<ul>{''.join(f'<li>{_line(words)}</li>' for words in lines)}</ul>"


def _cells(tag: str, row: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{text(cell)}</{tag}>' for cell in row)}</tr>"


def _line(words: Line) -> str:
    return " ".join(
        f"<strong>{text(piece.text)}</strong>"
        if isinstance(piece, Strong)
        else line((piece,))
        if isinstance(piece, Link)
        else text(str(piece))
        for piece in words
    )
