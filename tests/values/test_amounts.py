"""Amounts: their exact numbers, formulas, what is refused, and how numbers are written."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from helpers.yaml_files import LISTS
from hypothesis import assume, example, given
from hypothesis import strategies as st

from pcs_scorecard import Amount, Unit
from pcs_scorecard.values.amounts import (
    SIGNIFICANT,
    MixedError,
    exact,
    of_two,
    percent,
    plain,
    written,
)
from pcs_scorecard.values.messages import printable

ALLOWED = f"allowed is an amount: {LISTS['<amounts>']}"
ONE = (
    "a bound, a range and steps are not combined in one amount: record the one that can be relied on, "
    "and tell the rest in `terms`"
)
TWO = (
    "allowed are two amounts, of which the greater or the less counts: "
    "10% or £3,000/year, whichever is greater"
)


def refused(text: str) -> str:
    """Return what is said of a text that is no amount."""
    with pytest.raises(ValueError, match="found") as caught:
        Amount.parse(text)
    return str(caught.value)


# Numbers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("10%", "10"),
        ("4.5%", "9/2"),
        ("0%", "0"),
        ("-2%", "-2"),
        ("5½%", "11/2"),
        ("5 ½%", "11/2"),
        ("½%", "1/2"),
        ("-1½%", "-3/2"),
        ("2¼ hours", "9/4"),
        ("¾ hour", "3/4"),
        ("1⅓ days", "4/3"),
        ("⅔", "2/3"),
        ("1,500", "1500"),
        ("1500", "1500"),
        ("£1,500", "1500"),
        ("£1,234,567.89", "123456789/100"),
        ("-£2", "-2"),
        ("£0.40/hour", "2/5"),
        ("£1.5m", "1500000"),
        ("£1.5 m", "1500000"),
        ("£1½m", "1500000"),
        ("£2bn", "2000000000"),
        ("£2bn/year", "2000000000"),
        ("£2.5 million", "2500000"),
        ("-£1.2m", "-1200000"),
        ("NOK 1.5m", "1500000"),
        ("5 million people", "5000000"),
        ("1.2 billion hours", "1200000000"),
        ("2/3", "200/3"),
        ("7/4", "175"),
        ("012", "12"),
        ("1_000", "1000"),
        ("0.1", "1/10"),
        ("0.125", "1/8"),
        ("0.500 hours", "1/2"),
        ("1234.567 hours", "1234567/1000"),
        ("£1,234.567", "1234567/1000"),
        ("12.3456 hours", "123456/10000"),
        ("1.500%", "3/2"),
        ("2.125 %", "17/8"),
        ("999999999999999", "999999999999999"),
    ],
)
def test_reads_a_number(text: str, number: str) -> None:
    """An amount is the exact number in its unit, at both of its ends, and keeps its text."""
    amount = Amount.parse(text)
    value = Fraction(number)
    assert (amount.low, amount.high, amount.text) == (value, value, text)
    assert not amount.average
    assert amount.formula is None


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("at least 5%", "%", "5", None),
        ("over £1m", "£", "1000000", None),
        ("about £1,500", "£", "1500", "1500"),
        ("up to 15 staff per manager", "staff per manager", None, "15"),
        ("at most 35 hours/week", "hours/week", None, "35"),
        ("under 5½ days", "days", None, "11/2"),
        ("on average 4.5%", "%", "9/2", "9/2"),
        ("9.2% to 14.4%", "%", "46/5", "72/5"),
        ("-1% to 1%", "%", "-1", "1"),
        ("5% to 5%", "%", "5", "5"),
        ("1/3 to 2/3", "%", "100/3", "200/3"),
        ("£1m to £1.5m", "£", "1000000", "1500000"),
        ("1 hour to 2 hours", "hours", "1", "2"),
        ("2 days per week to 3 days/week", "days/week", "2", "3"),
    ],
)
def test_reads_bounds(text: str, unit: str, low: str | None, high: str | None) -> None:
    """A bound leaves one end open, and a range has two; "about" counts as the number."""
    amount = Amount.parse(text)
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    assert (amount.unit.name, [amount.low, amount.high]) == (unit, ends)
    assert amount.average == text.startswith("on average")
    assert str(amount) == text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1 clinic to 3 clinics", "1", "3"),
        ("1 porter per ward to 2 porters per ward", "1", "2"),
        ("50p to £1", "1/2", "1"),
        ("45 minutes to 1 hour", "3/4", "1"),
        ("6 months to 1 year", "1/2", "1"),
    ],
)
def test_reads_a_range_between_two_texts_of_one_unit(text: str, low: str, high: str) -> None:
    """One noun in the singular and the plural, and units that are converted, have a range."""
    assert Amount.parse(text).in_key == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("text", "total", "says"),
    [
        ("4% + 3%", "7", "4% + 3% = 7%"),
        ("10% + -2% + 0.5%", "17/2", "10% + -2% + 0.5% = 8.5%"),
        ("£1,000 + £500.50", "3001/2", "£1,000 + £500.50 = £1,500.50"),
        ("£1 + 50p", "3/2", "£1 + 50p = £1.50"),
        ("50p + £1", "150", "50p + £1 = 150p"),
        ("1 hour + 30 minutes", "3/2", "1 hour + 30 minutes = 1.5 hours"),
        ("£100/month + £1,200/year", "200", "£100/month + £1,200/year = £200/month"),
        ("2 clinics + 1 clinic", "3", "2 clinics + 1 clinic = 3 clinics"),
        ("1 hour + 2 minutes + 58 minutes", "2", "1 hour + 2 minutes + 58 minutes = 2 hours"),
        ("1/2 + 1/4", "75", "1/2 + 1/4 = 75%"),
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
    """Steps count as their exact total, in the unit of the first, which is told beside them."""
    amount = Amount.parse(text)
    assert (amount.low, amount.high, str(amount)) == (Fraction(total), Fraction(total), says)


def test_a_sum_of_one_and_more_is_told_in_the_plural() -> None:
    """The total of nouns is told as the plural among them is written."""
    assert str(Amount.parse("1 clinic + 2 clinics")) == "1 clinic + 2 clinics = 3 clinics"


def test_white_space_does_not_matter() -> None:
    """Line breaks and runs of spaces, as YAML may leave them, are one space."""
    assert Amount.parse(" at  least\n 5%\t") == Amount.parse("at least 5%")
    assert Amount.parse("4  patients\u00a0per\nnurse") == Amount.parse("4 patients per nurse")


@pytest.mark.parametrize(
    ("text", "below", "above"),
    [
        ("12.4%", "1/20", "1/20"),
        ("12%", "1/2", "1/2"),
        ("1.50%", "1/200", "1/200"),
        ("£1,500", "1/2", "1/2"),
        ("£0.40/hour", "1/200", "1/200"),
        ("£1.5m", "50000", "50000"),
        ("£2 million", "500000", "500000"),
        ("5½%", "0", "0"),
        ("2/3", "0", "0"),
        ("9.2% to 14%", "1/20", "1/2"),
        ("at least 5%", "1/2", "1/2"),
        ("4% + 3.5%", "11/20", "11/20"),
        ("£1 + 50p", "101/200", "101/200"),
        ("10% compounded with 10%", "439/400", "441/400"),
    ],
)
def test_a_printed_number_stands_for_all_that_print_so(text: str, below: str, above: str) -> None:
    """12.4% is anything from 12.35% to 12.45%; halves and shares stand for themselves alone."""
    assert Amount.parse(text).rounded == (Fraction(below), Fraction(above))


# Formulas ----------------------------------------------------------------------------------

FIGURES = {
    "rpi": Amount.parse("12.5%"),
    "others": Amount.parse("6% to 7%"),
    "cap": Amount.parse("up to 5%"),
    "mean": Amount.parse("on average 4%"),
    "flat": Amount.parse("£1,000/year"),
    "monthly": Amount.parse("£100/month"),
    "clinics": Amount.parse("1 clinic"),
}
PAY = Amount.parse("£20,000/year")


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("figure rpi", "25/2", "25/2", "%"),
        ("figure rpi + 2%", "29/2", "29/2", "%"),
        ("2% + figure rpi", "29/2", "29/2", "%"),
        ("figure rpi + figure others + 1%", "39/2", "41/2", "%"),
        ("figure cap + 1%", None, "6", "%"),
        ("figure clinics + 2 clinics", "3", "3", "clinic"),
        ("figure monthly + £100/year", "1300", "1300", "£/year"),
        ("figure rpi or 10%, whichever is greater", "25/2", "25/2", "%"),
        ("figure rpi or 10%, whichever is less", "10", "10", "%"),
        ("figure rpi or 10%, whichever is the less", "10", "10", "%"),
        ("figure others or 6½%, whichever is greater", "13/2", "7", "%"),
        ("figure others or 6½%, whichever is less", "6", "13/2", "%"),
        ("figure cap or 3%, whichever is greater", "3", "5", "%"),
        ("figure cap or 3%, whichever is less", None, "3", "%"),
        ("£1,500/year or £130/month, whichever is greater", "1560", "1560", "£/year"),
    ],
)
def test_a_formula_has_a_number_beside_its_figures(
    text: str, low: str | None, high: str | None, unit: str
) -> None:
    """The value of a figure takes its place, and of two amounts the greater or the less counts."""
    formula = Amount.parse(text)
    assert (formula.low, formula.high, str(formula)) == (None, None, text)
    found = formula.resolved(FIGURES)
    ends = tuple(None if end is None else Fraction(end) for end in (low, high))
    assert (found.in_key, found.unit.key, found.text) == (ends, unit, text)
    assert found.formula is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3%", "600", "600"),
        ("at least 3%", "600", None),
        ("3% to 4%", "600", "800"),
        ("£400/year + 3%", "1000", "1000"),
        ("3% + £400/year", "1000", "1000"),
        ("£50/month + 3%", "1200", "1200"),
        ("10% or £3,000/year, whichever is greater", "3000", "3000"),
        ("10% or £3,000/year, whichever is less", "2000", "2000"),
        ("20% or £3,000/year, whichever is greater", "4000", "4000"),
        ("£400/year + 3% or 4½%, whichever is greater", "1000", "1000"),
        ("figure rpi or £2,600/year, whichever is greater", "2600", "2600"),
        ("figure flat + figure rpi", "3500", "3500"),
        ("figure others", "1200", "1400"),
    ],
)
def test_percentages_are_sums_at_a_pay_point(text: str, low: str, high: str | None) -> None:
    """At a pay of £20,000 a year, 3% is £600 a year, and sums and percentages can meet."""
    found = Amount.parse(text).resolved(FIGURES, PAY)
    assert found.unit.key == "£/year"
    assert found.in_key == (Fraction(low), None if high is None else Fraction(high))


def test_pay_of_another_time_is_the_same_pay() -> None:
    """Pay in pounds a month gives the same sums, in its own unit."""
    monthly = Amount.parse("£2,000/month")
    found = Amount.parse("£600/year + 3%").resolved({}, monthly)
    # 3% of £2,000 is £60 a month, and £600 a year is £50.
    assert found.in_key == (Fraction(110 * 12), Fraction(110 * 12))
    assert Amount.parse("3%").resolved({}, monthly).low == 60


@pytest.mark.parametrize("text", ["£500/year", "5 clinics", "2 percentage points", "12"])
def test_what_needs_no_pay_stays_as_it_is(text: str) -> None:
    """An amount that is neither a formula nor a percentage is the same at any pay point."""
    amount = Amount.parse(text)
    assert amount.resolved(FIGURES, PAY) is amount
    assert Amount.parse("5%").resolved(FIGURES) == Amount.parse("5%")


@pytest.mark.parametrize(
    "text",
    [
        "£400/year + 3%",
        "10% or £3,000/year, whichever is greater",
        "figure flat + figure rpi",
        "figure flat or figure rpi, whichever is less",
    ],
)
def test_sums_and_percentages_have_no_number_without_pay(text: str) -> None:
    """Where they meet without a pay, that is said."""
    with pytest.raises(MixedError) as caught:
        Amount.parse(text).resolved(FIGURES)
    assert str(caught.value) == (
        f"'{text}' is of sums and percentages, and has no number without pay"
    )


def test_unlike_things_are_not_added() -> None:
    """A figure in another unit than what is added to it is refused, and one that is missing too."""
    with pytest.raises(ValueError, match="unlike") as caught:
        Amount.parse("figure clinics + 2%").resolved(FIGURES, PAY)
    assert str(caught.value) == (
        "found 'figure clinics + 2%', with the unlike units 'clinic' and '£/year'"
    )
    with pytest.raises(KeyError):
        Amount.parse("figure nothing").resolved(FIGURES)


def test_an_average_among_the_figures_is_an_average() -> None:
    """Nobody in particular can rely on what is counted from an average."""
    assert Amount.parse("figure mean + 1%").resolved(FIGURES).average
    assert not Amount.parse("figure rpi + 1%").resolved(FIGURES).average
    assert Amount.parse("on average 3%").resolved(FIGURES, PAY).average


def test_a_formula_knows_its_figures() -> None:
    """The figures that a formula names are told in the order in which they stand in it."""
    formula = Amount.parse("figure a-1 + 2% or figure b.2 + figure a-1, whichever is less").formula
    assert formula is not None
    assert list(formula.figures) == ["a-1", "b.2", "a-1"]
    assert not formula.greater


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("10% or £3,000/year", TWO),
        ("10% or £3,000/year, whichever is higher", TWO),
        ("10% or £3,000/year whichever is greater", TWO),
        ("at least 10% or £3,000/year, whichever is greater", TWO),
        ("10%, whichever is greater", TWO),
        ("at least figure rpi", "a figure stands without a bound: its own counts"),
        ("about figure rpi + 2%", ONE),
        ("figure RPI", ALLOWED),
        ("figure", ALLOWED),
        ("figure rpi to 5%", ALLOWED),
        ("figure rpi compounded with 5%", ALLOWED),
        ("5% or ten, whichever is less", ALLOWED),
        ("5% or more", "write at least 5%"),
        ("£10 or over", "write at least £10"),
        ("5 clinics or fewer", "write at most 5 clinics"),
        ("35 hours/week or less", "write at most 35 hours/week"),
        ("5% or under", "write at most 5%"),
    ],
)
def test_refuses_what_is_no_formula(text: str, message: str) -> None:
    """Two amounts need to say which counts, and a figure has its own bounds."""
    assert refused(text) == f"found '{text}'; {message}"


# What is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        *("", "No", "on", "ten", "NaN", "nan%", "inf", "-inf", "+5%", ".5%", "−2%", "５%"),
        *("£ 15", "usd 5", "AB 5", "NOK -5", "at least", "more than 5%", "At least 5%"),
        *("about about 5%", "to 5%", "+ 5%", "5% to ten", "5% + ten", "p", "p5", "%"),
    ],
)
def test_refuses_what_is_no_amount(text: str) -> None:
    """What does not begin with a number is refused with examples of what is allowed."""
    assert refused(text) == f"found '{text}'; {ALLOWED}"


@pytest.mark.parametrize(
    ("text", "number"),
    [("1:10", "10"), ("10:1", "10"), ("4:1", "4"), ("1:7.5", "7.5"), ("1 : 1,500", "1,500")],
)
def test_refuses_a_ratio_without_its_nouns(text: str, number: str) -> None:
    """A bare ratio does not say which way round it is, whichever of its sides is 1."""
    assert refused(text) == (
        f"found '{text}', which does not say which way round it is; write a ratio with its nouns, "
        f"as in {number} patients per nurse, or {number} nurses per patient"
    )


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("€1.500", "€1,500", "€1.50"),
        ("€1.250", "€1,250", "€1.25"),
        ("€1.500/year", "€1,500/year", "€1.50/year"),
        ("1.500", "1,500", "1.50"),
        ("12.500 clinics", "12,500 clinics", "12.50 clinics"),
        ("999.990 hours/week", "999,990 hours/week", "999.99 hours/week"),
        ("2.500 percentage points", "2,500 percentage points", "2.50 percentage points"),
        ("1.000 staff per manager", "1,000 staff per manager", "1.00 staff per manager"),
    ],
)
def test_refuses_a_point_that_may_stand_for_thousands(text: str, one: str, other: str) -> None:
    """A number whose only point is followed by three digits may be either, and both are told."""
    assert refused(text) == f"found '{text}': a point, or thousands? write {one} or {other}"
    assert (Amount.parse(one).low or 0) > 1000 * (Amount.parse(other).low or 1) - 1


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("-€1.500", "-€1,500", "-€1.50"),
        ("NOK 1.500", "NOK 1,500", "NOK 1.50"),
        ("£1.500m", "£1,500m", "£1.50m"),
        ("£1.500 million/year", "£1,500 million/year", "£1.50 million/year"),
        ("1.500 million people", "1,500 million people", "1.50 million people"),
        ("1.125 hours", "1,125 hours", "1.1250 hours"),
    ],
)
def test_both_of_what_a_point_may_stand_for_can_be_written(text: str, one: str, other: str) -> None:
    """What to write keeps sign, code, scale and every digit, and is an amount itself."""
    assert refused(text) == f"found '{text}': a point, or thousands? write {one} or {other}"
    assert Amount.parse(one).low == 1000 * (Amount.parse(other).low or 0)


@pytest.mark.parametrize("bound", ["at least ", "up to ", "5 clinics to ", "5 clinics + "])
def test_refuses_such_a_point_wherever_it_stands(bound: str) -> None:
    """A bound, a range or steps make the point no plainer, and stay in what to write."""
    assert refused(f"{bound}1.500 clinics") == (
        f"found '{bound}1.500 clinics': a point, or thousands? write {bound}1,500 clinics or "
        f"{bound}1.50 clinics"
    )


@pytest.mark.parametrize(
    ("text", "write"),
    [
        ("1,50", "1.50"),
        ("€1.234,56", "€1,234.56"),
        ("€1,5/hour", "€1.5/hour"),
        ("1.500.000 people", "1,500,000 people"),
        ("£1 500", "£1,500"),
        ("up to 1,5%", "up to 1.5%"),
    ],
)
def test_says_how_commas_and_points_are_written(text: str, write: str) -> None:
    """Where a comma stands before decimals, or points and spaces between thousands, that is plain."""
    assert refused(text) == (
        f"found '{text}'; write {write}: a comma stands between thousands, and a point before decimals"
    )
    assert Amount.parse(write)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("14.4% to 9.2%", "found '14.4% to 9.2%', a range whose end lies below its start"),
        ("£2m to £1.5m", "found '£2m to £1.5m', a range whose end lies below its start"),
        ("5 to 10%", "found '5 to 10%', a range between unlike units; write the unit at both ends"),
        (
            "£5 to £6/hour",
            "found '£5 to £6/hour', a range between unlike units; write the unit at both ends",
        ),
        ("4% + 5 clinics", "found '4% + 5 clinics', steps in unlike units"),
        ("4% + £10 + 5 clinics", "found '4% + £10 + 5 clinics', steps in unlike units"),
        ("£5/hour + £5/week", "found '£5/hour + £5/week', steps in unlike units"),
        ("5 + 5%", "found '5 + 5%', steps in unlike units"),
        ("at least 5 clinics + 2%", f"found 'at least 5 clinics + 2%'; {ONE}"),
        (
            "4% compounded with £3",
            "found '4% compounded with £3'; only percentages are compounded, and all or none",
        ),
        (
            "£4 compounded with £3",
            "found '£4 compounded with £3'; only percentages are compounded, and all or none",
        ),
        (
            "1% + 2% compounded with 3%",
            "found '1% + 2% compounded with 3%'; only percentages are compounded, and all or none",
        ),
        ("2/0", "found '2/0'; nothing is divided by 0"),
        ("9999999999999999", "found an amount of more than 15 digits"),
        ("0.1234567890123456%", "found an amount of more than 15 digits"),
        (" + ".join(["1%"] * 51), "found 51 steps in one amount; allowed are 50"),
        (" compounded with ".join(["1%"] * 51), "found 51 steps in one amount; allowed are 50"),
    ],
)
def test_refuses_what_does_not_go_together(text: str, message: str) -> None:
    """Numbers and units that make no amount together are refused with the reason."""
    assert refused(text) == message


@pytest.mark.parametrize(
    "text", ["about 5% to 6%", "at least 4% + 3%", "4% + 3% to 8%", "up to 4% compounded with 3%"]
)
def test_refuses_bounds_of_steps_and_ranges(text: str) -> None:
    """A bound, a range and steps are not combined, and the message blames no unit for it."""
    assert refused(text) == f"found '{text}'; {ONE}"


@pytest.mark.parametrize("text", ["9" * 10_000, "0." + "1" * 10_000, "£" + "9" * 10_000 + "m"])
def test_refuses_ten_thousand_digits(text: str) -> None:
    """More digits than any sum of money has are refused before they are read."""
    assert refused(text) == "found an amount of more than 15 digits"


def test_cuts_what_it_found() -> None:
    """A text too long for one line is cut in the message."""
    assert refused("x" * 10_000) == f"found '{'x' * 57}'…; {ALLOWED}"


LONG = "x" * 10_000


@pytest.mark.parametrize(
    "text",
    [
        *(f"{LONG} or more", f"10%, whichever {LONG}", f"GBP 5 {LONG}", f"£5 a {LONG}"),
        *(f"1.500 {LONG}", f"5 {LONG} off", f"5m {LONG}", f"figure {LONG.upper()}"),
        *(f"at least figure {LONG}", f"{LONG} to 5%", f"5 clinics + 5 {LONG}"),
        *("1:" + "9" * 10_000, "10-" + "9" * 10_000, "9" * 10_000 + "/3"),
    ],
    ids=lambda text: re.sub("x+", "x", re.sub("9+", "9", text)),
)
def test_says_no_more_than_a_line_holds(text: str) -> None:
    """However long a text is, what is said of it is cut, what to write included."""
    assert len(refused(text)) < 600


@pytest.mark.parametrize("text", ["5\x07 or more", "GBP 5\u202e", "1.500 \x07", "£5 a \x07"])
def test_says_what_a_line_can_show(text: str) -> None:
    """What to write repeats no sign that cannot be shown."""
    assert printable(refused(text))


# What always holds -------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *("1", "0", "15", "9" * 10_000, ".", ",", "_", ":", "-", "%", "£", "€", " ", "/hour", "\n"),
        *(" to ", "at least ", "up to ", "about ", " + ", " compounded with ", "nan", "inf", "e9"),
        *("½", "m", "bn", " million", "p", "NOK ", "figure a", " or ", ", whichever is less", "/"),
        *(" per ", "clinics", "hours", " pw", "1.500", "on average ", "over ", "under ", "’"),
    ]
)


@given(st.text() | st.lists(PIECES, max_size=8).map("".join))
@example(" compounded with ".join(["1%"] * 3_000))
@example("figure " + "a" * 10_000)
def test_any_text_is_an_amount_or_a_value_error(text: str) -> None:
    """Whatever the text, it is refused with a ValueError, or has its ends in order and is told."""
    try:
        amount = Amount.parse(text)
    except ValueError:
        assert printable(refused(text))
        return
    assert (amount.low is amount.high is None) == (amount.formula is not None)
    assert amount.low is None or amount.high is None or amount.low <= amount.high
    assert str(amount).startswith(amount.text)
    assert Amount.parse(amount.text) == amount


NUMBERS = st.integers(-(10**14) + 1, 10**14 - 1).map(lambda n: Fraction(n, 10**6))
UNITS = st.sampled_from(
    [
        *("1%", "1 percentage point", "1", "£1", "£1/hour", "70p/hour", "70p", "€1/month", "$1"),
        *("NOK 1", "NOK 1/year", "1 minute", "1 hour/week", "2 days", "3 weeks", "4 months"),
        *("5 years", "12 clinics", "10 staff per manager", "3 visits per week", "2 night posts"),
    ]
).map(lambda text: Amount.parse(text).unit)


@given(NUMBERS, UNITS)
def test_what_is_written_reads_back(value: Fraction, unit: Unit) -> None:
    """A number written in its unit is read as the same number, in what is compared as that unit."""
    text = written(value, unit)
    # What is exact at three places is written with three, which only % may have.
    assume(not re.search(r"(?<![0-9.,])[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9%])", text))
    amount = Amount.parse(text)
    # Money is written to the penny, cut towards nothing.
    told = Fraction(int(value * 100), 100) if text.startswith("about ") else value
    assert (amount.low, amount.high) == (told, told)
    assert (amount.unit.key, amount.unit.factor) == (unit.key, unit.factor)


QUARTERS = st.integers(-(10**9), 10**9).map(lambda n: Fraction(n, 4))


@given(st.lists(QUARTERS, min_size=1, max_size=8), st.sampled_from(("%", " clinics", "p/hour")))
def test_steps_come_to_their_exact_sum(numbers: list[Fraction], unit: str) -> None:
    """However many steps there are, their total is exact."""
    text = " + ".join(f"{float(number):.2f}{unit}" for number in numbers)
    amount = Amount.parse(text)
    assert amount.low == amount.high == sum(numbers)


@given(st.lists(st.integers(-100, 100).map(lambda n: Fraction(n, 4)), min_size=2, max_size=5))
def test_compounded_steps_come_to_their_exact_product(numbers: list[Fraction]) -> None:
    """Percentages that are compounded are multiplied exactly, in any order."""
    texts = [f"{float(number):.2f}%" for number in numbers]
    amount = Amount.parse(" compounded with ".join(texts))
    total = Fraction(1)
    for number in numbers:
        total *= 1 + number / 100
    assert amount.low == amount.high == (total - 1) * 100
    backwards = Amount.parse(" compounded with ".join(reversed(texts)))
    assert (backwards.low, backwards.rounded) == (amount.low, amount.rounded)
    assert min(amount.rounded) > 0


@given(QUARTERS, QUARTERS, st.sampled_from(("%", " hours", "p", " clinics")))
def test_a_range_is_read_in_order_or_refused(one: Fraction, other: Fraction, unit: str) -> None:
    """Its ends are its two numbers where the second is no less, and else it is refused."""
    text = f"{float(one):.2f}{unit} to {float(other):.2f}{unit}"
    if one <= other:
        assert (Amount.parse(text).low, Amount.parse(text).high) == (one, other)
    else:
        assert refused(text).endswith(", a range whose end lies below its start")


@given(
    st.integers(0, 400).map(lambda n: Fraction(n, 4)),
    st.integers(0, 40_000),
    st.integers(1, 100_000),
    st.booleans(),
)
def test_the_greater_and_the_less_are_one_of_the_two(
    share: Fraction,
    flat: int,
    salary: int,
    greater: bool,  # noqa: FBT001 - what hypothesis chooses
) -> None:
    """At any pay point the one that counts is the greater, or the less, of a share and a sum."""
    word = "greater" if greater else "less"
    formula = Amount.parse(f"{float(share):.2f}% or £{flat}/year, whichever is {word}")
    found = formula.resolved({}, Amount.parse(f"£{salary}/year"))
    of_pay = share * salary / 100
    chosen = max(of_pay, flat) if greater else min(of_pay, flat)
    assert (found.low, found.high) == (chosen, chosen)
    both = Amount.parse(f"£{flat}/year + {float(share):.2f}%")
    assert both.resolved({}, Amount.parse(f"£{salary}/year")).low == of_pay + flat


# Writing -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("11/2", "1%", "5.5%"),
        ("-2", "1%", "-2%"),
        ("1/3", "1%", "1/3%"),
        ("0", "1", "0"),
        ("1500", "1", "1500"),
        ("1500", "£1", "£1,500"),
        ("1501/2", "£1", "£750.50"),
        ("1/20", "£1", "£0.05"),
        ("1/200", "£1", "about £0"),
        ("6966132/1000", "£1/year", "about £6,966.13/year"),
        ("-2469/2", "£1", "-£1,234.50"),
        ("2/5", "£1 per hour", "£0.40/hour"),
        ("7700", "NOK 1", "NOK 7,700"),
        ("-15/2", "NOK 1/month", "-NOK 7.50/month"),
        ("70", "1p/hour", "70p/hour"),
        ("-1/2", "1p", "-0.5p"),
        ("2", "1 hour/week", "2 hours/week"),
        ("1", "2 hours/week", "1 hour/week"),
        ("1/2", "1 percentage point", "0.5 percentage points"),
        ("1", "2 weeks", "1 week"),
        ("45", "1 minute", "45 minutes"),
        ("3", "12 clinics", "3 clinics"),
        ("3/2", "2 porters per ward", "1.5 porters per ward"),
        ("4/3", "2 porters/ward", "4/3 porters per ward"),
    ],
)
def test_writes_a_number_in_its_unit(value: str, unit: str, text: str) -> None:
    """A number stands in its unit as a person would write it, money with its pence."""
    assert written(Fraction(value), Amount.parse(unit).unit) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("100", "100"),
        ("-1/2", "-0.5"),
        ("1/1000000", "0.000001"),
        ("-2/3", "-2/3"),
        ("1234567", "1234567"),
        ("1/999999", "1/999999"),
        ("10000000/10000001", "about 0.999999"),
        ("-10000000/10000001", "about -0.999999"),
    ],
)
def test_writes_a_plain_number(value: str, text: str) -> None:
    """A number is a decimal where six places hold it exactly, else a fraction, or cut if long."""
    assert plain(Fraction(value)) == text


def test_writes_numbers_without_end() -> None:
    """Numbers of more digits than Python writes by itself are written all the same."""
    assert plain(Fraction(10**5000)) == "1" + "0" * 5000
    assert exact(Fraction(10**5000, 3)) == "1" + "0" * 5000 + "/3"
    assert exact(Fraction(-5)) == "-5"


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("0", "0%"),
        ("1/10001", "under 0.01%"),
        ("-1/10001", "between -0.01% and 0%"),
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


def test_two_shares_are_told_as_a_range() -> None:
    """Shares are told from the lowest to the highest, and as one where they are alike."""
    half, third = Fraction(1, 2), Fraction(1, 4)
    assert of_two(percent, half, third) == of_two(percent, third, half) == "25% to 50%"
    assert of_two(percent, half, half) == "50%"


def test_a_vague_word_is_an_amount_that_the_policy_defines() -> None:
    """`significant` stands where a number does, has none of its own, and is read nowhere else."""
    assert (SIGNIFICANT.low, SIGNIFICANT.high, str(SIGNIFICANT)) == (None, None, "significant")
    assert refused("significant") == f"found 'significant'; {ALLOWED}"


RECORD = "with a record under `figures`: {id: %s, title: %s, value: …%%, measures: prices}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("RPI + 2%", f"write figure rpi + 2%, {RECORD % ('rpi', 'RPI')}"),
        ("RPI+2%", f"write figure rpi + 2%, {RECORD % ('rpi', 'RPI')}"),
        ("RPI plus 2%", f"write figure rpi + 2%, {RECORD % ('rpi', 'RPI')}"),
        ("inflation", f"write figure inflation, {RECORD % ('inflation', 'inflation')}"),
        ("ten percent", "write 10%"),
        ("Five per cent", "write 5%"),
        ("5% on average", "with the unknown unit '% on average'; write on average 5%"),
        (
            "5%/year",
            "with the unknown unit '%/year'; write 5%, and in `period` the year it is for; of several "
            "years what is asked is 5% + 5%, and what is given has `stages`",
        ),
    ],
)
def test_says_the_very_text_to_write(text: str, said: str) -> None:
    """What people write of inflation, in words or by the year is answered with what to write."""
    with pytest.raises(ValueError, match="write") as caught:
        Amount.parse(text)
    found = f"found {text!r}"
    assert str(caught.value) == (
        f"{found}, {said}" if said[0] == "w" and "unit" in said else f"{found}; {said}"
    )


def test_a_formula_says_by_itself_which_way_it_goes() -> None:
    """Behind “whichever is greater” there is no “more”."""
    greater = Amount.parse("10% or £3,000/year, whichever is greater")
    assert f"{greater:more}" == "10% or £3,000/year, whichever is greater"
    assert f"{Amount.parse('10%'):more}" == "10% more"
    assert f"{Amount.parse('figure rpi'):less}" == "figure rpi less"


def test_a_number_has_a_point_or_a_fraction() -> None:
    """Half of what stands behind a point would be read in two ways."""
    assert refused("5.5½%") == "found '5.5½%', with a point and ½; write one of the two"
    assert Amount.parse("5½%").low == Fraction(11, 2)


def test_a_formula_is_as_certain_as_the_figures_it_names() -> None:
    """More than a figure that is over 6% is asked for by whoever asks for that figure."""
    figures = {"cap": Amount.parse("over 6%"), "rpi": Amount.parse("6%")}
    assert Amount.parse("figure cap + 1%").resolved(figures).beyond
    assert not Amount.parse("figure rpi + 1%").resolved(figures).beyond
    assert Amount.parse("under 3 days").beyond
