"""The pytest plugin: its option and settings, which disputes are collected, and the fixture.

pytest loads it wherever this package is installed, so it does nothing until it is asked to, by
``--scorecard``, by ``scorecard_paths`` or by a test that takes the fixture; and it imports nothing
of the package until then.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from pcs_scorecard.comparison.policy import Policy
    from pcs_scorecard.pytest_plugin.nodes import DisputeFile, DisputeFolder
    from pcs_scorecard.scorecard.card import Scorecard


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
    """Find out which paths are disputes, where there is anything to find out."""
    config = session.config
    if config.getini("scorecard_paths") or config.option.scorecard:
        from pcs_scorecard.reading import NO_LIBYAML  # noqa: PLC0415 - see above

        try:
            from pcs_scorecard.pytest_plugin import arguments  # noqa: PLC0415
        except ImportError as error:
            if error.name != NO_LIBYAML:
                raise
            raise pytest.UsageError(str(error)) from None
        arguments.find_disputes(config)


@pytest.hookimpl(optionalhook=True)  # An older pytest, which has no such hook, must start too.
def pytest_collect_directory(path: Path, parent: pytest.Collector) -> DisputeFolder | None:
    """Collect a folder with YAML files in it as one dispute."""
    if not _asked_for(parent.config):
        return None
    from pcs_scorecard.pytest_plugin.nodes import DisputeFolder, ids_of  # noqa: PLC0415

    ids = ids_of(path, parent.config)
    return None if ids is None else DisputeFolder.from_parent(parent, path=path, selected=ids)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> DisputeFile | None:
    """Collect a YAML file as a dispute, unless it is one of a folder's."""
    if not _asked_for(parent.config):
        return None
    from pcs_scorecard.pytest_plugin.nodes import DisputeFile, ids_of  # noqa: PLC0415

    ids = ids_of(file_path, parent.config)
    return None if ids is None else DisputeFile.from_parent(parent, path=file_path, selected=ids)


def _asked_for(config: pytest.Config) -> bool:
    return bool(config.option.scorecard or config.getini("scorecard_paths"))


class ScorecardOf(Protocol):
    """What the fixture `scorecard` is: a function from a dispute to its scorecard."""

    def __call__(
        self, dispute: str, *, as_of: str | None = None, policy: Policy | str = "standard"
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
        dispute: str, *, as_of: str | None = None, policy: Policy | str = "standard"
    ) -> Scorecard:
        __tracebackhide__ = True
        # Only a test that takes the fixture needs these.
        from pcs_scorecard.model.problems import DataError  # noqa: PLC0415
        from pcs_scorecard.reading.files import load  # noqa: PLC0415
        from pcs_scorecard.scorecard.card import score  # noqa: PLC0415

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
    from pcs_scorecard.reading.files import find_bundled, from_here  # noqa: PLC0415

    path = root / dispute
    if path.exists():
        return from_here(path)
    try:
        return find_bundled(dispute)
    except ValueError as error:
        raise ValueError(f"there is no file or folder {from_here(path)}, and {error}") from None
