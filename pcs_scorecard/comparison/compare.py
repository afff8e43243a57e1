"""Comparison: one demand beside every answer to it, with each rule that lowers an answer."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from fractions import Fraction

import attrs

from pcs_scorecard.comparison.measure import measure
from pcs_scorecard.comparison.policy import Policy
from pcs_scorecard.comparison.rules import RULES, Ceiling, Rule, Situation, rule_id
from pcs_scorecard.model.claims import Claim
from pcs_scorecard.model.concessions import Answer, Concession
from pcs_scorecard.model.demands import Asks, Demand, Part
from pcs_scorecard.model.facts import Event, Figure, Vote
from pcs_scorecard.values.vocabulary import Status


@attrs.frozen(kw_only=True)
class Reason:
    """A rule that lowered one answer, with the facts it used."""

    rule: str
    ceiling: Status
    sentence: str
    lifted_by: str
    lifted_to: Status
    concession: str
    binding: bool
    """Whether it set the status of its demand, or of its part of one."""


@attrs.frozen(kw_only=True)
class Pair:
    """One demand, or part, beside one answer to it: its status, and why it is not higher."""

    concession: Concession
    answer: Answer
    status: Status
    reasons: tuple[Reason, ...]
    """The lowest ceilings first, then in the order of the rules."""
    share: Fraction | None
    """The share of what was asked that was given, where it is defined."""

    @property
    def lowest(self) -> tuple[Reason, ...]:
        """The reasons that set this pair's status; none where it is met."""
        return tuple(reason for reason in self.reasons if reason.ceiling is self.status)


