"""Each rule lowers what it should, leaves what it should, and says so in one sentence."""

from __future__ import annotations

import inspect
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from pcs_scorecard import POLICIES, STANDARD, Kind, Pair, Policy, Reason, Status, load, score
from pcs_scorecard.comparison import rules
from pcs_scorecard.comparison.rules import BESIDE_THE_POINT, RULES, Rule, rule_id

NO, MOVED, PARTLY = Status.NOT_MET, Status.SOME_MOVEMENT, Status.PARTLY_MET
STRICT, LENIENT = POLICIES["strict"], POLICIES["lenient"]
AS_OF = "2023-06-30"

CEILINGS = {
    "refusal": {NO},
    "worsening": {NO},
    "nothing-offered": {NO},
    "restates": {NO},
    "owed-to": {NO},
    "talks": {NO},
    "caveat": {NO, MOVED},
    "other-period": {NO},
    "other-basis": {NO},
    "by-another": {NO},
    "replaced": {NO},
    "withdrawn": {NO},
    "ended": {NO},
    "assurance": {MOVED},
    "permission": {MOVED},
    "offer": {MOVED},
    "under-way": {MOVED},
    "subject-to": {MOVED},
    "no-figure": {MOVED},
    "time-limited": {MOVED},
    "shortfall": {NO, MOVED, PARTLY},
    "reaches": {NO, MOVED, PARTLY},
    "in-return": {PARTLY},
    "late": {PARTLY},
    "overdue": {PARTLY},
    "no-evidence": {MOVED},
}
"""The table of rules in the method: every rule in its order, and all ceilings it may set."""

EVIDENCE = {"evidence": [{"document": "paper", "at": "page 1"}]}

OPTIONS = [
    {"title": "accept", "share": "48%"},
    {"title": "reject", "share": "52%"},
    {"title": "spoilt"},
]

BESIDE: dict[str, Any] = {
    "parties": [
        {"id": "union", "name": "the union", "kind": "union"},
        {"id": "boss", "name": "the boss", "kind": "employer", "members": ["plant"]},
        {"id": "plant", "name": "the plant", "kind": "employer"},
        {"id": "group", "name": "the group", "kind": "employer", "members": ["boss"]},
        {"id": "fund", "name": "the fund", "kind": "government"},
    ],
    "documents": [{"id": "paper", "title": "Paper", "publisher": "union"}],
    "figures": [
        {"id": "rpi", "title": "Prices", "value": "8%", "measures": "prices"},
        {"id": "cap", "title": "A ceiling", "value": "up to 3%", "measures": "prices"},
    ],
    "votes": [
        {"id": name, "title": "A vote", "held_by": "union", "date": date, **result}
        for name, date, result in (
            ("to-come", "2023-12", {}),
            ("failed", "2023-03-10", {"carried": "no", "options": OPTIONS}),
            ("lost", "2023-04", {"carried": "no"}),
            ("won", "2023-03-10", {"carried": "yes"}),
            ("won-later", "2023-07-01", {"carried": "yes"}),
        )
    ],
}
"""What stands beside the demand and its answer, whatever the facts."""


def pair(folder: Path, facts: str, *, as_of: str = AS_OF, policy: Policy = STANDARD) -> Pair:
    """Return one answer to one demand, judged; `facts` are as in the docstring of a rule."""
    told: dict[str, Any] = {"answer": {"kind": "agreed"}}
    for fragment in facts.split("; "):
        told.update(yaml.load(fragment, yaml.BaseLoader))  # noqa: S506 - it makes only texts
    made = told.get("made", {})
    if "date" not in made:
        made = {"date": "2023-01", **EVIDENCE, **made}
    title = "Of an invented dispute"
    asked = {"id": "asked", "title": title, "made_by": "union", "made_to": "boss"}
    given = {"id": "given", "title": title, "made_by": "boss", **made}
    later = {"id": "later", "title": title, "made_by": "boss", "date": "2023-03", **EVIDENCE}
    concessions = [{**given, "answers": [{"demand": "asked", **told["answer"]}]}]
    if "later" in told:
        concessions.append({**later, "answers": [{"demand": "asked", **told["later"]}]})
    dispute = {
        "title": title,
        "demands": [{**asked, "asks": told.get("asks", {})}],
        "concessions": concessions,
        **BESIDE,
        **told.get("beside", {}),
    }
    file = folder / "dispute.yaml"
    file.write_text(json.dumps(dispute), encoding="utf-8")  # JSON is YAML, too
    every = score(load(file), as_of=as_of, policy=policy)["asked"].every
    pairs = [pair for one in every for pair in one.pairs if pair.concession.id == "given"]
    return pairs[0]


def reason(judged: Pair, rule: str) -> Reason | None:
    """Return what a rule says of an answer, or None where it leaves it alone."""
    found = [reason for reason in judged.reasons if reason.rule == rule]
    assert len(found) <= 1
    return found[0] if found else None


def test_the_rules_are_those_of_the_method() -> None:
    """The rules are exactly those of the method's table, in its order."""
    assert [rule_id(rule) for rule in RULES] == list(CEILINGS)


def test_what_is_beside_the_point_is_known_by_its_rules() -> None:
    """What is restated, owed, for other years or of another kind, or another's, is printed last."""
    assert sorted(BESIDE_THE_POINT) == sorted(
        ("restates", "owed-to", "other-period", "other-basis", "by-another")
    )


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
    lowered = reason(pair(tmp_path, example(rule, "Lowers")), rule_id(rule))
    assert lowered is not None
    assert lowered.ceiling in CEILINGS[rule_id(rule)]


@pytest.mark.parametrize("rule", RULES, ids=rule_id)
def test_a_rules_second_example_is_not_lowered(tmp_path: Path, rule: Rule) -> None:
    """The example after `Leaves` is left alone by its rule."""
    assert reason(pair(tmp_path, example(rule, "Leaves")), rule_id(rule)) is None


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
PER_NURSE = "patients per nurse"
RISE = "asks: {more: 10%}; answer: {kind: agreed, gives: "
CUT = "asks: {less: 2%}; answer: {kind: agreed, gives: "
HOURLY = "asks: {at_least: £15/hour, baseline: £10/hour}; answer: {kind: agreed, gives: "
NURSES = (
    f"asks: {{at_most: 10 {PER_NURSE}, baseline: 14 {PER_NURSE}}}; answer: {{kind: agreed, gives: "
)
WEEK = "asks: {at_most: 35 hours/week, baseline: 37 hours/week}; answer: {kind: agreed, gives: "
FLOOR = "asks: {at_least: £15/hour}; answer: {kind: agreed, gives: "
CAP = "asks: {at_most: 40%}; answer: {kind: agreed, gives: "
KEEP = "asks: {at_least: 28 days/year, baseline: 28 days/year}; answer: {kind: agreed, gives: "
ROOM = "asks: {at_most: £2/day, baseline: £1.50/day}; answer: {kind: agreed, gives: "
UP = "asks: {direction: up, measure: posts, baseline: 840 posts}; answer: {kind: in-force, gives: "
DOWN = "asks: {direction: down, measure: the fare}; answer: {kind: in-force, gives: "
YEAR = "asks: {more: 6%, period: 2023/24}; answer: {kind: agreed, gives: "
YEARS = "asks: {more: 6%, period: 2023/24 to 2024/25}; answer: {kind: agreed, gives: "
AT_PAY = "; beside: {pay_points: [{id: one, title: One, value: £20000/year}]}"
NO_SHARE = "where it stood before is not on record, so no share can be told"
REJECTED = "rejected in a vote on 10 March 2023 (48% accept, 52% reject)"

