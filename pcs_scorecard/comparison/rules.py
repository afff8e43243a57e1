"""The rules. Each is a ceiling: a pure function that lowers one answer to one demand, or does not.

A rule's id is its function's name with hyphens. Its docstring's first line is the sentence that
readers get of it. The ceiling and the two examples below are printed in docs/methodology.md, and
the tests run the examples: as of 30 June 2023, on a concession dated January 2023 with evidence
unless `made` says otherwise.

To add a rule, write the function and put it into RULES at the place where it belongs.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable
from fractions import Fraction

import attrs

from pcs_scorecard.comparison.measure import Measure, measure, side
from pcs_scorecard.comparison.policy import Policy
from pcs_scorecard.model.concessions import Answer, Concession, of_another_kind
from pcs_scorecard.model.demands import Asks
from pcs_scorecard.values.amounts import percent, written
from pcs_scorecard.values.vocabulary import GIVES_NOTHING, Kind, Status


@attrs.frozen(kw_only=True, eq=False)
class Situation:
    """One demand, or part of one, beside one answer to it, on one day under one policy."""

    asks: Asks
    answer: Answer
    concession: Concession
    as_of: datetime.date
    policy: Policy


@attrs.frozen
class Ceiling:
    """What a rule says of a case: the best status left, why, and what would lift the ceiling."""

    status: Status
    because: str
    lifted_by: str
    lifted_to: Status = Status.MET
    """The best status that the least change meant by `lifted_by` would allow."""


Rule = Callable[[Situation], Ceiling | None]


def rule_id(rule: Rule) -> str:
    """Return a rule's id: its function's name, with hyphens."""
    return rule.__name__.replace("_", "-")


def refused(case: Situation) -> Ceiling | None:
    """It was refused, in words or by deed.

    Ceiling: not met.
    Lowers: asks: {amount: 10%}; answer: {kind: refusal}
    Leaves: asks: {amount: 10%}; answer: {kind: agreed, gives: {amount: 10%}}
    """
    if case.answer.kind is not Kind.REFUSAL:
        return None
    return Ceiling(Status.NOT_MET, "it was refused", "an offer instead", Status.SOME_MOVEMENT)


def worsened(case: Situation) -> Ceiling | None:
    """The thing asked about moved the other way.

    Ceiling: not met.
    Lowers: asks: {amount: 10%}; answer: {kind: in-force, gives: {amount: -2%}}
    Leaves: asks: {amount: 10%}; answer: {kind: in-force, gives: {amount: 2%}}
    """
    if case.answer.kind is not Kind.WORSENING:
        measured = measure(case.asks, case.answer)
        if measured is None or measured.share is None or measured.share >= 0:
            return None
    return Ceiling(
        Status.NOT_MET,
        "it moved the other way",
        "a move in the direction asked for",
        Status.SOME_MOVEMENT,
    )


def nothing_offered(case: Situation) -> Ceiling | None:
    """A dated document says that nothing was offered.

    Ceiling: not met.
    Lowers: asks: {amount: 10%}; answer: {kind: nothing-offered}
    Leaves: asks: {amount: 10%}; answer: {kind: offer, gives: {amount: 10%}}
    """
    if case.answer.kind is not Kind.NOTHING_OFFERED:
        return None
    return Ceiling(Status.NOT_MET, "nothing was offered", "an offer", Status.SOME_MOVEMENT)


def restated(case: Situation) -> Ceiling | None:
    """It repeats what the other side already said or did before the dispute.

    Ceiling: not met.
    Lowers: asks: {lasting: yes}; answer: {kind: in-force, restates: the rule of 2016}
    Leaves: asks: {lasting: yes}; answer: {kind: in-force}
    """
    if case.answer.restates is None:
        return None
    return Ceiling(
        Status.NOT_MET,
        f"it repeats what was said or done before ({case.answer.restates})",
        "something that goes beyond what was said or done before",
    )


def owed_anyway(case: Situation) -> Ceiling | None:
    """A document says it came from law or another cause, not from the dispute.

    Ceiling: not met.
    Lowers: asks: {amount: 10%}; answer: {kind: in-force, owed_to: a statute, gives: {amount: 10%}}
    Leaves: asks: {amount: 10%}; answer: {kind: in-force, gives: {amount: 10%}}
    """
    if case.answer.owed_to is None:
        return None
    return Ceiling(
        Status.NOT_MET,
        f"it came from another cause ({case.answer.owed_to})",
        "something given in answer to the demand",
    )


def talks_only(case: Situation) -> Ceiling | None:
    """Only talks, a committee or a review were offered, with no term in them.

    Ceiling: not met.
    Lowers: asks: {amount: 10%}; answer: {kind: talks}
    Leaves: asks: {amount: 10%}; answer: {kind: offer, gives: {amount: 10%}}
    """
    if case.answer.kind is not Kind.TALKS:
        return None
    return Ceiling(
        Status.NOT_MET,
        "only talks were offered, with no term in them",
        "an offer with a term in it",
        Status.SOME_MOVEMENT,
    )


def open_caveat(case: Situation) -> Ceiling | None:
    """It is worded so that its maker can leave it at will.

    Ceiling: not met; some movement where it is agreed or in force.
    Lowers: asks: {lasting: yes}; answer: {kind: assurance, caveat: wherever possible}
    Leaves: asks: {lasting: yes}; answer: {kind: assurance}
    """
    if case.answer.caveat is None:
        return None
    firm = case.answer.kind in (Kind.AGREED, Kind.IN_FORCE)
    return Ceiling(
        Status.SOME_MOVEMENT if firm else Status.NOT_MET,
        f"its maker can leave it at will, “{case.answer.caveat}”",
        "the same without the caveat",
    )


def other_period(case: Situation) -> Ceiling | None:
    """It is for another pay year than the one asked about.

    Ceiling: not met.
    Lowers: asks: {period: 2022/23}; answer: {kind: agreed, gives: {period: 2023/24}}
    Leaves: asks: {period: 2022/23}; answer: {kind: agreed, gives: {period: 2022/23}}
    """
    asked, given = case.asks.period, case.answer.gives.period
    if asked is None or given is None or asked == given:
        return None
    return Ceiling(
        Status.NOT_MET, f"it is for {given}, and {asked} was asked about", f"the same for {asked}"
    )


def other_basis(case: Situation) -> Ceiling | None:
    """It is another kind of thing than the one asked for.

    Ceiling: not met.
    Lowers: asks: {basis: consolidated}; answer: {kind: agreed, gives: {basis: non-consolidated}}
    Leaves: asks: {basis: consolidated}; answer: {kind: agreed, gives: {basis: consolidated}}
    """
    asks, gives = case.asks, case.answer.gives
    if not of_another_kind(asks, gives):
        return None
    if gives.instead is not None:
        because = f"it is another kind of thing ({gives.instead})"
        return Ceiling(Status.NOT_MET, because, "the thing itself")
    wanted = f"{asks.basis} pay" + (f", {asks.amount}" if asks.amount else "")
    return Ceiling(Status.NOT_MET, f"it is {gives.basis}, and {asks.basis} was asked for", wanted)


def withdrawn(case: Situation) -> Ceiling | None:
    """It was taken back on or before the date of the scoresheet.

    Ceiling: not met.
    Lowers: asks: {}; answer: {kind: agreed}; made: {date: 2023-01, withdrawn: 2023-03}
    Leaves: asks: {}; answer: {kind: agreed}; made: {date: 2023-01, withdrawn: 2023-09}
    """
    taken = case.concession.withdrawn
    if taken is None or taken.last > case.as_of:
        return None
    return Ceiling(Status.NOT_MET, f"it was taken back {taken.when}", "the same, given again")


def lapsed(case: Situation) -> Ceiling | None:
    """Its end date has passed.

    Ceiling: not met.
    Lowers: asks: {}; answer: {kind: agreed, gives: {ends: 2023-03}}
    Leaves: asks: {}; answer: {kind: agreed, gives: {ends: 2023-09}}
    """
    ends = case.answer.gives.ends
    if ends is None or ends.last >= case.as_of:
        return None
    return Ceiling(Status.NOT_MET, f"it ended {ends.when}", "the same, with a later end or none")


def assurance(case: Situation) -> Ceiling | None:
    """It is a statement of intent that binds nobody.

    Ceiling: some movement.
    Lowers: asks: {}; answer: {kind: assurance}
    Leaves: asks: {}; answer: {kind: agreed}
    """
    if case.answer.kind is not Kind.ASSURANCE:
        return None
    return Ceiling(
        Status.SOME_MOVEMENT,
        "it is a statement of intent that binds nobody",
        "a binding form of it",
    )


def discretion(case: Situation) -> Ceiling | None:
    """It is a permission: others may do it.

    Ceiling: some movement.
    Lowers: asks: {}; answer: {kind: permission}
    Leaves: asks: {}; answer: {kind: in-force}
    """
    if case.answer.kind is not Kind.PERMISSION:
        return None
    return Ceiling(
        Status.SOME_MOVEMENT,
        "it is a permission: others may do it or not",
        "its use wherever it is permitted",
    )


def offer(case: Situation) -> Ceiling | None:
    """It is offered, not agreed.

    Ceiling: some movement.
    Lowers: asks: {}; answer: {kind: offer}
    Leaves: asks: {}; answer: {kind: agreed}
    """
    if case.answer.kind is not Kind.OFFER:
        return None
    return Ceiling(Status.SOME_MOVEMENT, "it is offered, not agreed", "agreement to the offer")


def under_way(case: Situation) -> Ceiling | None:
    """It is begun, not delivered.

    Ceiling: some movement.
    Lowers: asks: {}; answer: {kind: under-way}
    Leaves: asks: {}; answer: {kind: in-force}
    """
    if case.answer.kind is not Kind.UNDER_WAY:
        return None
    return Ceiling(Status.SOME_MOVEMENT, "it is begun, not delivered", "its delivery")


def no_figure(case: Situation) -> Ceiling | None:
    """A number was asked for, and none that can be relied on was given.

    Ceiling: some movement.
    Lowers: asks: {amount: 10%}; answer: {kind: agreed, gives: {amount: up to 10%}}
    Leaves: asks: {amount: 10%}; answer: {kind: agreed, gives: {amount: about 10%}}
    """
    asks, answer = case.asks, case.answer
    if asks.amount is None or answer.kind in GIVES_NOTHING or of_another_kind(asks, answer.gives):
        return None
    given = answer.gives.amount
    if given is None:
        because = f"{asks.amount} was asked for, and no figure was given"
    elif given.counted(side(asks)) is None:
        because = f"“{given}” guarantees no figure, and {asks.amount} was asked for"
    else:
        return None
    return Ceiling(
        Status.SOME_MOVEMENT, because, f"{asks.amount}, as a figure that can be relied on"
    )


def time_limited(case: Situation) -> Ceiling | None:
    """It holds until a date, where a lasting thing was asked for.

    Ceiling: some movement.
    Lowers: asks: {lasting: yes}; answer: {kind: agreed, gives: {ends: 2024}}
    Leaves: asks: {}; answer: {kind: agreed, gives: {ends: 2024}}
    """
    ends = case.answer.gives.ends
    if ends is None or not case.asks.lasting:
        return None
    return Ceiling(
        Status.SOME_MOVEMENT,
        f"it holds until {ends.end}, and a lasting thing was asked for",
        "the same without an end date",
    )


def shortfall(case: Situation) -> Ceiling | None:
    """Less was given than was asked for.

    Ceiling: partly met from half of what was asked, some movement below, not met at zero or worse.
    Lowers: asks: {amount: 10%}; answer: {kind: agreed, gives: {amount: 9%}}
    Leaves: asks: {amount: 10%}; answer: {kind: agreed, gives: {amount: at least 10%}}
    """
    measured = measure(case.asks, case.answer)
    given, asked = case.answer.gives.amount, case.asks.amount
    if measured is None or given is None or asked is None:
        return None
    before = f", from {case.asks.baseline}" if case.asks.baseline else ""
    counted = given.counted(side(case.asks))
    as_number = ""
    if counted is not None and given.low != given.high and given.low is not None:
        as_number = f", counted as {written(counted, given.unit)}" if given.high is not None else ""
    because = f"{given} given{as_number}, {asked} asked for{before}"
    return _shortfall(measured, because, str(asked), case.policy)


# Few different pairs of amounts fill a dispute: each is judged once.
@functools.lru_cache(4096)
def _shortfall(measured: Measure, because: str, asked: str, policy: Policy) -> Ceiling | None:
    share = measured.share
    if measured.missing <= 0:
        return None
    if share is None:
        because += f", {measured.gap} away; no baseline is recorded, so there is no share"
        return Ceiling(Status.SOME_MOVEMENT, because, asked)
    because += f", a share of {percent(share)}"
    if share <= 0:
        more = f"more than {measured.at(Fraction(0))}" if measured.start else "more than nothing"
        return Ceiling(Status.NOT_MET, because, more, Status.SOME_MOVEMENT)
    if share >= policy.partly_from:
        return Ceiling(Status.PARTLY_MET, because, asked)
    enough = measured.at(policy.partly_from)
    return Ceiling(Status.SOME_MOVEMENT, because, enough, Status.PARTLY_MET)


def coverage(case: Situation) -> Ceiling | None:
    """It reaches only some of those for whom it was asked.

    Ceiling: as for shortfall where the share reached is known, else partly met.
    Lowers: asks: {}; answer: {kind: in-force, gives: {reaches: full-time staff}}
    Leaves: asks: {}; answer: {kind: in-force, gives: {share_reached: 100%}}
    """
    gives = case.answer.gives
    whom = f" ({gives.reaches})" if gives.reaches else ""
    if gives.share_reached is None:
        if not whom:
            return None
        because = f"it reaches only some of those it was asked for{whom}"
        return Ceiling(Status.PARTLY_MET, because, "the same for all of them")
    share = (gives.share_reached.counted() or Fraction(0)) / 100
    because = f"it reaches {gives.share_reached} of those it was asked for{whom}"
    if share >= 1:
        return None
    if share == 0:
        return Ceiling(Status.NOT_MET, because, "the same for some of them", Status.SOME_MOVEMENT)
    if share >= case.policy.partly_from:
        return Ceiling(Status.PARTLY_MET, because, "the same for all of them")
    enough = f"the same for {_in_full(case.policy.partly_from)} of them"
    return Ceiling(Status.SOME_MOVEMENT, because, enough, Status.PARTLY_MET)


def strings(case: Situation) -> Ceiling | None:
    """Something must be given in return.

    Ceiling: partly met.
    Lowers: asks: {}; answer: {kind: agreed, in_return: an hour more a week}
    Leaves: asks: {}; answer: {kind: agreed}
    """
    if case.answer.in_return is None:
        return None
    return Ceiling(
        Status.PARTLY_MET,
        f"something is wanted in return ({case.answer.in_return})",
        "the same without the condition",
    )


def late(case: Situation) -> Ceiling | None:
    """It took effect after the demand's due date.

    Ceiling: partly met (the policy's).
    Lowers: asks: {due: 2022-12}; answer: {kind: in-force, gives: {starts: 2023-02}}
    Leaves: asks: {due: 2022-12}; answer: {kind: in-force, gives: {starts: 2022-11}}
    """
    due = case.asks.due
    starts = case.answer.gives.starts
    if starts is None and case.answer.kind in (Kind.AGREED, Kind.IN_FORCE):
        starts = case.concession.date
    if due is None or starts is None or starts.last <= due.last:
        return None
    if case.policy.late is Status.MET:
        return None
    because = f"it was due by {due}, and takes effect {starts.when}"
    return Ceiling(case.policy.late, because, f"the same by {due}")


def unsourced(case: Situation) -> Ceiling | None:
    """No document is named that shows it.

    Ceiling: some movement.
    Lowers: asks: {}; answer: {kind: agreed}; made: {date: 2023-01}
    Leaves: asks: {}; answer: {kind: agreed}
    """
    if case.concession.evidence:
        return None
    return Ceiling(Status.SOME_MOVEMENT, "no document is named that shows it", "evidence of it")


RULES: tuple[Rule, ...] = (
    refused,
    worsened,
    nothing_offered,
    restated,
    owed_anyway,
    talks_only,
    open_caveat,
    other_period,
    other_basis,
    withdrawn,
    lapsed,
    assurance,
    discretion,
    offer,
    under_way,
    no_figure,
    time_limited,
    shortfall,
    coverage,
    strings,
    late,
    unsourced,
)
"""Every rule, in the order in which reasons are given and answers alike in status are told apart."""


def _in_full(share: Fraction) -> str:
    """Write a share that must be reached: in percent where that is exact, else as a fraction."""
    return percent(share) if (share * 10_000).denominator == 1 else str(share)
