"""Scorecard → JSON: what was computed, by the ids of the data."""

from __future__ import annotations

import json
from typing import Any

from pcs_scorecard.comparison.compare import Result
from pcs_scorecard.factcheck.checks import Tested
from pcs_scorecard.factcheck.positions import changes
from pcs_scorecard.model.dispute import Dated
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.scorecard.raters import Rater, kappa, observed
from pcs_scorecard.values.amounts import exact

FORMAT_VERSION = 2


def as_json(card: Scorecard) -> str:
    """Return what was computed as JSON, ending in a newline; numbers are exact fractions."""
    return dumped(_card(card))


def dumped(found: dict[str, Any]) -> str:
    """Return what was found as JSON text, with the version of its form first."""
    found = {"format_version": FORMAT_VERSION, **found}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _date(record: Dated) -> str | None:
    return record.date.text if record.date else None


def _head(page: Scorecard) -> dict[str, Any]:
    return {
        "dispute": page.dispute.name,
        "as_of": page.as_of.isoformat(),
        "policy": page.policy.name,
    }


def _card(card: Scorecard) -> dict[str, Any]:
    return {
        **_head(card),
        "tally": {status.value: count for status, count in card.tally.items()},
        "demands": [_result(result) for result in card.results],
        "claims": [_tested(tested) for tested in card.claims],
        "position_changes": [
            {
                "party": change.after.party,
                "subject": change.after.subject,
                "before": {"date": _date(change.before), "stance": change.before.stance.value},
                "after": {"date": _date(change.after), "stance": change.after.stance.value},
            }
            for change in changes(card.positions)
        ],
        "raters": [_rater(rater) for rater in card.raters],
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
        "share": None if result.share is None else exact(result.share),
    }
    if result.parts:
        row["parts"] = [_result(part) for part in result.parts]
    return row


def _tested(tested: Tested) -> dict[str, Any]:
    claim = tested.claim
    return {
        "id": claim.id,
        "title": claim.title,
        "made_by": claim.made_by,
        "date": _date(claim),
        "check": claim.check.name if claim.check else None,
        "verdict": tested.verdict.value,
        "findings": list(tested.findings),
    }


def _rater(rater: Rater) -> dict[str, Any]:
    alike, agreement = observed(rater.pairs), kappa(rater.pairs)
    return {
        "party": rater.party,
        "compared": len(rater.pairs),
        "alike": None if alike is None else str(alike),
        "kappa": None if agreement is None else str(agreement),
        "differing": [
            {
                "demand": each.verdict.demand,
                "date": _date(each.verdict),
                "published": each.verdict.status.value,
                "computed": each.computed.value,
                "cause": each.cause.value if each.cause else None,
            }
            for each in rater.latest
            if each.counted and not each.same
        ],
        "unanswered": [each.verdict.demand for each in rater.latest if not each.counted],
    }