CASES: dict[str, list[tuple[str, Status | None, str, str]]] = {
    "refusal": [
        ("answer: {kind: refusal}", NO, "", "The boss refused."),
        ("asks: {more: 10%}; answer: {kind: refusal}", NO, "", "The boss refused."),
        ("answer: {kind: nothing-offered}", None, "", ""),
    ],
    "worsening": [
        ("answer: {kind: worsening}", NO, "", "The boss made this worse."),
        # It may carry what it came to.
        (
            "asks: {at_least: £150, baseline: £150}; answer: {kind: worsening, gives: {to: £90}}",
            NO,
            "",
            "The boss made this worse.",
        ),
        ("answer: {kind: refusal}", None, "", ""),
        # On the other side of nothing.
        (
            RISE + "{less: 0.1%}}",
            NO,
            "that goes the other way: 0.1% less",
            "It goes the other way: 0.1% less, where 10% more was asked for.",
        ),
        (RISE + "{less: 0%}}", None, "", ""),
        (RISE + "{more: 0%}}", None, "", ""),
        (RISE + "{more: 0.1%}}", None, "", ""),
        (
            CUT + "{more: 1%}}",
            NO,
            "that goes the other way: 1% more",
            "It goes the other way: 1% more, where 2% less was asked for.",
        ),
        (CUT + "{less: 1%}}", None, "", ""),
        # On the other side of a level's baseline.
        (
            NURSES + f"{{to: 15 {PER_NURSE}}}}}",
            NO,
            f"that goes the other way: 15 {PER_NURSE}",
            f"It goes the other way: 15 {PER_NURSE}, where at most 10 {PER_NURSE} was asked for.",
        ),
        (NURSES + f"{{to: 14 {PER_NURSE}}}}}", None, "", ""),
        (
            HOURLY + "{to: £9.99/hour}}",
            NO,
            "that goes the other way: £9.99/hour",
            "It goes the other way: £9.99/hour, where at least £15/hour was asked for.",
        ),
        (HOURLY + "{to: £10/hour}}", None, "", ""),
        (
            HOURLY + "{less: 50p/hour}}",
            NO,
            "that goes the other way: 50p/hour less",
            "It goes the other way: 50p/hour less, where at least £15/hour was asked for.",
        ),
        (HOURLY + "{more: 50p/hour}}", None, "", ""),
        # Past a level that is to be kept, with room or without.
        (
            KEEP + "{to: 25 days/year}}",
            NO,
            "that goes the other way: 25 days/year",
            "It goes the other way: 25 days/year, where at least 28 days/year was asked for.",
        ),
        (KEEP + "{to: 28 days/year}}", None, "", ""),
        (KEEP + "{to: 29 days/year}}", None, "", ""),
        (
            ROOM + "{to: £2.01/day}}",
            NO,
            "that goes the other way: £2.01/day",
            "It goes the other way: £2.01/day, where at most £2/day was asked for.",
        ),
        (ROOM + "{to: £2/day}}", None, "", ""),
        (ROOM + "{to: £1.80/day}}", None, "", ""),
        # On the other side of a direction.
        (
            UP + "{to: 815 posts}}",
            NO,
            "that goes the other way: 815 posts",
            "It goes the other way: 815 posts, where up (posts) was asked for.",
        ),
        (UP + "{to: 840 posts}}", None, "", ""),
        (UP + "{to: 841 posts}}", None, "", ""),
        (
            DOWN + "{more: 1%}}",
            NO,
            "that goes the other way: 1% more",
            "It goes the other way: 1% more, where down (the fare) was asked for.",
        ),
        (DOWN + "{less: 1%}}", None, "", ""),
        # Where it stood before is not known, or it is another thing.
        (FLOOR + "{to: £1/hour}}", None, "", ""),
        (KEEP + "{to: 25 days/year, instead: leave to buy}}", None, "", ""),
    ],
    "nothing-offered": [
        (
            "answer: {kind: nothing-offered}",
            NO,
            "",
            "The boss offered nothing on this.",
        ),
        ("answer: {kind: talks}", None, "", ""),
    ],
    "restates": [
        (
            "answer: {kind: agreed, restates: the rule of 2016}",
            NO,
            "that repeats what had been said before",
            "It repeats what had been said before (the rule of 2016).",
        ),
        ("answer: {kind: agreed}", None, "", ""),
    ],
    "owed-to": [
        (
            "answer: {kind: in-force, owed_to: a statute}",
            NO,
            "that came from a statute, not from this dispute",
            "It came from a statute, not from this dispute.",
        ),
        ("answer: {kind: in-force}", None, "", ""),
    ],
    "talks": [
        (
            "answer: {kind: talks}",
            NO,
            "with nothing firm offered",
            "There is nothing firm in it.",
        ),
        ("answer: {kind: offer}", None, "", ""),
    ],
    "caveat": [
        *(
            (
                f"answer: {{kind: {kind}, caveat: wherever possible}}",
                ceiling,
                "that leaves a way out (“wherever possible”)",
                "It leaves a way out: “wherever possible”.",
            )
            for kind, ceiling in (
                ("talks", NO),
                ("assurance", NO),
                ("permission", NO),
                ("offer", NO),
                ("under-way", NO),
                ("agreed", MOVED),
                ("in-force", MOVED),
                ("in-force, gives: {starts: 2023-09}", MOVED),
            )
        ),
        # What is called agreed is an offer until it is accepted.
        (
            "answer: {kind: agreed, caveat: if able}; made: {accepted: 2023-07}",
            NO,
            "that leaves a way out (“if able”)",
            "It leaves a way out: “if able”.",
        ),
        ("answer: {kind: in-force}", None, "", ""),
    ],
    "other-period": [
        *(
            (
                f"asks: {{period: 2022/23}}; answer: {{kind: {answer}}}",
                NO,
                f"for {years}, not for 2022/23",
                f"It is for {years}; the demand was for 2022/23.",
            )
            for answer, years in (
                ("agreed, gives: {period: 2023/24}", "2023/24"),
                ("agreed, gives: {period: 2023-24}", "2023/24"),
                ("talks, gives: {period: 2021/22}", "2021/22"),
                ("agreed, gives: {period: 2020/21 to 2021/22}", "2020/21 to 2021/22"),
                (
                    (
                        "agreed, gives: {stages: [{more: 1%, period: 2023/24, starts: 2023-04}, "
                        "{more: 2%, period: 2024/25, starts: 2024-04}]}"
                    ),
                    "2023/24 and 2024/25",
                ),
            )
        ),
        (
            "asks: {period: 2023}; answer: {kind: agreed, gives: {period: 2022}}",
            NO,
            "for 2022, not for 2023",
            "It is for 2022; the demand was for 2023.",
        ),
        ("asks: {period: 2022/23}; answer: {kind: agreed}", None, "", ""),
        ("asks: {period: 2022/23}; answer: {gives: {period: 2022–23}, kind: agreed}", None, "", ""),
        ("answer: {kind: agreed, gives: {period: 2023/24}}", None, "", ""),
        # For a part of the years, or for more of them.
        (YEARS + "{more: 6%, period: 2024/25}}", None, "", ""),
        (YEAR + "{more: 6%, period: 2023/24 to 2025/26}}", None, "", ""),
        (
            (
                YEAR + "{stages: [{more: 3%, period: 2023/24, starts: 2023-04}, "
                "{more: 3%, period: 2024/25, starts: 2024-04}]}}"
            ),
            None,
            "",
            "",
        ),
    ],
    "other-basis": [
        (
            "asks: {basis: consolidated}; answer: {kind: agreed, gives: {basis: non-consolidated}}",
            NO,
            "as a one-off payment, not added to basic pay",
            "It is a one-off payment; the demand was for something added to basic pay.",
        ),
        (
            "asks: {basis: non-consolidated}; answer: {kind: agreed, gives: {basis: consolidated}}",
            NO,
            "as something added to basic pay, not as a one-off payment",
            "It is something added to basic pay; the demand was for a one-off payment.",
        ),
        (
            "asks: {more: 2%}; answer: {kind: agreed, gives: {instead: a savings plan}}",
            NO,
            "as a savings plan, not what was asked for",
            "It is another thing (a savings plan).",
        ),
        # Its unit may differ.
        (
            "asks: {at_most: 4 hours}; answer: {kind: agreed, gives: {to: £3, instead: a fee}}",
            NO,
            "as a fee, not what was asked for",
            "It is another thing (a fee).",
        ),
        ("asks: {basis: consolidated}; answer: {kind: agreed}", None, "", ""),
        ("answer: {kind: agreed, gives: {basis: non-consolidated}}", None, "", ""),
    ],
    "by-another": [
        (
            "answer: {kind: in-force}; made: {made_by: fund}",
            NO,
            "that came from the fund, not from the boss",
            "It came from the fund; the demand was made of the boss.",
        ),
        (
            "answer: {kind: refusal}; made: {made_by: union}",
            NO,
            "that came from the union, not from the boss",
            "It came from the union; the demand was made of the boss.",
        ),
        ("made: {made_by: boss}", None, "", ""),
        # A member of who was asked, and a whole that who was asked belongs to.
        ("made: {made_by: plant}", None, "", ""),
        ("made: {made_by: group}", None, "", ""),
    ],
    "replaced": [
        (
            "answer: {kind: offer}; later: {kind: offer}",
            NO,
            "that was replaced in March 2023",
            "It was replaced in March 2023.",
        ),
        *(
            (
                f"answer: {{kind: offer}}; later: {{kind: {kind}}}",
                NO,
                "that was replaced in March 2023",
                "It was replaced in March 2023.",
            )
            for kind in ("under-way", "agreed", "in-force", "worsening")
        ),
        (
            "answer: {kind: in-force}; later: {kind: worsening}",
            NO,
            "that was replaced in March 2023",
            "It was replaced in March 2023.",
        ),
        *(
            (f"answer: {{kind: offer}}; later: {{kind: {kind}}}", None, "", "")
            for kind in ("refusal", "nothing-offered", "talks", "assurance", "permission")
        ),
        ("answer: {kind: agreed}; later: {kind: offer}", None, "", ""),
        ("answer: {kind: offer}", None, "", ""),
        # In March 2023 is not certainly after a day of that month.
        (
            f"answer: {{kind: offer}}; made: {{date: 2023-03-01, {SOURCE}}}; later: {{kind: offer}}",
            None,
            "",
            "",
        ),
    ],
    "withdrawn": [
        (
            "made: {date: 2023-01, withdrawn: 2023-06-30}",
            NO,
            "that was taken back on 30 June 2023",
            "It was taken back on 30 June 2023.",
        ),
        (
            "answer: {kind: agreed, withdrawn: 2023-05}",
            NO,
            "that was taken back in May 2023",
            "It was taken back in May 2023.",
        ),
        (
            "answer: {kind: agreed, withdrawn: 2023-05}; made: {withdrawn: 2023-02 to 2023-04}",
            NO,
            "that was taken back between February and April 2023",
            "It was taken back between February and April 2023.",
        ),
        ("made: {date: 2023-01, withdrawn: 2023-07-01}", None, "", ""),
        ("made: {date: 2023-01, withdrawn: 2023-07}", None, "", ""),
        ("made: {date: 2023-01, withdrawn: 2023}", None, "", ""),
    ],
    "ended": [
        (
            "answer: {kind: agreed, gives: {ends: 2023-06-29}}",
            NO,
            "that ended on 29 June 2023",
            "It ended on 29 June 2023.",
        ),
        (
            "answer: {kind: agreed, gives: {ends: 2023-05}}",
            NO,
            "that ended in May 2023",
            "It ended in May 2023.",
        ),
        ("answer: {kind: agreed, gives: {ends: 2023-06-30}}", None, "", ""),
        ("answer: {kind: agreed, gives: {ends: 2023-06}}", None, "", ""),
        ("answer: {kind: agreed, gives: {ends: 2023}}", None, "", ""),
    ],
    "assurance": [
        (
            "answer: {kind: assurance}",
            MOVED,
            "with no guarantee",
            "It comes with no guarantee.",
        ),
        # Accepted, it binds nobody all the same.
        (
            "answer: {kind: assurance}; made: {accepted: 2023-02}",
            MOVED,
            "with no guarantee",
            "It comes with no guarantee.",
        ),
        ("answer: {kind: agreed}", None, "", ""),
    ],
    "permission": [
        (
            "answer: {kind: permission}",
            MOVED,
            "that is allowed, not required",
            "It is allowed, not required.",
        ),
        ("answer: {kind: in-force}", None, "", ""),
    ],
    "offer": [
        *(
            (facts, MOVED, "that has not been agreed", "It has not been agreed.")
            for facts in (
                "answer: {kind: offer}",
                "answer: {kind: offer}; made: {accepted: 2023-07}",
                "answer: {kind: agreed}; made: {accepted: 2023-07}",
                "answer: {kind: under-way}; made: {accepted: 2023}",
                "answer: {kind: offer}; made: {accepted_by: to-come}",
                "answer: {kind: agreed}; made: {accepted_by: won-later}",
                # Votes that must all carry.
                "answer: {kind: offer}; made: {accepted_by: [won, to-come]}",
                "answer: {kind: offer}; made: {accepted_by: [won, won-later]}",
            )
        ),
        *(
            (facts, MOVED, f"that was {REJECTED}", f"It was {REJECTED}.")
            for facts in (
                "answer: {kind: offer}; made: {accepted_by: failed}",
                "answer: {kind: agreed}; made: {accepted_by: failed}",
                "answer: {kind: agreed}; made: {accepted_by: [won, failed]}",
            )
        ),
        (
            "answer: {kind: offer}; made: {accepted_by: lost}",
            MOVED,
            "that was rejected in a vote in April 2023",
            "It was rejected in a vote in April 2023.",
        ),
        ("answer: {kind: agreed}", None, "", ""),
        ("answer: {kind: offer}; made: {accepted: 2023-06-30}", None, "", ""),
        ("answer: {kind: offer}; made: {accepted: 2023-06}", None, "", ""),
        ("answer: {kind: offer}; made: {accepted_by: won}", None, "", ""),
        ("answer: {kind: assurance}; made: {accepted_by: failed}", None, "", ""),
    ],
    "under-way": [
        (
            "answer: {kind: under-way}",
            MOVED,
            "that is not complete",
            "It is not complete.",
        ),
        ("answer: {kind: in-force}", None, "", ""),
        ("answer: {kind: under-way}; made: {accepted: 2023-02}", None, "", ""),
    ],
    "subject-to": [
        (
            "answer: {kind: agreed, subject_to: a new law}",
            MOVED,
            "that depends on a new law",
            "It depends on a new law.",
        ),
        ("answer: {kind: agreed}", None, "", ""),
    ],
    "no-figure": [
        (
            "asks: {more: 10%}; answer: {kind: agreed}",
            MOVED,
            "with no figure",
            "It gives no figure; 10% was asked for.",
        ),
        *(
            (
                RISE + f"{{more: {amount}}}}}",
                MOVED,
                f"with no certain figure (“{amount}”)",
                f"“{amount}” is no certain figure for anybody; 10% was asked for.",
            )
            for amount in ("up to 12%", "at most 12%", "under 12%", "on average 12%")
        ),
        *(
            (RISE + f"{{more: {amount}}}}}", None, "", "")
            for amount in ("at least 1%", "over 1%", "about 1%", "9.2% to 14.4%")
        ),
        # For a cap it is the other way round.
        (NURSES + f"{{to: up to 10 {PER_NURSE}}}}}", None, "", ""),
        (
            NURSES + f"{{to: at least 10 {PER_NURSE}}}}}",
            MOVED,
            f"with no certain figure (“at least 10 {PER_NURSE}”)",
            (
                f"“at least 10 {PER_NURSE}” is no certain figure for anybody; 10 {PER_NURSE} was "
                "asked for."
            ),
        ),
        (
            "asks: {more: 10%, period: 2023/24 to 2024/25}; answer: {kind: agreed, gives: {stages: ["
            "{more: on average 4%, period: 2023/24, starts: 2023-04}, "
            "{more: up to 3%, period: 2024/25, starts: 2024-04}]}}",
            MOVED,
            "with no certain figure (“on average 4%” and “up to 3%”)",
            (
                "“on average 4%” and “up to 3%” are no certain figures for anybody; 10% was asked for."
            ),
        ),
        # An average is one where an average was asked for.
        (
            "asks: {more: on average 6%}; answer: {kind: agreed, gives: {more: on average 6%}}",
            None,
            "",
            "",
        ),
        ("asks: {more: on average 6%}; answer: {kind: agreed, gives: {more: 6%}}", None, "", ""),
        # Of more years than were asked about.
        (
            YEAR + "{more: 8%, period: 2023/24 to 2025/26}}",
            MOVED,
            "with no figure for 2023/24 alone",
            "It has no figure for 2023/24 alone; 6% was asked for.",
        ),
        (
            YEAR + "{stages: [{more: 8%, period: 2023/24 to 2025/26, starts: 2023-04}]}}",
            MOVED,
            "with no figure for 2023/24 alone",
            "It has no figure for 2023/24 alone; 6% was asked for.",
        ),
        (YEARS + "{more: 3%, period: 2023/24}}", None, "", ""),
        # Words without a figure on a direction.
        (
            "asks: {direction: up, measure: posts}; answer: {kind: in-force}",
            MOVED,
            "with no figure",
            "It gives no figure; up (posts) was asked for.",
        ),
        (
            DOWN + "{less: up to 3%}}",
            MOVED,
            "with no certain figure (“up to 3%”)",
            "“up to 3%” is no certain figure for anybody; down (the fare) was asked for.",
        ),
        (
            DOWN + "{less: on average 3%}}",
            MOVED,
            "with no certain figure (“on average 3%”)",
            "“on average 3%” is no certain figure for anybody; down (the fare) was asked for.",
        ),
        *(
            (f"asks: {{more: 10%}}; answer: {{kind: {kind}}}", None, "", "")
            for kind in ("refusal", "nothing-offered", "talks", "worsening")
        ),
        (RISE + "{instead: a savings plan}}", None, "", ""),
        (YEAR + "{period: 2022/23}}", None, "", ""),
        ("answer: {kind: agreed}", None, "", ""),
    ],
    "time-limited": [
        (
            "asks: {lasting: yes}; answer: {kind: agreed, gives: {ends: 2024}}",
            MOVED,
            "only until the end of 2024",
            "It lasts only until the end of 2024; the demand had no end date.",
        ),
        (
            "asks: {lasting: yes}; answer: {kind: agreed, gives: {ends: 2023-09-30}}",
            MOVED,
            "only until 30 September 2023",
            "It lasts only until 30 September 2023; the demand had no end date.",
        ),
        ("asks: {lasting: yes}; answer: {kind: agreed}", None, "", ""),
        ("asks: {lasting: no}; answer: {kind: agreed, gives: {ends: 2024}}", None, "", ""),
    ],
    "shortfall": [
        # A change counts from nothing.
        (
            RISE + "{more: 9%}}",
            PARTLY,
            "that is 9%, less than the 10% asked for",
            "9% was given and 10% was asked for: 90% of it.",
        ),
        (
            RISE + "{more: 5%}}",
            PARTLY,
            "that is 5%, less than the 10% asked for",
            "5% was given and 10% was asked for: 50% of it.",
        ),
        (
            RISE + "{more: 4.9%}}",
            MOVED,
            "that is 4.9%, less than half of the 10% asked for",
            "4.9% was given and 10% was asked for: 49% of it.",
        ),
        (
            RISE + "{more: 4.99999%}}",
            MOVED,
            "that is 4.99999%, less than half of the 10% asked for",
            "4.99999% was given and 10% was asked for: about 49.99% of it.",
        ),
        (
            RISE + "{more: 0%}}",
            NO,
            "that is 0%, no change from before",
            "0% was given, no change from before; 10% was asked for.",
        ),
        (RISE + "{more: 10%}}", None, "", ""),
        (
            "asks: {more: £3000}; answer: {kind: agreed, gives: {more: £1000}}",
            MOVED,
            "that is £1000, less than half of the £3000 asked for",
            "£1000 was given and £3000 was asked for: about 33.33% of it.",
        ),
        (
            CUT + "{less: 1%}}",
            PARTLY,
            "that is 1%, less than the 2% asked for",
            "1% was given and 2% was asked for: 50% of it.",
        ),
        (CUT + "{less: 3%}}", None, "", ""),
        # Bounds and ranges: the end that can be relied on counts.
        (
            RISE + "{more: at least 9%}}",
            PARTLY,
            "that can be relied on only as 9%, less than the 10% asked for",
            "9% can be relied on and 10% was asked for: 90% of it.",
        ),
        (
            RISE + "{more: about 4%}}",
            MOVED,
            "that is about 4%, less than half of the 10% asked for",
            "About 4% was given and 10% was asked for: 40% of it.",
        ),
        (
            RISE + "{more: 9.2% to 14.4%}}",
            PARTLY,
            "that can be relied on only as 9.2%, less than the 10% asked for",
            "9.2% can be relied on and 10% was asked for: 92% of it.",
        ),
        (RISE + "{more: 10% to 14.4%}}", None, "", ""),
        (RISE + "{more: up to 5%}}", None, "", ""),
        (
            CUT + "{less: 1% to 3%}}",
            PARTLY,
            "that can be relied on only as 1%, less than the 2% asked for",
            "1% can be relied on and 2% was asked for: 50% of it.",
        ),
        # Steps are added, unless they are said to be compounded: 1.04 x 1.05 is 1.092.
        (
            RISE + "{more: 4% + 5%}}",
            PARTLY,
            "that is 4% + 5% = 9%, less than the 10% asked for",
            "4% + 5% = 9% was given and 10% was asked for: 90% of it.",
        ),
        (
            "asks: {more: 9.2%}; answer: {kind: agreed, gives: {more: 4% + 5%}}",
            PARTLY,
            "that is 4% + 5% = 9%, less than the 9.2% asked for",
            "4% + 5% = 9% was given and 9.2% was asked for: about 97.82% of it.",
        ),
        (
            "asks: {more: 9.2%}; answer: {kind: agreed, gives: {more: 4% compounded with 5%}}",
            None,
            "",
            "",
        ),
        # A level from below, from £10 to £15.
        (
            HOURLY + "{to: £12.50/hour}}",
            PARTLY,
            "that is £12.50/hour, less than the £15/hour asked for",
            "£12.50/hour was given and £15/hour was asked for: 50% of the way from £10/hour.",
        ),
        (
            HOURLY + "{to: £12.49/hour}}",
            MOVED,
            "that is £12.49/hour, less than half of the way to the £15/hour asked for",
            "£12.49/hour was given and £15/hour was asked for: 49.8% of the way from £10/hour.",
        ),
        (
            HOURLY + "{to: £10/hour}}",
            NO,
            "that is £10/hour, no change from before",
            "£10/hour was given, no change from before; £15/hour was asked for.",
        ),
        (HOURLY + "{to: £15.01/hour}}", None, "", ""),
        (
            HOURLY + "{to: £12/hour to £15/hour}}",
            MOVED,
            "that can be relied on only as £12/hour, less than half of the way to the £15/hour asked for",
            "£12/hour can be relied on and £15/hour was asked for: 40% of the way from £10/hour.",
        ),
        # A change given on a level counts from its baseline: 70p of £5.
        (
            HOURLY + "{more: 70p/hour}}",
            MOVED,
            "that is £10.70/hour, less than half of the way to the £15/hour asked for",
            "£10.70/hour was given and £15/hour was asked for: 14% of the way from £10/hour.",
        ),
        (HOURLY + "{more: £5/hour}}", None, "", ""),
        # Exact conversions: 10 of 15 minutes, 3 of 6 months.
        (
            (
                "asks: {at_least: 45 minutes, baseline: ½ hour}; "
                "answer: {kind: agreed, gives: {to: 40 minutes}}"
            ),
            PARTLY,
            "that is 40 minutes, less than the 45 minutes asked for",
            "40 minutes was given and 45 minutes was asked for: about 66.66% of the way from 30 minutes.",
        ),
        (
            (
                "asks: {at_least: 18 months, baseline: 1 year}; "
                "answer: {kind: agreed, gives: {to: 15 months}}"
            ),
            PARTLY,
            "that is 15 months, less than the 18 months asked for",
            "15 months was given and 18 months was asked for: 50% of the way from 12 months.",
        ),
        # A level without a baseline has no share.
        (
            FLOOR + "{to: £14.60/hour}}",
            MOVED,
            "that is £14.60/hour, not the £15/hour asked for",
            f"£14.60/hour was given and £15/hour was asked for; {NO_SHARE}.",
        ),
        (
            FLOOR + "{to: £0/hour}}",
            MOVED,
            "that is £0/hour, not the £15/hour asked for",
            f"£0/hour was given and £15/hour was asked for; {NO_SHARE}.",
        ),
        (FLOOR + "{to: £15/hour}}", None, "", ""),
        (
            CAP + "{to: 45%}}",
            MOVED,
            "that is 45%, not the 40% asked for",
            f"45% was given and 40% was asked for; {NO_SHARE}.",
        ),
        (CAP + "{to: 39%}}", None, "", ""),
        # To keep what is there has no share, and is only kept or worsened.
        (KEEP + "{to: 28 days/year}}", None, "", ""),
        (KEEP + "{to: 27 days/year}}", None, "", ""),
        (ROOM + "{to: £1.80/day}}", None, "", ""),
        (ROOM + "{to: £2.20/day}}", None, "", ""),
        # A direction is met by any figure, but not by none.
        (
            DOWN + "{less: 0%}}",
            NO,
            "that is 0%, no change from before",
            "0% was given, no change from before; down (the fare) was asked for.",
        ),
        (
            UP + "{to: 840 posts}}",
            NO,
            "that is 840 posts, no change from before",
            "840 posts was given, no change from before; up (posts) was asked for.",
        ),
        (UP + "{to: 841 posts}}", None, "", ""),
        (DOWN + "{less: 0.1%}}", None, "", ""),
        # Of stages written as changes those that count are added, of levels the last counts.
        (
            (
                RISE
                + "{stages: [{more: 1%, starts: 2023-04-01}, {more: 2.5%, starts: 2024-04-01}, "
                "{more: 2%, starts: 2025-04-01}]}}"
            ),
            PARTLY,
            "that is 5.5%, less than the 10% asked for",
            "5.5% was given and 10% was asked for: 55% of it.",
        ),
        (
            (
                YEAR + "{stages: [{more: 1.5%, period: 2023/24, starts: 2023-04-01}, "
                "{more: 3%, period: 2024/25, starts: 2024-04-01}]}}"
            ),
            MOVED,
            "that is 1.5% for 2023/24, less than half of the 6% asked for",
            "1.5% for 2023/24 was given and 6% was asked for: 25% of it.",
        ),
        (
            (
                HOURLY + "{stages: [{to: £13/hour, starts: 2024-04-01}, "
                "{to: £12/hour, starts: 2023-04-01}]}}"
            ),
            PARTLY,
            "that is £13/hour, less than the £15/hour asked for",
            "£13/hour was given and £15/hour was asked for: 60% of the way from £10/hour.",
        ),
        (
            (
                HOURLY + "{stages: [{more: £1/hour, starts: 2023-04-01}, "
                "{more: 50p/hour, starts: 2024-04-01}]}}"
            ),
            MOVED,
            "that is £11.50/hour, less than half of the way to the £15/hour asked for",
            "£11.50/hour was given and £15/hour was asked for: 30% of the way from £10/hour.",
        ),
        # An award for a part of the years counts.
        (
            YEARS + "{more: 4%, period: 2023/24}}",
            PARTLY,
            "that is 4%, less than the 6% asked for",
            "4% was given and 6% was asked for: about 66.66% of it.",
        ),
        # A formula, beside its figure of 8% and at a pay of £20,000.
        (
            "asks: {more: figure rpi + 2%}; answer: {kind: agreed, gives: {more: 5%}}",
            PARTLY,
            "that is 5%, less than the 10% (figure rpi + 2%) asked for",
            "5% was given and 10% (figure rpi + 2%) was asked for: 50% of it.",
        ),
        ("asks: {more: 8%}; answer: {kind: agreed, gives: {more: figure rpi}}", None, "", ""),
        (
            "asks: {more: 7%}; answer: {kind: agreed, gives: {more: £700/year}}" + AT_PAY,
            PARTLY,
            "that is £700/year, less than the 7% asked for",
            "£700/year was given and 7% was asked for: 50% of it.",
        ),
        (
            (
                'asks: {more: "7% or £1,800/year, whichever is greater"}; '
                "answer: {kind: agreed, gives: {more: 4% + £100/year}}" + AT_PAY
            ),
            PARTLY,
            (
                "that is £900/year, less than the £1,800/year (7% or £1,800/year, whichever is "
                "greater) asked for"
            ),
            (
                "£900/year was given and £1,800/year (7% or £1,800/year, whichever is greater) was "
                "asked for: 50% of it."
            ),
        ),
        (
            (
                'asks: {less: "1% or £300/year, whichever is less"}; '
                "answer: {kind: agreed, gives: {less: £50/year}}" + AT_PAY
            ),
            MOVED,
            (
                "that is £50/year, less than half of the £200/year (1% or £300/year, whichever is "
                "less) asked for"
            ),
            (
                "£50/year was given and £200/year (1% or £300/year, whichever is less) was asked for: "
                "25% of it."
            ),
        ),
        # A level counts from the pay point: £500 of £2,000.
        (
            ("asks: {at_least: £22000/year}; answer: {kind: agreed, gives: {more: 2.5%}}" + AT_PAY),
            MOVED,
            "that is £20,500/year, less than half of the way to the £22000/year asked for",
            "£20,500/year was given and £22000/year was asked for: 25% of the way from £20,000/year.",
        ),
        # Things of another kind, and for other years, are not compared.
        (RISE + "{more: £100, instead: a voucher}}", None, "", ""),
        (YEAR + "{more: 1%, period: 2022/23}}", None, "", ""),
    ],
    "reaches": [
        (
            "answer: {kind: in-force, gives: {reaches: full-time staff}}",
            PARTLY,
            "only for full-time staff",
            "It is only for full-time staff.",
        ),
        (
            "answer: {kind: in-force, gives: {share_reached: 50%}}",
            PARTLY,
            "only for 50% of those it was asked for",
            "It is only for 50% of those it was asked for.",
        ),
        (
            "answer: {kind: in-force, gives: {share_reached: 49.9%, reaches: full-time staff}}",
            MOVED,
            "only for 49.9% of those it was asked for (full-time staff)",
            "It is only for 49.9% of those it was asked for (full-time staff).",
        ),
        (
            "answer: {kind: in-force, gives: {share_reached: 40% to 60%}}",
            MOVED,
            "only for 40% to 60% of those it was asked for",
            "It is only for 40% to 60% of those it was asked for.",
        ),
        (
            "answer: {kind: in-force, gives: {share_reached: 0%}}",
            NO,
            "only for 0% of those it was asked for",
            "It is only for 0% of those it was asked for.",
        ),
        # A share that is not known counts as one, but what is surely less than half as no more.
        (
            "answer: {kind: in-force, gives: {share_reached: up to 60%}}",
            PARTLY,
            "only for up to 60% of those it was asked for",
            "It is only for up to 60% of those it was asked for.",
        ),
        (
            "answer: {kind: in-force, gives: {share_reached: under 50%}}",
            MOVED,
            "only for under 50% of those it was asked for",
            "It is only for under 50% of those it was asked for.",
        ),
        (
            "answer: {kind: in-force, gives: {share_reached: up to 40%}}",
            MOVED,
            "only for up to 40% of those it was asked for",
            "It is only for up to 40% of those it was asked for.",
        ),
        ("answer: {kind: in-force, gives: {share_reached: 100%}}", None, "", ""),
        ("answer: {kind: in-force}", None, "", ""),
    ],
    "in-return": [
        (
            "answer: {kind: agreed, in_return: an hour more a week}",
            PARTLY,
            "only in return for an hour more a week",
            "It is given only in return for an hour more a week.",
        ),
        ("answer: {kind: agreed}", None, "", ""),
    ],
    "late": [
        (
            "asks: {due: 2022-12}; answer: {kind: in-force, gives: {starts: 2023-01-01}}",
            PARTLY,
            "that came on 1 January 2023, after the day asked for (December 2022)",
            "It came on 1 January 2023, after the day asked for (December 2022).",
        ),
        (
            "asks: {due: 2023-05-31}; answer: {kind: agreed, gives: {starts: 2023-09}}",
            PARTLY,
            "that starts only in September 2023, after the day asked for (31 May 2023)",
            "It starts only in September 2023, after the day asked for (31 May 2023).",
        ),
        # What is in force once it is accepted comes then.
        (
            "asks: {due: 2023-02}; answer: {kind: in-force}; made: {date: 2023-01-10, accepted: 2023-04-20}",
            PARTLY,
            "that came on 20 April 2023, after the day asked for (February 2023)",
            "It came on 20 April 2023, after the day asked for (February 2023).",
        ),
        # Of what is only offered it is not said that it came.
        (
            "asks: {due: 2023-02}; answer: {kind: offer, gives: {starts: 2023-05-01}}",
            PARTLY,
            "that was to come on 1 May 2023, after the day asked for (February 2023)",
            "It was to come on 1 May 2023, after the day asked for (February 2023).",
        ),
        (
            "asks: {due: 2023-02}; answer: {kind: offer, gives: {starts: 2023-09-01}}",
            PARTLY,
            "that would come on 1 September 2023, after the day asked for (February 2023)",
            "It would come on 1 September 2023, after the day asked for (February 2023).",
        ),
        # It may have been on time: only what certainly came after is late.
        *(
            (
                f"asks: {{due: {due}}}; answer: {{kind: in-force, gives: {{starts: {starts}}}}}",
                None,
                "",
                "",
            )
            for due, starts in (
                ("2022-11-30", "2022-11"),
                ("2022-11-29", "2022-11"),
                ("2022-11-01", "2022-11"),
                ("2022-12", "2022-12-31"),
                ("2022-12", "2022"),
                ("2022-12 to 2023-02", "2023-02-28"),
                ("2022-02", "2022-02-28 to 2022-09"),
            )
        ),
        (
            "asks: {due: 2022-10-31}; answer: {kind: in-force, gives: {starts: 2022-11}}",
            PARTLY,
            "that came in November 2022, after the day asked for (31 October 2022)",
            "It came in November 2022, after the day asked for (31 October 2022).",
        ),
        # Without a start, it starts when it is given, in January 2023.
        (
            "asks: {due: 2022}; answer: {kind: in-force}",
            PARTLY,
            "that came in January 2023, after the day asked for (2022)",
            "It came in January 2023, after the day asked for (2022).",
        ),
        ("asks: {due: 2023-01}; answer: {kind: in-force}", None, "", ""),
        # Each stage that counts, and no other.
        (
            (
                "asks: {more: 6%, due: 2023-04}; answer: {kind: agreed, gives: {stages: "
                "[{more: 2%, starts: 2023-10-01}, {more: 4%, starts: 2023-04-01}]}}"
            ),
            PARTLY,
            "that starts only on 1 October 2023, after the day asked for (April 2023)",
            "It starts only on 1 October 2023, after the day asked for (April 2023).",
        ),
        (
            (
                "asks: {more: 6%, due: 2023-04}; answer: {kind: agreed, gives: {stages: "
                "[{more: 2%, starts: 2023-04-30}, {more: 4%, starts: 2023-04-01}]}}"
            ),
            None,
            "",
            "",
        ),
        (
            (
                "asks: {more: 6%, due: 2023-04, period: 2023/24}; answer: {kind: agreed, gives: "
                "{stages: [{more: 6%, starts: 2023-04-01, period: 2023/24}, "
                "{more: 1%, starts: 2024-04-01, period: 2024/25}]}}"
            ),
            None,
            "",
            "",
        ),
        *(
            (f"asks: {{due: 2022}}; answer: {{kind: {kind}}}", None, "", "")
            for kind in ("refusal", "worsening", "talks", "assurance", "permission", "offer")
        ),
        ("answer: {kind: in-force}", None, "", ""),
    ],
    "overdue": [
        *(
            (
                f"asks: {{due: 2023-03}}; answer: {{kind: {kind}}}",
                PARTLY,
                "that is not in place, and the day asked for (March 2023) has passed",
                "It is not in place, and the day asked for (March 2023) has passed.",
            )
            for kind in (
                *("assurance", "permission", "offer", "under-way", "agreed"),
                "offer, gives: {starts: 2023-02}",
                "agreed, gives: {starts: 2023-07}",
                "agreed, gives: {starts: 2023}",
                "in-force, gives: {starts: 2023-07}",
                # Of stages all must have come.
                "agreed, gives: {stages: [{more: 1%, starts: 2023-02}, {more: 1%, starts: 2024-02}]}",
            )
        ),
        (
            "asks: {due: 2023-06-29}; answer: {kind: agreed}",
            PARTLY,
            "that is not in place, and the day asked for (29 June 2023) has passed",
            "It is not in place, and the day asked for (29 June 2023) has passed.",
        ),
        ("asks: {due: 2023-06-30}; answer: {kind: agreed}", None, "", ""),
        ("asks: {due: 2023}; answer: {kind: agreed}", None, "", ""),
        ("asks: {due: 2023-03}; answer: {kind: in-force}", None, "", ""),
        *(
            (f"asks: {{due: 2023-03}}; answer: {{kind: agreed, gives: {gives}}}", None, "", "")
            for gives in (
                "{starts: 2023-03-31}",
                "{starts: 2023-06-30}",
                "{stages: [{more: 1%, starts: 2023-02}, {more: 1%, starts: 2023-06}]}",
            )
        ),
        *(
            (f"asks: {{due: 2023-03}}; answer: {{kind: {kind}}}", None, "", "")
            for kind in ("refusal", "worsening", "nothing-offered", "talks")
        ),
        ("answer: {kind: agreed}", None, "", ""),
    ],
    "no-evidence": [
        (
            "made: {date: 2023-01}",
            MOVED,
            "that has no source on record",
            "It has no source on record.",
        ),
        (f"made: {{date: 2023-01, {SOURCE}}}", None, "", ""),
        (f"made: {{date: 2023-01}}; answer: {{kind: agreed, {SOURCE}}}", None, "", ""),
    ],
}


