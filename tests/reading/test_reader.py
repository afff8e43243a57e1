"""What is read from YAML, and every problem that is told of it, through `load` and `check`."""

from __future__ import annotations

import textwrap
from pathlib import Path
from types import SimpleNamespace

import pytest
from helpers.strategies import disputes
from helpers.writing import write
from helpers.yaml_files import LISTS, PARTIES, errors, messages, own_words, put, refused, table
from hypothesis import example, given
from hypothesis import strategies as st
from yaml import MarkedYAMLError

from pcs_scorecard import (
    Amount,
    Answer,
    Asks,
    Basis,
    Cause,
    ClaimVerdict,
    Concession,
    DataError,
    Date,
    Demand,
    Direction,
    Dispute,
    Document,
    Evidence,
    Expectation,
    Gives,
    Kind,
    Part,
    Party,
    PartyKind,
    PayPoint,
    Period,
    ProblemKind,
    Stage,
    Status,
    Term,
    Verdict,
    Vote,
    check,
    load,
)
from pcs_scorecard.reading.files import inspect
from pcs_scorecard.reading.messages import cut, syntax
from pcs_scorecard.reading.reader import read
from pcs_scorecard.values.messages import printable
from pcs_scorecard.values.messages import shown as put_in_quotes

DEMAND = f"""\
{PARTIES}demands:
  - id: pay
    title: More pay
    made_by: union
    made_to: mill
    evidence: [{{document: leaflet, at: item 1}}]
"""
"""Twelve lines; what is put after it stands in line 13."""

CONCESSION = f"""\
{DEMAND}    asks: {{more: 10%, basis: consolidated}}
concessions:
  - id: letter
    title: A letter
    made_by: mill
    date: 2023-06
    evidence: [{{document: leaflet, at: item 1}}]
"""
"""Nineteen lines; what is put after it stands in line 20."""

MADE = "made_by: union, made_to: mill, evidence: [{document: leaflet, at: item 1}]"
"""What every demand needs, in one line."""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages name files by their bare names."""
    monkeypatch.chdir(tmp_path)


# What is read ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        *("No", "on", "y", "yes", "null", "~", "1:10", "012", "1_000", "1e3", "0x1F", ".inf"),
        *("2023-06", "2023-06-02", "4.5%", "£1,500", "<<", "=", "-1"),
    ],
)
def test_text_stays_as_it_stands(text: str) -> None:
    """A text field holds the letters in the file, whatever YAML would make of them."""
    dispute = load(put(f"title: {text}\nsummary: {text}\n"))
    assert (dispute.title, dispute.summary) == (text, text)


def test_reads_every_field_by_its_type() -> None:
    """Each field of each record has the type that the model gives it, in any order of records."""
    dispute = load(
        put("""\
verdicts:
  - {demand: 012, by: on, status: some-movement, printed: No, date: 2023-07, date_printed: 7/23,
     date_note: off, cause: other-date, note: ~,
     evidence: [{document: no, at: 1:10, quote: 2023-06, quoting: on}]}
concessions:
  - id: 1e3
    title: on
    made_by: null
    date: 2023-06-02
    accepted_by: 0x1f
    withdrawn: 2023-08
    answers:
      - {demand: '012', kind: in-force, title: no, says: off, caveat: 1.0, restates: 0x1F,
         owed_to: .inf, in_return: +1, subject_to: <<, withdrawn: 2023-07 to 2023-08, for: [2.5],
         gives: {to: 012%, basis: consolidated, period: 2022-23, starts: 2023-01, ends: 2024},
         terms: [{says: 1_000, evidence: [{document: no, at: y}]}],
         evidence: [{document: no, at: n}]}
      - {demand: 1.7, kind: offer, gives: {stages: [{more: ½%, period: 2023/24, starts: 2023-04},
         {less: 2%, starts: 2024-04}]}}
    undemanded: {kind: offer, gives: {less: 1 day, instead: a day, reaches: all, share_reached: 50%}}
  - {id: 1e4, title: off, made_by: null, accepted_by: [012, 0x1f], note: y, date_printed: '2',
     date_note: n, date: 2023-06, answers: [{demand: 1.6, kind: agreed}]}
  - {id: 1e5, title: y, made_by: null, date: 2023, accepted: 2023-09,
     answers: [{demand: 1.8, kind: worsening, gives: {more: £2/week}}]}
votes:
  - {id: 0x1f, title: on, held_by: on, date: 2023-06, carried: true}
  - {id: 012, title: off, held_by: on, date: 2023-06, carried: no}
demands:
  - {id: 012, title: 012, made_by: on, made_to: null, date: 2022, dropped: 2023-12-01, note: 1_000,
     asks: {at_least: 9.2% to 14.4%, baseline: 2%, basis: consolidated, lasting: yes,
            period: 2022/23 to 2023/24, due: 2023-04, for: [2.5, 1e3]}}
  - {id: 1.5, title: a, made_by: on, made_to: null, parts: [{id: 1.6, title: no},
     {id: 1.7, title: off, asks: {lasting: false, more: 10% + 2%}},
     {id: 1.8, title: yes, asks: {direction: down, measure: y, baseline: £30/week}},
     {id: 1.9, title: on, asks: {at_most: 35 hours/week, lasting: true}},
     {id: 2.0, title: '1', asks: {less: 2%}}]}
pay_points:
  - {id: 2.5, title: No, value: "£21,000/year", evidence: [{document: no, at: y}]}
  - {id: 1e3, title: off, value: £2000/year}
documents:
  - {id: no, title: yes, publisher: on, date: 2023, address: 'a:b', note: ~, file: 1.0}
parties:
  - {id: on, name: No, kind: union, note: off, side: no}
  - {id: null, name: Null, kind: review-body, members: [on]}
summary: >-
  two
  lines
