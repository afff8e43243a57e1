"""The house: which room may know which, which room knows a library, and nobody a clock."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.places import ROOT

import pcs_scorecard

HOME = ROOT / "pcs_scorecard"
PACKAGE = "pcs_scorecard"

KNOWS = {
    "values": (),
    "model": ("values",),
    "reading": ("values", "model"),
    "comparison": ("values", "model"),
    "factcheck": ("values", "model", "comparison"),
    "scorecard": ("values", "model", "comparison", "factcheck"),
    "pages": ("values", "model", "comparison", "factcheck", "scorecard"),
    "formats": ("values", "model", "comparison", "factcheck", "scorecard", "pages"),
    "checking": ("values", "model", "reading", "comparison", "scorecard", "formats"),
    "pytest_plugin": (
        *("values", "model", "reading", "comparison", "factcheck", "scorecard", "pages"),
        *("formats", "checking"),
    ),
    "cli": (
        *("values", "model", "reading", "comparison", "factcheck", "scorecard", "pages"),
        *("formats", "checking"),
    ),
}
"""YAML → model → comparison → scorecard → pages → formats: the folders that a folder may import."""

ANYBODY = frozenset({"version", "gc_pause"})
"""Rooms of no folder that any may import."""

LIBRARIES = {
    "yaml": {"reading"},
    "tabulate": {"formats"},
    "pyvips": {"formats"},
    "pytest": {"pytest_plugin"},
    "argparse": {"cli"},
    "json": {"formats", "reading"},  # what was computed, and the schema
}
"""The folders that know a library; attrs is everybody's."""

OUTSIDE = frozenset({"io", "os", "pathlib", "shutil", "sys", "tempfile"})
MAY_TOUCH = {
    "__main__": OUTSIDE,
    "cli": OUTSIDE,
    "pytest_plugin": OUTSIDE,
    "reading/files": {"os", "pathlib"},
    "reading/names": {"os"},  # for the bytes of a name
    "reading/scalars": {"sys"},  # for sys.intern, and a test of its own holds it to that
}
"""The folders and rooms that touch paths, streams and the system."""

CLOCKS = frozenset({"time", "calendar", "zoneinfo"})
READS_THE_CLOCK = frozenset({"now", "today", "utcnow"})

OTHER_TESTS = {"helpers", "on_board", "docs", "house", "benchmarks", "fuzzing", "editors"}
"""Folders of tests that are of no folder of the package."""

ROOMS = {
    path.relative_to(HOME).with_suffix("").as_posix(): path
    for path in sorted(HOME.rglob("*.py"))
    if path.relative_to(HOME).parts[0] != "data"
}


def folder(room: str) -> str:
    """Return the folder of a room, or its own name where it lies in none."""
    return room.partition("/")[0]


def tree(room: str) -> ast.Module:
    """Return the parsed source of a room."""
    return ast.parse(ROOMS[room].read_text(encoding="utf-8"))


def imported(source: ast.Module) -> Iterator[str]:
    """Yield the dotted name of every import, inside functions too."""
    for node in ast.walk(source):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the package, so that they can be read here"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def rooms_in(source: ast.Module) -> set[str]:
    """Return the rooms of the package that a source imports."""
    found = set()
    for name in imported(source):
        package, _, rest = name.partition(".")
        if package == PACKAGE:
            parts = rest.split(".") if rest else []
            while parts and "/".join(parts) not in ROOMS:
                if "/".join([*parts, "__init__"]) in ROOMS:
                    parts.append("__init__")
                else:
                    parts.pop()
            found.add("/".join(parts) or "__init__")
    return found


def modules_in(source: ast.Module) -> set[str]:
    """Return the top-level modules that a source imports."""
    return {name.partition(".")[0] for name in imported(source)}


def clock_calls(source: ast.Module) -> list[str]:
    """Return every mention of what reads a clock: today, now, utcnow, or anything of time."""
    return [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(source)
        if isinstance(node, ast.Attribute)
        and (
            node.attr in READS_THE_CLOCK
            or (isinstance(node.value, ast.Name) and node.value.id in CLOCKS)
        )
    ]


