"""Every claim on board: its verdict, worked out again from numbers, dates and voices typed here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple

import attrs
import pytest
from helpers.places import documents

from pcs_scorecard import (
    Amount,
    ClaimVerdict,
    Date,
    Dispute,
    Evidence,
    Kind,
    Stance,
    Status,
    factcheck,
    load,
    render,
    score,
)
from pcs_scorecard.reading.files import bundled

DISPUTES = {name: load(path) for name, path in bundled().items()}

DWP, LUMP, NATIONAL = "dwp-2025", "lump-sum-2023", "national-2022-23"
REMIT_24, BALLOT_25, PAY, PENSIONS = (
    "national-2024-25",
    "national-2025",
    "pay-2023-24",
    "pensions-2011-12",
)

YES, CONTRADICTED, OPEN = (
    ClaimVerdict.SUPPORTED,
    ClaimVerdict.CONTRADICTED,
    ClaimVerdict.NOT_ENOUGH,
)
MET, PARTLY, MOVED, NO, SILENT = (
    Status.MET,
    Status.PARTLY_MET,
    Status.SOME_MOVEMENT,
    Status.NOT_MET,
    Status.NO_RESPONSE,
)
REJECTS, ACCEPTS, WELCOMES = Stance.REJECTS, Stance.ACCEPTS, Stance.WELCOMES

LEADERS, GROUP, GOVERNMENT = "pcs-leadership-2023", "independent-left", "government"
LEADERS_2024, BRANCH, CANDIDATES = "pcs-leadership-2024", "branch-2024", "dwp-candidates"

Key = tuple[str, str]
"""A dispute and a claim of it."""


def of(answer: bool | None) -> ClaimVerdict:  # noqa: FBT001 - it reads as `of(4 > 2)`
    """Return the verdict on a claim that holds, does not, or cannot be decided (None)."""
    return {True: YES, False: CONTRADICTED, None: OPEN}[answer]


# What decides, as typed here from the documents ---------------------------------------------------

REMIT = Fraction("4.5")
ADDITION = Fraction("0.5")
FLOATED = Fraction(2)
NAMED = Fraction(5)
CPI = Fraction("8.7")
EDUCATION = Fraction("6.5")
SENIOR = Fraction("5.5")
FOR_ALL = Fraction("6.5")
STRIKERS = Fraction(2_000_000)
HALF = Fraction(50)
"""The threshold of “significant”, in %: at least half of the demands."""

BY_GOVERNMENT = "government's figure for pay rises, 2023/24"
AN_AWARD = "pay award to one part of the public sector, 2023/24"

FIGURES: dict[Key, tuple[Fraction | None, Fraction, str]] = {
    (PAY, "remit-average"): (REMIT, REMIT, BY_GOVERNMENT),
    (PAY, "remit-with-addition"): (REMIT + ADDITION, REMIT + ADDITION, BY_GOVERNMENT),
    (PAY, "floated"): (FLOATED, FLOATED, BY_GOVERNMENT),
    (PAY, "addition"): (
        ADDITION,
        ADDITION,
        "addition of the remit for lower pay bands, 2023/24",
    ),
    (PAY, "upper-end"): (
        NAMED,
        NAMED,
        "upper end of the range named by the general secretary, 2023",
    ),
    (PAY, "cpi"): (CPI, CPI, "CPI inflation"),
    (PAY, "award-education"): (EDUCATION, EDUCATION, AN_AWARD),
    (PAY, "award-senior-civil-service"): (SENIOR, SENIOR, AN_AWARD),
    (PAY, "six-and-a-half-for-all"): (
        FOR_ALL,
        FOR_ALL,
        "increase for all workers of an employer, as a case put",
    ),
    (PENSIONS, "strikers-pcs"): (STRIKERS, STRIKERS, "workers on strike on 30 November 2011"),
    # “Up to two million” has no low end.
    (PENSIONS, "strikers-press"): (None, STRIKERS, "workers on strike on 30 November 2011"),
}
"""The figures that checks use: the least and the greatest they allow, and what they measure."""

PRINTED = [
    ("003", "only allows employers to make average pay awards up to 4.5%"),
    ("003", "an additional 0.5% targeted at lower pay bands"),
    ("003", "4.5% plus 0.5% “is more than double [the Government’s] originally intended figure"),
    ("003", "figure of 2%”"),
    ("003", "four and a half to five percent for 2023"),
    ("003", "CPI inflation stands at 8.7%"),
    ("003", "to receive a 6.5% consolidated pay-rise"),
    ("003", "Senior Civil Servants are being given a 5.5% pay rise"),
    ("003", "they cannot provide a 6.5% increase for all workers"),
    ("003", "The maximum increase to the pay-bill is still 4.5%"),
    ("003", "It took the General Secretary 28 days"),
    ("003", "which described the 2023/24 pay remit as “derisory”"),
    ("003", "“following an insulting… award of two per cent for 2022 to 2023”"),
    ("003", "a fixed non-consolidated payment of £1,500 per full-time employee"),
    ("002", "the 4.5% available under the pay remit guidance"),
    ("001", "strike by up to two million workers"),
    ("001", "since two million public servants took strike action together on November 30"),
    ("000", "90.5% voted to reject the government's offer and 72.1% voted to support"),
]
"""Where the numbers and words that are typed here stand in the documents."""

EIGHT = {
    "pay": NO,
    "minimum-pay": NO,
    "pension-contributions": NO,
    "no-compulsory-redundancies": NO,
    "job-security": NO,
    "redundancy-rights": MOVED,
    "working-week": NO,
    "pay-coherence": NO,
}
"""The table of the model case, as published: seven No, and one some movement."""

THREE = {"stop-plans": NO, "negotiations": NO, "inclusion": NO}
"""What PCS asked for in 2012."""

STATUSES: dict[tuple[str, str], Mapping[str, Status]] = {
    (NATIONAL, "2023-07-13"): EIGHT,
    # What November adds is for another pay year, or talks.
    (NATIONAL, "2023-11-06"): EIGHT,
    (PENSIONS, "2012-01-31"): {**THREE, "unite-negotiations": SILENT},
    (PENSIONS, "2012-03-31"): {**THREE, "unite-negotiations": SILENT},
}
"""The statuses on the days that counts are of."""


def reached(statuses: Iterable[Status], least: Status) -> int:
    """Return how many statuses are as good as this one or better, none being unknown."""
    scale = [NO, MOVED, PARTLY, MET]
    return sum(scale.index(status) >= scale.index(least) for status in statuses)


def percent_of(statuses: Iterable[Status], least: Status) -> Fraction:
    """Return how many in a hundred are as good as this status or better."""
    every = list(statuses)
    return Fraction(100 * reached(every, least), len(every))


def picked(*names: str) -> list[Status]:
    """Return the statuses of some of the eight demands."""
    return [EIGHT[name] for name in names]


class Record(NamedTuple):
    """The record that decides a fact: where it is, its day, who says it, what it says to the claim."""

    section: str
    id: str
    day: str
    voices: set[str]
    claimant: str
    confirms: bool = True

    @property
    def verdict(self) -> ClaimVerdict:
        """What follows: nobody's own word supports itself, and a record that denies contradicts."""
        if not self.confirms:
            return CONTRADICTED
        return YES if self.voices - {self.claimant} else OPEN


