"""What changed between two scorecards: days, versions, policies, and an offer that was accepted."""

from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest
from helpers.strategies import disputes
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import (
    Amount,
    Answer,
    Asks,
    Changes,
    Concession,
    Date,
    Demand,
    Dispute,
    Evidence,
    Gives,
    Kind,
    Part,
    Position,
    Stance,
    Status,
    Vote,
    changes,
    score,
    steps,
)
from pcs_scorecard.scorecard.changes import Between, last_change

SHOWN = (Evidence(document="paper", at="page 1"),)
DAYS = st.dates(datetime.date(2019, 1, 1), datetime.date(2026, 12, 31))
LISTS = ("better", "worse", "first_answers", "unanswered")


def asked(name: str, date: str | None = "2020-01-01", **more: Any) -> Demand:
    """Return a demand of a day."""
    day = Date.parse(date) if date else None
    return Demand(id=name, title=name, made_by="union", made_to="boss", date=day, **more)


def answer(demand: str, kind: Kind = Kind.AGREED, says: str | None = None, **gives: str) -> Answer:
    """Return an answer to a demand, with an amount, a first or a last day of it."""
    reads: dict[str, Any] = {"more": Amount.parse, "starts": Date.parse, "ends": Date.parse}
    terms = Gives(**{name: reads[name](text) for name, text in gives.items()})
    return Answer(demand=demand, kind=kind, says=says, gives=terms)


def made(name: str, date: str, *answers: Answer, **more: Any) -> Concession:
    """Return a documented concession with these answers."""
    more = {k: Date.parse(v) if isinstance(v, str) else v for k, v in more.items()}
    more = {"title": name, "made_by": "boss", "evidence": SHOWN, **more}
    return Concession(id=name, date=Date.parse(date), answers=answers, **more)


def dispute(*records: Demand | Concession, **more: Any) -> Dispute:
    """Return a dispute of these demands and concessions."""
    return Dispute(
        title="Invented",
        demands=tuple(each for each in records if isinstance(each, Demand)),
        concessions=tuple(each for each in records if isinstance(each, Concession)),
        **more,
    )


def since(whole: Dispute, before: str, after: str) -> Changes:
    """Return what changed between two days."""
    return changes(score(whole, as_of=before), score(whole, as_of=after))


def told(found: Changes) -> dict[str, list[str]]:
    """Return the ids in every list of demands that holds any."""
    lists = {name: [each.after.id for each in getattr(found, name)] for name in LISTS}
    lists |= {
        name: [each.id for each in getattr(found, name)]
        for name in ("new", "gone", "dropped", "same")
    }
    lists["in_part"] = [each.whole.id for each in found.in_part]
    return {name: ids for name, ids in lists.items() if ids}


def also(found: Changes) -> list[tuple[str, str | None, str, bool]]:
    """Return of each thing that changed no answer its record, its demand, its day and whether it is new."""
    return [
        (each.concession.id, each.answer.demand, each.when.text if each.when else "", each.new)
        for each in found.also
    ]


# The demands ----------------------------------------------------------------------------------------


def test_every_demand_is_put_by_what_became_of_its_answer() -> None:
    """Better, worse, a first answer, new, dropped and the same are six lists."""
    whole = dispute(
        asked("up"),
        asked("down"),
        asked("first"),
        asked("late", "2020-03-01"),
        asked("lost", dropped=Date.parse("2020-03-02")),
        asked("kept"),
        asked("future", "2021"),
        made("a", "2020-02-01", answer("up", Kind.REFUSAL), answer("down"), answer("kept")),
        made("b", "2020-03-01", answer("up"), answer("down", Kind.WORSENING), answer("first")),
        made("c", "2020-03-03", answer("kept", Kind.REFUSAL)),
    )
    found = since(whole, "2020-02", "2020-03")
    assert told(found) == {
        "better": ["up"],
        "worse": ["down"],
        "first_answers": ["first"],
        "new": ["late"],
        "dropped": ["lost"],
        "same": ["kept"],
    }
    (up,) = found.better
    assert (up.before.status, up.after.status) == (Status.NOT_MET, Status.MET)
    assert found.between is Between.DAYS


