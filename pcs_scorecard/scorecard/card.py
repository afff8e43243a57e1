"""Comparison → scorecard: every demand of a dispute, on one day, by one policy.

Nothing here reads a file or a clock.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Sequence

import attrs

from pcs_scorecard.comparison.compare import Result, by_date, compare
from pcs_scorecard.comparison.policy import POLICIES, STANDARD, Policy
from pcs_scorecard.factcheck.checks import Tested, judge
from pcs_scorecard.factcheck.on_record import Known
from pcs_scorecard.gc_pause import resting
from pcs_scorecard.model.concessions import Concession
from pcs_scorecard.model.dispute import Dispute
from pcs_scorecard.model.facts import Event, Figure, Position, Vote
from pcs_scorecard.scorecard.raters import Rater, raters
from pcs_scorecard.values.dates import Date, on_record
from pcs_scorecard.values.messages import nearest
from pcs_scorecard.values.vocabulary import SCALE, Status


@attrs.frozen(kw_only=True)
class Scorecard:
    """The computed statuses of a dispute's demands, with everything a scoresheet prints."""

    dispute: Dispute
    as_of: datetime.date
    policy: Policy
    results: tuple[Result, ...]
    undemanded: tuple[Concession, ...]
    raters: tuple[Rater, ...]
    claims: tuple[Tested, ...]
    positions: tuple[Position, ...]
    figures: tuple[Figure, ...]
    votes: tuple[Vote, ...]
    events: tuple[Event, ...]
    changed: tuple[tuple[Result, Status], ...]
    """The demands and parts that the policy changes, each with its status by the standard one."""

    def __getitem__(self, demand: str) -> Result:
        """Return the result of a demand, or of a part, by its id; raise KeyError for another."""
        for result in self.results:
            for one in result.every:
                if one.id == demand:
                    return one
        raise KeyError(demand)

    @property
    def tally(self) -> dict[Status, int]:
        """How many demands have each status, best first; the counts add up to all demands."""
        counts = dict.fromkeys([*reversed(SCALE), Status.NO_RESPONSE], 0)
        for result in self.results:
            counts[result.status] += 1
        return counts


def score(
    dispute: Dispute,
    *,
    as_of: datetime.date | Date | str | None = None,
    policy: Policy | str = STANDARD,
) -> Scorecard:
    """Compare what was demanded with what was given, as known on a day.

    `as_of` is a day, or a date as in the data (2023-07 is its last day); without one it is the
    last date on record. `policy` is a policy or the name of one in POLICIES. Raise ValueError for a
    text that is no date or no policy, for a dispute with no dated fact and no `as_of`, and where
    unlike units meet (which loading a file reports as a problem).
    """
    with resting():
        return _score(dispute, the_day(dispute, as_of), the_policy(policy))


def _score(dispute: Dispute, day: datetime.date, policy: Policy) -> Scorecard:
    @functools.cache
    def results(day: datetime.date, policy: Policy) -> list[Result]:
        return compare(
            [demand for demand in dispute.demands if on_record(demand.date, day)],
            [made for made in dispute.concessions if on_record(made.date, day)],
            day,
            policy,
        )

    now = results(day, policy)
    by_id = _by_id(now)
    changed: list[tuple[Result, Status]] = []
    if policy != STANDARD:
        changed = [
            (by_id[name], one.status)
            for name, one in _by_id(results(day, STANDARD)).items()
            if one.status is not by_id[name].status
        ]
    undemanded = [
        made
        for made in dispute.concessions
        if made.undemanded is not None and on_record(made.date, day)
    ]
    known = Known.of(dispute, day, lambda on: results(on, policy))
    return Scorecard(
        dispute=dispute,
        as_of=day,
        policy=policy,
        results=tuple(now),
        undemanded=tuple(sorted(undemanded, key=by_date)),
        raters=raters(dispute, by_id, day, policy),
        claims=tuple(
            judge(claim, known)
            for claim in sorted(dispute.claims, key=by_date)
            if on_record(claim.date, day)
        ),
        positions=tuple(known.positions),
        figures=tuple(sorted(known.figures.values(), key=by_date)),
        votes=tuple(sorted(known.votes.values(), key=by_date)),
        events=tuple(sorted(known.events.values(), key=by_date)),
        changed=tuple(changed),
    )


def _by_id(results: Sequence[Result]) -> dict[str, Result]:
    return {one.id: one for result in results for one in result.every}


def the_policy(policy: Policy | str) -> Policy:
    """Return a policy, or the one of that name; raise ValueError for an unknown name."""
    if isinstance(policy, Policy):
        return policy
    if policy not in POLICIES:
        raise ValueError(
            f"found {policy!r}; allowed are {', '.join(POLICIES)}{nearest(policy, POLICIES)}"
        )
    return POLICIES[policy]


def the_day(dispute: Dispute, as_of: datetime.date | Date | str | None) -> datetime.date:
    """Return the day that is meant, or without one the last date on record.

    Raise ValueError for a text that is no date, and where there is neither.
    """
    if isinstance(as_of, str):
        return Date.parse(as_of).last
    if isinstance(as_of, Date):
        return as_of.last
    if isinstance(as_of, datetime.datetime):
        return as_of.date()
    if as_of is not None:
        return as_of
    dates = [record.date for record in dispute.dated()]
    dates += [demand.dropped for demand in dispute.demands]
    dates += [concession.withdrawn for concession in dispute.concessions]
    days = [date.last for date in dates if date is not None]
    if not days:
        raise ValueError("no record in this dispute has a date; give the date of the scoresheet")
    return max(days)
