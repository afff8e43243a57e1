"""The model of a whole dispute: what its files say, as frozen records, and what must hold between them.

The model knows neither files nor rules.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from pcs_scorecard.model import claims, concessions, demands, facts, sources, verdicts
from pcs_scorecard.model.claims import (
    CheckKind,
    Claim,
    Compare,
    Count,
    Extreme,
    Fits,
    RealTerms,
    Total,
)
from pcs_scorecard.model.concessions import Concession, unlike_units
from pcs_scorecard.model.demands import Asks, Demand, Part
from pcs_scorecard.model.facts import Event, Figure, Position, Subject, Vote
from pcs_scorecard.model.fields import (
    Constraints,
    field,
    optional,
    several,
)
from pcs_scorecard.model.problems import Problem
from pcs_scorecard.model.sources import Document, Party
from pcs_scorecard.model.verdicts import Expectation, Verdict
from pcs_scorecard.values.amounts import Amount


@attrs.frozen(kw_only=True)
class Dispute:
    """One campaign between named parties over a period: the top level of a dispute's files."""

    name: str = attrs.field(default="dispute")
    """The name of its file or folder, which no file says."""
    title: str = field("text", "the dispute's name for readers")
    summary: str | None = optional("text", "what a reader needs to know first")
    parties: tuple[Party, ...] = several(Party, "who acts")
    documents: tuple[Document, ...] = several(Document, "the published sources")
    demands: tuple[Demand, ...] = several(
        Demand, "what was asked for, in the order of the scoresheet"
    )
    concessions: tuple[Concession, ...] = several(
        Concession, "what was done, said or refused in answer, in any order"
    )
    verdicts: tuple[Verdict, ...] = several(Verdict, "published ratings, in any order")
    claims: tuple[Claim, ...] = several(Claim, "what parties said of the outcome")
    subjects: tuple[Subject, ...] = several(Subject, "what positions are taken on")
    positions: tuple[Position, ...] = several(Position, "what parties said of them, in any order")
    figures: tuple[Figure, ...] = several(Figure, "the numbers that claims are tested on")
    votes: tuple[Vote, ...] = several(Vote, "ballots and decisions, in any order")
    events: tuple[Event, ...] = several(Event, "what else happened, in any order")
    expected: tuple[Expectation, ...] = several(Expectation, "what a test of the data expects")

    def dated(self) -> Iterator[Dated]:
        """Yield every record of something that was asked, done, said or found at some time."""
        for records in (
            *(self.demands, self.concessions, self.verdicts, self.claims),
            *(self.positions, self.figures, self.votes, self.events),
        ):
            yield from records


Dated = Demand | Concession | Verdict | Claim | Position | Figure | Vote | Event


# What must hold ---------------------------------------------------------------------------


CONSTRAINTS: Constraints = {
    **sources.CONSTRAINTS,
    **demands.CONSTRAINTS,
    **concessions.CONSTRAINTS,
    **verdicts.CONSTRAINTS,
    **facts.CONSTRAINTS,
    **claims.CONSTRAINTS,
}
"""What must hold inside each record."""


MOST_LISTED = 12
"""How many ids a message lists."""


def between(dispute: Dispute) -> Iterator[Problem]:
    """Yield what is wrong between records."""
    asked: dict[str | None, Asks] = {}
    for demand in dispute.demands:
        asked[demand.id] = demand.asks
        asked.update((part.id, part.asks) for part in demand.parts)
    for concession in dispute.concessions:
        for answer in concession.answers:
            asks = asked.get(answer.demand)
            if asks is not None and (wrong := unlike_units(asks, answer.gives)):
                remedy = "where it really is another kind of thing, say so in `basis` or `instead`"
                yield Problem.of(answer.gives, f"concession {concession.id!r}: {wrong}; {remedy}")
    rated: set[tuple[str, str, object]] = set()
    for verdict in dispute.verdicts:
        said = (verdict.by, verdict.demand, verdict.date.last)
        if said in rated:
            yield Problem.of(
                verdict,
                f"{verdict.by!r} rates {verdict.demand!r} a second time {verdict.date.when}; keep one",
            )
        rated.add(said)
    whole = {demand.id: demand.parts for demand in dispute.demands if demand.parts}
    if whole:
        yield from _answers_to_the_whole(dispute, whole)
    yield from _claims(dispute)


def _answers_to_the_whole(
    dispute: Dispute, whole: dict[str, tuple[Part, ...]]
) -> Iterator[Problem]:
    for concession in dispute.concessions:
        for answer in concession.answers:
            if answer.demand in whole:
                ids = [part.id for part in whole[answer.demand]]
                parts = ", ".join(ids[:MOST_LISTED] + ["…"] * (len(ids) > MOST_LISTED))
                yield Problem.of(
                    answer,
                    f"concession {concession.id!r} answers {answer.demand!r}, which has parts; "
                    f"answer each part by its own id: {parts}",
                )


def _claims(dispute: Dispute) -> Iterator[Problem]:
    """Yield what is wrong between a claim and what it is tested on."""
    values = {figure.id: figure.value for figure in dispute.figures}
    parts = {part.id for demand in dispute.demands for part in demand.parts}
    for claim in dispute.claims:
        for check in claim.check.given.values() if claim.check else ():
            yield from _measurable(claim, check, values, parts)


def _measurable(
    claim: Claim, check: CheckKind, values: dict[str, Amount], parts: set[str]
) -> Iterator[Problem]:
    """Yield what is wrong with a check only beside the records that it names."""
    names: tuple[str, ...] = ()
    match check:
        case Count():
            for part in sorted(parts.intersection(check.among)):
                yield Problem.of(
                    check,
                    f"claim {claim.id!r} counts {part!r}, a part of a demand; name the demand",
                )
        case Compare():
            names = (*check.figures, check.to)
        case Extreme():
            names = (check.figure, *check.among)
        case RealTerms():
            names = (*check.awards, check.inflation)
        case Total():
            names = (check.total, *check.parts)
        case Fits():
            names = (*check.figures, *check.under)
    found = {values[name].unit: values[name] for name in names if name in values}
    if len(found) > 1:
        one, other = list(found.values())[:2]
        yield Problem.of(
            check,
            f"claim {claim.id!r} is tested on {one.text!r} and {other.text!r}: "
            "unlike units are not compared",
        )
    elif isinstance(check, RealTerms) and found.keys() - {"%"}:
        yield Problem.of(check, f"claim {claim.id!r}: awards after inflation are in %")
