"""A scorecard: the best answer to each demand, on one day, by one policy."""

from __future__ import annotations

import datetime
import pickle
import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import attrs
import pytest
from helpers.strategies import disputes
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import (
    POLICIES,
    STANDARD,
    Amount,
    Answer,
    Asks,
    Claim,
    Concession,
    Date,
    Demand,
    Dispute,
    Event,
    Evidence,
    Figure,
    Gives,
    Kind,
    Part,
    Party,
    PartyKind,
    PayPoint,
    Period,
    Policy,
    Position,
    Result,
    Scorecard,
    Stance,
    Status,
    Untested,
    Verdict,
    Vote,
    render,
    score,
)
from pcs_scorecard.comparison import compare
from pcs_scorecard.comparison.compare import Cell, NextStatus
from pcs_scorecard.comparison.rules import RULES, Rule, rule_id
from pcs_scorecard.model.fields import fields_of
from pcs_scorecard.values.vocabulary import SCALE, Basis

NO, MOVED, PARTLY, MET = (
    Status.NOT_MET,
    Status.SOME_MOVEMENT,
    Status.PARTLY_MET,
    Status.MET,
)
SILENT = Status.NO_RESPONSE
SHOWN = (Evidence(document="paper", at="page 1"),)
AS_OF = "2023-06-30"


def typed(record: type, terms: dict[str, Any]) -> Any:
    """Return a record whose terms are typed as in a file: amounts, periods and dates as texts."""
    reads = {"amount": Amount.parse, "date": Date.parse, "period": Period.parse}
    how = {field.name: reads.get(str(field.holds)) for field in fields_of(record)}
    return record(**{name: (how[name] or _same)(value) for name, value in terms.items()})


def _same(value: Any) -> Any:
    return value


def asked(name: str = "pay", *, date: str | None = "2022-01", **terms: Any) -> Demand:
    """Return a demand with these terms."""
    day = Date.parse(date) if date else None
    asks = typed(Asks, terms)
    return Demand(id=name, title=name, made_by="union", made_to="boss", date=day, asks=asks)


def compound(name: str, *parts: str) -> Demand:
    """Return a demand with these parts."""
    made = tuple(Part(id=part, title=part) for part in parts)
    return attrs.evolve(asked(name), parts=made)


def answer(kind: Kind, demand: str = "pay", **terms: Any) -> Answer:
    """Return an answer to a demand; terms are those of the answer or of what it gives."""
    own = {field.name for field in fields_of(Answer)}
    about = {name: value for name, value in terms.items() if name in own}
    gives = {name: value for name, value in terms.items() if name not in own}
    return Answer(demand=demand, kind=kind, gives=typed(Gives, gives), **about)


def made(name: str, *answers: Answer, date: str = "2023-01", **more: Any) -> Concession:
    """Return a documented concession with these answers."""
    more = {"evidence": SHOWN, "title": name, "made_by": "boss", **more}
    return Concession(id=name, date=Date.parse(date), answers=answers, **more)


def dispute(demands: Sequence[Demand], *concessions: Concession, **more: Any) -> Dispute:
    """Return a dispute about these demands."""
    return Dispute(title="Invented", demands=tuple(demands), concessions=concessions, **more)


def one(asks: dict[str, Any], reply: Answer, policy: Policy = STANDARD, **more: Any) -> Result:
    """Return the result of one demand with one answer to it."""
    whole = dispute([asked(**asks)], made("answer", reply, **more))
    return score(whole, as_of=AS_OF, policy=policy)["pay"]


ENOUGH = {
    MET: Kind.AGREED,
    PARTLY: Kind.AGREED,
    MOVED: Kind.OFFER,
    NO: Kind.REFUSAL,
}


def reaching(status: Status, demand: str, name: str) -> Concession:
    """Return a concession whose answer alone brings a demand to a status."""
    terms = {"in_return": "an hour more"} if status is PARTLY else {}
    return made(name, answer(ENOUGH[status], demand, **terms))


# The best answer ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ([], SILENT),
        ([NO], NO),
        ([MOVED], MOVED),
        ([PARTLY], PARTLY),
        ([MET], MET),
        ([NO, NO], NO),
        ([NO, MOVED], MOVED),
        ([PARTLY, NO, MOVED], PARTLY),
        ([NO, MET, PARTLY], MET),
    ],
)
def test_the_best_answer_counts(answers: list[Status], status: Status) -> None:
    """A demand has the status of its best answer; answers are not added up."""
    offered = [reaching(each, "pay", f"answer-{i}") for i, each in enumerate(answers)]
    assert score(dispute([asked()], *offered), as_of=AS_OF)["pay"].status is status