@pytest.mark.parametrize(
    ("rule", "facts", "ceiling", "clause", "sentence"),
    [(rule, *case) for rule, cases in CASES.items() for case in cases],
)
def test_a_rule_judges_a_case(
    tmp_path: Path, rule: str, facts: str, ceiling: Status | None, clause: str, sentence: str
) -> None:
    """A rule sets the ceiling that the method gives it, and says why; or it sets none."""
    told = reason(pair(tmp_path, facts), rule)
    found = (told.ceiling, told.clause, told.sentence) if told else (None, "", "")
    assert found == (ceiling, clause, sentence)


def test_every_ceiling_has_a_case() -> None:
    """The tables try each rule, each of its ceilings, and a case that it leaves alone."""
    tried = {rule: {ceiling for _, ceiling, _, _ in cases} for rule, cases in CASES.items()}
    assert tried == {rule: {*ceilings, None} for rule, ceilings in CEILINGS.items()}


@pytest.mark.parametrize(
    ("facts", "ceiling", "sentence"),
    [
        # From 14 down to 10: of a range the high end counts.
        (
            f"{{to: 12 {PER_NURSE}}}",
            PARTLY,
            f"12 {PER_NURSE} was given and {{}}: 50% of the way from 14 {PER_NURSE}.",
        ),
        (
            f"{{to: 13 {PER_NURSE}}}",
            MOVED,
            f"13 {PER_NURSE} was given and {{}}: 25% of the way from 14 {PER_NURSE}.",
        ),
        (f"{{to: 14 {PER_NURSE}}}", NO, ""),
        (f"{{to: 8 {PER_NURSE}}}", None, ""),
        (
            f"{{to: 10 {PER_NURSE} to 12 {PER_NURSE}}}",
            PARTLY,
            f"12 {PER_NURSE} can be relied on and {{}}: 50% of the way from 14 {PER_NURSE}.",
        ),
        (
            f"{{to: up to 12 {PER_NURSE}}}",
            PARTLY,
            f"12 {PER_NURSE} can be relied on and {{}}: 50% of the way from 14 {PER_NURSE}.",
        ),
        (
            f"{{less: 1 {PER_NURSE}}}",
            MOVED,
            f"13 {PER_NURSE} was given and {{}}: 25% of the way from 14 {PER_NURSE}.",
        ),
    ],
)
def test_a_cap_is_reached_from_above(
    tmp_path: Path, facts: str, ceiling: Status | None, sentence: str
) -> None:
    """Of a cap less is better, and what is above it is not said to be less than it."""
    told = reason(pair(tmp_path, f"{NURSES}{facts}}}"), "shortfall")
    assert (told.ceiling if told else None) is ceiling
    if told:
        assert "less than the 10" not in told.clause
        assert "less than half of the 10" not in told.clause
    if told and sentence:
        assert told.sentence == sentence.format(f"10 {PER_NURSE} was asked for")


