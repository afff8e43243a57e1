"""A history: the status of every demand after each dated fact, and what moved it."""

from __future__ import annotations

import datetime
import re
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
    Event,
    Evidence,
    Gives,
    History,
    Kind,
    Part,
    Policy,
    Result,
    Status,
    history,
    score,
)
from pcs_scorecard.model.dispute import Days

NO, MOVED, PARTLY, MET = Status.NOT_MET, Status.SOME_MOVEMENT, Status.PARTLY_MET, Status.MET
SILENT = Status.NO_RESPONSE
SHOWN = (Evidence(document="paper", at="page 1"),)
A_DAY = datetime.timedelta(days=1)


def asked(name: str, date: str | None = None, **more: Any) -> Demand:
    """Return a demand; its terms, parts and day of dropping are those given."""
    if "dropped" in more:
        more["dropped"] = Date.parse(more["dropped"])
    if "parts" in more:
        more["parts"] = tuple(Part(id=part, title=part) for part in more["parts"])
    day = Date.parse(date) if date else None
    return Demand(id=name, title=name, made_by="union", made_to="boss", date=day, **more)


def answer(demand: str, kind: Kind = Kind.AGREED, **gives: str) -> Answer:
    """Return an answer to a demand, with an amount or a last day that it holds."""
    reads = {"more": Amount.parse, "ends": Date.parse}
    return Answer(
        demand=demand, kind=kind, gives=Gives(**{k: reads[k](v) for k, v in gives.items()})
    )


def made(name: str, date: str, *answers: Answer, withdrawn: str | None = None) -> Concession:
    """Return a documented concession with these answers."""
    return Concession(
        id=name,
        title=name,
        made_by="boss",
        date=Date.parse(date),
        answers=answers,
        withdrawn=Date.parse(withdrawn) if withdrawn else None,
        evidence=SHOWN,
    )


def dispute(*records: Demand | Concession, **more: Any) -> Dispute:
    """Return a dispute of these demands and concessions."""
    return Dispute(
        title="Invented",
        demands=tuple(each for each in records if isinstance(each, Demand)),
        concessions=tuple(each for each in records if isinstance(each, Concession)),
        **more,
    )


def steps(found: History) -> list[tuple[str, list[str], dict[str, Status]]]:
    """Return of each step its day, its facts and all statuses after it."""
    return [
        (
            step.day.isoformat(),
            [f"{fact.record.id} {fact.happening}" for fact in step.facts],
            step.statuses,
        )
        for step in found.steps
    ]


def moves(found: History) -> list[tuple[str, str, Status | None, Status, list[str]]]:
    """Return of each move its day, its demand, both statuses and the facts it is put down to."""
    return [
        (
            step.day.isoformat(),
            *(move.result.id, move.before, move.result.status),
            [f"{fact.record.id} {fact.happening}" for fact in move.because],
        )
        for step in found.steps
        for move in step.moves
    ]


def whole_of(result: Result) -> list[Any]:
    """Return all that is compared of a result: of it and each part its status and every reason."""
    return [(one.id, one.status, one.reasons) for one in result.every]


# Steps --------------------------------------------------------------------------------------


def test_every_day_with_facts_is_a_step_and_steps_are_in_order() -> None:
    """However records are ordered, days come in order, and the facts of one day are one step."""
    whole = dispute(
        made("letter", "2020-03-05", answer("pay", Kind.TALKS)),
        asked("hours", "2020-02-01"),
        made("deal", "2020-04-01", answer("hours"), answer("pay", Kind.OFFER)),
        asked("pay", "2020-01-10"),
        made("no", "2020-03-05", answer("hours", Kind.REFUSAL)),
    )
    found = history(whole)
    assert steps(found) == [
        ("2020-01-10", ["pay demanded"], {"pay": SILENT}),
        ("2020-02-01", ["hours demanded"], {"hours": SILENT, "pay": SILENT}),
        ("2020-03-05", ["letter answered", "no answered"], {"hours": NO, "pay": NO}),
        ("2020-04-01", ["deal answered"], {"hours": MET, "pay": MOVED}),
    ]
    assert moves(found) == [
        ("2020-01-10", "pay", None, SILENT, ["pay demanded"]),
        ("2020-02-01", "hours", None, SILENT, ["hours demanded"]),
        ("2020-03-05", "hours", SILENT, NO, ["no answered"]),
        ("2020-03-05", "pay", SILENT, NO, ["letter answered"]),
        ("2020-04-01", "hours", NO, MET, ["deal answered"]),
        ("2020-04-01", "pay", NO, MOVED, ["deal answered"]),
    ]


