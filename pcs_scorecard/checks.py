"""What must hold inside one record, and between records, beyond each field's own type.

Pure functions over the model; the reader runs the first kind as each record closes and knows the
place of each field, the second kind run once over the whole dispute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pcs_scorecard.amounts import Amount
from pcs_scorecard.model import (
    Answer,
    Asks,
    Concession,
    Demand,
    Dispute,
    Document,
    Gives,
    Verdict,
)
from pcs_scorecard.problems import Problem
from pcs_scorecard.words import Kind, Level, Status

Complaints = Sequence[tuple[str, str]]
"""Pairs of a field of the record and what is wrong with it."""

GIVES_NOTHING = frozenset({Kind.REFUSAL, Kind.WORSENING, Kind.NOTHING_OFFERED})
"""The kinds of response in which there is nothing to measure."""


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
        return [
            ("amount", f"found {amount.text!r}; a demand names the number it would be met by")
        ]
    if baseline is None:
        if asks.level is None and not asked:
            return [("amount", f"found {amount.text!r}, no change; for a level add `level`")]
        return ()
    start = baseline.counted()
    if baseline.unit != amount.unit:
        return [("baseline", _unlike(baseline, amount))]
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


def _dated(record: Demand | Concession | Document | Verdict) -> list[tuple[str, str]]:
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
    if answer.kind in GIVES_NOTHING and answer.gives != Gives(period=answer.gives.period):
        return [("gives", f"a {answer.kind} gives nothing; only a `period` can stand here")]
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


WITHIN: dict[type, tuple[Callable[[Any], Complaints], tuple[str, ...]]] = {
    Asks: (_asks, ("amount", "level", "baseline")),
    Gives: (_gives, ("ends", "share_reached")),
    Document: (_dated, ("date_printed",)),
    Demand: (_demand, ("date_printed", "parts", "dropped")),
    Answer: (_answer, ("gives",)),
    Concession: (_concession, ("id",)),
    Verdict: (_verdict, ("date_printed", "status")),
}
"""What must hold inside one record, by its class, and the fields without which it always does."""


def _unlike(found: Amount, asked: Amount) -> str:
    """Say that two amounts cannot be compared."""
    units = [repr(amount.unit) if amount.unit else "a plain number" for amount in (found, asked)]
    return (
        f"found {found.text!r} in the unit {units[0]}, where {asked.text!r} is asked for "
        f"in the unit {units[1]}: unlike things are not compared"
    )


def between(dispute: Dispute) -> Iterator[Problem]:
    """Yield what is wrong between records, and warnings of what weakens a scoresheet."""
    nowhere = (dispute.name, 1, 1)
    asked: dict[str, Asks] = {}
    whole: set[str] = set()
    for demand in dispute.demands:
        place = demand.place or nowhere
        asked[demand.id] = demand.asks
        if demand.parts:
            whole.add(demand.id)
        if not demand.evidence:
            yield Problem(place, f"demand {demand.id!r} has no evidence", warning=True)
        for item in (demand, *demand.parts):
            asked[item.id] = item.asks
            if item.asks.direction and not item.asks.measure:
                yield Problem(
                    item.asks.place or place,
                    f"demand {item.id!r} asks for a direction only; "
                    "name the measure it is tested on in `measure`",
                    warning=True,
                )
    for concession in dispute.concessions:
        place = concession.place or nowhere
        if not concession.evidence:
            yield Problem(
                place,
                f"concession {concession.id!r} has no evidence; the rule `unsourced` holds it down",
                warning=True,
            )
        for answer in concession.answers:
            if answer.demand in whole:
                yield Problem(
                    answer.place or place,
                    f"concession {concession.id!r} answers {answer.demand!r}, "
                    "which has parts; answer each part by its own id",
                )
            asks = asked.get(answer.demand or "")
            if asks is not None and (wrong := unlike_units(asks, answer.gives)):
                yield Problem(
                    answer.gives.place or answer.place or place,
                    f"concession {concession.id!r}: {wrong}; where it really is a thing of "
                    "another kind, say so in `basis` or `instead`",
                )


def unlike_units(asks: Asks, gives: Gives) -> str:
    """Say that what is given cannot be measured against what is asked, or nothing if it can."""
    if asks.amount is None or gives.amount is None or gives.amount.unit == asks.amount.unit:
        return ""
    if of_another_kind(asks, gives):
        return ""
    return _unlike(gives.amount, asks.amount)


def of_another_kind(asks: Asks, gives: Gives) -> bool:
    """Tell whether the record says that a thing of another kind was given."""
    if gives.instead is not None:
        return True
    return asks.basis is not None and gives.basis is not None and asks.basis != gives.basis


