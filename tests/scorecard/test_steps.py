"""How answers came about: the days on which the status of a demand changed."""

from __future__ import annotations

import datetime
import itertools
from typing import Any

import attrs
import pytest
from helpers.strategies import disputes
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import (
    POLICIES,
    Amount,
    Answer,
    Asks,
    Concession,
    Date,
    Demand,
    Dispute,
    Evidence,
    Gives,
    Kind,
    Part,
    Policy,
    Status,
    Step,
    Vote,
    score,
    steps,
)

NO, MOVED, PARTLY, MET = Status.NOT_MET, Status.SOME_MOVEMENT, Status.PARTLY_MET, Status.MET
SILENT = Status.NO_RESPONSE
SHOWN = (Evidence(document="paper", at="page 1"),)
A_DAY = datetime.timedelta(days=1)
DAYS = st.dates(datetime.date(2019, 1, 1), datetime.date(2026, 12, 31))


def asked(name: str, date: str | None = None, **more: Any) -> Demand:
    """Return a demand; its terms, parts and day of dropping are those given."""
    if "dropped" in more:
        more["dropped"] = Date.parse(more["dropped"])
    if "parts" in more:
        more["parts"] = tuple(Part(id=part, title=part) for part in more["parts"])
    day = Date.parse(date) if date else None
    return Demand(id=name, title=name, made_by="union", made_to="boss", date=day, **more)


def answer(demand: str, kind: Kind = Kind.AGREED, **gives: str) -> Answer:
    """Return an answer to a demand, with an amount, a first or a last day of it."""
    reads: dict[str, Any] = {"more": Amount.parse, "starts": Date.parse, "ends": Date.parse}
    return Answer(
        demand=demand, kind=kind, gives=Gives(**{k: reads[k](v) for k, v in gives.items()})
    )


def made(name: str, date: str, *answers: Answer, **more: Any) -> Concession:
    """Return a documented concession with these answers."""
    more = {k: Date.parse(v) if isinstance(v, str) else v for k, v in more.items()}
    return Concession(
        id=name,
        title=name,
        made_by="boss",
        date=Date.parse(date),
        answers=answers,
        evidence=SHOWN,
        **more,
    )


def dispute(*records: Demand | Concession, **more: Any) -> Dispute:
    """Return a dispute of these demands and concessions."""
    return Dispute(
        title="Invented",
        demands=tuple(each for each in records if isinstance(each, Demand)),
        concessions=tuple(each for each in records if isinstance(each, Concession)),
        **more,
    )


def told(found: dict[str, tuple[Step, ...]], name: str = "pay") -> list[tuple[str, Status | None]]:
    """Return of each step of a demand its date and its status."""
    return [(step.when.text, step.status) for step in found[name]]


# What is a step -----------------------------------------------------------------------------------


def test_an_answer_is_a_step_where_it_changes_the_status() -> None:
    """However records are ordered, steps come in order; a worse answer and one as good are none."""
    whole = dispute(
        made("again", "2020-05-01", answer("pay", Kind.OFFER)),
        made("letter", "2020-02-05", answer("pay", Kind.TALKS)),
        asked("pay", "2020-01-10"),
        made("no", "2020-04-02", answer("pay", Kind.REFUSAL)),
        made("deal", "2020-06-01", answer("pay")),
        made("offer", "2020-03-01", answer("pay", Kind.OFFER)),
    )
    assert told(steps(whole)) == [
        ("2020-01-10", SILENT),
        ("2020-02-05", NO),
        ("2020-03-01", MOVED),
        ("2020-06-01", MET),
    ]


@pytest.mark.parametrize("date", ["2023-02-01", "2023-02", "2023", "2023-01 to 2023-02"])
def test_a_step_has_the_date_of_what_changed_it_as_it_is_known(date: str) -> None:
    """A day, a month, a year or a span is told as such, and not as its last day."""
    whole = dispute(asked("pay", "2020"), made("deal", date, answer("pay")))
    assert told(steps(whole)) == [("2020", SILENT), (date, MET)]


def test_a_month_counts_from_its_last_day() -> None:
    """What is dated June is of 30 June, so that what came on that day is one step with it."""
    whole = dispute(asked("pay", "2020-06"), made("deal", "2020-06-30", answer("pay")))
    assert told(steps(whole)) == [("2020-06", MET)]
    assert steps(whole, as_of="2020-06-29") == {}


