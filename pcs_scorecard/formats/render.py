"""A scorecard → text in one of the formats."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from pcs_scorecard.formats import FORMATS
from pcs_scorecard.formats.markdown import markdown
from pcs_scorecard.gc_pause import resting
from pcs_scorecard.pages.blocks import Block
from pcs_scorecard.pages.sheet import compose, sheet
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.values.messages import nearest

_ROOMS = {"json": "as_json"}
"""Where each format of a scorecard that lays out no blocks is made, by a function of the same name."""


def render(card: Scorecard, format: str = "markdown", *, colour: bool = False) -> str:
    """Return a scoresheet in a format, ending in a newline.

    `colour` puts terminal colours into the text format. Raise ValueError for an unknown format.
    """
    with resting():
        if format in _ROOMS:
            room = _ROOMS[format]
            made: str = getattr(import_module(f"pcs_scorecard.formats.{room}"), room)(card)
            return made
        return laid_out(sheet(compose(card)), format, colour=colour)


def laid_out(blocks: Iterable[Block], format: str, *, colour: bool = False) -> str:
    """Return the blocks of a page as Markdown or plain text; raise ValueError for another format."""
    match format:
        case "markdown":
            return markdown(blocks)
        case "text":
            from pcs_scorecard.formats.text import text  # noqa: PLC0415 - only this format needs it

            return text(blocks, colour=colour)
    raise ValueError(
        f"found {format!r}; allowed are {', '.join(FORMATS)}{nearest(format, FORMATS)}"
    )
