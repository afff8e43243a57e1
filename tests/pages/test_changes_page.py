"""The page of what changed: for members, every kind of change once, in the words of the sheet."""

from __future__ import annotations

import json

import pytest
from helpers.strategies import disputes
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import POLICIES, Changes, Dispute, changes, render, score
from pcs_scorecard.formats import LAID_OUT
from pcs_scorecard.reading.reader import read

FERRY = """
title: Ferry dispute of 2021
parties:
  - {id: crew, name: the Ferry Crew, kind: union, side: crew}
  - {id: line, name: the Ferry Line, kind: employer, side: line}
documents:
  - {id: bulletin, title: Bulletin, publisher: crew, date: 2021-01-10}
  - {id: letter, title: Letter to the crew, publisher: line, date: 2021-03-01}
  - {id: notice, title: Notice of June, publisher: line, date: 2021-06-01}
demands:
  - {id: rise, title: A rise of 6%, made_by: crew, made_to: line, date: 2021-01-10,
     asks: {more: 6%}, evidence: [{document: bulletin, at: item 1}]}
  - {id: berth, title: A quiet berth, made_by: crew, made_to: line, date: 2021-01-10,
     evidence: [{document: bulletin, at: item 2}]}
  - {id: whistle, title: A new whistle, made_by: crew, made_to: line, date: 2021-01-10,
     evidence: [{document: bulletin, at: item 3}]}
  - {id: lamp, title: A lamp on deck, made_by: crew, made_to: line, date: 2021-01-10,
     dropped: 2021-05-02, evidence: [{document: bulletin, at: item 4}]}
  - {id: rota, title: A rota a month ahead, made_by: crew, made_to: line, date: 2021-01-10,
     evidence: [{document: bulletin, at: item 5}]}
  - {id: kit, title: Boots and coats, made_by: crew, made_to: line, date: 2021-01,
     parts: [{id: boots, title: Boots}, {id: coats, title: Coats}],
     evidence: [{document: bulletin, at: item 6}]}
  - {id: tea, title: Tea on deck, made_by: crew, made_to: line, date: 2021-05,
     evidence: [{document: notice, at: line 1}]}
concessions:
  - {id: first, title: First letter, made_by: line, date: 2021-03-01,
     answers: [{demand: rise, kind: talks}, {demand: whistle, kind: agreed},
               {demand: lamp, kind: refusal}, {demand: rota, kind: offer},
               {demand: boots, kind: in-force}],
     evidence: [{document: letter, at: item 1}]}
  - {id: second, title: Offer of April, made_by: line, date: 2021-04-20, accepted_by: ballot,
     answers: [{demand: rise, kind: offer, gives: {more: 2%}},
               {demand: rota, kind: offer, says: The Ferry Line offered two weeks,
                gives: {instead: a rota two weeks ahead}},
               {demand: berth, kind: refusal}],
     evidence: [{document: bulletin, at: item 8}]}
  - {id: third, title: Offer of June, made_by: line, date: 2021-06-01,
     answers: [{demand: rise, kind: agreed, gives: {more: 4%}},
               {demand: whistle, kind: worsening}, {demand: coats, kind: talks},
               {demand: rota, kind: refusal, says: The Ferry Line will go no further.}],
     evidence: [{document: notice, at: item 2}]}
  - {id: meal, title: A meal, made_by: line, date: 2021-06-01,
     undemanded: {kind: in-force, gives: {more: £5, basis: non-consolidated}},
     evidence: [{document: notice, at: item 3}]}
  - {id: radio, title: No radio, made_by: line, date: 2021-06-01, undemanded: {kind: refusal},
     evidence: [{document: notice, at: item 4}]}
votes:
  - {id: ballot, title: Ballot, held_by: crew, date: 2021-05-20, carried: no,
     turnout: 70%, options: [{title: against, share: 80%}],
     evidence: [{document: bulletin, at: item 9}]}
"""

