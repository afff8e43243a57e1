"""Disputes as pytest's tests: what is collected, by which ids, and what a failure looks like."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest
from helpers.mill import COURIER, MILL, put

import pcs_scorecard
from pcs_scorecard.pytest_plugin import arguments as given
from pcs_scorecard.pytest_plugin import nodes
from pcs_scorecard.reading.files import bundled

TITLED = "title: The mill\n"
PARTY = "parties: [{id: union, name: Weavers, kind: union}]\n"
WRONG = MILL.replace("kind: press", "kind: prss").replace("event: strike,", "event: strikes,")
TESTS = 42
"""How many tests the invented dispute has."""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in pytester's folder, where an ini file marks pytest's root, in lines of 80 letters."""
    monkeypatch.setenv("COLUMNS", "80")
    pytester.makeini("[pytest]\n")


def small(path: str) -> Path:
    """Write a dispute that has three tests."""
    return put(path, TITLED + PARTY)


def ran(pytester: pytest.Pytester, *arguments: str | os.PathLike[str]) -> str:
    """Return what pytest prints, run here and now."""
    return str(pytester.runpytest_inprocess("-p", "no:hypothesispytest", *arguments).stdout)


def counts(pytester: pytest.Pytester, *arguments: str | os.PathLike[str]) -> str:
    """Return how many tests passed, failed and so on, as pytest's last line says."""
    line = ran(pytester, *arguments).rstrip("\n").rpartition("\n")[2]
    return re.sub(r" in [0-9.]+s.*", "", line).strip("= ")


def collected(pytester: pytest.Pytester, *arguments: str | os.PathLike[str]) -> list[str]:
    """Return the ids that pytest collects."""
    lines = ran(pytester, "--collect-only", "-q", *arguments).split("\n")
    return lines[: lines.index("")]


