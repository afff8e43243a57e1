"""Two scorecards side by side: only what differs."""

from __future__ import annotations

import attrs

from pcs_scorecard.compare import Result
from pcs_scorecard.factcheck import Tested
from pcs_scorecard.model import Concession
from pcs_scorecard.scorecard import Scorecard


@attrs.frozen(kw_only=True)
class Changed:
    """A demand on both scorecards, or on one of them, with its result on each."""

    before: Result | None
    after: Result | None


@attrs.frozen(kw_only=True)
class Retested:
    """A claim on both scorecards, or on one of them, with its verdict on each."""

    before: Tested | None
    after: Tested | None


@attrs.frozen(kw_only=True)
class Difference:
    """What differs between two scorecards."""

    before: Scorecard
    after: Scorecard
    demands: tuple[Changed, ...]
    """Demands whose text, terms, status or binding reasons differ, or that one of the two lacks."""
    claims: tuple[Retested, ...]
    """Claims whose verdict or findings differ, or that one of the two lacks."""
    only_before: tuple[Concession, ...]
    """What nobody demanded and only the first has."""
    only_after: tuple[Concession, ...]


def difference(before: Scorecard, after: Scorecard) -> Difference:
    """Return what differs between two scorecards: two days, two policies or two disputes."""
    results = {each.id: each for each in before.results}, {each.id: each for each in after.results}
    tested = (
        {each.claim.id: each for each in before.claims},
        {each.claim.id: each for each in after.claims},
    )
    gifts = (
        {each.id: each for each in before.undemanded},
        {each.id: each for each in after.undemanded},
    )
    return Difference(
        before=before,
        after=after,
        demands=tuple(
            Changed(before=results[0].get(name), after=results[1].get(name))
            for name in {**results[0], **results[1]}
            if _result(results[0].get(name)) != _result(results[1].get(name))
        ),
        claims=tuple(
            Retested(before=tested[0].get(name), after=tested[1].get(name))
            for name in {**tested[0], **tested[1]}
            if _tested(tested[0].get(name)) != _tested(tested[1].get(name))
        ),
        only_before=tuple(gifts[0][name] for name in gifts[0] if name not in gifts[1]),
        only_after=tuple(gifts[1][name] for name in gifts[1] if name not in gifts[0]),
    )


def _result(result: Result | None) -> object:
    """Return what is compared of a result: text, terms, status, and what set the status."""
    if result is None:
        return None
    binding = [(each.concession, each.rule, each.sentence) for each in result.binding]
    nearest = [pair.concession.id for pair in result.pairs[:1]]
    return result.demand, result.status, binding, nearest


def _tested(tested: Tested | None) -> object:
    return tested and (tested.claim.title, tested.verdict, tested.findings)