RULED = ("2024", {BRANCH, GROUP, LEADERS_2024})
LUMP_SUM = ("concessions", "lump-sum", "2023-06-02", {GOVERNMENT, GROUP, LEADERS})
LUMP_PAID = ("concessions", "lump-sum-paid", "2023-07-13", {GOVERNMENT, GROUP})

FACTS: dict[Key, Record] = {
    (DWP, "remit-not-rejected"): Record("events", "proposals-ruled-out-2024", *RULED, CANDIDATES),
    (LUMP, "matter-for-departments"): Record(*LUMP_SUM, GOVERNMENT),
    (LUMP, "payment-secured"): Record(*LUMP_PAID, LEADERS),
    (LUMP, "only-discretion"): Record(*LUMP_SUM, GROUP),
    # The letter and the addendum call the sum fixed.
    (LUMP, "up-to"): Record(*LUMP_SUM, GROUP, confirms=False),
    (LUMP, "not-in-full"): Record(*LUMP_PAID, GROUP),
    (LUMP, "refused-to-budge"): Record(
        "concessions", "pro-rata-left-to-departments", "2023-07-04", {GOVERNMENT}, GROUP
    ),
    (LUMP, "no-objection-on-2-june"): Record(
        "events", "no-objection", "2023-06-02", {GOVERNMENT}, GROUP
    ),
    (LUMP, "measures-welcomed"): Record("events", "welcome", "2023-06-02", {LEADERS}, GROUP),
    (LUMP, "guidance-pro-rata"): Record(
        "events", "guidance", "2023-06-06", {GROUP, LEADERS}, GROUP
    ),
    (LUMP, "after-dissatisfaction"): Record(
        "events", "letter-to-minister", "2023-06-30", {GOVERNMENT, GROUP}, GROUP
    ),
    (NATIONAL, "london-below-threshold"): Record(
        "votes", "ballot-dwp-london", "2023-07", {GROUP}, LEADERS
    ),
    (NATIONAL, "pensions-in-court"): Record(
        "events", "pension-case", "2023-07-13", {GROUP, LEADERS}, LEADERS
    ),
    (NATIONAL, "plan-put-to-members"): Record(
        "votes", "consultation-august", "2023-08-31", {GROUP, LEADERS}, LEADERS
    ),
    (REMIT_24, "proposals-ruled-out"): Record("concessions", "ruled-out-of-order", *RULED, BRANCH),
    (REMIT_24, "motion-ruled-out"): Record("concessions", "ruled-out-of-order", *RULED, GROUP),
    (PENSIONS, "pcs-rejects"): Record(
        "events",
        "executive-january",
        "2012-01",
        {"press-association", GOVERNMENT},
        "press-association",
    ),
    (PAY, "still-maximum"): Record(
        "concessions", "remit-unchanged", "2023-07", {GROUP, LEADERS}, GROUP
    ),
    # The motion calls the remit derisory; insulting it calls the award of 2% for 2022/23. The
    # claimant's own report tells against the claimant.
    (PAY, "dismissed-as-insulting"): Record(
        "events", "motion-1097", "2023-04", {GROUP}, GROUP, confirms=False
    ),
}
"""For each claim that a record confirms or denies, that record."""


