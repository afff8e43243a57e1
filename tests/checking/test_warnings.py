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
DIRECTION = "asks for a direction only; name the measure it is tested on in `measure`"


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
        for name, meant in (("<look>", LOOK), ("<no-term>", NO_TERM), ("<direction>", DIRECTION)):
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
  - {{id: pay, title: Pay, made_by: weavers, made_to: mill, asks: {{amount: 5%}}}}
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
  - {{id: more, title: More, made_by: weavers, date: 2023, untested: A motive}}
""") == messages("""
        => d.yaml:23:5: warning: no-evidence: event 'strike' has no evidence
        => d.yaml:25:5: warning: no-evidence: demand 'pay' has no evidence
        => d.yaml:27:5: warning: no-evidence: concession 'letter' has no evidence; the rule
        `unsourced` holds it down
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
     {{id: rise, title: Rise, asks: {{amount: 5%}}}}]}}
concessions:
  - {{id: letter, title: Letter, made_by: mill, date: 2023, <mill>, answers: [
     {{demand: rise, kind: talks, terms: [{{says: On a Sunday}}]}}]}}
claims:
  - {{id: less, title: Less, made_by: weavers, date: 2023, untested: A motive, <weavers>,
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

PARTIES = ("weavers", "stewards", "rank", "mill", "crown", "echo")


def test_every_kind_of_party_is_tried() -> None:
    """The parties below are one of each kind, so a new kind must take a side here."""
    kinds = [party.kind for party in load(put(HEAD)).parties]
    assert sorted(kinds) == sorted(PartyKind)


@pytest.mark.parametrize("actor", PARTIES)
@pytest.mark.parametrize("voice", PARTIES)
def test_tells_opponents_by_the_kind_of_party(actor: str, voice: str) -> None:
    """Two sides of a dispute are opponents, and so are those who lead a union and those who would."""
    claim = (
        f"claims:\n  - {{id: more, title: More, made_by: {actor}, date: 2023, untested: A motive,\n"
        f"     evidence: [{{document: by-{voice}, at: a}}]}}\n"
    )
    told = (
        f"d.yaml:24:5: warning: one-sided: claim 'more' is reported only by opponents of "
        f"'{actor}': {voice}; {LOOK}"
    )
    assert warned(HEAD + claim) == ([told] if (actor, voice) in OPPONENTS else [])


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
        "claims:\n  - {id: more, title: More, made_by: weavers, date: 2023, untested: A motive,\n"
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
      - {id: pay, title: Pay, made_by: weavers, made_to: mill, asks: {amount: 5%}, <mill>}
      - {id: tea, title: Tea, made_by: weavers, made_to: mill, asks: {amount: 5%}, <weavers>}
    => 24:5: warning: one-sided: demand 'pay' is reported only by opponents of 'weavers': mill;
    <look>

    concessions:
      - {id: letter, title: A, made_by: mill, date: 2023, undemanded: {kind: talks}, <weavers>}
      - {id: notice, title: A, made_by: mill, date: 2023, undemanded: {kind: talks}, <mill>}
    => 24:5: warning: one-sided: concession 'letter' is reported only by opponents of 'mill':
    weavers; <look>

    claims:
      - {id: more, title: A, made_by: mill, date: 2023, untested: A motive, <weavers>}
      - {id: less, title: A, made_by: mill, date: 2023, untested: A motive, <echo>}
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
      - {id: pay, title: Pay, made_by: weavers, made_to: mill, asks: {amount: 5%}, <weavers>}
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
        *("{measure: minutes}", "{direction: up, measure: minutes}"),
        *("{amount: 5%}", "{amount: £15}", "{amount: 35 hours}", '{amount: "1:10", level: cap}'),
        *("{amount: £15/hour, level: floor}", "{amount: 35 hours/week, level: cap}"),
        "{amount: £3/hour, baseline: £1/hour}",
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
         asks: {{direction: up}}}}
    => 25:12: warning: no-measure: demand 'pay' <direction>

    demands:
      - {{id: pay, title: Pay, {DEMAND},
         asks: {{direction: up, due: 2024}}}}
    => 25:12: warning: no-measure: demand 'pay' <direction>

    demands:
      - {{id: rest, title: Rest, {DEMAND}, parts: [
         {{id: breaks, title: Breaks, asks: {{direction: up, measure: minutes}}}},
         {{id: nights, title: Nights, asks: {{direction: down}}}},
         {{id: sundays, title: Sundays}},
         {{id: wage, title: Wage, asks: {{amount: £15/hour}}}}]}}
    => 26:40: warning: no-measure: demand 'nights' <direction>
    => 27:6: warning: no-measure: demand 'sundays' <no-term>
    => 28:36: warning: from-zero: demand 'wage' asks for £15/hour more, counted from 0; if that is a
    level to reach, say so in `level`

    demands:
      - {{id: hours, title: Hours, {DEMAND},
         asks: {{amount: 35 hours/week}}}}
    => 25:12: warning: from-zero: demand 'hours' asks for 35 hours/week more, counted from 0; if that
    is a level to reach, say so in `level`

    demands:
      - {{id: wage, title: Wage, {DEMAND},
         asks: {{amount: £1/hour + £2/hour}}}}
    => 25:12: warning: from-zero: demand 'wage' asks for £1/hour + £2/hour = £3/hour more, counted
    from 0; if that is a level to reach, say so in `level`
    """),
)
def test_warns_of_terms_that_measure_little(yaml: str, told: list[str]) -> None:
    """Directions, parts and rates are told at their terms, and parts by their own names."""
    assert warned(HEAD + yaml) == told


# What an answer leaves open ------------------------------------------------------------------

ASKED = (
    f"{HEAD}demands:\n  - {{id: pay, title: Pay, {DEMAND},\n"
    "     asks: {amount: 5%, basis: consolidated, period: 2022/23}}\n"
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
        ("kind: in-force, gives: {amount: 5%}", [BASIS, PERIOD]),
        ("kind: in-force, gives: {basis: consolidated}", [PERIOD]),
        ("kind: in-force, gives: {basis: non-consolidated}", [PERIOD]),
        ("kind: in-force, gives: {period: 2022/23}", [BASIS]),
        ("kind: in-force, gives: {period: 2023/24}", [BASIS]),
        ("kind: in-force, in_return: Peace", [BASIS, PERIOD]),
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
     {{id: rise, title: Rise, asks: {{amount: 5%, basis: consolidated}}}},
     {{id: gift, title: Gift, asks: {{amount: £50}}}}]}}
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
  - {{id: pay, title: Pay, {date}asks: {{amount: 5%}}, {DEMAND}}}
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
        ("", "2001", ""),
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
     parts: [{{id: rise, title: Rise, asks: {{amount: 5%}}}}]}}
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
      - {id: more, title: A, made_by: mill, date: 2023, untested: A motive, <mill>,
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
      - {id: pay, title: Pay, made_by: weavers, made_to: dyers, asks: {amount: 5%}, <weavers>}

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
    assert all(each.message.isprintable() for each in weaknesses(dispute))
    assert sorted(told_of(shuffled(dispute, data))) == sorted(told_of(dispute))
