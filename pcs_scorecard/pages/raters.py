"""Scorecard → the blocks about published verdicts, and how far they agree with the statuses."""

from __future__ import annotations

from collections.abc import Iterator

from pcs_scorecard.pages.blocks import Block, Heading, Paragraph, Table
from pcs_scorecard.pages.facts import told_of
from pcs_scorecard.pages.sentences import (
    NOTHING,
    Names,
)
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.scorecard.raters import Agreement, Rater, expected, kappa, observed
from pcs_scorecard.values.amounts import percent, plain
from pcs_scorecard.values.vocabulary import Status


def raters(card: Scorecard, names: Names) -> Iterator[Block]:
    """Yield the published verdicts of each rater beside the statuses, and how far they agree."""
    if not card.raters:
        return
    yield Heading(2, "Agreement with published verdicts")
    yield Paragraph(
        "Published verdicts are never used to compute a status. Of several by one rater on a demand the "
        "last one counts."
    )
    for rater in card.raters:
        latest = {id(each) for each in rater.latest}
        yield Paragraph(_agreement(rater, names))
        yield Table(
            (
                "Demand",
                "Date",
                "Published",
                "As printed",
                "Computed",
                "Why they differ",
                "Reported",
            ),
            tuple(
                (
                    *(each.result.title, names.when(each.verdict), each.verdict.status.says),
                    *(f"“{each.verdict.printed}”", each.computed.says),
                    *(_why(each, last=id(each) in latest), told_of(each.verdict, names)),
                )
                for each in rater.agreements
            ),
        )


def _agreement(rater: Rater, names: Names) -> str:
    """Return how far one rater agrees, so that it can be worked out again from the table."""
    party, pairs = names.party(rater.party), rater.pairs
    unanswered = len(rater.latest) - len(pairs)
    rest = f" Not counted, as no record answers the demand: {unanswered}." if unanswered else ""
    alike, chance, agreement = observed(pairs), expected(pairs), kappa(pairs)
    if alike is None or chance is None:
        return f"{party}:{rest}"
    same = sum(one is other for one, other in pairs)
    agree = "agrees" if 1 in (same, len(pairs)) else "agree"
    counted = f"{party}: {same} of {len(pairs)} {agree} with the status computed here"
    if agreement is None:
        return (
            f"{counted} ({percent(alike)}). Cohen's kappa is not defined, since both use one and "
            f"the same answer throughout.{rest}"
        )
    exact = "" if (agreement * 1000).denominator == 1 else "about "
    value = plain(agreement if not exact else round(agreement, 3))
    words = {one for one, _ in pairs} & {other for _, other in pairs}
    products = [
        f"{sum(one is word for one, _ in pairs)} × {sum(other is word for _, other in pairs)}"
        for word in Status
        if word in words
    ]
    by_chance = f"({' + '.join(products) or '0'}) / {len(pairs)}² = {chance}"
    return (
        f"{counted} ({percent(alike)}). By chance {by_chance} would, so Cohen's kappa is "
        f"({alike} - {chance}) / (1 - {chance}) = {exact}{value}.{rest}"
    )


def _why(agreement: Agreement, *, last: bool) -> str:
    """Say why a verdict and the status differ, and whether a later verdict counts instead."""
    if not agreement.counted:
        return "not counted: no record answers it"
    why = NOTHING
    if not agreement.same:
        why = agreement.cause.says if agreement.cause else "no cause is recorded or found"
    if last:
        return why
    return f"{why}; not counted: a later verdict is".removeprefix(f"{NOTHING}; ")