def test_statuses_and_moves_are_in_the_order_of_the_scoresheet() -> None:
    """Demands keep the order in which they are written, whichever of them was made first."""
    whole = dispute(
        asked("z", "2020-03-01"),
        asked("a"),
        asked("m", "2020-01-01"),
        made("deal", "2020-03-01", answer("m"), answer("a"), answer("z")),
    )
    found = history(whole)
    assert [list(step.statuses) for step in found.steps] == [["a", "m"], ["z", "a", "m"]]
    assert [move.result.id for move in found.steps[1].moves] == ["z", "a", "m"]


def test_the_facts_of_one_day_are_in_an_order_of_their_own() -> None:
    """On one day demands stand before answers, and each of them in order of id."""
    records = [
        made("b", "2020-05-01", answer("pay")),
        made("a", "2020-05-01", answer("pay")),
        asked("pay", "2020-05-01"),
        asked("hours", "2020-05-01"),
    ]
    facts = ["hours demanded", "pay demanded", "a answered", "b answered"]
    for order in (records, records[::-1]):
        assert [told for _, told, _ in steps(history(dispute(*order)))] == [facts]


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2023-02-01", "2023-02-01"),
        ("2023-02", "2023-02-28"),
        ("2024-02", "2024-02-29"),
        ("2023-04", "2023-04-30"),
        ("2023", "2023-12-31"),
    ],
)
def test_a_month_or_a_year_counts_from_its_last_day(date: str, day: str) -> None:
    """A demand, an answer, a withdrawal or a dropping known to the month is of its last day."""
    for whole in (
        dispute(asked("pay", date)),
        dispute(asked("pay"), made("deal", date, answer("pay"))),
    ):
        assert [told for told, _, _ in steps(history(whole))] == [day]
    for whole in (
        dispute(asked("pay", "2020", dropped=date)),
        dispute(asked("pay", "2020"), made("deal", "2020", answer("pay"), withdrawn=date)),
    ):
        found = history(whole, as_of="2024-12")
        assert [told for told, _, _ in steps(found)] == ["2020-12-31", day]


def test_a_month_and_its_last_day_are_one_step() -> None:
    """What is dated June, and what is dated 30 June, is of one day."""
    whole = dispute(asked("pay", "2020-06"), made("deal", "2020-06-30", answer("pay")))
    assert steps(history(whole)) == [
        ("2020-06-30", ["pay demanded", "deal answered"], {"pay": MET})
    ]


def test_the_likely_date_counts_and_not_the_printed_one() -> None:
    """A letter that prints June and is likely of July moves its demand in July."""
    letter = attrs.evolve(
        made("letter", "2020-07-04", answer("pay")),
        date_printed="4 June",
        date_note="It answers a letter of 30 June.",
    )
    found = history(dispute(asked("pay", "2020-06-30"), letter))
    assert moves(found) == [
        ("2020-06-30", "pay", None, SILENT, ["pay demanded"]),
        ("2020-07-04", "pay", SILENT, MET, ["letter answered"]),
    ]


# Demands ------------------------------------------------------------------------------------


def test_an_undated_demand_is_there_from_the_start() -> None:
    """Without a date a demand has no response in every step before it is answered."""
    whole = dispute(
        asked("hours", "2020-01-01"), asked("pay"), made("deal", "2020-02-01", answer("pay"))
    )
    found = history(whole)
    assert steps(found) == [
        ("2020-01-01", ["hours demanded"], {"hours": SILENT, "pay": SILENT}),
        ("2020-02-01", ["deal answered"], {"hours": SILENT, "pay": MET}),
    ]
    assert moves(found) == [
        ("2020-01-01", "hours", None, SILENT, ["hours demanded"]),
        ("2020-02-01", "pay", SILENT, MET, ["deal answered"]),
    ]


