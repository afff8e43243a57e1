"""The scoresheet says in plain sentences what was asked, what was answered, and what counts against it."""

import datetime
import json
from typing import Any

import pytest
import yaml
from helpers.strategies import disputes
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import POLICIES, Dispute, Scorecard, render, score
from pcs_scorecard.comparison.rules import RULES, rule_id
from pcs_scorecard.pages.blocks import plain
from pcs_scorecard.pages.sheet import Sheet, compose
from pcs_scorecard.reading.reader import read

LIBRARY = """
title: Library dispute of 2020
summary: Five demands of an invented union.
parties:
  - {id: readers, name: the readers, kind: union}
  - {id: library, name: the library, kind: employer}
  - {id: post, name: the Evening Post, kind: press}
documents:
  - {id: claim, title: Our claim, publisher: readers, date: 2020-01}
  - {id: letter, title: Letter to staff, publisher: library, date: 2020-03-02}
  - {id: report, title: What the library gave, publisher: post}
demands:
  - id: pay
    title: 6% for 2020/21
    made_by: readers
    made_to: library
    date: 2020-01
    asks: {more: 6%, period: 2020/21}
    evidence: [{document: claim, at: item 1, quote: six per cent}]
  - id: hours
    title: A shorter week and a place to rest
    made_by: readers
    made_to: library
    date: 2020-01
    parts:
      - id: week
        title: A shorter week
        asks: {at_most: 35 hours/week, baseline: 37 hours/week}
      - {id: rest, title: A room to rest in}
    evidence: [{document: claim, at: item 2}]
  - id: windows
    title: Windows that open
    made_by: readers
    made_to: library
    date: 2020-01
    asks: {due: 2020-02}
    evidence: [{document: claim, at: item 3}]
  - id: canteen
    title: A staff canteen
    made_by: readers
    made_to: library
    date: 2020-01
    dropped: 2020-04
    evidence: [{document: claim, at: item 4}]
  - {id: uniforms, title: New uniforms, made_by: readers, made_to: library, date: 2020-06-01}
concessions:
  - id: pay-letter
    title: Letter on pay
    made_by: library
    date: 2020-03
    date_note: The letter names no day.
    answers:
      - {demand: pay, kind: agreed, gives: {more: 3%, period: 2020/21}}
    evidence: [{document: letter, at: paragraph 1, quote: three per cent}]
  - id: pay-talks
    title: Talks on pay
    made_by: library
    date: 2020-05-04
    answers: [{demand: pay, kind: talks}]
    evidence: [{document: report, at: column 1, quoting: library}]
  - id: week-agreed
    title: Agreement on the week
    made_by: library
    date: 2020-05-04
    answers:
      - {demand: week, kind: agreed, gives: {to: 35 hours/week}}
    evidence: [{document: report, at: column 2}]
  - id: windows-mended
    title: Windows mended
    made_by: library
    date: 2020-03
    answers: [{demand: windows, kind: in-force}]
    evidence:
      - {document: claim, at: postscript}
      - {document: report, at: column 2, quote: now they open, quoting: library}
  - id: canteen-refused
    title: Canteen refused
    made_by: library
    date: 2020-03-02
    answers: [{demand: canteen, kind: refusal}]
    evidence: [{document: letter, at: paragraph 2}]
  - id: tea
    title: Money for tea
    made_by: library
    date: 2020-05-05
    date_printed: 5 March
    date_note: It answers a letter of April.
    undemanded:
      kind: permission
      gives: {more: £50, basis: non-consolidated, reaches: staff at the counter}
      caveat: while money lasts
      in_return: washing up
      terms: [{says: cups are lent, evidence: [{document: letter, at: paragraph 3}]}]
verdicts:
  - {demand: pay, by: post, status: not-met, printed: No deal., date: 2020-06-10}
  - {demand: canteen, by: post, status: not-met, printed: None., date: 2020-06-10}
"""