# What would lift it -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "facts", "remedy", "status"),
    [
        ("refusal", "answer: {kind: refusal}", "the boss made an offer", MOVED),
        ("nothing-offered", "answer: {kind: nothing-offered}", "the boss made an offer", MOVED),
        (
            *("worsening", "answer: {kind: worsening}"),
            *("the boss offered a move the way that was asked for", MOVED),
        ),
        (
            *("worsening", KEEP + "{to: 25 days/year}}"),
            *("this was put back as it was", Status.MET),
        ),
        ("talks", "answer: {kind: talks}", "the talks led to an offer with something firm in it", MOVED),
        ("restates", "answer: {kind: agreed, restates: a rule}", "it went further than before", Status.MET),
        (
            *("owed-to", "answer: {kind: agreed, owed_to: a law}"),
            *("something was given in answer to the demand", Status.MET),
        ),
        ("caveat", "answer: {kind: agreed, caveat: if able}", "the words “if able” went", Status.MET),
        (
            *("other-period", "asks: {period: 2022/23}; answer: {kind: agreed, gives: {period: 2023/24}}"),
            *("the same was given for 2022/23", Status.MET),
        ),
        (
            "other-basis",
            "asks: {basis: consolidated}; answer: {kind: agreed, gives: {basis: non-consolidated}}",
            "it was added to basic pay",
            Status.MET,
        ),
        (
            *("other-basis", "answer: {kind: agreed, gives: {instead: a canteen}}"),
            *("the thing itself was given", Status.MET),
        ),
        ("by-another", "made: {made_by: fund}", "the boss gave the same", Status.MET),
        ("replaced", "answer: {kind: offer}; later: {kind: offer}", "it was given again", MOVED),
        ("withdrawn", "answer: {kind: agreed, withdrawn: 2023-05}", "it was given again", Status.MET),
        (
            *("ended", "answer: {kind: agreed, gives: {ends: 2023-05}}"),
            *("it was given again, without an end", Status.MET),
        ),
        ("assurance", "answer: {kind: assurance}", "the boss guaranteed it", Status.MET),
        ("permission", "answer: {kind: permission}", "it was required, not only allowed", Status.MET),
        ("offer", "answer: {kind: offer}", "the offer was agreed", Status.MET),
        (
            *("offer", "answer: {kind: offer}; made: {accepted_by: failed}"),
            *("an offer was agreed", Status.MET),
        ),
        ("under-way", "answer: {kind: under-way}", "it was finished", Status.MET),
        (
            *("subject-to", "answer: {kind: agreed, subject_to: a law}"),
            *("it no longer depended on a law", Status.MET),
        ),
        ("no-figure", RISE + "{more: up to 12%}}", "10% was given", Status.MET),
        (
            *("time-limited", "asks: {lasting: yes}; answer: {kind: agreed, gives: {ends: 2024}}"),
            *("it had no end date", Status.MET),
        ),
        ("shortfall", RISE + "{more: 9%}}", "10% was given", Status.MET),
        ("shortfall", RISE + "{more: 4%}}", "at least 5% was given", PARTLY),
        ("shortfall", RISE + "{more: 0%}}", "something of it was given", MOVED),
        ("shortfall", HOURLY + "{to: £12/hour}}", "at least £12.50/hour was given", PARTLY),
        ("shortfall", FLOOR + "{to: £14/hour}}", "£15/hour was given", Status.MET),
        (
            *("reaches", "answer: {kind: agreed, gives: {share_reached: 40%}}"),
            *("it reached at least half of those it was asked for", PARTLY),
        ),
        (
            *("reaches", "answer: {kind: agreed, gives: {reaches: cooks}}"),
            *("it reached everybody it was asked for", Status.MET),
        ),
        (
            *("reaches", "answer: {kind: agreed, gives: {share_reached: 0%}}"),
            *("it reached some of them", MOVED),
        ),
        (
            *("in-return", "answer: {kind: agreed, in_return: Sundays}"),
            *("nothing had to be given in return", Status.MET),
        ),
        # What came late never came on time.
        ("late", "asks: {due: 2022}; answer: {kind: in-force}", "", None),
        ("no-evidence", "made: {date: 2023-01}", "a source was found", Status.MET),
    ],
)  # fmt: skip
def test_a_rule_says_what_would_lift_it(
    tmp_path: Path, rule: str, facts: str, remedy: str, status: Status | None
) -> None:
    """A reason has its remedy, and what would have happened then leaves the status it leads to."""
    judged = pair(tmp_path, facts)
    told = reason(judged, rule)
    assert told is not None
    assert told.remedy == remedy
    following = judged.lifted("asked", judged.status)
    assert (following.status if following else None) is status
    assert following is None or remedy in following.needs


