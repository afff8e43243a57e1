"""What was given against what was asked: exact arithmetic on amounts of one unit."""

from __future__ import annotations

import functools
from fractions import Fraction

import attrs

from pcs_scorecard.amounts import Amount
from pcs_scorecard.checks import of_another_kind, unlike_units
from pcs_scorecard.model import Answer, Asks
from pcs_scorecard.words import Level


@attrs.frozen(eq=False)  # each pair of amounts has one measure
class Measure:
    """What was given against what was asked, as exact numbers of one unit."""

    unit: str
    missing: Fraction
    """How far what was given stays behind what was asked; 0 or less where it does not."""
    share: Fraction | None
    """(given - baseline) / (asked - baseline): 1 at what was asked, negative the other way.

    A change counts from 0; a level has a share only where its baseline is recorded.
    """


def measure(asks: Asks, answer: Answer) -> Measure | None:
    """Return what was given against what was asked, or None where there are not two numbers.

    Raise ValueError where the two are in unlike units, though of one kind.
    """
    gives = answer.gives
    if asks.amount is None or gives.amount is None or of_another_kind(asks, gives):
        return None
    if gives.amount.unit != asks.amount.unit:
        raise ValueError(unlike_units(asks, gives))
    return _measure(asks.amount, gives.amount, asks.level, asks.baseline)


# Few different pairs of amounts fill a dispute: each is worked out once.
@functools.lru_cache(4096)
def _measure(
    asked_amount: Amount, given_amount: Amount, level: Level | None, baseline: Amount | None
) -> Measure | None:
    asked, given = asked_amount.counted(level), given_amount.counted(level)
    if asked is None or given is None:
        return None
    # A cap is kept from above, and so is a change asked for downwards (-2%).
    down = level is Level.CAP or (level is None and asked < 0)
    missing = given - asked if down else asked - given
    # The gap between two ratios, 1:15 and 1:10, is a plain number.
    unit = "" if asked_amount.unit == "ratio" else asked_amount.unit
    start = baseline.counted() if baseline else None
    if start is None:
        if level is not None:
            return Measure(unit, missing, None)
        start = Fraction(0)
    return Measure(unit, missing, (given - start) / (asked - start))
