"""A difference: two scorecards side by side, and only what differs."""

from __future__ import annotations

import datetime
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
    Check,
    Claim,
    Concession,
    Count,
    Date,
    Demand,
    Difference,
    Dispute,
    Evidence,
    Gives,
    Kind,
    Part,
    Party,
    PartyKind,
    Period,
    Policy,
    Relation,
    Scorecard,
    Status,
    difference,
    score,
)

NO, MOVED, PARTLY, MET = Status.NOT_MET, Status.SOME_MOVEMENT, Status.PARTLY_MET, Status.MET
SILENT = Status.NO_RESPONSE
SHOWN = (Evidence(document="paper", at="page 1"),)
AS_OF = "2023-06-30"

PAY = Demand(
    id="pay",
    title="More pay",
    made_by="union",
    made_to="boss",
    asks=Asks(more=Amount.parse("10%")),
)
REST = Demand(id="rest", title="A rest", made_by="union", made_to="boss")


def answer(demand: str, kind: Kind = Kind.AGREED, amount: str | None = None) -> Answer:
    """Return an answer to a demand, with an amount."""
    gives = Gives(more=Amount.parse(amount)) if amount else Gives()
    return Answer(demand=demand, kind=kind, gives=gives)


def made(name: str, *answers: Answer, date: str = "2023-01", **more: Any) -> Concession:
    """Return a documented concession with these answers."""
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


def card(*records: Demand | Concession, **more: Any) -> Scorecard:
    """Return the scorecard of these demands and concessions."""
    return score(dispute(*records, **more), as_of=AS_OF)


def changed(found: Difference) -> list[tuple[str, Status | None, Status | None]]:
    """Return each demand that differs, with its status on either card."""
    return [
        (
            next(filter(None, (each.before, each.after))).id,
            each.before.status if each.before else None,
            each.after.status if each.after else None,
        )
        for each in found.demands
    ]


def nothing(found: Difference) -> bool:
    """Tell whether a difference is empty."""
    return (found.demands, found.claims, found.only_before, found.only_after) == ((), (), (), ())


# Two days -----------------------------------------------------------------------------------

YEAR = dispute(
    PAY,
    REST,
    attrs.evolve(REST, id="tea", title="Tea", date=Date.parse("2023-03")),
    made("talks", answer("pay", Kind.TALKS), answer("rest", Kind.OFFER)),
    made("deal", answer("pay", amount="6%"), answer("tea"), date="2023-04-01"),
    made("later", answer("tea", Kind.REFUSAL), date="2023-05"),
)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("2022", "2023-01", [("pay", SILENT, NO), ("rest", SILENT, MOVED)]),
        ("2023-01", "2023-03", [("tea", None, SILENT)]),
        ("2023-01", "2023-04", [("pay", NO, PARTLY), ("tea", None, MET)]),
        ("2023-03", "2023-04", [("pay", NO, PARTLY), ("tea", SILENT, MET)]),
        # Backwards, what was not yet known is missing from the second.
        ("2023-04", "2023-01", [("pay", PARTLY, NO), ("tea", MET, None)]),
        # A worse answer that changes neither the status nor what set it is no difference.
        ("2023-04", "2023-05", []),
    ],
)
def test_two_days_of_one_dispute(
    before: str, after: str, told: list[tuple[str, Status | None, Status | None]]
) -> None:
    """Between two days, a demand differs that moved or that is on record on one of them only."""
    found = difference(score(YEAR, as_of=before), score(YEAR, as_of=after))
    assert changed(found) == told
    assert nothing(found) == (not told)
    assert [str(each.as_of) for each in (found.before, found.after)] == [
        *(str(Date.parse(day).last) for day in (before, after)),
    ]


