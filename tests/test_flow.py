"""The flow goes one way: each room of the package knows only rooms before it, and no clock."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import pcs_scorecard

HOME = Path(pcs_scorecard.__file__).parent
PACKAGE = "pcs_scorecard"

INPUT = ("schema", "patterns", "json_schema", "complaints", "reader", "files")
FORMATS = (
    *("wording", "blocks", "said", "sheet", "markdown", "text", "explain", "pages", "as_json"),
    "render",
)
ROOMS = (
    *("words", "dates", "amounts", "fields", "sources", "claims", "model", "problems"),
    *("characters", "collector", "terms", "checks", "claim_checks"),
    *INPUT,
    *("measure", "policy", "rules", "compare", "agreement", "positions", "bounds", "known"),
    *("factcheck", "scorecard", "history", "difference"),
    *("weaknesses", "expectations", "passages", "quotations", "audit"),
    *FORMATS,
    *("reports", "cases"),
    *("version", "arguments", "cli", "pytest_disputes", "pytest_plugin", "__init__", "__main__"),
)
"""YAML → model → comparison → scorecard → scoresheet: each room may import those before it."""

PURE = tuple(room for room in ROOMS[: ROOMS.index("cases")] if room not in (*INPUT, "audit"))
"""The rooms that work on records alone, and read no files."""

OUTSIDE = frozenset({"io", "os", "pathlib", "shutil", "sys", "tempfile"})
MAY_TOUCH = {
    "files": {"os", "pathlib", "shutil"},
    "arguments": {"pathlib"},
    "cli": {"os", "pathlib", "sys"},
    "__main__": {"sys"},
    "cases": {"pathlib"},
    "pytest_plugin": {"os", "pathlib"},
    "pytest_disputes": {"pathlib"},
    "schema": {"sys"},  # for sys.intern, and a test of its own holds it to that
}
CLOCKS = frozenset({"time", "calendar", "zoneinfo"})
READS_THE_CLOCK = frozenset({"now", "today", "utcnow"})


def tree(room: str) -> ast.Module:
    """Return the parsed source of a room."""
    return ast.parse((HOME / f"{room}.py").read_text(encoding="utf-8"))


def imported(source: ast.Module) -> Iterator[str]:
    """Yield the dotted name of every import, inside functions too."""
    for node in ast.walk(source):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the package, so that they can be read here"
            module = node.module or ""
            yield from (f"{module}.{name.name}" for name in node.names)


def rooms_in(source: ast.Module) -> set[str]:
    """Return the rooms of the package that a source imports."""
    found = set()
    for name in imported(source):
        package, _, rest = name.partition(".")
        if package == PACKAGE:
            room = rest.partition(".")[0]
            found.add(room if room in ROOMS else "__init__")
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


def test_every_room_has_its_place_in_the_flow() -> None:
    """Every module of the package stands once in the list of rooms, and none that is gone."""
    assert sorted(ROOMS) == sorted(path.stem for path in HOME.glob("*.py"))
    assert not list(HOME.glob("*/*.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_rooms_before_it(room: str) -> None:
    """A room imports rooms before it and no other, so imports never go round in a circle."""
    assert rooms_in(tree(room)) <= set(ROOMS[: ROOMS.index(room)])


@pytest.mark.parametrize("room", PURE)
def test_model_rules_and_formats_read_no_files(room: str) -> None:
    """Model, comparison, scorecard and formats know neither the reader nor files."""
    assert rooms_in(tree(room)).isdisjoint({*INPUT, "cli", "__init__", "__main__"})


@pytest.mark.parametrize("room", ROOMS[: ROOMS.index("wording")])
def test_no_format_is_known_before_the_scorecard(room: str) -> None:
    """What comes before the scoresheet imports no format."""
    assert rooms_in(tree(room)).isdisjoint(FORMATS)


@pytest.mark.parametrize("room", ROOMS)
def test_only_files_and_command_line_touch_the_outside(room: str) -> None:
    """Paths, streams and the system are touched by files and the command line alone."""
    assert modules_in(tree(room)) & OUTSIDE <= MAY_TOUCH.get(room, set())


def test_the_schema_uses_sys_to_share_texts_alone() -> None:
    """The schema takes from sys only intern, which shares equal texts."""
    used = {
        node.attr
        for node in ast.walk(tree("schema"))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "sys"
    }
    assert used <= {"intern"}


def test_only_the_plugin_knows_pytest() -> None:
    """The package works without pytest, which only loads its plugin, and no other room does."""
    plugin = {"pytest_plugin", "pytest_disputes"}
    assert {room for room in ROOMS if "pytest" in modules_in(tree(room))} == plugin
    assert {room for room in ROOMS if rooms_in(tree(room)) & plugin} == {"pytest_plugin"}


@pytest.mark.parametrize("room", PURE)
def test_no_pure_room_opens_or_prints(room: str) -> None:
    """Model, comparison, scorecard and formats neither open, print nor ask."""
    called = {
        node.func.id
        for node in ast.walk(tree(room))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called.isdisjoint({"open", "print", "input", "exec", "eval", "__import__"})


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_reads_the_clock(room: str) -> None:
    """Nothing imports a clock or asks what day it is."""
    source = tree(room)
    assert modules_in(source).isdisjoint(CLOCKS)
    assert clock_calls(source) == []


@pytest.mark.parametrize(
    ("source", "rooms", "modules", "clocks"),
    [
        ("import pcs_scorecard.files", {"files"}, {PACKAGE}, 0),
        ("from pcs_scorecard import model", {"model"}, {PACKAGE}, 0),
        ("from pcs_scorecard.cli import main", {"cli"}, {PACKAGE}, 0),
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
