"""What a rule sees, and what it says: one demand beside one answer, on one day, under one policy."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import cached_property
from typing import Any

import attrs

from pcs_scorecard.comparison.measure import Measure, measure
from pcs_scorecard.comparison.policy import Policy
from pcs_scorecard.model.concessions import Answer, Gives
from pcs_scorecard.model.demands import Asks
from pcs_scorecard.model.facts import Vote
from pcs_scorecard.model.terms import Figures
from pcs_scorecard.values.amounts import Amount
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.vocabulary import Kind, Status


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Situation:
    """One demand, part, member or pay point beside one answer, on one day under one policy."""

    asks: Asks
    answer: Answer
    kind: Kind
    """How firm the answer is on the day: what was accepted is agreed from then."""
    made: Date
    acted: Date
    """When it was accepted, or else made."""
    as_of: datetime.date
    policy: Policy
    maker: str = "they"
    """Who gave the answer, as readers know them."""
    asked_party: str = "them"
    by_another: bool = False
    """Whether its maker was not asked, and belongs to nobody who was."""
    sourced: bool = True
    """Whether a document shows it."""
    withdrawn: Date | None = None
    replaced: Date | None = None
    rejected: Vote | None = None
    figures: Figures = attrs.field(factory=dict)
    pay: Amount | None = None
    """What is paid at the pay point, where there is one."""

    @property
    def gives(self) -> Gives:
        """The terms of the answer."""
        return self.answer.gives

    @cached_property
    def measured(self) -> Measure | None:
        """What was given against what was asked, where there is something to compare."""
        return measure(self.asks, self.gives, self.figures, self.pay)

    def giving(self, **changes: Any) -> Situation:
        """Return the same situation with other terms of the answer."""
        gives = attrs.evolve(self.gives, **changes)
        return attrs.evolve(self, answer=attrs.evolve(self.answer, gives=gives))

    def answering(self, **changes: Any) -> Situation:
        """Return the same situation with another answer in some field."""
        return attrs.evolve(self, answer=attrs.evolve(self.answer, **changes))


Mend = Callable[[Situation], Situation]
"""The least change after which a rule would lower an answer less, or not at all."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ceiling:
    """What a rule says of a situation: the best status left, why, and what would lift it."""

    status: Status
    clause: str = ""
    """Why, as it stands behind “…, but”; "" where the kind of the answer tells it already."""
    sentence: str
    """Why, as a sentence of its own."""
    remedy: str = ""
    """What would lift the ceiling, as it stands behind “if …”; "" where nothing would."""
    mend: Mend | None = None
    """Makes the situation in which what the remedy names has happened."""
