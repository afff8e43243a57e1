"""The scoresheet says everything that was recorded and computed, in sentences that can be read."""

import pytest

from pcs_scorecard import POLICIES, Dispute, Scorecard, render, score
from pcs_scorecard.reading.reader import read

LIBRARY = """
title: Library dispute of 2020
summary: Five demands of an invented union.
parties:
  - {id: readers, name: Readers' Union, kind: union}
  - {id: library, name: City Library, kind: employer}
  - {id: post, name: Evening Post, kind: press}
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

Five demands of an invented union.

As of 30 June 2020. Policy: strict (partly met from a share of 2/3; late delivery is at best “No”; significant is 2/3 of the demands).

5 demands: 0 Yes, 1 In part, 1 Some movement, 2 No, 1 No response recorded.

Beside the standard policy it changes demand 1 from “In part” to “Some movement”; demand 3 from “In part” to “No”.

## Summary

| Item | Asked | Given | Share | Answer |
| --- | --- | --- | --- | --- |
| 1 | 6% for 2020/21 | Letter on pay: 3% more, for 2020/21 (agreed) | 50% | Some movement |
| 2 | A shorter week and a place to rest | see its 2 parts | – | In part |
| 3 | Windows that open | Windows mended: in force | – | No |
| 4 | A staff canteen | Canteen refused: refusal | – | No |
| 5 | New uniforms | – | – | No response recorded |

## The demands, one by one

1. 6% for 2020/21:
   **Some movement.** Letter on pay (City Library, March 2020): 3% was given and 6% was asked for: 50% of it.

   - Asked by Readers' Union, of City Library, January 2020: 6% more, for 2020/21. Reported by Readers' Union (claim, item 1: “six per cent”).
   - It would be “In part” if at least 4% was given.
   - Reported by City Library (letter, paragraph 1: “three per cent”). About the date: The letter names no day.
   - Does not count: Talks on pay (City Library, 4 May 2020): There is nothing firm in it. Reported by Evening Post, quoting City Library (report, column 1).

2. A shorter week and a place to rest:
   **In part.** Of its 2 parts: 1 Yes, 1 No response recorded.

   - Asked by Readers' Union, of City Library, January 2020. Reported by Readers' Union (claim, item 2).
   - A shorter week (asked: at most 35 hours/week, from 37 hours/week): Yes. Agreement on the week (City Library, 4 May 2020): 35 hours/week (agreed), and no rule lowers it.
   - A shorter week: Reported by Evening Post (report, column 2).
   - A room to rest in: No response recorded. No record answers this part.

3. Windows that open:
   **No.** Windows mended (City Library, March 2020): It came in March 2020, after the day asked for (February 2020).

   - Asked by Readers' Union, of City Library, January 2020: due by February 2020. Reported by Readers' Union (claim, item 3).
   - Reported by Evening Post, quoting City Library (report, column 2: “now they open”); by Readers' Union (claim, postscript).

4. A staff canteen:
   **No.** Canteen refused (City Library, 2 March 2020): City Library refused.

   - Asked by Readers' Union, of City Library, January 2020. Reported by Readers' Union (claim, item 4).
   - Dropped by the side that made it, April 2020.
   - It would be “Some movement” if City Library made an offer.
   - Reported by City Library (letter, paragraph 2).

5. New uniforms:
   **No response recorded.** No record answers this demand.

   - Asked by Readers' Union, of City Library, 1 June 2020. Reported in no document on record.

## Never demanded

What was given though nobody had demanded it, and what was said or refused about it. It answers none of the demands and counts for none.

Money for tea (City Library, 5 May 2020, printed “5 March”):

- £50 more, non-consolidated, reaching staff at the counter (permission).
- Its maker can leave it at will: while money lasts.
- Wanted in return: washing up.
- Cups are lent. Reported by City Library (letter, paragraph 3).
- Reported in no document on record. About the date: It answers a letter of April.

## Agreement with published verdicts

Published verdicts are never used to compute a status. Of several by one rater on a demand the last one counts.

Evening Post: 1 of 2 agrees with the status computed here (50%). By chance (2 × 1) / 2² = 1/2 would, so Cohen's kappa is (1/2 - 1/2) / (1 - 1/2) = 0.

| Demand | Date | Published | As printed | Computed | Why they differ | Reported |
| --- | --- | --- | --- | --- | --- | --- |
| 6% for 2020/21 | 10 June 2020 | No | “No deal.” | Some movement | no cause is recorded or found | Reported in no document on record. |
| A staff canteen | 10 June 2020 | No | “None.” | No | – | Reported in no document on record. |

## Parties

| Name | Capacity | Who is meant |
| --- | --- | --- |
| Readers' Union | union | – |
| City Library | employer | – |
| Evening Post | press | – |

## Documents

| Name here | Title | Publisher | Date | Notes |
| --- | --- | --- | --- | --- |
| claim | Our claim | Readers' Union | January 2020 | – |
| letter | Letter to staff | City Library | 2 March 2020 | – |
| report | What the library gave | Evening Post | – | – |

## Rules

Every rule is a ceiling: it lowers an answer to at most the status it names, and the best answer sets the status of its demand. These lowered an answer on this sheet, each with the ceilings that it set:

- refusal (“No”): It was refused, in words or by deed.
- talks (“No”): Only talks, a committee or a review were offered, with no term in them.
- shortfall (“Some movement”): Less was given than was asked for.
- late (“No”): It, or a stage of it that counts, takes effect certainly after the demand's due date.
"""