def heading(title: str) -> str:
    """Return the line that pytest prints above a failure, 80 characters wide."""
    side = "_" * ((78 - len(title)) // 2)
    return f"{side} {title} {side}".ljust(80, "_")


def section(output: str, title: str) -> list[str]:
    """Return the lines of a section of pytest's output."""
    rest = re.split(rf"^=+ {title} =+\n", output, flags=re.MULTILINE)[1]
    return re.split(r"^=+ .* =+$", rest, maxsplit=1, flags=re.MULTILINE)[0].splitlines()


# What is collected --------------------------------------------------------------------------


def test_nothing_is_collected_unless_asked_for(pytester: pytest.Pytester) -> None:
    """A project with YAML of its own has no other tests for having this package."""
    small("data/a.yaml")
    put("test_a.py", "def test_a(): pass\n")
    assert collected(pytester) == ["test_a.py::test_a"]
    assert counts(pytester, "data") == "no tests ran"


def test_each_yaml_file_or_folder_of_them_is_a_dispute(pytester: pytest.Pytester) -> None:
    """What lies in a folder with YAML is collected beside it, and hidden files are none."""
    for name in ("data/b.yml", "data/a/x.yaml", "data/a/y.yaml", "data/a/more/z.yaml"):
        put(name, TITLED if name == "data/a/x.yaml" else PARTY)
    put("data/none/.hidden.yaml")
    put("data/a/test_a.py", "def test_a(): pass\n")
    put("data/notes.txt")
    found = collected(pytester, "--scorecard", "data")
    assert found == [
        "data::dispute[data]::valid",
        *("data::party[union]::valid", "data::party[union]::references"),
        "data/a::dispute[a]::valid",
        *("data/a::party[union]::valid", "data/a::party[union]::references"),
        "data/a/more::dispute[more]::valid",
        *("data/a/more::party[union]::valid", "data/a/more::party[union]::references"),
        "data/a/test_a.py::test_a",
    ]


def test_settings_name_what_is_tested_by_default(pytester: pytest.Pytester) -> None:
    """A run from the root tests both, as with testpaths; one of some paths only those."""
    pytester.makeini(
        "[pytest]\ntestpaths = tests\nscorecard_paths = rent.yaml 'my data' 'my data/mill.yaml'\n"
    )
    small("my data/mill.yaml")
    small("rent.yaml")
    put("tests/test_a.py", "def test_a(): pass\n")
    python = ["tests/test_a.py::test_a"]
    disputes = [
        "my data::dispute[my data]::valid",
        *("my data::party[union]::valid", "my data::party[union]::references"),
        "rent.yaml::dispute[rent]::valid",
        *("rent.yaml::party[union]::valid", "rent.yaml::party[union]::references"),
    ]
    assert collected(pytester) == [*python, *disputes]
    assert collected(pytester, "--scorecard") == [*python, *disputes]
    assert collected(pytester, "tests") == python
    assert collected(pytester, "rent.yaml") == disputes[3:]
    os.chdir("tests")
    assert collected(pytester) == python
    assert collected(pytester, "--scorecard") == [*python, *disputes]
    assert collected(pytester, "../rent.yaml") == disputes[3:]


def test_settings_are_read_from_any_ini_file_and_from_options(pytester: pytest.Pytester) -> None:
    """Paths of a setting are from the folder of the ini file."""
    small("data/mill.yaml")
    put("ini/other.ini", "[pytest]\nscorecard_paths = ../data\n")
    found = [
        "data::dispute[data]::valid",
        *("data::party[union]::valid", "data::party[union]::references"),
    ]
    assert collected(pytester, "-o", "scorecard_paths=data") == found
    os.chdir("ini")
    assert collected(pytester, "-c", "other.ini", "--rootdir=..", "--scorecard") == found


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ("data/mill", "mill:RECORDS"),
        ("data/mill/", "mill:RECORDS"),
        ("./data/../data/mill", "mill:RECORDS"),
        ("data/mill data/mill", "mill:RECORDS"),
        ("data/mill data/mill::demand", "mill:RECORDS"),
        ("data/mill::demand data", "mill:RECORDS"),
        ("data/mill/mill.yaml", "mill:RECORDS"),
        ("data/mill::demand[pay]::evidence", "mill::demand[pay]::evidence"),
        ("data/mill::demand[pay]::evidence]", "mill::demand[pay]::evidence"),
        ("data/mill/mill.yaml::demand[pay]::evidence", "mill::demand[pay]::evidence"),
        ("data/mill::demand[pay]::evidence data/mill::subject", "mill::demand[pay]::evidence mill::subject[talks]::valid"),
        ("data/mill::demand[pay]::evidence data/mill::demand[pay]::evidence", "mill::demand[pay]::evidence"),
        ("data/mill::document[courier]", "mill::document[courier]::valid mill::document[courier]::references"),
        ("data/mill::party", "mill::party[union]::valid mill::party[union]::references mill::party[owner]::valid mill::party[owner]::references mill::party[paper]::valid mill::party[paper]::references"),
        ("data/mill -k demand[pay]", "mill::demand[pay]::valid mill::demand[pay]::references mill::demand[pay]::evidence"),
        ("data -k talks", "mill::subject[talks]::valid mill::position[union:talks:2024-06-04]::valid mill::position[union:talks:2024-06-04]::references mill::position[union:talks:2024-06-04]::evidence"),
    ],
)  # fmt: skip
def test_disputes_and_tests_are_chosen_by_path_id_and_word(
    pytester: pytest.Pytester, arguments: str, names: str
) -> None:
    """An id names a test, a record or a kind of records; nothing is collected twice."""
    pytester.makeini("[pytest]\nscorecard_paths = data\n")
    put("data/mill/mill.yaml", MILL)
    found = collected(pytester, *arguments.split())
    if names == "mill:RECORDS":
        assert (len(found), len(set(found))) == (TESTS, TESTS)
    else:
        assert found == [f"data/{name}" for name in names.split()]


def test_a_file_named_alone_is_a_dispute_of_its_own(pytester: pytest.Pytester) -> None:
    """A file of a folder is a dispute by itself only where the folder is not asked for."""
    small("data/mill.yaml")
    put("data/other.yaml", "title: Another\n")
    for arguments in (["data/mill.yaml"], ["data/mill.yaml", "data/mill.yaml"]):
        assert collected(pytester, "--scorecard", *arguments) == [
            "data/mill.yaml::dispute[mill]::valid",
            "data/mill.yaml::party[union]::valid",
            "data/mill.yaml::party[union]::references",
        ]
    assert collected(pytester, "--scorecard", "data/mill.yaml::party") == [
        "data/mill.yaml::party[union]::valid",
        "data/mill.yaml::party[union]::references",
    ]


