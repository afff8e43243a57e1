"""Whatever the records hold, every page can be made, tells all of it, and shows each text as it is."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from helpers.laid import laid
from helpers.markup import NASTY, Tokens, any_text, markup
from helpers.strategies import disputes
from hypothesis import given, settings
from hypothesis import strategies as st

from pcs_scorecard import POLICIES, Dispute, render, score
from pcs_scorecard.model.fields import fields_of
from pcs_scorecard.pages.blocks import Block, Bullets, Table
from pcs_scorecard.pages.claims import claims_page
from pcs_scorecard.pages.report import report
from pcs_scorecard.pages.sheet import compose, sheet
from pcs_scorecard.reading.reader import read

FERRY = """
title: Ferry dispute of 2021
parties:
  - {id: crew, name: Ferry Crew, kind: union}
  - {id: line, name: Ferry Line, kind: employer}
documents:
  - {id: bulletin, title: Bulletin, publisher: crew, date: 2021-01}
  - {id: letter, title: Letter to the crew, publisher: line, date: 2021-05-06}
demands:
  - id: rise
    title: A rise of 6%
    made_by: crew
    made_to: line
    date: 2021-01
    asks: {more: 6%}
    evidence: [{document: bulletin, at: item 1}]
  - id: berth
    title: A quiet berth
    made_by: crew
    made_to: line
    date: 2021-06-15
    evidence: [{document: bulletin, at: item 4}]
  - id: kit
    title: Boots and coats
    made_by: crew
    made_to: line
    date: 2021-01-20
    parts:
      - {id: boots, title: Boots}
      - {id: coats, title: Coats, asks: {more: 2 coats}}
    evidence: [{document: bulletin, at: item 2}]
  - {id: whistle, title: A new whistle, made_by: crew, made_to: line, dropped: 2021-09}
concessions:
  - id: offer
    title: Rise for all
    made_by: line
    date: 2021-02
    withdrawn: 2021-08-05
    answers: [{demand: rise, kind: agreed, gives: {more: 6%}}]
    evidence: [{document: letter, at: item 1}]
  - id: smaller
    title: Smaller rise
    made_by: line
    date: 2021-05-06
    date_printed: 6 March
    date_note: It follows an offer of April.
    answers: [{demand: rise, kind: agreed, gives: {more: 3%}}]
    evidence: [{document: letter, at: item 2}]
  - id: store
    title: The store opened
    made_by: line
    date: 2021-03-01
    answers:
      - {demand: boots, kind: in-force, gives: {ends: 2021-06}}
      - {demand: coats, kind: in-force, gives: {more: 1 coat, ends: 2021-06}}
    evidence: [{document: letter, at: item 3}]
  - id: tea
    title: Tea on deck
    made_by: line
    date: 2021-03-01
    withdrawn: 2021-10
    undemanded: {kind: in-force, gives: {more: £5}}
    evidence: [{document: letter, at: item 4}]
"""

CHOIR = """
title: Choir dispute of 2022
parties:
  - {id: choir, name: The Choir, kind: union}
  - {id: altos, name: Altos for Action, kind: opposition}
  - {id: hall, name: Concert Hall, kind: employer}
  - {id: echo, name: Evening Echo, kind: press}
documents:
  - {id: letter, title: Letter, publisher: hall, date: 2022-03-01}
  - {id: minutes, title: Minutes, publisher: choir, date: 2022-05}
  - {id: review, title: Review, publisher: echo, date: 2022-06-01}
demands:
  - id: fee
    title: A fee of £60 a concert
    made_by: choir
    made_to: hall
    date: 2022-01
    asks: {more: £60}
    evidence: [{document: minutes, at: item 1}]
  - {id: water, title: Water on stage, made_by: choir, made_to: hall, date: 2022-01}
  - {id: lights, title: Lights to read by, made_by: choir, made_to: hall, date: 2022-01}
concessions:
  - id: half
    title: A fee of £30
    made_by: hall
    date: 2022-03
    answers: [{demand: fee, kind: agreed, gives: {more: £30}}]
    evidence: [{document: letter, at: line 1}]
  - id: glasses
    title: Water in glasses
    made_by: hall
    date: 2022-04-05
    answers: [{demand: water, kind: in-force}]
    evidence: [{document: review, at: line 9}]
