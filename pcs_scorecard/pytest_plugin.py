"""The pytest plugin: its option and settings, which disputes are collected, and the fixture.

pytest loads it wherever this package is installed, so it does nothing until it is asked to, by
``--scorecard``, by ``scorecard_paths`` or by a test that takes the fixture.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from pcs_scorecard.files import disputes_in, find_bundled, from_here, is_dispute, load
from pcs_scorecard.policy import STANDARD, Policy
from pcs_scorecard.problems import DataError
from pcs_scorecard.scorecard import Scorecard, score

if TYPE_CHECKING:
    from pcs_scorecard.pytest_disputes import DisputeFile, DisputeFolder

ROOTS = pytest.StashKey[list[Path]]()
"""The paths at and below which YAML is a dispute."""

SELECTED = pytest.StashKey[dict[Path, list[str]]]()
"""For disputes of which only some tests were asked for by id: what stands after the first `::`."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option and the settings."""
    group = parser.getgroup("scorecard", "disputes recorded in YAML")
    group.addoption(
        "--scorecard",
        action="store_true",
        help="test the disputes at and below the paths given, or else those of scorecard_paths",
    )
    parser.addini("scorecard_paths", "disputes to test, and folders of them", "paths", [])
    parser.addini("scorecard_documents", "the folder with the texts of documents", "string", "")
    parser.addini("scorecard_sheets", "the folder with the printed sheets, NAME.md", "string", "")
    parser.addini("scorecard_strict", "let warnings fail as well", "bool", default=False)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Find out which paths are disputes, name those by default, and take ids off the arguments.

    pytest itself takes an id below a file, and none below a folder, which a dispute can be.
    """
    config = session.config
    roots = [_plain(path) for path in config.getini("scorecard_paths")]
    if not roots and not config.option.scorecard:
        return
    if not hasattr(pytest, "Directory"):
        raise pytest.UsageError("disputes are collected by pytest 8 and later")
    _check_settings(config)
    here = config.invocation_params.dir
    given = config.args_source is config.ArgsSource.ARGS
    if not given and (here == config.rootpath or config.option.scorecard):
        if missing := [path for path in roots if not _holds_a_dispute(path)]:
            raise pytest.UsageError(
                "scorecard_paths: there is no YAML file, and no folder with one, at "
                + ", ".join(str(from_here(path)) for path in missing)
            )
        around = [_plain(here / arg) for arg in config.args]
        for root in sorted(roots):
            if not _within(root, around):
                around.append(root)
                config.args.append(os.path.relpath(root, here))
    elif config.option.scorecard:
        roots += [_plain(here / arg.partition("::")[0]) for arg in config.args]
    if config.option.scorecard and not roots:
        raise pytest.UsageError("--scorecard: name the disputes: pytest --scorecard data")
    there = [path for path in roots if path.exists()]  # of the others pytest itself tells
    if config.option.scorecard and there and not any(map(_holds_a_dispute, there)):
        raise pytest.UsageError("--scorecard: there is no YAML file at or below the paths given")
    config.stash[ROOTS] = roots
    config.args, config.stash[SELECTED] = _arguments(config.args, here, roots)


def _check_settings(config: pytest.Config) -> None:
    """Raise UsageError for a setting that holds what it cannot."""
    for setting, kind in (
        ("scorecard_documents", str),
        ("scorecard_sheets", str),
        ("scorecard_strict", bool),
    ):
        allowed = "the name of one folder" if kind is str else "true and false"
        try:
            found = config.getini(setting)
        except (TypeError, ValueError, pytest.UsageError) as error:
            raise pytest.UsageError(f"{setting}: {error}; allowed is {allowed}") from None
        if not isinstance(found, kind):
            raise pytest.UsageError(f"{setting}: found {found!r}; allowed is {allowed}")


def _holds_a_dispute(path: Path) -> bool:
    try:
        return path.exists() and any(map(is_dispute, disputes_in(path)))
    except OSError:
        return True  # What cannot be looked at is told of by pytest itself.


def _arguments(
    given: Iterable[str], here: Path, roots: list[Path]
) -> tuple[list[str], dict[Path, list[str]]]:
    """Return arguments in which disputes are named without ids, and the ids of each.

    A dispute is tested whole where that is asked for too, and so is a folder in which something
    else is: pytest collects what lies in a folder with it.
    """
    named: list[tuple[str, Path]] = []
    disputes: set[Path] = set()
    selected: dict[Path, list[str]] = {}
    whole: list[Path] = []
    for argument in given:
        name, _, wanted = argument.partition("::")
        path = _plain(here / name)
        dispute = _dispute(path, roots)
        if dispute is None:
            named.append((argument, path))
        elif dispute not in disputes:
            disputes.add(dispute)
            named.append((name if dispute == path else str(Path(name).parent), dispute))
        if dispute and wanted:
            selected.setdefault(dispute, []).append(wanted)
        else:
            whole.append(dispute or path)
    arguments = [argument for argument, path in named if disputes.isdisjoint(path.parents)]
    return arguments, {
        dispute: ids
        for dispute, ids in selected.items()
        if not _within(dispute, whole) and not any(dispute in path.parents for _, path in named)
    }


@pytest.hookimpl(optionalhook=True)  # An older pytest, which has no such hook, must start too.
def pytest_collect_directory(path: Path, parent: pytest.Collector) -> DisputeFolder | None:
    """Collect a folder with YAML files in it as one dispute."""
    if _dispute(path, parent.config.stash.get(ROOTS, [])) == path:
        from pcs_scorecard.pytest_disputes import DisputeFolder  # noqa: PLC0415 - see there

        selected = parent.config.stash[SELECTED].get(path, ())
        return DisputeFolder.from_parent(parent, path=path, selected=selected)
    return None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> DisputeFile | None:
    """Collect a YAML file as a dispute, unless it is one of a folder's."""
    if _dispute(file_path, parent.config.stash.get(ROOTS, [])) == file_path:
        from pcs_scorecard.pytest_disputes import DisputeFile  # noqa: PLC0415 - see there

        selected = parent.config.stash[SELECTED].get(file_path, ())
        return DisputeFile.from_parent(parent, path=file_path, selected=selected)
    return None


