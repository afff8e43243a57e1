"""Scorecard → JSON: what was computed, by the ids of the data."""

from __future__ import annotations

import json
import re
from typing import Any

from pcs_scorecard.comparison.compare import Pair, Result
from pcs_scorecard.factcheck.checks import Tested
from pcs_scorecard.factcheck.positions import position_changes
from pcs_scorecard.model.demands import Asks
from pcs_scorecard.model.dispute import Dated
from pcs_scorecard.pages.entries import Entry, at_hand, entries
from pcs_scorecard.pages.sheet import Gift, compose
from pcs_scorecard.pages.sources import Sources
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.scorecard.raters import Rater, kappa, observed
from pcs_scorecard.values.amounts import exact
from pcs_scorecard.values.characters import HIDDEN

FORMAT_VERSION = 2


def as_json(card: Scorecard) -> str:
    """Return what was computed as JSON, ending in a newline; numbers are exact fractions."""
    return dumped(_card(card))


def dumped(found: dict[str, Any]) -> str:
    """Return what was found as JSON text, with the version of its form first."""
    found = {"format_version": FORMAT_VERSION, **found}
    text = json.dumps(found, ensure_ascii=False, indent=2)
    # Names of files may hold what no text of the data does; in JSON it stands as its number.
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


_HIDDEN = re.compile(rf"(?!\n){HIDDEN.pattern}")


def _date(record: Dated) -> str | None:
    return record.date.text if record.date else None


def _head(page: Scorecard) -> dict[str, Any]:
    return {
        "dispute": page.dispute.name,
        "as_of": page.as_of.isoformat(),
        "policy": page.policy.name,
    }


def _card(card: Scorecard) -> dict[str, Any]:
    page = compose(card)
    return {
        **_head(card),
        "if_accepted": card.if_accepted.id if card.if_accepted else None,
        "title": page.title,
        "headline": " ".join(page.headlines),
        "tally": {status.value: count for status, count in card.tally.items()},
        "demands": [_demand(entry, page.sources) for entry in entries(page)],
        "given_besides": [_gift(gift, page.sources) for gift in page.gifts],
        "notes": list(page.notes),
        "claims": [_tested(tested) for tested in card.claims],
        "position_changes": [
            {
                "party": change.after.party,
                "subject": change.after.subject,
                "before": {"date": _date(change.before), "stance": change.before.stance.value},
                "after": {"date": _date(change.after), "stance": change.after.stance.value},
            }
            for change in position_changes(card.positions)
        ],
        "raters": [_rater(rater) for rater in card.raters],
    }


def _demand(entry: Entry, sources: Sources) -> dict[str, Any]:
    row: dict[str, Any] = {
        **_result(entry.result),
        "number": entry.number,
        "made_by": entry.made_by,
        "made_to": entry.made_to,
        "date": entry.date or None,
        "asked": _asked(entry.asks, entry.asked),
        "given": _given(entry.pair, entry.given) if entry.pair else None,
        "day": entry.day or None,
        "due": entry.due or None,
        "dropped": entry.dropped or None,
        "said": list(entry.said),
        "sources": _documents(entry.documents, sources),
    }
    if entry.parts:
        row["parts"] = [_demand(part, sources) for part in entry.parts]
    return row


def _result(result: Result) -> dict[str, Any]:
    return {
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


def _asked(asks: Asks, words: str) -> dict[str, Any]:
    """Return the terms of a demand: in words, and the amount with the key that it has in the data."""
    amount = asks.change or asks.level
    return {
        "words": words,
        "form": asks.forms[0] if asks.forms else None,
        "amount": amount.text if amount else None,
        "period": asks.period.text if asks.period else None,
    }


def _given(pair: Pair, words: str) -> dict[str, Any]:
    """Return the terms of the answer that decides a status, likewise, and whose it is."""
    gives = pair.answer.gives
    forms = [name for name in ("more", "less", "to", "stages") if getattr(gives, name)]
    return {
        "words": words,
        "form": forms[0] if forms else None,
        "amount": gives.amount.text if gives.amount else None,
        "period": gives.period.text if gives.period else None,
        "kind": pair.given.kind.value,
        "made_by": pair.concession.made_by,
        "concession": pair.concession.id,
    }


def _gift(gift: Gift, sources: Sources) -> dict[str, Any]:
    known = {number: name for name, number in sources.numbers.items()}
    documents = tuple(known[number] for number in gift.marks.numbers)
    return {
        "concession": gift.id,
        "says": gift.text,
        "given": gift.given,
        "sources": _documents(documents, sources),
    }


def _documents(names: tuple[str, ...], sources: Sources) -> list[dict[str, Any]]:
    return [
        {
            "document": document.id,
            "number": sources.numbers[document.id],
            "title": document.title,
            "publisher": document.publisher,
            "date": document.date.text if document.date else None,
            "address": document.address,
        }
        for document in at_hand(names, sources)
    ]


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
