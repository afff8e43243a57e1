"""A page in its place: what stands between two lines of a file is refreshed, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.places import ROOT
from helpers.works import WORKS
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard.cli.output import UsageError, refresh, stale

BEGIN, END = "<!-- pcs-scorecard: begin -->", "<!-- pcs-scorecard: end -->"
SHOWN = f"with these two lines, in this order, and puts the page between them:\n{BEGIN}\n{END}"


def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Run the command in a folder; return its exit code and both outputs, without a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "pcs_scorecard", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with a dispute in works.yaml, and a README.md to refresh."""
    (tmp_path / "works.yaml").write_text(WORKS, encoding="utf-8")
    (tmp_path / "README.md").write_text(f"# Us\n\n{BEGIN}\nold\n{END}\nbye", encoding="utf-8")
    return tmp_path


# In a file ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"a\n\xff\r\nb\r", b"\n\n"])
@pytest.mark.parametrize("after", [b"", b"\n", b"\r\nc \xfe", b"\n\n  d  "])
def test_all_else_stays(tmp_path: Path, newline: bytes, before: bytes, after: bytes) -> None:
    """Every byte before and after the lines is as it was, in whatever encoding, and so are the lines."""
    file = tmp_path / "a.md"
    start = before if before.endswith((b"\n", b"\xbf")) or not before else before + b"\n"
    begin, end = f"  {BEGIN} ".encode() + newline, END.encode()
    file.write_bytes(start + begin + b"old" + newline + end + after)
    refresh(file, "new £\nlines\n", read=())
    made = newline.join([b"", "new £".encode(), b"lines", b"", b""])
    assert file.read_bytes() == start + begin + made + end + after


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    """What was written is what would be written again, and the file is not even touched."""
    file = tmp_path / "a.md"
    file.write_text(f"{BEGIN}\n{END}\n", encoding="utf-8")
    assert stale(file, "new\n", read=(), into=True)
    refresh(file, "new\n", read=())
    assert not stale(file, "new\n", read=(), into=True)
    assert stale(file, "newer\n", read=(), into=True)
    file.chmod(0o444)
    was = file.stat()
    refresh(file, "new\n", read=())
    assert file.stat() == was


LINES = st.sampled_from([BEGIN, END, "text", "", "<!-- pcs-scorecard -->", f"{BEGIN} {END}", "é"])


@given(st.lists(LINES), st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_any_file_is_refreshed_or_refused(lines: list[str], page: str) -> None:
    """With one line of each, in order, the rest stays as it is; any other file is refused."""
    # A folder per test would be one for all examples.
    import tempfile  # noqa: PLC0415 - only here

    marks = [line for line in lines if line in (BEGIN, END)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.md"
        file.write_text("\n".join(lines), encoding="utf-8", newline="")
        before = file.read_bytes()
        if marks != [BEGIN, END]:
            with pytest.raises(UsageError, match="stays as it is"):
                refresh(file, page, read=())
            assert file.read_bytes() == before
            return
        refresh(file, page, read=())
        first, _, rest = before.partition(BEGIN.encode() + b"\n")
        last = rest.partition(END.encode())[2] if rest.startswith(END.encode()) else ""
        made = file.read_bytes()
        assert made.startswith(first + BEGIN.encode() + b"\n\n" + page.encode())
        if last:
            assert made.endswith(END.encode() + last)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "found neither line"),
        (f"{BEGIN}\n", "found begin in line 1"),
        (f"a\n{END}\n", "found end in line 2"),
        (f"{END}\n\n{BEGIN}\n", "found end in line 1 then begin in line 3"),
        (
            f"{BEGIN}\n{BEGIN}\na\n{END}\n",
            "found begin in line 1 then begin in line 2 then end in line 4",
        ),
        (f"a {BEGIN}\n{END} b\n", "found neither line"),
    ],
)
def test_says_what_to_write(home: Path, text: str, told: str) -> None:
    """A file without the two lines, or with more, or in another order, stays, and the lines are shown."""
    (home / "README.md").write_text(text, encoding="utf-8")
    code, out, said = run(home, "render", "works.yaml", "--into", "README.md")
    assert (code, out) == (2, "")
    assert said == f"pcs-scorecard: README.md stays as it is: {told}; --into takes a file {SHOWN}\n"
    assert (home / "README.md").read_text(encoding="utf-8") == text