def dispute(source: str) -> Dispute:
    """Return the dispute in a YAML text that has no problem."""
    reading = read([("dispute.yaml", source.encode())], "dispute")
    made, problems = reading.dispute, reading.problems
    assert made, "\n".join(map(str, problems))
    return made


def test_the_whole_sheet_is_as_typed_here() -> None:
    """Parts, a dropped demand, what nobody demanded, verdicts and changed rows are all told."""
    card = score(dispute(LIBRARY), as_of="2020-06", policy=POLICIES["strict"])
    assert render(card) == SHEET


SMALL = """
title: A small dispute
parties:
  - {id: staff, name: Staff, kind: union}
  - {id: firm, name: Firm, kind: employer}
  - {id: post, name: Evening Post, kind: press}
documents: [{id: report, title: Report, publisher: post}]
demands:
"""


def card_of(demands: str, records: str = "", *, policy: str = "standard", **day: str) -> Scorecard:
    """Return the scorecard of some demands, given as YAML mappings, and further sections."""
    lines = [f"  - {{made_by: staff, made_to: firm, {line}}}" for line in demands.split("\n")]
    return score(dispute(SMALL + "\n".join(lines) + "\n" + records), policy=POLICIES[policy], **day)


def given(*concessions: str) -> str:
    """Return the section of some concessions, given as the inside of YAML mappings."""
    made = "made_by: firm, evidence: [{document: report, at: item 1}]"
    return "concessions:\n" + "\n".join(f"  - {{{made}, {line}}}" for line in concessions)


def answer(demand: str, kind: str = "agreed", gives: str = "") -> str:
    """Return an answer of 1 June 2020 to one demand, as the inside of a YAML mapping."""
    terms = f", gives: {{{gives}}}" if gives else ""
    return (
        f"id: to-{demand}, title: Letter, date: 2020-06-01, "
        f"answers: [{{demand: {demand}, kind: {kind}{terms}}}]"
    )


def test_a_single_demand_is_counted_in_the_singular() -> None:
    """The tally counts every status, and says of how many demands."""
    sheet = render(card_of("id: tea, title: Tea", given(answer("tea"))))
    assert "\n1 demand: 1 Yes, 0 In part, 0 Some movement, 0 No, 0 No response recorded.\n" in sheet


