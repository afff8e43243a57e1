"""Numbers within bounds: how they compare, and what comes of adding and dividing them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pcs_scorecard import Amount, Relation
from pcs_scorecard.values.amounts import plain
from pcs_scorecard.values.ranges import (
    EXACTLY_1,
    Bounds,
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
    stands,
    summed,
    term,
    total,
)

RELATIONS = {each.value: each for each in Relation}


def found(text: str) -> Found:
    """Return what an amount stands for."""
    return Found.of(Amount.parse(text))


def ends(low: str | None, high: str | None) -> Bounds:
    """Return bounds."""
    return None if low is None else Fraction(low), None if high is None else Fraction(high)


# What a number stands for -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "exact", "printed"),
    [
        ("12.4%", ("12.4", "12.4"), ("12.35", "12.45")),
        ("12%", ("12", "12"), ("11.5", "12.5")),
        ("at least 160", ("160", None), ("159.5", None)),
        ("up to 5%", (None, "5"), (None, "5.5")),
        ("9.2% to 14.4%", ("9.2", "14.4"), ("9.15", "14.45")),
        ("90p", ("0.9", "0.9"), ("0.895", "0.905")),
        ("45 minutes", ("3/4", "3/4"), ("89/120", "91/120")),
        ("£100/month", ("1200", "1200"), ("1194", "1206")),
        ("2/3", ("200/3", "200/3"), ("200/3", "200/3")),
        ("5½%", ("5.5", "5.5"), ("5.5", "5.5")),
    ],
)
def test_a_number_stands_for_all_that_print_so(
    text: str, exact: tuple[str | None, str | None], printed: tuple[str | None, str | None]
) -> None:
    """What is on record is known exactly and as it may be printed, in the unit that is compared."""
    one = found(text)
    assert (one.exact, one.printed) == (ends(*exact), ends(*printed))


@pytest.mark.parametrize(
    ("text", "relation", "claimed", "answer"),
    [
        # Equal to the places printed: what is on record prints as what is claimed.
        ("12.4%", "equal", "12.4%", True),
        ("12.4%", "equal", "12%", True),
        ("8.1575%", "equal", "8.2%", True),
        ("£1,234,567", "equal", "£1.2m", True),
        ("50p", "equal", "£0.50", True),
        ("90 minutes", "equal", "1.5 hours", True),
        # No numbers that print so agree.
        ("12.4%", "equal", "13%", False),
        ("12.4%", "equal", "12.5%", False),
        ("12.4%", "equal", "12.46%", False),
        ("8.1575%", "equal", "8.4%", False),
        ("5½%", "equal", "5.6%", False),
        ("12%", "equal", "13%", False),
        # Some of them do.
        ("12.4%", "equal", "12.42%", None),
        ("12%", "equal", "12.3%", None),
        ("12%", "equal", "12.4%", None),
        ("4% to 6%", "equal", "5%", None),
        ("at least 4%", "equal", "5%", None),
        ("at least 4%", "equal", "3%", False),
        ("up to 4%", "equal", "5%", False),
        # The other relations are of what is printed.
        ("12.4%", "less-than", "12.4%", False),
        ("12.4%", "at-least", "12.4%", True),
        ("12.4%", "more-than", "12%", True),
        ("12.4%", "at-most", "12%", False),
        ("at least 5%", "at-least", "5%", True),
        ("at least 5%", "more-than", "5%", None),
        ("over 5%", "more-than", "5%", True),
        ("over 5%", "at-most", "5%", False),
        ("over 5%", "more-than", "6%", None),
        ("under 5%", "less-than", "5%", True),
        ("under 5%", "at-least", "5%", False),
        ("up to 5%", "less-than", "5%", None),
        ("over 5%", "equal", "5%", None),
    ],
)
def test_tells_how_a_number_stands_to_one_that_is_claimed(
    text: str,
    relation: str,
    claimed: str,
    answer: bool | None,  # noqa: FBT001 - a table's cell
) -> None:
    """It holds or not for all numbers that print so, or it is open."""
    assert holds(found(text), RELATIONS[relation], found(claimed)) is answer


NUMBERS = st.integers(-200, 200).map(lambda n: Fraction(n, 4))


@st.composite
def bounds(draw: st.DrawFn, least: int = -50) -> Bounds:
    """Return bounds, of which an end may be open."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    low, high = max(low, Fraction(least)), max(high, Fraction(least))
    return draw(st.sampled_from(((low, high), (low, None), (None, high), (None, None), (low, low))))