def test_a_file_that_is_not_there_is_not_made(home: Path) -> None:
    """There is nothing to refresh in it, and it is said what there would have to be."""
    code, _, said = run(home, "render", "works.yaml", "--into", "no.md")
    assert (code, said) == (2, f"pcs-scorecard: no.md is not there; --into takes a file {SHOWN}\n")
    assert not (home / "no.md").exists()


def test_a_file_that_is_read_stays(home: Path) -> None:
    """A dispute is never refreshed, though it had the lines."""
    text = f"{WORKS}# \n"
    (home / "works.yaml").write_text(text, encoding="utf-8")
    code, _, said = run(home, "render", "works.yaml", "--into", "works.yaml")
    assert code == 2
    assert "is a file that is read here, and stays as it is; give --into another name" in said
    assert (home / "works.yaml").read_text(encoding="utf-8") == text


# By the command -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "begins"),
    [
        (("render",), "# The works\n"),
        (("report",), "# The works\n"),
        (("claims",), "# "),
        (("changes",), "# "),
        (("render", "--format", "message"), "The works\n"),
        (("render", "--format", "csv"), "number,"),
    ],
)
def test_every_page_goes_into_a_file(home: Path, command: tuple[str, ...], begins: str) -> None:
    """Whatever takes --output takes --into, and puts there what it would have printed."""
    page = run(home, *command, "works.yaml")[1]
    assert page.startswith(begins)
    assert run(home, *command, "works.yaml", "--into", "README.md")[:2] == (0, "")
    made = (home / "README.md").read_bytes().decode()
    unix = page.replace("\r\n", "\n")
    assert made.replace("\r\n", "\n") == f"# Us\n\n{BEGIN}\n\n{unix}\n{END}\nbye"


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        *(("a.md", "# The works\n"), ("a.txt", "The works\n====="), ("a.json", "{\n")),
        *(("a.html", "<!doctype html>"), ("a.csv", "number,"), ("a.SVG", "<svg ")),
        *(("a", "# The works\n"), ("a.rst", "# The works\n"), ("a.xhtml", "<!doctype html>")),
    ],
)
def test_the_format_follows_the_ending(home: Path, name: str, begins: str) -> None:
    """A file has the format that its name says, and Markdown where that says nothing."""
    assert run(home, "render", "works.yaml", "--output", name) == (0, "", "")
    assert (home / name).read_text(encoding="utf-8").casefold().startswith(begins.casefold())


def test_a_format_that_is_given_counts(home: Path) -> None:
    """The ending of a name is only a hint."""
    assert run(home, "render", "works.yaml", "--output", "a.md", "--format", "json")[0] == 0
    assert json.loads((home / "a.md").read_text(encoding="utf-8"))["dispute"] == "works"