def test_the_folders_are_those_of_the_flow() -> None:
    """Every folder has its line in the table, and only what all may know lies flat."""
    flat = {room for room in ROOMS if "/" not in room}
    assert {folder(room) for room in ROOMS} - flat == set(KNOWS)
    assert flat == {*ANYBODY, "__init__", "__main__"}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_what_its_folder_may(room: str) -> None:
    """A room imports its own folder, those that the table names, and what anybody may."""
    known = rooms_in(tree(room))
    own = folder(room)
    if own in KNOWS:
        assert {folder(each) for each in known} <= {own, *KNOWS[own], *ANYBODY}
    else:
        assert known <= {"cli/__init__"}  # what `python -m` runs


def test_imports_never_go_round_in_a_circle() -> None:
    """Rooms can be put into an order in which each imports only those before it."""
    left = {room: rooms_in(tree(room)) - {room} for room in ROOMS}
    while free := [room for room, known in left.items() if known.isdisjoint(left)]:
        for room in free:
            del left[room]
    assert left == {}


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_known_in_its_folder_alone(library: str) -> None:
    """What would change with a library lies in one folder."""
    knowing = {folder(room) for room in ROOMS if library in modules_in(tree(room))}
    assert knowing == LIBRARIES[library]


@pytest.mark.parametrize("room", ROOMS)
def test_only_files_command_line_and_plugin_touch_the_outside(room: str) -> None:
    """Paths, streams and the system are touched by few, and nobody else opens or prints."""
    source = tree(room)
    allowed = MAY_TOUCH.get(room, MAY_TOUCH.get(folder(room), set()))
    assert modules_in(source) & OUTSIDE <= set(allowed)
    called = {
        node.func.id
        for node in ast.walk(source)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    lists_its_names = room == "__init__"
    assert called & {"open", "print", "input", "exec", "eval", "__import__"} <= (
        {"open"} if lists_its_names else set()
    )


def test_the_scalars_use_sys_to_share_texts_alone() -> None:
    """They take from sys only intern, which shares equal texts."""
    used = {
        node.attr
        for node in ast.walk(tree("reading/scalars"))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "sys"
    }
    assert used == {"intern"}


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_reads_the_clock(room: str) -> None:
    """Nothing imports a clock or asks what day it is."""
    source = tree(room)
    assert modules_in(source).isdisjoint(CLOCKS)
    assert clock_calls(source) == []


def test_no_folder_is_named_like_a_public_function() -> None:
    """What `pcs_scorecard.NAME` gives is the function, before and after its room is loaded."""
    functions = {
        name for name in pcs_scorecard.__all__ if inspect.isfunction(getattr(pcs_scorecard, name))
    }
    assert functions.isdisjoint(KNOWS)
    assert functions >= {"load", "score", "render", "check"}


def test_tests_lie_in_folders_of_the_same_names() -> None:
    """A stranger finds the tests of a room by its folder."""
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}
    assert {name for name in folders if not name.startswith(("_", "."))} <= {*KNOWS, *OTHER_TESTS}
    tests = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert len(tests) == len(set(tests)), "pytest tells tests apart by these names"


@pytest.mark.parametrize(
    ("source", "rooms", "modules", "clocks"),
    [
        ("import pcs_scorecard.reading.files", {"reading/files"}, {PACKAGE}, 0),
        ("from pcs_scorecard.reading import files", {"reading/files"}, {PACKAGE}, 0),
        ("from pcs_scorecard.reading import DEFAULT", {"reading/__init__"}, {PACKAGE}, 0),
        ("from pcs_scorecard.cli import main", {"cli/__init__"}, {PACKAGE}, 0),
        ("from pcs_scorecard import score", {"__init__"}, {PACKAGE}, 0),
        ("import pcs_scorecard", {"__init__"}, {PACKAGE}, 0),
        ("def f():\n    import os.path", set(), {"os"}, 0),
        ("from pathlib import Path", set(), {"pathlib"}, 0),
        ("import datetime\ndatetime.date.today()", set(), {"datetime"}, 1),
        ("from datetime import datetime\nask = datetime.now", set(), {"datetime"}, 1),
        ("import time\ntime.monotonic()", set(), {"time"}, 1),
    ],
)
def test_the_reading_of_sources_finds_what_it_looks_for(
    source: str, rooms: set[str], modules: set[str], clocks: int
) -> None:
    """The helpers above see imports in every form, and every mention of a clock."""
    parsed = ast.parse(source)
    assert rooms_in(parsed) == rooms
    assert modules_in(parsed) == modules
    assert len(clock_calls(parsed)) == clocks


def test_the_rooms_are_those_of_the_package_that_is_tested() -> None:
    """What is read here is what other tests import."""
    assert Path(pcs_scorecard.__file__).samefile(HOME / "__init__.py")
