"""Scorecards → the blocks about what was claimed, and how each claim was tested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcs_scorecard.factcheck.checks import Tested
from pcs_scorecard.pages.blocks import Block, Bullets, Heading, Paragraph, Table
from pcs_scorecard.pages.facts import subject_titles, told_of, used_record
from pcs_scorecard.pages.sentences import (
    NOTHING,
    Names,
    reported,
    sentence,
)
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.vocabulary import ClaimVerdict


def claims(card: Scorecard, names: Names) -> Iterator[Block]:
    """Yield the claims with their verdicts, and then what led to each."""
    if not card.claims:
        return
    yield Heading(2, "Claims")
    yield Paragraph(
        "What parties said of the outcome, tested on what is recorded here. A verdict is about the "
        "statement, measured against these documents."
    )
    yield Paragraph(claims_tally(card))
    yield Table(
        ("Claim", "Made by", "Date", "What is claimed", "Verdict"),
        tuple(
            (
                *(str(number), names.party(tested.claim.made_by), names.when(tested.claim)),
                *(tested.claim.title, tested.verdict.says),
            )
            for number, tested in enumerate(card.claims, 1)
        ),
    )
    titles = subject_titles(card)
    for number, tested in enumerate(card.claims, 1):
        yield Paragraph(
            f"Claim {number}, by {names.party(tested.claim.made_by)}: {tested.claim.title}. "
            f"{tested.verdict.says}."
        )
        yield Bullets(tuple(_claim(tested, names, titles)))


def claims_tally(card: Scorecard) -> str:
    """Return the counts of all verdicts with their denominator."""
    found = [tested.verdict for tested in card.claims if tested.counts]
    counts = ", ".join(f"{found.count(verdict)} {verdict.says}" for verdict in ClaimVerdict)
    return f"{len(found)} claim{'' if len(found) == 1 else 's'}: {counts}."


def _claim(tested: Tested, names: Names, titles: dict[str, str]) -> Iterator[str]:
    claim = tested.claim
    yield from map(sentence, tested.findings)
    if claim.check and claim.check.note:
        yield f"Chosen for this check: {sentence(claim.check.note)}"
    for record in tested.used:
        yield used_record(record, names, titles)
    if tested.verdict is ClaimVerdict.ONE_SIDE:
        whose = ", ".join(map(names.party, tested.whose))
        yield f"{'For' if tested.holds else 'Against'} it there is only what {whose} says."
    for context in claim.context:
        yield f"Beside it: {sentence(context.says)} {reported(context.evidence, names)}"
    made = told_of(claim, names)
    yield f"The claim itself: {made[:1].lower()}{made[1:]}"


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
                        *(
                            names.party(each.claim.made_by),
                            names.when(each.claim),
                            each.claim.title,
                        ),
                        *(_check(each), each.verdict.says),
                        " ".join(map(sentence, each.findings)),
                    )
                    for each in card.claims
                ),
            )


def _check(tested: Tested) -> str:
    return tested.claim.check.name.replace("_", " ") if tested.claim.check else NOTHING
