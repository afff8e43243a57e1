"""What was given against what was asked: exact arithmetic on amounts of one unit."""

from __future__ import annotations

import functools
from fractions import Fraction

import attrs

from pcs_scorecard.model.concessions import Answer, of_another_kind, unlike_units
from pcs_scorecard.model.demands import Asks
from pcs_scorecard.values.amounts import Amount, written
from pcs_scorecard.values.vocabulary import Level


@attrs.frozen(eq=False)  # each pair of amounts has one measure
class Measure:
    """What was given against what was asked, as exact numbers of one unit."""

    unit: str
    asked: Fraction
    start: Fraction | None
    """Where it stood before: the baseline, 0 for a change; None for a level without a baseline."""
    missing: Fraction
    """How far what was given stays behind what was asked; 0 or less where it does not."""
    share: Fraction | None
    """(given - start) / (asked - start): 1 at what was asked, negative the other way."""

    def at(self, share: Fraction) -> str:
        """Write the amount at which a share of what was asked would be given."""
        start = self.start or Fraction(0)
        exact = start + share * (self.asked - start)
        if (exact * 100).denominator == 1:
            return written(exact, self.unit)
        # Cut towards what was asked, so that it is never too little.
        hundredths = exact * 100 // 1 + (self.asked > start)
        return f"about {written(Fraction(hundredths, 100), self.unit)}"

    @property
    def gap(self) -> str:
        """Write how much is missing; between two ratios, 1:15 and 1:10, that is a plain number."""
        return written(self.missing, "" if self.unit == "ratio" else self.unit)


def measure(asks: Asks, answer: Answer) -> Measure | None:
    """Return what was given against what was asked, or None where there are not two numbers.

    Raise ValueError where the two are in unlike units, though of one kind, and where what is asked
    is where it stood before.
    """
    gives = answer.gives
    if asks.amount is None or gives.amount is None or of_another_kind(asks, gives):
        return None
    if gives.amount.unit != asks.amount.unit:
        raise ValueError(unlike_units(asks, gives))
    return _measure(asks.amount, gives.amount, asks.level, asks.baseline)


def side(asks: Asks) -> Level:
    """Return a cap where less is better, as for 35 hours a week from 37 or -2%, else a floor."""
    if asks.level is not None or asks.amount is None:
        return asks.level or Level.FLOOR
    return _side(asks.amount, asks.baseline)


def _side(amount: Amount, baseline: Amount | None) -> Level:
    asked = amount.counted() or Fraction(0)
    start = (baseline.counted() if baseline else None) or Fraction(0)
    return Level.CAP if asked < start else Level.FLOOR


# Few different pairs of amounts fill a dispute: each is worked out once.
@functools.lru_cache(4096)
def _measure(
    asked_amount: Amount, given_amount: Amount, level: Level | None, baseline: Amount | None
) -> Measure | None:
    better = level or _side(asked_amount, baseline)
    asked, given = asked_amount.counted(level), given_amount.counted(better)
    if asked is None or given is None:
        return None
    start = baseline.counted() if baseline else None
    if start is None and level is None:
        start = Fraction(0)
    if start == asked:
        raise ValueError(f"{asked_amount} is asked for, which is where it stood before")
    missing = asked - given if better is Level.FLOOR else given - asked
    share = None if start is None else (given - start) / (asked - start)
    return Measure(asked_amount.unit, asked, start, missing, share)
