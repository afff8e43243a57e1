"""What only weakens a dispute's data: every kind of warning, and the neighbouring case without."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from helpers.strategies import disputes
from helpers.yaml_files import messages, put
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import Dispute, PartyKind, check, load
from pcs_scorecard.checking.warnings import weaknesses
from pcs_scorecard.model.fields import fields_of
from pcs_scorecard.values.messages import printable

HEAD = """\
title: The mill
parties:
  - {id: weavers, name: Weavers, kind: union}
  - {id: stewards, name: Stewards, kind: leadership}
  - {id: rank, name: Rank and file, kind: opposition}
  - {id: mill, name: Mill, kind: employer}
  - {id: crown, name: Crown, kind: government}
  - {id: echo, name: Echo, kind: press}
documents:
  - {id: by-weavers, title: Leaflet, publisher: weavers, date: 2023}
  - {id: by-stewards, title: Circular, publisher: stewards, date: 2023}
  - {id: by-rank, title: Bulletin, publisher: rank, date: 2023}
  - {id: by-mill, title: Letter, publisher: mill, date: 2023}
  - {id: by-crown, title: White paper, publisher: crown, date: 2023}
  - {id: by-echo, title: Report, publisher: echo, date: 2023}
events:
  - id: all-are-cited
    title: All documents and parties are named
    date: 2023
    evidence: [{document: by-weavers, at: a}, {document: by-stewards, at: a},
      {document: by-rank, at: a}, {document: by-mill, at: a},
      {document: by-crown, at: a}, {document: by-echo, at: a}]
"""
"""Twenty-two lines without a weakness; what is put after them stands in line 23."""

PLACES_OF = {
    "weavers": "evidence: [{document: by-weavers, at: a}]",
    "mill": "evidence: [{document: by-mill, at: a}]",
    "echo": "evidence: [{document: by-echo, at: a}]",
}
SHORT = {f"<{name}>": evidence for name, evidence in PLACES_OF.items()}
"""Evidence in a document of a party, by the sign that the tables below use."""

LOOK = "look for its own words, or a third party's"
NO_TERM = "has no term in `asks`; only how firm an answer is can tell whether it is met"
BASELINE = (
    "without a `baseline`; where it stood before tells how much of the way was gone, and without it "
    "anything short of it is at most some movement"
)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages name files by their bare names."""
    monkeypatch.chdir(tmp_path)


def warned(yaml: str, file: str = "d.yaml") -> list[str]:
    """Return all that `check` says of a dispute, which can be loaded nonetheless.

    A file in a folder is read with the others in it.
    """
    for sign, evidence in SHORT.items():
        yaml = yaml.replace(sign, evidence)
    path = put(yaml, file)
    dispute = path if path.parent == Path() else path.parent
    load(dispute)
    return [str(problem) for problem in check(dispute)]


def table(text: str, file: str = "d.yaml") -> list[Any]:
    """Return the cases of a table, parted by empty lines: YAML, then the warnings of it."""
    cases = []
    for case in textwrap.dedent(text).strip().split("\n\n"):
        yaml, arrow, told = case.partition("=> ")
        for name, meant in (("<look>", LOOK), ("<no-term>", NO_TERM), ("<baseline>", BASELINE)):
            told = told.replace(name, meant)
        cases.append(pytest.param(yaml, messages(arrow + told, f"{file}:"), id=yaml[:60]))
    return cases


def test_a_sound_dispute_has_no_weakness() -> None:
    """What the tables below start from is not warned of."""
    assert warned(HEAD) == []


# No evidence ---------------------------------------------------------------------------------


def test_warns_of_what_no_document_shows() -> None:
    """Every record that needs evidence is named without it, and so is what it costs."""
    assert warned(f"""\
{HEAD}  - {{id: strike, title: A strike, date: 2023}}
demands:
  - {{id: pay, title: Pay, made_by: weavers, made_to: mill, asks: {{more: 5%}}}}
concessions:
  - {{id: letter, title: Letter, made_by: mill, date: 2023, undemanded: {{kind: talks}}}}
verdicts:
  - {{demand: pay, by: rank, status: met, printed: Yes, date: 2023}}
subjects:
  - {{id: tea, title: Tea}}
positions:
  - {{party: mill, subject: tea, stance: rejects, says: It is cold, date: 2023}}
figures:
  - {{id: offer, title: An offer, value: 5%, measures: pay}}
votes:
  - {{id: ballot, title: A ballot, held_by: weavers}}
claims:
  - {{id: more, title: More, made_by: weavers, date: 2023, untested: motive, note: N}}
""") == messages("""
        => d.yaml:23:5: warning: no-evidence: event 'strike' has no evidence
        => d.yaml:25:5: warning: no-evidence: demand 'pay' has no evidence
        => d.yaml:27:5: warning: no-evidence: concession 'letter' has no evidence; the rule
        `no-evidence` holds it down
        => d.yaml:29:5: warning: no-evidence: the verdict on 'pay' by 'rank' has no evidence
        => d.yaml:33:5: warning: no-evidence: the position of 'mill' on 'tea' has no evidence
        => d.yaml:35:5: warning: no-evidence: figure 'offer' has no evidence
        => d.yaml:37:5: warning: no-evidence: vote 'ballot' has no evidence
        => d.yaml:39:5: warning: no-evidence: claim 'more' has no evidence
    """)