class Line(NamedTuple):
    """What a party said of a subject up to the day of a claim that its stance has changed."""

    party: str
    subject: str
    said: list[tuple[str, Stance]]

    @property
    def verdict(self) -> ClaimVerdict:
        """What follows: a change needs two positions, of which the later is another."""
        if len(self.said) < 2:
            return OPEN
        return of(any(before != after for (_, before), (_, after) in pairwise(self.said)))


LINES: dict[Key, Line] = {
    (PAY, "view-of-remit-changed"): Line(
        LEADERS,
        "remit",
        [("2023-04", REJECTS), ("2023-04", REJECTS), ("2023-07-13", WELCOMES)],
    ),
    (LUMP, "stance-changed"): Line(
        LEADERS,
        "pro-rata",
        [
            ("2023-06-02", ACCEPTS),
            ("2023-06-06", ACCEPTS),
            ("2023-06-30", REJECTS),
            ("2023-07-12", REJECTS),
        ],
    ),
    (NATIONAL, "stood-firm"): Line(
        LEADERS, "without-2022-23-pay", [("2023-05", REJECTS), ("2023-07-12", ACCEPTS)]
    ),
}
"""For each claim of a change of position, the positions, oldest first."""


# The claims with a check --------------------------------------------------------------------------


class Row(NamedTuple):
    """The verdict on a claim, why so, and what its findings must print."""

    verdict: ClaimVerdict
    why: str
    printed: Sequence[str] = ()


ALL = list(EIGHT.values())
UNLIKE = "a ceiling on an average is no award to anybody, so the two are not compared"

CHECKED: dict[Key, Row] = {
    # Numbers
    (PAY, "more-than-double"): Row(
        of(all(each / FLOATED > 2 for each in (REMIT, REMIT + ADDITION))),
        "4.5 / 2 and 5 / 2 are more than 2",
        ["4.5% / 2% = 2.25;", "(4.5% + 0.5%) / 2% = 2.5;"],
    ),
    (PAY, "five-percent"): Row(
        of(REMIT + ADDITION == NAMED), "4.5 + 0.5 is 5", ["4.5% + 0.5% = 5%; claimed: 5%."]
    ),
    (PAY, "remit-below-inflation"): Row(
        of(all((1 + each / 100) / (1 + CPI / 100) - 1 < 0 for each in (REMIT, REMIT + ADDITION))),
        "1.045 / 1.087 and 1.05 / 1.087 are less than 1",
        ["(1 + 4.5%) / (1 + 8.7%) - 1 = about -3.86%", "- 1 = about -3.4%"],
    ),
    (PAY, "six-and-a-half-does-not-fit"): Row(
        of(not FOR_ALL <= REMIT + ADDITION),
        "6.5 is more than 4.5 + 0.5",
        ["6.5% does not fit under 4.5% + 0.5% = 5%"],
    ),
    (PAY, "lowest-settlement"): Row(
        of(None), UNLIKE, ["4.5% and 6.5% are not compared", "4.5% and 5.5% are not compared"]
    ),
    (PAY, "all-others-better"): Row(of(None), UNLIKE, ["6.5% and 4.5% are not compared"]),
    (PAY, "wider-differential"): Row(of(None), UNLIKE, ["5.5% and 4.5% are not compared"]),
    (PENSIONS, "two-million-strikers"): Row(
        of(None),
        "up to 2,000,000 allows 2,000,000 and allows less",
        ["2,000,000 beside up to 2,000,000"],
    ),
    (LUMP, "twenty-eight-days"): Row(
        of(None),
        "the 30 June of the letter is itself counted from this claim",
        ["28 days; claimed: 28 days.", "counted from this claim"],
    ),
    # Statuses of the model case
    (NATIONAL, "significant-progress"): Row(
        of(percent_of(ALL, MOVED) >= HALF),
        "1 of 8 is 12.5%, less than 50%",
        ["1 of 8 demands is at “Some movement” or better (12.5%); claimed: at least 50%."],
    ),
    (NATIONAL, "overstated"): Row(
        of(percent_of(ALL, MOVED) < HALF),
        "1 of 8 is 12.5%, less than 50%",
        ["1 of 8 demands is at “Some movement” or better (12.5%); claimed: less than 50%."],
    ),
    (NATIONAL, "not-won-all"): Row(
        of(reached(ALL, MET) < 8), "0 of 8 are met", ["0 of 8 demands are at “Yes”"]
    ),
    (NATIONAL, "none-won"): Row(
        of(reached(ALL, MET) == 0), "0 of 8 are met", ["0 of 8 demands are at “Yes”"]
    ),
    (NATIONAL, "pay-demands-not-won"): Row(
        of(reached(picked("pay", "minimum-pay"), MET) == 0), "0 of 2 are met", ["0 of 2 demands"]
    ),
    (NATIONAL, "not-one-penny"): Row(
        of(reached(picked("pay", "minimum-pay", "pension-contributions"), MOVED) == 0),
        "0 of 3 have moved",
        ["0 of 3 demands"],
    ),
    (NATIONAL, "only-talks"): Row(
        of(reached(picked("job-security", "pay-coherence"), MOVED) == 0),
        "0 of 2 have moved, since talks are no movement",
        ["0 of 2 demands"],
    ),
    (NATIONAL, "small-shift"): Row(
        of(reached(ALL, MOVED) >= 1),
        "1 of 8 has moved",
        ["1 of 8 demands is at “Some movement”", "As of 13 July 2023"],
    ),
    (NATIONAL, "real-progress"): Row(
        of(reached(ALL, MOVED) >= 1),
        "1 of 8 has moved",
        ["1 of 8 demands is at “Some movement”", "As of 6 November 2023"],
    ),
    (NATIONAL, "not-near"): Row(
        of(reached(ALL, PARTLY) == 0), "0 of 8 are partly met", ["0 of 8 demands are at “In part”"]
    ),
    # Statuses of the pensions dispute
    (PENSIONS, "no-movement"): Row(
        of(reached([THREE["stop-plans"]], MOVED) == 0),
        "the one demand has not moved in January",
        ["As of 31 January 2012, 0 of 1 demand"],
    ),
    (PENSIONS, "refused-to-move"): Row(
        of(reached([THREE["stop-plans"]], MOVED) == 0),
        "the one demand has not moved in March",
        ["As of 31 March 2012, 0 of 1 demand"],
    ),
    (PENSIONS, "no-significant-movement"): Row(
        of(percent_of(THREE.values(), MOVED) < HALF),
        "0 of 3 is less than 50%",
        ["0 of 3 demands", "(0%)"],
    ),
    # Positions and facts
    (PAY, "view-of-remit-changed"): Row(
        LINES[PAY, "view-of-remit-changed"].verdict,
        "rejected in April, welcomed in July",
        ["rejects (April 2023)", "welcomes (13 July 2023)"],
    ),
    (LUMP, "stance-changed"): Row(
        LINES[LUMP, "stance-changed"].verdict,
        "gone along with on 2 and 6 June, rejected on 30 June",
        ["accepts (2 June 2023); accepts (6 June 2023); rejects (30 June 2023)"],
    ),
    (NATIONAL, "stood-firm"): Row(
        LINES[NATIONAL, "stood-firm"].verdict,
        "rejected in May, gone along with on 12 July",
        ["rejects (May 2023); accepts (12 July 2023)"],
    ),
    **{
        key: Row(
            record.verdict,
            "another voice confirms it" if record.confirms else "the record denies it",
            ["which confirms it" if record.confirms else "which denies it"],
        )
        for key, record in FACTS.items()
    },
}
"""Every claim with a check."""

