"""All records of a dispute, and on which day each of them counts.

The model knows neither files nor rules.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import attrs

from pcs_scorecard.model import claims, concessions, demands, facts, sources, verdicts
from pcs_scorecard.model.claims import Claim
from pcs_scorecard.model.concessions import Concession
from pcs_scorecard.model.demands import Demand, PayPoint
from pcs_scorecard.model.facts import Event, Figure, Position, Subject, Vote
from pcs_scorecard.model.fields import Constraints, field, optional, several
from pcs_scorecard.model.sources import Document, Evidence, Party
from pcs_scorecard.model.verdicts import Expectation, Verdict
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.value import Value


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Dispute(Value):
    """One campaign between named parties over a period: the top level of a dispute's files."""

    name: str = attrs.field(default="dispute")
    """The name of its file or folder, which no file says."""
    title: str = field("text", "the dispute's name for readers")
    summary: str | None = optional("text", "what a reader needs to know first")
    corrections: str | None = optional(
        "contact", "where readers can say what is wrong: an https address or an e-mail address"
    )
    parties: tuple[Party, ...] = several(Party, "who acts")
    documents: tuple[Document, ...] = several(Document, "the published sources")
    pay_points: tuple[PayPoint, ...] = several(
        PayPoint, "the salaries at which sums and percentages are compared"
    )
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


Dated = Demand | Concession | Verdict | Claim | Position | Figure | Vote | Event
"""A record of something that was asked, done, said or found at some time."""

CONSTRAINTS: Constraints = {
    **sources.CONSTRAINTS,
    **demands.CONSTRAINTS,
    **concessions.CONSTRAINTS,
    **verdicts.CONSTRAINTS,
    **facts.CONSTRAINTS,
    **claims.CONSTRAINTS,
}
"""What must hold inside each record."""


class Days:
    """The day of each record: its own date, or else that of the first document that reports it."""

    def __init__(self, dispute: Dispute) -> None:
        """Take the dates of a dispute's documents."""
        self.reports = {
            each.id: (each.date, each.date.as_reported(), each.publisher)
            for each in dispute.documents
            if each.date
        }
        self.votes = {vote.id: vote for vote in dispute.votes}

    def of(self, record: Dated) -> Date | None:
        """Return the day of a record, or None where no document that reports it has a date.

        One that is only reported may have been any day up to the report; what a party says in a
        document of its own it says on the date of that. A figure is of the date that it says, whenever
        it was printed.
        """
        if record.date is not None or type(record) is Figure:
            return record.date
        shown_by = (self.reports.get(each.document) for each in evidence_of(record))
        found = [each for each in shown_by if each]
        if not found:
            return None
        date, reported, publisher = min(found, key=lambda each: _last(each[0]))
        return date if publisher == _speaker(record) else reported

    def of_acceptance(self, made: Concession) -> Date | None:
        """Return when a concession was accepted: the last of its votes, if all have carried."""
        if not made.accepted_by:
            return made.accepted
        votes = [self.votes[name] for name in made.accepted_by if name in self.votes]
        dates = [date for vote in votes if vote.carried and (date := self.of(vote))]
        whole = len(dates) == len(made.accepted_by)
        return max(dates, key=_last) if whole else None

    def last(self, dispute: Dispute) -> datetime.date | None:
        """Return the last day on which something was asked, given, said or voted, if there is one.

        Figures, events, published ratings, due dates, ends and what was dropped do not move it, nor
        does a vote without a result.
        """
        dates = [self.of(demand) for demand in dispute.demands]
        for made in dispute.concessions:
            dates += (self.of(made), made.accepted, made.withdrawn)
            dates += (answer.withdrawn for answer in made.answers)
        said: tuple[Dated, ...] = (*dispute.claims, *dispute.positions)
        dates += (self.of(each) for each in said)
        dates += (self.of(vote) for vote in dispute.votes if vote.has_result)
        return max((date.last for date in dates if date is not None), default=None)


def with_days(dispute: Dispute) -> Dispute:
    """Return a dispute in which what was said, voted or happened bears its day.

    Demands and concessions, which can be very many, keep theirs as it is; `Days` tells it.
    """
    days = Days(dispute)
    sections: dict[str, Any] = {}
    for name in ("claims", "positions", "verdicts", "votes", "events"):
        records = getattr(dispute, name)
        if any(each.date is None for each in records):
            sections[name] = tuple(
                each if each.date is not None else attrs.evolve(each, date=days.of(each))
                for each in records
            )
    return attrs.evolve(dispute, **sections) if sections else dispute


def _speaker(record: Dated) -> str | None:
    """Return who said what is on record, where it is something said."""
    if isinstance(record, Position):
        return record.party
    if isinstance(record, Claim):
        return record.made_by
    return record.by if isinstance(record, Verdict) else None


def _last(date: Date) -> tuple[datetime.date, str]:
    return date.last, date.text


def evidence_of(record: Any) -> Iterator[Evidence]:
    """Yield the evidence of a record, that of single answers included."""
    yield from record.evidence
    if isinstance(record, Concession):
        for answer in record.answers:
            yield from answer.evidence
        if record.undemanded is not None:
            yield from record.undemanded.evidence
