"""The rules. Each is a ceiling: a pure function that lowers one answer to one demand, or does not.

A rule's id is the word that sets it off: its function's name with hyphens. Its docstring's first line
is the sentence that readers get of it. The ceiling and the two examples below are printed in
docs/methodology.md, and the tests run the examples: as of 30 June 2023, on a concession dated January
2023 with evidence unless `made` says otherwise, with pay points and figures where `beside` has some.

To add a rule, write the function and put it into RULES at the place where it belongs.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs

from pcs_scorecard.comparison.measure import Measure, counting, uncertain
from pcs_scorecard.comparison.situation import Ceiling, Situation
from pcs_scorecard.comparison.standing import for_other_years
from pcs_scorecard.model.concessions import Gives
from pcs_scorecard.model.demands import Asks
from pcs_scorecard.model.fields import fields_of
from pcs_scorecard.model.terms import incomparable, needs_pay, of_another_kind, periods
from pcs_scorecard.values.amounts import Amount, part, percent, written
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.vocabulary import GIVES_NOTHING, Basis, Kind, Status

Rule = Callable[[Situation], Ceiling | None]


def rule_id(rule: Rule) -> str:
    """Return a rule's id: its function's name, with hyphens."""
    return rule.__name__.replace("_", "-")


# What was said --------------------------------------------------------------------------------


def refusal(case: Situation) -> Ceiling | None:
    """It was refused, in words or by deed.

    Ceiling: not met.
    Lowers: asks: {more: 10%}; answer: {kind: refusal}
    Leaves: asks: {more: 10%}; answer: {kind: agreed, gives: {more: 10%}}
    """
    if case.kind is not Kind.REFUSAL:
        return None
    return Ceiling(
        status=Status.NOT_MET,
        sentence=f"{_capital(case.maker)} refused.",
        remedy=f"{case.maker} made an offer",
        mend=_an_offer,
    )


def worsening(case: Situation) -> Ceiling | None:
    """It was made worse, or what is given goes the other way than was asked.

    Ceiling: not met.
    Lowers: asks: {at_least: 28 days/year, baseline: 28 days/year}; answer: {kind: in-force, gives: {to: 25 days/year}}
    Leaves: asks: {at_least: 28 days/year, baseline: 28 days/year}; answer: {kind: in-force, gives: {to: 28 days/year}}
    """
    measured = case.measured
    computed = measured is not None and measured.worse
    if case.kind is not Kind.WORSENING and not computed:
        return None
    sentence, clause = f"{_capital(case.maker)} made this worse.", ""
    if computed and case.kind is not Kind.WORSENING:
        given, wanted = ", ".join(_ways(case.gives)), " ".join(_ways(case.asks)) or _asked(case)
        clause = f"that goes the other way: {given}"
        sentence = f"It goes the other way: {given}, where {wanted} was asked for."
    if measured is not None and measured.kept:
        return Ceiling(
            status=Status.NOT_MET,
            clause=clause,
            sentence=sentence,
            remedy="this was put back as it was",
            mend=_as_it_was,
        )
    return Ceiling(
        status=Status.NOT_MET,
        clause=clause,
        sentence=sentence,
        remedy=f"{case.maker} offered a move the way that was asked for",
        mend=_an_offer,
    )


def nothing_offered(case: Situation) -> Ceiling | None:
    """A dated document says that nothing was offered.

    Ceiling: not met.
    Lowers: asks: {more: 10%}; answer: {kind: nothing-offered}
    Leaves: asks: {more: 10%}; answer: {kind: agreed, gives: {more: 10%}}
    """
    if case.kind is not Kind.NOTHING_OFFERED:
        return None
    return Ceiling(
        status=Status.NOT_MET,
        sentence=f"{_capital(case.maker)} offered nothing on this.",
        remedy=f"{case.maker} made an offer",
        mend=_an_offer,
    )


# What it has to do with the demand --------------------------------------------------------------


def restates(case: Situation) -> Ceiling | None:
    """It repeats what the other side already said or did before the dispute.

    Ceiling: not met.
    Lowers: asks: {lasting: yes}; answer: {kind: in-force, restates: the rule of 2016}
    Leaves: asks: {lasting: yes}; answer: {kind: in-force}
    """
    if case.answer.restates is None:
        return None
    return Ceiling(
        status=Status.NOT_MET,
        clause="that repeats what had been said before",
        sentence=f"It repeats what had been said before ({case.answer.restates}).",
        remedy="it went further than before",
        mend=lambda case: case.answering(restates=None),
    )


def owed_to(case: Situation) -> Ceiling | None:
    """A document says it came from law or another cause, not from the dispute.

    Ceiling: not met.
    Lowers: asks: {more: 10%}; answer: {kind: in-force, owed_to: a statute, gives: {more: 10%}}
    Leaves: asks: {more: 10%}; answer: {kind: in-force, gives: {more: 10%}}
    """
    cause = case.answer.owed_to
    if cause is None:
        return None
    return Ceiling(
        status=Status.NOT_MET,
        clause=f"that came from {cause}, not from this dispute",
        sentence=f"It came from {cause}, not from this dispute.",
        remedy="something was given in answer to the demand",
        mend=lambda case: case.answering(owed_to=None),
    )


def talks(case: Situation) -> Ceiling | None:
    """Only talks, a committee or a review were offered, with no term in them.

    Ceiling: not met.
    Lowers: asks: {more: 10%}; answer: {kind: talks}
    Leaves: asks: {more: 10%}; answer: {kind: agreed, gives: {more: 10%}}
    """
    if case.kind is not Kind.TALKS:
        return None
    return Ceiling(
        status=Status.NOT_MET,
        clause="with nothing firm offered",
        sentence="There is nothing firm in it.",
        remedy="the talks led to an offer with something firm in it",
        mend=_an_offer,
    )


def caveat(case: Situation) -> Ceiling | None:
    """It is worded so that its maker can leave it at will.

    Ceiling: not met; some movement where it is agreed or in force.
    Lowers: asks: {lasting: yes}; answer: {kind: assurance, caveat: wherever possible}
    Leaves: asks: {lasting: yes}; answer: {kind: in-force}
    """
    words = case.answer.caveat
    if words is None:
        return None
    firm = case.kind in (Kind.AGREED, Kind.IN_FORCE)
    return Ceiling(
        status=Status.SOME_MOVEMENT if firm else Status.NOT_MET,
        clause=f"that leaves a way out (“{words}”)",
        sentence=f"It leaves a way out: “{words}”.",
        remedy=f"the words “{words}” went",
        mend=lambda case: case.answering(caveat=None),
    )


def other_period(case: Situation) -> Ceiling | None:
    """It is for other years than those asked about.

    Ceiling: not met.
    Lowers: asks: {period: 2022/23}; answer: {kind: agreed, gives: {period: 2023/24}}
    Leaves: asks: {period: 2022/23}; answer: {kind: agreed, gives: {period: 2022/23}}
    """
    wanted = case.asks.period
    if wanted is None or not for_other_years(case.asks, case.answer):
        return None
    found = " and ".join(dict.fromkeys(map(str, periods(case.gives))))
    return Ceiling(
        status=Status.NOT_MET,
        clause=f"for {found}, not for {wanted}",
        sentence=f"It is for {found}; the demand was for {wanted}.",
        remedy=f"the same was given for {wanted}",
        mend=lambda case: case.giving(
            period=wanted if not case.gives.stages else None,
            stages=tuple(attrs.evolve(each, period=wanted) for each in case.gives.stages),
        ),
    )


_BASES = {
    Basis.CONSOLIDATED: "something added to basic pay",
    Basis.NON_CONSOLIDATED: "a one-off payment",
}


def other_basis(case: Situation) -> Ceiling | None:
    """It is another kind of thing than the one asked for.

    Ceiling: not met.
    Lowers: asks: {basis: consolidated}; answer: {kind: agreed, gives: {basis: non-consolidated}}
    Leaves: asks: {basis: consolidated}; answer: {kind: agreed, gives: {basis: consolidated}}
    """
    asks, gives = case.asks, case.gives
    if not of_another_kind(asks, gives):
        return None
    if gives.instead is not None:
        return Ceiling(
            status=Status.NOT_MET,
            clause=f"as {gives.instead}, not what was asked for",
            sentence=f"It is another thing ({gives.instead}).",
            remedy="the thing itself was given",
            mend=_the_thing,
        )
    given, wanted = (
        _BASES[gives.basis or Basis.CONSOLIDATED],
        _BASES[asks.basis or Basis.CONSOLIDATED],
    )
    added = asks.basis is Basis.CONSOLIDATED
    return Ceiling(
        status=Status.NOT_MET,
        clause=f"as {given}, not {'added to basic pay' if added else f'as {wanted}'}",
        sentence=f"It is {given}; the demand was for {wanted}.",
        remedy="it was added to basic pay" if added else f"it was {wanted}",
        mend=_the_thing,
    )


def by_another(case: Situation) -> Ceiling | None:
    """It came from somebody who was not asked.

    Ceiling: not met.
    Lowers: asks: {}; answer: {kind: in-force}; made: {made_by: fund}
    Leaves: asks: {}; answer: {kind: in-force}
    """
    if not case.by_another:
        return None
    return Ceiling(
        status=Status.NOT_MET,
        clause=f"that came from {case.maker}, not from {case.asked_party}",
        sentence=f"It came from {case.maker}; the demand was made of {case.asked_party}.",
        remedy=f"{case.asked_party} gave the same",
        mend=lambda case: attrs.evolve(case, by_another=False, maker=case.asked_party),
    )


# What became of it ------------------------------------------------------------------------------


def replaced(case: Situation) -> Ceiling | None:
    """A later record of its maker stands in its place.

    Ceiling: not met.
    Lowers: asks: {more: 9%}; answer: {kind: offer, gives: {more: 6%}}; later: {kind: offer, gives: {more: 2%}}
    Leaves: asks: {more: 9%}; answer: {kind: agreed, gives: {more: 9%}}; later: {kind: offer, gives: {more: 2%}}
    """
    if case.replaced is None:
        return None
    when = case.replaced.when
    return Ceiling(
        status=Status.NOT_MET,
        clause=f"that was replaced {when}",
        sentence=f"It was replaced {when}.",
        remedy="it was given again",
        mend=_again,
    )


def withdrawn(case: Situation) -> Ceiling | None:
    """It was taken back on or before the date of the scoresheet.

    Ceiling: not met.
    Lowers: asks: {}; answer: {kind: agreed}; made: {date: 2023-01, withdrawn: 2023-03}
    Leaves: asks: {}; answer: {kind: agreed}; made: {date: 2023-01, withdrawn: 2023-09}
    """
    if case.withdrawn is None:
        return None
    when = case.withdrawn.when
    return Ceiling(
        status=Status.NOT_MET,
        clause=f"that was taken back {when}",
        sentence=f"It was taken back {when}.",
        remedy="it was given again",
        mend=_again,
    )


def ended(case: Situation) -> Ceiling | None:
    """Its end date has passed.

    Ceiling: not met.
    Lowers: asks: {}; answer: {kind: agreed, gives: {ends: 2023-03}}
    Leaves: asks: {}; answer: {kind: agreed, gives: {ends: 2023-09}}
    """
    ends = case.gives.ends
    if ends is None or ends.last >= case.as_of:
        return None
    return Ceiling(
        status=Status.NOT_MET,
        clause=f"that ended {ends.when}",
        sentence=f"It ended {ends.when}.",
        remedy="it was given again, without an end",
        mend=lambda case: _again(case).giving(ends=None),
    )


# How firm it is ---------------------------------------------------------------------------------


def assurance(case: Situation) -> Ceiling | None:
    """It is a statement of intent that binds nobody.

    Ceiling: some movement.
    Lowers: asks: {}; answer: {kind: assurance}
    Leaves: asks: {}; answer: {kind: agreed}
    """
    if case.kind is not Kind.ASSURANCE:
        return None
    return Ceiling(
        status=Status.SOME_MOVEMENT,
        clause="with no guarantee",
        sentence="It comes with no guarantee.",
        remedy=f"{case.maker} guaranteed it",
        mend=_agreed,
    )


def permission(case: Situation) -> Ceiling | None:
    """It is a permission: others may do it.

    Ceiling: some movement.
    Lowers: asks: {}; answer: {kind: permission}
    Leaves: asks: {}; answer: {kind: in-force}
    """
    if case.kind is not Kind.PERMISSION:
        return None
    return Ceiling(
        status=Status.SOME_MOVEMENT,
        clause="that is allowed, not required",
        sentence="It is allowed, not required.",
        remedy="it was required, not only allowed",
        mend=_agreed,
    )


def offer(case: Situation) -> Ceiling | None:
    """It is offered, not agreed.

    Ceiling: some movement.
    Lowers: asks: {}; answer: {kind: offer}
    Leaves: asks: {}; answer: {kind: agreed}
    """
    if case.kind is not Kind.OFFER:
        return None
    vote = case.rejected
    if vote is None:
        return Ceiling(
            status=Status.SOME_MOVEMENT,
            clause="that has not been agreed",
            sentence="It has not been agreed.",
            remedy="the offer was agreed",
            mend=_agreed,
        )
    when = f" {vote.date.when}" if vote.date else ""
    shares = [f"{each.share} {each.title}" for each in vote.options if each.share]
    told = f" ({', '.join(shares)})" if shares else ""
    return Ceiling(
        status=Status.SOME_MOVEMENT,
        clause=f"that was rejected in a vote{when}{told}",
        sentence=f"It was rejected in a vote{when}{told}.",
        remedy="an offer was agreed",
        mend=_agreed,
    )


def under_way(case: Situation) -> Ceiling | None:
    """It is begun, not delivered.

    Ceiling: some movement.
    Lowers: asks: {}; answer: {kind: under-way}
    Leaves: asks: {}; answer: {kind: in-force}
    """
    if case.kind is not Kind.UNDER_WAY:
        return None
    return Ceiling(
        status=Status.SOME_MOVEMENT,
        clause="that is not complete",
        sentence="It is not complete.",
        remedy="it was finished",
        mend=_in_place,
    )


def subject_to(case: Situation) -> Ceiling | None:
    """It depends on something outside its maker's will.

    Ceiling: some movement.
    Lowers: asks: {}; answer: {kind: agreed, subject_to: a new law}
    Leaves: asks: {}; answer: {kind: agreed}
    """
    cause = case.answer.subject_to
    if cause is None:
        return None
    return Ceiling(
        status=Status.SOME_MOVEMENT,
        clause=f"that depends on {cause}",
        sentence=f"It depends on {cause}.",
        remedy=f"it no longer depended on {cause}",
        mend=lambda case: case.answering(subject_to=None),
    )


# How much it is ---------------------------------------------------------------------------------


def no_figure(case: Situation) -> Ceiling | None:
    """A number was asked for, and none that can be relied on was given for it.

    Ceiling: some movement.
    Lowers: asks: {more: 10%}; answer: {kind: agreed, gives: {more: up to 10%}}
    Leaves: asks: {more: 10%}; answer: {kind: agreed, gives: {more: about 10%}}
    """
    asks, gives, measured = case.asks, case.gives, case.measured
    if not asks.forms or case.kind in GIVES_NOTHING or case.kind is Kind.WORSENING:
        return None
    if of_another_kind(asks, gives) or for_other_years(asks, case.answer):
        return None
    if measured is not None and measured.given is not None:
        return None
    wanted = _asked(case)
    clause, sentence = "with no figure", f"It gives no figure; {wanted} was asked for."
    if measured is not None:
        unsure = uncertain(asks, gives, case.figures)
        if unsure:
            clause = f"with no certain figure ({' and '.join(f'“{text}”' for text in unsure)})"
            are = "is no certain figure" if len(unsure) == 1 else "are no certain figures"
            told = " and ".join(f"“{text}”" for text in unsure)
            sentence = f"{told} {are} for anybody; {wanted} was asked for."
        elif asks.period:
            clause = f"with no figure for {asks.period} alone"
            sentence = f"It has no figure for {asks.period} alone; {wanted} was asked for."
    return Ceiling(
        status=Status.SOME_MOVEMENT,
        clause=clause,
        sentence=sentence,
        remedy=f"{wanted} was given",
        mend=lambda case: _giving(case, Fraction(1)),
    )


def time_limited(case: Situation) -> Ceiling | None:
    """It holds until a date, where a lasting thing was asked for.

    Ceiling: some movement.
    Lowers: asks: {lasting: yes}; answer: {kind: agreed, gives: {ends: 2024}}
    Leaves: asks: {}; answer: {kind: agreed, gives: {ends: 2024}}
    """
    ends = case.gives.ends
    if ends is None or not case.asks.lasting:
        return None
    return Ceiling(
        status=Status.SOME_MOVEMENT,
        clause=f"only until {ends.end}",
        sentence=f"It lasts only until {ends.end}; the demand had no end date.",
        remedy="it had no end date",
        mend=lambda case: case.giving(ends=None),
    )


def shortfall(case: Situation) -> Ceiling | None:
    """Less was given than was asked for.

    Ceiling: partly met from half of what was asked, some movement below, not met at nothing.
    Lowers: asks: {more: 10%}; answer: {kind: agreed, gives: {more: 9%}}
    Leaves: asks: {more: 10%}; answer: {kind: agreed, gives: {more: at least 10%}}
    """
    measured = case.measured
    if measured is None or measured.given is None or measured.reached or measured.worse:
        return None
    if case.kind is Kind.WORSENING:
        # What was made worse is not measured as something given.
        return None
    given, wanted = _counted(case, measured), _asked(case)
    share, level = measured.share, case.asks.level is not None
    amount = case.gives.amount
    sure = amount is None or amount.formula is not None or amount.low == amount.high
    was = "was given" if sure else "can be relied on"
    that = f"that is {given}" if sure else f"that can be relied on only as {given}"
    short = "less" if measured.upwards or not level else "more"
    if share is None and measured.asked is not None:
        return Ceiling(
            status=Status.SOME_MOVEMENT,
            clause=f"{that}, not the {wanted} asked for",
            sentence=f"{_capital(given)} {was} and {wanted} was asked for; where it stood before is "
            "not on record, so no share can be told.",
            remedy=f"{wanted} was given",
            mend=lambda case: _giving(case, Fraction(1)),
        )
    if not share:
        return Ceiling(
            status=Status.NOT_MET,
            clause=f"{that}, no change from before",
            sentence=f"{_capital(given)} {was}, no change from before; {wanted} was asked for.",
            remedy="something of it was given",
            mend=lambda case: _giving(case, Fraction(1, 100)),
        )
    of_it = f"the way from {measured.write(measured.start or Fraction(0))}" if level else "it"
    sentence = f"{_capital(given)} {was} and {wanted} was asked for: {percent(share)} of {of_it}."
    partly = case.policy.partly_from
    if share >= partly:
        return Ceiling(
            status=Status.PARTLY_MET,
            clause=f"{that}, {short} than the {wanted} asked for",
            sentence=sentence,
            remedy=f"{wanted} was given",
            mend=lambda case: _giving(case, Fraction(1)),
        )
    way = "the way to " if level else ""
    enough = measured.at(partly).replace("-", "") if case.asks.less else measured.at(partly)
    bound = "at least" if measured.upwards or not level else "at most"
    return Ceiling(
        status=Status.SOME_MOVEMENT,
        clause=f"{that}, less than {part(partly)} of {way}the {wanted} asked for",
        sentence=sentence,
        remedy=f"{bound} {enough} was given",
        mend=lambda case: _giving(case, partly),
    )


def reaches(case: Situation) -> Ceiling | None:
    """It reaches only some of those for whom it was asked.

    Ceiling: as for shortfall where the share reached is known, else partly met.
    Lowers: asks: {}; answer: {kind: in-force, gives: {reaches: full-time staff}}
    Leaves: asks: {}; answer: {kind: in-force, gives: {share_reached: 100%}}
    """
    gives, partly = case.gives, case.policy.partly_from
    all_of_them = "it reached everybody it was asked for"
    whom = f"for {gives.reaches}" if gives.reaches else ""
    if gives.share_reached is None:
        if not whom:
            return None
        return Ceiling(
            status=Status.PARTLY_MET,
            clause=f"only {whom}",
            sentence=f"It is only {whom}.",
            remedy=all_of_them,
            mend=lambda case: case.giving(reaches=None),
        )
    if gives.share_reached.low is None:
        # Of those it surely does not reach no more is counted than of a plain number.
        most = (gives.share_reached.high or Fraction(100)) / 100
        few = most < partly or (most == partly and gives.share_reached.beyond)
        return Ceiling(
            status=Status.SOME_MOVEMENT if few else Status.PARTLY_MET,
            clause=f"only for {gives.share_reached} of those it was asked for",
            sentence=f"It is only for {gives.share_reached} of those it was asked for.",
            remedy=all_of_them,
            mend=lambda case: _reaching(case, Fraction(1)),
        )
    share = gives.share_reached.low / 100
    if share >= 1:
        return None
    told = f"for {gives.share_reached} of those it was asked for" + (
        f" ({gives.reaches})" if whom else ""
    )
    if not share:
        status, least, remedy = Status.NOT_MET, Fraction(1, 100), "it reached some of them"
    elif share >= partly:
        status, least, remedy = Status.PARTLY_MET, Fraction(1), all_of_them
    else:
        status, least = Status.SOME_MOVEMENT, partly
        remedy = f"it reached at least {part(partly)} of those it was asked for"
    return Ceiling(
        status=status,
        clause=f"only {told}",
        sentence=f"It is only {told}.",
        remedy=remedy,
        mend=lambda case: _reaching(case, least),
    )


def in_return(case: Situation) -> Ceiling | None:
    """Something must be given in return.

    Ceiling: partly met.
    Lowers: asks: {}; answer: {kind: agreed, in_return: an hour more a week}
    Leaves: asks: {}; answer: {kind: agreed}
    """
    price = case.answer.in_return
    if price is None:
        return None
    return Ceiling(
        status=Status.PARTLY_MET,
        clause=f"only in return for {price}",
        sentence=f"It is given only in return for {price}.",
        remedy="nothing had to be given in return",
        mend=lambda case: case.answering(in_return=None),
    )


# When it comes ----------------------------------------------------------------------------------


def late(case: Situation) -> Ceiling | None:
    """It, or a stage of it that counts, takes effect certainly after the demand's due date.

    Ceiling: partly met (the policy's).
    Lowers: asks: {due: 2022-12}; answer: {kind: in-force, gives: {starts: 2023-02}}
    Leaves: asks: {due: 2022-12}; answer: {kind: in-force, gives: {starts: 2022-11}}
    """
    due = case.asks.due
    if due is None or case.policy.late is Status.MET:
        return None
    after = [starts for starts in _starts(case) if starts.after(due)]
    if not after:
        return None
    starts = after[0]
    begins = bool(case.gives.starts or case.gives.stages)
    come = starts.last <= case.as_of
    firm = case.kind in (Kind.UNDER_WAY, Kind.AGREED, Kind.IN_FORCE)
    comes = (
        ("came" if come else "starts only") if firm else ("was to come" if come else "would come")
    )
    comes = comes if begins or case.kind is Kind.IN_FORCE else "was agreed"
    return Ceiling(
        status=case.policy.late,
        clause=f"that {comes} {starts.when}, after the day asked for ({due})",
        sentence=f"It {comes} {starts.when}, after the day asked for ({due}).",
    )


def overdue(case: Situation) -> Ceiling | None:
    """The due date has certainly passed, and it is neither in force nor agreed from a day that came.

    Ceiling: as for late, and at best partly met.
    Lowers: asks: {due: 2023-03}; answer: {kind: agreed}
    Leaves: asks: {due: 2023-03}; answer: {kind: agreed, gives: {starts: 2023-03-31}}
    """
    due = case.asks.due
    if due is None or due.last >= case.as_of:
        return None
    if case.kind in GIVES_NOTHING or case.kind is Kind.WORSENING:
        return None
    # Of stages all those that count must have come.
    stages = counting(case.asks, case.gives) or case.gives.stages
    begun = [stage.starts for stage in stages] or [case.gives.starts or case.made]
    come = all(each.last <= case.as_of for each in begun)
    dated = bool(stages or case.gives.starts)
    if come and (case.kind is Kind.IN_FORCE or (case.kind is Kind.AGREED and dated)):
        return None
    status = min(case.policy.late, Status.PARTLY_MET, key=lambda status: status.rank)
    return Ceiling(
        status=status,
        clause=f"that is not in place, and the day asked for ({due}) has passed",
        sentence=f"It is not in place, and the day asked for ({due}) has passed.",
        remedy="it was put in place",
        mend=_in_place,
    )


def no_evidence(case: Situation) -> Ceiling | None:
    """No document is named that shows it.

    Ceiling: some movement.
    Lowers: asks: {}; answer: {kind: agreed}; made: {date: 2023-01}
    Leaves: asks: {}; answer: {kind: agreed}
    """
    if case.sourced:
        return None
    return Ceiling(
        status=Status.SOME_MOVEMENT,
        clause="that has no source on record",
        sentence="It has no source on record.",
        remedy="a source was found",
        mend=lambda case: attrs.evolve(case, sourced=True),
    )


RULES: tuple[Rule, ...] = (
    refusal,
    worsening,
    nothing_offered,
    restates,
    owed_to,
    talks,
    caveat,
    other_period,
    other_basis,
    by_another,
    replaced,
    withdrawn,
    ended,
    assurance,
    permission,
    offer,
    under_way,
    subject_to,
    no_figure,
    time_limited,
    shortfall,
    reaches,
    in_return,
    late,
    overdue,
    no_evidence,
)
"""Every rule, in the order in which reasons are given."""

BESIDE_THE_POINT = frozenset({"restates", "owed-to", "other-period", "other-basis", "by-another"})
"""The rules of answers that are not about the thing asked for, and are printed after those that are."""


# What would lift them ---------------------------------------------------------------------------


def _an_offer(case: Situation) -> Situation:
    """Return the situation after an offer was made on the day, in place of what was said before."""
    plain = {"starts": None, "ends": None, "reaches": None, "share_reached": None}
    case = _again(case.giving(**_NO_AMOUNT, **plain))
    terms = ("restates", "owed_to", "caveat", "subject_to", "in_return")
    return attrs.evolve(case.answering(**dict.fromkeys(terms)), kind=Kind.OFFER)


_NO_AMOUNT = {"more": None, "less": None, "to": None, "stages": ()}


def _again(case: Situation) -> Situation:
    """Return the situation after the same was given again on the day."""
    today = Date.of(case.as_of)
    return attrs.evolve(case, replaced=None, withdrawn=None, made=today, acted=today)


def _agreed(case: Situation) -> Situation:
    return attrs.evolve(case, kind=Kind.AGREED, acted=Date.of(case.as_of), rejected=None)


def _in_place(case: Situation) -> Situation:
    today = Date.of(case.as_of)
    starts = {"starts": today} if not case.gives.stages else {}
    return attrs.evolve(case.giving(**starts), kind=Kind.IN_FORCE, made=today, acted=today)


def _as_it_was(case: Situation) -> Situation:
    level = case.asks.level
    kept = case.giving(**{**_NO_AMOUNT, "to": level})
    today = Date.of(case.as_of)
    return attrs.evolve(kept, kind=Kind.IN_FORCE, made=today, acted=today)


def _the_thing(case: Situation) -> Situation:
    """Return the situation in which the kind of thing that was asked for is given.

    The number stays where it can be compared with what was asked; of another thing there is none.
    """
    asks, other = case.asks, case.gives.instead is not None
    same = case.giving(basis=asks.basis, instead=None)
    at_no_pay = case.pay is None and needs_pay(asks, same.gives, case.figures)
    if other or at_no_pay or incomparable(asks, same.gives, case.figures):
        return same.giving(**_NO_AMOUNT)
    return same


def _giving(case: Situation, share: Fraction) -> Situation:
    """Return the situation in which a share of what was asked for is given for it."""
    asks, measured = case.asks, case.measured
    key = "more" if asks.more else "less" if asks.less else "to"
    wanted = asks.change or asks.level
    if wanted is None:
        amount = Amount.parse("1%")
        key = "more" if asks.upwards else "less"
    elif share == 1 or (
        wanted.formula is not None and (measured is None or measured.asked is None)
    ):
        # Of a formula that has no number here there is no part either.
        amount = wanted
    else:
        start = (measured.start if measured else None) or Fraction(0)
        asked = (measured.asked if measured else None) or Fraction(0)
        number = start + share * (asked - start)
        unit = measured.unit if measured else wanted.unit
        number = (-number if asks.less else number) / unit.factor
        amount = Amount(written(number, unit), unit, number, number, average=wanted.average)
    period = {} if case.gives.stages else {"period": _within(case)}
    mended = case.giving(**{**_NO_AMOUNT, **period, key: amount})
    if case.pay is not None or not needs_pay(asks, mended.gives, case.figures):
        return mended
    # Without pay a sum beside a percentage has no number, and any stands for as much as was asked.
    one = Amount.parse("1")
    plain: dict[str, Any] = {"baseline": None, asks.forms[0]: one}
    return attrs.evolve(mended.giving(**{key: one}), asks=attrs.evolve(asks, **plain))


def _within(case: Situation) -> object:
    """Return the years an answer is for, if they lie within those asked about, else these."""
    wanted, found = case.asks.period, case.gives.period
    return found if wanted is None or (found is not None and found in wanted) else wanted


def _reaching(case: Situation, share: Fraction) -> Situation:
    if share == 1:
        return case.giving(reaches=None, share_reached=None)
    return case.giving(share_reached=Amount.parse(f"{share.numerator}/{share.denominator}"))


# Words ------------------------------------------------------------------------------------------


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _asked(case: Situation) -> str:
    """Return what was asked for, as a number where there is one."""
    asks = case.asks
    wanted = asks.change or asks.level
    if wanted is None:
        return f"{asks.direction} ({asks.measure})" if asks.direction else "this"
    return _told(case, wanted)


def _given(case: Situation) -> str:
    """Return what is given, as it is recorded."""
    amount = case.gives.amount
    if amount is None:
        counted = counting(case.asks, case.gives) or case.gives.stages
        return " and ".join(
            f"{_told(case, each)} from {stage.starts}"
            for stage in counted
            if (each := stage.more or stage.less or stage.to)
        )
    sign = "less" if case.gives.less else "more" if case.gives.more else ""
    return f"{_told(case, amount)} {sign}".strip() if case.asks.level else _told(case, amount)


def _ways(terms: Asks | Gives) -> list[str]:
    """Return what is asked or given as numbers with the way they go: 5% less, at least £15/hour, down."""
    records = terms.stages if isinstance(terms, Gives) and terms.stages else (terms,)
    ways = []
    for record in records:
        for field in fields_of(type(record)):
            value = getattr(record, field.name)
            if field.holds == "amount" and value and field.name not in _NO_WAY:
                ways.append(field.words.format(value))
    return ways


_NO_WAY = ("baseline", "share_reached")


def _counted(case: Situation, measured: Measure) -> str:
    """Return what counts of what is given: of stages for other years too, what is for those asked about."""
    amount = case.gives.amount
    plainly = amount is not None and amount.formula is None and amount.low == amount.high
    moved = case.asks.level is not None and (case.gives.more or case.gives.less) and measured.start
    if measured.given is None or (plainly and not moved):
        return _given(case)
    told = measured.write(-measured.given if case.asks.less else measured.given)
    fewer = len(counting(case.asks, case.gives) or ()) < len(case.gives.stages)
    return f"{told} for {case.asks.period}" if fewer else told


def _told(case: Situation, amount: Amount) -> str:
    """Return an amount in words; of a formula with the number it comes to."""
    if amount.formula is None:
        return str(amount)
    try:
        found = amount.resolved(case.figures, case.pay)
    except ValueError:
        return amount.text
    return amount.text if found.low is None else f"{written(found.low, found.unit)} ({amount.text})"


def _starts(case: Situation) -> list[Date]:
    """Return when it takes effect, or each stage that counts, or when it was agreed or done."""
    gives: Gives = case.gives
    if gives.stages:
        counted = counting(case.asks, gives) or gives.stages
        return sorted((stage.starts for stage in counted), key=lambda date: date.last)
    if gives.starts is not None:
        return [gives.starts]
    return [case.acted] if case.kind in (Kind.AGREED, Kind.IN_FORCE) else []
