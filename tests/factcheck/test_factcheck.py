"""Each check of a claim: its verdict, and the whole of what it finds, worked out by hand."""

from __future__ import annotations

import datetime
import itertools
import operator
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import attrs
import pytest
from helpers.strategies import disputes
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import (
    Amount,
    Answer,
    Asks,
    Check,
    Claim,
    ClaimVerdict,
    Compare,
    Concession,
    Context,
    Count,
    Date,
    Demand,
    Dispute,
    Document,
    Elapsed,
    End,
    Event,
    Evidence,
    Extreme,
    Fact,
    Figure,
    Fits,
    Gives,
    Kind,
    Part,
    Party,
    PartyKind,
    Position,
    RealTerms,
    Relation,
    Stance,
    StanceChange,
    Status,
    Total,
    Untested,
    Vote,
    score,
)
from pcs_scorecard.factcheck import checks as testing
from pcs_scorecard.factcheck.checks import CHECKS
from pcs_scorecard.model.between import amounts_of
from pcs_scorecard.model.fields import fields_of
from pcs_scorecard.values.amounts import SIGNIFICANT
from pcs_scorecard.values.ranges import Found, holds, product, stands

YES, NO = ClaimVerdict.SUPPORTED, ClaimVerdict.CONTRADICTED
OPEN, ONE_SIDE = ClaimVerdict.NOT_ENOUGH, ClaimVerdict.ONE_SIDE
VERDICTS = {"yes": YES, "no": NO, "open": OPEN}
MET, PARTLY, MOVED, NOT_MET = Status.MET, Status.PARTLY_MET, Status.SOME_MOVEMENT, Status.NOT_MET
SILENT = Status.NO_RESPONSE
LESS, MOST, SAME = Relation.LESS_THAN, Relation.AT_MOST, Relation.EQUAL
LEAST, MORE = Relation.AT_LEAST, Relation.MORE_THAN
AS_OF = "2023-06-30"

PAPERS = (
    Document(id="bulletin", title="Bulletin", publisher="union"),
    Document(id="notice", title="Notice", publisher="boss"),
)
BY_UNION = (Evidence(document="bulletin", at="page 1"),)
BY_BOSS = (Evidence(document="notice", at="page 1"),)
BOSS_IN_BULLETIN = (Evidence(document="bulletin", at="page 2", quoting="boss"),)


def table(text: str) -> list[Any]:
    """Return the rows of a table as lists of cells; a line that begins with `|` goes on a row."""
    lines = [line.strip() for line in text.splitlines()]
    whole = "\n".join(line for line in lines if line[:1] != "#").replace("\n|", "|")
    rows = [[cell.strip() for cell in row.split("|")] for row in whole.splitlines() if row]
    return [pytest.param(row, id=" ".join(row[:5])) for row in rows]


def claim(check: Check | None, *, date: str = AS_OF, **more: Any) -> Claim:
    """Return a claim, the union's unless another made it, put to this check."""
    about = {"made_by": "union", "date": Date.parse(date), **more}
    return Claim(id="claim", title="So it is", check=check, **about)


def judged(check: Check | None, *, as_of: str = AS_OF, **records: Any) -> testing.Tested:
    """Return the union's claim, tested in a dispute that holds these records."""
    about = {name: records.pop(name) for name in ("date", "untested", "made_by") if name in records}
    policy: str = records.pop("policy", "standard")
    made = Dispute(title="Invented", documents=PAPERS, claims=(claim(check, **about),), **records)
    (found,) = score(made, as_of=as_of, policy=policy).claims
    return found


def told(found: testing.Tested) -> tuple[ClaimVerdict, tuple[str, ...]]:
    """Return the verdict of a claim and what led to it."""
    return found.verdict, found.findings


def figure(name: str, value: str, *, measures: str = "pay", date: str | None = None) -> Figure:
    """Return a figure that the other side has published."""
    return Figure(
        id=name,
        title=name,
        value=Amount.parse(value),
        measures=measures,
        date=Date.parse(date) if date else None,
        evidence=BY_BOSS,
    )


def several(values: str) -> tuple[Figure, ...]:
    """Return figures named a, b, c …, from values parted by `;`."""
    return tuple(
        figure(name, value.strip())
        for name, value in zip("abcdef", values.split(";"), strict=False)
    )


def names(figures: Sequence[Any]) -> tuple[str, ...]:
    """Return the names of figures."""
    return tuple(each.id for each in figures)


def test_every_check_has_its_function() -> None:
    """What the model lets a claim be put to, and no more, is what can be run."""
    kinds = {field.holds for field in fields_of(Check)}
    assert {kind for kind in kinds if isinstance(kind, type)} == CHECKS.keys()


# One figure beside another -------------------------------------------------------------------


def compared(values: str, relation: Relation, other: str, factor: str | None = None) -> Any:
    """Return what is found of figures that are said to stand so to another."""
    figures = several(values)
    check = Compare(
        figures=names(figures),
        relation=relation,
        to="other",
        factor=Amount.parse(factor) if factor else None,
    )
    return told(judged(Check(compare=check), figures=(*figures, figure("other", other))))


@pytest.mark.parametrize(
    ("one", "verdicts", "other"),
    [
        # less than, at most, equal, at least, more than
        ("4.5%", (NO, NO, NO, YES, YES), "2%"),
        ("2%", (NO, YES, YES, YES, NO), "2%"),
        ("-2%", (YES, YES, NO, NO, NO), "0%"),
        ("15 beds per ward", (NO, NO, NO, YES, YES), "10 beds per ward"),
        ("£1,500", (NO, YES, YES, YES, NO), "£1,500.00"),
        ("999999999999999", (NO, NO, NO, YES, YES), "999999999999990"),
        ("£1.5m", (NO, YES, YES, YES, NO), "£1,500,000"),
        ("90 minutes", (NO, YES, YES, YES, NO), "1½ hours"),
        # What is 1.99 prints as 2, what is 15 may be 15.01 and may not, and 2/3 is no rounded number.
        ("1.99%", (YES, YES, YES, NO, NO), "2%"),
        ("£15/hour", (YES, YES, OPEN, NO, NO), "£15.01/hour"),
        ("£15.00/hour", (YES, YES, NO, NO, NO), "£15.02/hour"),
        ("2/3", (NO, NO, NO, YES, YES), "66.66666666%"),
        ("2/3", (YES, YES, YES, NO, NO), "66.66666667%"),
        ("3.5% compounded with 4.5%", (YES, YES, YES, NO, NO), "8.2%"),
        ("3.5% compounded with 4.5%", (YES, YES, NO, NO, NO), "8.4%"),
        # “About” counts as its number.
        ("about 5%", (NO, YES, YES, YES, NO), "5%"),
        ("5.01%", (NO, NO, YES, YES, YES), "about 5%"),
        # A range is decided where all of it stands so, or prints so.
        ("3% to 5%", (NO, NO, NO, YES, YES), "1.99%"),
        ("3% to 5%", (NO, OPEN, OPEN, YES, OPEN), "3%"),
        ("3% to 5%", (OPEN, OPEN, OPEN, OPEN, OPEN), "4%"),
        ("3% to 5%", (OPEN, YES, OPEN, OPEN, NO), "5%"),
        ("3% to 5%", (YES, YES, NO, NO, NO), "6.01%"),
        ("3% to 5%", (YES, YES, OPEN, NO, NO), "5.01%"),
        ("3% to 5%", (OPEN, OPEN, OPEN, OPEN, OPEN), "3% to 5%"),
        ("3% to 5%", (OPEN, YES, OPEN, OPEN, NO), "5% to 6%"),
        ("3% to 3%", (NO, YES, YES, YES, NO), "3%"),
        ("3.6% to 4.4%", (OPEN, OPEN, YES, OPEN, OPEN), "4%"),
        ("4%", (OPEN, OPEN, OPEN, OPEN, OPEN), "3% to 5%"),
        # A bound is decided on one side only.
        ("at least 5%", (NO, NO, NO, YES, YES), "3%"),
        ("at least 5%", (NO, OPEN, OPEN, YES, OPEN), "5%"),
        ("at least 5%", (OPEN, OPEN, OPEN, OPEN, OPEN), "6%"),
        ("up to 5%", (YES, YES, NO, NO, NO), "7%"),
        ("at most 5%", (OPEN, YES, OPEN, OPEN, NO), "5%"),
        ("up to 5%", (OPEN, OPEN, OPEN, OPEN, OPEN), "4%"),
        ("3%", (YES, YES, NO, NO, NO), "at least 5%"),
        ("5%", (OPEN, YES, OPEN, OPEN, NO), "at least 5%"),
        ("7%", (NO, NO, NO, YES, YES), "up to 5%"),
        ("5%", (NO, OPEN, OPEN, YES, OPEN), "up to 5%"),
        ("up to 5%", (YES, YES, NO, NO, NO), "at least 7%"),
        ("up to 5%", (OPEN, OPEN, OPEN, OPEN, OPEN), "up to 6%"),
        ("at least 6%", (OPEN, OPEN, OPEN, OPEN, OPEN), "at least 5%"),
        ("over 5%", (NO, NO, OPEN, YES, YES), "5%"),
        ("under 5%", (YES, YES, OPEN, NO, NO), "5%"),
    ],
)
def test_compares_two_figures(one: str, verdicts: Sequence[ClaimVerdict], other: str) -> None:
    """A claim holds where each number that the records allow stands so, and falls where none."""
    for relation, verdict in zip(Relation, verdicts, strict=True):
        claimed = "" if relation is SAME else f"{relation.replace('-', ' ')} "
        finding = f"{Amount.parse(one)} beside {other}; claimed: {claimed}{other}."
        assert compared(one, relation, other) == (verdict, (finding,))


@pytest.mark.parametrize(
    ("one", "other"),
    [("12 clinics", "13 clinics"), ("12.4%", "12.5%"), ("£1.5m", "£1.6m"), ("at least 5%", "4%")],
)
def test_no_number_prints_as_two(one: str, other: str) -> None:
    """What is printed one unit of its last place away is another number, and contradicts."""
    assert compared(one, SAME, other)[0] is NO


ROUNDED = {("8.1575%", "8.2%"), ("12%", "12.4%")}
"""The figures that are the number only as it is printed."""


@pytest.mark.parametrize(
    ("value", "verdicts", "number", "told_value"),
    [
        ("8.1575%", (YES, YES, YES, NO, NO), "8.2%", "8.1575%"),
        ("8.1575%", (NO, NO, OPEN, YES, YES), "8.15745%", "8.1575%"),
        ("12%", (NO, YES, YES, YES, NO), "12%", "12%"),
        ("12%", (YES, YES, NO, NO, NO), "14%", "12%"),
        ("12%", (YES, YES, OPEN, NO, NO), "12.4%", "12%"),
        ("3% to 5%", (OPEN, OPEN, OPEN, OPEN, OPEN), "4%", "3% to 5%"),
        ("4% + 1%", (NO, YES, YES, YES, NO), "5%", "4% + 1% = 5%"),
        ("£1.2m", (NO, YES, YES, YES, NO), "£1,200,000", "£1.2m"),
    ],
)
def test_compares_a_figure_with_the_number_that_is_claimed(
    value: str, verdicts: Sequence[ClaimVerdict], number: str, told_value: str
) -> None:
    """The number stands in the check; it is printed beside the one on record, and is no evidence."""
    for relation, verdict in zip(Relation, verdicts, strict=True):
        check = Compare(figures=("a",), relation=relation, number=Amount.parse(number))
        claimed = number if relation is SAME else f"{relation.replace('-', ' ')} {number}"
        rounded = relation is SAME and verdict is YES and (value, number) in ROUNDED
        claimed += ", the same within rounding" if rounded else ""
        found = judged(Check(compare=check), figures=several(value))
        assert told(found) == (verdict, (f"{told_value} on record; claimed: {claimed}.",))
        assert names(found.used) == ("a",)


