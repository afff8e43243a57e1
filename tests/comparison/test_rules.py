"""Each rule lowers what it should, leaves what it should, and says so in one sentence."""

from __future__ import annotations

import inspect
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from pcs_scorecard import POLICIES, STANDARD, Kind, Pair, Policy, Status, load, score
from pcs_scorecard.comparison import rules
from pcs_scorecard.comparison.rules import RULES, Rule, rule_id

NO, MOVED, PARTLY = Status.NOT_MET, Status.SOME_MOVEMENT, Status.PARTLY_MET
STRICT, LENIENT = POLICIES["strict"], POLICIES["lenient"]
AS_OF = "2023-06-30"

CEILINGS = {
    "refused": {NO},
    "worsened": {NO},
    "nothing-offered": {NO},
    "restated": {NO},
    "owed-anyway": {NO},
    "talks-only": {NO},
    "open-caveat": {NO, MOVED},
    "other-period": {NO},
    "other-basis": {NO},
    "withdrawn": {NO},
    "lapsed": {NO},
    "assurance": {MOVED},
    "discretion": {MOVED},
    "offer": {MOVED},
    "under-way": {MOVED},
    "no-figure": {MOVED},
    "time-limited": {MOVED},
    "shortfall": {NO, MOVED, PARTLY},
    "coverage": {NO, MOVED, PARTLY},
    "strings": {PARTLY},
    "late": {PARTLY},
    "unsourced": {MOVED},
}
"""The table of rules in the method: every rule in its order, and all ceilings it may set."""


def pair(folder: Path, facts: str, *, as_of: str = AS_OF, policy: Policy = STANDARD) -> Pair:
    """Return one answer to one demand, judged; `facts` are as in the docstring of a rule."""
    told: dict[str, Any] = {"answer": {"kind": "agreed"}}
    for fragment in facts.split("; "):
        told.update(yaml.load(fragment, yaml.BaseLoader))  # noqa: S506 - it makes only texts
    evidence = [{"document": "paper", "at": "page 1"}]
    made = told.get("made", {"date": "2023-01", "evidence": evidence})
    title, parties = "Of an invented dispute", {"made_by": "union", "made_to": "boss"}
    dispute = {
        "title": title,
        "parties": [
            {"id": "union", "name": "Union", "kind": "union"},
            {"id": "boss", "name": "Boss", "kind": "employer"},
        ],
        "documents": [{"id": "paper", "title": "Paper", "publisher": "union"}],
        "demands": [{"id": "asked", "title": title, "asks": told.get("asks", {}), **parties}],
        "concessions": [
            {
                "id": "given",
                "title": title,
                "made_by": "boss",
                "answers": [{"demand": "asked", **told["answer"]}],
                **made,
            }
        ],
    }
    file = folder / "dispute.yaml"
    file.write_text(json.dumps(dispute), encoding="utf-8")  # JSON is YAML, too
    return score(load(file), as_of=as_of, policy=policy)["asked"].pairs[0]


def says(judged: Pair, rule: str) -> tuple[Status, str] | None:
    """Return the ceiling that a rule set and its sentence, or None where it set none."""
    found = [reason for reason in judged.reasons if reason.rule == rule]
    assert len(found) <= 1
    return (found[0].ceiling, found[0].sentence) if found else None


def test_the_rules_are_those_of_the_method() -> None:
    """The rules are exactly those of the method's table, in its order."""
    assert [rule_id(rule) for rule in RULES] == list(CEILINGS)


# What each rule's docstring promises --------------------------------------------------------


def lines(rule: Rule) -> list[str]:
    """Return the lines of a rule's docstring."""
    return [line.strip() for line in (rule.__doc__ or "").splitlines() if line.strip()]


def example(rule: Rule, name: str) -> str:
    """Return what stands after this name in a rule's docstring."""
    (found,) = (line for line in lines(rule) if line.startswith(f"{name}: "))
    return found.removeprefix(f"{name}: ")