claims:
  - id: some-won
    title: Something has been won
    made_by: hall
    date: 2022-05-20
    check:
      count: {reaching: met, relation: at-least, number: 1}
      note: something is at least one demand
    context:
      - {says: The water is warm, evidence: [{document: review, at: line 10}]}
      - {says: There are no straws.}
    evidence: [{document: letter, at: line 7, quote: something for everyone}]
    note: read as of all three demands
  - id: more-than-twice
    title: The fee is more than twice what it was
    made_by: hall
    date: 2022-03-01
    check: {compare: {figures: [fee-now], relation: more-than, to: fee-before, factor: 2}}
    evidence: [{document: letter, at: line 2}]
  - id: first-ever
    title: It is the first rise in living memory
    made_by: hall
    date: 2022-06
    date_printed: 1 July
    date_note: The review quotes it.
    untested: figure
    note: no fees of earlier years are on record
    evidence: [{document: review, at: line 3, quoting: hall}]
  - id: turned
    title: The choir has gone back on its word
    made_by: altos
    date: 2022-05-31
    check: {stance_change: {party: choir, subject: offer, changed: yes}}
subjects:
  - {id: water, title: Water in glasses}
  - {id: offer, title: The fee of £30}
positions:
  - party: choir
    subject: offer
    stance: accepts
    says: signed for it
    date: 2022-05
    date_printed: in spring
    date_note: The minutes name no day.
    evidence: [{document: minutes, at: item 3}]
    note: by deed
  - {party: choir, subject: offer, stance: rejects, says: Called it a joke!, date: 2022-03-02,
     evidence: [{document: review, at: line 4}]}
  - {party: altos, subject: offer, stance: rejects, says: they walked out, date: 2022-05-31}
  - {party: choir, subject: water, stance: welcomes, says: drank it, date: 2022-04-05}
figures:
  - id: fee-now
    title: Fee for a concert from March
    value: £30
    measures: fee for a concert
    group: singers
    date: 2022-03
    evidence: [{document: letter, at: line 2}]
    note: before tax
  - {id: fee-before, title: Fee for a concert until then, value: £12.50, measures: fee for a concert,
     evidence: [{document: minutes, at: item 5}]}
votes:
  - id: strike
    title: Whether to sing
    held_by: choir
    date: 2022-02
    date_printed: 31 February
    date_note: There is no such day.
    options: [{title: Silence, share: 72.5%}, {title: Song}]
    evidence: [{document: minutes, at: item 2}]
  - id: deal
    title: Whether to take £30
    held_by: choir
    date: 2022-04-30
    options: [{title: Take it, share: 50.5%}, {title: Leave it, share: 49.5%}]
    turnout: 61%
    share_needed: 50%
    turnout_needed: at least 60%
    outcome: it was taken
    note: on a show of hands
  - {id: chair, title: Who takes the chair, held_by: altos}
events:
  - id: concert
    title: The concert is sung
    date: 2022-05-30
    evidence: [{document: review, at: line 1}, {document: minutes, at: item 4}]
  - id: walk-out
    title: The altos leave the stage
    date: 2022-05
    date_printed: last week
    date_note: The review names no day.
    note: in the second half
verdicts:
  - {demand: fee, by: echo, status: not-met, printed: Peanuts., date: 2022-02, cause: other-demand,
     evidence: [{document: review, at: line 2}]}
  - {demand: fee, by: echo, status: some-movement, printed: A start., date: 2022-06-01}
  - {demand: fee, by: echo, status: partly-met, printed: Half., date: 2022-05}
  - {demand: water, by: echo, status: met, printed: Cheers!, date: 2022-06-01}
  - {demand: lights, by: echo, status: not-met, printed: Dark., date: 2022-06-01}
  - {demand: water, by: altos, status: met, printed: Wet., date: 2022-06-01, date_printed: May, date_note: It says so., note: a reading of one line}
  - {demand: lights, by: hall, status: met, printed: Bright., date: 2022-06-02}
"""


def dispute(source: str) -> Dispute:
    """Return the dispute in a YAML text that has no problem."""
    reading = read([("dispute.yaml", source.encode())], "dispute")
    assert reading.dispute, "\n".join(map(str, reading.problems))
    return reading.dispute


# Any text ---------------------------------------------------------------------------------------------


def marked(record: Any, mark: str) -> Any:
    """Return a record in which each text, of it and of all records in it, ends in a mark."""

    def value(field: Any) -> Any:
        held = getattr(record, field.name)
        if isinstance(held, tuple):
            return tuple(marked(each, mark) if attrs.has(type(each)) else each for each in held)
        if isinstance(held, str) and field.holds in ("text", "quote"):
            return f"{held} ({mark})"
        return marked(held, mark) if _is_record(held) else held

    return attrs.evolve(record, **{field.name: value(field) for field in fields_of(type(record))})


def _is_record(held: Any) -> bool:
    return attrs.has(type(held)) and bool(fields_of(type(held)))


def pages(mark: str) -> dict[str, str]:
    """Return every page as Markdown, of disputes in which each text ends in a mark."""
    ferry, sung = (marked(dispute(source), mark) for source in (FERRY, CHOIR))
    cards = [score(ferry), score(sung, policy="lenient")]
    found = {"claims": laid(claims_page(cards), "markdown")}
    for card in cards:
        title = card.dispute.title[:5]
        found[f"sheet {title}"] = render(card)
        found[f"report {title}"] = laid(report(compose(card)), "markdown")
    return found


def shown(page: str) -> list[Any]:
    """Return what GitHub's renderer makes of a page, with raw HTML and footnotes let through."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    return Tokens(github_flavored_markdown_to_html(page, options)).all