@attrs.frozen(kw_only=True)
class NextStatus:
    """What it would take for the next status up."""

    status: Status
    needs: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Result:
    """One demand, or one part of one, with its status and everything that led to it."""

    demand: Demand | Part
    status: Status
    pairs: tuple[Pair, ...]
    """Every answer on record, the best first; the status is that of the first."""
    parts: tuple[Result, ...] = ()

    @property
    def id(self) -> str:
        """The id of the demand or part."""
        return self.demand.id

    @property
    def title(self) -> str:
        """The title of the demand or part."""
        return self.demand.title

    @property
    def every(self) -> tuple[Result, ...]:
        """The result itself, and those of its parts."""
        return (self, *self.parts)

    @property
    def share(self) -> Fraction | None:
        """The share delivered by the best answer, where it is defined."""
        return self.pairs[0].share if self.pairs else None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Every reason of every answer, parts included; the binding ones first."""
        every = [reason for pair in self.pairs for reason in pair.reasons]
        every += [reason for part in self.parts for reason in part.reasons]
        return tuple(sorted(every, key=lambda reason: not reason.binding))

    @property
    def binding(self) -> tuple[Reason, ...]:
        """The reasons that set the status; of a demand in parts, those of each part."""
        best = self.pairs[0].lowest if self.pairs else ()
        return (*best, *(reason for part in self.parts for reason in part.binding))

    @property
    def next(self) -> NextStatus | None:
        """What would lift the best answer, or the parts; None where it is met or unanswered."""
        if self.parts:
            return self._next_of_parts()
        if not self.pairs or self.status is Status.MET:
            return None
        best = self.pairs[0]
        lifted = [reason.lifted_to for reason in best.lowest]
        others = [reason.ceiling for reason in best.reasons if reason.ceiling is not best.status]
        needs = dict.fromkeys(reason.lifted_by for reason in best.lowest)
        return NextStatus(status=lowest([*lifted, *others]), needs=tuple(needs))

    def _next_of_parts(self) -> NextStatus | None:
        """Lift one part where that is enough for the whole, else all that can be lifted."""
        lifts = [(part, part.next) for part in self.parts]
        liftable = [(part, lift) for part, lift in lifts if lift is not None]
        # Parts alike in both would lift the whole alike, so the first of them is tried for all.
        unlike: dict[tuple[Status, Status], tuple[Result, NextStatus]] = {}
        for part, lift in liftable:
            unlike.setdefault((part.status, lift.status), (part, lift))
        for chosen in (*([each] for each in unlike.values()), liftable):
            after = {part.id: lift.status for part, lift in chosen}
            status = whole(after.get(part.id, part.status) for part in self.parts)
            answered = Status.NO_RESPONSE not in (self.status, status)
            if answered and status.rank > self.status.rank:
                needs = [f"{part.title}: {need}" for part, lift in chosen for need in lift.needs]
                return NextStatus(status=status, needs=tuple(needs))
        return None


def compare(
    demands: Iterable[Demand | Part],
    concessions: Iterable[Concession],
    day: datetime.date,
    policy: Policy,
) -> list[Result]:
    """Return the result of each demand, in the order given."""
    answers: dict[str, list[tuple[Concession, Answer]]] = {}
    for concession in concessions:
        for answer in concession.answers:
            if answer.demand is not None:
                answers.setdefault(answer.demand, []).append((concession, answer))
    comparison = _Comparison(answers, day, policy)
    results = []
    for demand in demands:
        if isinstance(demand, Demand) and demand.parts:
            parts = tuple(comparison.result(part) for part in demand.parts)
            status = whole(part.status for part in parts)
            results.append(Result(demand=demand, status=status, pairs=(), parts=parts))
        else:
            results.append(comparison.result(demand))
    return results


@attrs.frozen(eq=False, repr=False)
class _Comparison:
    """All answers by demand, and how they are judged."""

    answers: dict[str, list[tuple[Concession, Answer]]]
    day: datetime.date
    policy: Policy

    def result(self, demand: Demand | Part) -> Result:
        """Compare one demand, or part, with every answer to it."""
        judged = [
            (concession, answer, self.ceilings(demand.asks, concession, answer))
            for concession, answer in self.answers.get(demand.id, ())
        ]
        if not judged:
            return Result(demand=demand, status=Status.NO_RESPONSE, pairs=())
        if len(judged) > 1:
            judged.sort(key=_nearness)
        pairs: list[Pair] = []
        for concession, answer, ceilings in judged:
            status = ceilings[0][2].status if ceilings else Status.MET
            measured = measure(demand.asks, answer)
            pairs.append(
                Pair(
                    concession=concession,
                    answer=answer,
                    status=status,
                    reasons=tuple(
                        Reason(
                            rule=rule_id(rule),
                            ceiling=ceiling.status,
                            sentence=ceiling.because,
                            lifted_by=ceiling.lifted_by,
                            lifted_to=ceiling.lifted_to,
                            concession=concession.id,
                            binding=not pairs and ceiling.status is status,
                        )
                        for _, rule, ceiling in ceilings
                    ),
                    share=measured.share if measured else None,
                )
            )
        return Result(demand=demand, status=pairs[0].status, pairs=tuple(pairs))

    def ceilings(self, asks: Asks, concession: Concession, answer: Answer) -> _Ceilings:
        """Return the ceilings of one answer, the lowest first, then in the order of the rules."""
        case = Situation(
            asks=asks, answer=answer, concession=concession, as_of=self.day, policy=self.policy
        )
        found = []
        for index, rule in enumerate(RULES):
            ceiling = rule(case)
            if ceiling is not None:
                found.append((index, rule, ceiling))
        found.sort(key=lambda each: each[2].status.rank)
        return found


_Ceilings = list[tuple[int, Rule, Ceiling]]


def _nearness(judged: tuple[Concession, Answer, _Ceilings]) -> tuple[object, ...]:
    """Sort the best answer first; among equals the one with the fewest and mildest binding rules.

    This chooses which answer is printed as the nearest; the status is the same for all of them.
    """
    concession, _, ceilings = judged
    status = ceilings[0][2].status if ceilings else Status.MET
    binding = [-index for index, _, ceiling in ceilings if ceiling.status is status]
    return (-status.rank, len(binding), binding, *by_date(concession))


def by_date(record: Concession | Claim | Figure | Vote | Event) -> tuple[object, ...]:
    """Sort records by date, undated ones first, and by id on one day."""
    if record.date is None:
        return datetime.date.min, "", record.id
    return record.date.last, record.date.text, record.id


def lowest(statuses: Iterable[Status]) -> Status:
    """Return the lowest of some ceilings, met where there is none."""
    return min(statuses, key=lambda status: status.rank, default=Status.MET)


def whole(parts: Iterable[Status]) -> Status:
    """Return the status of a demand from those of its parts.

    All alike give that status; else partly met if any is at least partly met, some movement if
    any moved, not met if none did. A part with no response counts as not met beside others.
    """
    statuses = set(parts)
    if len(statuses) == 1:
        return statuses.pop()
    best = max(statuses - {Status.NO_RESPONSE}, key=lambda status: status.rank)
    return min(best, Status.PARTLY_MET, key=lambda status: status.rank)
