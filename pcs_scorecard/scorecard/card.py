"""Comparison → scorecard: every demand of a dispute, on one day, by one policy.

Nothing here reads a file or a clock.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from pcs_scorecard.comparison.compare import Comparison, Pair, Result, by_date
from pcs_scorecard.comparison.policy import POLICIES, STANDARD, Policy
from pcs_scorecard.factcheck.positions import in_order
from pcs_scorecard.gc_pause import resting
from pcs_scorecard.model.concessions import Concession
from pcs_scorecard.model.demands import Demand
from pcs_scorecard.model.dispute import Days, Dispute, with_days
from pcs_scorecard.model.facts import Event, Figure, Position, Vote
from pcs_scorecard.scorecard.raters import Rater, raters
from pcs_scorecard.values.dates import Date, on_record
from pcs_scorecard.values.messages import nearest
from pcs_scorecard.values.vocabulary import FROM_AN_OFFER_ON, SCALE, Kind, Status

if TYPE_CHECKING:  # what tests claims is loaded where claims are asked for
    from pcs_scorecard.factcheck.checks import Tested


@attrs.frozen(kw_only=True, slots=False, eq=False, repr=False)
class Scorecard:
    """The computed statuses of a dispute's demands, with everything a scoresheet prints."""

    dispute: Dispute
    days: Days
    as_of: datetime.date
    policy: Policy
    if_accepted: Concession | None
    """The offer that is taken to have been accepted on the day, where that is what is asked."""
    results: tuple[Result, ...]
    undemanded: tuple[Concession, ...]
    raters: tuple[Rater, ...]
    positions: tuple[Position, ...]
    figures: tuple[Figure, ...]
    votes: tuple[Vote, ...]
    events: tuple[Event, ...]
    changed: tuple[tuple[Result, Status], ...]
    """The demands and parts that the policy changes, each with its status by the standard one."""
    comparison: Comparison
    """All answers by demand, to compare on other days as well."""

    @functools.cached_property
    def claims(self) -> tuple[Tested, ...]:
        """Every claim by the day, tested; not worked out where nobody asks, as the sheet does not."""
        from pcs_scorecard.factcheck.checks import tested  # noqa: PLC0415 - as said

        with resting():
            return tested(self.dispute, self.days, self.as_of, self.policy, self.statuses)

    def statuses(
        self, day: datetime.date, policy: Policy, left_out: frozenset[str] | None = None
    ) -> list[Result]:
        """Return the results of a day by a policy, of what is known from others than some parties alone."""
        known = self.comparison
        if left_out is not None:
            from pcs_scorecard.factcheck.on_record import leaving_out  # noqa: PLC0415 - only claims need it

            known = leaving_out(known, left_out)
        return [known.since(demand, day, policy) for demand in _asked(self.dispute, self.days, day)]

    def __contains__(self, demand: object) -> bool:
        """Tell whether a demand, or a part, of some id is on the scorecard."""
        return any(one.id == demand for result in self.results for one in result.every)

    def __iter__(self) -> Iterator[Result]:
        """Yield the result of each demand, in order."""
        return iter(self.results)

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
    if_accepted: str | None = None,
) -> Scorecard:
    """Compare what was demanded with what was given, as known on a day.

    `as_of` is a day, or a date as in the data (2023-07 is its last day); without one it is the
    last day on which something was asked, given, said or voted. `policy` is a policy or the name of
    one in POLICIES. With `if_accepted`, the id of a concession, what it offers counts as accepted on
    the day. Raise ValueError for a text that is no date, no policy or no offer on record by the day,
    for a dispute with no dated fact and no `as_of`, and where unlike units meet (which loading a file
    reports as a problem).
    """
    with resting():
        day = the_day(dispute, as_of)
        offer = None if if_accepted is None else the_offer(dispute, if_accepted, day)
        return _score(dispute, day, the_policy(policy), offer)