@st.composite
def within(draw: st.DrawFn, limits: Bounds) -> Fraction:
    """Return a number within bounds."""
    low, high = limits
    least = low if low is not None else (high or Fraction(0)) - 60
    most = high if high is not None else least + 120
    return draw(st.fractions(least, most, max_denominator=16))


HOLDS = {
    Relation.LESS_THAN: lambda one, other: one < other,
    Relation.AT_MOST: lambda one, other: one <= other,
    Relation.EQUAL: lambda one, other: one == other,
    Relation.AT_LEAST: lambda one, other: one >= other,
    Relation.MORE_THAN: lambda one, other: one > other,
}


@given(bounds(), bounds(), st.sampled_from(Relation), st.data())
def test_what_is_decided_is_so_for_every_number_within_bounds(
    one: Bounds, other: Bounds, relation: Relation, data: st.DataObject
) -> None:
    """Where an answer is given, no numbers within the bounds say otherwise."""
    answer = stands(one, relation, other)
    if answer is not None:
        numbers = data.draw(within(one)), data.draw(within(other))
        assert HOLDS[relation](*numbers) is answer


@given(NUMBERS, NUMBERS, st.sampled_from(Relation))
def test_two_numbers_are_never_open(one: Fraction, other: Fraction, relation: Relation) -> None:
    """Of two numbers that are known it is always told how they stand."""
    assert stands((one, one), relation, (other, other)) is HOLDS[relation](one, other)


@pytest.mark.parametrize(
    ("answers", "whole"),
    [
        ([], True),
        ([True, True], True),
        ([True, None], None),
        ([None, False], False),
        ([True, False], False),
    ],
)
def test_one_that_does_not_hold_decides(answers: list[bool | None], whole: bool | None) -> None:  # noqa: FBT001 - a table's cell
    """All hold where each does; one that does not decides it, and one that is open leaves it open."""
    assert all_hold(answers) is whole


# Reckoning ----------------------------------------------------------------------------------


@given(bounds(), bounds(least=1), st.data())
def test_a_product_holds_every_product(one: Bounds, factor: Bounds, data: st.DataObject) -> None:
    """The bounds of a product are around the products of all numbers within its terms' bounds."""
    assume(factor[0] is not None)
    low, high = product(one, factor)
    number = data.draw(within(one)) * data.draw(within(factor))
    assert low is None or low <= number
    assert high is None or number <= high


@given(bounds(least=0), bounds(least=1), st.data())
def test_a_quotient_holds_every_quotient(one: Bounds, other: Bounds, data: st.DataObject) -> None:
    """The bounds of a quotient are around all quotients; where one may be below 0 there are none."""
    low, high = quotient(one, other)
    if one[0] is None or other[0] is None:
        assert (low, high) == (None, None)
        return
    number = data.draw(within(one)) / data.draw(within(other))
    assert low is None or low <= number
    assert high is None or number <= high


@given(st.lists(bounds(), max_size=5), st.data())
def test_a_sum_holds_every_sum(parts: list[Bounds], data: st.DataObject) -> None:
    """The bounds of a sum are around all sums, and exact where all its parts are."""
    low, high = summed(parts)
    number = sum(data.draw(within(part)) for part in parts)
    assert low is None or low <= number
    assert high is None or number <= high
    if all(part[0] == part[1] is not None for part in parts):
        assert low == high == number


def test_a_total_is_as_printed_as_its_parts() -> None:
    """Of three numbers printed 12.4 the sum is 37.2, and anything from 37.05 to 37.35."""
    whole = total([found("12.4%")] * 3)
    assert (whole.exact, whole.printed) == (ends("37.2", "37.2"), ends("37.05", "37.35"))
    assert holds(whole, Relation.EQUAL, found("37.3%")) is None
    assert holds(whole, Relation.EQUAL, found("38%")) is False


def test_a_multiple_is_worked_out_of_what_is_printed_too() -> None:
    """Twice 4.5% is 9%, and of what prints as 4.5% anything from 8.9% to 9.1%."""
    double = found("4.5%").with_each(exactly(2, 2), product)
    assert (double.exact, double.printed) == (ends("9", "9"), ends("8.9", "9.1"))
    assert found("4.5%").with_each(EXACTLY_1, product).printed == found("4.5%").printed


