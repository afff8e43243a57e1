"""A scorecard: the best answer to each demand, on one day, by one policy."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
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
    Basis,
    Concession,
    Date,
    Demand,
    Dispute,
    Evidence,
    Gives,
    Kind,
    Level,
    NextStatus,
    Part,
    Policy,
    Result,
    Scorecard,
    Status,
    Verdict,
    render,
    score,
)
from pcs_scorecard.comparison import compare
from pcs_scorecard.comparison.rules import RULES, Rule, Situation, rule_id
from pcs_scorecard.model.fields import fields_of
from pcs_scorecard.values.vocabulary import SCALE

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
    """Return a record whose terms are typed as in a file: amounts and dates as texts."""
    reads = {"amount": Amount.parse, "date": Date.parse}
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
    halves = [made(name, answer(Kind.AGREED, amount="5%")) for name in ("spring", "summer")]
    assert score(dispute([asked(amount="10%")], *halves), as_of=AS_OF)["pay"].status is PARTLY


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


# Reasons, and the nearest answer ------------------------------------------------------------


def test_binding_reasons_are_told_from_others() -> None:
    """The reasons with the lowest ceiling are binding and stand first; the others follow."""
    reply = answer(Kind.OFFER, amount="9%", caveat="if possible", period="2023/24")
    result = one({"amount": "10%", "period": "2022/23"}, reply, evidence=())
    assert [(reason.rule, reason.binding) for reason in result.reasons] == [
        ("open-caveat", True),
        ("other-period", True),
        ("offer", False),
        ("unsourced", False),
        ("shortfall", False),
    ]
    assert [reason.rule for reason in result.binding] == ["open-caveat", "other-period"]


def test_only_the_nearest_answer_binds() -> None:
    """Where answers are equally good, the reasons of the nearest alone are binding."""
    answers = [made("a", answer(Kind.REFUSAL)), made("b", answer(Kind.TALKS))]
    result = score(dispute([asked()], *answers), as_of=AS_OF)["pay"]
    assert [(each.concession, each.binding) for each in result.reasons] == [
        ("b", True),
        ("a", False),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # The better status, whatever binds it.
        (("worse-date", Kind.OFFER, {}, "2023-03"), ("refused", Kind.REFUSAL, {}, "2023-01")),
        # Then fewer binding rules, though one of them is worse.
        (
            ("one-rule", Kind.REFUSAL, {}, "2023-01"),
            ("two-rules", Kind.TALKS, {"caveat": "if possible"}, "2023-01"),
        ),
        # Then the milder rule: talks-only stands after refused, and withstands an earlier date.
        (("talks", Kind.TALKS, {}, "2023-03"), ("refused", Kind.REFUSAL, {}, "2023-01")),
        # Reasons that do not bind make no difference.
        (
            ("early", Kind.OFFER, {"in_return": "an hour more"}, "2023-01"),
            ("late", Kind.OFFER, {}, "2023-02"),
        ),
        # Then the earlier, by the last day it can be; then the id.
        (("day", Kind.OFFER, {}, "2023-01-30"), ("a-month", Kind.OFFER, {}, "2023-01")),
        (("a", Kind.OFFER, {}, "2023-01"), ("b", Kind.OFFER, {}, "2023-01")),
    ],
)
def test_the_nearest_answer_stands_first(first: tuple[Any, ...], second: tuple[Any, ...]) -> None:
    """The nearest answer is the best, then the one with fewest and mildest rules, then first."""
    answers = [
        made(name, answer(kind, **terms), date=date) for name, kind, terms, date in (first, second)
    ]
    for order in (answers, answers[::-1]):
        result = score(dispute([asked()], *order), as_of=AS_OF)["pay"]
        assert [pair.concession.id for pair in result.pairs] == [first[0], second[0]]


# What it would take -------------------------------------------------------------------------

TEN = {"amount": "10%"}
HOURLY = {"amount": "£15/hour", "level": Level.FLOOR, "baseline": "£10/hour"}
SHARE = {"share_reached": "40%"}


@pytest.mark.parametrize(
    ("asks", "before", "needs", "after", "status"),
    [
        ({}, {"kind": Kind.REFUSAL}, ["an offer instead"], {"kind": Kind.OFFER}, MOVED),
        (
            {},
            {"kind": Kind.WORSENING},
            ["a move in the direction asked for"],
            {"kind": Kind.UNDER_WAY},
            MOVED,
        ),
        ({}, {"kind": Kind.NOTHING_OFFERED}, ["an offer"], {"kind": Kind.OFFER}, MOVED),
        ({}, {"kind": Kind.TALKS}, ["an offer with a term in it"], {"kind": Kind.OFFER}, MOVED),
        ({}, {"kind": Kind.ASSURANCE}, ["a binding form of it"], {"kind": Kind.AGREED}, MET),
        (
            {},
            {"kind": Kind.PERMISSION},
            ["its use wherever it is permitted"],
            {"kind": Kind.IN_FORCE},
            MET,
        ),
        ({}, {"kind": Kind.OFFER}, ["agreement to the offer"], {"kind": Kind.AGREED}, MET),
        ({}, {"kind": Kind.UNDER_WAY}, ["its delivery"], {"kind": Kind.IN_FORCE}, MET),
        (
            {},
            {"restates": "a rule"},
            ["something that goes beyond what was said or done before"],
            {"restates": None},
            MET,
        ),
        (
            {},
            {"owed_to": "a statute"},
            ["something given in answer to the demand"],
            {"owed_to": None},
            MET,
        ),
        ({}, {"caveat": "if possible"}, ["the same without the caveat"], {"caveat": None}, MET),
        (
            {"period": "2022/23"},
            {"period": "2023/24"},
            ["the same for 2022/23"],
            {"period": "2022/23"},
            MET,
        ),
        (
            {"basis": Basis.CONSOLIDATED},
            {"basis": Basis.NON_CONSOLIDATED},
            ["consolidated pay"],
            {"basis": Basis.CONSOLIDATED},
            MET,
        ),
        ({}, {"instead": "a voucher"}, ["the thing itself"], {"instead": None}, MET),
        (
            {},
            {"ends": "2022"},
            ["the same, with a later end or none"],
            {"ends": "2024"},
            MET,
        ),
        # What has ended and should have lasted: a later end is not enough for Yes.
        (
            {"lasting": True},
            {"ends": "2022"},
            ["the same, with a later end or none"],
            {"ends": "2024"},
            MOVED,
        ),
        (
            {"lasting": True},
            {"ends": "2024"},
            ["the same without an end date"],
            {"ends": None},
            MET,
        ),
        (
            {},
            {"in_return": "an hour more"},
            ["the same without the condition"],
            {"in_return": None},
            MET,
        ),
        ({"due": "2022"}, {}, ["the same by 2022"], {"starts": "2022"}, MET),
        ({}, {"reaches": "some"}, ["the same for all of them"], {"reaches": None}, MET),
        ({}, SHARE, ["the same for 50% of them"], {"share_reached": "50%"}, PARTLY),
        (
            {},
            {"share_reached": "0%"},
            ["the same for some of them"],
            {"share_reached": "1%"},
            MOVED,
        ),
        (
            {},
            {"share_reached": "60%"},
            ["the same for all of them"],
            {"share_reached": "100%"},
            MET,
        ),
        (TEN, {"amount": "6%"}, ["10%"], {"amount": "10%"}, MET),
        (TEN, {"amount": "0%"}, ["more than nothing"], {"amount": "1%"}, MOVED),
        (
            {"amount": "1:10", "level": Level.CAP},
            {"amount": "1:12"},
            ["1:10"],
            {"amount": "1:10"},
            MET,
        ),
        # Two rules bind, and both must be lifted; a third sets how far that goes.
        (
            {"period": "2022/23"},
            {"kind": Kind.TALKS, "period": "2023/24"},
            ["an offer with a term in it", "the same for 2022/23"],
            {"kind": Kind.OFFER, "period": "2022/23"},
            MOVED,
        ),
        (
            TEN,
            {"amount": "6%", "caveat": "if possible"},
            ["the same without the caveat"],
            {"caveat": None},
            PARTLY,
        ),
        (
            {},
            {"kind": Kind.ASSURANCE, "caveat": "if possible"},
            ["the same without the caveat"],
            {"caveat": None},
            MOVED,
        ),
    ],
)
def test_what_it_would_take_is_enough(
    asks: dict[str, Any],
    before: dict[str, Any],
    needs: list[str],
    after: dict[str, Any],
    status: Status,
) -> None:
    """What a result says it would take brings, once it is done, just the status it names."""
    said = one(asks, answer(**{"kind": Kind.AGREED, **before})).next
    assert said is not None
    assert list(said.needs) == needs
    assert said.status is status
    done = {"kind": Kind.AGREED, **before, **after}
    done = {name: value for name, value in done.items() if value is not None}
    assert one(asks, answer(**done)).status is status


def test_what_it_would_take_lifts_what_a_concession_lacks() -> None:
    """Evidence lifts what has none, and what was taken back counts once it is given again."""
    plain = answer(Kind.AGREED)
    unsourced = one({}, plain, evidence=()).next
    taken = one({}, plain, withdrawn=Date.parse("2023-02")).next
    assert unsourced is not None
    assert taken is not None
    assert (unsourced.needs, unsourced.status) == (("evidence of it",), MET)
    assert (taken.needs, taken.status) == (("the same, given again",), MET)
    assert one({}, plain).status is MET


@pytest.mark.parametrize(
    ("asks", "gives"),
    [
        (TEN, {}),
        (TEN, {"amount": "up to 3%"}),
        (
            {**TEN, "basis": Basis.CONSOLIDATED},
            {"amount": "1%", "basis": Basis.NON_CONSOLIDATED},
        ),
        (TEN, {"amount": "9%"}),
    ],
)
def test_what_it_would_take_names_the_number_asked_for(
    asks: dict[str, Any], gives: dict[str, Any]
) -> None:
    """Where only the number asked for brings a Yes, the number is named: no other would do."""
    said = one(asks, answer(Kind.AGREED, **gives)).next
    assert said is not None
    assert said.status is not MET or "10%" in "; ".join(said.needs)


@pytest.mark.parametrize(
    ("asks", "gives", "policy", "enough"),
    [
        # Half of the way from £10 to £15, which is not half of £15.
        (HOURLY, "£11/hour", STANDARD, "£12.50/hour"),
        ({"amount": "1:10", "level": Level.CAP, "baseline": "1:14"}, "1:13", STANDARD, "1:12"),
        ({"amount": "9%"}, "5%", POLICIES["strict"], "6%"),
    ],
)
def test_what_it_would_take_is_an_amount(
    asks: dict[str, Any], gives: str, policy: Policy, enough: str
) -> None:
    """Below the share that counts in part, the amount that is enough for it is named."""
    before = one(asks, answer(Kind.AGREED, amount=gives), policy)
    assert (before.status, one(asks, answer(Kind.AGREED, amount=enough), policy).status) == (
        MOVED,
        PARTLY,
    )
    assert before.next is not None
    assert before.next.status is PARTLY
    assert enough in " ".join(before.next.needs).split()


def test_a_share_that_is_needed_is_not_cut_short() -> None:
    """A share of two thirds is named as it is: 66.66% would not be enough for it."""
    said = one({}, answer(Kind.AGREED, **SHARE), POLICIES["strict"]).next
    assert said is not None
    assert said.status is PARTLY
    assert "66.66%" not in " ".join(said.needs)


def test_what_never_took_effect_is_not_late() -> None:
    """Lateness is of what takes effect: an offer has a date of effect only where it says so."""
    asks, strict = {"due": "2022"}, POLICIES["strict"]
    assert one(asks, answer(Kind.OFFER), strict).status is MOVED
    assert one(asks, answer(Kind.OFFER, starts="2022"), strict).status is MOVED
    assert one(asks, answer(Kind.OFFER, starts="2023"), strict).status is NO
    assert one(asks, answer(Kind.AGREED), strict).status is NO


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
        (
            dispute([attrs.evolve(asked(date="2022-05"), dropped=Date.parse("2023-04-02"))]),
            "2023-04-02",
        ),
    ],
)
def test_without_a_day_it_is_the_last_dated_fact(whole: Dispute, day: str) -> None:
    """Without a day given, the scorecard is as of the last thing that is known to have happened."""
    assert score(whole).as_of.isoformat() == day


def test_whatever_is_dated_last_sets_the_day() -> None:
    """A verdict later than all else sets the day too, so that no record is off the sheet."""
    whole = dispute([asked(date="2022-05")], verdicts=(verdict("pay", NO, "2023-02"),))
    assert score(whole).as_of == datetime.date(2023, 2, 28)


def test_a_day_is_given_as_a_date_or_in_writing() -> None:
    """A day can be given as a date, or written as in the data."""
    whole = dispute([asked()], made("answer", answer(Kind.OFFER), date="2023-02-28"))
    day = datetime.date(2023, 2, 28)
    assert score(whole, as_of=day) == score(whole, as_of="2023-02") == score(whole)


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
            ("found 'June'; allowed is a date: 2023-06-02, 2023-06 (day not known) or 2023"),
        ),
        (dispute([asked()]), "2023-02-29", "found '2023-02-29', a date that does not exist"),
        (
            dispute([asked(amount="10%")], made("a", answer(Kind.AGREED, amount="£100"))),
            AS_OF,
            (
                "found '£100' in the unit '£', where '10%' is asked for in the unit '%': "
                "unlike things are not compared"
            ),
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
    assert "Dropped by the side that made it, February 2023." in since
    assert "Dropped" not in before


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
        [asked("pay", amount="10%"), asked("hours", due="2022"), asked("leave")],
        made("rise", answer(Kind.AGREED, "pay", amount="6%")),
        made("cut", answer(Kind.AGREED, "hours")),
    )
    card = score(whole, as_of=AS_OF, policy=POLICIES[policy])
    assert (card["pay"].status, card["hours"].status, card["leave"].status) == (pay, hours, SILENT)
    assert tuple((result.id, before) for result, before in card.changed) == changed


# What always holds --------------------------------------------------------------------------

DAYS = st.dates(datetime.date(2021, 12, 1), datetime.date(2024, 2, 1))
POLICY = st.sampled_from([*POLICIES.values()])


def scored(whole: Dispute, day: datetime.date, policy: Policy, some: Sequence[Rule]) -> Scorecard:
    """Return the scorecard that some of the rules alone would give."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compare, "RULES", tuple(some))
        return score(whole, as_of=day, policy=policy)