def test_what_stands_inside_a_record_needs_no_evidence_of_its_own() -> None:
    """The evidence of a record is that of its parts, its answers' terms and its context, too."""
    assert (
        warned(f"""\
{HEAD}demands:
  - {{id: pay, title: Pay, made_by: weavers, made_to: mill, <weavers>, parts: [
     {{id: rise, title: Rise, asks: {{more: 5%}}}}]}}
concessions:
  - {{id: letter, title: Letter, made_by: mill, date: 2023, <mill>, answers: [
     {{demand: rise, kind: talks, terms: [{{says: On a Sunday}}]}}]}}
claims:
  - {{id: less, title: Less, made_by: weavers, date: 2023, untested: motive, note: N, <weavers>,
     context: [{{says: It rained}}]}}
""")
        == []
    )


# One-sided -----------------------------------------------------------------------------------

OPPONENTS = {
    *itertools.product(("weavers", "stewards", "rank"), ("mill", "crown")),
    *itertools.product(("mill", "crown"), ("weavers", "stewards", "rank")),
    *(("stewards", "rank"), ("rank", "stewards")),
}
"""Who is reported one-sidedly by whom: typed here apart from the package."""

NEUTRAL = ("court", "arbitrator", "review-body", "public", "other")
"""Kinds of party that are of no side, beside the press; each is one party's name, too."""

EVERYBODY = (
    HEAD.replace(
        "documents:\n",
        "".join(f"  - {{id: {kind}, name: A, kind: {kind}}}\n" for kind in NEUTRAL)
        + "documents:\n",
    ).replace(
        "events:\n",
        "".join(
            f"  - {{id: by-{kind}, title: A, publisher: {kind}, date: 2023}}\n" for kind in NEUTRAL
        )
        + "events:\n",
    )
    + "  - {id: these-too, title: And these, date: 2023, evidence: ["
    + ", ".join(f"{{document: by-{kind}, at: a}}" for kind in NEUTRAL)
    + "]}\n"
)
"""One party of each kind, with a document of its own."""

PARTIES = ("weavers", "stewards", "rank", "mill", "crown", "echo", *NEUTRAL)


def test_every_kind_of_party_is_tried() -> None:
    """The parties below are one of each kind, so a new kind must take a side here."""
    parties = load(put(EVERYBODY)).parties
    assert sorted(party.kind for party in parties) == sorted(PartyKind)
    assert tuple(party.id for party in parties) == PARTIES
    assert warned(EVERYBODY) == []


@pytest.mark.parametrize("actor", PARTIES)
@pytest.mark.parametrize("voice", PARTIES)
def test_tells_opponents_by_the_kind_of_party(actor: str, voice: str) -> None:
    """Two sides of a dispute are opponents, and so are those who lead a union and those who would."""
    claim = (
        f"claims:\n  - {{id: more, title: More, made_by: {actor}, date: 2023, untested: motive, note: N,\n"
        f"     evidence: [{{document: by-{voice}, at: a}}]}}\n"
    )
    line = EVERYBODY.count("\n") + 2
    told = (
        f"d.yaml:{line}:5: warning: one-sided: claim 'more' is reported only by opponents of "
        f"'{actor}': {voice}; {LOOK}"
    )
    assert warned(EVERYBODY + claim) == ([told] if (actor, voice) in OPPONENTS else [])


@pytest.mark.parametrize(
    ("evidence", "voices"),
    [
        ("{document: by-mill, at: a}, {document: by-crown, at: a}", "crown, mill"),
        ("{document: by-mill, at: a}, {document: by-mill, at: b}", "mill"),
        ("{document: by-echo, at: a, quoting: mill}", "mill"),
        ("{document: by-weavers, at: a, quoting: mill}", "mill"),
        ("{document: by-mill, at: a}, {document: by-echo, at: a, quoting: crown}", "crown, mill"),
        ("{document: by-mill, at: a, quoting: weavers}", ""),
        ("{document: by-mill, at: a, quoting: stewards}", ""),
        ("{document: by-mill, at: a, quoting: echo}", ""),
        ("{document: by-mill, at: a}, {document: by-echo, at: a}", ""),
        ("{document: by-mill, at: a}, {document: by-rank, at: a}", ""),
        ("{document: by-crown, at: a}, {document: by-mill, at: a, quoting: weavers}", ""),
    ],
)
def test_one_other_voice_is_enough(evidence: str, voices: str) -> None:
    """Whoever is quoted is the voice; all of them must be opponents for a warning."""
    claim = (
        "claims:\n  - {id: more, title: More, made_by: weavers, date: 2023, untested: motive, note: N,\n"
        f"     evidence: [{evidence}]}}\n"
    )
    told = (
        "d.yaml:24:5: warning: one-sided: claim 'more' is reported only by opponents of "
        f"'weavers': {voices}; {LOOK}"
    )
    assert warned(HEAD + claim) == ([told] if voices else [])


