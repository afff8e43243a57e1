"""What an audit found, as text, as JSON and as annotations of a pull request."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pcs_scorecard import Dispute, Problem, ProblemKind
from pcs_scorecard.checking.audit import Audit, audit
from pcs_scorecard.checking.quotations import Quotations
from pcs_scorecard.checking.report import REPORTS, report
from pcs_scorecard.model.problems import in_order
from pcs_scorecard.reading.reader import Entry, Reading
from pcs_scorecard.values.messages import counted


def problem(
    message: str,
    kind: ProblemKind = ProblemKind.INVALID,
    place: tuple[str, int, int] = ("a.yaml", 2, 3),
    path: str = "",
) -> Problem:
    """Return a problem; all but its message is the same unless it is given."""
    return Problem(place, message, path, kind)


def found(*problems: Problem, records: int = 0, quotations: Quotations | None = None) -> Audit:
    """Return an audit that found these problems in so many records."""
    wrong = any(not each.warning for each in problems)
    entries = tuple(Entry("events", ("a.yaml", 1, 1), None) for _ in range(records))
    reading = Reading(None if wrong and not records else Dispute(title="A"), (), entries)
    return Audit(reading=reading, problems=in_order(problems), quotations=quotations)


WRONG = problem("found 'a'; allowed is b", path="title")
WEAK = problem("event 'a' has no evidence", ProblemKind.NO_EVIDENCE, ("a.yaml", 3, 1))
UNUSED = problem("no record names the party 'b'", ProblemKind.UNUSED, ("a.yaml", 4, 1))
GAP = problem("demand 'c' has no term", ProblemKind.NO_MEASURE, ("a.yaml", 5, 1))


def looked_up(verified: int, not_found: int, **unchecked: int) -> Quotations:
    """Return what became of quotations."""
    return Quotations(verified=verified, under_heading=0, not_found=not_found, unchecked=unchecked)


# The summary ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("audits", "strict", "told"),
    [
        ([found(records=0)], False, ["no problems in 0 records"]),
        ([found(records=1)], False, ["no problems in 1 record"]),
        ([found(records=1)], True, ["no problems in 1 record"]),
        ([found(records=1_200), found(records=34)], False, ["no problems in 1,234 records"]),
        ([found(WRONG)], False, ["1 problem to put right"]),
        ([found(WRONG), found(records=3)], True, ["1 problem to put right"]),
        (
            [found(WRONG, problem("b")), found(problem("c"))],
            False,
            ["3 problems to put right"],
        ),
        ([found(WEAK, records=2)], False, ["no problems in 2 records, 1 warning: 1 no-evidence"]),
        (
            [found(WEAK, records=2)],
            True,
            [("1 warning: 1 no-evidence; by --strict each is to be put right")],
        ),
        (
            [found(UNUSED, WEAK, GAP, problem("again", ProblemKind.NO_EVIDENCE), records=2)],
            False,
            ["no problems in 2 records, 4 warnings: 2 no-evidence, 1 no-measure, 1 unused"],
        ),
        (
            [found(WRONG), found(WEAK, UNUSED, records=2)],
            False,
            ["1 problem to put right, and 2 warnings: 1 no-evidence, 1 unused"],
        ),
        (
            [found(WRONG), found(WEAK, records=2)],
            True,
            ["1 problem to put right, and 1 warning: 1 no-evidence"],
        ),
        (
            [found(records=1, quotations=looked_up(0, 0))],
            False,
            [
                "0 of 0 quotations verified (0 under the heading that the record names), 0 not found",
                "no problems in 1 record",
            ],
        ),
        (
            [found(records=1, quotations=looked_up(1, 0))],
            False,
            [
                "1 of 1 quotation verified (0 under the heading that the record names), 0 not found",
                "no problems in 1 record",
            ],
        ),
        (
            [found(WRONG, records=1, quotations=looked_up(2, 1))],
            False,
            [
                "2 of 3 quotations verified (0 under the heading that the record names), 1 not found",
                "1 problem to put right",
            ],
        ),
        (
            [found(records=1, quotations=looked_up(0, 0, letter=1))],
            False,
            [
                "0 of 1 quotation verified (0 under the heading that the record names), 0 not found, 1 not checked (letter 1)",
                "no problems in 1 record",
            ],
        ),
        (
            [
                found(records=1, quotations=looked_up(1_000, 1, memo=2, letter=1)),
                found(WRONG),
                found(records=1, quotations=looked_up(2, 3, article=1, letter=4)),
            ],
            False,
            [
                (
                    "1,002 of 1,014 quotations verified (0 under the heading that the record "
                    "names), 4 not found, 8 not checked (article 1, letter 5, memo 2)"
                ),
                "1 problem to put right",
            ],
        ),
    ],
)
def test_sums_up_what_was_found(audits: list[Audit], strict: bool, told: list[str]) -> None:  # noqa: FBT001 - a column of the table
    """The last lines count what was looked at, what is wrong, and what is weak by its kind."""
    problems = {str(each) for audit in audits for each in audit.problems}
    for form in ("text", "github"):
        lines = report(audits, form, strict=strict).splitlines()
        assert lines[len(problems) :] == told


def test_every_kind_of_warning_is_counted_by_its_word() -> None:
    """Kinds stand in the order of the vocabulary, whatever the places of the warnings."""
    kinds = [kind for kind in ProblemKind if kind.warning]
    warnings = [
        problem("a", kind, ("a.yaml", 100 - number, 1)) for number, kind in enumerate(kinds)
    ]
    said = report([found(*warnings, records=1)], "text").splitlines()[-1]
    assert said == (
        "no problems in 1 record, 16 warnings: 1 no-evidence, 1 no-measure, 1 baseline, 1 far-off, "
        "1 which-holds, 1 not-added, 1 by-another, 1 taken-as-asked, 1 one-sided, 1 undated, 1 unused, 1 far-date, "
        "1 wording, 1 before-demand, 1 at-odds, 1 not-at-hand"
    )


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 votes"), (1, "1 vote"), (2, "2 votes"), (1_000, "1,000 votes")]
)
def test_counts_in_words(number: int, words: str) -> None:
    """One thing is one, and thousands are parted."""
    assert counted(number, "vote") == words


# Text ----------------------------------------------------------------------------------------


def test_text_has_a_line_for_each_problem_in_order_of_place() -> None:
    """Problems of several disputes stand in the order of their files and lines, each once."""
    elsewhere = problem("c", place=("A.yaml", 9, 9))
    later = problem("b", place=("a.yaml", 10, 1))
    audits = [found(later, WRONG), found(WEAK, WRONG, records=2), found(elsewhere)]
    assert report(audits, "text") == (
        "A.yaml:9:9: c\n"
        "a.yaml:2:3: title: found 'a'; allowed is b\n"
        "a.yaml:3:1: warning: no-evidence: event 'a' has no evidence\n"
        "a.yaml:10:1: b\n"
        "3 problems to put right, and 1 warning: 1 no-evidence\n"
    )


@pytest.mark.parametrize("form", ["", "TEXT", "markdown"])
def test_refuses_an_unknown_format(form: str) -> None:
    """A format that is none is refused with those that are."""
    with pytest.raises(ValueError, match="allowed") as caught:
        report([found()], form)
    assert str(caught.value) == f"found '{form}'; allowed are text, json, github"
    assert REPORTS == ("text", "json", "github")


# GitHub --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("each", "line"),
    [
        (WRONG, "::error file=a.yaml,line=2,col=3,title=invalid::title: found 'a'; allowed is b"),
        (
            WEAK,
            "::warning file=a.yaml,line=3,col=1,title=no-evidence::event 'a' has no evidence",
        ),
        (
            problem("100% of a,b: c\r\nd ::e", place=("f.yaml", 1, 1)),
            "::error file=f.yaml,line=1,col=1,title=invalid::100%25 of a,b: c%0D%0Ad ::e",
        ),
        (
            problem("%0A stays", place=("f.yaml", 1, 1)),
            "::error file=f.yaml,line=1,col=1,title=invalid::%250A stays",
        ),
        (
            problem("a", place=("100%, a:b/c\r\nd.yaml", 1, 1)),
            r"::error file='100%25%2C a%3Ab/c\r\nd.yaml',line=1,col=1,title=invalid::a",
        ),
        (
            problem("a", place=("::error x\x1b[31m.yaml", 1, 1)),
            r"::error file='%3A%3Aerror x\x1b[31m.yaml',line=1,col=1,title=invalid::a",
        ),
        (
            problem("a", path="x[0].é", place=("naïve.yaml", 1, 1)),
            "::error file=naïve.yaml,line=1,col=1,title=invalid::x[0].é: a",
        ),
    ],
)
def test_github_gets_a_command_for_each_problem(each: Problem, line: str) -> None:
    """A workflow command in one line, escaped as GitHub documents it: more in its properties."""
    assert report([found(each, records=1)], "github").split("\n")[0] == line


# JSON ----------------------------------------------------------------------------------------


def parsed(*audits: Audit, strict: bool = False) -> Any:
    """Return the JSON report of some audits, parsed."""
    written = report(audits, "json", strict=strict)
    assert written.endswith("}\n")
    return json.loads(written)


def test_json_of_nothing_wrong() -> None:
    """Without problems and documents all counts but that of records are nought."""
    assert parsed(found(records=3), found(records=4)) == {
        "format_version": 2,
        "records": 7,
        "errors": 0,
        "warnings": 0,
        "problems": [],
    }


SMALL = """\
title: The mill
parties:
  - {id: union, name: Weavers, kind: union}