@pytest.mark.parametrize("rule", RULES, ids=rule_id)
def test_a_rule_says_in_a_sentence_what_lowers(rule: Rule) -> None:
    """A rule's docstring begins with one sentence."""
    first = lines(rule)[0]
    assert first[0].isupper()
    assert first.endswith(".")
    assert first.count(".") == 1


@pytest.mark.parametrize("rule", RULES, ids=rule_id)
def test_a_rules_first_example_is_lowered(tmp_path: Path, rule: Rule) -> None:
    """The example after `Lowers` is lowered by its rule, to a ceiling of the method's table."""
    lowered = says(pair(tmp_path, example(rule, "Lowers")), rule_id(rule))
    assert lowered is not None
    assert lowered[0] in CEILINGS[rule_id(rule)]


@pytest.mark.parametrize("rule", RULES, ids=rule_id)
def test_a_rules_second_example_is_not_lowered(tmp_path: Path, rule: Rule) -> None:
    """The example after `Leaves` is left alone by its rule."""
    assert says(pair(tmp_path, example(rule, "Leaves")), rule_id(rule)) is None


@pytest.mark.parametrize("rule", RULES, ids=rule_id)
def test_a_rules_docstring_names_its_ceilings(rule: Rule) -> None:
    """The line after `Ceiling` names the ceilings that the method gives the rule, and no other."""
    line = example(rule, "Ceiling")
    named = {status for status in (NO, MOVED, PARTLY) if status.replace("-", " ") in line}
    if "as for shortfall" in line:
        named |= CEILINGS["shortfall"]
    assert named == CEILINGS[rule_id(rule)]


# A table for each rule ----------------------------------------------------------------------

SOURCE = "evidence: [{document: paper, at: page 1}]"
MANAGERS = "asks: {amount: 1:10, level: cap, baseline: 1:14}; answer: {kind: agreed, gives: "
HOURLY = (
    "asks: {amount: £15/hour, level: floor, baseline: £10/hour}; answer: {kind: agreed, gives: "
)
RISE = "asks: {amount: 10%}; answer: {kind: agreed, gives: "
CUT = "asks: {amount: -2%}; answer: {kind: agreed, gives: "
FLOOR = "asks: {amount: £15/hour, level: floor}; answer: {kind: agreed, gives: "
CAP = "asks: {amount: 1:10, level: cap}; answer: {kind: agreed, gives: "
WEEK = "asks: {amount: 35 hours/week, baseline: 37 hours/week}; answer: {kind: agreed, gives: "
GAP = "away; no baseline is recorded, so there is no share"

