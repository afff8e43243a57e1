"""The command as its users run it: a process with arguments, streams and an exit code."""

import errno
import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.places import ROOT

from pcs_scorecard import __version__

COMMAND = (sys.executable, "-m", "pcs_scorecard")

TEA = """\
title: A dispute about tea
parties:
  - {id: staff, name: Staff, kind: union}
  - {id: firm, name: Firm, kind: employer}
documents: [{id: letter, title: A letter, publisher: firm, date: 2021-04}]
demands:
  - id: tea
    title: Tea “free”
    made_by: staff
    made_to: firm
    date: 2021-02-03
    asks: {due: 2021-03}
    evidence: [{document: letter, at: line 1, quoting: staff}]
concessions:
  - id: cups
    title: Cups given
    made_by: firm
    date: 2021-04-05
    answers: [{demand: tea, kind: in-force}]
    evidence: [{document: letter, at: line 2}]
"""
UNSOURCED = TEA.replace("    evidence: [{document: letter, at: line 2}]\n", "")
UNDATED = (
    TEA.partition("concessions:")[0]
    .replace("    date: 2021-02-03\n", "")
    .replace(", date: 2021-04}", "}")
)
WRONG = TEA.replace("date: 2021-02-03", "date: 2021-02-30").replace("in-force", "in-forse")
WRONG_LINES = (
    "tea.yaml:11:11: demands[0].date: found '2021-02-30', a date that does not exist\n"
    "tea.yaml:19:35: concessions[0].answers[0].kind: found 'in-forse'; allowed are refusal, "
    "worsening, nothing-offered, talks, assurance, permission, offer, under-way, agreed, in-force; "
    "did you mean 'in-force'?\n"
)


def environment(**more: str) -> dict[str, str]:
    """Return what a process is started with: the package, and nothing of this process."""
    return {"PYTHONPATH": str(ROOT), **more}