title: 1:10
""")
    )
    day, amount, both = Date.parse, Amount.parse, {"made_by": "on", "made_to": "null"}
    asks = Asks(
        at_least=amount("9.2% to 14.4%"),
        baseline=amount("2%"),
        basis=Basis.CONSOLIDATED,
        lasting=True,
        period=Period.parse("2022/23 to 2023/24"),
        due=day("2023-04"),
        for_=("2.5", "1e3"),
    )
    down = Asks(direction=Direction.DOWN, measure="y", baseline=amount("£30/week"))
    parts = (
        Part(id="1.6", title="no"),
        Part(id="1.7", title="off", asks=Asks(more=amount("10% + 2%"))),
        Part(id="1.8", title="yes", asks=down),
        Part(id="1.9", title="on", asks=Asks(at_most=amount("35 hours/week"), lasting=True)),
        Part(id="2.0", title="1", asks=Asks(less=amount("2%"))),
    )
    gives = Gives(
        to=amount("012%"),
        basis=Basis.CONSOLIDATED,
        period=Period.parse("2022/23"),
        starts=day("2023-01"),
        ends=day("2024"),
    )
    answer = Answer(
        demand="012",
        for_=("2.5",),
        kind=Kind.IN_FORCE,
        title="no",
        says="off",
        caveat="1.0",
        restates="0x1F",
        owed_to=".inf",
        in_return="+1",
        subject_to="<<",
        withdrawn=day("2023-07 to 2023-08"),
        gives=gives,
        terms=(Term(says="1_000", evidence=(Evidence(document="no", at="y"),)),),
        evidence=(Evidence(document="no", at="n"),),
    )
    stages = (
        Stage(more=amount("½%"), period=Period.parse("2023/24"), starts=day("2023-04")),
        Stage(less=amount("2%"), starts=day("2024-04")),
    )
    gift = Gives(less=amount("1 day"), instead="a day", reaches="all", share_reached=amount("50%"))
    cited = Evidence(document="no", at="1:10", quote="2023-06", quoting="on")
    assert dispute == Dispute(
        name="d",
        title="1:10",
        summary="two lines",
        parties=(
            Party(id="on", name="No", kind=PartyKind.UNION, note="off", side="no"),
            Party(id="null", name="Null", kind=PartyKind.REVIEW_BODY, members=("on",)),
        ),
        documents=(
            Document(
                id="no",
                title="yes",
                publisher="on",
                date=day("2023"),
                address="a:b",
                note="~",
                file="1.0",
            ),
        ),
        pay_points=(
            PayPoint(
                id="2.5",
                title="No",
                value=amount("£21,000/year"),
                evidence=(Evidence(document="no", at="y"),),
            ),
            PayPoint(id="1e3", title="off", value=amount("£2000/year")),
        ),
        demands=(
            Demand(
                id="012",
                title="012",
                date=day("2022"),
                dropped=day("2023-12-01"),
                note="1_000",
                asks=asks,
                **both,
            ),
            Demand(id="1.5", title="a", parts=parts, **both),
        ),
        concessions=(
            Concession(
                id="1e3",
                title="on",
                made_by="null",
                date=day("2023-06-02"),
                accepted_by=("0x1f",),
                withdrawn=day("2023-08"),
                answers=(
                    answer,
                    Answer(demand="1.7", kind=Kind.OFFER, gives=Gives(stages=stages)),
                ),
                undemanded=Answer(kind=Kind.OFFER, gives=gift),
            ),
            Concession(
                id="1e4",
                title="off",
                made_by="null",
                accepted_by=("012", "0x1f"),
                note="y",
                date=day("2023-06"),
                date_printed="2",
                date_note="n",
                answers=(Answer(demand="1.6", kind=Kind.AGREED),),
            ),
            Concession(
                id="1e5",
                title="y",
                made_by="null",
                date=day("2023"),
                accepted=day("2023-09"),
                answers=(
                    Answer(demand="1.8", kind=Kind.WORSENING, gives=Gives(more=amount("£2/week"))),
                ),
            ),
        ),
        votes=(
            Vote(id="0x1f", title="on", held_by="on", date=day("2023-06"), carried=True),
            Vote(id="012", title="off", held_by="on", date=day("2023-06"), carried=False),
        ),
        verdicts=(
            Verdict(
                demand="012",
                by="on",
                status=Status.SOME_MOVEMENT,
                printed="No",
                date=day("2023-07"),
                date_printed="7/23",
                date_note="off",
                cause=Cause.OTHER_DATE,
                note="~",
                evidence=(cited,),
            ),
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "parties:\n- id: union\n  name: No\n  kind: union\ntitle: 1:10\n",
        '{"title": "1:10", "parties": [{"id": "union", "name": "No", "kind": "union"}]}\n',
        "---\n{title: '1:10', parties: [{id: union, name: No, kind: union,}]}\n...\n",
        "%YAML 1.1\n---\ntitle: >-\n  1:10\nparties:\n- {id: union, name: No, kind: union}\n",
        "# a\ntitle: 1:10 # b\nparties: # c\n    - {id: union, name: No, kind: union}",
        "\ufefftitle: 1:10\nparties: [{id: union, name: No, kind: union}]\n",
        "title: 1:10\r\nparties:\r\n- id: union\r\n  name: No\r\n  kind: union\r\n",
    ],
    ids=["block", "json", "flow", "directive", "comments", "byte order mark", "crlf"],
)
def test_style_does_not_matter(text: str) -> None:
    """Block and flow style, quotes, comments, line ends and a byte order mark change nothing."""
    party = Party(id="union", name="No", kind=PartyKind.UNION)
    assert load(put(text)) == Dispute(name="d", title="1:10", parties=(party,))


def test_records_know_where_they_stand() -> None:
    """A record keeps its file, line and column, and they are no part of its value."""
    dispute = load(put(PARTIES))
    assert [party.place for party in dispute.parties] == [("d.yaml", 3, 5), ("d.yaml", 4, 5)]
    assert dispute.parties[0] == Party(id="union", name="Weavers", kind=PartyKind.UNION)


@given(disputes())
def test_what_is_written_reads_back(dispute: Dispute) -> None:
    """Any dispute, written as YAML and loaded, is the same dispute."""
    assert load(put(write(dispute), "dispute.yaml")) == dispute


# Files that hold no dispute ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: found nothing"),
        ("# only a comment\n", "1:1: found nothing"),
        ("---\n", "2:1: found nothing"),
        ("- a\n", "1:1: found a list"),
        ("\na\n", "2:1: found 'a'"),
        ("*a\n", "1:1: found the alias *a"),
    ],
)
def test_refuses_what_is_no_mapping(text: str, message: str) -> None:
    """A file that holds nothing, or something else than a mapping, is refused with its keys."""
    assert refused(put(text)) == [f"d.yaml:{message}; allowed is a mapping of {LISTS['<top>']}"]


@pytest.mark.parametrize(
    ("text", "told"),
    table(r"""
    summary: a
    => 1:1: `title` is missing: the name of the dispute for readers

    title: a
    --- {}
    => 2:1: found a second document in the file; give each a file of its own

    &a {title: b}
    => 1:1: found the anchor &a; take it out

    !a {title: b}
    => 1:1: found the tag !a; take it out: types are known

    title: a: b
    => 1:9: this is not YAML: …

    title: %a
    => 1:8: this is not YAML: …

    title: a
    - b
    => 2:1: this is not YAML: …

    title: 'a
    # b
    => 3:1: this is not YAML: …

    title: a
    summary:b
    parties: []
    => 3:1: this is not YAML: …

    %YAML 2.0
    --- {title: a}
    => 1:1: this is not YAML: …
    """),
)
def test_refuses_what_is_not_one_dispute(text: str, told: list[str]) -> None:
    """What has no title, is not one document or is not YAML is told with its place."""
    assert own_words(refused(put(text))) == told


def test_a_tab_is_refused_where_it_stands() -> None:
    """A line that begins with a tab is no YAML."""
    told = own_words(refused(put("title: a\nsummary: b\n\tc\n")))
    assert told == ["d.yaml:3:1: this is not YAML: …"]


@pytest.mark.parametrize(
    ("problem", "remedy"),
    [
        ("mapping values are not allowed in this context", "a text with `: ` needs quotes, or"),
        ("found character that cannot start any token", "indent with spaces, and put a text that"),
        ("did not find expected key", "the line is indented wrongly, or a text goes on after the"),
        ("found unexpected end of stream", "a quotation mark that closes the text is missing"),
        ("could not find expected ':'", "a key is followed by a colon and a space"),
        ("found a tab character that violates indentation", "indent with spaces"),
        ("did not find expected ',' or '}'", "a comma is missing, or a text with `: ` stands"),
        ("something that nobody has said before", ""),
    ],
)
def test_what_libyaml_says_has_a_remedy_where_it_is_known(problem: str, remedy: str) -> None:
    """Its words are repeated, with what to do about them; other words are repeated alone."""
    mark = SimpleNamespace(line=2, column=4)
    begun = SimpleNamespace(line=0, column=0)
    error = MarkedYAMLError("while reading it", begun, problem, mark)
    told = str(syntax("d.yaml", b"", error))
    where = "d.yaml:3:5: this is not YAML: while reading it that begins in line 1"
    assert told.startswith(f"{where}, {problem}{remedy and '; '}{remedy}")
    assert remedy or told == f"{where}, {problem}"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_refuses_another_encoding(encoding: str) -> None:
    """Text that says to be of another encoding is refused by the encoding's name."""
    assert refused(put("\ufefftitle: é\n".encode(encoding))) == [
        f"d.yaml:1:1: found {encoding.upper()} text; save the file as UTF-8"
    ]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("title: é, thé\n".encode("latin-1"), "1:8"),
        ("title: é".encode("latin-1"), "1:8"),
        ("a: é\r\nb: éé ".encode() + b"\xe9\r\n", "2:7"),
        ("# é\n".encode() * 20_000 + b"title: \xff\n", "20001:8"),
        (b"title: a\0b\n", "1:9"),
        ("é: a\n".encode() + b"title: a\x1b[31m\n", "2:9"),
        ("title: é\n".encode("utf-16-be"), "1:1"),
    ],
)
def test_refuses_bytes_that_are_no_text(data: bytes, place: str) -> None:
    """Bytes that are no UTF-8 and raw control characters are refused where the first stands."""
    told = [message for message in refused(put(data)) if "unknown key" not in message]
    found = "found a byte or character that is not allowed: …; save the file as UTF-8 text"
    assert own_words(told) == [f"d.yaml:{place}: {found}"]


NESTED = "found more than 50 levels of nesting; none is read"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[" * 100_000, ["1:1: found a list; allowed is a mapping of <top>"]),
        ("- " * 100_000, ["1:1: found a list; allowed is a mapping of <top>"]),
        (
            "title: " + "[" * 100_000,
            ["1:8: title: found a list; allowed is text", f"1:58: {NESTED}"],
        ),
        (
            "title: a\nparties:\n  - {id: " + "[" * 100_000,
            ["3:10: parties[0].id: found a list; allowed is text", f"3:60: {NESTED}"],
        ),
        (
            "{a: " * 100_000,
            ["1:2: a: unknown key; allowed are <top>", f"1:205: {NESTED}"],
        ),
        (
            "? " * 100_000,
            ["1:3: found a mapping as a key; allowed is a word", f"1:103: {NESTED}"],
        ),
        (
            "".join(f"{' ' * depth}a:\n" for depth in range(1_000)),
            ["1:1: a: unknown key; allowed are <top>", f"52:52: {NESTED}"],
        ),
    ],
    ids=["lists", "block lists", "a value", "an id", "mappings", "keys", "block mappings"],
)
def test_gives_up_deep_nesting(text: str, told: list[str]) -> None:
    """Nesting without end is given up early, and said to be."""
    assert refused(put(text)) == [
        f"d.yaml:{message.replace('<top>', LISTS['<top>'])}" for message in told
    ]


def test_brackets_in_a_text_are_no_nesting() -> None:
    """Where a text holds many brackets and the file is broken elsewhere, the break is told."""
    (told,) = refused(put("title: '" + "[" * 1_000 + "'\nsummary: a: b\n"))
    assert told.startswith("d.yaml:2:11: this is not YAML: ")


def test_gives_up_after_a_thousand_problems() -> None:
    """A file that is wrong throughout is left unread after its thousandth problem."""
    told = refused(put("title: a\nparties: [" + "a," * 2_000 + "]\n"))
    assert told[999:] == [
        f"d.yaml:2:2009: parties[999]: found 'a'; allowed is a mapping of {LISTS['<party>']}",
        "d.yaml:2:2011: found more than 1,000 problems; the rest is left unread",
    ]


