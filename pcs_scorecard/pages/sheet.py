"""Scorecard → the blocks of a scoresheet, with every sentence prepared once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from pcs_scorecard.comparison.compare import Pair, Result
from pcs_scorecard.comparison.policy import STANDARD
from pcs_scorecard.comparison.rules import RULES, rule_id
from pcs_scorecard.model.concessions import Gives
from pcs_scorecard.model.demands import Demand
from pcs_scorecard.model.sources import Document
from pcs_scorecard.pages.blocks import Block, Bullets, Heading, Item, Paragraph, Table
from pcs_scorecard.pages.claims import claims
from pcs_scorecard.pages.facts import facts, positions
from pcs_scorecard.pages.raters import raters
from pcs_scorecard.pages.sentences import (
    NOTHING,
    Names,
    answer_lines,
    asked,
    demand_lines,
    gave,
    made,
    over,
    reported_with_date,
    sentence,
    term_lines,
)
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.values.amounts import percent
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.vocabulary import SCALE, Status


def sheet(card: Scorecard) -> Iterator[Block]:
    """Yield the blocks of a scorecard's scoresheet, from its title to its rules."""
    names = Names(card.dispute)
    yield Heading(1, card.dispute.title)
    if card.dispute.summary:
        yield Paragraph(card.dispute.summary)
    yield Paragraph(as_of(card))
    yield Paragraph(tally(card))
    if card.policy != STANDARD:
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
        yield Heading(2, "Never demanded")
        yield Paragraph(
            "What was given though nobody had demanded it, and what was said or refused about it. "
            "It answers none of the demands and counts for none."
        )
        for gift in card.undemanded:
            yield Paragraph(f"{made(gift, names)}:")
            lines = list(answer_lines(gift, gift.undemanded, names)) if gift.undemanded else []
            yield Bullets((*lines, *map(sentence, over(gift, card.as_of))))
    yield from claims(card, names)
    yield from positions(card, names)
    yield from facts(card, names)
    yield from raters(card, names)
    yield from _parties(card)
    if card.dispute.documents:
        yield Heading(2, "Documents")
        yield Table(
            ("Name here", "Title", "Publisher", "Date", "Notes"),
            tuple(_document(document, names) for document in card.dispute.documents),
        )
    yield Heading(2, "Rules")
    yield Paragraph(
        "Every rule is a ceiling: it lowers an answer to at most the status it names, and the "
        "best answer sets the status of its demand. These lowered an answer on this sheet, each "
        "with the ceilings that it set:"
    )
    yield Bullets(tuple(_rules(card)) or ("none",))


def _document(document: Document, names: Names) -> tuple[str, ...]:
    title = f"{document.title} ({document.address})" if document.address else document.title
    notes = " ".join(note for note in (document.date_note, document.note) if note)
    return (
        document.id,
        title,
        names.party(document.publisher),
        names.when(document),
        notes or NOTHING,
    )


def _parties(card: Scorecard) -> Iterator[Block]:
    if card.dispute.parties:
        yield Heading(2, "Parties")
        yield Table(
            ("Name", "Capacity", "Who is meant"),
            tuple(
                (party.name, party.kind.value, party.note or NOTHING)
                for party in card.dispute.parties
            ),
        )


def as_of(card: Scorecard) -> str:
    """Return the day of a scorecard, its policy, and the offer that is taken as accepted, if any."""
    accepted = f" As if “{card.if_accepted.title}” had been accepted." if card.if_accepted else ""
    return f"As of {Date.of(card.as_of)}. Policy: {card.policy}.{accepted}"


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
        rows.update((part.id, f"“{part.title}” of demand {number}") for part in result.parts)
    changes = "; ".join(
        f"{rows[result.id]} from “{before.says}” to “{result.status.says}”"
        for result, before in card.changed
    )
    return f"Beside the standard policy it changes {changes}."


