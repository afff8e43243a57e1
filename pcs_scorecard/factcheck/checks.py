"""Claims → verdicts: each check is a pure function over recorded figures, events and statuses.

A check finds that a claim holds, or that it does not, only where every number that the record allows
gives the same answer. A verdict must survive leaving out what is known only from a side that it
favours, else it is that side's word.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import attrs

from pcs_scorecard.comparison.compare import Result, by_date
from pcs_scorecard.comparison.policy import POLICIES, Policy
from pcs_scorecard.factcheck.on_record import (
    NOBODY,
    Known,
    OpenError,
    Parties,
    Record,
    Results,
)
from pcs_scorecard.factcheck.positions import position_changes
from pcs_scorecard.model.claims import (
    Claim,
    Compare,
    Count,
    Elapsed,
    Extreme,
    Fact,
    Fits,
    RealTerms,
    StanceChange,
    Total,
)
from pcs_scorecard.model.concessions import Concession
from pcs_scorecard.model.dispute import Days, Dispute, evidence_of
from pcs_scorecard.model.facts import Event, Figure, Vote
from pcs_scorecard.values.amounts import SIGNIFICANT, Amount, percent, written
from pcs_scorecard.values.amounts import part as part_of
from pcs_scorecard.values.dates import Date, on_record
from pcs_scorecard.values.dates import known as dated
from pcs_scorecard.values.ranges import (
    Found,
    added,
    after,
    all_hold,
    divided,
    equals,
    exactly,
    holds,
    product,
    quotient,
    term,
    total,
)
from pcs_scorecard.values.units import PERCENT, Unit
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import ClaimVerdict, End, Relation, Status, Untested


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Tested(Value):
    """A claim with its verdict, the arithmetic or rows behind it, and the records it used."""

    claim: Claim
    verdict: ClaimVerdict
    findings: tuple[str, ...] = ()
    used: tuple[Record, ...] = ()
    behind: tuple[Record, ...] = ()
    """What it rests on beside those, and is too much to tell: of a count, all answers."""
    holds: bool | None = None
    """Whether it holds as far as it is known from anybody; None where that is open."""
    whose: tuple[str, ...] = ()
    """Of one side's word: the parties without whose word it would be open."""

    @property
    def counts(self) -> bool:
        """Whether it is tallied; opinions, forecasts and motives are not."""
        return self.claim.untested not in (Untested.OPINION, Untested.FORECAST, Untested.MOTIVE)


@attrs.frozen(eq=False, repr=False)
class _Finding:
    """What a check gives: whether the claim holds (None: open), the findings, the records used."""

    holds: bool | None
    findings: tuple[str, ...] = ()
    used: tuple[Record, ...] = ()
    behind: tuple[Record, ...] = ()
    """Records that it rests on beside those used, and that are too many to print."""


def tested(
    dispute: Dispute, days: Days, day: datetime.date, policy: Policy, results: Results
) -> tuple[Tested, ...]:
    """Return every claim on record by a day with its verdict, the oldest first."""
    known = Known.of(dispute, days, day, policy, results)
    claims = sorted(dispute.claims, key=by_date(days))
    return tuple(judge(claim, known) for claim in claims if on_record(claim.date, day))


def judge(claim: Claim, known: Known) -> Tested:
    """Run a claim's check, and return its verdict with everything that led to it."""
    if claim.check is None or not claim.check.given:
        return Tested(claim=claim, verdict=ClaimVerdict.NOT_ENOUGH)
    found = _run(claim, known)
    verdict, whose = ClaimVerdict.NOT_ENOUGH, NOBODY
    if found.holds is not None:
        verdict = ClaimVerdict.SUPPORTED if found.holds else ClaimVerdict.CONTRADICTED
        favoured = (
            [known.favoured(claim.made_by)] if found.holds else known.other_sides(claim.made_by)
        )
        for parties in favoured:
            if _run(claim, known.without(parties)).holds is not found.holds:
                verdict, whose = ClaimVerdict.ONE_SIDE, parties
                break
    return Tested(
        claim=claim,
        verdict=verdict,
        findings=found.findings,
        used=found.used,
        behind=found.behind,
        holds=found.holds,
        whose=_whose(found, known, whose),
    )


def _whose(found: _Finding, known: Known, parties: Parties) -> tuple[str, ...]:
    """Return the parties whose word is needed: of those left out, who tells what was used."""
    said = {
        voice
        for record in (*found.used, *found.behind)
        for voice in known.voices(evidence_of(record))
        if known.voices(evidence_of(record)) <= parties
    }
    return tuple(sorted(said or parties))


