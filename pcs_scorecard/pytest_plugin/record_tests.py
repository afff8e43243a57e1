"""The tests of a dispute's data: for each record a test for each thing that can be wrong with it.

What runs them is pytest, which nothing here knows.
"""

from __future__ import annotations

import re
import shlex
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

import attrs

from pcs_scorecard.checking.audit import Audit
from pcs_scorecard.checking.quotations import quotations
from pcs_scorecard.formats.render import render
from pcs_scorecard.model.dispute import Dispute
from pcs_scorecard.model.facts import Position
from pcs_scorecard.model.fields import Place, fields_of
from pcs_scorecard.model.problems import Problem
from pcs_scorecard.model.verdicts import Expectation, Verdict
from pcs_scorecard.reading.files import read_texts
from pcs_scorecard.reading.reader import Entry
from pcs_scorecard.scorecard.card import Scorecard, score
from pcs_scorecard.values.messages import bare, counted
from pcs_scorecard.values.vocabulary import ProblemKind

_FAILS_FOR = {
    "references": {ProblemKind.UNRESOLVED},
    "evidence": {ProblemKind.NO_EVIDENCE, ProblemKind.ONE_SIDED},
    "quotations": {ProblemKind.MISQUOTED},
    "computed": {ProblemKind.UNEXPECTED, ProblemKind.UNEXPLAINED},
}
"""The tests of a record, with the kinds of problems that each fails for; `valid` for the rest."""

_IN_EVIDENCE = re.compile(r"\.evidence\b")

_RECORDS: dict[str, type] = {
    section.name: section.record for section in fields_of(Dispute) if section.record is not None
}
"""The class of the records in each section."""

_FORMATS = {".md": "markdown", ".txt": "text", ".json": "json"}
"""The formats of printed sheets, by the endings of their names."""


@attrs.frozen
class RecordTest:
    """One test: what is wrong, or why that cannot be told."""

    name: str
    place: Place
    problems: tuple[Problem, ...] = ()
    untold: str = ""


def record_tests(
    audited: Audit, name: str, path: str, *, strict: bool, unread: str
) -> Iterator[RecordTest]:
    """Yield the tests of a dispute, but for its sheet; each problem makes at least one fail.

    Warnings are problems if it is `strict`. `unread` says why quotations were not looked for, if
    so: one test then stands for those of all records, as it does for quotations of documents that
    are not at hand. But for `valid`, nothing is told of any record until all data can be read.
    """
    problems = [each for each in audited.problems if strict or not each.warning]
    entries = audited.reading.entries
    owned = _owned([one for one in problems if one.kind is not ProblemKind.NOT_AT_HAND], entries)
    later = _later(audited)
    there = (path, 1, 1)
    yield RecordTest(f"dispute[{name}]::valid", there, tuple(owned[None]))
    missing = set() if audited.quotations is None else set(audited.quotations.unchecked)
    names: Counter[str] = Counter()
    for index, entry in enumerate(entries):
        record = _name(entry)
        names[record] += 1
        if names[record] > 1:
            record += f"#{names[record]}"
        cited = {one.document for one in quotations(entry.record)}
        quotes = bool(cited - missing) and not unread
        tests = _tests(_RECORDS[entry.section], quotes=quotes)
        for test in tests:
            found = [one for one in owned[index] if _test_for(one, tests) == test]
            untold = later if test != "valid" else ""
            yield RecordTest(f"{record}::{test}", entry.place, tuple(found), untold)
    untold = unread or (f"not checked: {', '.join(sorted(missing))}" if missing else "")
    if untold and any(True for entry in entries for _ in quotations(entry.record)):
        away = tuple(one for one in problems if one.kind is ProblemKind.NOT_AT_HAND)
        yield RecordTest(f"dispute[{name}]::quotations", there, away, later or untold)


def _later(audited: Audit) -> str:
    """Say what is to be done before more can be told; nothing where all data could be read."""
    if audited.reading.dispute is not None:
        return ""
    return f"{counted(len(audited.problems), 'problem')} to put right in the data first"


