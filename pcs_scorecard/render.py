"""Scorecard → text in one of the formats."""

from __future__ import annotations

from typing import Any

from pcs_scorecard.collector import resting
from pcs_scorecard.compare import Result
from pcs_scorecard.markdown import markdown
from pcs_scorecard.scorecard import Scorecard
from pcs_scorecard.sheet import sheet

FORMAT_VERSION = 1


def as_json(card: Scorecard) -> str:
    """Return a scorecard as JSON, ending in a newline; `share` is an exact fraction or null."""
    import json  # noqa: PLC0415 - only this format needs it

    return json.dumps(_card(card), ensure_ascii=False, indent=2) + "\n"


def _card(card: Scorecard) -> dict[str, Any]:
    return {
        "format_version": FORMAT_VERSION,
        "dispute": card.dispute.name,
        "as_of": card.as_of.isoformat(),
        "policy": card.policy.name,
        "tally": {status.value: count for status, count in card.tally.items()},
        "demands": [_result(result) for result in card.results],
    }


def _result(result: Result) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": result.id,
        "title": result.title,
        "status": result.status.value,
        "reasons": [
            {
                "rule": reason.rule,
                "sentence": reason.sentence,
                "concession": reason.concession,
                "binding": reason.binding,
            }
            for reason in result.reasons
        ],
        "share": None if result.share is None else str(result.share),
    }
    if result.parts:
        row["parts"] = [_result(part) for part in result.parts]
    return row


FORMATS = ("markdown", "text", "json")


def render(card: Scorecard, format: str = "markdown", *, colour: bool = False) -> str:
    """Return a scorecard's scoresheet in a format, ending in a newline.

    `colour` puts terminal colours into the text format. Raise ValueError for an unknown format.
    """
    with resting():
        return _render(card, format, colour=colour)


def _render(card: Scorecard, format: str, *, colour: bool) -> str:
    match format:
        case "markdown":
            return markdown(sheet(card))
        case "text":
            from pcs_scorecard.text import text  # noqa: PLC0415 - only this format needs it

            return text(sheet(card), colour=colour)
        case "json":
            return as_json(card)
    raise ValueError(f"found {format!r}; allowed are {', '.join(FORMATS)}")