def test_what_is_chosen_inside_a_dispute_is_collected_with_it(pytester: pytest.Pytester) -> None:
    """A test chosen by id brings nothing that lies beside it, but what is chosen too is there."""
    small("data/a.yaml")
    small("data/mill/a.yaml")
    put("data/test_a.py", "def test_a(): pass\n")
    every = collected(pytester, "--scorecard", "data")
    assert len(every) == 7
    assert collected(pytester, "--scorecard", "data::party") == [
        *("data::party[union]::valid", "data::party[union]::references")
    ]
    assert collected(pytester, "--scorecard", "data::party", "data/mill") == every
    assert collected(pytester, "--scorecard", "data::party", "data/test_a.py::test_a") == every
    found = collected(pytester, "--scorecard", "data/mill::party", "data/test_a.py::test_a")
    assert found == [
        *("data/mill::party[union]::valid", "data/mill::party[union]::references"),
        "data/test_a.py::test_a",
    ]


def test_paths_may_hold_what_ids_are_made_of(pytester: pytest.Pytester) -> None:
    """Spaces, brackets and colons in names of folders are no part of an id."""
    for name in ("[x]", "a b", "a::b"):
        small(f"data/{name}/a.yaml")
    assert collected(pytester, "--scorecard", "data") == [
        f"data/{folder}::{test}"
        for folder in ("[x]", "a b", "a::b")
        for test in (
            *(f"dispute[{folder}]::valid", "party[union]::valid", "party[union]::references"),
        )
    ]
    assert collected(pytester, "--scorecard", "data/a b::party") == [
        *("data/a b::party[union]::valid", "data/a b::party[union]::references")
    ]
    assert counts(pytester, "--scorecard", "data") == "9 passed"


def test_a_link_is_a_dispute_under_its_own_name(pytester: pytest.Pytester) -> None:
    """Links are followed and not resolved, as for any test."""
    small("mill/a.yaml")
    Path("link").symlink_to("mill")
    assert collected(pytester, "--scorecard", "link") == [
        "link::dispute[link]::valid",
        "link::party[union]::valid",
        "link::party[union]::references",
    ]
    Path("loop.yaml").symlink_to("loop.yaml")
    assert counts(pytester, "--scorecard", "loop.yaml") == "no tests ran"


def test_what_is_ignored_or_deselected_is_not_run(pytester: pytest.Pytester) -> None:
    """The options of pytest that leave tests out leave out disputes."""
    put("data/mill/a.yaml", MILL)
    small("data/rent/a.yaml")
    rent = [
        "data/rent::dispute[rent]::valid",
        *("data/rent::party[union]::valid", "data/rent::party[union]::references"),
    ]
    assert collected(pytester, "--scorecard", "data", "--ignore=data/mill") == rent
    found = collected(pytester, "--scorecard", "data", "--deselect=data/mill::demand[pay]")
    assert len(found) == TESTS + len(rent) - 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["-o", "scorecard_paths=data nowhere data/* data/notes.txt"],
            "scorecard_paths: there is no YAML file, and no folder with one, at nowhere, data/*, data/notes.txt",
        ),
        (["--scorecard"], "--scorecard: name the disputes: pytest --scorecard data"),
        (["--scorecard", "nowhere"], "file or directory not found: nowhere"),
        (
            ["--scorecard", "empty"],
            "--scorecard: there is no YAML file at or below the paths given",
        ),
        (
            ["-o", "scorecard_paths=empty"],
            "scorecard_paths: there is no YAML file, and no folder with one, at empty",
        ),
        (
            ["--scorecard", "data", "-o", "scorecard_strict=maybe"],
            "scorecard_strict: invalid truth value 'maybe'; allowed is true and false",
        ),
    ],
)
def test_a_wrong_use_is_told_in_one_line(
    pytester: pytest.Pytester, arguments: list[str], message: str
) -> None:
    """A path that is not there stops the run, since what it should test would go untested."""
    small("data/a.yaml")
    put("data/notes.txt", "")
    put("empty/notes.txt", "")
    result = pytester.runpytest_inprocess(*arguments)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert [line for line in result.errlines if line] == [f"ERROR: {message}"]