def test_an_answer_counts_from_the_day_its_demand_is_on_record() -> None:
    """What was given before it was demanded moves nothing then, and counts once it is demanded."""
    whole = dispute(
        asked("pay", "2020-03-01"),
        made("early", "2020-01-01", answer("pay", Kind.OFFER)),
        made("late", "2020-05-01", answer("pay")),
    )
    found = history(whole)
    assert steps(found) == [
        ("2020-01-01", ["early answered"], {}),
        ("2020-03-01", ["pay demanded"], {"pay": MOVED}),
        ("2020-05-01", ["late answered"], {"pay": MET}),
    ]
    assert moves(found) == [
        ("2020-03-01", "pay", None, MOVED, ["pay demanded"]),
        ("2020-05-01", "pay", MOVED, MET, ["late answered"]),
    ]


def test_an_answer_that_was_taken_back_before_it_was_demanded_does_not_count() -> None:
    """A demand begins with what every earlier answer gives on that day."""
    whole = dispute(
        asked("pay", "2020-03-01"),
        made("gone", "2020-01-01", answer("pay"), withdrawn="2020-02-01"),
        made("over", "2020-01-01", answer("pay", ends="2020-01")),
    )
    assert moves(history(whole)) == [("2020-03-01", "pay", None, NO, ["pay demanded"])]


def test_a_dropped_demand_keeps_its_status() -> None:
    """That a demand is dropped is a fact of its day, and moves nothing."""
    whole = dispute(
        asked("pay", "2020-01-01", dropped="2020-03"), made("no", "2020-02", answer("pay"))
    )
    found = history(whole, as_of="2020-04")
    assert steps(found) == [
        ("2020-01-01", ["pay demanded"], {"pay": SILENT}),
        ("2020-02-29", ["no answered"], {"pay": MET}),
        ("2020-03-31", ["pay dropped"], {"pay": MET}),
    ]
    assert [move[0] for move in moves(found)] == ["2020-01-01", "2020-02-29"]


# Withdrawals and ends -----------------------------------------------------------------------


def test_what_is_taken_back_moves_its_demand_to_the_next_best_answer() -> None:
    """From the day of its withdrawal an answer gives nothing, and the others stand."""
    whole = dispute(
        asked("pay", "2020-01-01"),
        made("hope", "2020-02-01", answer("pay", Kind.ASSURANCE), withdrawn="2020-05-01"),
        made("deal", "2020-03-01", answer("pay"), withdrawn="2020-04"),
    )
    assert moves(history(whole)) == [
        ("2020-01-01", "pay", None, SILENT, ["pay demanded"]),
        ("2020-02-01", "pay", SILENT, MOVED, ["hope answered"]),
        ("2020-03-01", "pay", MOVED, MET, ["deal answered"]),
        ("2020-04-30", "pay", MET, MOVED, ["deal withdrawn"]),
        ("2020-05-01", "pay", MOVED, NO, ["hope withdrawn"]),
    ]


def test_an_answer_counts_on_its_last_day_and_not_on_the_next() -> None:
    """What holds until the end of May still counts on 31 May, and moves its demand on 1 June."""
    whole = dispute(asked("pay", "2020"), made("deal", "2021-03-01", answer("pay", ends="2021-05")))
    assert steps(history(whole, as_of="2021-05"))[-1][0] == "2021-03-01"
    assert moves(history(whole, as_of="2021-06-01"))[-1] == (
        *("2021-06-01", "pay", MET, NO),
        ["deal ended"],
    )


