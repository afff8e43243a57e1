"""Exact amounts with a unit: reading, comparing and writing them.

``10%``, ``2 percentage points``, ``£1,500``, ``£15/hour``, ``35 hours/week``, ``1:10``, ``12``;
with bounds (``at least 5%``, ``about 5%``, ``up to 5%``, ``9.2% to 14.4%``) and
steps (``4% + 3%`` are added, ``4% compounded with 3%`` are not). ``2/3`` is a share, in %.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection
from fractions import Fraction

import attrs

from pcs_scorecard.values.messages import nearest, shown
from pcs_scorecard.values.vocabulary import Level

NUMBER = r"(?:[0-9]{1,3}(?:[,_][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
CURRENCIES = "£€$"
BOUNDS = ("at least", "at most", "up to", "about")
MOST_DIGITS = 15
MOST_STEPS = 50

_ONE = re.compile(rf"(-?)([{CURRENCIES}]?)({NUMBER})(?::({NUMBER}))?\s*(.*)")
_FRACTION = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")
_BOUND = re.compile(f"({'|'.join(BOUNDS)}) (.+)")
_STEP = re.compile(r" \+ | compounded with ")

_PLAIN_UNITS = {
    "": "",
    "%": "%",
    "percentage point": "percentage points",
    "hour": "hours",
    "hour/week": "hours/week",
    "day": "days",
    "day/week": "days/week",
    "day/year": "days/year",
    "week": "weeks",
    "month": "months",
    "year": "years",
}
_SINGULAR = {plural: singular for singular, plural in _PLAIN_UNITS.items()}
MONEY_UNITS = ("", "/hour", "/day", "/week", "/month", "/year")
UNITS = {
    **_PLAIN_UNITS,
    **{plural: plural for plural in _PLAIN_UNITS.values()},
}
ALLOWED = "10%, 2 percentage points, £1,500, £15/hour, 35 hours/week, 1:10, 12"


@attrs.frozen(cache_hash=True)
class Amount:
    """An amount as recorded, with the exact numbers it stands for.

    ``low`` is None where nothing is guaranteed ("up to"), ``high`` where nothing limits it
    ("at least"). A ratio 1:10 is the number 10, in the unit "ratio".
    """

    text: str
    unit: str
    low: Fraction | None
    high: Fraction | None

    @classmethod
    def parse(cls, text: str) -> Amount:
        """Read an amount; raise ValueError with what was found and what is allowed."""
        text = " ".join(text.split())
        bound = _BOUND.fullmatch(text)
        rest = bound[2] if bound else text
        in_steps = " + " in rest or " compounded with " in rest
        if (bound is not None) + (" to " in rest) + in_steps > 1:
            raise ValueError(
                f"found {shown(text)}; a bound, a range and steps are not combined in one amount"
            )
        if bound:
            value, unit = _one(bound[2], text)
            return cls(
                text,
                unit,
                None if bound[1] in ("up to", "at most") else value,
                None if bound[1] == "at least" else value,
            )
        if " to " in text:
            (low, unit), (high, other) = (_one(end, text) for end in text.split(" to ", 1))
            if unit != other:
                raise ValueError(
                    f"found {shown(text)}, a range between unlike units; write the unit at both ends"
                )
            if high < low:
                raise ValueError(f"found {shown(text)}, a range whose end lies below its start")
            return cls(text, unit, low, high)
        compounded = " compounded with " in text
        parts = _STEP.split(text)
        if len(parts) > MOST_STEPS:
            raise ValueError(f"found {len(parts)} steps in one amount; allowed are {MOST_STEPS}")
        steps = [_one(part, text) for part in parts]
        unit = steps[0][1]
        if len(steps) > 1 and unit == "ratio":
            raise ValueError(f"found {shown(text)}; ratios are not added")
        if any(other != unit for _, other in steps):
            raise ValueError(f"found {shown(text)}, steps in unlike units")
        if compounded and (unit != "%" or " + " in text):
            raise ValueError(
                f"found {shown(text)}; only percentages are compounded, and all or none"
            )
        total = sum((value for value, _ in steps), Fraction(0))
        if compounded:
            factor = Fraction(1)
            for value, _ in steps:
                factor *= 1 + value / 100
            total = (factor - 1) * 100
        return cls(text, unit, total, total)

    def counted(self, level: Level | None = None) -> Fraction | None:
        """Return the number that can be relied on, or None if there is none.

        That is the low end, or for a cap the high end, since a cap is kept only from above.
        """
        return self.high if level is Level.CAP else self.low

    def __str__(self) -> str:
        """Return the amount as recorded, with the total of its steps."""
        in_steps = " + " in self.text or " compounded with " in self.text
        if in_steps and self.low is not None:
            return f"{self.text} = {written(self.low, self.unit)}"
        return self.text


def _one(text: str, whole: str) -> tuple[Fraction, str]:
    """Return the number and the unit of one amount without bounds; `whole` is for messages."""
    if share := _FRACTION.fullmatch(text):
        if not int(share[2]):
            raise ValueError(f"found {shown(whole)}; nothing is divided by 0")
        return Fraction(100 * int(share[1]), int(share[2])), "%"
    found = _ONE.fullmatch(text)
    if found is None:
        raise ValueError(f"found {shown(whole)}; allowed is an amount: {ALLOWED}")
    minus, currency, number, other, unit = found.groups()
    if sum(map(str.isdigit, number + (other or ""))) > MOST_DIGITS:
        raise ValueError(f"found an amount of more than {MOST_DIGITS} digits")
    value = _plain(number)
    if other is not None:
        if minus or currency or unit or value <= 0 or _plain(other) <= 0:
            raise ValueError(f"found {shown(whole)}; a ratio is two numbers above zero, 1:10")
        return _plain(other) / value, "ratio"
    if currency:
        unit = unit.replace("/ ", "/")
        if unit not in MONEY_UNITS:
            raise ValueError(_unknown_unit(whole, currency + unit, MONEY_UNITS, currency))
        name = currency + unit
    elif (name := UNITS.get(unit, "?")) == "?":
        raise ValueError(_unknown_unit(whole, unit, UNITS, ""))
    return (-value if minus else value), name


def _unknown_unit(whole: str, unit: str, known: Collection[str], currency: str) -> str:
    names = [currency + name for name in known if name]
    # By its letters a percent would be nearest to a percentage point, which is another thing.
    hint = "; did you mean '%'?" if unit in ("percent", "per cent") else nearest(unit, names)
    allowed = f"allowed are {ALLOWED}{hint}"
    return f"found {shown(whole)}, with the unknown unit {shown(unit)}; {allowed}"


def _plain(number: str) -> Fraction:
    return Fraction(number.replace(",", "").replace("_", ""))


def written(value: Fraction, unit: str) -> str:
    """Write an exact number in its unit: 5.5%, £0.40/hour, 1:15, 2 hours/week."""
    if unit == "ratio":
        return f"1:{plain(value)}"
    if unit and unit[0] in CURRENCIES:
        sign, size = ("-", -value) if value < 0 else ("", value)
        pence = size * 100
        number = f"{int(size):,}"
        if pence.denominator == 1 and size.denominator != 1:
            number += f".{int(pence) % 100:02}"
        elif size.denominator != 1:
            number = plain(size)
        return f"{sign}{unit[0]}{number}{unit[1:]}"
    if unit in ("%", ""):
        return plain(value) + unit
    return f"{plain(value)} {_SINGULAR[unit] if value == 1 else unit}"


def plain(value: Fraction) -> str:
    """Write a fraction as a decimal where that is exact within six places, else as n/d."""
    scaled = value * 10**6
    if scaled.denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    whole, rest = divmod(abs(int(scaled)), 10**6)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{rest:06}".rstrip("0").rstrip(".")


@functools.lru_cache(4096)
def percent(share: Fraction) -> str:
    """Write a share in percent: exact to a hundredth, else cut there and marked "about"."""
    hundredths = share * 10_000
    if hundredths.denominator == 1:
        return plain(share * 100) + "%"
    if 0 < abs(hundredths) < 1:
        return "under 0.01%" if share > 0 else "between -0.01% and 0%"
    # Cut towards zero: a share is never rounded up to a threshold it has not reached.
    return f"about {plain(Fraction(int(hundredths), 100))}%"
