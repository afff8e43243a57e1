"""Claims → verdicts: each check is a pure function over recorded figures, events and statuses.

A check says supported or contradicted only where every number that the record allows gives the
same answer; a range, an unanswered demand or a date known to the month may leave it open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import attrs

from pcs_scorecard.comparison.compare import Result
from pcs_scorecard.factcheck.on_record import Known, OpenError, Record
from pcs_scorecard.factcheck.positions import changes
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
from pcs_scorecard.model.facts import Event, Figure, Vote
from pcs_scorecard.values.amounts import percent, written
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.ranges import (
    added,
    after,
    all_hold,
    bounds,
    divided,
    equals,
    product,
    stands,
    summed,
    term,
)
from pcs_scorecard.values.vocabulary import ClaimVerdict, End, Relation, Status


@attrs.frozen(kw_only=True)
class Tested:
    """A claim with its verdict, the arithmetic or rows behind it, and the records it used."""

    claim: Claim
    verdict: ClaimVerdict
    findings: tuple[str, ...]
    used: tuple[Record, ...] = ()
    own_word: bool = False
    """Whether all that it rests on is reported by nobody but the one who makes the claim."""
    alone: tuple[Record, ...] = ()
    """The records used that nobody but the one who makes the claim reports."""


@attrs.frozen
class _Found:
    """What a check gives: whether the claim holds (None: open), the findings, the records used."""

    holds: bool | None
    findings: tuple[str, ...]
    used: tuple[Record, ...] = ()
    behind: tuple[Record, ...] = ()
    """Records that it rests on beside those used, and that are too many to print."""


def judge(claim: Claim, known: Known) -> Tested:
    """Run a claim's check, and return its verdict with everything that led to it."""
    if claim.check is None or not claim.check.given:
        return Tested(
            claim=claim,
            verdict=ClaimVerdict.NOT_ENOUGH,
            findings=(claim.untested or "There is no check.",),
        )
    (check,) = claim.check.given.values()
    try:
        found = CHECKS[type(check)](check, claim, known)
    except (OpenError, ValueError) as open_:
        return Tested(claim=claim, verdict=ClaimVerdict.NOT_ENOUGH, findings=(str(open_),))
    verdict = _VERDICTS[found.holds]
    own = [
        bool(each.evidence) and known.voices(each.evidence) == {claim.made_by}
        for each in (*found.used, *found.behind)
    ]
    return Tested(
        claim=claim,
        verdict=verdict,
        findings=found.findings,
        used=found.used,
        own_word=bool(own) and all(own),
        alone=tuple(each for each, alone in zip(found.used, own, strict=False) if alone),
    )


_VERDICTS = {
    True: ClaimVerdict.SUPPORTED,
    False: ClaimVerdict.CONTRADICTED,
    None: ClaimVerdict.NOT_ENOUGH,
}


# One function for each check -------------------------------------------------------------------


def _count(check: Count, claim: Claim, known: Known) -> _Found:
    day = check.as_of.last if check.as_of else claim.date.last
    if day > known.day:
        raise OpenError(f"The statuses of {Date.of(day)} are not known on this sheet's day.")
    among = frozenset(check.among)
    results = [each for each in known.results(day) if not among or each.id in among]
    if missing := among - {each.id for each in results}:
        names = ", ".join(map(repr, sorted(missing)))
        raise OpenError(f"Not on record by {Date.of(day)}: {names}.")
    if not results:
        raise OpenError(f"No demand was on record by {Date.of(day)}.")
    reached = [each for each in results if _reaches(each.status, check.reaching)]
    unanswered = [each for each in results if each.status is Status.NO_RESPONSE]
    least, most = len(reached), len(reached) + len(unanswered)
    unit = Fraction(100, len(results)) if check.number.unit == "%" else Fraction(1)
    holds = stands((least * unit, most * unit), check.relation, bounds(check.number))
    demands = "demand" if len(results) == 1 else "demands"
    counted = f"{least} of {len(results)} {demands} {'is' if 1 in (least, len(results)) else 'are'}"
    share = f" ({percent(Fraction(least, len(results)))})" if check.number.unit == "%" else ""
    better = "" if check.reaching is Status.MET else " or better"
    findings = [
        (
            f"As of {Date.of(day)}, {counted} at “{check.reaching.says}”{better}{share}; "
            f"claimed: {_claimed(check.relation, check.number.text)}."
        )
    ]
    if reached:
        these = "It is" if least == 1 else "They are"
        findings.append(f"{these}: {'; '.join(map(_row, reached))}.")
    if unanswered:
        findings.append(
            f"{len(unanswered)} more {'has' if len(unanswered) == 1 else 'have'} no response on record, "
            "and could be at any status."
        )
    nearest = [
        one.pairs[0].concession
        for result in results
        for one in (result.parts or (result,))
        if one.pairs
    ]
    return _Found(holds, tuple(findings), behind=tuple(nearest))