@pytest.mark.parametrize(
    ("values", "verdict"), [("5%; 4.9%", YES), ("5%; 7%", NO), ("5%; 3% to 7%", OPEN)]
)
def test_each_figure_must_be_the_number(values: str, verdict: ClaimVerdict) -> None:
    """Of several figures each is held against the number that is claimed."""
    figures = several(values)
    check = Compare(figures=names(figures), relation=SAME, number=Amount.parse("5%"))
    found = judged(Check(compare=check), figures=figures)
    findings = [
        f"{each.value} on record; claimed: 5%{', the same within rounding' * (str(each.value) == '4.9%')}."
        for each in figures
    ]
    assert told(found) == (verdict, tuple(findings))


@pytest.mark.parametrize(
    "case",
    table("""
    4.5% | more-than | 2 | 2% | yes | 4.5% / 2% = 2.25; claimed: more than 2 × 2%.
    5% | more-than | 2 | 2% | yes | 5% / 2% = 2.5; claimed: more than 2 × 2%.
    4% | more-than | 2 | 2% | no | 4% / 2% = 2; claimed: more than 2 × 2%.
    4% | at-least | 2 | 2% | yes | 4% / 2% = 2; claimed: at least 2 × 2%.
    4% | equal | 2 | 2% | yes | 4% / 2% = 2; claimed: 2 × 2%.
    1% | at-most | 0.5 | 2% | yes | 1% / 2% = 0.5; claimed: at most 0.5 × 2%.
    £30 | less-than | 1,000 | £0.04 | yes | £30 / £0.04 = 750; claimed: less than 1,000 × £0.04.

    # 10 / 3 = 3.333…, which prints as 3.3333 and as 3.3, and is not 3.35.
    10% | less-than | 3.5 | 3% | yes | 10% / 3% = about 3.333; claimed: less than 3.5 × 3%.
    10% | equal | 3.3333 | 3% | yes | 10% / 3% = about 3.333; claimed: 3.3333 × 3%.
    10% | equal | 3.3 | 3% | yes | 10% / 3% = about 3.333; claimed: 3.3 × 3%.
    10.00% | equal | 3.35 | 3.00% | no | 10.00% / 3.00% = about 3.333; claimed: 3.35 × 3.00%.
    # 9.5 / 3.5 = 2.714…, and 10.5 / 2.5 = 4.2
    10% | equal | 3.5 | 3% | open | 10% / 3% = about 3.333; claimed: 3.5 × 3%.
    10% | equal | 4.5 | 3% | no | 10% / 3% = about 3.333; claimed: 4.5 × 3%.

    # What is just below 2 is cut, and not rounded up to 2.
    1.9999999% | at-least | 2 | 1% | no | 1.9999999% / 1% = about 1.999; claimed: at least 2 × 1%.
    1.999999% | less-than | 2 | 1% | yes | 1.999999% / 1% = 1.999999; claimed: less than 2 × 1%.
    about 4% | equal | about 2 | 2% | yes | (about 4%) / 2% = 2; claimed: (about 2) × 2%.
    £1 | equal | 1 | £3,000 | no | £1 / £3,000 = nearly 0; claimed: 1 × £3,000.
    £2 | equal | 1 | £2,001 | no | £2 / £2,001 = nearly 0; claimed: 1 × £2,001.
    £1 | equal | 1 | £999 | no | £1 / £999 = about 0.001; claimed: 1 × £999.

    # A share of it: 1,925 / 20,441 = 9.4173…%
    £1,925 | equal | 9.42% | £20,441 | yes | £1,925 / £20,441 = about 9.41%; claimed: 9.42% of £20,441.
    £1,925 | equal | 9.4% | £20,441 | yes | £1,925 / £20,441 = about 9.41%; claimed: 9.4% of £20,441.
    £1,925 | equal | 9.5% | £20,441 | no | £1,925 / £20,441 = about 9.41%; claimed: 9.5% of £20,441.
    £1,925 | less-than | 9.5% | £20,441 | yes | £1,925 / £20,441 = about 9.41%; claimed: less than 9.5% of £20,441.
    £5 | equal | 1/2 | £10 | yes | £5 / £10 = 50%; claimed: (1/2) of £10.

    # 4 is more than 2 × -2 = -4, though 4 / -2 is less than 2.
    4% | more-than | 2 | -2% | yes | 4% / (-2%) = -2; claimed: more than 2 × (-2%).
    -10% | less-than | 1 | 3% | yes | (-10%) / 3% = about -3.333; claimed: less than 1 × 3%.

    # Nothing is divided by 0.
    4% | more-than | 2 | 0% | yes | 4% beside 0%; claimed: more than 2 × 0%.
    0% | equal | 2 | 0% | open | 0% beside 0%; claimed: 2 × 0%.

    # Steps are added: 4.5 + 0.5 = 5.
    4.5% + 0.5% | at-most | 2 | 2% | no | (4.5% + 0.5%) / 2% = 2.5; claimed: at most 2 × 2%.
    10% | equal | 1 + 1 | 4% + 1% | yes | 10% / (4% + 1%) = 2; claimed: (1 + 1) × (4% + 1%).
    2/3 | equal | 2 | about 1/3 | yes | (2/3) / (about 1/3) = 2; claimed: 2 × (about 1/3).

    # Ranges and bounds: 2 × 2 = 4, and 2 × 3 = 6; 5 / 3 = 1.666…, and 5 / 2 = 2.5.
    4% to 5% | more-than | 2 | 2% | open | 4% to 5% beside 2%; claimed: more than 2 × 2%.
    4.1% to 5% | more-than | 2 | 2% | yes | 4.1% to 5% beside 2%; claimed: more than 2 × 2%.
    5% | equal | 2.0 | 2% to 3% | open | 5% beside 2% to 3%; claimed: 2.0 × (2% to 3%).
    9% | equal | 2.0 | 2% to 3% | no | 9% beside 2% to 3%; claimed: 2.0 × (2% to 3%).
    4% | equal | 2 | up to 2% | open | 4% beside up to 2%; claimed: 2 × (up to 2%).
    5% | equal | 2 | at least 2% | open | 5% beside at least 2%; claimed: 2 × (at least 2%).
    1% | equal | 2.0 | at least 2% | no | 1% beside at least 2%; claimed: 2.0 × (at least 2%).
    -5% | equal | 2 | -3% to -2% | open | -5% beside -3% to -2%; claimed: 2 × (-3% to -2%).
    """),
)
def test_compares_with_a_multiple(case: list[str]) -> None:
    """With a factor the ratio is printed, exact or cut, where both are one number."""
    one, relation, factor, other, verdict, finding = case
    assert compared(one, Relation(relation), other, factor) == (VERDICTS[verdict], (finding,))


@pytest.mark.parametrize(
    ("one", "factor", "other"),
    [
        # 0.5 / 3.5 is a seventh.
        ("0%", "2", "4%"),
        # What prints as 2 is below 2.5, so that the most is 6.25, and the least -8.75.
        ("9%", "2", "up to 2%"),
        ("-12%", "2", "-3% to -2%"),
    ],
)
def test_a_multiple_that_no_numbers_make_is_contradicted(one: str, factor: str, other: str) -> None:
    """Where no numbers that print so agree a claim falls, at 0 and below it, too."""
    assert compared(one, SAME, other, factor)[0] is NO


def test_a_ratio_of_the_largest_numbers_is_exact() -> None:
    """The largest amount over the smallest is printed digit by digit."""
    assert compared("£999,999,999,999,999", MORE, "£0.01", "1") == (
        YES,
        ("£999,999,999,999,999 / £0.01 = 99999999999999900; claimed: more than 1 × £0.01.",),
    )


@pytest.mark.parametrize(
    ("values", "verdict", "firsts"),
    [
        ("4.5%; 5%", YES, ["4.5% / 2% = 2.25", "5% / 2% = 2.5"]),
        ("4.5%; 4%", NO, ["4.5% / 2% = 2.25", "4% / 2% = 2"]),
        ("4% to 5%; 5%", OPEN, ["4% to 5% beside 2%", "5% / 2% = 2.5"]),
        # One that does not stand so decides, whatever another leaves open.
        ("4% to 5%; 3%", NO, ["4% to 5% beside 2%", "3% / 2% = 1.5"]),
    ],
)
def test_each_figure_must_stand_so(values: str, verdict: ClaimVerdict, firsts: list[str]) -> None:
    """Of several figures each must stand so, and each has its own finding."""
    findings = tuple(f"{first}; claimed: more than 2 × 2%." for first in firsts)
    assert compared(values, MORE, "2%", "2") == (verdict, findings)


def test_unlike_figures_are_not_compared() -> None:
    """Figures that measure different things leave a comparison open, and are not used."""
    figures = (figure("a", "4.5%", measures="an average"), figure("b", "2%", measures="an award"))
    check = Check(compare=Compare(figures=("a",), relation=MORE, to="b"))
    found = judged(check, figures=figures)
    assert told(found) == (
        OPEN,
        ("4.5% and 2% are not compared: the one measures an average, the other an award.",),
    )
    assert found.used == ()


def test_unlike_units_leave_a_check_open() -> None:
    """Records made in Python may have unlike units, and these are never reckoned together."""
    figures = (figure("a", "5%"), figure("b", "£3"))
    apart = "5% and £3 are not compared: their units are unlike."
    both = "Not reckoned together, as their units are unlike: {}."
    checks = {
        Compare(figures=("a",), relation=MORE, to="b"): (apart,),
        Extreme(figure="a", end=End.HIGHEST, among=("b",)): (
            apart,
            "Compared with the figures named here, and no others.",
        ),
        Total(total="a", parts=("b",)): (both.format("5%, £3"),),
        Fits(figures=("a",), under=("b",), fits=True): (both.format("5%, £3"),),
        RealTerms(awards=("b",), inflation="a", relation=SAME, number=Amount.parse("0%")): (
            both.format("£3, 5%"),
        ),
    }
    fields = {field.holds: field.name for field in fields_of(Check)}
    for check, findings in checks.items():
        put = Check(**{fields[type(check)]: check})
        assert told(judged(put, figures=figures)) == (OPEN, findings)


@pytest.mark.parametrize(
    "check",
    [
        Check(compare=Compare(figures=(), relation=MORE, to="a")),
        Check(extreme=Extreme(figure="a", end=End.LOWEST, among=())),
        Check(
            real_terms=RealTerms(awards=(), inflation="a", relation=LESS, number=Amount.parse("0%"))
        ),
        Check(total=Total(total="a", parts=())),
        Check(fits=Fits(figures=("a",), under=(), fits=True)),
        Check(fits=Fits(figures=(), under=("a",), fits=True)),
    ],
    ids=lambda check: check.name,
)
def test_no_figure_supports_nothing(check: Check) -> None:
    """A check made in Python that names no figure is open, and no claim is true of nothing."""
    assert told(judged(check, figures=several("5%"))) == (OPEN, ("No figure is named.",))


