"""Exact amounts with a unit: reading, resolving and writing them.

``10%``, ``£1,500``, ``5½%``, ``£1.2m``, ``70p/hour``, ``35 hours/week``, ``4 patients per nurse``, ``12``;
with bounds (``at least 5%``, ``over 5%``, ``about 5%``, ``up to 5%``, ``on average 5%``), as a range
(``9.2% to 14.4%``) and in steps (``4% + 3%`` are added, ``4% compounded with 3%`` are not). ``2/3`` is a
share, in %.

An amount may be a formula, which has numbers only beside other facts: ``figure rpi-2022 + 2%`` beside
that figure, ``10% or £3,000/year, whichever is greater`` and ``£400/year + 3%`` at a pay point.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from pcs_scorecard.values.messages import quoted, shown, to_write
from pcs_scorecard.values.units import PERCENT, SIGNS, Unit, meant, parse_unit, singular
from pcs_scorecard.values.value import Value

MOST_DIGITS = 15
MOST_STEPS = 50
ALLOWED = (
    "10%, 5½%, 2 percentage points, £1,500, £1.2m, £2bn, 70p/hour, NOK 7,700, 35 hours/week, 4 patients "
    "per nurse, 12 clinics, 12; with at least, over, about, up to, at most, under or on average before "
    "it; 3% to 5%; 4% + 3%; 4% compounded with 3%; figure rpi-2022 + 2%; 10% or £3,000/year, whichever is "
    "greater (or less)"
)

_LOW, _HIGH = ("at least", "over"), ("up to", "at most", "under")
BOUNDS = (*_LOW, *_HIGH, "about", "on average")
HALVES = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)} | {
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
}
SCALES = {"m": 10**6, "bn": 10**9, "million": 10**6, "billion": 10**9}

_BOUND = re.compile(f"({'|'.join(BOUNDS)}) (.+)")
_NUMBER = r"(?:[0-9]{1,3}(?:[,_][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_ONE = re.compile(
    rf"(-?)([A-Z]{{3}} |[{SIGNS}]?)({_NUMBER})? ?([{''.join(HALVES)}]?)"
    r"(?: ?(million|billion)\b|(bn|m)(?![\w.]))? ?(.*)"
)
_SHARE = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")
_RATIO = re.compile(rf"({_NUMBER}) ?: ?({_NUMBER})(?: .*)?")
_CODE = re.compile(r"([A-Z]{3})(/.*| per .*)?")
_COMMAS = re.compile(rf"(-?[{SIGNS}]?)([0-9]{{1,3}}(?:\.[0-9]{{3}})*),([0-9]{{1,2}})(?![0-9])(.*)")
_POINTS = re.compile(rf"(-?[{SIGNS}]?)([1-9][0-9]{{0,2}}(?:[. ][0-9]{{3}})+)(?![0-9,.])(.*)")
_MORE = re.compile(r"[. ]?[0-9]{3}")
_UNSURE = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_FIGURE = re.compile(r"figure (?=.{1,60}$)([a-z0-9]+(?:[-.][a-z0-9]+)*)")
_OTHER = re.compile(r"(.+), whichever is (?:the )?(greater|less)")

Ends = tuple[Fraction | None, Fraction | None]


@attrs.frozen(eq=False, repr=False)
class Step(Value):
    """One number of a formula, or the name of the figure that it is."""

    unit: Unit
    low: Fraction | None = None
    high: Fraction | None = None
    figure: str = ""
    rounded: Fraction = Fraction(0)
    """Half of what its last printed place stands for."""


@attrs.frozen(eq=False, repr=False)
class Formula(Value):
    """Sums of steps, of which the greater or the less counts where there are two."""

    sums: tuple[tuple[Step, ...], ...]
    greater: bool = True

    @property
    def figures(self) -> Iterator[str]:
        """The figures that it names."""
        for steps in self.sums:
            yield from (step.figure for step in steps if step.figure)


@attrs.frozen(eq=False, repr=False)
class Amount(Value):
    """An amount as recorded, with the exact numbers it stands for.

    ``low`` is None where nothing is guaranteed ("up to"), ``high`` where nothing limits it ("at
    least"). Both are in the unit's own terms; `in_key` turns them into what is compared. A formula
    has neither until it is resolved.
    """

    text: str
    unit: Unit
    low: Fraction | None = None
    high: Fraction | None = None
    average: bool = False
    """Whether it is an average, which nobody in particular can rely on."""
    beyond: bool = False
    """Whether the bound itself is left out: "over 4%" is not 4%."""
    formula: Formula | None = None
    rounded: tuple[Fraction, Fraction] = (Fraction(0), Fraction(0))
    """How far below and above it lie the numbers that print so: 12.4% stands for 12.35% to 12.45%."""

    @classmethod
    def parse(cls, text: str) -> Amount:
        """Read an amount; raise ValueError with what was found and what is allowed."""
        text = " ".join(text.split())
        bound = _BOUND.fullmatch(text)
        rest = bound[2] if bound else text
        # Not one expression for both, whose time would grow as the square of how many there are.
        one, _, another = rest.partition(" or ")
        other = _OTHER.fullmatch(another)
        if at_end := re.fullmatch(r"(.+) or (more|less|fewer|over|under)", rest):
            word = "at least" if at_end[2] in ("more", "over") else "at most"
            raise ValueError(f"found {shown(text)}; write {to_write(f'{word} {at_end[1]}')}")
        if other or "whichever" in rest or " or " in rest:
            if bound or other is None:
                raise ValueError(
                    f"found {shown(text)}; allowed are two amounts, of which the greater or the less "
                    "counts: 10% or £3,000/year, whichever is greater"
                )
            sums = tuple(_steps(each, text) for each in (one, other[1]))
            if apart(step.unit for steps in sums for step in steps if not step.figure):
                raise ValueError(f"found {shown(text)}, two amounts in unlike units")
            return cls(text, Unit(""), formula=Formula(sums, other[2] == "greater"))
        in_steps = " + " in rest or " compounded with " in rest
        if (bound is not None) + (" to " in rest) + in_steps > 1:
            raise ValueError(
                f"found {shown(text)}; a bound, a range and steps are not combined in one amount: record "
                "the one that can be relied on, and tell the rest in `terms`"
            )
        if " to " in rest:
            return cls._range(text)
        if " compounded with " in rest:
            return cls._compounded(text)
        steps = _steps(rest, text)
        if bound is None and (
            any(step.figure for step in steps) or len({step.unit.key for step in steps}) > 1
        ):
            return cls(text, Unit(""), formula=Formula((steps,)))
        if any(step.figure for step in steps):
            raise ValueError(
                f"found {shown(text)}; a figure stands without a bound: its own counts"
            )
        first = steps[0].unit
        # "1 clinic + 2 clinics" are told in the plural, as it is written there.
        unit = next(
            (each.unit for each in steps if each.low != 1 and each.unit.factor == first.factor),
            first,
        )
        keys = [
            ((step.low or Fraction(0)) * step.unit.factor, step.rounded * step.unit.factor)
            for step in steps
        ]
        low = high = sum((number for number, _ in keys), Fraction(0)) / unit.factor
        spread = sum((each for _, each in keys), Fraction(0)) / unit.factor
        word = bound[1] if bound else ""
        return cls(
            text,
            unit,
            None if word in _HIGH else low,
            None if word in _LOW else high,
            average=word == "on average",
            beyond=word in ("over", "under"),
            rounded=(spread, spread),
        )

    @classmethod
    def _range(cls, text: str) -> Amount:
        (low, unit, under), (high, other, over) = (_one(end, text) for end in text.split(" to ", 1))
        if unit.key != other.key:
            raise ValueError(
                f"found {shown(text)}, a range between unlike units; write the unit at both ends"
            )
        if unit.factor != other.factor:
            scale = other.factor / unit.factor
            high, over = high * scale, over * scale
        if high < low:
            raise ValueError(f"found {shown(text)}, a range whose end lies below its start")
        return cls(text, unit, low, high, rounded=(under, over))

    @classmethod
    def _compounded(cls, text: str) -> Amount:
        parts = text.split(" compounded with ")
        _few(parts)
        least = factor = most = Fraction(1)
        for part in parts:
            value, unit, spread = Fraction(0), Unit("+"), Fraction(0)
            if " + " not in part:
                value, unit, spread = _one(part, text)
            if unit != PERCENT:
                raise ValueError(
                    f"found {shown(text)}; only percentages are compounded, and all or none"
                )
            least *= 1 + (value - spread) / 100
            factor *= 1 + value / 100
            most *= 1 + (value + spread) / 100
        total = (factor - 1) * 100
        rounded = (factor - least) * 100, (most - factor) * 100
        return cls(text, PERCENT, total, total, rounded=rounded)

    @property
    def in_key(self) -> Ends:
        """The least and the greatest number that it allows, in the unit that is compared."""
        factor = self.unit.factor
        if factor == 1:
            return self.low, self.high
        return (
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
        )

    def resolved(self, figures: Mapping[str, Amount], pay: Amount | None = None) -> Amount:
        """Return an amount that is no formula: beside figures, and at a pay point where there is one.

        At a pay point what is a percentage becomes a sum of the pay. Raise ValueError where sums and
        percentages meet without one, where units are unlike, and KeyError for a figure that is not
        there.
        """
        if self.formula is None:
            if pay is None or self.unit != PERCENT:
                return self
            step = Step(self.unit, self.low, self.high)
            low, high, unit = _sum((step,), {}, pay, self.text)
        else:
            found = [_sum(steps, figures, pay, self.text) for steps in self.formula.sums]
            low, high, unit = found[0]
            for another, most, other in found[1:]:
                if other.key != unit.key:
                    raise MixedError(self.text)
                low, high = _chosen(self.formula.greater, (low, another), (high, most))
        ends = [None if end is None else end / unit.factor for end in (low, high)]
        named = [*self.formula.figures] if self.formula else []
        average = self.average or any(figures[name].average for name in named)
        beyond = self.beyond or any(figures[name].beyond for name in named)
        return Amount(self.text, unit, ends[0], ends[1], average=average, beyond=beyond)

    def __format__(self, way: str) -> str:
        """Return the amount and the way it goes: 5% more. A formula upwards says that by itself."""
        return str(self) if not way or (self.formula and way == "more") else f"{self} {way}"

    def __str__(self) -> str:
        """Return the amount as recorded, with the total of its steps."""
        in_steps = " + " in self.text or " compounded with " in self.text
        if in_steps and self.low is not None:
            return f"{self.text} = {written(self.low, self.unit)}"
        return self.text


SIGNIFICANT = Amount("significant", Unit("significant"))
"""The number of a vague word, which the policy defines."""


class MixedError(ValueError):
    """Sums and percentages of pay meet, and there is no pay at which to compare them."""

    def __init__(self, text: str) -> None:
        """Keep the amount."""
        super().__init__(f"{shown(text)} is of sums and percentages, and has no number without pay")


def _sum(
    steps: tuple[Step, ...], figures: Mapping[str, Amount], pay: Amount | None, text: str
) -> tuple[Fraction | None, Fraction | None, Unit]:
    """Return the least and the greatest number of a sum, in the unit that is compared."""
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)
    unit: Unit | None = None
    for step in steps:
        one = step
        if step.figure:
            figure = figures[step.figure]
            one = Step(figure.unit, figure.low, figure.high)
        factor, key = one.unit.factor, one.unit
        if pay is not None and one.unit == PERCENT:
            salary = pay.in_key[0]
            if salary is None:
                raise ValueError(f"{shown(pay.text)} is no pay: it has no least number")
            factor, key = salary / 100, pay.unit
        if unit is None:
            unit = key
        elif unit.key != key.key:
            if PERCENT in (unit, key) and pay is None:
                raise MixedError(text)
            raise ValueError(
                f"found {shown(text)}, with the unlike units {quoted(unit.name)} and {quoted(key.name)}"
            )
        low = None if low is None or one.low is None else low + one.low * factor
        high = None if high is None or one.high is None else high + one.high * factor
    return low, high, unit or Unit("")


def _chosen(greater: bool, lows: tuple[Any, Any], highs: tuple[Any, Any]) -> Ends:  # noqa: FBT001 - which
    """Return the ends of the greater or the less of two amounts; None is without end."""
    if greater:
        known = [end for end in lows if end is not None]
        return max(known, default=None), None if None in highs else max(highs)
    known = [end for end in highs if end is not None]
    return None if None in lows else min(lows), min(known, default=None)


def _steps(text: str, whole: str) -> tuple[Step, ...]:
    """Return the steps of a sum."""
    parts = text.split(" + ")
    _few(parts)
    steps = []
    for part in parts:
        if figure := _FIGURE.fullmatch(part):
            steps.append(Step(Unit("?"), figure=figure[1]))
        else:
            value, unit, spread = _one(part, whole)
            steps.append(Step(unit, value, value, rounded=spread))
    if apart(step.unit for step in steps if not step.figure):
        raise ValueError(f"found {shown(whole)}, steps in unlike units")
    return tuple(steps)


def apart(units: Iterable[Unit]) -> bool:
    """Tell whether there are unlike units among some that no pay brings together."""
    found = {unit.key: unit for unit in units}
    percent = found.pop(PERCENT.key, None)
    return len(found) > 1 or (
        percent is not None and not all(unit.is_money for unit in found.values())
    )


def _few(parts: list[str]) -> None:
    if len(parts) > MOST_STEPS:
        raise ValueError(f"found {len(parts)} steps in one amount; allowed are {MOST_STEPS}")


def _one(text: str, whole: str) -> tuple[Fraction, Unit, Fraction]:
    """Return the number and the unit of one amount without bounds; `whole` is for messages.

    With them comes half of what the last printed place stands for.
    """
    if share := _SHARE.fullmatch(text):
        if not int(share[2]):
            raise ValueError(f"found {shown(whole)}; nothing is divided by 0")
        return Fraction(100 * int(share[1]), int(share[2])), PERCENT, Fraction(0)
    if ratio := _RATIO.fullmatch(text):
        number = to_write(ratio[2] if ratio[1] == "1" else ratio[1])
        raise ValueError(
            f"found {shown(whole)}, which does not say which way round it is; write a ratio with its "
            f"nouns, as in {number} patients per nurse, or {number} nurses per patient"
        )
    found = _ONE.fullmatch(text)
    if found is None or not (found[3] or found[4]):
        raise ValueError(
            f"found {shown(whole)}; {_said(whole) or f'allowed is an amount: {ALLOWED}'}"
        )
    minus, money, number, half, word, short, rest = found.groups()
    money = money.strip()
    if sign := {"GBP": "£", "EUR": "€"}.get(money):
        raise ValueError(_rather(whole, text, text.replace(f"{money} ", sign)))
    code = None if money else _CODE.fullmatch(rest)
    if code:
        raise ValueError(_rather(whole, text, f"{code[1]} {number}{code[2] or ''}"))
    unsure = number and _UNSURE.fullmatch(number) and not _MORE.match(rest)
    for european in (_COMMAS.fullmatch(text), None if unsure else _POINTS.fullmatch(text)):
        if european:
            plainly = european[2].replace(".", ",").replace(" ", ",")
            cents = f".{european[3]}" if european.re is _COMMAS else ""
            raise ValueError(
                f"{_rather(whole, text, european[1] + plainly + cents + european[european.re.groups])}: a "
                "comma stands between thousands, and a point before decimals"
            )
    if sum(map(str.isdigit, number or "")) > MOST_DIGITS:
        raise ValueError(f"found an amount of more than {MOST_DIGITS} digits")
    if number and unsure and rest != "%":
        either = [
            _within(whole, number, each) for each in (number.replace(".", ","), _two_places(number))
        ]
        raise ValueError(
            f"found {shown(whole)}: a point, or thousands? write {either[0]} or {either[1]}"
        )
    if half and "." in (number or ""):
        raise ValueError(f"found {shown(whole)}, with a point and {half}; write one of the two")
    value = Fraction(number.replace(",", "").replace("_", "")) if number else Fraction(0)
    value += HALVES.get(half, 0)
    places = len((number or "").partition(".")[2])
    spread = Fraction(0) if half else Fraction(1, 2 * 10**places)
    scale = word or short
    if scale:
        if short and not money:
            raise ValueError(
                f"found {shown(whole)}; `{short}` is for money; "
                f"write {number} {'million' if short == 'm' else 'billion'} and what it is of"
            )
        value *= SCALES[scale]
        spread *= SCALES[scale]
    try:
        unit = parse_unit(money, rest)
    except ValueError:
        raise ValueError(_unknown(whole, text, money, number or half, rest)) from None
    return (-value if minus else value), unit, spread


def _rather(whole: str, part: str, instead: str) -> str:
    """Return what to say of an amount of which a part is to be written in another way."""
    return f"found {shown(whole)}; write {_within(whole, part, instead)}"


def _within(whole: str, part: str, instead: str) -> str:
    """Return the very text to write, in which a part is written in another way."""
    start = whole.find(part)
    while start and whole[start - 1] in "0123456789.,":
        # The end of another number: in "12.500% + 2.500 beds" that is not what is meant.
        start = whole.find(part, start + 1)
    return to_write(whole[:start] + instead + whole[start + len(part) :], instead)


def _behind(rest: str) -> str:
    return f" {rest}" if rest and not rest.startswith("/") else rest


def _two_places(number: str) -> str:
    """Write 2.500 as it is read with a point in it, 2.50, and 1.125 as 1.1250: not with three places."""
    short = number.rstrip("0")
    places = len(short.partition(".")[2])
    return short + "0" * (1 if places == 3 else max(0, 2 - places))


def _unknown(whole: str, text: str, money: str, number: str, rest: str) -> str:
    """Say that a unit is not known, with the very text to write where that is plain."""
    found = f"found {shown(whole)}, with the unknown unit {shown((money + _behind(rest)).strip())}"
    if rest.endswith(" on average"):
        return f"{found}; write on average {to_write(text.removesuffix(' on average'))}"
    if yearly := re.fullmatch(r"(?:%|per ?cent|percent) ?(?:/|per |a ) ?(?:year|annum)", rest):
        plainly = to_write(text.removesuffix(yearly[0]).rstrip() + "%")
        return (
            f"{found}; write {plainly}, and in `period` the year it is for; of several years what is asked "
            f"is {plainly} + {plainly}, and what is given has `stages`"
        )
    more = re.fullmatch(r"([kKM]|Mn|mn|B)((?:/| per ).*)?", rest)
    dash = re.fullmatch(rf"[-–—] ?([{SIGNS}]?{_NUMBER})(.*)", rest)
    if more:
        scale = {"k": "thousands", "K": "thousands", "B": "billions"}.get(more[1], "millions")
        short = {"millions": "m", "billions": "bn"}.get(scale, "")
        known = _within(whole, text, f"{money}{number}{short}{more[2] or ''}")
        known = f"{known} for {scale}, or " if short and money else ""
        return f"{found}; write {known}the number in full"
    if dash:
        ends = number, dash[1].lstrip(SIGNS)
        return f"{found}; write {to_write(' to '.join(f'{money}{end}{dash[2]}' for end in ends))}"
    unit = meant(money, rest)
    if unit is None:
        return f"{found}; allowed is an amount: {ALLOWED}"
    # Whatever stands before the unit stays: a sign, half a number, a million.
    before = text.removesuffix(rest).rstrip()
    name = singular(unit.name, Fraction(before == "1" or 2))
    if unit.is_money and not name.startswith("p"):
        sign, slash, per = name.partition("/")
        before = before if money else before.replace(before.lstrip("-"), sign + before.lstrip("-"))
        name = slash + per
    between = "" if name[:1] in ("%", "/", "") or unit.is_money else " "
    return f"{found}; write {_within(whole, text, before + between + name)}"


_INDEXED = r"(?:figure )?([A-Za-z][A-Za-z -]{0,30}?) ?(?:\+|plus) ?([0-9].{0,30})"
_INDICES = ("rpi", "rpix", "cpi", "cpih", "inflation", "prices")
_PERCENT = r"(?i:([a-z]+) (?:percent|per cent|%))"
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    "twenty",
)


def _said(text: str) -> str:
    """Return what to write for an amount in words, RPI + 2% or ten percent; "" where none is plain."""
    if (spelt := re.fullmatch(_PERCENT, text)) and spelt[1].casefold() in _NUMBERS:
        return f"write {_NUMBERS.index(spelt[1].casefold()) + 1}%"
    indexed = re.fullmatch(_INDEXED, text)
    name = indexed[1] if indexed else text
    if not indexed and name.casefold() not in _INDICES:
        return ""
    known = name.casefold().replace(" ", "-")
    beside = f" + {indexed[2]}" if indexed else ""
    return (
        f"write figure {known}{beside}, with a record under `figures`: {{id: {known}, title: {name}, "
        "value: …%, measures: prices}"
    )


def without_minus(text: str) -> str:
    """Return an amount as it is written without the minus of its numbers."""
    return re.sub(r"(^| )-", r"\1", text)


# Writing -------------------------------------------------------------------------------------


def written(value: Fraction, unit: Unit) -> str:
    """Write an exact number in a unit: 5.5%, £0.40/hour, 2 hours/week, 3/2 porters per ward."""
    money, slash, per = unit.name.partition("/")
    if unit.is_money and money != "p":
        sign, size = ("-", -value) if value < 0 else ("", value)
        space = " " if len(money) > 1 else ""
        # Cut to pence: a share is never rounded up to a threshold it has not reached.
        pence = Fraction(int(size * 100), 100)
        about = "" if size == pence else "about "
        return f"{about}{sign}{money}{space}{_money(pence)}{slash}{per}"
    if unit.name in ("%", "") or money == "p":
        return plain(value) + unit.name
    return f"{plain(value)} {singular(unit.name, value)}"


def _money(size: Fraction) -> str:
    whole, rest = divmod(int(size * 100), 100)
    return f"{whole:,}" + (f".{rest:02}" if rest else "")


def plain(value: Fraction) -> str:
    """Write a fraction as a decimal where that is exact within six places, else as n/d.

    What would be longer than a line is cut to six places and marked "about".
    """
    scaled = value * 10**6
    if scaled.denominator != 1:
        if value.denominator < 10**6:
            return f"{value.numerator}/{value.denominator}"
        return f"about {plain(Fraction(int(scaled), 10**6))}"
    whole, rest = divmod(abs(int(scaled)), 10**6)
    sign = "-" if value < 0 else ""
    # Python refuses to write whole numbers of more than 4,300 digits, and decimals do not.
    return f"{sign}{Decimal(whole)}.{rest:06}".rstrip("0").rstrip(".")


def exact(value: Fraction) -> str:
    """Write a fraction as n/d, or n, however many digits it has."""
    over = "" if value.denominator == 1 else f"/{Decimal(value.denominator)}"
    return f"{Decimal(value.numerator)}{over}"


def part(share: Fraction) -> str:
    """Write a share as a part: half, two thirds, a third, 40%."""
    names = {Fraction(1, 2): "half", Fraction(2, 3): "two thirds", Fraction(1, 3): "a third"}
    return names.get(share, percent(share))


def percent(share: Fraction) -> str:
    """Write a share in percent: exact to a hundredth, else cut there and marked "about"."""
    hundredths = share * 10_000
    if hundredths.denominator == 1:
        return plain(share * 100) + "%"
    if 0 < abs(hundredths) < 1:
        return "under 0.01%" if share > 0 else "between -0.01% and 0%"
    # Cut towards zero: a share is never rounded up to a threshold it has not reached.
    return f"about {plain(Fraction(int(hundredths), 100))}%"


def of_two(write: Callable[[Fraction], str], one: Fraction, other: Fraction) -> str:
    """Write two numbers as one or as a range: 63%, 63% to 73%."""
    low, high = write(min(one, other)), write(max(one, other))
    return low if low == high else f"{low} to {high}"