def test_two_halves_are_no_whole() -> None:
    """Two answers that give half of what was asked leave it partly met."""
    halves = [made(name, answer(Kind.AGREED, more="5%")) for name in ("spring", "summer")]
    assert score(dispute([asked(more="10%")], *halves), as_of=AS_OF)["pay"].status is PARTLY


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ([MET, MET], MET),
        ([PARTLY, PARTLY], PARTLY),
        ([MOVED, MOVED], MOVED),
        ([NO, NO], NO),
        ([SILENT, SILENT], SILENT),
        ([MET, NO], PARTLY),
        ([MET, PARTLY], PARTLY),
        ([MET, MOVED], PARTLY),
        ([PARTLY, NO, NO], PARTLY),
        ([PARTLY, MOVED], PARTLY),
        ([MOVED, NO], MOVED),
        # A part without a response counts as a No as soon as another has one.
        ([MET, SILENT], PARTLY),
        ([PARTLY, SILENT], PARTLY),
        ([MOVED, SILENT], MOVED),
        ([NO, SILENT], NO),
        ([MET], MET),
        ([SILENT], SILENT),
    ],
)
def test_parts_make_a_whole(parts: list[Status], status: Status) -> None:
    """A compound demand is as its parts where they are alike, and in between where not."""
    names = [f"part-{i}" for i, _ in enumerate(parts)]
    answers = [
        reaching(each, name, f"answer-to-{name}")
        for name, each in zip(names, parts, strict=True)
        if each is not SILENT
    ]
    for order in (names, names[::-1]):
        card = score(dispute([compound("whole", *order)], *answers), as_of=AS_OF)
        assert card["whole"].status is status
        assert [card[name].status for name in names] == parts


def test_no_response_is_counted_apart() -> None:
    """A demand without an answer has no place on the scale, and a column of its own."""
    card = score(dispute([asked()]), as_of=AS_OF)
    assert card["pay"].status is SILENT
    assert card.tally == {MET: 0, PARTLY: 0, MOVED: 0, NO: 0, SILENT: 1}
    assert card["pay"].reasons == ()
    assert card["pay"].next is None
    assert SILENT not in SCALE
    assert not hasattr(SILENT, "rank")


def test_the_tally_counts_demands_and_not_parts() -> None:
    """The counts of the tally, best first, add up to the number of demands."""
    demands = [asked("pay"), asked("hours"), asked("leave"), compound("jobs", "new", "old")]
    answers = [reaching(MET, "pay", "a"), reaching(NO, "hours", "b"), reaching(MET, "new", "c")]
    tally = score(dispute(demands, *answers), as_of=AS_OF).tally
    assert list(tally.items()) == [(MET, 1), (PARTLY, 1), (MOVED, 0), (NO, 1), (SILENT, 1)]
    assert sum(tally.values()) == len(demands)


# Members, and pay points ---------------------------------------------------------------------

TWO = (
    Party(id="boss", name="Both mills", kind=PartyKind.EMPLOYER, members=("north", "south")),
    Party(id="north", name="North Mill", kind=PartyKind.EMPLOYER),
    Party(id="south", name="South Mill", kind=PartyKind.EMPLOYER),
    Party(id="union", name="Weavers", kind=PartyKind.UNION),
)


@pytest.mark.parametrize(
    ("answers", "status", "cells"),
    [
        # The whole alone has spoken: there is nothing to split.
        ([("boss", Kind.AGREED, "2023-01")], MET, []),
        ([("north", Kind.AGREED, "2023-01")], PARTLY, [MET, SILENT]),
        ([("north", Kind.OFFER, "2023-01")], MOVED, [MOVED, SILENT]),
        ([("north", Kind.REFUSAL, "2023-01")], NO, [NO, SILENT]),
        ([("north", Kind.AGREED, "2023-01"), ("south", Kind.AGREED, "2023-02")], MET, [MET, MET]),
        (
            [("north", Kind.AGREED, "2023-01"), ("south", Kind.OFFER, "2023-02")],
            PARTLY,
            [MET, MOVED],
        ),
        # What the whole says counts for a member until its own later word, better or worse.
        ([("boss", Kind.REFUSAL, "2023-01"), ("north", Kind.OFFER, "2023-02")], MOVED, [MOVED, NO]),
        ([("boss", Kind.AGREED, "2023-01"), ("north", Kind.REFUSAL, "2023-02")], PARTLY, [NO, MET]),
        ([("boss", Kind.AGREED, "2023-02"), ("north", Kind.REFUSAL, "2023-01")], MET, [MET, MET]),
        # Of the same day neither is the later, and both stand.
        ([("boss", Kind.AGREED, "2023-01"), ("north", Kind.REFUSAL, "2023-01")], MET, [MET, MET]),
    ],
)
def test_members_are_parts_where_one_of_them_answers(
    answers: list[tuple[str, Kind, str]], status: Status, cells: list[Status]
) -> None:
    """Members that answer one by one are parts of a demand; a silent one counts as not met."""
    given = [
        made(f"answer-{i}", answer(kind), made_by=who, date=date)
        for i, (who, kind, date) in enumerate(answers)
    ]
    for order in (given, given[::-1]):
        result = score(dispute([asked()], *order, parties=TWO), as_of=AS_OF)["pay"]
        assert result.status is status
        assert [(cell.title, cell.status) for cell in result.cells] == list(
            zip(("North Mill", "South Mill"), cells, strict=False)
        )


GRADES = (
    PayPoint(id="low", title="Porter", value=Amount.parse("£20,000/year")),
    PayPoint(id="high", title="Clerk", value=Amount.parse("£40,000/year")),
)