def test_a_folder_that_may_not_be_read_is_told_by_pytest(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No setting is blamed, and no traceback of ours is shown."""
    small("data/a.yaml")

    def refuse(_: Path) -> bool:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "data")

    monkeypatch.setattr(given, "is_dispute", refuse)
    result = pytester.runpytest_inprocess("--scorecard", "data")
    assert "INTERNALERROR" not in result.stdout.str() + result.stderr.str()


def test_help_is_given_whatever_the_settings_say(pytester: pytest.Pytester) -> None:
    """Only a run of tests needs what the settings name."""
    output = ran(pytester, "-o", "scorecard_paths=nowhere", "--help")
    assert (
        "\n  scorecard_strict (bool):\n                        let warnings fail as well\n"
        in output
    )


def test_an_id_that_no_test_has_is_told_with_the_nearest(pytester: pytest.Pytester) -> None:
    """What was asked for and is not there is an error, and not a run of no tests."""
    put("data/mill.yaml", MILL)
    output = ran(pytester, "--scorecard", "data::demand[pay]::evidense", "data::subject")
    assert section(output, "ERRORS") == [
        heading("ERROR collecting data"),
        "found no test data::demand[pay]::evidense; did you mean 'demand[pay]::evidence'?",
    ]


def test_a_folder_that_cannot_be_read_is_told_without_a_traceback(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system refuses is told in its words."""
    small("data/a.yaml")
    put("texts/a.txt", "")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "texts")

    monkeypatch.setattr(nodes, "audit", refuse)
    output = ran(pytester, "--scorecard", "data", "-o", "scorecard_documents=texts")
    assert section(output, "ERRORS") == [
        heading("ERROR collecting data"),
        "cannot read the folder texts: Permission denied",
    ]


# What a failure looks like ------------------------------------------------------------------


FAILURES = [
    heading("party[paper]::valid"),
    (
        "data/mill.yaml:5:42: parties[2].kind: found 'prss'; allowed are union, leadership, "
        "opposition, government, employer, press, court, arbitrator, review-body, public, other; "
        "did you mean 'press'?"
    ),
    heading("claim[won]::references"),
    (
        "data/mill.yaml:20:28: claims[0].check.fact.event: found 'strikes', and there is no event of "
        "that id; known are strike; did you mean 'strike'?"
    ),
]


@pytest.mark.parametrize("option", ["--tb=auto", "--tb=long", "--full-trace", "--showlocals"])
def test_a_failure_is_the_problems_alone(pytester: pytest.Pytester, option: str) -> None:
    """Each problem is one line as `check` prints it, and no traceback stands around it."""
    put("data/mill.yaml", WRONG)
    output = ran(pytester, "--scorecard", "data", option)
    assert section(output, "FAILURES") == FAILURES
    summary = section(output, "short test summary info")
    assert [line.partition(" - ")[0].removesuffix("]") for line in summary] == [
        "FAILED data::party[paper]::valid",
        "FAILED data::claim[won]::references",
    ]


def test_places_are_told_as_they_can_be_opened_from_here(pytester: pytest.Pytester) -> None:
    """A path is from the working directory where it lies below, and else from the top."""
    file = put("data/mill/a.yaml", TITLED).absolute()
    Path("data/mill/sub").mkdir()
    for folder, argument, told in (
        ("data", "mill", "mill/a.yaml"),
        ("data/mill", ".", "a.yaml"),
        ("data/mill/sub", "..", file),
        ("/", file.parent, file.relative_to("/")),
    ):
        file.write_text("titel: The mill\n", encoding="utf-8")
        os.chdir(pytester.path / folder)
        output = ran(pytester, "--scorecard", argument, f"--rootdir={pytester.path}")
        assert section(output, "FAILURES")[1].startswith(f"{told}:1:1: "), folder


def test_each_test_stands_where_its_record_does(pytester: pytest.Pytester) -> None:
    """An editor that shows tests opens the file at the record, counting lines from 0."""
    put("data/mill.yaml", MILL)
    items, _ = pytester.inline_genitems("--scorecard", "data")
    at = {item.name: item.location[:2] for item in items}
    assert at["dispute[data]::valid"] == ("data", 0)
    assert at["demand[pay]::evidence"] == ("data/mill.yaml", 8)