def _score(
    dispute: Dispute, day: datetime.date, policy: Policy, offer: Concession | None
) -> Scorecard:
    if offer is not None:
        accepted = attrs.evolve(offer, accepted=Date.of(day), accepted_by=())
        concessions = (accepted if made is offer else made for made in dispute.concessions)
        dispute = attrs.evolve(dispute, concessions=tuple(concessions))
    dispute = with_days(dispute)
    days = Days(dispute)
    comparison = Comparison(dispute, days)
    asked = _asked(dispute, days, day)
    now = comparison.results(asked, day, policy)
    by_id = _by_id(now)
    changed: list[tuple[Result, Status]] = []
    if policy != STANDARD:
        changed = [
            (by_id[name], one.status)
            for name, one in _by_id(comparison.results(asked, day, STANDARD)).items()
            if name in by_id and one.status is not by_id[name].status
        ]
    undemanded = [
        made
        for made in dispute.concessions
        if made.undemanded is not None and on_record(days.of(made), day)
    ]
    in_time = by_date(days)

    def known(records: Iterable[Any]) -> tuple[Any, ...]:
        """Return the records on record by the day, the oldest first."""
        return tuple(sorted((r for r in records if on_record(days.of(r), day)), key=in_time))

    return Scorecard(
        dispute=dispute,
        days=days,
        as_of=day,
        policy=policy,
        if_accepted=offer,
        results=tuple(now),
        undemanded=tuple(sorted(undemanded, key=in_time)),
        raters=raters(comparison, by_id, day, policy),
        positions=tuple(in_order(each for each in dispute.positions if on_record(each.date, day))),
        figures=known(dispute.figures),
        votes=known(dispute.votes),
        events=known(dispute.events),
        changed=tuple(changed),
        comparison=comparison,
    )


def _asked(dispute: Dispute, days: Days, day: datetime.date) -> list[Demand]:
    return [demand for demand in dispute.demands if on_record(days.of(demand), day)]


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


def the_offer(dispute: Dispute, name: str, day: datetime.date) -> Concession:
    """Return a concession that can be accepted on a day; raise ValueError for another."""
    days = Days(dispute)
    asked = _asked(dispute, days, day)
    found: dict[str, list[Pair]] = {}
    for result in Comparison(dispute, days).results(asked, day, STANDARD):
        for one in result.every:
            for pair in one.pairs:
                if pair.answer.kind in FROM_AN_OFFER_ON:
                    found.setdefault(pair.concession.id, []).append(pair)
    over = {of: _no_longer(pairs) for of, pairs in found.items()}
    standing = [made.id for made in dispute.concessions if over.get(made.id) == ""]
    allowed = f"allowed are {', '.join(standing)}" if standing else "no offer stands on the day"
    if name not in found:
        raise ValueError(
            f"found {name!r}, and no concession of that id offers anything by {Date.of(day)}; "
            f"{allowed}{nearest(name, standing)}"
        )
    if over[name]:
        raise ValueError(f"found {name!r}, which {over[name]}; {allowed}")
    return found[name][0].concession


def _no_longer(pairs: Sequence[Pair]) -> str:
    """Say why nothing of a concession is an offer that stands on the day; "" if something is."""
    earlier = " (as of an earlier day it can be asked about)"
    why = ""
    for pair in pairs:
        case = pair.situation
        if case.withdrawn:
            why = f"was withdrawn {case.withdrawn.when}{earlier}"
        elif pair.given.ended(case.as_of):
            why = "has ended"
        elif pair.given.kind is not Kind.OFFER:
            why = f"is {pair.given.kind.replace('-', ' ')} already"
            why += f", accepted {pair.given.accepted.when}{earlier}" if pair.given.accepted else ""
        elif case.replaced:
            why = f"was replaced {case.replaced.when}{earlier}"
        else:
            return ""
    return why


def the_day(dispute: Dispute, as_of: datetime.date | Date | str | None) -> datetime.date:
    """Return the day that is meant, or without one the last on which something was said or done.

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
    last = Days(dispute).last(dispute)
    if last is None:
        raise ValueError("no record in this dispute has a date; give the date of the scoresheet")
    return last
