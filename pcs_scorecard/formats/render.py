"""A scorecard → text in one of the formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from pcs_scorecard.formats import FORMATS, PICTURES
from pcs_scorecard.formats.markdown import markdown
from pcs_scorecard.gc_pause import resting
from pcs_scorecard.pages.blocks import Block
from pcs_scorecard.pages.sheet import compose, sheet
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.values.messages import nearest

if TYPE_CHECKING:  # the sheet, which is asked for most, starts without it
    from pcs_scorecard.scorecard.changes import Changes

_ROOMS = {
    "json": ("as_json", "as_json"),
    "html": ("html", "html"),
    "csv": ("as_csv", "as_csv"),
    "message": ("message", "message"),
    "svg": ("picture", "svg"),
}
"""In which room each format of a scorecard that lays out no blocks is made, and by which function."""


def render(
    page: Scorecard | Changes, format: str = "markdown", *, colour: bool = False, wide: bool = False
) -> str:
    """Return a scoresheet, or the page of what changed, in a format, ending in a newline.

    `colour` puts terminal colours into the text format, and `wide` makes the picture (svg) wide. Raise
    ValueError for an unknown format.
    """
    with resting():
        if not isinstance(page, Scorecard):
            return _changes(page, format, colour=colour)
        card = page
        if format in _ROOMS:
            room, function = _ROOMS[format]
            make = getattr(import_module(f"pcs_scorecard.formats.{room}"), function)
            made: str = make(card, wide=wide) if format in PICTURES else make(card)
            return made
        return "".join(laid_out(sheet(compose(card)), format, colour=colour))


def _changes(found: Changes, format: str, *, colour: bool) -> str:
    """Return the page of what changed."""
    if format == "json":
        from pcs_scorecard.formats.changes_as_json import changes_as_json  # noqa: PLC0415 - as below

        return changes_as_json(found)
    from pcs_scorecard.pages.changes import changes_page  # noqa: PLC0415 - only this page needs it

    return "".join(laid_out(changes_page(found), format, colour=colour))


def laid_out(blocks: Iterable[Block], format: str, *, colour: bool = False) -> Iterator[str]:
    """Return the blocks of a page as Markdown or plain text, or as HTML to stand within a page.

    The pieces of the text are made as they are asked for, so that a long page takes no room for all of
    it. Raise ValueError for another format.
    """
    match format:
        case "markdown":
            return markdown(blocks)
        case "text":
            from pcs_scorecard.formats.text import text  # noqa: PLC0415 - only this format needs it

            return text(blocks, colour=colour)
        case "html":
            from pcs_scorecard.formats.fragment import fragment  # noqa: PLC0415 - likewise

            return fragment(blocks)
    raise ValueError(
        f"found {format!r}; allowed are {', '.join(FORMATS)}{nearest(format, FORMATS)}"
    )
