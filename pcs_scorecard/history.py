"""Scorecards over time: the status of every demand after each dated fact."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from pcs_scorecard.collector import resting
from pcs_scorecard.compare import Result, compare
from pcs_scorecard.dates import Date
from pcs_scorecard.model import Concession, Demand, Dispute
from pcs_scorecard.policy import STANDARD, Policy
from pcs_scorecard.rules import RULES
from pcs_scorecard.scorecard import the_day, the_policy
from pcs_scorecard.words import Happening, Status


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
    whole = {part.id: demand.id for demand in dispute.demands for part in demand.parts}
    answering: dict[str, dict[str, Concession]] = {}
    for made in dispute.concessions:
        for answer in made.answers:
            name = whole.get(str(answer.demand), str(answer.demand))
            answering.setdefault(name, {})[made.id] = made
    statuses = {each.id: Status.NO_RESPONSE for each in dispute.demands if each.date is None}
    for day in sorted(by_day):
        # Only what the day's facts touch can move, so only that is compared again.
        touched: dict[str, list[DatedFact]] = {}
        for fact in by_day[day]:
            for name in dict.fromkeys(whole.get(each, each) for each in fact.touches):
                touched.setdefault(name, []).append(fact)
        asked = [
            demand
            for name in touched
            if (demand := demands[name]).date is None or demand.date.last <= day
        ]
        given = {
            made.id: made
            for demand in asked
            for made in answering.get(demand.id, {}).values()
            if made.date.last <= day
        }
        results = {each.id: each for each in compare(asked, given.values(), day, policy, RULES)}
        before = statuses
        now = statuses | {name: result.status for name, result in results.items()}
        statuses = {name: now[name] for name in demands if name in now}
        yield Step(
            day=day,
            facts=tuple(by_day[day]),
            moves=tuple(
                Move(result=results[name], before=before.get(name), because=tuple(touched[name]))
                for name in demands
                if name in results and before.get(name) is not results[name].status
            ),
            statuses=statuses,
        )


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
        for answer in made.answers:
            ends = answer.gives.ends
            if ends is not None and ends.last < datetime.date.max:
                yield DatedFact(
                    day=max(ends.last + datetime.timedelta(days=1), made.date.last),
                    happening=Happening.ENDED,
                    record=made,
                    touches=(str(answer.demand),),
                )
