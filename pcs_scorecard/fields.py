"""How the records of a file are declared: every field says how its text is read and what it means.

The reader, the data dictionary and the tests take both from here.
"""

from __future__ import annotations

from typing import Any

import attrs

Place = tuple[str, int, int]
"""Where a record stands: its file, the line and the column, both counted from 1."""


def told(place: Place) -> str:
    """Return a place as editors understand it: file:line:column."""
    return ":".join(map(str, place))


def reads(how: Any, says: str) -> dict[str, Any]:
    """Return a field's metadata: how its text is read, and what it means.

    `how` is a name of the reader's ("id", "text", "quote", "date", "period", "amount", "yes"),
    a vocabulary, a record class, or "-> section" for the id of a record in that section; or a
    list of one of these.
    """
    return {"reads": how, "says": says}


def optional(how: Any, says: str) -> Any:
    """Return a field that may be left out."""
    return attrs.field(default=None, metadata=reads(how, says))


def several(how: Any, says: str) -> Any:
    """Return a field for a list that may be left out."""
    return attrs.field(default=(), metadata=reads([how], says))


def place_field() -> Any:
    """Return the field that keeps where a record stands; it is no part of the record's value."""
    return attrs.field(default=None, eq=False, repr=False)


DATE_PRINTED = ("text", "the date as printed, where it is not the likely one")
DATE_NOTE = ("text", "how the date is known, where the document does not print it")
