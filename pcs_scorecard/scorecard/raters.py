"""Published verdicts beside the computed statuses: percent, kappa, and where the two differ."""

from __future__ import annotations

import datetime
import functools
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from pcs_scorecard.comparison.compare import Comparison, Result
from pcs_scorecard.comparison.policy import POLICIES, Policy
from pcs_scorecard.model.demands import Demand, Part
from pcs_scorecard.model.verdicts import Verdict
from pcs_scorecard.values.dates import known, on_record
from pcs_scorecard.values.vocabulary import Cause, Status


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Agreement:
    """A published verdict beside the computed status."""

    verdict: Verdict
    result: Result
    cause: Cause | None = None
    """Why the two differ, as recorded or as found by computing again; None where neither says."""

    @property
    def computed(self) -> Status:
        """The status computed here."""
        return self.result.status

    @property
    def same(self) -> bool:
        """Whether the two are alike."""
        return self.verdict.status is self.computed

    @property
    def counted(self) -> bool:
        """Whether a record answers the demand, so that there is a status to agree with."""
        return self.computed is not Status.NO_RESPONSE


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Rater:
    """One party's published verdicts on the demands that have an answer on record."""

    party: str
    agreements: tuple[Agreement, ...]
    """In the order of the scoresheet, and of time for each demand."""

    @property
    def latest(self) -> tuple[Agreement, ...]:
        """The last verdict on each demand, so that a rating said twice counts once."""
        return tuple({each.verdict.demand: each for each in self.agreements}.values())

    @property
    def pairs(self) -> tuple[tuple[Status, Status], ...]:
        """The last published status of each demand that a record answers, with the computed one."""
        return tuple((each.verdict.status, each.computed) for each in self.latest if each.counted)


def raters(
    comparison: Comparison,
    results: Mapping[str, Result],
    day: datetime.date,
    policy: Policy,
) -> tuple[Rater, ...]:
    """Return each rater's verdicts beside the statuses; `results` are those of a day, by id.

    Why the two differ is as recorded, or else found by computing again: as of the verdict's own
    date, then by each of the other policies.
    """
    dispute = comparison.dispute
    if not dispute.verdicts:
        return ()
    asked: dict[str, tuple[Demand, Demand | Part]] = {}
    for demand in dispute.demands:
        asked[demand.id] = demand, demand
        asked.update((part.id, (demand, part)) for part in demand.parts)

    @functools.cache
    def status(name: str, day: datetime.date, policy: Policy) -> Status | None:
        demand, item = asked[name]
        if not on_record(comparison.days.of(demand), day):
            return None
        if isinstance(item, Demand):
            return comparison.results([item], day, policy)[0].status
        return comparison.result(item, demand, day, policy).status

    def cause(verdict: Verdict, result: Result) -> Cause | None:
        if verdict.status is result.status or verdict.cause is not None:
            return verdict.cause
        if verdict.status is status(result.id, known(verdict.date).last, policy):
            return Cause.OTHER_DATE
        others = (status(result.id, day, other) for other in POLICIES.values())
        return Cause.OTHER_RULE if verdict.status in others else None

    rated: dict[str, list[Agreement]] = {}
    for verdict in dispute.verdicts:
        if verdict.demand in results and on_record(verdict.date, day):
            result = results[verdict.demand]
            rated.setdefault(verdict.by, []).append(
                Agreement(verdict=verdict, result=result, cause=cause(verdict, result))
            )
    place = {name: number for number, name in enumerate(results)}

    def as_on_the_sheet(each: Agreement) -> tuple[object, ...]:
        verdict = each.verdict
        return (
            place[verdict.demand],
            known(verdict.date).last,
            known(verdict.date).text,
            str(verdict),
        )

    return tuple(
        Rater(party=party, agreements=tuple(sorted(rated[party], key=as_on_the_sheet)))
        for party in sorted(rated)
    )


def observed(pairs: Sequence[tuple[object, object]]) -> Fraction | None:
    """Return the share of pairs that are alike; None for no pairs."""
    return Fraction(sum(one == other for one, other in pairs), len(pairs)) if pairs else None


def expected(pairs: Sequence[tuple[object, object]]) -> Fraction | None:
    """Return the share that would be alike by chance, from how often each rater used each word."""
    if not pairs:
        return None
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    return Fraction(sum(count * others[word] for word, count in ones.items()), len(pairs) ** 2)


def kappa(pairs: Sequence[tuple[object, object]]) -> Fraction | None:
    """Return Cohen's kappa, (observed - expected) / (1 - expected), unweighted.

    None where it is not defined: for no pairs, and where both raters use one and the same word
    throughout. Source: J. Cohen, A coefficient of agreement for nominal scales, 1960.
    """
    alike, chance = observed(pairs), expected(pairs)
    if alike is None or chance is None or chance == 1:
        return None
    return (alike - chance) / (1 - chance)