CASES: dict[str, list[tuple[str, Status | None, str]]] = {
    "refused": [
        ("answer: {kind: refusal}", NO, "it was refused"),
        ("answer: {kind: nothing-offered}", None, ""),
    ],
    "worsened": [
        ("answer: {kind: worsening}", NO, "it moved the other way"),
        (RISE + "{amount: -0.1%}}", NO, "it moved the other way"),
        (RISE + "{amount: 0%}}", None, ""),
        (CUT + "{amount: 1%}}", NO, "it moved the other way"),
        (CUT + "{amount: -1%}}", None, ""),
        (MANAGERS + "{amount: 1:15}}", NO, "it moved the other way"),
        (MANAGERS + "{amount: 1:14}}", None, ""),
        (HOURLY + "{amount: £9.99/hour}}", NO, "it moved the other way"),
        (HOURLY + "{amount: £10/hour}}", None, ""),
    ],
    "nothing-offered": [
        ("answer: {kind: nothing-offered}", NO, "nothing was offered"),
        ("answer: {kind: talks}", None, ""),
    ],
    "restated": [
        (
            "answer: {kind: agreed, restates: the rule of 2016}",
            NO,
            "it repeats what was said or done before (the rule of 2016)",
        ),
        ("answer: {kind: agreed}", None, ""),
    ],
    "owed-anyway": [
        (
            "answer: {kind: in-force, owed_to: a statute}",
            NO,
            "it came from another cause (a statute)",
        ),
        ("answer: {kind: in-force}", None, ""),
    ],
    "talks-only": [
        ("answer: {kind: talks}", NO, "only talks were offered, with no term in them"),
        ("answer: {kind: offer}", None, ""),
    ],
    "open-caveat": [
        *(
            (
                f"answer: {{kind: {kind}, caveat: wherever possible}}",
                ceiling,
                "its maker can leave it at will, “wherever possible”",
            )
            for kind, ceiling in (
                ("talks", NO),
                ("assurance", NO),
                ("permission", NO),
                ("offer", NO),
                ("under-way", NO),
                ("agreed", MOVED),
                ("in-force", MOVED),
            )
        ),
        ("answer: {kind: in-force}", None, ""),
    ],
    "other-period": [
        (
            "asks: {period: 2022/23}; answer: {kind: agreed, gives: {period: 2023/24}}",
            NO,
            "it is for 2023/24, and 2022/23 was asked about",
        ),
        (
            "asks: {period: 2022/23}; answer: {kind: talks, gives: {period: 2021/22}}",
            NO,
            "it is for 2021/22, and 2022/23 was asked about",
        ),
        ("asks: {period: 2022/23}; answer: {kind: agreed}", None, ""),
        ("answer: {kind: agreed, gives: {period: 2023/24}}", None, ""),
    ],
    "other-basis": [
        (
            "asks: {basis: consolidated}; answer: {kind: agreed, gives: {basis: non-consolidated}}",
            NO,
            "it is non-consolidated, and consolidated was asked for",
        ),
        (
            "asks: {amount: 2%}; answer: {kind: agreed, gives: {instead: a savings plan}}",
            NO,
            "it is another kind of thing (a savings plan)",
        ),
        ("asks: {basis: consolidated}; answer: {kind: agreed}", None, ""),
        ("answer: {kind: agreed, gives: {basis: non-consolidated}}", None, ""),
    ],
    "withdrawn": [
        (
            "made: {date: 2023-01, withdrawn: 2023-06-30}",
            NO,
            "it was taken back on 30 June 2023",
        ),
        ("made: {date: 2023-01, withdrawn: 2023-07-01}", None, ""),
        ("made: {date: 2023-01, withdrawn: 2023-07}", None, ""),
        ("made: {date: 2023-01, withdrawn: 2023}", None, ""),
    ],
    "lapsed": [
        (
            "answer: {kind: agreed, gives: {ends: 2023-06-29}}",
            NO,
            "it ended on 29 June 2023",
        ),
        ("answer: {kind: agreed, gives: {ends: 2023-05}}", NO, "it ended in May 2023"),
        ("answer: {kind: agreed, gives: {ends: 2023-06-30}}", None, ""),
        ("answer: {kind: agreed, gives: {ends: 2023-06}}", None, ""),
        ("answer: {kind: agreed, gives: {ends: 2023}}", None, ""),
    ],
    "assurance": [
        ("answer: {kind: assurance}", MOVED, "it is a statement of intent that binds nobody"),
        ("answer: {kind: agreed}", None, ""),
    ],
    "discretion": [
        ("answer: {kind: permission}", MOVED, "it is a permission: others may do it or not"),
        ("answer: {kind: in-force}", None, ""),
    ],
    "offer": [
        ("answer: {kind: offer}", MOVED, "it is offered, not agreed"),
        ("answer: {kind: agreed}", None, ""),
    ],
    "under-way": [
        ("answer: {kind: under-way}", MOVED, "it is begun, not delivered"),
        ("answer: {kind: in-force}", None, ""),
    ],
    "no-figure": [
        (
            "asks: {amount: 10%}; answer: {kind: agreed}",
            MOVED,
            "10% was asked for, and no figure was given",
        ),
        (
            RISE + "{amount: up to 12%}}",
            MOVED,
            "“up to 12%” guarantees no figure, and 10% was asked for",
        ),
        (RISE + "{amount: at least 1%}}", None, ""),
        (RISE + "{amount: about 1%}}", None, ""),
        (RISE + "{amount: 9.2% to 14.4%}}", None, ""),
        (MANAGERS + "{amount: up to 1:10}}", None, ""),
        (
            MANAGERS + "{amount: at least 1:10}}",
            MOVED,
            "“at least 1:10” guarantees no figure, and 1:10 was asked for",
        ),
        ("asks: {amount: 10%}; answer: {kind: refusal}", None, ""),
        (RISE + "{instead: a savings plan}}", None, ""),
        ("answer: {kind: agreed}", None, ""),
    ],
    "time-limited": [
        (
            "asks: {lasting: yes}; answer: {kind: agreed, gives: {ends: 2024}}",
            MOVED,
            "it holds until the end of 2024, and a lasting thing was asked for",
        ),
        ("asks: {lasting: yes}; answer: {kind: agreed}", None, ""),
        ("asks: {lasting: no}; answer: {kind: agreed, gives: {ends: 2024}}", None, ""),
    ],
    "shortfall": [
        # A change counts from 0.
        (RISE + "{amount: 9%}}", PARTLY, "9% given, 10% asked for, a share of 90%"),
        (RISE + "{amount: 5%}}", PARTLY, "5% given, 10% asked for, a share of 50%"),
        (RISE + "{amount: 4.9%}}", MOVED, "4.9% given, 10% asked for, a share of 49%"),
        (
            RISE + "{amount: 4.99999%}}",
            MOVED,
            "4.99999% given, 10% asked for, a share of about 49.99%",
        ),
        (RISE + "{amount: 0%}}", NO, "0% given, 10% asked for, a share of 0%"),
        (RISE + "{amount: -1%}}", NO, "-1% given, 10% asked for, a share of -10%"),
        (RISE + "{amount: 10%}}", None, ""),
        (
            "asks: {amount: £3000}; answer: {kind: agreed, gives: {amount: £1000}}",
            MOVED,
            "£1000 given, £3000 asked for, a share of about 33.33%",
        ),
        # Bounds and ranges: the low end counts, and all is printed.
        (
            RISE + "{amount: at least 9%}}",
            PARTLY,
            "at least 9% given, 10% asked for, a share of 90%",
        ),
        (RISE + "{amount: about 4%}}", MOVED, "about 4% given, 10% asked for, a share of 40%"),
        (
            RISE + "{amount: 9.2% to 14.4%}}",
            PARTLY,
            "9.2% to 14.4% given, counted as 9.2%, 10% asked for, a share of 92%",
        ),
        (RISE + "{amount: 10% to 14.4%}}", None, ""),
        (RISE + "{amount: up to 5%}}", None, ""),
        # Steps are added, unless they are said to be compounded: 1.04 x 1.05 is 1.092.
        (
            "asks: {amount: 10%}; answer: {kind: agreed, gives: {amount: 4% + 5%}}",
            PARTLY,
            "4% + 5% = 9% given, 10% asked for, a share of 90%",
        ),
        (
            "asks: {amount: 9.2%}; answer: {kind: agreed, gives: {amount: 4% + 5%}}",
            PARTLY,
            "4% + 5% = 9% given, 9.2% asked for, a share of about 97.82%",
        ),
        (
            "asks: {amount: 9.2%}; answer: {kind: agreed, gives: {amount: 4% compounded with 5%}}",
            None,
            "",
        ),
        # A floor, from £10 to £15.
        (
            HOURLY + "{amount: £12.50/hour}}",
            PARTLY,
            "£12.50/hour given, £15/hour asked for, from £10/hour, a share of 50%",
        ),
        (
            HOURLY + "{amount: £12.49/hour}}",
            MOVED,
            "£12.49/hour given, £15/hour asked for, from £10/hour, a share of 49.8%",
        ),
        (
            HOURLY + "{amount: £10/hour}}",
            NO,
            "£10/hour given, £15/hour asked for, from £10/hour, a share of 0%",
        ),
        (
            HOURLY + "{amount: £9/hour}}",
            NO,
            "£9/hour given, £15/hour asked for, from £10/hour, a share of -20%",
        ),
        (HOURLY + "{amount: £15.01/hour}}", None, ""),
        (
            HOURLY + "{amount: £12/hour to £15/hour}}",
            MOVED,
            "£12/hour to £15/hour given, counted as £12/hour, £15/hour asked for, from £10/hour, a share of 40%",
        ),
        # A cap, from 14 down to 10: of a range the high end counts.
        (
            MANAGERS + "{amount: 1:12}}",
            PARTLY,
            "1:12 given, 1:10 asked for, from 1:14, a share of 50%",
        ),
        (
            MANAGERS + "{amount: 1:13}}",
            MOVED,
            "1:13 given, 1:10 asked for, from 1:14, a share of 25%",
        ),
        (MANAGERS + "{amount: 1:14}}", NO, "1:14 given, 1:10 asked for, from 1:14, a share of 0%"),
        (MANAGERS + "{amount: 1:8}}", None, ""),
        (
            MANAGERS + "{amount: 1:10 to 1:12}}",
            PARTLY,
            "1:10 to 1:12 given, counted as 1:12, 1:10 asked for, from 1:14, a share of 50%",
        ),
        (
            MANAGERS + "{amount: up to 1:12}}",
            PARTLY,
            "up to 1:12 given, 1:10 asked for, from 1:14, a share of 50%",
        ),
        # A level without a baseline has a gap, and no share.
        (
            FLOOR + "{amount: £14.60/hour}}",
            MOVED,
            f"£14.60/hour given, £15/hour asked for, £0.40/hour {GAP}",
        ),
        (FLOOR + "{amount: £15/hour}}", None, ""),
        (CAP + "{amount: 1:15}}", MOVED, f"1:15 given, 1:10 asked for, 5 {GAP}"),
        (CAP + "{amount: 1:9}}", None, ""),
        # Something asked for downwards, without a level; of a range the smaller cut counts.
        (CUT + "{amount: -1%}}", PARTLY, "-1% given, -2% asked for, a share of 50%"),
        (CUT + "{amount: -3%}}", None, ""),
        (
            CUT + "{amount: -3% to -1%}}",
            PARTLY,
            "-3% to -1% given, counted as -1%, -2% asked for, a share of 50%",
        ),
        (
            WEEK + "{amount: 36 hours/week}}",
            PARTLY,
            "36 hours/week given, 35 hours/week asked for, from 37 hours/week, a share of 50%",
        ),
        # Things of another kind are not compared.
        (RISE + "{amount: £100, instead: a voucher}}", None, ""),
    ],
    "coverage": [
        (
            "answer: {kind: in-force, gives: {reaches: full-time staff}}",
            PARTLY,
            "it reaches only some of those it was asked for (full-time staff)",
        ),
        (
            "answer: {kind: in-force, gives: {share_reached: 50%}}",
            PARTLY,
            "it reaches 50% of those it was asked for",
        ),
        (
            "answer: {kind: in-force, gives: {share_reached: 49.9%, reaches: full-time staff}}",
            MOVED,
            "it reaches 49.9% of those it was asked for (full-time staff)",
        ),
        (
            "answer: {kind: in-force, gives: {share_reached: 40% to 60%}}",
            MOVED,
            "it reaches 40% to 60% of those it was asked for",
        ),
        (
            "answer: {kind: in-force, gives: {share_reached: 0%}}",
            NO,
            "it reaches 0% of those it was asked for",
        ),
        ("answer: {kind: in-force, gives: {share_reached: 100%}}", None, ""),
        ("answer: {kind: in-force}", None, ""),
    ],
    "strings": [
        (
            "answer: {kind: agreed, in_return: an hour more a week}",
            PARTLY,
            "something is wanted in return (an hour more a week)",
        ),
        ("answer: {kind: agreed}", None, ""),
    ],
    "late": [
        (
            "asks: {due: 2022-12}; answer: {kind: in-force, gives: {starts: 2023-01-01}}",
            PARTLY,
            "it was due by December 2022, and takes effect on 1 January 2023",
        ),
        (
            "asks: {due: 2022-11-30}; answer: {kind: in-force, gives: {starts: 2022-11}}",
            None,
            "",
        ),
        (
            "asks: {due: 2022-11-29}; answer: {kind: in-force, gives: {starts: 2022-11}}",
            PARTLY,
            "it was due by 29 November 2022, and takes effect in November 2022",
        ),
        (
            "asks: {due: 2022-12}; answer: {kind: in-force, gives: {starts: 2022-12-31}}",
            None,
            "",
        ),
        ("asks: {due: 2022-12}; answer: {kind: in-force, gives: {starts: 2022}}", None, ""),
        # Without a start, it starts when it is given, in January 2023.
        (
            "asks: {due: 2022}; answer: {kind: in-force}",
            PARTLY,
            "it was due by 2022, and takes effect in January 2023",
        ),
        ("asks: {due: 2023-01}; answer: {kind: in-force}", None, ""),
        ("asks: {due: 2022}; answer: {kind: refusal}", None, ""),
        ("answer: {kind: in-force}", None, ""),
    ],
    "unsourced": [
        ("made: {date: 2023-01}", MOVED, "no document is named that shows it"),
        (f"made: {{date: 2023-01, {SOURCE}}}", None, ""),
    ],
}


