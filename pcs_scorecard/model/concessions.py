"""What was given, said or refused: concessions, their answers, and the terms of these."""

from __future__ import annotations

from collections import Counter

import attrs

from pcs_scorecard.model.fields import (
    DATE_NOTE,
    DATE_PRINTED,
    Complaints,
    Constraints,
    Place,
    Ref,
    bare_complaints,
    dated,
    field,
    in_words,
    optional,
    place_field,
    several,
    share_complaints,
)
from pcs_scorecard.model.sources import Evidence
from pcs_scorecard.values.amounts import Amount, without_minus
from pcs_scorecard.values.dates import Date, Period
from pcs_scorecard.values.messages import shown, to_write
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import GIVES_NOTHING, Basis, Kind


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Stage(Value):
    """One step of what is given in stages."""

    more: Amount | None = optional("amount", "a sum or a change upwards", "{:more}")
    less: Amount | None = optional("amount", "a change downwards", "{:less}")
    to: Amount | None = optional("amount", "the level reached: £13/hour", "{}")
    period: Period | None = optional("period", "the years it is for", "for {}")
    starts: Date = field("date", "when it takes effect", words="from {}")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Gives(Value):
    """The terms of an answer; what is not given is left out."""

    more: Amount | None = optional("amount", "a sum or a change upwards", "{:more}")
    less: Amount | None = optional("amount", "a change downwards", "{:less}")
    to: Amount | None = optional("amount", "the level reached: £13/hour", "{}")
    stages: tuple[Stage, ...] = field(
        Stage,
        "what is given step by step, in place of the above; changes are added",
        many=True,
        default=(),
        words="{}",
    )
    basis: Basis | None = optional(Basis, "the kind of money given", "{}")
    period: Period | None = optional("period", "the years it is given for", "for {}")
    starts: Date | None = optional(
        "date", "when it takes effect, if not when it was given", "from {}"
    )
    ends: Date | None = optional(
        "date", "the last day it holds; not the ordinary term of a settlement", "until {.end}"
    )
    instead: str | None = optional(
        "text", "what is given, measured otherwise than asked", "instead: {}"
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

    @property
    def amount(self) -> Amount | None:
        """What is given at once: a change, or a level."""
        return self.more or self.less or self.to

    @property
    def figured(self) -> bool:
        """Whether it holds a number of what is given, at once or in stages."""
        return self.amount is not None or bool(self.stages)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Term(Value):
    """A term of something given, in words."""

    says: str = field("text", "the term, in a sentence of one's own")
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Answer(Value):
    """What was done, said or refused about one demand: how firmly, and on what terms."""

    demand: str | None = optional(
        Ref("demands"), "the demand, or the part, it answers; not in `undemanded`"
    )
    for_: tuple[str, ...] = several(Ref("pay_points"), "the pay points it is about, where not all")
    kind: Kind = field(Kind, "how firm it is")
    title: str | None = optional("text", "what heads it in lists, if not the concession's title")
    says: str | None = optional("text", "who did what, in a plain sentence of at most 20 words")
    gives: Gives = field(Gives, "what it gives", default=Gives())
    caveat: str | None = optional("text", "words by which its maker can leave it at will")
    restates: str | None = optional("text", "what, said or done before the dispute, it repeats")
    owed_to: str | None = optional("text", "the law or other cause it came from, if documented")
    in_return: str | None = optional("text", "what must be given in return")
    subject_to: str | None = optional(
        "text", "what it depends on that is not in its maker's hands: a law, a profit"
    )
    withdrawn: Date | None = optional("date", "when this answer alone was taken back")
    terms: tuple[Term, ...] = several(Term, "further terms, which no rule reads")
    evidence: tuple[Evidence, ...] = several(
        Evidence, "where this answer is documented, beside what documents the whole"
    )
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Concession(Value):
    """Anything recorded as done, said or refused in answer to demands, refusals included."""

    id: str = field("id", "the name that other records use")
    title: str = field("text", "what was done or said, in neutral words")
    made_by: str = field(Ref("parties"), "who did or said it, or whom an award binds")
    date: Date | None = optional("date", "when, if not when it was first reported")
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    accepted: Date | None = optional("date", "when it was accepted; an offer until then")
    accepted_by: tuple[str, ...] = field(
        Ref("votes"),
        "the vote that accepts it, or votes that must all carry",
        many=True,
        alone=True,
        default=(),
    )
    withdrawn: Date | None = optional("date", "when all of it was taken back")
    answers: tuple[Answer, ...] = several(Answer, "the demands it answers")
    undemanded: Answer | None = optional(Answer, "what it holds that nobody had demanded")
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


# What must hold ---------------------------------------------------------------------------


def _amounts(record: Gives | Stage) -> list[tuple[str, str]]:
    """Return what is wrong with the amounts that are given at once."""
    names = [name for name in ("more", "less", "to") if getattr(record, name) is not None]
    if len(names) > 1:
        found = " and ".join(f"`{name}`" for name in names)
        return [(names[1], f"stands beside another amount: found {found}; keep one")]
    complaints = bare_complaints(record)
    for name in names:
        amount = getattr(record, name)
        if name != "to" and amount.low is not None and amount.low < 0:
            other = "less" if name == "more" else "more"
            plainly = to_write(without_minus(amount.text))
            complaints.append((name, f"found {shown(amount.text)}; write {other}: {plainly}"))
    return complaints


def _stage(stage: Stage) -> Complaints:
    if stage.more or stage.less or stage.to:
        return _amounts(stage)
    return [("", "has no amount; a stage has one of `more`, `less` and `to`")]


def _gives(gives: Gives) -> Complaints:
    complaints = _amounts(gives)
    starts, ends, share = gives.starts, gives.ends, gives.share_reached
    if starts and ends and ends.last < starts.first:
        complaints.append(("ends", f"found {ends.text!r}, before its start {starts.text!r}"))
    if share is not None:
        complaints += share_complaints("share_reached", share)
    if gives.stages:
        beside = [
            name for name in ("more", "less", "to", "starts", "period") if getattr(gives, name)
        ]
        complaints += [
            (
                name,
                f"stands beside `stages`, each of which has its own; write `{name}` in each stage, and not "
                "here",
            )
            for name in beside
        ]
        if len({stage.to is None for stage in gives.stages}) > 1:
            complaints.append(
                (
                    "stages",
                    "found both changes and levels; where a document gives all stages in one way, write "
                    "them so; else keep the one and tell the other in `terms`",
                )
            )
    return complaints


def _answer(answer: Answer) -> Complaints:
    only_period = Gives(period=answer.gives.period)
    if answer.kind in GIVES_NOTHING and answer.gives != only_period:
        found = ", ".join(in_words(attrs.evolve(answer.gives, period=None))) or "terms"
        return [
            (
                "gives",
                f"found {shown(found)}, and {answer.kind} gives nothing: only a `period` can stand here; "
                "what was given beside it is an answer of another kind, in a concession of its own",
            )
        ]
    return ()


def _concession(concession: Concession) -> Complaints:
    complaints = dated(concession)
    answers, made = concession.answers, concession.date
    if not answers and concession.undemanded is None:
        complaints.append(
            (
                "answers",
                "answers nothing; add `answers`, or `undemanded` for what nobody had demanded",
            )
        )
    for name, date in (
        ("withdrawn", concession.withdrawn),
        ("accepted", concession.accepted),
        *(("answers", answer.withdrawn) for answer in answers),
    ):
        if date and made and date.last < made.first:
            complaints.append(
                (
                    name,
                    f"found {date.text!r}, before it was made: {made.text!r}; correct the date that is "
                    "wrong",
                )
            )
    accepted, withdrawn = concession.accepted, concession.withdrawn
    if accepted and withdrawn and accepted.after(withdrawn):
        complaints.append(
            (
                "accepted",
                f"found {accepted.text!r}, after all of it was taken back: {withdrawn.text!r}; what is "
                "offered again is a concession of its own",
            )
        )
    if concession.accepted and concession.accepted_by:
        complaints.append(("accepted", "stands beside `accepted_by`; keep one of the two"))
    complaints += _named(answers)
    if concession.undemanded is not None and concession.undemanded.demand is not None:
        complaints.append(("undemanded", "names a demand; what answers one goes to `answers`"))
    return complaints


def _named(answers: tuple[Answer, ...]) -> list[tuple[str, str]]:
    """Return what is wrong with the demands that answers name."""
    named = [answer.demand for answer in answers]
    if None in named:
        return [
            ("answers", "an answer names no `demand`; what nobody demanded goes to `undemanded`")
        ]
    if len(named) == len(set(named)):
        return []
    complaints = []
    for name, times in sorted(Counter(map(str, named)).items()):
        points = [answer.for_ for answer in answers if answer.demand == name]
        told = Counter(point for each in points for point in each)
        if times > 1 and not all(points):
            complaints.append(
                (
                    "answers",
                    f"answers {name!r} twice; steps at once are one amount, 2% + 1%, steps on days are "
                    "`stages`, what some pay points get alone says so in `for`, a sum paid once beside a "
                    "rise is `undemanded`, and two things that are said apart are two concessions",
                )
            )
        elif twice := sorted(point for point, count in told.items() if count > 1):
            complaints.append(
                ("answers", f"answers {name!r} twice for the pay point {twice[0]!r}; keep one")
            )
    return complaints


CONSTRAINTS: Constraints = {
    Stage: (_stage, frozenset({"starts"})),
    Gives: (_gives, frozenset({"more", "less", "to", "stages", "ends", "share_reached"})),
    Answer: (_answer, frozenset({"gives"})),
    Concession: (_concession, frozenset({"id"})),
}