UNTESTED = {
    DWP: """
        density-lowest settlement-unequal attendance-worst lowest-offer remit-job-cuts
        lowest-paid-smallest ratio-worsening little-opposition four-day-not-negotiated
        outsourced-lowest-paid guards-london strikes-unprecedented ballot-blocked
        reason-recruitment reason-gmb deal-nine-years deal-wiped-out deal-not-reopened
        offer-not-enough
    """,
    LUMP: """
        minister-no-objection same-as-elsewhere meant-for-lower-bands lowest-paid-least
        discriminatory campaigning most-employers no-new-money not-conditional other-terms-kept
        benefit-detriment equality-failure
    """,
    NATIONAL: """
        branch-feedback low-pay-shares paused owed-to-strikes emphatically-endorsed eight-weeks
        minister-stood-firm campaign-ended responses-critical low-paid-members record-turnouts
        london-turnout financial-crisis responses-for-strikes rises-below-inflation
        no-reply-to-london london-branches-views coalition young-activists
    """,
    REMIT_24: """
        against-the-rules motion-refuted conference-costs-250k victory-of-last-year worst-offer
        job-cuts-attached majority-support leaders-content posts-to-own-group
        major-financial-changes only-way
        remit-not-challenged all-voted-against against-challenging denounced-but-unchallenged
        most-motions-ruled-out posts-cost-169k no-permission unprecedented dominant-for-20-years
    """,
    BALLOT_25: """
        government-hostile only-strength feet-to-the-flame conference-mandate
        no-national-campaigning nothing-for-months not-a-word no-concrete-plan
        awards-below-inflation results-of-approach minority-union pay-structure
        doctors-highest-awards doctors-membership opposed-four-day-week demands-not-connecting
        no-wish-for-ballot weak-by-low-density labour-ties doctors-delayed many-pay-systems
        what-matters no-strike-plan
    """,
    PAY: """
        half-of-inflation others-rejected decade-of-freezes significant-concession
        most-members-above first-time-remit better-than-remit awards-below-inflation
        average-elsewhere two-percent-never-put no-claim-submitted members-in-two-departments
    """,
    PENSIONS: """
        million-workers highest-vote refused-at-every-point exclusion-threat
        action-won-concessions longer-more-less talks-suffocated none-of-14
        strikes-achieve-nothing affordable-and-fair three-committees biggest-union
    """,
}
"""Every claim without a check, by dispute."""


def row_id(value: object) -> str | None:
    """Return the name of a test for a claim."""
    return "/".join(value) if isinstance(value, tuple) and len(value) == 2 else None