def _compare(check: Compare, _: Claim, known: Known) -> _Found:
    other = known.figure(check.to)
    figures = known.all_figures(check.figures)
    factor = bounds(check.factor) if check.factor else (Fraction(1), Fraction(1))
    _alike([*figures, other])
    beside = str(other.value)
    if check.factor:
        beside = f"{term(check.factor)} × {term(other.value)}"
    findings: list[str] = []
    answers: list[bool | None] = []
    for figure in figures:
        holds = stands(bounds(figure.value), check.relation, product(bounds(other.value), factor))
        answers.append(holds)
        ratio = divided(figure.value, other.value) if check.factor else ""
        findings.append(
            f"{ratio or f'{figure.value} beside {beside}'}; "
            f"claimed: {_claimed(check.relation, beside)}."
        )
    return _Found(all_hold(answers), tuple(findings), (*figures, other))


def _extreme(check: Extreme, _: Claim, known: Known) -> _Found:
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
            holds = stands(bounds(figure.value), relation, bounds(other.value))
            answers.append(holds)
            word = {True: "yes", False: "no", None: "open"}[holds]
            findings.append(f"{figure.value} {relation.replace('-', ' ')} {other.value}: {word}.")
    findings.append("Compared with the figures named here, and no others.")
    return _Found(all_hold(answers), tuple(findings), (figure, *others))


def _real_terms(check: RealTerms, _: Claim, known: Known) -> _Found:
    inflation = known.figure(check.inflation)
    awards = known.all_figures(check.awards)
    findings: list[str] = []
    answers: list[bool | None] = []
    for award in awards:
        _same_units([award, inflation])
        real = after(bounds(award.value), bounds(inflation.value))
        answers.append(stands(real, check.relation, bounds(check.number)))
        result = equals(real, lambda number: percent(number / 100))
        findings.append(
            f"(1 + {term(award.value)}) / (1 + {term(inflation.value)}) - 1{result}; "
            f"claimed: {_claimed(check.relation, check.number.text)}."
        )
    return _Found(all_hold(answers), tuple(findings), (*awards, inflation))


def _elapsed(check: Elapsed, claim: Claim, known: Known) -> _Found:
    start, end = known.event(check.start), known.event(check.end)
    least = (end.date.first - start.date.last).days
    most = (end.date.last - start.date.first).days
    unit = 7 if check.number.unit == "weeks" else 1
    low, high = bounds(check.number)
    claimed = (None if low is None else low * unit, None if high is None else high * unit)
    holds = stands((Fraction(least), Fraction(most)), check.relation, claimed)
    days = written(Fraction(least), "days")
    if least != most:
        days = f"between {least} and {most} days"
    findings = [
        (
            f"From {start.date} to {end.date}: {days}; "
            f"claimed: {_claimed(check.relation, check.number.text)}."
        )
    ]
    if most < 0:
        holds = None
        findings.append("The second lies before the first.")
    if claim.id in (start.counted_from, end.counted_from):
        holds = None
        findings.append("One of the two dates is itself counted from this claim.")
    return _Found(holds, tuple(findings), (start, end))


