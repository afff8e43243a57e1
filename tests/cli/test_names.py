"""Names of files, whatever they hold, and whatever the locale takes them for."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from helpers.places import ROOT

from pcs_scorecard.cli import main

WRONG = "title: Tea\ncups: 3\n"
RIGHT = """\
title: Tea
parties:
  - {id: staff, name: Staff, kind: union}
  - {id: firm, name: Firm, kind: employer}
demands: [{id: tea, title: Tea, made_by: staff, made_to: firm, date: 2021}]
"""
IN_C = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
LOCALES = pytest.mark.parametrize("locale", [{}, IN_C, {"PYTHONUTF8": "1"}], ids=str)


def run(folder: Path, *arguments: str | bytes, **more: str) -> tuple[int, bytes, bytes]:
    """Run the command in a folder; return its exit code and both outputs, without a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "pcs_scorecard", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), **more},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout, done.stderr


def put(folder: Path, name: bytes, text: str) -> None:
    """Write a file by the bytes of its name."""
    Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "told", "in_json"),
    [
        ("ré.yaml".encode(), "ré.yaml", "ré.yaml"),
        (b"\xff.yaml", r"'\udcff.yaml'", r"\udcff.yaml"),
        (
            b"a\n::error file=x::pwn\x1b[31m.yaml",
            r"'a\n::error file=x::pwn\x1b[31m.yaml'",
            r"a\n::error file=x::pwn\u001b[31m.yaml",
        ),
        (b"::error x.yaml", "'::error x.yaml'", "::error x.yaml"),
        (b"\xc2\x9b31m\xe2\x80\xae.yaml", r"'\x9b31m\u202e.yaml'", r"\u009b31m\u202e.yaml"),
    ],
    ids=ascii,
)
@LOCALES
def test_a_name_is_told_alike_in_every_format_and_locale(
    tmp_path: Path, name: bytes, told: str, in_json: str, locale: dict[str, str]
) -> None:
    """A name is quoted like any other text, and the bytes on standard output hang on no locale."""
    put(tmp_path, name, WRONG)
    code, out, said = run(tmp_path, "check", name, **locale)
    first, *others = out.decode().splitlines()
    assert (code, said, len(others)) == (1, b"", 1)
    assert first.startswith(f"{told}:2:1: cups: unknown key; ")
    line = run(tmp_path, "check", name, "--format", "github", **locale)[1].decode().splitlines()[0]
    where = told.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    assert line.startswith(f"::error file={where},line=2,col=1,title=invalid::cups: ")
    found = run(tmp_path, "check", name, "--format", "json", **locale)[1].decode()
    assert f'"file": "{in_json}"' in found
    assert json.loads(found)["problems"][0]["file"] == os.fsdecode(name)
    code, out, said = run(tmp_path, "render", name, **locale)
    assert (code, out) == (1, b"")
    # A terminal that takes no é gets it as a number.
    as_it_can = told.encode("ascii" if locale is IN_C else "utf-8", "backslashreplace")
    assert said.startswith(as_it_can + b":2:1: cups: ")


@pytest.mark.parametrize("name", ["ré.yaml".encode(), b"\xff.yaml"], ids=ascii)
@pytest.mark.parametrize(
    "arguments",
    [
        *(["render", "--format", form] for form in ("markdown", "text", "json", "html", "svg")),
        *(["report", "--format", form] for form in ("markdown", "text")),
        *(["changes", "--since", "2020", "--format", form] for form in ("markdown", "json")),
        ["claims"],
    ],
    ids=" ".join,
)
def test_every_page_of_any_name_is_the_same_everywhere(
    tmp_path: Path, name: bytes, arguments: list[str]
) -> None:
    """A page is printed, and written to a file of such a name, with the same bytes in every locale."""
    put(tmp_path, name, RIGHT)
    code, page, said = run(tmp_path, *arguments, name)
    assert (code, said) == (0, b"")
    assert run(tmp_path, *arguments, name, **IN_C) == (0, page, b"")
    out = b"out-" + name + b".md"
    for locale in ({}, IN_C):
        assert run(tmp_path, *arguments, name, "--output", out, "--force", **locale)[0] == 0
        assert (tmp_path / os.fsdecode(out)).read_bytes() == page


