"""What claims are tested on beside the demands: figures, events, votes and positions."""

from __future__ import annotations

import attrs

from pcs_scorecard.model.fields import (
    DATE_NOTE,
    DATE_PRINTED,
    Complaints,
    Constraints,
    Place,
    Ref,
    dated,
    field,
    optional,
    place_field,
    several,
    share_complaints,
)
from pcs_scorecard.model.sources import Evidence
from pcs_scorecard.values.amounts import Amount
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import Stance


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Figure(Value):
    """A number that others are compared with."""

    id: str = field("id", "the name that other records use")
    title: str = field("text", "what the number is, in neutral words")
    value: Amount = field("amount", "the number, with its unit")
    measures: str = field("text", "what it measures; only figures with the same words are compared")
    group: str | None = optional("text", "for whom, or of whom")
    date: Date | None = optional("date", "the date it is of")
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Event(Value):
    """Something dated that happened, and answers no demand."""

    id: str = field("id", "the name that other records use")
    title: str = field("text", "what happened, in neutral words")
    date: Date | None = optional("date", "when, if not when it was first reported")
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    counted_from: str | None = optional(
        Ref("claims"), "the claim that its date is counted from, and which it cannot test"
    )
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Option(Value):
    """One of the things that could be voted for."""

    title: str = field("text", "what a vote for it says")
    share: Amount | None = optional("amount", "its share of the votes, in %")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Vote(Value):
    """A ballot, or a decision by vote."""

    id: str = field("id", "the name that other records use")
    title: str = field("text", "what was decided, in neutral words")
    held_by: str = field(Ref("parties"), "who voted: its members, its committee or its executive")
    date: Date | None = optional("date", "when, or when its result was first reported")
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    carried: bool | None = optional(
        "yes", "whether the offer voted on was accepted; left out of a vote to come"
    )
    options: tuple[Option, ...] = several(Option, "the options whose share is known")
    turnout: Amount | None = optional("amount", "the share of those entitled who voted, in %")
    share_needed: Amount | None = optional("amount", "the share of the votes it needed, in %")
    turnout_needed: Amount | None = optional("amount", "the turnout it needed, in %")
    outcome: str | None = optional("text", "what came of it, where documented")
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()

    @property
    def has_result(self) -> bool:
        """Whether anything of its result is on record; a vote to come has none."""
        told = (self.carried, self.turnout, self.outcome)
        return bool(self.options) or any(each is not None for each in told)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Subject(Value):
    """What positions are taken on."""

    id: str = field("id", "the name that other records use")
    title: str = field("text", "as a reader knows it")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Position(Value):
    """What a party said of a subject on a date; a silence is none."""

    party: str = field(Ref("parties"), "who said it")
    subject: str = field(Ref("subjects"), "of what")
    stance: Stance = field(Stance, "how it stood to it")
    says: str = field("text", "what was said or done, in words of one's own")
    date: Date | None = optional("date", "when, if not when it was first reported")
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


# What must hold ---------------------------------------------------------------------------


def _option(option: Option) -> Complaints:
    return share_complaints("share", option.share)


def _vote(vote: Vote) -> Complaints:
    complaints = dated(vote)
    for name in ("turnout", "share_needed", "turnout_needed"):
        complaints.extend(share_complaints(name, getattr(vote, name)))
    shares = [each.share.low for each in vote.options if each.share]
    if sum(share for share in shares if share is not None) > 100:
        complaints.append(
            ("options", "their shares come to more than 100%; give each question a vote of its own")
        )
    return complaints


CONSTRAINTS: Constraints = {
    Position: (dated, frozenset({"date_printed"})),
    Figure: (dated, frozenset({"date_printed"})),
    Event: (dated, frozenset({"date_printed"})),
    Option: (_option, frozenset({"share"})),
    Vote: (_vote, frozenset({"id"})),
}