@pytest.mark.parametrize(
    ("rule", "facts", "ceiling", "sentence"),
    [(rule, *case) for rule, cases in CASES.items() for case in cases],
)
def test_a_rule_judges_a_case(
    tmp_path: Path, rule: str, facts: str, ceiling: Status | None, sentence: str
) -> None:
    """A rule sets the ceiling that the method gives it, and says why; or it sets none."""
    expected = None if ceiling is None else (ceiling, sentence)
    assert says(pair(tmp_path, facts), rule) == expected


def test_every_ceiling_has_a_case() -> None:
    """The tables try each rule, each of its ceilings, and a case that it leaves alone."""
    tried = {rule: {ceiling for _, ceiling, _ in cases} for rule, cases in CASES.items()}
    assert tried == {rule: {*ceilings, None} for rule, ceilings in CEILINGS.items()}


@pytest.mark.parametrize(
    ("kind", "rules"),
    [
        (Kind.REFUSAL, ["refused"]),
        (Kind.WORSENING, ["worsened"]),
        (Kind.NOTHING_OFFERED, ["nothing-offered"]),
        (Kind.TALKS, ["talks-only"]),
        (Kind.ASSURANCE, ["assurance"]),
        (Kind.PERMISSION, ["discretion"]),
        (Kind.OFFER, ["offer"]),
        (Kind.UNDER_WAY, ["under-way"]),
        (Kind.AGREED, []),
        (Kind.IN_FORCE, []),
    ],
)
def test_how_firm_an_answer_is_has_one_rule(tmp_path: Path, kind: Kind, rules: list[str]) -> None:
    """Each kind of answer is lowered by its own rule alone; what is agreed or done by none."""
    judged = pair(tmp_path, f"answer: {{kind: {kind}}}")
    assert [reason.rule for reason in judged.reasons] == rules


