"""Positions in order of time, and the changes between them."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from pcs_scorecard.model.facts import Position
from pcs_scorecard.values.dates import known
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import Stance


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PositionChange(Value):
    """A party's position on a subject, and one of a later day, of another stance."""

    before: Position
    after: Position


def position_changes(positions: Iterable[Position]) -> tuple[PositionChange, ...]:
    """Return every change of stance, by party and subject, in order of time.

    A change is a stance that the party did not take on the last earlier day on which it spoke.
    Only what was said counts: between two positions nothing is assumed. A position known to the
    month counts from the month's last day. Of two stances on one day no order is known, so neither
    is a change from the other.
    """
    days: dict[tuple[str, str], list[list[Position]]] = {}
    found = []
    for position in in_order(positions):
        spoken = days.setdefault((position.party, position.subject), [])
        if spoken and known(spoken[-1][0].date).last == known(position.date).last:
            spoken[-1].append(position)
        else:
            spoken.append([position])
        earlier = spoken[-2] if len(spoken) > 1 else []
        if earlier and position.stance not in {each.stance for each in earlier}:
            found.append(PositionChange(before=earlier[-1], after=position))
    return tuple(found)


def in_order(positions: Iterable[Position]) -> list[Position]:
    """Return positions by date; on one day by stance, worst first, since no hour is known."""
    scale = list(Stance)
    return sorted(
        positions,
        key=lambda each: (
            *(known(each.date).last, known(each.date).text, each.subject, each.party),
            *(scale.index(each.stance), str(each)),
        ),
    )