def words(page: str, mark: str) -> list[Any]:
    """Return what is shown, with the mark of each text as one word and any white space as a space."""
    return [
        " ".join(each.replace(mark, "MARK").split()) if isinstance(each, str) else each
        for each in shown(page)
    ]


PLAIN = {name: words(page, "unmarked") for name, page in pages("unmarked").items()}


@pytest.mark.parametrize("text", NASTY[:-3], ids=lambda text: ascii(text[:30]))
def test_a_nasty_text_in_any_field_comes_back_as_it_is(text: str) -> None:
    """On every page, a text that looks like markup is shown as it is and makes no element."""
    mark = f"begin {text} end"
    for name, page in pages(mark).items():
        assert words(page, mark) == PLAIN[name], name


@settings(max_examples=40)
@given(text=any_text | markup)
def test_any_text_in_any_field_comes_back_as_it_is(text: str) -> None:
    """On every page, any text in every field is shown as it is and makes no element."""
    mark = f"begin {text} end"
    for name, page in pages(mark).items():
        assert words(page, mark) == PLAIN[name], name


def texts(record: Any) -> list[str]:
    """Return every text of a record, and of all records in it."""
    found: list[str] = []
    for field in fields_of(type(record)):
        held = getattr(record, field.name)
        if isinstance(held, tuple):
            found += [text for each in held if attrs.has(type(each)) for text in texts(each)]
        elif _is_record(held):
            found += texts(held)
        elif isinstance(held, str) and field.holds in ("text", "quote"):
            found.append(held)
    return found


@pytest.mark.parametrize("source", [FERRY, CHOIR])
def test_every_text_on_record_is_in_the_report(source: str) -> None:
    """Nothing that somebody wrote down is forgotten."""
    whole = dispute(source)
    # Of a published verdict that is the same as the answer only the number is told.
    same = {"Cheers!", "Wet.", "It says so.", "a reading of one line"}
    page = laid(report(compose(score(whole))), "text")
    told = " ".join(page.split())
    assert [
        text
        for text in texts(whole)
        if text not in same and " ".join(text.split())[1:].rstrip(".") not in told
    ] == []


# Any dispute ------------------------------------------------------------------------------------------


def all_pages(whole: Dispute, day: str, policy: str) -> list[list[Block]]:
    """Return the blocks of every page of a dispute."""
    card = score(whole, as_of=day, policy=policy)
    pages = (sheet(compose(card)), report(compose(card)), claims_page([card, card]))
    return [list(page) for page in pages]


@given(disputes(), st.sampled_from(("2022-06", "2023-03", "2024")), st.sampled_from([*POLICIES]))
def test_every_page_of_any_dispute_can_be_made(whole: Dispute, day: str, policy: str) -> None:
    """Every page can be laid out in every format; no table is wide, and no list is empty."""
    for blocks in all_pages(whole, day, policy):
        for block in blocks:
            if isinstance(block, Table):
                assert {len(row) for row in block.rows} <= {len(block.head)}
            if isinstance(block, Bullets):
                assert block.lines
        for form in ("markdown", "text"):
            page = laid(blocks, form)
            assert page.endswith("\n")
            assert not page.endswith("\n\n")
    json.loads(render(score(whole, as_of=day, policy=policy), "json"))


@given(disputes(), st.randoms(use_true_random=False))
def test_the_order_of_records_changes_no_byte(whole: Dispute, luck: Any) -> None:
    """However records other than demands are ordered, every page is the same."""
    sections = ("concessions", "verdicts", "claims", "subjects", "positions", "figures", "votes")
    mixed: dict[str, Any] = {
        section: tuple(luck.sample(getattr(whole, section), len(getattr(whole, section))))
        for section in (*sections, "events")
    }
    other = attrs.evolve(whole, **mixed)
    for one, two in zip(
        all_pages(whole, "2023-03", "standard"),
        all_pages(other, "2023-03", "standard"),
        strict=True,
    ):
        assert laid(one, "markdown").splitlines() == laid(two, "markdown").splitlines()
    cards = [score(each, as_of="2023-03") for each in (whole, other)]
    assert render(cards[0], "json") == render(cards[1], "json")
