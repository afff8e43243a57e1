"""Agreement with published verdicts: kappa by hand and by another library, raters and causes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import attrs
import pytest
from helpers.strategies import disputes
from hypothesis import assume, given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask

from pcs_scorecard import (
    SCALE,
    Amount,
    Answer,
    Asks,
    Cause,
    Concession,
    Date,
    Demand,
    Dispute,
    Evidence,
    Gives,
    Kind,
    Policy,
    Scorecard,
    Status,
    Verdict,
    kappa,
    score,
)
from pcs_scorecard.scorecard.raters import expected, observed

NO, MOVED, PARTLY, MET = Status.NOT_MET, Status.SOME_MOVEMENT, Status.PARTLY_MET, Status.MET
Pairs = list[tuple[Status, Status]]


def table(*rows: Sequence[int]) -> Pairs:
    """Return the pairs of a table of counts: a row for each word of one rater, worst first."""
    return [
        (SCALE[row], SCALE[column])
        for row, counts in enumerate(rows)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]


# Kappa --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pairs", "alike", "chance", "agreement"),
    [
        pytest.param(
            # 50 of which 20 + 15 = 35 are alike: 7/10. One rater says the first word 25 times,
            # the other 30 times: 25/50 * 30/50 + 25/50 * 20/50 = 3/10 + 2/10 = 1/2 by chance.
            # (7/10 - 1/2) / (1 - 1/2) = (2/10) / (1/2) = 2/5.
            table((20, 5), (10, 15)),
            *(Fraction(7, 10), Fraction(1, 2), Fraction(2, 5)),
            id="the classic one",
        ),
        pytest.param(
            # 100: 45 + 15 = 60 alike. 60 * 70 + 40 * 30 = 4200 + 1200 = 5400 of 10000 by chance.
            # (60/100 - 54/100) / (46/100) = 6/46 = 3/23.
            table((45, 15), (25, 15)),
            *(Fraction(3, 5), Fraction(27, 50), Fraction(3, 23)),
            id="the same share alike, one word used more",
        ),
        pytest.param(
            # 100: 25 + 35 = 60 alike. 60 * 30 + 40 * 70 = 1800 + 2800 = 4600 of 10000 by chance.
            # (60/100 - 46/100) / (54/100) = 14/54 = 7/27.
            table((25, 35), (5, 35)),
            *(Fraction(3, 5), Fraction(23, 50), Fraction(7, 27)),
            id="the same share alike, two words used otherwise",
        ),
        pytest.param(
            # 10: 2 + 3 + 2 = 7 alike. Rows 3, 4, 3 and columns 3, 4, 3: 9 + 16 + 9 = 34 of 100.
            # (70/100 - 34/100) / (66/100) = 36/66 = 6/11.
            table((2, 1, 0), (0, 3, 1), (1, 0, 2)),
            *(Fraction(7, 10), Fraction(17, 50), Fraction(6, 11)),
            id="three words",
        ),
        pytest.param(
            # 12: all alike. Rows and columns 1, 2, 3, 6: 1 + 4 + 9 + 36 = 50 of 144 by chance.
            table((1, 0, 0, 0), (0, 2, 0, 0), (0, 0, 3, 0), (0, 0, 0, 6)),
            *(Fraction(1), Fraction(25, 72), Fraction(1)),
            id="all alike",
        ),
        pytest.param(
            # 4: 1 + 1 alike is 1/2; 2 * 2 + 2 * 2 = 8 of 16 is 1/2 too, so nothing beyond chance.
            table((1, 1), (1, 1)),
            *(Fraction(1, 2), Fraction(1, 2), Fraction(0)),
            id="as by chance",
        ),
        pytest.param(
            # 2: none alike; 1 * 1 + 1 * 1 = 2 of 4 by chance. (0 - 1/2) / (1/2) = -1.
            table((0, 1), (1, 0)),
            *(Fraction(0), Fraction(1, 2), Fraction(-1)),
            id="always the other",
        ),
        pytest.param(
            # 8: 3 alike. Rows 4, 4 and columns 5, 3: 20 + 12 = 32 of 64 is 1/2.
            # (3/8 - 1/2) / (1/2) = (-1/8) / (1/2) = -1/4.
            table((2, 2), (3, 1)),
            *(Fraction(3, 8), Fraction(1, 2), Fraction(-1, 4)),
            id="less than by chance",
        ),
        pytest.param(
            # 3: one rater says one word only. 2 alike; 3 * 2 = 6 of 9 by chance: 2/3 either way.
            table((2, 1)),
            *(Fraction(2, 3), Fraction(2, 3), Fraction(0)),
            id="one rater has one word",
        ),
        pytest.param(
            # 2: the words of the one are none of the other's, so none is alike even by chance.
            table((0, 0, 1), (0, 0, 1)),
            *(Fraction(0), Fraction(0), Fraction(0)),
            id="no word in common",
        ),
    ],
)
def test_kappa_is_as_worked_out_by_hand(
    pairs: Pairs, alike: Fraction, chance: Fraction, agreement: Fraction
) -> None:
    """Cohen's kappa is (observed - expected) / (1 - expected), exactly."""
    assert (observed(pairs), expected(pairs), kappa(pairs)) == (alike, chance, agreement)
    assert alike - chance == agreement * (1 - chance)