@pytest.mark.parametrize(
    ("facts", "least", "most"),
    [
        # Half of the way from 14 down to 10, of a cut by 2%, and from 37 hours to 35.
        (NURSES + f"{{to: 13 {PER_NURSE}}}}}", "12", "at least 12"),
        (CUT + "{less: 0.5%}}", "1%", "-1%"),
        (WEEK + "{to: 36.5 hours/week}}", "36", "at least 36"),
    ],
)
def test_what_would_lift_a_thing_asked_downwards_is_no_least(
    tmp_path: Path, facts: str, least: str, most: str
) -> None:
    """To reach a cap, or half of a cut, at most so much must be left, or as much taken off."""
    told = reason(pair(tmp_path, facts), "shortfall")
    assert told is not None
    assert least in told.remedy
    assert most not in told.remedy


@pytest.mark.parametrize(
    ("kind", "rules"),
    [
        *((kind, [kind.value]) for kind in Kind if kind not in (Kind.AGREED, Kind.IN_FORCE)),
        (Kind.AGREED, []),
        (Kind.IN_FORCE, []),
    ],
)
def test_how_firm_an_answer_is_has_one_rule(tmp_path: Path, kind: Kind, rules: list[str]) -> None:
    """Each kind of answer is lowered by its own rule alone; what is agreed or done by none."""
    judged = pair(tmp_path, f"answer: {{kind: {kind}}}")
    assert [reason.rule for reason in judged.reasons] == rules