def test_another_reason_with_the_same_status_differs() -> None:
    """A demand that another answer now holds at the same status is in the difference."""
    whole = dispute(
        PAY,
        made("refusal", answer("pay", Kind.REFUSAL)),
        made("talks", answer("pay", Kind.TALKS), date="2023-02"),
    )
    found = difference(score(whole, as_of="2023-01"), score(whole, as_of="2023-02"))
    assert changed(found) == [("pay", NO, NO)]
    (one,) = found.demands
    assert one.before is not None
    assert one.after is not None
    assert [reason.rule for reason in one.before.binding] == ["refusal"]
    assert [reason.rule for reason in one.after.binding] == ["talks"]


def test_a_part_that_moved_differs_where_the_whole_did_not() -> None:
    """One part of three met, or two of them, is in part either way, and a difference."""
    parts = tuple(Part(id=name, title=name) for name in ("a", "b", "c"))
    whole = dispute(
        attrs.evolve(REST, parts=parts),
        made("first", answer("a")),
        made("second", answer("b"), date="2023-02"),
    )
    found = difference(score(whole, as_of="2023-01"), score(whole, as_of="2023-02"))
    assert changed(found) == [("rest", PARTLY, PARTLY)]


def test_a_demand_dropped_between_the_two_differs() -> None:
    """A demand that its side has given up keeps its status, and is no longer the same."""
    whole = dispute(attrs.evolve(REST, dropped=Date.parse("2023-02")))
    days = ["2023-01", "2023-02", "2023-03"]
    cards = [score(whole, as_of=day) for day in days]
    assert changed(difference(cards[0], cards[1])) == [("rest", SILENT, SILENT)]
    assert nothing(difference(cards[1], cards[2]))


# Two policies -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("policies", "told"),
    [
        (("standard", "strict"), [("pay", PARTLY, MOVED), ("rest", PARTLY, NO)]),
        (("standard", "lenient"), [("rest", PARTLY, MET)]),
        (("strict", "lenient"), [("pay", MOVED, PARTLY), ("rest", NO, MET)]),
        (("strict", "strict"), []),
    ],
)
def test_two_policies_of_one_dispute(
    policies: tuple[str, str], told: list[tuple[str, Status | None, Status | None]]
) -> None:
    """Between two policies, what they judge otherwise differs: a share of 3/5, a month's delay."""
    whole = dispute(
        PAY,
        attrs.evolve(REST, asks=Asks(due=Date.parse("2022-12"))),
        attrs.evolve(REST, id="tea"),
        made("deal", answer("pay", amount="6%"), answer("rest", Kind.IN_FORCE), answer("tea")),
    )
    cards = [score(whole, as_of=AS_OF, policy=name) for name in policies]
    found = difference(*cards)
    assert changed(found) == told
    assert (found.before.policy.name, found.after.policy.name) == policies


# Two disputes -------------------------------------------------------------------------------

OFFER = made("offer", answer("pay", Kind.OFFER, "10%"))


@pytest.mark.parametrize(
    ("other", "status"),
    [
        (attrs.evolve(PAY, title="Much more pay"), MOVED),
        (attrs.evolve(PAY, asks=Asks(more=Amount.parse("9%"))), MOVED),
        (
            attrs.evolve(PAY, asks=Asks(more=Amount.parse("10%"), period=Period.parse("2022/23"))),
            MOVED,
        ),
        (attrs.evolve(PAY, made_by="opposition"), MOVED),
        (attrs.evolve(PAY, made_to="minister"), NO),
        (attrs.evolve(PAY, date=Date.parse("2022")), MOVED),
        (attrs.evolve(PAY, dropped=Date.parse("2023")), MOVED),
    ],
)
def test_a_demand_of_another_wording_or_other_terms_differs(other: Demand, status: Status) -> None:
    """In two disputes, a demand whose title, terms or parties differ is in the difference."""
    days = [score(dispute(each, OFFER), as_of="2023") for each in (PAY, other)]
    # What the boss offers is no answer of the minister's.
    assert changed(difference(*days)) == [("pay", MOVED, status)]