@pytest.mark.parametrize("pairs", [[], [(NO, NO)], [(MET, MET)] * 3])
def test_kappa_is_not_defined_where_there_is_nothing_to_tell_apart(pairs: Pairs) -> None:
    """Without pairs, or where both raters use one and the same word throughout, it is None."""
    assert kappa(pairs) is None
    assert observed(pairs) == expected(pairs) == (1 if pairs else None)


def test_kappa_is_defined_where_each_rater_has_one_word_of_its_own() -> None:
    """Raters who never agree and never vary have nothing in common, which is kappa 0."""
    assert kappa([(NO, MET)] * 3) == 0


words = st.sampled_from(SCALE)
all_pairs = st.lists(st.tuples(words, words), min_size=1, max_size=30)


@given(all_pairs)
def test_kappa_is_as_nltk_has_it(pairs: Pairs) -> None:
    """Another library, which counts with floating point, finds the same number."""
    found = kappa(pairs)
    assume(found is not None)
    ratings = [
        (rater, str(item), word.value)
        for item, pair in enumerate(pairs)
        for rater, word in zip(("published", "computed"), pair, strict=True)
    ]
    task = AnnotationTask(data=ratings)
    assert float(found) == pytest.approx(task.kappa(), abs=1e-12)
    assert float(observed(pairs)) == pytest.approx(task.avg_Ao(), abs=1e-12)


@given(all_pairs, st.randoms(use_true_random=False))
def test_kappa_depends_on_no_order(pairs: Pairs, luck: Any) -> None:
    """Neither the order of pairs nor which rater comes first makes a difference."""
    found = kappa(pairs)
    assert kappa(luck.sample(pairs, len(pairs))) == found
    assert kappa([(other, one) for one, other in pairs]) == found
    assert found is None or -1 <= found <= 1


# Raters -------------------------------------------------------------------------------------

SHOWN = (Evidence(document="paper", at="page 1"),)
PAY = Asks(more=Amount.parse("10%"))


def asked(name: str, asks: Asks | None = None) -> Demand:
    """Return an undated demand."""
    return Demand(id=name, title=name, made_by="union", made_to="boss", asks=asks or Asks())


def made(
    name: str, demand: str, kind: Kind, date: str = "2023-01", amount: str | None = None
) -> Concession:
    """Return a documented concession with one answer."""
    gives = Gives(more=Amount.parse(amount)) if amount else Gives()
    return Concession(
        id=name,
        title=name,
        made_by="boss",
        date=Date.parse(date),
        answers=(Answer(demand=demand, kind=kind, gives=gives),),
        evidence=SHOWN,
    )


def verdict(
    demand: str, status: Status, by: str = "press", date: str = "2023-06", **more: Any
) -> Verdict:
    """Return a published verdict."""
    day = Date.parse(date)
    return Verdict(demand=demand, by=by, status=status, printed="So", date=day, **more)