each_check = pytest.mark.parametrize("key", CHECKED, ids=row_id)
each_fact = pytest.mark.parametrize("key", FACTS, ids=row_id)


def judged(key: Key, dispute: Dispute | None = None) -> factcheck.Tested:
    """Return a claim of a dispute on board, or of a changed one, as tested."""
    name, claim = key
    (found,) = (each for each in score(dispute or DISPUTES[name]).claims if each.claim.id == claim)
    return found


def record(dispute: Dispute, section: str, name: str) -> Any:
    """Return a record of a dispute."""
    (found,) = (each for each in getattr(dispute, section) if each.id == name)
    return found


def voices(dispute: Dispute, evidence: Iterable[Evidence]) -> set[str]:
    """Return who says something: who is quoted, or else who published it."""
    publishers = {document.id: document.publisher for document in dispute.documents}
    return {each.quoting or publishers[each.document] for each in evidence}


def test_every_claim_on_board_stands_in_a_table_once() -> None:
    """No claim is missing from the tables, none is extra, and none is in both."""
    without = {(name, claim) for name, ids in UNTESTED.items() for claim in ids.split()}
    on_board = {(name, each.id) for name, dispute in DISPUTES.items() for each in dispute.claims}
    assert without | CHECKED.keys() == on_board
    assert without.isdisjoint(CHECKED)
    assert (len(on_board), len(CHECKED), len(without)) == (161, 44, 117)


@each_check
def test_a_claim_with_a_check_has_the_verdict_worked_out_here(key: Key) -> None:
    """The verdict is the one that follows from what is typed here, and the findings show why."""
    found, row = judged(key), CHECKED[key]
    assert found.claim.check is not None
    assert found.verdict is row.verdict, row.why
    text = " ".join(found.findings)
    assert [part for part in row.printed if part not in text] == []


@pytest.mark.parametrize("name", sorted(UNTESTED))
def test_a_claim_without_a_check_is_open_with_a_reason(name: str) -> None:
    """Without a check it is not enough information, and the reason is its finding."""
    for claim in UNTESTED[name].split():
        found = judged((name, claim))
        assert (found.claim.check, found.verdict) == (None, OPEN)
        assert found.claim.untested
        assert found.findings == (found.claim.untested,)


def test_the_verdicts_are_so_many_of_each() -> None:
    """Of the claims with a check 35 are supported, 3 contradicted and 5 open."""
    every = [row.verdict for row in CHECKED.values()]
    assert [every.count(each) for each in (YES, CONTRADICTED, OPEN)] == [36, 3, 5]


# What is typed here is what is on record, and in the documents ------------------------------------


@pytest.mark.parametrize("key", FIGURES, ids=row_id)
def test_the_figures_on_record_are_those_typed_here(key: Key) -> None:
    """Each figure of a check is the same number, exactly, and measures what is typed here."""
    name, figure = key
    found = record(DISPUTES[name], "figures", figure)
    assert (found.value.low, found.value.high, found.measures) == FIGURES[key]


def test_the_letter_is_dated_28_days_after_the_briefing() -> None:
    """2 June and 30 June 2023 are 28 days apart, and the second is counted from the claim."""
    assert date(2023, 6, 30) - date(2023, 6, 2) == timedelta(28)
    briefing = record(DISPUTES[LUMP], "events", "briefing")
    letter = record(DISPUTES[LUMP], "events", "letter-to-minister")
    assert (briefing.date.last, letter.date.last) == (date(2023, 6, 2), date(2023, 6, 30))
    assert (briefing.counted_from, letter.counted_from) == (None, "twenty-eight-days")


@pytest.mark.parametrize("key", STATUSES, ids=row_id)
def test_the_statuses_are_those_counted_here(key: Key) -> None:
    """On the days that counts are of, each demand has the status that is typed here."""
    name, day = key
    found = {result.id: result.status for result in score(DISPUTES[name], as_of=day).results}
    assert found == STATUSES[key]


@each_fact
def test_the_records_of_facts_are_those_typed_here(key: Key) -> None:
    """The record, its day, its voices and who makes the claim are as typed here."""
    dispute, fact = DISPUTES[key[0]], FACTS[key]
    found = record(dispute, fact.section, fact.id)
    claim = record(dispute, "claims", key[1])
    assert found.date == Date.parse(fact.day)
    assert voices(dispute, found.evidence) == fact.voices
    assert claim.made_by == fact.claimant
    assert judged(key).used == (found,)


@pytest.mark.parametrize("key", LINES, ids=row_id)
def test_the_positions_behind_a_change_are_those_typed_here(key: Key) -> None:
    """The positions up to the day of the claim have the dates and stances typed here."""
    line, claim = LINES[key], record(DISPUTES[key[0]], "claims", key[1])
    found = [
        (each.date, each.stance)
        for each in score(DISPUTES[key[0]]).positions
        if (each.party, each.subject) == (line.party, line.subject)
        and each.date.last <= claim.date.last
    ]
    assert found == [(Date.parse(day), stance) for day, stance in line.said]


