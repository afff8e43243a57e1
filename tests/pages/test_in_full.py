"""The report tells each demand in full: all that was asked and answered, and what would change it."""

import pytest
from helpers.laid import markdown

from pcs_scorecard import Dispute, Scorecard, score
from pcs_scorecard.pages.blocks import Heading
from pcs_scorecard.pages.report import explain, report
from pcs_scorecard.pages.sheet import compose
from pcs_scorecard.reading.reader import read

RECORDS = """
title: Bakery dispute
parties:
  - {id: bakers, name: the bakers, kind: union}
  - {id: bakery, name: the bakery, kind: employer}
  - {id: post, name: the Evening Post, kind: press}
documents: [{id: report, title: A report, publisher: post, date: 2021-05}]
demands:
  - id: pay
    title: 6% for 2021/22
    made_by: bakers
    made_to: bakery
    asks: {more: 6%, basis: consolidated, period: 2021/22}
  - id: nights
    title: Better nights
    made_by: bakers
    made_to: bakery
    parts:
      - {id: shifts, title: Shorter shifts, asks: {at_most: 8 hours, baseline: 10 hours}}
      - {id: lamps, title: Lamps}
  - {id: tea, title: Tea, made_by: bakers, made_to: bakery, asks: {lasting: yes}}
  - {id: coats, title: Coats, made_by: bakers, made_to: bakery}
concessions:
  - id: offer
    title: Offer of May
    made_by: bakery
    date: 2021-05-07
    date_note: The day of the report.
    answers:
      - demand: pay
        kind: offer
        gives: {more: 3%, basis: consolidated, period: 2021/22}
        terms: [{says: it is paid from June, evidence: [{document: report, at: item 2}]}]
      - {demand: shifts, kind: agreed, gives: {to: 9 hours}}
    evidence: [{document: report, at: item 1, quote: three per cent, quoting: bakery}]
  - id: bonus
    title: Bonus
    made_by: bakery
    date: 2021-05
    answers:
      - demand: pay
        kind: in-force
        gives: {more: £100, basis: non-consolidated}
        owed_to: a custom
        in_return: two Sundays
    evidence: [{document: report, at: item 3}]
  - id: coats-given
    title: Coats given
    made_by: bakery
    date: 2021-05-08
    answers: [{demand: coats, kind: in-force}]
    evidence: [{document: report, at: item 4}]
"""

PAY = """\
# 6% for 2021/22: Some movement

Demand 1 of 4: Bakery dispute. As of 31 May 2021.

**Asked.** The bakers asked the bakery for this. Terms: 6% more, consolidated, for 2021/22.

**What decides the answer.** 7 May 2021, “Offer of May”: The bakery offered 3% for 2021/22. Terms: 3% more, consolidated, for 2021/22 (offer). It has not been agreed. 3% was given and 6% was asked for: 50% of it. About the date: The day of the report. [1]

- It is paid from June. [1]

**Also on record; none of it gives a better answer.**

- May 2021, “Bonus”: The bakery gave a one-off payment of £100, but that came from a custom, not from this dispute, and is not added to basic pay. [1]

**What would change the answer.** It would be “In part” if the offer was agreed.

**The answer so far.** Some movement since 7 May 2021.

## Sources, and the passages used

1. The Evening Post, “A report” (May 2021)
   - item 1: “three per cent”, quoting the bakery (demand 1)
   - item 2 (demand 1)
   - item 3 (demand 1)
"""

NIGHTS = """\
# Better nights: In part

Demand 2 of 4: Bakery dispute. As of 31 May 2021.

**Asked.** The bakers asked the bakery for this. Shorter shifts: at most 8 hours, from 10 hours.

**Shorter shifts: In part.**

**What decides the answer.** 7 May 2021, “Offer of May”: The bakery agreed to 9 hours. Terms: 9 hours (agreed). 9 hours was given and 8 hours was asked for: 50% of the way from 10 hours. About the date: The day of the report. [1]

**Lamps: No response recorded.**

No document here shows an answer.

**The answer so far.** In part since 7 May 2021.

## Sources, and the passages used

1. The Evening Post, “A report” (May 2021)
   - item 1: “three per cent”, quoting the bakery (demand 2)
"""


def dispute(source: str) -> Dispute:
    """Return the dispute in a YAML text that has no problem."""
    reading = read([("dispute.yaml", source.encode())], "dispute")
    assert reading.dispute, "\n".join(map(str, reading.problems))
    return reading.dispute


def bakery() -> Scorecard:
    """Return the scorecard of the dispute above."""
    return score(dispute(RECORDS), as_of="2021-05")


@pytest.mark.parametrize(
    ("demand", "page"), [("pay", PAY), ("nights", NIGHTS), ("shifts", NIGHTS), ("lamps", NIGHTS)]
)
def test_a_demand_is_told_in_full(demand: str, page: str) -> None:
    """Who asked whom, what decides, what else is on record, what would change it, and the passages."""
    assert markdown(explain(bakery(), demand)) == page


@pytest.mark.parametrize("demand", ["rise", "", "offer"])
def test_only_a_demand_or_part_is_told(demand: str) -> None:
    """Another id is an error that a program can tell from others."""
    with pytest.raises(KeyError):
        list(explain(bakery(), demand))