def card(
    *records: Demand | Concession | Verdict,
    as_of: str = "2023-06",
    policy: Policy | str = "standard",
) -> Scorecard:
    """Return the scorecard of these records."""
    whole = Dispute(
        title="Invented",
        demands=tuple(each for each in records if isinstance(each, Demand)),
        concessions=tuple(each for each in records if isinstance(each, Concession)),
        verdicts=tuple(each for each in records if isinstance(each, Verdict)),
    )
    return score(whole, as_of=as_of, policy=policy)


def told(found: Scorecard) -> dict[str, list[tuple[str, str, Status, Status, Cause | None]]]:
    """Return by rater each verdict's demand and date, both statuses, and why they differ."""
    return {
        rater.party: [
            (
                *(each.verdict.demand, each.verdict.date.text),
                *(each.verdict.status, each.computed, each.cause),
            )
            for each in rater.agreements
        ]
        for rater in found.raters
    }


DEMANDS = (asked("pay"), asked("hours"), asked("leave"))
ANSWERS = (made("a", "pay", Kind.OFFER), made("b", "hours", Kind.AGREED))


def test_several_raters_of_one_demand_are_kept_apart() -> None:
    """Each rater has verdicts, and a share, of its own; raters are in order of id."""
    found = card(
        *DEMANDS,
        *ANSWERS,
        verdict("pay", MOVED, "union"),
        verdict("pay", NO, "press"),
        verdict("hours", MET, "union"),
        verdict("hours", PARTLY, "boss"),
        verdict("pay", MOVED, "boss"),
    )
    assert told(found) == {
        "boss": [
            ("pay", "2023-06", MOVED, MOVED, None),
            ("hours", "2023-06", PARTLY, MET, None),
        ],
        "press": [("pay", "2023-06", NO, MOVED, None)],
        "union": [("pay", "2023-06", MOVED, MOVED, None), ("hours", "2023-06", MET, MET, None)],
    }
    assert list(told(found)) == ["boss", "press", "union"]
    assert [observed(rater.pairs) for rater in found.raters] == [Fraction(1, 2), 0, 1]
    # boss: (1 * 1) / 4 by chance, (1/2 - 1/4) / (3/4) = 1/3; press: none alike, none by chance;
    # union: (1 * 1 + 1 * 1) / 4 by chance, (1 - 1/2) / (1/2) = 1.
    assert [kappa(rater.pairs) for rater in found.raters] == [Fraction(1, 3), 0, 1]


def test_verdicts_of_one_rater_are_in_the_order_of_the_sheet_and_of_time() -> None:
    """A rater may rate a demand again: all verdicts known by the day are kept, the last counts."""
    verdicts = [
        verdict("hours", MET, date="2023-05"),
        verdict("pay", MET, date="2023-06-01"),
        verdict("pay", NO, date="2023-02"),
        verdict("pay", MOVED, date="2023-03-15"),
        verdict("pay", PARTLY, date="2023-03"),
    ]
    rows = [
        ("pay", "2023-02", NO, MOVED, None),
        ("pay", "2023-03-15", MOVED, MOVED, None),
        ("pay", "2023-03", PARTLY, MOVED, None),
        ("pay", "2023-06-01", MET, MOVED, None),
        ("hours", "2023-05", MET, MET, None),
    ]
    for order in (verdicts, verdicts[::-1]):
        found = card(*DEMANDS, *ANSWERS, *order)
        assert told(found)["press"] == rows
        # Of the four on pay the last is met, where some movement is computed; of hours it is met.
        assert found.raters[0].pairs == ((MET, MOVED), (MET, MET))
        assert observed(found.raters[0].pairs) == Fraction(1, 2)
        earlier = card(*DEMANDS, *ANSWERS, *order, as_of="2023-03-30")
        assert told(earlier)["press"] == rows[:2]
        assert card(*DEMANDS, *ANSWERS, *order, as_of="2023-01").raters == ()


