"""The model's classes as the schema of YAML: what reads each field, and what it refuses.

A field's metadata says how it is read, so a new field is one line in the model. What reads a
scalar takes its text and returns the value; it raises ValueError with a message for the editor,
or KeyError for a reference to a record that has not been named yet.
"""

from __future__ import annotations

import enum
import functools
import re
import sys
from collections.abc import Callable
from typing import Any

import attrs

from pcs_scorecard import checks, claim_checks, model
from pcs_scorecard.amounts import Amount
from pcs_scorecard.characters import shows
from pcs_scorecard.checks import Complaints
from pcs_scorecard.dates import Date, parse_period
from pcs_scorecard.words import nearest, shown

_WITHIN = checks.WITHIN | claim_checks.WITHIN
MOST_QUOTED_WORDS = 10
LONGEST_ID = 60
ID = r"[a-z0-9]+(?:[-.][a-z0-9]+)*"
_ID = re.compile(ID).fullmatch


def refused(char: str) -> bool:
    """Tell whether no text may hold a character: it cannot be shown, or it reorders others."""
    return char not in "\n\t" and not shows(char)


def _text(value: str) -> str:
    # isprintable is quick and too strict: it minds newlines, joiners and new letters.
    if not value.isprintable():
        for char in value:
            if refused(char):
                raise ValueError(
                    f"found the control character U+{ord(char):04X}, which cannot be shown; "
                    "take it out"
                )
    if value.isspace():
        raise ValueError("found nothing but white space; allowed is text")
    return value


def _quote(value: str) -> str:
    words = len(_text(value).split())
    if words > MOST_QUOTED_WORDS:
        raise ValueError(
            f"found a quotation of {words} words; allowed are {MOST_QUOTED_WORDS}: "
            "say the rest in words of your own"
        )
    return value


def _id(value: str) -> str:
    # Messages list ids, and would otherwise be of any length.
    if len(value) > LONGEST_ID:
        raise ValueError(f"found an id of {len(value):,} signs; allowed are {LONGEST_ID}")
    if _ID(value) is None:
        raise ValueError(
            f"found {shown(value)}; allowed is an id: small letters, digits and hyphens, pay-2023"
        )
    return sys.intern(value)


def _yes(value: str) -> bool:
    if value not in ("yes", "no"):
        raise ValueError(f"found {shown(value)}; allowed are yes and no")
    return value == "yes"


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


# Few different dates, amounts and pay years fill a file: each is read once and shared.
_SCALARS: dict[str, Callable[[str], Any]] = {
    "id": _id,
    "text": _text,
    "quote": _quote,
    "yes": _yes,
    "date": functools.lru_cache(4096)(Date.parse),
    "period": functools.lru_cache(256)(parse_period),
    "amount": functools.lru_cache(4096)(Amount.parse),
}

_SECTION_OF: dict[type, str] = {
    reads[0]: field.name
    for field in attrs.fields(model.Dispute)
    if isinstance(reads := field.metadata.get("reads"), list)
    and "id" in attrs.fields_dict(reads[0])
}
"""The sections in which ids are unique, by the class of their records."""

SECTIONS = {section: record.__name__.lower() for record, section in _SECTION_OF.items()}
"""Each section with ids, and the word for one of its records."""

# A part is answered like a demand, so it shares the demands' ids.
_SECTION_OF[model.Part] = _SECTION_OF[model.Demand]


class Spec:
    """How the mapping of one record class is read; `names` are the ids known so far."""

    def __init__(self, record: type, names: dict[str, dict[str, str]]) -> None:
        """Take how each field is read from the model."""
        self.record = record
        self.section = _SECTION_OF.get(record, "")
        self.check: Callable[[Any], Complaints] | None = None
        self.watched: frozenset[str] = frozenset()
        if record in _WITHIN:
            self.check, self.watched = _WITHIN[record]
        self.keys: dict[str, tuple[str, Callable[[str], Any]]] = {}
        self.targets: dict[str, str] = {}
        fields = [field for field in attrs.fields(record) if "reads" in field.metadata]
        for field in fields:
            how = field.metadata["reads"]
            one = how[0] if isinstance(how, list) else how
            if isinstance(one, str) and one.startswith("-> "):
                self.targets[field.name] = one[3:]
            reads = _how(one, names)
            self.keys[field.name] = (field.name, ListOf(reads) if one is not how else reads)
        self.required = frozenset(field.name for field in fields if field.default is attrs.NOTHING)

    def __str__(self) -> str:
        """Return what is allowed here."""
        return "a mapping of " + ", ".join(self.keys)

    def __call__(self, value: str) -> Any:
        """Refuse a scalar: the loop calls what reads a value without asking what it is."""
        raise ValueError(f"found {shown(value)}; allowed is {self}")


class ListOf:
    """How a list is read, by how each of its entries is."""

    def __init__(self, entry: Spec | Callable[[str], Any]) -> None:
        """Keep how one entry is read."""
        self.entry = entry

    def __str__(self) -> str:
        """Return what is allowed here."""
        if isinstance(self.entry, Spec):
            return f"a list of mappings of {', '.join(self.entry.keys)}"
        return "a list of ids"

    def __call__(self, value: str) -> Any:
        """Refuse a scalar."""
        raise ValueError(f"found {shown(value)}; allowed is {self}")


def _how(how: Any, names: dict[str, dict[str, str]]) -> Callable[[str], Any]:
    """Return what reads a value, as its field's metadata tells."""
    if isinstance(how, type):
        return _word(how) if issubclass(how, enum.StrEnum) else Spec(how, names)
    return names[how[3:]].__getitem__ if how.startswith("-> ") else _SCALARS[how]
