"""Numbers within bounds: comparing, adding and dividing what is known only as far as it is.

"At least 160" and "9.2% to 14.4%" are bounds; an amount that is one number has it at both ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from pcs_scorecard.values.amounts import Amount, plain, written
from pcs_scorecard.values.vocabulary import Relation

Bounds = tuple[Fraction | None, Fraction | None]
"""The least and the greatest number that a record allows; None where nothing limits it."""


def bounds(amount: Amount) -> Bounds:
    """Return the least and the greatest number that an amount allows."""
    return amount.low, amount.high


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


def summed(parts: Sequence[Amount]) -> Bounds:
    """Return the bounds of a sum."""
    lows, highs = [part.low for part in parts], [part.high for part in parts]
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
    if any(rise is not None and rise < -100 for rise in award):
        raise ValueError("Nothing falls by more than 100%.")

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
    return terms + equals(summed(parts), lambda number: written(number, unit))


def divided(one: Amount, other: Amount) -> str:
    """Return "4.5% / 2% = 2.25" where both are one number and the other is not 0."""
    if one.low is None or one.low != one.high or not other.low or other.low != other.high:
        return ""
    exact = one.low / other.low
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


_COMPOSED = re.compile(r"^(at|up) | (to|\+|compounded) |(^| )(-|[0-9]+/[0-9])")
"""What shows that a formula must hold an amount together: a bound, a range, steps, a sign, 1/3."""
