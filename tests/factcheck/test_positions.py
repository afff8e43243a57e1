"""Positions: their order in time, with dates as far as known, and the changes between them."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.strategies import dates
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import (
    Date,
    Dispute,
    Document,
    Evidence,
    Position,
    Stance,
    position_changes,
    score,
)
from pcs_scorecard.factcheck.positions import in_order

REJECTS, OBJECTS, ACCEPTS, WELCOMES = Stance


def said(
    date: str, stance: Stance, party: str = "staff", subject: str = "offer", says: str = "So."
) -> Position:
    """Return what a party said of a subject on a date."""
    return Position(party=party, subject=subject, stance=stance, says=says, date=Date.parse(date))


def told(*positions: Position) -> list[tuple[str, Stance, str, Stance]]:
    """Return the dates and stances of every change among positions."""
    return [
        (each.before.date.text, each.before.stance, each.after.date.text, each.after.stance)
        for each in position_changes(positions)
    ]


# Changes ------------------------------------------------------------------------------------


def test_a_change_is_from_one_position_to_the_next() -> None:
    """Each change has the position before it and the one that is of another stance."""
    first, second, third = (
        said("2021-02-03", REJECTS),
        said("2021-05-06", OBJECTS),
        said("2021-08-09", WELCOMES),
    )
    found = position_changes([third, first, second])
    assert [(each.before, each.after) for each in found] == [(first, second), (second, third)]


@pytest.mark.parametrize("count", [0, 1])
def test_a_change_needs_two_positions(count: int) -> None:
    """Nothing said, or one thing said, is no change."""
    assert told(*[said("2021", REJECTS)] * count) == []


@pytest.mark.parametrize("stance", Stance)
def test_the_same_stance_again_is_no_change(stance: Stance) -> None:
    """A stance that is taken again, in other words, has not changed."""
    assert told(said("2021", stance), said("2022", stance, says="Still so.")) == []


def test_there_and_back_is_two_changes() -> None:
    """A party that returns to what it said at first has changed twice."""
    assert told(said("2021-01", OBJECTS), said("2021-02", ACCEPTS), said("2021-03", OBJECTS)) == [
        ("2021-01", OBJECTS, "2021-02", ACCEPTS),
        ("2021-02", ACCEPTS, "2021-03", OBJECTS),
    ]


def test_a_change_is_from_the_latest_position_of_another_stance() -> None:
    """Where a stance was taken twice, the change is from the last time it was."""
    assert told(said("2021-01", REJECTS), said("2021-02", REJECTS), said("2021-03", ACCEPTS)) == [
        ("2021-02", REJECTS, "2021-03", ACCEPTS)
    ]


def test_parties_and_subjects_are_kept_apart() -> None:
    """What one party says of one subject changes nothing of another party's or subject's."""
    assert (
        told(
            said("2021-01", REJECTS, "staff", "offer"),
            said("2021-02", WELCOMES, "union", "offer"),
            said("2021-03", ACCEPTS, "staff", "letter"),
        )
        == []
    )
    assert told(
        said("2021-01", REJECTS, "staff", "offer"),
        said("2021-02", WELCOMES, "union", "offer"),
        said("2021-03", ACCEPTS, "staff", "letter"),
        said("2021-04", OBJECTS, "staff", "offer"),
        said("2021-05", REJECTS, "union", "offer"),
    ) == [
        ("2021-01", REJECTS, "2021-04", OBJECTS),
        ("2021-02", WELCOMES, "2021-05", REJECTS),
    ]


def test_a_silence_is_no_stance() -> None:
    """Years without a word are neither a change nor the end of a position."""
    assert told(said("2011", REJECTS), said("2021", REJECTS)) == []
    assert told(said("2011", REJECTS), said("2021", ACCEPTS)) == [
        ("2011", REJECTS, "2021", ACCEPTS),
    ]


def test_a_day_knows_only_what_was_said_by_then() -> None:
    """On a card, a position known to the month is there from the month's last day."""
    whole = Dispute(
        title="Invented", positions=(said("2021-05", ACCEPTS), said("2021-05-10", REJECTS))
    )
    days = {"2021-05-09": 0, "2021-05-10": 1, "2021-05-30": 1, "2021-05-31": 2}
    for day, count in days.items():
        found = score(whole, as_of=day).positions
        assert [each.stance for each in found] == [REJECTS, ACCEPTS][:count]
        assert len(position_changes(found)) == max(0, count - 1)


# Order --------------------------------------------------------------------------------------


def test_a_date_as_far_as_known_counts_from_its_last_day() -> None:
    """In June is after 29 June and before 1 July; in 2021 is after all of that year."""
    in_time = [
        said("2021-02", REJECTS),
        said("2021-06-29", OBJECTS),
        said("2021-06", ACCEPTS),
        said("2021-07-01", WELCOMES),
        said("2021-12-30", OBJECTS),
        said("2021", REJECTS),
        said("2022-01-01", WELCOMES),
    ]
    assert in_order(in_time[::-1]) == in_time
    assert [(before, after) for before, _, after, _ in told(*in_time[::-1])] == [
        ("2021-02", "2021-06-29"),
        ("2021-06-29", "2021-06"),
        ("2021-06", "2021-07-01"),
        ("2021-07-01", "2021-12-30"),
        ("2021-12-30", "2021"),
        ("2021", "2022-01-01"),
    ]


