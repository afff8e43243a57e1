"""The model's classes as the schema of YAML: what reads each field, and what it refuses.

What a field's declaration says is all that is needed here, so a new field is one line in the model.
What reads a reference raises KeyError for a record that has not been named yet.
"""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Callable
from typing import Any

import attrs

from pcs_scorecard.model.demands import Part
from pcs_scorecard.model.dispute import CONSTRAINTS, Dispute
from pcs_scorecard.model.fields import Complaints, Field, fields_of
from pcs_scorecard.reading.scalars import SCALARS
from pcs_scorecard.values.messages import nearest, shown

_SECTION_OF: dict[type, str] = {
    section.record: section.name
    for section in fields_of(Dispute)
    if section.record is not None and "id" in attrs.fields_dict(section.record)
}
"""The sections in which ids are unique, by the class of their records."""

SECTIONS = {
    section: re.sub("(?<=.)(?=[A-Z])", " ", record.__name__).lower()
    for record, section in _SECTION_OF.items()
}
"""Each section with ids, and the word for one of its records."""

# A part is answered like a demand, so it shares the demands' ids.
_SECTION_OF[Part] = "demands"


class Spec:
    """How the mapping of one record class is read; `names` are the ids known so far."""

    def __init__(self, record: type, names: dict[str, dict[str, str]]) -> None:
        """Take how each field is read from the model."""
        self.record = record
        self.section = _SECTION_OF.get(record, "")
        self.constraint: Callable[[Any], Complaints] | None = None
        self.constrained: frozenset[str] = frozenset()
        if record in CONSTRAINTS:
            self.constraint, self.constrained = CONSTRAINTS[record]
        self.keys: dict[str, tuple[str, Callable[[str], Any]]] = {}
        for field in fields_of(record):
            reads = _reads(field, names)
            how = ListOf(reads, alone=field.alone) if field.many else reads
            self.keys[field.key] = (field.name, how)
        self.targets = {field.name: field.section for field in fields_of(record) if field.section}
        self.required = frozenset(field.name for field in fields_of(record) if field.required)

    def __str__(self) -> str:
        """Return what is allowed here."""
        return "a mapping of " + ", ".join(self.keys)

    def __call__(self, value: str) -> Any:
        """Refuse a scalar: the loop calls what reads a value without asking what it is."""
        raise ValueError(f"found {shown(value)}; allowed is {self}")


class ListOf:
    """How a list is read, by how each of its entries is."""

    def __init__(self, entry: Spec | Callable[[str], Any], *, alone: bool = False) -> None:
        """Keep how one entry is read, and whether one may stand without a list."""
        self.entry = entry
        self.alone = alone

    def __str__(self) -> str:
        """Return what is allowed here."""
        if isinstance(self.entry, Spec):
            return f"a list of mappings of {', '.join(self.entry.keys)}"
        return "an id, or a list of ids" if self.alone else "a list of ids"

    def __call__(self, value: str) -> Any:
        """Read one entry that may stand without a list; else refuse a scalar."""
        if self.alone and not isinstance(self.entry, Spec):
            return (self.entry(value),)
        raise ValueError(f"found {shown(value)}; allowed is {self}")


def _reads(field: Field, names: dict[str, dict[str, str]]) -> Callable[[str], Any]:
    """Return what reads a value, or an entry of a list, as its field declares."""
    if field.section:
        return names[field.section].__getitem__
    if isinstance(field.holds, str):
        return SCALARS[field.holds].read
    if field.record is not None:
        return Spec(field.record, names)
    return _word(field.holds)  # what is left is a vocabulary


@functools.cache
def _word(vocabulary: type[enum.StrEnum]) -> Callable[[str], enum.StrEnum]:
    words = {word.value: word for word in vocabulary}

    def read(value: str) -> enum.StrEnum:
        try:
            return words[value]
        except KeyError:
            raise ValueError(
                f"found {shown(value)}; allowed are {', '.join(words)}"
                + nearest(value, list(words))
            ) from None

    return read