@pytest.mark.parametrize(("file", "words"), PRINTED)
def test_what_is_typed_here_is_printed_in_the_documents(file: str, words: str) -> None:
    """Each number and decisive wording stands in the document that it is from."""
    (path,) = documents().glob(f"{file}_*.txt")
    assert words in " ".join(path.read_text(encoding="utf-8").split())


# One thing changed, and the verdict is another ----------------------------------------------------

Change = Callable[[Dispute], Dispute]


def put(section: str, name: str, **fields: Any) -> Change:
    """Return a change of some fields of one record; texts are read as in the data."""
    kinds = {"value": Amount.parse, "date": Date.parse}

    def change(dispute: Dispute) -> Dispute:
        read = {key: kinds.get(key, lambda same: same)(each) for key, each in fields.items()}
        old = record(dispute, section, name)
        new = attrs.evolve(old, **read)
        assert new != old
        every = tuple(new if each is old else each for each in getattr(dispute, section))
        lists: dict[str, Any] = {section: every}
        return attrs.evolve(dispute, **lists)

    return change


def answer(concession: str, demand: str, **terms: Any) -> Change:
    """Return a change of some terms of one answer; `gives` are terms, too."""

    def change(dispute: Dispute) -> Dispute:
        made = record(dispute, "concessions", concession)
        (old,) = (each for each in made.answers if each.demand == demand)
        given = {"gives": attrs.evolve(old.gives, **terms["gives"])} if "gives" in terms else {}
        new = attrs.evolve(old, **{**terms, **given})
        answers = tuple(new if each is old else each for each in made.answers)
        return put("concessions", concession, answers=answers)(dispute)

    return change


def unanswered(dispute: Dispute) -> Dispute:
    """Return a dispute without anything done, said or refused."""
    return attrs.evolve(dispute, concessions=())


def stance(party: str, subject: str, stances: dict[str, Stance | None]) -> Change:
    """Return a change of positions by day; None takes one from the record."""

    def change(dispute: Dispute) -> Dispute:
        kept, days = [], set(stances)
        for each in dispute.positions:
            if (each.party, each.subject) == (party, subject) and each.date.text in stances:
                days.discard(each.date.text)
                other = stances[each.date.text]
                if other is not None:
                    kept.append(attrs.evolve(each, stance=other))
            else:
                kept.append(each)
        assert not days
        return attrs.evolve(dispute, positions=tuple(kept))

    return change


def paid(amount: str) -> Change:
    """Return a change of the remit to a consolidated rise for 2022/23 that is in force."""
    gives = {"amount": Amount.parse(amount), "basis": "consolidated", "period": "2022/23"}
    return answer("remit-2023-24", "pay", kind=Kind.IN_FORCE, gives=gives)


def lapsed(day: str) -> Change:
    """Return a change of the end of the promise on redundancy terms."""
    return answer("redundancy-terms-held", "no-cuts", gives={"ends": Date.parse(day)})


OFFERS = [
    answer("talks-on-job-security", "job-security", kind=Kind.OFFER),
    answer("nothing-on-working-week", "working-week", kind=Kind.OFFER),
    answer("talks-on-pay-coherence", "pay-coherence", kind=Kind.OFFER),
]
"""Three more of the eight demands moved."""

LESS_PAID = answer("offer-upheld", "not-pay-more", kind=Kind.OFFER)
INCLUDED = answer("exclusion-threatened", "inclusion", kind=Kind.OFFER)
NOT_COUNTED = put("events", "letter-to-minister", counted_from=None)
SAME_KIND = [
    put("figures", "award-education", measures=BY_GOVERNMENT),
    put("figures", "award-senior-civil-service", measures=BY_GOVERNMENT),
]

