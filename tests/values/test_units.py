"""Units: which words are one, what is converted exactly, and what to write where one is unknown."""

from __future__ import annotations

from fractions import Fraction

import pytest
from helpers.yaml_files import LISTS
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import Amount, Unit
from pcs_scorecard.values.amounts import written
from pcs_scorecard.values.units import singular

ALLOWED = f"allowed is an amount: {LISTS['<amounts>']}"


@pytest.mark.parametrize(
    ("text", "key", "factor", "name"),
    [
        ("1%", "%", "1", "%"),
        ("1 %", "%", "1", "%"),
        ("1 percentage point", "percentage points", "1", "percentage points"),
        ("2 percentage points", "percentage points", "1", "percentage points"),
        ("12", "", "1", ""),
        ("£1", "£", "1", "£"),
        ("£15/hour", "£/hour", "1", "£/hour"),
        ("£15 per hour", "£/hour", "1", "£/hour"),
        ("£15 / hour", "£/hour", "1", "£/hour"),
        ("£15/minute", "£/hour", "60", "£/minute"),
        ("£30,000/year", "£/year", "1", "£/year"),
        ("£2,500/month", "£/year", "12", "£/month"),
        ("£500/week", "£/week", "1", "£/week"),
        ("€9/day", "€/day", "1", "€/day"),
        ("$5", "$", "1", "$"),
        ("NOK 7,700", "NOK", "1", "NOK"),
        ("NOK 7,700/month", "NOK/year", "12", "NOK/month"),
        ("£20/clinic/day", "£/clinic/day", "1", "£/clinic/day"),
        ("£20 per clinic per day", "£/clinic/day", "1", "£/clinic/day"),
        ("£3 per night shift", "£/night shift", "1", "£/night shift"),
        ("70p", "£", "1/100", "p"),
        ("70p/hour", "£/hour", "1/100", "p/hour"),
        ("10p/ward", "£/ward", "1/100", "p/ward"),
        ("5p/month", "£/year", "12/100", "p/month"),
        ("45 minutes", "hour", "1/60", "minutes"),
        ("1 hour", "hour", "1", "hours"),
        ("20 minutes/day", "hour/day", "1/60", "minutes/day"),
        ("3 days", "day", "1", "days"),
        ("26 weeks", "week", "1", "weeks"),
        ("18 months", "year", "1/12", "months"),
        ("2 years", "year", "1", "years"),
        ("35 hours/week", "hour/week", "1", "hours/week"),
        ("35 hours per week", "hour/week", "1", "hours/week"),
        ("2 days/month", "day/year", "12", "days/month"),
        ("24 days per year", "day/year", "1", "days/year"),
        ("12 clinics", "clinic", "1", "clinics"),
        ("1 Clinic", "clinic", "1", "Clinic"),
        ("4 patients per carer", "patient/carer", "1", "patients per carer"),
        ("4 patients/carer", "patient/carer", "1", "patients per carer"),
        ("3 visits per week", "visit/week", "1", "visits/week"),
        ("2 full-time posts", "full-time post", "1", "full-time posts"),
        ("3 naïve cafés", "naïve café", "1", "naïve cafés"),
    ],
)
def test_reads_a_unit(text: str, key: str, factor: str, name: str) -> None:
    """A unit knows what it is compared as, how much of that it is, and how it is written."""
    unit = Amount.parse(text).unit
    assert (unit.key, unit.factor, unit.name) == (key, Fraction(factor), name)