def test_a_format_that_there_is_not_is_refused(home: Path) -> None:
    """A report is no table, and nothing is written in its place."""
    code, _, said = run(home, "report", "works.yaml", "--output", "a.csv")
    assert code == 2
    assert said.startswith("pcs-scorecard: a.csv would be csv, and `report` gives markdown, text")
    assert not (home / "a.csv").exists()


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.xhtml"])
@pytest.mark.parametrize("command", ["render", "report"])
def test_into_html_goes_what_may_stand_in_a_page(home: Path, command: str, name: str) -> None:
    """A page of somebody else's gets elements, and no second document."""
    (home / name).write_text(f"<body>\n{BEGIN}\n{END}\n</body>\n", encoding="utf-8")
    assert run(home, command, "works.yaml", "--into", name) == (0, "", "")
    made = (home / name).read_text(encoding="utf-8")
    assert made.startswith(f"<body>\n{BEGIN}\n\n<h1>The works</h1>\n")
    assert made.endswith(f"\n\n{END}\n</body>\n")
    assert made.count("<body>") == 1


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.SVG", "a.txt"])
@pytest.mark.parametrize("form", [(), ("--format", "markdown")])
def test_into_goes_only_where_lines_can_be_comments(
    home: Path, name: str, form: tuple[str, ...]
) -> None:
    """A file of another format stays, whatever is to be put into it."""
    (home / name).write_text(f"{BEGIN}\n{END}\n", encoding="utf-8")
    told = (
        f"pcs-scorecard: found {name}; --into takes a file of Markdown or HTML, and --output writes "
        "another, whole\n"
    )
    assert run(home, "render", "works.yaml", "--into", name, *form) == (2, "", told)
    assert (home / name).read_text(encoding="utf-8") == f"{BEGIN}\n{END}\n"


@pytest.mark.parametrize("form", ["markdown", "text", "json", "csv", "message", "svg"])
def test_into_html_goes_nothing_that_could_become_markup(home: Path, form: str) -> None:
    """A page that escapes no HTML stays out of a file of HTML."""
    (home / "a.html").write_text(f"{BEGIN}\n{END}\n", encoding="utf-8")
    told = (
        f"pcs-scorecard: found --format {form}, in which a text could be markup of a.html; between its two "
        "lines stands html, and --output writes another, whole\n"
    )
    assert run(home, "render", "works.yaml", "--into", "a.html", "--format", form) == (2, "", told)
    assert (home / "a.html").read_text(encoding="utf-8") == f"{BEGIN}\n{END}\n"


@pytest.mark.parametrize("where", ["--output", "--into"])
@pytest.mark.parametrize("command", [("render", "works.yaml"), ("schema",)], ids=" ".join)
def test_no_page_comes_among_the_data(home: Path, command: tuple[str, ...], where: str) -> None:
    """What ends like data is written nothing to, so that the dispute in that folder can be read."""
    if (command, where) == (("schema",), "--into"):
        return
    told = (
        "pcs-scorecard: sheet.yml is a name for data, as all that end in .yaml or .yml are; "
        f"give {where} another name\n"
    )
    for more in ([], ["--check"], ["--force"] * (where == "--output")):
        assert run(home, *command, where, "sheet.yml", *more) == (2, "", told)
    assert not (home / "sheet.yml").exists()


def test_check_tells_without_writing(home: Path) -> None:
    """The exit code is 1 where a file would change, and 0 where it would not."""
    file = home / "README.md"
    before = file.read_bytes()
    into = ("render", "works.yaml", "--into", "README.md")
    stale_said = "README.md is not what would be written; write it without --check\n"
    assert run(home, *into, "--check") == (1, "", stale_said)
    assert file.read_bytes() == before
    assert run(home, *into) == (0, "", "")
    assert run(home, *into, "--check") == (0, "", "")
    assert run(home, *into, "--check", "--policy", "strict")[0] == 1


def test_check_of_a_whole_file(home: Path) -> None:
    """A file that is not there, or holds another page, is told; it needs no --force, as it stays."""
    whole = ("render", "works.yaml", "--output", "sheet.json")
    told = "sheet.json is not there; write it without --check\n"
    assert run(home, *whole, "--check") == (1, "", told)
    assert not (home / "sheet.json").exists()
    assert run(home, *whole)[0] == 0
    assert run(home, *whole, "--check") == (0, "", "")
    other = (*whole, "--check", "--as-of", "2021-04")
    told = "sheet.json is not what would be written; write it without --check"
    assert run(home, *other) == (1, "", f"{told} and with --force\n")
    assert run(home, *other, "--force") == (1, "", f"{told}\n")


