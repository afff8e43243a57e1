"""An invented dispute with a record in every section and nothing wrong, and its one document."""

from __future__ import annotations

from pathlib import Path

MILL = """\
title: The mill
parties:
  - {id: union, name: Weavers, kind: union}
  - {id: owner, name: Mill, kind: employer}
  - {id: paper, name: The Courier, kind: press}
documents:
  - {id: courier, title: The Courier, publisher: paper, date: 2024-06-09}
demands:
  - {id: pay, title: More pay, made_by: union, made_to: owner, date: 2024-05-01,
     asks: {more: 10%}, evidence: [{document: courier, at: page 1, quote: ten per cent for all}]}
concessions:
  - {id: letter, title: A letter, made_by: owner, date: 2024-06-01,
     answers: [{demand: pay, kind: offer, gives: {more: 5%}}],
     evidence: [{document: courier, at: page 1, quote: five is our limit}]}
verdicts:
  - {demand: pay, by: union, status: some-movement, printed: half of what is due,
     date: 2024-06-02, evidence: [{document: courier, at: page 2}]}
claims:
  - {id: won, title: All was won, made_by: owner, date: 2024-06-03,
     check: {fact: {event: strike, confirms: no}}, evidence: [{document: courier, at: page 2}]}
subjects:
  - {id: talks, title: The talks}
positions:
  - {party: union, subject: talks, stance: accepts, says: It went to them, date: 2024-06-04,
     evidence: [{document: courier, at: page 2}]}
figures:
  - {id: prices, title: Prices, value: 4%, measures: inflation,
     evidence: [{document: courier, at: page 3}]}
votes:
  - {id: ballot, title: A ballot, held_by: union, evidence: [{document: courier, at: page 3}]}
events:
  - {id: strike, title: A strike, date: 2024-06-03, evidence: [{document: courier, at: page 3}]}
expected:
  - {demand: pay, status: some-movement}
  - {claim: won, verdict: contradicted}
"""

COURIER = "They want ten per cent for all; five is our limit, says he: half of what is due.\n"


def put(path: str, text: str = MILL) -> Path:
    """Write a file and the folders it lies in, and return its path."""
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file