@pytest.mark.parametrize(
    ("asks", "gives", "shares", "status"),
    [
        # £1,000 is 5% of £20,000 and 2.5% of £40,000.
        ({"more": "5%"}, {"more": "£1,000/year"}, ["1", "1/2"], PARTLY),
        ({"more": "10%"}, {"more": "£1,000/year"}, ["1/2", "1/4"], PARTLY),
        ({"more": "£2,000/year"}, {"more": "5%"}, ["1/2", "1"], PARTLY),
        # A level counts from the point: £800 of the £2,000 up to £22,000 and of nothing at £40,000.
        ({"at_least": "£22,000/year"}, {"more": "4%"}, ["2/5", None], PARTLY),
        (
            {"more": "5% or £1,500/year, whichever is greater"},
            {"more": "£1,500/year"},
            ["1", "3/4"],
            PARTLY,
        ),
    ],
)
def test_sums_and_percentages_meet_at_each_pay_point(
    asks: dict[str, str], gives: dict[str, str], shares: list[str | None], status: Status
) -> None:
    """Each pay point is a part of the demand, where both are compared in money."""
    given = made("answer", answer(Kind.AGREED, **gives))
    result = score(dispute([asked(**asks)], given, pay_points=GRADES), as_of=AS_OF)["pay"]
    assert result.status is status
    assert [cell.share for cell in result.cells] == [
        None if share is None else Fraction(share) for share in shares
    ]


def test_a_grade_that_an_award_leaves_out_has_no_response() -> None:
    """What is for some grades alone answers the demand at these."""
    given = made("answer", answer(Kind.AGREED, more="5%", for_=("low",)))
    result = score(dispute([asked(more="5%")], given, pay_points=GRADES), as_of=AS_OF)["pay"]
    assert [(cell.id, cell.status) for cell in result.cells] == [
        ("pay@low", MET),
        ("pay@high", SILENT),
    ]
    assert result.status is PARTLY


# Reasons, and the answer printed first --------------------------------------------------------


def test_binding_reasons_are_told_from_others() -> None:
    """The reasons with the lowest ceiling are binding and stand first; the others follow."""
    reply = answer(Kind.OFFER, more="9%", caveat="if possible", period="2023/24")
    result = one({"more": "10%", "period": "2022/23"}, reply, evidence=())
    assert [(reason.rule, reason.binding) for reason in result.reasons] == [
        ("caveat", True),
        ("other-period", True),
        ("offer", False),
        ("no-evidence", False),
    ]
    assert [reason.rule for reason in result.binding] == ["caveat", "other-period"]


def test_only_the_answer_printed_first_binds() -> None:
    """Where answers leave a demand alike, the reasons of the first alone are binding."""
    answers = [made("a", answer(Kind.REFUSAL)), made("b", answer(Kind.TALKS))]
    result = score(dispute([asked()], *answers), as_of=AS_OF)["pay"]
    assert [(each.concession, each.binding) for each in result.reasons] == [
        ("a", True),
        ("b", False),
    ]


YEARS = {"period": "2022/23"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # The better status, however old.
        (("older", Kind.ASSURANCE, {}, "2023-01"), ("newer", Kind.REFUSAL, {}, "2023-03")),
        # Then one about the thing asked for, before what is beside the point.
        (
            ("older", Kind.REFUSAL, {}, "2023-01"),
            ("newer", Kind.OFFER, {"period": "2023/24"}, "2023-03"),
        ),
        (
            ("older", Kind.TALKS, {}, "2023-01"),
            ("newer", Kind.IN_FORCE, {"restates": "a promise"}, "2023-03"),
        ),
        (
            ("older", Kind.TALKS, {}, "2023-01"),
            ("newer", Kind.IN_FORCE, {"owed_to": "a law"}, "2023-03"),
        ),
        (
            ("older", Kind.TALKS, {}, "2023-01"),
            ("newer", Kind.IN_FORCE, {"instead": "a voucher"}, "2023-03"),
        ),
        # Then the latest, by the last day it can be, whatever lowers it.
        (("newer", Kind.REFUSAL, {}, "2023-03"), ("older", Kind.TALKS, {}, "2023-01")),
        (("newer", Kind.TALKS, {"caveat": "x"}, "2023-03"), ("older", Kind.TALKS, {}, "2023-01")),
        (("a-month", Kind.TALKS, {}, "2023-01"), ("day", Kind.TALKS, {}, "2023-01-30")),
        # Then the id.
        (("a", Kind.ASSURANCE, {}, "2023-01"), ("b", Kind.ASSURANCE, {}, "2023-01")),
    ],
)
def test_one_answer_is_printed_first(first: tuple[Any, ...], second: tuple[Any, ...]) -> None:
    """Of answers that leave a demand alike, one about the thing is first, then the latest, then by id."""
    answers = [
        made(name, answer(kind, **terms), date=date) for name, kind, terms, date in (first, second)
    ]
    for order in (answers, answers[::-1]):
        result = score(dispute([asked(**YEARS)], *order), as_of=AS_OF)["pay"]
        assert [pair.concession.id for pair in result.pairs] == [first[0], second[0]]


# What it would take -------------------------------------------------------------------------

TEN = {"more": "10%"}
HOURLY = {"at_least": "£15/hour", "baseline": "£10/hour"}