def test_warnings_fail_where_all_is_strict(pytester: pytest.Pytester) -> None:
    """What only weakens the data passes, unless the settings are strict."""
    put("data/mill.yaml", MILL.replace("asks: {more: 10%}, ", ""))
    assert counts(pytester, "--scorecard", "data") == "41 passed, 1 skipped"
    output = ran(pytester, "--scorecard", "data", "-o", "scorecard_strict=true")
    assert section(output, "FAILURES") == [
        heading("demand[pay]::valid"),
        (
            "data/mill.yaml:9:5: warning: no-measure: demand 'pay' has no term in `asks`; only how firm "
            "an answer is can tell whether it is met"
        ),
    ]


def test_quotations_are_looked_for_in_the_folder_of_documents(pytester: pytest.Pytester) -> None:
    """Without the folder, or without the document in it, they are skipped, and it is said why."""
    put("data/mill.yaml", MILL.replace("five is our limit", "nothing whatsoever"))
    for documents, reason in (
        ("", "no folder of documents is set: scorecard_documents"),
        ("texts", "scorecard_documents: there is no folder texts"),
        ("data", "not checked: courier"),
    ):
        output = ran(
            pytester, "--scorecard", "data", "-rs", "-o", f"scorecard_documents={documents}"
        )
        (summary,) = section(output, "short test summary info")
        assert summary.startswith("SKIPPED [1] ")
        assert summary.endswith(f": {reason}")
    put("texts/courier.txt", COURIER)
    output = ran(pytester, "--scorecard", "data", "-o", "scorecard_documents=texts")
    assert section(output, "FAILURES") == [
        heading("concession[letter]::quotations"),
        (
            "data/mill.yaml:14:17: the quotation 'nothing whatsoever' is not in document 'courier'; "
            "no word of it is"
        ),
    ]


def test_what_is_skipped_for_one_reason_is_one_line(pytester: pytest.Pytester) -> None:
    """However many disputes there are, the reason is printed once, with their number."""
    for name in ("mill", "rent", "hall"):
        put(f"data/{name}/a.yaml", MILL)
    (summary,) = section(ran(pytester, "--scorecard", "data", "-rs"), "short test summary info")
    assert summary.startswith("SKIPPED [3] ")


def test_the_printed_sheet_is_compared_where_its_folder_is_set(pytester: pytest.Pytester) -> None:
    """Each dispute then has one more test, which says how to print the sheet."""
    put("data/mill.yaml", MILL)
    Path("sheets").mkdir()
    arguments = ("--scorecard", "data", "-o", "scorecard_sheets=sheets")
    assert section(ran(pytester, *arguments), "FAILURES") == [
        heading("dispute[data]::sheet"),
        (
            "sheets/data.md:1:1: there is no such sheet; print it: "
            "pcs-scorecard render data --output sheets/data.md"
        ),
    ]
    card = pcs_scorecard.score(pcs_scorecard.load("data"))
    put("sheets/data.md", pcs_scorecard.render(card))
    assert counts(pytester, *arguments) == "42 passed, 1 skipped"


# With pytest's other options ----------------------------------------------------------------


def test_what_failed_last_is_run_again_alone_or_first(pytester: pytest.Pytester) -> None:
    """--lf, --ff and --sw know the tests of disputes from run to run, until they pass."""
    put("data/mill.yaml", WRONG)
    assert counts(pytester, "--scorecard", "data", "--sw") == "1 failed, 3 passed, 2 skipped"
    assert counts(pytester, "--scorecard", "data", "--sw") == "1 failed, 5 deselected"
    assert counts(pytester, "--scorecard", "data") == "2 failed, 15 passed, 25 skipped"
    assert counts(pytester, "--scorecard", "data", "--lf") == "2 failed, 40 deselected"
    first = collected(pytester, "--scorecard", "data", "--ff")
    assert first[:2] == ["data::party[paper]::valid", "data::claim[won]::references"]
    put("data/mill.yaml", MILL)
    assert counts(pytester, "--scorecard", "data", "--lf") == "2 passed, 40 deselected"
    assert counts(pytester, "--scorecard", "data", "--lf", "--nf") == "41 passed, 1 skipped"


def test_a_run_can_end_at_the_first_failure(pytester: pytest.Pytester) -> None:
    """-x and --maxfail count tests of disputes."""
    put("data/mill.yaml", WRONG)
    assert counts(pytester, "--scorecard", "data", "-x") == "1 failed, 3 passed, 2 skipped"
    assert counts(pytester, "--scorecard", "data", "--maxfail=2").startswith("2 failed")


