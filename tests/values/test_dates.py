"""Dates known to the day, the month or the year, and pay years."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import Date
from pcs_scorecard.values.dates import parse_period

ALLOWED = "allowed is a date: 2023-06-02, 2023-06 (day not known) or 2023"


@pytest.mark.parametrize(
    ("text", "last", "says"),
    [
        ("2023-06-02", (2023, 6, 2), "2 June 2023"),
        ("2023-06", (2023, 6, 30), "June 2023"),
        ("2023", (2023, 12, 31), "2023"),
        ("2023-01", (2023, 1, 31), "January 2023"),
        ("2023-02", (2023, 2, 28), "February 2023"),
        ("2024-02", (2024, 2, 29), "February 2024"),
        ("2024-02-29", (2024, 2, 29), "29 February 2024"),
        ("1900-02", (1900, 2, 28), "February 1900"),
        ("2000-02", (2000, 2, 29), "February 2000"),
        ("2023-12", (2023, 12, 31), "December 2023"),
        ("0001-01-01", (1, 1, 1), "1 January 0001"),
        ("9999", (9999, 12, 31), "9999"),
    ],
)
def test_counts_from_the_last_day_it_could_mean(
    text: str, last: tuple[int, int, int], says: str
) -> None:
    """A date keeps its text, counts from the last day it could mean, and is told in words."""
    date = Date.parse(text)
    assert (date.text, date.last, str(date)) == (text, datetime.date(*last), says)


@pytest.mark.parametrize(
    "text",
    ["2023-02-29", "1900-02-29", "2023-04-31", "2023-13", "2023-00", "2023-06-00", "0000"],
)
def test_refuses_a_date_that_does_not_exist(text: str) -> None:
    """A day, month or year that no calendar has is refused as such."""
    with pytest.raises(ValueError, match="exist") as refused:
        Date.parse(text)
    assert str(refused.value) == f"found '{text}', a date that does not exist"


@pytest.mark.parametrize(
    "text",
    [
        "10000",
        "23",
        "2023-6-2",
        "2 June 2023",
        "2023/06",
        "02-06-2023",
        "2023-06-02T10:00",
        "２０２３",
    ],
)
def test_refuses_another_form(text: str) -> None:
    """What is no date in the three forms is refused with the forms that are allowed."""
    with pytest.raises(ValueError, match="allowed") as refused:
        Date.parse(text)
    assert str(refused.value) == f"found '{text}'; {ALLOWED}"


def test_cuts_what_it_found() -> None:
    """A text too long for one line is cut in the message."""
    with pytest.raises(ValueError, match="allowed") as refused:
        Date.parse("2" * 10_000)
    assert str(refused.value) == f"found '{'2' * 57}'…; {ALLOWED}"


@given(st.dates())
def test_every_day_has_its_date(day: datetime.date) -> None:
    """A day's date reads back from its text, and its month and year end where the next begin."""
    date = Date.of(day)
    assert Date.parse(date.text) == date
    assert date.last == day
    month, year = Date.parse(date.text[:7]).last, Date.parse(date.text[:4]).last
    assert (month.year, month.month) == (day.year, day.month)
    assert (year.year, year.month, year.day) == (day.year, 12, 31)
    if month < datetime.date.max:
        assert (month + datetime.timedelta(days=1)).day == 1


@given(st.text(max_size=12) | st.text("0123456789-", max_size=12))
def test_any_other_text_is_a_value_error(text: str) -> None:
    """Whatever the text, it is read as it stands or refused with a ValueError."""
    try:
        date = Date.parse(text)
    except ValueError:
        return
    assert date.last.isoformat().startswith(text)


@pytest.mark.parametrize("text", ["2022/23", "1999/00", "2009/10", "9999/00"])
def test_reads_a_pay_year(text: str) -> None:
    """Two years in a row are a pay year, also across a century."""
    assert parse_period(text) == text


@pytest.mark.parametrize(
    "text", ["2022/24", "2022/22", "2022-23", "2022/2023", "22/23", "2022", "2022/23 ", "No"]
)
def test_refuses_another_pay_year(text: str) -> None:
    """Anything but two years in a row is refused with an example."""
    with pytest.raises(ValueError, match="pay year") as refused:
        parse_period(text)
    assert str(refused.value) == (
        f"found '{text}'; allowed is a pay year, two years in a row: 2022/23"
    )


def test_cuts_what_it_found_for_a_pay_year() -> None:
    """A text too long for one line is cut in this message too."""
    with pytest.raises(ValueError, match="pay year") as refused:
        parse_period("2" * 10_000)
    assert str(refused.value) == (
        f"found '{'2' * 57}'…; allowed is a pay year, two years in a row: 2022/23"
    )
