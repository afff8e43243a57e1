"""History, differences and claims → the blocks of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcs_scorecard.blocks import Block, Bullets, Heading, Paragraph, Table
from pcs_scorecard.compare import Result
from pcs_scorecard.dates import Date, on_record
from pcs_scorecard.difference import Difference
from pcs_scorecard.factcheck import Tested
from pcs_scorecard.history import DatedFact, History, Move
from pcs_scorecard.model import Concession, Demand
from pcs_scorecard.said import claims_tally, record_line
from pcs_scorecard.scorecard import Scorecard
from pcs_scorecard.sheet import reasons, tally
from pcs_scorecard.wording import NOTHING, Names, asked, demand_lines, gave, made, sentence, when
from pcs_scorecard.words import Happening


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
    new = "".join(f"demanded ({when(fact.record)}), " for fact in made_now)
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
    return f"{record.title}, {says} ({dropped or when(record)})"


def difference_page(found: Difference) -> Iterator[Block]:
    """Yield what differs between two scorecards, with the reasons on both sides."""
    before, after = found.before, found.after
    same = before.dispute.title == after.dispute.title
    yield Heading(1, f"{before.dispute.title}: what differs" if same else "What differs")
    cards = (("A", before), ("B", after))
    yield Bullets(
        tuple(
            f"{letter}: {card.dispute.title} ({card.dispute.name}), as of {Date.of(card.as_of)}. "
            f"Policy: {card.policy}. {tally(card)}"
            for letter, card in cards
        )
    )
    gifts, others = found.only_before + found.only_after, found.others_before + found.others_after
    if not (found.demands or found.claims or gifts or others):
        yield Paragraph("Nothing differs.")
    names = Names(before.dispute), Names(after.dispute)
    if found.demands:
        yield Heading(2, "Demands")
        yield Table(
            ("Demand", "A", "B"),
            tuple(
                (_title(each.before, each.after), _status(each.before), _status(each.after))
                for each in found.demands
            ),
        )
        for each in found.demands:
            yield Paragraph(f"{_title(each.before, each.after)}:")
            asks = _asked(each.before, before, names[0]), _asked(each.after, after, names[1])
            if asks[0] == asks[1]:
                asks = "", ""
            yield Bullets(
                (
                    _reason("A", each.before, asks[0], names[0]),
                    _reason("B", each.after, asks[1], names[1]),
                )
            )
    if found.claims:
        yield Heading(2, "Claims")
        for claim in found.claims:
            heads = dict.fromkeys(
                f"{each.claim.title} ({known.party(each.claim.made_by)}, {when(each.claim)})"
                for each, known in zip((claim.before, claim.after), names, strict=True)
                if each
            )
            yield Paragraph(f"{' / '.join(heads)}:")
            yield Bullets((_finding("A", claim.before), _finding("B", claim.after)))
    if gifts:
        yield Heading(2, "Never demanded")
        yield Bullets(
            tuple(
                f"Only in {letter}: {_gift(each, card, known)}"
                for letter, only, card, known in (
                    ("A", found.only_before, before, names[0]),
                    ("B", found.only_after, after, names[1]),
                )
                for each in only
            )
        )
    if others:
        yield Heading(2, "Other records")
        yield Bullets(tuple(_others(found, names)))


def _others(found: Difference, names: tuple[Names, Names]) -> Iterator[str]:
    """Yield the figures, votes, events, positions and verdicts that only one of the two has so."""
    for letter, card, others, known in (
        ("A", found.before, found.others_before, names[0]),
        ("B", found.after, found.others_after, names[1]),
    ):
        for record in others:
            yield f"Only in {letter}: {record_line(record, card, known)}"


def _title(before: Result | None, after: Result | None) -> str:
    titles = dict.fromkeys(each.title for each in (before, after) if each)
    return " / ".join(titles)


def _status(result: Result | None) -> str:
    return result.status.says if result else NOTHING


def _asked(result: Result | None, card: Scorecard, names: Names) -> str:
    if result is None or not isinstance(result.demand, Demand):
        return ""
    return " ".join(demand_lines(result.demand, names, card.as_of))


def _reason(letter: str, result: Result | None, asks: str, names: Names) -> str:
    if result is None:
        return f"{letter}: not on record."
    said = [f"{letter}: {result.status.says}.", asks, reasons(result, names)]
    for part in result.parts:
        terms = f" (asked: {terms})" if (terms := asked(part.demand.asks)) else ""
        said.append(f"{part.title}{terms}: {part.status.says}. {reasons(part, names)}")
    return " ".join(filter(None, said))


def _gift(gift: Concession, card: Scorecard, names: Names) -> str:
    said = made(gift, names)
    if gift.undemanded:
        said += f": {gave(gift.undemanded)}"
        ends = gift.undemanded.gives.ends
        if gift.withdrawn and gift.withdrawn.last <= card.as_of:
            said += f"; it was taken back {gift.withdrawn.when}"
        if ends and ends.last < card.as_of:
            said += f"; it ended {ends.when}"
    return f"{said}."


def _finding(letter: str, tested: Tested | None) -> str:
    if tested is None:
        return f"{letter}: not on record."
    return f"{letter}: {tested.verdict.says}. {' '.join(map(sentence, tested.findings))}"


def claims_page(cards: Sequence[Scorecard]) -> Iterator[Block]:
    """Yield every claim of some disputes with its verdict, and what it was tested by."""
    yield Heading(1, "Claims and verdicts")
    yield Paragraph(
        "What parties said, tested on what is recorded. A verdict is about a statement, measured "
        "against the documents of its dispute; the scoresheet of the dispute has the figures."
    )
    for card in cards:
        names = Names(card.dispute)
        yield Heading(2, card.dispute.title)
        yield Paragraph(f"As of {Date.of(card.as_of)}. {claims_tally(card)}")
        if card.claims:
            yield Table(
                ("Made by", "Date", "What is claimed", "Check", "Verdict", "Because"),
                tuple(
                    (
                        *(names.party(each.claim.made_by), when(each.claim), each.claim.title),
                        *(_check(each), each.verdict.says),
                        " ".join(map(sentence, each.findings)),
                    )
                    for each in card.claims
                ),
            )


def _check(tested: Tested) -> str:
    return tested.claim.check.name.replace("_", " ") if tested.claim.check else NOTHING