SHEET = """\
# Library dispute of 2020

**The readers made 5 demands of the library (one of them with no source on record). None was met in full, one in part; on one there was some movement; to one no answer is on record.** As of 30 June 2020.

Yes 0, In part 1, Some movement 1, No 2, No response recorded 1; dropped: demand 4.

Five demands of an invented union.

1. 6% for 2020/21:BREAK
   **Some movement.** The library agreed to 3% for 2020/21, but that is less than two thirds of the 6% asked for. [1][2]
2. A shorter week and a place to rest:BREAK
   **In part.** [1]
   - A shorter week: **Yes.** The library agreed to 35 hours a week. [3]
   - A room to rest in: **No response recorded.**
3. Windows that open:BREAK
   **No.** The library did this, but that came in March 2020, after the day asked for (February 2020). [1][3]
4. A staff canteen:BREAK
   **No** (dropped by the readers in April 2020). The library refused. [1][2]
5. New uniforms:BREAK
   **No response recorded.**

## Given, but not among these demands

- The library allowed a one-off payment of £50, but that has no source on record.

## Sources

1. The readers, “Our claim” (January 2020)
2. The library, “Letter to staff” (2 March 2020)
3. The Evening Post, “What the library gave”

No source is on record for demand 5. “In part” means at least two thirds; what comes late is “No”. “Some movement” means less than two thirds, or not certain. (The policy “strict”.) By the usual rules demands 1 and 3 would be “In part”. “No response recorded” means that no document here shows an answer. It is not a refusal, and the demand need not have been put.
""".replace("BREAK", "  ")


def dispute(source: str) -> Dispute:
    """Return the dispute in a YAML text that has no problem."""
    reading = read([("dispute.yaml", source.encode())], "dispute")
    made, problems = reading.dispute, reading.problems
    assert made, "\n".join(map(str, problems))
    return made


def test_the_whole_sheet_is_as_typed_here() -> None:
    """Parts, a dropped demand, what nobody demanded, sources and changed answers are all told."""
    card = score(dispute(LIBRARY), as_of="2020-06", policy=POLICIES["strict"])
    assert render(card) == SHEET


# One answer -----------------------------------------------------------------------------------------

OPTIONS = [{"title": "for", "share": "39%"}, {"title": "against", "share": "61%"}]
BESIDE: dict[str, Any] = {
    "title": "A dispute",
    "parties": [
        {"id": "union", "name": "the union", "kind": "union"},
        {"id": "boss", "name": "the boss", "kind": "employer"},
        {"id": "fund", "name": "the fund", "kind": "government"},
        {"id": "post", "name": "the Post", "kind": "press"},
    ],
    "documents": [{"id": "paper", "title": "Paper", "publisher": "post"}],
    "figures": [{"id": "rpi", "title": "RPI", "value": "8%", "measures": "prices"}],
    "votes": [
        {"id": "lost", "title": "A vote", "held_by": "union", "date": "2023-03-10"}
        | {"carried": "no", "options": OPTIONS, "turnout": "70%"},
        {"id": "won", "title": "A vote", "held_by": "union", "date": "2023-03-10"}
        | {"carried": "yes"},
        {"id": "open", "title": "A vote", "held_by": "union", "date": "2023-12"},
    ],
}
EVIDENCE = {"evidence": [{"document": "paper", "at": "page 1"}]}


def read_yaml(text: str) -> Any:
    """Return a YAML mapping with all of its values as texts."""
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes only texts


def sheet_of(asks: str, *answers: str, as_of: str = "2023-06-30", **more: Any) -> Sheet:
    """Return the sheet of one demand and some answers, each in YAML: `KEYS | KEYS of the record`."""
    concessions = []
    for place, text in enumerate(answers):
        terms, _, keys = text.partition(" | ")
        made = {"id": f"c{place}", "title": f"Answer {place}", "made_by": "boss"}
        made |= {"date": "2023-01", **EVIDENCE, **read_yaml(f"{{{keys}}}")}
        if made["evidence"] == "none":
            del made["evidence"]
        answer = {"demand": "asked", **read_yaml(f"{{{terms}}}")}
        concessions.append({**made, "answers": [answer]})
    demand = {"id": "asked", "title": "Tea", "made_by": "union", "made_to": "boss", **EVIDENCE}
    asked = read_yaml(f"{{{asks}}}")
    whole = {**BESIDE, **more, "demands": [{**demand, "asks": asked}], "concessions": concessions}
    return compose(score(dispute(json.dumps(whole)), as_of=as_of))


def said(asks: str, *answers: str, **more: Any) -> str:
    """Return the line of the answer to one demand, without marks."""
    (row,) = sheet_of(asks, *answers, **more).rows
    return plain(row.answer).removesuffix(str(row.marks)).strip()


