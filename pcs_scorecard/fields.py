"""How the records of a file are declared: every field says how its text is read and what it means.

The reader, the data dictionary and the tests take both from here.
"""

from __future__ import annotations

from collections.abc import Iterator
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


def records(value: Any) -> Iterator[Any]:
    """Yield a record and every record in it, or those of a tuple."""
    if isinstance(value, tuple):
        for each in value:
            yield from records(each)
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            if "reads" in field.metadata:
                yield from records(getattr(value, field.name))


def references(record: Any) -> Iterator[tuple[str, str]]:
    """Yield every section and id that the fields of one record name."""
    for field in attrs.fields(type(record)):
        how = field.metadata.get("reads")
        target = how[0] if isinstance(how, list) else how
        if isinstance(target, str) and target.startswith("-> "):
            value = getattr(record, field.name)
            for name in value if isinstance(value, tuple) else (value,):
                if name is not None:
                    yield target[3:], name


DATE_PRINTED = ("text", "the date as printed, where it is not the likely one")
DATE_NOTE = ("text", "how the date is known, where the document does not print it")