def run(folder: Path, *arguments: str, **more: str) -> tuple[int, str, str]:
    """Run the command in a folder; return its exit code and both outputs, without a traceback."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def shell(folder: Path, redirected: str, *arguments: str) -> tuple[int, str, str]:
    """Run the command in a shell, after and before what redirects it; return as `run` does."""
    before, _, after = redirected.rpartition(";")
    done = subprocess.run(
        ["/bin/sh", "-c", f'{before or ":"}; exec "$0" "$@" {after}', *COMMAND, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """Return a folder with a dispute in tea.yaml."""
    (tmp_path / "tea.yaml").write_text(TEA, encoding="utf-8")
    return tmp_path


# What is scored ------------------------------------------------------------------------------


def test_without_arguments_the_dispute_on_board_is_printed(tmp_path: Path) -> None:
    """No arguments, no dispute named, and the dispute named give the same sheet."""
    code, sheet, said = run(tmp_path)
    assert (code, said) == (0, "")
    assert sheet.startswith("# National civil service dispute, 2022-23\n")
    assert run(tmp_path, "render") == (0, sheet, "")
    assert run(tmp_path, "render", "national-2022-23") == (0, sheet, "")


def test_a_dispute_is_named_by_its_file_or_folder(tea: Path) -> None:
    """A file and the folder it lies in, from near or far, are the same dispute."""
    code, sheet, said = run(tea, "render", "tea.yaml")
    assert (code, said) == (0, "")
    assert sheet.startswith("# A dispute about tea\n\n**Staff made 1 demand of Firm. ")
    assert run(tea, "render", ".") == (0, sheet, "")
    assert run(Path("/"), "render", str(tea / "tea.yaml")) == (0, sheet, "")


@pytest.mark.parametrize(
    ("date", "told", "tally"),
    [
        (
            "2021-04-05",
            "**Staff made 1 demand of Firm. It was met in part.** As of 5 April 2021.",
            1,
        ),
        ("2021-04-04", "No answer to it is on record.** As of 4 April 2021.", 0),
        ("2021-02", "No answer to it is on record.** As of 28 February 2021.", 0),
        (
            "2020",
            "**No demand was on record. The first is of 3 February 2021.** As of 31 December 2020.",
            0,
        ),
    ],
)
def test_as_of_says_what_was_known(tea: Path, date: str, told: str, tally: int) -> None:
    """A sheet as of a day, or of the last day of a month or year, knows nothing later."""
    code, sheet, said = run(tea, "render", "tea.yaml", "--as-of", date)
    assert (code, said) == (0, "")
    assert f"{told}\n" in sheet
    assert f"\nYes 0, In part {tally}, Some movement 0, No 0, " in sheet


@pytest.mark.parametrize(
    ("policy", "status"), [("standard", "partly-met"), ("strict", "not-met"), ("lenient", "met")]
)
def test_policy_says_how_it_is_judged(tea: Path, policy: str, status: str) -> None:
    """Cups that came a month late are judged by the policy that is named."""
    made = run(tea, "render", "tea.yaml", "--format", "json", "--policy", policy)[1]
    assert json.loads(made)["demands"][0]["status"] == status


@pytest.mark.parametrize(
    ("form", "first", "holds"),
    [
        ("markdown", "# A dispute about tea", "   **In part.** Firm did this, but that came on 5 "),
        ("text", "A dispute about tea", "   In part. Firm did this, but that came on 5 "),
        ("json", "{", '      "title": "Tea “free”",'),
    ],
)
def test_format_says_how_it_is_laid_out(tea: Path, form: str, first: str, holds: str) -> None:
    """Each format is printed as such."""
    code, sheet, said = run(tea, "render", "tea.yaml", "--format", form)
    assert (code, said) == (0, "")
    assert sheet.splitlines()[0] == first
    assert any(line.startswith(holds) for line in sheet.splitlines())


# Where it goes -------------------------------------------------------------------------------


def test_output_writes_the_same_sheet_to_a_file(tea: Path) -> None:
    """A file is made or replaced, holds what would be printed, and nothing else is left behind."""
    sheet = run(tea, "render", "tea.yaml")[1]
    for force in ([], ["--force"]):
        assert run(tea, "render", "tea.yaml", "--output", "sheet.md", *force) == (0, "", "")
        assert (tea / "sheet.md").read_bytes() == sheet.encode()
        assert sorted(path.name for path in tea.iterdir()) == ["sheet.md", "tea.yaml"]
        (tea / "sheet.md").write_text("old\n" * 10_000, encoding="utf-8")


def test_output_keeps_the_mode_of_the_file_it_replaces(tea: Path) -> None:
    """A file that others may not read stays so when it is replaced."""
    (tea / "sheet.md").touch(mode=0o600)
    assert run(tea, "render", "tea.yaml", "--output", "sheet.md", "--force") == (0, "", "")
    assert (tea / "sheet.md").stat().st_mode & 0o777 == 0o600


def test_output_follows_a_link(tea: Path) -> None:
    """What a link leads to is replaced, and the link stays a link."""
    (tea / "elsewhere").mkdir()
    (tea / "elsewhere" / "sheet.md").write_text("old", encoding="utf-8")
    (tea / "link.md").symlink_to("elsewhere/sheet.md")
    assert run(tea, "render", "tea.yaml", "--output", "link.md", "--force") == (0, "", "")
    assert (tea / "link.md").is_symlink()
    assert (tea / "elsewhere" / "sheet.md").read_text(encoding="utf-8").startswith("# A dispute")


@pytest.mark.parametrize(
    ("output", "why"),
    [
        ("nowhere/sheet.md", errno.ENOENT),
        ("tea.yaml/sheet.md", errno.ENOTDIR),
        ("/dev/full", errno.ENOSPC),
        ("full.md", errno.ENOSPC),
        ("a" * 300, errno.ENAMETOOLONG),
    ],
)
def test_output_that_cannot_be_written_is_said(tea: Path, output: str, why: int) -> None:
    """A place that takes no file is named with the reason, and nothing is left of the attempt."""
    (tea / "full.md").symlink_to("/dev/full")
    said = f"pcs-scorecard: cannot write {output}: {os.strerror(why)}\n"
    assert run(tea, "render", "tea.yaml", "--output", output) == (2, "", said)
    assert sorted(path.name for path in tea.iterdir()) == ["full.md", "tea.yaml"]
    assert (tea / "tea.yaml").read_text(encoding="utf-8") == TEA


def test_a_full_disk_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    """Where the new sheet does not fit, the old one is kept whole and no piece is left."""
    (tmp_path / "sheet.md").write_text("old", encoding="utf-8")
    # No file may grow beyond one block, which a sheet does.
    done = shell(tmp_path, "ulimit -f 1;", "render", "--output", "sheet.md", "--force")
    assert done == (2, "", f"pcs-scorecard: cannot write sheet.md: {os.strerror(errno.EFBIG)}\n")
    assert (tmp_path / "sheet.md").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_leaves_the_old_file_as_it_was(tea: Path) -> None:
    """In a folder that may only be read the old sheet stays as it was."""
    (tea / "sheet.md").write_text("old", encoding="utf-8")
    tea.chmod(0o500)
    done = run(tea, "render", "tea.yaml", "--output", "sheet.md", "--force")
    tea.chmod(0o700)
    assert done == (2, "", "pcs-scorecard: cannot write sheet.md: Permission denied\n")
    assert (tea / "sheet.md").read_text(encoding="utf-8") == "old"


def test_wrong_data_leaves_the_old_file_as_it_was(tea: Path) -> None:
    """Where the data cannot be scored nothing is printed or written, and every problem is told."""
    (tea / "tea.yaml").write_text(WRONG, encoding="utf-8")
    (tea / "sheet.md").write_text("old", encoding="utf-8")
    assert run(tea, "render", "tea.yaml", "--output", "sheet.md", "--force") == (1, "", WRONG_LINES)
    assert (tea / "sheet.md").read_text(encoding="utf-8") == "old"
    assert run(tea, "render", "tea.yaml") == (1, "", WRONG_LINES)
    assert run(tea, "explain", "tea.yaml", "--demand", "tea") == (1, "", WRONG_LINES)


# Explain, check, list, help ------------------------------------------------------------------


def test_explain_traces_a_demand(tea: Path) -> None:
    """A demand is traced as of the day and by the policy that are named."""
    code, trace, said = run(tea, "explain", "tea.yaml", "--demand", "tea", "--policy", "strict")
    assert (code, said) == (0, "")
    assert trace.startswith(
        "Tea “free”: No\n==============\n\nDemand 1 of 1: A dispute about tea. "
    )
    told = " ".join(trace.split())
    assert (
        "As of 5 April 2021. “In part” means at least two thirds; what comes late is “No”. " in told
    )
    assert "(The policy “strict”.) Asked. Staff asked Firm for this (3 February 2021). " in told
    assert "“Cups given”: Firm did this. It came on 5 April 2021, after the day asked for " in told
    before = run(tea, "explain", "tea.yaml", "--demand", "tea", "--as-of", "2021-03")[1]
    assert before.startswith("Tea “free”: No response recorded\n")


OFFERED = TEA.replace("2021-04-05", "2021-03-05").replace("in-force", "offer")


def test_if_accepted_is_the_sheet_of_an_offer_that_was_accepted(tea: Path) -> None:
    """An offer that is taken as accepted gives the sheet of its acceptance that day, which says so."""
    accepted = OFFERED.replace("    answers:", "    accepted: 2021-03-05\n    answers:")
    (tea / "tea.yaml").write_text(OFFERED, encoding="utf-8")
    (tea / "accepted").mkdir()
    (tea / "accepted" / "tea.yaml").write_text(accepted, encoding="utf-8")
    told = " As if “Cups given” had been accepted."
    for command in (("render", "--format", "text"), ("explain", "--demand", "tea")):
        code, page, said = run(tea, *command, "tea.yaml", "--if-accepted", "cups")
        assert (code, said) == (0, "")
        assert told in " ".join(page.split())
        plain = run(tea, *command, "accepted/tea.yaml")[1]
        assert " ".join(page.split()).replace(told, "") == " ".join(plain.split())
    sheet = run(tea, "render", "tea.yaml", "--if-accepted", "cups")[1]
    assert sheet.startswith(
        "# A dispute about tea\n\n"
        f"**Staff made 1 demand of Firm. It was met.** As of 5 March 2021.{told}\n\n"
        "Yes 1, In part 0, Some movement 0, No 0, No response recorded 0.\n"
    )
    sheet = run(tea, "render", "tea.yaml")[1]
    assert "\n\nYes 0, In part 0, Some movement 1, " in sheet


REFUSED = """\
  - id: no
    title: More was refused
    made_by: firm
    date: 2021-03-06
    answers: [{demand: tea, kind: refusal}]
    evidence: [{document: letter, at: line 3}]