LINES = [
    # What was given, without a figure and with one.
    ("", "kind: refusal", "No. The boss refused."),
    ("", "kind: worsening", "No. The boss made this worse."),
    (
        "at_most: 35 hours, baseline: 35 hours",
        "kind: worsening, gives: {to: 37 hours}",
        "No. The boss made this worse: 37 hours.",
    ),
    ("", "kind: nothing-offered", "No. The boss offered nothing on this."),
    ("", "kind: talks", "No. The boss offered only talks, with nothing firm in them."),
    (
        "",
        "kind: talks, says: The boss set up a committee",
        "No. The boss set up a committee, but with nothing firm offered.",
    ),
    (
        "",
        "kind: assurance",
        "Some movement. The boss stated this as an aim, but with no guarantee.",
    ),
    (
        "more: 5%",
        "kind: assurance, gives: {more: 5%}",
        "Some movement. The boss spoke of 5%, but with no guarantee.",
    ),
    (
        "",
        "kind: permission",
        "Some movement. The boss allowed this, but that is not required.",
    ),
    ("", "kind: offer", "Some movement. The boss offered this, but that has not been agreed."),
    ("", "kind: under-way", "Some movement. The boss began this, but that is not complete."),
    ("", "kind: agreed", "Yes. The boss agreed to this."),
    ("", "kind: in-force", "Yes. The boss did this."),
    ("more: 5%", "kind: in-force, gives: {more: 5%}", "Yes. The boss gave 5%."),
    (
        "at_least: £15/hour, period: 2023/24",
        "kind: agreed, gives: {to: £15/hour, period: 2023/24}",
        "Yes. The boss agreed to £15 an hour for 2023/24.",
    ),
    (
        "more: 5%, period: 2023/24",
        "kind: agreed, gives: {more: 5%, period: 2023/24, starts: 2024-01-01}",
        "Yes. The boss agreed to 5% for 2023/24, from 1 January 2024.",
    ),
    (
        "more: 5%",
        "kind: agreed, says: The boss signed, gives: {more: 5%, starts: 2024-01-01}",
        "Yes. The boss signed (from 1 January 2024).",
    ),
    (
        "more: 8%",
        "kind: agreed, gives: {stages: [{more: 2%, starts: 2023-02}, {more: 6%, starts: 2024-04}]}",
        "Yes. The boss agreed to 2% from February 2023 and 6% (from April 2024).",
    ),
    (
        "more: 8%",
        "kind: agreed, says: The boss signed, gives: {stages: [{more: 2%, starts: 2023-02}, "
        "{more: 6%, starts: 2024-04}]}",
        "Yes. The boss signed (still to come: 6% (from April 2024)).",
    ),
    (
        "more: figure rpi + 2%",
        "kind: offer, gives: {more: figure rpi}",
        "Some movement. The boss offered RPI (8%), but that has not been agreed.",
    ),
    (
        "lasting: yes",
        "kind: agreed, gives: {starts: 2024-04}",
        "Yes. The boss agreed to this (from April 2024).",
    ),
    (
        "more: 10%, period: 2022/23",
        "kind: agreed, gives: {stages: [{more: 6%, period: 2022/23, starts: 2022-04}, "
        "{more: 6%, period: 2023/24, starts: 2023-04}]}",
        "In part. The boss agreed to 6% for 2022/23 and 6% for 2023/24, but that is 6% for 2022/23, less "
        "than the 10% asked for.",
    ),
    (
        "more: 14%",
        "kind: in-force, gives: {more: 10% to 20%}",
        "In part. The boss gave 10% to 20%, but that can be relied on only as 10%, less than the 14% asked for.",
    ),
    (
        "at_least: £15/hour, baseline: £12/hour",
        "kind: in-force, gives: {more: £1/hour}",
        "Some movement. The boss gave £1 an hour, but that is £13 an hour, less than half of the way to "
        "the £15 an hour asked for.",
    ),
    (
        "more: 5%, lasting: yes",
        "kind: agreed, gives: {more: 5%, ends: 2025-12-31}",
        "Some movement. The boss agreed to 5%, until 31 December 2025, but only until then.",
    ),
    (
        "due: 2023-02",
        "kind: assurance, gives: {starts: 2023-05}",
        "Some movement. The boss stated this as an aim, but with no guarantee.",
    ),
    (
        "direction: down, measure: staff, baseline: 100 people",
        "kind: in-force, gives: {to: under 100 people}",
        "Yes. The boss gave under 100 people.",
    ),
    (
        "at_least: £15/hour, baseline: £12/hour",
        "kind: worsening, gives: {to: £12/hour}",
        "No. The boss made this worse: £12 an hour.",
    ),
    # 5% does not stand in 15%.
    (
        "more: 20%",
        "kind: agreed, says: The boss took back 15%, gives: {more: 5%}",
        "Some movement. The boss took back 15%, but that is 5%, less than half of the 20% asked for.",
    ),
    # Every rule.
    (
        "more: 5%",
        "kind: agreed, gives: {less: 1%}",
        "No. The boss agreed to 1% less, but that goes the other way.",
    ),
    (
        "",
        "kind: in-force, restates: the rule of 2016",
        "No. The boss did this, but that repeats what had been said before.",
    ),
    (
        "",
        "kind: in-force, owed_to: a law",
        "No. The boss did this, but that came from a law, not from this dispute.",
    ),
    (
        "",
        "kind: assurance, caveat: where possible",
        "No. The boss stated this as an aim, but that leaves a way out (“where possible”).",
    ),
    (
        "",
        "kind: assurance, caveat: where possible, says: The boss will do it “where possible”",
        "No. The boss will do it “where possible”, but that leaves a way out.",
    ),
    (
        "",
        "kind: assurance, caveat: where possible, restates: the rule",
        "No. The boss stated this as an aim, but that repeats what had been said before and leaves a "
        "way out (“where possible”).",
    ),
    (
        "more: 5%, period: 2022/23",
        "kind: agreed, gives: {more: 5%, period: 2023/24}",
        "No. The boss agreed to 5% for 2023/24, but not for 2022/23.",
    ),
    (
        "more: £500, basis: consolidated",
        "kind: agreed, gives: {more: £500, basis: non-consolidated}",
        "No. The boss agreed to a one-off payment of £500, but that is not added to basic pay.",
    ),
    (
        "",
        "kind: agreed, gives: {instead: a hat}",
        "No. The boss agreed to a hat, but that is not what was asked for.",
    ),
    (
        "",
        "kind: in-force | made_by: fund",
        "No. The fund did this, but that came from the fund, not from the boss.",
    ),
    (
        "",
        "kind: agreed | withdrawn: 2023-03",
        "No. The boss agreed to this, but that was taken back in March 2023.",
    ),
    (
        "",
        "kind: agreed, gives: {ends: 2023-03}",
        "No. The boss agreed to this, but that ended in March 2023.",
    ),
    (
        "",
        "kind: offer | accepted_by: lost",
        "Some movement. The boss offered this, but that was rejected in a vote on 10 March 2023 (39% for, "
        "61% against).",
    ),
    (
        "",
        "kind: agreed, subject_to: a law",
        "Some movement. The boss agreed to this, but that depends on a law.",
    ),
    ("more: 5%", "kind: agreed", "Some movement. The boss agreed to this, but with no figure."),
    (
        "lasting: yes",
        "kind: agreed, gives: {ends: 2024-12}",
        "Some movement. The boss agreed to this, but only until the end of December 2024.",
    ),
    (
        "lasting: yes",
        "kind: assurance, gives: {ends: 2024}",
        "Some movement. The boss stated this as an aim, but with no guarantee and only until the end of "
        "2024.",
    ),
    (
        "more: 10%",
        "kind: agreed, gives: {more: 6%}",
        "In part. The boss agreed to 6%, but that is less than the 10% asked for.",
    ),
    (
        "more: 10%",
        "kind: agreed, gives: {more: 4%}",
        "Some movement. The boss agreed to 4%, but that is less than half of the 10% asked for.",
    ),
    (
        "more: 10%",
        "kind: agreed, says: The boss agreed to little, gives: {more: 4%}",
        "Some movement. The boss agreed to little, but that is 4%, less than half of the 10% asked for.",
    ),
    (
        "at_least: £15/hour",
        "kind: agreed, gives: {to: £11/hour}",
        "Some movement. The boss agreed to £11 an hour, but that is not the £15 an hour asked for.",
    ),
    (
        "",
        "kind: agreed, gives: {reaches: cooks}",
        "In part. The boss agreed to this, but only for cooks.",
    ),
    (
        "",
        "kind: agreed, gives: {share_reached: 40%}",
        "Some movement. The boss agreed to this, but only for 40% of those it was asked for.",
    ),
    (
        "",
        "kind: offer, gives: {share_reached: 40%}",
        "Some movement. The boss offered this, but only for 40% of those it was asked for, and it has not "
        "been agreed.",
    ),
    (
        "",
        "kind: agreed, in_return: a Sunday",
        "In part. The boss agreed to this, but only in return for a Sunday.",
    ),
    (
        "due: 2022-12",
        "kind: in-force",
        "In part. The boss did this, but that came in January 2023, after the day asked for (December "
        "2022).",
    ),
    (
        "due: 2023-03",
        "kind: agreed",
        "In part. The boss agreed to this, but that is not in place, and the day asked for (March 2023) "
        "has passed.",
    ),
    (
        "",
        "kind: agreed | evidence: none",
        "Some movement. The boss agreed to this, but that has no source on record.",
    ),
    # What stands beside the answer.
    (
        "due: 2024-03-31",
        "kind: offer",
        "Some movement (not due until 31 March 2024). The boss offered this, but that has not been agreed.",
    ),
]


