"""What must hold inside the records of what was said, and between them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from pcs_scorecard.amounts import Amount
from pcs_scorecard.checks import Complaints, dated
from pcs_scorecard.claims import (
    Check,
    CheckKind,
    Claim,
    Comparison,
    Count,
    Elapsed,
    Event,
    Extreme,
    Fact,
    Figure,
    Fits,
    Option,
    Position,
    RealTerms,
    Total,
    Vote,
)
from pcs_scorecard.model import Dispute
from pcs_scorecard.problems import Problem
from pcs_scorecard.words import Status

_MOST_ADDED = 50
"""How many figures a sum may have, as an amount may have so many steps."""


def _option(option: Option) -> Complaints:
    return _share("share", option.share)


def _vote(vote: Vote) -> Complaints:
    complaints = dated(vote)
    for name in ("turnout", "share_needed", "turnout_needed"):
        complaints.extend(_share(name, getattr(vote, name)))
    shares = [each.share.low for each in vote.options if each.share]
    if sum(share for share in shares if share is not None) > 100:
        complaints.append(
            ("options", "their shares come to more than 100%; give each question a vote of its own")
        )
    return complaints


def _claim(claim: Claim) -> Complaints:
    complaints = dated(claim)
    if (claim.check is None) == (claim.untested is None):
        found = "neither" if claim.check is None else "both"
        complaints.append(
            ("check", f"found {found} of `check` and `untested`; a claim has one of the two")
        )
    return complaints


def _check(check: Check) -> Complaints:
    if len(check.given) == 1:
        return ()
    return [("", f"found {len(check.given)} checks in one; a claim has one check")]


def _count(check: Count) -> Complaints:
    complaints = _number("number", check.number, ("", "%"), "a count, or a share in %")
    if check.reaching is Status.NO_RESPONSE:
        complaints.append(("reaching", "'no-response' is off the scale; name a status on it"))
    number, is_share = check.number.low, check.number.unit == "%"
    if complaints or number is None:
        return complaints
    if number < 0 or (number > 100 if is_share else number.denominator > 1):
        allowed = "a share from 0% to 100%" if is_share else "a whole number"
        return [("number", f"found {check.number.text!r}; allowed is {allowed}")]
    return []


def _comparison(check: Comparison) -> Complaints:
    complaints = _beside_itself("to", (check.to,), check.figures)
    factor, allowed = check.factor, "a plain number above 0"
    if factor is None:
        return complaints
    if factor.low is not None and factor.low <= 0:
        return [*complaints, ("factor", f"found {factor.text!r}; allowed is {allowed}")]
    return [*complaints, *_number("factor", factor, ("",), allowed)]


def _extreme(check: Extreme) -> Complaints:
    return _beside_itself("figure", (check.figure,), check.among)


def _real_terms(check: RealTerms) -> Complaints:
    return [
        *_beside_itself("inflation", (check.inflation,), check.awards),
        *_number("number", check.number, ("%",), "a rise in %"),
    ]


def _elapsed(check: Elapsed) -> Complaints:
    return [
        *_beside_itself("end", (check.end,), (check.start,)),
        *_number("number", check.number, ("days", "weeks"), "a number of days or weeks"),
    ]


def _total(check: Total) -> Complaints:
    return [*_beside_itself("total", (check.total,), check.parts), *_sum("parts", check.parts)]


def _fits(check: Fits) -> Complaints:
    return [*_beside_itself("figures", check.figures, check.under), *_sum("under", check.under)]


def _fact(check: Fact) -> Complaints:
    given = [each for each in (check.concession, check.event, check.vote) if each is not None]
    if len(given) == 1:
        return ()
    return [
        (
            "confirms",
            f"found {len(given)} records beside it; name one concession, event or vote",
        )
    ]


def _sum(name: str, figures: Collection[str]) -> list[tuple[str, str]]:
    """Return what is wrong with figures that are added: of very many the sum has no end."""
    if len(figures) <= _MOST_ADDED:
        return []
    return [(name, f"found {len(figures)} figures to add; allowed are {_MOST_ADDED}")]


def _share(name: str, amount: Amount | None) -> list[tuple[str, str]]:
    """Return what is wrong with an amount that must be a share."""
    if amount is None:
        return []
    ends = [end for end in (amount.low, amount.high) if end is not None]
    if amount.unit == "%" and ends and all(0 <= end <= 100 for end in ends):
        return []
    return [(name, f"found {amount.text!r}; allowed is a share from 0% to 100%")]


def _number(
    name: str, amount: Amount, units: Collection[str], allowed: str
) -> list[tuple[str, str]]:
    """Return what is wrong with a number that is claimed: nothing is equal to a range or bound."""
    if amount.unit not in units:
        return [(name, f"found {amount.text!r}; allowed is {allowed}")]
    if amount.low is None or amount.low != amount.high:
        return [(name, f"found {amount.text!r}; allowed is one number: bounds stand in `relation`")]
    return []


def _beside_itself(
    name: str, records: Collection[str], others: Collection[str]
) -> list[tuple[str, str]]:
    """Return what is wrong where a check sets a record beside itself, and finds nothing out."""
    return [
        (name, f"found {each!r} on both sides; nothing is tested on itself")
        for each in sorted(set(records).intersection(others))
    ]


WITHIN: dict[type, tuple[Callable[[Any], Complaints], frozenset[str]]] = {
    Claim: (_claim, frozenset({"id"})),
    Check: (_check, frozenset({"place"})),
    Count: (_count, frozenset({"number"})),
    Comparison: (_comparison, frozenset({"to"})),
    Extreme: (_extreme, frozenset({"figure"})),
    RealTerms: (_real_terms, frozenset({"number"})),
    Elapsed: (_elapsed, frozenset({"number"})),
    Total: (_total, frozenset({"total"})),
    Fits: (_fits, frozenset({"figures"})),
    Fact: (_fact, frozenset({"confirms"})),
    Position: (dated, frozenset({"date_printed"})),
    Figure: (dated, frozenset({"date_printed"})),
    Event: (dated, frozenset({"date_printed"})),
    Option: (_option, frozenset({"share"})),
    Vote: (_vote, frozenset({"id"})),
}
"""What must hold inside one record, by its class, and the fields without which it always does."""


def between(dispute: Dispute) -> Iterator[Problem]:
    """Yield what is wrong between a claim and what it is tested on."""
    values = {figure.id: figure.value for figure in dispute.figures}
    parts = {part.id for demand in dispute.demands for part in demand.parts}
    for claim in dispute.claims:
        for check in claim.check.given.values() if claim.check else ():
            yield from _measurable(claim, check, values, parts)


def _measurable(
    claim: Claim, check: CheckKind, values: dict[str, Amount], parts: set[str]
) -> Iterator[Problem]:
    """Yield what is wrong with a check only beside the records that it names."""
    names: tuple[str, ...] = ()
    match check:
        case Count():
            for part in sorted(parts.intersection(check.among)):
                yield Problem.of(
                    check,
                    f"claim {claim.id!r} counts {part!r}, a part of a demand; name the demand",
                )
        case Comparison():
            names = (*check.figures, check.to)
        case Extreme():
            names = (check.figure, *check.among)
        case RealTerms():
            names = (*check.awards, check.inflation)
        case Total():
            names = (check.total, *check.parts)
        case Fits():
            names = (*check.figures, *check.under)
    found = {values[name].unit: values[name] for name in names if name in values}
    if len(found) > 1:
        one, other = list(found.values())[:2]
        yield Problem.of(
            check,
            f"claim {claim.id!r} is tested on {one.text!r} and {other.text!r}: "
            "unlike units are not compared",
        )
    elif isinstance(check, RealTerms) and found.keys() - {"%"}:
        yield Problem.of(check, f"claim {claim.id!r}: awards after inflation are in %")