@pytest.mark.parametrize(
    "other",
    [
        attrs.evolve(PAY, evidence=SHOWN),
        attrs.evolve(PAY, note="A hard choice."),
        attrs.evolve(PAY, date_note="By report."),
        attrs.evolve(PAY, dropped=Date.parse("2024")),
    ],
)
def test_where_a_demand_is_documented_is_no_difference(other: Demand) -> None:
    """Evidence, notes, and what happened later leave a demand as it is."""
    assert nothing(difference(card(PAY, OFFER), card(other, OFFER)))


@pytest.mark.parametrize(
    ("other", "status"),
    [
        (attrs.evolve(OFFER, title="A better offer"), MOVED),
        (attrs.evolve(OFFER, id="another-offer"), MOVED),
        (attrs.evolve(OFFER, made_by="minister"), NO),
        (attrs.evolve(OFFER, date=Date.parse("2023-02")), MOVED),
        (made("offer", answer("pay", Kind.OFFER, "12%")), MOVED),
        (made("offer", answer("pay", Kind.UNDER_WAY, "10%")), MOVED),
        (attrs.evolve(OFFER, note="A hard choice."), None),
        (attrs.evolve(OFFER, evidence=(Evidence(document="paper", at="page 2"),)), None),
        # Taken back after the day of both cards.
        (attrs.evolve(OFFER, withdrawn=Date.parse("2024")), None),
    ],
)
def test_another_answer_differs(other: Concession, status: Status | None) -> None:
    """In two disputes, a demand differs whose nearest answer is another, or gives other terms."""
    found = difference(card(PAY, OFFER), card(PAY, other))
    assert changed(found) == ([("pay", MOVED, status)] if status else [])


def test_a_demand_in_one_dispute_only_differs() -> None:
    """Demands of the first come in its order, and then those that only the second has."""
    one = card(attrs.evolve(REST, id="b"), attrs.evolve(REST, id="x"), attrs.evolve(REST, id="a"))
    two = card(
        *(attrs.evolve(REST, id=name) for name in ("d", "a", "c")),
        made("deal", *(answer(name) for name in ("a", "c"))),
    )
    assert changed(difference(one, two)) == [
        ("b", SILENT, None),
        ("x", SILENT, None),
        ("a", SILENT, MET),
        ("d", None, SILENT),
        ("c", None, MET),
    ]


def test_a_part_of_another_wording_or_other_terms_differs() -> None:
    """In two disputes, a demand differs with any of its parts, and with their number."""
    parts = (Part(id="a", title="A chair"), Part(id="b", title="A bed"))
    whole = card(attrs.evolve(REST, parts=parts))
    for others in (
        (attrs.evolve(parts[0], title="A good chair"), parts[1]),
        (parts[0], attrs.evolve(parts[1], asks=Asks(lasting=True))),
        parts[:1],
        (),
    ):
        found = difference(whole, card(attrs.evolve(REST, parts=others)))
        assert changed(found) == [("rest", SILENT, SILENT)]


def test_a_party_is_the_same_by_its_name() -> None:
    """Two files may have two ids for one party: its name is what readers know."""
    whole = dispute(
        PAY, OFFER, parties=(Party(id="boss", name="The Boss", kind=PartyKind.EMPLOYER),)
    )
    renamed = dispute(
        attrs.evolve(PAY, made_to="chief"),
        attrs.evolve(OFFER, made_by="chief"),
        parties=(Party(id="chief", name="The Boss", kind=PartyKind.EMPLOYER),),
    )
    one, two = (score(each, as_of=AS_OF) for each in (whole, renamed))
    assert nothing(difference(one, two))
    other = score(attrs.evolve(renamed, parties=()), as_of=AS_OF)
    assert changed(difference(one, other)) == [("pay", MOVED, MOVED)]


# Claims and gifts ---------------------------------------------------------------------------


def claimed(name: str, at_least: int, **more: Any) -> Claim:
    """Return a claim of March that so many demands were met in part."""
    check = Count(reaching=PARTLY, relation=Relation.AT_LEAST, number=Amount.parse(str(at_least)))
    more = {"title": "Much was won", "made_by": "union", "date": Date.parse("2023-03"), **more}
    return Claim(id=name, check=Check(count=check), **more)