@pytest.mark.parametrize("taken", ["2023-05", "2022"])
def test_a_withdrawal_known_to_the_month_or_year_reads_well(tmp_path: Path, taken: str) -> None:
    """What was taken back in a month or year is not said to be taken back on a day."""
    judged = pair(tmp_path, f"made: {{date: 2022, withdrawn: {taken}, {SOURCE}}}")
    told = says(judged, "withdrawn")
    assert told is not None
    assert "on May 2023" not in told[1]
    assert "on 2022" not in told[1]


NINE = "asks: {amount: 9%}; answer: {kind: agreed, gives: "
LATE = "asks: {due: 2022}; answer: {kind: in-force}"
REACHED = "answer: {kind: in-force, gives: {share_reached: "
ANYTHING = Policy(name="anything", partly_from=Fraction(0), late=PARTLY)


@pytest.mark.parametrize(
    ("policy", "rule", "facts", "ceiling"),
    [
        (STRICT, "shortfall", NINE + "{amount: 6%}}", PARTLY),
        (STRICT, "shortfall", NINE + "{amount: 5.99%}}", MOVED),
        (STRICT, "coverage", REACHED + "67%}}", PARTLY),
        (STRICT, "coverage", REACHED + "66%}}", MOVED),
        (STRICT, "late", LATE, NO),
        (LENIENT, "shortfall", NINE + "{amount: 3%}}", PARTLY),
        (LENIENT, "shortfall", NINE + "{amount: 2.99%}}", MOVED),
        (LENIENT, "shortfall", NINE + "{amount: 0%}}", NO),
        (LENIENT, "coverage", REACHED + "34%}}", PARTLY),
        (LENIENT, "coverage", REACHED + "33%}}", MOVED),
        (LENIENT, "coverage", REACHED + "0%}}", NO),
        (LENIENT, "late", LATE, None),
        # Wherever a policy begins, nothing at all is never partly met.
        (ANYTHING, "shortfall", NINE + "{amount: 0.01%}}", PARTLY),
        (ANYTHING, "shortfall", NINE + "{amount: 0%}}", NO),
        (ANYTHING, "coverage", REACHED + "0%}}", NO),
    ],
)
def test_a_policy_moves_a_ceiling(
    tmp_path: Path, policy: Policy, rule: str, facts: str, ceiling: Status | None
) -> None:
    """A policy sets from which share a demand is partly met, and what lateness costs."""
    told = says(pair(tmp_path, facts, policy=policy), rule)
    assert (told[0] if told else None) is ceiling


