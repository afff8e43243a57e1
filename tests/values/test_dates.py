"""Dates known to the day, the month, the year or a span, and the years that pay is for."""

from __future__ import annotations

import datetime

import pytest
from helpers.yaml_files import LISTS
from hypothesis import assume, given
from hypothesis import strategies as st

from pcs_scorecard import Date, Period
from pcs_scorecard.values.dates import known, on_record

ALLOWED = f"allowed is {LISTS['<dates>']}"
ALLOWED_YEARS = f"allowed is {LISTS['<periods>']}"


@pytest.mark.parametrize(
    ("text", "first", "last", "says"),
    [
        ("2023-06-02", (2023, 6, 2), (2023, 6, 2), "2 June 2023"),
        ("2023-06", (2023, 6, 1), (2023, 6, 30), "June 2023"),
        ("2023", (2023, 1, 1), (2023, 12, 31), "2023"),
        ("2023-01", (2023, 1, 1), (2023, 1, 31), "January 2023"),
        ("2023-02", (2023, 2, 1), (2023, 2, 28), "February 2023"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "February 2024"),
        ("2024-02-29", (2024, 2, 29), (2024, 2, 29), "29 February 2024"),
        ("1900-02", (1900, 2, 1), (1900, 2, 28), "February 1900"),
        ("2000-02", (2000, 2, 1), (2000, 2, 29), "February 2000"),
        ("2023-12", (2023, 12, 1), (2023, 12, 31), "December 2023"),
        ("0001-01-01", (1, 1, 1), (1, 1, 1), "1 January 0001"),
        ("9999", (9999, 1, 1), (9999, 12, 31), "9999"),
        ("2023-03 to 2023-05", (2023, 3, 1), (2023, 5, 31), "March to May 2023"),
        ("2023-12 to 2024-02", (2023, 12, 1), (2024, 2, 29), "December 2023 to February 2024"),
        ("2023-06-02 to 2023-06-05", (2023, 6, 2), (2023, 6, 5), "2 June to 5 June 2023"),
        ("2023-06-02 to 2023-07", (2023, 6, 2), (2023, 7, 31), "2 June 2023 to July 2023"),
        ("2022 to 2024", (2022, 1, 1), (2024, 12, 31), "2022 to 2024"),
        ("2023 to 2023-06", (2023, 1, 1), (2023, 6, 30), "2023 to June 2023"),
        ("2023-06 to 2023-06", (2023, 6, 1), (2023, 6, 30), "June to June 2023"),
    ],
)
def test_counts_from_the_last_day_it_could_mean(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int], says: str
) -> None:
    """A date keeps its text, means any day from its first to its last, and is told in words."""
    date = Date.parse(text)
    days = datetime.date(*first), datetime.date(*last)
    assert (date.text, (date.first, date.last), str(date)) == (text, days, says)
    assert not date.reported


@pytest.mark.parametrize(
    ("text", "when", "end"),
    [
        ("2023-06-02", "on 2 June 2023", "2 June 2023"),
        ("2023-06", "in June 2023", "the end of June 2023"),
        ("2023", "in 2023", "the end of 2023"),
        ("2023-03 to 2023-05", "between March and May 2023", "the end of May 2023"),
        ("2022 to 2024", "between 2022 and 2024", "the end of 2024"),
        ("2023-12 to 2024-01-05", "between December 2023 and 5 January 2024", "5 January 2024"),
    ],
)
def test_is_told_in_a_sentence(text: str, when: str, end: str) -> None:
    """A date stands in a sentence with its preposition, and its last day as an end."""
    date = Date.parse(text)
    assert (date.when, date.end) == (when, end)


@pytest.mark.parametrize(
    "text",
    [
        *("2023-02-29", "1900-02-29", "2023-04-31", "2023-13", "2023-00", "2023-06-00"),
        *("2023-00-05", "0000", "0000-01-01", "2023-06 to 2023-13", "2023-02-30 to 2023-06"),
    ],
)
def test_refuses_a_date_that_does_not_exist(text: str) -> None:
    """A day, month or year that no calendar has is refused as such, at either end of a span."""
    with pytest.raises(ValueError, match="exist") as refused:
        Date.parse(text)
    assert str(refused.value) == f"found '{text}', a date that does not exist"


@pytest.mark.parametrize(
    "text",
    [
        *("10000", "23", "2023-6-2", "2 June 2023", "2023/06", "02-06-2023", "2023-06-02T10:00"),
        *("２０２３", "spring 2023", "2023-03 - 2023-05", "2023-03 to", "to 2023", "2023 to"),
        *("2023-03 to 2023-04 to 2023-05", "2023-03  to 2023-05", "2023-03 to May", ""),
    ],
)
def test_refuses_another_form(text: str) -> None:
    """What is no date and no span of two is refused with the forms that are allowed."""
    with pytest.raises(ValueError, match="allowed") as refused:
        Date.parse(text)
    assert str(refused.value) == f"found '{text}'; {ALLOWED}"


