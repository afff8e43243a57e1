"""Hostile input: every file gives a dispute or listed problems, in bounded time and memory.

`docs/reliability.md` has a table of these cases, with those that other tests hold.
"""

from __future__ import annotations

import datetime
import difflib
import errno
import io
import os
import random
import signal
import subprocess
import sys
from collections.abc import Collection, Iterable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from fuzzing.mutate import MUTATIONS, mutate
from fuzzing.promise import kept_for, pages
from fuzzing.seeds import on_board
from helpers.places import ROOT
from helpers.strategies import disputes
from helpers.writing import write
from helpers.yaml_files import LISTS, PARTIES, errors, own_words, put, refused
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pcs_scorecard import (
    POLICIES,
    Dispute,
    Status,
    check,
    cli,
    load,
    score,
)
from pcs_scorecard.cli.output import _write_whole as write_whole
from pcs_scorecard.comparison import compare
from pcs_scorecard.reading import files
from pcs_scorecard.values.messages import printable

SEEDS = on_board()
CHANGES = st.integers(0, 2**32 - 1)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages name files by their bare names."""
    monkeypatch.chdir(tmp_path)


# Any input -----------------------------------------------------------------------------------


@settings(max_examples=150)
@given(st.sampled_from(SEEDS), st.sampled_from(SEEDS), CHANGES)
def test_a_changed_file_is_a_dispute_or_told(data: bytes, other: bytes, seed: int) -> None:
    """Whatever is done to a real file, it has every page, or problems with places and words."""
    kept_for(mutate(data, other, seed))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(disputes(), CHANGES)
def test_a_changed_invented_file_is_a_dispute_or_told(dispute: Dispute, seed: int) -> None:
    """The same holds for an invented dispute, in which every feature can stand."""
    data = write(dispute).encode()
    kept_for(mutate(data, data, seed))


def test_changes_are_the_same_for_the_same_seed_and_break_some_files() -> None:
    """A seed says all, each change changes something, and what comes of it is of both kinds."""
    whole = SEEDS[-1]
    changed = [mutate(whole, SEEDS[0], seed) for seed in range(30)]
    assert changed == [mutate(whole, SEEDS[0], seed) for seed in range(30)]
    assert {kept_for(data) for data in changed} == {True, False}
    for change in MUTATIONS:
        chances = [random.Random(seed) for seed in range(9)]  # noqa: S311 - nothing is a secret
        assert any(change(whole, SEEDS[0], chance) != whole for chance in chances), change


# Files that are told of ----------------------------------------------------------------------

VALUE = (
    PARTIES
    + """\
figures:
  - id: a
    title: A
    measures: pay
    evidence: [{document: leaflet, at: page 1}]
    value: """
)
AMOUNT = f"allowed is an amount: {LISTS['<amounts>']}"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (".nan", f"found '.nan'; {AMOUNT}"),
        ("-.inf", f"found '-.inf'; {AMOUNT}"),
        ("Infinity", f"found 'Infinity'; {AMOUNT}"),
        ("1e999", f"found '1e999', with the unknown unit 'e999'; {AMOUNT}"),
        ("9" * 10_000, "found an amount of more than 15 digits"),
        ("0." + "0" * 10_000, "found an amount of more than 15 digits"),
        ("1/0", "found '1/0'; nothing is divided by 0"),
        ("1%" + " + 1%" * 400_000, "found 400001 steps in one amount; allowed are 50"),
        (
            "1 " + "x" * 1_000_000,
            f"found '1 {'x' * 55}'…, with the unknown unit '{'x' * 57}'…; {AMOUNT}",
        ),
    ],
    ids=lambda value: value[:20],
)
def test_refuses_a_number_that_is_none(value: str, told: str) -> None:
    """What is no number, or one without end, is no amount; what was found is cut to a line."""
    assert refused(put(VALUE + value)) == [f"d.yaml:12:12: figures[0].value: {told}"]


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("0000-01-01", "found '0000-01-01', a date that does not exist"),
        ("0000", "found '0000', a date that does not exist"),
        ("10000-01-01", f"found '10000-01-01'; allowed is {LISTS['<dates>']}"),
    ],
)
def test_refuses_a_day_that_no_calendar_has(date: str, told: str) -> None:
    """The calendar begins with the year 1 and ends with 9999."""
    text = f"{PARTIES}subjects: []\nevents: [{{id: a, title: A, date: {date}}}]\n"
    assert refused(put(text))[1:] == [f"d.yaml:8:34: events[0].date: {told}"]


@pytest.mark.parametrize("date", ["0001", "0001-01-01", "9999", "9999-12-31"])
def test_the_first_and_the_last_day_have_pages(date: str) -> None:
    """Nothing is reckoned beyond the calendar's ends."""
    pages(
        load(
            put(f"""\
{PARTIES}demands: [{{id: pay, title: Pay, made_by: union, made_to: mill, date: {date}}}]
concessions:
  - {{id: offer, title: Offer, made_by: mill, date: {date}, withdrawn: {date},
     answers: [{{demand: pay, kind: agreed, gives: {{starts: {date}, ends: {date}}}}}]}}
events: [{{id: a, title: A, date: {date}}}, {{id: b, title: B, date: {date}}}]
claims:
  - {{id: c, title: C, made_by: union, date: {date},
     check: {{elapsed: {{start: a, end: b, relation: equal, number: 0 days}}}}}}
""")
        )
    )