def test_an_answer_counts_from_the_day_its_demand_is_on_record() -> None:
    """What was given before it was demanded counts once it is demanded, if it still stands."""
    early = made("early", "2020-01-01", answer("pay", Kind.OFFER))
    assert told(steps(dispute(asked("pay", "2020-03-01"), early))) == [("2020-03-01", MOVED)]
    gone = attrs.evolve(early, withdrawn=Date.parse("2020-02"))
    assert told(steps(dispute(asked("pay", "2020-03-01"), gone))) == [("2020-03-01", NO)]


def test_an_undated_demand_begins_with_its_first_answer() -> None:
    """Without a day on which it was asked the first step is the first answer, if there is one."""
    whole = dispute(asked("pay"), made("deal", "2020-02-01", answer("pay")), asked("tea"))
    assert steps(whole)["tea"] == ()
    assert told(steps(whole)) == [("2020-02-01", MET)]


def test_a_dropped_demand_has_a_last_step_without_a_status() -> None:
    """That its side gave it up is a step of its own, which leaves the status as it was."""
    whole = dispute(
        asked("pay", "2020-01-01", dropped="2020-03"), made("yes", "2020-02", answer("pay"))
    )
    assert told(steps(whole, as_of="2020-03")) == [
        ("2020-01-01", SILENT),
        ("2020-02", MET),
        ("2020-03", None),
    ]
    assert told(steps(whole, as_of="2020-03-30"))[-1] == ("2020-02", MET)


def test_what_is_taken_back_is_a_step_to_the_next_best_answer() -> None:
    """From the day of its withdrawal an answer gives nothing, and the others stand."""
    whole = dispute(
        asked("pay", "2020-01-01"),
        made("hope", "2020-02-01", answer("pay", Kind.ASSURANCE), withdrawn="2020-05-01"),
        made("deal", "2020-03-01", answer("pay"), withdrawn="2020-04"),
    )
    assert told(steps(whole)) == [
        ("2020-01-01", SILENT),
        ("2020-02-01", MOVED),
        ("2020-03-01", MET),
        ("2020-04", MOVED),
        ("2020-05-01", NO),
    ]


def test_an_end_is_a_step_of_the_first_day_after_it() -> None:
    """What holds until the end of May still counts on 31 May; after the last day there is none."""
    until = [
        dispute(asked("pay", "2020"), made("deal", "2021-03-01", answer("pay", ends=end)))
        for end in ("2021-05", "9999")
    ]
    assert told(steps(until[0], as_of="2021-06-01"))[1:] == [
        ("2021-03-01", MET),
        ("2021-06-01", NO),
    ]
    assert told(steps(until[0], as_of="2021-05"))[1:] == [("2021-03-01", MET)]
    assert told(steps(until[1], as_of="9999"))[1:] == [("2021-03-01", MET)]


def test_a_due_date_that_passes_is_a_step() -> None:
    """What is agreed and not in force when it is due is overdue from the next day."""
    pay = asked("pay", "2020-01-01", asks=Asks(due=Date.parse("2020-06")))
    deal = made("deal", "2020-02-01", answer("pay", Kind.AGREED))
    assert told(steps(dispute(pay, deal), as_of="2021")) == [
        ("2020-01-01", SILENT),
        ("2020-02-01", MET),
        ("2020-07-01", PARTLY),
    ]


def test_a_vote_that_accepts_an_offer_is_a_step_of_its_own_day() -> None:
    """An offer is some movement until the vote that accepts it, and its full worth from then."""
    vote = Vote(id="yes", title="yes", held_by="union", date=Date.parse("2020-05"), carried=True)
    offer = made("offer", "2020-02-01", answer("pay", Kind.OFFER), accepted_by=("yes",))
    whole = dispute(asked("pay", "2020-01-01"), offer, votes=(vote,))
    assert told(steps(whole)) == [("2020-01-01", SILENT), ("2020-02-01", MOVED), ("2020-05", MET)]


def test_a_demand_moves_with_its_parts() -> None:
    """An answer to a part is a step of the whole where its parts make another status."""
    whole = dispute(
        asked("jobs", "2020-01-01", parts=("new", "old")),
        made("talks", "2020-02-01", answer("old", Kind.TALKS)),
        made("posts", "2020-03-01", answer("new")),
        made("hope", "2020-04-01", answer("old", Kind.ASSURANCE)),
        made("kept", "2020-05-01", answer("old")),
    )
    assert told(steps(whole), "jobs") == [
        ("2020-01-01", SILENT),
        ("2020-02-01", NO),
        ("2020-03-01", PARTLY),
        ("2020-05-01", MET),
    ]