"""


@pytest.mark.parametrize(
    ("name", "day", "by", "allowed"),
    [
        ("cup", "2021-03-05", "5 March 2021", "allowed are cups; did you mean 'cups'?"),
        ("xyz", "2021-03", "31 March 2021", "allowed are cups"),
        ("no", "2021-03", "31 March 2021", "allowed are cups"),
        ("cups", "2021-03-04", "4 March 2021", "no offer stands on the day"),
    ],
)
@pytest.mark.parametrize("command", [("render",), ("explain", "--demand", "tea")])
def test_what_offers_nothing_by_the_day_cannot_be_accepted(
    tea: Path, command: tuple[str, ...], name: str, day: str, by: str, allowed: str
) -> None:
    """An unknown id, a refusal and an offer of a later day are named with what can be accepted."""
    (tea / "tea.yaml").write_text(OFFERED + REFUSED, encoding="utf-8")
    assert run(tea, *command, "tea.yaml", "--as-of", day, "--if-accepted", name) == (
        2,
        "",
        f"pcs-scorecard: found '{name}', and no concession of that id offers anything by {by}; "
        f"{allowed}: --if-accepted CONCESSION\n",
    )


def test_a_demand_cannot_be_accepted(tea: Path) -> None:
    """Whoever gives the id of a demand for that of an offer is told what it is."""
    (tea / "tea.yaml").write_text(OFFERED, encoding="utf-8")
    assert run(tea, "render", "tea.yaml", "--if-accepted", "tea") == (
        2,
        "",
        "pcs-scorecard: found 'tea', and no concession of that id offers anything by 5 March 2021; "
        "allowed are cups; 'tea' is a demand: --if-accepted CONCESSION\n",
    )


def test_explain_suggests_the_nearest_demand(tea: Path) -> None:
    """An id that is on no sheet is named, with those that are and the nearest of them."""
    code, trace, said = run(tea, "explain", "tea.yaml", "--demand", "tee")
    assert (code, trace) == (2, "")
    assert said == (
        "pcs-scorecard: found 'tee', and there is no demand of that id on the scoresheet; "
        "allowed are tea; did you mean 'tea'?\n"
    )


def test_explain_says_from_which_day_a_demand_is_on_record(tea: Path) -> None:
    """On a day before it the demand is not on the sheet, and is not unknown either."""
    assert run(tea, "explain", "tea.yaml", "--demand", "tea", "--as-of", "2020") == (
        2,
        "",
        "pcs-scorecard: found 'tea', which is on record from 3 February 2021 on, and the scoresheet is "
        "as of 31 December 2020: --as-of DATE\n",
    )


def test_explain_says_where_there_is_no_demand_at_all(tea: Path) -> None:
    """On a day before all demands none is offered, and the sentence still has an end."""
    assert run(tea, "explain", "tea.yaml", "--demand", "tee", "--as-of", "2020") == (
        2,
        "",
        "pcs-scorecard: found 'tee', and there is no demand of that id on the scoresheet\n",
    )


def test_check_finds_nothing_wrong_on_board(tmp_path: Path) -> None:
    """Without a path all that is on board is checked, and has nothing but warnings."""
    code, told, said = run(tmp_path, "check")
    assert (code, said) == (0, "")
    *lines, last = told.splitlines()
    assert all(": warning: " in line for line in lines)
    assert re.fullmatch(rf"no problems in \d+ records, {len(lines)} warnings: .+", last)


def test_check_counts_what_it_looked_at(tea: Path) -> None:
    """Two parties, a document, a demand and a concession are five records, in file or folder."""
    assert run(tea, "check", "tea.yaml") == (0, "no problems in 5 records\n", "")
    assert run(tea, "check", ".", "tea.yaml") == (0, "no problems in 10 records\n", "")


def test_check_tells_every_problem(tea: Path) -> None:
    """Every problem of every path is told in order of place, and counted at the end."""
    (tea / "wrong").mkdir()
    (tea / "wrong" / "tea.yaml").write_text(WRONG, encoding="utf-8")
    counted = f"{WRONG_LINES}2 problems to put right\n"
    assert run(tea / "wrong", "check", "tea.yaml") == (1, counted, "")
    lines = "".join(f"wrong/{line}\n" for line in WRONG_LINES.splitlines())
    told = f"{lines}2 problems to put right\n"
    assert run(tea, "check", "wrong", "tea.yaml") == (1, told, "")
    assert run(tea, "check", "tea.yaml", "wrong/tea.yaml") == (1, told, "")


def test_check_lets_warnings_pass(tea: Path) -> None:
    """What only weakens a sheet is told and counted, and stops nothing."""
    (tea / "tea.yaml").write_text(UNSOURCED, encoding="utf-8")
    assert run(tea, "check", "tea.yaml") == (
        0,
        (
            "tea.yaml:15:5: warning: no-evidence: concession 'cups' has no evidence; "
            "the rule `no-evidence` holds it down\n"
            "no problems in 5 records, 1 warning: 1 no-evidence\n"
        ),
        "",
    )
    code, sheet, said = run(tea, "render", "tea.yaml")
    assert (code, said) == (0, "")
    assert "\n   **Some movement.** Firm did this, but " in sheet


MISQUOTED = TEA.replace("at: line 2", "at: line 2, quote: a cup each")
LETTER = "Line 1: tea\nLine 2: a cup of tea each\n"
NOT_QUOTED = (
    "tea.yaml:20:16: the quotation 'a cup each' is not in document 'letter'; "
    "the closest passage is 'a cup of'\n"
)


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize(
    ("data", "more", "code"),
    [
        (TEA, (), 0),
        (TEA, ("--strict",), 0),
        (UNSOURCED, (), 0),
        (UNSOURCED, ("--strict",), 1),
        (WRONG, (), 1),
        (WRONG, ("--strict",), 1),
        (MISQUOTED, (), 0),
        (MISQUOTED, ("--documents", "texts"), 1),
        (MISQUOTED, ("--documents", "."), 0),
        (MISQUOTED, ("--documents", ".", "--strict"), 1),
    ],
)
def test_check_fails_by_what_it_finds(
    tea: Path, data: str, more: tuple[str, ...], code: int, form: str
) -> None:
    """Errors fail, warnings only with --strict, in every format; all of it is on the output."""
    (tea / "tea.yaml").write_text(data, encoding="utf-8")
    (tea / "texts").mkdir()
    (tea / "texts" / "letter.txt").write_text(LETTER, encoding="utf-8")
    given, printed, said = run(tea, "check", "tea.yaml", *more, "--format", form)
    assert (given, said) == (code, "")
    assert printed.endswith("\n")


def test_check_looks_for_quotations(tea: Path) -> None:
    """With a folder of texts each quotation is looked for, and how many were is said."""
    (tea / "tea.yaml").write_text(MISQUOTED, encoding="utf-8")
    (tea / "letter.md").write_text(LETTER, encoding="utf-8")
    assert run(tea, "check", "tea.yaml", "--documents", ".") == (
        1,
        f"{NOT_QUOTED}0 of 1 quotation verified ({HEADED}), 1 not found\n1 problem to put right\n",
        "",
    )
    (tea / "letter.md").write_text("Each gets a cup\n\neach.\n", encoding="utf-8")
    assert run(tea, "check", "tea.yaml", "--documents", ".") == (
        0,
        f"1 of 1 quotation verified ({HEADED}), 0 not found\nno problems in 5 records\n",
        "",
    )
    (tea / "letter.md").unlink()
    assert run(tea, "check", "tea.yaml", "--documents", ".", "--strict") == (
        1,
        (
            "tea.yaml:5:13: warning: not-at-hand: the text of document 'letter' is not at hand, "
            "and 1 quotation is not checked: add letter.txt to the folder of documents\n"
            f"0 of 1 quotation verified ({HEADED}), 0 not found, "
            "1 not checked (letter 1)\n"
            "1 warning: 1 not-at-hand; by --strict each is to be put "
            "right\n"
        ),
        "",
    )


@pytest.mark.parametrize(
    "command",
    [
        ["render", "r.txt"],
        ["render", "."],
        ["changes", "r.txt"],
        ["changes", "r.txt", "r.txt"],
        ["claims", "r.txt"],
        ["claims", "."],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("name", ["r.txt", "tea.yaml"])
def test_no_page_is_written_over_what_was_read(tea: Path, name: str, command: list[str]) -> None:
    """A dispute that the command reads stays, whatever its ending and whatever is forced."""
    (tea / "r.txt").hardlink_to(tea / "tea.yaml")
    told = (
        f"pcs-scorecard: {name} is a file that is read here, and stays as it is; "
        "give --output another name\n"
    )
    for force in ([], ["--force"]):
        assert run(tea, *command, "--output", name, *force) == (2, "", told)
    assert (tea / "tea.yaml").read_text(encoding="utf-8") == TEA


@pytest.mark.parametrize("data", [TEA, WRONG])
@pytest.mark.parametrize(
    ("folder", "reason"), [("nowhere", errno.ENOENT), ("tea.yaml", errno.ENOTDIR)]
)
def test_check_refuses_documents_that_are_no_folder(
    tea: Path, data: str, folder: str, reason: int
) -> None:
    """A folder of texts that is not there is a wrong use, whatever the data are like."""
    (tea / "tea.yaml").write_text(data, encoding="utf-8")
    assert run(tea, "check", "tea.yaml", "--documents", folder) == (
        2,
        "",
        f"pcs-scorecard: cannot read the folder {folder}: {os.strerror(reason)}\n",
    )


def test_check_annotates_a_pull_request(tea: Path) -> None:
    """For GitHub each problem is a command, and the summary stands below in words."""
    (tea / "tea, 2.yaml").write_text(UNSOURCED, encoding="utf-8")
    assert run(tea, "check", "tea, 2.yaml", "--format", "github") == (
        0,
        (
            "::warning file=tea%2C 2.yaml,line=15,col=5,title=no-evidence::concession 'cups' has "
            "no evidence; the rule `no-evidence` holds it down\n"
            "no problems in 5 records, 1 warning: 1 no-evidence\n"
        ),
        "",
    )


def test_check_prints_json(tea: Path) -> None:
    """What is printed as JSON is one object, and the same with and without --strict."""
    (tea / "tea.yaml").write_text(UNSOURCED, encoding="utf-8")
    code, printed, said = run(tea, "check", "tea.yaml", "--format", "json")
    assert (code, said) == (0, "")
    assert json.loads(printed) == {
        "format_version": 2,
        "records": 5,
        "errors": 0,
        "warnings": 1,
        "problems": [
            {
                "file": "tea.yaml",
                "line": 15,
                "column": 5,
                "level": "warning",
                "kind": "no-evidence",
                "path": "",
                "message": "concession 'cups' has no evidence; the rule `no-evidence` holds it down",
            }
        ],
    }
    assert run(tea, "check", "tea.yaml", "--format", "json", "--strict") == (1, printed, "")


def test_check_looks_once_at_what_is_named_twice(tea: Path) -> None:
    """The same path twice is one dispute, and its problems are told and counted once."""
    (tea / "tea.yaml").write_text(MISQUOTED, encoding="utf-8")
    (tea / "letter.txt").write_text(LETTER, encoding="utf-8")
    for form in ("text", "json", "github"):
        options = ("--documents", ".", "--format", form)
        once = run(tea, "check", "tea.yaml", *options)
        assert run(tea, "check", "tea.yaml", "tea.yaml", "./tea.yaml", *options) == once


@pytest.mark.parametrize(
    "arguments",
    [("--format", "markdown"), ("--format",), ("--documents",), ("--strict=yes",), ("--strikt",)],
)
def test_check_refuses_what_it_does_not_know(tea: Path, arguments: tuple[str, ...]) -> None:
    """A format, an option or a value that is none is a wrong use."""
    code, printed, said = run(tea, "check", "tea.yaml", *arguments)
    assert (code, printed) == (2, "")
    assert said.startswith("usage: pcs-scorecard")


def test_check_refuses_a_path_that_leads_nowhere(tea: Path) -> None:
    """A path without anything at it is a mistake in the command and not in the data."""
    code, printed, said = run(tea, "check", "tea.yaml", "nowhere")
    assert (code, printed) == (2, "")
    told = (
        "there is no file or folder 'nowhere', and no dispute 'nowhere' is on board; allowed are "
    )
    assert said.startswith(f"pcs-scorecard: {told}")


def test_a_folder_without_yaml_is_no_dispute(tmp_path: Path) -> None:
    """A folder without a YAML file is told as a problem, by every command that reads it."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.txt").touch()
    told = "empty:1:1: found no YAML file in this folder; a dispute is a file or a folder of them\n"
    assert run(tmp_path, "render", "empty") == (1, "", told)
    assert run(tmp_path, "explain", "empty", "--demand", "tea") == (1, "", told)
    assert run(tmp_path, "check", "empty") == (1, f"{told}1 problem to put right\n", "")


