"""Records in words, the same on the scoresheet and in an explanation."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

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
from pcs_scorecard.words import Level

NOTHING = "–"
"""What a cell shows where there is nothing to show."""


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


def reported(concession: Concession, names: Names) -> str:
    """Say who reports a concession: each publisher once, and whose words they reproduce."""
    evidence = concession.evidence
    if not evidence:
        return "Reported in no document on record."
    quoted: dict[str, set[str]] = {}
    for each in evidence:
        publisher = names.party(names.publishers.get(each.document, each.document))
        voices = quoted.setdefault(publisher, set())
        if each.quoting is not None:
            voices.add(names.party(each.quoting))
    said = [
        f"by {publisher}{', quoting ' + ', '.join(sorted(voices)) if voices else ''}"
        for publisher, voices in sorted(quoted.items())
    ]
    return f"Reported {'; '.join(said)}{cited(evidence)}."


def cited(evidence: tuple[Evidence, ...]) -> str:
    """Return where a record is documented, in brackets, by the names the sheet's end explains."""
    if not evidence:
        return ""
    places = [
        f"{e.document}, {e.at}{f': “{e.quote}”' if e.quote is not None else ''}" for e in evidence
    ]
    return f" ({'; '.join(places)})"


def asked(asks: Asks) -> str:
    """Return the terms of a demand in words; nothing where the thing itself would meet it."""
    level = {Level.FLOOR: "at least ", Level.CAP: "at most ", None: ""}[asks.level]
    terms = [
        f"{level}{asks.amount}" if asks.amount else "",
        asks.direction or "",
        f"measured by {asks.measure}" if asks.measure else "",
        f"from {asks.baseline}" if asks.baseline else "",
        str(asks.basis or ""),
        f"for {asks.period}" if asks.period else "",
        f"due by {asks.due}" if asks.due else "",
        "to last" if asks.lasting else "",
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


def sentence(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def demand_lines(demand: Demand, names: Names, day: datetime.date) -> Iterator[str]:
    """Yield who asked whom for what, where it is documented, and whether it was dropped."""
    by = f"by {names.party(demand.made_by)}, of {names.party(demand.made_to)}"
    dated = f", {when(demand)}" if demand.date else ""
    terms = f": {terms}" if (terms := asked(demand.asks)) else ""
    yield f"Asked {by}{dated}{terms}{cited(demand.evidence)}."
    if demand.dropped and demand.dropped.last <= day:
        yield f"Dropped by the side that made it, {demand.dropped}."


def answer_lines(concession: Concession, answer: Answer | None, names: Names) -> Iterator[str]:
    """Yield all that is recorded of one answer: how firm, its terms, who reports it."""
    if answer is None:
        return
    yield f"{sentence(gave(answer))}."
    for says, text in (
        ("Its maker can leave it at will", answer.caveat),
        ("It repeats what was said or done before", answer.restates),
        ("It came from another cause", answer.owed_to),
        ("Wanted in return", answer.in_return),
    ):
        if text:
            yield f"{says}: {text}."
    for term in answer.terms:
        yield f"{sentence(term.says)}{cited(term.evidence)}."
    if concession.date_note:
        yield f"About the date: {concession.date_note}"
    yield reported(concession, names)