def _row(number: int, result: Result) -> tuple[str, ...]:
    """Return what was asked and given side by side, and how the two compare."""
    given = NOTHING
    if result.pairs:
        best = result.pairs[0]
        given = f"{best.concession.title}: {gave(best.answer)}"
    if result.parts:
        given = f"see its {_parts(result)}"
    share = NOTHING if result.share is None else percent(result.share)
    over = [r.sentence for r in result.binding if r.rule in ("withdrawn", "ended")]
    if over and not result.parts:
        given, share = f"{given}; {'; '.join(over)}", NOTHING
    return str(number), result.title, given, share, result.status.says


# One demand ----------------------------------------------------------------------------------


def _item(number: int, result: Result, names: Names, day: datetime.date) -> Item:
    demand = result.demand
    lines = list(demand_lines(demand, names, day)) if isinstance(demand, Demand) else []
    for part in result.parts:
        terms = f" (asked: {terms})" if (terms := asked(part.demand.asks)) else ""
        lines.append(f"{part.title}{terms}: {part.status.says}. {reasons(part, names)}")
        lines.extend(f"{part.title}: {line}" for line in _lines(part, names))
    if result.parts:
        lines.extend(next_line(result))
    lines.extend(_lines(result, names))
    return Item(number, result.title, result.status.says, reasons(result, names), tuple(lines))


def reasons(result: Result, names: Names) -> str:
    """Return the reason for a status in one sentence."""
    if result.parts:
        found = [part.status for part in result.parts]
        parts = ", ".join(
            f"{found.count(s)} {s.says}"
            for s in (*reversed(SCALE), Status.NO_RESPONSE)
            if s in found
        )
        return f"Of its {_parts(result)}: {parts}."
    if not result.pairs:
        return (
            f"No record answers this {'demand' if isinstance(result.demand, Demand) else 'part'}."
        )
    best = result.pairs[0]
    because = " ".join(reason.sentence for reason in best.lowest)
    if not because:
        because = f"{gave(best.answer)}, and no rule lowers it."
    return f"{made(best.concession, names)}: {because}"


def _parts(result: Result) -> str:
    return f"{len(result.parts)} part{'' if len(result.parts) == 1 else 's'}"


def _lines(result: Result, names: Names) -> Iterator[str]:
    if not result.pairs:
        return
    best = result.pairs[0]
    others = [reason.sentence for reason in best.reasons if not reason.binding]
    if others:
        yield f"Further reasons: {' '.join(others)}"
    yield from next_line(result)
    yield from term_lines(best.answer, names)
    yield reported_with_date(best.concession, names)
    for pair in result.pairs[1:]:
        yield _passed_over(pair, names)


def next_line(result: Result) -> Iterator[str]:
    """Yield what it would take for the next status up, where there is one."""
    following = result.next
    if following:
        yield f"It would be “{following.status.says}” if {' and if '.join(following.needs)}."


def _passed_over(pair: Pair, names: Names) -> str:
    because = " ".join(reason.sentence for reason in pair.lowest) or "No rule lowers it."
    given = f"{gave(pair.answer)}; " if pair.answer.gives != Gives() else ""
    said = f"{made(pair.concession, names)}: {given}{because}"
    verdict = "Does not count" if pair.status is Status.NOT_MET else f"Also “{pair.status.says}”"
    return f"{verdict}: {said} {reported_with_date(pair.concession, names)}"


def _rules(card: Scorecard) -> Iterator[str]:
    used: dict[str, set[Status]] = {}
    for result in card.results:
        for one in result.every:
            for pair in one.pairs:
                for reason in pair.reasons:
                    used.setdefault(reason.rule, set()).add(reason.ceiling)
    for rule in RULES:
        if ceilings := used.get(rule_id(rule)):
            says = ", ".join(f"“{status.says}”" for status in Status if status in ceilings)
            yield f"{rule_id(rule)} ({says}): {summary(rule)}"


def summary(rule: object) -> str:
    """Return the sentence that readers get of a rule."""
    return (rule.__doc__ or "").partition("\n")[0]
