"""Scorecards → what was said of the outcome, and how each claim was tested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcs_scorecard.factcheck.checks import Tested
from pcs_scorecard.model.dispute import evidence_of
from pcs_scorecard.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Line,
    Marks,
    Paragraph,
    Strong,
    Table,
    line,
)
from pcs_scorecard.pages.records import notes
from pcs_scorecard.pages.sentences import capital, listed, sentence
from pcs_scorecard.pages.sources import Sources, listing
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.vocabulary import ClaimVerdict, Untested

MEANING = (
    "A verdict is about a statement, measured against these documents. What only one side tells is "
    "that side’s word: it neither supports its own claims nor contradicts those of others."
)


def claims(card: Scorecard, sources: Sources) -> Iterator[Block]:
    """Yield the tally by side, the tested claims by maker, then those that could not be tested."""
    names = sources.names
    numbers = {id(tested): place for place, tested in enumerate(card.claims, 1)}
    counted = [tested for tested in card.claims if tested.counts]
    if counted:
        yield by_side(card)
    tested = [each for each in card.claims if each.claim.check is not None]
    for maker in dict.fromkeys(each.claim.made_by for each in tested):
        yield Paragraph(line(Strong(f"Claimed by {names.party(maker)}:")))
        yield Bullets(
            tuple(
                _tested(each, numbers[id(each)], sources)
                for each in tested
                if each.claim.made_by == maker
            )
        )
    for reason in (Untested.FIGURE, Untested.CAUSE, *_APART):
        found = [each for each in card.claims if each.claim.untested is reason]
        if found:
            apart = "; not counted above" if reason in _APART else ""
            yield Paragraph(line(Strong(f"{_HEADS[reason]}: {reason.says}{apart}.")))
            yield Bullets(tuple(_untested(each, numbers[id(each)], sources) for each in found))


_APART = (Untested.OPINION, Untested.FORECAST, Untested.MOTIVE)
_HEADS = {
    Untested.FIGURE: "A figure or fact is missing",
    Untested.CAUSE: "Causes",
    Untested.OPINION: "Opinions",
    Untested.FORECAST: "Forecasts",
    Untested.MOTIVE: "Motives",
}


def by_side(card: Scorecard) -> Table:
    """Return the verdicts on the claims of each side, counted."""
    side_of = {party.id: party.side or party.name for party in card.dispute.parties}
    counted = [each for each in card.claims if each.counts]
    sides = list(dict.fromkeys(side_of.get(each.claim.made_by, "") for each in counted))
    rows = []
    for verdict in ClaimVerdict:
        found = [
            sum(
                each.verdict is verdict and side_of.get(each.claim.made_by) == side
                for each in counted
            )
            for side in sides
        ]
        rows.append((verdict.says, *map(str, found)))
    totals = [sum(side_of.get(each.claim.made_by) == side for each in counted) for side in sides]
    return Table(("Claims of", *map(capital, sides)), (*rows, ("All", *map(str, totals))))


def verdict(tested: Tested) -> str:
    """Return a verdict, with which way one side's word goes."""
    if tested.verdict is ClaimVerdict.ONE_SIDE:
        return f"{tested.verdict.says} {'for' if tested.holds else 'against'} it"
    return tested.verdict.says


def _tested(tested: Tested, place: int, sources: Sources) -> Line:
    claim, names = tested.claim, sources.names
    whose = ""
    if tested.verdict is ClaimVerdict.ONE_SIDE:
        whose = f"Known only from {listed([names.party(each) for each in tested.whose])}."
    check = claim.check
    shows = f"claim {place}"
    used = [each for record in tested.used for each in getattr(record, "evidence", ())]
    # The sources of what was counted stand behind the line, and not each passage.
    counted = sources.numbered(each for record in tested.behind for each in evidence_of(record))
    cited = sources.numbered(
        [*claim.evidence, *used, *(e for c in claim.context for e in c.evidence)], shows
    )
    return line(
        f"{_head(tested, place, sources)}",
        Strong(f"{verdict(tested)}."),
        whose,
        *map(sentence, tested.findings),
        f"How it was read: {sentence(check.note)}" if check and check.note else None,
        *(f"Also: {sentence(context.says)}" for context in claim.context),
        *notes(claim),
        Marks(tuple(sorted({*counted, *cited}))),
    )


def _untested(tested: Tested, place: int, sources: Sources) -> Line:
    claim = tested.claim
    return line(
        f"{_head(tested, place, sources)} ({sources.names.party(claim.made_by)})",
        claim.note and sentence(claim.note),
        claim.date_note and f"About the date: {sentence(claim.date_note)}",
        *(f"Also: {sentence(context.says)}" for context in claim.context),
        sources.marks(
            [*claim.evidence, *(e for c in claim.context for e in c.evidence)],
            shows=f"claim {place}",
        ),
    )


def _head(tested: Tested, place: int, sources: Sources) -> str:
    """Return a claim's number, title and day, and who tells of it if not its maker."""
    claim, names = tested.claim, sources.names
    publishers = {names.publishers.get(each.document, "") for each in claim.evidence}
    when = names.when(claim)
    told = ""
    if publishers and claim.made_by not in publishers:
        told = f"as told by {listed(sorted(map(names.party, publishers)))}"
    aside = ", ".join(each for each in (when, told) if each)
    return f"({place}) {sentence(claim.title)}" + (f" ({aside})" if aside else "")


def claims_page(cards: Sequence[Scorecard]) -> Iterator[Block]:
    """Yield every claim of some disputes with its verdict, and what it was tested by."""
    yield Heading(1, "What was said, and what the documents show of it")
    yield Paragraph(line(MEANING))
    for card in cards:
        sources = Sources(card)
        yield Heading(2, card.dispute.title)
        yield Paragraph(line(f"As of {Date.of(card.as_of)}. {counts(card)}"))
        yield from claims(card, sources)
        yield from listing(sources, level=3)


def counts(card: Scorecard) -> str:
    """Return the counts of all verdicts with their denominator."""
    found = [tested.verdict for tested in card.claims if tested.counts]
    told = ", ".join(f"{found.count(verdict)} {verdict.says}" for verdict in ClaimVerdict)
    return f"{len(found)} claim{'' if len(found) == 1 else 's'}: {told}."
