"""What was given, said or refused: concessions, their answers, and the terms of these."""

from __future__ import annotations

from collections import Counter

import attrs

from pcs_scorecard.model.demands import Asks, unlike
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
)
from pcs_scorecard.model.sources import Evidence
from pcs_scorecard.values.amounts import Amount
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.vocabulary import GIVES_NOTHING, Basis, Kind


@attrs.frozen(kw_only=True)
class Gives:
    """The terms of an answer; what is not given is left out."""

    amount: Amount | None = optional("amount", "the number given, as recorded", "{}")
    basis: Basis | None = optional(Basis, "the kind of money given", "{}")
    period: str | None = optional("period", "the pay year it is given for", "for {}")
    starts: Date | None = optional(
        "date", "when it takes effect, if not when it was given", "from {}"
    )
    ends: Date | None = optional(
        "date", "the last day it holds; not the ordinary term of a settlement", "until {.end}"
    )
    instead: str | None = optional(
        "text", "what is given, where it is a thing of another kind", "instead: {}"
    )
    reaches: str | None = optional(
        "text", "whom it reaches, where that is only some", "reaching {}"
    )
    share_reached: Amount | None = optional(
        "amount",
        "the share of those asked for that it reaches, in %",
        "reaching {} of those asked for",
    )
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Term:
    """A term of something given, in words."""

    says: str = field("text", "the term, in a sentence of one's own")
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Answer:
    """What was done, said or refused about one demand: how firmly, and on what terms."""

    demand: str | None = optional(
        Ref("demands"), "the demand, or the part, it answers; not in `undemanded`"
    )
    kind: Kind = field(Kind, "how firm it is")
    gives: Gives = field(Gives, "what it gives", default=Gives())
    caveat: str | None = optional("text", "words by which its maker can leave it at will")
    restates: str | None = optional("text", "what, said or done before the dispute, it repeats")
    owed_to: str | None = optional("text", "the law or other cause it came from, if documented")
    in_return: str | None = optional("text", "what must be given in return")
    terms: tuple[Term, ...] = several(Term, "further terms, which no rule reads")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Concession:
    """Anything recorded as done, said or refused in answer to demands, refusals included."""

    id: str = field("id", "the name that other records use")
    title: str = field("text", "what was done or said, in neutral words")
    made_by: str = field(Ref("parties"), "who did or said it")
    date: Date = field("date", "when; it counts from the last day it can be")
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    answers: tuple[Answer, ...] = several(Answer, "the demands it answers, each once")
    undemanded: Answer | None = optional(Answer, "what it holds that nobody had demanded")
    withdrawn: Date | None = optional("date", "when it was taken back")
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


def unlike_units(asks: Asks, gives: Gives) -> str:
    """Say that what is given cannot be measured against what is asked, or nothing if it can."""
    if asks.amount is None or gives.amount is None or gives.amount.unit == asks.amount.unit:
        return ""
    if of_another_kind(asks, gives):
        return ""
    return unlike(gives.amount, asks.amount)


def of_another_kind(asks: Asks, gives: Gives) -> bool:
    """Tell whether the record says that a thing of another kind was given."""
    if gives.instead is not None:
        return True
    return asks.basis is not None and gives.basis is not None and asks.basis != gives.basis


# What must hold ---------------------------------------------------------------------------


def _gives(gives: Gives) -> Complaints:
    complaints = []
    starts, ends, share = gives.starts, gives.ends, gives.share_reached
    if starts and ends and ends.last < starts.last:
        complaints.append(("ends", f"found {ends.text!r}, before its start {starts.text!r}"))
    if share is not None:
        number = share.counted()
        if share.unit != "%" or number is None or not 0 <= number <= 100:
            complaints.append(
                ("share_reached", f"found {share.text!r}; allowed is a share from 0% to 100%")
            )
    return complaints


def _answer(answer: Answer) -> Complaints:
    only_period = Gives(period=answer.gives.period)
    if answer.kind in (*GIVES_NOTHING, Kind.TALKS) and answer.gives != only_period:
        return [("gives", f"{answer.kind} gives nothing; only a `period` can stand here")]
    return ()


def _concession(concession: Concession) -> Complaints:
    complaints = dated(concession)
    answers, taken = concession.answers, concession.withdrawn
    if not answers and concession.undemanded is None:
        complaints.append(
            (
                "answers",
                "answers nothing; add `answers`, or `undemanded` for what nobody had demanded",
            )
        )
    if taken and taken.last < concession.date.last:
        complaints.append(
            (
                "withdrawn",
                f"found {taken.text!r}, before it was made: {concession.date.text!r}",
            )
        )
    named = [answer.demand for answer in answers]
    if None in named:
        complaints.append(
            ("answers", "an answer names no `demand`; what nobody demanded goes to `undemanded`")
        )
    elif len(named) > 1:
        for name, times in sorted(Counter(map(str, named)).items()):
            if times > 1:
                complaints.append(
                    ("answers", f"answers {name!r} twice; a settlement in steps is one answer")
                )
    if concession.undemanded is not None and concession.undemanded.demand is not None:
        complaints.append(("undemanded", "names a demand; what answers one goes to `answers`"))
    return complaints


CONSTRAINTS: Constraints = {
    Gives: (_gives, frozenset({"ends", "share_reached"})),
    Answer: (_answer, frozenset({"gives"})),
    Concession: (_concession, frozenset({"id"})),
}