MUTATIONS: list[tuple[Key, list[Change], ClaimVerdict]] = [
    # Exactly double is not more than double; a range may be or not.
    (
        (PAY, "more-than-double"),
        [put("figures", "floated", value="2.25%")],
        of(REMIT / Fraction("2.25") > 2),
    ),
    (
        (PAY, "more-than-double"),
        [put("figures", "remit-average", value="4%")],
        of(Fraction(4) / FLOATED > 2),
    ),
    ((PAY, "more-than-double"), [put("figures", "floated", value="2% to 3%")], OPEN),
    (
        (PAY, "five-percent"),
        [put("figures", "addition", value="0.6%")],
        of(REMIT + Fraction("0.6") == NAMED),
    ),
    # With inflation at 4.5% the 4.5% is no cut, with 4.9% the 5% is none.
    (
        (PAY, "remit-below-inflation"),
        [put("figures", "cpi", value="4.5%")],
        of((1 + REMIT / 100) / (1 + Fraction("4.5") / 100) - 1 < 0),
    ),
    (
        (PAY, "remit-below-inflation"),
        [put("figures", "cpi", value="4.9%")],
        of((1 + (REMIT + ADDITION) / 100) / (1 + Fraction("4.9") / 100) - 1 < 0),
    ),
    (
        (PAY, "six-and-a-half-does-not-fit"),
        [put("figures", "six-and-a-half-for-all", value="5%")],
        of(not Fraction(5) <= REMIT + ADDITION),
    ),
    # Were the awards of the same kind as the remit, the numbers would decide.
    ((PAY, "lowest-settlement"), SAME_KIND, of(all(each > REMIT for each in (EDUCATION, SENIOR)))),
    (
        (PAY, "lowest-settlement"),
        [*SAME_KIND, put("figures", "award-education", value="4.5%")],
        of(all(each > REMIT for each in (Fraction("4.5"), SENIOR))),
    ),
    ((PAY, "all-others-better"), SAME_KIND, of(all(each > REMIT for each in (EDUCATION, SENIOR)))),
    (
        (PAY, "all-others-better"),
        [*SAME_KIND, put("figures", "remit-average", value="6%")],
        of(all(each > 6 for each in (EDUCATION, SENIOR))),
    ),
    ((PAY, "wider-differential"), SAME_KIND, of(SENIOR > REMIT)),
    (
        (PAY, "wider-differential"),
        [*SAME_KIND, put("figures", "award-senior-civil-service", value="4.5%")],
        of(Fraction("4.5") > REMIT),
    ),
    (
        (PENSIONS, "two-million-strikers"),
        [put("figures", "strikers-press", value="2,000,000")],
        of(STRIKERS == 2_000_000),
    ),
    (
        (PENSIONS, "two-million-strikers"),
        [put("figures", "strikers-press", value="up to 1,900,000")],
        of(STRIKERS <= 1_900_000),
    ),
    (
        (LUMP, "twenty-eight-days"),
        [NOT_COUNTED],
        of(date(2023, 6, 30) - date(2023, 6, 2) == timedelta(28)),
    ),
    (
        (LUMP, "twenty-eight-days"),
        [NOT_COUNTED, put("events", "letter-to-minister", date="2023-06-29")],
        of(date(2023, 6, 29) - date(2023, 6, 2) == timedelta(28)),
    ),
    # Four of eight are half of them.
    (
        (NATIONAL, "significant-progress"),
        OFFERS,
        of(percent_of([MOVED] * 4 + [NO] * 4, MOVED) >= HALF),
    ),
    (
        (NATIONAL, "overstated"),
        OFFERS,
        of(percent_of([MOVED] * 4 + [NO] * 4, MOVED) < HALF),
    ),
    # Without any answer on record each demand could be at any status.
    ((NATIONAL, "not-won-all"), [unanswered], OPEN),
    ((NATIONAL, "none-won"), [paid("10%")], of(reached([MET, MOVED] + [NO] * 6, MET) == 0)),
    ((NATIONAL, "pay-demands-not-won"), [paid("10%")], of(reached([MET, NO], MET) == 0)),
    (
        (NATIONAL, "not-one-penny"),
        [answer("remit-2023-24", "pay", gives={"period": "2022/23"})],
        of(reached([MOVED, NO, NO], MOVED) == 0),
    ),
    ((NATIONAL, "only-talks"), OFFERS[:1], of(reached([MOVED, NO], MOVED) == 0)),
    ((NATIONAL, "only-talks"), OFFERS[2:], of(reached([NO, MOVED], MOVED) == 0)),
    ((NATIONAL, "small-shift"), [lapsed("2023-07-12")], of(reached([NO] * 8, MOVED) >= 1)),
    ((NATIONAL, "real-progress"), [lapsed("2023-11-05")], of(reached([NO] * 8, MOVED) >= 1)),
    # 5% of 10% is half.
    ((NATIONAL, "not-near"), [paid("5%")], of(reached([PARTLY, MOVED] + [NO] * 6, PARTLY) == 0)),
    ((PENSIONS, "no-movement"), [LESS_PAID], of(reached([MOVED], MOVED) == 0)),
    ((PENSIONS, "refused-to-move"), [LESS_PAID], of(reached([MOVED], MOVED) == 0)),
    (
        (PENSIONS, "no-significant-movement"),
        [LESS_PAID, INCLUDED],
        of(percent_of([MOVED, NO, MOVED], MOVED) < HALF),
    ),
    # No other position, no change; one position, nothing to compare.
    (
        (PAY, "view-of-remit-changed"),
        [stance(LEADERS, "remit", {"2023-07-13": REJECTS})],
        CONTRADICTED,
    ),
    ((PAY, "view-of-remit-changed"), [stance(LEADERS, "remit", {"2023-04": None})], OPEN),
    (
        (LUMP, "stance-changed"),
        [stance(LEADERS, "pro-rata", {"2023-06-30": ACCEPTS, "2023-07-12": ACCEPTS})],
        CONTRADICTED,
    ),
    (
        (LUMP, "stance-changed"),
        [stance(LEADERS, "pro-rata", {"2023-06-02": None, "2023-06-06": None})],
        CONTRADICTED,
    ),
    (
        (NATIONAL, "stood-firm"),
        [stance(LEADERS, "without-2022-23-pay", {"2023-07-12": REJECTS})],
        CONTRADICTED,
    ),
    ((NATIONAL, "stood-firm"), [stance(LEADERS, "without-2022-23-pay", {"2023-05": None})], OPEN),
    # A record that no document shows decides nothing.
    *((key, [put(fact.section, fact.id, evidence=())], OPEN) for key, fact in FACTS.items()),
]
"""For each claim with a check, what decides it changed, and the verdict that follows then."""