def test_an_end_after_the_day_is_not_in_the_history() -> None:
    """Without a day the history ends with the last date on record, which no end of a term sets."""
    whole = dispute(asked("pay", "2020"), made("deal", "2021-03-01", answer("pay", ends="2030")))
    assert history(whole).as_of == datetime.date(2021, 3, 1)
    assert [day for day, _, _ in steps(history(whole))] == ["2020-12-31", "2021-03-01"]
    assert [day for day, _, _ in steps(history(whole, as_of="2031"))][-1] == "2031-01-01"


def test_what_had_ended_when_it_was_made_ends_on_its_own_day() -> None:
    """An answer for a time that is over is on record and ended on one day, and gives nothing."""
    whole = dispute(asked("pay", "2020"), made("past", "2021-03-01", answer("pay", ends="2020-06")))
    assert steps(history(whole)) == [
        ("2020-12-31", ["pay demanded"], {"pay": SILENT}),
        ("2021-03-01", ["past answered", "past ended"], {"pay": NO}),
    ]


def test_answers_that_end_on_one_day_end_together() -> None:
    """A settlement whose terms end on two days has two ends, each of the demands that it is of."""
    deal = made(
        *("deal", "2020-02-01"),
        answer("old", ends="2020-05"),
        answer("pay", ends="2020-03"),
        answer("new", ends="2020-05"),
    )
    whole = dispute(asked("pay", "2020-01"), asked("jobs", "2020-01", parts=("new", "old")), deal)
    found = history(whole, as_of="2021")
    assert moves(found)[2:] == [
        ("2020-02-01", "pay", SILENT, MET, ["deal answered"]),
        ("2020-02-01", "jobs", SILENT, MET, ["deal answered"]),
        ("2020-04-01", "pay", MET, NO, ["deal ended"]),
        ("2020-06-01", "jobs", MET, NO, ["deal ended"]),
    ]
    assert [fact.touches for step in found.steps[2:] for fact in step.facts] == [
        ("pay",),
        ("old", "new"),
    ]


def test_an_end_on_the_last_day_there_is_never_comes() -> None:
    """After 31 December 9999 there is no day, so what holds until then does not end."""
    whole = dispute(asked("pay", "2020"), made("deal", "2021", answer("pay", ends="9999")))
    assert [day for day, _, _ in steps(history(whole, as_of="9999"))] == [
        *("2020-12-31", "2021-12-31"),
    ]


# Parts --------------------------------------------------------------------------------------


def test_a_demand_moves_with_its_parts() -> None:
    """An answer to a part touches the whole, which moves where its parts make another status."""
    whole = dispute(
        asked("jobs", "2020-01-01", parts=("new", "old")),
        made("talks", "2020-02-01", answer("old", Kind.TALKS)),
        made("posts", "2020-03-01", answer("new")),
        made("hope", "2020-04-01", answer("old", Kind.ASSURANCE)),
        made("kept", "2020-05-01", answer("old")),
    )
    found = history(whole)
    assert moves(found) == [
        ("2020-01-01", "jobs", None, SILENT, ["jobs demanded"]),
        ("2020-02-01", "jobs", SILENT, NO, ["talks answered"]),
        ("2020-03-01", "jobs", NO, PARTLY, ["posts answered"]),
        ("2020-05-01", "jobs", PARTLY, MET, ["kept answered"]),
    ]
    assert [step.statuses for step in found.steps][3] == {"jobs": PARTLY}
    assert [step.facts[0].touches for step in found.steps] == [
        *(("jobs",), ("old",), ("new",), ("old",), ("old",)),
    ]


def test_a_move_has_the_whole_result_of_its_day() -> None:
    """What moved is told with every answer known by then, as the scorecard of that day has it."""
    whole = dispute(
        asked("jobs", "2020-01-01", parts=("new", "old")),
        made("talks", "2020-02-01", answer("old", Kind.TALKS)),
        made("posts", "2020-03-01", answer("new", Kind.OFFER), answer("old", Kind.REFUSAL)),
        made("later", "2020-04-01", answer("new")),
    )
    move = history(whole).steps[2].moves[0]
    assert whole_of(move.result) == whole_of(score(whole, as_of="2020-03-01")["jobs"])
    assert [pair.concession.id for part in move.result.parts for pair in part.pairs] == [
        *("posts", "posts", "talks"),
    ]


