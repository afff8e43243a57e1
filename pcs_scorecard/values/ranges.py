"""Numbers within bounds: comparing, adding and dividing what is known only as far as it is.

"At least 160" and "9.2% to 14.4%" are bounds; an amount that is one number has it at both ends. A
number that was printed stands for all that print so: 12.4% for 12.35% to 12.45%.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

import attrs

from pcs_scorecard.values.amounts import Amount, plain, written
from pcs_scorecard.values.units import Unit
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import Relation

Bounds = tuple[Fraction | None, Fraction | None]
"""The least and the greatest number that a record allows; None where nothing limits it."""


@attrs.frozen(eq=False, repr=False)
class Found(Value):
    """A number as it is on record, and as far as what was printed may stand for others."""

    exact: Bounds
    """As printed."""
    printed: Bounds
    """With all numbers that print so."""
    beyond: bool = False
    """Whether the bound itself is left out: "over 4%" is not 4%."""

    @classmethod
    def of(cls, amount: Amount) -> Found:
        """Return what an amount stands for, in the unit that is compared."""
        (low, high), (under, over) = amount.in_key, amount.rounded
        factor = amount.unit.factor
        return cls(
            (low, high),
            (
                None if low is None else low - under * factor,
                None if high is None else high + over * factor,
            ),
            amount.beyond,
        )

    def with_each(self, other: Found, work_out: Callable[[Bounds, Bounds], Bounds]) -> Found:
        """Return what is worked out of two numbers."""
        return Found(work_out(self.exact, other.exact), work_out(self.printed, other.printed))


EXACTLY_1 = Found((Fraction(1), Fraction(1)), (Fraction(1), Fraction(1)))


def exactly(low: Fraction | int, high: Fraction | int) -> Found:
    """Return a number that was counted, not printed."""
    ends = Fraction(low), Fraction(high)
    return Found(ends, ends)


def holds(found: Found, relation: Relation, claimed: Found) -> bool | None:
    """Tell whether a number stands so to one that is claimed; None where that is open.

    The same is what prints as the claimed number does; it is not the same where no number that
    prints as what is on record would; else that is open.
    """
    if relation is not Relation.EQUAL:
        answer = stands(found.exact, relation, claimed.exact)
        return _beyond(found, relation, claimed) if answer is None and found.beyond else answer
    (low, high), (least, most) = found.exact, claimed.printed
    one_number = claimed.exact[0] is not None and claimed.exact[0] == claimed.exact[1]
    if one_number and _at_least(low, least) and _at_least(most, high):
        return True
    apart = _below(found.printed[1], least) or _below(most, found.printed[0])
    return False if apart or _touching(found, claimed) or _touching(claimed, found) else None


def _touching(one: Found, other: Found) -> bool:
    """Tell whether all that prints as one number ends where what prints as another begins: 12 and 13."""
    end, start = one.printed[1], other.printed[0]
    return end is not None and end == start and end != one.exact[1] and start != other.exact[0]


def _beyond(found: Found, relation: Relation, claimed: Found) -> bool | None:
    """Tell how a number that is over or under another stands to that one."""
    (low, high), (least, most) = found.exact, claimed.exact
    if low is not None and low == most and high is None:
        return {Relation.MORE_THAN: True, Relation.AT_MOST: False}.get(relation)
    if high is not None and high == least and low is None:
        return {Relation.LESS_THAN: True, Relation.AT_LEAST: False}.get(relation)
    return None


def stands(found: Bounds, relation: Relation, to: Bounds) -> bool | None:
    """Tell whether a number stands so to another, for all numbers within their bounds.

    None where some of them do and others do not.
    """
    (low, high), (least, most) = found, to
    match relation:
        case Relation.LESS_THAN:
            return _decide(always=_below(high, least), never=_at_least(low, most))
        case Relation.AT_MOST:
            return _decide(always=_at_least(least, high), never=_below(most, low))
        case Relation.AT_LEAST:
            return _decide(always=_at_least(low, most), never=_below(high, least))
        case Relation.MORE_THAN:
            return _decide(always=_below(most, low), never=_at_least(least, high))
    same = low is not None and low == high == least == most
    return _decide(always=same, never=_below(high, least) or _below(most, low))


def _decide(*, always: bool, never: bool) -> bool | None:
    return True if always else False if never else None


def _below(one: Fraction | None, other: Fraction | None) -> bool:
    return one is not None and other is not None and one < other


def _at_least(one: Fraction | None, other: Fraction | None) -> bool:
    return one is not None and other is not None and one >= other


def all_hold(answers: Sequence[bool | None]) -> bool | None:
    """Tell whether all hold: one that does not decides it, one that is open leaves it open."""
    if False in answers:
        return False
    return None if None in answers else True


def product(one: Bounds, factor: Bounds) -> Bounds:
    """Return the bounds of a number times a factor, which is above 0."""
    (low, high), (least, most) = one, factor

    def times(number: Fraction | None, factor: Fraction | None) -> Fraction | None:
        return None if number is None or factor is None else number * factor

    return (
        times(low, least if low is not None and low >= 0 else most),
        times(high, most if high is not None and high >= 0 else least),
    )


def quotient(one: Bounds, other: Bounds) -> Bounds:
    """Return the bounds of a number divided by another, both above 0; else none."""
    (low, high), (least, most) = one, other
    if low is None or low < 0 or least is None or least <= 0:
        return None, None
    return None if not most else low / most, None if high is None else high / least


def total(parts: Sequence[Found]) -> Found:
    """Return a sum."""
    return Found(summed([part.exact for part in parts]), summed([part.printed for part in parts]))


def summed(parts: Sequence[Bounds]) -> Bounds:
    """Return the bounds of a sum."""
    lows, highs = [low for low, _ in parts], [high for _, high in parts]
    return (
        None if None in lows else sum((low for low in lows if low is not None), Fraction(0)),
        None if None in highs else sum((high for high in highs if high is not None), Fraction(0)),
    )


def after(award: Bounds, inflation: Bounds) -> Bounds:
    """Return the bounds of a rise after inflation, all in %.

    Raise ValueError where prices or pay fall by so much that there is none.
    """
    (low, high), (slow, fast) = award, inflation
    if any(prices is not None and prices <= -100 for prices in inflation):
        raise ValueError("There is no real value where prices fall by 100%, or by more.")
    if high is not None and high < -100:
        raise ValueError("Nothing falls by more than 100%.")
    low = None if low is None else max(low, Fraction(-100))

    def real(rise: Fraction | None, prices: Fraction | None) -> Fraction | None:
        if rise is None or prices is None:
            return None
        return ((1 + rise / 100) / (1 + prices / 100) - 1) * 100

    return real(low, fast), real(high, slow)


# In words -------------------------------------------------------------------------------------


def equals(found: Bounds, write: Callable[[Fraction], str]) -> str:
    """Return " = 5%", or the bounds of what was worked out, as far as there are any."""
    low, high = found
    if low is None:
        return "" if high is None else f" = at most {write(high)}"
    if high is None:
        return f" = at least {write(low)}"
    return f" = {write(low)}" if low == high else f" = {write(low)} to {write(high)}"


def added(parts: Sequence[Amount]) -> str:
    """Return figures in a sum with its result; one figure as it is."""
    if len(parts) == 1:
        return str(parts[0])
    unit = parts[0].unit
    terms = " + ".join(term(part) for part in parts)
    found = summed([part.in_key for part in parts])
    return terms + equals(found, lambda number: _written(number, unit))


def _written(number: Fraction, unit: Unit) -> str:
    return written(number / unit.factor, unit)


def divided(one: Amount, other: Amount) -> str:
    """Return "4.5% / 2% = 2.25" where both are one number and the other is not 0."""
    (low, high), (least, most) = one.in_key, other.in_key
    if low is None or low != high or not least or least != most:
        return ""
    exact = low / least
    if (exact * 10**6).denominator == 1:
        number = plain(exact)
    elif abs(exact) < Fraction(1, 1000):
        number = "nearly 0"
    else:
        number = f"about {plain(Fraction(int(exact * 1000), 1000))}"
    return f"{term(one)} / {term(other)} = {number}"


def term(amount: Amount) -> str:
    """Return an amount as a term of a formula: in brackets unless it is one plain number."""
    return f"({amount.text})" if _COMPOSED.search(amount.text) else amount.text


_COMPOSED = re.compile(r"^(at|up|on|over|under|about) | (to|\+|compounded) |(^| )(-|[0-9]+/[0-9])")
"""What shows that a formula must hold an amount together: a bound, a range, steps, a sign, 1/3."""
