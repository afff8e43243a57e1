"""How each answer came about: the days on which the status of a demand changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from pcs_scorecard.comparison.compare import Comparison
from pcs_scorecard.comparison.policy import STANDARD, Policy
from pcs_scorecard.gc_pause import resting
from pcs_scorecard.model.demands import Demand
from pcs_scorecard.model.dispute import Days, Dispute
from pcs_scorecard.scorecard.card import the_day, the_policy
from pcs_scorecard.values.dates import Date, on_record
from pcs_scorecard.values.vocabulary import Status


@attrs.frozen(kw_only=True)
class Step:
    """A day from which a demand had another status, or was dropped."""

    when: Date
    """The date of what changed it, as known; or the day after an end."""
    status: Status | None
    """None where it was dropped."""


def steps(
    dispute: Dispute,
    *,
    as_of: datetime.date | Date | str | None = None,
    policy: Policy | str = STANDARD,
) -> dict[str, tuple[Step, ...]]:
    """Return by demand the steps in which its answer came about, up to a day, as `score` takes it.

    The first is that it was asked, with no response on record unless one came on that day. A fact known
    to the month or the year counts from its last day. Raise ValueError as `score` does.
    """
    day, judged = the_day(dispute, as_of), the_policy(policy)
    comparison = Comparison(dispute)
    with resting():
        return {
            demand.id: tuple(_steps(demand, comparison, day, judged))
            for demand in dispute.demands
            if on_record(comparison.days.of(demand), day)
        }


def _steps(
    demand: Demand, comparison: Comparison, day: datetime.date, policy: Policy
) -> Iterator[Step]:
    asked = comparison.days.of(demand)
    first = asked.last if asked else datetime.date.min
    dates = _dates(demand, comparison, first)
    if asked:
        dates[asked.last] = asked
    before: Status | None = None
    for at in sorted(dates):
        if at > day:
            break
        if at < first:
            continue
        (now,) = comparison.results([demand], at, policy)
        if now.status is not before:
            before = now.status
            yield Step(when=dates[at], status=before)
    if demand.dropped and demand.dropped.last <= day:
        yield Step(when=demand.dropped, status=None)


_NEXT_DAY = datetime.timedelta(days=1)


def _dates(
    demand: Demand, comparison: Comparison, first: datetime.date
) -> dict[datetime.date, Date]:
    """Return each day on which the status of a demand can change, with the date of what happened."""
    found: dict[datetime.date, Date] = {}
    days: Days = comparison.days

    def note(*dates: Date | None) -> None:
        for date in dates:
            if date is not None:
                # What happened before it was asked counts from then; of two that count from one day
                # the date is told that is known better.
                when = date if date.last >= first else Date.of(first)
                other = found.get(when.last, when)
                found[when.last] = max(when, other, key=lambda each: (each.first, each.text))

    def after(date: Date | None) -> None:
        if date is not None and date.last < datetime.date.max:
            note(Date.of(date.last + _NEXT_DAY))

    for asks in (demand.asks, *(part.asks for part in demand.parts)):
        after(asks.due)
    for name in (demand.id, *(part.id for part in demand.parts)):
        for made, answer in comparison.answers.get(name, ()):
            note(days.of(made), days.of_acceptance(made), made.withdrawn, answer.withdrawn)
            note(*(days.of(days.votes[vote]) for vote in made.accepted_by if vote in days.votes))
            note(answer.gives.starts, *(stage.starts for stage in answer.gives.stages))
            after(answer.gives.ends)
    return found