# The lowest and the highest --------------------------------------------------------------------

NO_OTHERS = "Compared with the figures named here, and no others."


@pytest.mark.parametrize(
    ("one", "end", "others", "verdict", "findings"),
    [
        ("4%", "lowest", "5%; 6%", YES, ["4% less than 5%: yes.", "4% less than 6%: yes."]),
        ("4%", "highest", "3%; 3.99%", YES, ["4% more than 3%: yes.", "4% more than 3.99%: yes."]),
        ("4%", "lowest", "5%; 3%", NO, ["4% less than 5%: yes.", "4% less than 3%: no."]),
        # What another shares is neither the lowest nor the highest.
        ("4%", "lowest", "4%; 5%", NO, ["4% less than 4%: no.", "4% less than 5%: yes."]),
        ("4%", "highest", "4%", NO, ["4% more than 4%: no."]),
        ("4% to 5%", "lowest", "5.5%", YES, ["4% to 5% less than 5.5%: yes."]),
        ("4% to 5%", "lowest", "5%; 6%", OPEN,
         ["4% to 5% less than 5%: open.", "4% to 5% less than 6%: yes."]),
        ("4% to 5%", "lowest", "5%; 4%", NO,
         ["4% to 5% less than 5%: open.", "4% to 5% less than 4%: no."]),
        ("up to 4.5%", "lowest", "5%", YES, ["up to 4.5% less than 5%: yes."]),
        ("up to 4.5%", "highest", "4%", OPEN, ["up to 4.5% more than 4%: open."]),
        ("4%", "highest", "up to 4%", OPEN, ["4% more than up to 4%: open."]),
        ("at least 6%", "highest", "5%", YES, ["at least 6% more than 5%: yes."]),
        # 4.5 + 0.5 = 5
        ("4.5% + 0.5%", "highest", "4.9%", YES, ["4.5% + 0.5% = 5% more than 4.9%: yes."]),
        ("-3%", "lowest", "-2%; 0%", YES, ["-3% less than -2%: yes.", "-3% less than 0%: yes."]),
    ],
)  # fmt: skip
def test_finds_the_lowest_and_the_highest(
    one: str, end: str, others: str, verdict: ClaimVerdict, findings: list[str]
) -> None:
    """The lowest is below each of the others, the highest above, and only those named count."""
    among = several(others)
    check = Extreme(figure="one", end=End(end), among=names(among))
    found = judged(Check(extreme=check), figures=(figure("one", one), *among))
    assert told(found) == (verdict, (*findings, NO_OTHERS))
    assert names(found.used) == ("one", *names(among))


@pytest.mark.parametrize(("other", "verdict"), [("5%", OPEN), ("3%", NO)])
def test_an_unlike_figure_keeps_an_extreme_open(other: str, verdict: ClaimVerdict) -> None:
    """A figure of another measure leaves the claim open, unless one like it contradicts it."""
    figures = (figure("a", "4%"), figure("b", "9%", measures="prices"), figure("c", other))
    check = Check(extreme=Extreme(figure="a", end=End.LOWEST, among=("b", "c")))
    assert told(judged(check, figures=figures)) == (
        verdict,
        (
            "4% and 9% are not compared: the one measures pay, the other prices.",
            f"4% less than {other}: {'yes' if verdict is OPEN else 'no'}.",
            NO_OTHERS,
        ),
    )


# Real terms -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "case",
    table("""
    # 1.045 / 1.1 = 0.95, and not 4.5 - 10 = -5.5
    4.5% | 10% | less-than | 0% | yes | (1 + 4.5%) / (1 + 10%) - 1 = -5%; claimed: less than 0%.
    4.5% | 10% | equal | -5% | yes | (1 + 4.5%) / (1 + 10%) - 1 = -5%; claimed: -5%.
    4.50% | 10.0% | equal | -5.5% | no | (1 + 4.50%) / (1 + 10.0%) - 1 = -5%; claimed: -5.5%.
    # 1.0445 / 1.105 = 0.945…, which prints as -5.5%
    4.5% | 10% | equal | -5.5% | open | (1 + 4.5%) / (1 + 10%) - 1 = -5%; claimed: -5.5%.
    4.5% | 10% | equal | -4% | no | (1 + 4.5%) / (1 + 10%) - 1 = -5%; claimed: -4%.
    4.5% | 10% | more-than | 0% | no | (1 + 4.5%) / (1 + 10%) - 1 = -5%; claimed: more than 0%.
    10% | 10% | less-than | 0% | no | (1 + 10%) / (1 + 10%) - 1 = 0%; claimed: less than 0%.
    10% | 10% | at-most | 0% | yes | (1 + 10%) / (1 + 10%) - 1 = 0%; claimed: at most 0%.
    21% | 10% | equal | 10% | yes | (1 + 21%) / (1 + 10%) - 1 = 10%; claimed: 10%.
    0% | 25% | equal | -20% | yes | (1 + 0%) / (1 + 25%) - 1 = -20%; claimed: -20%.

    # 1.045 / 1.087 = 0.961361…: below -3.86%, above -3.87%
    4.5% | 8.7% | less-than | -3.86% | yes | (1 + 4.5%) / (1 + 8.7%) - 1 = about -3.86%; claimed: less than -3.86%.
    4.5% | 8.7% | at-least | -3.86% | no | (1 + 4.5%) / (1 + 8.7%) - 1 = about -3.86%; claimed: at least -3.86%.

    # 1.05001 / 1.05 = 1.0000095…, and 1.04999 / 1.05 = 0.9999904…
    5.001% | 5% | more-than | 0% | yes | (1 + 5.001%) / (1 + 5%) - 1 = under 0.01%; claimed: more than 0%.
    4.999% | 5% | less-than | 0% | yes | (1 + 4.999%) / (1 + 5%) - 1 = between -0.01% and 0%; claimed: less than 0%.
    4.999% | 5% | equal | 0% | yes | (1 + 4.999%) / (1 + 5%) - 1 = between -0.01% and 0%; claimed: 0%.
    4.999% | 5.00% | equal | 0.000% | open | (1 + 4.999%) / (1 + 5.00%) - 1 = between -0.01% and 0%; claimed: 0.000%.

    # 1.052 / 1.096 = 0.959854…
    5.2% | 9.6% | equal | -4% | yes | (1 + 5.2%) / (1 + 9.6%) - 1 = about -4.01%; claimed: -4%.

    # 1.05 / 0.98 = 1.071428…, 1 / 0.5 = 2 and 0.97 / 1.02 = 0.950980…
    5% | -2% | more-than | 7% | yes | (1 + 5%) / (1 + (-2%)) - 1 = about 7.14%; claimed: more than 7%.
    0% | -50% | equal | 100% | yes | (1 + 0%) / (1 + (-50%)) - 1 = 100%; claimed: 100%.
    -3% | 2% | less-than | -4.9% | yes | (1 + (-3%)) / (1 + 2%) - 1 = about -4.9%; claimed: less than -4.9%.
    -100% | 10% | equal | -100% | yes | (1 + (-100%)) / (1 + 10%) - 1 = -100%; claimed: -100%.
    about 4.5% | about 10% | equal | -5% | yes | (1 + (about 4.5%)) / (1 + (about 10%)) - 1 = -5%; claimed: -5%.

    # 4.5 + 0.5 = 5, and 1.1 × 1.1 = 1.21
    4.5% + 0.5% | 5% | equal | 0% | yes | (1 + (4.5% + 0.5%)) / (1 + 5%) - 1 = 0%; claimed: 0%.
    10% compounded with 10% | 10% | equal | 10% | yes | (1 + (10% compounded with 10%)) / (1 + 10%) - 1 = 10%; claimed: 10%.

    # 1.04 / 1.04 = 1, and 1.3 / 1.04 = 1.25
    4% to 30% | 4% | more-than | 0% | open | (1 + (4% to 30%)) / (1 + 4%) - 1 = 0% to 25%; claimed: more than 0%.
    4% to 30% | 4% | at-least | 0% | yes | (1 + (4% to 30%)) / (1 + 4%) - 1 = 0% to 25%; claimed: at least 0%.
    4% to 30% | 4% | less-than | 0% | no | (1 + (4% to 30%)) / (1 + 4%) - 1 = 0% to 25%; claimed: less than 0%.

    # The lowest award meets the highest inflation: 1.045 / 1.1 = 0.95, and 1.155 / 1.05 = 1.1
    4.5% to 15.5% | 5% to 10% | at-least | -5% | yes | (1 + (4.5% to 15.5%)) / (1 + (5% to 10%)) - 1 = -5% to 10%; claimed: at least -5%.
    4.5% to 15.5% | 5% to 10% | more-than | 10% | no | (1 + (4.5% to 15.5%)) / (1 + (5% to 10%)) - 1 = -5% to 10%; claimed: more than 10%.
    at least 5% | 5% | less-than | 0% | no | (1 + (at least 5%)) / (1 + 5%) - 1 = at least 0%; claimed: less than 0%.
    up to 5% | 5% | at-most | 0% | yes | (1 + (up to 5%)) / (1 + 5%) - 1 = at most 0%; claimed: at most 0%.
    up to 5% | 5% | less-than | 0% | open | (1 + (up to 5%)) / (1 + 5%) - 1 = at most 0%; claimed: less than 0%.
    5% | up to 5% | less-than | 0% | no | (1 + 5%) / (1 + (up to 5%)) - 1 = at least 0%; claimed: less than 0%.
    5% | at least 5% | at-most | 0% | yes | (1 + 5%) / (1 + (at least 5%)) - 1 = at most 0%; claimed: at most 0%.
    at least 5% | at least 5% | equal | 0% | open | (1 + (at least 5%)) / (1 + (at least 5%)) - 1; claimed: 0%.

    # Prices that fall to nothing, and an award that takes more than all, give no number.
    5% | -99.9% | more-than | 1000% | yes | (1 + 5%) / (1 + (-99.9%)) - 1 = 104900%; claimed: more than 1000%.
    5% | -100% | less-than | 0% | open | There is no real value where prices fall by 100%, or by more.
    5% | -150% to 3% | less-than | 0% | open | There is no real value where prices fall by 100%, or by more.
    5% | up to -100% | less-than | 0% | open | There is no real value where prices fall by 100%, or by more.
    -100.01% | 3% | less-than | 0% | open | Nothing falls by more than 100%.
    up to -101% | 3% | less-than | 0% | open | Nothing falls by more than 100%.
    """),
)
def test_takes_inflation_off_an_award(case: list[str]) -> None:
    """In real terms an award is divided by prices, and the result is printed as far as known."""
    award, inflation, relation, number, verdict, finding = case
    figures = (figure("award", award), figure("inflation", inflation, measures="prices"))
    check = RealTerms(
        awards=("award",),
        inflation="inflation",
        relation=Relation(relation),
        number=Amount.parse(number),
    )
    found = judged(Check(real_terms=check), figures=figures)
    assert told(found) == (VERDICTS[verdict], (finding,))
    assert found.used in (figures, ())


def test_each_award_must_stand_so() -> None:
    """Of several awards each must stand so: 1.045 / 1.1 = 0.95, and 1.1 / 1.1 = 1."""
    figures = several("4.5%; 10%")
    check = RealTerms(
        awards=("a", "b"), inflation="prices", relation=LESS, number=Amount.parse("0%")
    )
    assert told(judged(Check(real_terms=check), figures=(*figures, figure("prices", "10%")))) == (
        NO,
        (
            "(1 + 4.5%) / (1 + 10%) - 1 = -5%; claimed: less than 0%.",
            "(1 + 10%) / (1 + 10%) - 1 = 0%; claimed: less than 0%.",
        ),
    )