NINE = "asks: {more: 9%}; answer: {kind: agreed, gives: "
LATE = "asks: {due: 2022}; answer: {kind: in-force}"
OVERDUE = "asks: {due: 2023-03}; answer: {kind: agreed}"
REACHED = "answer: {kind: in-force, gives: {share_reached: "
ANYTHING = Policy(name="anything", partly_from=Fraction(0), late=PARTLY)


@pytest.mark.parametrize(
    ("policy", "rule", "facts", "ceiling"),
    [
        (STRICT, "shortfall", NINE + "{more: 6%}}", PARTLY),
        (STRICT, "shortfall", NINE + "{more: 5.99%}}", MOVED),
        (STRICT, "reaches", REACHED + "67%}}", PARTLY),
        (STRICT, "reaches", REACHED + "66%}}", MOVED),
        (STRICT, "late", LATE, NO),
        (STRICT, "overdue", OVERDUE, NO),
        (LENIENT, "shortfall", NINE + "{more: 3%}}", PARTLY),
        (LENIENT, "shortfall", NINE + "{more: 2.99%}}", MOVED),
        (LENIENT, "shortfall", NINE + "{more: 0%}}", NO),
        (LENIENT, "reaches", REACHED + "34%}}", PARTLY),
        (LENIENT, "reaches", REACHED + "33%}}", MOVED),
        (LENIENT, "reaches", REACHED + "0%}}", NO),
        (LENIENT, "late", LATE, None),
        # What never came is at best partly met, also where lateness does not count.
        (LENIENT, "overdue", OVERDUE, PARTLY),
        # Wherever a policy begins, nothing at all is never partly met.
        (ANYTHING, "shortfall", NINE + "{more: 0.01%}}", PARTLY),
        (ANYTHING, "shortfall", NINE + "{more: 0%}}", NO),
        (ANYTHING, "reaches", REACHED + "0%}}", NO),
    ],
)
def test_a_policy_moves_a_ceiling(
    tmp_path: Path, policy: Policy, rule: str, facts: str, ceiling: Status | None
) -> None:
    """A policy sets from which share a demand is partly met, and what lateness costs."""
    told = reason(pair(tmp_path, facts, policy=policy), rule)
    assert (told.ceiling if told else None) is ceiling