@pytest.mark.parametrize(
    ("yaml", "told"),
    table("""
    demands:
      - {id: pay, title: Pay, made_by: weavers, made_to: mill, asks: {more: 5%}, <mill>}
      - {id: tea, title: Tea, made_by: weavers, made_to: mill, asks: {more: 5%}, <weavers>}
    => 24:5: warning: one-sided: demand 'pay' is reported only by opponents of 'weavers': mill;
    <look>

    concessions:
      - {id: letter, title: A, made_by: mill, date: 2023, undemanded: {kind: talks}, <weavers>}
      - {id: notice, title: A, made_by: mill, date: 2023, undemanded: {kind: talks}, <mill>}
    => 24:5: warning: one-sided: concession 'letter' is reported only by opponents of 'mill':
    weavers; <look>

    claims:
      - {id: more, title: A, made_by: mill, date: 2023, untested: motive, note: N, <weavers>}
      - {id: less, title: A, made_by: mill, date: 2023, untested: motive, note: N, <echo>}
    => 24:5: warning: one-sided: claim 'more' is reported only by opponents of 'mill': weavers;
    <look>

    subjects:
      - {id: tea, title: Tea}
    positions:
      - {party: mill, subject: tea, stance: rejects, says: A, date: 2023, <weavers>}
      - {party: mill, subject: tea, stance: accepts, says: A, date: 2023-06, <mill>}
    => 26:5: warning: one-sided: the position of 'mill' on 'tea' is reported only by opponents of
    'mill': weavers; <look>

    votes:
      - {id: ballot, title: A, held_by: weavers, <mill>}
      - {id: count, title: A, held_by: weavers, <echo>}
    => 24:5: warning: one-sided: vote 'ballot' is reported only by opponents of 'weavers': mill;
    <look>

    demands:
      - {id: pay, title: Pay, made_by: weavers, made_to: mill, asks: {more: 5%}, <weavers>}
    verdicts:
      - {demand: pay, by: weavers, status: met, printed: Yes, date: 2023, <mill>}
      - {demand: pay, by: mill, status: not-met, printed: No, date: 2023, <mill>}
    => 26:5: warning: one-sided: the verdict on 'pay' by 'weavers' is reported only by opponents of
    'weavers': mill; <look>

    figures:
      - {id: offer, title: A, value: 5%, measures: pay, <mill>}
      - {id: award, title: A, value: 5%, measures: pay, <weavers>}
    """),
)
def test_warns_of_what_one_side_alone_reports(yaml: str, told: list[str]) -> None:
    """What a party asked, did, said, rated or voted is weak where only opponents say so."""
    assert warned(HEAD + yaml) == told


# What a demand is measured by ----------------------------------------------------------------

DEMAND = "made_by: weavers, made_to: mill, <weavers>"


@pytest.mark.parametrize("asks", ["", ", asks: {}", ", asks: {lasting: no}"])
def test_warns_of_a_demand_without_a_term(asks: str) -> None:
    """A demand that says nothing of what would meet it is told."""
    assert warned(f"{HEAD}demands:\n  - {{id: pay, title: Pay, {DEMAND}{asks}}}\n") == [
        f"d.yaml:24:5: warning: no-measure: demand 'pay' {NO_TERM}"
    ]


@pytest.mark.parametrize(
    "asks",
    [
        *("{lasting: yes}", "{due: 2024}", "{period: 2022/23}", "{basis: consolidated}"),
        *("{more: 5%}", "{less: £15}", "{more: 12 looms}", "{more: 2 percentage points}"),
        "{direction: up, measure: minutes}",
        "{direction: down, measure: minutes, baseline: 40 minutes}",
        "{at_least: £15/hour, baseline: £12/hour}",
        "{at_most: 35 hours/week, baseline: 37 hours/week}",
        "{at_most: 10 looms per weaver, baseline: 10 looms per weaver}",
    ],
)
def test_any_term_is_one(asks: str) -> None:
    """A demand with a term that an answer is measured by is not warned of."""
    demand = f"demands:\n  - {{id: pay, title: Pay, {DEMAND},\n     asks: {asks}}}\n"
    assert warned(HEAD + demand) == []