# Days between events ------------------------------------------------------------------------------


def event(name: str, date: str, evidence: tuple[Evidence, ...] = BY_BOSS) -> Event:
    """Return an event that the other side has told of."""
    return Event(id=name, title=name, date=Date.parse(date), evidence=evidence)


@pytest.mark.parametrize(
    ("start", "end", "days", "cases"),
    [
        (
            *("2023-06-02", "2023-06-30", "From 2 June 2023 to 30 June 2023: 28 days"),
            [
                (SAME, "28 days", YES),
                (SAME, "4 weeks", YES),
                (SAME, "27 days", NO),
                (LESS, "4 weeks", NO),
                (MOST, "4 weeks", YES),
                (MORE, "27 days", YES),
                (LEAST, "4.5 weeks", NO),
                (SAME, "about 28 days", YES),
                (SAME, "3 weeks + 1 week", YES),
                (SAME, "28.4 days", NO),
            ],
        ),
        # 26 days are 3.71 weeks, which print as 4, and 24 days 3.43, which print as 3.
        (
            *("2023-06-02", "2023-06-28", "From 2 June 2023 to 28 June 2023: 26 days"),
            [(SAME, "4 weeks", YES), (LESS, "4 weeks", YES), (SAME, "4.0 weeks", NO)],
        ),
        (
            *("2023-06-02", "2023-06-26", "From 2 June 2023 to 26 June 2023: 24 days"),
            [(SAME, "4 weeks", NO), (SAME, "3 weeks", YES)],
        ),
        ("2023-02-28", "2023-03-01", "From 28 February 2023 to 1 March 2023: 1 day", [(SAME, "1 day", YES)]),
        ("2024-02-28", "2024-03-01", "From 28 February 2024 to 1 March 2024: 2 days", [(SAME, "2 days", YES)]),
        ("2023-06-02", "2023-06-02", "From 2 June 2023 to 2 June 2023: 0 days", [(MORE, "0 days", NO)]),
        (
            *("2023-06", "2023-07-01", "From June 2023 to 1 July 2023: between 1 and 30 days"),
            [
                (SAME, "28 days", OPEN),
                (MOST, "30 days", YES),
                (LESS, "30 days", OPEN),
                (MORE, "30 days", NO),
                (LEAST, "1 day", YES),
                (SAME, "31 days", NO),
                (SAME, "4 weeks", OPEN),
                (SAME, "5 weeks", NO),
            ],
        ),
        # From 31 December 2022 to 1 January 2023 it is 1 day; two years of 365 days have 729 between
        # their first and their last.
        (
            *("2022", "2023", "From 2022 to 2023: between 1 and 729 days"),
            [(MORE, "0 days", YES), (SAME, "52 weeks", OPEN), (MORE, "729 days", NO)],
        ),
        (
            *("2023-06", "2023-06", "From June 2023 to June 2023: between -29 and 29 days"),
            [(SAME, "0 days", OPEN), (SAME, "30 days", NO)],
        ),
    ],
)  # fmt: skip
def test_counts_days(start: str, end: str, days: str, cases: list[Any]) -> None:
    """Days are counted from date to date; where a day is not known, from and to each it can be."""
    events = (event("start", start), event("end", end))
    for relation, number, verdict in cases:
        check = Elapsed(start="start", end="end", relation=relation, number=Amount.parse(number))
        claimed = number if relation is SAME else f"{relation.replace('-', ' ')} {number}"
        found = judged(Check(elapsed=check), events=events, as_of="2024")
        assert told(found) == (verdict, (f"{days}; claimed: {claimed}.",))
        assert found.used == events


def test_an_event_before_the_first_one_decides_nothing() -> None:
    """Where the second event surely lies before the first, no number of days is borne out."""
    events = (event("start", "2023-06-30"), event("end", "2023-06-02"))
    check = Elapsed(start="start", end="end", relation=MOST, number=Amount.parse("4 weeks"))
    assert told(judged(Check(elapsed=check), events=events)) == (
        OPEN,
        (
            "From 30 June 2023 to 2 June 2023: -28 days; claimed: at most 4 weeks.",
            "The second lies before the first.",
        ),
    )


def test_a_date_counted_from_the_claim_does_not_test_it() -> None:
    """The days are printed, and the claim that one of the dates comes from is left open."""
    start = event("start", "2023-06-02")
    end = attrs.evolve(event("end", "2023-06-30"), counted_from="claim")
    check = Elapsed(start="start", end="end", relation=SAME, number=Amount.parse("28 days"))
    days = "From 2 June 2023 to 30 June 2023: 28 days; claimed: 28 days."
    assert told(judged(Check(elapsed=check), events=(start, end))) == (
        OPEN,
        (days, "One of the two dates is itself counted from this claim."),
    )
    other = attrs.evolve(end, counted_from="another")
    assert told(judged(Check(elapsed=check), events=(start, other))) == (YES, (days,))


@pytest.mark.parametrize(
    ("start", "end", "verdict"),
    [
        (None, "claim", OPEN),
        ("claim", None, OPEN),
        ("claim", "claim", OPEN),
        (None, "another", YES),
        ("another", "another", YES),
    ],
)
def test_a_date_that_is_counted_from_a_claim_cannot_test_it(
    start: str | None, end: str | None, verdict: ClaimVerdict
) -> None:
    """Where a date was worked out from the claim itself, the days are told and prove nothing."""
    events = (
        attrs.evolve(event("start", "2023-06-02"), counted_from=start),
        attrs.evolve(event("end", "2023-06-30"), counted_from=end),
    )
    circular = ("One of the two dates is itself counted from this claim.",)
    for number, wanted in (("28 days", verdict), ("27 days", NO if verdict is YES else OPEN)):
        check = Elapsed(start="start", end="end", relation=SAME, number=Amount.parse(number))
        found = judged(Check(elapsed=check), events=events)
        assert found.verdict is wanted
        assert found.findings == (
            f"From 2 June 2023 to 30 June 2023: 28 days; claimed: {number}.",
            *(circular if verdict is OPEN else ()),
        )
        assert found.used == events


# Totals, and what fits ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "total", "verdict", "finding"),
    [
        ("4; 6", "10", YES, "4 + 6 = 10; claimed: 10."),
        # 4.4 + 5.4 = 9.8, which prints as 10.
        ("4; 5", "10", OPEN, "4 + 5 = 9; claimed: 10."),
        ("4; 3", "10", NO, "4 + 3 = 7; claimed: 10."),
        ("90.5%; 9.5%", "100%", YES, "90.5% + 9.5% = 100%; claimed: 100%."),
        # Exact, as binary fractions are not.
        ("0.1%; 0.2%", "0.3%", YES, "0.1% + 0.2% = 0.3%; claimed: 0.3%."),
        ("£1,200; £300.50", "£1,500.50", YES, "£1,200 + £300.50 = £1,500.50; claimed: £1,500.50."),
        ("2 days; -1 day", "1 day", YES, "2 days + (-1 day) = 1 day; claimed: 1 day."),
        ("5%", "4.5% + 0.5%", YES, "5%; claimed: 4.5% + 0.5% = 5%."),
        ("4.5% + 0.5%", "5%", YES, "4.5% + 0.5% = 5%; claimed: 5%."),
        ("4.5% + 0.5%; 1%", "6%", YES, "(4.5% + 0.5%) + 1% = 6%; claimed: 6%."),
        ("1/3; 2/3", "100%", YES, "(1/3) + (2/3) = 100%; claimed: 100%."),
        ("1/3; 1/3", "2/3", YES, "(1/3) + (1/3) = 200/3%; claimed: 2/3."),
        ("1/3; 1/3", "66.7%", YES, "(1/3) + (1/3) = 200/3%; claimed: 66.7%."),
        ("1/3; 1/3", "66.6%", NO, "(1/3) + (1/3) = 200/3%; claimed: 66.6%."),
        ("about 4; 6", "about 10", YES, "(about 4) + 6 = 10; claimed: about 10."),
        # Three times 12.43 prints as 37.3, and none as 38.
        ("12.4%; 12.4%; 12.4%", "37.2%", YES, "12.4% + 12.4% + 12.4% = 37.2%; claimed: 37.2%."),
        ("12.4%; 12.4%; 12.4%", "37.3%", OPEN, "12.4% + 12.4% + 12.4% = 37.2%; claimed: 37.3%."),
        ("12.4%; 12.4%; 12.4%", "38%", NO, "12.4% + 12.4% + 12.4% = 37.2%; claimed: 38%."),
        # A range is open, on either side.
        ("4; 6", "9 to 11", OPEN, "4 + 6 = 10; claimed: 9 to 11."),
        ("4; 6", "13 to 14", NO, "4 + 6 = 10; claimed: 13 to 14."),
        ("4; 6", "at least 13", NO, "4 + 6 = 10; claimed: at least 13."),
        ("2 to 3; 1", "4", OPEN, "(2 to 3) + 1 = 3 to 4; claimed: 4."),
        ("2 to 3; 1", "7", NO, "(2 to 3) + 1 = 3 to 4; claimed: 7."),
        ("at least 2; 1", "1", NO, "(at least 2) + 1 = at least 3; claimed: 1."),
        ("at least 2; 1", "3", OPEN, "(at least 2) + 1 = at least 3; claimed: 3."),
        ("up to 2; 1", "6", NO, "(up to 2) + 1 = at most 3; claimed: 6."),
        ("at least 2; up to 3", "9", OPEN, "(at least 2) + (up to 3); claimed: 9."),
    ],
)
def test_adds_the_parts_of_a_total(
    parts: str, total: str, verdict: ClaimVerdict, finding: str
) -> None:
    """The parts are added exactly, and the sum must be the total."""
    figures = (figure("total", total), *several(parts))
    check = Total(total="total", parts=names(figures[1:]))
    found = judged(Check(total=check), figures=figures)
    assert told(found) == (verdict, (finding,))
    assert found.used == figures


@pytest.mark.parametrize(
    ("number", "verdict"), [("37.2%", YES), ("37.3%", OPEN), ("37%", YES), ("38%", NO)]
)
def test_adds_the_parts_of_a_total_that_is_claimed(number: str, verdict: ClaimVerdict) -> None:
    """The total may stand in the check, in the place of a figure."""
    figures = several("12.4%; 12.4%; 12.4%")
    check = Total(number=Amount.parse(number), parts=names(figures))
    found = judged(Check(total=check), figures=figures)
    finding = f"12.4% + 12.4% + 12.4% = 37.2%; claimed: {number}."
    assert told(found) == (verdict, (finding,))
    assert found.used == figures