# Keys and shapes ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    table(r"""
    titel: a
    => 7:1: titel: unknown key; allowed are <top>; did you mean 'title'?

    colour: red
    => 7:1: colour: unknown key; allowed are <top>

    colour:
    => 7:1: colour: unknown key; allowed are <top>

    <<: *a
    => 7:1: <<: unknown key; allowed are <top>

    x: {y: [&a z, *a, !t {}]}
    => 7:1: x: unknown key; allowed are <top>

    a-key-of-more-than-sixty-letters-which-no-line-of-a-terminal-holds: a
    => 7:1: …: unknown key; allowed are <top>

    "a\nb": c
    => 7:1: 'a\nb': unknown key; allowed are <top>

    "\e\u202e": a
    => 7:1: '\x1b\u202e': unknown key; allowed are <top>

    title: b
    => 7:1: title: found a second time; the first value begins in line 1, keep one

    parties: [{id: weavers, name: Weavers, kind: union}]
    => 7:1: parties: found a second time; the first value begins in line 3, keep one

    ? [a, b]
    : c
    => 7:3: found a list as a key; allowed is a word

    {a: b}: c
    => 7:1: found a mapping as a key; allowed is a word

    *a : c
    => 7:1: found the alias *a as a key; allowed is a word

    summary: &a b
    => 7:10: summary: found the anchor &a; take it out

    &a summary: b
    => 7:1: summary: found the anchor &a; take it out

    summary: *a
    => 7:10: summary: found the alias *a; write the value out

    summary: !t b
    => 7:10: summary: found the tag !t; take it out: types are known

    summary: ! b
    => 7:10: summary: found the tag !; take it out: types are known

    summary: !a%0Ab c
    => 7:10: summary: found the tag '!a\nb'; take it out: types are known

    summary:
    => 7:9: summary: found nothing; leave the key out

    summary: ''
    => 7:10: summary: found nothing; leave the key out

    summary: [a]
    => 7:10: summary: found a list; allowed is text

    summary: {a: b}
    => 7:10: summary: found a mapping; allowed is text

    demands: []
    => 7:10: demands: found an empty list; leave the key out

    demands:
    => 7:9: demands: found nothing; leave the key out

    verdicts: a
    => 7:11: verdicts: found 'a'; allowed is a list of mappings of <verdict>

    verdicts: {a: b}
    => 7:11: verdicts: found a mapping; allowed is a list of mappings of <verdict>

    demands:
      - asks: [a]
        evidence: leaflet
    => 8:5: demands[0]: `id` is missing
    => 8:5: demands[0]: `made_by` is missing
    => 8:5: demands[0]: `made_to` is missing
    => 8:5: demands[0]: `title` is missing
    => 8:11: demands[0].asks: found a list; allowed is a mapping of <asks>
    => 9:15: demands[0].evidence: found 'leaflet'; allowed is a list of mappings of
    document, at, quote, quoting
    """),
)
def test_refuses_keys_and_shapes(text: str, told: list[str]) -> None:
    """A key that no field bears and a value of another shape are told with what is allowed."""
    assert refused(put(PARTIES + text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    table(r"""
    parties: [x, [y], *z, &a {id: b}, !t {id: c}, {id: d, name: D, kind: press}]
    => 1:11: parties[0]: found 'x'; allowed is a mapping of <party>
    => 1:14: parties[1]: found a list; allowed is a mapping of <party>
    => 1:19: parties[2]: found the alias *z; write the value out
    => 1:23: parties[3]: found the anchor &a; take it out
    => 1:35: parties[4]: found the tag !t; take it out: types are known

    parties:
      -
      - {id: a, name: A}
      - {}
    => 2:4: parties[0]: found nothing; leave it out
    => 3:5: parties[1]: `kind` is missing
    => 4:5: parties[2]: `id` is missing
    => 4:5: parties[2]: `kind` is missing
    => 4:5: parties[2]: `name` is missing

    parties: &a [{id: b, name: B, kind: union}]
    => 1:10: parties: found the anchor &a; take it out

    parties: !t [{id: b, name: B, kind: union}]
    => 1:10: parties: found the tag !t; take it out: types are known
    """),
)
def test_refuses_items_of_a_list(text: str, told: list[str]) -> None:
    """Each wrong item of a list is told by its place in it."""
    assert refused(put(f"{text}title: a\n")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    table(r"""
    title:
    => 1:7: title: found nothing, and it cannot be left out

    {title: '' }
    => 1:9: title: found nothing, and it cannot be left out

    {title: a, parties: [{id: a, name: , kind: union}]}
    => 1:36: parties[0].name: found nothing, and it cannot be left out
    """),
)
def test_advises_nobody_to_leave_out_what_must_be_there(text: str, told: list[str]) -> None:
    """A key that is required and empty is not advised away, as it would be missed next."""
    assert refused(put(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    table(r"""
    asks: {more: £1,500}
    => 13:21: demands[0].asks.500: unknown key; allowed are <asks>; <comma>

    asks: {direction: up, or down}
    => 13:27: demands[0].asks.or down: unknown key; allowed are <asks>; <comma>

    asks:
      lasting: yes
    asks: {}
    => 15:5: demands[0].asks: found a second time; the first value begins in line 14, keep one,
    or begin another record with `- `
    """),
)
def test_says_what_an_editor_overlooks(text: str, told: list[str]) -> None:
    """A value cut in two by its comma is recognised, and the first of two keys is pointed to."""
    assert refused(put(DEMAND + textwrap.indent(text, "    "))) == told


@pytest.mark.parametrize(
    ("text", "told"),
    table(r"""
    ballots: []
    => 7:1: ballots: unknown key; allowed are <top>; did you mean 'votes'?

    status: met
    => 7:1: status: unknown key; allowed are <top>; <computed>

    demand: []
    => 7:1: demand: unknown key; allowed are <top>; did you mean 'demands'?

    documentation: []
    => 7:1: documentation: unknown key; allowed are <top>; did you mean 'documents'?

    subjects: [{id: tea, name: Tea}]
    => 7:12: subjects[0]: `title` is missing
    => 7:22: subjects[0].name: unknown key; allowed are id, title; did you mean 'title'?
    """),
)
def test_knows_what_is_meant_at_the_top(text: str, told: list[str]) -> None:
    """For a key that is another word for a known one, or begins it, that one is named."""
    assert refused(put(PARTIES + text)) == told


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: employer", "kind: company", "found 'company'; {}; did you mean 'employer'?"),
        ("kind: employer", "kind: Ministry", "found 'Ministry'; {}; did you mean 'government'?"),
        ("kind: employer", "kind: newspaper", "found 'newspaper'; {}; did you mean 'press'?"),
        ("kind: employer", "kind: tribunal", "found 'tribunal'; {}; did you mean 'court'?"),
        ("kind: employer", "kind: review", "found 'review'; {}; did you mean 'review-body'?"),
        ("kind: employer", "kind: status", "found 'status'; {}"),
    ],
)
def test_knows_which_party_is_meant(old: str, new: str, message: str) -> None:
    """A word for somebody who acts in a known capacity is told that capacity."""
    allowed = f"allowed are {LISTS['<party kinds>']}"
    assert refused(put(PARTIES.replace(old, new))) == [
        f"d.yaml:4:34: parties[1].kind: {message.format(allowed)}"
    ]


@pytest.mark.parametrize("key", ["url", "link", "web", "website"])
def test_knows_an_address(key: str) -> None:
    """Whatever an address is called, it is `address`."""
    text = PARTIES.replace("publisher: union}", f"publisher: union, {key}: a.example}}")
    assert refused(put(text)) == [
        f"d.yaml:6:53: documents[0].{key}: unknown key; allowed are {LISTS['<document>']}; "
        "did you mean 'address'?"
    ]


@pytest.mark.parametrize("key", ["page", "where", "place", "location"])
def test_knows_a_place_in_a_document(key: str) -> None:
    """Wherever in a document something stands, it is `at`."""
    text = DEMAND.replace("at: item 1", f"{key}: 1")
    assert refused(put(text)) == [
        "d.yaml:12:16: demands[0].evidence[0]: `at` is missing",
        (
            f"d.yaml:12:36: demands[0].evidence[0].{key}: unknown key; "
            f"allowed are {LISTS['<evidence>']}; did you mean 'at'?"
        ),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    table(r"""
    asks: {amount: 10%}
    => 13:12: demands[0].asks.amount: unknown key; allowed are <asks>; write more: 10% where so much
    more is asked for, less: 10% for so much less, and at_least: 10% or at_most: 10% for a level

    asks: {amount: "£1,500"}
    => 13:12: demands[0].asks.amount: unknown key; allowed are <asks>; write more: "£1,500" where so
    much more is asked for, less: "£1,500" for so much less, and at_least: "£1,500" or at_most:
    "£1,500" for a level

    asks: {amount: [5%]}
    => 13:12: demands[0].asks.amount: unknown key; allowed are <asks>; write more: … where so much
    more is asked for, less: … for so much less, and at_least: … or at_most: … for a level

    asks: {amount: £15/hour, level: floor}
    => 13:12: demands[0].asks.amount: unknown key; allowed are <asks>; write more: £15/hour where so
    much more is asked for, less: £15/hour for so much less, and at_least: £15/hour or at_most:
    £15/hour for a level
    => 13:30: demands[0].asks.level: unknown key; allowed are <asks>; write at_least with the amount,
    in place of `amount` and `level`

    asks: {level: cap}
    => 13:12: demands[0].asks.level: unknown key; allowed are <asks>; write at_most with the amount,
    in place of `amount` and `level`

    asks: {level: £15/hour}
    => 13:12: demands[0].asks.level: unknown key; allowed are <asks>; write at_least: £15/hour for a
    level to reach from below, at_most: £15/hour from above

    status: met
    => 13:5: demands[0].status: unknown key; allowed are <demand>; <computed>

    source: leaflet
    => 13:5: demands[0].source: unknown key; allowed are <demand>; did you mean 'evidence'?
    """),
)
def test_says_what_to_write_for_the_terms_of_a_demand(text: str, told: list[str]) -> None:
    """For an amount or a level without its form, the very text to write is told."""
    assert refused(put(DEMAND + textwrap.indent(text, "    "))) == told


@pytest.mark.parametrize(
    ("text", "told"),
    table(r"""
    answers: [{demand: pay, kind: offer, gives: {amount: 5%}}]
    => 20:50: concessions[0].answers[0].gives.amount: unknown key; allowed are <gives>; write more:
    5% or less: 5% for a change, and to: 5% for a level

    answers: [{demand: pay, kind: offer, gives: {level: 5%}}]
    => 20:50: concessions[0].answers[0].gives.level: unknown key; allowed are <gives>; write more: 5%
    or less: 5% for a change, and to: 5% for a level

    answers: [{demand: pay, kind: offer, gives: {stages: [{value: £5, starts: 2023}]}}]
    => 20:60: concessions[0].answers[0].gives.stages[0].value: unknown key; allowed are <stage>;
    write more: £5 or less: £5 for a change, and to: £5 for a level

    answers: [{demand: pay, kind: accepted}]
    => 20:35: concessions[0].answers[0].kind: found 'accepted'; allowed are <kinds>; an offer that
    was accepted stays `offer`; add `accepted: DATE` to the concession

    answers: [{demand: pay, kind: rejected}]
    => 20:35: concessions[0].answers[0].kind: found 'rejected'; allowed are <kinds>; an offer that
    the union turned down stays `offer`; add `accepted_by` with a vote that has `carried: no`

    answers: [{demand: pay, kind: imposed}]
    => 20:35: concessions[0].answers[0].kind: found 'imposed'; allowed are <kinds>; what was put in
    place without agreement is in-force

    answers: [{demand: pay, kind: recommendation}]
    => 20:35: concessions[0].answers[0].kind: found 'recommendation'; allowed are <kinds>; what a
    review body recommends is an event; the award is a concession of whoever pays it, offer until it
    is settled

    answers: [{demand: pay, kind: offer, lapsed: 2023}]
    => 20:42: concessions[0].answers[0].lapsed: unknown key; allowed are <answer>; the last day that
    what is given holds is `ends` in `gives`; an offer that is no longer open is `withdrawn`; for one
    that was voted down add `accepted_by` with a vote that has `carried: no`

    rejected: 2023
    => 20:5: concessions[0].rejected: unknown key; allowed are <concession>; for an offer that was
    turned down add `accepted_by` with a vote that has `carried: no`

    answers: [{demand: pay, kind: offer, gives: {expires: 2023}}]
    => 20:50: concessions[0].answers[0].gives.expires: unknown key; allowed are <gives>; the last
    day that it holds is `ends`

    answers: [{demand: pay, kind: offer, gives: {stages: [{more: £5, basis: a, starts: 2023}]}}]
    => 20:70: concessions[0].answers[0].gives.stages[0].basis: unknown key; allowed are <stage>; a
    stage has none of its own: a sum paid once beside a rise is `undemanded`, or a concession of its
    own, with its `basis`, where the demand says basis: consolidated

    lapsed: 2023
    => 20:5: concessions[0].lapsed: unknown key; allowed are <concession>; the last day that what is
    given holds is `ends` in `gives`; an offer that is no longer open is `withdrawn`; for one that
    was voted down add `accepted_by` with a vote that has `carried: no`

    answers: [{demand: pay, kind: nothing}]
    => 20:35: concessions[0].answers[0].kind: found 'nothing'; allowed are <kinds>; did you mean
    'nothing-offered'?

    answers: [{demand: pay, kind: talks, status: not-met}]
    => 20:42: concessions[0].answers[0].status: unknown key; allowed are <answer>; <computed>

    answers: [{demand: pay, kind: agreed, for_: [a]}]
    => 20:43: concessions[0].answers[0].for_: unknown key; allowed are <answer>; did you mean 'for'?
    """),
)
def test_says_what_to_write_for_an_answer(text: str, told: list[str]) -> None:
    """For an amount that does not say what it is, and a kind of another name, the same is told."""
    assert refused(put(CONCESSION + textwrap.indent(text, "    "))) == told


@pytest.mark.parametrize(
    "text",
    [
        f"{PARTIES}<<<<<<< HEAD\nsummary: a\n=======\nsummary: b\n>>>>>>> other\n",
        f"{PARTIES}subjects:\n  - id: tea\n<<<<<<< HEAD\n    title: Tea\n=======\n",
        f"{PARTIES}summary: a\n=======\n",
        f"{PARTIES}summary: a\n>>>>>>> 0a1b2c (A commit: of somebody)\n",
        f"{PARTIES}<<<<<<< HEAD\r\nsummary: a\r\n",
    ],
)
def test_names_a_merge_conflict(text: str) -> None:
    """What a merge has left undone is named where it begins, and what to do about it."""
    line, found = next(
        (number, line)
        for number, line in enumerate(text.splitlines(), 1)
        if line[:7] in ("<<<<<<<", "=======", ">>>>>>>")
    )
    shown = found if len(found) <= 60 else repr(found)
    (told,) = refused(put(text))
    assert told == (
        f"d.yaml:{line}:1: found {shown}, which marks a merge conflict; keep one of its two sides, and "
        "take out the lines that begin <<<<<<<, ======= and >>>>>>>"
    )


@pytest.mark.parametrize("text", ["summary: <<<<<<< HEAD\n", "summary: |\n  a\n  =======\n  b\n"])
def test_signs_of_a_conflict_in_a_text_are_none(text: str) -> None:
    """The same signs within a text are nobody's conflict."""
    assert errors(put(PARTIES + text)) == []