def _run(claim: Claim, known: Known) -> _Finding:
    check = next(iter(claim.check.given.values())) if claim.check else None
    try:
        return CHECKS[type(check)](check, claim, known)
    except (OpenError, ValueError) as open_:
        return _Finding(None, (str(open_),))


# One function for each check -------------------------------------------------------------------


def _count(check: Count, claim: Claim, known: Known) -> _Finding:
    found = _count_by(check, claim, known)
    if check.number is SIGNIFICANT and not known.left_out:
        for policy in POLICIES.values():
            other = attrs.evolve(known, policy=policy)
            if policy == known.policy or _count_by(check, claim, other).holds is found.holds:
                continue
            holds_then = _count_by(check, claim, other).holds
            told = "it would be open"
            if holds_then is not None:
                told = "it would hold" if holds_then else "it would not hold"
            line = f"By the policy “{policy.name}”, for which it is {part_of(policy.significant)}, {told}."
            found = attrs.evolve(found, findings=(*found.findings, line))
    return found


def _count_by(check: Count, claim: Claim, known: Known) -> _Finding:
    day = (check.as_of or dated(claim.date)).last
    if day > known.day:
        raise OpenError(f"The statuses of {Date.of(day)} are not known on this sheet's day.")
    among = frozenset(check.among)
    demands = [each for each in known.counted(day) if not among or each.result.id in among]
    if missing := among - {each.result.id for each in demands}:
        names = ", ".join(map(repr, sorted(missing)))
        raise OpenError(f"Not on record by {Date.of(day)}: {names}.")
    if not demands:
        raise OpenError(f"No demand was on record by {Date.of(day)}.")
    sure = [each.result for each in demands if _reaches(each.least.status, check.reaching)]
    unsure = [
        each.result
        for each in demands
        if each.open and not _reaches(each.least.status, check.reaching)
    ]
    number, in_percent = check.number, check.number.unit == PERCENT
    claimed = Found.of(number)
    if number is SIGNIFICANT:
        in_percent, share = True, known.policy.significant * 100
        claimed = exactly(share, share)
    least, most = len(sure), len(sure) + len(unsure)
    unit = Fraction(100, len(demands)) if in_percent else Fraction(1)
    answer = holds(exactly(least * unit, most * unit), check.relation, claimed)
    answers = {
        pair.concession.id: pair.concession
        for each in demands
        for one in each.result.every
        for pair in one.pairs
    }
    return _Finding(
        answer,
        tuple(_counted(check, known.policy, day, sure, unsure, len(demands))),
        (),
        tuple(answers.values()),
    )


def _counted(
    check: Count, policy: Policy, day: Any, sure: list[Result], unsure: list[Result], among: int
) -> list[str]:
    """Say what was counted, so that it can be counted again."""
    least = len(sure)
    verb = "is" if 1 in (least, among) else "are"
    better = "" if check.reaching is Status.MET else " or better"
    share = ""
    claimed = _claimed(check.relation, check.number.text)
    if check.number is SIGNIFICANT:
        claimed = f"{_claimed(check.relation, 'a significant part')}, which is {part_of(policy.significant)} of them"
    if check.number.unit == PERCENT or check.number is SIGNIFICANT:
        share = f" ({percent(Fraction(least, among))})"
    findings = [
        f"As of {Date.of(day)}, {least} of {among} demand{'' if among == 1 else 's'} {verb} at "
        f"“{check.reaching.says}”{better}{share}; claimed: {claimed}."
    ]
    if sure:
        these = "It is" if least == 1 else "They are"
        findings.append(f"{these}: {'; '.join(map(_row, sure))}.")
    if unsure:
        more = f"{len(unsure)} more {'has' if len(unsure) == 1 else 'have'}"
        findings.append(f"{more} no response on record, and could be at any status.")
    return findings


