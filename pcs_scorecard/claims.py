"""What is said about a dispute, and the facts beside the demands that it is tested on."""

from __future__ import annotations

import attrs

from pcs_scorecard.amounts import Amount
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
from pcs_scorecard.sources import Evidence
from pcs_scorecard.words import End, Relation, Stance, Status

# Facts ---------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Figure:
    """A number that others are compared with."""

    id: str = attrs.field(metadata=reads("id", "the name that other records use"))
    title: str = attrs.field(metadata=reads("text", "what the number is, in neutral words"))
    value: Amount = attrs.field(metadata=reads("amount", "the number, with its unit"))
    measures: str = attrs.field(
        metadata=reads("text", "what it measures; only figures with the same words are compared")
    )
    group: str | None = optional("text", "for whom, or of whom")
    date: Date | None = optional("date", "the date it is of")
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Event:
    """Something dated that happened, and answers no demand."""

    id: str = attrs.field(metadata=reads("id", "the name that other records use"))
    title: str = attrs.field(metadata=reads("text", "what happened, in neutral words"))
    date: Date = attrs.field(metadata=reads("date", "when"))
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    counted_from: str | None = optional(
        "-> claims", "the claim that its date is counted from, and which it cannot test"
    )
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Option:
    """One of the things that could be voted for."""

    title: str = attrs.field(metadata=reads("text", "what a vote for it says"))
    share: Amount | None = optional("amount", "its share of the votes, in %")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Vote:
    """A ballot, or a decision by vote."""

    id: str = attrs.field(metadata=reads("id", "the name that other records use"))
    title: str = attrs.field(metadata=reads("text", "what was decided, in neutral words"))
    held_by: str = attrs.field(metadata=reads("-> parties", "whose members voted"))
    date: Date | None = optional("date", "when, or when its result was published")
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    options: tuple[Option, ...] = several(Option, "the options whose share is known")
    turnout: Amount | None = optional("amount", "the share of those entitled who voted, in %")
    share_needed: Amount | None = optional("amount", "the share of the votes it needed, in %")
    turnout_needed: Amount | None = optional("amount", "the turnout it needed, in %")
    outcome: str | None = optional("text", "what came of it, where documented")
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Subject:
    """What positions are taken on."""

    id: str = attrs.field(metadata=reads("id", "the name that other records use"))
    title: str = attrs.field(metadata=reads("text", "as a reader knows it"))
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Position:
    """What a party said of a subject on a date; a silence is none."""

    party: str = attrs.field(metadata=reads("-> parties", "who said it"))
    subject: str = attrs.field(metadata=reads("-> subjects", "of what"))
    stance: Stance = attrs.field(metadata=reads(Stance, "how it stood to it"))
    says: str = attrs.field(metadata=reads("text", "what was said or done, in words of one's own"))
    date: Date = attrs.field(metadata=reads("date", "when"))
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


