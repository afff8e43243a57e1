"""Pages as whole texts."""

from __future__ import annotations

from collections.abc import Iterable

from pcs_scorecard.formats.render import laid_out
from pcs_scorecard.pages.blocks import Block


def markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown."""
    return laid(blocks, "markdown")


def text(blocks: Iterable[Block], *, colour: bool = False) -> str:
    """Return blocks as plain text."""
    return laid(blocks, "text", colour=colour)


def fragment(blocks: Iterable[Block]) -> str:
    """Return blocks as HTML to stand within a page."""
    return laid(blocks, "html")


def laid(blocks: Iterable[Block], form: str, *, colour: bool = False) -> str:
    """Return blocks in a format."""
    return "".join(laid_out(blocks, form, colour=colour))
