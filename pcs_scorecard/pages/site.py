"""Scorecards → what a site says beside each scoresheet: its first page, the method, what came when."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

import attrs

from pcs_scorecard.comparison.policy import POLICIES
from pcs_scorecard.comparison.rules import RULES, rule_id
from pcs_scorecard.pages.blocks import Block, Bullets, Heading, Paragraph, Strong, line
from pcs_scorecard.pages.report import summary
from pcs_scorecard.pages.sheet import Sheet, policy_in_words
from pcs_scorecard.scorecard.steps import steps
from pcs_scorecard.values.vocabulary import Status

TITLE = "Scoresheets"
SAYS = "What was demanded, what was given, and how far the one meets the other."
CLAIMS, METHOD, DATA = "What was said", "How the answers are worked out", "The data"
FEED = "Changes of answers"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Entry:
    """A day from which a demand had another answer, or was dropped."""

    sheet: Sheet
    number: int
    """The number of the demand on its page."""
    demand: str
    day: datetime.date
    """The last day on which it can have been."""
    when: str
    """The day as known."""
    status: Status | None
    """What became of it: the answer, or None where it was dropped."""

    @property
    def title(self) -> str:
        """What a list of entries shows."""
        row = next(row for row in self.sheet.rows if row.id == self.demand)
        return f"{row.title}: {self.status.says if self.status else 'dropped'}"


def entries(pages: Sequence[Sheet]) -> list[Entry]:
    """Return all changes of answers of some disputes, the newest first.

    That something was asked, and no answer to it was on record, is none.
    """
    found = []
    for page in pages:
        card = page.card
        came = steps(card.dispute, as_of=card.as_of, policy=card.policy)
        for row in page.rows:
            for place, step in enumerate(came.get(row.id, ())):
                if step.status is Status.NO_RESPONSE and not place:
                    continue
                found.append(
                    Entry(
                        sheet=page,
                        number=row.number,
                        demand=row.id,
                        day=step.when.last,
                        when=str(step.when),
                        status=step.status,
                    )
                )
    in_order = sorted(found, key=lambda each: (each.sheet.card.dispute.name, each.number))
    return sorted(in_order, key=lambda each: each.day, reverse=True)


def method() -> Iterator[Block]:
    """Yield how answers are worked out: what counts, every rule with its ceiling, and the policies."""
    yield Heading(1, METHOD)
    yield Paragraph(
        line(
            "Nobody types an answer in. Each is worked out from the recorded terms by fixed rules, the "
            "same for every side. Every answer starts from “Yes”. Each rule that applies lowers it to "
            "at most the answer it names; the lowest counts, and the best answer to a demand is the "
            "answer of the demand."
        )
    )
    yield Heading(2, "The rules")
    yield Bullets(
        tuple(
            line(Strong(f"{rule_id(rule)}:"), summary(rule), f"At most: {_ceiling(rule)}")
            for rule in RULES
        )
    )
    yield Heading(2, "The policies")
    yield Bullets(
        tuple(
            line(Strong(f"{policy.name}:"), policy_in_words(policy)) for policy in POLICIES.values()
        )
    )


def _ceiling(rule: object) -> str:
    """Return the ceiling of a rule, in the words of its docstring and of the answers."""
    lines = (each.strip() for each in (rule.__doc__ or "").splitlines())
    said = next((each for each in lines if each.startswith("Ceiling: ")), "")
    told = said.removeprefix("Ceiling: ")
    for status in Status:
        told = told.replace(status.value.replace("-", " "), f"“{status.says}”")
    return told
