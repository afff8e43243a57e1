"""What is asked beside what is given: whether the two can be compared, and at what.

Sums and percentages meet only at a pay, so a demand in which they do is compared at every pay point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pcs_scorecard.model.concessions import Gives
from pcs_scorecard.model.demands import Asks, unlike
from pcs_scorecard.values.amounts import Amount
from pcs_scorecard.values.dates import Period
from pcs_scorecard.values.messages import shown, to_write
from pcs_scorecard.values.units import PERCENT, POINTS, Unit

Figures = Mapping[str, Amount]
"""The values of the figures that formulas name, by id."""

REMEDY = (
    "if a document gives both in one unit, write them so; else leave the amount, or its stage, out, and "
    "tell it in `terms`: it then counts as given without a figure"
)
BASELINE = (
    "if a document says where it stood before, give that in the demand's `asks`, baseline: …; else leave "
    "the amount out, and tell it in `terms`"
)


def of_another_kind(asks: Asks, gives: Gives) -> bool:
    """Tell whether the record says that a thing of another kind was given."""
    if gives.instead is not None:
        return True
    return asks.basis is not None and gives.basis is not None and asks.basis != gives.basis


def given(gives: Gives) -> Iterator[tuple[str, Amount]]:
    """Yield every amount that is given, at once or in stages, with its key."""
    for record in gives.stages or (gives,):
        if record.more is not None:
            yield "more", record.more
        if record.less is not None:
            yield "less", record.less
        if record.to is not None:
            yield "to", record.to


def periods(gives: Gives) -> Iterator[Period]:
    """Yield the years that something is given for, of the whole or of its stages."""
    for record in gives.stages or (gives,):
        if record.period is not None:
            yield record.period


def units(amount: Amount, figures: Figures) -> Iterator[Unit]:
    """Yield the units of an amount, each step of a formula for itself."""
    if amount.formula is None:
        yield amount.unit
        return
    for steps in amount.formula.sums:
        for step in steps:
            if not step.figure:
                yield step.unit
            elif step.figure in figures:
                yield figures[step.figure].unit


def mix(amounts: Iterable[Amount], figures: Figures) -> bool:
    """Tell whether sums of money and percentages are among some amounts."""
    money = percent = False
    for amount in amounts:
        for unit in units(amount, figures):
            money = money or unit.is_money
            percent = percent or unit.key == "%"
    return money and percent


def asked(asks: Asks) -> Iterator[Amount]:
    """Yield the amounts that are compared with what is given; of a direction only the sign counts."""
    for amount in (asks.change, asks.level):
        if amount is not None:
            yield amount


def needs_pay(asks: Asks, gives: Gives, figures: Figures) -> bool:
    """Tell whether an answer can only be compared with a demand at pay points."""
    if not gives.figured or not asks.forms or of_another_kind(asks, gives):
        return False
    amounts = [amount for _, amount in given(gives)]
    return bool(amounts) and mix([*asked(asks), *amounts], figures)


def no_pay(asks: Asks, gives: Gives, figures: Figures) -> str:
    """Say that there is no pay point to compare an answer at, in which unit one must be, what else to do."""
    amounts = [*asked(asks), *(amount for _, amount in given(gives))]
    money = dict.fromkeys(
        unit.name for each in amounts for unit in units(each, figures) if unit.is_money
    )
    return (
        "sums of money and percentages are compared at pay points, and none is on record; add "
        f"`pay_points`, the pay that it is about in {' and '.join(money)}: {{id: lowest, title: Lowest "
        "grade, value: …}; a sum paid once beside a rise in % is `undemanded`, or says basis: "
        "non-consolidated where the demand says basis: consolidated"
    )


def incomparable(asks: Asks, gives: Gives, figures: Figures) -> str:
    """Say why what is given cannot be compared with what is asked, and what to do; "" if it can."""
    if of_another_kind(asks, gives) or len(asks.forms) > 1:
        return ""
    if asks.period is not None:
        for period in periods(gives):
            if period.pay != asks.period.pay:
                one, other = ("pay", "calendar") if period.pay else ("calendar", "pay")
                return (
                    f"found the {one} {_years(period)}, where the {other} {_years(asks.period)} is asked "
                    "about: the two are not compared; if a document gives the one as the other, write it so; "
                    "if both are as the documents say, leave `period` and the amount out, and tell them in "
                    "`terms`"
                )
        if any(stage.period is None for stage in gives.stages):
            return (
                f"found a stage without `period`, where {asks.period.text!r} is asked about; say in "
                f"each stage which year it is for, period: {asks.period.text}"
            )
    if not gives.figured:
        return ""
    at_pay = needs_pay(asks, gives, figures)
    for name, amount in given(gives):
        if wrong := _one(asks, name, amount, figures, at_pay=at_pay):
            return wrong
    return ""


def _one(asks: Asks, name: str, amount: Amount, figures: Figures, *, at_pay: bool) -> str:
    """Say why one amount that is given cannot be compared; "" if it can."""
    level, change = asks.level, asks.change
    if name == "to" and change is not None:
        return (
            f"found `to: {to_write(amount.text)}`, a level, where a change is asked for, "
            f"`{'more' if asks.more else 'less'}: {to_write(change.text)}`; if a document gives the change, write that "
            "with `more` or `less`; if a level was asked for, ask with `at_least` or `at_most`; else leave "
            "the amount out, and tell it in `terms`"
        )
    if name == "to" and asks.direction is not None:
        if asks.baseline is None:
            return (
                f"found `to: {to_write(amount.text)}`, a level, and no `baseline` that tells which way it went; if a "
                f"document gives the change, write that with `more` or `less`; {BASELINE}"
            )
        return _unlike(amount, asks.baseline, figures, "is where it stood before")
    if name != "to" and level is not None and not at_pay:
        if asks.baseline is None:
            return (
                f"found `{name}: {to_write(amount.text)}`, a change, where the level {shown(level.text)} is asked for "
                "without a `baseline` to count it from; if a document gives the level that was reached, "
                f"write that with `to`; {BASELINE}"
            )
        points = asks.baseline.unit == PERCENT and amount.unit == POINTS
        # A change in percentage points counts from a share, which it is a difference of.
        return "" if points else _unlike(amount, asks.baseline, figures, "is where it stood before")
    compared = change or level
    if at_pay:
        return _no_pay(compared, amount, figures)
    if compared is None:
        return ""
    return _unlike(amount, compared, figures)


def _no_pay(asked_for: Amount | None, amount: Amount, figures: Figures) -> str:
    """Say that something beside sums and percentages is not counted at a pay point."""
    for each in (amount, asked_for):
        if each is not None and not all(
            unit.is_money or unit == PERCENT for unit in units(each, figures)
        ):
            return _unlike(amount, asked_for or amount, figures) or (
                f"found {shown(each.text)} beside sums of money and percentages, in unlike units; {REMEDY}"
            )
    return ""


def _years(period: Period) -> str:
    return f"year{'s' if period.first != period.last else ''} {period.text!r}"


def _unlike(found: Amount, other: Amount, figures: Figures, whose: str = "is asked for") -> str:
    """Say that two amounts are in unlike units, unless they are in one."""
    keys = [{unit.key for unit in units(each, figures)} for each in (found, other)]
    if keys[0] == keys[1] or not keys[0] or not keys[1] or "" in keys[0] | keys[1]:
        # A number without a unit is told by itself.
        return ""
    if found.formula is None and other.formula is None:
        return f"{unlike(found, other, whose)}; {REMEDY}"
    return f"found {shown(found.text)} beside {shown(other.text)}, in unlike units; {REMEDY}"
