"""The model: what a dispute's files say, as frozen values.

Every field carries how its YAML text is read and what it means; the reader, the data dictionary
and the tests take both from here. The model knows neither files nor rules.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from pcs_scorecard.amounts import Amount
from pcs_scorecard.claims import Claim, Event, Figure, Position, Subject, Vote
from pcs_scorecard.dates import Date
from pcs_scorecard.fields import (
    DATE_NOTE,
    DATE_PRINTED,
    Place,
    optional,
    place_field,
    reads,
    several,
)
from pcs_scorecard.sources import Document, Evidence, Party
from pcs_scorecard.words import Basis, Cause, ClaimVerdict, Kind, Level, Status


@attrs.frozen(kw_only=True)
class Asks:
    """The terms of a demand; what is not asked for is left out."""

    amount: Amount | None = optional("amount", "the number asked for, with its unit")
    level: Level | None = optional(Level, "for a level: which side of the amount to reach")
    baseline: Amount | None = optional(
        "amount", "where it stood before; a change counts from 0 without one"
    )
    basis: Basis | None = optional(Basis, "the kind of money asked for")
    period: str | None = optional("period", "the pay year it is asked for")
    due: Date | None = optional("date", "when it is to take effect, at the latest")
    lasting: bool = attrs.field(
        default=False,
        metadata=reads("yes", "whether it must hold without an end date"),
    )
    direction: str | None = optional("text", "for a demand without a number: which way to move")
    measure: str | None = optional("text", "the measure that a direction is tested on")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Part:
    """One part of a compound demand; who asks whom, and when, is as in the whole."""

    id: str = attrs.field(metadata=reads("id", "the name that answers use; no demand may bear it"))
    title: str = attrs.field(metadata=reads("text", "what this part asks for"))
    asks: Asks = attrs.field(default=Asks(), metadata=reads(Asks, "its terms"))
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Demand:
    """One thing asked for, by whom, of whom; the unit that gets a status."""

    id: str = attrs.field(metadata=reads("id", "the name that other records use"))
    title: str = attrs.field(metadata=reads("text", "what is asked for, in a few neutral words"))
    made_by: str = attrs.field(metadata=reads("-> parties", "who asks"))
    made_to: str = attrs.field(metadata=reads("-> parties", "who is asked"))
    date: Date | None = optional("date", "when it was made; undated, it is on every scoresheet")
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    asks: Asks = attrs.field(default=Asks(), metadata=reads(Asks, "its terms"))
    parts: tuple[Part, ...] = several(
        Part, "the parts of a compound demand; answers name the parts"
    )
    dropped: Date | None = optional("date", "when the side that made it gave it up")
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Gives:
    """The terms of an answer; what is not given is left out."""

    amount: Amount | None = optional("amount", "the number given, as recorded")
    basis: Basis | None = optional(Basis, "the kind of money given")
    period: str | None = optional("period", "the pay year it is given for")
    starts: Date | None = optional("date", "when it takes effect, if not when it was given")
    ends: Date | None = optional(
        "date", "the last day it holds; not the ordinary term of a settlement"
    )
    instead: str | None = optional("text", "what is given, where it is a thing of another kind")
    reaches: str | None = optional("text", "whom it reaches, where that is only some")
    share_reached: Amount | None = optional(
        "amount", "the share of those asked for that it reaches, in %"
    )
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Term:
    """A term of something given, in words."""

    says: str = attrs.field(metadata=reads("text", "the term, in a sentence of one's own"))
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Answer:
    """What was done, said or refused about one demand: how firmly, and on what terms."""

    demand: str | None = optional(
        "-> demands", "the demand, or the part, it answers; not in `undemanded`"
    )
    kind: Kind = attrs.field(metadata=reads(Kind, "how firm it is"))
    gives: Gives = attrs.field(default=Gives(), metadata=reads(Gives, "what it gives"))
    caveat: str | None = optional("text", "words by which its maker can leave it at will")
    restates: str | None = optional("text", "what, said or done before the dispute, it repeats")
    owed_to: str | None = optional("text", "the law or other cause it came from, if documented")
    in_return: str | None = optional("text", "what must be given in return")
    terms: tuple[Term, ...] = several(Term, "further terms, which no rule reads")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Concession:
    """Anything recorded as done, said or refused in answer to demands, refusals included."""

    id: str = attrs.field(metadata=reads("id", "the name that other records use"))
    title: str = attrs.field(metadata=reads("text", "what was done or said, in neutral words"))
    made_by: str = attrs.field(metadata=reads("-> parties", "who did or said it"))
    date: Date = attrs.field(metadata=reads("date", "when; it counts from the last day it can be"))
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    answers: tuple[Answer, ...] = several(Answer, "the demands it answers, each once")
    undemanded: Answer | None = optional(Answer, "what it holds that nobody had demanded")
    withdrawn: Date | None = optional("date", "when it was taken back")
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Verdict:
    """Somebody else's own rating of a demand; never used to compute a status."""

    demand: str = attrs.field(metadata=reads("-> demands", "the demand that is rated"))
    by: str = attrs.field(metadata=reads("-> parties", "who rates it"))
    status: Status = attrs.field(metadata=reads(Status, "the rating, on this scale"))
    printed: str = attrs.field(metadata=reads("quote", "the rating as printed, ten words at most"))
    date: Date = attrs.field(metadata=reads("date", "when it was published"))
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    cause: Cause | None = optional(Cause, "why it differs from the status, where it does")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Expectation:
    """What the editors of the data expect to be computed; tested, and never used to compute it."""

    demand: str | None = optional("-> demands", "the demand, or the part, whose status it is")
    status: Status | None = optional(Status, "the status that is expected")
    claim: str | None = optional("-> claims", "the claim whose verdict it is")
    verdict: ClaimVerdict | None = optional(ClaimVerdict, "the verdict that is expected")
    as_of: Date | None = optional("date", "the day of it; without one the last date on record")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Dispute:
    """One campaign between named parties over a period: the top level of a dispute's files."""

    name: str = attrs.field(default="dispute")
    """The name of its file or folder, which no file says."""
    title: str = attrs.field(metadata=reads("text", "the dispute's name for readers"))
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