def every(card: Scorecard) -> dict[str, Result]:
    """Return every result of a card by id, parts included."""
    return {each.id: each for result in card.results for each in (result, *result.parts)}


def height(result: Result) -> int:
    """Return how high the status of a result is, no response below all others."""
    return -1 if result.status is SILENT else result.status.rank


def told(card: Scorecard) -> dict[str, Any]:
    """Return of every result what is printed, wherever its demand stands."""
    return {
        name: (result.status, result.reasons, [pair.concession.id for pair in result.pairs])
        for name, result in every(card).items()
    }


@given(disputes(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_records_never_matters(whole: Dispute, day: datetime.date, luck: Any) -> None:
    """However records are ordered, each demand has the same status, reasons and nearest answer."""
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
    assert [sorted(map(str, each.agreements)) for each in card.raters] == [
        sorted(map(str, each.agreements)) for each in other.raters
    ]


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
def test_a_concession_never_lowers_a_status(
    whole: Dispute, day: datetime.date, data: st.DataObject
) -> None:
    """With one concession more, no demand has a lower status; a refusal ends only a silence."""
    kept = tuple(each for each in whole.concessions if data.draw(st.booleans(), label=each.id))
    fewer = every(score(attrs.evolve(whole, concessions=kept), as_of=day))
    more = every(score(whole, as_of=day))
    assert all(height(more[name]) >= height(fewer[name]) for name in more)


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
    """Without the rules that bind the best answer its demand is higher, and so is what is next."""
    for name, result in every(score(whole, as_of=day, policy=policy)).items():
        if result.pairs and result.status is not MET:
            bound = {reason.rule for reason in result.pairs[0].lowest}
            rules = tuple(rule for rule in RULES if rule_id(rule) not in bound)
            free = every(scored(whole, day, policy, rules))[name]
            assert result.next is not None
            assert height(result) < result.next.status.rank <= height(free)


def plainly(whole: Dispute, day: datetime.date, policy: Policy) -> dict[str, Status]:
    """Compute every status a second time, in the shortest way: best answer, lowest ceiling."""
    scale = [NO, MOVED, PARTLY, MET]

    def status(name: str, asks: Asks) -> Status:
        answers = [
            (made, reply)
            for made in whole.concessions
            for reply in made.answers
            if reply.demand == name and made.date.last <= day
        ]
        reached = []
        for made, reply in answers:
            case = Situation(asks=asks, answer=reply, concession=made, as_of=day, policy=policy)
            ceilings = [ceiling.status for rule in RULES if (ceiling := rule(case))]
            reached.append(min(map(scale.index, ceilings), default=3))
        return scale[max(reached)] if reached else SILENT

    found = {}
    for demand in whole.demands:
        if demand.date is not None and demand.date.last > day:
            continue
        parts = {part.id: status(part.id, part.asks) for part in demand.parts}
        found.update(parts)
        if not parts:
            found[demand.id] = status(demand.id, demand.asks)
        elif len(set(parts.values())) == 1:
            found[demand.id] = next(iter(parts.values()))
        elif {PARTLY, MET} & set(parts.values()):
            found[demand.id] = PARTLY
        else:
            found[demand.id] = MOVED if MOVED in parts.values() else NO
    return found


@given(disputes(), DAYS, POLICY)
def test_a_second_implementation_agrees(whole: Dispute, day: datetime.date, policy: Policy) -> None:
    """The lowest ceiling of each answer, and the best answer to each demand, is the status."""
    card = score(whole, as_of=day, policy=policy)
    assert {name: each.status for name, each in every(card).items()} == plainly(whole, day, policy)
    assert sum(card.tally.values()) == len(card.results)


def test_a_policy_may_be_named() -> None:
    """A named policy is the one of that name, and an unknown name is refused with the nearest."""
    named = Dispute(title="None", demands=())
    assert score(named, as_of="2023", policy="strict").policy is POLICIES["strict"]
    told = "found 'strickt'; allowed are standard, strict, lenient; did you mean 'strict'?"
    with pytest.raises(ValueError, match=f"^{re.escape(told)}$"):
        score(named, as_of="2023", policy="strickt")


def test_one_part_may_lift_the_whole() -> None:
    """What a demand in parts would take is one part where that is enough, else all of them."""
    parts = (Part(id="tea", title="Tea"), Part(id="cake", title="Cake"))
    whole = attrs.evolve(asked("treats"), parts=parts)
    refused = [
        made("no-tea", answer(Kind.REFUSAL, "tea")),
        made("no", answer(Kind.REFUSAL, "cake")),
    ]
    both = score(dispute([whole], *refused), as_of=AS_OF)["treats"]
    assert both.status is NO
    assert both.next == NextStatus(status=MOVED, needs=("Tea: an offer instead",))
    agreed = [made("tea", answer(Kind.AGREED, "tea")), refused[1]]
    one = score(dispute([whole], *agreed), as_of=AS_OF)["treats"]
    assert (one.status, one.next) == (PARTLY, None)
    offered = [made("tea", answer(Kind.OFFER, "tea")), made("cake", answer(Kind.OFFER, "cake"))]
    moved = score(dispute([whole], *offered), as_of=AS_OF)["treats"]
    assert moved.next == NextStatus(status=PARTLY, needs=("Tea: agreement to the offer",))


def test_a_date_of_the_data_may_be_given_as_the_day() -> None:
    """A date as the data has it means its last day, here as elsewhere."""
    assert (
        score(Dispute(title="None"), as_of=Date.parse("2023-02")).as_of.isoformat() == "2023-02-28"
    )