def retested(found: Difference) -> list[tuple[str, str | None, str | None]]:
    """Return each claim that differs, with its verdict on either card."""
    return [
        (
            next(filter(None, (each.before, each.after))).claim.id,
            each.before.verdict.value if each.before else None,
            each.after.verdict.value if each.after else None,
        )
        for each in found.claims
    ]


def test_a_claim_differs_by_its_verdict_or_its_findings() -> None:
    """A policy that gives another count changes what is found, and it may change the verdict."""
    whole = dispute(
        PAY,
        attrs.evolve(REST, asks=Asks(due=Date.parse("2022-12"))),
        made("deal", answer("pay", amount="6%"), answer("rest", Kind.IN_FORCE)),
        claims=(claimed("of-1", 1), claimed("of-2", 2), claimed("of-3", 3)),
    )
    cards = {name: score(whole, as_of=AS_OF, policy=name) for name in POLICIES}
    # Two are met in part by the standard, none by the strict policy.
    assert retested(difference(cards["standard"], cards["strict"])) == [
        ("of-1", "supported", "contradicted"),
        ("of-2", "supported", "contradicted"),
        ("of-3", "contradicted", "contradicted"),
    ]
    # The lenient policy calls one of the two met, which the findings say.
    assert retested(difference(cards["standard"], cards["lenient"])) == [
        ("of-1", "supported", "supported"),
        ("of-2", "supported", "supported"),
        ("of-3", "contradicted", "contradicted"),
    ]


def test_a_claim_on_one_card_only_differs() -> None:
    """A claim that was made later, or that another dispute does not have, has one verdict."""
    late = claimed("late", 1, date=Date.parse("2023-06"))
    whole = dispute(REST, made("deal", answer("rest")), claims=(late, claimed("early", 1)))
    found = difference(score(whole, as_of="2023-03"), score(whole, as_of="2023-06"))
    assert retested(found) == [("late", None, "supported")]
    other = attrs.evolve(whole, claims=(late,))
    found = difference(score(whole, as_of="2023-06"), score(other, as_of="2023-06"))
    assert retested(found) == [("early", "supported", None)]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"title": "A lot was won"}, True),
        ({"made_by": "boss"}, True),
        ({"date": Date.parse("2023-03-01")}, True),
        ({"note": "A hard choice."}, False),
        ({"evidence": SHOWN}, False),
    ],
)
def test_a_claim_of_another_wording_differs(more: dict[str, Any], *, told: bool) -> None:
    """In two disputes, a claim differs by what is claimed, by whom and when."""
    deal = made("deal", answer("rest"))
    one, two = (
        card(REST, deal, claims=(claim,))
        for claim in (claimed("much", 1), claimed("much", 1, **more))
    )
    # The day of a claim is told in its findings too.
    assert retested(difference(one, two)) == ([("much", "supported", "supported")] if told else [])