@pytest.mark.parametrize(("asks", "answer", "line"), LINES)
def test_an_answer_is_told_in_a_sentence(asks: str, answer: str, line: str) -> None:
    """What was given comes first, by its maker, and behind “but” what counts against it."""
    assert said(asks, answer) == line


def test_every_rule_is_seen_on_a_sheet() -> None:
    """The lines above, and the one below of what was replaced, hold the words of every rule."""
    seen = {"replaced"}
    for asks, answer, _ in LINES:
        (row,) = sheet_of(asks, answer).rows
        seen |= {reason.rule for pair in row.result.pairs for reason in pair.reasons}
    assert seen == set(map(rule_id, RULES))


@pytest.mark.parametrize(
    ("asks", "answers", "line"),
    [
        # Readers ask “but what about …?”.
        (
            "more: 5%, period: 2022/23",
            (
                "kind: refusal",
                "kind: permission, gives: {more: 4%, period: 2023/24} | date: 2023-02",
            ),
            "No. The boss refused. The boss allowed 4% for 2023/24, but not for 2022/23.",
        ),
        # A refusal that stands is never left off.
        (
            "",
            ("kind: in-force, gives: {reaches: cooks}", "kind: refusal | date: 2023-02"),
            "In part. The boss did this, but only for cooks. The boss refused.",
        ),
        # What was replaced is in the report.
        (
            "more: 10%",
            (
                "kind: offer, gives: {more: 9%}",
                "kind: offer, gives: {more: 5%} | date: 2023-02",
            ),
            "Some movement. The boss offered 5%, but that has not been agreed.",
        ),
        # What everybody said alike is said once.
        (
            "",
            ("kind: talks", "kind: talks | date: 2023-02"),
            "No. The boss offered only talks, with nothing firm in them.",
        ),
    ],
)
def test_one_more_answer_is_named(asks: str, answers: tuple[str, ...], line: str) -> None:
    """Beside the answer that counts stands one more, where it would be missed."""
    assert said(asks, *answers) == line