def test_list_names_what_is_on_board(tmp_path: Path) -> None:
    """Each dispute on board has a line with the name to call it by, its title and its size."""
    code, listed, said = run(tmp_path, "list")
    assert (code, said) == (0, "")
    line = next(line for line in listed.splitlines() if line.startswith("national-2022-23: "))
    assert line.startswith("national-2022-23: National civil service dispute, 2022-23 (8 demands, ")
    assert line.endswith(" claims)")


@pytest.mark.parametrize(
    ("arguments", "holds"),
    [
        (
            ["--help"],
            [
                "render",
                "explain",
                "report",
                "changes",
                "claims",
                "site",
                "new",
                "check",
                "list",
                "schema",
                "--version",
            ],
        ),
        (
            ["render", "--help"],
            ["DISPUTE", "--as-of", "--policy", "--if-accepted", "--format", "--output"],
        ),
        (
            ["explain", "--help"],
            ["DISPUTE", "--as-of", "--policy", "--demand", "--if-accepted"],
        ),
        (
            ["changes", "--help"],
            ["DISPUTE", "--since", "--as-of", "--policy", "--format", "--output"],
        ),
        (["site", "--help"], ["OUT", "DISPUTE", "--as-of", "--policy", "--address", "--force"]),
        (["report", "--help"], ["DISPUTE", "--if-accepted", "--into", "--check", ".xhtml"]),
        (["claims", "--help"], ["DISPUTE", "--as-of", "--policy", "--format", "--output"]),
        (["schema", "--help"], ["--output"]),
        (["check", "--help"], ["PATH"]),
    ],
)
def test_help_names_what_there_is(tmp_path: Path, arguments: list[str], holds: list[str]) -> None:
    """Help is printed as asked for, and names every command or option."""
    code, told, said = run(tmp_path, *arguments)
    assert (code, said) == (0, "")
    assert [word for word in holds if word not in told] == []