# What moves nothing -------------------------------------------------------------------------


def test_a_fact_may_move_nothing() -> None:
    """A worse answer, one as good, and what nobody demanded are facts of their days."""
    gift = attrs.evolve(made("gift", "2020-04-01"), undemanded=Answer(kind=Kind.IN_FORCE))
    whole = dispute(
        asked("pay", "2020-01-01"),
        made("offer", "2020-02-01", answer("pay", Kind.OFFER)),
        made("no", "2020-03-01", answer("pay", Kind.REFUSAL)),
        gift,
        made("again", "2020-05-01", answer("pay", Kind.OFFER)),
    )
    found = history(whole)
    assert [day for day, *_ in moves(found)] == ["2020-01-01", "2020-02-01"]
    assert steps(found)[2:] == [
        ("2020-03-01", ["no answered"], {"pay": MOVED}),
        ("2020-04-01", ["gift answered"], {"pay": MOVED}),
        ("2020-05-01", ["again answered"], {"pay": MOVED}),
    ]
    assert [fact.touches for fact in found.steps[3].facts] == [()]


def test_what_is_no_fact_about_a_demand_is_no_step() -> None:
    """An event has a date and can move no status, so no step is made of it, nor is it the last."""
    ballot = Event(id="ballot", title="A ballot", date=Date.parse("2021-01"))
    found = history(dispute(asked("pay", "2020-01-01"), events=(ballot,)))
    assert found.as_of == datetime.date(2020, 1, 1)
    assert [day for day, _, _ in steps(found)] == ["2020-01-01"]


def test_an_answer_to_a_demand_that_is_not_there_is_passed_over() -> None:
    """As on a scorecard, an answer made in Python to nothing at all changes nothing."""
    stray = made("stray", "2020-02-01", answer("nothing"), Answer(kind=Kind.AGREED))
    found = history(dispute(asked("pay", "2020-01-01"), stray))
    assert steps(found)[-1] == ("2020-02-01", ["stray answered"], {"pay": SILENT})


# The day and the policy ---------------------------------------------------------------------

FOUR = dispute(
    asked("pay", "2020-01", asks=Asks(more=Amount.parse("10%"))),
    made("small", "2020-02", answer("pay", more="4%")),
    made("more", "2020-03-10", answer("pay", more="6%")),
    made("all", "2020-04", answer("pay", more="10%")),
)


@pytest.mark.parametrize(
    ("as_of", "days"),
    [
        (None, 4),
        ("2020-04", 4),
        ("2020-04-29", 3),
        ("2020-03-10", 3),
        (Date.parse("2020-02"), 2),
        (datetime.date(2020, 2, 29), 2),
        (datetime.datetime(2020, 2, 28, 23, 59, tzinfo=datetime.UTC), 1),
        ("2019", 0),
    ],
)
def test_a_history_ends_on_its_day(as_of: Any, days: int) -> None:
    """A history up to an earlier day is the beginning of the same history."""
    found, every = history(FOUR, as_of=as_of), history(FOUR)
    assert steps(found) == steps(every)[:days]
    assert moves(found) == moves(every)[:days]


@pytest.mark.parametrize(
    ("policy", "statuses"),
    [
        ("standard", [SILENT, MOVED, PARTLY, MET]),
        ("strict", [SILENT, MOVED, MOVED, MET]),
        (POLICIES["lenient"], [SILENT, PARTLY, PARTLY, MET]),
    ],
)
def test_a_policy_judges_every_step(policy: Policy | str, statuses: list[Status]) -> None:
    """Shares of 2/5 and 3/5 are judged in every step by the policy that is named or given."""
    found = history(FOUR, policy=policy)
    assert [step.statuses["pay"] for step in found.steps] == statuses
    assert found.policy.name in ("standard", "strict", "lenient")


