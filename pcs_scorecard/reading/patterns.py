r"""Each type of scalar as one regular expression, for editors and validators of JSON Schema.

The expressions mean the same to Python's `re` and to ECMAScript with its u flag, so they hold
neither `$` nor `\s` alone, about which the two differ. They are made from what the readers of the
scalars use; a test holds each beside its reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pcs_scorecard.values.amounts import BOUNDS, HALVES, MOST_DIGITS, MOST_STEPS
from pcs_scorecard.values.characters import refused
from pcs_scorecard.values.units import SIGNS

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


def contact() -> str:
    """Return the pattern of an https address or an e-mail address, in ASCII as they are sent."""
    host = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    rest = r"[/?#][A-Za-z0-9!#%&'()*+,./:;=?@_~-]*"
    local = r"[A-Za-z0-9.!#%&'*+/=?_~-]+"
    return f"^(?:https://{host}(?::[0-9]+)?(?:{rest})?|{local}@{host}){_END}"


def _blank() -> str:
    return _class(lambda char: char.isspace() and not refused(char))


def _visible() -> str:
    return "^" + _class(lambda char: char.isspace() or refused(char))


def date() -> str:
    """Return the pattern of a date that exists, known to the day, the month or the year, or a span."""
    fourth = "0[48]|[2468][048]|[13579][26]"
    leap_year = f"(?:[0-9]{{2}}(?:{fourth})|(?:00|{fourth})00)"
    month = "0[1-9]|1[0-2]"
    day = f"(?:{month})-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31"
    one = f"(?!0000)(?:[0-9]{{4}}(?:-(?:{month}|{day}))?|{leap_year}-02-29)"
    return f"^{one}(?: to {one})?{_END}"


def period() -> str:
    """Return the pattern of a pay year, a calendar year, or a run of one of the two."""
    years = (f"{year:02}[/–-](?:[0-9]{{2}})?{(year + 1) % 100:02}" for year in range(100))
    pay, calendar = f"[0-9]{{2}}{_any(years)}", "(?!0000)[0-9]{4}"
    return f"^(?:{pay}(?: to {pay})?|{calendar}(?: to {calendar})?){_END}"


def amount() -> str:
    """Return the pattern of an amount: numbers with units, bounds, ranges, steps and formulas.

    No pattern can say which words are no unit, whether units are alike, or that a range ends above
    its start.
    """
    return f"^{_amount()}{_END}"


def threshold() -> str:
    """Return the pattern of an amount, or of the vague word that stands in the place of one."""
    return f"^(?:{_amount()}|significant){_END}"


def _amount() -> str:
    space = "[\\u0009-\\u000d\\u001c-\\u0020\\u0085\\u00a0\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]"
    digits = f"(?!(?:[,_.]?[0-9]){{{MOST_DIGITS + 1}}})"
    # What may be a point or thousands is refused, but for %.
    unsure = "(?![1-9][0-9]{0,2}\\.[0-9]{3}(?![0-9])(?! ?%))"
    number = f"{digits}{unsure}(?:[0-9]{{1,3}}(?:[,_][0-9]{{3}})+|[0-9]+)(?:\\.[0-9]+)?"
    halves = "".join(HALVES)
    # Behind a number stands a unit, which is any words but what joins amounts.
    unit = "(?!/ ?[0-9])[^0-9+:;](?:(?! (?:or|to) )[^+:;])*?"
    one = f"-?(?:[A-Z]{{3}} |[{SIGNS}])?(?:{number} ?[{halves}]?|[{halves}])(?:(?! (?:or|to) ){unit})??"
    share = "[0-9]{1,4}/(?!0+(?![0-9]))[0-9]{1,4}"
    single = f"(?:{share}|{one})"
    step = f"(?:{single}|figure {ID})"
    steps = f"{step}(?: \\+ {step}){{0,{MOST_STEPS - 1}}}"
    forms = (
        f"{_any(BOUNDS)} {single}",
        f"{single} to {single}",
        f"{single}(?: compounded with {single}){{1,{MOST_STEPS - 1}}}",
        f"{steps} or {steps}, whichever is (?:the )?(?:greater|less)",
        steps,
    )
    grammar = _any(forms).replace(" ?", f"{space}*").replace(" ", f"{space}+")
    return f"{space}*{grammar}{space}*"


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