def test_a_demand_without_a_response_is_not_counted() -> None:
    """What no record answers cannot agree or disagree: it is listed, and in no share."""
    found = card(*DEMANDS, *ANSWERS, verdict("leave", NO), verdict("pay", MOVED))
    (rater,) = found.raters
    assert told(found)["press"] == [
        ("pay", "2023-06", MOVED, MOVED, None),
        ("leave", "2023-06", NO, Status.NO_RESPONSE, None),
    ]
    assert [each.counted for each in rater.agreements] == [True, False]
    assert rater.pairs == ((MOVED, MOVED),)
    (unanswered,) = card(*DEMANDS, *ANSWERS, verdict("leave", NO)).raters
    assert unanswered.pairs == ()
    assert (observed(unanswered.pairs), kappa(unanswered.pairs)) == (None, None)


# Causes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rating", "cause"),
    [
        # The same: there is nothing to explain.
        (verdict("pay", PARTLY), None),
        # In March only talks were on record.
        (verdict("pay", NO, date="2023-03"), Cause.OTHER_DATE),
        (verdict("pay", NO, date="2023-03-31"), Cause.OTHER_DATE),
        # In April it was 6% of 10% already, which the strict policy calls some movement.
        (verdict("pay", NO, date="2023-04"), None),
        (verdict("pay", MOVED, date="2023-04"), Cause.OTHER_RULE),
        (verdict("pay", MOVED, date="2023-03"), Cause.OTHER_RULE),
        (verdict("pay", MET), None),
        # What is recorded is told, whatever could be found.
        (verdict("pay", NO, date="2023-03", cause=Cause.OTHER_DEMAND), Cause.OTHER_DEMAND),
        (verdict("pay", MET, cause=Cause.OTHER_RULE), Cause.OTHER_RULE),
    ],
)
def test_why_a_verdict_differs_is_recorded_or_found(rating: Verdict, cause: Cause | None) -> None:
    """A cause is the recorded one, or the date or policy by which the same would be computed."""
    found = card(
        asked("pay", PAY),
        made("talks", "pay", Kind.TALKS),
        made("deal", "pay", Kind.AGREED, "2023-04-30", "6%"),
        rating,
    )
    ((one,),) = (rater.agreements for rater in found.raters)
    assert (one.computed, one.cause) == (PARTLY, cause)


def test_a_date_is_looked_at_before_a_rule() -> None:
    """Where both the date and another policy would explain a verdict, the date is named."""
    found = card(
        asked("pay", PAY),
        made("offer", "pay", Kind.OFFER, "2023-03", "6%"),
        made("deal", "pay", Kind.AGREED, "2023-04", "6%"),
        verdict("pay", MOVED, date="2023-03"),
    )
    assert told(found) == {"press": [("pay", "2023-03", MOVED, PARTLY, Cause.OTHER_DATE)]}


@pytest.mark.parametrize(
    ("policy", "computed", "cause"),
    [
        ("standard", PARTLY, Cause.OTHER_RULE),
        ("strict", MOVED, None),
        ("lenient", PARTLY, Cause.OTHER_RULE),
    ],
)
def test_another_rule_is_another_than_that_of_the_card(
    policy: str, computed: Status, cause: Cause | None
) -> None:
    """By the policy that gives the published status there is no difference to explain."""
    found = card(
        asked("pay", PAY),
        made("deal", "pay", Kind.AGREED, amount="6%"),
        verdict("pay", MOVED),
        policy=policy,
    )
    assert told(found) == {"press": [("pay", "2023-06", MOVED, computed, cause)]}


@given(disputes(), st.sampled_from(("2022", "2023-06", "2024")))
def test_a_published_verdict_never_changes_a_status(whole: Dispute, day: str) -> None:
    """Without the verdicts every status and reason is the same, and no rater is left."""
    rated, plain = score(whole, as_of=day), score(attrs.evolve(whole, verdicts=()), as_of=day)
    with_them, without = (
        [(one.id, one.status, one.reasons) for result in each.results for one in result.every]
        for each in (rated, plain)
    )
    assert with_them == without
    assert plain.raters == ()
