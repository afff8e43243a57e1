"""How each answer came about: the days on which the status of a demand changed."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator

import attrs

from pcs_scorecard.comparison.compare import Comparison, whole
from pcs_scorecard.comparison.policy import STANDARD, Policy
from pcs_scorecard.comparison.standing import known_best, turning_days
from pcs_scorecard.gc_pause import resting
from pcs_scorecard.model.demands import Demand
from pcs_scorecard.model.dispute import Dispute
from pcs_scorecard.scorecard.card import the_day, the_policy
from pcs_scorecard.values.dates import Date, on_record
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import Status


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Step(Value):
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
            demand.id: tuple(steps_of(demand, comparison, day, judged))
            for demand in dispute.demands
            if on_record(comparison.days.of(demand), day)
        }


def steps_of(
    demand: Demand, comparison: Comparison, day: datetime.date, policy: Policy
) -> Iterator[Step]:
    """Yield the steps of one demand that is on record by a day."""
    asked = comparison.days.of(demand)
    first = asked.last if asked else datetime.date.min
    # Each part is looked at on its own days alone, and the whole on those on which one of them changed.
    moves: dict[datetime.date, list[tuple[str, Status]]] = {}
    dates: dict[datetime.date, Date] = {}
    items = demand.parts or (demand,)
    for item in items:
        found = turning_days(
            (item.asks, demand.asks), comparison.answers.get(item.id, ()), comparison.days, first
        )
        if asked:
            found[first] = asked
        before: Status | None = None
        for at in sorted(found):
            if at > day:
                break
            now = comparison.result(item, demand, at, policy).status
            if now is not before:
                before = now
                moves.setdefault(at, []).append((item.id, now))
                dates[at] = max(dates.get(at, found[at]), found[at], key=known_best)
    statuses = {item.id: Status.NO_RESPONSE for item in items}
    counts = Counter(statuses.values())
    whole_before: Status | None = None
    for at in sorted(moves):
        for name, now in moves[at]:
            counts[statuses[name]] -= 1
            counts[now] += 1
            statuses[name] = now
        status = whole(each for each, count in counts.items() if count)
        if status is not whole_before:
            whole_before = status
            yield Step(when=dates[at], status=status)
    if demand.dropped and demand.dropped.last <= day:
        yield Step(when=demand.dropped, status=None)
