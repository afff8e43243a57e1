"""Comparison → scorecard: every demand of a dispute, on one day, by one policy.

Nothing here reads a file or a clock.
"""

from __future__ import annotations

import datetime

import attrs

from pcs_scorecard.collector import resting
from pcs_scorecard.compare import Result, by_date, compare
from pcs_scorecard.dates import Date
from pcs_scorecard.model import Concession, Dispute, Verdict
from pcs_scorecard.policy import POLICIES, STANDARD, Policy
from pcs_scorecard.rules import RULES, Rule
from pcs_scorecard.words import SCALE, Status, nearest


@attrs.frozen(kw_only=True)
class Agreement:
    """A published verdict beside the computed status."""

    verdict: Verdict
    result: Result

    @property
    def computed(self) -> Status:
        """The status computed here."""
        return self.result.status

    @property
    def same(self) -> bool:
        """Whether the two are alike."""
        return self.verdict.status is self.computed


@attrs.frozen(kw_only=True)
class Scorecard:
    """The computed statuses of a dispute's demands, with everything a scoresheet prints."""

    dispute: Dispute
    as_of: datetime.date
    policy: Policy
    results: tuple[Result, ...]
    undemanded: tuple[Concession, ...]
    agreements: tuple[Agreement, ...]
    changed: tuple[tuple[Result, Status], ...]
    """The demands and parts that the policy changes, each with its status by the standard one."""

    def __getitem__(self, demand: str) -> Result:
        """Return the result of a demand, or of a part, by its id; raise KeyError for another."""
        for result in self.results:
            for one in (result, *result.parts):
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
    last dated fact. `policy` is a policy or the name of one in POLICIES. Raise ValueError for a
    text that is no date or no policy, for a dispute with no dated fact and no `as_of`, and where
    unlike units meet (which loading a file reports as a problem).
    """
    day = _day(dispute, as_of)
    if isinstance(policy, str):
        if policy not in POLICIES:
            raise ValueError(
                f"found {policy!r}; allowed are {', '.join(POLICIES)}{nearest(policy, POLICIES)}"
            )
        policy = POLICIES[policy]
    with resting():
        return _score(dispute, day, policy, RULES)


def _score(
    dispute: Dispute, day: datetime.date, policy: Policy, rules: tuple[Rule, ...]
) -> Scorecard:
    demands = [demand for demand in dispute.demands if _known(demand.date, day)]
    concessions = [made for made in dispute.concessions if _known(made.date, day)]
    results = compare(demands, concessions, day, policy, rules)
    by_id = {one.id: one for result in results for one in (result, *result.parts)}
    changed: list[tuple[Result, Status]] = []
    if policy != STANDARD:
        plainly = compare(demands, concessions, day, STANDARD, rules)
        changed = [
            (by_id[one.id], one.status)
            for before in plainly
            for one in (before, *before.parts)
            if one.status is not by_id[one.id].status
        ]
    return Scorecard(
        dispute=dispute,
        as_of=day,
        policy=policy,
        results=tuple(results),
        undemanded=tuple(
            made for made in sorted(concessions, key=by_date) if made.undemanded is not None
        ),
        agreements=tuple(
            Agreement(verdict=verdict, result=by_id[verdict.demand])
            for verdict in dispute.verdicts
            if verdict.demand in by_id and _known(verdict.date, day)
        ),
        changed=tuple(changed),
    )


def _known(date: Date | None, day: datetime.date) -> bool:
    return date is None or date.last <= day


def _day(dispute: Dispute, as_of: datetime.date | Date | str | None) -> datetime.date:
    if isinstance(as_of, str):
        return Date.parse(as_of).last
    if isinstance(as_of, Date):
        return as_of.last
    if isinstance(as_of, datetime.datetime):
        return as_of.date()
    if as_of is not None:
        return as_of
    dates = [fact.date for fact in dispute.facts()]
    dates += [demand.dropped for demand in dispute.demands]
    dates += [concession.withdrawn for concession in dispute.concessions]
    days = [date.last for date in dates if date is not None]
    if not days:
        raise ValueError("no fact in this dispute has a date; give the date of the scoresheet")
    return max(days)
