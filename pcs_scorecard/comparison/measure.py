"""What was given against what was asked: exact arithmetic on amounts of one unit."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import attrs

from pcs_scorecard.model.concessions import Gives, Stage
from pcs_scorecard.model.demands import Asks
from pcs_scorecard.model.terms import Figures, incomparable, needs_pay, no_pay, of_another_kind
from pcs_scorecard.values.amounts import Amount, written
from pcs_scorecard.values.units import Unit
from pcs_scorecard.values.value import Value


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Measure(Value):
    """What was asked and given, as exact numbers of one unit; None for what is not known.

    Of a direction nothing is asked but to be on one side of where it stood.
    """

    unit: Unit
    """The unit in which numbers are written; they are kept in the one that it is compared in."""
    upwards: bool
    asked: Fraction | None
    start: Fraction | None
    """Where it stood before: the baseline, the pay, 0 for a change."""
    given: Fraction | None
    """The number that can be relied on: the low end of what is asked upwards, else the high end."""
    kept: bool
    """Whether what was asked for is where it stood, so that there is no share, only worse or not."""
    asked_beyond: bool = False
    """Whether more than the number was asked for: over 5%."""
    given_beyond: bool = False
    """Whether more than the number can be relied on: over 5%, or under 100 of what is to fall."""

    @property
    def share(self) -> Fraction | None:
        """(given - start) / (asked - start): 1 at what was asked, negative the other way."""
        if self.given is None or self.start is None or self.asked is None or self.kept:
            return None
        return (self.given - self.start) / (self.asked - self.start)

    @property
    def reached(self) -> bool:
        """Whether what was given is as much as was asked for."""
        if self.given is None:
            return False
        if self.asked is None:
            past = self.given == self.start and self.given_beyond
            return self.start is not None and (past or self._beyond(self.given, self.start))
        same = self.given == self.asked and (self.given_beyond or not self.asked_beyond)
        return same or self._beyond(self.given, self.asked)

    @property
    def worse(self) -> bool:
        """Whether what was given lies past what was to be kept, or on the other side of the start."""
        if self.given is None:
            return False
        edge = self.asked if self.kept else self.start
        return edge is not None and self._beyond(edge, self.given)

    def _beyond(self, one: Fraction, other: Fraction) -> bool:
        return one > other if self.upwards else one < other

    def write(self, number: Fraction) -> str:
        """Write a number in the unit."""
        return written(number / self.unit.factor, self.unit)

    def at(self, share: Fraction) -> str:
        """Write the amount at which a share of what was asked would be given."""
        start, asked = self.start or Fraction(0), self.asked or Fraction(0)
        number = (start + share * (asked - start)) / self.unit.factor
        if (number * 100).denominator == 1:
            return written(number, self.unit)
        # Cut towards what was asked, so that it is never too little.
        hundredths = number * 100 // 1 + self.upwards
        return f"about {written(Fraction(hundredths, 100), self.unit)}"


def counting(asks: Asks, gives: Gives) -> tuple[Stage, ...] | None:
    """Return the stages that count for the years asked about; None where a figure for them is lacking.

    A stage for more years than were asked about has no figure for these: it leaves open which level
    is the last, or what it takes away; what it adds to others does not make these uncertain.
    """
    stages = []
    for stage in gives.stages:
        if asks.period is not None and stage.period is not None:
            if not asks.period.meets(stage.period):
                continue
            if stage.period not in asks.period:
                if (stage.more if asks.upwards else stage.less) is None:
                    return None
                continue
        stages.append(stage)
    return tuple(stages)


def _counted(asks: Asks, gives: Gives) -> tuple[Gives | Stage, ...]:
    """Return the records whose amounts count: the whole, stages that are added, or the last level."""
    if not gives.stages:
        return (gives,)
    stages = counting(asks, gives) or ()
    if stages and stages[0].to is not None:
        # Of levels in stages the last is what is reached.
        return (max(stages, key=lambda stage: (stage.starts.last, stage.starts.text)),)
    return stages


def measure(
    asks: Asks, gives: Gives, figures: Figures, pay: Amount | None = None
) -> Measure | None:
    """Return what was given against what was asked, or None where there is nothing to compare.

    At a pay point, `pay` is what is paid there. Raise ValueError for what cannot be compared, which
    loading a file reports as a problem, and KeyError for a figure that is not there.
    """
    if not gives.figured or not asks.forms or of_another_kind(asks, gives):
        return None
    at_pay = needs_pay(asks, gives, figures)
    if at_pay and pay is None:
        raise ValueError(no_pay(asks, gives, figures))
    point = pay if at_pay else None
    wanted = asks.change or asks.level
    level = None if wanted is None else wanted.resolved(figures, point)
    start = _start(asks, gives, point)
    upwards = asks.upwards
    asked_for = None if level is None else level.in_key[0 if upwards else 1]
    if level is not None and asks.less is not None:
        # A change downwards counts below nothing, and the least that is promised counts.
        asked_for = None if level.in_key[0] is None else -level.in_key[0]
    kept = False
    if start is not None and asked_for is not None:
        kept = start >= asked_for if upwards else start <= asked_for
    counted = _counted(asks, gives)
    number, unit = _given(asks, gives, figures, start, point, counted)
    if kept and len(steps := counting(asks, gives) or ()) > 1 and steps[0].to is not None:
        # What is to be kept is kept at every stage, and not at the last alone.
        each = [_given(asks, gives, figures, start, point, (step,))[0] for step in steps]
        known = [found for found in each if found is not None]
        number = (min if upwards else max)(known) if len(known) == len(each) else None
    if _averaged(counted, figures) and not (level is not None and level.average):
        number = None
    return Measure(
        unit=_unit(level, asks.baseline, unit, point),
        upwards=upwards,
        asked=asked_for,
        start=start,
        given=number,
        kept=kept,
        asked_beyond=level is not None and level.beyond,
        given_beyond=any(
            amount is not None and any(each.beyond for each in _named(amount, figures))
            for record in counted
            for amount in (record.more, record.less, record.to)
        ),
    )


def _named(amount: Amount, figures: Figures) -> list[Amount]:
    """Return the amounts that say how certain one is: itself, or the figures that a formula names."""
    return [figures[name] for name in amount.formula.figures] if amount.formula else [amount]


def _start(asks: Asks, gives: Gives, point: Amount | None) -> Fraction | None:
    """Return where it stood before, in the unit that is compared."""
    as_change = gives.to is None and not any(stage.to for stage in gives.stages)
    if asks.change is not None or (asks.direction is not None and as_change):
        return Fraction(0)
    if point is not None and asks.level is not None:
        return point.in_key[0]
    return None if asks.baseline is None else asks.baseline.in_key[0]


def _apart(asks: Asks, gives: Gives, found: Amount, figures: Figures, point: Amount | None) -> str:
    """Say why an amount cannot be compared with what is asked; "" if it can."""
    other = point or asks.change or asks.level or asks.baseline
    if other is None or other.formula is not None or found.unit.key == other.unit.key:
        return ""
    return incomparable(asks, gives, figures)


def _unit(*amounts: Amount | Unit | None) -> Unit:
    """Return the unit of the first of some amounts."""
    for each in amounts:
        if each is not None:
            return each if isinstance(each, Unit) else each.unit
    return Unit("")


def _averaged(counted: Sequence[Gives | Stage], figures: Figures) -> bool:
    """Tell whether what counts of what is given is an average, as written or by a figure it names."""
    for record in counted:
        amount = record.more or record.less or record.to
        if amount is None:
            continue
        if any(each.average for each in _named(amount, figures)):
            return True
    return False


def uncertain(asks: Asks, gives: Gives, figures: Figures) -> list[str]:
    """Return the amounts that count and that nobody in particular can rely on, as written."""
    if asks.period is not None and gives.period is not None and gives.period not in asks.period:
        return []
    found = []
    for record in _counted(asks, gives):
        amount = record.more or record.less or record.to
        if amount is None:
            continue
        end = "low" if asks.upwards is (record.less is None) else "high"
        if any(each.average or getattr(each, end) is None for each in _named(amount, figures)):
            found.append(amount.text)
    return list(dict.fromkeys(found))


def _given(
    asks: Asks,
    gives: Gives,
    figures: Figures,
    start: Fraction | None,
    point: Amount | None,
    records: Sequence[Gives | Stage],
) -> tuple[Fraction | None, Unit | None]:
    """Return the number that can be relied on, as a level where one is asked for, and its unit."""
    years = None if gives.stages else gives.period
    if not records or (asks.period is not None and years is not None and years not in asks.period):
        return None, None
    total: Fraction | None = Fraction(0)
    unit: Unit | None = None
    for record in records:
        amount = record.more or record.less or record.to
        if amount is None:
            return None, None
        found = amount.resolved(figures, point)
        if wrong := _apart(asks, gives, found, figures, point):
            raise ValueError(wrong)
        unit = unit or found.unit
        low, high = found.in_key
        if record.less is not None:
            low, high = (None if high is None else -high), (None if low is None else -low)
        end = low if asks.upwards else high
        total = None if total is None or end is None else total + end
    if total is not None and records[0].to is None and asks.change is None and start is not None:
        total += start
    return total, unit
