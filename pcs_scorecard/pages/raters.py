"""Scorecard → the blocks about published verdicts, and how far they agree with the statuses."""

from __future__ import annotations

from collections.abc import Iterator

from pcs_scorecard.pages.blocks import Block, Bullets, Paragraph, line
from pcs_scorecard.pages.records import notes
from pcs_scorecard.pages.sentences import Names
from pcs_scorecard.pages.sources import Sources
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.scorecard.raters import Agreement, Rater, expected, kappa, observed
from pcs_scorecard.values.amounts import percent, plain
from pcs_scorecard.values.vocabulary import Status


def raters(card: Scorecard, sources: Sources) -> Iterator[Block]:
    """Yield how far each rater agrees with the answers, and the rows where they differ."""
    for rater in card.raters:
        latest = {id(each) for each in rater.latest}
        yield Paragraph(line(_agreement(rater, sources.names)))
        differing = tuple(
            line(
                f"{each.result.title}: “{each.verdict.printed}” ({sources.names.when(each.verdict)}), "
                f"{each.verdict.status.says}; here {each.computed.says}; "
                f"{_why(each, last=id(each) in latest)}.",
                *notes(each.verdict),
                sources.marks(each.verdict.evidence, shows="a published verdict"),
            )
            for each in rater.agreements
            if not each.same or id(each) not in latest
        )
        if differing:
            yield Bullets(differing)
        alike = [each for each in rater.agreements if each.same and id(each) in latest]
        evidence = [every for each in alike for every in each.verdict.evidence]
        if evidence:
            # The passages are listed under their source.
            sources.marks(evidence, shows="a published verdict")


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
    why = "the same"
    if not agreement.same:
        why = agreement.cause.says if agreement.cause else "no cause is recorded or found"
    if last:
        return why
    return f"{why}; not counted: a later verdict is"
