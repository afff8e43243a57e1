"""Scoresheet → Markdown as GitHub renders it.

Whatever a text holds comes out of the renderer as that text: every character that Markdown or its
extensions could take for markup is escaped, in one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pcs_scorecard.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Line,
    Link,
    Marks,
    Paragraph,
    Piece,
    Strong,
    Table,
    spaced,
)

# A backslash makes these plain anywhere, and a sign that would close a heading.
_MARKUP = re.compile(r"[\\`*_\[\]<>~$]|&(?=[#\w])|#$")
# What begins a list, a heading, a heading's underline or a table's rule at the start of a line.
_START = re.compile(r"[-+=:#]|[0-9]+(?=[.)](?:\s|$))")
# What GitHub makes into a link or a picture (:tada:) without being asked; a comment keeps it apart.
# Behind the @, as a line that begins with a comment is HTML; signs may have a backslash by then.
_LINK = re.compile(r"(?<=:)(?=//)|(?<=[Ww]{3})(?=\.)|(?<=@)(?=.)|(?<=:)(?=[\w+\\-]+:)")
# A table is cut at bars and lines at newlines before backslashes are looked at, and white space at
# either end is stripped: these are written as entities.
_ENTITY = re.compile(r"[|\x00-\x1f\x7f]|^\s|\s$")
# Most texts hold none of all these, which one search and a few quick looks tell.
_SUSPECT = re.compile(r"[\\`*_\[\]<>~$&|@\x00-\x1f\x7f]")

_SHORTCODE = re.compile(r":[\w+-]+:")


def markdown(blocks: Iterable[Block]) -> Iterator[str]:
    """Lay a page's blocks out as GitHub Markdown, ending in a newline; yield its pieces."""
    return spaced(blocks, _block)


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {escape(text)}"
        case Paragraph(words):
            return _line(words)
        case Bullets(lines):
            return "\n".join(f"- {_line(words)}" for words in lines)
        case Item(number, head, words, bullets):
            # The indent of what belongs to an item is the width of its number; two spaces at the end
            # of a line break it.
            indent = " " * (len(str(number)) + 2)
            below = f"  \n{indent}{_line(words)}" if words else ""
            more = "".join(f"\n{indent}- {_line(each)}" for each in bullets)
            return f"{number}. {_line(head)}{below}{more}"
        case Table(head, rows):
            return table(head, rows)


def _line(words: Line) -> str:
    return " ".join(map(_piece, words))


def _piece(piece: Piece) -> str:
    match piece:
        case Strong(text):
            return f"**{escape(text)}**"
        case Link(text, address):
            return f"[{escape(text)}](<{_address(address)}>)"
        case Marks():
            # Nothing else on a page defines what a number in brackets could lead to.
            return str(piece)
    return escape(piece)


def _address(address: str) -> str:
    """Return an address as it may stand in angle brackets."""
    return _IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", address)


_IN_ADDRESS = re.compile(r"[<>\\\s|&]")


def table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    """Lay a table out with tabulate, which is told to guess, align and strip nothing."""
    from tabulate import DataRow, TableFormat, tabulate  # noqa: PLC0415 - few pages have a table

    unpadded = TableFormat(
        lineabove=None,
        linebelowheader=lambda widths, _aligns: "|" + " --- |" * len(widths),
        linebetweenrows=None,
        linebelow=None,
        headerrow=DataRow("|", "|", "|"),
        datarow=DataRow("|", "|", "|"),
        padding=1,
        with_header_hide=None,
    )
    return tabulate(
        [[escape(cell) for cell in row] for row in rows],
        headers=[escape(name) for name in head],
        tablefmt=unpadded,
        disable_numparse=True,
        stralign=None,
    )


def escape(text: str) -> str:
    """Return Markdown that GitHub renders as exactly this text, in one line."""
    if (
        _SUSPECT.search(text) is not None
        or "://" in text
        or "www." in text.lower()
        or (":" in text and _SHORTCODE.search(text) is not None)
        or text[:1].isspace()
        or text[-1:].isspace()
        or text[-1:] == "#"
    ):
        text = _MARKUP.sub(r"\\\g<0>", text)
        text = _LINK.sub("<!-- -->", text)
        text = _ENTITY.sub(lambda found: f"&#{ord(found[0])};", text)
    if start := _START.match(text):
        # Before a sign, but behind a number, as a backslash before a digit is only a backslash.
        at = start.end() if start[0].isdigit() else 0
        text = f"{text[:at]}\\{text[at:]}"
    return text