def test_a_sheet_from_before_all_demands_has_none() -> None:
    """On a day before the first demand the sheet has its form, and nothing in it."""
    sheet = render(card_of("id: tea, title: Tea, date: 2020-01", as_of="2019"))
    assert (
        "\n0 demands: 0 Yes, 0 In part, 0 Some movement, 0 No, 0 No response recorded.\n" in sheet
    )
    assert (
        "\n| Item | Asked | Given | Share | Answer |\n| --- | --- | --- | --- | --- |\n\n" in sheet
    )
    assert sheet.endswith("\n- none\n")


def test_the_standard_policy_names_no_changed_rows() -> None:
    """By the standard policy nothing is said of changes, since there can be none."""
    assert "The policy" not in render(card_of("id: tea, title: Tea", given(answer("tea"))))


def test_a_policy_that_changes_nothing_says_so() -> None:
    """By another policy that gives the same statuses the sheet says that they are the same."""
    sheet = render(card_of("id: tea, title: Tea", given(answer("tea")), policy="strict"))
    assert "\nThe policy changes no status: the standard policy gives the same.\n" in sheet


def test_a_part_that_the_policy_changes_is_named() -> None:
    """A changed part is a changed row, though the status of the whole demand stays as it was."""
    parts = "parts: [{id: tea, title: Tea}, {id: pay, title: Pay, asks: {more: 6%}}]"
    answers = given(answer("tea"), answer("pay", gives="more: 3%"))
    sheet = render(card_of(f"id: all, title: Both, {parts}", answers, policy="strict"))
    assert "\n   **In part.** Of its 2 parts: 1 Yes, 1 Some movement.\n" in sheet
    change = "“Pay” of demand 1 from “In part” to “Some movement”"
    assert f"\nBeside the standard policy it changes {change}.\n" in sheet


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("lasting: no", ""),
        ("lasting: yes", ": to last"),
        ("direction: up, measure: cups, lasting: yes", ": up, measured by cups, to last"),
        ("more: 3 cups, lasting: yes", ": 3 cups more, to last"),
        ("less: £2, basis: consolidated, due: 2021", ": £2 less, consolidated, due by 2021"),
        (
            "at_most: 8 cups per pot, baseline: 9 cups per pot",
            ": at most 8 cups per pot, from 9 cups per pot",
        ),
        ("at_least: £9/hour, period: 2021/22", ": at least £9/hour, for 2021/22"),
    ],
)
def test_the_terms_of_a_demand_are_told_with_who_asked(asks: str, told: str) -> None:
    """What was asked for is said in words, and nothing is added where only the thing was asked."""
    sheet = render(card_of(f"id: tea, title: Tea, asks: {{{asks}}}", as_of="2020"))
    assert f"\n   - Asked by Staff, of Firm{told}. Reported in no document on record.\n" in sheet


def test_an_answer_as_good_as_the_best_is_told_too() -> None:
    """Where two answers meet a demand, the later one is the reason and the other is listed."""
    second = "id: again, title: Again, date: 2020-07, answers: [{demand: tea, kind: in-force}]"
    sheet = render(card_of("id: tea, title: Tea", given(second, answer("tea"))))
    assert "\n   **Yes.** Again (Firm, July 2020): in force, and no rule lowers it.\n" in sheet
    assert (
        "\n   - Also “Yes”: Letter (Firm, 1 June 2020): No rule lowers it. "
        "Reported by Evening Post (report, item 1).\n"
    ) in sheet


def test_every_rule_that_lowered_an_answer_is_explained_once() -> None:
    """The list of rules at the end holds those used, each once, in their fixed order."""
    demands = "id: tea, title: Tea\nid: pay, title: Pay\nid: rest, title: Rest"
    answers = given(answer("rest", "offer"), answer("tea", "refusal"), answer("pay", "refusal"))
    rules = render(card_of(demands, answers)).partition("\n## Rules\n")[2].splitlines()[3:]
    assert rules == [
        "- refusal (“No”): It was refused, in words or by deed.",
        "- offer (“Some movement”): It is offered, not agreed.",
    ]