@pytest.mark.parametrize(
    ("rule", "facts", "before", "since"),
    [
        ("withdrawn", "made: {date: 2023-01, withdrawn: 2023-03}", "2023-03-30", "2023-03-31"),
        ("withdrawn", "made: {date: 2021, withdrawn: 2022}", "2022-12-30", "2022-12-31"),
        (
            "lapsed",
            "answer: {kind: agreed, gives: {ends: 2023-03}}",
            "2023-03-31",
            "2023-04-01",
        ),
        ("lapsed", "answer: {kind: agreed, gives: {ends: 2023}}", "2023-12-31", "2024-01-01"),
    ],
)
def test_a_day_makes_the_difference(
    tmp_path: Path, rule: str, facts: str, before: str, since: str
) -> None:
    """A withdrawal counts on its last possible day, an end on the day after it."""
    assert says(pair(tmp_path, facts, as_of=before), rule) is None
    told = says(pair(tmp_path, facts, as_of=since), rule)
    assert told is not None
    assert told[0] is NO


def test_every_rule_that_is_written_is_in_the_list() -> None:
    """A rule that is written and not put into RULES would lower nothing, so it is told here."""
    helpers = {"rule_id"}
    written = {
        function
        for name, function in vars(rules).items()
        if inspect.isfunction(function)
        and function.__module__ == rules.__name__
        and not name.startswith("_")
        and name not in helpers
    }
    assert written == set(RULES)
