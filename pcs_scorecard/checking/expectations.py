"""What is computed beside what the data expect, and beside published verdicts."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator, Mapping, Sequence

from pcs_scorecard.comparison.compare import Comparison
from pcs_scorecard.comparison.policy import POLICIES, STANDARD
from pcs_scorecard.model.dispute import Days, Dispute, with_days
from pcs_scorecard.model.problems import Problem
from pcs_scorecard.model.verdicts import Expectation
from pcs_scorecard.scorecard.card import Scorecard, score, the_day, the_policy
from pcs_scorecard.values.dates import Date, on_record
from pcs_scorecard.values.messages import in_line
from pcs_scorecard.values.vocabulary import Cause, ProblemKind, Word

_Verdicts = Mapping[str, tuple[Word, Sequence[str]]]
"""The verdict on each claim by its id, with what was found."""


def unmet(dispute: Dispute) -> Iterator[Problem]:
    """Yield every expectation that is not met, and every difference that nothing explains.

    A published verdict is compared by the standard policy, as of the last date on record.
    """

    @functools.cache
    def card(as_of: Date | None, policy: str | None = None) -> Scorecard:
        return score(dispute, as_of=as_of, policy=policy or STANDARD)

    @functools.cache
    def verdicts(as_of: Date | None, policy: str | None) -> _Verdicts:
        found = card(as_of, policy)
        return {each.claim.id: (each.verdict, each.findings) for each in found.claims}

    comparison = Comparison(with_days(dispute)) if dispute.expected else None
    demands = {demand.id: demand for demand in dispute.demands}
    demands |= {part.id: demand for demand in dispute.demands for part in demand.parts}

    def computed(expected: Expectation, day: datetime.date) -> tuple[Word | None, Sequence[str]]:
        """Return what is computed on a day; of a demand, without looking at any other."""
        if expected.demand is None:
            every = verdicts(expected.as_of, expected.policy)
            return every.get(expected.claim or "", (None, ()))
        demand = demands.get(expected.demand)
        if demand is None or comparison is None or not on_record(comparison.days.of(demand), day):
            return None, ()
        policy = the_policy(expected.policy or STANDARD)
        (whole,) = comparison.results([demand], day, policy)
        result = next(one for one in whole.every if one.id == expected.demand)
        return result.status, [reason.sentence for reason in result.binding]

    for expected in dispute.expected:
        try:
            day = the_day(dispute, expected.as_of)
            the_policy(expected.policy or STANDARD)
            message = _unlike(expected, Date.of(day), *computed(expected, day))
        except ValueError as wrong:
            known = expected.policy is None or expected.policy in POLICIES
            message = f"{wrong}: `{'as_of' if known else 'policy'}`"
        if message:
            yield Problem.of(expected, message, ProblemKind.UNEXPECTED)
    for rater in card(_last_rated(dispute)).raters if dispute.verdicts else ():
        for each in rater.agreements:
            if each.counted and not each.same and each.cause is None:
                verdict = each.verdict
                yield Problem.of(
                    verdict,
                    f"{verdict.by!r} rates {verdict.demand!r} '{verdict.status}', and computed is "
                    f"'{each.computed}'; if both are right, say why they differ in `cause`: "
                    f"{', '.join(Cause)}",
                    ProblemKind.UNEXPLAINED,
                )


def _last_rated(dispute: Dispute) -> Date | None:
    """Return the day of the sheet, or that of the last published verdict where it is later."""
    days = Days(dispute)
    dates = [date.last for each in dispute.verdicts if (date := days.of(each))]
    last = days.last(dispute)
    return Date.of(max([*dates, *([last] if last else [])]))


def _unlike(expected: Expectation, day: Date, computed: Word | None, reasons: Sequence[str]) -> str:
    """Say what is computed where something else is expected, or nothing."""
    wanted: Word | None
    if expected.demand is not None:
        what, wanted = f"demand {expected.demand!r}", expected.status
    else:
        what, wanted = f"claim {expected.claim!r}", expected.verdict
    if computed is wanted:
        return ""
    expected_is = f"expected of {what} is '{wanted}'"
    if computed is None:
        return f"{expected_is}, and {day.when} it is not yet on record"
    # Reasons repeat texts of the data, which may have several lines; a message has one.
    because = in_line(" ".join("; ".join(reasons).split()))
    return f"{expected_is}, and computed {day.when} is '{computed}'{because and f': {because}'}"
