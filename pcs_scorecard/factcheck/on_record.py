"""What claims can be tested on: what is on record by a day, and who it is known from.

Leaving out what is known only from some parties makes it open: a figure may be any number, an event
of any day, a demand that they alone tell the answer to at any status.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from pcs_scorecard.comparison.compare import Comparison, Result
from pcs_scorecard.comparison.policy import Policy
from pcs_scorecard.factcheck.positions import in_order
from pcs_scorecard.model.concessions import Answer, Concession
from pcs_scorecard.model.dispute import Days, Dispute, evidence_of
from pcs_scorecard.model.facts import Event, Figure, Position, Vote
from pcs_scorecard.model.sources import Evidence
from pcs_scorecard.values.amounts import Amount
from pcs_scorecard.values.dates import on_record

Record = Figure | Event | Concession | Vote | Position
"""What a check can rest on."""

Parties = frozenset[str]

NOBODY: Parties = frozenset()

Results = Callable[[datetime.date, Policy, Parties | None], Sequence[Result]]
"""Gives all results of a day, by a policy; of what is known from others than some parties alone."""

_Named = TypeVar("_Named", Figure, Event, Vote, Concession)


class OpenError(Exception):
    """A check cannot be decided; the message says why."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Counted:
    """A demand in a count: its status, and whether what is left out could raise or lower it."""

    result: Result
    open: bool
    """Whether it has no answer, or one that is left out."""
    least: Result
    """The lower of its results with and without what is left out."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Known:
    """What a claim can be tested on: the records dated on or before a day, and the statuses."""

    day: datetime.date
    policy: Policy
    figures: Mapping[str, Figure]
    events: Mapping[str, Event]
    votes: Mapping[str, Vote]
    concessions: Mapping[str, Concession]
    positions: Sequence[Position]
    publishers: Mapping[str, str]
    sides: Mapping[str, Parties]
    """The parties of each side, by its word."""
    side_of: Mapping[str, str]
    """The word of the side that a party is on, if it is on one."""
    results: Results
    """All results of a day, by a policy; of what is known from others than some parties alone."""
    undocumented: bool
    """Whether there are answers that no document shows."""
    left_out: Parties = NOBODY

    @classmethod
    def of(
        cls,
        dispute: Dispute,
        days: Days,
        day: datetime.date,
        policy: Policy,
        results: Results,
    ) -> Known:
        """Take from a dispute what is known on a day; an undated record always is."""

        def known(records: Sequence[Any]) -> dict[str, Any]:
            return {each.id: each for each in records if on_record(days.of(each), day)}

        sides: dict[str, set[str]] = {}
        for party in dispute.parties:
            if party.side is not None:
                sides.setdefault(party.side, set()).add(party.id)
        return cls(
            day=day,
            policy=policy,
            figures=known(dispute.figures),
            events=known(dispute.events),
            votes=known(dispute.votes),
            concessions=known(dispute.concessions),
            positions=in_order(each for each in dispute.positions if on_record(each.date, day)),
            publishers={each.id: each.publisher for each in dispute.documents},
            sides={word: frozenset(parties) for word, parties in sides.items()},
            side_of={party.id: party.side for party in dispute.parties if party.side},
            results=results,
            undocumented=any(
                not (made.evidence or answer.evidence)
                for made in dispute.concessions
                for answer in made.answers
            ),
        )

    def without(self, parties: Parties) -> Known:
        """Return the same with what is known only from some parties left open."""
        return attrs.evolve(self, left_out=parties)

    def favoured(self, party: str) -> Parties:
        """Return who is on the side of a party; itself alone where it is on none."""
        word = self.side_of.get(party)
        return frozenset((party,)) if word is None else self.sides[word]

    def other_sides(self, party: str) -> list[Parties]:
        """Return each side that a party is not on; those on none are nobody's."""
        return [parties for _, parties in sorted(self.sides.items()) if party not in parties]

    def voices(self, evidence: Iterable[Evidence]) -> set[str]:
        """Return who says something: whoever a document quotes, or else its publisher."""
        return voices(evidence, self.publishers)

    def is_open(self, record: Any) -> bool:
        """Tell whether a record is left out, or no document shows it."""
        said = self.voices(evidence_of(record))
        return not said or said <= self.left_out

    def figure(self, name: str) -> Figure:
        """Return a figure, open where it is left out; raise OpenError where it is not known yet."""
        figure = _found(self.figures, name)
        if not self.is_open(figure):
            return figure
        return attrs.evolve(figure, value=Amount(figure.value.text, figure.value.unit))

    def all_figures(self, names: Sequence[str]) -> list[Figure]:
        """Return some figures, of which there must be one."""
        if not names:
            raise OpenError("No figure is named.")
        return [self.figure(name) for name in names]

    def event(self, name: str) -> Event:
        """Return an event; raise OpenError where it is not known yet, or left out."""
        return self._shown(_found(self.events, name))

    def vote(self, name: str) -> Vote:
        """Return a vote."""
        return self._shown(_found(self.votes, name))

    def concession(self, name: str) -> Concession:
        """Return something done, said or refused."""
        return self._shown(_found(self.concessions, name))

    def _shown(self, record: _Named) -> _Named:
        if self.is_open(record):
            raise OpenError("No document is named that shows it.")
        return record

    def counted(self, day: datetime.date) -> list[Counted]:
        """Return every demand on record by a day, with its status as far as it is known."""
        every = self.results(day, self.policy, None)
        if not self.left_out and not self.undocumented:
            return [Counted(result=one, open=not _answered(one), least=one) for one in every]
        rest = {one.id: one for one in self.results(day, self.policy, self.left_out)}
        found = []
        for one in every:
            other = rest[one.id]
            left = any(
                not self._tells(pair.concession, pair.answer)
                for each in one.every
                for pair in each.pairs
            )
            lower = min(one, other, key=_height)
            found.append(Counted(result=one, open=left or not _answered(one), least=lower))
        return found

    def _tells(self, made: Concession, answer: Answer) -> bool:
        return not self.voices((*made.evidence, *answer.evidence)) <= self.left_out


def voices(evidence: Iterable[Evidence], publishers: Mapping[str, str]) -> set[str]:
    """Return who says something: whoever a document quotes, or else its publisher."""
    return {each.quoting or publishers.get(each.document, "") for each in evidence}


def leaving_out(comparison: Comparison, parties: Parties) -> Comparison:
    """Return a comparison of answers that are documented, and not by some parties alone, made once."""
    if parties in comparison.without:
        return comparison.without[parties]
    publishers = {each.id: each.publisher for each in comparison.dispute.documents}

    def told(made: Concession, answer: Answer) -> bool:
        return not voices((*made.evidence, *answer.evidence), publishers) <= parties

    comparison.without[parties] = comparison.only(told)
    return comparison.without[parties]


def _answered(result: Result) -> bool:
    return any(each.pairs for each in result.every)


def _height(result: Result) -> int:
    return result.status.rank if _answered(result) else -1


def _found(records: Mapping[str, _Named], name: str) -> _Named:
    if name not in records:
        raise OpenError("What it is tested on is of a later day than this sheet.")
    return records[name]
