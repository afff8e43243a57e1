"""Scoresheet → its demands as entries: all that a table needs of each, for a program or a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

import attrs

from pcs_scorecard.comparison.compare import Pair, Result
from pcs_scorecard.model.demands import Asks, Demand
from pcs_scorecard.model.sources import Document
from pcs_scorecard.pages.blocks import Marks
from pcs_scorecard.pages.sentences import Names, asked, gave, on_result
from pcs_scorecard.pages.sheet import Row, Sheet, dropped
from pcs_scorecard.pages.sources import Sources
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import Status


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Entry(Value):
    """A demand, or a part, a member or a pay point of one; what is not on record is "" or None."""

    number: int
    """Its number on the sheet; of a part that of its demand."""
    part_of: str
    """Of a part, the id of what it is a part of."""
    id: str
    title: str
    made_by: str
    made_to: str
    date: str
    asks: Asks
    asked: str
    """The terms in words."""
    pair: Pair | None
    """The demand beside the answer that decides the status."""
    given: str
    """The terms of that answer in words, and how firm they are."""
    status: Status
    share: Fraction | None
    day: str
    """When that answer was given."""
    dropped: str
    said: tuple[str, ...]
    documents: tuple[str, ...]
    """The ids of the documents that show it, in the order of the sheet's numbers."""
    result: Result
    parts: tuple[Entry, ...]

    @property
    def due(self) -> str:
        """When it was to take effect at the latest."""
        return written(self.asks.due)

    @property
    def every(self) -> Iterator[Entry]:
        """This entry, then its parts."""
        yield self
        for part in self.parts:
            yield from part.every


def entries(page: Sheet) -> tuple[Entry, ...]:
    """Return the demands of a sheet as entries, in order."""
    return tuple(
        _entry(row.result, row, row.result.demand, page)
        for row in page.rows
        if isinstance(row.result.demand, Demand)
    )


def _entry(result: Result, row: Row, demand: Demand, page: Sheet, part_of: str = "") -> Entry:
    """Return an entry; `row` is the row of its demand, or its own where the sheet has one."""
    sources, names, asks = page.sources, page.sources.names, result.demand.asks
    said, marks = row.said, row.marks
    if row.result is not result:
        told, pairs = on_result(result, names)
        said, marks = tuple(told), sources.marks(demand.evidence, pairs)
    pair = result.pairs[0] if result.pairs else None
    own = {part.id: part for part in row.parts}
    return Entry(
        number=row.number,
        part_of=part_of,
        id=result.id,
        title=result.title,
        made_by=demand.made_by,
        made_to=demand.made_to,
        date=written(names.days.of(demand)),
        asks=asks,
        asked=asked(asks, names),
        pair=pair,
        given=gave(pair.answer, pair.given.kind) if pair else "",
        status=result.status,
        share=result.share,
        day=_day(pair, names),
        dropped=written(dropped(demand, page.card.as_of)),
        said=said,
        documents=_documents(marks, row, result, sources),
        result=result,
        parts=tuple(
            _entry(part, own.get(part.id, row), demand, page, result.id) for part in result.parts
        ),
    )


def _day(pair: Pair | None, names: Names) -> str:
    return written(names.days.of(pair.concession)) if pair else ""


def _documents(marks: Marks, row: Row, result: Result, sources: Sources) -> tuple[str, ...]:
    numbers = {*marks.numbers}
    if row.result is result:
        # The sheet marks a demand in parts below, at each of them.
        numbers |= {number for part in row.parts for number in part.marks.numbers}
    known = {number: name for name, number in sources.numbers.items()}
    return tuple(known[number] for number in sorted(numbers))


def written(date: Date | None) -> str:
    """Return a date as data have it, "" without one."""
    return "" if date is None else date.text


def at_hand(names: Iterable[str], sources: Sources) -> Iterator[Document]:
    """Yield the documents of some ids."""
    return (sources.documents[name] for name in names if name in sources.documents)