@pytest.mark.parametrize(
    ("where", "name", "told"),
    [
        (
            "--output",
            "works.txt",
            "works.txt is a file that is read here, and stays as it is; give --output another name",
        ),
        (
            "--into",
            "works.md",
            "works.md is a file that is read here, and stays as it is; give --into another name",
        ),
        ("--output", "no/a.md", "cannot write no/a.md: there is no folder no"),
        ("--output", "README.md/a.md", "cannot write README.md/a.md: there is no folder README.md"),
        ("--output", ".", ". is a folder, and stays as it is; give a file in it a name"),
        ("--into", "pipe", "cannot read pipe: it is no ordinary file"),
        ("--output", "pipe", "cannot read pipe: it is no ordinary file"),
    ],
)
def test_check_refuses_what_writing_would(home: Path, where: str, name: str, told: str) -> None:
    """What could not be written is no file to be written without --check."""
    (home / "works.txt").hardlink_to(home / "works.yaml")
    (home / "works.md").hardlink_to(home / "works.yaml")
    os.mkfifo(home / "pipe")
    command = ("render", "works.yaml", where, name, "--check")
    assert run(home, *command) == (2, "", f"pcs-scorecard: {told}\n")


def test_check_of_a_schema_knows_no_into(tmp_path: Path) -> None:
    """A command is told only of options that it has."""
    told = "pcs-scorecard: --check looks at a file: --output FILE\n"
    assert run(tmp_path, "schema", "--check") == (2, "", told)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--check",), "--check looks at a file: --output FILE or --into FILE"),
        (("--format", "png"), "a PNG is no text, but a file of its own: --output FILE.png"),
        (
            ("--format", "png", "--into", "README.md"),
            "a PNG is no text, but a file of its own: --output FILE.png",
        ),
        (("--force",), "--force lets a file be replaced, and goes with --output FILE"),
        (
            ("--force", "--into", "README.md"),
            "--force lets a file be replaced, and goes with --output FILE",
        ),
        (("--wide",), "--wide is of pictures, --format svg or png; found markdown"),
    ],
)
def test_says_what_an_option_is_for(home: Path, arguments: tuple[str, ...], told: str) -> None:
    """An option that means nothing here says where it means something."""
    assert run(home, "render", "works.yaml", *arguments) == (2, "", f"pcs-scorecard: {told}\n")


def test_output_and_into_are_two_things(home: Path) -> None:
    """A page goes into one file, in one way."""
    both = ("--output", "a.md", "--into", "README.md")
    code, _, said = run(home, "render", "works.yaml", *both)
    assert code == 2
    assert said.endswith("argument --into: not allowed with argument --output\n")


@pytest.mark.parametrize("wide", [(), ("--wide",)])
def test_a_picture_is_written(home: Path, wide: tuple[str, ...]) -> None:
    """The command draws SVG to the screen and PNG to a file, tall or wide."""
    code, made, _ = run(home, "render", "works.yaml", "--format", "svg", *wide)
    assert code == 0
    assert f'viewBox="0 0 {"1200 630" if wide else "1080 1350"}"' in made
    pytest.importorskip("pyvips", reason="pyvips is not installed: pip install '.[pictures]'")
    assert run(home, "render", "works.yaml", "--output", "a.png", *wide) == (0, "", "")
    assert (home / "a.png").read_bytes().startswith(b"\x89PNG")


def test_without_its_library_a_png_says_what_to_install(home: Path) -> None:
    """Nothing is written, and the message can be typed."""
    (home / "pyvips.py").write_text("raise ImportError('no')\n", encoding="utf-8")
    code, _, said = run(home, "render", "works.yaml", "--output", "a.png")
    assert (code, said) == (
        2,
        "pcs-scorecard: a PNG needs a library that is not installed: "
        "pip install 'pyvips[binary]'\n",
    )
    assert not (home / "a.png").exists()