def test_a_report_has_its_parts_in_order() -> None:
    """The sheet comes first, then each demand, then all else on record, the sources and the method."""
    heads = [block for block in report(compose(bakery())) if isinstance(block, Heading)]
    assert [block.text for block in heads] == [
        "Bakery dispute",
        "Each demand in full",
        "Demand 1: 6% for 2021/22: Some movement",
        "Demand 2: Better nights: In part",
        "Demand 3: Tea: No response recorded",
        "Demand 4: Coats: Yes",
        "Sources, and the passages used",
        "Who is who",
        "How the answers are worked out",
    ]


def test_the_money_at_each_pay_point_is_told() -> None:
    """What was asked and given is set side by side in money, with the share that they make."""
    source = RECORDS.replace(
        "demands:",
        "pay_points:\n"
        "  - {id: low, title: the first grade, value: '£20,000/year'}\n"
        "  - {id: high, title: the last grade, value: '£50,000/year'}\n"
        "demands:",
    ).replace(
        "gives: {more: 3%, basis: consolidated", "gives: {more: £900/year, basis: consolidated"
    )
    page = markdown(explain(score(dispute(source), as_of="2021-05"), "pay"))
    for told in (
        "**The first grade (£20,000/year): Some movement.** Asked £1,200 a year, given £900 a year: 75%.",
        "**The last grade (£50,000/year): Some movement.** Asked £3,000 a year, given £900 a year: 30%.",
    ):
        assert told in page


@pytest.mark.parametrize(
    ("known", "needed"),
    [
        ("turnout: 61%, turnout_needed: 60%", "a turnout of 60%: reached"),
        ("turnout: 60%, turnout_needed: 60%", "a turnout of 60%: reached"),
        ("turnout: 59.9%, turnout_needed: 60%", "a turnout of 60%: not reached"),
        ("turnout: up to 59%, turnout_needed: 60%", "a turnout of 60%: not reached"),
        ("turnout: up to 60%, turnout_needed: 60%", "a turnout of 60%"),
        ("turnout_needed: 60%", "a turnout of 60%"),
        ("options: [{title: Aye, share: 66%}], share_needed: 2/3", "2/3 of the votes: not reached"),
        ("options: [{title: Aye, share: 67%}], share_needed: 2/3", "2/3 of the votes: reached"),
    ],
)
def test_a_vote_says_whether_it_reached_what_it_needed(known: str, needed: str) -> None:
    """Where what is known decides it; a bound at the very threshold does not."""
    source = RECORDS
    source += f"votes:\n  - {{id: a, title: Sing, held_by: bakers, date: 2021-03, {known}}}\n"
    page = markdown(report(compose(score(dispute(source), as_of="2021-05"))))
    assert f"It needed {needed}." in page


def test_what_is_the_same_of_all_parts_is_told_once() -> None:
    """Parts of which the same is on record share a line, and what stands behind it."""
    source = RECORDS.replace(
        "{demand: shifts, kind: agreed, gives: {to: 9 hours}}",
        "{demand: shifts, kind: refusal}\n      - {demand: lamps, kind: refusal}",
    )
    page = markdown(explain(score(dispute(source), as_of="2021-05"), "nights"))
    assert page.count("The bakery refused.") == 1
    assert "\n**Shorter shifts; Lamps: No.**\n" in page


def test_what_else_is_on_record_is_told_once_for_all_pay_points() -> None:
    """An answer that decides at no pay point is not told again at each."""
    points = (
        "pay_points:\n"
        "  - {id: low, title: the first grade, value: '£20,000/year'}\n"
        "  - {id: high, title: the last grade, value: '£50,000/year'}\n"
        "demands:"
    )
    source = RECORDS.replace("demands:", points, 1).replace("{more: 3%,", "{more: £900/year,")
    page = markdown(explain(score(dispute(source), as_of="2021-05"), "pay"))
    assert page.count("“Bonus”") == 1


def test_percentages_at_pay_points_are_told_in_money_too() -> None:
    """Where some grades get less than others, what each gets is told as a sum."""
    points = (
        "pay_points:\n"
        "  - {id: low, title: the first grade, value: '£20,000/year'}\n"
        "  - {id: high, title: the last grade, value: '£50,000/year'}\n"
        "demands:"
    )
    source = RECORDS.replace("demands:", points, 1).replace(
        "- demand: pay\n", "- demand: pay\n        for: [low]\n", 1
    )
    page = markdown(explain(score(dispute(source), as_of="2021-05"), "pay"))
    told = "Asked £1,200 a year, given £600 a year: 50%."
    assert f"**The first grade (£20,000/year): Some movement.** {told}" in page


def test_a_demand_without_a_day_has_no_history() -> None:
    """Of what has neither a date nor an answer there is nothing to tell from one day to another."""
    page = markdown(explain(score(dispute(UNDATED), as_of="2021-05"), "tea"))
    assert "**Asked.** The bakers asked the bakery for this." in page
    assert "The answer so far" not in page


UNDATED = """
title: Tea
parties:
  - {id: bakers, name: the bakers, kind: union}
  - {id: bakery, name: the bakery, kind: employer}
documents: [{id: report, title: A report, publisher: bakers}]
demands:
  - {id: tea, title: Tea, made_by: bakers, made_to: bakery, evidence: [{document: report, at: p. 1}]}
"""