@pytest.mark.parametrize(
    ("text", "is_money", "per"),
    [
        ("£5", True, ""),
        ("5p/hour", True, "hour"),
        ("NOK 5/month", True, "year"),
        ("$5 per clinic", True, "clinic"),
        ("5%", False, ""),
        ("5 clinics", False, ""),
        ("5 hours/week", False, "week"),
        ("5", False, ""),
    ],
)
def test_knows_money_and_what_it_is_per(text: str, is_money: bool, per: str) -> None:  # noqa: FBT001 - a table's cell
    """Money is money once or per something; what it is per is told as it is compared."""
    unit = Amount.parse(text).unit
    assert (unit.is_money, unit.per) == (is_money, per)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bench", "benches"),
        ("clinic", "clinics"),
        ("nurse", "nurses"),
        ("class", "classes"),
        ("bus", "buses"),
        ("library", "libraries"),
        ("ferry", "Ferries"),
        ("day off-duty", "day off-duties"),
        ("teacher’s aide", "teacher's aides"),
        ("bed per ward", "beds per ward"),
        ("patient per nurse", "patients per nurses"),
        ("visit per city", "visits per cities"),
    ],
)
def test_one_word_is_another_with_s_es_or_ies(one: str, other: str) -> None:
    """A noun and the same with s, es or ies are one unit, of whichever side of `per` it is."""
    assert Amount.parse(f"1 {one}").unit.key == Amount.parse(f"2 {other}").unit.key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 hours", "5 hours/week"),
        ("5 days", "5 weeks"),
        ("5 weeks", "5 months"),
        ("5 hours", "5 days"),
        ("£5/week", "£5/month"),
        ("£5/day", "£5/hour"),
        ("£5", "£5/year"),
        ("£5", "€5"),
        ("$5", "USD 5"),
        ("£5", "5"),
        ("5%", "5 percentage points"),
        ("5%", "5"),
        ("4 patients per nurse", "4 nurses per patient"),
        ("4 patients per nurse", "4 patients"),
        ("5 night shifts", "5 shifts"),
        ("5 cats", "5 cars"),
        ("1 child", "2 children"),
        ("5 pages", "5p"),
    ],
)
def test_nothing_else_is_one_unit(one: str, other: str) -> None:
    """A week is no part of a month, a sum no sum a year, and a ratio is not the other way round."""
    assert Amount.parse(one).unit.key != Amount.parse(other).unit.key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("100p", "£1"),
        ("40p/mile", "£0.40/mile"),
        ("90 minutes", "1.5 hours"),
        ("90 minutes", "1½ hours"),
        ("45 minutes/day", "0.75 hours/day"),
        ("18 months", "1½ years"),
        ("£200/month", "£2,400/year"),
        ("2 days/month", "24 days/year"),
        ("£0.50/minute", "£30/hour"),
        ("£1.2m", "£1,200,000"),
        ("£2bn", "£2,000m"),
        ("5½%", "5.5%"),
        ("1 bench", "1 benches"),
        ("4 patients per nurse", "4 patients/nurse"),
        ("½", "0.5"),
    ],
)
def test_converts_exactly(one: str, other: str) -> None:
    """Pence, minutes, months, halves and millions are the same number as what they are exactly."""
    first, second = Amount.parse(one), Amount.parse(other)
    assert (first.unit.key, first.in_key) == (second.unit.key, second.in_key)


PER = st.sampled_from(
    ("", "minute", "hour", "day", "week", "month", "year", "clinic", "adult fare")
)
TOPS = st.sampled_from(
    ("minutes", "hours", "days", "weeks", "months", "years", "beds", "night posts")
)
MONEY = st.sampled_from(("£", "€", "$", "NOK ", "SEK "))


@st.composite
def spelt(draw: st.DrawFn) -> tuple[str, str, str]:
    """Return a unit as text before and after a number, and what it is per."""
    per = draw(PER)
    if draw(st.booleans()):
        return draw(MONEY), "", per
    return "", draw(st.sampled_from(("p", " p")) | TOPS.map(" {}".format)), per


@given(spelt(), st.integers(0, 10**6).map(lambda n: Fraction(n, 100)))
def test_per_and_a_stroke_are_the_same(unit: tuple[str, str, str], number: Fraction) -> None:
    """However a unit is spelt, it is the same unit, and the amount the same number."""
    before, after, per = unit
    text = f"{before}{float(number):.2f}{after}"
    ways = [text]
    if per:
        ways = [f"{text}{between}{per}" for between in (" per ", "/", " / ", "/ ", " /")]
    found = [Amount.parse(way) for way in ways]
    assert len({each.unit for each in found}) == 1
    assert {each.low for each in found} == {number}


