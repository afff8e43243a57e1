"""Scorecard → the blocks of a scoresheet, with every sentence prepared once.

A block holds plain text; a format only lays blocks out, and escapes all text alike. A new format
is one function over these five blocks.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from pcs_scorecard.amounts import percent
from pcs_scorecard.dates import Date
from pcs_scorecard.model import (
    Answer,
    Asks,
    Concession,
    Demand,
    Dispute,
    Document,
    Evidence,
    Verdict,
)
from pcs_scorecard.rules import RULES, rule_id
from pcs_scorecard.scorecard import Pair, Result, Scorecard
from pcs_scorecard.words import Level


# Blocks are laid out and thrown away: nobody compares or prints one.
_block = attrs.frozen(eq=False, repr=False)


@_block
class Heading:
    """A heading of level 1 or 2."""

    level: int
    text: str


@_block
class Paragraph:
    """Some sentences."""

    text: str


@_block
class Table:
    """Rows under column names; every row has as many cells as there are names."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@_block
class Item:
    """An entry of the numbered list: demand, short answer, reason, and what is to be said of it."""

    number: int
    title: str
    answer: str
    reason: str
    lines: tuple[str, ...]


@_block
class Bullets:
    """A list of sentences."""

    lines: tuple[str, ...]


Block = Heading | Paragraph | Table | Item | Bullets

NOTHING = "–"
"""What a cell shows where there is nothing to show."""


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
        ("Item", "Demand", "Answer", "Because"),
        tuple(
            (str(number), result.title, result.status.says, _because(result))
            for number, result in numbered
        ),
    )
    yield Heading(2, "The demands, one by one")
    for number, result in numbered:
        yield _item(number, result, names)
    yield Heading(2, "Asked and given, side by side")
    yield Table(
        ("Item", "Asked", "Given", "Share"),
        tuple(row for number, result in numbered for row in _terms(number, result)),
    )
    if card.undemanded:
        yield Heading(2, "Given, but never demanded")
        for gift in card.undemanded:
            yield Paragraph(f"{made(gift, names)}:")
            yield Bullets(tuple(_undemanded(gift, names)))
    if card.agreements:
        yield Heading(2, "Agreement with published verdicts")
        same = sum(agreement.same for agreement in card.agreements)
        yield Paragraph(
            f"{same} of {len(card.agreements)} published verdicts are as computed here. "
            "They are never used to compute a status."
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
            ("Name here", "Title", "Publisher", "Date"),
            tuple(
                (document.id, document.title, names.party(document.publisher), when(document))
                for document in card.dispute.documents
            ),
        )
    yield Heading(2, "Rules")
    yield Paragraph(
        "Every rule is a ceiling: it lowers an answer to at most the status it names, and the "
        "best answer sets the status of its demand. These lowered an answer on this sheet:"
    )
    yield Bullets(tuple(_rules(card)) or ("none",))


def tally(card: Scorecard) -> str:
    """Return the counts of all statuses with their denominator."""
    counts = ", ".join(f"{count} {status.says}" for status, count in card.tally.items())
    total = len(card.results)
    return f"{total} demand{'' if total == 1 else 's'}: {counts}."


def _changes(card: Scorecard) -> str:
    if not card.changed:
        return "The policy changes no status: the standard policy gives the same."
    numbers = {result.id: number for number, result in enumerate(card.results, 1)}
    return "The policy changes " + "; ".join(
        f"demand {numbers[name]}, “{status.says}” by the standard policy"
        for name, status in card.changed
    )


def _because(result: Result) -> str:
    """Return the ids of the rules that set a status."""
    rules = ", ".join(dict.fromkeys(reason.rule for reason in result.binding))
    if result.parts:
        return f"{len(result.parts)} parts{': ' if rules else ''}{rules}"
    return rules or NOTHING


def _terms(number: int, result: Result) -> Iterator[tuple[str, ...]]:
    """Yield the terms asked and given of a demand, or of each of its parts."""
    for one in result.parts or (result,):
        name = f"{number} {one.id}" if result.parts else str(number)
        given = gave(one.pairs[0].answer) if one.pairs else NOTHING
        share = NOTHING if one.share is None else percent(one.share)
        yield name, asked(one.demand.asks) or one.title, given, share


# One demand ----------------------------------------------------------------------------------


def _item(number: int, result: Result, names: Names) -> Item:
    demand = result.demand
    lines = []
    if isinstance(demand, Demand):
        by = f"by {names.party(demand.made_by)}, of {names.party(demand.made_to)}"
        dated = f", {when(demand)}" if demand.date else ""
        lines.append(f"Asked {by}{dated}{_evidence(demand.evidence)}.")
        if demand.dropped:
            lines.append(f"Dropped by the side that made it, {demand.dropped}.")
    for part in result.parts:
        lines.append(f"{part.title}: {part.status.says}. {reasons(part, names)}")
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
        return "No record answers this demand."
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
    yield _reported(best.concession, names)
    for pair in result.pairs[1:]:
        yield _passed_over(pair, names)