# Values ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ('"a\\0b"', "0000"),
        ('"a\\rb"', "000D"),
        ('"a\\x1b[0m"', "001B"),
        ('"a\\x7fb"', "007F"),
        ('"a\\Nb"', "0085"),
        ('"a\\Lb"', "2028"),
        ('"a\\Pb"', "2029"),
        ('"a\\u202eb"', "202E"),
        ("a\u202ab", "202A"),
        ("a\u2066b", "2066"),
    ],
)
def test_refuses_characters_that_cannot_be_shown(value: str, code: str) -> None:
    """Characters that no page shows, or that reorder what is around them, are refused."""
    found = f"found the control character U+{code}, which cannot be shown; take it out"
    assert refused(put(f"summary: {value}\ntitle: a\n")) == [f"d.yaml:1:10: summary: {found}"]


@pytest.mark.parametrize("value", ["' '", '"\\_\\n\\t"', '"\\u3000"'])
def test_refuses_white_space(value: str) -> None:
    """A text that would be printed as nothing is refused."""
    assert refused(put(f"summary: {value}\ntitle: a\n")) == [
        "d.yaml:1:10: summary: found nothing but white space; allowed is text"
    ]


@pytest.mark.parametrize(
    "name", ["Pay", "pay 1", "pay_1", "-pay", "pay-", "pay--1", "é", "pay/1", "../pay", "٣"]
)
def test_refuses_a_bad_id(name: str) -> None:
    """An id is small letters and digits, held together by single hyphens or points."""
    path = put(f"title: a\nparties:\n  - {{id: '{name}', name: A, kind: union}}\n")
    allowed = "allowed is an id: small letters, digits and hyphens, pay-2023"
    assert refused(path) == [f"d.yaml:3:10: parties[0].id: found '{name}'; {allowed}"]