@pytest.mark.parametrize(
    ("asks", "before", "needs", "status"),
    [
        ({}, {"kind": Kind.REFUSAL}, ["boss made an offer"], MOVED),
        (TEN, {"kind": Kind.REFUSAL}, ["boss made an offer"], MOVED),
        ({}, {"kind": Kind.ASSURANCE}, ["boss guaranteed it"], MET),
        ({}, {"kind": Kind.PERMISSION}, ["it was required, not only allowed"], MET),
        ({}, {"kind": Kind.OFFER}, ["the offer was agreed"], MET),
        ({}, {"kind": Kind.UNDER_WAY}, ["it was finished"], MET),
        (TEN, {"more": "6%"}, ["10% was given"], MET),
        (TEN, {"more": "0%"}, ["something of it was given"], MOVED),
        (TEN, {"more": "4%"}, ["at least 5% was given"], PARTLY),
        # Half of the way from £10 to £15, which is not half of £15.
        (HOURLY, {"to": "£11/hour"}, ["at least £12.50/hour was given"], PARTLY),
        (
            {"at_most": "10 staff per manager", "baseline": "14 staff per manager"},
            {"to": "13 staff per manager"},
            ["at most 12 staff per manager was given"],
            PARTLY,
        ),
        # Two rules bind, and both must be lifted; a third sets how far that goes.
        (
            {"period": "2022/23"},
            {"kind": Kind.TALKS, "period": "2023/24"},
            [
                "the same was given for 2022/23",
                "the talks led to an offer with something firm in it",
            ],
            MOVED,
        ),
        (TEN, {"more": "6%", "caveat": "if possible"}, ["the words “if possible” went"], PARTLY),
        # What one rule asks for twice is told once, and an offer made anew was never taken back.
        (
            {"more": "5%", "basis": Basis.CONSOLIDATED},
            {"more": "5%", "basis": Basis.NON_CONSOLIDATED},
            ["it was added to basic pay"],
            MET,
        ),
        (
            TEN,
            {"kind": Kind.REFUSAL, "withdrawn": Date.parse("2023-05")},
            ["boss made an offer"],
            MOVED,
        ),
        # Nothing undoes that a day has passed: what is late stays so, and what is overdue becomes late.
        ({"due": "2022"}, {"starts": "2023-02", "kind": Kind.IN_FORCE}, None, None),
        (
            {"due": "2022", **TEN},
            {"kind": Kind.OFFER, "more": "10%"},
            ["the offer was agreed"],
            PARTLY,
        ),
    ],
)
def test_what_it_would_take_is_named(
    asks: dict[str, Any], before: dict[str, Any], needs: list[str] | None, status: Status | None
) -> None:
    """What would lift a status is named, with the status that it would lead to."""
    said = one(asks, answer(**{"kind": Kind.AGREED, **before})).next
    if needs is None or said is None:
        assert (needs, said) == (None, None)
    else:
        assert sorted(said.needs) == sorted(needs)
        assert said.status is status


def test_a_share_that_is_needed_is_not_cut_short() -> None:
    """A share of two thirds is named as it is: 66.66% would not be enough for it."""
    said = one({}, answer(Kind.AGREED, share_reached="40%"), POLICIES["strict"]).next
    assert said is not None
    assert (said.status, said.needs) == (
        PARTLY,
        ("it reached at least two thirds of those it was asked for",),
    )


def test_what_never_took_effect_is_not_late() -> None:
    """Lateness is of what takes effect; what is promised too late is at least not yet given."""
    asks, strict = {"due": "2022"}, POLICIES["strict"]
    assert one(asks, answer(Kind.OFFER, starts="2023"), strict).status is NO
    assert one({"due": "2024"}, answer(Kind.OFFER), strict).status is MOVED
    assert one(asks, answer(Kind.AGREED), strict).status is NO
    assert one(asks, answer(Kind.IN_FORCE, starts="2022"), strict).status is MET


@pytest.mark.parametrize("kind", [Kind.AGREED, Kind.IN_FORCE])
def test_nothing_is_wanting_where_a_demand_is_met(kind: Kind) -> None:
    """A demand that is met has no reasons and no next status."""
    result = one({}, answer(kind))
    assert (result.status, result.reasons, result.next) == (MET, (), None)


# The day ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "before", "since"),
    [
        ("2023-03-05", "2023-03-04", "2023-03-05"),
        ("2023-02", "2023-02-27", "2023-02-28"),
        ("2024-02", "2024-02-28", "2024-02-29"),
        ("2023", "2023-12-30", "2023-12-31"),
        ("2023", "2023-11", "2023-12"),
        ("2023-03", "2022", "2023"),
    ],
)
def test_a_day_knows_only_what_is_dated_on_or_before_it(date: str, before: str, since: str) -> None:
    """Demands, concessions, gifts and verdicts count from the last day that they can be of."""
    gift = attrs.evolve(made("gift", date=date), undemanded=Answer(kind=Kind.OFFER))
    whole = dispute(
        [asked("old", date=None), asked("new", date=date)],
        made("answer", answer(Kind.OFFER, "old"), date=date),
        gift,
        verdicts=(verdict("old", MOVED, date),),
    )
    early, later = score(whole, as_of=before), score(whole, as_of=since)
    assert [(each.id, each.status) for each in early.results] == [("old", SILENT)]
    assert (early.undemanded, early.raters) == ((), ())
    assert [(each.id, each.status) for each in later.results] == [("old", MOVED), ("new", SILENT)]
    assert later.undemanded == (gift,)
    assert [each.same for rater in later.raters for each in rater.agreements] == [True]


@pytest.mark.parametrize(
    ("whole", "day"),
    [
        (dispute([asked(date="2022-05-17")]), "2022-05-17"),
        (
            dispute([asked(date="2022-05")], made("a", answer(Kind.OFFER), date="2021")),
            "2022-05-31",
        ),
        (dispute([asked(date=None)], made("a", answer(Kind.OFFER), date="2021")), "2021-12-31"),
        (
            dispute(
                [asked(date=None)],
                made("a", answer(Kind.OFFER), date="2023-01", withdrawn=Date.parse("2023-03")),
            ),
            "2023-03-31",
        ),
    ],
)
def test_without_a_day_it_is_the_last_dated_fact(whole: Dispute, day: str) -> None:
    """Without a day given, the scorecard is as of the last thing that is known to have happened."""
    assert score(whole).as_of.isoformat() == day