@pytest.mark.parametrize(
    ("policy", "facts", "clause"),
    [
        (STRICT, NINE + "{more: 5%}}", "that is 5%, less than two thirds of the 9% asked for"),
        (LENIENT, NINE + "{more: 2%}}", "that is 2%, less than a third of the 9% asked for"),
        (
            Policy(name="own", partly_from=Fraction(2, 5), late=PARTLY),
            NINE + "{more: 2%}}",
            "that is 2%, less than 40% of the 9% asked for",
        ),
    ],
)
def test_a_reason_names_the_part_that_the_policy_wants(
    tmp_path: Path, policy: Policy, facts: str, clause: str
) -> None:
    """What is less than the policy's share is told with that share in words."""
    told = reason(pair(tmp_path, facts, policy=policy), "shortfall")
    assert told is not None
    assert told.clause == clause


@pytest.mark.parametrize("policy", POLICIES.values(), ids=list(POLICIES))
@pytest.mark.parametrize("kind", ["under-way", "agreed", "offer"])
def test_late_is_never_worth_less_than_never(tmp_path: Path, policy: Policy, kind: str) -> None:
    """Under each policy what came late is at least as good as the same that never came."""
    never = pair(tmp_path, f"asks: {{due: 2022}}; answer: {{kind: {kind}}}", policy=policy)
    late = pair(tmp_path, "asks: {due: 2022}; answer: {kind: in-force}", policy=policy)
    assert late.status.rank >= never.status.rank