@pytest.mark.parametrize(
    ("yaml", "told"),
    table(f"""
    demands:
      - {{id: pay, title: Pay, {DEMAND},
         asks: {{at_least: £15/hour}}}}
    => 25:12: warning: baseline: demand 'pay' asks for a level of £15/hour <baseline>

    demands:
      - {{id: hours, title: Hours, {DEMAND},
         asks: {{due: 2024, at_most: up to 35 hours/week}}}}
    => 25:12: warning: baseline: demand 'hours' asks for a level of up to 35 hours/week <baseline>

    demands:
      - {{id: rest, title: Rest, {DEMAND}, parts: [
         {{id: breaks, title: Breaks, asks: {{direction: up, measure: minutes}}}},
         {{id: nights, title: Nights}},
         {{id: wage, title: Wage, asks: {{at_least: £1/hour + £2/hour}}}}]}}
    => 26:6: warning: no-measure: demand 'nights' <no-term>
    => 27:36: warning: baseline: demand 'wage' asks for a level of £1/hour + £2/hour = £3/hour
    <baseline>
    """),
)
def test_warns_of_terms_that_measure_little(yaml: str, told: list[str]) -> None:
    """Levels that stood nobody knows where are told at their terms, and parts by their own names."""
    assert warned(HEAD + yaml) == told


# What an answer leaves open ------------------------------------------------------------------

ASKED = (
    f"{HEAD}demands:\n  - {{id: pay, title: Pay, {DEMAND},\n"
    "     asks: {more: 5%, basis: consolidated, period: 2022/23}}\n"
)
"""Twenty-five lines with a demand for a kind of money and a pay year."""


def answered(answer: str, date: str = "2023") -> list[str]:
    """Return what is said of an answer to the demand above, which stands in line 28."""
    return warned(
        f"{ASKED}concessions:\n  - {{id: letter, title: A, made_by: mill, date: {date}, <mill>,\n"
        f"     answers: [{{demand: pay, {answer}}}]}}\n"
    )


def taken(field: str, asked: str) -> str:
    """Return what is said of a term that is left open in the answer above."""
    return (
        f"d.yaml:28:16: warning: taken-as-asked: concession 'letter' records no `{field}`, where "
        f"{asked} was asked for; without one it counts as the same"
    )


BASIS, PERIOD = taken("basis", "consolidated"), taken("period", "2022/23")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("kind: in-force", [BASIS, PERIOD]),
        ("kind: agreed", [BASIS, PERIOD]),
        ("kind: in-force, gives: {more: 5%}", [BASIS, PERIOD]),
        ("kind: in-force, gives: {basis: consolidated}", [PERIOD]),
        ("kind: in-force, gives: {basis: non-consolidated}", [PERIOD]),
        ("kind: in-force, gives: {period: 2022/23}", [BASIS]),
        ("kind: in-force, gives: {period: 2023/24}", [BASIS]),
        ("kind: in-force, in_return: Peace", [BASIS, PERIOD]),
        (
            (
                "kind: in-force, gives: {basis: consolidated, "
                "stages: [{more: 5%, period: 2022/23, starts: 2023}]}"
            ),
            [],
        ),
        ("kind: in-force, gives: {basis: consolidated, period: 2022/23}", []),
        # These count for little or nothing whatever they leave open.
        ("kind: in-force, owed_to: A law", []),
        ("kind: in-force, restates: An earlier letter", []),
        ("kind: in-force, gives: {instead: A canteen}", []),
        *((f"kind: {kind}", []) for kind in ("refusal", "worsening", "nothing-offered", "talks")),
        *((f"kind: {kind}", []) for kind in ("assurance", "permission", "offer", "under-way")),
    ],
)
def test_warns_of_what_counts_as_the_same(answer: str, told: list[str]) -> None:
    """What is agreed or in force counts as what was asked for where it does not say."""
    assert answered(answer) == told


def test_what_was_not_asked_for_is_not_left_open() -> None:
    """Without a kind of money and a pay year in the demand, none is missed in the answer."""
    yaml = ASKED.replace(", basis: consolidated, period: 2022/23", "")
    answer = "answers: [{demand: pay, kind: agreed}]"
    concession = f"  - {{id: letter, title: A, made_by: mill, date: 2023, <mill>, {answer}}}\n"
    assert warned(f"{yaml}concessions:\n{concession}") == []


def test_the_terms_of_a_part_are_those_of_its_answer() -> None:
    """An answer to a part is held against what that part asks for."""
    assert warned(f"""\
{HEAD}demands:
  - {{id: pay, title: Pay, {DEMAND}, parts: [
     {{id: rise, title: Rise, asks: {{more: 5%, basis: consolidated}}}},
     {{id: gift, title: Gift, asks: {{more: £50}}}}]}}
concessions:
  - {{id: letter, title: A, made_by: mill, date: 2023, <mill>,
     answers: [{{demand: gift, kind: agreed}},
               {{demand: rise, kind: agreed}}]}}
""") == [
        (
            "d.yaml:30:16: warning: taken-as-asked: concession 'letter' records no `basis`, where "
            "consolidated was asked for; without one it counts as the same"
        )
    ]


# Before the demand ---------------------------------------------------------------------------


def dated(demand: str, concession: str, answer: str = "kind: refusal") -> list[str]:
    """Return what is said of a demand and an answer of these dates; the latter in line 28."""
    date = f"date: {demand}, " if demand else ""
    return warned(f"""\
{HEAD}demands:
  - {{id: pay, title: Pay, {date}asks: {{more: 5%}}, {DEMAND}}}
concessions:
  - {{id: letter, title: A, made_by: mill, date: {concession}, <mill>,
     answers: [{{demand: pay, {answer}}}]}}
""")


