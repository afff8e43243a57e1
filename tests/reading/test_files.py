"""Files and folders as disputes, and the disputes on board."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from helpers.yaml_files import LISTS

from pcs_scorecard import DataError, Dispute, check, load, load_bundled
from pcs_scorecard.reading import DEFAULT, files
from pcs_scorecard.reading.files import bundled, disputes_in, find_bundled

UNION = "parties: [{id: union, name: Weavers, kind: union}]\n"
MILL = "title: The mill\nparties: [{id: mill, name: Mill, kind: employer}]\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages name files by their bare names."""
    monkeypatch.chdir(tmp_path)


def put(name: str, text: str = MILL) -> Path:
    """Write a file, and the folders it lies in."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: str | Path) -> list[str]:
    """Return what `load` says of a path that holds no dispute; `check` says the same."""
    with pytest.raises(DataError) as caught:
        load(path)
    assert check(path) == caught.value.problems
    return [str(problem) for problem in caught.value.problems]


def ids(dispute: Dispute) -> list[str]:
    """Return the ids of a dispute's parties."""
    return [party.id for party in dispute.parties]


# Reading -----------------------------------------------------------------------------------


def test_reads_a_folder_as_one_dispute() -> None:
    """The files of a folder are one dispute, which bears the folder's name."""
    put("wages-2.0/a.yaml", UNION)
    put("wages-2.0/b.yml", MILL)
    dispute = load("wages-2.0")
    assert (dispute.name, dispute.title) == ("wages-2.0", "The mill")
    assert ids(dispute) == ["union", "mill"]


def test_reads_a_file_as_one_dispute() -> None:
    """A file of any ending is a dispute, which bears the file's name."""
    dispute = load(put("wages-2.0.txt"))
    assert (dispute.name, ids(dispute)) == ("wages-2.0", ["mill"])


def test_the_order_of_files_changes_only_the_order_of_records() -> None:
    """Records stand in the order of the files' names, and are otherwise the same."""
    put("f/a.yaml", UNION)
    put("f/b.yaml", MILL)
    put("g/a.yaml", MILL)
    put("g/b.yaml", UNION)
    one, other = load("f"), load("g")
    assert (ids(one), ids(other)) == (["union", "mill"], ["mill", "union"])
    assert set(one.parties) == set(other.parties)
    assert one.title == other.title


def test_passes_over_what_is_no_file_of_the_dispute() -> None:
    """Hidden files, files of other endings and folders inside a folder are not read."""
    put("f/a.yaml")
    for name in (".b.yaml", "c.json", "d.yaml~", "sub/e.yaml", "sub.yaml/f.yaml"):
        put(f"f/{name}", "[")
    assert ids(load("f")) == ["mill"]


@pytest.mark.parametrize("path", ["f", "f/", "g/../f", "link"])
def test_a_dispute_has_its_name_however_it_is_reached(path: str) -> None:
    """The name is that of the folder, not of the way to it."""
    put("f/a.yaml")
    Path("g").mkdir()
    Path("link").symlink_to("f")
    assert load(path).name == "f"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("missing.yaml", errno.ENOENT),
        ("missing/a.yaml", errno.ENOENT),
        ("a.yaml/b.yaml", errno.ENOTDIR),
        ("loop.yaml", errno.ELOOP),
        ("x" * 300, errno.ENAMETOOLONG),
    ],
)
def test_refuses_a_path_that_cannot_be_read(path: str, code: int) -> None:
    """A path that leads to no file is a problem of its own, with the system's reason."""
    put("a.yaml")
    Path("loop.yaml").symlink_to("loop.yaml")
    assert refused(path) == [f"{path}:1:1: cannot be read: {os.strerror(code)}"]


def test_refuses_a_folder_without_files() -> None:
    """A folder without YAML files is no dispute."""
    put("f/.a.yaml")
    assert refused("f") == [
        "f:1:1: found no YAML file in this folder; a dispute is a file or a folder of them"
    ]


