"""Published verdicts beside the computed statuses: percent, kappa, and where the two differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import attrs

from pcs_scorecard.compare import Result
from pcs_scorecard.model import Verdict
from pcs_scorecard.words import Cause, Status


@attrs.frozen(kw_only=True)
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


@attrs.frozen(kw_only=True)
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
