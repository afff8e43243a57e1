"""Scorecard → the full trace of one demand's status, as blocks."""

from __future__ import annotations

from collections.abc import Iterator

from pcs_scorecard.comparison.compare import Pair, Result
from pcs_scorecard.comparison.rules import RULES, rule_id
from pcs_scorecard.model.demands import Demand, Part
from pcs_scorecard.pages.blocks import Block, Bullets, Heading, Paragraph
from pcs_scorecard.pages.sentences import Names, answer_lines, asked, demand_lines, made
from pcs_scorecard.pages.sheet import as_of, next_line
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.values.vocabulary import Status


def explain(card: Scorecard, demand: str) -> Iterator[Block]:
    """Yield the blocks that trace a demand's status; raise KeyError for an unknown demand."""
    result = card[demand]
    names = Names(card.dispute)
    yield Heading(1, f"{result.title}: {result.status.says}")
    yield Paragraph(as_of(card))
    if isinstance(result.demand, Demand):
        notes = [f"Judgement: {result.demand.note}"] if result.demand.note else []
        yield Bullets((*demand_lines(result.demand, names, card.as_of), *notes))
    for one in result.parts or (result,):
        if result.parts:
            yield Heading(2, f"Part {one.id}, {one.title}: {one.status.says}")
        yield from _one(one, names)
    if result.parts:
        statuses = ", ".join(f"{part.id} {part.status.says}" for part in result.parts)
        yield Paragraph(
            f"Parts: {statuses}. All alike give that status; otherwise “In part” if any part is "
            "at least partly met, else “Some movement” if any moved, else “No”; a part with no "
            f"response counts as “No” beside others. So: {result.status.says}."
        )


def _one(result: Result, names: Names) -> Iterator[Block]:
    if isinstance(result.demand, Part):
        terms = asked(result.demand.asks)
        yield Paragraph(f"Asked: {terms}." if terms else "Asked without further terms.")
    if not result.pairs:
        yield Paragraph("No record answers it, which is a gap in the data, not a refusal.")
    for pair in result.pairs:
        yield Heading(2, f"{made(pair.concession, names)}: {pair.status.says}")
        yield Bullets(tuple(_trace(pair, names)))
    if len(result.pairs) > 1:
        yield Paragraph(
            f"The best of {len(result.pairs)} answers sets the status: {result.status.says}."
        )
    yield from map(Paragraph, next_line(result))


def _trace(pair: Pair, names: Names) -> Iterator[str]:
    yield from answer_lines(pair.concession, pair.answer, names)
    if pair.concession.note:
        yield f"Judgement: {pair.concession.note}"
    yield f"Before any rule: {Status.MET.says}."
    for reason in pair.reasons:
        mark = ", which sets it" if reason.ceiling is pair.status else ""
        yield f"{reason.rule}: at most “{reason.ceiling.says}”{mark}: {reason.sentence}"
    lowering = {reason.rule for reason in pair.reasons}
    others = [rule_id(rule) for rule in RULES if rule_id(rule) not in lowering]
    yield f"Not lowered by: {', '.join(others)}."
