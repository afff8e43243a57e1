r"""Each type of scalar, in one place: how it is read, what is allowed, and what schemas say of it.

A reader takes a text and returns a value; it raises ValueError with a message for the editor. The
regular expressions in `patterns` mean the same to Python's `re` and to ECMAScript with its u flag.
"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable
from typing import Any

import attrs

from pcs_scorecard.reading import patterns
from pcs_scorecard.values.amounts import ALLOWED, MOST_DIGITS, SIGNIFICANT, Amount
from pcs_scorecard.values.characters import refused
from pcs_scorecard.values.dates import ALLOWED_DATE, ALLOWED_PERIOD, Date, Period
from pcs_scorecard.values.messages import shown
from pcs_scorecard.values.value import Value

_ID = re.compile(patterns.ID).fullmatch
_ALLOWED_ID = "an id: small letters, digits and hyphens, pay-2023"
_ALLOWED_CONTACT = "an address https://… or an e-mail address, in ASCII: corrections@example.org"
_ALLOWED_THRESHOLD = "a number of demands, a share of them in %, or `significant`"
_ANY_SCALAR = ("string", "number", "boolean")
"""What YAML takes an unquoted text for: `2023` for a number, `true` for a truth value."""


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
    if words > patterns.MOST_QUOTED_WORDS:
        raise ValueError(
            f"found a quotation of {words} words; allowed are {patterns.MOST_QUOTED_WORDS}: "
            "say the rest in words of your own"
        )
    return value


def _id(value: str) -> str:
    # Messages list ids, and would otherwise be of any length.
    if len(value) > patterns.LONGEST_ID:
        raise ValueError(f"found an id of {len(value):,} signs; allowed are {patterns.LONGEST_ID}")
    if _ID(value) is None:
        raise ValueError(f"found {shown(value)}; allowed is {_ALLOWED_ID}")
    return sys.intern(value)


def _contact(value: str) -> str:
    if not _is_contact()(value):
        raise ValueError(f"found {shown(value)}; allowed is {_ALLOWED_CONTACT}")
    return value


@functools.cache
def _is_contact() -> Callable[[str], re.Match[str] | None]:
    return re.compile(patterns.contact()).match


def _yes(value: str) -> bool:
    if value not in ("yes", "no", "true", "false"):
        raise ValueError(f"found {shown(value)}; allowed are yes and no")
    return value in ("yes", "true")


def _threshold(value: str) -> Amount:
    if value == SIGNIFICANT.text:
        return SIGNIFICANT
    if not any(map(str.isdecimal, value)):
        raise ValueError(f"found {shown(value)}; allowed is {_ALLOWED_THRESHOLD}")
    return Amount.parse(value)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Scalar(Value):
    """A type of scalar."""

    read: Callable[[str], Any]
    allowed: str = ""
    """What is allowed, as messages say it; an enumeration says it itself."""
    pattern: Callable[[], str] | None = None
    """Makes its regular expression, which takes a while and only a schema needs."""
    schema: dict[str, Any]
    """What else JSON Schema says of it."""


# Few different dates, amounts and pay years fill a file: each is read once and shared.
SCALARS: dict[str, Scalar] = {
    "id": Scalar(
        read=_id,
        allowed=_ALLOWED_ID,
        pattern=patterns.identifier,
        schema={"type": _ANY_SCALAR, "minimum": 0},
    ),
    "text": Scalar(
        read=_text,
        allowed="text, without control characters and marks that reorder it",
        pattern=patterns.text,
        schema={"type": _ANY_SCALAR},
    ),
    "quote": Scalar(
        read=_quote,
        allowed=f"text of at most {patterns.MOST_QUOTED_WORDS} words, without control "
        "characters and marks that reorder it",
        pattern=patterns.quote,
        schema={"type": _ANY_SCALAR},
    ),
    "contact": Scalar(
        read=_contact,
        allowed=_ALLOWED_CONTACT,
        pattern=patterns.contact,
        schema={"type": "string"},
    ),
    "date": Scalar(
        read=functools.lru_cache(4096)(Date.parse),
        allowed=ALLOWED_DATE,
        pattern=patterns.date,
        schema={"type": ("string", "integer"), "minimum": 1, "maximum": 9999},
    ),
    "period": Scalar(
        read=functools.lru_cache(256)(Period.parse),
        allowed=ALLOWED_PERIOD,
        pattern=patterns.period,
        # A calendar year without quotes is a number.
        schema={"type": ("string", "integer"), "minimum": 1, "maximum": 9999},
    ),
    "amount": Scalar(
        read=functools.lru_cache(4096)(Amount.parse),
        allowed=f"an amount: {ALLOWED}",
        pattern=patterns.amount,
        schema={
            "type": ("string", "number"),
            "exclusiveMinimum": -(10**MOST_DIGITS),
            "exclusiveMaximum": 10**MOST_DIGITS,
        },
    ),
    "threshold": Scalar(
        read=_threshold,
        allowed=_ALLOWED_THRESHOLD,
        pattern=patterns.threshold,
        schema={"type": ("string", "number"), "exclusiveMaximum": 10**MOST_DIGITS},
    ),
    "yes": Scalar(
        read=_yes,
        schema={
            "type": ("string", "boolean"),
            "enum": ("yes", "no", "true", "false", True, False),
        },
    ),
}
"""Every type of scalar, by the name that fields give it."""