@pytest.mark.parametrize(
    ("values", "under", "fits", "findings"),
    [
        ("6.5%", "4.5%; 0.5%", False, ["6.5% does not fit under 4.5% + 0.5% = 5%"]),
        ("6.5%", "4.5% + 0.5%", False, ["6.5% does not fit under 4.5% + 0.5% = 5%"]),
        ("5%", "4.5%; 0.5%", True, ["5% fits under 4.5% + 0.5% = 5%"]),
        ("5.01%", "4.5%; 0.5%", False, ["5.01% does not fit under 4.5% + 0.5% = 5%"]),
        ("4%", "4.5%", True, ["4% fits under 4.5%"]),
        ("4%", "up to 4.5%", None, ["4% may or may not fit under up to 4.5%"]),
        ("6.5%", "up to 4.5%", False, ["6.5% does not fit under up to 4.5%"]),
        ("6.5%", "up to 4.5%; 0.5%", False,
         ["6.5% does not fit under (up to 4.5%) + 0.5% = at most 5%"]),
        ("4% to 5%", "4.5%", None, ["4% to 5% may or may not fit under 4.5%"]),
        ("4% to 4.5%", "4.5%", True, ["4% to 4.5% fits under 4.5%"]),
        ("at least 4%", "3.9%", False, ["at least 4% does not fit under 3.9%"]),
        ("up to 4%", "4%", True, ["up to 4% fits under 4%"]),
        ("4%; 5%", "5%", True, ["4% fits under 5%", "5% fits under 5%"]),
    ],
)  # fmt: skip
def test_tells_what_fits_under_a_ceiling(
    values: str, under: str, *, fits: bool | None, findings: list[str]
) -> None:
    """A figure fits that is at most the ceiling, whose parts are added; a claim may say either."""
    figures = several(values)
    ceiling = tuple(attrs.evolve(each, id=f"under-{each.id}") for each in several(under))
    for said in (True, False):
        check = Fits(figures=names(figures), under=names(ceiling), fits=said)
        found = judged(Check(fits=check), figures=(*figures, *ceiling))
        claimed = "fits" if said else "does not fit"
        assert told(found) == (
            OPEN if fits is None else YES if fits is said else NO,
            tuple(f"{finding}; claimed: {claimed}." for finding in findings),
        )


@pytest.mark.parametrize(
    ("values", "fits", "verdict"),
    [
        ("4%; 6%", True, NO),
        ("4%; 6%", False, NO),
        ("6%; 7%", False, YES),
        ("4% to 6%; 7%", False, OPEN),
        ("4% to 6%; 7%", True, NO),
        ("4% to 6%; 4%", False, NO),
    ],
)
def test_each_figure_must_fit(values: str, *, fits: bool, verdict: ClaimVerdict) -> None:
    """What is said of several figures must hold of each of them, for itself."""
    figures = (figure("ceiling", "5%"), *several(values))
    check = Fits(figures=names(figures[1:]), under=("ceiling",), fits=fits)
    assert judged(Check(fits=check), figures=figures).verdict is verdict


# Counts of statuses --------------------------------------------------------------------------------

KINDS = {MET: Kind.AGREED, PARTLY: Kind.AGREED, MOVED: Kind.OFFER, NOT_MET: Kind.REFUSAL}


def demand(name: str, date: str | None = "2022-01") -> Demand:
    """Return the union's demand of this name."""
    day = Date.parse(date) if date else None
    title = name.capitalize()
    return Demand(id=name, title=title, made_by="union", made_to="boss", date=day)


def answered(name: str, status: Status, date: str = "2023-01") -> tuple[Concession, ...]:
    """Return the answer that brings a demand to a status, or none."""
    if status is SILENT:
        return ()
    strings = "an hour more" if status is PARTLY else None
    reply = Answer(demand=name, kind=KINDS[status], in_return=strings)
    made = Concession(
        id=f"to-{name}",
        title=f"Answer on {name}",
        made_by="boss",
        date=Date.parse(date),
        answers=(reply,),
        evidence=BY_BOSS,
    )
    return (made,)


TITLES = ("pay", "hours", "leave", "tea")


def statuses(*reached: Status) -> dict[str, Any]:
    """Return demands named as in TITLES, and the answers that bring them to these statuses."""
    pairs = list(zip(TITLES, reached, strict=False))
    return {
        "demands": tuple(demand(name) for name, _ in pairs),
        "concessions": tuple(made for name, status in pairs for made in answered(name, status)),
    }


def count(reaching: Status, relation: Relation, number: str, **more: Any) -> Check:
    """Return the check that so many demands have reached a status."""
    how = {"reaching": reaching, "relation": relation, "number": Amount.parse(number)}
    return Check(count=Count(**how, **more))


@pytest.mark.parametrize(
    "case",
    table("""
    met partly-met some-movement not-met | met | equal | 1 | yes
    | 1 of 4 demands is at “Yes”; claimed: 1.
    | It is: Pay (Yes).

    met partly-met some-movement not-met | partly-met | more-than | 2 | no
    | 2 of 4 demands are at “In part” or better; claimed: more than 2.
    | They are: Pay (Yes); Hours (In part).

    met partly-met some-movement not-met | some-movement | at-least | 75% | yes
    | 3 of 4 demands are at “Some movement” or better (75%); claimed: at least 75%.
    | They are: Pay (Yes); Hours (In part); Leave (Some movement).

    met partly-met some-movement not-met | some-movement | more-than | 75% | no
    | 3 of 4 demands are at “Some movement” or better (75%); claimed: more than 75%.
    | They are: Pay (Yes); Hours (In part); Leave (Some movement).

    not-met not-met | not-met | equal | 100% | yes
    | 2 of 2 demands are at “No” or better (100%); claimed: 100%.
    | They are: Pay (No); Hours (No).

    not-met not-met | met | equal | 0 | yes
    | 0 of 2 demands are at “Yes”; claimed: 0.

    not-met | met | at-least | 1 | no
    | 0 of 1 demand is at “Yes”; claimed: at least 1.

    # A third is more than 33.33%, and is exactly 1/3.
    met not-met not-met | met | more-than | 33.33% | yes
    | 1 of 3 demands is at “Yes” (about 33.33%); claimed: more than 33.33%.
    | It is: Pay (Yes).

    met not-met not-met | met | equal | 1/3 | yes
    | 1 of 3 demands is at “Yes” (about 33.33%); claimed: 1/3.
    | It is: Pay (Yes).

    met not-met not-met | met | equal | 33% | yes
    | 1 of 3 demands is at “Yes” (about 33.33%); claimed: 33%.
    | It is: Pay (Yes).

    met not-met not-met | met | equal | 34% | no
    | 1 of 3 demands is at “Yes” (about 33.33%); claimed: 34%.
    | It is: Pay (Yes).

    # What no record answers could be at any status: there are 1 or 2, and 50% or 100%.
    met no-response | met | equal | 1 | open
    | 1 of 2 demands is at “Yes”; claimed: 1.
    | It is: Pay (Yes).
    | 1 more has no response on record, and could be at any status.

    met no-response | met | at-least | 1 | yes
    | 1 of 2 demands is at “Yes”; claimed: at least 1.
    | It is: Pay (Yes).
    | 1 more has no response on record, and could be at any status.

    met no-response | met | more-than | 50% | open
    | 1 of 2 demands is at “Yes” (50%); claimed: more than 50%.
    | It is: Pay (Yes).
    | 1 more has no response on record, and could be at any status.

    not-met no-response no-response | met | equal | 0 | open
    | 0 of 3 demands are at “Yes”; claimed: 0.
    | 2 more have no response on record, and could be at any status.

    not-met no-response no-response | met | more-than | 2 | no
    | 0 of 3 demands are at “Yes”; claimed: more than 2.
    | 2 more have no response on record, and could be at any status.

    no-response | not-met | equal | 0 | open
    | 0 of 1 demand is at “No” or better; claimed: 0.
    | 1 more has no response on record, and could be at any status.
    """),
)
def test_counts_statuses(case: list[str]) -> None:
    """So many demands are at a status or a better one; what is unanswered may be any of them."""
    reached, reaching, relation, number, verdict, first, *rest = case
    check = count(Status(reaching), Relation(relation), number)
    found = judged(check, **statuses(*map(Status, reached.split())))
    assert told(found) == (VERDICTS[verdict], (f"As of 30 June 2023, {first}", *rest))
    assert found.used == ()
    assert found.whose == ()


def test_a_dispute_without_demands_counts_nothing() -> None:
    """Where nothing was demanded by then, no count is true."""
    told_of_none = (OPEN, ("No demand was on record by 30 June 2023.",))
    assert told(judged(count(MET, SAME, "0"))) == told_of_none
    later = (demand("pay", date="2023-07"),)
    assert told(judged(count(MET, SAME, "0"), demands=later, as_of="2024")) == told_of_none


def test_counts_among_the_demands_named() -> None:
    """With `among` only these are counted, and only these are the whole of a share."""
    records = statuses(MET, NOT_MET, NOT_MET, SILENT)
    check = count(MET, LEAST, "50%", among=("hours", "pay"))
    assert told(judged(check, **records)) == (
        YES,
        (
            "As of 30 June 2023, 1 of 2 demands is at “Yes” (50%); claimed: at least 50%.",
            "It is: Pay (Yes).",
        ),
    )


def test_a_demand_that_was_not_yet_made_is_not_left_out_of_a_count() -> None:
    """One of the demands named that is of a later day leaves the count open, and is named."""
    records = statuses(MET, MET, NOT_MET)
    records["demands"] = (demand("pay"), demand("hours", "2023-07"), demand("leave", "2023-08"))
    check = count(MET, SAME, "100%", among=("leave", "pay", "hours"))
    assert told(judged(check, as_of="2023", **records)) == (
        OPEN,
        ("Not on record by 30 June 2023: 'hours', 'leave'.",),
    )


def test_counts_wholes_and_not_parts() -> None:
    """A compound demand counts once, by the status that its parts give it."""
    parts = (Part(id="hours", title="Hours"), Part(id="leave", title="Leave"))
    whole = attrs.evolve(demand("pay"), parts=parts)
    check = count(PARTLY, SAME, "1")
    assert told(judged(check, demands=(whole,), concessions=answered("hours", MET))) == (
        YES,
        (
            "As of 30 June 2023, 1 of 1 demand is at “In part” or better; claimed: 1.",
            "It is: Pay (In part).",
        ),
    )


@pytest.mark.parametrize(
    ("date", "as_of", "number", "day"),
    [
        # The refusal is of May.
        ("2023-06-30", None, "1 of 1", "30 June 2023"),
        ("2023-05", None, "1 of 1", "31 May 2023"),
        ("2023-05-30", None, "0 of 1", "30 May 2023"),
        ("2023-06-30", "2023-04", "0 of 1", "30 April 2023"),
        ("2023-04-01", "2023-06-01", "1 of 1", "1 June 2023"),
        ("2023-04-01", "2023", "1 of 1", "31 December 2023"),
    ],
)
def test_counts_on_the_day_of_the_claim(
    date: str, as_of: str | None, number: str, day: str
) -> None:
    """Statuses are those of the claim's date, or of `as_of`, from the last day it can be."""
    records = {"demands": (demand("pay"),), "concessions": answered("pay", NOT_MET, "2023-05")}
    check = count(NOT_MET, SAME, "1", as_of=Date.parse(as_of) if as_of else None)
    found = judged(check, date=date, as_of="2023", **records)
    assert found.verdict is (YES if number == "1 of 1" else OPEN)
    assert found.findings[0] == f"As of {day}, {number} demand is at “No” or better; claimed: 1."


def test_a_count_of_a_day_after_the_sheet_is_open() -> None:
    """A sheet does not know the statuses of a later day, and says so."""
    check = count(MET, SAME, "1", as_of=Date.parse("2023-07"))
    assert told(judged(check, **statuses(MET))) == (
        OPEN,
        ("The statuses of 31 July 2023 are not known on this sheet's day.",),
    )