@given(spelt(), st.integers(-(10**6), 10**6).map(lambda n: Fraction(n, 4)))
def test_a_name_reads_back(unit: tuple[str, str, str], number: Fraction) -> None:
    """What is written with the name of a unit is read as that unit."""
    before, after, per = unit
    found = Amount.parse(f"{before}2{after}{per and '/'}{per}").unit
    again = Amount.parse(written(number, found))
    assert (again.unit.key, again.unit.factor) == (found.key, found.factor)
    assert (again.low, again.high) == (number, number)


@given(st.integers(-(10**9), 10**9), st.sampled_from(("", "/mile", "/hour")))
def test_pence_are_hundredths_of_a_pound(pence: int, per: str) -> None:
    """A sum in pence is the same in pounds, exactly, and what is written of it reads back."""
    in_pence = Amount.parse(f"{pence}p{per}")
    pounds = Amount.parse(written(Fraction(pence, 100), Amount.parse(f"£1{per}").unit))
    assert (in_pence.unit.key, in_pence.in_key) == (pounds.unit.key, pounds.in_key)


@pytest.mark.parametrize(
    ("name", "number", "told"),
    [
        ("hours/week", "1", "hour/week"),
        ("hours/week", "2", "hours/week"),
        ("hours/week", "1/2", "hours/week"),
        ("minutes", "1", "minute"),
        ("clinics", "1", "clinics"),
        ("porters per ward", "1", "porters per ward"),
    ],
)
def test_one_hour_is_told_in_the_singular(name: str, number: str, told: str) -> None:
    """A time is told in the singular behind 1; of other nouns only what was written is known."""
    assert singular(name, Fraction(number)) == told


# What is no unit ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "unit", "write"),
    [
        ("5 percent", "percent", "5%"),
        ("5 pct", "pct", "5%"),
        ("5 per cent", "per cent", "5%"),
        ("20 pp", "pp", "20 percentage points"),
        ("5 pence", "pence", "5p"),
        ("5 pounds", "pounds", "£5"),
        ("5 quid", "quid", "£5"),
        ("1,500 euros", "euros", "€1,500"),
        ("7 dollars", "dollars", "$7"),
        ("30 mins", "mins", "30 minutes"),
        ("3 hrs", "hrs", "3 hours"),
        ("3 wks", "wks", "3 weeks"),
        ("3 yrs", "yrs", "3 years"),
        ("£15 an hour", "£ an hour", "£15/hour"),
        ("£1,500 a year", "£ a year", "£1,500/year"),
        ("£15 each hour", "£ each hour", "£15/hour"),
        ("£1,500 p.a.", "£ p.a.", "£1,500/year"),
        ("£1,500 pa", "£ pa", "£1,500/year"),
        ("£10 pw", "£ pw", "£10/week"),
        ("10p a mile", "p a mile", "10p/mile"),
        ("4 days a week", "days a week", "4 days/week"),
        ("2½ days a week", "days a week", "2½ days/week"),
    ],
)
def test_names_what_to_write_for_a_unit(text: str, unit: str, write: str) -> None:
    """Of what stands for a known unit, the very text to write is told, and it can be read."""
    with pytest.raises(ValueError, match="unit") as refused:
        Amount.parse(text)
    assert str(refused.value) == f"found '{text}', with the unknown unit '{unit}'; write {write}"
    assert Amount.parse(write)