@pytest.mark.parametrize("text", ["2023-05 to 2023-03", "2024 to 2023", "2023-06-02 to 2023-06-01"])
def test_refuses_a_span_that_goes_backwards(text: str) -> None:
    """A span ends no earlier than it begins, and the right order is told."""
    with pytest.raises(ValueError, match="span") as refused:
        Date.parse(text)
    end, _, start = text.partition(" to ")
    assert str(refused.value) == (
        f"found '{text}', a span whose end lies before its start; write {start} to {end}"
    )


def test_cuts_what_it_found() -> None:
    """A text too long for one line is cut in the message."""
    with pytest.raises(ValueError, match="allowed") as refused:
        Date.parse("2" * 10_000)
    assert str(refused.value) == f"found '{'2' * 57}'…; {ALLOWED}"


def test_what_is_reported_may_have_been_long_before() -> None:
    """What is first reported on a day was then or earlier: later than nothing, and on record then."""
    day = Date.parse("2023-07-13")
    reported = day.as_reported()
    assert (reported.reported, reported.last) == (True, day.last)
    assert reported != day
    assert not reported.after(Date.parse("1999"))
    assert Date.parse("2023-07-14").after(reported)
    assert reported.when == "on 13 July 2023"


DATES = st.builds(
    "{}{}".format,
    st.integers(2021, 2024),
    st.sampled_from(["", *(f"-{month:02}" for month in range(1, 13)), "-02-28", "-03-01"]),
)
"""Texts of dates known to the year, the month or the day."""


@st.composite
def dates(draw: st.DrawFn) -> Date:
    """Return dates, of which some are spans and some reported."""
    start, end = draw(DATES), draw(DATES)
    date = Date.parse(start)
    if draw(st.booleans()) and Date.parse(end).last >= date.first:
        date = Date.parse(f"{start} to {end}")
    return date.as_reported() if draw(st.booleans()) else date


@given(dates(), dates(), st.data())
def test_later_is_later_on_every_day_that_both_could_mean(
    one: Date, other: Date, data: st.DataObject
) -> None:
    """A date is only called later than another where no days of theirs say otherwise."""
    first = data.draw(st.dates(one.first, one.last))
    second = data.draw(st.dates(other.first, other.last))
    if one.after(other):
        assert first > second
        assert not other.after(one)
    assert not one.after(one)
    assert on_record(one, one.last)
    assert not on_record(one, one.last - datetime.timedelta(days=1))


@given(dates())
def test_a_span_means_all_that_its_ends_mean(date: Date) -> None:
    """A span goes from the first day of its start to the last of its end."""
    assume(not date.reported)
    start, _, end = date.text.partition(" to ")
    assert date.first == Date.parse(start).first
    assert date.last == Date.parse(end or start).last
    assert date.first <= date.last


@given(st.dates())
def test_every_day_has_its_date(day: datetime.date) -> None:
    """A day's date reads back from its text, and its month and year end where the next begin."""
    date = Date.of(day)
    assert Date.parse(date.text) == date
    assert (date.first, date.last) == (day, day)
    month, year = Date.parse(date.text[:7]), Date.parse(date.text[:4])
    assert (month.last.year, month.last.month) == (day.year, day.month)
    assert month.first == day.replace(day=1)
    assert (year.first, year.last) == (
        datetime.date(day.year, 1, 1),
        datetime.date(day.year, 12, 31),
    )
    if month.last < datetime.date.max:
        assert (month.last + datetime.timedelta(days=1)).day == 1


@given(
    st.text(max_size=12) | st.text("0123456789-", max_size=12) | st.text("0123- to", max_size=24)
)
def test_any_other_text_is_a_value_error(text: str) -> None:
    """Whatever the text, it is read as it stands or refused with a ValueError."""
    try:
        date = Date.parse(text)
    except ValueError:
        return
    start, _, end = text.partition(" to ")
    assert date.first.isoformat().startswith(start)
    assert date.last.isoformat().startswith(end or start)


def test_what_must_have_a_date_has_one() -> None:
    """A record that must have a date is asked for it by name of what is missing; others need none."""
    date = Date.parse("2023")
    assert known(date) is date
    with pytest.raises(ValueError, match="no document with one reports it"):
        known(None)
    assert on_record(None, datetime.date(1900, 1, 1))


