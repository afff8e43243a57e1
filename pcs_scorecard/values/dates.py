"""Dates known to the day, the month, the year or a span, and the years that pay is for."""

from __future__ import annotations

import datetime
import functools
import re

import attrs

from pcs_scorecard.values.messages import shown
from pcs_scorecard.values.value import Value

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PAY_YEAR = re.compile(r"([0-9]{4})[/–-]([0-9]{2}|[0-9]{4})")
_YEAR = re.compile(r"[0-9]{4}")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

ALLOWED_DATE = (
    "a date: 2023-06-02, 2023-06 (day not known), 2023, or a span 2023-03 to 2023-05 (a season is "
    "written as the span that is meant)"
)
ALLOWED_PERIOD = (
    "a pay year 2022/23, a calendar year 2023, or a run of one kind: 2022/23 to 2024/25"
)


@attrs.frozen(eq=False, repr=False)
class Date(Value):
    """A date as far as it is known: ``2023-06-02``, ``2023-06``, ``2023`` or ``2023-03 to 2023-05``.

    What happened then may have happened on any day from ``first`` to ``last``, and counts from the
    last. Two dates are only called earlier, later or late where every day they could mean is.
    """

    text: str
    first: datetime.date = attrs.field(eq=False, repr=False)
    last: datetime.date = attrs.field(eq=False, repr=False)
    reported: bool = False
    """Whether it is the day of the first report of something, which may have been long before."""

    @classmethod
    def parse(cls, text: str) -> Date:
        """Read a date or a span; raise ValueError for anything else."""
        start, to, end = text.partition(" to ")
        first, last = _days(start, text), _days(end if to else start, text)
        if last[1] < first[0]:
            raise ValueError(
                f"found {shown(text)}, a span whose end lies before its start; write {end} to {start}"
            )
        return cls(text, first[0], last[1])

    @classmethod
    def of(cls, day: datetime.date) -> Date:
        """Return the date of a known day."""
        return cls(day.isoformat(), day, day)

    def as_reported(self) -> Date:
        """Return the date of something that is first reported then: any day up to it."""
        return attrs.evolve(self, first=datetime.date.min, reported=True)

    def after(self, other: Date) -> bool:
        """Tell whether it is certainly later than another."""
        return self.first > other.last

    @property
    def when(self) -> str:
        """The date in words with its preposition: on 2 June 2023, in June 2023."""
        if " to " in self.text:
            return f"between {self._ends(' and ')}"
        return f"{'on' if self.text.count('-') == 2 else 'in'} {self}"

    @property
    def end(self) -> str:
        """The last day in words: 2 June 2023, the end of June 2023, the end of 2023."""
        last = self.text.rpartition(" to ")[2]
        return f"{'' if last.count('-') == 2 else 'the end of '}{_in_words(last)}"

    def __str__(self) -> str:
        """Return the date in words: 2 June 2023, June 2023, 2023, March to May 2023."""
        return self._ends(" to ")

    def _ends(self, between: str) -> str:
        start, to, end = self.text.partition(" to ")
        if not to:
            return _in_words(start)
        one, other = _in_words(start), _in_words(end)
        # In one year it is said once: March to May 2023.
        if "-" in start and start[:4] == end[:4] and start.count("-") == end.count("-"):
            one = one.removesuffix(f" {start[:4]}")
        return one + between + other


def _days(text: str, whole: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day that one end of a date could mean."""
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(f"found {shown(whole)}; allowed is {ALLOWED_DATE}")
    year, month, day = (int(each) if each else 0 for each in found.groups())
    for last in (day,) if day or found[3] else (31, 30, 29, 28):
        try:
            end = datetime.date(year, month if found[2] else 12, last)
            return (end if found[3] else end.replace(month=month or 1, day=1)), end
        except ValueError:  # no such day in this month, or no such month or year
            continue
    raise ValueError(f"found {shown(whole)}, a date that does not exist")


@functools.lru_cache(4096)
def _in_words(text: str) -> str:
    year, *rest = text.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def known(date: Date | None) -> Date:
    """Return the date of a record that must have one; raise ValueError where it has none."""
    if date is None:
        raise ValueError("a record that needs a date has none, and no document with one reports it")
    return date


def on_record(date: Date | None, day: datetime.date) -> bool:
    """Tell whether what bears this date is on record by a day; what is undated always is."""
    return date is None or date.last <= day


@attrs.frozen(eq=False, repr=False)
class Period(Value):
    """The years that something is for: pay years, or calendar years, one or several in a row."""

    text: str = attrs.field(eq=False)
    pay: bool
    """Whether they are pay years, which begin in one calendar year and end in the next."""
    first: int
    last: int

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``2022/23``, ``2023`` or a run of either; raise ValueError for anything else."""
        start, to, end = text.partition(" to ")
        (pay, first), (other, last) = _year(start, text), _year(end if to else start, text)
        if pay != other:
            raise ValueError(
                f"found {shown(text)}, a run from a {'pay' if pay else 'calendar'} year to a "
                f"{'pay' if other else 'calendar'} year; allowed is {ALLOWED_PERIOD}"
            )
        if last < first:
            raise ValueError(
                f"found {shown(text)}, a run whose end lies before its start; write {end} to {start}"
            )
        return cls(text, pay, first, last)

    def __contains__(self, other: Period) -> bool:
        """Tell whether all years of another are among these."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Period) -> bool:
        """Tell whether some year is in both."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        """Return the years as they are written here: 2022/23, 2023, 2022/23 to 2024/25."""
        ends = dict.fromkeys((self.first, self.last))
        return " to ".join(
            f"{year}/{(year + 1) % 100:02}" if self.pay else f"{year}" for year in ends
        )


def _year(text: str, whole: str) -> tuple[bool, int]:
    """Return whether one end of a period is a pay year, and the calendar year in which it begins."""
    if _YEAR.fullmatch(text) and text != "0000":
        return False, int(text)
    found = _PAY_YEAR.fullmatch(text)
    if found:
        first, last = int(found[1]), found[2]
        if (first + 1) % 10 ** len(last) == int(last):
            return True, first
        raise ValueError(
            f"found {shown(whole)}, which are no two years in a row; allowed is {ALLOWED_PERIOD}"
        )
    raise ValueError(f"found {shown(whole)}; allowed is {ALLOWED_PERIOD}")