def _owned(
    problems: Sequence[Problem], entries: Sequence[Entry]
) -> dict[int | None, list[Problem]]:
    """Return the problems of each record by its number, and of the dispute itself by None.

    A problem with a record is of the one that begins last before it; one with a file or a section is
    of the dispute.
    """
    starts: dict[str, list[tuple[Place, int]]] = {}
    for index, entry in enumerate(entries):
        starts.setdefault(entry.place[0], []).append((entry.place, index))
    owned: dict[int | None, list[Problem]] = {index: [] for index in (None, *range(len(entries)))}
    for problem in problems:
        before = starts.get(problem.place[0], [])
        number = bisect_right(before, problem.place, key=lambda start: start[0])
        owned[before[number - 1][1] if number and not problem.whole else None].append(problem)
    return owned


def _name(entry: Entry) -> str:
    """Return the name of a record: by its id, or by what tells it from others of its section.

    It does not change with other records, but for two that nothing tells apart. Only a record
    that has no id, and that cannot be read, is named by its line.
    """
    match entry.record:
        case Verdict(demand=demand, by=by, date=date):
            parts = [demand, by, *([date.text] if date else [])]
        case Position(party=party, subject=subject, date=date):
            parts = [party, subject, *([date.text] if date else [])]
        case Expectation(demand=demand, claim=claim, as_of=as_of):
            parts = ["demand", demand] if demand else ["claim", str(claim)]
            parts += [as_of.text] if as_of else []
        case _:
            parts = [entry.id or f"line-{entry.place[1]}"]
    # Each for itself, since ids can be long, and what names no record can be any text.
    return f"{_RECORDS[entry.section].__name__.lower()}[{':'.join(map(bare, parts))}]"


def _tests(record: type, *, quotes: bool) -> list[str]:
    """Return the tests of a record of a class, which quotes a document or not."""
    has = {
        "valid": True,
        "references": _refers(record),
        "evidence": "evidence" in attrs.fields_dict(record),
        "quotations": quotes,
        "computed": record in (Verdict, Expectation),
    }
    return [test for test, there in has.items() if there]


def _refers(record: type) -> bool:
    """Tell whether records of a class, or records in them, name others."""
    return any(
        field.section or (field.record is not None and _refers(field.record))
        for field in fields_of(record)
    )


def _test_for(problem: Problem, tests: Collection[str]) -> str:
    """Return the one of a record's tests that fails for a problem."""
    name = next((test for test, kinds in _FAILS_FOR.items() if problem.kind in kinds), "valid")
    if problem.kind is ProblemKind.INVALID and _IN_EVIDENCE.search(problem.path):
        name = "evidence"
    return name if name in tests else "valid"


def sheet_test(audited: Audit, name: str, path: str, sheets: Path) -> RecordTest:
    """Return the test of whether a dispute's printed sheets are what its data give now.

    They are the files of its name in a folder; one there must be. How their lines end is left to
    the system. Raise OSError where a folder cannot be read.
    """
    test = RecordTest(f"dispute[{name}]::sheet", (path, 1, 1), untold=_later(audited))
    if audited.reading.dispute is None:
        return test
    try:
        card = score(audited.reading.dispute)
    except ValueError:
        return attrs.evolve(test, untold="no record has a date, so a sheet needs one: --as-of")
    names = [f"{name}{end}" for end in _FORMATS]
    printed = read_texts(sheets, names) if sheets.is_dir() else {}
    problems = [
        _stale(card, sheets / name, printed.get(name), path) for name in printed or names[:1]
    ]
    return attrs.evolve(test, problems=tuple(each for each in problems if each))


def _stale(card: Scorecard, file: Path, printed: str | Problem | None, path: str) -> Problem | None:
    """Return what is wrong with a printed sheet, if anything, and how to print it."""
    format_ = _FORMATS[file.suffix]
    line = 1
    match printed:
        case None:
            folder = (
                "" if file.parent.is_dir() else f"make the folder {file.parent.as_posix()}, and "
            )
            message = f"there is no such sheet; {folder}print it"
        case Problem():
            message = f"{printed.message}; print it again"
        case _:
            found = printed.replace("\r\n", "\n").split("\n")
            pairs = zip_longest(found, render(card, format_).split("\n"))
            line = next((number for number, (one, other) in enumerate(pairs, 1) if one != other), 0)
            if not line:
                return None
            message = "stale from this line on; print it again"
    options = [] if format_ == "markdown" else ["--format", format_]
    options += ["--output", file.as_posix(), *(["--force"] if printed is not None else [])]
    remedy = shlex.join(["pcs-scorecard", "render", path, *options])
    return Problem((file.as_posix(), line, 1), f"{message}: {remedy}", kind=ProblemKind.STALE)
