"""Scoresheet → Markdown as GitHub renders it.

Whatever a text holds comes out of the renderer as that text: every character that Markdown or its
extensions could take for markup is escaped, in one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tabulate import DataRow, TableFormat, tabulate

from pcs_scorecard.sheet import Block, Bullets, Heading, Item, Paragraph, Table

# A backslash makes these plain anywhere. The bar and white space are written as entities: a table
# is cut at bars, and lines at newlines, before backslashes are looked at.
_MARKUP = re.compile(r"[\\`*_\[\]<>~$#&{}]")
_ENTITY = re.compile(r"[|\n\r\t\f\v]|^ | $|  ")
# What GitHub makes into a link without being asked.
_LINK = re.compile(r"(?<=:)//|(?i:(?<=www)\.|(?<=mailto)(?=:)|(?<=xmpp)(?=:))|@")
# What begins a list, a heading's underline or a rule, at the start of a line.
_START = re.compile(r"([-+=:])|([0-9]+)([.)])")
_SUSPECT = re.compile(r"[\\`*_\[\]<>~$#&{}|\n\r\t\f\v@]|^[ \-+=:0-9]| $|  |://|(?i:www\.|mailto:|xmpp:)")

_UNPADDED = TableFormat(
    lineabove=None,
    linebelowheader=lambda widths, aligns: "|" + " --- |" * len(widths),
    linebetweenrows=None,
    linebelow=None,
    headerrow=DataRow("|", "|", "|"),
    datarow=DataRow("|", "|", "|"),
    padding=1,
    with_header_hide=None,
)


def markdown(blocks: Iterable[Block]) -> str:
    """Lay a scoresheet's blocks out as GitHub Markdown, ending in a newline."""
    return "\n\n".join(map(_block, blocks)) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {escape(text)}"
        case Paragraph(text):
            return escape(text)
        case Bullets(lines):
            return "\n".join(f"- {escape(line)}" for line in lines)
        case Table(head, rows):
            return table(head, rows)
        case Item(number, title, answer, reason, lines):
            # The indent of what belongs to an item is the width of its number.
            indent = "\n" + " " * (len(str(number)) + 2)
            more = "".join(f"{indent}- {escape(line)}" for line in lines)
            said = f"**{escape(answer)}.** {escape(reason)}"
            return f"{number}. {escape(title)}:{indent}{said}" + (f"\n{more}" if more else "")


def table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    """Lay a table out with tabulate, which is told to guess, align and strip nothing."""
    return tabulate(
        [[escape(cell) for cell in row] for row in rows],
        headers=[escape(name) for name in head],
        tablefmt=_UNPADDED,
        disable_numparse=True,
        stralign=None,
    )


def escape(text: str) -> str:
    """Return Markdown that GitHub renders as exactly this text, in one line."""
    if _SUSPECT.search(text) is None:
        return text
    text = _MARKUP.sub(lambda found: f"\\{found[0]}", text)
    text = _START.sub(
        lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text, count=1
    ) if _START.match(text) else text
    text = _LINK.sub(lambda found: "<!-- -->" + found[0], text)
    return _ENTITY.sub(lambda found: "".join(f"&#{ord(char)};" for char in found[0]), text)