def _total(check: Total, _: Claim, known: Known) -> _Found:
    total = known.figure(check.total)
    parts = known.all_figures(check.parts)
    _same_units([total, *parts])
    holds = stands(summed([each.value for each in parts]), Relation.EQUAL, bounds(total.value))
    return _Found(
        holds,
        (f"{added([each.value for each in parts])}; claimed: {total.value}.",),
        (total, *parts),
    )


def _fits(check: Fits, _: Claim, known: Known) -> _Found:
    figures = known.all_figures(check.figures)
    under = known.all_figures(check.under)
    _same_units([*figures, *under])
    findings: list[str] = []
    answers: list[bool | None] = []
    for figure in figures:
        holds = stands(
            bounds(figure.value), Relation.AT_MOST, summed([each.value for each in under])
        )
        word = {True: "fits under", False: "does not fit under", None: "may or may not fit under"}
        findings.append(
            f"{figure.value} {word[holds]} {added([each.value for each in under])}; "
            f"claimed: {'fits' if check.fits else 'does not fit'}."
        )
        answers.append(holds if check.fits or holds is None else not holds)
    return _Found(all_hold(answers), tuple(findings), (*figures, *under))


def _stance_change(check: StanceChange, claim: Claim, known: Known) -> _Found:
    said = [
        each
        for each in known.positions
        if (each.party, each.subject) == (check.party, check.subject)
        and each.date.last <= claim.date.last
    ]
    if len(said) < 2:
        found = "One position" if said else "No position"
        raise OpenError(f"{found} on record by {claim.date}: a change needs two.")
    steps = "; ".join(f"{each.stance} ({each.date})" for each in said)
    changed = bool(changes(said))
    # Unlike stances on one day have no order: that is neither a change nor none.
    unordered = not changed and len({each.stance for each in said}) > 1
    holds = None if unordered else changed is check.changed
    return _Found(
        holds, (f"{steps}; claimed: {'a change' if check.changed else 'no change'}.",), tuple(said)
    )


def _fact(check: Fact, claim: Claim, known: Known) -> _Found:
    record: Event | Concession | Vote
    if check.concession is not None:
        record = known.concession(check.concession)
    elif check.event is not None:
        record = known.event(check.event)
    else:
        record = known.vote(check.vote or "")
    word = "confirms" if check.confirms else "denies"
    findings = [f"On record, which {word} it: {record.title}."]
    holds: bool | None = check.confirms
    taken = record.withdrawn if isinstance(record, Concession) else None
    if not record.evidence:
        holds = None
        findings.append("No document is named that shows it.")
    elif taken is not None and taken.last <= claim.date.last:
        holds = None
        findings.append(f"It had been taken back {taken.when}.")
    elif check.confirms and known.voices(record.evidence) == {claim.made_by}:
        # Nobody's own word confirms itself; what tells against its own author does count.
        holds = None
        findings.append("No other voice than the claimant's own confirms it.")
    return _Found(holds, tuple(findings), (record,))


CHECKS: dict[type, Callable[[Any, Claim, Known], _Found]] = {
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
    return "" if one.value.unit == other.value.unit else "their units are unlike"


def _alike(figures: Sequence[Figure]) -> None:
    for figure in figures[:-1]:
        if unlike := _unlike(figure, figures[-1]):
            raise OpenError(f"{figure.value} and {figures[-1].value} are not compared: {unlike}.")


def _same_units(figures: Sequence[Figure]) -> None:
    """Leave open what is reckoned in unlike units; read from a file it is refused before."""
    if len({figure.value.unit for figure in figures}) > 1:
        values = ", ".join(str(figure.value) for figure in figures)
        raise OpenError(f"Not reckoned together, as their units are unlike: {values}.")