@pytest.mark.parametrize(
    ("demand", "concession", "before"),
    [
        ("2023-06-02", "2023-06-01", "on 1 June 2023|on 2 June 2023"),
        ("2023-06-02", "2023-05", "in May 2023|on 2 June 2023"),
        ("2023-06", "2023-05-31", "on 31 May 2023|in June 2023"),
        ("2023-06", "2023-05", "in May 2023|in June 2023"),
        ("2023", "2022-12-31", "on 31 December 2022|in 2023"),
        ("2023-01-01", "2022", "in 2022|on 1 January 2023"),
        # On the same day, or on a day that both may mean, nothing is known to be wrong.
        ("2023-06-02", "2023-06-02", ""),
        ("2023-06-02", "2023-06-03", ""),
        ("2023-06-02", "2023-06", ""),
        ("2023-06-30", "2023-06", ""),
        ("2023-06", "2023-06-01", ""),
        ("2023", "2023-01-01", ""),
        ("2023-06-02", "2023", ""),
        ("", "2010", ""),
    ],
)
def test_warns_of_an_answer_older_than_its_demand(
    demand: str, concession: str, before: str
) -> None:
    """An answer is warned of where it is older whatever day each of the two dates means."""
    given, asked = before.split("|") if before else ("", "")
    told = (
        f"d.yaml:27:16: warning: before-demand: concession 'letter', {given}, is older than the "
        f"demand 'pay', {asked}; correct the date that is wrong, or say in `restates` what it "
        "repeats"
    )
    assert dated(demand, concession) == ([told] if before else [])


def test_what_is_repeated_may_be_older() -> None:
    """An answer that says what it restates may stand before its demand."""
    assert dated("2023", "2022", "kind: assurance, restates: What was said in 2019") == []


def test_a_part_is_as_old_as_its_demand() -> None:
    """The answer to a part is held against the date of the whole, which is named."""
    assert warned(f"""\
{HEAD}demands:
  - {{id: pay, title: Pay, date: 2023-02, {DEMAND},
     parts: [{{id: rise, title: Rise, asks: {{more: 5%}}}}]}}
concessions:
  - {{id: letter, title: A, made_by: mill, date: 2023-01, <mill>,
     answers: [{{demand: rise, kind: refusal}}]}}
""") == [
        (
            "d.yaml:28:16: warning: before-demand: concession 'letter', in January 2023, is older than "
            "the demand 'pay', in February 2023; correct the date that is wrong, or say in `restates` "
            "what it repeats"
        )
    ]


# Sources -------------------------------------------------------------------------------------

UNDATED = HEAD.replace("publisher: echo, date: 2023}", "publisher: echo}")


def test_warns_of_an_undated_document_that_something_rests_on() -> None:
    """What rests on a document without a date is counted, however deep it stands."""
    told = (
        "d.yaml:15:5: warning: undated: document 'by-echo' has no date, and evidence in {} rests "
        "on it; give it as far as it is known, 2023-06 or 2023"
    )
    assert warned(UNDATED) == [told.format("1 place")]
    nested = """\
concessions:
  - {id: letter, title: A, made_by: mill, date: 2023, <mill>, undemanded: {kind: talks,
     terms: [{says: On a Sunday, <echo>}]}}
"""
    assert warned(UNDATED + nested) == [told.format("2 places")]


def test_an_undated_document_that_nothing_rests_on_is_only_unused() -> None:
    """A document is told once: that no record names it, or that it has no date."""
    yaml = UNDATED.replace(", {document: by-echo, at: a}", "")
    assert warned(yaml) == [
        (
            "d.yaml:15:5: warning: unused: no record names the document 'by-echo'; take it out, or add "
            "what is missing"
        )
    ]


@pytest.mark.parametrize(
    ("yaml", "told"),
    table(
        """
    documents:
      - {id: memo, title: Memo, publisher: mill, date: 2023}
    => 2:5: warning: unused: no record names the document 'memo'; take it out, or add what is
    missing

    parties:
      - {id: dyers, name: Dyers, kind: union}
    => 2:5: warning: unused: no record names the party 'dyers'; take it out, or add what is missing

    subjects:
      - {id: tea, title: Tea}
    => 2:5: warning: unused: no record names the subject 'tea'; take it out, or add what is missing

    documents:
      - {id: memo, title: Memo, publisher: mill, date: 2023}
    concessions:
      - {id: letter, title: A, made_by: mill, date: 2023, <mill>, undemanded: {kind: talks,
         terms: [{says: On a Sunday, evidence: [{document: memo, at: a}]}]}}

    documents:
      - {id: memo, title: Memo, publisher: mill, date: 2023}
    claims:
      - {id: more, title: A, made_by: mill, date: 2023, untested: motive, note: N, <mill>,
         context: [{says: It rained, evidence: [{document: memo, at: a}]}]}

    parties:
      - {id: dyers, name: Dyers, kind: union}
    concessions:
      - {id: letter, title: A, made_by: mill, date: 2023, <mill>, undemanded: {kind: talks,
         terms: [{says: On a Sunday, evidence: [{document: by-mill, at: a, quoting: dyers}]}]}}

    parties:
      - {id: dyers, name: Dyers, kind: union}
    documents:
      - {id: memo, title: Memo, publisher: dyers, date: 2023}
    => 4:5: warning: unused: no record names the document 'memo'; take it out, or add what is
    missing

    parties:
      - {id: dyers, name: Dyers, kind: union}
    demands:
      - {id: pay, title: Pay, made_by: weavers, made_to: dyers, asks: {more: 5%}, <weavers>}

    subjects:
      - {id: tea, title: Tea}
    claims:
      - {id: more, title: A, made_by: mill, date: 2023, <mill>,
         check: {stance_change: {party: mill, subject: tea, changed: yes}}}
    """,
        "f/b.yaml",
    ),
)
def test_warns_of_what_no_record_names(yaml: str, told: list[str]) -> None:
    """Documents, parties and subjects are used wherever a record names them, however deep."""
    put(HEAD, "f/a.yaml")
    assert warned(yaml, "f/b.yaml") == told