def _compare(check: Compare, _: Claim, known: Known) -> _Finding:
    figures = known.all_figures(check.figures)
    findings: list[str] = []
    answers: list[bool | None] = []
    if check.to is None:
        number = check.number
        if number is None:
            raise OpenError("No number is named.")
        for figure in figures:
            _same_units([figure.value, number])
            answers.append(holds(Found.of(figure.value), check.relation, Found.of(number)))
            rounds = answers[-1] and check.relation is Relation.EQUAL
            rounds = rounds and (figure.value.low, figure.value.high) != (number.low, number.high)
            findings.append(
                f"{figure.value} on record; claimed: {_claimed(check.relation, number.text)}"
                f"{', the same within rounding' if rounds else ''}."
            )
        return _Finding(all_hold(answers), tuple(findings), tuple(figures))
    other = known.figure(check.to)
    _alike([*figures, other])
    factor = check.factor
    for figure in figures:
        one, beside = Found.of(figure.value), Found.of(other.value)
        if factor is None:
            answers.append(holds(one, check.relation, beside))
            findings.append(
                f"{figure.value} beside {other.value}; "
                f"claimed: {_claimed(check.relation, str(other.value))}."
            )
            continue
        part = factor.unit == PERCENT
        claimed = _claimed(
            check.relation, f"{term(factor)} {'of' if part else '×'} {term(other.value)}"
        )
        if check.relation is Relation.EQUAL:
            ratio = one.with_each(beside, quotient)
            wanted = Found.of(factor)
            if part:
                hundred = exactly(100, 100)
                ratio = ratio.with_each(hundred, product)
            answer = holds(ratio, check.relation, wanted)
            if answer is None:
                # There is no ratio to 0 or less, and there may still be a contradiction.
                times = wanted.with_each(exactly(Fraction(1, 100), Fraction(1, 100)), product)
                times = beside.with_each(times if part else wanted, product)
                answer = False if holds(one, check.relation, times) is False else None
            answers.append(answer)
        else:
            times = Found.of(factor)
            if part:
                times = times.with_each(exactly(Fraction(1, 100), Fraction(1, 100)), product)
            answers.append(holds(one, check.relation, beside.with_each(times, product)))
        findings.append(f"{_ratio(figure.value, other.value, part=part)}; claimed: {claimed}.")
    return _Finding(all_hold(answers), tuple(findings), (*figures, other))


def _ratio(one: Amount, other: Amount, *, part: bool) -> str:
    """Return a ratio worked out, in % where a share is claimed."""
    (low, high), (least, most) = one.in_key, other.in_key
    if part and low is not None and low == high and least and least == most:
        return f"{term(one)} / {term(other)} = {percent(low / least)}"
    return divided(one, other) or f"{one} beside {other}"


def _extreme(check: Extreme, _: Claim, known: Known) -> _Finding:
    figure = known.figure(check.figure)
    others = known.all_figures(check.among)
    relation = Relation.LESS_THAN if check.end is End.LOWEST else Relation.MORE_THAN
    findings: list[str] = []
    answers: list[bool | None] = []
    for other in others:
        if unlike := _unlike(figure, other):
            answers.append(None)
            findings.append(f"{figure.value} and {other.value} are not compared: {unlike}.")
        else:
            answer = holds(Found.of(figure.value), relation, Found.of(other.value))
            answers.append(answer)
            word = {True: "yes", False: "no", None: "open"}[answer]
            findings.append(f"{figure.value} {relation.replace('-', ' ')} {other.value}: {word}.")
    findings.append("Compared with the figures named here, and no others.")
    return _Finding(all_hold(answers), tuple(findings), (figure, *others))


def _real_terms(check: RealTerms, _: Claim, known: Known) -> _Finding:
    inflation = known.figure(check.inflation)
    awards = known.all_figures(check.awards)
    findings: list[str] = []
    answers: list[bool | None] = []
    for award in awards:
        _same_units([award.value, inflation.value])
        real = Found.of(award.value).with_each(Found.of(inflation.value), after)
        answers.append(holds(real, check.relation, Found.of(check.number)))
        result = equals(real.exact, lambda number: percent(number / 100))
        findings.append(
            f"(1 + {term(award.value)}) / (1 + {term(inflation.value)}) - 1{result}; "
            f"claimed: {_claimed(check.relation, check.number.text)}."
        )
    return _Finding(all_hold(answers), tuple(findings), (*awards, inflation))


def _elapsed(check: Elapsed, claim: Claim, known: Known) -> _Finding:
    start, end = known.event(check.start), known.event(check.end)
    first, last = dated(start.date), dated(end.date)
    least = (last.first - first.last).days
    most = (last.last - first.first).days
    unit = 7 if check.number.unit.key == "week" else 1
    weeks = exactly(Fraction(least, unit), Fraction(most, unit))
    answer = holds(weeks, check.relation, Found.of(check.number))
    days = written(Fraction(least), Unit("day", name="days"))
    if least != most:
        days = f"between {least} and {most} days"
    findings = [
        f"From {first} to {last}: {days}; claimed: {_claimed(check.relation, check.number.text)}."
    ]
    if most < 0:
        answer = None
        findings.append("The second lies before the first.")
    if claim.id in (start.counted_from, end.counted_from):
        answer = None
        findings.append("One of the two dates is itself counted from this claim.")
    return _Finding(answer, tuple(findings), (start, end))


