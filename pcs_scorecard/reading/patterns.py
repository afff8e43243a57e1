r"""Each type of scalar as one regular expression, for editors and validators of JSON Schema.

The expressions mean the same to Python's `re` and to ECMAScript with its u flag, so they hold
neither `$` nor `\s` alone, about which the two differ. They are made from what the readers of the
scalars use; a test holds each beside its reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pcs_scorecard.values.amounts import (
    BOUNDS,
    CURRENCIES,
    MONEY_UNITS,
    MOST_DIGITS,
    MOST_STEPS,
    NUMBER,
    UNITS,
)
from pcs_scorecard.values.characters import refused

_END = r"(?![\s\S])"

MOST_QUOTED_WORDS = 10
LONGEST_ID = 60
ID = r"[a-z0-9]+(?:[-.][a-z0-9]+)*"


def identifier() -> str:
    """Return the pattern of an id."""
    return f"^(?=.{{1,{LONGEST_ID}}}{_END}){ID}{_END}"


def text() -> str:
    """Return the pattern of a text: nothing that cannot be shown, and not white space alone."""
    return f"^[{_blank()}]*[{_visible()}][^{_class(refused)}]*{_END}"


def quote() -> str:
    """Return the pattern of a text that is short enough to be quoted."""
    blank, word = f"[{_blank()}]", f"[{_visible()}]+"
    return f"^{blank}*{word}(?:{blank}+{word}){{0,{MOST_QUOTED_WORDS - 1}}}{blank}*{_END}"


def _blank() -> str:
    return _class(lambda char: char.isspace() and not refused(char))


def _visible() -> str:
    return "^" + _class(lambda char: char.isspace() or refused(char))


def date() -> str:
    """Return the pattern of a date that exists, known to the day, the month or the year."""
    fourth = "0[48]|[2468][048]|[13579][26]"
    leap_year = f"(?:[0-9]{{2}}(?:{fourth})|(?:00|{fourth})00)"
    month = "0[1-9]|1[0-2]"
    day = f"(?:{month})-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31"
    return f"^(?!0000)(?:[0-9]{{4}}(?:-(?:{month}|{day}))?|{leap_year}-02-29){_END}"


def period() -> str:
    """Return the pattern of a pay year: two years in a row."""
    years = (f"{year:02}/{(year + 1) % 100:02}" for year in range(100))
    return f"^[0-9]{{2}}{_any(years)}{_END}"


def amount() -> str:
    """Return the pattern of an amount: numbers in one unit, with a bound, as a range or in steps.

    No pattern can say that a range ends above its start.
    """
    # These two look ahead over the whole text so that the rest can be short: what is no visible
    # sign is white space, and what begins with a digit is a number.
    signs = f"!-~{CURRENCIES}"
    characters = f"(?=[{_class(str.isspace)}{signs}]*{_END})"
    too_long = f"(?!(?:[,_.:]?[0-9]){{{MOST_DIGITS + 1}}})"
    numbers = f"(?=(?:[^0-9]*{too_long}{NUMBER}(?![0-9,_.]))*[^0-9]*{_END})"
    number, space = "[0-9][0-9,_.]*", f"[^{signs}]"
    above_0 = f"(?=[0,_.]*[1-9]){number}"

    # A blank below stands for any white space.
    ones = {"ratio": f"{above_0}:{above_0}", "%": "[0-9]{1,4}/(?!0+(?![0-9]))[0-9]{1,4}"}
    for written, unit in UNITS.items():
        one = f"-?{number}" + (f" *{written}" if written else "")
        ones[unit] = f"{ones[unit]}|{one}" if unit in ones else one
    for currency in CURRENCIES:
        for rate in MONEY_UNITS:
            tail = f" *{rate.replace('/', '/ *')}" if rate else ""
            ones[currency + rate] = f"-?[{currency}]{number}{tail}"
    forms = [f"{_any(BOUNDS)} {_any(ones.values())}"]
    for unit, one in ones.items():
        more = [f" to (?:{one})"]
        if unit != "ratio":
            more.append(rf"(?: \+ (?:{one})){{1,{MOST_STEPS - 1}}}")
        if unit == "%":
            more.append(f"(?: compounded with (?:{one})){{1,{MOST_STEPS - 1}}}")
        forms.append(f"(?:{one}){_any(more)}?")
    grammar = f" *{_any(forms)} *".replace(" *", f"{space}*").replace(" ", f"{space}+")
    return f"^{characters}{numbers}{grammar}{_END}"


def _class(holds: Callable[[str], bool]) -> str:
    """Return the characters of which this holds, as they are written in brackets."""
    # No character above is white space, a control character or a mark that reorders text.
    spans: list[list[int]] = []
    for code in range(0x10000):
        if holds(chr(code)):
            if spans and spans[-1][1] == code - 1:
                spans[-1][1] = code
            else:
                spans.append([code, code])
    return "".join(
        f"\\u{first:04x}" + (f"-\\u{last:04x}" if last > first else "") for first, last in spans
    )


def _any(choices: Iterable[str]) -> str:
    return f"(?:{'|'.join(choices)})"