def test_new_writes_a_dispute_that_is_valid_as_it_stands(tmp_path: Path) -> None:
    """The starter has no problem and no warning, names the schema beside it, and is scored."""
    assert run(tmp_path, "new", "my rent.yaml") == (
        0,
        (
            "wrote my rent.yaml, a dispute to replace with your own, and dispute.schema.json, for "
            "your editor\nnext: pcs-scorecard check 'my rent.yaml'\n"
            "      pcs-scorecard render 'my rent.yaml'\n"
        ),
        "",
    )
    written = (tmp_path / "my rent.yaml").read_text(encoding="utf-8")
    assert written.startswith("# yaml-language-server: $schema=dispute.schema.json\n")
    assert "pcs-scorecard check 'my rent.yaml'\n" in written
    schema = (ROOT / "docs" / "dispute.schema.json").read_bytes()
    assert (tmp_path / "dispute.schema.json").read_bytes() == schema
    code, told, said = run(tmp_path, "check", "--strict", "my rent.yaml")
    assert (code, told, said) == (0, "no problems in 6 records\n", "")
    sheet = run(tmp_path, "render", "my rent.yaml")[1]
    assert "**The bakers made 2 demands of the bakery. None was met in full, one in part; " in sheet


def test_new_writes_what_yamllint_takes(tmp_path: Path) -> None:
    """By the defaults of yamllint a document has its start marked, lines of 80 and one kind of yes."""
    assert run(tmp_path, "new", "rent.yaml")[0] == 0
    written = (tmp_path / "rent.yaml").read_text(encoding="utf-8")
    assert written.split("\n---\n")[0].replace("\n#", "").startswith("# yaml-language-server: ")
    assert max(map(len, written.splitlines())) <= 80
    assert re.search(r"[ \t]$|\t|\n\n\n|: (yes|no|on|off)$", written, re.MULTILINE) is None


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("rendr", "; did you mean 'render'?"),
        ("wibble", ""),
        ("x" * 300, ""),
        (
            "tea.yaml",
            "; of a dispute the command comes first: pcs-scorecard render 'tea.yaml'",
        ),
    ],
)
def test_a_word_that_is_no_command_is_told_with_what_may_be_meant(
    tea: Path, word: str, told: str
) -> None:
    """All commands are listed, the nearest is named, and of a file what stands before it."""
    listed = "render, explain, report, changes, claims, site, check, new, list, schema"
    said = f"pcs-scorecard: found {word!r}; allowed are {listed}{told}\n"
    assert run(tea, word) == (2, "", said)


