"""What others rated, and what the editors of the data expect; neither makes a status."""

from __future__ import annotations

import attrs

from pcs_scorecard.model.fields import (
    DATE_NOTE,
    DATE_PRINTED,
    Complaints,
    Constraints,
    Place,
    Ref,
    dated,
    field,
    optional,
    place_field,
    several,
)
from pcs_scorecard.model.sources import Evidence
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import Cause, ClaimVerdict, Status


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Verdict(Value):
    """Somebody else's own rating of a demand; never used to compute a status."""

    demand: str = field(Ref("demands"), "the demand that is rated")
    by: str = field(Ref("parties"), "who rates it")
    status: Status = field(Status, "the rating, on this scale")
    printed: str = field("quote", "the rating as printed, ten words at most")
    date: Date | None = optional("date", "when, if not when its document was published")
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    cause: Cause | None = optional(Cause, "why it differs from the status, where it does")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Expectation(Value):
    """What the editors of the data expect to be computed; tested, and never used to compute it."""

    demand: str | None = optional(Ref("demands"), "the demand, or the part, whose status it is")
    status: Status | None = optional(Status, "the status that is expected")
    claim: str | None = optional(Ref("claims"), "the claim whose verdict it is")
    verdict: ClaimVerdict | None = optional(ClaimVerdict, "the verdict that is expected")
    as_of: Date | None = optional("date", "the day of it; without one the day of the sheet")
    policy: str | None = optional("id", "the policy it is by; without one the standard one")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


def _expectation(expected: Expectation) -> Complaints:
    fields = ("demand", "status", "claim", "verdict")
    found = [name for name in fields if getattr(expected, name) is not None]
    if found in (["demand", "status"], ["claim", "verdict"]):
        return ()
    allowed = "allowed is a `demand` with its `status`, or a `claim` with its `verdict`"
    return [("", f"found {', '.join(f'`{name}`' for name in found) or 'neither'}; {allowed}")]


def _verdict(verdict: Verdict) -> Complaints:
    complaints = dated(verdict)
    if verdict.status is Status.NO_RESPONSE:
        complaints.append(
            ("status", "no published rating says 'no-response'; leave the verdict out")
        )
    return complaints


CONSTRAINTS: Constraints = {
    Verdict: (_verdict, frozenset({"date_printed", "status"})),
    Expectation: (_expectation, frozenset({"place"})),
}