NOT_YAML = "this is not YAML: …"
NO_TEXT = "found a byte or character that is not allowed: …; save the file as UTF-8 text"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"title: a\xed\xa0\x80b\n", "1:9: " + NO_TEXT),
        (b"title: a\xed\xb0\x80\n", "1:9: " + NO_TEXT),
        (b"title: a\xf4\x90\x80\x80\n", "1:9: " + NO_TEXT),
        (b"title: a\xc0\x80\n", "1:9: " + NO_TEXT),
        (b'title: "\\ud800"\n', "1:11: " + NOT_YAML),
        (b'title: "\\U00110000"\n', "1:11: " + NOT_YAML),
    ],
)
def test_refuses_what_is_no_character(data: bytes, told: str) -> None:
    """Half of a pair of surrogates, and what lies beyond Unicode, is told where it stands."""
    found = own_words(refused(put(data)))
    assert [each for each in found if "missing" not in each] == [f"d.yaml:{told}"]


def test_bombs_of_aliases_are_never_lit() -> None:
    """No alias is followed, so nine lines stand for nine lines and not for a thousand million."""
    lines = ["title: Lol", "x1: &x1 [" + ", ".join(["lol"] * 10) + "]"]
    for number in range(2, 10):
        aliases = ", ".join([f"*x{number - 1}"] * 10)
        lines.append(f"x{number}: &x{number} [{aliases}]")
    assert refused(put("\n".join(lines))) == [
        f"d.yaml:{number + 1}:1: x{number}: unknown key; allowed are {LISTS['<top>']}"
        for number in range(1, 10)
    ]
    assert refused(put("title: &a A\nsummary: *a\n<<: *a\n")) == [
        "d.yaml:1:8: title: found the anchor &a; take it out",
        "d.yaml:2:10: summary: found the alias *a; write the value out",
        f"d.yaml:3:1: <<: unknown key; allowed are {LISTS['<top>']}",
    ]


LONG = "a" * 1_000_000
NO_RECORD = "and there is no {} of that id; known are none"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"title: &{LONG} a", f"1:8: title: found the anchor &'{'a' * 57}'…; take it out"),
        (f"title: *{LONG}", f"1:8: title: found the alias *'{'a' * 57}'…; write the value out"),
        (
            f"title: !{LONG} a",
            f"1:8: title: found the tag '!{'a' * 56}'…; take it out: types are known",
        ),
        (f"title: a\n? {LONG}\n: a", f"2:3: …: unknown key; allowed are {LISTS['<top>']}"),
        (
            f"title: a\nparties: [{{name: a, kind: union, id: {LONG}}}]",
            "2:38: parties[0].id: found an id of 1,000,000 signs; allowed are 60",
        ),
        (
            f"{PARTIES}positions: [{{subject: {LONG}}}]",
            f"7:23: positions[0].subject: found '{'a' * 57}'…, {NO_RECORD.format('subject')}",
        ),
    ],
    ids=["anchor", "alias", "tag", "key", "id", "reference"],
)
def test_a_message_is_a_line_of_any_name(text: str, told: str) -> None:
    """A name of a million letters is cut where a message repeats it."""
    assert f"d.yaml:{told}" in refused(put(text))