ASKED = asked(date="2022-05")
DATE = Date.parse("2023-04")
TO_COME = Vote(id="vote", title="A ballot", held_by="union", date=DATE)


@pytest.mark.parametrize(
    ("more", "day"),
    [
        (
            {
                "claims": (
                    Claim(id="c", title="C", made_by="union", untested=Untested.OPINION, date=DATE),
                )
            },
            "2023-04-30",
        ),
        (
            {
                "positions": (
                    Position(
                        party="union", subject="s", stance=Stance.ACCEPTS, says="Yes", date=DATE
                    ),
                )
            },
            "2023-04-30",
        ),
        ({"votes": (attrs.evolve(TO_COME, carried=True),)}, "2023-04-30"),
        ({"votes": (TO_COME,)}, "2022-05-31"),
        (
            {"verdicts": (Verdict(demand="pay", by="press", status=NO, printed="So", date=DATE),)},
            "2022-05-31",
        ),
        ({"events": (Event(id="e", title="E", date=DATE),)}, "2022-05-31"),
        (
            {
                "figures": (
                    Figure(id="f", title="F", value=Amount.parse("1%"), measures="pay", date=DATE),
                )
            },
            "2022-05-31",
        ),
    ],
)
def test_what_was_said_or_voted_moves_the_day_and_nothing_else(
    more: dict[str, Any], day: str
) -> None:
    """The sheet is of the last day on which something was asked, given, said or voted."""
    assert score(dispute([ASKED], **more)).as_of.isoformat() == day


def test_ends_and_due_dates_do_not_move_the_day() -> None:
    """What is to end, to start or to be done later has not happened."""
    asks = asked(date="2022-05", due="2024")
    later = made("a", answer(Kind.AGREED, starts="2023-06", ends="2025"), date="2022-06-01")
    assert score(dispute([asks], later)).as_of.isoformat() == "2022-06-01"


def test_a_day_is_given_as_a_date_or_in_writing() -> None:
    """A day can be given as a date, or written as in the data."""
    whole = dispute([asked()], made("answer", answer(Kind.OFFER), date="2023-02-28"))
    day = datetime.date(2023, 2, 28)
    ways: list[Any] = [
        day,
        datetime.datetime(2023, 2, 28, 9, tzinfo=datetime.UTC),
        "2023-02",
        Date.parse("2023-02"),
    ]
    assert [score(whole, as_of=way).as_of for way in (*ways, None)] == [day] * 5


@pytest.mark.parametrize(
    ("whole", "as_of", "message"),
    [
        (
            dispute([asked(date=None)]),
            None,
            "no record in this dispute has a date; give the date of the scoresheet",
        ),
        (
            dispute([asked()]),
            "June",
            "found 'June'; allowed is a date: 2023-06-02, 2023-06 (day not known), 2023, or a span "
            "2023-03 to 2023-05 (a season is written as the span that is meant)",
        ),
        (dispute([asked()]), "2023-02-29", "found '2023-02-29', a date that does not exist"),
        (
            dispute([asked(more="10%")], made("a", answer(Kind.AGREED, more="£100"))),
            AS_OF,
            "sums of money and percentages are compared at pay points, and none is on record; add "
            "`pay_points`, the pay that it is about in £: {id: lowest, title: Lowest grade, value: …}; a sum "
            "paid once beside a rise in % is `undemanded`, or says basis: non-consolidated where the demand says "
            "basis: consolidated",
        ),
        (
            dispute([asked(more="10 days")], made("a", answer(Kind.AGREED, more="10 weeks"))),
            AS_OF,
            "found '10 weeks' in the unit 'weeks', where '10 days' is asked for in the unit 'days': "
            "unlike things are not compared; if a document gives both in one unit, write them so; else "
            "leave the amount, or its stage, out, and tell it in `terms`: it then counts as given without "
            "a figure",
        ),
    ],
)
def test_what_cannot_be_scored_is_said(whole: Dispute, as_of: str | None, message: str) -> None:
    """A scorecard that cannot be made raises ValueError, which says what was found."""
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the whole message is compared
        score(whole, as_of=as_of)
    assert str(raised.value) == message


def test_an_undated_dispute_can_be_scored_on_a_day() -> None:
    """A dispute in which nothing is dated has a scorecard on any day that is given."""
    card = score(dispute([asked(date=None)]), as_of="1999")
    assert [result.status for result in card.results] == [SILENT]


def test_a_dropped_demand_keeps_its_status() -> None:
    """A demand that its own side has dropped is still on the card, with its status."""
    dropped = attrs.evolve(asked(), dropped=Date.parse("2023-02"))
    card = score(dispute([dropped], made("answer", answer(Kind.OFFER))), as_of=AS_OF)
    assert [(result.id, result.status) for result in card.results] == [("pay", MOVED)]


def test_a_demand_dropped_later_is_not_said_to_be_dropped() -> None:
    """A sheet says when a demand was dropped, on that day and not before it."""
    whole = dispute([attrs.evolve(asked(), dropped=Date.parse("2023-02"))])
    before, since = (render(score(whole, as_of=day)) for day in ("2023-02-27", "2023-02-28"))
    assert "**No response recorded** (dropped by union in February 2023)." in since
    assert "dropped" not in before