def test_what_was_replaced_says_so() -> None:
    """An offer that another took the place of is told with the day."""
    (row,) = sheet_of("", "kind: offer", "kind: offer | date: 2023-02").rows
    replaced = row.result.pairs[-1].lowest[0]
    assert replaced.clause == "that was replaced in February 2023"


# Who tells of it ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("voice", "mark"),
    [
        # The press is nobody's side; the boss's own words are their own; the union is another side.
        ("{document: paper, at: page 1}", "[1]"),
        ("{document: paper, at: page 1, quoting: boss}", "[1]"),
        ("{document: paper, at: page 1, quoting: union}", "[1]†"),
    ],
)
def test_what_only_another_side_tells_is_marked(voice: str, mark: str) -> None:
    """A dagger stands where nobody on its maker's side, and nobody on no side, tells of an act."""
    sides = {"union": "union", "boss": "boss"}
    parties = [
        party | ({"side": sides[party["id"]]} if party["id"] in sides else {})
        for party in BESIDE["parties"]
    ]
    page = sheet_of("", f"kind: refusal | evidence: [{voice}]", parties=parties)
    assert str(page.rows[0].marks) == mark
    assert ("† Told by the union alone, not by those concerned." in page.notes) is mark.endswith(
        "†"
    )


# Parts, members and pay points ------------------------------------------------------------------------


