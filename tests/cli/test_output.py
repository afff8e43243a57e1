"""Files that the command writes: whole or not at all, and never over what it has read."""

from __future__ import annotations

import errno
import os
import signal
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pcs_scorecard.cli.output import UsageError, told_to_end, write_file
from pcs_scorecard.cli.output import _write_whole as write_whole


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages name files by their bare names."""
    monkeypatch.chdir(tmp_path)


def contents() -> dict[str, bytes]:
    """Return what lies in the folder: names and bytes."""
    return {path.name: path.read_bytes() for path in Path().iterdir()}


@pytest.mark.parametrize("old", [None, "old\n"])
def test_writes_a_text_as_it_stands(old: str | None) -> None:
    """The file holds the text in UTF-8, with its own line ends, and nothing lies beside it."""
    if old is not None:
        Path("sheet.md").write_text(old, encoding="utf-8")
    write_whole(Path("sheet.md"), "£1\r\né\n")
    assert contents() == {"sheet.md": b"\xc2\xa31\r\n\xc3\xa9\n"}


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize(
    ("old", "owner", "step"),
    [
        (None, os, "fsync"),
        (None, Path, "replace"),
        ("old\n", os, "fsync"),
        ("old\n", Path, "chmod"),
        ("old\n", Path, "replace"),
    ],
)
def test_writes_whole_or_not_at_all(
    old: str | None, owner: Any, step: str, error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stops the writing at whichever step, what was there before is all there is."""
    if old is not None:
        Path("sheet.md").write_text(old, encoding="utf-8")
    before = contents()

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(owner, step, fail)
    with pytest.raises(type(error)):
        write_whole(Path("sheet.md"), "new\n")
    assert contents() == before


def test_writes_the_pieces_of_a_page_as_they_are_made() -> None:
    """Each piece is in the file beside the old one before the next is made, and none where one fails."""
    Path("sheet.md").write_text("old\n", encoding="utf-8")
    piece = "é" * 100_000
    seen: list[int] = []

    def made(*, fails: bool) -> Iterator[str]:
        for _ in range(3):
            seen.append(sum(path.stat().st_size for path in Path().glob(".*.part")))
            yield piece
        if fails:
            raise MemoryError

    with pytest.raises(MemoryError):
        write_whole(Path("sheet.md"), made(fails=True))
    assert contents() == {"sheet.md": b"old\n"}
    assert seen == sorted(set(seen)), "each before the next"
    write_whole(Path("sheet.md"), made(fails=False))
    assert contents() == {"sheet.md": piece.encode() * 3}