documents:
  - {id: leaflet, title: Leaflet, publisher: union, date: 2023}
  - {id: memo, title: Memo, publisher: union, date: 2023}
events:
  - {id: strike, title: A strike, date: 2023}
  - id: march
    title: A march
    date: 2023
    evidence: [{document: leaflet, at: a, quote: “We” march}, {document: leaflet, at: b, quote: no},
      {document: memo, at: a, quote: all}]
"""


def test_json_of_a_small_dispute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that was found, with its place in numbers, and what became of quotations."""
    monkeypatch.chdir(tmp_path)
    Path("é, b.yaml").write_text(SMALL, encoding="utf-8")
    Path("texts").mkdir()
    Path("texts/leaflet.txt").write_text('"We" march', encoding="utf-8")
    one = audit("é, b.yaml", "texts")
    assert parsed(one, one, strict=True) == parsed(one, one)
    assert parsed(one) == {
        "format_version": 2,
        "records": 5,
        "errors": 1,
        "warnings": 2,
        "problems": [
            {
                "file": "é, b.yaml",
                "line": 6,
                "column": 5,
                "level": "warning",
                "kind": "not-at-hand",
                "path": "",
                "message": "the text of document 'memo' is not at hand, and 1 quotation is not "
                "checked: add memo.txt to the folder of documents",
            },
            {
                "file": "é, b.yaml",
                "line": 8,
                "column": 5,
                "level": "warning",
                "kind": "no-evidence",
                "path": "",
                "message": "event 'strike' has no evidence",
            },
            {
                "file": "é, b.yaml",
                "line": 12,
                "column": 63,
                "level": "error",
                "kind": "misquoted",
                "path": "",
                "message": "the quotation 'no' is not in document 'leaflet'; no word of it is",
            },
        ],
        "quotations": {
            "verified": 1,
            "under_heading": 0,
            "not_found": 1,
            "unchecked": {"memo": 1},
            "without_evidence": 0,
        },
    }


def test_json_keeps_every_letter_as_it_is() -> None:
    """The text of JSON is UTF-8 and not escaped, and what it cannot hold bare is."""
    each = problem('“a”\n"b" £', path="é")
    assert '"message": "“a”\\n\\"b\\" £"' in report([found(each)], "json")
    assert parsed(found(each))["problems"][0]["path"] == "é"