@pytest.mark.parametrize(
    ("policy", "verdict", "findings"),
    [
        ("standard", YES, ["1 of 1 demand is at “In part” or better; claimed: 1.",
                           "It is: Pay (In part)."]),
        ("strict", NO, ["0 of 1 demand is at “In part” or better; claimed: 1."]),
    ],
)  # fmt: skip
def test_a_policy_can_change_a_count(
    policy: str, verdict: ClaimVerdict, findings: list[str]
) -> None:
    """A count is by the policy of the sheet: 6% of 10% is more than 1/2 and less than 2/3."""
    ten = attrs.evolve(demand("pay"), asks=Asks(more=Amount.parse("10%")))
    (made,) = answered("pay", MET)
    reply = Answer(demand="pay", kind=Kind.AGREED, gives=Gives(more=Amount.parse("6%")))
    six = attrs.evolve(made, answers=(reply,))
    found = judged(count(PARTLY, SAME, "1"), demands=(ten,), concessions=(six,), policy=policy)
    first, *rest = findings
    assert told(found) == (verdict, (f"As of 30 June 2023, {first}", *rest))


def significant(reaching: Status, relation: Relation, **more: Any) -> Check:
    """Return the check that a significant part of the demands has reached a status."""
    return Check(count=Count(reaching=reaching, relation=relation, number=SIGNIFICANT, **more))


@pytest.mark.parametrize(
    ("reached", "relation", "verdicts"),
    [
        # By the standard policy, half; by the strict one two thirds, by the lenient one a third.
        ("met met not-met not-met", LEAST, (YES, NO, YES)),
        ("met met not-met not-met", LESS, (NO, YES, NO)),
        ("met not-met not-met", LEAST, (NO, NO, YES)),
        ("met not-met not-met not-met", LEAST, (NO, NO, NO)),
        ("met met not-met", LEAST, (YES, YES, YES)),
        ("met met not-met no-response", LEAST, (YES, OPEN, YES)),
    ],
)
def test_a_vague_word_has_the_threshold_of_the_policy(
    reached: str, relation: Relation, verdicts: Sequence[ClaimVerdict]
) -> None:
    """What is significant is the policy's, the same whoever says it."""
    records = statuses(*map(Status, reached.split()))
    for policy, verdict in zip(("standard", "strict", "lenient"), verdicts, strict=True):
        found = judged(significant(MET, relation), policy=policy, **records)
        assert found.verdict is verdict


def test_a_vague_word_is_told_with_the_policies_that_leave_it_open() -> None:
    """Where a silence decides by another policy, the claim is open by it, and not said to fail."""
    records = statuses(MET, MET, NOT_MET, SILENT)
    found = judged(significant(MET, LEAST), **records)
    assert found.verdict is YES
    assert "By the policy “strict”, for which it is two thirds, it would be open." in told(found)[1]


@pytest.mark.parametrize(
    ("policy", "verdict", "share", "turned"),
    [
        ("standard", YES, "half", ["strict two thirds not"]),
        ("strict", NO, "two thirds", ["standard half", "lenient a third"]),
        ("lenient", YES, "a third", ["strict two thirds not"]),
    ],
)
def test_a_vague_word_is_told_with_the_policies_that_turn_it(
    policy: str, verdict: ClaimVerdict, share: str, turned: list[str]
) -> None:
    """The threshold is printed, and each other policy under which the verdict would be another."""
    found = judged(significant(MET, LEAST), policy=policy, **statuses(MET, NOT_MET))
    lines = []
    for each in turned:
        name, _, threshold = each.removesuffix(" not").partition(" ")
        word = "would not hold" if each.endswith(" not") else "would hold"
        lines.append(f"By the policy “{name}”, for which it is {threshold}, it {word}.")
    assert told(found) == (
        verdict,
        (
            "As of 30 June 2023, 1 of 2 demands is at “Yes” (50%); claimed: at least a significant "
            f"part, which is {share} of them.",
            "It is: Pay (Yes).",
            *lines,
        ),
    )


def test_a_vague_word_that_no_policy_turns_is_told_without_them() -> None:
    """Where every policy gives the same verdict, no other is named."""
    found = judged(significant(MET, LEAST, among=("pay",)), **statuses(MET, NOT_MET))
    assert told(found) == (
        YES,
        (
            "As of 30 June 2023, 1 of 1 demand is at “Yes” (100%); claimed: at least a significant "
            "part, which is half of them.",
            "It is: Pay (Yes).",
        ),
    )


# Stances ------------------------------------------------------------------------------------------


def position(stance: str, date: str, *, party: str = "boss", subject: str = "tea") -> Position:
    """Return what a party said of a subject."""
    return Position(
        party=party,
        subject=subject,
        stance=Stance(stance),
        says=f"It {stance} it",
        date=Date.parse(date),
        evidence=BY_BOSS,
    )


@pytest.mark.parametrize(
    ("said", "changed", "steps"),
    [
        (
            [("rejects", "2023-04"), ("accepts", "2023-06-01")],
            True,
            "rejects (April 2023); accepts (1 June 2023)",
        ),
        (
            [("accepts", "2023-06-01"), ("rejects", "2023-04")],
            True,
            "rejects (April 2023); accepts (1 June 2023)",
        ),
        (
            [("objects", "2022"), ("objects", "2023-06-30")],
            False,
            "objects (2022); objects (30 June 2023)",
        ),
        # There and back again is a change, too.
        (
            [("objects", "2022"), ("welcomes", "2023-01-01"), ("objects", "2023-02")],
            True,
            "objects (2022); welcomes (1 January 2023); objects (February 2023)",
        ),
    ],
)
def test_tells_whether_a_stance_changed(
    said: list[tuple[str, str]], *, changed: bool, steps: str
) -> None:
    """Two positions of one party on one subject show a change, or that there was none."""
    positions = tuple(position(*each) for each in said)
    others = (
        position("welcomes", "2023-01", party="union"),
        position("welcomes", "2023-02", subject="cake"),
        position("welcomes", "2023-07-01"),  # after the claim
    )
    for claimed in (True, False):
        check = Check(stance_change=StanceChange(party="boss", subject="tea", changed=claimed))
        word = "a change" if claimed else "no change"
        verdict = YES if claimed is changed else NO
        for day in (AS_OF, "2023"):
            found = judged(check, positions=(*others, *positions), as_of=day)
            assert told(found) == (verdict, (f"{steps}; claimed: {word}.",))
            assert set(found.used) == set(positions)


@pytest.mark.parametrize(
    ("dates", "claimed", "finding"),
    [
        ([], "2023-06-30", "No position on record by 30 June 2023"),
        (["2023-06-30"], "2023-06-30", "One position on record by 30 June 2023"),
        (["2023-07-01"], "2023-06-30", "No position on record by 30 June 2023"),
        (["2023-05", "2023-07"], "2023-06", "One position on record by June 2023"),
        # A month counts from its last day.
        (["2023-05", "2023-06"], "2023-06-29", "One position on record by 29 June 2023"),
        (["2023-05", "2023"], "2023-06", "One position on record by June 2023"),
    ],
)
def test_a_silence_is_no_stance(dates: list[str], claimed: str, finding: str) -> None:
    """With fewer than two positions by the day of the claim, neither answer is supported."""
    positions = tuple(position(stance, day) for stance, day in zip(Stance, dates, strict=False))
    for changed in (True, False):
        check = Check(stance_change=StanceChange(party="boss", subject="tea", changed=changed))
        found = judged(check, positions=positions, date=claimed, as_of="2023")
        assert told(found) == (OPEN, (f"{finding}: a change needs two.",))


def test_unlike_stances_on_one_day_leave_a_change_open() -> None:
    """Of two stances on one day no order is known, so there is neither a change nor none."""
    both = (position("rejects", "2021-06-02"), position("welcomes", "2021-06-02"))
    for changed in (True, False):
        check = StanceChange(party="boss", subject="tea", changed=changed)
        found = judged(Check(stance_change=check), positions=both)
        claimed = "a change" if changed else "no change"
        steps = f"rejects (2 June 2021); welcomes (2 June 2021); claimed: {claimed}."
        assert told(found) == (OPEN, (steps,))


# A record that says so -----------------------------------------------------------------------------


NO_DOCUMENT = "No document is named that shows it."


def test_what_was_taken_back_by_then_confirms_nothing() -> None:
    """A concession withdrawn by the claim's day leaves a fact open; a later withdrawal does not."""
    made = Concession(
        id="tea", title="Tea", made_by="boss", date=Date.parse("2021"), evidence=BY_BOSS
    )
    check = Check(fact=Fact(concession="tea", confirms=True))
    for taken, verdict in (("2021-12-31", OPEN), ("2023-01-01", YES)):
        gone = attrs.evolve(made, withdrawn=Date.parse(taken))
        found = judged(check, date="2022", as_of="2024", concessions=(gone,))
        assert told(found)[0] is verdict


@pytest.mark.parametrize("kind", ["event", "concession", "vote"])
@pytest.mark.parametrize("word", ["confirms", "denies"])
def test_a_record_confirms_or_denies(kind: str, word: str) -> None:
    """A record that a document shows decides a claim, and one that none shows leaves it open."""
    day = Date.parse("2023-06")
    more = {"event": {}, "concession": {"made_by": "union"}, "vote": {"held_by": "union"}}[kind]
    classes = {"event": Event, "concession": Concession, "vote": Vote}
    check = Check(fact=Fact(confirms=word == "confirms", **{kind: "it"}))
    about: dict[str, Any] = {"id": "it", "title": "The tea is hot", "date": day, **more}
    record = classes[kind](evidence=BY_BOSS, **about)
    found = judged(check, **{f"{kind}s": (record,)})
    verdict = YES if word == "confirms" else NO
    assert told(found) == (verdict, (f"On record, which {word} it: The tea is hot.",))
    assert found.used == (record,)
    unshown = judged(check, **{f"{kind}s": (classes[kind](**about),)})
    assert told(unshown) == (OPEN, (NO_DOCUMENT,))
    assert unshown.used == ()


# Whose word it is --------------------------------------------------------------------------


def sided(**sides: str | None) -> tuple[Party, ...]:
    """Return parties, each on the side of this word, or on none."""
    return tuple(
        Party(id=name, name=name.capitalize(), kind=PartyKind.OTHER, side=side)
        for name, side in sides.items()
    )


EACH_FOR_ITSELF = sided(union=None, branch=None, boss=None, plant=None, paper=None)
TWO_SIDES = sided(union="labour", branch="labour", boss="capital", plant="capital", paper=None)
THREE_SIDES = sided(union="labour", branch="labour", boss="capital", plant="state", paper=None)

VOICES = {
    "union": BY_UNION,
    "boss": BY_BOSS,
    "branch": (Evidence(document="bulletin", at="page 3", quoting="branch"),),
    "plant": (Evidence(document="notice", at="page 3", quoting="plant"),),
    "paper": (Evidence(document="notice", at="page 4", quoting="paper"),),
}


def shown_by(said: str) -> tuple[Evidence, ...]:
    """Return the evidence of what these parties say."""
    return tuple(each for name in said.split() for each in VOICES[name])