@pytest.mark.parametrize(
    ("whole", "how", "message"),
    [
        (
            dispute(asked("pay")),
            {},
            "no record in this dispute has a date; give the date of the scoresheet",
        ),
        (FOUR, {"as_of": "2020-13"}, "found '2020-13', a date that does not exist"),
        (
            FOUR,
            {"policy": "strickt"},
            "found 'strickt'; allowed are standard, strict, lenient; did you mean 'strict'?",
        ),
    ],
)
def test_a_history_raises_as_a_scorecard_does(
    whole: Dispute, how: dict[str, str], message: str
) -> None:
    """What cannot be scored has no history either, for the same reason."""
    for make in (history, score):
        with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
            make(whole, **how)


def test_a_dispute_without_dates_has_a_history_without_steps() -> None:
    """Up to a day that is given, a dispute of undated demands has no dated fact."""
    assert history(dispute(asked("pay")), as_of="2020").steps == ()


# What always holds --------------------------------------------------------------------------

DAYS = st.dates(datetime.date(2021, 12, 1), datetime.date(2024, 2, 1))
POLICY = st.sampled_from([*POLICIES.values()])


def undated(whole: Dispute) -> dict[str, Status]:
    """Return the statuses before all days: of the demands that have none."""
    return {each.id: SILENT for each in whole.demands if Days(whole).of(each) is None}


def on(whole: Dispute, day: datetime.date, policy: Policy) -> dict[str, Status]:
    """Return the statuses of a day as the scorecard gives them, in its order."""
    return {each.id: each.status for each in score(whole, as_of=day, policy=policy).results}


@given(disputes(), DAYS, POLICY)
def test_every_step_is_as_the_scorecard_of_its_day(
    whole: Dispute, day: datetime.date, policy: Policy
) -> None:
    """After each step every demand has the status, and each move the result, that `score` gives."""
    before = undated(whole)
    for step in history(whole, as_of=day, policy=policy).steps:
        card = score(whole, as_of=step.day, policy=policy)
        assert list(step.statuses.items()) == [(each.id, each.status) for each in card.results]
        assert [(whole_of(move.result), move.before) for move in step.moves] == [
            (whole_of(each), before.get(each.id))
            for each in card.results
            if before.get(each.id) is not each.status
        ]
        before = step.statuses


@given(disputes(), DAYS, POLICY)
def test_between_two_steps_nothing_moves(
    whole: Dispute, day: datetime.date, policy: Policy
) -> None:
    """On the day before the next step, and on the last day, statuses are as after the last step."""
    found = history(whole, as_of=day, policy=policy).steps
    now = undated(whole)
    for step in found:
        assert on(whole, step.day - A_DAY, policy) == now
        now = step.statuses
    assert on(whole, day, policy) == now


@given(disputes(), DAYS)
def test_every_step_has_facts_and_every_move_a_cause(whole: Dispute, day: datetime.date) -> None:
    """Days rise, no step is empty, and what moved is touched by a fact of that very day."""
    found = history(whole, as_of=day).steps
    days = [step.day for step in found]
    assert days == sorted(set(days))
    assert all(each <= day for each in days)
    for step in found:
        assert step.facts
        assert {fact.day for fact in step.facts} == {step.day}
        for move in step.moves:
            names = {move.result.id, *(part.id for part in move.result.parts)}
            assert move.because
            assert all(names.intersection(fact.touches) for fact in move.because)
            assert [fact for fact in step.facts if names.intersection(fact.touches)] == [
                *move.because
            ]


@given(disputes(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_records_never_matters(whole: Dispute, day: datetime.date, luck: Any) -> None:
    """However records are ordered, each day has the same facts, the same moves and statuses."""
    mixed: dict[str, Any] = {
        section: tuple(luck.sample(getattr(whole, section), len(getattr(whole, section))))
        for section in ("demands", "concessions")
    }
    one, other = history(whole, as_of=day), history(attrs.evolve(whole, **mixed), as_of=day)
    assert [(step.day, step.facts, step.statuses) for step in one.steps] == [
        (step.day, step.facts, step.statuses) for step in other.steps
    ]
    assert sorted(moves(one), key=str) == sorted(moves(other), key=str)