def test_a_gift_taken_back_is_said_to_be_taken_back() -> None:
    """What nobody had demanded, and was given and taken back, is not shown as if it stood."""
    gift = attrs.evolve(made("gift"), undemanded=Answer(kind=Kind.AGREED))
    taken = attrs.evolve(gift, withdrawn=Date.parse("2023-02-03"))
    sheet = render(score(dispute([], taken), as_of=AS_OF))
    assert "3 February 2023" in sheet
    assert "3 February 2023" not in render(score(dispute([], taken), as_of="2023-02-02"))


# The card -----------------------------------------------------------------------------------


def verdict(demand: str, status: Status, date: str = "2023-01") -> Verdict:
    """Return a published verdict."""
    day = Date.parse(date)
    return Verdict(demand=demand, by="press", status=status, printed="So", date=day)


def test_a_card_finds_demands_and_parts() -> None:
    """A result is found by the id of its demand or part, and no other id is known."""
    card = score(dispute([asked("pay"), compound("jobs", "new", "old")]), as_of=AS_OF)
    assert [card[name].id for name in ("pay", "jobs", "new", "old")] == [
        "pay",
        "jobs",
        "new",
        "old",
    ]
    with pytest.raises(KeyError, match=r"^'hours'$"):
        card["hours"]


def test_a_card_does_not_know_a_demand_of_another_day() -> None:
    """A demand that is made later is unknown to the card."""
    card = score(dispute([asked("pay"), asked("hours", date="2024")]), as_of=AS_OF)
    with pytest.raises(KeyError, match=r"^'hours'$"):
        card["hours"]


def test_published_verdicts_stand_beside_what_is_computed() -> None:
    """A verdict is compared with the status of its demand or part, and changes none."""
    demands = [asked("pay"), compound("jobs", "new", "old"), asked("hours", date="2024")]
    answers = [reaching(MOVED, "pay", "a"), reaching(MET, "new", "b")]
    ratings = (verdict("pay", NO), verdict("new", MET), verdict("jobs", PARTLY))
    later = verdict("hours", NO)
    card = score(dispute(demands, *answers, verdicts=(*ratings, later)), as_of=AS_OF)
    assert [
        (each.verdict, each.computed, each.same)
        for rater in card.raters
        for each in rater.agreements
    ] == [
        (ratings[0], MOVED, False),
        (ratings[2], PARTLY, True),
        (ratings[1], MET, True),
    ]


@pytest.mark.parametrize(
    ("policy", "pay", "hours", "changed"),
    [
        ("standard", PARTLY, PARTLY, ()),
        ("strict", MOVED, NO, (("pay", PARTLY), ("hours", PARTLY))),
        ("lenient", PARTLY, MET, (("hours", PARTLY),)),
    ],
)
def test_a_policy_lists_what_it_changes(
    policy: str, pay: Status, hours: Status, changed: tuple[tuple[str, Status], ...]
) -> None:
    """Each demand whose status a policy changes is listed with its status by the standard one."""
    whole = dispute(
        [asked("pay", more="10%"), asked("hours", due="2022"), asked("leave")],
        made("rise", answer(Kind.AGREED, "pay", more="6%")),
        made("cut", answer(Kind.IN_FORCE, "hours")),
    )
    card = score(whole, as_of=AS_OF, policy=POLICIES[policy])
    assert (card["pay"].status, card["hours"].status, card["leave"].status) == (pay, hours, SILENT)
    assert tuple((result.id, before) for result, before in card.changed) == changed


# An offer accepted ----------------------------------------------------------------------------


def test_an_offer_is_scored_as_if_it_had_been_accepted() -> None:
    """What an offer would bring is shown before it is voted on, and nothing else changes."""
    offers = [
        made("first", answer(Kind.OFFER, more="4%"), date="2023-01"),
        made("last", answer(Kind.OFFER, more="6%"), date="2023-03", accepted_by=("vote",)),
    ]
    vote = Vote(id="vote", title="A ballot", held_by="union", date=Date.parse("2023-09"))
    whole = dispute([asked(more="10%"), asked("leave")], *offers, votes=(vote,))
    before, after = score(whole, as_of=AS_OF), score(whole, as_of=AS_OF, if_accepted="last")
    assert [each.status for each in before.results] == [MOVED, SILENT]
    assert [each.status for each in after.results] == [PARTLY, SILENT]
    assert (before.if_accepted, after.if_accepted) == (None, offers[1])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("lsat", "allowed are first, last; did you mean 'last'?"),
        ("no", "allowed are first, last"),
        ("later", "allowed are first, last; did you mean 'last'?"),
    ],
)
def test_only_an_offer_can_be_taken_as_accepted(name: str, message: str) -> None:
    """An unknown id, a refusal and an offer of a later day are refused, with what is allowed."""
    given = [
        made("first", answer(Kind.OFFER), date="2023-01"),
        made("last", answer(Kind.OFFER, "hours"), date="2023-03"),
        made("no", answer(Kind.REFUSAL), date="2023-02"),
        made("later", answer(Kind.OFFER), date="2023-08"),
    ]
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the whole message is compared
        score(dispute([asked(), asked("hours")], *given), as_of=AS_OF, if_accepted=name)
    assert str(raised.value) == (
        f"found {name!r}, and no concession of that id offers anything by 30 June 2023; {message}"
    )