TERMS = (
    PARTIES.replace("publisher: union}", "publisher: union, date: 2023}")
    + """\
demands:
  - {id: pay, title: Pay, made_by: union, made_to: mill, date: 2023, asks: {ASKS}}
concessions:
  - {id: offer, title: Offer, made_by: mill, date: 2023, answers: [
     {demand: pay, kind: offer, gives: {GIVES}}]}
"""
)
NOUN = "x" * 100_000


@pytest.mark.parametrize(
    ("asks", "gives"),
    [
        (f"at_least: 5 {NOUN}, baseline: 3%", ""),
        (f"more: 5 {NOUN}", "more: 5%"),
        (f"more: 5 {NOUN}", f"to: 5 {NOUN}"),
        (f"at_least: 5 {NOUN}", f"more: 5 {NOUN}"),
        (f"more: 0 {NOUN}", ""),
        (f"more: up to 5 {NOUN}", ""),
        (f"more: -5 {NOUN}", ""),
        (f"direction: up, measure: {NOUN}", f"to: 5 {NOUN}"),
        (f"more: figure {NOUN}", ""),
        (f"more: 5 {NOUN} or more", ""),
        (f"more: 1.500 {NOUN}", f"more: GBP 5 {NOUN}"),
        ("", f"share_reached: 5 {NOUN}"),
        ("", f"more: -5 {NOUN}"),
    ],
    ids=lambda terms: terms.replace(NOUN, "x"),
)
def test_a_message_is_a_line_of_any_noun(asks: str, gives: str) -> None:
    """A unit of a hundred thousand letters is cut, too, where a message repeats it."""
    kept_for(TERMS.replace("ASKS", asks).replace("GIVES", gives).encode())


@pytest.mark.parametrize(
    "asks",
    [
        "more: '10% or £3,000/year, whichever is greater'",
        "at_least: £400/year + 3%",
        "more: '5 beds or 3%, whichever is less'",
        "more: figure beds + figure share",
        "more: figure none",
        "at_most: figure open",
        "more: 'figure open or figure share, whichever is greater'",
    ],
)
@pytest.mark.parametrize("gives", ["", "basis: consolidated", "more: 5%", "to: 5 beds"])
@pytest.mark.parametrize("points", ["", "£20,000/year", "at least £9/hour"])
def test_a_formula_has_pages_or_problems(asks: str, gives: str, points: str) -> None:
    """What can be measured by no answer is told, and what nothing was given for has every page."""
    text = TERMS.replace("ASKS", asks).replace("GIVES", gives)
    text += """\
figures:
  - {id: beds, title: Beds, value: 5 beds, measures: beds}
  - {id: share, title: Share, value: 5%, measures: share}
  - {id: none, title: None, value: 0%, measures: share}
  - {id: open, title: Open, value: up to 5%, measures: share}
"""
    if points:
        text += f"pay_points: [{{id: low, title: Low, value: '{points}'}}]\n"
    kept_for(text.encode())


def test_a_message_lists_a_few_parts() -> None:
    """An answer to a whole of very many parts is told those that a line can hold."""
    parts = ", ".join(f"{{id: p{number}, title: P}}" for number in range(13))
    text = f"""\
{PARTIES}demands: [{{id: d, title: D, made_by: union, made_to: mill, parts: [{parts}]}}]
concessions: [{{id: c, title: C, made_by: mill, date: 2023, answers: [{{demand: d, kind: talks}}]}}]
"""
    named = ", ".join(f"p{number}" for number in range(12))
    column = text.splitlines()[7].index("{demand") + 1
    assert refused(put(text))[-1] == (
        f"d.yaml:8:{column}: concession 'c' answers 'd', which has parts; "
        f"answer each part by its own id: {named}, …"
    )


