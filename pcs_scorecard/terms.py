"""Whether the terms of an answer can be measured against the terms of its demand."""

from __future__ import annotations

from pcs_scorecard.amounts import Amount
from pcs_scorecard.model import Asks, Gives


def unlike(found: Amount, asked: Amount) -> str:
    """Say that two amounts cannot be compared."""
    units = [repr(amount.unit) if amount.unit else "a plain number" for amount in (found, asked)]
    return (
        f"found {found.text!r} in the unit {units[0]}, where {asked.text!r} is asked for "
        f"in the unit {units[1]}: unlike things are not compared"
    )


def unlike_units(asks: Asks, gives: Gives) -> str:
    """Say that what is given cannot be measured against what is asked, or nothing if it can."""
    if asks.amount is None or gives.amount is None or gives.amount.unit == asks.amount.unit:
        return ""
    if of_another_kind(asks, gives):
        return ""
    return unlike(gives.amount, asks.amount)


def of_another_kind(asks: Asks, gives: Gives) -> bool:
    """Tell whether the record says that a thing of another kind was given."""
    if gives.instead is not None:
        return True
    return asks.basis is not None and gives.basis is not None and asks.basis != gives.basis
