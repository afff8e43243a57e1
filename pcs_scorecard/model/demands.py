"""What is asked for: demands, the parts of a compound one, their terms, and the pay they are about."""

from __future__ import annotations

from operator import attrgetter

import attrs

from pcs_scorecard.model.fields import (
    DATE_NOTE,
    DATE_PRINTED,
    Complaints,
    Constraints,
    Place,
    Ref,
    bare_complaints,
    dated,
    field,
    optional,
    place_field,
    several,
)
from pcs_scorecard.model.sources import Evidence
from pcs_scorecard.values.amounts import Amount, without_minus
from pcs_scorecard.values.dates import Date, Period
from pcs_scorecard.values.messages import quoted, shown, to_write
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import Basis, Direction


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PayPoint(Value):
    """A named salary of the dispute, at which sums and percentages are compared."""

    id: str = field("id", "the name that other records use")
    title: str = field("text", "the grade or the step, as readers know it")
    value: Amount = field("amount", "the pay there, £21,000/year")
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Asks(Value):
    """The terms of a demand, in one of five forms; what is not asked for is left out."""

    more: Amount | None = optional("amount", "a sum or a change upwards: 10%, £1,500", "{:more}")
    less: Amount | None = optional("amount", "a change downwards: 2%", "{:less}")
    at_least: Amount | None = optional(
        "amount", "a level to reach from below: £15/hour", "at least {}"
    )
    at_most: Amount | None = optional(
        "amount", "a level to reach from above, or a cap: 35 hours/week", "at most {}"
    )
    direction: Direction | None = optional(Direction, "which way to move, without a number", "{}")
    measure: str | None = optional(
        "text", "what a direction is measured by: the adult fare", "measured by {}"
    )
    baseline: Amount | None = optional("amount", "where a level stood before", "from {}")
    basis: Basis | None = optional(Basis, "the kind of money asked for", "{}")
    period: Period | None = optional("period", "the years it is asked for", "for {}")
    due: Date | None = optional("date", "when it is to take effect, at the latest", "due by {}")
    lasting: bool = field(
        "yes", "whether it must hold without an end date", words="with no end date", default=False
    )
    for_: tuple[str, ...] = field(
        Ref("pay_points"),
        "the pay points it is about, where not all",
        many=True,
        default=(),
        words="for {}",
    )
    place: Place | None = place_field()

    @property
    def forms(self) -> list[str]:
        """Which of the five forms it is in, by their keys; none asks for the thing itself."""
        return [name for name, asked in zip(FORMS, _forms(self), strict=True) if asked is not None]

    @property
    def change(self) -> Amount | None:
        """The change asked for, up or down."""
        return self.more or self.less

    @property
    def level(self) -> Amount | None:
        """The level asked for, from below or above."""
        return self.at_least or self.at_most

    @property
    def upwards(self) -> bool:
        """Whether more is better: of a change, of a level, or of what a direction is measured by."""
        return not (self.less or self.at_most or self.direction is Direction.DOWN)


FORMS = ("more", "less", "at_least", "at_most", "direction")
_forms = attrgetter(*FORMS)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Part(Value):
    """One part of a compound demand; who asks whom, and when, is as in the whole."""

    id: str = field("id", "the name that answers use; no demand may bear it")
    title: str = field("text", "what this part asks for")
    asks: Asks = field(Asks, "its terms", default=Asks())
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Demand(Value):
    """One thing asked for, by whom, of whom; the unit that gets a status."""

    id: str = field("id", "the name that other records use")
    title: str = field("text", "what is to be, in a few neutral words")
    made_by: str = field(Ref("parties"), "who asks")
    made_to: str = field(Ref("parties"), "who is asked")
    date: Date | None = optional("date", "when it was made, if not when it was first reported")
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


def _pay_point(point: PayPoint) -> Complaints:
    value = point.value
    one = value.formula is None and value.low == value.high and not value.average
    if one and value.unit.is_money and value.low and value.low > 0:
        return ()
    return [("value", f"found {shown(value.text)}; allowed is one pay, £21,000/year")]