def test_the_results_can_be_written_as_xml(pytester: pytest.Pytester) -> None:
    """A report for other programs has the problems as the failures' texts."""
    put("data/mill.yaml", WRONG)
    ran(pytester, "--scorecard", "data", "--junitxml=report.xml", "-p", "no:cacheprovider")
    report = Path("report.xml").read_text(encoding="utf-8")
    assert report.count("<failure ") == 2
    assert f">{FAILURES[1]}</failure>" in report


# In other processes -------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["-n2"], []])
def test_runs_in_workers_and_with_warnings_as_errors(
    pytester: pytest.Pytester, arguments: list[str]
) -> None:
    """Workers collect what was asked for, by path or by id, and the plugin warns of nothing."""
    rooms = ("", ".arguments", ".nodes", ".record_tests")
    strict = [f"-Werror:::pcs_scorecard.pytest_plugin{room}" for room in rooms]
    pytester.makeini("[pytest]\nscorecard_paths = data\ntestpaths = tests\n")
    put("data/mill.yaml", WRONG)
    put("tests/test_a.py", "def test_a(scorecard): scorecard('national-2022-23')\n")
    result = pytester.runpytest_subprocess(*strict, *arguments)
    result.assert_outcomes(passed=16, failed=2, skipped=25)
    assert set(FAILURES[1::2]) <= set(result.outlines)
    chosen = ("data::demand[pay]::evidence", "data::party[paper]", "data::subject")
    result = pytester.runpytest_subprocess(*strict, *arguments, *chosen)
    result.assert_outcomes(passed=1, failed=1, skipped=2)
    assert counts(pytester, "--lf") == "2 failed, 41 deselected"


# The fixture --------------------------------------------------------------------------------


def test_a_python_test_gets_the_scorecard_of_a_dispute(pytester: pytest.Pytester) -> None:
    """A dispute is named by its path from the root, or by its name on board, and read once."""
    put("data/mill.yaml", MILL)
    put(
        "tests/test_mill.py",
        """\
def test_status(scorecard):
    assert scorecard("data")["pay"].status == "some-movement"
    assert scorecard("data") is scorecard("data")

def test_day(scorecard):
    card = scorecard("data/mill.yaml", as_of="2024-05", policy="strict")
    assert (card["pay"].status, card.policy.name) == ("no-response", "strict")

def test_on_board(scorecard):
    assert scorecard("national-2022-23")["pay"].status == "not-met"
""",
    )
    assert counts(pytester) == "3 passed"
    os.chdir("tests")
    assert counts(pytester) == "3 passed"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (
            "'data'",
            [
                (
                    "data/mill.yaml:5:42: parties[2].kind: found 'prss'; allowed are union, leadership, "
                    "opposition, government, employer, press, court, arbitrator, review-body, public, "
                    "other; did you mean 'press'?"
                ),
                (
                    "data/mill.yaml:20:28: claims[0].check.fact.event: found 'strikes', and there is no "
                    "event of that id; known are strike; did you mean 'strike'?"
                ),
            ],
        ),
        (
            "'undated'",
            ["no record in this dispute has a date; give the date of the scoresheet"],
        ),
        (
            "'dta'",
            [
                "there is no file or folder dta, and no dispute 'dta' is on board; allowed are "
                + ", ".join(bundled())
            ],
        ),
        (
            "'national-2022-23', policy='stric'",
            ["found 'stric'; allowed are standard, strict, lenient; did you mean 'strict'?"],
        ),
    ],
)
def test_a_dispute_that_cannot_be_scored_fails_the_test_that_asks_for_it(
    pytester: pytest.Pytester, call: str, told: list[str]
) -> None:
    """The line of the test is shown, and what is wrong, and nothing of this package's code."""
    put("data/mill.yaml", WRONG)
    put("undated/a.yaml", TITLED)
    put("test_a.py", f"def test_a(scorecard):\n    scorecard({call})\n")
    lines = section(ran(pytester, "test_a.py"), "FAILURES")
    assert [line for line in lines if line and not line.startswith("scorecard = ")] == [
        heading("test_a"),
        "    def test_a(scorecard):",
        f">       scorecard({call})",
        f"E       Failed: {told[0]}",
        *(f"E       {line}" for line in told[1:]),
        "test_a.py:2: Failed",
    ]
