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
    "<top>": "title, summary, parties, documents, demands, concessions, verdicts, "
    "claims, subjects, positions, figures, votes, events, expected",
    "<asks>": "amount, level, baseline, basis, period, due, lasting, direction, measure",
    "<verdict>": "demand, by, status, printed, date, date_printed, date_note, "
    "evidence, cause, note",
    "<kinds>": "refusal, worsening, nothing-offered, talks, assurance, permission, offer, "
    "under-way, agreed, in-force",
    "<amounts>": "10%, 2 percentage points, £1,500, £15/hour, 35 hours/week, 1:10, 12",
    "<comma>": "inside {…} a comma ends a value, so a value with one stands in quotes",
    "<remedy>": "where it really is another kind of thing, say so in `basis` or `instead`",
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
