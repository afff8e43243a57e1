"""Scorecard → the links by which readers say what is wrong with an answer."""

from __future__ import annotations

from urllib.parse import quote

from pcs_scorecard.pages.blocks import Link
from pcs_scorecard.scorecard.card import Scorecard

_TEXT = "Something wrong?"


def correction(card: Scorecard, demand: str) -> Link | None:
    """Return the link to the dispute's address for corrections that names a demand, if it has one."""
    address = card.dispute.corrections
    if address is None:
        return None
    about = quote(f"{card.dispute.name}/{demand}", safe="")
    if address.startswith("https://"):
        whole, sign, part = address.partition("#")
        joined = "&" if "?" in whole else "?"
        return Link(_TEXT, f"{whole}{joined}demand={about}{sign}{part}")
    return Link(_TEXT, f"mailto:{quote(address, safe='@')}?subject={about}")