@pytest.mark.parametrize(
    ("first", "then", "why"),
    [
        (Kind.IN_FORCE, {}, "is in force already"),
        (
            Kind.OFFER,
            {"accepted": Date.parse("2023-02")},
            "is agreed already, accepted in February 2023 (as of an earlier day it can be asked "
            "about)",
        ),
        (
            Kind.OFFER,
            {"withdrawn": Date.parse("2023-02")},
            "was withdrawn in February 2023 (as of an earlier day it can be asked about)",
        ),
    ],
)
def test_what_stands_no_longer_is_not_accepted(first: Kind, then: dict[str, Any], why: str) -> None:
    """What is more than an offer by the day, or was taken back, is refused with the reason."""
    given = [
        made("first", answer(first, more="4%"), **then),
        made("other", answer(Kind.OFFER, "leave"), date="2023-03"),
    ]
    with pytest.raises(ValueError, match="first") as raised:
        score(dispute([asked(more="5%"), asked("leave")], *given), as_of=AS_OF, if_accepted="first")
    assert str(raised.value) == f"found 'first', which {why}; allowed are other"


def test_an_offer_that_was_replaced_is_not_accepted() -> None:
    """Its maker's later offer stands in its place; as of a day before that it can be accepted."""
    given = [
        made("first", answer(Kind.OFFER, more="4%"), date="2023-01-05"),
        made("last", answer(Kind.OFFER, more="5%"), date="2023-03-01"),
    ]
    whole = dispute([asked(more="5%")], *given)
    with pytest.raises(ValueError, match="first") as raised:
        score(whole, as_of=AS_OF, if_accepted="first")
    assert str(raised.value) == (
        "found 'first', which was replaced on 1 March 2023 (as of an earlier day it can be asked about)"
        "; allowed are last"
    )
    assert score(whole, as_of="2023-02", if_accepted="first")["pay"].status is PARTLY


# What always holds --------------------------------------------------------------------------

DAYS = st.dates(datetime.date(2021, 12, 1), datetime.date(2024, 2, 1))
POLICY = st.sampled_from([*POLICIES.values()])