@pytest.mark.parametrize(
    ("text", "told"),
    table(r"""
    asks: {more: lots}
    => 13:18: demands[0].asks.more: found 'lots'; allowed is an amount: <amounts>

    asks: {at_most: '4:1', baseline: €1.500}
    => 13:21: demands[0].asks.at_most: found '4:1', which does not say which way round it is; write
    a ratio with its nouns, as in 4 patients per nurse, or 4 nurses per patient
    => 13:38: demands[0].asks.baseline: found '€1.500': a point, or thousands? write €1,500 or €1.50

    asks: {direction: sideways, basis: consoldated}
    => 13:23: demands[0].asks.direction: found 'sideways'; allowed are up, down
    => 13:40: demands[0].asks.basis: found 'consoldated'; allowed are consolidated,
    non-consolidated; did you mean 'consolidated'?

    asks: {lasting: maybe, due: 2023-02-30, period: 22/23}
    => 13:21: demands[0].asks.lasting: found 'maybe'; allowed are yes and no
    => 13:33: demands[0].asks.due: found '2023-02-30', a date that does not exist
    => 13:53: demands[0].asks.period: found '22/23'; allowed is <periods>

    asks: {lasting: True, period: 2022/24}
    => 13:21: demands[0].asks.lasting: found 'True'; allowed are yes and no
    => 13:35: demands[0].asks.period: found '2022/24', which are no two years in a row; allowed is
    <periods>

    date: June 2023
    => 13:11: demands[0].date: found 'June 2023'; allowed is <dates>

    date: 2023-05 to 2023-03
    => 13:11: demands[0].date: found '2023-05 to 2023-03', a span whose end lies before its start;
    write 2023-03 to 2023-05

    asks: {more: 5%, at_least: 10%}
    => 13:32: demands[0].asks.at_least: stands beside another form: found `more` and `at_least`; ask
    for one of them in each demand, or in each part of one

    asks: {direction: up, measure: sailings, less: 5%, more: 10%}
    => 13:52: demands[0].asks.less: stands beside another form: found `more` and `less` and
    `direction`; ask for one of them in each demand, or in each part of one

    asks: {direction: up}
    => 13:23: demands[0].asks.direction: found 'up' without its `measure`; name what is to go that
    way: measure: the adult fare

    asks: {measure: the adult fare}
    => 13:21: demands[0].asks.measure: is about a `direction`, up or down, and none is asked for

    asks: {baseline: 5%}
    => 13:22: demands[0].asks.baseline: found '5%' beside no level or direction; ask with `at_least`
    or `at_most` for what was to be reached or kept

    asks: {more: 5%, baseline: 3%}
    => 13:32: demands[0].asks.baseline: found '3%' beside no level or direction; a change counts
    from nothing, so leave it out

    asks: {at_least: 5%, baseline: up to 3%}
    => 13:36: demands[0].asks.baseline: found 'up to 3%'; a baseline is one number

    asks: {at_least: 5%, baseline: 3% to 4%}
    => 13:36: demands[0].asks.baseline: found '3% to 4%'; a baseline is one number

    asks: {at_least: 5%, baseline: figure rpi + 1%}
    => 13:36: demands[0].asks.baseline: found 'figure rpi + 1%'; a baseline is one number

    asks: {more: up to 5%}
    => 13:18: demands[0].asks.more: found 'up to 5%'; a demand names the number it would be met by

    asks: {less: at most 5 beds}
    => 13:18: demands[0].asks.less: found 'at most 5 beds'; a demand names the number it would be
    met by

    asks: {at_least: under 5%}
    => 13:22: demands[0].asks.at_least: found 'under 5%'; a demand names the number it would be met
    by

    asks: {at_most: at least 5%}
    => 13:21: demands[0].asks.at_most: found 'at least 5%'; a demand names the number it would be
    met by

    asks: {more: 0%}
    => 13:18: demands[0].asks.more: found '0%', no change; to keep what is there, ask with
    `at_least` or `at_most` and give its `baseline`

    asks: {more: -£5/week}
    => 13:18: demands[0].asks.more: found '-£5/week'; write less: £5/week

    asks: {less: -2 full-time posts}
    => 13:18: demands[0].asks.less: found '-2 full-time posts'; write more: 2 full-time posts

    asks: {at_least: £15/hour, baseline: £11}
    => 13:42: demands[0].asks.baseline: found '£11' in the unit '£', where '£15/hour' is asked for in
    the unit '£/hour': unlike things are not compared; if a document gives it in that unit, write it
    so, else leave it out

    asks: {at_most: 12, baseline: 5%}
    => 13:21: demands[0].asks.at_most: found '12': 12 of what? write 12% or £12

    asks: {more: 3 to 5}
    => 13:18: demands[0].asks.more: found '3 to 5': 3 to 5 of what? write its unit behind each
    number, 10% or £10

    asks: {for: grade-1}
    => 13:17: demands[0].asks.for: found 'grade-1'; allowed is a list of ids

    asks: {for: [grade-1, grade-1]}
    => 13:18: demands[0].asks.for[0]: found 'grade-1', and there is no pay point of that id; known
    are none
    => 13:27: demands[0].asks.for[1]: found 'grade-1' a second time; name it once
    => 13:27: demands[0].asks.for[1]: found 'grade-1', and there is no pay point of that id; known
    are none

    asks: {for_: [grade-1]}
    => 13:12: demands[0].asks.for_: unknown key; allowed are <asks>; did you mean 'for'?

    dropped: 2022-12
    date: 2023
    => 13:14: demands[0].dropped: found '2022-12', before it was made: '2023'; correct the date that
    is wrong

    date_printed: 4th June
    => 13:19: demands[0].date_printed: differs from `date`; say in `date_note` why

    parts: [{id: Basic Pay, title: a}]
    => 13:18: demands[0].parts[0].id: found 'Basic Pay'; allowed is an id: small letters, digits
    and hyphens, pay-2023

    parts: [{id: pay, title: a}]
    => 13:18: demands[0].parts[0].id: demand 'pay' stands already at d.yaml:8:9; give one of the
    two another id

    parts: [{id: basic, title: Basic pay, asks: {more: 5%, less: 3%}}]
    => 13:66: demands[0].parts[0].asks.less: stands beside another form: found `more` and `less`;
    ask for one of them in each demand, or in each part of one

    parts: [{id: basic, title: Basic pay}]
    asks: {lasting: yes}
    => 14:11: demands[0].asks: stands beside `parts`; a compound demand has its terms in its parts
    """),
)
def test_refuses_a_demand(text: str, told: list[str]) -> None:
    """What a demand cannot say is told at its field: what was found, and what is allowed."""
    assert refused(put(DEMAND + textwrap.indent(text, "    "))) == told


