"""Changes → JSON: what changed, by the ids of the data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pcs_scorecard.comparison.compare import Result
from pcs_scorecard.formats.as_json import dumped
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.scorecard.changes import Between, Changes, Moved
from pcs_scorecard.scorecard.steps import steps


def changes_as_json(found: Changes) -> str:
    """Return what changed as JSON, ending in a newline."""
    made: dict[str, Any] = {
        "dispute": found.after.dispute.name,
        "between": found.between.value,
        "before": _head(found.before),
        "after": _head(found.after),
        "better": _moved(found.better),
        "worse": _moved(found.worse),
        "first_answers": _moved(found.first_answers),
        "in_part": [
            {
                "id": each.whole.id,
                "parts": [
                    {"id": part.id, "before": was.value, "after": part.status.value}
                    for was, part in each.parts
                ],
            }
            for each in found.in_part
        ],
        "unanswered": _moved(found.unanswered),
        "new": _results(found.new),
        "gone": _results(found.gone),
        "dropped": _results(found.dropped),
        "ballots": [
            {"vote": vote.id, "concession": made.id, "carried": vote.carried}
            for vote, made in found.ballots
        ],
        "also": [
            {
                "concession": each.concession.id,
                "demand": each.answer.demand,
                "kind": each.given.kind.value,
                "date": each.when.text if each.when else None,
            }
            for each in found.also
        ],
        "same": _results(found.same),
    }
    if found.between is Between.DAYS and found.after.if_accepted is None:
        made["steps"] = _steps(found.after)
    if found.records:
        made["records"] = {
            each.section: {
                "added": each.added,
                "removed": each.removed,
                "corrected": each.corrected,
            }
            for each in found.records
        }
    return dumped(made)


def _head(card: Scorecard) -> dict[str, Any]:
    return {
        "as_of": card.as_of.isoformat(),
        "policy": card.policy.name,
        "if_accepted": card.if_accepted.id if card.if_accepted else None,
        "tally": {status.value: count for status, count in card.tally.items()},
    }


def _moved(moved: Iterable[Moved]) -> list[dict[str, str]]:
    return [
        {
            "id": each.after.id,
            "title": each.after.title,
            "before": each.before.status.value,
            "after": each.after.status.value,
        }
        for each in moved
    ]


def _results(results: Iterable[Result]) -> list[dict[str, str]]:
    return [{"id": each.id, "title": each.title, "status": each.status.value} for each in results]


def _steps(card: Scorecard) -> dict[str, list[dict[str, str | None]]]:
    """Return by demand the steps of its answer; of one that was dropped no status."""
    return {
        name: [
            {"date": step.when.text, "status": step.status.value if step.status else None}
            for step in came
        ]
        for name, came in steps(card.dispute, as_of=card.as_of, policy=card.policy).items()
    }
