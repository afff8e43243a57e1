"""What is asked about answers as they are judged: who gave it, how much it is, and which holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from helpers.strategies import disputes
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import Dispute, ProblemKind, load
from pcs_scorecard.checking.doubts import doubts
from pcs_scorecard.values.messages import printable

EVIDENCE = [{"document": "paper", "at": "page 1"}]
OF_THE_WHOLE = ("date", "accepted", "withdrawn", "made_by", "evidence")
"""What a line below says of a concession; the rest it says of its one answer."""

PARTIES = [
    {"id": "union", "name": "Weavers", "kind": "union"},
    {"id": "mill", "name": "Mill", "kind": "employer"},
    {"id": "fund", "name": "Fund", "kind": "government"},
    {"id": "mills", "name": "Mills", "kind": "employer", "members": ["upper", "lower"]},
    {"id": "upper", "name": "Upper Mill", "kind": "employer"},
    {"id": "lower", "name": "Lower Mill", "kind": "employer"},
]
DOCUMENTS = [
    {"id": "paper", "title": "Paper", "publisher": "union"},
    {"id": "yearbook", "title": "Yearbook", "publisher": "mill", "date": "2023-05-01"},
]
POINTS = [
    {"id": "low", "title": "Lowest", "value": "£20,000/year"},
    {"id": "high", "title": "Highest", "value": "£40,000/year"},
]


def dispute(folder: Path, facts: str) -> Dispute:
    """Return a dispute of one demand: in YAML its terms, and the records that answer it, by id."""
    told: dict[str, Any] = yaml.load(facts, yaml.BaseLoader)  # noqa: S506 - it makes only texts
    asks, asked = told.pop("asks", {"lasting": "yes"}), told.pop("made_to", "mill")
    demand = {"id": "it", "title": "It", "made_by": "union", "made_to": asked}
    demand |= {"parts": told.pop("parts")} if "parts" in told else {"asks": asks}
    points = {"pay_points": POINTS} if told.pop("points", "") else {}
    concessions = []
    for name, record in told.items():
        whole = {key: record.pop(key) for key in OF_THE_WHOLE if key in record}
        answers = [{"demand": "it", **each} for each in record.pop("answers", [record])]
        made = {"id": name, "title": name, "made_by": "mill", "evidence": EVIDENCE}
        concessions.append({**made, "answers": answers, **whole})
    data = {
        "title": "The mill",
        "parties": PARTIES,
        "documents": DOCUMENTS,
        "demands": [demand],
        "concessions": concessions,
        **points,
    }
    file = folder / "dispute.yaml"
    file.write_text(json.dumps(data), encoding="utf-8")  # JSON is YAML, too
    return load(file)


def asked(whole: Dispute, kind: ProblemKind) -> list[str]:
    """Return every question of a kind, in order of place."""
    found = [problem for problem in doubts(whole) if problem.kind is kind]
    return [problem.message for problem in sorted(found, key=lambda each: each.place)]


# Who gave it --------------------------------------------------------------------------------

WHO = (
    "`made_to` names who was asked, a leadership or a group itself and not its union, `made_by` of an "
    "award names who is bound by it, and `members` of a party lists the employers or unions that make "
    "it up"
)


@pytest.mark.parametrize(
    ("made_to", "made_by", "told"),
    [
        ("mill", "mill", ""),
        ("mill", "fund", "of 'Fund' answers demand 'it', which was made of 'Mill'"),
        ("mill", "union", "of 'Weavers' answers demand 'it', which was made of 'Mill'"),
        ("mill", "upper", "of 'Upper Mill' answers demand 'it', which was made of 'Mill'"),
        # A member of who was asked, or the whole that it belongs to, but not another member.
        ("mills", "upper", ""),
        ("upper", "mills", ""),
        ("upper", "lower", "of 'Lower Mill' answers demand 'it', which was made of 'Upper Mill'"),
    ],
)
def test_asks_of_an_answer_by_another(
    tmp_path: Path, made_to: str, made_by: str, told: str
) -> None:
    """Who was not asked, is no member of who was and has it not as a member is asked about."""
    whole = dispute(
        tmp_path, f"made_to: {made_to}\na: {{date: 2023, made_by: {made_by}, kind: talks}}"
    )
    found = asked(whole, ProblemKind.BY_ANOTHER)
    assert found == ([f"concession 'a' {told}; {WHO}"] if told else [])


def test_an_answer_by_another_is_asked_about_once(tmp_path: Path) -> None:
    """However many members or parts a demand is split into, each answer has one question."""
    facts = (
        "made_to: mills\nown: {date: 2023, made_by: upper, kind: talks}\n"
        "a: {date: 2023, made_by: fund, kind: talks}\nb: {date: 2023, made_by: fund, kind: offer}"
    )
    found = asked(dispute(tmp_path, facts), ProblemKind.BY_ANOTHER)
    assert [line.split("'")[1] for line in found] == ["a", "b"]


# How much it is -----------------------------------------------------------------------------

RISE = "asks: {more: 5%}\n"
LEVEL = "asks: {at_least: £15/hour, baseline: £12/hour}\n"
NURSES = "asks: {at_most: 4 patients per nurse, baseline: 6 patients per nurse}\n"
LEAVE = "asks: {at_least: 28 days/year, baseline: 28 days/year}\n"
PARKING = "asks: {at_most: £2/day, baseline: £1.50/day}\n"
SEE = "see whether both are changes, or both levels, and of the same time"
WORSE = "and is recorded as no worsening; is it a change or a level? if it is worse, write kind: worsening"


@pytest.mark.parametrize(
    ("asks", "gives", "told"),
    [
        # More than twice what was asked, whatever becomes of it.
        (RISE, "kind: agreed, gives: {more: 10%}", ""),
        (RISE, "kind: agreed, gives: {more: 10.1%}",
         f"`more: 10.1%`, more than twice what demand 'it' asks for, 5% more; {SEE}"),
        (RISE, "kind: offer, gives: {more: 50%}",
         f"`more: 50%`, more than twice what demand 'it' asks for, 5% more; {SEE}"),
        (RISE, "kind: agreed, gives: {stages: [{more: 6%, starts: 2023}, {more: 6%, starts: 2024}]}",
         f"`more: 6%` and `more: 6%`, more than twice what demand 'it' asks for, 5% more; {SEE}"),
        (RISE, "kind: agreed, gives: {more: up to 50%}", ""),
        (LEVEL, "kind: agreed, gives: {to: £18/hour}", ""),
        (LEVEL, "kind: agreed, gives: {to: £18.01/hour}",
         "`to: £18.01/hour`, more than twice what demand 'it' asks for, at least £15/hour from "
         f"£12/hour; {SEE}"),
        (NURSES, "kind: in-force, gives: {to: 2 patients per nurse}", ""),
        (NURSES, "kind: in-force, gives: {to: 1 patient per nurse}",
         "`to: 1 patient per nurse`, more than twice what demand 'it' asks for, at most 4 patients per "
         f"nurse from 6 patients per nurse; {SEE}"),
        # What is to be kept has no share, but its double or half; a direction has nothing that is asked.
        (LEAVE, "kind: agreed, gives: {to: 56 days/year}", ""),
        (LEAVE, "kind: agreed, gives: {to: 90 days/year}",
         "`to: 90 days/year`, more than twice what demand 'it' asks for, at least 28 days/year from 28 "
         f"days/year; {SEE}"),
        ("asks: {at_most: 35 hours/week, baseline: 35 hours/week}\n",
         "kind: in-force, gives: {to: 1 hour/week}",
         "`to: 1 hour/week`, less than half of what demand 'it' asks for, at most 35 hours/week from 35 "
         f"hours/week; {SEE}"),
        ("asks: {at_most: 35 hours/week}\n", "kind: in-force, gives: {to: 18 hours/week}", ""),
        ("asks: {direction: up, measure: posts}\n", "kind: agreed, gives: {more: 900 posts}", ""),
        # Past the baseline, past what was to be kept, or on the other side of nothing.
        (LEVEL, "kind: in-force, gives: {to: 70p/hour}",
         f"`to: 70p/hour`, past £12/hour, where demand 'it' stood before, {WORSE}"),
        (LEVEL, "kind: offer, gives: {less: 70p/hour}",
         f"`less: 70p/hour`, past £12/hour, where demand 'it' stood before, {WORSE}"),
        (NURSES, "kind: in-force, gives: {to: 7 patients per nurse}",
         "`to: 7 patients per nurse`, past 6 patients per nurse, where demand 'it' stood before, "
         f"{WORSE}"),
        (LEAVE, "kind: in-force, gives: {to: 25 days/year}",
         f"`to: 25 days/year`, past 28 days/year, where demand 'it' stood before, {WORSE}"),
        (RISE, "kind: in-force, gives: {less: 1%}",
         f"`less: 1%`, the other way than demand 'it' asks, 5% more, {WORSE}"),
        (LEVEL, "kind: in-force, gives: {to: £12/hour}", ""),
        (PARKING, "kind: in-force, gives: {to: £1.80/day}", ""),
        # Said to be a worsening, or another thing.
        (LEVEL, "kind: worsening, gives: {to: £11/hour}", ""),
        (RISE, "kind: worsening, gives: {less: 1%}", ""),
        (RISE, "kind: agreed, gives: {more: £9, instead: a voucher}", ""),
        (LEVEL, "kind: agreed, gives: {to: £99/hour, instead: the average}", ""),
        ("asks: {more: 5%, basis: consolidated}\n",
         "kind: agreed, gives: {more: £900, basis: non-consolidated}", ""),
    ],
)  # fmt: skip
def test_asks_of_what_is_far_off(tmp_path: Path, asks: str, gives: str, told: str) -> None:
    """More than twice what was asked, or past the baseline and no worsening, may be a slip."""
    whole = dispute(tmp_path, f"{asks}a: {{date: 2023, {gives}}}")
    found = asked(whole, ProblemKind.FAR_OFF)
    assert found == ([f"concession 'a' gives {told}"] if told else [])


def test_what_is_far_off_at_one_pay_point_is_asked_about_once(tmp_path: Path) -> None:
    """£2,500 is more than twice of 5% at £20,000, and not at £40,000."""
    facts = (
        "points: yes\nasks: {more: 5%}\na: {date: 2023, kind: agreed, gives: {more: £2500/year}}"
    )
    assert asked(dispute(tmp_path, facts), ProblemKind.FAR_OFF) == [
        f"concession 'a' gives `more: £2500/year`, more than twice what demand 'it' asks for, 5% more; {SEE}"
    ]


def test_a_part_is_named_by_its_own_id(tmp_path: Path) -> None:
    """Of a compound demand the part is asked about."""
    facts = (
        "parts: [{id: rise, title: Rise, asks: {more: 5%}}, {id: tea, title: Tea}]\n"
        "a: {date: 2023, answers: [{demand: rise, kind: agreed, gives: {more: 11%}}]}"
    )
    assert asked(dispute(tmp_path, facts), ProblemKind.FAR_OFF) == [
        f"concession 'a' gives `more: 11%`, more than twice what demand 'rise' asks for, 5% more; {SEE}"
    ]


# Which holds --------------------------------------------------------------------------------


def which(later: str, than: str, *, certain: bool, worse: bool = False) -> str:
    """Return the question about a later record that leaves less than one that stands.

    `worse` where it could be a worsening of what there was.
    """
    how = (
        f"is later than '{than}' and leaves less of demand 'it', and both stand"
        if certain
        else f"may be later than '{than}' or earlier, and leaves less of demand 'it'"
    )
    remedy = "; if this took away what there was, write kind: worsening" if worse else ""
    remedy += "" if certain else "; if the order is known, give the `date` of both"
    return (
        f"concession '{later}' {how}; if the other was taken back, give its `withdrawn`{remedy}; if "
        "both do stand, leave it so"
    )


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        # Later, and less than what was agreed, which no later offer or refusal takes the place of.
        (RISE + "a: {date: 2023-01, kind: agreed, gives: {more: 5%}}\n"
         "b: {date: 2023-03, kind: agreed, gives: {more: 2%}}",
         which("b", "a", certain=True, worse=True)),
        (LEVEL + "a: {date: 2023-01, kind: agreed, gives: {to: £15/hour}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {to: £13/hour}}",
         which("b", "a", certain=True, worse=True)),
        (RISE + "a: {date: 2023-01, kind: agreed, gives: {more: 5%}}\n"
         "b: {date: 2023-03, kind: offer, gives: {more: 5%}}", which("b", "a", certain=True)),
        ("a: {date: 2023-01, kind: agreed}\nb: {date: 2023-03, kind: refusal}",
         which("b", "a", certain=True)),
        # Alike in status, and less in number.
        (RISE + "a: {date: 2023-01, kind: in-force, gives: {more: 2%}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {more: 1%}}",
         which("b", "a", certain=True, worse=True)),
        (NURSES + "a: {date: 2023-01, kind: agreed, gives: {to: 3 patients per nurse}}\n"
         "b: {date: 2023-03, kind: agreed, gives: {to: 4 patients per nurse}}",
         which("b", "a", certain=True, worse=True)),
        # Not certainly later.
        (RISE + "a: {date: 2023-05, kind: offer, gives: {more: 4%}}\n"
         "b: {date: 2023-05-20, kind: offer, gives: {more: 2%}}", which("b", "a", certain=False)),
        (RISE + "a: {date: 2023-05, kind: offer, gives: {more: 2%}}\n"
         "b: {date: 2023-05-20, kind: offer, gives: {more: 4%}}", which("a", "b", certain=False)),
        (RISE + "a: {date: 2023-05-20, kind: offer, gives: {more: 4%}}\n"
         "b: {date: 2023-05-20, kind: offer, gives: {more: 2%}}", which("b", "a", certain=False)),
        ("a: {date: 2023-01, kind: agreed}\n"
         "b: {kind: worsening, evidence: [{document: yearbook, at: a}]}",
         which("b", "a", certain=False)),
        # Later and more, or as much.
        (RISE + "a: {date: 2023-01, kind: agreed, gives: {more: 2%}}\n"
         "b: {date: 2023-03, kind: agreed, gives: {more: 5%}}", ""),
        (RISE + "a: {date: 2023-01, kind: agreed, gives: {more: 5%}}\n"
         "b: {date: 2023-03, kind: agreed, gives: {more: 5%}}", ""),
        ("a: {date: 2023-01, kind: refusal}\nb: {date: 2023-03, kind: agreed}", ""),
        # One of them does not stand: it was replaced, taken back, or has ended.
        (RISE + "a: {date: 2023-01, kind: offer, gives: {more: 4%}}\n"
         "b: {date: 2023-03, kind: offer, gives: {more: 2%}}", ""),
        ("a: {date: 2023-01, kind: agreed}\nb: {date: 2023-03, kind: worsening}", ""),
        ("a: {date: 2023-01, kind: agreed, withdrawn: 2023-02}\nb: {date: 2023-03, kind: talks}", ""),
        ("a: {date: 2023-01, kind: agreed, gives: {ends: 2023-02}}\n"
         "b: {date: 2023-03, kind: talks}", ""),
        # The later is not about the thing asked for, or another's.
        ("a: {date: 2023-01, kind: agreed}\nb: {date: 2023-03, kind: agreed, owed_to: a law}", ""),
        ("a: {date: 2023-01, kind: agreed}\nb: {date: 2023-03, kind: offer, restates: a rule}", ""),
        ("a: {date: 2023-01, kind: agreed}\n"
         "b: {date: 2023-03, kind: agreed, gives: {instead: a fee}}", ""),
        ("asks: {period: 2023/24}\na: {date: 2023-01, kind: agreed, gives: {period: 2023/24}}\n"
         "b: {date: 2023-03, kind: offer, gives: {period: 2024/25}}", ""),
        ("a: {date: 2023-01, kind: agreed}\nb: {date: 2023-03, made_by: fund, kind: offer}", ""),
        # What is accepted acts on the day of its acceptance.
        (RISE + "a: {date: 2023-01, accepted: 2023-04, kind: offer, gives: {more: 2%}}\n"
         "b: {date: 2023-03, kind: agreed, gives: {more: 5%}}",
         which("a", "b", certain=True, worse=True)),
    ],
)  # fmt: skip
def test_asks_which_of_two_holds(tmp_path: Path, facts: str, told: str) -> None:
    """Where a later record of one maker leaves less than one that stands, and where either is later."""
    found = asked(dispute(tmp_path, facts), ProblemKind.WHICH_HOLDS)
    assert found == ([told] if told else [])


def test_what_one_member_says_is_not_held_against_another(tmp_path: Path) -> None:
    """Each member has what it and the whole say, and a question is asked once for all members."""
    facts = (
        "made_to: mills\nup: {date: 2023-01, made_by: upper, kind: agreed}\n"
        "low: {date: 2023-03, made_by: lower, kind: offer}"
    )
    assert asked(dispute(tmp_path, facts), ProblemKind.WHICH_HOLDS) == []
    facts += "\nall: {date: 2023-04, made_by: mills, kind: refusal}\n"
    found = asked(dispute(tmp_path, facts), ProblemKind.WHICH_HOLDS)
    assert found == [which("all", "up", certain=True), which("all", "low", certain=True)]


# What always holds --------------------------------------------------------------------------


def told_of(whole: Dispute) -> list[tuple[str, str]]:
    """Return the kind and the message of every question, sorted."""
    return sorted((each.kind, each.message) for each in doubts(whole))


# Not added up -------------------------------------------------------------------------------

ON_TOP = (
    "and are not added; awards made year by year are written as `stages` of one record, and what comes "
    "on top of an earlier award is written with it, 6% compounded with 4%; if one took the other's place, "
    "give the other's `withdrawn`"
)
YEAR_ONE = "a: {date: 2023-01, kind: KIND, gives: {more: 5%, period: 2022/23}}\n"
YEAR_TWO = "b: {date: 2023-06, kind: KIND, gives: {more: 5%, period: 2023/24}}\n"


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ("asks: {more: 15%, period: 2022/23 to 2023/24}\n" + YEAR_ONE + YEAR_TWO, True),
        ("asks: {more: 15%}\n" + YEAR_ONE + YEAR_TWO, True),
        # For another year than was asked about it adds nothing anyhow.
        ("asks: {more: 15%, period: 2022/23}\n" + YEAR_ONE + YEAR_TWO, False),
        # One of them alone is all that was asked for.
        ("asks: {more: 5%}\n" + YEAR_ONE + YEAR_TWO, False),
        ("asks: {more: 15%}\n" + YEAR_ONE + YEAR_TWO.replace("2023/24", "2022/23"), False),
    ],
)
@pytest.mark.parametrize("kind", ["agreed", "in-force"])
def test_asks_of_awards_year_by_year(tmp_path: Path, kind: str, facts: str, told: bool) -> None:  # noqa: FBT001 - a table's cell
    """Awards of one maker for different years are never added, so they may be one in stages."""
    found = asked(dispute(tmp_path, facts.replace("KIND", kind)), ProblemKind.NOT_ADDED)
    message = f"concessions 'a' and 'b' of 'mill' answer demand 'it' {ON_TOP}"
    assert found == ([message] if told else [])


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("kind: in-force, gives: {more: 8%}", "kind: in-force, gives: {more: 8%}", True),
        ("kind: agreed, gives: {more: 4%}", "kind: agreed, gives: {more: 5%}", True),
        ("kind: offer, gives: {more: 8%}", "kind: offer, gives: {more: 9%}", False),
        ("kind: offer, gives: {more: 8%}", "kind: agreed, gives: {more: 8%}", False),
        ("kind: agreed, gives: {more: 8%}", "kind: in-force, gives: {more: 8%}", False),
        (
            "kind: in-force, withdrawn: 2023-05, gives: {more: 8%}",
            "kind: in-force, gives: {more: 8%}",
            False,
        ),
        (
            "kind: in-force, gives: {more: 8%, reaches: nurses}",
            "kind: in-force, gives: {more: 8%, reaches: porters}",
            False,
        ),
        (
            "made_by: fund, kind: in-force, gives: {more: 8%}",
            "kind: in-force, gives: {more: 8%}",
            False,
        ),
    ],
)
def test_asks_of_awards_on_top_of_each_other(
    tmp_path: Path,
    first: str,
    second: str,
    told: bool,  # noqa: FBT001 - a table's cell
) -> None:
    """8% and then 8% are not 16%; an offer's place is plainly taken by what its maker says next."""
    facts = f"asks: {{more: 15%}}\na: {{date: 2023-01, {first}}}\nb: {{date: 2023-06, {second}}}"
    found = asked(dispute(tmp_path, facts), ProblemKind.NOT_ADDED)
    message = f"concessions 'a' and 'b' of 'mill' answer demand 'it' {ON_TOP}"
    assert found == ([message] if told else [])


@given(disputes(), st.randoms(use_true_random=False))
def test_doubts_are_warnings_whatever_the_order(whole: Dispute, luck: Any) -> None:
    """Any dispute has questions of four kinds, of one line each, and the same in any order."""
    found = list(doubts(whole))
    kinds = {ProblemKind.BY_ANOTHER, ProblemKind.FAR_OFF, ProblemKind.WHICH_HOLDS}
    kinds |= {ProblemKind.NOT_ADDED}
    assert {each.kind for each in found} <= kinds
    assert all(each.warning and printable(each.message) for each in found)
    mixed: dict[str, Any] = {
        section: tuple(luck.sample(getattr(whole, section), len(getattr(whole, section))))
        for section in ("parties", "documents", "demands", "concessions", "votes")
    }
    assert told_of(attrs.evolve(whole, **mixed)) == told_of(whole)


def test_a_dispute_without_dates_has_no_doubts() -> None:
    """Where nothing has a day, nothing can be judged."""
    assert told_of(Dispute(title="The mill")) == []