def test_without_docstrings_the_command_says_so(tea: Path) -> None:
    """Python -OO would print pages without the rules' own sentences."""
    said = (
        "pcs-scorecard: Python runs with -OO, which takes away what the rules say; run it without, or unset "
        "PYTHONOPTIMIZE\n"
    )
    assert run(tea, "report", "tea.yaml", PYTHONOPTIMIZE="2") == (2, "", said)
    assert run(tea, "report", "tea.yaml", PYTHONOPTIMIZE="1")[0] == 0


HEADED = "0 under the heading that the record names"
NAMED = "allowed is the name of a file that ends in .yaml or .yml, in characters that can be shown"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("tea.yaml", "tea.yaml is there already, and stays as it is"),
        ("", f"found '.'; {NAMED}"),
        ("/", f"found '/'; {NAMED}"),
        ("dangling.yaml", "dangling.yaml is there already, and stays as it is"),
        ("no/tea.yaml", f"cannot write no/tea.yaml: {os.strerror(errno.ENOENT)}"),
        ("tea.md", f"found 'tea.md'; {NAMED}"),
        ("folder.yaml", f"found 'folder.yaml'; {NAMED}"),
        ("a" * 300 + ".yaml", f"cannot write {'a' * 300}.yaml: {os.strerror(errno.ENAMETOOLONG)}"),
        ("two\nlines.yaml", rf"found 'two\nlines.yaml'; {NAMED}"),
        ("\udcff.yaml", rf"found '\udcff.yaml'; {NAMED}"),
    ],
)
def test_new_replaces_nothing(tea: Path, name: str, told: str) -> None:
    """What is there stays as it is, and nothing is left of what could not be written."""
    (tea / "folder.yaml").mkdir()
    (tea / "dangling.yaml").symlink_to("nowhere")
    before = sorted(tea.iterdir())
    assert run(tea, "new", name) == (2, "", f"pcs-scorecard: {told}\n")
    assert (tea / "tea.yaml").read_text(encoding="utf-8") == TEA
    assert sorted(tea.iterdir()) == before


def test_new_leaves_a_schema_that_is_there(tmp_path: Path) -> None:
    """A second dispute in a folder shares the schema of the first, whatever that holds."""
    (tmp_path / "dispute.schema.json").write_text("{}", encoding="utf-8")
    code, told, _ = run(tmp_path, "new", "rent.yaml")
    assert (code, told.splitlines()[0]) == (
        0,
        "wrote rent.yaml, a dispute to replace with your own",
    )
    assert (tmp_path / "dispute.schema.json").read_text(encoding="utf-8") == "{}"


def test_schema_is_printed_or_written(tmp_path: Path) -> None:
    """The JSON Schema that is printed is the published one, and so is what a file gets."""
    published = (ROOT / "docs" / "dispute.schema.json").read_text(encoding="utf-8")
    assert run(tmp_path, "schema") == (0, published, "")
    assert run(tmp_path, "schema", "--output", "dispute.schema.json") == (0, "", "")
    written = (tmp_path / "dispute.schema.json").read_text(encoding="utf-8")
    assert written == published


def test_version_is_told(tmp_path: Path) -> None:
    """The command tells its version."""
    assert run(tmp_path, "--version") == (0, f"pcs-scorecard {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["bogus"], ["'bogus'", "render", "explain", "check", "list"]),
        (["render", "tea.yaml", "more"], ["more"]),
        (["render", "--policy", "harsh"], ["'harsh'", "standard", "strict", "lenient"]),
        (["render", "--format", "pdf"], ["'pdf'", "markdown", "text", "json"]),
        (["render", "--as-of", "2021-13"], ["--as-of", "'2021-13', a date that does not exist"]),
        (["render", "--as-of", "2021-02-30"], ["'2021-02-30', a date that does not exist"]),
        (["render", "--as-of", "May"], ["found 'May'", "2023-06-02, 2023-06", "2023, or a span"]),
        (["render", "--as", "2021"], ["--as"]),
        (["explain", "tea.yaml"], ["--demand"]),
        (["render", "nowhere.yaml"], ["'nowhere.yaml'", "national-2022-23"]),
        (
            ["render", "natonal-2022-23"],
            ["'natonal-2022-23'", "did you mean 'national-2022-23'?"],
        ),
        (["render", "x" * 5_000], ["xxx", "national-2022-23"]),
        (["render", ""], ["''", "national-2022-23"]),
    ],
)
def test_a_mistake_in_the_command_is_told(tea: Path, arguments: list[str], told: list[str]) -> None:
    """What cannot be done is named with what can, on the other stream, and nothing is printed."""
    code, printed, said = run(tea, *arguments)
    assert (code, printed) == (2, "")
    assert [words for words in told if words not in said] == []


def test_an_undated_dispute_needs_a_day(tea: Path) -> None:
    """Without any date in the data the day must be given, and the message says with what."""
    (tea / "tea.yaml").write_text(UNDATED, encoding="utf-8")
    code, printed, said = run(tea, "render", "tea.yaml")
    assert (code, printed) == (2, "")
    assert said == (
        "pcs-scorecard: no record in this dispute has a date; "
        "give the date of the scoresheet: --as-of DATE\n"
    )
    assert run(tea, "render", "tea.yaml", "--as-of", "2021")[0] == 0


# Changes, claims ----------------------------------------------------------------------------

CLAIMED = (
    TEA
    + """\
claims:
  - id: won
    title: Tea has been won
    made_by: firm
    date: 2021-04
    check: {count: {reaching: partly-met, relation: at-least, number: 1}}
"""
)

