"""Scorecard → the blocks of a scoresheet, with every sentence prepared once.

A block holds plain text; a format only lays blocks out, and escapes all text alike. A new format
is one function over these five blocks.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from pcs_scorecard.amounts import percent
from pcs_scorecard.compare import Pair, Result
from pcs_scorecard.dates import Date
from pcs_scorecard.model import Demand, Document
from pcs_scorecard.rules import RULES, rule_id
from pcs_scorecard.scorecard import Scorecard
from pcs_scorecard.wording import (
    NOTHING,
    Names,
    answer_lines,
    asked,
    demand_lines,
    gave,
    made,
    reported,
    when,
)
from pcs_scorecard.words import Status


@attrs.frozen(eq=False)
class Heading:
    """A heading of level 1 or 2."""

    level: int
    text: str


@attrs.frozen(eq=False)
class Paragraph:
    """Some sentences."""

    text: str


@attrs.frozen(eq=False)
class Table:
    """Rows under column names; every row has as many cells as there are names."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@attrs.frozen(eq=False)
class Item:
    """An entry of the numbered list: demand, short answer, reason, and what is to be said of it."""

    number: int
    title: str
    answer: str
    reason: str
    lines: tuple[str, ...]


@attrs.frozen(eq=False)
class Bullets:
    """A list of sentences."""

    lines: tuple[str, ...]


Block = Heading | Paragraph | Table | Item | Bullets


def sheet(card: Scorecard) -> Iterator[Block]:
    """Yield the blocks of a scorecard's scoresheet, from its title to its rules."""
    names = Names(card.dispute)
    yield Heading(1, card.dispute.title)
    if card.dispute.summary:
        yield Paragraph(card.dispute.summary)
    yield Paragraph(f"As of {Date.of(card.as_of)}. Policy: {card.policy}.")
    yield Paragraph(tally(card))
    if card.policy.name != "standard":
        yield Paragraph(_changes(card))
    yield Heading(2, "Summary")
    numbered = list(enumerate(card.results, 1))
    yield Table(
        ("Item", "Asked", "Given", "Share", "Answer"),
        tuple(_row(number, result) for number, result in numbered),
    )
    yield Heading(2, "The demands, one by one")
    for number, result in numbered:
        yield _item(number, result, names, card.as_of)
    if card.undemanded:
        yield Heading(2, "Given, but never demanded")
        for gift in card.undemanded:
            yield Paragraph(f"{made(gift, names)}:")
            lines = list(answer_lines(gift, gift.undemanded, names))
            if gift.withdrawn and gift.withdrawn.last <= card.as_of:
                lines.append(f"Taken back: {gift.withdrawn}.")
            yield Bullets(tuple(lines))
    if card.agreements:
        yield Heading(2, "Agreement with published verdicts")
        same = sum(agreement.same for agreement in card.agreements)
        yield Paragraph(
            "Published verdicts that agree with the status computed here: "
            f"{same} of {len(card.agreements)}. They are never used to compute a status."
        )
        yield Table(
            ("Demand", "Rated by", "Published", "As printed", "Computed"),
            tuple(
                (
                    card[agreement.verdict.demand].title,
                    names.party(agreement.verdict.by),
                    agreement.verdict.status.says,
                    f"“{agreement.verdict.printed}”",
                    agreement.computed.says,
                )
                for agreement in card.agreements
            ),
        )
    if card.dispute.documents:
        yield Heading(2, "Documents")
        yield Table(
            ("Name here", "Title", "Publisher", "Date", "How dated"),
            tuple(_document(document, names) for document in card.dispute.documents),
        )
    yield Heading(2, "Rules")
    yield Paragraph(
        "Every rule is a ceiling: it lowers an answer to at most the status it names, and the "
        "best answer sets the status of its demand. These lowered an answer on this sheet:"
    )
    yield Bullets(tuple(_rules(card)) or ("none",))


def _document(document: Document, names: Names) -> tuple[str, ...]:
    title = f"{document.title} ({document.address})" if document.address else document.title
    dated = document.date_note or ("as printed" if document.date else NOTHING)
    return document.id, title, names.party(document.publisher), when(document), dated