# Checks --------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Count:
    """A check: how many demands are at least so far on the scale."""

    reaching: Status = attrs.field(metadata=reads(Status, "demands of this status or a better one"))
    relation: Relation = attrs.field(metadata=reads(Relation, "how many the claim says there are"))
    number: Amount = attrs.field(metadata=reads("amount", "a count, or a share of them in %"))
    among: tuple[str, ...] = several("-> demands", "of these demands only, where not of all")
    as_of: Date | None = optional("date", "the day the statuses are of, if not the claim's")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Comparison:
    """A check: figures beside another, or a multiple of it."""

    figures: tuple[str, ...] = attrs.field(
        metadata=reads(["-> figures"], "the figures, each of which must stand so")
    )
    relation: Relation = attrs.field(metadata=reads(Relation, "how they stand to the other"))
    to: str = attrs.field(metadata=reads("-> figures", "the other figure"))
    factor: Amount | None = optional("amount", "times this number: 2 for “double”")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Extreme:
    """A check: the lowest or the highest among named figures."""

    figure: str = attrs.field(metadata=reads("-> figures", "the figure"))
    end: End = attrs.field(metadata=reads(End, "which end of them it is said to be at"))
    among: tuple[str, ...] = attrs.field(metadata=reads(["-> figures"], "the others"))
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class RealTerms:
    """A check: awards after inflation, (1 + award) / (1 + inflation) - 1."""

    awards: tuple[str, ...] = attrs.field(
        metadata=reads(["-> figures"], "the awards, each of which must stand so")
    )
    inflation: str = attrs.field(metadata=reads("-> figures", "inflation in the same time"))
    relation: Relation = attrs.field(metadata=reads(Relation, "how the result stands to `number`"))
    number: Amount = attrs.field(metadata=reads("amount", "in %: less than 0% is a cut"))
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Elapsed:
    """A check: the days between two events."""

    start: str = attrs.field(metadata=reads("-> events", "the first event"))
    end: str = attrs.field(metadata=reads("-> events", "the second event"))
    relation: Relation = attrs.field(metadata=reads(Relation, "how the days stand to `number`"))
    number: Amount = attrs.field(metadata=reads("amount", "in days"))
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Total:
    """A check: a total that must equal its parts."""

    total: str = attrs.field(metadata=reads("-> figures", "the total"))
    parts: tuple[str, ...] = attrs.field(metadata=reads(["-> figures"], "its parts"))
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Fits:
    """A check: whether figures for all fit under a ceiling."""

    figures: tuple[str, ...] = attrs.field(
        metadata=reads(["-> figures"], "what all are to have, each for itself")
    )
    under: tuple[str, ...] = attrs.field(
        metadata=reads(["-> figures"], "the ceiling, or its parts, which are added")
    )
    fits: bool = attrs.field(metadata=reads("yes", "whether the claim says that it fits"))
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class StanceChange:
    """A check: whether a party's stance on a subject has changed, by its recorded positions."""

    party: str = attrs.field(metadata=reads("-> parties", "the party"))
    subject: str = attrs.field(metadata=reads("-> subjects", "the subject"))
    changed: bool = attrs.field(metadata=reads("yes", "whether the claim says that it changed"))
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Fact:
    """A check: a record that confirms or denies what is stated; one of the three."""

    concession: str | None = optional("-> concessions", "something done, said or refused")
    event: str | None = optional("-> events", "something that happened")
    vote: str | None = optional("-> votes", "a vote")
    confirms: bool = attrs.field(
        metadata=reads("yes", "whether it confirms the statement; else it denies it")
    )
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Check:
    """How a claim is tested: one of these, and why so."""

    count: Count | None = optional(Count, "how many demands were met so far")
    compare: Comparison | None = optional(Comparison, "one figure beside another")
    extreme: Extreme | None = optional(Extreme, "the lowest or highest among figures")
    real_terms: RealTerms | None = optional(RealTerms, "an award after inflation")
    elapsed: Elapsed | None = optional(Elapsed, "the days between two events")
    total: Total | None = optional(Total, "a total and its parts")
    fits: Fits | None = optional(Fits, "what fits under a ceiling")
    stance_change: StanceChange | None = optional(StanceChange, "a party's stance, then and now")
    fact: Fact | None = optional(Fact, "a record that says so, or that it is not so")
    note: str | None = optional("text", "what the coder chose, such as a threshold, and why")
    place: Place | None = place_field()

    @property
    def given(self) -> dict[str, CheckKind]:
        """The checks that are given, by name, of which there must be one."""
        fields = attrs.asdict(self, recurse=False)
        return {name: value for name, value in fields.items() if isinstance(value, CheckKind)}

    @property
    def name(self) -> str:
        """The name of the check that is given."""
        return next(iter(self.given))


CheckKind = Count | Comparison | Extreme | RealTerms | Elapsed | Total | Fits | StanceChange | Fact


# Claims --------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Context:
    """What must be known beside a claim; it changes no verdict."""

    says: str = attrs.field(metadata=reads("text", "the fact, in a sentence of one's own"))
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Claim:
    """A party's statement about the outcome, and the check it is put to."""

    id: str = attrs.field(metadata=reads("id", "the name that readers use"))
    title: str = attrs.field(metadata=reads("text", "what is claimed, in neutral words"))
    made_by: str = attrs.field(metadata=reads("-> parties", "who claims it"))
    date: Date = attrs.field(metadata=reads("date", "when; a count is of the statuses then"))
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    check: Check | None = optional(Check, "what the library runs")
    untested: str | None = optional("text", "why nothing here can test it, where there is no check")
    context: tuple[Context, ...] = several(Context, "what must be known beside it")
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is made")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()