def _asks(asks: Asks) -> Complaints:
    forms = asks.forms
    if len(forms) > 1:
        found = " and ".join(f"`{name}`" for name in forms)
        remedy = "ask for one of them in each demand, or in each part of one"
        return [(forms[1], f"stands beside another form: found {found}; {remedy}")]
    if bare := bare_complaints(asks):
        return bare
    complaints = []
    if asks.direction and not asks.measure:
        complaints.append(
            (
                "direction",
                f"found {asks.direction.value!r} without its `measure`; name what is to go that way: "
                "measure: the adult fare",
            )
        )
    if asks.measure and not asks.direction:
        complaints.append(("measure", "is about a `direction`, up or down, and none is asked for"))
    if asks.baseline is not None:
        complaints += _baseline(asks, asks.baseline)
    for name in ("more", "less"):
        amount = getattr(asks, name)
        if amount is not None and amount.formula is None:
            complaints += _change(name, amount)
    level = asks.level
    if level is not None and level.formula is None:
        relied_on = level.low if asks.at_least else level.high
        if relied_on is None:
            complaints.append((forms[0], f"found {shown(level.text)}; {_NAMES_IT}"))
    return complaints


_NAMES_IT = "a demand names the number it would be met by"


def _change(name: str, amount: Amount) -> Complaints:
    if amount.low is None:
        return [(name, f"found {shown(amount.text)}; {_NAMES_IT}")]
    if amount.low < 0:
        other = "less" if name == "more" else "more"
        plainly = to_write(without_minus(amount.text))
        return [(name, f"found {shown(amount.text)}; write {other}: {plainly}")]
    if amount.low == 0:
        return [
            (
                name,
                f"found {shown(amount.text)}, no change; to keep what is there, ask with `at_least` or "
                "`at_most` and give its `baseline`",
            )
        ]
    return ()


def _baseline(asks: Asks, baseline: Amount) -> Complaints:
    if asks.level is None and asks.direction is None:
        remedy = (
            "a change counts from nothing, so leave it out"
            if asks.change
            else "ask with `at_least` or `at_most` for what was to be reached or kept"
        )
        return [
            ("baseline", f"found {shown(baseline.text)} beside no level or direction; {remedy}")
        ]
    if baseline.formula is not None or baseline.low is None or baseline.low != baseline.high:
        return [("baseline", f"found {shown(baseline.text)}; a baseline is one number")]
    level = asks.level
    if level is not None and level.formula is None and level.unit.key != baseline.unit.key:
        return [
            (
                "baseline",
                f"{unlike(baseline, level)}; if a document gives it in that unit, write it so, else leave "
                "it out",
            )
        ]
    return ()


def unlike(found: Amount, asked: Amount, whose: str = "is asked for") -> str:
    """Say that two amounts cannot be compared."""
    units = [
        quoted(each.unit.name) if each.unit.name else "a plain number" for each in (found, asked)
    ]
    return (
        f"found {shown(found.text)} in the unit {units[0]}, where {shown(asked.text)} {whose} "
        f"in the unit {units[1]}: unlike things are not compared"
    )


def _demand(demand: Demand) -> Complaints:
    complaints = dated(demand)
    if demand.parts and demand.asks != Asks():
        complaints.append(
            ("asks", "stands beside `parts`; a compound demand has its terms in its parts")
        )
    if demand.dropped and demand.date and demand.dropped.last < demand.date.first:
        complaints.append(
            (
                "dropped",
                f"found {demand.dropped.text!r}, before it was made: {demand.date.text!r}; correct the date "
                "that is wrong",
            )
        )
    return complaints


CONSTRAINTS: Constraints = {
    PayPoint: (_pay_point, frozenset({"value"})),
    Asks: (_asks, frozenset({*FORMS, "measure", "baseline"})),
    Demand: (_demand, frozenset({"date_printed", "parts", "dropped"})),
}