@pytest.mark.parametrize(
    ("what", "key", "more"),
    [("total", "parts", "total: f0"), ("fits", "under", "figures: [f0], fits: yes")],
)
def test_refuses_a_sum_without_end(what: str, key: str, more: str) -> None:
    """Of unlike fractions a sum has as many digits as all of them, so few figures are added."""

    def text(count: int) -> str:
        figures = "".join(
            f"  - {{id: f{number}, title: F, measures: pay, value: 1/{9_900 + number}}}\n"
            for number in range(count + 1)
        )
        added = ", ".join(f"f{number}" for number in range(1, count + 1))
        return f"""\
{PARTIES}figures:
{figures}claims:
  - {{id: c, title: C, made_by: union, date: 2023, check: {{{what}: {{{more},
     {key}: [{added}]}}}}}}
"""

    # Six lines, a line for each of the figures and three more are before it.
    told = f"d.yaml:62:{8 + len(key)}: claims[0].check.{what}.{key}: "
    assert told + "found 51 figures to add; allowed are 50" in refused(put(text(51)))
    pages(load(put(text(50))))


def test_an_expectation_is_told_in_one_line() -> None:
    """Of a text that a reason repeats, a problem holds what can be shown in one line."""
    text = f"""\
{PARTIES}demands: [{{id: pay, title: Pay, made_by: union, made_to: mill}}]
concessions:
  - id: offer
    title: Offer
    made_by: mill
    date: 2023-06-12
    answers: [{{demand: pay, kind: agreed, restates: "one\\n\\ntwo\\u200dthree"}}]
expected: [{{demand: pay, status: met}}]
"""
    assert errors(put(text)) == [
        (
            "d.yaml:14:12: expected of demand 'pay' is 'met', and computed on 12 June 2023 is "
            "'not-met': It repeats what had been said before (one two three)."
        )
    ]


# Time and memory -----------------------------------------------------------------------------

CHILD = """
import sys
from pcs_scorecard.reading.files import inspect
reading = inspect(sys.argv[1])
errors = [str(each) for each in reading.problems if not each.warning]
with open("/proc/self/status") as status:
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
assert (reading.dispute is None) == bool(errors)
print(peak, len(errors), *errors[:1], *errors[-1:], sep="\\n")
"""
MOST_TIMES, AT_LEAST = 150, 40 << 20
"""The bound of memory that `docs/reliability.md` states: so many bytes for each, and so many."""

IDS = [a + b for a in "abcdefghijklmnopqrstuvwxyz0123456789" for b in "abcdefghijklmnopqrstuvwxyz"]
CLAIMS = [
    f"  - {{id: c{number}, title: C, made_by: union, date: 2023, check: {{count: {{\n"
    f"     reaching: met, relation: equal, number: 1,\n     among: [{','.join(IDS)}]}}}}}}\n"
    for number in range(300)
]
MEANT = [f"  - {{id: {name}, title: D, made_by: union, made_to: mill}}\n" for name in IDS]
ANOTHER = "give one of the two another id"
MANY = "found more than 1,000 problems; the rest is left unread"
NESTED = "found more than 50 levels of nesting; none is read"


