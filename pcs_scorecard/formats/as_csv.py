"""Scoresheet → a table for a spreadsheet, as RFC 4180 has it: a row for each demand, and for each part."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from pcs_scorecard.pages.entries import Entry, at_hand, entries
from pcs_scorecard.pages.sheet import compose
from pcs_scorecard.pages.sources import Sources
from pcs_scorecard.scorecard.card import Scorecard

HEAD = (
    *("number", "part_of", "id", "title", "made_by", "made_to", "date", "asked", "given", "answer"),
    *("status", "share", "day", "due", "dropped", "reason", "sources", "addresses"),
)
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet, in one language or another, takes for a formula."""


class _Lines(list[str]):
    """What the writer of rows takes for a file."""

    def write(self, line: str) -> None:
        """Keep a line."""
        self.append(line)


def as_csv(card: Scorecard) -> str:
    """Return a scorecard's demands as CSV; a cell that would run has an apostrophe before it."""
    page = compose(card)
    lines = _Lines()
    table = csv.writer(lines)
    table.writerow(HEAD)
    table.writerows(
        map(defused, _cells(entry, page.sources))
        for demand in entries(page)
        for entry in demand.every
    )
    return "".join(lines)


def defused(cell: str) -> str:
    """Return a cell as a spreadsheet shows it and does not run it."""
    return f"'{cell}" if cell.startswith(_RUN) else cell


def _cells(entry: Entry, sources: Sources) -> Iterator[str]:
    documents = list(at_hand(entry.documents, sources))
    party = sources.names.party
    yield from (
        *(str(entry.number), entry.part_of, entry.id, entry.title),
        *(party(entry.made_by), party(entry.made_to), entry.date, entry.asked, entry.given),
        *(entry.status.says, entry.status.value),
        # Cut and not rounded, as no share reaches what it does not.
        "" if entry.share is None else f"{int(entry.share * 10_000) / 10_000:g}",
        *(entry.day, entry.due, entry.dropped, " ".join(entry.said)),
        "; ".join(document.title for document in documents),
        " ".join(document.address for document in documents if document.address),
    )