def test_a_demand_that_moved_and_was_dropped_is_both() -> None:
    """Its answer got better, and its side gave it up: neither hides the other."""
    whole = dispute(
        asked("pay", dropped=Date.parse("2020-03-05")),
        made("no", "2020-02-01", answer("pay", Kind.REFUSAL)),
        made("offer", "2020-03-01", answer("pay", Kind.OFFER)),
    )
    assert told(since(whole, "2020-02", "2020-03")) == {"better": ["pay"], "dropped": ["pay"]}
    assert told(since(whole, "2020-03", "2020-04")) == {"same": ["pay"]}


def test_a_part_that_moved_is_told_where_the_whole_did_not() -> None:
    """One part of three met, or two of them, is in part either way."""
    parts = tuple(Part(id=name, title=name) for name in ("a", "b", "c"))
    whole = dispute(
        asked("all", parts=parts),
        made("first", "2020-02-01", answer("a")),
        made("second", "2020-03-01", answer("b")),
    )
    found = since(whole, "2020-02", "2020-03")
    assert told(found) == {"in_part": ["all"]}
    assert [(was, part.id, part.status) for was, part in found.in_part[0].parts] == [
        (Status.NO_RESPONSE, "b", Status.MET)
    ]


def test_backwards_what_was_not_yet_asked_is_gone() -> None:
    """From a later to an earlier day an answer gets worse, is taken out, or its demand is gone."""
    whole = dispute(
        asked("pay"), asked("late", "2020-03-01"), made("yes", "2020-03-01", answer("pay"))
    )
    found = since(whole, "2020-03", "2020-02")
    assert told(found) == {"unanswered": ["pay"], "gone": ["late"]}


def test_without_an_offer_nothing_gets_better_by_two_policies() -> None:
    """By a harsher policy the same answer is worth less, on the same day."""
    pay = asked("pay", asks=Asks(more=Amount.parse("10%")))
    whole = dispute(pay, asked("tea"), made("deal", "2020-02-01", answer("pay", more="6%")))
    cards = [score(whole, policy=name) for name in ("standard", "strict")]
    found = changes(*cards)
    assert (told(found), found.between) == ({"worse": ["pay"], "same": ["tea"]}, Between.POLICIES)
    assert also(found) == []


def test_an_offer_as_if_it_had_been_accepted_makes_answers_better() -> None:
    """What would come of an offer is the difference it makes, and is no correction of the record."""
    whole = dispute(asked("pay"), made("offer", "2020-02-01", answer("pay", Kind.OFFER)))
    found = changes(score(whole), score(whole, if_accepted="offer"))
    assert (told(found), found.between) == ({"better": ["pay"]}, Between.OFFERS)
    assert found.records == ()


# Ballots --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("carried", [True, False])
def test_a_ballot_decided_since_is_told_with_what_it_decided(*, carried: bool) -> None:
    """A vote counts from its day, and what it accepts is not told again under what changed nothing."""
    vote = Vote(
        id="vote", title="Vote", held_by="union", date=Date.parse("2020-05"), carried=carried
    )
    whole = dispute(
        asked("pay"),
        asked("tea"),
        made(
            "offer",
            "2020-02-01",
            answer("pay", Kind.OFFER),
            answer("tea", Kind.OFFER),
            accepted_by=("vote",),
        ),
        made("tea-is-here", "2020-02-02", answer("tea", Kind.IN_FORCE)),
        votes=(vote,),
    )
    found = since(whole, "2020-04", "2020-05")
    assert [(vote.id, made.id) for vote, made in found.ballots] == [("vote", "offer")]
    assert [each.id for each in found.same] == (["tea"] if carried else ["pay", "tea"])
    assert also(found) == []
    assert since(whole, "2020-03", "2020-05-30").ballots == ()
    assert since(whole, "2020-05", "2020-06").ballots == ()


