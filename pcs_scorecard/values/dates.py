"""Dates known to the day, the month or the year, and pay years."""

from __future__ import annotations

import datetime
import functools
import re

import attrs

from pcs_scorecard.values.messages import shown

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PERIOD = re.compile(r"([0-9]{4})/([0-9]{2})")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


ALLOWED_DATE = "a date: 2023-06-02, 2023-06 (day not known) or 2023"
ALLOWED_PERIOD = "a pay year, two years in a row: 2022/23"


@attrs.frozen
class Date:
    """A date as far as it is known: ``2023-06-02``, ``2023-06`` or ``2023``.

    A fact known only to the month or the year counts from ``last``, the last day it could mean.
    """

    text: str
    last: datetime.date = attrs.field(eq=False, repr=False)

    @classmethod
    def parse(cls, text: str) -> Date:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; raise ValueError for anything else."""
        found = _DATE.fullmatch(text)
        if found is None:
            raise ValueError(f"found {shown(text)}; allowed is {ALLOWED_DATE}")
        year, month, day = int(found[1]), int(found[2] or 12), int(found[3] or 0)
        for last in (day,) if found[3] else (31, 30, 29, 28):
            try:
                return cls(text, datetime.date(year, month, last))
            except ValueError:  # no such day in this month, or no such month or year
                continue
        raise ValueError(f"found {text!r}, a date that does not exist")

    @classmethod
    def of(cls, day: datetime.date) -> Date:
        """Return the date of a known day."""
        return cls(day.isoformat(), day)

    @property
    def first(self) -> datetime.date:
        """The first day it could mean."""
        unknown = 2 - self.text.count("-")
        if not unknown:
            return self.last
        return self.last.replace(day=1) if unknown == 1 else self.last.replace(month=1, day=1)

    @property
    def when(self) -> str:
        """The date in words with its preposition: on 2 June 2023, in June 2023."""
        return f"{'on' if self.text.count('-') == 2 else 'in'} {self}"

    @property
    def end(self) -> str:
        """The last day in words: 2 June 2023, the end of June 2023, the end of 2023."""
        return f"{'' if self.text.count('-') == 2 else 'the end of '}{self}"

    def __str__(self) -> str:
        """Return the date in words: 2 June 2023, June 2023, 2023."""
        return _in_words(self.text)


@functools.lru_cache(4096)
def _in_words(text: str) -> str:
    year, *rest = text.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def on_record(date: Date | None, day: datetime.date) -> bool:
    """Tell whether what bears this date is on record by a day; what is undated always is."""
    return date is None or date.last <= day


def parse_period(text: str) -> str:
    """Read a pay year, ``2022/23``; raise ValueError for anything else."""
    found = _PERIOD.fullmatch(text)
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]):
        raise ValueError(f"found {shown(text)}; allowed is {ALLOWED_PERIOD}")
    return text