def test_many_parts_are_counted_and_the_best_is_told() -> None:
    """A demand of more than three parts takes no more than a few lines."""
    parts = [{"id": f"p{place}", "title": f"Part {place}"} for place in range(1, 5)]
    demand = {"id": "all", "title": "All", "made_by": "union", "made_to": "boss", "parts": parts}
    made = {"id": "c", "title": "Deal", "made_by": "boss", "date": "2023-01", **EVIDENCE}
    answers = [{"demand": "p1", "kind": "agreed"}, {"demand": "p2", "kind": "refusal"}]
    whole = {**BESIDE, "demands": [demand], "concessions": [{**made, "answers": answers}]}
    (row,) = compose(score(dispute(json.dumps(whole)))).rows
    assert plain(row.answer) == (
        "In part. Of its 4 parts: 1 Yes, 1 No, 2 No response recorded. The best: The boss agreed to "
        "this. [1]"
    )


def test_members_are_told_by_their_answers() -> None:
    """Of the members of the party that was asked the sheet says who answered how."""
    members = ["alpha", "beta", "gamma", "delta"]
    parties = [
        *(
            {**each, "members": members} if each["id"] == "boss" else each
            for each in BESIDE["parties"]
        ),
        *({"id": name, "name": name.capitalize(), "kind": "employer"} for name in members),
    ]
    answers = ("kind: agreed | made_by: alpha", "kind: refusal | made_by: beta")
    answers += ("kind: refusal | made_by: gamma",)
    assert said("", *answers, parties=parties) == (
        "In part. Of the 4 named, three answered: Yes from Alpha; No from Beta and Gamma. Alpha agreed "
        "to this."
    )


def test_shares_at_pay_points_are_told_from_the_lowest_to_the_highest() -> None:
    """A flat sum is a larger share of a rise in percent where pay is lower."""
    points = [
        {"id": "low", "title": "the lowest grade", "value": "£20,000/year"},
        {"id": "high", "title": "the highest grade", "value": "£50,000/year"},
    ]
    line = said("more: 10%", "kind: agreed, gives: {more: '£1,000/year'}", pay_points=points)
    assert line == (
        "In part. The boss agreed to £1,000 a year. That is between 20% of what was asked for (the "
        "highest grade) and 50% (the lowest grade)."
    )


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (
            ["kind: agreed, gives: {more: '£1,000/year'}, withdrawn: 2023-03"],
            "No. The boss agreed to £1,000 a year, but that was taken back in March 2023. That is between "
            "20% of what was asked for (the highest grade) and 50% (the lowest grade).",
        ),
        (
            ["kind: offer, gives: {more: '£1,000/year'}"],
            "Some movement. The boss offered £1,000 a year, but that has not been agreed. That is between "
            "20% of what was asked for (the highest grade) and 50% (the lowest grade).",
        ),
        (
            ["kind: agreed, gives: {more: 10%}, for: [low]", "kind: refusal, for: [high]"],
            "In part. The boss agreed to 10% (the lowest grade). The boss refused (the highest grade).",
        ),
        (
            ["kind: agreed, gives: {more: 10%}, for: [low]"],
            "In part. The boss agreed to 10%. No answer is on record for the highest grade.",
        ),
    ],
)
def test_at_pay_points_the_reasons_are_told_and_who_got_what(answers: list[str], told: str) -> None:
    """What counts against an answer at pay points stands beside it, but for what the shares tell."""
    points = [
        {"id": "low", "title": "the lowest grade", "value": "£20,000/year"},
        {"id": "high", "title": "the highest grade", "value": "£50,000/year"},
    ]
    assert said("more: 10%", *answers, pay_points=points) == told


def test_what_a_stranger_gave_is_no_answer_of_a_member() -> None:
    """Who is no member of the party that was asked does not count among those who answered."""
    parties = [
        *(
            {**each, "members": ["alpha", "beta"]} if each["id"] == "boss" else each
            for each in BESIDE["parties"]
        ),
        *(
            {"id": name, "name": name.capitalize(), "kind": "employer"}
            for name in ("alpha", "beta")
        ),
        {"id": "stranger", "name": "a stranger", "kind": "other"},
    ]
    answers = ("kind: agreed | made_by: alpha", "kind: agreed | made_by: stranger")
    assert said("", *answers, parties=parties) == (
        "In part. Of the 2 named, one answered: Yes from Alpha. Alpha agreed to this."
    )


# The head -------------------------------------------------------------------------------------------