# Dates -----------------------------------------------------------------------------------------


def dated_far(*dates: str) -> list[str]:
    """Return what is said of events of these dates beside what is of 2023; the first in line 23."""
    events = (
        f"  - {{id: event-{number}, title: A, date: {date}, <echo>}}\n"
        for number, date in enumerate(dates)
    )
    return [told for told in warned(HEAD + "".join(events)) if "at-odds" not in told]


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (["2203-06-01"], [(23, "2203-06-01", 180)]),
        (["2003-06"], [(23, "2003-06", 20)]),
        (["1923"], [(23, "1923", 100)]),
        (["2039"], [(23, "2039", 16)]),
        (["2038"], []),
        (["2008"], []),
        # Each is held against the nearest other, and what two records say is no slip.
        (["2038", "2053"], []),
        (["2040", "2060"], [(23, "2040", 17), (24, "2060", 20)]),
        (["1923", "1923-05"], []),
    ],
)
def test_warns_of_a_year_that_is_far_from_all_others(
    dates: list[str], told: list[tuple[int, str, int]]
) -> None:
    """A year more than fifteen from any other of the dispute is asked about, if it stands alone."""
    assert dated_far(*dates) == [
        f"d.yaml:{line}:5: warning: far-date: the date '{date}' is {years} years from all others of "
        "this dispute; correct it if it is mistyped"
        for line, date, years in told
    ]


def test_dates_of_every_sort_are_held_against_each_other() -> None:
    """Also when something was accepted, taken back or dropped, but not when it is due or ends."""
    said = warned(f"""\
{HEAD}demands:
  - {{id: pay, title: Pay, {DEMAND}, date: 2023, asks: {{due: 2099}},
     dropped: 2203}}
concessions:
  - {{id: letter, title: A, made_by: mill, date: 2023, <mill>, accepted: 2303,
     answers: [{{demand: pay, kind: agreed, gives: {{starts: 1900, ends: 2150}}}}]}}
  - {{id: other, title: A, made_by: mill, date: 2023, <mill>, withdrawn: 2403,
     undemanded: {{kind: agreed}}}}
""")
    assert [line.partition(" years")[0] for line in said if "far-date" in line] == [
        "d.yaml:24:5: warning: far-date: the date '2203' is 100",
        "d.yaml:27:5: warning: far-date: the date '2303' is 100",
        "d.yaml:29:5: warning: far-date: the date '2403' is 100",
    ]


# Sentences for readers -------------------------------------------------------------------------


def worded(says: str, terms: str = "") -> list[str]:
    """Return what is said of a sentence for readers in the answer that stands in line 27."""
    told = warned(f"""\
{HEAD}demands:
  - {{id: pay, title: Pay, date: 2023-01, asks: {{more: 5%}}, {DEMAND}}}
concessions:
  - {{id: letter, title: A, made_by: mill, date: 2023-06-02, <mill>,
     answers: [{{demand: pay, kind: agreed, says: "{says}"{terms}}}]}}
""")
    begin = "d.yaml:27:16: warning: wording: concession 'letter' says "
    assert all(line.startswith(begin) for line in told)
    return [line.removeprefix(begin) for line in told]


NOWHERE = (
    "which stands neither in its terms nor in a quotation; give the number there, or take it out of "
    "`says`"
)


