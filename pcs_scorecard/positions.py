"""Positions in order of time, and the changes between them."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from pcs_scorecard.claims import Position
from pcs_scorecard.words import Stance


@attrs.frozen(kw_only=True)
class Change:
    """A party's position on a subject, and its next one, of another stance."""

    before: Position
    after: Position


def changes(positions: Iterable[Position]) -> tuple[Change, ...]:
    """Return every change of stance, by party and subject, in order of time.

    Only what was said counts: between two positions nothing is assumed. A position known to the
    month counts from the month's last day. Of two stances on one day no order is known, so they
    are no change.
    """
    latest: dict[tuple[str, str], Position] = {}
    found = []
    for position in in_order(positions):
        before = latest.get((position.party, position.subject))
        later = before is not None and before.date.last < position.date.last
        if before is not None and later and before.stance is not position.stance:
            found.append(Change(before=before, after=position))
        latest[position.party, position.subject] = position
    return tuple(found)


def in_order(positions: Iterable[Position]) -> list[Position]:
    """Return positions by date; on one day by stance, worst first, since no hour is known."""
    scale = list(Stance)
    return sorted(
        positions,
        key=lambda each: (
            *(each.date.last, each.date.text, each.subject, each.party),
            *(scale.index(each.stance), str(each)),
        ),
    )