PAGE = """\
# Ferry dispute of 2021: what changed since 10 April 2021

**One answer got better, one answer got worse, one demand got a first answer, one answer changed in a part, one demand is new, one demand was dropped and one stayed the same.** Up to 1 June 2021.

Yes 1 → 0, In part 1 → 2, No 2 → 3.

## Better

- A rise of 6%: from No to **In part.** The Ferry Line agreed to 4%, but that is less than the 6% asked for. [1][2]

## Worse

- A new whistle: from Yes to **No.** The Ferry Line made this worse. [1][2]

## First answers

- A quiet berth: **No.** The Ferry Line refused. [1]†

## Changed in a part

- Boots and coats: Coats from No response recorded to No. The whole is still **In part.** [1] Boots: **Yes.** The Ferry Line did this. [3] Coats: **No.** The Ferry Line offered only talks, with nothing firm in them. [2]

## New demands

- Tea on deck (May 2021): **No response recorded.** [2]

## Dropped

- A lamp on deck: dropped by the Ferry Crew on 2 May 2021. The answer was **No.**

## Accepted or rejected

- Offer of April: rejected in a vote of the Ferry Crew on 20 May 2021 (80% against and turnout 70%). [1]

## Also new, though it changed no answer

- A rise of 6% (20 April 2021): The Ferry Line offered 2%, but that was replaced on 1 June 2021. [1]†
- A rota a month ahead (20 April 2021): The Ferry Line offered two weeks, but as a rota two weeks ahead, not what was asked for. [1]†
- The Ferry Line gave a one-off payment of £5 (1 June 2021). [2]
- A rota a month ahead (1 June 2021): The Ferry Line will go no further. [2]

## The same as before

- A rota a month ahead: **Some movement**

## How the answers came about

What is known only to the month or the year counts from its last day.

1. A rise of 6%:\x20\x20
   Asked on 10 January 2021; No since 1 March 2021; Some movement since 20 April 2021; In part since 1 June 2021.
2. A quiet berth:\x20\x20
   Asked on 10 January 2021; No since 20 April 2021.
3. A new whistle:\x20\x20
   Asked on 10 January 2021; Yes since 1 March 2021; No since 1 June 2021.
4. A lamp on deck:\x20\x20
   Asked on 10 January 2021; No since 1 March 2021; dropped on 2 May 2021.
5. A rota a month ahead:\x20\x20
   Asked on 10 January 2021; Some movement since 1 March 2021.
6. Boots and coats:\x20\x20
   Asked in January 2021; In part since 1 March 2021.
7. Tea on deck:\x20\x20
   Asked in May 2021.

## Sources

- [1] The Ferry Crew, “Bulletin” (10 January 2021)
- [2] The Ferry Line, “Notice of June” (1 June 2021)
- [3] The Ferry Line, “Letter to the crew” (1 March 2021)

† Told by the Ferry Crew alone, not by those concerned. “In part” means at least half, or all of it late. “Some movement” means less than half, or not certain. “No response recorded” means that no document here shows an answer. It is not a refusal, and the demand need not have been put.
"""


def dispute(source: str, name: str = "ferry") -> Dispute:
    """Return the dispute in a YAML text that has no problem."""
    reading = read([("dispute.yaml", source.encode())], name)
    made, problems = reading.dispute, reading.problems
    assert made, "\n".join(map(str, problems))
    return made


def since(before: str, after: str, *, source: str = FERRY, policy: str = "standard") -> Changes:
    """Return what changed in a dispute between two days."""
    whole = dispute(source)
    return changes(*(score(whole, as_of=day, policy=policy) for day in (before, after)))


def section(page: str, title: str) -> list[str]:
    """Return the lines of a section of a page."""
    return page.partition(f"\n## {title}\n\n")[2].partition("\n\n")[0].splitlines()


def test_the_whole_page_of_every_kind_of_change_is_as_typed_here() -> None:
    """Better, worse, first, in a part, new, dropped, rejected, also new, the same, and the steps."""
    assert render(since("2021-04-10", "2021-06-01")) == PAGE


def test_where_no_answer_changed_the_page_says_so_first() -> None:
    """Without a change there are the answers as they were, how they came about, and no tally."""
    page = render(since("2021-03-02", "2021-03-31"))
    assert page.startswith(
        "# Ferry dispute of 2021: what changed since 2 March 2021\n\n"
        "**No answer changed.** Up to 31 March 2021.\n\n## The same as before\n\n"
    )
    assert "→" not in page.partition("## How the answers came about")[0]