def test_what_nobody_demanded_differs_where_one_has_it() -> None:
    """A gift that is known to one card only is told with that card."""
    tea = made("tea", undemanded=Answer(kind=Kind.OFFER))
    cake = made("cake", date="2023-03", undemanded=Answer(kind=Kind.IN_FORCE))
    whole = dispute(tea, cake)
    before, after = score(whole, as_of="2023-01"), score(whole, as_of="2023-03")
    assert difference(before, after).only_before == ()
    assert difference(before, after).only_after == (cake,)
    assert difference(after, before).only_before == (cake,)
    assert difference(after, card()).only_before == (tea, cake)


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Good tea"},
        {"date": Date.parse("2023-02")},
        {"undemanded": Answer(kind=Kind.IN_FORCE)},
        {"undemanded": Answer(kind=Kind.OFFER, gives=Gives(more=Amount.parse("£5")))},
        {"withdrawn": Date.parse("2023-02")},
    ],
)
def test_what_nobody_demanded_differs_by_what_it_is(other: dict[str, Any]) -> None:
    """A gift that both have, and not alike, is told of both."""
    tea = made("tea", undemanded=Answer(kind=Kind.OFFER))
    else_ = attrs.evolve(tea, **other)
    found = difference(card(tea), card(else_))
    assert (found.only_before, found.only_after) == ((tea,), (else_,))


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("2023-02-01", "2023-02"), True),
        (("2023-02-01", "2023-02-02"), False),
        (("2023-02", "2023-03"), False),
        (("2023-03", "2023-04-01"), True),
        (("2023-04-01", "2023-04-02"), False),
    ],
)
def test_a_gift_differs_once_it_is_taken_back_or_over(days: tuple[str, str], *, told: bool) -> None:
    """What was taken back, or ended, between the two days is no longer the same on the second."""
    ends = Gives(ends=Date.parse("2023-03"))
    tea = made("tea", undemanded=Answer(kind=Kind.OFFER), withdrawn=Date.parse("2023-02"))
    cake = made("cake", undemanded=Answer(kind=Kind.OFFER, gives=ends))
    found = difference(*(score(dispute(tea, cake), as_of=day) for day in days))
    gifts = {"2023-02": (tea,), "2023-04-01": (cake,)}[days[1]] if told else ()
    assert (found.only_before, found.only_after) == (gifts, gifts)


# What always holds --------------------------------------------------------------------------

DAYS = st.dates(datetime.date(2021, 12, 1), datetime.date(2024, 2, 1))
POLICY = st.sampled_from([*POLICIES.values()])


@given(disputes(), DAYS, POLICY)
def test_a_card_does_not_differ_from_itself(
    whole: Dispute, day: datetime.date, policy: Policy
) -> None:
    """The same card, or one made again from the same data, leaves nothing to tell."""
    made_once, made_again = (score(whole, as_of=day, policy=policy) for _ in range(2))
    assert nothing(difference(made_once, made_once))
    assert nothing(difference(made_once, made_again))


@given(disputes(), DAYS, DAYS, POLICY, st.data())
def test_every_status_that_differs_is_told(
    whole: Dispute, day: datetime.date, other: datetime.date, policy: Policy, data: st.DataObject
) -> None:
    """Every demand and claim with another status or verdict is in it, and whatever one lacks."""
    kept = {
        section: tuple(
            each
            for each in getattr(whole, section)
            if data.draw(st.sampled_from((True, True, False)))
        )
        for section in ("demands", "concessions")
    }
    # Claims may name what is left out, so they are those of the whole.
    before = score(whole, as_of=day, policy=STANDARD)
    after = score(attrs.evolve(whole, **kept), as_of=other, policy=policy)
    found = difference(before, after)
    one, two = (
        {each.id: each.status for result in made.results for each in (result, *result.parts)}
        for made in (before, after)
    )
    told = {
        each.id
        for changed in found.demands
        for result in (changed.before, changed.after)
        if result
        for each in (result, *result.parts)
    }
    assert {name for name in {**one, **two} if one.get(name) is not two.get(name)} <= told
    verdicts = [{each.claim.id: each.verdict for each in made.claims} for made in (before, after)]
    assert {
        name
        for name in {**verdicts[0], **verdicts[1]}
        if verdicts[0].get(name) is not verdicts[1].get(name)
    } <= {name for name, _, _ in retested(found)}


@given(disputes(), DAYS, DAYS)
def test_a_difference_turned_round_is_the_same_difference(
    whole: Dispute, day: datetime.date, other: datetime.date
) -> None:
    """What differs between two cards differs between the second and the first."""
    before, after = score(whole, as_of=day), score(whole, as_of=other)
    forth, back = difference(before, after), difference(after, before)
    assert sorted(changed(forth), key=str) == sorted(
        ((name, one, two) for name, two, one in changed(back)), key=str
    )
    assert (forth.only_before, forth.only_after) == (back.only_after, back.only_before)
    assert {name for name, _, _ in retested(forth)} == {name for name, _, _ in retested(back)}