@pytest.mark.parametrize(
    ("says", "terms", "number"),
    [
        ("The mill gave 5%", ", gives: {more: 5%}", ""),
        ("The mill gave 6%", ", gives: {more: 5%}", "6"),
        ("The mill gave 5.5%", ", gives: {more: 5%}", "5.5"),
        ("The mill gave £1,500", ', gives: {more: "£1,500", instead: a sum}', ""),
        ("The mill gave £1500", ', gives: {more: "£1,500", instead: a sum}', "1500"),
        ("The mill gave 3% and then 2%",
         ", gives: {stages: [{more: 3%, starts: 2023-07-01}, {more: 2%, starts: 2024}]}", ""),
        ("The mill gives it from 1 July 2023", ", gives: {more: 5%, starts: 2023-07-01}", ""),
        ("The mill gives it until 2025", ", gives: {more: 5%, ends: 2025}", ""),
        ("The mill gives it for 2023/24", ", gives: {more: 5%, period: 2023/24}", ""),
        ("The mill gave 40% of them 5%", ", gives: {more: 5%, share_reached: 40%}", ""),
        ("The mill gave those over 50 it", ", gives: {more: 5%, reaches: those over 50}", ""),
        ("The mill gave it on 2 June 2023", "", ""),
        ("The mill gave it on 3 June 2023", "", "3"),
        ("The mill gave it for 2 Sundays", ", in_return: 2 Sundays", ""),
        ("The mill gave it under Act 7", ", owed_to: Act 7", ""),
        ("The mill repeated its word of 2019", ", restates: its word of 2019", ""),
        ("The mill gave it under Act 7", ", subject_to: Act 7", ""),
        ("The mill gave it to 9", ", terms: [{says: To 9 of them}]", ""),
        ("The mill gave 12 of them it", ", evidence: [{document: by-mill, at: a, quote: all 12}]", ""),
        ("The mill gave in", "", ""),
    ],
)  # fmt: skip
def test_warns_of_a_number_from_nowhere(says: str, terms: str, number: str) -> None:
    """What a sentence says in numbers stands in the terms, the dates or a quotation, written alike."""
    told = [line for line in worded(says, terms) if "neither" in line]
    assert told == ([f"'{number}', {NOWHERE}"] if number else [])


@pytest.mark.parametrize(
    ("says", "status"),
    [
        ("No. The mill gave nothing", "No"),
        ("no, the mill gave nothing", "no"),
        ("The mill refused: no", "no"),
        ("Some movement: the mill offered talks", "Some movement"),
        ("The mill gave some. In part, that is", "In part"),
        ("Yes! The mill gave in", "Yes"),
        ("The mill gave no reason", ""),
        ("The mill said yes to it", ""),
        ("The mill moved in part of the shed", ""),
        ("Nobody was asked", ""),
    ],
)
def test_warns_of_a_status_in_words(says: str, status: str) -> None:
    """A sentence that reads as one of the computed answers is told to say what was given only."""
    told = (
        f"'{status}', which is a status; statuses are computed, so say only what was given, said or "
        "refused"
    )
    assert worded(says) == ([told] if status else [])


def test_warns_of_a_long_sentence() -> None:
    """Twenty words are read, and one more is told with how many there are."""
    assert worded("The mill" + " and so on" * 6) == []
    assert worded("The mill gave" + " and so on" * 6) == [
        "it in 21 words; one sentence of at most 20 is read"
    ]


@pytest.mark.parametrize("word", ["It", "This", "They", "Them", "These", "That"])
def test_warns_of_a_sentence_that_does_not_stand_alone(word: str) -> None:
    """A sentence that begins with a pronoun does not say who did it."""
    assert worded(f"{word} came at last") == [
        f"'{word} came at last'; begin with who did it, since the sentence stands alone"
    ]


def test_what_nobody_demanded_is_worded_alike() -> None:
    """The sentence of a thing that answers no demand is read, too."""
    assert warned(f"""\
{HEAD}concessions:
  - {{id: gift, title: A, made_by: mill, date: 2023, <mill>,
     undemanded: {{kind: agreed, says: It gave 7 looms}}}}
""") == [
        f"d.yaml:25:18: warning: wording: concession 'gift' says '7', {NOWHERE}",
        (
            "d.yaml:25:18: warning: wording: concession 'gift' says 'It gave 7 looms'; begin with who "
            "did it, since the sentence stands alone"
        ),
    ]


@pytest.mark.parametrize(
    ("title", "quote", "told"),
    [
        ("No later starts", "", True),
        ("No later starts", "later starts", True),
        ("No later starts", "no later starts", False),
        ("Notice of a week", "", False),
    ],
)
def test_warns_of_a_demand_that_says_what_is_not_to_be(title: str, quote: str, told: bool) -> None:  # noqa: FBT001 - a table's cell
    """Beside a title that begins with No the answer “No” reads the wrong way round."""
    quoted = f", quote: {quote}" if quote else ""
    found = warned(
        f"{HEAD}demands:\n  - {{id: it, title: {title}, made_by: weavers, made_to: mill,\n"
        f"     asks: {{lasting: yes}}, evidence: [{{document: by-weavers, at: a{quoted}}}]}}\n"
    )
    message = (
        "d.yaml:24:5: warning: wording: demand 'it' has the title 'No later starts', beside which the answer "
        "“No” reads the wrong way round; say what is to be, “Start times kept as they are”, or quote the "
        "document"
    )
    assert found == ([message] if told else [])