@pytest.mark.parametrize(
    ("parties", "said", "supported", "contradicted"),
    [
        # Without sides, supported favours the claimant alone, and contradicted nobody.
        (EACH_FOR_ITSELF, "boss", "yes", "no"),
        (EACH_FOR_ITSELF, "branch", "yes", "no"),
        (EACH_FOR_ITSELF, "union", "union", "no"),
        (EACH_FOR_ITSELF, "union boss", "yes", "no"),
        (EACH_FOR_ITSELF, "", "open", "open"),
        # With sides it favours all of the claimant's, and contradicted each other side.
        (TWO_SIDES, "union", "union", "no"),
        (TWO_SIDES, "branch", "branch", "no"),
        (TWO_SIDES, "union branch", "branch union", "no"),
        (TWO_SIDES, "boss", "yes", "boss"),
        (TWO_SIDES, "boss plant", "yes", "boss plant"),
        (TWO_SIDES, "paper", "yes", "no"),
        (TWO_SIDES, "union paper", "yes", "no"),
        (TWO_SIDES, "boss paper", "yes", "no"),
        (TWO_SIDES, "union boss", "yes", "no"),
        # Other sides are left out one at a time: what two of them say is nobody's word alone.
        (THREE_SIDES, "boss", "yes", "boss"),
        (THREE_SIDES, "plant", "yes", "plant"),
        (THREE_SIDES, "boss plant", "yes", "no"),
    ],
)
def test_a_verdict_survives_leaving_out_whom_it_favours(
    parties: tuple[Party, ...], said: str, supported: str, contradicted: str
) -> None:
    """A verdict reached only with what the favoured side says is that side's word, and says whose."""
    evidence = shown_by(said)
    day = Date.parse("2023")
    early = Date.parse("2022-01-01")
    figures = tuple(
        attrs.evolve(each, evidence=evidence) for each in several("5%; 2%; 3%; 5%; 10%")
    )
    tea = Event(id="tea", title="Tea", date=early, evidence=evidence)
    later = Event(id="later", title="Later", date=Date.parse("2022-12-01"), evidence=evidence)
    positions = tuple(
        attrs.evolve(position(stance, date), evidence=evidence)
        for stance, date in (("rejects", "2022-01"), ("accepts", "2022-02"))
    )
    true = [
        Check(compare=Compare(figures=("a",), relation=MORE, to="b")),
        Check(compare=Compare(figures=("a",), relation=SAME, number=Amount.parse("5%"))),
        Check(compare=Compare(figures=("a",), relation=LESS, to="b", factor=Amount.parse("3"))),
        Check(extreme=Extreme(figure="a", end=End.HIGHEST, among=("b",))),
        Check(real_terms=RealTerms(awards=("a",), inflation="b", relation=MORE,
                                   number=Amount.parse("0%"))),
        Check(total=Total(total="a", parts=("b", "c"))),
        Check(total=Total(number=Amount.parse("5%"), parts=("b", "c"))),
        Check(fits=Fits(figures=("a",), under=("d",), fits=True)),
        Check(elapsed=Elapsed(start="tea", end="later", relation=MORE,
                              number=Amount.parse("9 days"))),
        Check(stance_change=StanceChange(party="boss", subject="tea", changed=True)),
        Check(fact=Fact(event="tea", confirms=True)),
    ]  # fmt: skip
    false = [
        Check(compare=Compare(figures=("a",), relation=LESS, to="b")),
        Check(compare=Compare(figures=("a",), relation=SAME, number=Amount.parse("9%"))),
        Check(compare=Compare(figures=("a",), relation=MORE, to="b", factor=Amount.parse("3"))),
        Check(extreme=Extreme(figure="a", end=End.LOWEST, among=("b",))),
        Check(real_terms=RealTerms(awards=("a",), inflation="b", relation=LESS,
                                   number=Amount.parse("0%"))),
        Check(total=Total(total="e", parts=("b", "c"))),
        Check(total=Total(number=Amount.parse("9%"), parts=("b", "c"))),
        Check(fits=Fits(figures=("a",), under=("d",), fits=False)),
        Check(elapsed=Elapsed(start="tea", end="later", relation=LESS,
                              number=Amount.parse("9 days"))),
        Check(stance_change=StanceChange(party="boss", subject="tea", changed=False)),
        Check(fact=Fact(event="tea", confirms=False)),
    ]  # fmt: skip
    for checks, wanted in ((true, supported), (false, contradicted)):
        verdict = VERDICTS.get(wanted, ONE_SIDE)
        whose = () if wanted in VERDICTS else tuple(wanted.split())
        for check in checks:
            found = judged(
                check,
                date=str(day.text),
                as_of="2023",
                parties=parties,
                figures=figures,
                events=(tea, later),
                positions=positions,
            )
            assert (check.name, found.verdict, found.whose) == (check.name, verdict, whose)


EXCHANGED = {
    "union": "boss",
    "branch": "plant",
    "boss": "union",
    "plant": "branch",
    "paper": "paper",
}


@pytest.mark.parametrize("confirms", [True, False])
@pytest.mark.parametrize("maker", ["union", "boss"])
@pytest.mark.parametrize(
    "said",
    ["union", "branch", "boss", "plant", "paper", "union boss", "union branch", "boss plant"],
)
def test_when_the_sides_are_exchanged_the_verdict_follows(
    said: str, maker: str, *, confirms: bool
) -> None:
    """What one side would get for a claim on some voices the other gets on the voices exchanged."""

    def found(maker: str, said: str) -> tuple[ClaimVerdict, set[str]]:
        tea = Event(id="tea", title="Tea", date=Date.parse("2022"), evidence=shown_by(said))
        check = Check(fact=Fact(event="tea", confirms=confirms))
        tested = judged(check, made_by=maker, parties=TWO_SIDES, events=(tea,), as_of="2023")
        return tested.verdict, set(tested.whose)

    verdict, whose = found(maker, said)
    other = " ".join(EXCHANGED[voice] for voice in said.split())
    assert found(EXCHANGED[maker], other) == (verdict, {EXCHANGED[each] for each in whose})


def test_the_same_words_serve_one_side_and_not_the_other() -> None:
    """What the boss alone tells bears out the union's claim, and is the boss's word for its own."""
    tea = Event(id="tea", title="Tea", date=Date.parse("2022"), evidence=shown_by("boss"))
    check = Check(fact=Fact(event="tea", confirms=True))
    verdicts = [
        judged(check, made_by=maker, parties=TWO_SIDES, events=(tea,), as_of="2023").verdict
        for maker in ("union", "boss")
    ]
    assert verdicts == [YES, ONE_SIDE]


@pytest.mark.parametrize(
    ("one", "other", "whose"),
    [
        ("union", "union", ("union",)),
        # What one of the figures alone is known from is enough.
        ("union", "boss", ("union",)),
        ("boss", "union", ("union",)),
        ("union boss", "union", ("union",)),
        ("union boss", "boss", ()),
        ("boss", "boss", ()),
    ],
)
def test_a_figure_of_ones_own_makes_it_ones_own_word(
    one: str, other: str, whose: tuple[str, ...]
) -> None:
    """Arithmetic on a figure that the claimant alone tells is the claimant's word."""
    figures = tuple(
        attrs.evolve(each, evidence=shown_by(said))
        for each, said in zip(several("4.5%; 2%"), (one, other), strict=True)
    )
    check = Check(compare=Compare(figures=("a",), relation=MORE, to="b"))
    found = judged(check, figures=figures)
    assert (found.verdict, found.whose) == (ONE_SIDE if whose else YES, whose)
    assert found.holds is True
    assert found.findings == ("4.5% beside 2%; claimed: more than 2%.",)


def test_who_is_quoted_speaks_and_not_who_publishes() -> None:
    """What the other side says in a document of the claimant's is the other side's."""
    check = Check(fact=Fact(event="it", confirms=True))
    for evidence, verdict in (
        (BY_UNION, ONE_SIDE),
        (BOSS_IN_BULLETIN, YES),
        (BY_UNION * 2, ONE_SIDE),
    ):
        it = Event(id="it", title="It", date=Date.parse("2023-06"), evidence=evidence)
        assert judged(check, events=(it,)).verdict is verdict


@pytest.mark.parametrize(
    ("reached", "voices", "check", "verdict", "whose"),
    [
        # The union says that two of three were met: the paper saw one, and the union the other.
        ("met met not-met", "paper union boss", ("met", LEAST, "2"), ONE_SIDE, ("union",)),
        ("met met not-met", "paper union boss", ("met", LEAST, "1"), YES, ()),
        ("met met not-met", "paper paper union", ("met", SAME, "2"), ONE_SIDE, ("union",)),
        ("met met not-met", "paper paper boss", ("met", SAME, "2"), YES, ()),
        # Contradicted, it must survive leaving out the other side.
        ("met met not-met", "paper paper boss", ("met", SAME, "3"), ONE_SIDE, ("boss",)),
        ("met met not-met", "paper paper paper", ("met", SAME, "3"), NO, ()),
        ("met met not-met", "paper boss paper", ("met", SAME, "0"), NO, ()),
        ("met not-met not-met", "boss paper paper", ("met", SAME, "0"), ONE_SIDE, ("boss",)),
        # What nobody answers is open, whoever tells the rest.
        ("met met no-response", "paper paper boss", ("met", SAME, "3"), OPEN, ()),
    ],
)
def test_a_count_survives_it_too(
    reached: str,
    voices: str,
    check: tuple[str, Relation, str],
    verdict: ClaimVerdict,
    whose: tuple[str, ...],
) -> None:
    """A demand whose answer is left out could be at any status."""
    records = statuses(*map(Status, reached.split()))
    said = dict(zip(TITLES, voices.split(), strict=False))
    records["concessions"] = tuple(
        attrs.evolve(made, evidence=shown_by(said[made.id.removeprefix("to-")]))
        for made in records["concessions"]
    )
    reaching, relation, number = check
    found = judged(count(Status(reaching), relation, number), parties=TWO_SIDES, **records)
    assert (found.verdict, found.whose) == (verdict, whose)


def test_what_is_left_out_may_have_lowered_a_status() -> None:
    """A better answer that the favoured side alone tells leaves a demand open, not at the worse."""
    records = statuses(MOVED)
    (moved,) = records["concessions"]
    (met,) = answered("pay", MET, "2023-02")
    met = attrs.evolve(met, id="met", evidence=BY_UNION)
    records["concessions"] = (moved, met)
    for check, verdict in (
        (count(MET, SAME, "1"), ONE_SIDE),
        (count(MOVED, SAME, "1"), YES),
        (count(MET, SAME, "0"), NO),
    ):
        assert judged(check, parties=TWO_SIDES, **records).verdict is verdict