def test_before_all_demands_there_is_nothing_but_that() -> None:
    """On two days before the first demand the page has its first line, and what the words mean."""
    assert render(since("2019", "2020")) == (
        "# Ferry dispute of 2021: what changed since 31 December 2019\n\n"
        "**No answer changed.** Up to 31 December 2020.\n\n"
        "“In part” means at least half, or all of it late. “Some movement” means less than half, or not "
        "certain.\n"
    )


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            "kind: offer",
            [
                "- A quiet berth (3 May 2021): The Ferry Line offered this, but that has not been agreed. [2]"
            ],
        ),
        (
            "kind: offer, gives: {starts: 2021-08}, says: The Ferry Line spoke of berths.",
            [
                "- A quiet berth (3 May 2021): The Ferry Line spoke of berths (from August 2021), but that has "
                "not been agreed. Terms: from August 2021 (offer). [2]"
            ],
        ),
        ("kind: talks", []),
        ("kind: refusal", []),
        (
            "kind: refusal, says: The Ferry Line said no again.",
            ["- A quiet berth (3 May 2021): The Ferry Line said no again. [2]"],
        ),
    ],
)
def test_a_new_offer_always_shows_and_a_refusal_where_its_words_are_on_record(
    answer: str, told: list[str]
) -> None:
    """What leaves the answer as it was is told with its day and terms; mere talk only as it was put."""
    later = f"""\
  - {{id: berth-first, title: First, made_by: line, date: 2021-03-02,
     answers: [{{demand: berth, kind: assurance}}], evidence: [{{document: letter, at: item 2}}]}}
  - {{id: berth-later, title: Later, made_by: line, date: 2021-05-03,
     answers: [{{demand: berth, {answer}}}], evidence: [{{document: letter, at: item 5}}]}}
votes:
"""
    source = FERRY.replace("votes:\n", later)
    page = render(since("2021-05-02", "2021-05-03", source=source))
    assert section(page, "Also new, though it changed no answer") == told


def test_what_one_record_says_of_two_demands_is_said_once() -> None:
    """One refusal of two things in the same words is one line that names both."""
    both = """\
  - {id: again, title: Again, made_by: line, date: 2021-05-03,
     answers: [{demand: rise, kind: refusal, says: The Ferry Line refused all.},
               {demand: lamp, kind: refusal, says: The Ferry Line refused all.}],
     evidence: [{document: letter, at: item 5}]}
votes:
"""
    page = render(since("2021-05-02", "2021-05-03", source=FERRY.replace("votes:\n", both)))
    assert section(page, "Also new, though it changed no answer") == [
        "- A rise of 6%; A lamp on deck (3 May 2021): The Ferry Line refused all. [2]"
    ]


def test_two_policies_and_an_offer_have_titles_of_their_own() -> None:
    """From Python the page also tells what a policy changes, and what an offer would."""
    whole = dispute(FERRY)
    cards = [score(whole, policy=name) for name in ("standard", "strict")]
    page = render(changes(*cards))
    assert page.startswith(
        "# Ferry dispute of 2021: what the policy “strict” changes\n\n**No answer"
    )
    if_so = changes(
        score(whole, as_of="2021-05-01"), score(whole, as_of="2021-05-01", if_accepted="first")
    )
    title, _, line = render(if_so).splitlines()[:3]
    assert title == "# Ferry dispute of 2021: what “First letter” would change if it was accepted"
    assert line == "**One answer got better and five stayed the same.** As of 1 May 2021."
    assert "How the answers came about" not in page + render(if_so)


def test_the_whole_page_in_json_holds_every_list() -> None:
    """The lists are those of the page, with ids, statuses and dates as in the data."""
    found = json.loads(render(since("2021-04-10", "2021-06-01"), "json"))
    ids = {
        name: [each["id"] for each in found[name]]
        for name in ("better", "worse", "first_answers", "in_part", "new", "dropped", "same")
    }
    assert ids == {
        "better": ["rise"],
        "worse": ["whistle"],
        "first_answers": ["berth"],
        "in_part": ["kit"],
        "new": ["tea"],
        "dropped": ["lamp"],
        "same": ["rota"],
    }
    assert found["ballots"] == [{"vote": "ballot", "concession": "second", "carried": False}]
    assert [(each["concession"], each["demand"], each["date"]) for each in found["also"]] == [
        ("second", "rise", "2021-04-20"),
        ("second", "rota", "2021-04-20"),
        ("meal", None, "2021-06-01"),
        ("radio", None, "2021-06-01"),
        ("third", "rota", "2021-06-01"),
    ]
    assert found["before"]["as_of"] == "2021-04-10"
    assert found["steps"]["lamp"][-1] == {"date": "2021-05-02", "status": None}


@given(disputes(), st.data())
def test_every_dispute_has_its_page_in_every_format(whole: Dispute, data: st.DataObject) -> None:
    """Whatever is on record, the page is made, ends in a newline, and lists every demand."""
    first, last = sorted(
        data.draw(st.sampled_from(("2020", "2021-06", "2023", "2026"))) for _ in "ab"
    )
    policy = data.draw(st.sampled_from(sorted(POLICIES)))
    found = changes(*(score(whole, as_of=day, policy=policy) for day in (first, last)))
    for form in (*LAID_OUT, "json"):
        assert render(found, form).endswith("\n")
    page = render(found, "text")
    assert page.count("stayed the same") <= 1
