"""What only weakens a dispute's data: warnings, which stop nothing.

Pure functions over a dispute that can be scored; `check` tells what they find.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pcs_scorecard.model.concessions import Answer, Concession
from pcs_scorecard.model.demands import Asks, Demand
from pcs_scorecard.model.dispute import Dispute
from pcs_scorecard.model.fields import records, references
from pcs_scorecard.model.problems import Problem
from pcs_scorecard.model.sources import Evidence
from pcs_scorecard.values.messages import counted
from pcs_scorecard.values.vocabulary import Kind, PartyKind, ProblemKind

_GOVERNING = frozenset({PartyKind.GOVERNMENT, PartyKind.EMPLOYER})
_OF_A_UNION = frozenset({PartyKind.UNION, PartyKind.LEADERSHIP, PartyKind.OPPOSITION})
_WITHIN_A_UNION = frozenset({PartyKind.LEADERSHIP, PartyKind.OPPOSITION})


def weaknesses(dispute: Dispute) -> Iterator[Problem]:
    """Yield every warning about a dispute, section by section."""
    for name, _, each in _acts(dispute):
        if not each.evidence:
            held = "; the rule `unsourced` holds it down" if type(each) is Concession else ""
            yield Problem.of(each, f"{name} has no evidence{held}", ProblemKind.NO_EVIDENCE)
    yield from _one_sided(dispute)
    yield from _sources(dispute)
    asked: dict[str | None, tuple[Demand, Asks]] = {}
    for demand in dispute.demands:
        for item in demand.parts or (demand,):
            asked[item.id] = demand, item.asks
            yield from _terms(item.id, item.asks, item)
    for concession in dispute.concessions:
        for answer in concession.answers:
            if answer.demand in asked:
                yield from _answer(concession, answer, *asked[answer.demand])


def _acts(dispute: Dispute) -> Iterator[tuple[str, str | None, Any]]:
    """Yield every record that needs evidence, with how it is named, and whose act it is, if any's."""
    for word, field, section in (
        ("demand", "made_by", dispute.demands),
        ("concession", "made_by", dispute.concessions),
        ("claim", "made_by", dispute.claims),
        ("figure", "", dispute.figures),
        ("vote", "held_by", dispute.votes),
        ("event", "", dispute.events),
    ):
        for each in section:
            yield f"{word} {each.id!r}", getattr(each, field) if field else None, each
    for verdict in dispute.verdicts:
        name = f"the verdict on {verdict.demand!r} by {verdict.by!r}"
        yield name, verdict.by, verdict
    for position in dispute.positions:
        name = f"the position of {position.party!r} on {position.subject!r}"
        yield name, position.party, position


def _one_sided(dispute: Dispute) -> Iterator[Problem]:
    """Yield what a party did or said that no voice but its opponents' reports."""
    kinds = {party.id: party.kind for party in dispute.parties}
    publishers = {document.id: document.publisher for document in dispute.documents}
    for name, actor, each in _acts(dispute):
        voices = sorted({one.quoting or publishers[one.document] for one in each.evidence})
        if actor and voices and all(_opposed(kinds[actor], kinds[voice]) for voice in voices):
            yield Problem.of(
                each,
                f"{name} is reported only by opponents of {actor!r}: {', '.join(voices)}; "
                "look for its own words, or a third party's",
                ProblemKind.ONE_SIDED,
            )


def _opposed(one: PartyKind, other: PartyKind) -> bool:
    """Tell whether two kinds of party are two sides of a dispute; the press is of none."""
    if one in _WITHIN_A_UNION and other in _WITHIN_A_UNION:
        return one is not other
    return (one in _GOVERNING and other in _OF_A_UNION) or (
        one in _OF_A_UNION and other in _GOVERNING
    )


def _sources(dispute: Dispute) -> Iterator[Problem]:
    """Yield documents without a date, and what is listed and never named."""
    named = {pair for each in records(dispute) for pair in references(each)}
    cited = Counter(each.document for each in records(dispute) if type(each) is Evidence)
    for document in dispute.documents:
        count = cited[document.id]
        if count and document.date is None:
            yield Problem.of(
                document,
                f"document {document.id!r} has no date, and evidence in {counted(count, 'place')} "
                "rests on it; give it as far as it is known, 2023-06 or 2023",
                ProblemKind.UNDATED,
            )
    for section, word, listed in (
        ("documents", "document", dispute.documents),
        ("parties", "party", dispute.parties),
        ("subjects", "subject", dispute.subjects),
    ):
        for each in listed:
            if (section, each.id) not in named:
                yield Problem.of(
                    each,
                    f"no record names the {word} {each.id!r}; take it out, or add what is missing",
                    ProblemKind.UNUSED,
                )


def _terms(name: str, asks: Asks, item: Any) -> Iterator[Problem]:
    """Yield what leaves the terms of a demand, or of a part of one, without a measure."""
    if asks == Asks():
        yield Problem.of(
            item,
            f"demand {name!r} has no term in `asks`; only how firm an answer is can tell whether "
            "it is met",
            ProblemKind.NO_MEASURE,
        )
    if asks.direction and not asks.measure:
        yield Problem.of(
            asks,
            f"demand {name!r} asks for a direction only; "
            "name the measure it is tested on in `measure`",
            ProblemKind.NO_MEASURE,
        )
    if asks.amount and "/" in asks.amount.unit and not asks.level and not asks.baseline:
        yield Problem.of(
            asks,
            f"demand {name!r} asks for {asks.amount} more, counted from 0; "
            "if that is a level to reach, say so in `level`",
            ProblemKind.FROM_ZERO,
        )


def _answer(
    concession: Concession, answer: Answer, demand: Demand, asks: Asks
) -> Iterator[Problem]:
    """Yield what weakens an answer beside the demand it answers."""
    counts = not (answer.owed_to or answer.restates or answer.gives.instead)
    if answer.kind in (Kind.AGREED, Kind.IN_FORCE) and counts:
        for field in ("basis", "period"):
            if getattr(asks, field) and not getattr(answer.gives, field):
                yield Problem.of(
                    answer,
                    f"concession {concession.id!r} records no `{field}`, where "
                    f"{getattr(asks, field)} was asked for; without one it counts as the same",
                    ProblemKind.TAKEN_AS_ASKED,
                )
    if demand.date and concession.date.last < demand.date.first and not answer.restates:
        yield Problem.of(
            answer,
            f"concession {concession.id!r}, {concession.date.when}, is older than the demand "
            f"{demand.id!r}, {demand.date.when}; correct the date that is wrong, or say in "
            "`restates` what it repeats",
            ProblemKind.BEFORE_DEMAND,
        )
