"""Scorecards over time: the status of every demand after each dated fact."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

import attrs

from pcs_scorecard.comparison.compare import Result, compare, whole
from pcs_scorecard.comparison.policy import STANDARD, Policy
from pcs_scorecard.gc_pause import resting
from pcs_scorecard.model.concessions import Concession
from pcs_scorecard.model.demands import Demand
from pcs_scorecard.model.dispute import Dispute
from pcs_scorecard.scorecard.card import the_day, the_policy
from pcs_scorecard.values.dates import Date, on_record
from pcs_scorecard.values.vocabulary import Happening, Status


@attrs.frozen(kw_only=True)
class DatedFact:
    """Something that happened on a day, and the demands that it touches."""

    day: datetime.date
    happening: Happening
    record: Demand | Concession
    touches: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Move:
    """A demand whose status changed on a day, and the facts of that day that touch it."""

    result: Result
    before: Status | None
    """None for a demand that was not on record before."""
    because: tuple[DatedFact, ...]


@attrs.frozen(kw_only=True)
class Step:
    """A day with dated facts: the status of every demand after them, and what moved."""

    day: datetime.date
    facts: tuple[DatedFact, ...]
    moves: tuple[Move, ...]
    statuses: dict[str, Status]
    """By id, of the demands on record by that day, in the order of the scoresheet."""


@attrs.frozen(kw_only=True)
class History:
    """The steps of a dispute, up to a day."""

    dispute: Dispute
    as_of: datetime.date
    policy: Policy
    steps: tuple[Step, ...]


def history(
    dispute: Dispute,
    *,
    as_of: datetime.date | Date | str | None = None,
    policy: Policy | str = STANDARD,
) -> History:
    """Return the status of every demand after each dated fact up to a day, as `score` takes it.

    A fact known to the month or the year counts from its last day. Raise ValueError as `score`.
    """
    day, judged = the_day(dispute, as_of), the_policy(policy)
    by_day: dict[datetime.date, list[DatedFact]] = {}
    for fact in _facts(dispute):
        if fact.day <= day:
            by_day.setdefault(fact.day, []).append(fact)
    with resting():
        steps = tuple(_steps(dispute, by_day, judged))
    return History(dispute=dispute, as_of=day, policy=judged, steps=steps)


def _steps(
    dispute: Dispute, by_day: dict[datetime.date, list[DatedFact]], policy: Policy
) -> Iterator[Step]:
    demands = {demand.id: demand for demand in dispute.demands}
    of_part = {part.id: demand.id for demand in dispute.demands for part in demand.parts}
    answering: dict[str, dict[str, Concession]] = {}
    for made in dispute.concessions:
        for answer in made.answers:
            name = of_part.get(str(answer.demand), str(answer.demand))
            answering.setdefault(name, {})[made.id] = made

    def compared(
        asked: list[Demand], given: Iterable[Concession], day: datetime.date
    ) -> list[Result]:
        known = {made.id: made for made in given if on_record(made.date, day)}
        return compare(asked, known.values(), day, policy)

    statuses = {each.id: Status.NO_RESPONSE for each in dispute.demands if each.date is None}
    # By the demand or part, and the answer to it: the status that this answer alone gives.
    alone: dict[str, dict[str, Status]] = {}
    for day in sorted(by_day):
        touched: dict[str, list[DatedFact]] = {}
        for fact in by_day[day]:
            for name in dict.fromkeys(of_part.get(each, each) for each in fact.touches):
                touched.setdefault(name, []).append(fact)
        asked = [
            demand
            for name, demand in demands.items()
            if name in touched and on_record(demand.date, day)
        ]
        # Only answers that the day's facts touch can give another status than they gave before,
        # and all answers to a demand that is new.
        given = [fact.record for fact in by_day[day] if isinstance(fact.record, Concession)]
        for demand in asked:
            if demand.id not in statuses:
                given += answering.get(demand.id, {}).values()
        before = statuses
        now = dict(before)
        for result in compared(asked, given, day):
            parts = result.parts or (result,)
            for one in parts:
                reached = alone.setdefault(one.id, {})
                reached.update((pair.concession.id, pair.status) for pair in one.pairs)
            now[result.id] = whole(_best(alone[one.id].values()) for one in parts)
        statuses = {name: now[name] for name in demands if name in now}
        moved = [each for each in asked if before.get(each.id) is not statuses[each.id]]
        answers = [made for each in moved for made in answering.get(each.id, {}).values()]
        yield Step(
            day=day,
            facts=tuple(by_day[day]),
            moves=tuple(
                Move(result=result, before=before.get(result.id), because=tuple(touched[result.id]))
                for result in compared(moved, answers, day)
            ),
            statuses=statuses,
        )


def _best(statuses: Iterable[Status]) -> Status:
    """Return the best of some statuses; no response where there is none."""
    return max(statuses, key=lambda status: status.rank, default=Status.NO_RESPONSE)


def _facts(dispute: Dispute) -> Iterator[DatedFact]:
    """Yield every dated fact that can touch a status, in an order that files do not change."""
    for demand in sorted(dispute.demands, key=lambda each: each.id):
        for date, happening in (
            (demand.date, Happening.DEMANDED),
            (demand.dropped, Happening.DROPPED),
        ):
            if date is not None:
                yield DatedFact(
                    day=date.last, happening=happening, record=demand, touches=(demand.id,)
                )
    for made in sorted(dispute.concessions, key=lambda each: each.id):
        answered = tuple(str(answer.demand) for answer in made.answers)
        yield DatedFact(
            day=made.date.last, happening=Happening.ANSWERED, record=made, touches=answered
        )
        if made.withdrawn is not None:
            yield DatedFact(
                day=made.withdrawn.last,
                happening=Happening.WITHDRAWN,
                record=made,
                touches=answered,
            )
        ended: dict[datetime.date, list[str]] = {}
        for answer in made.answers:
            ends = answer.gives.ends
            if ends is not None and ends.last < datetime.date.max:
                day = max(ends.last + datetime.timedelta(days=1), made.date.last)
                ended.setdefault(day, []).append(str(answer.demand))
        for day, names in ended.items():
            yield DatedFact(day=day, happening=Happening.ENDED, record=made, touches=tuple(names))