@pytest.mark.parametrize(
    "text",
    [
        "asks: {at_most: up to 5%}",
        "asks: {at_most: 0%}",
        "asks: {at_least: at least 5%}",
        "asks: {at_least: 0%, baseline: 3%}",
        "asks: {at_least: -2%, baseline: 5%}",
        "asks: {at_most: 35 hours/week, baseline: 35 hours per week}",
        "asks: {at_most: 10 residents per carer, baseline: 12 residents per carers}",
        "asks: {at_least: 52p/mile, baseline: £0.40/mile}",
        "asks: {at_least: 45 minutes, baseline: ½ hour}",
        "asks: {less: 1 bench}",
        "asks: {more: at least 5%}",
        "asks: {more: 3% to 5%}",
        "asks: {direction: down, measure: the adult fare}",
        "asks: {direction: up, measure: the adult fare, baseline: £3}",
        "asks: {}\n    parts: [{id: basic, title: Basic pay}]",
        "asks: {period: 2023, due: 2023-03 to 2023-05, lasting: true}",
        "asks: {period: 2022-23 to 2024/25, lasting: false}",
        "dropped: 2023\n    date: 2023-12-31",
        "date_printed: 4th June\n    date_note: A misprint.",
    ],
)
def test_takes_a_demand(text: str) -> None:
    """A level may be bounded on its own side, a baseline may lie on either, and dates may coincide."""
    assert errors(put(f"{DEMAND}    {text}\n")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    table(r"""
    note: a
    => 15:5: concessions[0].answers: answers nothing; add `answers`, or `undemanded` for what
    nobody had demanded

    answers: [{kind: refusal}]
    => 20:14: concessions[0].answers: an answer names no `demand`; what nobody demanded goes to
    `undemanded`

    answers: [{kind: refusal, demand: pay}, {kind: talks, demand: pay}]
    => 20:14: concessions[0].answers: answers 'pay' twice; steps at once are one amount, 2% + 1%,
    steps on days are `stages`, what some pay points get alone says so in `for`, a sum paid once
    beside a rise is `undemanded`, and two things that are said apart are two concessions

    undemanded: {kind: refusal, demand: pay}
    => 20:17: concessions[0].undemanded: names a demand; what answers one goes to `answers`

    answers: [{kind: refusal, demand: pay, gives: {more: 5%}}]
    => 20:51: concessions[0].answers[0].gives: found '5% more', and refusal gives nothing: only a
    `period` can stand here; what was given beside it is an answer of another kind, in a concession
    of its own

    answers: [{kind: talks, demand: pay, gives: {starts: 2024-01, period: 2023/24}}]
    => 20:49: concessions[0].answers[0].gives: found 'from January 2024', and talks gives nothing:
    only a `period` can stand here; what was given beside it is an answer of another kind, in a
    concession of its own

    undemanded: {kind: agrred}
    => 20:24: concessions[0].undemanded.kind: found 'agrred'; allowed are <kinds>; did you mean
    'agreed'?

    undemanded: {kind: deal}
    => 20:24: concessions[0].undemanded.kind: found 'deal'; allowed are <kinds>; did you mean
    'agreed'?

    undemanded: {kind: offer, gives: {more: 5%, to: 8%}}
    => 20:53: concessions[0].undemanded.gives.to: stands beside another amount: found `more` and
    `to`; keep one

    undemanded: {kind: offer, gives: {more: -1%}}
    => 20:45: concessions[0].undemanded.gives.more: found '-1%'; write less: 1%

    undemanded: {kind: offer, gives: {less: -2 full-time posts}}
    => 20:45: concessions[0].undemanded.gives.less: found '-2 full-time posts'; write more: 2
    full-time posts

    undemanded: {kind: offer, gives: {starts: 2024, ends: 2023-12}}
    => 20:59: concessions[0].undemanded.gives.ends: found '2023-12', before its start '2024'

    undemanded: {kind: offer, gives: {share_reached: 101%}}
    => 20:54: concessions[0].undemanded.gives.share_reached: found '101%'; allowed is a share from
    0% to 100%

    undemanded: {kind: offer, gives: {share_reached: '12'}}
    => 20:54: concessions[0].undemanded.gives.share_reached: found '12'; allowed is a share from
    0% to 100%

    undemanded: {kind: offer, gives: {stages: [{starts: 2023-07}]}}
    => 20:48: concessions[0].undemanded.gives.stages[0]: has no amount; a stage has one of `more`,
    `less` and `to`

    undemanded: {kind: offer, gives: {stages: [{more: 2%}]}}
    => 20:48: concessions[0].undemanded.gives.stages[0]: `starts` is missing

    undemanded: {kind: offer, gives: {stages: [{more: 2%, to: 5%, starts: 2023-07}]}}
    => 20:63: concessions[0].undemanded.gives.stages[0].to: stands beside another amount: found
    `more` and `to`; keep one

    undemanded: {kind: offer, gives: {stages: [{more: 2%, starts: 2023}, {to: 9%, starts: 2024}]}}
    => 20:47: concessions[0].undemanded.gives.stages: found both changes and levels; where a document
    gives all stages in one way, write them so; else keep the one and tell the other in `terms`

    undemanded: {kind: offer, gives: {more: 3%, period: 2023/24, stages: [{more: 2%, starts: 2023}]}}
    => 20:45: concessions[0].undemanded.gives.more: stands beside `stages`, each of which has its
    own; write `more` in each stage, and not here
    => 20:57: concessions[0].undemanded.gives.period: stands beside `stages`, each of which has its
    own; write `period` in each stage, and not here

    undemanded: {kind: offer}
    withdrawn: 2023-05
    => 21:16: concessions[0].withdrawn: found '2023-05', before it was made: '2023-06'; correct the
    date that is wrong

    undemanded: {kind: offer}
    accepted: 2023-05-31
    => 21:15: concessions[0].accepted: found '2023-05-31', before it was made: '2023-06'; correct the
    date that is wrong

    undemanded: {kind: offer}
    accepted: 2023-08
    withdrawn: 2023-07
    => 21:15: concessions[0].accepted: found '2023-08', after all of it was taken back: '2023-07';
    what is offered again is a concession of its own

    answers: [{demand: pay, kind: offer, withdrawn: 2022}]
    => 20:14: concessions[0].answers: found '2022', before it was made: '2023-06'; correct the date
    that is wrong

    undemanded: {kind: offer}
    accepted: 2023-07
    accepted_by: ballot
    => 21:15: concessions[0].accepted: stands beside `accepted_by`; keep one of the two
    => 22:18: concessions[0].accepted_by: found 'ballot', and there is no vote of that id; known are
    none

    undemanded: {kind: offer}
    accepted_by: [ballot, ballot]
    => 21:19: concessions[0].accepted_by[0]: found 'ballot', and there is no vote of that id; known
    are none
    => 21:27: concessions[0].accepted_by[1]: found 'ballot' a second time; name it once
    => 21:27: concessions[0].accepted_by[1]: found 'ballot', and there is no vote of that id; known
    are none

    undemanded: {kind: offer}
    accepted_by: {vote: ballot}
    => 21:18: concessions[0].accepted_by: found a mapping; allowed is an id, or a list of ids

    undemanded: {kind: offer}
    accepted_on: 2023-07
    => 21:5: concessions[0].accepted_on: unknown key; allowed are <concession>; did
    you mean 'accepted'?

    undemanded: {kind: offer, terms: [{says: a, evidence: [{document: leaflet}]}]}
    => 20:60: concessions[0].undemanded.terms[0].evidence[0]: `at` is missing
    """),
)
def test_refuses_a_concession(text: str, told: list[str]) -> None:
    """What makes no answer to a demand is told at the field that is wrong."""
    assert refused(put(CONCESSION + textwrap.indent(text, "    "))) == told


@pytest.mark.parametrize(
    "text",
    [
        "answers: [{demand: pay, kind: offer, gives: {more: £500, basis: non-consolidated}}]",
        "answers: [{demand: pay, kind: offer, gives: {to: 2 days, instead: leave}}]",
        "answers: [{demand: pay, kind: worsening, gives: {less: 2%}}]",
        "answers: [{demand: pay, kind: refusal, gives: {period: 2023/24}}]",
        "answers: [{demand: pay, kind: offer, gives: {stages: [{more: 2%, starts: 2023}]}}]",
        "answers: [{demand: pay, kind: offer, withdrawn: 2023-06}]\n    accepted: 2023-06",
        "undemanded: {kind: offer, gives: {starts: 2023-12, ends: 2023, share_reached: 100%}}",
        "undemanded: {kind: offer, gives: {share_reached: 0%}}\n    withdrawn: 2023-06",
        "undemanded: {kind: offer, gives: {more: up to 5%}}\n    accepted: 2023\n    withdrawn: 2023",
    ],
)
def test_takes_a_concession(text: str) -> None:
    """Another kind of thing may be in another unit, and dates may coincide."""
    assert errors(put(f"{CONCESSION}    {text}\n")) == []


def test_refuses_an_answer_to_a_whole_that_has_parts() -> None:
    """A compound demand is answered part by part, and the message lists the parts."""
    text = CONCESSION.replace(
        "asks: {more: 10%, basis: consolidated}",
        "parts: [{id: basic, title: Basic pay}, {id: bonus, title: Bonus}]",
    )
    text += "    answers:\n      - {demand: bonus, kind: talks}\n      - "
    assert refused(put(text + "{demand: pay, kind: talks}\n")) == messages("""
        => d.yaml:22:9: concession 'letter' answers 'pay', which has parts; answer each part by
        its own id: basic, bonus
    """)
    assert errors(put(text + "{demand: basic, kind: talks}\n")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    table(r"""
    status: no-response
    => 17:13: verdicts[0].status: no published rating says 'no-response'; leave the verdict out

    status: nomet
    => 17:13: verdicts[0].status: found 'nomet'; allowed are not-met, some-movement, partly-met,
    met, no-response; did you mean 'not-met'?

    status: met
    date_printed: July
    => 18:19: verdicts[0].date_printed: differs from `date`; say in `date_note` why
    """),
)
def test_refuses_a_verdict(text: str, told: list[str]) -> None:
    """A published rating is on the scale, as nobody publishes what is not recorded here."""
    verdict = """\
verdicts:
  - demand: pay
    by: union
    printed: ten words may stand in a quotation, and no more
"""
    rest = "    date: 2023\n    evidence: [{document: leaflet, at: p. 2}]\n"
    assert refused(put(DEMAND + verdict + textwrap.indent(text, "    ") + rest)) == told


def test_refuses_a_second_verdict_of_one_day() -> None:
    """One rater's two ratings of a demand on a day cannot both be the last."""
    rating = (
        "  - {demand: pay, by: union, status: met, printed: Yes., date: 2023-05,"
        " evidence: [{document: leaflet, at: item 1}]}\n"
    )
    text = DEMAND + "verdicts:\n" + rating
    assert errors(put(text)) == []
    assert refused(put(text + rating)) == [
        "d.yaml:15:5: 'union' rates 'pay' a second time in May 2023; keep one"
    ]


def test_refuses_a_long_quotation() -> None:
    """Of a document at most ten words are quoted."""
    text = "    note: a\n    asks: {lasting: yes}\n"
    long = DEMAND.replace("at: item 1}]", "at: item 1, quote: a b c d e f g h i j k}]") + text
    assert errors(put(long.replace(" j k}", " j}"))) == []
    assert refused(put(long)) == messages("""
        => d.yaml:12:55: demands[0].evidence[0].quote: found a quotation of 11 words; allowed
        are 10: say the rest in words of your own
    """)


# References --------------------------------------------------------------------------------


def test_refuses_every_reference_to_nothing() -> None:
    """Whatever names a party, document or demand that no record is, is told with those known."""
    path = put(f"""\
{PARTIES}  - {{id: flyer, title: Flyer, publisher: onion}}
demands:
  - id: pay
    title: More pay
    made_by: x1
    made_to: Mill
    evidence: [{{document: leaflets, at: item 1, quoting: x2}}]
    parts: [{{id: basic, title: Basic pay}}]
concessions:
  - id: letter
    title: A letter
    made_by: x3
    date: 2023
    answers: [{{demand: basics, kind: refusal}}]
    evidence: [{{document: leaflet, at: item 2}}]
verdicts:
  - demand: letter
    by: leaflet
    status: met
    printed: Yes
    date: 2023
    evidence: [{{document: flyer, at: item 3}}]
""")
    party = "and there is no party of that id; known are union, mill"
    document = "and there is no document of that id; known are leaflet, flyer"
    demand = "and there is no demand of that id; known are pay, basic"
    assert refused(path) == messages(f"""
        => d.yaml:7:42: documents[1].publisher: found 'onion', {party}; did you mean 'union'?
        => d.yaml:11:14: demands[0].made_by: found 'x1', {party}
        => d.yaml:12:14: demands[0].made_to: found 'Mill', {party}; did you mean 'mill'?
        => d.yaml:13:27: demands[0].evidence[0].document: found 'leaflets', {document};
        did you mean 'leaflet'?
        => d.yaml:13:58: demands[0].evidence[0].quoting: found 'x2', {party}
        => d.yaml:18:14: concessions[0].made_by: found 'x3', {party}
        => d.yaml:20:24: concessions[0].answers[0].demand: found 'basics', {demand};
        did you mean 'basic'?
        => d.yaml:23:13: verdicts[0].demand: found 'letter', {demand}
        => d.yaml:24:9: verdicts[0].by: found 'leaflet', {party}
    """)


