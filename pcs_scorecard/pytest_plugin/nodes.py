"""What pytest collects of a dispute: its file or folder, and the tests of its records.

Apart from the plugin, because the classes here need pytest 8, and an older one must start too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from pcs_scorecard.checking.audit import audit
from pcs_scorecard.model.problems import DataError
from pcs_scorecard.pytest_plugin.arguments import SELECTED, dispute_at
from pcs_scorecard.pytest_plugin.record_tests import RecordTest, record_tests, sheet_test
from pcs_scorecard.reading.files import from_here
from pcs_scorecard.values.messages import nearest


def ids_of(path: Path, config: pytest.Config) -> Sequence[str] | None:
    """Return the ids that were asked for of the dispute at a path, none for all; None for another."""
    if dispute_at(path, config) != path:
        return None
    return config.stash[SELECTED].get(path, ())


class DisputeTest(pytest.Item):
    """One test of a dispute; it fails with the problems alone, each with its place and remedy."""

    def __init__(self, *, test: RecordTest, **given: Any) -> None:
        """Take what was found."""
        super().__init__(**given)
        self.test = test
        self.file = Path(test.place[0]).absolute()

    def runtest(self) -> None:
        """Raise DataError with what was found wrong; what cannot be told is skipped, and so counted."""
        if self.test.problems:
            raise DataError(self.test.problems)
        if self.test.untold:
            # From here, and not by a mark: so all that is skipped for one reason is told in a line.
            pytest.skip(self.test.untold)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return the problems, a line for each, without a traceback."""
        if isinstance(excinfo.value, DataError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the record stands; pytest counts lines from 0."""
        return self.file, self.test.place[1] - 1, self.name


class _DisputeNode(pytest.Collector):
    """A dispute, of a file or a folder."""

    def __init__(self, *, selected: Sequence[str] = (), **given: Any) -> None:
        """Take the ids that were asked for, as they follow that of the dispute; without any, all."""
        super().__init__(**given)
        self.selected = selected

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """Yield the tests of the dispute, or those that were asked for by id.

        Raise CollectError for an id that no test has, and where a folder cannot be read.
        """
        try:
            every = list(self._tests())
        except OSError as error:
            raise self.CollectError(
                f"cannot read the folder {error.filename}: {error.strerror}"
            ) from None
        names = [test.name for test in every]
        for wanted in self.selected:
            if not any(_is_of(name, wanted) for name in names):
                raise self.CollectError(
                    f"found no test {self.nodeid}::{wanted}{nearest(wanted, names)}"
                )
        for test in every:
            if not self.selected or any(_is_of(test.name, one) for one in self.selected):
                # With its id as a text: pytest 9.2 reads ids from its cache and from workers by
                # their first bracket, and one that it joins from names would not be the same.
                nodeid = f"{self.nodeid}::{test.name}"
                yield DisputeTest.from_parent(self, name=test.name, nodeid=nodeid, test=test)

    def _tests(self) -> Iterator[RecordTest]:
        """Yield all tests of the dispute."""
        path = from_here(self.path)
        name = self.path.name if self.path.is_dir() else self.path.stem
        documents, unread = _folder(self.config, "scorecard_documents"), ""
        if documents is None:
            unread = "no folder of documents is set: scorecard_documents"
        elif not documents.is_dir():
            documents, unread = None, f"scorecard_documents: there is no folder {documents}"
        audited = audit(path, documents)
        strict = self.config.getini("scorecard_strict")
        yield from record_tests(audited, name, path.as_posix(), strict=strict, unread=unread)
        sheets = _folder(self.config, "scorecard_sheets")
        if sheets is not None:
            yield sheet_test(audited, name, path.as_posix(), sheets)


def _folder(config: pytest.Config, setting: str) -> Path | None:
    """Return the folder that a setting names, if it does; from the ini file, as pytest's own."""
    name = config.getini(setting)
    base = config.inipath.parent if config.inipath else config.invocation_params.dir
    return from_here(base / name) if name else None


def _is_of(name: str, wanted: str) -> bool:
    """Tell whether a test is the one of an id, or of the record or the kind of record it names.

    pytest 9.2 prints ids that go on after a bracket with one more at the end.
    """
    return name == wanted.removesuffix("]") or name.startswith((f"{wanted}::", f"{wanted}["))


class DisputeFile(_DisputeNode, pytest.File):
    """A dispute in one file."""


class DisputeFolder(_DisputeNode, pytest.Directory):
    """A dispute in the files of a folder, in which other disputes and tests may lie."""

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """Yield the tests of the dispute, and what pytest finds in any folder if all is wanted."""
        yield from super().collect()
        if not self.selected:
            yield from pytest.Dir.from_parent(self, path=self.path).collect()