# What is of a later day ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "as_of", "known"),
    [
        ("2023-06-30", "2023-06-30", True),
        ("2023-07-01", "2023-06-30", False),
        # A month counts from its last day.
        ("2023-06", "2023-06-30", True),
        ("2023-06", "2023-06-29", False),
        ("2023", "2023-12-30", False),
        ("2023", "2023-12-31", True),
    ],
)
def test_a_later_record_leaves_a_check_open(date: str, as_of: str, *, known: bool) -> None:
    """What is dated after the sheet's day is not known yet, and the record is named."""
    figures = (figure("a", "5%"), figure("b", "5%"), figure("late", "5%", date=date))
    nought = Amount.parse("0%")
    fact = Concession(
        id="late", title="It", made_by="boss", date=Date.parse(date), evidence=BY_BOSS
    )
    events = (event("a", "2022"), event("late", date))
    vote = Vote(id="late", title="It", held_by="boss", date=Date.parse(date), evidence=BY_BOSS)
    every = [
        Check(compare=Compare(figures=("a", "late"), relation=SAME, to="b")),
        Check(compare=Compare(figures=("a",), relation=SAME, to="late")),
        Check(extreme=Extreme(figure="late", end=End.LOWEST, among=("a",))),
        Check(extreme=Extreme(figure="a", end=End.LOWEST, among=("b", "late"))),
        Check(real_terms=RealTerms(awards=("a", "late"), inflation="b", relation=SAME, number=nought)),
        Check(real_terms=RealTerms(awards=("a",), inflation="late", relation=SAME, number=nought)),
        Check(total=Total(total="a", parts=("late",))),
        Check(total=Total(total="late", parts=("a",))),
        Check(fits=Fits(figures=("late",), under=("a",), fits=True)),
        Check(fits=Fits(figures=("a",), under=("late",), fits=True)),
        Check(elapsed=Elapsed(start="a", end="late", relation=MORE, number=Amount.parse("0 days"))),
        Check(elapsed=Elapsed(start="late", end="a", relation=MORE, number=Amount.parse("0 days"))),
        Check(fact=Fact(concession="late", confirms=True)),
        Check(fact=Fact(event="late", confirms=True)),
        Check(fact=Fact(vote="late", confirms=True)),
    ]  # fmt: skip
    facts = {"figures": figures, "concessions": (fact,), "events": events, "votes": (vote,)}
    for check in every:
        found = judged(check, date="2022", as_of=as_of, **facts)
        later = told(found) == (OPEN, ("What it is tested on is of a later day than this sheet.",))
        assert later is not known
        assert bool(found.used) is known


def test_a_claim_of_a_later_day_is_not_on_the_sheet() -> None:
    """A sheet holds the claims made by its day."""
    made = Dispute(
        title="Invented", claims=(claim(None, date="2023-06", untested=Untested.OPINION),)
    )
    assert score(made, as_of="2023-06-29").claims == ()
    assert len(score(made, as_of="2023-06-30").claims) == 1


# Without a check --------------------------------------------------------------------------------------


@pytest.mark.parametrize("untested", Untested)
def test_an_untested_claim_is_open(untested: Untested) -> None:
    """A claim without a check is not enough information, whatever the reason that is given."""
    found = judged(None, untested=untested)
    assert told(found) == (OPEN, ())
    assert (found.used, found.whose, found.holds) == ((), (), None)


def test_a_check_made_in_python_may_be_empty() -> None:
    """A claim with nothing to run is open, as one without a check is."""
    for check in (None, Check()):
        assert told(judged(check)) == (OPEN, ())


@pytest.mark.parametrize(
    ("untested", "counts"),
    [("opinion", False), ("forecast", False), ("motive", False), ("cause", True), ("figure", True)],
)
def test_opinions_forecasts_and_motives_are_not_tallied(untested: str, *, counts: bool) -> None:
    """What a record could have shown counts among the claims, and a view does not."""
    assert judged(None, untested=Untested(untested)).counts is counts
    assert judged(count(MET, SAME, "0")).counts is True


def test_context_changes_no_verdict() -> None:
    """What must be known beside a claim stands beside it, and its verdict is the same."""
    check = Check(compare=Compare(figures=("a",), relation=MORE, to="b"), note="As printed")
    told_with = attrs.evolve(
        claim(check), context=(Context(says="The 2% was for another year"),), note="A call"
    )
    made = Dispute(title="Invented", claims=(told_with,), figures=several("4.5%; 2%"))
    (found,) = score(made, as_of=AS_OF).claims
    assert found == attrs.evolve(judged(check, figures=several("4.5%; 2%")), claim=told_with)


# What always holds --------------------------------------------------------------------------------------

STANDS_SO = {
    LESS: operator.lt,
    MOST: operator.le,
    SAME: operator.eq,
    LEAST: operator.ge,
    MORE: operator.gt,
}
OPPOSITE = {LESS: LEAST, MOST: MORE, LEAST: LESS, MORE: MOST}
NEVER_BOTH = [(LESS, LEAST), (LESS, MORE), (LESS, SAME), (MOST, MORE), (MORE, SAME)]

Bounds = tuple[Fraction | None, Fraction | None]
HALVES = st.integers(-8, 8).map(lambda number: Fraction(number, 2))
RANGES = st.tuples(HALVES, HALVES).map(lambda ends: (min(ends), max(ends)))
BOUNDS: st.SearchStrategy[Bounds] = st.one_of(
    RANGES,
    RANGES.map(lambda ends: (ends[0], ends[0])),
    RANGES.map(lambda ends: (ends[0], None)),
    RANGES.map(lambda ends: (None, ends[1])),
    st.just((None, None)),
)
FAR = 12
"""Further than any end in BOUNDS, and further than any multiple of one with a factor up to 2."""


def sampled(bounds: Bounds) -> list[Fraction]:
    """Return every half within bounds, as far as is needed to tell them from any others."""
    low, high = bounds
    least = -FAR if low is None else low
    most = FAR if high is None else high
    halves = [Fraction(number, 2) for number in range(-2 * FAR, 2 * FAR + 1)]
    return [number for number in halves if least <= number <= most]


@given(BOUNDS, st.sampled_from(Relation), BOUNDS)
def test_stands_agrees_with_trying_every_number(
    found: Bounds, relation: Relation, to: Bounds
) -> None:
    """It is true where all pairs of numbers stand so, false where none does, and else open."""
    pairs = itertools.product(sampled(found), sampled(to))
    answers = {STANDS_SO[relation](one, other) for one, other in pairs}
    assert stands(found, relation, to) is (answers.pop() if len(answers) == 1 else None)


@given(BOUNDS, BOUNDS)
def test_opposites_never_both_hold(found: Bounds, to: Bounds) -> None:
    """Where one relation holds its opposite does not, and both are open together."""
    for relation, opposite in OPPOSITE.items():
        answer = stands(found, relation, to)
        assert stands(found, opposite, to) is (None if answer is None else not answer)
        assert stands(to, relation, found) is stands(found, MIRRORED[relation], to)
    for one, other in NEVER_BOTH:
        assert not (stands(found, one, to) and stands(found, other, to))
    assert stands(found, SAME, to) is stands(to, SAME, found)


MIRRORED = {LESS: MORE, MOST: LEAST, LEAST: MOST, MORE: LESS}


@given(BOUNDS, st.sampled_from(Relation), BOUNDS, BOUNDS, BOUNDS)
def test_knowing_less_never_decides(
    found: Bounds, relation: Relation, to: Bounds, more: Bounds, another: Bounds
) -> None:
    """With wider bounds an open answer stays open, and a decided one stays or opens."""
    before = stands(found, relation, to)
    after = stands(wider(found, more), relation, wider(to, another))
    assert after in (before, None)


PLACES = st.integers(0, 2)


def printed(thousandths: int, places: int) -> Amount:
    """Return a number in %, printed to so many places."""
    return Amount.parse(f"{thousandths / 1000:.{places}f}%")


@given(st.integers(-3000, 3000), PLACES, st.integers(-3000, 3000), PLACES)
def test_equal_to_the_places_printed(
    recorded: int, places: int, claimed: int, claimed_places: int
) -> None:
    """It holds where what is on record prints so, and falls where no number that prints so does."""
    one, other = printed(recorded, places), printed(claimed, claimed_places)
    assert one.low is not None
    assert other.low is not None
    half, other_half = (Fraction(1, 2 * 10**each) for each in (places, claimed_places))
    apart = abs(one.low - other.low)
    expected = True if apart <= other_half else None if apart < half + other_half else False
    assert holds(Found.of(one), SAME, Found.of(other)) is expected


def wider(one: Bounds, other: Bounds) -> Bounds:
    """Return bounds that hold all numbers of both."""
    low = None if one[0] is None or other[0] is None else min(one[0], other[0])
    high = None if one[1] is None or other[1] is None else max(one[1], other[1])
    return low, high


@given(BOUNDS, st.tuples(st.integers(1, 4), st.integers(1, 4)).map(sorted))
def test_a_multiple_is_bounded_by_its_ends(bounds: Bounds, halves: list[int]) -> None:
    """Every number times every factor lies within the bounds of the multiple, which it reaches."""
    least, most = (Fraction(half, 2) for half in halves)
    low, high = product(bounds, (least, most))
    products = [one * factor for one in sampled(bounds) for factor in (least, most)]
    assert (low is None, high is None) == (bounds[0] is None, bounds[1] is None)
    assert low is None or low == min(products)
    assert high is None or high == max(products)


DAYS = st.dates(datetime.date(2022, 1, 1), datetime.date(2023, 12, 31))


@given(disputes(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_records_changes_no_finding(
    whole: Dispute, day: datetime.date, luck: Any
) -> None:
    """However records are ordered, each claim has the same verdict, findings and records."""
    mixed = {
        section: tuple(luck.sample(getattr(whole, section), len(getattr(whole, section))))
        for section in (
            *("parties", "documents", "concessions", "claims"),
            *("subjects", "positions", "figures", "votes", "events"),
        )
    }
    claims = score(whole, as_of=day).claims
    assert score(attrs.evolve(whole, **mixed), as_of=day).claims == claims
    for each in claims:
        assert all(finding.strip() for finding in each.findings)
        assert bool(each.findings) is (each.claim.check is not None)


@given(disputes(), DAYS)
def test_what_comes_later_changes_no_finding(whole: Dispute, day: datetime.date) -> None:
    """Records of a later day than the sheet might as well not be there."""
    # The value of a figure that a formula names is used whatever its date.
    named = {
        name
        for _, amount in amounts_of(whole)
        if amount.formula is not None
        for name in amount.formula.figures
    }
    known = {
        section: tuple(
            each
            for each in getattr(whole, section)
            if not each.date or each.date.last <= day or getattr(each, "id", "") in named
        )
        for section in ("demands", "concessions", "positions", "figures", "votes", "events")
    }
    claims = score(attrs.evolve(whole, **known), as_of=day).claims
    assert claims == score(whole, as_of=day).claims


def without(evidence: tuple[Evidence, ...], voices: set[str], whole: Dispute) -> Any:
    """Return evidence without that in which one of some parties speaks."""
    publishers = {each.id: each.publisher for each in whole.documents}
    return tuple(
        each for each in evidence if (each.quoting or publishers[each.document]) not in voices
    )


SHOWN = ("positions", "figures", "votes", "events", "concessions")


@given(disputes(), DAYS)
def test_a_verdict_is_the_same_without_whom_it_favours(whole: Dispute, day: datetime.date) -> None:
    """Where all that the favoured side says is taken out, what is supported or contradicted is so yet."""
    sides: dict[str | None, set[str]] = {}
    for party in whole.parties:
        sides.setdefault(party.side, set()).add(party.id)
    for tested in score(whole, as_of=day).claims:
        check, maker = tested.claim.check, tested.claim.made_by
        if check is None or check.count is not None or tested.verdict not in (YES, NO):
            continue
        own = next((each for word, each in sides.items() if word and maker in each), {maker})
        others = [each for word, each in sides.items() if word and maker not in each]
        for voices in [own] if tested.verdict is YES else others:
            left: dict[str, Any] = {
                section: tuple(
                    attrs.evolve(each, evidence=without(each.evidence, voices, whole))
                    for each in getattr(whole, section)
                )
                for section in SHOWN
            }
            less = score(attrs.evolve(whole, **left), as_of=day)
            (again,) = (each for each in less.claims if each.claim.id == tested.claim.id)
            assert again.holds is tested.holds