@pytest.mark.parametrize(
    ("rule", "facts", "before", "since"),
    [
        ("withdrawn", "made: {date: 2023-01, withdrawn: 2023-03}", "2023-03-30", "2023-03-31"),
        ("withdrawn", "made: {date: 2021, withdrawn: 2022}", "2022-12-30", "2022-12-31"),
        ("ended", "answer: {kind: agreed, gives: {ends: 2023-03}}", "2023-03-31", "2023-04-01"),
        ("ended", "answer: {kind: agreed, gives: {ends: 2023}}", "2023-12-31", "2024-01-01"),
        ("replaced", "answer: {kind: offer}; later: {kind: offer}", "2023-03-30", "2023-03-31"),
        ("overdue", "asks: {due: 2023-03}; answer: {kind: agreed}", "2023-03-31", "2023-04-01"),
        ("offer", "answer: {kind: offer}; made: {accepted: 2023-05}", "2023-05-31", "2023-05-30"),
    ],
)
def test_a_day_makes_the_difference(
    tmp_path: Path, rule: str, facts: str, before: str, since: str
) -> None:
    """What is known to the month counts on its last day, and an end or a due date on the next."""
    assert reason(pair(tmp_path, facts, as_of=before), rule) is None
    assert reason(pair(tmp_path, facts, as_of=since), rule) is not None


def test_what_is_only_agreed_is_not_said_to_have_come(tmp_path: Path) -> None:
    """An agreement after the due date is late, and nothing shows that it was put in place."""
    judged = pair(tmp_path, "asks: {due: 2022}; answer: {kind: agreed}")
    assert judged.status is PARTLY
    assert not [each.sentence for each in judged.reasons if each.sentence.startswith("It came")]


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