def test_tells_every_file_that_cannot_be_read() -> None:
    """A pipe or a dead link in a folder is told and not waited for, beside other problems."""
    put("f/d.yaml", "title: a\ndate: 2023\ndocuments: [{id: a, title: A, publisher: union}]\n")
    os.mkfifo("f/a.yaml")
    Path("f/b.yaml").symlink_to("nowhere")
    Path("f/c.yaml").symlink_to("c.yaml")
    assert refused("f") == [
        "f/a.yaml:1:1: cannot be read: it is no ordinary file",
        f"f/b.yaml:1:1: cannot be read: {os.strerror(errno.ENOENT)}",
        f"f/c.yaml:1:1: cannot be read: {os.strerror(errno.ELOOP)}",
        f"f/d.yaml:2:1: date: unknown key; allowed are {LISTS['<top>']}",
    ]


# The disputes on board ---------------------------------------------------------------------


@pytest.mark.parametrize("data", ["package/data", "data"], ids=["installed", "checkout"])
def test_disputes_on_board_are_the_folders_of_data(
    data: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each folder with YAML files, inside the package or beside it, is on board by its name."""
    monkeypatch.setattr(files, "_PACKAGE", Path("package").absolute())
    put(f"{data}/weavers-1901/a.yaml")
    put(f"{data}/mill-1899/a.yaml")
    put(f"{data}/notes/a.txt")
    put(f"{data}/loose.yaml")
    assert list(bundled()) == ["mill-1899", "weavers-1901"]
    assert find_bundled("mill-1899") == Path(data).absolute() / "mill-1899"
    assert load_bundled("mill-1899") == load(f"{data}/mill-1899")


def test_a_folder_of_disputes_is_all_of_them() -> None:
    """Each folder with YAML at or below a path is a dispute; hidden ones and loops are passed over."""
    for name in ("a/x.yaml", "b/x.yml", "b/deep/er/X.YAML", ".git/x.yaml", "notes/x.txt"):
        put(f"all/{name}")
    put("all/venv/lib/x.yaml")
    put("all/venv/pyvenv.cfg")
    put("far/x.yaml")
    Path("all/c").symlink_to(Path("far").absolute())
    Path("all/notes/loop").symlink_to(Path("all").absolute())
    found = ["all/a", "all/b", "all/b/deep/er", "all/c"]
    assert [each.as_posix() for each in disputes_in(Path("all"))] == found
    for alone in ("all/a", "all/a/x.yaml", "all/notes", "nowhere"):
        assert disputes_in(Path(alone)) == [Path(alone)]


def test_a_folder_that_cannot_be_looked_at_is_not_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is among the disputes below a path, so that reading it tells why."""
    put("all/open/x.yaml")
    put("all/shut/x.txt")
    iterdir = Path.iterdir

    def refusing(folder: Path) -> Any:
        if folder.name == "shut":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", refusing)
    assert disputes_in(Path("all")) == [Path("all/open"), Path("all/shut")]
    assert refused("all/shut") == [f"all/shut:1:1: cannot be read: {os.strerror(errno.EACCES)}"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [("mill-1898", "; did you mean 'mill-1899'?"), ("pay", ""), ("", ""), ("../data", "")],
)
def test_refuses_an_unknown_name(name: str, hint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is not on board is refused with those that are."""
    monkeypatch.setattr(files, "_PACKAGE", Path.cwd())
    put("data/mill-1899/a.yaml")
    put("data/weavers/a.yaml")
    with pytest.raises(ValueError, match="on board") as caught:
        load_bundled(name)
    assert str(caught.value) == (
        f"no dispute '{name}' is on board; allowed are mill-1899, weavers{hint}"
    )


def test_the_default_is_on_board() -> None:
    """The dispute that is meant where none is named can be loaded, and has no problem."""
    assert [each for each in check(find_bundled(DEFAULT)) if not each.warning] == []
    assert load_bundled().name == DEFAULT


def test_a_name_without_its_ending_is_that_of_the_file_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file beside is meant before any dispute on board that is spelt alike."""
    monkeypatch.chdir(tmp_path)
    Path("nhs.yaml").touch()
    with pytest.raises(ValueError, match="nhs") as caught:
        find_bundled("nhs")
    assert str(caught.value) == (
        f"no dispute 'nhs' is on board; allowed are {', '.join(bundled())}; did you mean 'nhs.yaml'?"
    )