def test_the_likely_date_counts_and_not_the_printed_one() -> None:
    """A letter that prints June and is likely of July stands behind what was said in June."""
    letter = Position(
        party="staff",
        subject="offer",
        stance=ACCEPTS,
        says="A letter.",
        date=Date.parse("2021-07-04"),
        date_printed="4 June",
        date_note="It answers a letter of 30 June.",
    )
    earlier = said("2021-06-30", REJECTS)
    assert in_order([letter, earlier]) == [earlier, letter]
    assert told(letter, earlier) == [("2021-06-30", REJECTS, "2021-07-04", ACCEPTS)]


def test_two_on_one_day_stand_by_their_stance() -> None:
    """No hour is known, so on one day the worse stance stands first, and no change is told."""
    both = [said("2021-06-02", OBJECTS), said("2021-06-02", WELCOMES)]
    for order in (both, both[::-1]):
        assert in_order(order) == both
        assert told(*order) == []


def test_two_on_one_day_are_held_against_the_day_before_it() -> None:
    """A stance that is new on a day is a change, whatever else was said on that day."""
    first, second = said("2021-06-01", OBJECTS), said("2021-06-02", OBJECTS)
    turned, after = said("2021-06-02", WELCOMES), said("2021-06-03", WELCOMES)
    change = ("2021-06-01", OBJECTS, "2021-06-02", WELCOMES)
    for order in ([first, second, turned, after], [after, turned, second, first]):
        assert told(*order) == [change]
    # What was one of two stances on a day and is taken again is no change: which came last is not known.
    assert told(second, turned, said("2021-06-03", OBJECTS)) == []


def test_what_a_year_a_month_and_a_day_can_share_is_in_one_order() -> None:
    """On the same last day, the less that is known of a date, the earlier it stands."""
    in_time = [
        said("2021", WELCOMES),
        said("2021-12", ACCEPTS),
        said("2021-12-31", REJECTS),
        said("2021-12-31", OBJECTS),
    ]
    assert in_order(in_time[::-1]) == in_time


def test_on_one_day_subjects_and_then_parties_are_in_order_of_id() -> None:
    """What is left is ordered by ids, and by what was said, and never by place in a file."""
    in_time = [
        said("2021-06-02", WELCOMES, "union", "letter"),
        said("2021-06-02", WELCOMES, "staff", "offer"),
        said("2021-06-02", REJECTS, "union", "offer", "No."),
        said("2021-06-02", REJECTS, "union", "offer", "Not at all."),
    ]
    assert in_order(in_time[::-1]) == in_time


def test_a_position_needs_a_day() -> None:
    """One that has no date and is in no dated document is refused in a file; in Python it raises."""
    undated = Position(party="staff", subject="offer", stance=ACCEPTS, says="So.")
    with pytest.raises(ValueError, match="has none, and no document with one reports it"):
        position_changes([undated, said("2021", REJECTS)])


def test_what_a_party_says_in_its_own_document_is_of_its_date() -> None:
    """A position without a date counts from the earliest of the documents that show it."""
    whole = Dispute(
        title="Invented",
        documents=(
            Document(id="leaflet", title="A", publisher="staff", date=Date.parse("2021-05")),
            Document(id="reprint", title="A", publisher="staff", date=Date.parse("2021-07")),
        ),
        positions=(
            Position(
                party="staff",
                subject="offer",
                stance=ACCEPTS,
                says="So.",
                evidence=tuple(
                    Evidence(document=name, at="page 1") for name in ("reprint", "leaflet")
                ),
            ),
            said("2021-04", REJECTS),
        ),
    )
    counts = {"2021-05-30": 1, "2021-05-31": 2}
    assert {day: len(score(whole, as_of=day).positions) for day in counts} == counts
    assert told(*score(whole, as_of="2021-05-31").positions) == [
        ("2021-04", REJECTS, "2021-05", ACCEPTS)
    ]


# What always holds --------------------------------------------------------------------------

positions = st.lists(
    st.builds(
        Position,
        party=st.sampled_from(("staff", "union")),
        subject=st.sampled_from(("offer", "letter")),
        stance=st.sampled_from(Stance),
        says=st.sampled_from(("Yes.", "No.")),
        date=dates(),
        evidence=st.sampled_from(((), (Evidence(document="paper", at="page 1"),))),
    ),
    max_size=8,
)


@given(positions, st.randoms(use_true_random=False))
def test_the_order_of_records_never_matters(made: list[Position], luck: Any) -> None:
    """However records are ordered, time has one order and the same changes."""
    mixed = luck.sample(made, len(made))
    assert in_order(mixed) == in_order(made)
    assert position_changes(mixed) == position_changes(made)
    days = [each.date.last for each in in_order(made)]
    assert days == sorted(days)


@given(positions)
def test_every_stance_that_is_new_beside_the_last_day_is_a_change(made: list[Position]) -> None:
    """A change is of one party and one subject, forward in time, and none is left out."""
    expected = []
    for after in in_order(made):
        place = (after.party, after.subject)
        before = [
            each
            for each in in_order(made)
            if (each.party, each.subject) == place and each.date.last < after.date.last
        ]
        last = [each for each in before if each.date.last == before[-1].date.last]
        if last and after.stance not in [each.stance for each in last]:
            expected.append((last[-1], after))
    found = [(each.before, each.after) for each in position_changes(made)]
    assert sorted(found, key=str) == sorted(expected, key=str)
    assert [each.after.date.last for each in position_changes(made)] == sorted(
        each.after.date.last for each in position_changes(made)
    )