TEA_CLAIMS = """\
# What was said, and what the documents show of it

A verdict is about a statement, measured against these documents. What only one side tells is that side’s word: it neither supports its own claims nor contradicts those of others.

## A dispute about tea

As of 30 April 2021. 1 claim: 0 Supported, 0 Contradicted, 1 One side’s word, 0 Not enough information.

| Claims of | Firm |
| --- | --- |
| Supported | 0 |
| Contradicted | 0 |
| One side’s word | 1 |
| Not enough information | 0 |
| All | 1 |

**Claimed by Firm:**

- (1) Tea has been won. (April 2021) **One side’s word for it.** Known only from Firm. As of 30 April 2021, 1 of 1 demand is at “In part” or better; claimed: at least 1. It is: Tea “free” (In part). [1]

### Sources

1. Firm, “A letter” (April 2021)
"""


@pytest.fixture
def tea_and_more(tea: Path) -> Path:
    """Return a folder with a dispute in three files: as it is, without evidence, with a claim."""
    (tea / "bare.yaml").write_text(UNSOURCED, encoding="utf-8")
    (tea / "claimed.yaml").write_text(CLAIMED, encoding="utf-8")
    return tea


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["changes", "tea.yaml", "nowhere"], "there is no file or folder 'nowhere', and no"),
        (["changes", "nowhere"], "there is no file or folder 'nowhere', and no dispute"),
        (["changes", "--as-of", "May"], "found 'May'; allowed is a date: 2023-06-02, 2023-06"),
        (["changes", "--since", "May"], "found 'May'; allowed is a date: 2023-06-02, 2023-06"),
        (["changes", "--policy", "harsh"], "harsh"),
        (["claims", "tea.yaml", "nowhere"], "there is no file or folder 'nowhere', and no dispute"),
        (["claims", "--format", "json"], "json"),
    ],
)
def test_a_mistake_in_these_commands_is_told(tea: Path, arguments: list[str], told: str) -> None:
    """What cannot be done is said on the other stream, and nothing is printed."""
    code, printed, said = run(tea, *arguments)
    assert (code, printed) == (2, "")
    assert told in said


def test_claims_prints_every_claim_of_what_is_named(tea_and_more: Path) -> None:
    """Each dispute that is named has a section, in the order in which they are named."""
    assert run(tea_and_more, "claims", "claimed.yaml") == (0, TEA_CLAIMS, "")
    code, page, said = run(tea_and_more, "claims", "tea.yaml", "claimed.yaml")
    assert (code, said) == (0, "")
    head, _, tables = TEA_CLAIMS.partition("\n## ")
    none = "0 claims: 0 Supported, 0 Contradicted, 0 One side’s word, 0 Not enough information."
    assert page == (f"{head}\n## A dispute about tea\n\nAs of 5 April 2021. {none}\n\n## {tables}")


def test_claims_are_of_a_day_and_by_a_policy(tea_and_more: Path) -> None:
    """A claim is known from its day, and its count is of statuses by the policy that is named."""
    before = run(tea_and_more, "claims", "claimed.yaml", "--as-of", "2021-04-29")[1]
    assert "\nAs of 29 April 2021. 0 claims: 0 Supported, 0 Contradicted, " in before
    strict = run(tea_and_more, "claims", "claimed.yaml", "--policy", "strict")[1]
    assert (
        "\n- (1) Tea has been won. (April 2021) **Contradicted.** As of 30 April 2021, "
        "0 of 1 demand is at “In part” or better; claimed: at least 1. [1]\n"
    ) in strict


def test_claims_without_a_name_are_of_all_on_board(tmp_path: Path) -> None:
    """Without a dispute every dispute on board has its section."""
    code, page, said = run(tmp_path, "claims")
    assert (code, said) == (0, "")
    listed = run(tmp_path, "list")[1].splitlines()
    titles = [line.partition(": ")[2].rpartition(" (")[0] for line in listed]
    assert [line[3:] for line in page.splitlines() if line.startswith("## ")] == titles


