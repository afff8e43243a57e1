"""YAML files put into a folder and read, and what is told of them: for all tests of the reader."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from pcs_scorecard import DataError, check, load

PARTIES = """\
title: The mill
parties:
  - {id: union, name: Weavers, kind: union}
  - {id: mill, name: Mill, kind: employer}
documents:
  - {id: leaflet, title: Leaflet, publisher: union}
"""
"""Six lines; what is put after it stands in line 7."""

LISTS = {
    "<top>": "title, summary, corrections, parties, documents, pay_points, demands, concessions, verdicts, "
    "claims, subjects, positions, figures, votes, events, expected",
    "<party>": "id, name, kind, side, members, note",
    "<document>": "id, title, publisher, date, date_printed, date_note, file, address, note",
    "<evidence>": "document, at, quote, quoting",
    "<demand>": "id, title, made_by, made_to, date, date_printed, date_note, asks, parts, dropped, "
    "evidence, note",
    "<concession>": "id, title, made_by, date, date_printed, date_note, accepted, accepted_by, "
    "withdrawn, answers, undemanded, evidence, note",
    "<answer>": "demand, for, kind, title, says, gives, caveat, restates, owed_to, in_return, "
    "subject_to, withdrawn, terms, evidence",
    "<asks>": "more, less, at_least, at_most, direction, measure, baseline, basis, period, due, "
    "lasting, for",
    "<gives>": "more, less, to, stages, basis, period, starts, ends, instead, reaches, "
    "share_reached",
    "<stage>": "more, less, to, period, starts",
    "<verdict>": "demand, by, status, printed, date, date_printed, date_note, "
    "evidence, cause, note",
    "<party kinds>": "union, leadership, opposition, government, employer, press, court, "
    "arbitrator, review-body, public, other",
    "<kinds>": "refusal, worsening, nothing-offered, talks, assurance, permission, offer, "
    "under-way, agreed, in-force",
    "<amounts>": "10%, 5½%, 2 percentage points, £1,500, £1.2m, £2bn, 70p/hour, NOK 7,700, "
    "35 hours/week, 4 patients per nurse, 12 clinics, 12; with at least, over, about, up to, at most, "
    "under or on average before it; 3% to 5%; 4% + 3%; 4% compounded with 3%; "
    "figure rpi-2022 + 2%; 10% or £3,000/year, whichever is greater (or less)",
    "<dates>": "a date: 2023-06-02, 2023-06 (day not known), 2023, or a span 2023-03 to 2023-05 "
    "(a season is written as the span that is meant)",
    "<periods>": "a pay year 2022/23, a calendar year 2023, or a run of one kind: "
    "2022/23 to 2024/25",
    "<comma>": "inside {…} a comma ends a value, so a value with one stands in quotes",
    "<computed>": "a status is computed and never typed in; what is expected of one goes to the list "
    "`expected`, and what somebody else rated to `verdicts`",
    "<remedy>": "if a document gives both in one unit, write them so; else leave the amount, or its "
    "stage, out, and tell it in `terms`: it then counts as given without a figure",
    "<baseline>": "if a document says where it stood before, give that in the demand's `asks`, "
    "baseline: …; else leave the amount out, and tell it in `terms`",
    "<no pay>": "sums of money and percentages are compared at pay points, and none is on record; "
    "add `pay_points`, the pay that it is about in £/year: "
    "{id: lowest, title: Lowest grade, value: …}; a sum paid once beside a rise in % is `undemanded`, or "
    "says basis: non-consolidated where the demand says basis: consolidated",
}
"""What messages list or advise, by the names that the tables below use."""


def put(content: str | bytes, name: str = "d.yaml") -> Path:
    """Write a file as it stands, in UTF-8 where it is text, and return its path."""
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refused(path: Path) -> list[str]:
    """Return what `load` says of a dispute that it must refuse; `check` says the same."""
    with pytest.raises(DataError) as caught:
        load(path)
    told = [str(problem) for problem in caught.value.problems]
    assert str(caught.value).splitlines() == told
    assert [str(problem) for problem in check(path)] == told
    return told


def own_words(told: Iterable[str]) -> list[str]:
    """Return messages with `…` for what libyaml says in them, which another version words otherwise."""
    cut = re.compile(r"(: this is not YAML: ).*|(that is not allowed: ).*(?=; save)")
    return [cut.sub(r"\1\2…", message) for message in told]


def errors(path: str | Path) -> list[str]:
    """Return what `check` says is wrong, and not what only weakens a dispute."""
    return [str(problem) for problem in check(path) if not problem.warning]


def messages(text: str, file: str = "") -> list[str]:
    """Return messages that begin `=>` each and are wrapped as they may be."""
    for name, meant in LISTS.items():
        text = text.replace(name, meant)
    return [file + " ".join(message.split()) for message in text.split("=> ")[1:]]


def table(text: str) -> list[Any]:
    """Return the cases of a table, parted by empty lines: YAML, then what `d.yaml` is told."""
    cases = []
    for case in textwrap.dedent(text).strip().split("\n\n"):
        yaml, arrow, told = case.partition("=> ")
        cases.append(pytest.param(yaml, messages(arrow + told, "d.yaml:"), id=yaml[:40]))
    return cases
