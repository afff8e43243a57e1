"""Measure reading, scoring and printing as ratios within one run: `python run.py [--quick]`."""

# ruff: noqa: T201 - the table is what this script is for

from __future__ import annotations

import argparse
import gc
import importlib.util
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # what is measured is the checkout that this file lies in

import yaml  # noqa: E402
from baselines import empty_loop, raw_parse  # noqa: E402
from generate import write_file, write_folder  # noqa: E402
from tabulate import tabulate  # noqa: E402

from pcs_scorecard import load, render, score  # noqa: E402

Row = tuple[str, float, str]

PACKAGE = "pcs_scorecard"

PAIRS = 10_000
FILES, PAIRS_TO_A_FILE = 1_000, 8
ROUNDS, QUICK_ROUNDS, PROCESSES = 5, 3, 25

_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
# A process counts the peak of the one that starts it as its own, so a small one stands between.
_BETWEEN = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=-3); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure as ratios within one run.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, no 100,000 demands")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        rounds = QUICK_ROUNDS if quick else ROUNDS
        file = folder / "dispute.yaml"
        write_file(file, PAIRS)
        rows = reading(file, folder / "files", rounds)
        rows += growth(file, folder, rounds, quick=quick)
        rows += memory(file)
        rows += processes(folder, PROCESSES // 5 if quick else PROCESSES)
        said = "pydantic is not installed: its row is left out"
        if importlib.util.find_spec("pydantic"):
            row, said = pydantic(file, rounds)
            rows.append(row)
    print(tabulate(rows, headers=("what", "ratio", "to reach"), floatfmt=".2f"))
    print(said)
    print(f"Python {platform.python_version()}, PyYAML {yaml.__version__}")


def reading(file: Path, folder: Path, rounds: int) -> list[Row]:
    """Measure reading, and all that follows, against the least that PyYAML must do."""
    data = file.read_bytes()
    write_folder(folder, FILES, PAIRS_TO_A_FILE)
    texts = [path.read_bytes() for path in sorted(folder.iterdir())]
    one = ratio(lambda: load(file), lambda: empty_loop([data]), rounds)
    many = ratio(lambda: load(folder), lambda: empty_loop(texts), rounds)
    sheet = ratio(lambda: scoresheet(file), lambda: raw_parse(data), rounds)
    return [
        ("load one file / empty loop over its events", one, "at most 1.9"),
        (f"load a folder of {FILES:,} files / empty loops", many, ""),
        ("load, score and render / libyaml's raw parse", sheet, "at most 10"),
    ]


def growth(file: Path, folder: Path, rounds: int, *, quick: bool) -> list[Row]:
    """Measure how time grows with ten times the data."""
    small, large = folder / "small.yaml", folder / "large.yaml"
    write_file(small, PAIRS // 10)
    pairs = [(small, file, PAIRS)]
    if not quick:
        write_file(large, PAIRS * 10)
        pairs.append((file, large, PAIRS * 10))
    return [
        (
            f"load, score and render {demands:,} demands / {demands // 10:,}",
            ratio(partial(scoresheet, more), partial(scoresheet, less), rounds),
            "at most 10.5",
        )
        for less, more, demands in pairs
    ]


def memory(file: Path) -> list[Row]:
    """Measure the peak of a command that writes a file above that of a small one, by the data's size."""
    size = file.stat().st_size
    out = ("--output", str(file.with_suffix(".md")), "--force")
    return [
        (
            f"peak memory of `{command}` to a file / size of the data",
            (peak(command, str(file), *out) - peak(command, *out)) / size,
            "at most 6",
        )
        for command in ("render", "report")
    ]


def processes(folder: Path, rounds: int) -> list[Row]:
    """Measure whole commands, and what else starts, against the imports of the libraries alone."""
    libraries = "import attrs, yaml, tabulate"
    (folder / "test_nothing.py").write_text("def test_nothing(): pass\n", encoding="utf-8")
    tests = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "test_nothing.py")
    pairs = [
        ("the sheet on board", ("-m", PACKAGE), "at most 1.2"),
        ("`check` of all on board", ("-m", PACKAGE, "check"), "at most 1.7"),
        ("`list`", ("-m", PACKAGE, "list"), "at most 1.4"),
        ("`--help`", ("-m", PACKAGE, "--help"), "at most 1.15"),
        ("`import pcs_scorecard`", ("-c", f"import {PACKAGE}"), "at most 0.3"),
    ]
    rows = [
        (f"process: {what} / imports", times(folder, given, ("-c", libraries), rounds), target)
        for what, given, target in pairs
    ]
    without = times(folder, tests, (*tests, "-p", "no:scorecard"), rounds)
    return [*rows, ("process: pytest with the plugin / without it", without, "at most 1.03")]


def times(folder: Path, one: Sequence[str], other: Sequence[str], rounds: int) -> float:
    """Run two processes in turns; return how many times the other's least time the one takes."""
    work = partial(python, *one, folder=folder), partial(python, *other, folder=folder)
    ratio(*work, 1)  # the first run may have to compile
    return ratio(*work, rounds)


def pydantic(file: Path, rounds: int) -> tuple[Row, str]:
    """Measure the script one would write otherwise, and count where it says the same."""
    import with_pydantic as other  # noqa: PLC0415 - the rest does without pydantic

    found = ratio(lambda: other.scoresheet(file), lambda: scoresheet(file), rounds)
    theirs = other.statuses(file)
    ours = {result.id: result.status.value for result in score(load(file)).results}
    same = sum(theirs.get(demand) == status for demand, status in ours.items())
    row = "script with pydantic and safe_load / load, score and render", found, "at least 20"
    return row, f"{same:,} of {len(ours):,} statuses are the same in the script with pydantic"


def scoresheet(path: Path) -> str:
    """Return the scoresheet of a file in Markdown."""
    return render(score(load(path)))


def ratio(first: Callable[[], object], second: Callable[[], object], rounds: int) -> float:
    """Run two things in turns; return how many times the least time of the second the first takes."""
    times = [(seconds(first), seconds(second)) for _ in range(rounds)]
    return min(one for one, _ in times) / min(other for _, other in times)


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes, without the time to drop what it returns."""
    gc.collect()
    start = time.perf_counter()
    kept = work()
    taken = time.perf_counter() - start
    del kept
    return taken


def peak(*command: str) -> int:
    """Return the peak memory of a command in bytes."""
    inner = (sys.executable, "-m", PACKAGE, *command)
    return int(python("-c", _BETWEEN, *inner, folder=Path(tempfile.gettempdir()))) * _PEAK_UNIT


def python(*arguments: str, folder: Path) -> str:
    """Run Python on this checkout from another folder; return what it prints."""
    # Installed packages are compiled, so the checkout may be too, whatever is set here.
    environment = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


if __name__ == "__main__":
    main()