def tally(card: Scorecard) -> str:
    """Return the counts of all statuses with their denominator."""
    counts = ", ".join(f"{count} {status.says}" for status, count in card.tally.items())
    total = len(card.results)
    return f"{total} demand{'' if total == 1 else 's'}: {counts}."


def _changes(card: Scorecard) -> str:
    if not card.changed:
        return "The policy changes no status: the standard policy gives the same."
    rows: dict[str, str] = {}
    for number, result in enumerate(card.results, 1):
        rows[result.id] = f"demand {number}"
        rows.update((part.id, f"part {part.id} of demand {number}") for part in result.parts)
    changes = "; ".join(
        f"{rows[name]}, “{status.says}” by the standard policy" for name, status in card.changed
    )
    return f"The policy changes {changes}."


def _row(number: int, result: Result) -> tuple[str, ...]:
    """Return what was asked and given side by side, and how the two compare."""
    given = gave(result.pairs[0].answer) if result.pairs else NOTHING
    if result.parts:
        given = f"see its {len(result.parts)} parts"
    share = NOTHING if result.share is None else percent(result.share)
    return str(number), result.title, given, share, result.status.says


# One demand ----------------------------------------------------------------------------------


def _item(number: int, result: Result, names: Names, day: datetime.date) -> Item:
    demand = result.demand
    lines = list(demand_lines(demand, names, day)) if isinstance(demand, Demand) else []
    for part in result.parts:
        terms = f" (asked: {terms})" if (terms := asked(part.demand.asks)) else ""
        lines.append(f"{part.title}{terms}: {part.status.says}. {reasons(part, names)}")
        lines.extend(f"{part.title}: {line}" for line in _lines(part, names))
    lines.extend(_lines(result, names))
    return Item(number, result.title, result.status.says, reasons(result, names), tuple(lines))


def reasons(result: Result, names: Names) -> str:
    """Return the reason for a status in one sentence."""
    if result.parts:
        counts: dict[str, int] = {}
        for part in result.parts:
            counts[part.status.says] = counts.get(part.status.says, 0) + 1
        parts = ", ".join(f"{count} {says}" for says, count in counts.items())
        return f"Of its {len(result.parts)} parts: {parts}."
    if not result.pairs:
        return (
            f"No record answers this {'demand' if isinstance(result.demand, Demand) else 'part'}."
        )
    best = result.pairs[0]
    because = "; ".join(reason.sentence for reason in best.lowest)
    given = made(best.concession, names)
    return f"{given}: {because}." if because else f"{given}."


def _lines(result: Result, names: Names) -> Iterator[str]:
    if not result.pairs:
        return
    best = result.pairs[0]
    others = [reason.sentence for reason in best.reasons if not reason.binding]
    if others:
        yield f"Further reasons: {'; '.join(others)}."
    following = result.next
    if following:
        yield f"For “{following.status.says}” it would take: {'; '.join(following.needs)}."
    if best.concession.date_note:
        yield f"About the date: {best.concession.date_note}"
    yield reported(best.concession, names)
    for pair in result.pairs[1:]:
        yield _passed_over(pair, names)


def _passed_over(pair: Pair, names: Names) -> str:
    because = "; ".join(reason.sentence for reason in pair.lowest)
    said = f"{made(pair.concession, names)}{': ' if because else ''}{because}."
    verdict = "Does not count" if pair.status is Status.NOT_MET else f"Also “{pair.status.says}”"
    return f"{verdict}: {said} {reported(pair.concession, names)}"


def _rules(card: Scorecard) -> Iterator[str]:
    used = {
        reason.rule
        for result in card.results
        for one in (result, *result.parts)
        for pair in one.pairs
        for reason in pair.reasons
    }
    for rule in RULES:
        if rule_id(rule) in used:
            yield f"{rule_id(rule)}: {summary(rule)}"


def summary(rule: object) -> str:
    """Return the sentence that readers get of a rule."""
    return (rule.__doc__ or "").partition("\n")[0]