@LOCALES
def test_what_is_written_has_its_name_in_every_locale(
    tmp_path: Path, locale: dict[str, str]
) -> None:
    """`new` and `site` name what they write by the text that its name is."""
    code, out, said = run(tmp_path, "new", "né.yaml", **locale)
    assert (code, said) == (0, b"")
    wrote = "wrote né.yaml, a dispute to replace with your own, and dispute.schema.json, "
    assert out.decode() == (
        f"{wrote}for your editor\nnext: pcs-scorecard check 'né.yaml'\n"
        "      pcs-scorecard render 'né.yaml'\n"
    )
    assert "pcs-scorecard check 'né.yaml'" in (tmp_path / "né.yaml").read_text(encoding="utf-8")
    assert run(tmp_path, "site", "oé", "né.yaml", **locale)[1].decode().endswith(" files to oé\n")
    assert (tmp_path / "oé" / "né" / "index.html").is_file()


def test_a_mistake_in_an_argument_is_told_in_its_own_line(tmp_path: Path) -> None:
    """What an argument holds begins no line of its own."""
    code, out, said = run(tmp_path, "list", "a\n::error::pwn\x1b[31m")
    assert (code, out) == (2, b"")
    told = r"error: unrecognized arguments: a\n::error::pwn\x1b[31m"
    assert said.decode().splitlines()[-1] == f"pcs-scorecard: {told}"


def test_output_goes_through_a_pipe_to_standard_output(tmp_path: Path) -> None:
    """`--output /dev/stdout` prints the page where standard output is a pipe."""
    put(tmp_path, b"tea.yaml", RIGHT)
    page = run(tmp_path, "render", "tea.yaml")[1]
    assert run(tmp_path, "render", "tea.yaml", "--output", "/dev/stdout") == (0, page, b"")


def test_output_by_its_name_replaces_nothing_in_the_file_behind_it(tmp_path: Path) -> None:
    """`--output /dev/stdout` goes on where what was written before it in that file ends."""
    put(tmp_path, b"tea.yaml", RIGHT)
    page = run(tmp_path, "render", "tea.yaml")[1]
    command = f"{sys.executable} -m pcs_scorecard render tea.yaml --output /dev/stdout"
    done = subprocess.run(
        ["/bin/sh", "-c", f"(echo first; {command}; echo last) > page.md"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "page.md").read_bytes() == b"first\n" + page + b"last\n"


@pytest.mark.parametrize(("blocks", "name"), [(1, "new.yaml"), (40, "dispute.schema.json")])
def test_new_on_a_full_disk_leaves_nothing(tmp_path: Path, blocks: int, name: str) -> None:
    """What cannot be written whole is named with the reason, and neither file is left."""
    done = subprocess.run(
        [
            "/bin/sh",
            "-c",
            f"ulimit -f {blocks}; exec {sys.executable} -m pcs_scorecard new new.yaml",
        ],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    said = f"pcs-scorecard: cannot write {name}: File too large\n".encode()
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["list"]], ids=" ".join)
def test_a_full_standard_output_without_a_buffer_is_told(
    tmp_path: Path, arguments: list[str]
) -> None:
    """Where Python does not buffer, what cannot be written is an error all the same."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "pcs_scorecard", *arguments],
            cwd=tmp_path,
            env={"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    said = b"pcs-scorecard: cannot write: No space left on device\n"
    assert (done.returncode, done.stderr) == (2, said)


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="later Pythons pass an interrupt on as it is"
)
def test_an_interrupt_while_a_class_is_made_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Python makes of Ctrl-C while it makes a class ends the command as Ctrl-C does."""

    class Interrupts:
        def __set_name__(self, *_: object) -> None:
            raise KeyboardInterrupt

    def making(*_: object) -> None:
        type("Made", (), {"made": Interrupts()})

    monkeypatch.setattr("pcs_scorecard.cli._run", making)
    assert main(["list"]) == 130


def test_an_interrupt_at_any_moment_is_no_traceback_of_ours(tmp_path: Path) -> None:
    """Ctrl-C while the command starts ends it without a word; what Python itself says has no line of ours."""
    command = [sys.executable, "-m", "pcs_scorecard", "list"]
    env = {"PYTHONPATH": str(ROOT)}
    start = time.monotonic()
    subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=True, timeout=60)
    taken = time.monotonic() - start
    for step in range(20):
        process = subprocess.Popen(
            command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        with process:
            time.sleep(taken * step / 20)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=60)
        assert b"pcs_scorecard" not in said
