"""What claims can be tested on: what is on record by a day, found by id, and the statuses."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from pcs_scorecard.comparison.compare import Result
from pcs_scorecard.factcheck.positions import in_order
from pcs_scorecard.model.concessions import Concession
from pcs_scorecard.model.dispute import Dispute
from pcs_scorecard.model.facts import Event, Figure, Position, Vote
from pcs_scorecard.model.sources import Evidence
from pcs_scorecard.values.dates import on_record

Record = Figure | Event | Concession | Vote | Position
"""What a check can rest on."""

_Named = TypeVar("_Named", Figure, Event, Vote, Concession)


class OpenError(Exception):
    """A check cannot be decided; the message says why."""


@attrs.frozen(kw_only=True)
class Known:
    """What a claim can be tested on: the records dated on or before a day, and the statuses."""

    day: datetime.date
    figures: Mapping[str, Figure]
    events: Mapping[str, Event]
    votes: Mapping[str, Vote]
    concessions: Mapping[str, Concession]
    positions: Sequence[Position]
    publishers: Mapping[str, str]
    results: Callable[[datetime.date], Sequence[Result]]

    @classmethod
    def of(
        cls,
        dispute: Dispute,
        day: datetime.date,
        results: Callable[[datetime.date], Sequence[Result]],
    ) -> Known:
        """Take from a dispute what is known on a day; an undated record always is."""

        def known(records: Sequence[Any]) -> dict[str, Any]:
            return {each.id: each for each in records if on_record(each.date, day)}

        return cls(
            day=day,
            figures=known(dispute.figures),
            events=known(dispute.events),
            votes=known(dispute.votes),
            concessions=known(dispute.concessions),
            positions=in_order(each for each in dispute.positions if on_record(each.date, day)),
            publishers={each.id: each.publisher for each in dispute.documents},
            results=results,
        )

    def voices(self, evidence: Sequence[Evidence]) -> set[str]:
        """Return who says something: whoever a document quotes, or else its publisher."""
        return {each.quoting or self.publishers.get(each.document, "") for each in evidence}

    def figure(self, name: str) -> Figure:
        """Return a figure; raise OpenError where it is not known yet, as the next ones do."""
        return _found(self.figures, name)

    def all_figures(self, names: Sequence[str]) -> list[Figure]:
        """Return some figures, of which there must be one."""
        if not names:
            raise OpenError("No figure is named.")
        return [self.figure(name) for name in names]

    def event(self, name: str) -> Event:
        """Return an event."""
        return _found(self.events, name)

    def vote(self, name: str) -> Vote:
        """Return a vote."""
        return _found(self.votes, name)

    def concession(self, name: str) -> Concession:
        """Return something done, said or refused."""
        return _found(self.concessions, name)


def _found(records: Mapping[str, _Named], name: str) -> _Named:
    if name not in records:
        raise OpenError("What it is tested on is of a later day than this sheet.")
    return records[name]