@pytest.mark.parametrize(
    "arguments",
    [
        ["changes", "claimed.yaml"],
        ["changes", "tea.yaml", "bare.yaml"],
        ["claims", "claimed.yaml"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("form", ["markdown", "text", "json"])
def test_each_page_has_its_formats_and_goes_to_a_file(
    tea_and_more: Path, arguments: list[str], form: str
) -> None:
    """A page in a format is printed as such, and a file holds what would be printed."""
    if (arguments[0], form) == ("claims", "json"):
        return
    asked = [*arguments, "--format", form]
    code, page, said = run(tea_and_more, *asked)
    assert (code, said) == (0, "")
    assert page.endswith("\n")
    if form == "json":
        assert json.loads(page)["format_version"] == 2
    else:
        assert page.startswith("# ") == (form == "markdown")
    assert run(tea_and_more, *asked, "--output", "page") == (0, "", "")
    assert (tea_and_more / "page").read_bytes() == page.encode()
    told = f"pcs-scorecard: cannot write nowhere/page: {os.strerror(errno.ENOENT)}\n"
    assert run(tea_and_more, *asked, "--output", "nowhere/page") == (2, "", told)


@pytest.mark.parametrize(
    "arguments",
    [
        ["changes", "wrong"],
        ["changes", "bare.yaml", "wrong"],
        ["claims", "claimed.yaml", "wrong"],
    ],
    ids=" ".join,
)
def test_wrong_data_has_no_page(tea_and_more: Path, arguments: list[str]) -> None:
    """Where the data of any dispute is wrong every problem is told, and nothing is written."""
    (tea_and_more / "wrong").mkdir()
    (tea_and_more / "wrong" / "tea.yaml").write_text(WRONG, encoding="utf-8")
    (tea_and_more / "page").write_text("old", encoding="utf-8")
    lines = "".join(f"wrong/{line}\n" for line in WRONG_LINES.splitlines())
    assert run(tea_and_more, *arguments, "--output", "page", "--force") == (1, "", lines)
    assert (tea_and_more / "page").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    "arguments",
    [["changes"], ["changes", "--since", "2023-06-30", "--policy", "strict"], ["claims"]],
    ids=" ".join,
)
def test_no_seed_of_hashing_changes_a_page(tmp_path: Path, arguments: list[str]) -> None:
    """Processes in which sets have another order print the same page."""
    assert len({run(tmp_path, *arguments, PYTHONHASHSEED=seed) for seed in ("0", "1", "2")}) == 1


# Streams -------------------------------------------------------------------------------------

EVERY_COMMAND = pytest.mark.parametrize(
    "arguments",
    [
        *([], ["explain", "--demand", "pay"], ["report"], ["changes", "national-2022-23"]),
        *(["claims"], ["check"], ["list"], ["--help"], ["--version"]),
    ],
    ids=" ".join,
)


@EVERY_COMMAND
def test_a_reader_who_has_had_enough_is_no_error(tmp_path: Path, arguments: list[str]) -> None:
    """Where the other end of a pipe is closed, as by `head -1`, the command ends in silence."""
    with subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0


@EVERY_COMMAND
def test_a_full_standard_output_is_told(tmp_path: Path, arguments: list[str]) -> None:
    """Output that cannot be written is a message and an exit code, never a half success."""
    why = os.strerror(errno.ENOSPC)
    said = f"pcs-scorecard: cannot write: {why}\n"
    assert shell(tmp_path, "> /dev/full", *arguments) == (2, "", said)


@pytest.mark.parametrize(
    "arguments",
    [[], ["explain", "--demand", "pay"], ["check"], ["list"], ["--help"], ["--version"]],
)
def test_a_closed_standard_output_is_told(tmp_path: Path, arguments: list[str]) -> None:
    """Without a standard output there is a message and an exit code."""
    code, _, said = shell(tmp_path, ">&-", *arguments)
    assert code == 2
    assert said.startswith("pcs-scorecard: cannot write")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["render", "nowhere"], 2), (["bogus"], 2), (["render", "wrong.yaml"], 1), ([], 0)],
)
def test_the_exit_code_is_the_same_without_messages(
    tmp_path: Path, arguments: list[str], code: int
) -> None:
    """Where there is no stream for messages, the exit code still says what happened."""
    (tmp_path / "wrong.yaml").write_text(WRONG, encoding="utf-8")
    assert shell(tmp_path, "2>&-", *arguments)[0] == code


@pytest.mark.parametrize("form", ["markdown", "text", "json"])
@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "POSIX"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "utf-16"},
        {"PYTHONUNBUFFERED": "1"},
        {"PYTHONOPTIMIZE": "1"},
    ],
    ids=str,
)
def test_no_locale_changes_a_byte(tea: Path, form: str, locale: dict[str, str]) -> None:
    """The same bytes are printed in every locale and under every setting of Python's."""
    arguments = ("render", "tea.yaml", "--format", form)
    assert "“" in run(tea, *arguments)[1]
    assert run(tea, *arguments, **locale) == run(tea, *arguments, PYTHONUTF8="1")


def test_a_name_that_is_no_text_is_told(tea: Path) -> None:
    """A file whose name is not UTF-8 is read like any other, and told if something is wrong."""
    name = os.fsdecode(b"t\xe9a.yaml")
    (tea / name).write_text(TEA, encoding="utf-8")
    assert run(tea, "render", name) == run(tea, "render", "tea.yaml")
    (tea / name).write_text(WRONG, encoding="utf-8")
    assert run(tea, "check", name)[:2] == (
        1,
        WRONG_LINES.replace("tea.yaml", "'t\\udce9a.yaml'") + "2 problems to put right\n",
    )


def on_a_terminal(folder: Path, *arguments: str, **more: str) -> str:
    """Run the command on a terminal and return what the terminal gets."""
    ours, its = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=folder, env=environment(**more), stdout=its, stderr=its
    ):
        os.close(its)
        shown = b""
        try:
            while got := os.read(ours, 4096):
                shown += got
        except OSError as error:  # how Linux says that a terminal has been left
            assert error.errno == errno.EIO  # noqa: PT017 - any other error is one of the test
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colour(tea: Path) -> None:
    """On a terminal the answers of the text format are coloured, and its words are the same."""
    arguments = ("render", "tea.yaml", "--format", "text")
    plain = run(tea, *arguments)[1]
    assert "\x1b" not in plain
    coloured = on_a_terminal(tea, *arguments)
    assert "\x1b[36mIn part.\x1b[0m" in coloured
    assert coloured.replace("\x1b[36m", "").replace("\x1b[0m", "") == plain
    assert on_a_terminal(tea, *arguments, NO_COLOR="") == coloured


def test_no_colour_where_none_is_wanted(tea: Path) -> None:
    """NO_COLOR, a file and the other formats have no colour."""
    arguments = ("render", "tea.yaml", "--format", "text")
    plain = run(tea, *arguments)[1]
    assert on_a_terminal(tea, *arguments, NO_COLOR="1") == plain
    assert on_a_terminal(tea, *arguments, "--output", "sheet.txt") == ""
    assert (tea / "sheet.txt").read_text(encoding="utf-8") == plain
    for form in ("markdown", "json"):
        assert "\x1b" not in on_a_terminal(tea, "render", "tea.yaml", "--format", form)


WAITING = """
import sys, time
from pcs_scorecard import cli
from pcs_scorecard.cli import commands

def wait(_):
    print("begun", flush=True)
    time.sleep(60)

commands.load = wait
sys.exit(cli.main([]))
"""


def test_an_interrupted_command_ends_without_a_word(tmp_path: Path) -> None:
    """Ctrl-C ends the command at once, with the exit code that shells give for it."""
    process = subprocess.Popen(
        [sys.executable, "-c", WAITING],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        process.send_signal(signal.SIGINT)
        printed = process.communicate(timeout=60)
    assert printed == (b"", b"")
    assert process.returncode == 130