def card_of(*statuses: str, **keys: Any) -> Scorecard:
    """Return a scorecard of demands with these answers; "" for none."""
    demands, concessions = [], []
    for place, kind in enumerate(statuses):
        name = f"d{place}"
        title = f"Demand {place}"
        demands.append(
            {"id": name, "title": title, "made_by": "union", "made_to": "boss", **EVIDENCE}
        )
        if kind:
            made = {"id": f"c{place}", "title": "Deal", "made_by": "boss", "date": "2023-01"}
            answer = {"demand": name, "kind": kind}
            concessions.append({**made, **EVIDENCE, "answers": [answer]})
    whole = {**BESIDE, "demands": demands, **keys}
    if concessions:
        whole["concessions"] = concessions
    return score(dispute(json.dumps(whole)), as_of="2023-06-30")


@pytest.mark.parametrize(
    ("kinds", "fared"),
    [
        (("agreed",), "made 1 demand of the boss. It was met."),
        (("refusal",), "made 1 demand of the boss. It was not met."),
        (("offer",), "made 1 demand of the boss. There was some movement."),
        (("",), "listed 1 demand of the boss. No answer to it is on record."),
        (("", ""), "listed 2 demands of the boss. No answer to any of them is on record."),
        (("agreed", "agreed"), "made 2 demands of the boss. All were met."),
        (("refusal", "refusal"), "made 2 demands of the boss. None was met."),
        (
            ("refusal", "offer", ""),
            "made 3 demands of the boss. None was met; on one there was some movement; to one no answer is "
            "on record.",
        ),
        (
            ("agreed", "agreed", "refusal"),
            "made 3 demands of the boss. Two were met.",
        ),
    ],
)
def test_the_headline_counts_all_demands(kinds: tuple[str, ...], fared: str) -> None:
    """How the demands fared is said in a sentence, the best first."""
    assert compose(card_of(*kinds)).headlines == (f"The union {fared}",)


def test_the_headline_goes_by_who_asked_whom() -> None:
    """What one party got is not told as another's, and many that nobody answered are told as one."""
    more = [
        {"id": f"x{place}", "title": "X", "made_by": maker, "made_to": to, **EVIDENCE}
        for place, (maker, to) in enumerate([("fund", "boss"), ("post", "boss"), ("fund", "union")])
    ]
    first = {"id": "d", "title": "D", "made_by": "union", "made_to": "boss", **EVIDENCE}
    made = {"id": "c", "title": "Deal", "made_by": "boss", "date": "2023-01", **EVIDENCE}
    answered = {**made, "answers": [{"demand": "d", "kind": "agreed"}]}
    whole = {**BESIDE, "demands": [first, *more], "concessions": [answered]}
    assert compose(score(dispute(json.dumps(whole)))).headlines == (
        "The union made 1 demand of the boss. It was met.",
        "No answer to 3 more demands, of the fund and the Post, is on record.",
    )


def test_before_the_first_demand_the_sheet_says_when_that_was() -> None:
    """On an early day there is nothing to count, and the reader is told which day to ask for."""
    card = score(dispute(LIBRARY), as_of="2019")
    assert compose(card).headlines == ("No demand was on record. The first is of January 2020.",)


def test_three_demands_that_nobody_answered_are_told_once() -> None:
    """Of a group without any response the sheet says so once, and then lists what was asked."""
    page = render(card_of("", "", ""))
    assert page.count("No response recorded** to any of these 3 demands. [1]") == 1
    assert "\n1. Demand 0\n2. Demand 1\n3. Demand 2\n" in page


def test_a_demand_that_was_dropped_says_so_among_those_that_nobody_answered() -> None:
    """Where a group is told once, a demand that its side gave up is marked all the same."""
    demands = [
        {"id": f"d{place}", "title": f"Demand {place}", "made_by": "union", "made_to": "boss"}
        | EVIDENCE
        for place in range(3)
    ]
    demands[1] |= {"dropped": "2023-02"}
    page = render(score(dispute(json.dumps({**BESIDE, "demands": demands})), as_of="2023-06-30"))
    assert "\n2. Demand 1 (dropped by the union in February 2023)\n3. Demand 2\n" in page
    assert "No response recorded 3; dropped: demand 2." in page