@pytest.mark.parametrize(
    ("count", "listed"), [(0, "; known are none"), (1, "; known are a0"), (13, "")]
)
def test_lists_the_known_where_they_are_few(count: int, listed: str) -> None:
    """A message lists what is known where a line can hold it, and says so if nothing is."""
    demands = "".join(f"  - {{id: a{n}, title: A, {MADE}}}\n" for n in range(count))
    verdict = "{demand: x, by: union, status: met, printed: a, date: 2023, evidence: [{}]}"
    verdict = verdict.replace("{}", "{document: leaflet, at: item 1}")
    text = f"{PARTIES}verdicts:\n  - {verdict}\n" + (f"demands:\n{demands}" if count else "")
    assert refused(put(text)) == [
        f"d.yaml:8:14: verdicts[0].demand: found 'x', and there is no demand of that id{listed}"
    ]


def test_refuses_a_second_record_of_an_id() -> None:
    """An id stands for one record of its section; in another section it may stand again."""
    text = PARTIES + "  - {id: union, title: A, publisher: mill}\n"
    assert load(put(text)).documents[1].id == "union"
    text += "  - {id: leaflet, title: B, publisher: mill}\n"
    assert refused(put(text)) == messages("""
        => d.yaml:8:10: documents[2].id: document 'leaflet' stands already at d.yaml:6:10; give
        one of the two another id
    """)


# Several files -----------------------------------------------------------------------------


def test_references_lead_across_files() -> None:
    """Records name each other before and after they stand, in whichever file."""
    answers = "    answers: [{demand: pay, kind: talks}]\n"
    put(CONCESSION.removeprefix(PARTIES) + answers, "f/a.yaml")
    put(PARTIES, "f/b.yaml")
    assert load("f") == load(put(CONCESSION + answers, "f.yaml"))


def test_tells_all_problems_of_all_files_in_order() -> None:
    """One wrong file does not hide what is wrong in the others, or in the rest of itself."""
    first = "parties: [{id: union, name: A, kind: onion}]\n" + "\n" * 9 + "titel: a\nb: c\n"
    put(first, "f/a.yaml")
    put("title: b\nparties: [{id: union, name: A, kind: union}]\n", "f/b.yaml")
    put("title: c\ndocuments: [{id: a, title: A, publisher: nobody}]\n", "f/c.yaml")
    assert refused(Path("f")) == messages("""
        => f/a.yaml:1:38: parties[0].kind: found 'onion'; allowed are <party kinds>; did you mean
        'union'?
        => f/a.yaml:11:1: titel: unknown key; allowed are <top>; did you mean 'title'?
        => f/a.yaml:12:1: b: unknown key; allowed are <top>
        => f/b.yaml:2:16: parties[0].id: party 'union' stands already at f/a.yaml:1:16; give one
        of the two another id
        => f/c.yaml:1:8: title: found a second time; it stands already at f/b.yaml:1:8
        => f/c.yaml:2:42: documents[0].publisher: found 'nobody', and there is no party of that
        id; known are union
    """)


@pytest.mark.parametrize("content", [b"title: [\n", b"\xff\xfe", b"", b"- a\n", b"title: \xe9"])
def test_blames_nobody_for_what_a_broken_file_could_not_say(content: bytes) -> None:
    """While one file cannot be read through, nothing is said to be missing for it."""
    put(content, "f/a.yaml")
    put("documents: [{id: a, title: A, publisher: union}]\ndate: 2023\n", "f/b.yaml")
    *broken, told = refused(Path("f"))
    assert {message.split(":")[0] for message in broken} == {"f/a.yaml"}
    assert told == f"f/b.yaml:2:1: date: unknown key; allowed are {LISTS['<top>']}"


def test_a_missing_title_is_told_beside_other_problems() -> None:
    """The title is missed at the start of the first file, whatever else is wrong."""
    put("parties: [{id: union, name: A}]\n", "f/a.yaml")
    put("summary: a\n", "f/b.yaml")
    assert refused(Path("f")) == [
        "f/a.yaml:1:1: `title` is missing: the name of the dispute for readers",
        "f/a.yaml:1:11: parties[0]: `kind` is missing",
    ]


# What is expected ------------------------------------------------------------------------------

ALLOWED = "allowed is a `demand` with its `status`, or a `claim` with its `verdict`"

EXPECTED = f"""\
{DEMAND}claims:
  - {{id: more, title: More, made_by: union, date: 2023, untested: motive,
     note: N, evidence: [{{document: leaflet, at: item 2}}]}}
expected:
"""
"""Sixteen lines; what is put after it stands in line 17."""


def test_reads_what_is_expected() -> None:
    """A status of a demand and a verdict on a claim can be expected, as of a day or without one."""
    dispute = load(
        put(f"""\
{EXPECTED}  - {{demand: pay, status: no-response, as_of: 2023-06, note: A gap}}
  - {{claim: more, verdict: not-enough-information}}
""")
    )
    assert dispute.expected == (
        Expectation(
            demand="pay", status=Status.NO_RESPONSE, as_of=Date.parse("2023-06"), note="A gap"
        ),
        Expectation(claim="more", verdict=ClaimVerdict.NOT_ENOUGH),
    )


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("{}", "neither"),
        ("{as_of: 2023}", "neither"),
        ("{demand: pay}", "`demand`"),
        ("{status: met}", "`status`"),
        ("{claim: more}", "`claim`"),
        ("{verdict: supported}", "`verdict`"),
        ("{demand: pay, verdict: supported}", "`demand`, `verdict`"),
        ("{claim: more, status: met}", "`status`, `claim`"),
        ("{demand: pay, claim: more}", "`demand`, `claim`"),
        ("{demand: pay, status: met, claim: more}", "`demand`, `status`, `claim`"),
        ("{demand: pay, claim: more, verdict: supported}", "`demand`, `claim`, `verdict`"),
        (
            "{demand: pay, status: met, claim: more, verdict: supported}",
            "`demand`, `status`, `claim`, `verdict`",
        ),
    ],
)
def test_refuses_what_expects_nothing_or_two_things(fields: str, found: str) -> None:
    """An expectation is of one demand or of one claim, and says what is expected of it."""
    assert refused(put(f"{EXPECTED}  - {fields}\n")) == [
        f"d.yaml:17:5: expected[0]: found {found}; {ALLOWED}"
    ]


@pytest.mark.parametrize(
    ("yaml", "told"),
    table("""
    {demand: more, status: met}
    => 17:14: expected[0].demand: found 'more', and there is no demand of that id; known are pay

    {claim: pay, verdict: supported}
    => 17:13: expected[0].claim: found 'pay', and there is no claim of that id; known are more

    {demand: pay, status: supported}
    => 17:27: expected[0].status: found 'supported'; allowed are not-met, some-movement, partly-met,
    met, no-response

    {claim: more, verdict: true}
    => 17:28: expected[0].verdict: found 'true'; allowed are supported, contradicted,
    one-sides-word, not-enough-information

    {claim: more, verdict: one-side}
    => 17:28: expected[0].verdict: found 'one-side'; allowed are supported, contradicted,
    one-sides-word, not-enough-information; did you mean 'one-sides-word'?

    {demand: pay, status: met, as_of: June}
    => 17:39: expected[0].as_of: found 'June'; allowed is <dates>

    {demand: pay, status: met, because: it is}
    => 17:32: expected[0].because: unknown key; allowed are demand, status, claim, verdict, as_of,
    policy, note
    """),
)
def test_refuses_an_expectation(yaml: str, told: list[str]) -> None:
    """What an expectation cannot say is told at its field."""
    assert refused(put(f"{EXPECTED}  - {yaml}")) == told


@pytest.mark.parametrize("file", ["texts/a.txt", "/a.txt", "../a.txt", "a/", "texts\\a.txt"])
def test_refuses_a_folder_in_the_name_of_a_text(file: str) -> None:
    """The text of a document lies in the folder that `check` is told of, and in none inside it."""
    yaml = PARTIES.replace("publisher: union}", f"publisher: union, file: {file}}}")
    assert refused(put(yaml)) == [
        (
            f"d.yaml:6:59: documents[0].file: found {file!r}; allowed is the name of a file, without "
            "folders"
        )
    ]


@pytest.mark.parametrize(
    "address",
    [
        *("http://a.org", "javascript:alert(1)", "a.org", "https://a", "a@b", "mailto:a@b.org"),
        *("https://a.org/a b", 'https://a.org/"', "https://ä.org", "a@b.org, c@d.org", "www.a.org"),
    ],
)
def test_refuses_what_is_no_address_for_corrections(address: str) -> None:
    """Only what leads somebody to somewhere in a safe way: https, or an e-mail address."""
    assert refused(put(f"{PARTIES}corrections: '{address}'\n")) == [
        (
            f"d.yaml:7:14: corrections: found {put_in_quotes(address)}; allowed is an address https://… or an "
            "e-mail address, in ASCII: corrections@example.org"
        )
    ]