DIRECTIVES = "1:1: found more than 100 lines that begin with %TAG; take them out"
TEXT = "found a list; allowed is text"
TWICE = (
    "answers 'd' twice; steps at once are one amount, 2% + 1%, steps on days are `stages`, what some pay "
    "points get alone says so in `for`, a sum paid once beside a rise is `undemanded`, and two things that "
    "are said apart are two concessions"
)
UNKNOWN = f"unknown key; allowed are {LISTS['<top>']}"
OR = (
    f"found '1%{' or 1%' * 9} '…; allowed are two amounts, of which the greater or the less counts: "
    "10% or £3,000/year, whichever is greater"
)
CUT = [f"  - id: s{number}\n    title: Ward #{number}\n" for number in range(200_000)]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system tells no peak")
@pytest.mark.parametrize(
    ("pieces", "count", "first", "last"),
    [
        (["title: ", "a" * 100_000_000], 0, "", ""),
        (["title: |\n  😀", "a\n  " * 2_000_000], 0, "", ""),
        (
            ["title: a\n" * 1_000_000],
            1_001,
            "2:1: title: found a second time; the first value begins in line 1, keep one",
            f"1002:1: {MANY}",
        ),
        (
            [PARTIES, "subjects:\n", "  - {id: a, title: A}\n" * 1_000_000],
            1_001,
            f"9:10: subjects[1].id: subject 'a' stands already at d.yaml:8:10; {ANOTHER}",
            f"1009:10: {MANY}",
        ),
        ([f"%TAG !{number}! a\n" for number in range(200_000)], 1, DIRECTIVES, DIRECTIVES),
        (["title: ", "[" * 1_000_000], 2, f"1:8: title: {TEXT}", f"1:58: {NESTED}"),
        (["title:\n  ", "- " * 1_000_000], 2, f"2:3: title: {TEXT}", f"2:103: {NESTED}"),
        (["{a: " * 1_000_000], 2, f"1:2: a: {UNKNOWN}", f"1:205: {NESTED}"),
        (["title: a\nx: [", "[]," * 100_000, "]"], 1, f"2:1: x: {UNKNOWN}", f"2:1: x: {UNKNOWN}"),
        (
            [b"title: " + b"a" * 20_000_000 + b"\xff"],
            1,
            f"1:20000008: {NO_TEXT}",
            f"1:20000008: {NO_TEXT}",
        ),
        # Mentions of what is not named yet take the most memory for their bytes.
        ([PARTIES, "claims:\n", *CLAIMS, "demands:\n", *MEANT], 0, "", ""),
        (
            [PARTIES, "claims:\n", *CLAIMS],
            1_001,
            f"10:14: claims[0].check.count.among[0]: found 'aa', {NO_RECORD.format('demand')}",
            "13:206: found more than 1,000 references to nothing; the rest is not told",
        ),
        (
            [
                *(PARTIES, "demands: [{id: d, title: D, made_by: union, made_to: mill}]\n"),
                *("concessions:\n  - id: c\n    title: C\n    made_by: mill\n    date: 2023\n"),
                *("    answers:\n", "    - {demand: d, kind: talks}\n" * 150_000),
            ],
            1,
            f"14:5: concessions[0].answers: {TWICE}",
            f"14:5: concessions[0].answers: {TWICE}",
        ),
        (
            [VALUE, "1%", " or 1%" * 400_000],
            1,
            f"12:12: figures[0].value: {OR}",
            f"12:12: figures[0].value: {OR}",
        ),
        (
            [PARTIES, "subjects:\n", *CUT],
            0,
            "",
            "",
        ),
    ],
    ids=[
        *("a long text", "many lines", "keys", "ids", "directives", "flow lists", "block lists"),
        *("flow mappings", "empty lists", "bad bytes", "mentions", "references", "answers"),
        *("alternatives", "cut texts"),
    ],
)
def test_time_and_memory_have_bounds(
    pieces: Sequence[Any], count: int, first: str, last: str
) -> None:
    """A file takes at most the memory that is promised, and is a dispute or has so many problems.

    Where the time grew as the square of the size, the limit of a minute would be passed by far.
    """
    data = b"".join(piece if isinstance(piece, bytes) else piece.encode() for piece in pieces)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, put(data)],
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    peak, errors, *told = done.stdout.splitlines()
    assert int(errors) == count
    assert own_words(told) == ([f"d.yaml:{first}", f"d.yaml:{last}"] if count else [])
    assert int(peak) << 10 <= MOST_TIMES * len(data) + AT_LEAST