def _total(check: Total, _: Claim, known: Known) -> _Finding:
    parts = known.all_figures(check.parts)
    figure = known.figure(check.total) if check.total is not None else None
    number = figure.value if figure is not None else check.number
    if number is None:
        raise OpenError("No number is named.")
    values = [each.value for each in parts]
    _same_units([number, *values])
    answer = holds(total([Found.of(each) for each in values]), Relation.EQUAL, Found.of(number))
    used = (*((figure,) if figure else ()), *parts)
    return _Finding(answer, (f"{added(values)}; claimed: {number}.",), used)


def _fits(check: Fits, _: Claim, known: Known) -> _Finding:
    figures = known.all_figures(check.figures)
    under = known.all_figures(check.under)
    values = [each.value for each in under]
    _same_units([*(each.value for each in figures), *values])
    findings: list[str] = []
    answers: list[bool | None] = []
    room = total([Found.of(each) for each in values])
    for figure in figures:
        fits = holds(Found.of(figure.value), Relation.AT_MOST, room)
        word = {True: "fits under", False: "does not fit under", None: "may or may not fit under"}
        findings.append(
            f"{figure.value} {word[fits]} {added(values)}; "
            f"claimed: {'fits' if check.fits else 'does not fit'}."
        )
        answers.append(fits if check.fits or fits is None else not fits)
    return _Finding(all_hold(answers), tuple(findings), (*figures, *under))


def _stance_change(check: StanceChange, claim: Claim, known: Known) -> _Finding:
    day = dated(claim.date)
    about = [
        each
        for each in known.positions
        if (each.party, each.subject) == (check.party, check.subject)
        and dated(each.date).last <= day.last
    ]
    said = [each for each in about if not known.is_open(each)]
    if len(said) < 2:
        found = "One position" if said else "No position"
        raise OpenError(f"{found} on record by {day}: a change needs two.")
    steps = "; ".join(f"{each.stance} ({each.date})" for each in said)
    changed = bool(position_changes(said))
    # Unlike stances on one day have no order: that is neither a change nor none.
    unordered = not changed and len({each.stance for each in said}) > 1
    # What is left open may have been a change, and none of these can have been one too few.
    unsure = unordered or (not changed and len(said) < len(about))
    answer = None if unsure else changed is check.changed
    return _Finding(
        answer, (f"{steps}; claimed: {'a change' if check.changed else 'no change'}.",), tuple(said)
    )


def _fact(check: Fact, claim: Claim, known: Known) -> _Finding:
    record: Event | Concession | Vote
    if check.concession is not None:
        record = known.concession(check.concession)
    elif check.event is not None:
        record = known.event(check.event)
    else:
        record = known.vote(check.vote or "")
    word = "confirms" if check.confirms else "denies"
    findings = [f"On record, which {word} it: {record.title}."]
    answer: bool | None = check.confirms
    taken = record.withdrawn if isinstance(record, Concession) else None
    if taken is not None and taken.last <= dated(claim.date).last:
        answer = None
        findings.append(f"It had been taken back {taken.when}.")
    return _Finding(answer, tuple(findings), (record,))


CHECKS: dict[type, Callable[[Any, Claim, Known], _Finding]] = {
    Count: _count,
    Compare: _compare,
    Extreme: _extreme,
    RealTerms: _real_terms,
    Elapsed: _elapsed,
    Total: _total,
    Fits: _fits,
    StanceChange: _stance_change,
    Fact: _fact,
}


# Words and units ----------------------------------------------------------------------------


def _claimed(relation: Relation, number: str) -> str:
    return number if relation is Relation.EQUAL else f"{relation.replace('-', ' ')} {number}"


def _row(result: Result) -> str:
    return f"{result.title} ({result.status.says})"


def _reaches(status: Status, least: Status) -> bool:
    return status is not Status.NO_RESPONSE and status.rank >= least.rank


def _unlike(one: Figure, other: Figure) -> str:
    if one.measures != other.measures:
        return f"the one measures {one.measures}, the other {other.measures}"
    return "" if one.value.unit.key == other.value.unit.key else "their units are unlike"


def _alike(figures: Sequence[Figure]) -> None:
    for figure in figures[:-1]:
        if unlike := _unlike(figure, figures[-1]):
            raise OpenError(f"{figure.value} and {figures[-1].value} are not compared: {unlike}.")


def _same_units(amounts: Sequence[Amount]) -> None:
    """Leave open what is reckoned in unlike units; read from a file it is refused before."""
    if len({amount.unit.key for amount in amounts}) > 1:
        values = ", ".join(map(str, amounts))
        raise OpenError(f"Not reckoned together, as their units are unlike: {values}.")
