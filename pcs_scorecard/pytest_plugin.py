"""The pytest plugin: its option and settings, which disputes are collected, and the fixture.

pytest loads it wherever this package is installed, so it does nothing until it is asked to, by
``--scorecard`` or by ``scorecard_paths``. Nothing else in the package imports pytest.
"""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from pcs_scorecard.files import find_bundled, is_dispute, load
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
        help="test the disputes among the paths given: YAML files, and folders of them",
    )
    parser.addini("scorecard_paths", "disputes to test, and folders of them", "paths", [])
    parser.addini("scorecard_documents", "the folder with the texts of documents", "paths", [])
    parser.addini("scorecard_sheets", "the folder with the printed sheets, NAME.md", "paths", [])
    parser.addini("scorecard_strict", "let warnings fail as well", "bool", default=False)


def pytest_configure(config: pytest.Config) -> None:
    """Find out what is to be collected, and which ids were asked for.

    pytest itself takes an id below a file, and none below a folder, which a dispute can be.
    """
    here = config.invocation_params.dir
    paths: list[Path] = config.getini("scorecard_paths")
    if missing := [str(path) for path in paths if not path.exists()]:
        raise pytest.UsageError(f"scorecard_paths: there is no {', '.join(missing)}")
    roots = list(map(_plain, paths))
    given = config.args_source is config.ArgsSource.ARGS
    if config.option.scorecard:
        if not given and not roots:
            raise pytest.UsageError("--scorecard: name the disputes: pytest --scorecard data")
        if given:
            roots += [_plain(here / arg.partition("::")[0]) for arg in config.args]
    config.stash[ROOTS] = roots
    if not given and here == config.rootpath:
        around = [_plain(here / arg) for arg in config.args]
        config.args += [
            str(root) for root in roots if not any(root.is_relative_to(path) for path in around)
        ]
    selected: dict[Path, list[str]] = {}
    whole: set[Path] = set()
    for number, arg in enumerate(config.args):
        name, _, wanted = arg.partition("::")
        path = _plain(here / name)
        if wanted and path.exists() and is_dispute(path) and _among(path, roots):
            config.args[number] = name
            selected.setdefault(path, []).append(wanted)
        else:
            whole.add(path)
    config.stash[SELECTED] = {
        path: ids for path, ids in selected.items() if not _among(path, list(whole))
    }


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> DisputeFolder | None:
    """Collect a folder of YAML files as one dispute."""
    if _among(path, parent.config.stash[ROOTS]) and is_dispute(path):
        from pcs_scorecard.pytest_disputes import DisputeFolder  # noqa: PLC0415 - see there

        selected = parent.config.stash[SELECTED].get(path, ())
        return DisputeFolder.from_parent(parent, path=path, selected=selected)
    return None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> DisputeFile | None:
    """Collect a YAML file as a dispute."""
    if _among(file_path, parent.config.stash[ROOTS]) and is_dispute(file_path):
        from pcs_scorecard.pytest_disputes import DisputeFile  # noqa: PLC0415 - see there

        selected = parent.config.stash[SELECTED].get(file_path, ())
        return DisputeFile.from_parent(parent, path=file_path, selected=selected)
    return None


def _plain(path: Path) -> Path:
    """Return an absolute path without `..`; links stay as they are, as pytest leaves them."""
    return Path(os.path.normpath(path))


def _among(path: Path, roots: list[Path]) -> bool:
    return any(path.is_relative_to(root) for root in roots)


class ScorecardOf(Protocol):
    """What the fixture `scorecard` is: a function from a dispute to its scorecard."""

    def __call__(
        self, dispute: str, *, as_of: str | None = None, policy: Policy | str = STANDARD
    ) -> Scorecard:
        """Return the scorecard of a dispute, named by its path from pytest's root, or on board."""


@pytest.fixture(scope="session")
def scorecard(pytestconfig: pytest.Config) -> ScorecardOf:
    """Return a function that gives the scorecard of a dispute, read once.

    `scorecard("data/rent")` takes a path from pytest's root folder, or the name of a dispute on
    board; and `as_of` and `policy` as `pcs_scorecard.score` does. A test whose dispute cannot be
    read or scored fails with the problems and where they are.
    """

    @functools.cache
    def scorecard_of(
        dispute: str, *, as_of: str | None = None, policy: Policy | str = STANDARD
    ) -> Scorecard:
        path = pytestconfig.rootpath / dispute
        try:
            found = load(path if path.exists() else find_bundled(dispute))
            return score(found, as_of=as_of, policy=policy)
        except (DataError, ValueError) as error:
            pytest.fail(str(error), pytrace=False)

    return scorecard_of
