"""The judgement calls on which published trackers disagree, as fields of one small object."""

from __future__ import annotations

from fractions import Fraction

import attrs

from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import SCALE, Status

_SHARE = [attrs.validators.ge(Fraction(0)), attrs.validators.le(Fraction(1))]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Policy(Value):
    """How `shortfall`, `reaches`, `late` and `overdue` judge, and what “significant” means."""

    name: str
    partly_from: Fraction = attrs.field(validator=_SHARE)
    """The share of what was asked from which a demand is partly met, between 0 and 1."""
    late: Status = attrs.field(validator=attrs.validators.in_(SCALE))
    """The best status of what took effect after its due date."""
    significant: Fraction = attrs.field(default=Fraction(1, 2), validator=_SHARE)
    """The share of the demands from which a claim's “significant” holds, between 0 and 1."""

    def __str__(self) -> str:
        """Return the policy in a sentence."""
        return (
            f"{self.name} (partly met from a share of {self.partly_from}; "
            f"late delivery is at best “{self.late.says}”; "
            f"significant is {self.significant} of the demands)"
        )


STANDARD = Policy(name="standard", partly_from=Fraction(1, 2), late=Status.PARTLY_MET)

POLICIES: dict[str, Policy] = {
    policy.name: policy
    for policy in (
        STANDARD,
        Policy(
            name="strict",
            partly_from=Fraction(2, 3),
            late=Status.NOT_MET,
            significant=Fraction(2, 3),
        ),
        Policy(
            name="lenient", partly_from=Fraction(1, 3), late=Status.MET, significant=Fraction(1, 3)
        ),
    )
}
"""The named policies. `strict` calls a late delivery broken; `lenient` does not count lateness."""
