"""What must hold inside one record, and between records, beyond each field's own type.

Pure functions over the model; the reader runs the first kind as each record closes and knows the
place of each field, the second kind run once over the whole dispute.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from pcs_scorecard.amounts import Amount
from pcs_scorecard.claims import (
    Check,
    CheckKind,
    Claim,
    Comparison,
    Count,
    Elapsed,
    Event,
    Extreme,
    Fact,
    Figure,
    Fits,
    Option,
    Position,
    RealTerms,
    Total,
    Vote,
)
from pcs_scorecard.model import (
    Answer,
    Asks,
    Concession,
    Demand,
    Dispute,
    Gives,
    Part,
    Verdict,
)
from pcs_scorecard.problems import Problem
from pcs_scorecard.sources import Document
from pcs_scorecard.terms import unlike, unlike_units
from pcs_scorecard.words import GIVES_NOTHING, Kind, Level, Status

Dated = Demand | Concession | Document | Verdict | Claim | Position | Figure | Vote | Event

Complaints = Sequence[tuple[str, str]]
"""Pairs of a field of the record, or "" for the record itself, and what is wrong with it."""


def _asks(asks: Asks) -> Complaints:
    amount, baseline = asks.amount, asks.baseline
    if amount is None:
        needless = (("level", asks.level), ("baseline", baseline))
        return [
            (name, "is about an amount, and none is asked for; add `amount`")
            for name, value in needless
            if value is not None
        ]
    asked = amount.counted(asks.level)
    if asked is None:
        return [("amount", f"found {amount.text!r}; a demand names the number it would be met by")]
    if amount.unit == "ratio" and asks.level is None:
        return [("amount", f"found {amount.text!r}; say in `level` which side of it to reach")]
    if baseline is None:
        if asks.level is None and not asked:
            return [("amount", f"found {amount.text!r}, no change; for a level add `level`")]
        return ()
    start = baseline.counted()
    if baseline.unit != amount.unit:
        return [("baseline", unlike(baseline, amount))]
    if start is None:
        return [("baseline", f"found {baseline.text!r}; a baseline is one number")]
    if start == asked:
        return [("baseline", f"found {baseline.text!r}, which is the amount asked for")]
    if asks.level and (start > asked) == (asks.level is Level.FLOOR):
        side = "above a floor" if asks.level is Level.FLOOR else "below a cap"
        return [("baseline", f"found {baseline.text!r}, {side} of {amount.text}: already met")]
    return ()


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


def _dated(record: Dated) -> list[tuple[str, str]]:
    if record.date_printed and not record.date_note:
        return [("date_printed", "differs from `date`; say in `date_note` why")]
    return []


def _demand(demand: Demand) -> Complaints:
    complaints = _dated(demand)
    if demand.parts and demand.asks != Asks():
        complaints.append(
            ("asks", "stands beside `parts`; a compound demand has its terms in its parts")
        )
    if demand.dropped and demand.date and demand.dropped.last < demand.date.last:
        complaints.append(
            (
                "dropped",
                f"found {demand.dropped.text!r}, before it was made: {demand.date.text!r}",
            )
        )
    return complaints


def _answer(answer: Answer) -> Complaints:
    only_period = Gives(period=answer.gives.period)
    if answer.kind in (*GIVES_NOTHING, Kind.TALKS) and answer.gives != only_period:
        return [("gives", f"{answer.kind} gives nothing; only a `period` can stand here")]
    return ()


def _concession(concession: Concession) -> Complaints:
    complaints = _dated(concession)
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
        for name in sorted({str(name) for name in named if named.count(name) > 1}):
            complaints.append(
                ("answers", f"answers {name!r} twice; a settlement in steps is one answer")
            )
    if concession.undemanded is not None and concession.undemanded.demand is not None:
        complaints.append(("undemanded", "names a demand; what answers one goes to `answers`"))
    return complaints


def _verdict(verdict: Verdict) -> Complaints:
    complaints = _dated(verdict)
    if verdict.status is Status.NO_RESPONSE:
        complaints.append(
            ("status", "no published rating says 'no-response'; leave the verdict out")
        )
    return complaints


def _share(name: str, amount: Amount | None) -> list[tuple[str, str]]:
    """Return what is wrong with an amount that must be a share."""
    if amount is None:
        return []
    ends = [end for end in (amount.low, amount.high) if end is not None]
    if amount.unit == "%" and ends and all(0 <= end <= 100 for end in ends):
        return []
    return [(name, f"found {amount.text!r}; allowed is a share from 0% to 100%")]


def _option(option: Option) -> Complaints:
    return _share("share", option.share)


def _vote(vote: Vote) -> Complaints:
    complaints = _dated(vote)
    for name in ("turnout", "share_needed", "turnout_needed"):
        complaints.extend(_share(name, getattr(vote, name)))
    shares = [each.share.low for each in vote.options if each.share]
    if sum(share for share in shares if share is not None) > 100:
        complaints.append(
            ("options", "their shares come to more than 100%; give each question a vote of its own")
        )
    return complaints


def _claim(claim: Claim) -> Complaints:
    complaints = _dated(claim)
    if (claim.check is None) == (claim.untested is None):
        found = "neither" if claim.check is None else "both"
        complaints.append(
            ("check", f"found {found} of `check` and `untested`; a claim has one of the two")
        )
    return complaints


def _check(check: Check) -> Complaints:
    if len(check.given) == 1:
        return ()
    return [("", f"found {len(check.given)} checks in one; a claim has one check")]


def _number(
    name: str, amount: Amount, units: Collection[str], allowed: str
) -> list[tuple[str, str]]:
    """Return what is wrong with a number that is claimed: nothing is equal to a range or bound."""
    if amount.unit not in units:
        return [(name, f"found {amount.text!r}; allowed is {allowed}")]
    if amount.low is None or amount.low != amount.high:
        return [(name, f"found {amount.text!r}; allowed is one number: bounds stand in `relation`")]
    return []


def _beside_itself(
    name: str, records: Collection[str], others: Collection[str]
) -> list[tuple[str, str]]:
    """Return what is wrong where a check sets a record beside itself, and finds nothing out."""
    return [
        (name, f"found {each!r} on both sides; nothing is tested on itself")
        for each in sorted(set(records).intersection(others))
    ]


def _count(check: Count) -> Complaints:
    complaints = _number("number", check.number, ("", "%"), "a count, or a share in %")
    if check.reaching is Status.NO_RESPONSE:
        complaints.append(("reaching", "'no-response' is off the scale; name a status on it"))
    return complaints


def _comparison(check: Comparison) -> Complaints:
    complaints = _beside_itself("to", (check.to,), check.figures)
    factor, allowed = check.factor, "a plain number above 0"
    if factor is None:
        return complaints
    if factor.low is not None and factor.low <= 0:
        return [*complaints, ("factor", f"found {factor.text!r}; allowed is {allowed}")]
    return [*complaints, *_number("factor", factor, ("",), allowed)]


def _extreme(check: Extreme) -> Complaints:
    return _beside_itself("figure", (check.figure,), check.among)


def _real_terms(check: RealTerms) -> Complaints:
    return [
        *_beside_itself("inflation", (check.inflation,), check.awards),
        *_number("number", check.number, ("%",), "a rise in %"),
    ]


def _elapsed(check: Elapsed) -> Complaints:
    return [
        *_beside_itself("end", (check.end,), (check.start,)),
        *_number("number", check.number, ("days", "weeks"), "a number of days or weeks"),
    ]


def _total(check: Total) -> Complaints:
    return _beside_itself("total", (check.total,), check.parts)


def _fits(check: Fits) -> Complaints:
    return _beside_itself("figures", check.figures, check.under)


def _fact(check: Fact) -> Complaints:
    given = [each for each in (check.concession, check.event, check.vote) if each is not None]
    if len(given) == 1:
        return ()
    return [
        (
            "confirms",
            f"found {len(given)} records beside it; name one concession, event or vote",
        )
    ]


WITHIN: dict[type, tuple[Callable[[Any], Complaints], frozenset[str]]] = {
    Asks: (_asks, frozenset({"amount", "level", "baseline"})),
    Gives: (_gives, frozenset({"ends", "share_reached"})),
    Document: (_dated, frozenset({"date_printed"})),
    Demand: (_demand, frozenset({"date_printed", "parts", "dropped"})),
    Answer: (_answer, frozenset({"gives"})),
    Concession: (_concession, frozenset({"id"})),
    Verdict: (_verdict, frozenset({"date_printed", "status"})),
    Claim: (_claim, frozenset({"id"})),
    Check: (_check, frozenset({"place"})),
    Count: (_count, frozenset({"number"})),
    Comparison: (_comparison, frozenset({"to"})),
    Extreme: (_extreme, frozenset({"figure"})),
    RealTerms: (_real_terms, frozenset({"number"})),
    Elapsed: (_elapsed, frozenset({"number"})),
    Total: (_total, frozenset({"total"})),
    Fits: (_fits, frozenset({"figures"})),
    Fact: (_fact, frozenset({"confirms"})),
    Position: (_dated, frozenset({"date_printed"})),
    Figure: (_dated, frozenset({"date_printed"})),
    Event: (_dated, frozenset({"date_printed"})),
    Option: (_option, frozenset({"share"})),
    Vote: (_vote, frozenset({"id"})),
}
"""What must hold inside one record, by its class, and the fields without which it always does."""


def between(dispute: Dispute) -> Iterator[Problem]:
    """Yield what is wrong between records, and warnings of what weakens a scoresheet."""
    asked: dict[str | None, Asks] = {}
    for demand in dispute.demands:
        asked[demand.id] = demand.asks
        asked.update((part.id, part.asks) for part in demand.parts)
        yield from _weak(demand)
    for concession in dispute.concessions:
        if not concession.evidence:
            yield _warning(
                concession,
                f"concession {concession.id!r} has no evidence; the rule `unsourced` holds it down",
            )
        for answer in concession.answers:
            asks = asked.get(answer.demand)
            if asks is not None:
                yield from _beside(asks, answer, concession)
    for verdict in dispute.verdicts:
        if not verdict.evidence:
            yield _warning(
                verdict, f"the verdict on {verdict.demand!r} by {verdict.by!r} has no evidence"
            )
    whole = {demand.id: demand.parts for demand in dispute.demands if demand.parts}
    if whole:
        yield from _answers_to_the_whole(dispute, whole)
    for word, records in (
        ("claim", dispute.claims),
        ("figure", dispute.figures),
        ("vote", dispute.votes),
        ("event", dispute.events),
    ):
        for record in records:
            if not record.evidence:
                yield _warning(record, f"{word} {record.id!r} has no evidence")
    for position in dispute.positions:
        if not position.evidence:
            yield _warning(
                position,
                f"the position of {position.party!r} on {position.subject!r} has no evidence",
            )
    values = {figure.id: figure.value for figure in dispute.figures}
    parts_of_none = {part.id for parts in whole.values() for part in parts}
    for claim in dispute.claims:
        for check in claim.check.given.values() if claim.check else ():
            yield from _measurable(claim, check, values, parts_of_none)


def _beside(asks: Asks, answer: Answer, concession: Concession) -> Iterator[Problem]:
    """Yield what is wrong with an answer only beside the demand it answers."""
    if wrong := unlike_units(asks, answer.gives):
        remedy = "where it really is another kind of thing, say so in `basis` or `instead`"
        yield _error(answer.gives, f"concession {concession.id!r}: {wrong}; {remedy}")
    held_down = answer.owed_to or answer.restates
    if answer.kind in (Kind.AGREED, Kind.IN_FORCE) and not held_down:
        for field in ("basis", "period"):
            if getattr(asks, field) and not getattr(answer.gives, field):
                yield _warning(
                    answer,
                    f"concession {concession.id!r} records no `{field}`, where "
                    f"{getattr(asks, field)} was asked for; without one it counts as the same",
                )


def _weak(demand: Demand) -> Iterator[Problem]:
    if not demand.evidence:
        yield _warning(demand, f"demand {demand.id!r} has no evidence")
    for item in demand.parts or (demand,):
        asks = item.asks
        if asks.direction and not asks.measure:
            yield _warning(
                asks,
                f"demand {item.id!r} asks for a direction only; "
                "name the measure it is tested on in `measure`",
            )
        if asks.amount and "/" in asks.amount.unit and not asks.level and not asks.baseline:
            yield _warning(
                asks,
                f"demand {item.id!r} asks for {asks.amount} more, counted from 0; "
                "if that is a level to reach, say so in `level`",
            )


def _answers_to_the_whole(
    dispute: Dispute, whole: dict[str, tuple[Part, ...]]
) -> Iterator[Problem]:
    for concession in dispute.concessions:
        for answer in concession.answers:
            if answer.demand in whole:
                parts = ", ".join(part.id for part in whole[answer.demand])
                yield _error(
                    answer,
                    f"concession {concession.id!r} answers {answer.demand!r}, which has parts; "
                    f"answer each part by its own id: {parts}",
                )


def _measurable(
    claim: Claim, check: CheckKind, values: dict[str, Amount], parts: set[str]
) -> Iterator[Problem]:
    """Yield what is wrong with a check only beside the records that it names."""
    names: tuple[str, ...] = ()
    match check:
        case Count():
            for part in sorted(parts.intersection(check.among)):
                yield _error(
                    check,
                    f"claim {claim.id!r} counts {part!r}, a part of a demand; name the demand",
                )
        case Comparison():
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
        yield _error(
            check,
            f"claim {claim.id!r} is tested on {one.text!r} and {other.text!r}: "
            "unlike units are not compared",
        )
    elif isinstance(check, RealTerms) and found.keys() - {"%"}:
        yield _error(check, f"claim {claim.id!r}: awards after inflation are in %")


def _error(record: Answer | Gives | CheckKind, message: str) -> Problem:
    return Problem(record.place or _NOWHERE, message)


def _warning(record: Dated | Asks | Answer, message: str) -> Problem:
    return Problem(record.place or _NOWHERE, message, warning=True)


_NOWHERE = ("", 1, 1)
"""The place of records that were made in Python, not read."""