# The years that something is for ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "pay", "first", "last", "says"),
    [
        ("2022/23", True, 2022, 2022, "2022/23"),
        ("2022-23", True, 2022, 2022, "2022/23"),
        ("2022–23", True, 2022, 2022, "2022/23"),
        ("2022/2023", True, 2022, 2022, "2022/23"),
        ("1999/00", True, 1999, 1999, "1999/00"),
        ("1999-2000", True, 1999, 1999, "1999/00"),
        ("2009/10", True, 2009, 2009, "2009/10"),
        ("2023", False, 2023, 2023, "2023"),
        ("2022/23 to 2024/25", True, 2022, 2024, "2022/23 to 2024/25"),
        ("2022-23 to 2024–25", True, 2022, 2024, "2022/23 to 2024/25"),
        ("2022/23 to 2022/23", True, 2022, 2022, "2022/23"),
        ("2022 to 2024", False, 2022, 2024, "2022 to 2024"),
    ],
)
def test_reads_the_years_that_something_is_for(
    text: str,
    pay: bool,  # noqa: FBT001 - a table's cell
    first: int,
    last: int,
    says: str,
) -> None:
    """A pay year is two years in a row in any of three spellings; runs of one kind are read too."""
    period = Period.parse(text)
    assert (period.text, period.pay, period.first, period.last) == (text, pay, first, last)
    assert str(period) == says
    assert Period.parse(says) == period


@pytest.mark.parametrize(
    "text",
    [
        *("22/23", "2022/23 ", "No", "", "2022/3", "0000", "2022 /23", "2022_23", "2022/23/24"),
        *("2022/23 to 2023/24 to 2024/25", "2022 to", "April 2022", "２０２２"),
    ],
)
def test_refuses_other_years(text: str) -> None:
    """What is no year is refused with what is allowed."""
    with pytest.raises(ValueError, match="allowed") as refused:
        Period.parse(text)
    assert str(refused.value) == f"found '{text}'; {ALLOWED_YEARS}"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2022/23 to 2023", f"a run from a pay year to a calendar year; {ALLOWED_YEARS}"),
        ("2022 to 2023/24", f"a run from a calendar year to a pay year; {ALLOWED_YEARS}"),
        (
            "2024/25 to 2022/23",
            "a run whose end lies before its start; write 2022/23 to 2024/25",
        ),
        ("2024 to 2022", "a run whose end lies before its start; write 2022 to 2024"),
    ],
)
def test_refuses_a_run_of_both_kinds_or_backwards(text: str, wrong: str) -> None:
    """A run is of years of one kind and in their order, and what is wrong with it is told."""
    with pytest.raises(ValueError, match="a run") as refused:
        Period.parse(text)
    assert str(refused.value) == f"found '{text}', {wrong}"


@pytest.mark.parametrize(
    "text", ["2022/24", "2022/22", "2022-2024", "2022/21", "2022–2022", "2022-04"]
)
def test_refuses_two_years_that_are_not_in_a_row(text: str) -> None:
    """A pay year begins in one year and ends in the next."""
    with pytest.raises(ValueError, match="in a row") as refused:
        Period.parse(text)
    assert str(refused.value) == (
        f"found '{text}', which are no two years in a row; {ALLOWED_YEARS}"
    )


def test_cuts_what_it_found_for_years() -> None:
    """A text too long for one line is cut in this message too."""
    with pytest.raises(ValueError, match="pay year") as refused:
        Period.parse("2" * 10_000)
    assert str(refused.value) == f"found '{'2' * 57}'…; {ALLOWED_YEARS}"


@pytest.mark.parametrize(
    ("one", "other", "meets", "contains"),
    [
        ("2022/23", "2022-23", True, True),
        ("2022/23", "2023/24", False, False),
        ("2022/23 to 2024/25", "2023/24", True, True),
        ("2023/24", "2022/23 to 2024/25", True, False),
        ("2022/23 to 2023/24", "2023/24 to 2024/25", True, False),
        ("2022", "2022", True, True),
        ("2021 to 2022", "2023", False, False),
    ],
)
def test_knows_which_years_are_in_both(one: str, other: str, meets: bool, contains: bool) -> None:  # noqa: FBT001 - a table's cells
    """Two periods meet in a year that both are for, and one may be wholly within the other."""
    first, second = Period.parse(one), Period.parse(other)
    assert (first.meets(second), second in first) == (meets, contains)
    assert second.meets(first) == meets


@given(st.integers(1000, 9998), st.integers(0, 9))
def test_a_period_reads_back(first: int, more: int) -> None:
    """What is written of a run of years is read as the same run, of the same kind."""
    last = min(first + more, 9999)
    ends = str(first), str(last)
    assert str(Period.parse(" to ".join(ends))) == " to ".join(dict.fromkeys(ends))
    pay = [f"{year}/{(year + 1) % 100:02}" for year in (first, last)]
    assert str(Period.parse(" to ".join(pay))) == " to ".join(dict.fromkeys(pay))