def test_a_ballot_that_is_to_come_or_decides_nothing_is_none() -> None:
    """Without a result, or where nothing waits for it, a vote accepts and rejects nothing."""
    votes = (
        Vote(id="to-come", title="To come", held_by="union", date=Date.parse("2020-03-01")),
        Vote(
            id="other", title="Other", held_by="union", date=Date.parse("2020-03-01"), carried=True
        ),
    )
    offer = made("offer", "2020-02-01", answer("pay", Kind.OFFER), accepted_by=("to-come",))
    whole = dispute(asked("pay"), offer, votes=votes)
    assert since(whole, "2020-02", "2020-04").ballots == ()


# What changed no answer -----------------------------------------------------------------------------


def test_what_decides_no_answer_that_moved_is_told_once_each() -> None:
    """A second offer, what nobody demanded, and talks that change nothing; never what is older."""
    gift = attrs.evolve(made("gift", "2020-03-02"), undemanded=Answer(kind=Kind.IN_FORCE))
    whole = dispute(
        asked("pay"),
        asked("tea"),
        made("old", "2020-02-01", answer("pay", Kind.OFFER)),
        made("equal", "2020-03-04", answer("pay", Kind.OFFER)),
        made("talks", "2020-03-03", answer("pay", Kind.TALKS)),
        made("tea-first", "2020-03-01", answer("tea", Kind.OFFER)),
        made("tea-last", "2020-03-05", answer("tea")),
        gift,
    )
    found = since(whole, "2020-02", "2020-03")
    assert told(found) == {"first_answers": ["tea"], "same": ["pay"]}
    assert also(found) == [
        ("tea-first", "tea", "2020-03-01", True),
        ("gift", None, "2020-03-02", True),
        ("talks", "pay", "2020-03-03", True),
        ("equal", "pay", "2020-03-04", True),
    ]
    assert [each.demand.id if each.demand else None for each in found.also] == [
        *("tea", None, "pay", "pay"),
    ]


@pytest.mark.parametrize(
    ("more", "gives", "day"),
    [
        ({"accepted": "2020-03-04"}, {}, "2020-03-04"),
        ({"withdrawn": "2020-03"}, {}, "2020-03"),
        ({}, {"ends": "2020-03-10"}, "2020-03-10"),
        ({}, {"starts": "2020-03-20"}, "2020-03-20"),
        ({}, {}, ""),
    ],
)
def test_what_became_of_an_older_answer_is_told(
    more: dict[str, str], gives: dict[str, str], day: str
) -> None:
    """Accepted, taken back, over or in force since: each has its day, though the answer is the same."""
    kind = Kind.OFFER if "accepted" in more else Kind.IN_FORCE
    whole = dispute(
        asked("pay"),
        made("better", "2020-02-01", answer("pay", Kind.IN_FORCE)),
        made("older", "2020-01-05", answer("pay", kind, **gives), **more),
    )
    found = since(whole, "2020-02", "2020-03")
    assert told(found) == {"same": ["pay"]}
    assert also(found) == ([("older", "pay", day, False)] if day else [])


def test_what_answers_a_demand_of_a_later_day_is_not_told_yet() -> None:
    """An answer stands on no page before its demand does."""
    whole = dispute(asked("pay", "2020-06"), made("early", "2020-03-01", answer("pay")))
    assert also(since(whole, "2020-02", "2020-03")) == []


# Versions -------------------------------------------------------------------------------------------


def test_two_versions_list_the_records_that_differ_by_id() -> None:
    """What was added, removed and corrected is named by section; where a record stands is no part of it."""
    said = Position(
        party="boss", subject="pay", stance=Stance.REJECTS, says="No.", date=Date.parse("2020-02")
    )
    old = dispute(
        asked("pay", asks=Asks(more=Amount.parse("10%"))),
        asked("tea"),
        made("deal", "2020-02-01", answer("pay", more="1%")),
        positions=(said, said),
    )
    new = dispute(
        asked("pay", asks=Asks(more=Amount.parse("10%"))),
        asked("cake"),
        made("deal", "2020-02-01", answer("pay", more="6%")),
        positions=(said,),
    )
    found = changes(score(old), score(new))
    assert found.between is Between.VERSIONS
    assert told(found) == {"better": ["pay"], "new": ["cake"], "gone": ["tea"]}
    assert [attrs.astuple(each) for each in found.records] == [
        ("demands", ("cake",), ("tea",), ()),
        ("concessions", (), (), ("deal",)),
        ("positions", (), ("boss on pay, 2020-02 (2)",), ()),
    ]
    moved = attrs.evolve(old, demands=tuple(attrs.evolve(each, place=None) for each in old.demands))
    same = changes(score(old), score(moved))
    assert (same.between, same.records) == (Between.VERSIONS, ())


