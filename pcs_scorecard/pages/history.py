"""History → the blocks of its page."""

from __future__ import annotations

from collections.abc import Iterator

from pcs_scorecard.model.concessions import Concession
from pcs_scorecard.pages.blocks import Block, Bullets, Heading, Paragraph, Table
from pcs_scorecard.pages.sentences import (
    NOTHING,
    Names,
    made,
)
from pcs_scorecard.scorecard.history import DatedFact, History, Move
from pcs_scorecard.values.dates import Date, on_record
from pcs_scorecard.values.vocabulary import Happening


def history_page(found: History) -> Iterator[Block]:
    """Yield the status of every demand after each dated fact, and what moved it."""
    dispute, names = found.dispute, Names(found.dispute)
    # The rows of the scoresheet of that day, with its numbers.
    known = [each for each in dispute.demands if on_record(each.date, found.as_of)]
    numbers = {demand.id: number for number, demand in enumerate(known, 1)}
    yield Heading(1, f"{dispute.title}: history")
    yield Paragraph(
        f"Up to {Date.of(found.as_of)}. Policy: {found.policy}. A fact known to the month or the "
        "year counts from its last day."
    )
    yield Heading(2, "The status of each demand after each day")
    days = [str(Date.of(step.day)) for step in found.steps]
    yield Table(
        ("Item", "Demand", *days),
        tuple(
            (
                *(str(numbers[demand.id]), demand.title),
                *(
                    step.statuses[demand.id].says if demand.id in step.statuses else NOTHING
                    for step in found.steps
                ),
            )
            for demand in known
        ),
    )
    yield Heading(2, "What moved, and because of what")
    if not found.steps:
        yield Paragraph("Nothing: no demand or answer is dated on or before that day.")
    for step in found.steps:
        yield Paragraph(f"{Date.of(step.day)}:")
        lines = [_move(move, numbers, names) for move in step.moves]
        moved = {id(fact) for move in step.moves for fact in move.because}
        lines += [
            f"Moved no demand: {_fact(fact, names)}."
            for fact in step.facts
            if id(fact) not in moved
        ]
        yield Bullets(tuple(lines))


def _move(move: Move, numbers: dict[str, int], names: Names) -> str:
    before = f"from “{move.before.says}” to " if move.before else ""
    made_now = [fact for fact in move.because if fact.happening is Happening.DEMANDED]
    new = "".join(f"demanded ({names.when(fact.record)}), " for fact in made_now)
    others = "; ".join(_fact(fact, names) for fact in move.because if fact not in made_now)
    because = f", because of: {others}" if others else ""
    return (
        f"Demand {numbers[move.result.id]}, {move.result.title}: {new}{before}"
        f"“{move.result.status.says}”{because}."
    )


def _fact(fact: DatedFact, names: Names) -> str:
    record, says = fact.record, fact.happening.says
    if isinstance(record, Concession):
        said = made(record, names)
        if fact.happening is Happening.ANSWERED:
            return said
        taken = fact.happening is Happening.WITHDRAWN and record.withdrawn
        return f"{said}, {says} {taken.when}" if taken else f"{said}, {says}"
    dropped = fact.happening is Happening.DROPPED and record.dropped
    return f"{record.title}, {says} ({dropped or names.when(record)})"
