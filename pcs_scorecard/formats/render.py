"""Scorecard, history or difference → text in one of the formats."""

from __future__ import annotations

from collections.abc import Iterable

from pcs_scorecard.formats import FORMATS
from pcs_scorecard.formats.markdown import markdown
from pcs_scorecard.gc_pause import resting
from pcs_scorecard.pages.blocks import Block
from pcs_scorecard.pages.sheet import sheet
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.scorecard.difference import Difference
from pcs_scorecard.scorecard.history import History


def render(
    page: Scorecard | History | Difference, format: str = "markdown", *, colour: bool = False
) -> str:
    """Return a scoresheet, a history or a difference in a format, ending in a newline.

    `colour` puts terminal colours into the text format. Raise ValueError for an unknown format.
    """
    with resting():
        if format == "json":
            from pcs_scorecard.formats.as_json import as_json  # noqa: PLC0415 - only this format needs it

            return as_json(page)
        return laid_out(_blocks(page), format, colour=colour)


def _blocks(page: Scorecard | History | Difference) -> Iterable[Block]:
    if isinstance(page, Scorecard):
        return sheet(page)
    # The sheet, which is asked for most, starts without these.
    from pcs_scorecard.pages.difference import difference_page  # noqa: PLC0415
    from pcs_scorecard.pages.history import history_page  # noqa: PLC0415

    return history_page(page) if isinstance(page, History) else difference_page(page)


def laid_out(blocks: Iterable[Block], format: str, *, colour: bool = False) -> str:
    """Return blocks as Markdown or plain text; raise ValueError for an unknown format."""
    match format:
        case "markdown":
            return markdown(blocks)
        case "text":
            from pcs_scorecard.formats.text import text  # noqa: PLC0415 - only this format needs it

            return text(blocks, colour=colour)
    raise ValueError(f"found {format!r}; allowed are {', '.join(FORMATS)}")
