"""Records in words, the same on the scoresheet and in an explanation."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from pcs_scorecard.model.concessions import Answer, Concession
from pcs_scorecard.model.demands import Asks, Demand
from pcs_scorecard.model.dispute import Dated, Days, Dispute
from pcs_scorecard.model.fields import in_words
from pcs_scorecard.model.sources import Document, Evidence

NOTHING = "–"
"""What a cell shows where there is nothing to show."""


class Names:
    """The names that readers know, by the ids that records use, and the days of records."""

    def __init__(self, dispute: Dispute) -> None:
        """Take the names from a dispute's parties and documents."""
        self.days = Days(dispute)
        self.parties = {party.id: party.name for party in dispute.parties}
        self.publishers = {document.id: document.publisher for document in dispute.documents}

    def party(self, party: str) -> str:
        """Return the name of a party."""
        return self.parties.get(party, party)

    def when(self, record: Dated | Document) -> str:
        """Return a record's date in words, with the printed one where that differs."""
        date = record.date if isinstance(record, Document) else self.days.of(record)
        if date is None:
            return NOTHING
        printed = f", printed “{record.date_printed}”" if record.date_printed else ""
        return f"{'reported ' + date.when if date.reported else date}{printed}"


def made(concession: Concession, names: Names) -> str:
    """Return what was done or said, by whom and when."""
    return f"{concession.title} ({names.party(concession.made_by)}, {names.when(concession)})"


def reported(evidence: tuple[Evidence, ...], names: Names) -> str:
    """Say who reports something: each publisher once, with the voices it quotes, and where."""
    if not evidence:
        return "Reported in no document on record."
    by_publisher: dict[str, list[Evidence]] = {}
    for each in evidence:
        publisher = names.party(names.publishers.get(each.document, each.document))
        by_publisher.setdefault(publisher, []).append(each)
    said = [
        f"by {publisher}{_voices(by_publisher[publisher], names)} "
        f"({'; '.join(map(_where, by_publisher[publisher]))})"
        for publisher in sorted(by_publisher)
    ]
    return f"Reported {'; '.join(said)}."


def _voices(evidence: list[Evidence], names: Names) -> str:
    voices = sorted({names.party(each.quoting) for each in evidence if each.quoting is not None})
    return f", quoting {', '.join(voices)}" if voices else ""


def _where(evidence: Evidence) -> str:
    """Return the place in a document, by the name that the sheet's end explains."""
    quote = "" if evidence.quote is None else f": “{evidence.quote}”"
    return f"{evidence.document}, {evidence.at}{quote}"


def asked(asks: Asks) -> str:
    """Return the terms of a demand in words; nothing where the thing itself would meet it."""
    return ", ".join(in_words(asks))


def gave(answer: Answer) -> str:
    """Return the terms of an answer in words, and how firm they are."""
    kind = answer.kind.replace("-", " ")
    given = ", ".join(in_words(answer.gives))
    return f"{given} ({kind})" if given else kind


def over(gift: Concession, day: datetime.date) -> Iterator[str]:
    """Yield that what nobody demanded was taken back, or that it ended, by a day."""
    if gift.withdrawn and gift.withdrawn.last <= day:
        yield f"it was taken back {gift.withdrawn.when}"
    ends = gift.undemanded.gives.ends if gift.undemanded else None
    if ends and ends.last < day:
        yield f"it ended {ends.when}"


def sentence(text: str) -> str:
    """Begin a text with a capital letter, and end it with a stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def demand_lines(demand: Demand, names: Names, day: datetime.date) -> Iterator[str]:
    """Yield who asked whom for what, who reports it, and whether it was dropped."""
    by = f"by {names.party(demand.made_by)}, of {names.party(demand.made_to)}"
    dated = f", {names.when(demand)}" if names.days.of(demand) else ""
    terms = f": {terms}" if (terms := asked(demand.asks)) else ""
    yield f"Asked {by}{dated}{terms}. {reported(demand.evidence, names)}"
    if demand.dropped and demand.dropped.last <= day:
        yield f"Dropped by the side that made it, {demand.dropped}."


def answer_lines(concession: Concession, answer: Answer, names: Names) -> Iterator[str]:
    """Yield all that is recorded of one answer: how firm, its terms, who reports it."""
    yield sentence(gave(answer))
    for says, text in (
        ("Its maker can leave it at will", answer.caveat),
        ("It repeats what was said or done before", answer.restates),
        ("It came from another cause", answer.owed_to),
        ("Wanted in return", answer.in_return),
    ):
        if text:
            yield f"{says}: {text}."
    yield from term_lines(answer, names)
    yield reported_with_date(concession, names)


def term_lines(answer: Answer, names: Names) -> Iterator[str]:
    """Yield the further terms of an answer, each with who reports it."""
    for term in answer.terms:
        yield f"{sentence(term.says)} {reported(term.evidence, names)}"


def reported_with_date(record: Dated, names: Names) -> str:
    """Say who reports a record, and how its date is known where that is not plain."""
    dated = f" About the date: {record.date_note}" if record.date_note else ""
    return f"{reported(record.evidence, names)}{dated}"