def test_a_part_that_the_policy_changes_is_named() -> None:
    """A changed part is a changed answer on the sheet, though that of the whole stays as it was."""
    parts = [{"id": "tea", "title": "Tea"}, {"id": "pay", "title": "Pay", "asks": {"more": "6%"}}]
    demand = {"id": "all", "title": "Both", "made_by": "union", "made_to": "boss", "parts": parts}
    answers = [
        {"demand": "tea", "kind": "agreed"},
        {"demand": "pay", "kind": "agreed", "gives": {"more": "3%"}},
    ]
    made = {"id": "c", "title": "Deal", "made_by": "boss", "date": "2023-01", **EVIDENCE}
    whole = {**BESIDE, "demands": [demand], "concessions": [{**made, "answers": answers}]}
    page = compose(score(dispute(json.dumps(whole)), policy="strict"))
    assert "By the usual rules “Pay” of demand 1 would be “In part”." in page.notes


# Ballots, and what is open --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vote", "line"),
    [
        (
            "lost",
            "Answer 0: rejected in a vote of the union on 10 March 2023 (39% for, 61% against and turnout "
            "70%). ",
        ),
        ("won", "Answer 0: accepted in a vote of the union on 10 March 2023. "),
        ("open", "Answer 0: a vote of the union is to come (December 2023). "),
    ],
)
def test_a_ballot_on_an_offer_has_a_line(vote: str, line: str) -> None:
    """How an offer fared in a ballot is told, with its shares, and that a ballot is to come."""
    page = sheet_of("", f"kind: offer | accepted_by: {vote}")
    assert [plain(each) for each in page.ballots] == [line.strip()]


@pytest.mark.parametrize(
    ("asks", "answer", "told"),
    [
        ("", "kind: talks", "Still open: talks (demand 1)."),
        ("", "kind: offer", "Still open: an offer not yet agreed (demand 1)."),
        ("", "kind: offer | accepted_by: lost", ""),
        ("", "kind: under-way", "Still open: what has begun (demand 1)."),
        ("", "kind: agreed", ""),
        (
            "",
            "kind: agreed, gives: {starts: 2024-01}",
            "Still open: what is agreed and still to come (demand 1).",
        ),
        # What is offered or begun is not agreed.
        (
            "",
            "kind: offer, gives: {starts: 2024-01}",
            "Still open: an offer not yet agreed (demand 1).",
        ),
        ("", "kind: offer, gives: {starts: 2024-01} | accepted_by: lost", ""),
        (
            "lasting: yes",
            "kind: agreed, gives: {ends: 2024}",
            "Still open: terms held until the end of 2024 (demand 1).",
        ),
        ("", "kind: offer | withdrawn: 2023-02", ""),
    ],
)
def test_what_is_open_is_told_by_the_numbers_of_demands(asks: str, answer: str, told: str) -> None:
    """Talks, offers, what is begun, still to come or held until a day is told in a line."""
    assert sheet_of(asks, answer).still_open == told


# Links ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("https://a.b/c", "1. The Post, [“Paper”](<https://a.b/c>)"),
        ("javascript:alert(1)", "1. The Post, “Paper” (javascript:alert(1))"),
        ("Box 4 of the archive", "1. The Post, “Paper” (Box 4 of the archive)"),
        ("www.a.b/c", "1. The Post, “Paper” (www<!-- -->.a.b/c)"),
    ],
)
def test_only_an_address_of_the_web_is_a_link(address: str, line: str) -> None:
    """A document's title leads to where it can be read on the web; any other place stands beside it."""
    documents = [{"id": "paper", "title": "Paper", "publisher": "post", "address": address}]
    assert line in render(card_of("agreed", documents=documents)).splitlines()


# What always holds ----------------------------------------------------------------------------------


DAYS = st.dates(datetime.date(2021, 6, 1), datetime.date(2024, 6, 1))


@given(disputes(), DAYS, st.sampled_from(sorted(POLICIES)))
def test_every_demand_and_source_is_on_the_sheet(whole: Dispute, day: Any, policy: str) -> None:
    """Each demand has its number, title and answer, and each mark its source."""
    page = compose(score(whole, as_of=day, policy=policy))
    assert [row.number for row in page.rows] == list(range(1, len(page.card.results) + 1))
    assert sorted(row.id for row in page.rows) == sorted(one.id for one in page.card.results)
    marks = {number for row in page.rows for number in row.marks.numbers}
    assert marks <= set(page.sources.numbers.values())
    assert sorted(page.sources.numbers.values()) == list(range(1, len(page.sources.numbers) + 1))
