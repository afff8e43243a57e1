"""Units: how they are written, which are one and the same, and the few exact conversions.

Money is in ``£``, ``€``, ``$`` or three-letter codes (``NOK 7,700``), and ``p`` is a hundredth of a
pound; time is in minutes to years; any noun is a unit (``12 clinics``, ``10 staff per manager``). One
word is another with s, es or ies. Pence and pounds, minutes and hours, months and years are
converted, and nothing else.
"""

from __future__ import annotations

import re
from fractions import Fraction

import attrs

from pcs_scorecard.values.value import Value

SIGNS = "£€$"
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_TIMES = {
    "minute": ("hour", Fraction(1, 60)),
    "hour": ("hour", Fraction(1)),
    "day": ("day", Fraction(1)),
    "week": ("week", Fraction(1)),
    "month": ("year", Fraction(1, 12)),
    "year": ("year", Fraction(1)),
}
"""Each time by its name, with the one it is counted in and how much of that it is."""

_MOST_WORDS = 4
"""How many words one side of a unit may have: full-time posts, adult fares at sea."""
_MOST_PER = 2
"""How often a unit may be per something: £5/hour/child."""
_LONGEST = 60
"""How many signs they may have together, since messages repeat them."""

_NOT_IN_UNITS = frozenset(
    (
        *("a", "about", "above", "an", "and", "as", "at", "below", "between", "bn", "but", "by"),
        *("extra", "for", "from", "in", "is", "k", "least", "less", "m", "maximum", "minimum"),
        *("more", "most", "no", "not", "of", "off", "on", "only", "or", "over", "plus", "than"),
        *("that", "the", "then", "to", "under", "up", "with"),
    )
)
"""Words that begin or join another thing to say, and so are no part of a unit."""

_INSTEAD = {
    **dict.fromkeys(("percent", "pct", "per cent", "pc"), "%"),
    **dict.fromkeys(
        ("pp", "ppt", "ppts", "percentage point", "percentage points"), "percentage points"
    ),
    **dict.fromkeys(("pence", "penny", "pennies"), "p"),
    **dict.fromkeys(("pound", "pounds", "quid", "gbp", "sterling"), "£"),
    **dict.fromkeys(("euro", "euros", "eur"), "€"),
    **dict.fromkeys(("dollar", "dollars"), "$"),
    **dict.fromkeys(("min", "mins"), "minutes"),
    **dict.fromkeys(("hr", "hrs", "h"), "hours"),
    **dict.fromkeys(("wk", "wks"), "weeks"),
    **dict.fromkeys(("mth", "mths", "mo"), "months"),
    **dict.fromkeys(("yr", "yrs"), "years"),
    **dict.fromkeys(("pa", "p.a."), "/year"),
    "annum": "year",
    **dict.fromkeys(("ph", "p.h."), "/hour"),
    **dict.fromkeys(("pw", "p.w."), "/week"),
    **dict.fromkeys(("pm", "p.m."), "/month"),
}
"""Short forms, and how what they stand for is written here."""


@attrs.frozen(eq=False, repr=False)
class Unit(Value):
    """What a number counts: as it is written, and as it is compared.

    Two units are one where their keys are; `factor` turns a number in this unit into one in the
    unit that its key names: 1/60 for minutes, which are compared as hours.
    """

    key: str
    factor: Fraction = Fraction(1)
    name: str = ""
    """As numbers are written in it: %, hours/week, £/hour, porters per ward."""
    is_money: bool = False
    """Whether it is an amount of money, once or per something."""

    @property
    def per(self) -> str:
        """What it is per, as compared; "" where it is per nothing."""
        return self.key.partition("/")[2]


COUNT = Unit("")
PERCENT = Unit("%", name="%")
POINTS = Unit("percentage points", name="percentage points")


def stem(word: str) -> str:
    """Return what a noun has in common with itself with s, es or ies."""
    word = word.casefold()
    cut = word.rstrip("es") or word
    return cut[:-1] + "i" if cut.endswith("y") else cut


def parse_unit(money: str, text: str) -> Unit:
    """Read the sign or code of money before a number, if any, and what stands behind it.

    Raise ValueError for what is no unit; `meant` may know what it stands for.
    """
    if not money:
        if text == "%":
            return PERCENT
        if text in ("percentage points", "percentage point"):
            return POINTS
        if not text:
            return COUNT
    top, *below = [part.strip() for part in re.split(r"/| per ", f" {text}")]
    if (money and top) or len(below) > _MOST_PER:
        raise ValueError(text)
    is_money = bool(money) or top == "p"
    factor, key, name = (Fraction(1), money, money) if money else _counted(top)
    for part in below:
        _nouns(part)
        time = _TIMES.get(_singular_time(part))
        if time:
            factor /= time[1]
        key += "/" + (time[0] if time else _stems(part))
        name += ("/" if time or is_money else " per ") + (_singular_time(part) or part)
    return Unit(key, factor, name, is_money)


def meant(money: str, text: str) -> Unit | None:
    """Return the unit that short forms and other spellings stand for, or None where none is plain."""
    text = _INSTEAD.get(text.casefold(), text)
    text = re.sub(r"(?:^| )(?:an?|each|every) (?=\S)", "/", text, flags=re.IGNORECASE)
    for short, known in _INSTEAD.items():
        if known.startswith("/") and f" {text}".casefold().endswith(f" {short}"):
            text = text[: len(text) - len(short)].rstrip() + known
    top, *below = [part.strip() for part in re.split(r"/| per ", f" {text}")]
    top = _INSTEAD.get(top.casefold(), top)
    if top in SIGNS and top and not money:
        money, top = top, ""
    below = [_singular_time(_INSTEAD.get(part.casefold(), part)) or part for part in below]
    try:
        return parse_unit(money, "/".join([top, *below]))
    except ValueError:
        return None


def _counted(top: str) -> tuple[Fraction, str, str]:
    """Return what a unit counts: the factor, the key and the name."""
    if top == "p":
        return Fraction(1, 100), "£", "p"
    _nouns(top)
    time = _singular_time(top)
    if time:
        in_unit, factor = _TIMES[time]
        return factor, in_unit, f"{time}s"
    return Fraction(1), _stems(top), top


def _singular_time(word: str) -> str:
    """Return the name of a time in the singular, or "" for another word."""
    for name in _TIMES:
        if word.casefold() in (name, f"{name}s"):
            return name
    return ""


def _stems(words: str) -> str:
    *first, last = words.casefold().replace("’", "'").split()
    return " ".join([*first, stem(last)])


def _nouns(words: str) -> None:
    """Raise ValueError for words of a unit that are no noun."""
    if len(words) > _LONGEST or words.casefold() in _INSTEAD:
        raise ValueError(words)
    each = words.split()
    if not 0 < len(each) <= _MOST_WORDS or not all(map(_WORD.fullmatch, each)):
        raise ValueError(words)
    if any(word.casefold() in _NOT_IN_UNITS or word.casefold() in _INSTEAD for word in each):
        raise ValueError(words)


def singular(name: str, number: Fraction) -> str:
    """Return the name of a unit as it stands behind a number: 1 hour/week, 2 hours/week."""
    if number != 1:
        return name
    top, slash, per = name.partition("/")
    return (top[:-1] if _singular_time(top) else top) + slash + per