def _dispute(path: Path, roots: list[Path]) -> Path | None:
    """Return the dispute that a path at or below one of some roots is, or is a file of, if any."""
    try:
        if not _within(path, roots) or not path.exists() or not is_dispute(path):
            return None
        return path.parent if path.is_file() and _within(path.parent, roots) else path
    except OSError:
        return None  # What cannot be looked at is told of by pytest itself.


def _plain(path: Path) -> Path:
    """Return an absolute path without `..`; links stay as they are, as pytest leaves them."""
    return Path(os.path.normpath(path))


def _within(path: Path, roots: Iterable[Path]) -> bool:
    return any(path.is_relative_to(root) for root in roots)


class ScorecardOf(Protocol):
    """What the fixture `scorecard` is: a function from a dispute to its scorecard."""

    def __call__(
        self, dispute: str, *, as_of: str | None = None, policy: Policy | str = STANDARD
    ) -> Scorecard:
        """Return the scorecard of a dispute, named by its path from pytest's root, or on board."""


@pytest.fixture(scope="session")
def scorecard(pytestconfig: pytest.Config) -> ScorecardOf:
    """Return a function that gives the scorecard of a dispute, and makes each only once.

    `scorecard("data/rent")` takes a path from pytest's root folder, or the name of a dispute on
    board; `as_of` and `policy` are as for `pcs_scorecard.score`. A test whose dispute cannot be
    read or scored fails with the problems and where they are.
    """

    @functools.cache
    def scorecard_of(
        dispute: str, *, as_of: str | None = None, policy: Policy | str = STANDARD
    ) -> Scorecard:
        __tracebackhide__ = True
        try:
            found = load(_located(dispute, pytestconfig.rootpath))
            return score(found, as_of=as_of, policy=policy)
        except (DataError, ValueError) as error:
            wrong = str(error)
        pytest.fail(wrong)

    return scorecard_of


def _located(dispute: str, root: Path) -> Path:
    """Return where a dispute lies that is named by its path or by its name on board.

    Raise ValueError where there is neither.
    """
    path = root / dispute
    if path.exists():
        return from_here(path)
    try:
        return find_bundled(dispute)
    except ValueError as error:
        raise ValueError(f"there is no file or folder {from_here(path)}, and {error}") from None