@pytest.mark.parametrize(
    "address",
    ["https://a.org", "https://a-b.org:8080/c?d=e%20f&g#h", "us+all@a.org", "a.b@c.d-e.org"],
)
def test_takes_an_address_for_corrections(address: str) -> None:
    """It is kept as it is written."""
    assert load(put(f"{PARTIES}corrections: '{address}'\n")).corrections == address


@pytest.mark.parametrize("file", ["a.txt", "minutes of 2 June.md", "..", "naïve", "a:b"])
def test_takes_any_name_of_a_file(file: str) -> None:
    """Any other text can be the name of a file."""
    yaml = PARTIES.replace("publisher: union}", f"publisher: union, file: '{file}'}}")
    assert load(put(yaml)).documents[0].file == file


# Entries -----------------------------------------------------------------------------------------


def entries(path: str) -> list[tuple[str, str, str, bool]]:
    """Return the section, id and place of each entry, and whether it was read whole."""
    return [
        (entry.section, entry.id, "{}:{}:{}".format(*entry.place), entry.record is not None)
        for entry in inspect(path).entries
    ]


def test_entries_are_the_records_at_the_top() -> None:
    """Each record of a section is an entry at its own place, and none of those inside it is."""
    put(
        f"""\
{DEMAND.removeprefix(PARTIES)}    parts: [{{id: rise, title: Rise}}, {{id: gift, title: Gift}}]
verdicts:
  - {{demand: pay, by: union, status: met, printed: Yes, date: 2023}}
expected:
  - {{demand: gift, status: no-response}}
""",
        "f/a.yaml",
    )
    put(PARTIES, "f/b.yaml")
    reading = inspect("f")
    assert entries("f") == [
        ("demands", "pay", "f/a.yaml:2:5", True),
        ("verdicts", "", "f/a.yaml:9:5", True),
        ("expected", "", "f/a.yaml:11:5", True),
        ("parties", "union", "f/b.yaml:3:5", True),
        ("parties", "mill", "f/b.yaml:4:5", True),
        ("documents", "leaflet", "f/b.yaml:6:5", True),
    ]
    dispute = reading.dispute
    assert dispute is not None
    assert [entry.record for entry in reading.entries] == [
        *(*dispute.demands, *dispute.verdicts, *dispute.expected),
        *(*dispute.parties, *dispute.documents),
    ]
    assert all(entry.record.place == entry.place for entry in reading.entries)


def test_a_wrong_record_is_an_entry_all_the_same() -> None:
    """What cannot be read whole has its place and id; an id used twice leaves both records whole."""
    put(
        """\
title: a
parties:
  - {id: union, kind: onion, name: A}
  - {kind: union, name: A}
  - {id: Mill, kind: employer, name: A}
  - {name: A, kind: union, id: union}
  - mill
  - {name: A, kind: union, id: guild}
documents: {id: a}
subjects:
  - {title: Tea}
""",
        "d.yaml",
    )
    assert inspect("d.yaml").dispute is None
    assert entries("d.yaml") == [
        ("parties", "union", "d.yaml:3:5", False),
        ("parties", "", "d.yaml:4:5", False),
        ("parties", "", "d.yaml:5:5", False),
        ("parties", "union", "d.yaml:6:5", True),
        ("parties", "guild", "d.yaml:8:5", True),
        ("subjects", "", "d.yaml:11:5", False),
    ]


def test_a_file_that_is_given_up_lends_no_id_to_the_next() -> None:
    """What was read of a record before its file broke off is forgotten."""
    put("parties:\n  - {id: union, name: [\n", "f/a.yaml")
    put(
        "verdicts:\n  - {demand: pay, by: union, status: met, printed: A, date: 2023}\n", "f/b.yaml"
    )
    assert entries("f") == [("verdicts", "", "f/b.yaml:2:5", True)]


@pytest.mark.parametrize(
    "content", ["", "[", "- a\n", "title: a\n", "parties: []\n", "partys: []\n"]
)
def test_a_file_without_records_has_no_entries(content: str) -> None:
    """A file that is empty, broken or says only its title lists no record."""
    put(content)
    assert entries("d.yaml") == []


# What is warned of -------------------------------------------------------------------------


def warned(path: Path) -> list[str]:
    """Return what the reader warns of, which `check` tells too."""
    told = [str(problem) for problem in inspect(path).warnings]
    assert [str(each) for each in check(path) if str(each) in told] == told
    return told


@pytest.mark.parametrize(
    ("line", "key", "column", "comment"),
    [
        ("title: Ward #4", "title", 1, "#4"),
        ("title: Ward  # four", "title", 1, "# four"),
        ("  - title: Ward #4 and #5", "title", 5, "#4 and #5"),
        ("    says: A #1 rise", "says", 5, "#1 rise"),
        ("  - name: Ward #4", "name", 5, "#4"),
        ("title: é #ä", "title", 1, "#ä"),
        (f"title: a #{'b' * 100}", "title", 1, f"#{'b' * 56}"),
    ],
)
def test_warns_of_a_text_that_a_comment_cuts(
    line: str, key: str, column: int, comment: str
) -> None:
    """YAML reads ` #` as a comment, so a title that holds it loses its end."""
    shown = f"'{comment}'" if len(line) < 100 else f"'{comment}'…"
    (problem,) = cut("d.yaml", f"# é\n\n{line}\n".encode())
    assert problem.kind is ProblemKind.WORDING
    assert str(problem) == (
        f"d.yaml:3:{column}: warning: wording: `{key}` ends before {shown}, which YAML reads as a "
        "comment; put the whole text in quotes, or the comment in a line of its own"
    )


@pytest.mark.parametrize(
    "line",
    [
        *("title: 'Ward #4'", 'title: "Ward #4"', "title: Ward#4", "# title: Ward #4"),
        *("id: ward #4", "title: |  # a", "title: >-  # a", "parties: # a", "title: # a"),
        *("date_printed: 3 #4", "subtitle: Ward #4", "note: |\n  title: Ward #4"),
    ],
)
def test_warns_of_no_other_comment(line: str) -> None:
    """A text in quotes is whole, and a comment elsewhere is one."""
    assert list(cut("d.yaml", f"{line}\n".encode())) == []


@pytest.mark.parametrize("data", ["title: Ward #4\r\n", "\ufefftitle: Ward #4\n"])
def test_warns_whatever_ends_a_line_or_begins_a_file(data: str) -> None:
    """A byte order mark and the line ends of another system hide no comment, and are none of it."""
    (problem,) = cut("d.yaml", data.encode())
    assert problem.message.startswith("`title` ends before '#4', which YAML reads as a comment; ")


def test_check_warns_of_a_cut_text_where_nothing_is_wrong() -> None:
    """The dispute is read with its title cut, and `check` tells of it."""
    text = PARTIES.replace("title: The mill", "title: The mill #4")
    path = put(text)
    assert load(path).title == "The mill"
    assert warned(path) == [
        "d.yaml:1:1: warning: wording: `title` ends before '#4', which YAML reads as a comment; put the "
        "whole text in quotes, or the comment in a line of its own"
    ]
    assert warned(put(PARTIES)) == []


# What always holds -------------------------------------------------------------------------


PIECES = st.sampled_from(
    [
        *("title", "parties", "id", "x", ": ", ":\n", "\n", "  ", "- ", "[", "]", "{", "}", ", "),
        *("? ", "&a ", "*a", "!t ", "'", '"', "|\n", "#", "---\n", "\t", "\0", "\u202e", "é"),
    ]
)


@given(st.binary(max_size=40) | st.lists(PIECES, max_size=20).map("".join).map(str.encode))
@example(b'"\\n": a')
@example(b"title: !%0A a")
def test_any_bytes_are_a_dispute_or_told_in_lines(data: bytes) -> None:
    """Whatever a file holds, each of its problems is one printable line with a place in it."""
    path = put(data)
    try:
        load(path)
    except DataError as wrong:
        for problem in wrong.problems:
            assert printable(str(problem))
            assert problem.place[0] == "d.yaml"
            assert min(problem.place[1:]) >= 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: a\nsummary: >-\n" + "  %TAG\n" * 101, "a"),
        ("title: a" + " %TAG" * 101 + "\n", "a" + " %TAG" * 101),
        ("%TAG ! x\n" * 101, ["found more than 100 lines that begin with %TAG; take them out"]),
        (
            "\ufeff" + "%TAG ! x\r" * 101,
            ["found more than 100 lines that begin with %TAG; take them out"],
        ),
    ],
    ids=["lines of a text", "words of a text", "directives", "after other line breaks"],
)
def test_only_lines_that_are_directives_are_counted(text: str, told: object) -> None:
    """What a text holds is text, however often; only directives of YAML are refused by their number."""
    reading = read([("d.yaml", text.encode())], "d")
    found: object = [problem.message for problem in reading.problems]
    if reading.dispute is not None:
        found = reading.dispute.title
    assert found == told