def test_warns_of_a_long_summary() -> None:
    """Forty words are read at the head of a sheet."""
    assert warned(HEAD + "summary: " + "so " * 40 + "\n") == []
    assert warned(HEAD + "summary: " + "so " * 41 + "\n") == [
        "d.yaml:23:10: warning: wording: summary: found 41 words; at most 40 are read at the head of a "
        "sheet, so say the rest in a `note` of the records that it is about"
    ]


def test_warns_of_an_amount_where_none_was_asked_for() -> None:
    """What the thing itself is asked for is not measured by an amount that is given."""
    assert warned(f"""\
{HEAD}demands:
  - {{id: pay, title: Pay, {DEMAND}, asks: {{lasting: yes}}}}
concessions:
  - {{id: rise, title: A, made_by: mill, date: 2023, <mill>,
     answers: [{{demand: pay, kind: agreed, gives: {{more: 5%}}}}]}}
  - {{id: gift, title: A, made_by: mill, date: 2023, <mill>,
     answers: [{{demand: pay, kind: agreed, gives: {{more: 5%, instead: a gift}}}}]}}
""") == [
        "d.yaml:27:16: warning: no-measure: concession 'rise' gives `more: 5%`, where 'pay' asks for no "
        "amount, so no amount is compared; if one was asked for, write it in the demand's `asks`, else tell "
        "this one in `terms`"
    ]


# At odds -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("concessions:\n  - {id: it, made_by: mill, undemanded: {kind: talks}", "concession 'it'"),
        ("events:\n  - {id: it", "event 'it'"),
        ("votes:\n  - {id: it, held_by: weavers, carried: yes", "vote 'it'"),
        ("votes:\n  - {id: it, held_by: weavers", ""),
    ],
)
def test_warns_of_what_is_reported_before_it_was(record: str, told: str) -> None:
    """No document reports what happened after it; of a vote it may say when it will be."""
    head = HEAD.replace("events:", "figures:").replace(
        ", date: 2023\n    ev", ", date: 2023, x\n    ev"
    )
    head = head.replace(
        "All documents and parties are named\n", "A\n    value: 1\n    measures: a\n"
    )
    yaml = f"{record}, title: A, date: 2024-01, evidence: [{{document: by-echo, at: a}}]}}\n"
    line = head.count("\n") + 2
    message = (
        f"d.yaml:{line}:5: warning: at-odds: {told} is dated January 2024, and the last document that reports "
        "it 2023: nobody reports what is yet to come; correct the date that is wrong, or tell what is only "
        "announced as a term, with its day in `starts`"
    )
    assert warned(head + yaml) == ([message] if told else [])
    assert warned(head + yaml.replace("2024-01", "2023-12")) == []


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("turnout: 48%, turnout_needed: 50%", "a turnout of 48%, where 50%"),
        ("turnout: under 50%, turnout_needed: 50%", "a turnout of under 50%, where 50%"),
        ("turnout: at most 50%, turnout_needed: 50%", ""),
        ("turnout: 50%, turnout_needed: 50%", ""),
        ("options: [{title: Yes, share: 60%}], share_needed: 66%", "a share of 60%, where 66%"),
        # The other option may be the one that carried.
        ("options: [{title: No, share: 40%}], share_needed: 50%", ""),
        ("options: [{title: A, share: 45%}, {title: B, share: 55%}], share_needed: 50%", ""),
    ],
)
def test_warns_of_a_vote_that_contradicts_itself(result: str, told: str) -> None:
    """What carried had the turnout and the share that it needed."""
    vote = "votes:\n  - {id: ballot, title: A, held_by: weavers, <weavers>, date: 2023, carried: yes,\n     "
    message = (
        f"d.yaml:24:5: warning: at-odds: vote 'ballot' says carried: yes, with {told} was needed; correct "
        "what is wrong"
    )
    assert warned(f"{HEAD}{vote}{result}}}\n") == ([message] if told else [])
    assert warned(f"{HEAD}{vote}{result}}}\n".replace("carried: yes", "carried: no")) == []


# What always holds ---------------------------------------------------------------------------


def shuffled(value: Any, data: st.DataObject) -> Any:
    """Return a record with the records of each of its lists in another order."""
    if isinstance(value, tuple):
        return tuple(shuffled(each, data) for each in data.draw(st.permutations(value)))
    if attrs.has(type(value)):
        return attrs.evolve(
            value,
            **{
                field.name: shuffled(getattr(value, field.name), data)
                for field in fields_of(type(value))
            },
        )
    return value


def told_of(dispute: Dispute) -> Iterator[tuple[str, str]]:
    """Yield the kind and the message of every weakness."""
    for each in weaknesses(dispute):
        yield each.kind, each.message


@given(disputes(), st.data())
def test_weaknesses_are_warnings_whatever_the_order(dispute: Dispute, data: st.DataObject) -> None:
    """Any dispute has nothing but warnings, of one line each, and as many in any order."""
    assert all(each.kind.warning for each in weaknesses(dispute))
    assert all(printable(each.message) for each in weaknesses(dispute))
    assert sorted(told_of(shuffled(dispute, data))) == sorted(told_of(dispute))