# The day before -------------------------------------------------------------------------------------


def test_the_last_change_is_the_day_before_an_answer_last_changed() -> None:
    """A new demand counts only where no answer ever changed, and without either it is the day before."""
    whole = dispute(
        asked("pay", "2020-01-10"),
        asked("tea", "2020-06-01"),
        made("no", "2020-02", answer("pay", Kind.REFUSAL)),
        made("again", "2020-05-01", answer("pay", Kind.REFUSAL)),
    )
    assert str(last_change(whole)) == "2020-02-28"
    assert str(last_change(whole, as_of="2020-02-28")) == "2020-01-09"
    assert str(last_change(whole, as_of="2019-12-31")) == "2019-12-30"
    assert last_change(dispute(), as_of=datetime.date.min) == datetime.date.min


# For every dispute ----------------------------------------------------------------------------------


@given(disputes(), DAYS, DAYS)
def test_every_demand_is_in_one_list(
    whole: Dispute, day: datetime.date, other: datetime.date
) -> None:
    """Each demand of the second day is in exactly one list, or only among those dropped since."""
    first, last = sorted((day, other))
    found = changes(score(whole, as_of=first), score(whole, as_of=last))
    lists = told(found)
    dropped = set(lists.pop("dropped", []))
    listed = [name for names in lists.values() for name in names]
    assert len(listed) == len(set(listed))
    every = {result.id for result in found.after.results}
    assert every - dropped <= set(listed) <= every
    assert not found.gone
    assert not found.unanswered


@given(disputes(), DAYS, DAYS)
def test_the_other_way_round_better_is_worse(
    whole: Dispute, day: datetime.date, other: datetime.date
) -> None:
    """Seen from the second day what got better got worse, and what was new is gone."""
    cards = [score(whole, as_of=each) for each in (day, other)]
    there, back = told(changes(*cards)), told(changes(*reversed(cards)))
    pairs = (("better", "worse"), ("first_answers", "unanswered"), ("new", "gone"))
    for one, two in pairs:
        assert there.get(one) == back.get(two)
        assert there.get(two) == back.get(one)


@given(disputes(), DAYS)
def test_between_a_scorecard_and_itself_nothing_changed(whole: Dispute, day: datetime.date) -> None:
    """The same day, policy and record leave every demand the same, and nothing else to tell."""
    card = score(whole, as_of=day)
    found = changes(card, score(whole, as_of=day))
    assert told(found) == ({"same": [each.id for each in card.results]} if card.results else {})
    assert (found.also, found.ballots, found.records) == ((), (), ())


@given(disputes(), DAYS)
def test_nothing_changed_after_the_last_change(whole: Dispute, day: datetime.date) -> None:
    """Since the day that `last_change` names an answer did change, and since the next none did."""
    before = last_change(whole, as_of=day)
    changed = any(
        step.status is not Status.NO_RESPONSE
        for came in steps(whole, as_of=day).values()
        for step in came
    )
    if not changed:
        return
    found = changes(score(whole, as_of=before), score(whole, as_of=day))
    assert set(told(found)) - {"same", "in_part"}
    after = before + datetime.timedelta(days=1)
    later = told(changes(score(whole, as_of=after), score(whole, as_of=day)))
    assert set(later) <= {"same", "in_part", "new"}


@given(disputes(), DAYS, DAYS)
def test_what_is_also_new_is_of_the_days_between(
    whole: Dispute, day: datetime.date, other: datetime.date
) -> None:
    """Whatever is told as new bears a day after the first and up to the second."""
    first, last = sorted((day, other))
    found = changes(score(whole, as_of=first), score(whole, as_of=last))
    for each in found.also:
        assert each.when is not None
        if each.new:
            assert first < each.when.last <= last
