"""The command `site`: all files of a site or an error, the same bytes anywhere, nothing outside."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from helpers.places import ROOT
from helpers.works import WORKS

from pcs_scorecard.cli import folder as writing
from pcs_scorecard.cli.folder import write_folder
from pcs_scorecard.cli.output import UsageError

ADDRESS = "https://example.org/sheets"
ATOM = "{http://www.w3.org/2005/Atom}"


def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Run `site` in a folder; return its exit code and both outputs, without a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "pcs_scorecard", "site", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files in a folder by their paths, but for pictures in pixels."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".png"
    }


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Return a folder with two disputes."""
    (tmp_path / "works.yaml").write_text(WORKS, encoding="utf-8")
    mill = WORKS.replace("title: The works", "title: The “mill” & co.")
    (tmp_path / "mill & co.yaml").write_text(mill, encoding="utf-8")
    return tmp_path


def test_a_site_has_a_page_for_each_dispute_and_what_they_share(two: Path) -> None:
    """The first page leads to each dispute; each has its page and its data."""
    code, out, said = run(two, "out", "works.yaml", "mill & co.yaml")
    assert (code, said) == (0, "")
    made = contents(two / "out")
    assert out == f"wrote {len(made)} files to out\n"
    assert {
        *("index.html", "claims.html", "method.html"),
        *("works/index.html", "works/scorecard.json"),
        *("mill & co/index.html", "mill & co/scorecard.json"),
    } <= set(made)
    assert "feed.xml" not in made
    first = made["index.html"].decode()
    assert '<a href="works/index.html">The works</a>' in first
    assert '<a href="mill%20%26%20co/index.html">The “mill” &amp; co.</a>' in first
    assert "In part</span> <b>1</b>" in first
    assert json.loads(made["works/scorecard.json"])["dispute"] == "works"
    assert '<a href="../index.html">Scoresheets</a>' in made["works/index.html"].decode()
    assert b"There was no strike" in made["claims.html"]
    assert b"<strong>caveat:</strong>" in made["method.html"]
    assert not any(b"http-equiv" not in page for name, page in made.items() if name[-4:] == "html")


def test_a_site_without_a_dispute_named_has_all_on_board(tmp_path: Path) -> None:
    """As the other commands that take several."""
    assert run(tmp_path, "out")[0] == 0
    assert (tmp_path / "out" / "national-2022-23" / "index.html").is_file()


