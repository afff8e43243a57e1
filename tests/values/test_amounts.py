"""Amounts: their exact numbers and units, what is refused, and how numbers are written."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from pcs_scorecard import Amount, Level
from pcs_scorecard.values.amounts import percent, plain, written

ALLOWED = "10%, 2 percentage points, £1,500, £15/hour, 35 hours/week, 1:10, 12"
RATIO = "a ratio is two numbers above zero, 1:10"

MONEY = [
    currency + per
    for currency in "£€$"
    for per in ("", "/hour", "/day", "/week", "/month", "/year")
]
PLAIN = [
    *("", "%", "percentage points", "hours", "hours/week", "days", "days/week", "days/year"),
    *("weeks", "months"),
]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("10%", "10", "%"),
        ("4.5%", "9/2", "%"),
        ("0%", "0", "%"),
        ("-2%", "-2", "%"),
        ("10 %", "10", "%"),
        ("2 percentage points", "2", "percentage points"),
        ("1 percentage point", "1", "percentage points"),
        ("£1,500", "1500", "£"),
        ("£1,234,567.89", "123456789/100", "£"),
        ("-£2", "-2", "£"),
        ("£15/hour", "15", "£/hour"),
        ("£0.40 / hour", "2/5", "£/hour"),
        ("€9/day", "9", "€/day"),
        ("$9/week", "9", "$/week"),
        ("£9/month", "9", "£/month"),
        ("£30,000/year", "30000", "£/year"),
        ("35 hours/week", "35", "hours/week"),
        ("1 hour/week", "1", "hours/week"),
        ("1 hour", "1", "hours"),
        ("5 days", "5", "days"),
        ("4 days/week", "4", "days/week"),
        ("25 days/year", "25", "days/year"),
        ("6 weeks", "6", "weeks"),
        ("3 months", "3", "months"),
        ("1:10", "10", "ratio"),
        ("2:5", "5/2", "ratio"),
        ("1:7.5", "15/2", "ratio"),
        ("12", "12", ""),
        ("012", "12", ""),
        ("1_000", "1000", ""),
        ("0.1", "1/10", ""),
        ("999999999999999", "999999999999999", ""),
    ],
)
def test_reads_a_number_and_its_unit(text: str, number: str, unit: str) -> None:
    """An amount is the exact number in its unit, at both of its ends."""
    value = Fraction(number)
    assert Amount.parse(text) == Amount(text, unit, value, value)


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("at least 5%", "%", "5", None),
        ("about £1,500", "£", "1500", "1500"),
        ("up to 1:15", "ratio", None, "15"),
        ("at most 35 hours/week", "hours/week", None, "35"),
        ("9.2% to 14.4%", "%", "46/5", "72/5"),
        ("-1% to 1%", "%", "-1", "1"),
        ("5% to 5%", "%", "5", "5"),
    ],
)
def test_reads_bounds(text: str, unit: str, low: str | None, high: str | None) -> None:
    """A bound leaves one end open, and a range has two; "about" counts as the number."""
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    assert Amount.parse(text) == Amount(text, unit, *ends)


@pytest.mark.parametrize(
    ("text", "total", "says"),
    [
        ("4% + 3%", "7", "4% + 3% = 7%"),
        ("10% + -2% + 0.5%", "17/2", "10% + -2% + 0.5% = 8.5%"),
        ("£1,000 + £500.50", "3001/2", "£1,000 + £500.50 = £1,500.50"),
        ("4% compounded with 3%", "178/25", "4% compounded with 3% = 7.12%"),
        ("50% compounded with -50%", "-25", "50% compounded with -50% = -25%"),
        (
            "10% compounded with 10% compounded with 10%",
            "331/10",
            "10% compounded with 10% compounded with 10% = 33.1%",
        ),
    ],
)
def test_steps_are_added_or_compounded(text: str, total: str, says: str) -> None:
    """Steps count as their exact total, which is told beside them."""
    amount = Amount.parse(text)
    assert (amount.low, amount.high, str(amount)) == (Fraction(total), Fraction(total), says)


def test_white_space_does_not_matter() -> None:
    """Line breaks and runs of spaces, as YAML may leave them, are one space."""
    assert Amount.parse(" at  least\n 5%\t") == Amount.parse("at least 5%")


@pytest.mark.parametrize("text", ["10%", "about 5%", "9.2% to 14.4%", "1:10"])
def test_says_what_was_recorded(text: str) -> None:
    """An amount without steps is told as it was recorded."""
    assert str(Amount.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "change", "floor", "cap"),
    [
        ("5%", 5, 5, 5),
        ("about 5%", 5, 5, 5),
        ("at least 5%", 5, 5, None),
        ("up to 5%", None, None, 5),
        ("5% to 9%", 5, 5, 9),
    ],
)
def test_counts_what_can_be_relied_on(
    text: str, change: int | None, floor: int | None, cap: int | None
) -> None:
    """The low end counts, for a cap the high end; an end that is open guarantees nothing."""
    amount = Amount.parse(text)
    counted = [amount.counted(), amount.counted(Level.FLOOR), amount.counted(Level.CAP)]
    assert counted == [change, floor, cap]


@pytest.mark.parametrize(
    "text",
    [
        *("", "No", "on", "ten", "NaN", "nan%", "inf", "-inf", "+5%", ".5%", "−2%", "５%"),
        *("GBP 15", "£ 15", "at least", "more than 5%", "At least 5%", "about about 5%"),
        *("to 5%", "+ 5%", "5% to ten", "5% + ten"),
    ],
)
def test_refuses_what_is_no_amount(text: str) -> None:
    """What does not begin with a number is refused with examples of what is allowed."""
    with pytest.raises(ValueError, match="found") as refused:
        Amount.parse(text)
    assert str(refused.value) == f"found '{text}'; allowed is an amount: {ALLOWED}"


@pytest.mark.parametrize(
    ("text", "unit", "hint"),
    [
        ("£15 per hour", "£per hour", "; did you mean '£/hour'?"),
        ("£1,500 a year", "£a year", "; did you mean '£/year'?"),
        ("£1.5m", "£m", ""),
        ("£15 /h our", "£/h our", "; did you mean '£/hour'?"),
        ("15£", "£", ""),
        ("35 hours per week", "hours per week", "; did you mean 'hours/week'?"),
        ("35 huors", "huors", "; did you mean 'hours'?"),
        ("5 percent", "percent", "; did you mean '%'?"),
        ("5 per cent", "per cent", "; did you mean '%'?"),
        ("2 percent points", "percent points", "; did you mean 'percentage points'?"),
        ("12 staff", "staff", ""),
        ("1e3", "e3", ""),
        ("1,50", ",50", ""),
        ("12.", ".", ""),
        ("5% to", "% to", ""),
        ("5% +", "% +", ""),
    ],
)
def test_refuses_an_unknown_unit(text: str, unit: str, hint: str) -> None:
    """An unknown unit is named, with examples of what is allowed and the nearest unit."""
    with pytest.raises(ValueError, match="unit") as refused:
        Amount.parse(text)
    assert str(refused.value) == (
        f"found '{text}', with the unknown unit '{unit}'; allowed are {ALLOWED}{hint}"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0:10", f"found '0:10'; {RATIO}"),
        ("1:0", f"found '1:0'; {RATIO}"),
        ("-1:10", f"found '-1:10'; {RATIO}"),
        ("£1:10", f"found '£1:10'; {RATIO}"),
        ("1:10 staff", f"found '1:10 staff'; {RATIO}"),
        ("1:10:5", f"found '1:10:5'; {RATIO}"),
        ("14.4% to 9.2%", "found '14.4% to 9.2%', a range whose end lies below its start"),
        ("1:15 to 1:10", "found '1:15 to 1:10', a range whose end lies below its start"),
        ("5 to 10%", "found '5 to 10%', a range between unlike units; write the unit at both ends"),
        (
            "£5 to £6/hour",
            "found '£5 to £6/hour', a range between unlike units; write the unit at both ends",
        ),
        ("4% + £10", "found '4% + £10', steps in unlike units"),
        ("4% compounded with £3", "found '4% compounded with £3', steps in unlike units"),
        (
            "£4 compounded with £3",
            "found '£4 compounded with £3'; only percentages are compounded, and all or none",
        ),
        (
            "1% + 2% compounded with 3%",
            "found '1% + 2% compounded with 3%'; only percentages are compounded, and all or none",
        ),
        ("1:10 + 1:5", "found '1:10 + 1:5'; ratios are not added"),
        ("9999999999999999", "found an amount of more than 15 digits"),
        ("0.1234567890123456%", "found an amount of more than 15 digits"),
        ("12345678:12345678", "found an amount of more than 15 digits"),
    ],
)
def test_refuses_what_does_not_go_together(text: str, message: str) -> None:
    """Numbers and units that make no amount together are refused with the reason."""
    with pytest.raises(ValueError, match="found") as refused:
        Amount.parse(text)
    assert str(refused.value) == message


@pytest.mark.parametrize("text", ["about 5% to 6%", "at least 4% + 3%", "4% + 3% to 8%"])
def test_refuses_bounds_of_steps_and_ranges(text: str) -> None:
    """A bound, a range and steps are not combined, and the message blames no unit for it."""
    with pytest.raises(ValueError, match="found") as refused:
        Amount.parse(text)
    assert str(refused.value) == (
        f"found '{text}'; a bound, a range and steps are not combined in one amount"
    )


@pytest.mark.parametrize("text", ["9" * 10_000, "0." + "1" * 10_000, "1:" + "9" * 10_000])
def test_refuses_ten_thousand_digits(text: str) -> None:
    """More digits than any sum of money has are refused before they are read."""
    with pytest.raises(ValueError, match="digits") as refused:
        Amount.parse(text)
    assert str(refused.value) == "found an amount of more than 15 digits"


def test_cuts_what_it_found() -> None:
    """A text too long for one line is cut in the message."""
    with pytest.raises(ValueError, match="found") as refused:
        Amount.parse("x" * 10_000)
    assert str(refused.value) == f"found '{'x' * 57}'…; allowed is an amount: {ALLOWED}"


PIECES = st.sampled_from(
    [
        *("1", "0", "15", "9" * 10_000, ".", ",", "_", ":", "-", "%", "£", "€", " ", "/hour", "\n"),
        *(" to ", "at least ", "up to ", "about ", " + ", " compounded with ", "nan", "inf", "e9"),
    ]
)


@given(st.text() | st.lists(PIECES, max_size=8).map("".join))
@example(" compounded with ".join(["1%"] * 3_000))
def test_any_text_is_an_amount_or_a_value_error(text: str) -> None:
    """Whatever the text, it is refused with a ValueError, or has its ends in order and is told."""
    try:
        amount = Amount.parse(text)
    except ValueError:
        return
    assert amount.unit in (*PLAIN, *MONEY, "ratio")
    assert not amount.low is amount.high is None
    assert amount.low is None or amount.high is None or amount.low <= amount.high
    assert str(amount).startswith(amount.text)


@given(
    st.integers(-(10**14) + 1, 10**14 - 1).map(lambda n: Fraction(n, 10**6)),
    st.sampled_from([*PLAIN, *MONEY, "ratio"]),
)
def test_what_is_written_reads_back(value: Fraction, unit: str) -> None:
    """A number written in its unit is read as the same number in the same unit."""
    assume(unit != "ratio" or value > 0)
    amount = Amount.parse(written(value, unit))
    assert (amount.low, amount.high, amount.unit) == (value, value, unit)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("11/2", "%", "5.5%"),
        ("-2", "%", "-2%"),
        ("1/3", "%", "1/3%"),
        ("0", "", "0"),
        ("1500", "", "1500"),
        ("1500", "£", "£1,500"),
        ("1501/2", "£", "£750.50"),
        ("1/20", "£", "£0.05"),
        ("1/200", "£", "£0.005"),
        ("-2469/2", "£", "-£1,234.50"),
        ("2/5", "£/hour", "£0.40/hour"),
        ("15", "ratio", "1:15"),
        ("15/2", "ratio", "1:7.5"),
        ("2", "hours/week", "2 hours/week"),
        ("1/2", "percentage points", "0.5 percentage points"),
        ("1", "hours/week", "1 hour/week"),
        ("1", "percentage points", "1 percentage point"),
        ("1", "weeks", "1 week"),
    ],
)
def test_writes_a_number_in_its_unit(value: str, unit: str, text: str) -> None:
    """A number stands in its unit as a person would write it, money with its pence."""
    assert written(Fraction(value), unit) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("100", "100"),
        ("-1/2", "-0.5"),
        ("1/1000000", "0.000001"),
        ("1/10000000", "1/10000000"),
        ("-2/3", "-2/3"),
        ("1234567", "1234567"),
    ],
)
def test_writes_a_plain_number(value: str, text: str) -> None:
    """A number is a decimal where six places hold it exactly, else a fraction."""
    assert plain(Fraction(value)) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("0", "0%"),
        ("1/10001", "under 0.01%"),
        ("1/10000", "0.01%"),
        ("1/2", "50%"),
        ("9999/10000", "99.99%"),
        ("99999/100000", "about 99.99%"),
        ("49999/100000", "about 49.99%"),
        ("1/3", "about 33.33%"),
        ("2/3", "about 66.66%"),
        ("1", "100%"),
        ("7/4", "175%"),
        ("-1/4", "-25%"),
    ],
)
def test_a_share_is_cut_and_never_rounded_up(share: str, text: str) -> None:
    """A share is told exactly to a hundredth of a percent, else cut there and said to be."""
    assert percent(Fraction(share)) == text


@given(st.fractions(Fraction(1, 10_000), 2))
def test_no_share_is_told_as_more_than_it_is(share: Fraction) -> None:
    """The percentage that is printed lies at most a hundredth below the share, never above."""
    told = Fraction(percent(share).removeprefix("about ").removesuffix("%")) / 100
    assert share - Fraction(1, 10_000) < told <= share
    assert percent(share).startswith("about ") == (told != share)