@pytest.mark.parametrize(
    ("award", "inflation", "low", "high"),
    [
        ("5%", "5%", "0", "0"),
        ("5.2%", "9.6%", "-550/137", "-550/137"),
        ("4% to 6%", "10%", "-60/11", "-40/11"),
        ("0%", "25%", "-20", "-20"),
        ("at least 5%", "0%", "5", None),
        ("up to 5%", "0%", None, "5"),
        ("5%", "at least 0%", None, "5"),
        ("50%", "-50%", "200", "200"),
    ],
)
def test_a_rise_after_inflation(
    award: str, inflation: str, low: str | None, high: str | None
) -> None:
    """A rise is divided by that of prices: (1 + award) / (1 + inflation) - 1."""
    assert after(Amount.parse(award).in_key, Amount.parse(inflation).in_key) == ends(low, high)


@pytest.mark.parametrize(
    ("award", "inflation", "message"),
    [
        ("5%", "-100%", "There is no real value where prices fall by 100%, or by more."),
        ("5%", "-120% to 3%", "There is no real value where prices fall by 100%, or by more."),
        ("-100.5%", "5%", "Nothing falls by more than 100%."),
    ],
)
def test_nothing_falls_by_more_than_all_of_it(award: str, inflation: str, message: str) -> None:
    """Where prices fall to nothing no rise has a real value, and pay falls to nothing at most."""
    with pytest.raises(ValueError, match="fall") as caught:
        after(Amount.parse(award).in_key, Amount.parse(inflation).in_key)
    assert str(caught.value) == message


# In words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        ("5", "5", " = 5"),
        ("5", "7", " = 5 to 7"),
        ("5", None, " = at least 5"),
        (None, "7", " = at most 7"),
        (None, None, ""),
    ],
)
def test_says_what_was_worked_out(low: str | None, high: str | None, told: str) -> None:
    """A result is told as far as it is known."""
    assert equals(ends(low, high), plain) == told


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["5%"], "5%"),
        (["about 5%"], "about 5%"),
        (["5%", "2%"], "5% + 2% = 7%"),
        (["£1", "50p"], "£1 + 50p = £1.50"),
        (["30 minutes", "1 hour"], "30 minutes + 1 hour = 90 minutes"),
        (["3% to 4%", "2%"], "(3% to 4%) + 2% = 5% to 6%"),
        (["at least 3%", "2%"], "(at least 3%) + 2% = at least 5%"),
        (["-1%", "2%"], "(-1%) + 2% = 1%"),
        (["up to 3%", "at least 2%"], "(up to 3%) + (at least 2%)"),
    ],
)
def test_adds_figures_in_words(texts: list[str], told: str) -> None:
    """A sum is told with its terms as recorded and its result in the unit of the first."""
    assert added([Amount.parse(text) for text in texts]) == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("4.5%", "2%", "4.5% / 2% = 2.25"),
        ("1%", "3%", "1% / 3% = about 0.333"),
        ("£1", "50p", "£1 / 50p = 2"),
        ("1%", "10,000%", "1% / 10,000% = 0.0001"),
        ("1%", "30,000%", "1% / 30,000% = nearly 0"),
        ("5%", "0%", ""),
        ("3% to 4%", "2%", ""),
        ("4%", "at least 2%", ""),
        ("-4%", "2%", "(-4%) / 2% = -2"),
    ],
)
def test_divides_figures_in_words(one: str, other: str, told: str) -> None:
    """A quotient is told where both are one number, cut to three places if it has no end."""
    assert divided(Amount.parse(one), Amount.parse(other)) == told


@pytest.mark.parametrize(
    "text",
    [
        *("at least 5%", "up to 5%", "over 5%", "under 5%", "about 5%", "on average 5%"),
        *("3% to 5%", "4% + 3%", "4% compounded with 3%", "-5%", "2/3"),
    ],
)
def test_what_is_composed_stands_in_brackets(text: str) -> None:
    """In a formula an amount that is more than one plain number is held together."""
    assert term(Amount.parse(text)) == f"({text})"


@pytest.mark.parametrize(
    "text", ["5%", "£1,500/year", "12 clinics", "4 patients per nurse", "5½ hours", "2 overnights"]
)
def test_a_plain_number_stands_without_brackets(text: str) -> None:
    """One number with its unit is told as it stands."""
    assert term(Amount.parse(text)) == text