def test_a_site_that_knows_its_address_has_a_feed(two: Path) -> None:
    """Each change of an answer is an entry, the newest first, of a day in the data."""
    assert run(two, "out", "works.yaml", "--address", ADDRESS)[0] == 0
    feed = ET.fromstring((two / "out" / "feed.xml").read_text(encoding="utf-8"))  # noqa: S314 - our own
    entries = [
        tuple(entry.findtext(ATOM + name) for name in ("title", "updated"))
        for entry in feed.findall(f"{ATOM}entry")
    ]
    assert entries == [
        ("6% more: In part", "2021-05-31T00:00:00Z"),
        ("New kit: Some movement", "2021-05-31T00:00:00Z"),
        ("A bus: Yes", "2021-05-31T00:00:00Z"),
        ("6% more: No", "2021-04-30T00:00:00Z"),
        ("Tea: No", "2021-04-30T00:00:00Z"),
        ("A holiday: dropped", "2021-04-30T00:00:00Z"),
    ]
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    assert feed.findtext(f"{ATOM}updated") == "2021-05-31T00:00:00Z"
    link = feed.find(f"{ATOM}entry/{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{ADDRESS}/works/#demand-1"
    page = (two / "out" / "works" / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{ADDRESS}/works/">' in page
    assert f'<link rel="alternate" type="application/atom+xml" href="{ADDRESS}/feed.xml">' in page


def test_a_site_is_the_same_bytes_in_any_order_and_place(two: Path) -> None:
    """Neither the order of the disputes nor the folder changes a byte."""
    one, other = ("works.yaml", "mill & co.yaml"), ("mill & co.yaml", "works.yaml")
    assert run(two, "a", *one, "--address", ADDRESS)[0] == 0
    assert (
        run(
            Path("/"),
            str(two / "b" / "c"),
            *(str(two / name) for name in other),
            "--address",
            f"{ADDRESS}/",
        )[0]
        == 0
    )
    assert contents(two / "a") == contents(two / "b" / "c")


def test_a_site_is_written_again_only_with_force(two: Path) -> None:
    """Its own files are replaced, and what lies beside them stays."""
    assert run(two, "out", "works.yaml")[0] == 0
    before = contents(two / "out")
    code, _, said = run(two, "out", "works.yaml")
    assert code == 2
    assert "out holds a site already, and stays as it is" in said
    (two / "out" / "works" / "index.html").write_text("old", encoding="utf-8")
    (two / "out" / "CNAME").write_text("example.org", encoding="utf-8")
    assert run(two, "out", "works.yaml", "--force")[0] == 0
    assert contents(two / "out") == {**before, "CNAME": b"example.org"}


def test_what_an_earlier_run_wrote_is_told(two: Path) -> None:
    """The files of a dispute that is gone stay, and some are named; what is no site's is not."""
    assert run(two, "out", "works.yaml", "mill & co.yaml", "--address", ADDRESS)[0] == 0
    (two / "out" / "CNAME").write_text("example.org", encoding="utf-8")
    for picture in (two / "out").glob("*/*.png"):
        picture.unlink()
    code, out, said = run(two, "out", "works.yaml", "--force")
    assert (code, said) == (0, "")
    assert out == (
        "wrote 6 files to out\n"
        "4 older files stay: feed.xml, mill & co/index.html, mill & co/picture.svg, …\n"
    )
    for name in ("feed.xml", "mill & co/picture.svg", "mill & co/scorecard.json"):
        (two / "out" / name).unlink()
    out = run(two, "out", "works.yaml", "--force")[1]
    assert out == "wrote 6 files to out\n1 older file stays: mill & co/index.html\n"


def test_the_page_of_a_dispute_makes_no_folder_a_site(two: Path) -> None:
    """A page by `render` has the name of a site's first page, and lacks its sign."""
    (two / "home").mkdir()
    render = [sys.executable, "-m", "pcs_scorecard", "render", "works.yaml", "--output"]
    subprocess.run([*render, "home/index.html"], cwd=two, env={"PYTHONPATH": str(ROOT)}, check=True)
    before = contents(two)
    assert run(two, "home", "works.yaml", "--force") == (
        2,
        "",
        "pcs-scorecard: home holds other things than a site, and stays as it is; give OUT the name of a "
        "folder that is new or empty\n",
    )
    assert contents(two) == before


def test_of_several_disputes_the_one_without_a_date_is_named(two: Path) -> None:
    """It is told which of them needs a day."""
    parties = WORKS[WORKS.index("parties:") : WORKS.index("documents:")]
    (two / "bare.yaml").write_text(f"title: Bare\n{parties}", encoding="utf-8")
    told = (
        "pcs-scorecard: bare.yaml: no record in this dispute has a date; "
        "give the date of the scoresheet: --as-of DATE\n"
    )
    assert run(two, "out", "works.yaml", "bare.yaml") == (2, "", told)


def test_another_folder_is_left_alone(two: Path) -> None:
    """What holds anything else is no place for a site, whatever is forced."""
    before = contents(two)
    code, _, said = run(two, ".", "works.yaml", "--force")
    assert (code, contents(two)) == (2, before)
    assert ". holds other things than a site, and stays as it is" in said
    assert run(two, "works.yaml", "works.yaml", "--force")[0] == 2
    assert contents(two) == before


@pytest.mark.parametrize("name", ["works", "works/index.html", "claims.html"])
def test_nothing_outside_the_folder_is_written(two: Path, name: str) -> None:
    """A link that leads out of a site is refused, and nothing is replaced."""
    assert run(two, "out", "works.yaml")[0] == 0
    place, away = two / "out" / name, two / "away"
    if place.is_dir():
        place.rename(away)
    else:
        away.write_text("mine", encoding="utf-8")
        place.unlink()
    place.symlink_to(away)
    (two / "out" / "method.html").write_text("old", encoding="utf-8")
    before = contents(two)
    code, _, said = run(two, "out", "works.yaml", "--force")
    assert (code, contents(two)) == (2, before)
    assert "leads out of its place" in said


@pytest.mark.parametrize("name", ["Index.html", "feed.xml", ".works"])
def test_a_dispute_whose_name_a_site_cannot_have_is_refused(two: Path, name: str) -> None:
    """What a site's folder needs for itself, and what is hidden, is no name of a dispute."""
    (two / name).mkdir()
    (two / name / "works.yaml").write_text(WORKS, encoding="utf-8")
    code, _, said = run(two, "out", name)
    assert code == 2
    assert repr(name) in said
    assert not (two / "out").exists()


def test_two_disputes_of_one_name_are_refused(two: Path) -> None:
    """Their pages would take each other's place, if only where letters' sizes do not count."""
    (two / "more").mkdir()
    (two / "more" / "Works.yaml").write_text(WORKS, encoding="utf-8")
    code, _, said = run(two, "out", "works.yaml", "more/Works.yaml")
    assert code == 2
    assert "give the file or folder of the dispute another name" in said


@pytest.mark.parametrize(
    "address", ["example.org", "javascript:x", "https://", 'https://a.b/"x', "https://a.b/?c"]
)
def test_an_address_that_is_none_is_refused(two: Path, address: str) -> None:
    """A feed and previews need a whole one."""
    code, _, said = run(two, "out", "works.yaml", "--address", address)
    assert code == 2
    assert "allowed is where the site will be" in said
    assert not (two / "out").exists()


def test_a_dispute_with_problems_makes_no_site(two: Path) -> None:
    """All of a site or none of it."""
    (two / "wrong.yaml").write_text("title: x\nparties: 3\n", encoding="utf-8")
    assert run(two, "out", "works.yaml", "wrong.yaml")[0] == 1
    assert not (two / "out").exists()


@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("old", [False, True], ids=["new", "old"])
def test_a_folder_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, *, old: bool
) -> None:
    """Where one file cannot be written, all are as they were, and nothing else is there."""
    out = tmp_path / "out"
    if old:
        (out / "a").mkdir(parents=True)
        (out / "index.html").write_bytes(b"SITE")
        (out / "a" / "b").write_bytes(b"old")
    before, wrote = contents(tmp_path), []

    def fail(number: int) -> None:
        wrote.append(number)
        if len(wrote) == 3:
            raise error

    monkeypatch.setattr(writing.os, "fsync", fail)
    files = {"index.html": b"SITE 2", "a/b": b"new", "c/d": b"new"}
    with pytest.raises((UsageError, KeyboardInterrupt)):
        write_folder(out, files, read=(), force=True, known=("index.html", b"SITE"))
    assert contents(tmp_path) == before
    assert out.exists() is old
    assert not (out / "c").exists()


@pytest.mark.parametrize(
    ("fails", "told"),
    [
        (1, "cannot write {out}/a/b: full"),
        (
            2,
            "some pages in {out} are new and the others as they were: cannot write {out}/index.html: "
            "full; put that right and run it again",
        ),
    ],
)
def test_a_folder_that_is_new_in_part_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: int, told: str
) -> None:
    """Where a file cannot be put into its place after others, that is said, and no piece is left."""
    out = tmp_path / "out"
    (out / "a").mkdir(parents=True)
    (out / "index.html").write_bytes(b"SITE")
    (out / "a" / "b").write_bytes(b"old")
    replace, calls = Path.replace, []

    def fail(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == fails:
            raise OSError(28, "full", str(self), None, str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    files = {"index.html": b"SITE 2", "a/b": b"new"}
    with pytest.raises(UsageError) as caught:
        write_folder(out, files, read=(), force=True, known=("index.html", b"SITE"))
    assert str(caught.value) == told.format(out=out)
    assert contents(out) == {"a/b": b"new" if fails == 2 else b"old", "index.html": b"SITE"}


STOPPED = """
import os, sys, time
from pcs_scorecard import cli

def wait(_):
    print("begun", flush=True)
    time.sleep(60)

os.fsync = wait
sys.exit(cli.main(["site", "out", "works.yaml"]))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_leaves_nothing(two: Path, number: signal.Signals) -> None:
    """Ended while it writes, or left by its terminal, it takes away what was begun."""
    before = contents(two)
    with subprocess.Popen(
        [sys.executable, "-c", STOPPED],
        cwd=two,
        env={"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        process.send_signal(number)
    assert process.returncode == 128 + number
    assert contents(two) == before
    assert not (two / "out").exists()


def test_what_is_read_is_never_replaced(tmp_path: Path) -> None:
    """Not by a link to it either."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_bytes(b"SITE")
    (out / "a").write_bytes(b"data")
    os.link(out / "a", tmp_path / "data.yaml")
    with pytest.raises(UsageError, match="is a file that is read here, and stays as it is"):
        write_folder(
            out,
            {"index.html": b"SITE", "a": b"x"},
            read=[tmp_path / "data.yaml"],
            force=True,
            known=("index.html", b"SITE"),
        )
    assert (out / "a").read_bytes() == b"data"
