"""How the records of a file are declared: every field says how its text is read and what it means.

The reader, the JSON Schema, the data dictionary, the pages and the tests take all of it from here:
a field is one line in the class of its record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any

import attrs

from pcs_scorecard.values.amounts import Amount
from pcs_scorecard.values.messages import file_name, shown, to_write
from pcs_scorecard.values.value import Value

Place = tuple[str, int, int]
"""Where a record stands: its file, the line and the column, both counted from 1."""

Complaints = Sequence[tuple[str, str]]
"""Pairs of a field of a record, or "" for the record itself, and what is wrong with it."""

Constraints = dict[type, tuple[Callable[[Any], Complaints], frozenset[str]]]
"""What must hold inside one record beyond the type of each field, by the record's class.

With each stand the fields without which it always holds; of a required field that is never.
"""


def told(place: Place) -> str:
    """Return a place as editors understand it: file:line:column."""
    file, line, column = place
    return f"{file_name(file)}:{line}:{column}"


@attrs.frozen(eq=False, repr=False)
class Ref(Value):
    """A field that holds the id of a record in a section of the file."""

    section: str


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Field(Value):
    """What is declared of one field of a record."""

    name: str
    holds: str | type | Ref
    """A type of scalar by name, a vocabulary, the class of a record, or the id of a record."""
    many: bool
    """Whether it holds a list of these."""
    alone: bool
    """Whether one of them may stand without a list."""
    default: Any
    """What it holds where the key is left out; attrs.NOTHING where it must not be."""
    says: str
    """What it means, in the words of the dictionary."""
    words: str
    """How a value is written in a sentence, with {} for the value; "" where it is not."""

    @cached_property
    def key(self) -> str:
        """Its key in YAML: its name, without what keeps it apart from a word of Python."""
        return self.name.rstrip("_")

    @cached_property
    def required(self) -> bool:
        """Whether it must not be left out."""
        return self.default is attrs.NOTHING

    @cached_property
    def section(self) -> str:
        """The section whose ids it holds, or ""."""
        return self.holds.section if isinstance(self.holds, Ref) else ""

    @cached_property
    def record(self) -> type | None:
        """The class of the records in it, or None where it holds none."""
        return self.holds if isinstance(self.holds, type) and attrs.has(self.holds) else None


_KEY = "declared"


def field(
    holds: Any,
    says: str,
    *,
    words: str = "",
    many: bool = False,
    alone: bool = False,
    default: Any = attrs.NOTHING,
) -> Any:
    """Return a field of a record; without a default it is required."""
    declared = {"holds": holds, "says": says, "words": words, "many": many, "alone": alone}
    return attrs.field(default=default, metadata={_KEY: declared})


def optional(holds: Any, says: str, words: str = "") -> Any:
    """Return a field that may be left out."""
    return field(holds, says, words=words, default=None)


def several(holds: Any, says: str) -> Any:
    """Return a field for a list that may be left out."""
    return field(holds, says, many=True, default=())


def place_field() -> Any:
    """Return the field that keeps where a record stands; it is no part of the record's value."""
    return attrs.field(default=None, eq=False, repr=False)


def fields_of(record: type) -> tuple[Field, ...]:
    """Return what is declared of the fields of a record's class, in order."""
    if record not in _FIELDS:
        _FIELDS[record] = tuple(
            Field(name=each.name, default=each.default, **each.metadata[_KEY])
            for each in attrs.fields(record)
            if _KEY in each.metadata
        )
    return _FIELDS[record]


_FIELDS: dict[type, tuple[Field, ...]] = {}


def records(value: Any) -> Iterator[Any]:
    """Yield a record and every record in it, or those of a tuple."""
    if isinstance(value, tuple):
        for each in value:
            yield from records(each)
    elif attrs.has(type(value)):
        yield value
        for name in _holding_records(value.__class__):
            if held := getattr(value, name):
                yield from records(held)


@cache
def _holding_records(record: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields_of(record) if each.record is not None)


def references(record: Any) -> Iterator[tuple[str, str]]:
    """Yield every section and id that the fields of one record name."""
    for section, field_name in _naming_records(record.__class__):
        value = getattr(record, field_name)
        for name in value if isinstance(value, tuple) else (value,):
            if name is not None:
                yield section, name


@cache
def _naming_records(record: type) -> tuple[tuple[str, str], ...]:
    return tuple((each.section, each.name) for each in fields_of(record) if each.section)


def in_words(record: Any) -> Iterator[str]:
    """Yield each field that has something to say as it stands in a sentence."""
    for each in fields_of(type(record)):
        value = getattr(record, each.name)
        if each.words and value:
            if isinstance(value, tuple):
                value = ", then ".join(
                    one if isinstance(one, str) else " ".join(in_words(one)) for one in value
                )
            yield each.words.format(value)


# What most records have ---------------------------------------------------------------------

DATE_PRINTED = ("text", "the date as printed, where it is not the likely one")
DATE_NOTE = ("text", "how the date is known, where the document does not print it")


def dated(record: Any) -> list[tuple[str, str]]:
    """Return what is wrong with the date of a record that has one."""
    if record.date_printed and not record.date_note:
        return [("date_printed", "differs from `date`; say in `date_note` why")]
    return []


def bare_complaints(record: Any) -> list[tuple[str, str]]:
    """Return which amounts of some terms are numbers of nothing."""
    complaints = []
    for name in _amounts_of(record.__class__):
        amount = getattr(record, name)
        if amount is not None and amount.formula is None and not amount.unit.key:
            found = to_write(amount.text)
            remedy = (
                f"{found}% or £{found}"
                if found.replace(",", "").isdecimal()
                else "its unit behind each number, 10% or £10"
            )
            complaints.append(
                (name, f"found {shown(amount.text)}: {found} of what? write {remedy}")
            )
    return complaints


@cache
def _amounts_of(record: type) -> tuple[str, ...]:
    """Return the fields of a class that hold amounts in a unit."""
    held = (each.name for each in fields_of(record) if each.holds == "amount")
    return tuple(name for name in held if name != "share_reached")


def share_complaints(name: str, amount: Amount | None) -> list[tuple[str, str]]:
    """Return what is wrong with an amount that must be a share."""
    if amount is None:
        return []
    ends = [end for end in (amount.low, amount.high) if end is not None]
    if amount.unit.key == "%" and ends and all(0 <= end <= 100 for end in ends):
        return []
    return [(name, f"found {shown(amount.text)}; allowed is a share from 0% to 100%")]