def test_little_is_asked_for_where_little_is_granted() -> None:
    """A process that may have 400 MB reads a dispute, though one may be larger than that."""
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (400 << 20,) * 2); "
        "from pcs_scorecard import cli; sys.exit(cli.main(['check', 'd.yaml']))"
    )
    put(b"title: a\n" + b"# " * (2 << 20) + b"\nsummary: \xc3\xa9\n")
    assert load("d.yaml").summary == "é"
    done = subprocess.run(
        [sys.executable, "-c", limited],
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == b"no problems in 0 records\n"


def test_few_ids_are_looked_through_for_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many references lead to nothing, hints are found for as many as time allows."""
    compared = 0
    found = difflib.get_close_matches

    def counted(word: str, known: Collection[str], *more: Any) -> list[str]:
        nonlocal compared
        compared += len(known)
        return found(word, list(known), *more)

    monkeypatch.setattr(difflib, "get_close_matches", counted)
    subjects = "".join(f"  - {{id: subject-{number}, title: S}}\n" for number in range(900))
    positions = (
        "  - {party: union, subject: subjekt-7, stance: rejects, says: S, date: 2023}\n" * 900
    )
    told = refused(put(f"{PARTIES}subjects:\n{subjects}positions:\n{positions}"))
    hinted = [line for line in told if line.endswith("; did you mean 'subject-7'?")]
    assert len(hinted) == 11
    # `load` and `check` have each looked once.
    assert compared == 2 * 11 * 900


def test_parts_that_are_alike_are_lifted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it would take is looked for once in each part, however many parts there are."""
    count = 300
    shares = ("100%", "60%")
    parts = "".join(f"      - {{id: p{n}, title: P{n}}}\n" for n in range(count))
    answers = "".join(
        f"      - {{demand: p{n}, kind: agreed, gives: {{share_reached: {shares[n % 2]}}}}}\n"
        for n in range(count)
    )
    text = f"""\
{PARTIES}demands:
  - id: d
    title: D
    made_by: union
    made_to: mill
    parts:
{parts}concessions:
  - id: c
    title: C
    made_by: mill
    date: 2023
    evidence: [{{document: leaflet, at: a}}]
    answers:
{answers}"""
    result = score(load(put(text)))["d"]
    tried: list[Status] = []
    join = compare.whole

    def counted(parts: Iterable[Status]) -> Status:
        tried.append(join(parts))
        return tried[-1]

    monkeypatch.setattr(compare, "whole", counted)
    following = result.next
    assert following is not None
    assert len(following.needs) == count // 2
    # The whole is put together once, with all that are not met lifted.
    assert tried == [Status.MET]


def test_verdicts_are_compared_once_for_each_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many parties rate a demand on a day, its status on that day is found once."""
    parties = "".join(f"  - {{id: p{n}, name: P, kind: press}}\n" for n in range(50))
    verdicts = "".join(
        f"  - {{demand: d, by: p{n}, status: met, printed: Yes, date: 2022}}\n" for n in range(50)
    )
    text = f"""\
{PARTIES.replace("documents:", parties + "documents:")}demands:
  - {{id: d, title: D, made_by: union, made_to: mill, date: 2022}}
concessions:
  - {{id: c, title: C, made_by: mill, date: 2023, answers: [{{demand: d, kind: talks}}]}}
verdicts:
{verdicts}"""
    days: list[datetime.date] = []
    judged = compare.Comparison.results

    def counted(
        comparison: compare.Comparison, demands: Any, day: datetime.date, *more: Any
    ) -> Any:
        days.append(day)
        return judged(comparison, demands, day, *more)

    monkeypatch.setattr(compare.Comparison, "results", counted)
    assert len(score(load(put(text))).raters) == 50
    # The sheet, the demand on the day of the verdicts, and by each policy on the day of the sheet.
    assert [day.year for day in days] == [2023, 2022, *[2023] * len(POLICIES)]


# Files and folders ---------------------------------------------------------------------------

TITLE = "title: The mill\n"
UNION = "parties: [{id: union, name: Weavers, kind: union}]\n"


def test_follows_links_out_of_a_folder() -> None:
    """A link is as good as what it leads to, and is named by where it stands."""
    put(TITLE, "elsewhere/a.txt")
    put(UNION + "x: a\n", "elsewhere/b.yaml")
    Path("f").mkdir()
    Path("f/a.yaml").symlink_to(Path("elsewhere/a.txt").absolute())
    Path("f/b.yaml").symlink_to("../elsewhere/b.yaml")
    assert refused(Path("f")) == [f"f/b.yaml:2:1: x: unknown key; allowed are {LISTS['<top>']}"]
    put(UNION, "elsewhere/b.yaml")
    assert (load("f").name, load("f").title) == ("f", "The mill")
    # A link to a folder is no file, and the folders inside a folder are not read.
    Path("f/c.yaml").symlink_to("../elsewhere")
    Path("f/d.yaml").symlink_to(".")
    assert load("f").title == "The mill"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_tells_what_may_not_be_read() -> None:
    """A file, or a folder, that its reader may not open is told with the reason."""
    put(TITLE, "f/a.yaml").chmod(0)
    reason = f"cannot be read: {os.strerror(errno.EACCES)}"
    assert refused(Path("f")) == [f"f/a.yaml:1:1: {reason}"]
    Path("f").chmod(0)
    told = refused(Path("f"))
    Path("f").chmod(0o700)
    assert told == [f"f:1:1: {reason}"]


def test_tells_what_a_system_does_not_let_it_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, for whoever may read everything: the system's refusal is told as it stands."""
    put(TITLE, "f/a.yaml")
    put(UNION, "f/b.yaml")

    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        assert refused(Path("f")) == [
            f"f/{name}.yaml:1:1: cannot be read: {os.strerror(errno.EACCES)}" for name in "ab"
        ]
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert refused(Path("f")) == [f"f:1:1: cannot be read: {os.strerror(errno.EACCES)}"]


@pytest.mark.parametrize("change", ["goes", "becomes a folder", "becomes a link to itself"])
def test_a_folder_may_change_while_it_is_read(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no longer there when its turn comes is told; the rest is read."""
    listed = files._inside
    code = {"goes": errno.ENOENT, "becomes a folder": errno.EISDIR}.get(change, errno.ELOOP)

    def then_changed(folder: Path) -> list[Path]:
        found = listed(folder)
        path = Path("f/b.yaml")
        path.unlink()
        if code == errno.EISDIR:
            path.mkdir()
        elif code == errno.ELOOP:
            path.symlink_to("b.yaml")
        return found

    def laid_out() -> None:
        put(TITLE + "x: a\n", "f/a.yaml")
        if Path("f/b.yaml").is_dir():
            Path("f/b.yaml").rmdir()
        Path("f/b.yaml").unlink(missing_ok=True)
        put(UNION, "f/b.yaml")

    monkeypatch.setattr(files, "_inside", then_changed)
    laid_out()
    told = [str(problem) for problem in check("f")]
    reason = "it is no ordinary file" if code == errno.EISDIR else os.strerror(code)
    assert told == [
        f"f/a.yaml:2:1: x: unknown key; allowed are {LISTS['<top>']}",
        f"f/b.yaml:1:1: cannot be read: {reason}",
    ]


def test_a_file_that_appears_while_a_folder_is_read_is_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was not listed is not read, so a dispute is never read in part of a file's name."""
    put(TITLE, "f/a.yaml")
    listed = files._inside

    def then_more(folder: Path) -> list[Path]:
        found = listed(folder)
        put("[", "f/b.yaml")
        return found

    monkeypatch.setattr(files, "_inside", then_more)
    assert load("f").title == "The mill"


def test_a_device_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more is taken from a file, or a device, than any dispute holds."""
    monkeypatch.setattr(files, "_MOST_BYTES", 1 << 20)
    assert refused(Path("/dev/zero")) == ["/dev/zero:1:1: cannot be read: it holds more than 1 MiB"]
    put(b"#" * (1 << 20) + b"\n", "long.yaml")
    assert refused(Path("long.yaml")) == ["long.yaml:1:1: cannot be read: it holds more than 1 MiB"]
    put(TITLE, "f/a.yaml")
    Path("f/b.yaml").symlink_to("/dev/zero")
    assert refused(Path("f")) == ["f/b.yaml:1:1: cannot be read: it is no ordinary file"]


# Writing -------------------------------------------------------------------------------------

STOPPED = """
import os, sys, time
from pcs_scorecard import cli

def wait(_):
    print("begun", flush=True)
    time.sleep(60)

os.fsync = wait
sys.exit(cli.main(["render", "d.yaml", "--as-of", "2023", "--output", "sheet.md", "--force"]))
"""


@pytest.mark.parametrize(
    ("number", "code", "left"),
    [
        (signal.SIGTERM, 143, 0),
        (signal.SIGHUP, 129, 0),
        (signal.SIGINT, 130, 0),
        (signal.SIGKILL, -9, 1),
    ],
)
def test_a_kill_leaves_the_old_file_as_it_was(
    number: signal.Signals, code: int, left: int, tmp_path: Path
) -> None:
    """Killed while it writes, the command leaves the old file; only `kill -9` leaves a piece too."""
    put(TITLE)
    put("old\n", "sheet.md")
    with subprocess.Popen(
        [sys.executable, "-c", STOPPED],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        process.send_signal(number)
        assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == code
    assert Path("sheet.md").read_bytes() == b"old\n"
    pieces = sorted(tmp_path.glob(".*.part"))
    assert len(pieces) == left
    # The piece is in nobody's way, and is no file of a dispute.
    assert ran("render", "d.yaml", "--as-of", "2023", "--output", "sheet.md", "--force") == (
        0,
        b"",
        "",
    )
    assert Path("sheet.md").read_bytes().startswith(b"# The mill\n")
    assert sorted(tmp_path.glob(".*.part")) == pieces
    assert files._inside(tmp_path) == [tmp_path / "d.yaml"]


def test_the_piece_of_a_killed_process_stands_in_nobodys_way() -> None:
    """A process that happens to bear the number of a killed one writes all the same."""
    left = put("half", f".{os.getpid()}.part")
    write_whole(Path("sheet.md"), "new\n")
    assert Path("sheet.md").read_text(encoding="utf-8") == "new\n"
    assert left.read_text(encoding="utf-8") == "half"


# The command ---------------------------------------------------------------------------------


def ran(*arguments: str) -> tuple[int, bytes, str]:
    """Run the command in this process; return its exit code and what it writes to both streams."""
    out, said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(said):
        try:
            code = cli.main(arguments)
        except SystemExit as ended:
            code = int(ended.code or 0)
    out.flush()
    written = out.buffer.getvalue()  # type: ignore[attr-defined]
    return code, written, said.getvalue()


COMMANDS = [
    *(("render", "d.yaml", "--format", form) for form in ("markdown", "text", "json")),
    *(("changes", "d.yaml", "--format", form) for form in ("markdown", "text", "json")),
    ("render", "d.yaml", "--policy", "strict", "--as-of", "2023"),
    ("render", "d.yaml", "--output", "sheet.md", "--force"),
    ("explain", "d.yaml", "--demand", "pay"),
    ("changes", "d.yaml", "good.yaml"),
    ("changes", "d.yaml", "--since", "2023-01", "--as-of", "2023-06"),
    ("changes", "good.yaml", "d.yaml", "--policy", "strict", "--format", "json"),
    ("claims", "good.yaml", "d.yaml"),
    ("check", "d.yaml"),
    ("check", "good.yaml", "."),
    ("list",),
]
GOOD = f"""\
{PARTIES}demands: [{{id: pay, title: Pay, made_by: union, made_to: mill, date: 2023}}]
"""


def behaved(data: bytes, command: Sequence[str]) -> int:
    """Assert what is promised of a command on any file; return its exit code."""
    put(data)
    put(GOOD, "good.yaml")
    Path("sheet.md").write_bytes(b"old\n")
    code, written, said = ran(*command)
    assert code in (0, 1, 2)
    assert "Traceback" not in said
    if command[0] == "check":
        assert written
        assert code < 2
    elif code:
        assert written == b""
        assert said
        assert Path("sheet.md").read_bytes() == b"old\n"
    else:
        assert written or "--output" in command
        assert said == ""
    written.decode("utf-8")
    assert all(printable(line) for line in said.splitlines())
    return code


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    "data",
    [
        *(
            b"",
            b"\0",
            b"[",
            b"\xff\xfe\0",
            b"title: \xed\xa0\x80",
            b"a: &a [*a]",
            b"? ? ?",
            b"---\n---",
        ),
        *(b"title: a\n" * 2, b"title: '\x1b'", b"title: \xe2\x80\xae", "title: é".encode("utf-16")),
        *(b"{" * 1_000, b"parties: [{id: ../../x}]", b"title: !!python/object:os.system a"),
    ],
)
def test_every_command_tells_what_is_wrong(data: bytes, command: Sequence[str]) -> None:
    """Where the data are wrong the exit code is 1, and nothing but the problems is printed."""
    assert behaved(data, command) == (0 if command == ("list",) else 1)


@settings(max_examples=100)
@given(st.sampled_from(SEEDS), st.sampled_from(SEEDS), CHANGES, st.sampled_from(COMMANDS))
def test_every_command_takes_a_changed_file(
    data: bytes, other: bytes, seed: int, command: Sequence[str]
) -> None:
    """Whatever is done to a real file, each command ends with its code and its words."""
    behaved(mutate(data, other, seed), command)