def test_every_claim_with_a_check_has_a_mutation() -> None:
    """No row of the table could pass whatever the data hold."""
    assert {key for key, _, _ in MUTATIONS} == CHECKED.keys()


@pytest.mark.parametrize(("key", "changes", "verdict"), MUTATIONS, ids=row_id)
def test_with_what_decides_it_changed_the_verdict_is_another(
    key: Key, changes: Sequence[Change], verdict: ClaimVerdict
) -> None:
    """Another figure, date, status or position gives another verdict."""
    dispute = DISPUTES[key[0]]
    for change in changes:
        dispute = change(dispute)
    assert verdict is not CHECKED[key].verdict
    assert judged(key, dispute).verdict is verdict


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        # Three of eight are 37.5%, one of three about 33.3%: less than half.
        ((NATIONAL, "significant-progress"), OFFERS[:2]),
        ((NATIONAL, "overstated"), OFFERS[:2]),
        ((PENSIONS, "no-significant-movement"), [LESS_PAID]),
        # 4.99% is less than half of 10%: some movement, and not partly met.
        ((NATIONAL, "not-near"), [paid("4.99%")]),
        ((NATIONAL, "small-shift"), [lapsed("2023-07-13")]),
        ((PAY, "more-than-double"), [put("figures", "floated", value="2.24%")]),
        ((PAY, "remit-below-inflation"), [put("figures", "cpi", value="5.01%")]),
        ((PAY, "six-and-a-half-does-not-fit"), [put("figures", "addition", value="1.99%")]),
        # Counted from the claim, no date of the letter tests it.
        ((LUMP, "twenty-eight-days"), [put("events", "letter-to-minister", date="2023-06-29")]),
    ],
    ids=row_id,
)
def test_short_of_its_threshold_the_verdict_stays(key: Key, changes: Sequence[Change]) -> None:
    """A change that does not cross the line leaves the verdict as it is."""
    dispute = DISPUTES[key[0]]
    for change in changes:
        dispute = change(dispute)
    assert judged(key, dispute).verdict is CHECKED[key].verdict


@each_fact
def test_the_claimants_own_word_supports_nothing_and_can_contradict(key: Key) -> None:
    """In the claimant's words alone a record confirms nothing; what it denies, it still denies."""
    dispute, fact = DISPUTES[key[0]], FACTS[key]
    said = tuple(
        attrs.evolve(each, quoting=fact.claimant)
        for each in record(dispute, fact.section, fact.id).evidence
    )
    alone = put(fact.section, fact.id, evidence=said)(dispute)
    assert judged(key, alone).verdict is (OPEN if fact.confirms else CONTRADICTED)


# On the sheet -------------------------------------------------------------------------------------


def entries(name: str, heading: str) -> list[str]:
    """Return the lines of the list under a heading in the positions of a sheet."""
    _, found, after = render(score(DISPUTES[name])).partition(f"\n\n{heading}:\n\n")
    assert found
    return after.partition("\n\n")[0].splitlines()


@pytest.mark.parametrize(
    ("name", "heading", "expected"),
    [
        (
            PAY,
            "PCS leadership of 2023 on The pay remit for 2023/24",
            [
                ("- April 2023: rejects. ", "“That is not enough”"),
                ("- April 2023: rejects. ", "“pour fuel on the flames of resentment”"),
                (
                    "- 13 July 2023: welcomes, a change from “rejects” of April 2023. ",
                    "“civil service pay remit as a “significant concession.””",
                ),
            ],
        ),
        (
            LUMP,
            "PCS leadership of 2023 on Pro rata payment to part-time staff",
            [
                ("- 2 June 2023: accepts. ", "“you raised no objection on these grounds”"),
                ("- 6 June 2023: accepts. ", "“for all staff (pro rata where applicable)”"),
                (
                    "- 30 June 2023: rejects, a change from “accepts” of 6 June 2023. ",
                    "as discriminatory”",
                ),
            ],
        ),
    ],
)
def test_changes_of_position_are_on_the_sheet(
    name: str, heading: str, expected: list[tuple[str, str]]
) -> None:
    """The sheet prints each position with its date, its source and what it is a change from."""
    lines = entries(name, heading)
    source = {PAY: "(campaign-killed, ", LUMP: "(equality-duty, "}[name]
    for line, (start, words) in zip(lines, expected, strict=False):
        assert line.startswith(start)
        assert "Reported by PCS Independent Left, quoting " in line
        assert source in line
        assert words in line
    assert sum(", a change from " in line for line in lines) == 1


@pytest.mark.parametrize(
    ("decided", "share"),
    [
        ("PCS members on the government's offer", "Reject the offer: 90.5%"),
        ("PCS members on further action with", "Support a programme of further action: 72.1%"),
    ],
)
def test_votes_are_on_the_sheet_without_a_turnout(decided: str, share: str) -> None:
    """Each vote of 2012 prints its share, and that the turnout is not given."""
    (row,) = (
        line.split(" | ")
        for line in render(score(DISPUTES[PENSIONS])).splitlines()
        if line.startswith("| ") and decided in line
    )
    assert row[3:5] == [share, "turnout not given"]
    assert "executive-2012, paragraph 5" in row[-1]
