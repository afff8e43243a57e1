"""What is asked for: demands, the parts of a compound one, and their terms."""

from __future__ import annotations

import attrs

from pcs_scorecard.model.fields import (
    DATE_NOTE,
    DATE_PRINTED,
    Complaints,
    Constraints,
    Place,
    Ref,
    dated,
    field,
    optional,
    place_field,
    several,
)
from pcs_scorecard.model.sources import Evidence
from pcs_scorecard.values.amounts import Amount
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.vocabulary import Basis, Level


@attrs.frozen(kw_only=True)
class Asks:
    """The terms of a demand; what is not asked for is left out."""

    amount: Amount | None = optional("amount", "the number asked for, with its unit", "{}")
    level: Level | None = optional(Level, "for a level: which side of the amount to reach")
    baseline: Amount | None = optional(
        "amount", "where it stood before; a change counts from 0 without one", "from {}"
    )
    basis: Basis | None = optional(Basis, "the kind of money asked for", "{}")
    period: str | None = optional("period", "the pay year it is asked for", "for {}")
    due: Date | None = optional("date", "when it is to take effect, at the latest", "due by {}")
    lasting: bool = field(
        "yes", "whether it must hold without an end date", words="to last", default=False
    )
    direction: str | None = optional(
        "text", "for a demand without a number: which way to move", "{}"
    )
    measure: str | None = optional(
        "text", "the measure that a direction is tested on", "measured by {}"
    )
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Part:
    """One part of a compound demand; who asks whom, and when, is as in the whole."""

    id: str = field("id", "the name that answers use; no demand may bear it")
    title: str = field("text", "what this part asks for")
    asks: Asks = field(Asks, "its terms", default=Asks())
    place: Place | None = place_field()


@attrs.frozen(kw_only=True)
class Demand:
    """One thing asked for, by whom, of whom; the unit that gets a status."""

    id: str = field("id", "the name that other records use")
    title: str = field("text", "what is asked for, in a few neutral words")
    made_by: str = field(Ref("parties"), "who asks")
    made_to: str = field(Ref("parties"), "who is asked")
    date: Date | None = optional("date", "when it was made; undated, it is on every scoresheet")
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    asks: Asks = field(Asks, "its terms", default=Asks())
    parts: tuple[Part, ...] = several(
        Part, "the parts of a compound demand; answers name the parts"
    )
    dropped: Date | None = optional("date", "when the side that made it gave it up")
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


# What must hold ---------------------------------------------------------------------------


def unlike(found: Amount, asked: Amount) -> str:
    """Say that two amounts cannot be compared."""
    units = [repr(amount.unit) if amount.unit else "a plain number" for amount in (found, asked)]
    return (
        f"found {found.text!r} in the unit {units[0]}, where {asked.text!r} is asked for "
        f"in the unit {units[1]}: unlike things are not compared"
    )


def _asks(asks: Asks) -> Complaints:
    amount, baseline = asks.amount, asks.baseline
    if amount is None:
        needless = (("level", asks.level), ("baseline", baseline))
        return [
            (name, "is about an amount, and none is asked for; add `amount`")
            for name, value in needless
            if value is not None
        ]
    asked = amount.counted(asks.level)
    if asked is None:
        return [("amount", f"found {amount.text!r}; a demand names the number it would be met by")]
    if amount.unit == "ratio" and asks.level is None:
        return [("amount", f"found {amount.text!r}; say in `level` which side of it to reach")]
    if baseline is None:
        if asks.level is None and not asked:
            return [("amount", f"found {amount.text!r}, no change; for a level add `level`")]
        return ()
    start = baseline.counted()
    if baseline.unit != amount.unit:
        return [("baseline", unlike(baseline, amount))]
    if start is None:
        return [("baseline", f"found {baseline.text!r}; a baseline is one number")]
    if start == asked:
        return [("baseline", f"found {baseline.text!r}, which is the amount asked for")]
    if asks.level and (start > asked) == (asks.level is Level.FLOOR):
        side = "above a floor" if asks.level is Level.FLOOR else "below a cap"
        return [("baseline", f"found {baseline.text!r}, {side} of {amount.text}: already met")]
    return ()


def _demand(demand: Demand) -> Complaints:
    complaints = dated(demand)
    if demand.parts and demand.asks != Asks():
        complaints.append(
            ("asks", "stands beside `parts`; a compound demand has its terms in its parts")
        )
    if demand.dropped and demand.date and demand.dropped.last < demand.date.last:
        complaints.append(
            (
                "dropped",
                f"found {demand.dropped.text!r}, before it was made: {demand.date.text!r}",
            )
        )
    return complaints


CONSTRAINTS: Constraints = {
    Asks: (_asks, frozenset({"amount", "level", "baseline"})),
    Demand: (_demand, frozenset({"date_printed", "parts", "dropped"})),
}
