"""Two scorecards side by side: only what differs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from pcs_scorecard.comparison.compare import Result
from pcs_scorecard.factcheck.checks import Tested
from pcs_scorecard.model.concessions import Concession
from pcs_scorecard.model.demands import Demand
from pcs_scorecard.model.facts import Event, Figure, Position, Vote
from pcs_scorecard.model.fields import in_words
from pcs_scorecard.model.verdicts import Verdict
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.values.dates import Date

OtherRecord = Figure | Vote | Event | Position | Verdict
"""What stands beside demands, answers and claims."""


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
    """Demands whose text, terms, status or reasons differ, or that one of the two lacks."""
    claims: tuple[Retested, ...]
    """Claims whose text, verdict or findings differ, or that one of the two lacks."""
    only_before: tuple[Concession, ...]
    """What nobody demanded and only the first has, or has so."""
    only_after: tuple[Concession, ...]
    others_before: tuple[OtherRecord, ...]
    """Figures, votes, events, positions and published verdicts that only the first has so."""
    others_after: tuple[OtherRecord, ...]


def difference(before: Scorecard, after: Scorecard) -> Difference:
    """Return what differs between two scorecards: two days, two policies or two disputes."""
    results = {each.id: each for each in before.results}, {each.id: each for each in after.results}
    tested = (
        {each.claim.id: each for each in before.claims},
        {each.claim.id: each for each in after.claims},
    )
    sides = _Side.of(before), _Side.of(after)
    gifts = (
        {_gift(each, sides[0]): each for each in before.undemanded},
        {_gift(each, sides[1]): each for each in after.undemanded},
    )
    others = dict.fromkeys(_others(before)), dict.fromkeys(_others(after))
    return Difference(
        before=before,
        after=after,
        demands=tuple(
            Changed(before=results[0].get(name), after=results[1].get(name))
            for name in {**results[0], **results[1]}
            if _result(results[0].get(name), sides[0]) != _result(results[1].get(name), sides[1])
        ),
        claims=tuple(
            Retested(before=tested[0].get(name), after=tested[1].get(name))
            for name in {**tested[0], **tested[1]}
            if _tested(tested[0].get(name), sides[0]) != _tested(tested[1].get(name), sides[1])
        ),
        only_before=tuple(gift for key, gift in gifts[0].items() if key not in gifts[1]),
        only_after=tuple(gift for key, gift in gifts[1].items() if key not in gifts[0]),
        others_before=tuple(each for each in others[0] if each not in others[1]),
        others_after=tuple(each for each in others[1] if each not in others[0]),
    )


def _others(card: Scorecard) -> Iterator[OtherRecord]:
    for records in (card.figures, card.votes, card.events, card.positions):
        yield from records
    for rater in card.raters:
        yield from (each.verdict for each in rater.agreements)


@attrs.frozen
class _Side:
    """What must be known of a scorecard to compare what stands on it."""

    day: datetime.date
    names: dict[str, str]

    @classmethod
    def of(cls, card: Scorecard) -> _Side:
        return cls(card.as_of, {party.id: party.name for party in card.dispute.parties})

    def name(self, party: str) -> str:
        """Return a party's name, as two disputes may have two ids for one party."""
        return self.names.get(party, party)

    def passed(self, date: Date | None) -> bool:
        """Tell whether a date, if there is one, is over by the day."""
        return date is not None and date.last <= self.day


def _result(result: Result | None, side: _Side) -> object:
    """Return what is compared of a result: what is asked, the status, and what set the status."""
    if result is None:
        return None
    demand = result.demand
    asked: tuple[object, ...] = (demand.title, demand.asks)
    if isinstance(demand, Demand):
        dropped = demand.dropped if side.passed(demand.dropped) else None
        asked = (*asked, side.name(demand.made_by), side.name(demand.made_to))
        asked = (*asked, demand.date, dropped)
    binding = [(each.concession, each.rule, each.sentence) for each in result.binding]
    nearest = [
        (_made(pair.concession, side), pair.answer.kind, *in_words(pair.answer.gives))
        for pair in result.pairs[:1]
    ]
    parts = [_result(part, side) for part in result.parts]
    return asked, result.status, binding, nearest, parts


def _tested(tested: Tested | None, side: _Side) -> object:
    if tested is None:
        return None
    claim = tested.claim
    return claim.title, side.name(claim.made_by), claim.date, tested.verdict, tested.findings


def _gift(made: Concession, side: _Side) -> object:
    """Return what is compared of something that nobody demanded, with what became of it."""
    gift = made.undemanded
    if gift is None:
        return _made(made, side)
    ended = gift.gives.ends is not None and gift.gives.ends.last < side.day
    taken = made.withdrawn if side.passed(made.withdrawn) else None
    return _made(made, side), gift.kind, *in_words(gift.gives), taken, ended


def _made(made: Concession, side: _Side) -> object:
    return made.id, made.title, side.name(made.made_by), made.date
