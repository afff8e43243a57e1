"""Scorecards over time: the status of every demand after each dated fact."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from pcs_scorecard.comparison.compare import Comparison, Result
from pcs_scorecard.comparison.policy import STANDARD, Policy
from pcs_scorecard.gc_pause import resting
from pcs_scorecard.model.concessions import Concession
from pcs_scorecard.model.demands import Demand
from pcs_scorecard.model.dispute import Days, Dispute
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
    comparison = Comparison(dispute)
    by_day: dict[datetime.date, list[DatedFact]] = {}
    for fact in _facts(dispute, comparison.days):
        if fact.day <= day:
            by_day.setdefault(fact.day, []).append(fact)
    with resting():
        steps = tuple(_steps(comparison, by_day, judged))
    return History(dispute=dispute, as_of=day, policy=judged, steps=steps)


def _steps(
    comparison: Comparison, by_day: dict[datetime.date, list[DatedFact]], policy: Policy
) -> Iterator[Step]:
    days, dispute = comparison.days, comparison.dispute
    demands = {demand.id: demand for demand in dispute.demands}
    of_part = {part.id: demand.id for demand in dispute.demands for part in demand.parts}
    statuses = {each.id: Status.NO_RESPONSE for each in dispute.demands if days.of(each) is None}
    for day in sorted(by_day):
        touched: dict[str, list[DatedFact]] = {}
        for fact in by_day[day]:
            for name in dict.fromkeys(of_part.get(each, each) for each in fact.touches):
                touched.setdefault(name, []).append(fact)
        asked = [
            demand
            for name, demand in demands.items()
            if name in touched and on_record(days.of(demand), day)
        ]
        before, now = statuses, dict(statuses)
        results = {one.id: one for one in comparison.results(asked, day, policy)}
        now.update((name, one.status) for name, one in results.items())
        statuses = {name: now[name] for name in demands if name in now}
        yield Step(
            day=day,
            facts=tuple(by_day[day]),
            moves=tuple(
                Move(result=one, before=before.get(name), because=tuple(touched[name]))
                for name, one in results.items()
                if before.get(name) is not one.status
            ),
            statuses=statuses,
        )


_NEXT_DAY = datetime.timedelta(days=1)


def _facts(dispute: Dispute, days: Days) -> Iterator[DatedFact]:
    """Yield every dated fact that can touch a status, in an order that files do not change."""
    for demand in sorted(dispute.demands, key=lambda each: each.id):
        for date, happening in (
            (days.of(demand), Happening.DEMANDED),
            (demand.dropped, Happening.DROPPED),
        ):
            if date is not None:
                yield DatedFact(
                    day=date.last, happening=happening, record=demand, touches=(demand.id,)
                )
        for asks in (demand.asks, *(part.asks for part in demand.parts)):
            if asks.due is not None and asks.due.last < datetime.date.max:
                yield DatedFact(
                    day=asks.due.last + _NEXT_DAY,
                    happening=Happening.DUE,
                    record=demand,
                    touches=(demand.id,),
                )
    for made in sorted(dispute.concessions, key=lambda each: each.id):
        made_on = days.of(made)
        if made_on is None:
            continue
        answered = tuple(str(answer.demand) for answer in made.answers)
        found: dict[tuple[datetime.date, Happening], dict[str, None]] = {}

        def note(
            day: datetime.date | None,
            happening: Happening,
            *names: str,
            first: datetime.date = made_on.last,
            found: dict[tuple[datetime.date, Happening], dict[str, None]] = found,
        ) -> None:
            if day is not None:
                touched = found.setdefault((max(day, first), happening), {})
                touched.update(dict.fromkeys(names))

        note(made_on.last, Happening.ANSWERED, *answered)
        accepted = days.of_acceptance(made)
        note(accepted.last if accepted else None, Happening.ACCEPTED, *answered)
        note(made.withdrawn.last if made.withdrawn else None, Happening.WITHDRAWN, *answered)
        for answer in made.answers:
            name, ends = str(answer.demand), answer.gives.ends
            if answer.withdrawn is not None:
                note(answer.withdrawn.last, Happening.WITHDRAWN, name)
            for starts in (answer.gives.starts, *(each.starts for each in answer.gives.stages)):
                note(starts.last if starts else None, Happening.STARTED, name)
            if ends is not None and ends.last < datetime.date.max:
                note(ends.last + _NEXT_DAY, Happening.ENDED, name)
        for (day, happening), names in found.items():
            yield DatedFact(day=day, happening=happening, record=made, touches=tuple(names))
