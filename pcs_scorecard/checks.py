"""What must hold inside one record, and between records, beyond each field's own type.

Pure functions over the model; the reader runs the first kind as each record closes and knows the
place of each field, the second kind run once over the whole dispute.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pcs_scorecard.model import (
    Answer,
    Asks,
    Concession,
    Demand,
    Dispute,
    Expectation,
    Gives,
    Part,
    Verdict,
)
from pcs_scorecard.problems import Problem
from pcs_scorecard.sources import Document
from pcs_scorecard.terms import unlike, unlike_units
from pcs_scorecard.words import GIVES_NOTHING, Kind, Level, Status, shown

Complaints = Sequence[tuple[str, str]]
"""Pairs of a field of the record, or "" for the record itself, and what is wrong with it."""


MOST_LISTED = 12
"""How many ids a message lists."""


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


def dated(record: Any) -> list[tuple[str, str]]:
    """Return what is wrong with the date of a record that has one."""
    if record.date_printed and not record.date_note:
        return [("date_printed", "differs from `date`; say in `date_note` why")]
    return []


def _demand(demand: Demand) -> Complaints:
    complaints = dated(demand)
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


def _document(document: Document) -> Complaints:
    complaints = dated(document)
    if document.file and {"/", "\\"}.intersection(document.file):
        complaints.append(
            (
                "file",
                f"found {shown(document.file)}; allowed is the name of a file, without folders",
            )
        )
    return complaints


def _expectation(expected: Expectation) -> Complaints:
    fields = ("demand", "status", "claim", "verdict")
    found = [name for name in fields if getattr(expected, name) is not None]
    if found in (["demand", "status"], ["claim", "verdict"]):
        return ()
    allowed = "allowed is a `demand` with its `status`, or a `claim` with its `verdict`"
    return [("", f"found {', '.join(f'`{name}`' for name in found) or 'neither'}; {allowed}")]


def _verdict(verdict: Verdict) -> Complaints:
    complaints = dated(verdict)
    if verdict.status is Status.NO_RESPONSE:
        complaints.append(
            ("status", "no published rating says 'no-response'; leave the verdict out")
        )
    return complaints


WITHIN: dict[type, tuple[Callable[[Any], Complaints], frozenset[str]]] = {
    Asks: (_asks, frozenset({"amount", "level", "baseline"})),
    Gives: (_gives, frozenset({"ends", "share_reached"})),
    Document: (_document, frozenset({"date_printed", "file"})),
    Demand: (_demand, frozenset({"date_printed", "parts", "dropped"})),
    Answer: (_answer, frozenset({"gives"})),
    Concession: (_concession, frozenset({"id"})),
    Verdict: (_verdict, frozenset({"date_printed", "status"})),
    Expectation: (_expectation, frozenset({"place"})),
}
"""What must hold inside one record, by its class, and the fields without which it always does."""


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
