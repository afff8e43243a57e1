"""What is given against what is asked: exact numbers, the share of the way, kept or worse."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import Amount, Asks, Basis, Date, Direction, Gives, Period, Stage
from pcs_scorecard.comparison.measure import Measure, counting, measure
from pcs_scorecard.model.terms import Figures

FIGURES: Figures = {
    "rpi": Amount.parse("8%"),
    "others": Amount.parse("6.2%"),
    "bonus": Amount.parse("£400/year"),
    "wide": Amount.parse("3% to 5%"),
}

READ: dict[str, Any] = {
    **dict.fromkeys(("more", "less", "to", "at_least", "at_most", "baseline"), Amount.parse),
    "period": Period.parse,
    "starts": Date.parse,
    "direction": Direction,
    "basis": Basis,
    "instead": str,
    "measure": str,
}


def read(record: type, told: dict[str, Any]) -> Any:
    """Return a record from texts by key."""
    stages = tuple(read(Stage, each) for each in told.pop("stages", ()))
    fields = {key: READ[key](value) for key, value in told.items()}
    return record(**fields, stages=stages) if stages else record(**fields)


def terms(asks: str, gives: str) -> tuple[Asks, Gives]:
    """Return what is asked and what is given, from YAML."""
    asked, given_ = (yaml.load(f"{{{each}}}", yaml.BaseLoader) for each in (asks, gives))  # noqa: S506 - it makes only texts
    return read(Asks, asked), read(Gives, given_)


def told(found: Measure | None) -> str:
    """Return the number that counts, its share, and whether it is reached, worse or of a keep."""
    if found is None:
        return "nothing to compare"
    flags = [name for name in ("reached", "worse", "kept") if getattr(found, name)]
    numbers = ["-" if each is None else str(each) for each in (found.given, found.share)]
    return " ".join([*numbers, *flags])


SALARY = "at_least: £15/hour, baseline: £10/hour"
NURSES = "at_most: 10 patients per nurse, baseline: 14 patients per nurse"
LEAVE = "at_least: 28 days/year, baseline: 28 days/year"
PARKING = "at_most: £2/day, baseline: £1.50/day"
POSTS = "direction: up, measure: posts"
FARES = "direction: down, measure: the fare"
IN_2023 = "more: 6%, period: 2023/24"


@pytest.mark.parametrize(
    ("asks", "gives", "found"),
    [
        # A change counts from nothing: given, share, and what is so.
        ("more: 10%", "more: 4%", "4 2/5"),
        ("more: 10%", "more: 10%", "10 1 reached"),
        ("more: 10%", "more: 12%", "12 6/5 reached"),
        ("more: 10%", "more: 0%", "0 0"),
        ("more: 10%", "less: 4%", "-4 -2/5 worse"),
        ("less: 2%", "less: 1%", "-1 1/2"),
        ("less: 2%", "less: 3%", "-3 3/2 reached"),
        ("less: 2%", "more: 1%", "1 -1/2 worse"),
        # The end that can be relied on, of what is asked, too.
        ("more: 10%", "more: 3% to 5%", "3 3/10"),
        ("more: 10%", "more: at least 5%", "5 1/2"),
        ("more: 10%", "more: over 5%", "5 1/2"),
        ("more: 10%", "more: about 5%", "5 1/2"),
        ("more: 10%", "more: up to 5%", "- -"),
        ("more: 10%", "more: under 5%", "- -"),
        ("more: 10%", "more: on average 5%", "- -"),
        ("more: on average 10%", "more: on average 5%", "5 1/2"),
        ("more: on average 10%", "more: 5%", "5 1/2"),
        ("more: at least 10%", "more: 5%", "5 1/2"),
        ("more: 8% to 10%", "more: 8%", "8 1 reached"),
        ("less: 2%", "less: 1% to 3%", "-1 1/2"),
        ("less: 2%", "less: at least 1%", "-1 1/2"),
        ("less: 2%", "less: up to 3%", "- -"),
        ("less: 2% to 4%", "less: 2%", "-2 1 reached"),
        # Steps are added unless compounded.
        ("more: 9%", "more: 4% + 5%", "9 1 reached"),
        ("more: 9.2%", "more: 4% compounded with 5%", "46/5 1 reached"),
        # A level counts from its baseline, from below and from above.
        (SALARY, "to: £12.50/hour", "25/2 1/2"),
        (SALARY, "to: £15/hour", "15 1 reached"),
        (SALARY, "to: £9/hour", "9 -1/5 worse"),
        (SALARY, "more: £1/hour", "11 1/5"),
        (SALARY, "less: £1/hour", "9 -1/5 worse"),
        (NURSES, "to: 12 patients per nurse", "12 1/2"),
        (NURSES, "to: 8 patients per nurse", "8 3/2 reached"),
        (NURSES, "to: 15 patients per nurse", "15 -1/4 worse"),
        (NURSES, "less: 1 patient per nurse", "13 1/4"),
        (NURSES, "more: 1 patient per nurse", "15 -1/4 worse"),
        (NURSES, "to: up to 12 patients per nurse", "12 1/2"),
        (NURSES, "to: at least 12 patients per nurse", "- -"),
        (NURSES, "to: 10 patients per nurse to 12 patients per nurse", "12 1/2"),
        # Without one there is no share, and nothing that is worse.
        ("at_least: £15/hour", "to: £12/hour", "12 -"),
        ("at_least: £15/hour", "to: £15/hour", "15 - reached"),
        ("at_most: 40%", "to: 45%", "45 -"),
        ("at_most: 40%", "to: 39%", "39 - reached"),
        # To keep what is there has no share either, with room or without.
        (LEAVE, "to: 28 days/year", "28 - reached kept"),
        (LEAVE, "to: 29 days/year", "29 - reached kept"),
        (LEAVE, "to: 27 days/year", "27 - worse kept"),
        (LEAVE, "less: 1 day/year", "27 - worse kept"),
        (LEAVE, "more: 0 days/year", "28 - reached kept"),
        (PARKING, "to: £1.80/day", "9/5 - reached kept"),
        (PARKING, "to: £2.01/day", "201/100 - worse kept"),
        # A direction is met by any figure on its side, and at nothing by none.
        (POSTS, "more: 3 posts", "3 - reached"),
        (POSTS, "more: 0 posts", "0 -"),
        (POSTS, "less: 1 post", "-1 - worse"),
        (FARES, "less: 3%", "-3 - reached"),
        (FARES, "more: 1%", "1 - worse"),
        (FARES, "less: up to 3%", "- -"),
        (f"{POSTS}, baseline: 840 posts", "to: 841 posts", "841 - reached"),
        (f"{POSTS}, baseline: 840 posts", "to: 840 posts", "840 -"),
        (f"{POSTS}, baseline: 840 posts", "to: 815 posts", "815 - worse"),
        (f"{POSTS}, baseline: 840 posts", "more: 1 post", "1 - reached"),
        # Exact conversions, and no others: in hours, in years, in pounds.
        ("at_least: 45 minutes, baseline: ½ hour", "to: 0.75 hours", "3/4 1 reached"),
        ("at_least: 18 months, baseline: 1 year", "to: 15 months", "5/4 1/2"),
        ("at_least: 52p/mile, baseline: £0.40/mile", "to: £0.49/mile", "49/100 3/4"),
        ("more: £2400/year", "more: £200/month", "2400 1 reached"),
        ("more: £1.2m", "more: £900000", "900000 3/4"),
        # Years: those asked about, a part of them, others, more than they are.
        (IN_2023, "more: 3%", "3 1/2"),
        (IN_2023, "more: 3%, period: 2023/24", "3 1/2"),
        (IN_2023, "more: 3%, period: 2023-24", "3 1/2"),
        (IN_2023, "more: 3%, period: 2022/23", "- -"),
        (IN_2023, "more: 9%, period: 2023/24 to 2025/26", "- -"),
        ("more: 6%, period: 2023/24 to 2024/25", "more: 3%, period: 2024/25", "3 1/2"),
        ("more: 6%, period: 2023 to 2024", "more: 3%, period: 2024", "3 1/2"),
        # Another kind of thing, nothing that is given, and nothing that is measured.
        ("more: 6%, basis: consolidated", "more: £200, basis: non-consolidated", "nothing to compare"),
        ("more: 6%, basis: consolidated", "more: 3%, basis: consolidated", "3 1/2"),
        ("more: 6%, basis: consolidated", "more: 3%", "3 1/2"),
        ("more: 6%", "more: £200, instead: a voucher", "nothing to compare"),
        ("more: 6%", "period: 2023/24", "nothing to compare"),
        ("period: 2023/24", "more: 6%", "nothing to compare"),
        # A formula is the number of its figure, whatever its date.
        ("more: figure rpi + 2%", "more: 5%", "5 1/2"),
        ("more: figure others", "more: 3.1%", "31/10 1/2"),
        ("more: figure wide", "more: 2%", "2 2/3"),
        ("more: 8%", "more: figure wide", "3 3/8"),
        ('more: "10% or figure rpi, whichever is less"', "more: 4%", "4 1/2"),
        ('more: "10% or figure rpi, whichever is greater"', "more: 4%", "4 2/5"),
        ("more: figure bonus + £100/year", "more: £250/year", "250 1/2"),
    ],
)  # fmt: skip
def test_measures_what_was_given(asks: str, gives: str, found: str) -> None:
    """The share is (given - baseline) / (asked - baseline), of exact numbers of one unit."""
    assert told(measure(*terms(asks, gives), FIGURES)) == found


@pytest.mark.parametrize(
    ("asks", "stages", "found"),
    [
        # Changes that count are added, and of levels the last counts.
        ("more: 10%", ["more: 1%, starts: 2023", "more: 2.5%, starts: 2024"], "7/2 7/20"),
        ("less: 10%", ["less: 1%, starts: 2023", "more: 2%, starts: 2024"], "1 -1/10 worse"),
        ("more: 10%", ["more: 1%, starts: 2023", "more: up to 2%, starts: 2024"], "- -"),
        (SALARY, ["more: £1/hour, starts: 2023", "more: 50p/hour, starts: 2024"], "23/2 3/10"),
        (SALARY, ["to: £13/hour, starts: 2024", "to: £12/hour, starts: 2023"], "13 3/5"),
        (SALARY, ["to: £12/hour, starts: 2023", "to: £13/hour, starts: 2024"], "13 3/5"),
        (NURSES, ["to: 12 patients per nurse, starts: 2024",
                  "to: 13 patients per nurse, starts: 2025-03"], "13 1/4"),
        ("more: 6%", ["more: 2%, period: 2023/24, starts: 2023",
                      "more: 2%, period: 2024/25, starts: 2024"], "4 2/3"),
        # Against a demand for one period only its stages count.
        (IN_2023, ["more: 2%, period: 2023/24, starts: 2023",
                   "more: 2%, period: 2024/25, starts: 2024"], "2 1/3"),
        (IN_2023, ["more: 2%, period: 2022/23, starts: 2022",
                   "more: 2%, period: 2024/25, starts: 2024"], "- -"),
        (IN_2023, ["more: 2%, period: 2023/24, starts: 2023",
                   "more: 2%, period: 2023/24 to 2024/25, starts: 2024"], "2 1/3"),
        (IN_2023, ["more: 2%, period: 2023/24, starts: 2023",
                   "less: 2%, period: 2023/24 to 2024/25, starts: 2024"], "- -"),
        ("more: 6%, period: 2023/24 to 2024/25",
         ["more: 2%, period: 2023/24, starts: 2023", "more: 2%, period: 2024/25, starts: 2024",
          "more: 9%, period: 2025/26, starts: 2025"], "4 2/3"),
    ],
)  # fmt: skip
def test_measures_what_is_given_in_stages(asks: str, stages: list[str], found: str) -> None:
    """Whatever the order in which the stages are written."""
    for order in (stages, stages[::-1]):
        gives = "stages: [" + ", ".join(f"{{{each}}}" for each in order) + "]"
        assert told(measure(*terms(asks, gives), FIGURES)) == found


@pytest.mark.parametrize(
    ("asks", "key", "amounts"),
    [
        # What it adds comes to no less; what it takes away, and which level is the last, is open.
        (IN_2023, "more", ["1%"]),
        (IN_2023, "less", None),
        ("at_least: 9%, baseline: 1%, period: 2023/24", "to", None),
    ],
)
def test_a_stage_for_more_years_has_no_figure_for_fewer(
    asks: str, key: str, amounts: list[str] | None
) -> None:
    """Stages for other years are left out; one for these and more adds nothing that is certain."""
    stage = "{{{}: {}%, period: {}, starts: 2023}}".format
    one = stage("to" if key == "to" else "more", 1, "2023/24")
    other, more = stage(key, 2, "2024/25"), stage(key, 3, "2023/24 to 2024/25")
    for stages, wanted in (([one, other], ["1%"]), ([other], []), ([one, more], amounts)):
        asked, given_ = terms(asks, f"stages: [{', '.join(stages)}]")
        found = counting(asked, given_)
        told_of = None if found is None else [str(each.more or each.to) for each in found]
        assert told_of == wanted


# At a pay point -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asks", "gives", "pay", "found"),
    [
        ("more: 7%", "more: £700/year", "£20000/year", "700 1/2"),
        ("more: £1100/year", "more: 5%", "£21500/year", "1075 43/44"),
        ("more: 8%", "more: €160/month", "€1950/month", "1920 40/39 reached"),
        ("more: 8%", "more: €160/month", "€4200/month", "1920 10/21"),
        # The greater or the less of two.
        (
            *('more: "7% or £1800/year, whichever is greater"', "more: 4% + £300/year"),
            *("£21000/year", "1140 19/30"),
        ),
        ('more: "7% or £1800/year, whichever is greater"', "more: 7%", "£28000/year", "1960 1 reached"),
        ('less: "1% or £300/year, whichever is less"', "less: £210/year", "£40000/year", "-210 7/10"),
        ('less: "1% or £300/year, whichever is less"', "less: £210/year", "£28000/year", "-210 3/4"),
        # A level counts from the pay there.
        ("at_least: £22000/year", "more: 2.5%", "£20000/year", "20500 1/4"),
        ("at_least: £22000/year", "more: 2.5%", "£23000/year", "23575 - reached kept"),
        # Where only one of the two meets itself, it is compared as it is.
        ("more: 7%", "more: 3.5%", "£20000/year", "7/2 1/2"),
        ("more: £600/year", "more: £300/year", "£20000/year", "300 1/2"),
    ],
)  # fmt: skip
def test_measures_at_a_pay_point(asks: str, gives: str, pay: str, found: str) -> None:
    """Where sums meet percentages both are sums of the pay there, in pounds a year."""
    assert told(measure(*terms(asks, gives), FIGURES, Amount.parse(pay))) == found


def test_sums_and_percentages_have_no_number_without_pay() -> None:
    """A file in which they meet without a pay point is refused; in Python it raises."""
    asks, gives = terms("more: 7% + £100/year", "more: 7%")
    with pytest.raises(ValueError, match="are compared at pay points, and none is on record"):
        measure(asks, gives, FIGURES)


def test_an_unknown_figure_raises() -> None:
    """A file that names a figure which is not there is refused; in Python it raises."""
    asks, gives = terms("more: figure wages", "more: 7%")
    with pytest.raises(KeyError, match="wages"):
        measure(asks, gives, FIGURES)


# In words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asks", "gives", "share", "words"),
    [
        ("more: 10%", "more: 1%", Fraction(1, 2), "5%"),
        ("more: 10%", "more: 1%", Fraction(2, 3), "about 6.67%"),
        (SALARY, "to: £11/hour", Fraction(1, 2), "£12.50/hour"),
        (SALARY, "to: £11/hour", Fraction(1, 3), "about £11.67/hour"),
        # Cut towards what is asked, so that it is never too little.
        (NURSES, "to: 13 patients per nurse", Fraction(1, 2), "12 patients per nurse"),
        (NURSES, "to: 13 patients per nurse", Fraction(1, 3), "about 12.66 patients per nurse"),
        ("at_least: 45 minutes, baseline: ½ hour", "to: 31 minutes", Fraction(1, 3), "35 minutes"),
    ],
)
def test_tells_the_amount_at_a_share(asks: str, gives: str, share: Fraction, words: str) -> None:
    """The amount at which a share of the way is gone, in the unit of what is asked."""
    found = measure(*terms(asks, gives), FIGURES)
    assert found is not None
    assert found.at(share) == words


# What always holds --------------------------------------------------------------------------

NUMBERS = st.integers(-40, 40).map(lambda number: Fraction(number, 4))
POSITIVE = st.integers(1, 40).map(lambda number: Fraction(number, 4))


def number(value: Fraction) -> Amount:
    """Return a plain number of clinics."""
    return Amount.parse(f"{abs(value.numerator) / value.denominator:.2f} clinics")


def changed(value: Fraction) -> dict[str, Any]:
    """Return what is given as a change up or down."""
    return {"less" if value < 0 else "more": number(value)}


@given(asked=POSITIVE, upwards=st.booleans(), one=NUMBERS, other=NUMBERS)
def test_more_of_what_is_asked_is_never_less_of_it(
    *, asked: Fraction, upwards: bool, one: Fraction, other: Fraction
) -> None:
    """A change further the way that is asked has no smaller share, and is reached from a share of 1."""
    asks = Asks(more=number(asked)) if upwards else Asks(less=number(asked))
    sign = 1 if upwards else -1
    measures = [measure(asks, Gives(**changed(each)), {}) for each in (one, other)]
    shares = [found.share for found in measures if found is not None and found.share is not None]
    assert shares == [sign * one / asked, sign * other / asked]
    assert (shares[0] <= shares[1]) == (sign * one <= sign * other)
    for found, share in zip(measures, shares, strict=True):
        assert found is not None
        assert found.reached == (share >= 1)
        assert found.worse == (share < 0)


@given(asked=POSITIVE, start=POSITIVE, reached=POSITIVE, upwards=st.booleans())
def test_a_level_reached_by_a_change_is_the_same_level(
    *, asked: Fraction, start: Fraction, reached: Fraction, upwards: bool
) -> None:
    """What is given as a change from the baseline is measured as the level that it comes to."""
    level: dict[str, Any] = {"at_least" if upwards else "at_most": number(asked)}
    asks = Asks(**level, baseline=number(start))
    as_level = measure(asks, Gives(to=number(reached)), {})
    as_change = measure(asks, Gives(**changed(reached - start)), {})
    assert as_level == as_change
    assert as_level is not None
    assert as_level.kept == ((start >= asked) if upwards else (start <= asked))
    assert as_level.reached == ((reached >= asked) if upwards else (reached <= asked))
    assert as_level.share is None or as_level.share == (reached - start) / (asked - start)
    assert not (as_level.reached and as_level.worse)


@given(st.lists(NUMBERS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_changes_in_stages_are_one_change(steps: list[Fraction], luck: Any) -> None:
    """Stages written as changes come to their sum, in whatever order they are written."""
    stages = tuple(Stage(**changed(step), starts=Date.parse("2023")) for step in steps)
    mixed = tuple(luck.sample(stages, len(stages)))
    asks = Asks(more=number(Fraction(10)))
    whole = measure(asks, Gives(stages=mixed), {})
    assert whole is not None
    assert whole.given == sum(steps)