@pytest.mark.parametrize(
    ("text", "unit", "write"),
    [
        ("£5/hr", "£/hr", "£5/hour"),
        ("£5 per hr", "£ per hr", "£5/hour"),
        ("35 hrs/week", "hrs/week", "35 hours/week"),
        ("35 hrs per week", "hrs per week", "35 hours/week"),
        ("35 hours/wk", "hours/wk", "35 hours/week"),
        ("35 hours pw", "hours pw", "35 hours/week"),
        ("£1,500 per annum", "£ per annum", "£1,500/year"),
        ("-5 pence", "pence", "-5p"),
        ("-5 pounds", "pounds", "-£5"),
        ("1 min", "min", "1 minute"),
        ("at least 12 hrs", "hrs", "at least 12 hours"),
        ("£5m per yr", "£ per yr", "£5m/year"),
        ("2 million hrs", "hrs", "2 million hours"),
    ],
)
def test_loses_nothing_of_what_was_written(text: str, unit: str, write: str) -> None:
    """What to write says no less than what was found: its sign, and both sides of `per`."""
    with pytest.raises(ValueError, match="unit") as refused:
        Amount.parse(text)
    assert str(refused.value) == f"found '{text}', with the unknown unit '{unit}'; write {write}"


@pytest.mark.parametrize(
    ("text", "write"),
    [
        ("£5M", "£5m for millions, or the number in full"),
        ("£5Mn", "£5m for millions, or the number in full"),
        ("£5M/year", "£5m/year for millions, or the number in full"),
        ("£5B", "£5bn for billions, or the number in full"),
        ("£5k", "the number in full"),
        ("5k", "the number in full"),
        ("£10-12", "£10 to £12"),
        ("£10–£12/hour", "£10/hour to £12/hour"),
        ("10-12%", "10% to 12%"),
        ("10 — 12 clinics", "10 clinics to 12 clinics"),
    ],
)
def test_names_what_to_write_for_scales_and_dashes(text: str, write: str) -> None:
    """A scale that may be two, and a dash that may be a minus, are told how to write."""
    with pytest.raises(ValueError, match="write") as refused:
        Amount.parse(text)
    told = str(refused.value)
    assert told.startswith(f"found '{text}', with the unknown unit '")
    assert told.endswith(f"'; write {write}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5m", "`m` is for money; write 5 million and what it is of"),
        ("1.5bn people", "`bn` is for money; write 1.5 billion and what it is of"),
        ("GBP 15/hour", "write £15/hour"),
        ("-GBP 15", "write -£15"),
        ("EUR 3", "write €3"),
    ],
)
def test_says_which_sign_of_money_and_scale(text: str, message: str) -> None:
    """Pounds and euros have their signs, and short scales are money's."""
    with pytest.raises(ValueError, match="write") as refused:
        Amount.parse(text)
    assert str(refused.value) == f"found '{text}'; {message}"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("12 days off", "days off"),
        ("12 clinics in town", "clinics in town"),
        ("5 for all", "for all"),
        ("5 more staff", "more staff"),
        ("2 full time posts at sea now", "full time posts at sea now"),
        ("1 2", "2"),
        ("5/day", "/day"),
        ("5 per day", "per day"),
        ("10 a week", "a week"),
        ("5 percentage points per year", "percentage points per year"),
        ("£5 people", "£ people"),
        ("£5p", "£ p"),
        ("NOK 5 crowns", "NOK crowns"),
        ("12 U.S. dollars", "U.S. dollars"),
        ("5 days per 2 weeks", "days per 2 weeks"),
        ("5 people!", "people!"),
        ("1e3", "e3"),
        ("12.", "."),
        ("1,0000", "0"),
        ("5% to", "% to"),
        ("5% +", "% +"),
        ("5 cups/hour/day/week", "cups/hour/day/week"),
        ("10000/3", "/3"),
    ],
)
def test_refuses_what_is_no_noun(text: str, unit: str) -> None:
    """Words that join another thing to say, more than four of them, and signs are no unit."""
    with pytest.raises(ValueError, match="unit") as refused:
        Amount.parse(text)
    assert str(refused.value) == f"found '{text}', with the unknown unit '{unit}'; {ALLOWED}"


def test_a_unit_alone_is_a_plain_number() -> None:
    """Where nothing is counted, the unit is that of plain numbers."""
    assert Amount.parse("12").unit == Unit("")
