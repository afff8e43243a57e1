"""What pytest collects of a dispute: for each record some tests, each of one thing.

Apart from the plugin, because the classes here need pytest 8, and an older one must start too.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest

from pcs_scorecard.audit import Audit, audit
from pcs_scorecard.claims import Position
from pcs_scorecard.fields import Place
from pcs_scorecard.model import Dispute, Expectation, Verdict
from pcs_scorecard.problems import Problem
from pcs_scorecard.quotations import quotations
from pcs_scorecard.reader import Entry
from pcs_scorecard.render import render
from pcs_scorecard.scorecard import score
from pcs_scorecard.words import ProblemKind, nearest

_FAILS_FOR = {
    "references": (ProblemKind.UNRESOLVED, ProblemKind.UNUSED),
    "evidence": (ProblemKind.NO_EVIDENCE, ProblemKind.ONE_SIDED, ProblemKind.UNDATED),
    "quotations": (ProblemKind.MISQUOTED, ProblemKind.NOT_AT_HAND),
    "computed": (ProblemKind.UNEXPECTED, ProblemKind.UNEXPLAINED),
}
"""The tests of a record, with the kinds of problems that each fails for; `valid` for the rest."""

_IN_EVIDENCE = re.compile(r"(^|\.)evidence\b")

_RECORDS: dict[str, type] = {
    field.name: reads[0]
    for field in attrs.fields(Dispute)
    if isinstance(reads := field.metadata.get("reads"), list)
}
"""The class of the records in each section."""

_FORMATS = {".md": "markdown", ".txt": "text", ".json": "json"}
"""The formats of printed sheets, by the endings of their names."""


@attrs.frozen
class Case:
    """A test of a dispute: what is wrong, or why that cannot be told."""

    name: str
    place: Place
    problems: list[Problem] = attrs.field(factory=list)
    untold: str = ""


def cases(audited: Audit, name: str, path: str, *, strict: bool) -> Iterator[Case]:
    """Yield the tests of a dispute, but for its sheet; each problem makes at least one fail."""
    entries = audited.reading.entries
    problems = [each for each in audited.problems if strict or not each.warning]
    owned = _owned(problems, entries)
    yield Case(f"dispute[{name}]::valid", (path, 1, 1), owned[None])
    away = {
        entry.id: [one for one in owned[index] if one.kind is ProblemKind.NOT_AT_HAND]
        for index, entry in enumerate(entries)
        if entry.section == "documents"
    }
    names: Counter[str] = Counter()
    for index, entry in enumerate(entries):
        record = _name(entry)
        names[record] += 1
        if names[record] > 1:
            record += f"#{names[record]}"
        tests = _tests(entry, audited)
        for test, untold in tests.items():
            found = [one for one in owned[index] if _test_for(one, tests) == test]
            if test == "quotations":
                for document in sorted({one.document for one in quotations(entry.record)}):
                    found += away.get(document, [])
            yield Case(f"{record}::{test}", entry.place, found, untold)


def _owned(
    problems: Sequence[Problem], entries: Sequence[Entry]
) -> dict[int | None, list[Problem]]:
    """Return the problems of each record by its number, and of the dispute itself by None.

    A problem is of the record that begins last before it, unless it says that it is of another.
    """
    starts: dict[str, list[tuple[Place, int]]] = {}
    for index, entry in enumerate(entries):
        starts.setdefault(entry.place[0], []).append((entry.place, index))
    owned: dict[int | None, list[Problem]] = {index: [] for index in (None, *range(len(entries)))}
    for problem in problems:
        of_a_record = not problem.path or problem.path.partition("[")[0] in _RECORDS
        before = starts.get(problem.place[0], [])
        number = bisect_right(before, problem.place, key=lambda start: start[0])
        if number and of_a_record and problem.kind is not ProblemKind.UNREADABLE:
            owned[before[number - 1][1]].append(problem)
        else:
            owned[None].append(problem)
    return owned


def _name(entry: Entry) -> str:
    """Return the name of a record: by its id, or by what else tells it from others."""
    record, name = entry.record, entry.id
    match record:
        case Verdict():
            name = f"{record.demand}:{record.by}"
        case Position():
            name = f"{record.party}:{record.subject}:{record.date.text}"
        case Expectation():
            name = record.demand or record.claim or ""
        case None if not name:
            name = f"line-{entry.place[1]}"
    return f"{_RECORDS[entry.section].__name__.lower()}[{name}]"


def _tests(entry: Entry, audited: Audit) -> dict[str, str]:
    """Return the tests of a record, each with why nothing can be told, if so."""
    record = _RECORDS[entry.section]
    later = ""
    if audited.reading.dispute is None:
        count = len(audited.problems)
        later = f"{count} {'problem' if count == 1 else 'problems'} to put right in the data first"
    tests = {"valid": ""}
    if _refers(record):
        tests["references"] = ""
    if "evidence" in attrs.fields_dict(record):
        tests["evidence"] = ""
    if cited := {one.document for one in quotations(entry.record)}:
        looked_up = audited.quotations
        unchecked = sorted(cited.intersection(looked_up.unchecked)) if looked_up else []
        away = f"not at hand: {', '.join(unchecked)}" if unchecked else ""
        tests["quotations"] = later or (
            away if looked_up else "no folder of documents is set: scorecard_documents"
        )
    if record in (Verdict, Expectation):
        tests["computed"] = later
    return tests


def _refers(record: type) -> bool:
    """Tell whether a record, or one in it, names other records."""
    for field in attrs.fields(record):
        reads = field.metadata.get("reads")
        one = reads[0] if isinstance(reads, list) else reads
        if isinstance(one, str) and one.startswith("-> "):
            return True
        if isinstance(one, type) and attrs.has(one) and _refers(one):
            return True
    return False


def _test_for(problem: Problem, tests: Mapping[str, str]) -> str:
    """Return the test that fails for a problem."""
    if problem.kind is ProblemKind.INVALID and _IN_EVIDENCE.search(problem.path):
        return "evidence"
    return next(
        (test for test, kinds in _FAILS_FOR.items() if problem.kind in kinds and test in tests),
        "valid",
    )


def sheet_case(dispute: Dispute | None, name: str, path: str, sheets: Path) -> Case:
    """Return the test of whether the printed sheet in a folder is what the data give now."""
    case = f"dispute[{name}]::sheet"
    if dispute is None:
        return Case(case, (path, 1, 1), untold="problems to put right in the data first")
    printed = [file for end in _FORMATS if (file := sheets / f"{name}{end}").is_file()]
    if not printed:
        file = sheets / f"{name}.md"
        message = f"there is no such sheet; print it: pcs-scorecard render {path} --output {file}"
        return Case(case, (path, 1, 1), [_stale(file, 1, message)])
    problems = []
    for file in printed:
        format_ = _FORMATS[file.suffix]
        found = file.read_bytes().decode(errors="replace").splitlines(keepends=True)
        wanted = render(score(dispute), format_).splitlines(keepends=True)
        if found != wanted:
            same = [one == other for one, other in zip(found, wanted, strict=False)]
            line = (same.index(False) if False in same else len(same)) + 1
            more = "" if format_ == "markdown" else f" --format {format_}"
            message = (
                "stale from this line on; print it again: "
                f"pcs-scorecard render {path}{more} --output {file}"
            )
            problems.append(_stale(file, line, message))
    return Case(case, (path, 1, 1), problems)


def _stale(file: Path, line: int, message: str) -> Problem:
    return Problem((str(file), line, 1), message, kind=ProblemKind.STALE)


class _WrongError(Exception):
    """What a test found wrong."""


class DisputeTest(pytest.Item):
    """One test of a dispute; it fails with the problems alone, each with its place and remedy."""

    def __init__(self, *, case: Case, **given: Any) -> None:
        """Take what was found; what cannot be told is skipped, and so counted."""
        super().__init__(**given)
        self.case = case
        if case.untold and not case.problems:
            self.add_marker(pytest.mark.skip(reason=case.untold))

    def runtest(self) -> None:
        """Fail with what was found wrong."""
        if self.case.problems:
            raise _WrongError("\n".join(map(str, self.case.problems)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return the problems, a line for each, without a traceback."""
        if isinstance(excinfo.value, _WrongError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the record stands."""
        file, line, _ = self.case.place
        return Path(file), line - 1, self.name


class _DisputeNode(pytest.Collector):
    """A dispute, of a file or a folder."""

    def __init__(self, *, selected: Sequence[str] = (), **given: Any) -> None:
        """Take the ids that were asked for, as they follow that of the dispute; without any, all."""
        super().__init__(**given)
        self.selected = selected

    def collect(self) -> Iterator[DisputeTest]:
        """Yield the tests of the dispute, or those that were asked for by id."""
        every = list(self._cases())
        names = [case.name for case in every]
        for wanted in self.selected:
            if not any(_is_of(name, wanted) for name in names):
                raise self.CollectError(
                    f"found no test {self.nodeid}::{wanted}{nearest(wanted, names)}"
                )
        for case in every:
            if self.selected and not any(_is_of(case.name, one) for one in self.selected):
                continue
            # With its id as a text: pytest 9.2 reads ids from its cache and from workers by their
            # first bracket, and one that it joins from names by itself would not be the same.
            name, nodeid = case.name, f"{self.nodeid}::{case.name}"
            yield DisputeTest.from_parent(self, name=name, nodeid=nodeid, case=case)

    def _cases(self) -> Iterator[Case]:
        """Yield all tests of the dispute."""
        config, here = self.config, Path.cwd()
        # Places are told as they can be opened from here.
        path = Path(os.path.relpath(self.path, here))
        documents, sheets = (
            Path(os.path.relpath(folders[0], here)) if folders else None
            for folders in (config.getini("scorecard_documents"), config.getini("scorecard_sheets"))
        )
        if documents is not None and not documents.is_dir():
            documents = None
        audited = audit(path, documents)
        dispute = audited.reading.dispute
        name = self.path.name if self.path.is_dir() else self.path.stem
        yield from cases(audited, name, str(path), strict=config.getini("scorecard_strict"))
        if sheets is not None:
            yield sheet_case(dispute, name, str(path), sheets)


def _is_of(name: str, wanted: str) -> bool:
    """Tell whether a test is the one of an id, or of the record or the kind of record it names.

    pytest 9.2 prints ids that go on after a bracket with one more at the end.
    """
    return name == wanted.removesuffix("]") or name.startswith((f"{wanted}::", f"{wanted}["))


class DisputeFile(_DisputeNode, pytest.File):
    """A dispute in one file."""


class DisputeFolder(_DisputeNode, pytest.Directory):
    """A dispute in the files of a folder."""