def scored(whole: Dispute, day: datetime.date, policy: Policy, some: Sequence[Rule]) -> Scorecard:
    """Return the scorecard that some of the rules alone would give."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compare, "RULES", tuple(some))
        return score(whole, as_of=day, policy=policy)


def every(card: Scorecard) -> dict[str, Result]:
    """Return every result of a card by id: of demands, parts, members and pay points."""
    return {each.id: each for result in card.results for each in result.every}


def height(result: Result) -> int:
    """Return how high the status of a result is, no response below all others."""
    return -1 if result.status is SILENT else result.status.rank


def told(card: Scorecard) -> dict[str, Any]:
    """Return of every result what is printed, wherever its demand stands."""
    return {
        name: (
            result.status,
            sorted(result.reasons, key=str),
            [(pair.concession.id, pair.situation.replaced) for pair in result.pairs],
        )
        for name, result in every(card).items()
    }


def rated(card: Scorecard) -> list[list[tuple[str, Status, bool]]]:
    """Return what is found of each published verdict, wherever it stands."""
    return [
        sorted((each.verdict.demand, each.computed, each.same) for each in rater.agreements)
        for rater in card.raters
    ]


@given(disputes(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_records_never_matters(whole: Dispute, day: datetime.date, luck: Any) -> None:
    """However records are ordered, each demand has the same status, reasons and first answer."""
    mixed: dict[str, Any] = {
        field.name: tuple(luck.sample(getattr(whole, field.name), len(getattr(whole, field.name))))
        for field in fields_of(Dispute)
        if field.many
    }
    assert {"claims", "positions", "figures", "votes", "events", "subjects"} < mixed.keys()
    card, other = score(whole, as_of=day), score(attrs.evolve(whole, **mixed), as_of=day)
    assert told(card) == told(other)
    assert card.tally == other.tally
    assert card.undemanded == other.undemanded
    for section in ("positions", "figures", "votes", "events"):
        assert getattr(card, section) == getattr(other, section)
    assert [(each.claim, each.verdict, each.used) for each in card.claims] == [
        (each.claim, each.verdict, each.used) for each in other.claims
    ]
    assert rated(card) == rated(other)


@given(disputes(), DAYS, POLICY, st.sets(st.sampled_from(RULES)), st.sampled_from(RULES))
def test_a_rule_never_raises_a_status(
    whole: Dispute, day: datetime.date, policy: Policy, some: set[Rule], another: Rule
) -> None:
    """With one rule more, whichever rules there are, no demand has a higher status."""
    fewer = tuple(rule for rule in RULES if rule in some - {another})
    more = tuple(rule for rule in RULES if rule in some | {another})
    before = every(scored(whole, day, policy, fewer))
    after = every(scored(whole, day, policy, more))
    assert all(height(after[name]) <= height(before[name]) for name in before)


@given(disputes(), DAYS, st.data())
def test_a_concession_that_takes_no_others_place_never_lowers_a_status(
    whole: Dispute, day: datetime.date, data: st.DataObject
) -> None:
    """With one concession more that replaces nothing, no demand has a lower status."""
    kept = tuple(each for each in whole.concessions if data.draw(st.booleans(), label=each.id))
    fewer = score(attrs.evolve(whole, concessions=kept), as_of=day)
    more = score(whole, as_of=day)
    names = {each.id for each in kept}
    for before, after in zip(fewer.results, more.results, strict=True):
        replaced = {
            (one.id, pair.concession.id)
            for one in after.every
            for pair in one.pairs
            if pair.situation.replaced and pair.concession.id in names
        }
        already = {
            (one.id, pair.concession.id)
            for one in before.every
            for pair in one.pairs
            if pair.situation.replaced
        }
        # A demand that is split for the first time has its answers in other cells.
        if replaced <= already and (before.cells or not replaced):
            assert height(after) >= height(before)


@given(disputes(), DAYS, POLICY, st.data())
def test_a_caveat_never_raises_a_status(
    whole: Dispute, day: datetime.date, policy: Policy, data: st.DataObject
) -> None:
    """With a caveat more on some answers, no demand has a higher status."""
    hedged = tuple(
        attrs.evolve(
            each,
            answers=tuple(
                attrs.evolve(reply, caveat="if possible") if data.draw(st.booleans()) else reply
                for reply in each.answers
            ),
        )
        for each in whole.concessions
    )
    before = every(score(whole, as_of=day, policy=policy))
    after = every(score(attrs.evolve(whole, concessions=hedged), as_of=day, policy=policy))
    assert all(height(after[name]) <= height(before[name]) for name in before)


@given(disputes(), DAYS, POLICY)
def test_without_its_binding_rules_a_status_is_higher(
    whole: Dispute, day: datetime.date, policy: Policy
) -> None:
    """Without the rules that bind the first answer its demand has a higher status."""
    for name, result in every(score(whole, as_of=day, policy=policy)).items():
        if result.pairs and result.status is not MET:
            bound = {reason.rule for reason in result.pairs[0].lowest}
            rules = tuple(rule for rule in RULES if rule_id(rule) not in bound)
            assert height(every(scored(whole, day, policy, rules))[name]) > height(result)


def done(result: Result, said: NextStatus) -> tuple[Concession, ...]:
    """Return records of all that would lift a status, as if their makers had done it."""
    records = []
    leaves = {each.id: each for each in result.every if each.pairs}
    for name, case in said.mended.items():
        item, before = leaves[name].demand, leaves[name].pairs[0].concession
        of = item.of if isinstance(item, Cell) else None
        accepted = case.acted if case.kind is Kind.AGREED and case.acted != case.made else None
        reply = attrs.evolve(
            case.answer,
            kind=case.kind,
            withdrawn=None,
            for_=(of.id,) if isinstance(of, PayPoint) else (),
        )
        records.append(
            Concession(
                id=f"done-{name}",
                title="What was lacking",
                made_by=of.id if isinstance(of, Party) else before.made_by,
                date=case.made,
                accepted=accepted,
                answers=(reply,),
                evidence=SHOWN if case.sourced else (),
            )
        )
    return tuple(records)


@given(disputes(), DAYS, POLICY)
def test_what_it_would_take_leads_to_the_status_that_is_named(
    whole: Dispute, day: datetime.date, policy: Policy
) -> None:
    """Once all that is named has happened, and is on record, the status is the one that was named."""
    demands = {demand.id: demand for demand in whole.demands}
    for name, result in every(score(whole, as_of=day, policy=policy)).items():
        said = result.next
        if said is None or name not in demands:
            continue
        assert said.status.rank > height(result)
        by_another = any(pair.situation.by_another for each in result.every for pair in each.pairs)
        if by_another:
            continue
        more = attrs.evolve(whole, concessions=(*whole.concessions, *done(result, said)))
        assert score(more, as_of=day, policy=policy)[name].status.rank >= said.status.rank


def test_a_date_of_the_data_may_be_given_as_the_day() -> None:
    """A date as the data has it means its last day, here as elsewhere."""
    assert (
        score(Dispute(title="None"), as_of=Date.parse("2023-02")).as_of.isoformat() == "2023-02-28"
    )


def test_a_policy_may_be_named() -> None:
    """A named policy is the one of that name, and an unknown name is refused with the nearest."""
    named = Dispute(title="None", demands=())
    assert score(named, as_of="2023", policy="strict").policy is POLICIES["strict"]
    told = "found 'strickt'; allowed are standard, strict, lenient; did you mean 'strict'?"
    with pytest.raises(ValueError, match=f"^{re.escape(told)}$"):
        score(named, as_of="2023", policy="strickt")


# From Python --------------------------------------------------------------------------------


def test_what_would_lift_the_whole_is_found_where_a_part_needs_more_than_one_step() -> None:
    """A part of which less than half was given lifts a whole only when all of it is given."""
    parts = (
        Part(id="p1", title="P1"),
        Part(id="p2", title="P2", asks=typed(Asks, {"more": "4%"})),
    )
    replies = answer(Kind.AGREED, "p1"), answer(Kind.AGREED, "p2", more="1.9%")
    whole = dispute([attrs.evolve(asked(), parts=parts)], made("both", *replies))
    result = score(whole, as_of=AS_OF)["pay"]
    assert result.status is PARTLY
    assert result.next is not None
    assert (result.next.status, result.next.needs) == (MET, ("on “P2” 4% was given",))


def test_a_scorecard_is_gone_through_asked_and_kept() -> None:
    """It yields the results of its demands, knows their ids and parts, and can be pickled."""
    card = score(dispute([asked()], made("a", answer(Kind.AGREED))), as_of=AS_OF)
    assert [result.id for result in card] == ["pay"]
    assert "pay" in card
    assert "other" not in card
    kept = pickle.loads(pickle.dumps(card))  # noqa: S301 - its own
    assert [(result.id, result.status) for result in kept] == [("pay", MET)]
    assert kept.claims == ()