def test_a_policy_has_steps_of_its_own() -> None:
    """What one policy calls in part is some movement by another, so the steps differ."""
    pay = asked("pay", "2020-01-01", asks=Asks(more=Amount.parse("10%")))
    whole = dispute(pay, made("deal", "2020-02-01", answer("pay", more="6%")))
    assert [told(steps(whole, policy=name))[-1][1] for name in POLICIES] == [PARTLY, MOVED, PARTLY]


def test_what_cannot_be_scored_has_no_steps() -> None:
    """An unknown policy, no date, and no day at all are refused as `score` refuses them."""
    for given_, why in (
        ({"policy": "harsh", "as_of": "2020"}, "found 'harsh'"),
        ({"as_of": "May"}, "found 'May'"),
        ({}, "no record in this dispute has a date"),
    ):
        with pytest.raises(ValueError, match=why):
            steps(dispute(asked("pay")), **given_)


# For every dispute ----------------------------------------------------------------------------------


@given(disputes(), DAYS, st.sampled_from(sorted(POLICIES)))
def test_on_the_day_of_each_step_the_status_is_that_of_the_step(
    whole: Dispute, day: datetime.date, name: str
) -> None:
    """Scored on the day of a step a demand has its status, and on the day before it has another."""
    policy = POLICIES[name]
    for demand, came in steps(whole, as_of=day, policy=policy).items():
        for step in came:
            assert step.when.last <= day
            if step.status is None:
                continue
            assert status_of(demand, whole, step.when.last, policy) is step.status
            if step is not came[0]:
                before = status_of(demand, whole, step.when.last - A_DAY, policy)
                assert before is not step.status


@given(disputes(), DAYS, DAYS)
def test_between_steps_nothing_changes(
    whole: Dispute, day: datetime.date, other: datetime.date
) -> None:
    """On any day the status is that of the last step by then; there is no other day of change."""
    first, last = sorted((day, other))
    came = steps(whole, as_of=last)
    for result in score(whole, as_of=first).results:
        statuses = [
            step.status
            for step in came[result.id]
            if step.when.last <= first and step.status is not None
        ]
        assert result.status is (statuses[-1] if statuses else SILENT)


@given(disputes(), DAYS)
def test_no_step_leaves_the_status_as_it_was(whole: Dispute, day: datetime.date) -> None:
    """Neighbouring steps differ, in order of time, and only the last can be that it was dropped."""
    for came in steps(whole, as_of=day).values():
        kept = [step for step in came if step.status is not None]
        assert all(one.status is not next_.status for one, next_ in itertools.pairwise(kept))
        assert [step.when.last for step in kept] == sorted(step.when.last for step in kept)
        assert all(step.status is not None for step in came[:-1])


@given(disputes(), DAYS, DAYS)
def test_what_comes_later_changes_no_earlier_step(
    whole: Dispute, day: datetime.date, other: datetime.date
) -> None:
    """The steps up to a day are the first of those up to any later one, and a prefix of them."""
    first, last = sorted((day, other))
    came = steps(whole, as_of=last)
    for name, early in steps(whole, as_of=first).items():
        upto = [step for step in came[name] if step.when.last <= first]
        assert list(early) == upto


@given(disputes(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_records_changes_no_step(
    whole: Dispute, day: datetime.date, luck: Any
) -> None:
    """However concessions are ordered, each demand has the same steps."""
    mixed = attrs.evolve(
        whole, concessions=tuple(luck.sample(whole.concessions, len(whole.concessions)))
    )
    assert days_of(steps(mixed, as_of=day)) == days_of(steps(whole, as_of=day))


def status_of(demand: str, whole: Dispute, day: datetime.date, policy: Policy) -> Status | None:
    """Return the status of a demand on a day; None where it was not on record."""
    try:
        return score(whole, as_of=day, policy=policy)[demand].status
    except KeyError:
        return None


def days_of(came: dict[str, tuple[Step, ...]]) -> dict[str, list[tuple[datetime.date, Any]]]:
    """Return the steps with their last days alone, as two dates may mean one day."""
    return {name: [(step.when.last, step.status) for step in each] for name, each in came.items()}