def _passed_over(pair: Pair, names: Names) -> str:
    because = "; ".join(reason.sentence for reason in pair.lowest) or "another answer stands for it"
    reported = _reported(pair.concession, names)
    return f"Does not count: {made(pair.concession, names)}: {because}. {reported}"


def _undemanded(concession: Concession, names: Names) -> Iterator[str]:
    assert concession.undemanded is not None  # only such concessions come here
    return answer_lines(concession, concession.undemanded, names)


def answer_lines(concession: Concession, answer: Answer, names: Names) -> Iterator[str]:
    """Yield all that is recorded of one answer: how firm, its terms, who reports it."""
    yield f"{_sentence(gave(answer))}."
    for says, text in (
        ("Its maker can leave it at will", answer.caveat),
        ("It repeats what was said or done before", answer.restates),
        ("It came from another cause", answer.owed_to),
        ("Wanted in return", answer.in_return),
    ):
        if text:
            yield f"{says}: {text}."
    for term in answer.terms:
        yield f"{_sentence(term.says)}{_evidence(term.evidence)}."
    if concession.date_note:
        yield f"About the date: {concession.date_note}"
    yield _reported(concession, names)


# Words for records ---------------------------------------------------------------------------


class Names:
    """The names that readers know, by the ids that records use."""

    def __init__(self, dispute: Dispute) -> None:
        """Take the names from a dispute's parties and documents."""
        self.parties = {party.id: party.name for party in dispute.parties}
        self.publishers = {document.id: document.publisher for document in dispute.documents}

    def party(self, party: str) -> str:
        """Return the name of a party."""
        return self.parties.get(party, party)


def made(concession: Concession, names: Names) -> str:
    """Return what was done or said, by whom and when."""
    return f"{concession.title} ({names.party(concession.made_by)}, {when(concession)})"


def when(record: Demand | Concession | Document | Verdict) -> str:
    """Return a record's date in words, with the printed one where that differs."""
    if record.date is None:
        return NOTHING
    printed = f", printed “{record.date_printed}”" if record.date_printed else ""
    return f"{record.date}{printed}"


def _reported(concession: Concession, names: Names) -> str:
    """Say who reports a concession: each publisher once, and whose words they reproduce."""
    evidence = concession.evidence
    if not evidence:
        return "Reported in no document on record."
    publishers = {names.publishers.get(each.document, each.document) for each in evidence}
    quoted = {each.quoting for each in evidence if each.quoting is not None}
    said = "Reported by " + ", ".join(sorted(map(names.party, publishers)))
    if quoted:
        said += ", quoting " + ", ".join(sorted(map(names.party, quoted)))
    return f"{said}{_evidence(evidence)}."


def _evidence(evidence: tuple[Evidence, ...]) -> str:
    """Return where a record is documented, in brackets, by the names the sheet's end explains."""
    if not evidence:
        return ""
    places = [
        f"{e.document}, {e.at}{f': “{e.quote}”' if e.quote is not None else ''}" for e in evidence
    ]
    return f" ({'; '.join(places)})"


def asked(asks: Asks) -> str:
    """Return the terms of a demand in words, or nothing where there are none."""
    level = {Level.FLOOR: "at least ", Level.CAP: "at most ", None: ""}[asks.level]
    terms = [
        f"{level}{asks.amount}" if asks.amount else "",
        f"from {asks.baseline}" if asks.baseline else "",
        str(asks.basis or ""),
        f"for {asks.period}" if asks.period else "",
        f"due by {asks.due}" if asks.due else "",
        "to last" if asks.lasting else "",
        asks.direction or "",
        f"measured by {asks.measure}" if asks.measure else "",
    ]
    return ", ".join(term for term in terms if term)


def gave(answer: Answer) -> str:
    """Return the terms of an answer in words, and how firm they are."""
    gives = answer.gives
    terms = [
        str(gives.amount or ""),
        str(gives.basis or ""),
        f"for {gives.period}" if gives.period else "",
        f"from {gives.starts}" if gives.starts else "",
        f"until the end of {gives.ends}" if gives.ends else "",
        f"instead: {gives.instead}" if gives.instead else "",
        f"reaching {gives.reaches}" if gives.reaches else "",
        f"reaching {gives.share_reached} of those asked for" if gives.share_reached else "",
    ]
    kind = answer.kind.replace("-", " ")
    given = ", ".join(term for term in terms if term)
    return f"{given} ({kind})" if given else kind


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _rules(card: Scorecard) -> Iterator[str]:
    used = {reason.rule for result in card.results for reason in result.reasons}
    for rule in RULES:
        if rule_id(rule) in used:
            yield f"{rule_id(rule)}: {summary(rule)}"


def summary(rule: object) -> str:
    """Return the sentence that readers get of a rule."""
    return (rule.__doc__ or "").partition("\n")[0]