def test_writes_no_text_that_is_none() -> None:
    """A text that UTF-8 cannot hold leaves the file as it was."""
    Path("sheet.md").write_text("old\n", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_whole(Path("sheet.md"), "new \ud800\n")
    assert contents() == {"sheet.md": b"old\n"}


@pytest.mark.parametrize("old", [None, "old\n"])
def test_writes_through_a_link(old: str | None) -> None:
    """A link stays a link, and what it leads to is written."""
    Path("f").mkdir()
    if old is not None:
        Path("f/sheet.md").write_text(old, encoding="utf-8")
    Path("link.md").symlink_to("f/sheet.md")
    write_whole(Path("link.md"), "new\n")
    assert Path("link.md").is_symlink()
    assert Path("f/sheet.md").read_text(encoding="utf-8") == "new\n"


def test_keeps_who_may_read_a_file() -> None:
    """A file that is written anew has the mode that it had."""
    Path("sheet.md").touch(mode=0o640)
    write_whole(Path("sheet.md"), "new\n")
    assert stat.S_IMODE(Path("sheet.md").stat().st_mode) == 0o640


def test_writes_to_a_device(monkeypatch: pytest.MonkeyPatch) -> None:
    """A device is written to and never replaced."""

    def fail(*_: object) -> None:
        pytest.fail("replaces a device")

    # Should it ever try to replace the device, the machine that runs the tests must keep it.
    monkeypatch.setattr(Path, "replace", fail)
    write_whole(Path(os.devnull), "new\n")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_writes_into_a_pipe() -> None:
    """A pipe passes the text on and stays a pipe."""
    os.mkfifo("pipe")
    end = os.open("pipe", os.O_RDWR)
    write_whole(Path("pipe"), "new\n")
    assert os.read(end, 100) == b"new\n"
    os.close(end)
    assert Path("pipe").is_fifo()


@pytest.mark.parametrize("letter", ["x", "é", "😀"])
def test_writes_a_file_of_any_name(letter: str) -> None:
    """A name as long as the system allows is no hindrance."""
    path = Path(letter * (252 // len(letter.encode())) + ".md")
    write_whole(path, "new\n")
    assert path.read_text(encoding="utf-8") == "new\n"


@pytest.mark.parametrize(
    ("path", "error"),
    [("missing/sheet.md", FileNotFoundError), (".", IsADirectoryError)],
)
def test_says_where_it_cannot_write(path: str, error: type[OSError]) -> None:
    """A folder that is not there, or that stands in the place of the file, is an OSError."""
    with pytest.raises(error):
        write_whole(Path(path), "new\n")
    assert contents() == {}


# What is there already -----------------------------------------------------------------------

READ = "is a file that is read here, and stays as it is; give --output another name"
THERE = (
    "is there already, and stays as it is; give --output another name, or replace it with --force"
)
FOLDER = "is a folder, and stays as it is; give a file in it a name"


DATA = "is a name for data, as all that end in .yaml or .yml are; give --output another name"


@pytest.mark.parametrize(
    ("name", "force", "told"),
    [
        ("rent.txt", False, READ),
        ("rent.txt", True, READ),
        ("./f/../rent.txt", True, READ),
        ("link.md", True, READ),
        ("hard.md", True, READ),
        ("README.md", False, THERE),
        ("old.yaml", False, DATA),
        ("old.yaml", True, DATA),
        ("new.YML", False, DATA),
        ("dead.md", False, DATA),
        ("f", False, FOLDER),
        ("f", True, FOLDER),
    ],
)
def test_what_is_there_stays(name: str, force: bool, told: str) -> None:  # noqa: FBT001 - a case
    """What was read and what is a name for data is never written, and another file only by --force."""
    for each in ("rent.txt", "README.md", "old.yaml"):
        Path(each).write_text("mine\n", encoding="utf-8")
    Path("f").mkdir()
    Path("link.md").symlink_to("rent.txt")
    Path("hard.md").hardlink_to("rent.txt")
    Path("dead.md").symlink_to("not-there.yml")
    before = sorted(path.name for path in Path().iterdir())
    with pytest.raises(UsageError) as caught:
        write_file(Path(name), "new\n", read=[Path("gone.txt"), Path("rent.txt")], force=force)
    assert str(caught.value) == f"{Path(name)} {told}"
    assert sorted(path.name for path in Path().iterdir()) == before
    for each in ("rent.txt", "README.md", "old.yaml"):
        assert Path(each).read_text(encoding="utf-8") == "mine\n"


@pytest.mark.parametrize(("old", "force"), [(None, False), (None, True), ("old\n", True)])
def test_what_may_be_written_is(old: str | None, force: bool) -> None:  # noqa: FBT001 - a case
    """A new file needs no --force, and with it an old one is replaced."""
    if old is not None:
        Path("sheet.md").write_text(old, encoding="utf-8")
    Path("rent.yaml").write_text("mine\n", encoding="utf-8")
    write_file(Path("sheet.md"), "new\n", read=[Path("rent.yaml")], force=force)
    assert contents() == {"sheet.md": b"new\n", "rent.yaml": b"mine\n"}


# Told to end ---------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_who_is_told_to_end_takes_away_what_was_begun(number: signal.Signals) -> None:
    """A signal that would end the process at once leaves by the way of errors, and only in there."""
    before = signal.signal(number, signal.SIG_DFL)
    try:
        with pytest.raises(SystemExit) as caught, told_to_end():
            signal.raise_signal(number)
        assert caught.value.code == 128 + number
        assert signal.getsignal(number) is signal.SIG_DFL
    finally:
        signal.signal(number, before)


def test_what_is_ignored_stays_ignored() -> None:
    """Where the terminal's end is nothing to a process, as by nohup, it goes on."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with told_to_end():
            signal.raise_signal(signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
