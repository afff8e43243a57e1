"""Difference → the blocks of its page."""

from __future__ import annotations

from collections.abc import Iterator

from pcs_scorecard.comparison.compare import Result
from pcs_scorecard.factcheck.checks import Tested
from pcs_scorecard.model.concessions import Concession
from pcs_scorecard.model.demands import Demand
from pcs_scorecard.pages.blocks import Block, Bullets, Heading, Paragraph, Table
from pcs_scorecard.pages.facts import record_line
from pcs_scorecard.pages.sentences import (
    NOTHING,
    Names,
    asked,
    demand_lines,
    gave,
    made,
    over,
    sentence,
)
from pcs_scorecard.pages.sheet import reasons, tally
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.scorecard.difference import Difference
from pcs_scorecard.values.dates import Date


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
            lines: tuple[str, ...] = (
                _reason("A", each.before, asks[0], names[0]),
                _reason("B", each.after, asks[1], names[1]),
            )
            if lines[0][1:] == lines[1][1:]:
                # What differs is in the terms of the answer, which the reason does not repeat.
                lines = tuple(
                    f"{line} Given: {gave(one.pairs[0].answer)}."
                    for line, one in zip(lines, (each.before, each.after), strict=True)
                    if one is not None and one.pairs
                )
            yield Bullets(lines)
    if found.claims:
        yield Heading(2, "Claims")
        for claim in found.claims:
            heads = dict.fromkeys(
                f"{each.claim.title} ({known.party(each.claim.made_by)}, {known.when(each.claim)})"
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
        said += "; ".join((f": {gave(gift.undemanded)}", *over(gift, card.as_of)))
    return f"{said}."


def _finding(letter: str, tested: Tested | None) -> str:
    if tested is None:
        return f"{letter}: not on record."
    return f"{letter}: {tested.verdict.says}. {' '.join(map(sentence, tested.findings))}"
