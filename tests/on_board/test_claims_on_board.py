"""Every claim on board: its verdict, worked out again from numbers, dates and voices typed here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple

import attrs
import pytest
from helpers.laid import laid
from helpers.places import documents

from pcs_scorecard import (
    Amount,
    ClaimVerdict,
    Date,
    Dispute,
    Evidence,
    Kind,
    Period,
    Stance,
    Status,
    factcheck,
    load,
    score,
)
from pcs_scorecard.model.dispute import Days
from pcs_scorecard.pages.report import report
from pcs_scorecard.pages.sheet import compose
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
ONE = ClaimVerdict.ONE_SIDE
REJECTS, ACCEPTS, WELCOMES = Stance.REJECTS, Stance.ACCEPTS, Stance.WELCOMES

LEADERS, GROUP, GOVERNMENT = "pcs-leadership-2023", "independent-left", "government"
LEADERS_2024, BRANCH, CANDIDATES = "pcs-leadership-2024", "branch-2024", "dwp-candidates"
LEADERS_2012, EXECUTIVE_2012 = "pcs-leadership-2012", "pcs-executive-2012"
UNITE, PRESS = "unite", "press-association"

SIDES = {
    "leadership": {LEADERS, LEADERS_2024},
    "opposition": {GROUP, BRANCH, CANDIDATES},
    "government": {GOVERNMENT},
    "unions": {LEADERS_2012, EXECUTIVE_2012, UNITE},
}
"""Who is on which side; the press is on none."""

Key = tuple[str, str]
"""A dispute and a claim of it."""


def of(answer: bool | None) -> ClaimVerdict:  # noqa: FBT001 - it reads as `of(4 > 2)`
    """Return the verdict on a claim that holds, does not, or cannot be decided (None)."""
    return {True: YES, False: CONTRADICTED, None: OPEN}[answer]


def weighed(holds: bool, heard: Sequence[set[str]], claimant: str) -> ClaimVerdict:  # noqa: FBT001
    """Return the verdict where all that it rests on must be heard from others than who it favours.

    One that holds favours the side of the claimant, one that does not each other side.
    """
    own = next((side for side in SIDES.values() if claimant in side), {claimant})
    favoured = [own] if holds else [side for side in SIDES.values() if claimant not in side]
    if all(voices - side for voices in heard for side in favoured):
        return of(holds)
    return ONE


# What decides, as typed here from the documents ---------------------------------------------------

REMIT = Fraction("4.5")
ADDITION = Fraction("0.5")
FLOATED = Fraction(2)
CPI = Fraction("8.7")
EDUCATION = Fraction("6.5")
SENIOR = Fraction("5.5")
FOR_ALL = Fraction("6.5")
A_THIRD, A_FIFTH = Fraction(100, 3), Fraction(20)
STRIKERS = Fraction(2_000_000)
HALF = Fraction(50)
"""The threshold of “significant”, in %: at least half of the demands."""

BY_GOVERNMENT = "government's figure for pay rises, 2023/24"
AN_AWARD = "pay award to one part of the public sector, 2023/24"

FIGURES: dict[Key, tuple[Fraction | None, Fraction, str]] = {
    (PAY, "remit-average"): (REMIT, REMIT, BY_GOVERNMENT),
    (PAY, "remit-with-addition"): (REMIT + ADDITION, REMIT + ADDITION, BY_GOVERNMENT),
    (PAY, "floated"): (FLOATED, FLOATED, BY_GOVERNMENT),
    (PAY, "cpi"): (CPI, CPI, "CPI inflation"),
    (PAY, "award-education"): (EDUCATION, EDUCATION, AN_AWARD),
    (PAY, "award-senior-civil-service"): (SENIOR, SENIOR, AN_AWARD),
    # “Almost one in three” is below it.
    (NATIONAL, "hmrc-minimum-wage"): (
        None,
        A_THIRD,
        "share of staff on the national minimum wage",
    ),
    (NATIONAL, "dwp-in-work-benefits"): (
        A_FIFTH,
        A_FIFTH,
        "share of staff who claim in-work benefits",
    ),
    # “Up to two million” has no low end.
    (PENSIONS, "strikers-press"): (None, STRIKERS, "workers on strike on 30 November 2011"),
}
"""The figures that checks use: the least and the greatest they allow, and what they measure."""

BOTH = {GROUP, LEADERS}

HEARD_ON: dict[Key, set[str]] = {
    (PAY, "remit-average"): BOTH,
    (PAY, "remit-with-addition"): BOTH,
    (PAY, "floated"): BOTH,
    (PAY, "cpi"): {GROUP},
    (PAY, "award-education"): {GROUP},
    (PAY, "award-senior-civil-service"): {GROUP},
    (NATIONAL, "hmrc-minimum-wage"): BOTH,
    (NATIONAL, "dwp-in-work-benefits"): BOTH,
}
"""Who is heard on the figures of the disputes of 2022-23 and 2023/24."""

PRINTED = [
    ("003", "only allows employers to make average pay awards up to 4.5%"),
    ("003", "an additional 0.5% targeted at lower pay bands"),
    ("003", "4.5% plus 0.5% “is more than double [the Government’s] originally intended figure"),
    ("003", "figure of 2%”"),
    ("003", "it’s half the rate of inflation"),
    ("003", "In HMRC alone, almost one in three staff are now on national minimum wage."),
    ("003", "In DWP one in five staff are having to claim in-work benefits."),
    ("003", "Those comments remain true."),
    ("003", "the NEC did not explicitly vote to dump the claim for 10%"),
    ("003", "The ballot will not ask the straightforward question of whether PCS should terminate"),
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

HEARD_ON_EIGHT = {name: {GROUP} for name in EIGHT}
"""Who is heard on the answers to each of them on 13 July 2023."""

HEARD = list(HEARD_ON_EIGHT.values())

THREE = {"stop-plans": NO, "negotiations": NO, "inclusion": NO}
"""What PCS asked for in 2012."""

ON_PLANS = {
    "heads-of-agreement-kept": {GOVERNMENT},
    "no-movement-reported": {EXECUTIVE_2012},
    "plans-kept-in-march": {LEADERS_2012},
}
"""What answers the demand on the plans of 2012, and who is heard on it; the last is of March."""

MARCH = list(ON_PLANS.values())
JANUARY = MARCH[:2]

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
        """What follows from who says it, on which side."""
        return weighed(self.confirms, [self.voices], self.claimant)


FACTS: dict[Key, Record] = {
    (DWP, "nothing-done-on-attendance"): Record(
        "events", "nothing-on-attendance", "2025", {CANDIDATES}, CANDIDATES
    ),
    (DWP, "offer-accepted"): Record(
        "events", "offer-accepted-2024", "2024", {CANDIDATES}, CANDIDATES
    ),
    (DWP, "remit-not-rejected"): Record(
        "events", "proposals-ruled-out-2024", "2024", {BRANCH, GROUP}, CANDIDATES
    ),
    (DWP, "remit-job-cuts"): Record(
        "events", "remit-job-cuts", "2024", {BRANCH, CANDIDATES}, CANDIDATES
    ),
    (DWP, "efficiencies-demanded"): Record(
        "events", "remit-efficiencies", "2025", {CANDIDATES}, CANDIDATES
    ),
    (DWP, "four-day-not-negotiated"): Record(
        "events", "four-day-week-not-tried", "2025", {CANDIDATES}, CANDIDATES
    ),
    (DWP, "guards-struck"): Record("events", "guards-strikes", "2025", {CANDIDATES}, CANDIDATES),
    (DWP, "ballot-blocked"): Record(
        "events", "guards-ballot-blocked", "2025", {CANDIDATES}, CANDIDATES
    ),
    (DWP, "deal-supported"): Record(
        "events", "employee-deal-supported", "2025", {CANDIDATES}, CANDIDATES
    ),
    (DWP, "extra-hour-agreed"): Record(
        "events", "london-extra-hour-agreed", "2023-06-13 to 2023-07-11", {GROUP}, GROUP
    ),
    (LUMP, "minister-no-objection"): Record(
        "events", "no-objection", "2023-06-02", {GOVERNMENT, GROUP}, GOVERNMENT
    ),
    (LUMP, "matter-for-departments"): Record(
        "concessions", "lump-sum", "2023-06-02", {GOVERNMENT, GROUP, LEADERS}, GOVERNMENT
    ),
    (LUMP, "same-as-elsewhere"): Record(
        "events", "pro-rata-elsewhere", "2023-07", {GOVERNMENT}, GOVERNMENT
    ),
    (LUMP, "larger-share-lower-bands"): Record(
        "events", "sum-fixed", "2023-06-02", {GOVERNMENT, GROUP}, GOVERNMENT
    ),
    (LUMP, "campaigning"): Record(
        "events", "no-campaign", "2023-07-13", {GROUP}, LEADERS, confirms=False
    ),
    (LUMP, "payment-secured"): Record(
        "concessions", "lump-sum-paid", "2023-07-13", {GOVERNMENT, GROUP, LEADERS}, LEADERS
    ),
    (LUMP, "money-in-pockets"): Record(
        "concessions", "lump-sum-paid", "2023-07-13", {GOVERNMENT, GROUP, LEADERS}, LEADERS
    ),
    (LUMP, "only-discretion"): Record(
        "concessions", "lump-sum", "2023-06-02", {GOVERNMENT, GROUP, LEADERS}, GROUP
    ),
    (LUMP, "up-to"): Record(
        "events", "sum-fixed", "2023-06-02", {GOVERNMENT, GROUP}, GROUP, confirms=False
    ),
    (LUMP, "not-in-full"): Record(
        "concessions", "lump-sum-paid", "2023-07-13", {GOVERNMENT, GROUP, LEADERS}, GROUP
    ),
    (LUMP, "no-new-money"): Record("events", "no-new-money-given", "2023-07-13", {GROUP}, GROUP),
    (LUMP, "not-conditional"): Record("events", "no-condition", "2023-07-13", {GROUP}, GROUP),
    (LUMP, "refused-to-budge"): Record(
        "concessions", "pro-rata-left-to-departments", "2023-07-04", {GOVERNMENT}, GROUP
    ),
    (LUMP, "other-terms-kept"): Record(
        "concessions", "restrictions-kept", "2023-07-13", {GROUP}, GROUP
    ),
    (LUMP, "credit-lowered"): Record(
        "events", "credit-reduced", "2023-06-30", {GROUP, LEADERS}, GROUP
    ),
    (LUMP, "benefit-detriment"): Record("events", "benefit-loss", "2023-07-13", {GROUP}, GROUP),
    (LUMP, "no-objection-on-2-june"): Record(
        "events", "no-objection", "2023-06-02", {GOVERNMENT, GROUP}, GROUP
    ),
    (LUMP, "measures-welcomed"): Record("events", "welcome", "2023-06-02", {LEADERS}, GROUP),
    (LUMP, "pro-rata-welcomed"): Record(
        "events", "welcome-of-pro-rata", "2023-06-02", {GROUP}, GROUP
    ),
    (LUMP, "guidance-pro-rata"): Record(
        "events", "guidance", "2023-06-06", {GROUP, LEADERS}, GROUP
    ),
    (LUMP, "not-in-reports"): Record("events", "not-in-briefings", "2023-07-13", {GROUP}, GROUP),
    (LUMP, "after-dissatisfaction"): Record(
        "events", "letter-to-minister", "2023-06-30", {GOVERNMENT, GROUP}, GROUP
    ),
    (LUMP, "no-campaign-so-far"): Record("events", "no-campaign", "2023-07-13", {GROUP}, GROUP),
    (LUMP, "no-action-threatened"): Record(
        "events", "no-action-announced", "2023-07-13", {GROUP}, GROUP
    ),
    (REMIT_24, "against-the-rules"): Record(
        "events", "rules-invoked", "2024", {LEADERS_2024}, LEADERS_2024
    ),
    (REMIT_24, "proposals-ruled-out"): Record(
        "concessions", "ruled-out-of-order", "2024", {BRANCH, GROUP}, BRANCH
    ),
    (REMIT_24, "job-cuts-attached"): Record("events", "remit-job-cuts", "2024", {BRANCH}, BRANCH),
    (REMIT_24, "majority-support"): Record(
        "events", "majority-for-proposals", "2024", {BRANCH, GROUP}, BRANCH
    ),
    (REMIT_24, "posts-to-own-group"): Record(
        "events", "new-posts-filled", "2024", {BRANCH}, BRANCH
    ),
    (REMIT_24, "posts-to-losing-candidates"): Record(
        "events", "posts-to-candidates", "2024", {BRANCH, GROUP}, BRANCH
    ),
    (REMIT_24, "motion-ruled-out"): Record(
        "concessions", "ruled-out-of-order", "2024", {BRANCH, GROUP}, GROUP
    ),
    (REMIT_24, "remit-not-challenged"): Record(
        "events", "remit-unchallenged", "2024", {GROUP}, GROUP
    ),
    (REMIT_24, "all-voted-against"): Record("events", "left-unity-vote", "2024", {GROUP}, GROUP),
    (REMIT_24, "denounced-but-unchallenged"): Record(
        "events", "remit-unchallenged", "2024", {GROUP}, GROUP
    ),
    (REMIT_24, "denounced-in-dwp"): Record("events", "dwp-offer-denounced", "2024", {GROUP}, GROUP),
    (REMIT_24, "no-permission"): Record(
        "events", "no-permission-asked", "2024", {BRANCH, GROUP}, GROUP
    ),
    (REMIT_24, "emailed-members"): Record(
        "events", "leaders-email", "2024", {BRANCH, GROUP, LEADERS_2024}, GROUP
    ),
    (BALLOT_25, "conference-mandate"): Record(
        "votes", "conference-motions", "2025-05", {GROUP}, GROUP
    ),
    (BALLOT_25, "no-national-campaigning"): Record(
        "events", "no-national-campaign", "2025-08", {GROUP}, GROUP
    ),
    (BALLOT_25, "nothing-for-months"): Record("events", "nothing-built", "2025-08", {GROUP}, GROUP),
    (BALLOT_25, "silent-since-conference"): Record(
        "events", "silence-on-campaign", "2025-08", {GROUP}, GROUP
    ),
    (BALLOT_25, "not-a-word"): Record("events", "no-word-on-strength", "2025-08", {GROUP}, GROUP),
    (BALLOT_25, "no-concrete-plan"): Record(
        "events", "no-plan-of-president", "2025-08", {GROUP}, GROUP
    ),
    (BALLOT_25, "no-strike-plan"): Record(
        "events", "no-plan-for-meetings", "2025-08", {GROUP}, GROUP
    ),
    (BALLOT_25, "results-of-approach"): Record("events", "no-results", "2025-08", {GROUP}, GROUP),
    (BALLOT_25, "pay-structure"): Record(
        "events", "same-grade-differences", "2025-08", {GROUP}, GROUP
    ),
    (BALLOT_25, "held-at-minimum-wage"): Record(
        "events", "at-minimum-wage", "2025-08", {GROUP}, GROUP
    ),
    (BALLOT_25, "doctors-delayed"): Record(
        "events", "doctors-demand-delayed", "2025-08", {GROUP}, GROUP
    ),
    (BALLOT_25, "opposed-four-day-week"): Record(
        "events", "four-day-week-opposed", "2025-08", {GROUP}, GROUP
    ),
    (PENSIONS, "refused-at-every-point"): Record(
        "concessions", "negotiations-refused", "2012-01", {LEADERS_2012}, LEADERS_2012
    ),
    (PENSIONS, "exclusion-threat"): Record(
        "concessions", "exclusion-threatened", "2012-01", {LEADERS_2012}, LEADERS_2012
    ),
    (PENSIONS, "longer-more-less"): Record(
        "events", "plans-as-unions-say", "2012-01", {LEADERS_2012, UNITE}, LEADERS_2012
    ),
    (PENSIONS, "none-of-14"): Record(
        "events", "leader-not-at-meetings", "2012-01", {GOVERNMENT}, GOVERNMENT
    ),
    (PENSIONS, "three-committees"): Record(
        "events", "unite-three-committees", "2012-01", {UNITE}, UNITE
    ),
    (PENSIONS, "pcs-rejects"): Record(
        "events", "executive-january", "2012-01", {GOVERNMENT, PRESS}, PRESS
    ),
    (NATIONAL, "consultation-agreed"): Record(
        "votes", "executive-july", "2023-07-12", {GROUP}, LEADERS
    ),
    (NATIONAL, "london-below-threshold"): Record(
        "votes", "ballot-dwp-london", "2023-06-10", {GROUP}, LEADERS
    ),
    (NATIONAL, "paused"): Record("events", "action-paused", "2023-07-12", BOTH, LEADERS),
    (NATIONAL, "progress-made"): Record(
        "concessions", "lump-sum", "2023-06-02", BOTH | {GOVERNMENT}, LEADERS
    ),
    (NATIONAL, "several-concessions"): Record(
        "events", "three-things-given", "2023-07-13", {GROUP}, LEADERS
    ),
    # Of November the column alone tells.
    (NATIONAL, "pensions-in-court"): Record(
        "events", "pension-case-in-november", "2023-11-06", {LEADERS}, LEADERS
    ),
    (NATIONAL, "talks-on-jobs"): Record(
        "concessions", "talks-on-jobs-in-november", "2023-11-06", {LEADERS}, LEADERS
    ),
    (NATIONAL, "offer-made"): Record("events", "latest-offer", "2023-11-06", {LEADERS}, LEADERS),
    (NATIONAL, "plan-put-to-members"): Record(
        "events", "strategy-endorsed", "2023-11-06", {LEADERS}, LEADERS
    ),
    (NATIONAL, "endorsed"): Record("events", "strategy-endorsed", "2023-11-06", {LEADERS}, LEADERS),
    (NATIONAL, "central-talks"): Record(
        "concessions", "central-talks", "2023-11-06", {LEADERS}, LEADERS
    ),
    (NATIONAL, "talks-with-employers"): Record(
        "events", "talks-in-november", "2023-11-06", {LEADERS}, LEADERS
    ),
    (NATIONAL, "nothing-added"): Record(
        "concessions", "nothing-added-for-2022-23", "2023-07-13", {GROUP}, GROUP
    ),
    (NATIONAL, "nothing-for-low-paid"): Record(
        "concessions", "nothing-for-low-paid", "2023-07-13", {GROUP}, GROUP
    ),
    (NATIONAL, "not-voluntarily-repaid"): Record(
        "concessions", "contributions-not-repaid", "2023-07-13", {GROUP}, GROUP
    ),
    (NATIONAL, "legal-challenge-goes-on"): Record(
        "events", "pension-case", "2023-07-13", BOTH, GROUP
    ),
    # Two words in quotation marks, in a sentence of the claimant's, are not the government's word.
    (NATIONAL, "where-possible"): Record(
        "concessions", "avoid-redundancies", "2023-07-13", {GROUP}, GROUP
    ),
    (NATIONAL, "only-three-things"): Record(
        "events", "three-things-given", "2023-07-13", {GROUP}, GROUP
    ),
    (NATIONAL, "shift-made"): Record(
        "concessions", "lump-sum", "2023-06-02", BOTH | {GOVERNMENT}, GROUP
    ),
    (NATIONAL, "not-all-new"): Record(
        "events", "measures-not-all-new", "2023-06-13 to 2023-07-11", {GROUP}, GROUP
    ),
    (NATIONAL, "dismissed-before"): Record(
        "events", "measures-dismissed-before", "2023-06-13 to 2023-07-11", {GROUP}, GROUP
    ),
    (NATIONAL, "no-offer"): Record(
        "events", "latest-offer", "2023-11-06", {LEADERS}, GROUP, confirms=False
    ),
    # The ballot asks for support of a strategy, both sides say.
    (NATIONAL, "ballot-on-ending"): Record(
        "votes", "consultation-august", "2023-08-31", BOTH, GROUP, confirms=False
    ),
    (NATIONAL, "no-resolution-said"): Record(
        "events", "no-resolution-said", "2023-05", {LEADERS}, GROUP
    ),
    (NATIONAL, "minister-stood-firm"): Record(
        "concessions", "no-reopening-of-2022-23", "2023-07-13", {GROUP}, GROUP
    ),
    (NATIONAL, "delegated-talks"): Record(
        "concessions", "talks-with-employers", "2023-11-06", BOTH, GROUP
    ),
    # There was no explicit vote, the claimant's own article says.
    (NATIONAL, "campaign-ended"): Record(
        "votes", "executive-july", "2023-07-12", {GROUP}, GROUP, confirms=False
    ),
    (NATIONAL, "action-called-off"): Record("events", "action-paused", "2023-07-12", BOTH, GROUP),
    (NATIONAL, "no-breakdown"): Record("events", "no-breakdown", "2023-07-13", {GROUP}, GROUP),
    (NATIONAL, "no-reply-at-conference"): Record(
        "events", "no-reply-at-conference", "2023-06-11", {GROUP}, GROUP
    ),
    (NATIONAL, "email-unanswered"): Record(
        "events", "email-unanswered", "2023-06-13 to 2023-07-11", {GROUP}, GROUP
    ),
    (NATIONAL, "coalition"): Record(
        "events", "coalition", "2023-06-13 to 2023-07-11", {GROUP}, GROUP
    ),
    (NATIONAL, "justice-group-run"): Record(
        "events", "justice-group-run", "2023-06-13 to 2023-07-11", {GROUP}, GROUP
    ),
    (NATIONAL, "moloney-alone"): Record(
        "events", "moloney-for-going-on", "2023-07", {GROUP}, GROUP
    ),
    (PAY, "others-rejected"): Record("events", "others-reject", "2023-04", {LEADERS}, LEADERS),
    # The general secretary's own words: half the rate of inflation.
    (PAY, "remit-below-inflation"): Record(
        "events", "four-and-a-half-below-inflation", "2023-04", BOTH, GROUP
    ),
    (PAY, "remit-not-raised"): Record("concessions", "remit-unchanged", "2023-07", BOTH, GROUP),
    (PAY, "dismissed-in-april"): Record("events", "not-enough", "2023-04", {LEADERS}, GROUP),
    (PAY, "dismissed-as-derisory"): Record("events", "motion-1097", "2023-04", {GROUP}, GROUP),
    (PAY, "dismissed-as-inflammatory"): Record(
        "events", "fuel-on-flames", "2023-04", {GROUP}, GROUP
    ),
    # The motion calls the remit derisory; insulting it calls the award of 2% for 2022/23. The
    # claimant's own report tells against the claimant.
    (PAY, "dismissed-as-insulting"): Record(
        "events", "motion-1097", "2023-04", {GROUP}, GROUP, confirms=False
    ),
    (PAY, "two-percent-never-put"): Record("events", "never-put", "2023-07-13", {GROUP}, GROUP),
    (PAY, "shifted-upwards"): Record("events", "shifted-upwards", "2023-07-13", {GROUP}, GROUP),
    (PAY, "no-claim-submitted"): Record(
        "events", "no-claim-submitted", "2023-07-13", {GROUP}, GROUP
    ),
    (PAY, "no-minimum-wage-claim"): Record(
        "events", "no-minimum-wage-claim", "2023-07-13", {GROUP}, GROUP
    ),
    (PAY, "silent-on-increase"): Record(
        "events", "no-increase-named", "2023-07-13", {GROUP}, GROUP
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
REMITS = (REMIT, REMIT + ADDITION)

CHECKED: dict[Key, Row] = {
    # Numbers
    (PAY, "more-than-double"): Row(
        weighed(all(each / FLOATED > 2 for each in REMITS), [BOTH, BOTH], LEADERS),
        "4.5 / 2 and 5 / 2 are more than 2",
        ["4.5% / 2% = 2.25;", "(4.5% + 0.5%) / 2% = 2.5;"],
    ),
    (PAY, "remit-increased"): Row(
        weighed(REMIT > FLOATED, [BOTH, BOTH], LEADERS), "4.5 is more than 2", ["4.5% beside 2%;"]
    ),
    (PAY, "below-cpi"): Row(
        weighed(
            all((1 + each / 100) / (1 + CPI / 100) - 1 < 0 for each in REMITS),
            [BOTH, BOTH, {GROUP}],
            GROUP,
        ),
        "1.045 / 1.087 and 1.05 / 1.087 are less than 1; the 8.7 is the claimant's alone",
        ["(1 + 4.5%) / (1 + 8.7%) - 1 = about -3.86%", "- 1 = about -3.4%"],
    ),
    (PAY, "six-and-a-half-does-not-fit"): Row(
        weighed(all(each < FOR_ALL for each in REMITS), [BOTH, BOTH], GROUP),
        "4.5 and 4.5 + 0.5 are less than 6.5",
        ["4.5% + 0.5% = 5% on record; claimed: less than 6.5%."],
    ),
    (PAY, "named-rises-above"): Row(
        weighed(
            all(each > REMIT + ADDITION for each in (EDUCATION, SENIOR)),
            [{GROUP}, {GROUP}, BOTH],
            GROUP,
        ),
        "6.5 and 5.5 are more than 4.5 + 0.5; both are the claimant's alone",
        ["6.5% does not fit under 4.5% + 0.5% = 5%", "5.5% does not fit under 4.5% + 0.5% = 5%"],
    ),
    (PAY, "still-maximum"): Row(
        weighed(Fraction("4.5") >= REMIT + ADDITION, [BOTH], GROUP),
        "4.5 + 0.5 is more than 4.5",
        ["4.5% + 0.5% = 5% on record; claimed: at most 4.5%."],
    ),
    (NATIONAL, "low-pay-hmrc"): Row(
        weighed(holds=True, heard=[BOTH], claimant=LEADERS),
        "almost one in three is below a third, and the opposition says that it remains true",
        ["claimed: less than 1/3."],
    ),
    (NATIONAL, "low-pay-dwp"): Row(
        weighed(Fraction(100, 5) == A_FIFTH, [BOTH], LEADERS),
        "one in five is a fifth, and the opposition says that it remains true",
        ["1/5 on record; claimed: 1/5."],
    ),
    (PENSIONS, "two-million-strikers"): Row(
        of(None),
        "up to 2,000,000 allows 2,000,000 and allows less",
        ["up to 2,000,000 on record; claimed: 2,000,000."],
    ),
    (LUMP, "twenty-eight-days"): Row(
        of(None),
        "the 30 June of the letter is itself counted from this claim",
        ["28 days; claimed: 28 days.", "counted from this claim"],
    ),
    # Statuses of the model case
    (NATIONAL, "significant-progress"): Row(
        weighed(percent_of(ALL, MOVED) >= HALF, HEARD, LEADERS),
        "1 of 8 is 12.5%, less than 50%, as its opponents say",
        ["1 of 8 demands is at “Some movement” or better (12.5%)", "which is half of them"],
    ),
    (NATIONAL, "real-progress"): Row(
        weighed(percent_of(ALL, MOVED) >= HALF, HEARD, LEADERS),
        "1 of 8 is 12.5%, less than 50%, as its opponents say",
        ["As of 6 November 2023, 1 of 8 demands is at “Some movement” or better (12.5%)"],
    ),
    (NATIONAL, "overstated"): Row(
        weighed(percent_of(ALL, MOVED) < HALF, HEARD, GROUP),
        "1 of 8 is 12.5%, less than 50%, as the claimant says",
        ["1 of 8 demands is at “Some movement” or better (12.5%)", "less than a significant part"],
    ),
    (NATIONAL, "small-shift"): Row(
        weighed(percent_of(ALL, MOVED) < HALF, HEARD, GROUP),
        "1 of 8 is 12.5%, less than 50%, as the claimant says",
        ["As of 13 July 2023, 1 of 8 demands is at “Some movement” or better (12.5%)"],
    ),
    (NATIONAL, "not-won-all"): Row(
        weighed(reached(ALL, MET) < 8, HEARD, LEADERS),
        "0 of 8 are met, as others than the claimant say",
        ["0 of 8 demands are at “Yes”"],
    ),
    (NATIONAL, "none-won"): Row(
        weighed(reached(ALL, MET) == 0, HEARD, GROUP),
        "0 of 8 are met, as the claimant says",
        ["0 of 8 demands are at “Yes”"],
    ),
    (NATIONAL, "pay-demands-not-won"): Row(
        weighed(reached(picked("pay", "minimum-pay"), MET) == 0, [{GROUP}, {GROUP}], GROUP),
        "0 of 2 are met, as the claimant says",
        ["0 of 2 demands"],
    ),
    (NATIONAL, "only-talks"): Row(
        weighed(
            reached(picked("job-security", "pay-coherence"), MOVED) == 0, [{GROUP}, {GROUP}], GROUP
        ),
        "0 of 2 have moved, since talks are no movement, as the claimant says",
        ["0 of 2 demands"],
    ),
    (NATIONAL, "not-near"): Row(
        weighed(percent_of(ALL, PARTLY) < HALF, HEARD, GROUP),
        "0 of 8 are partly met, as the claimant says",
        ["0 of 8 demands are at “In part” or better (0%)"],
    ),
    # Statuses of the pensions dispute
    (PENSIONS, "no-movement"): Row(
        weighed(reached([THREE["stop-plans"]], MOVED) == 0, JANUARY, EXECUTIVE_2012),
        "the one demand has not moved in January, as PCS alone says",
        ["As of 31 January 2012, 0 of 1 demand"],
    ),
    (PENSIONS, "refused-to-move"): Row(
        weighed(reached([THREE["stop-plans"]], MOVED) == 0, MARCH, LEADERS_2012),
        "the one demand has not moved in March, as PCS alone says",
        ["As of 31 March 2012, 0 of 1 demand"],
    ),
    (PENSIONS, "no-significant-movement"): Row(
        weighed(percent_of([THREE["stop-plans"]], MOVED) < HALF, JANUARY, LEADERS_2012),
        "0 of 1 is less than 50%, as PCS alone says",
        ["0 of 1 demand", "(0%)", "which is half of them"],
    ),
    # Positions and facts
    (PAY, "view-of-remit-changed"): Row(
        weighed(LINES[PAY, "view-of-remit-changed"].verdict is YES, [{LEADERS}, {LEADERS}], GROUP),
        "rejected in April, welcomed in July",
        ["rejects (April 2023)", "welcomes (13 July 2023)"],
    ),
    (LUMP, "stance-changed"): Row(
        weighed(LINES[LUMP, "stance-changed"].verdict is YES, [{LEADERS}], GROUP),
        "gone along with on 6 June, rejected on 30 June",
        ["accepts (6 June 2023); rejects (30 June 2023)"],
    ),
    (NATIONAL, "stood-firm"): Row(
        weighed(LINES[NATIONAL, "stood-firm"].verdict is YES, [{LEADERS}, {GROUP}], GROUP),
        "rejected in May, gone along with on 12 July, as the claimant alone says",
        ["rejects (May 2023); accepts (12 July 2023)"],
    ),
    **{
        key: Row(
            record.verdict,
            f"it is heard from {sorted(record.voices)}",
            ["which confirms it" if record.confirms else "which denies it"],
        )
        for key, record in FACTS.items()
    },
}
"""Every claim with a check."""

UNTESTED = {
    DWP: """
        density-lowest density-falling settlement-unequal attendance-worst lowest-offer
        lowest-paid-smallest ratio-worsening ratio-up-to-15 little-opposition
        outsourced-lowest-paid outsourced-worst-terms guards-london strikes-unprecedented
        reason-recruitment reason-gmb deal-nine-years deal-wiped-out deal-not-reopened
        offer-not-enough
    """,
    LUMP: """
        meant-for-lower-bands lowest-paid-least lowest-paid-women discriminatory campaign-goes-on
        secured-by-union most-employers because-of-pressure equality-failure
    """,
    NATIONAL: """
        branch-feedback consultation-reason financial-crisis crisis-from-low-rises not-ended
        owed-to-strikes emphatically-endorsed eight-weeks ended-in-effect misled-on-feedback
        responses-critical responses-for-strikes rises-below-inflation low-paid-members
        record-turnouts london-turnout london-branches-views young-activists nobody-thinks-enough
    """,
    REMIT_24: """
        motion-refuted conference-costs-250k victory-of-last-year worst-offer leaders-content
        major-financial-changes larger-share-of-subscriptions email-inaccurate only-way
        unchallenged-by-ruling against-challenging most-motions-ruled-out posts-cost-169k
        unprecedented dominant-for-20-years
    """,
    BALLOT_25: """
        government-hostile only-strength feet-to-the-flame members-unprepared
        awards-below-inflation approach-is-why minority-union many-pay-systems
        doctors-highest-awards doctors-action-delivered doctors-membership doctors-membership-why
        demands-not-connecting what-matters no-wish-for-ballot weak-by-low-density labour-ties
    """,
    PAY: """
        half-of-inflation decade-of-freezes significant-concession most-members-above
        remit-forced-up first-time-remit better-than-remit awards-below-inflation
        lowest-settlement wider-differential average-elsewhere mathematically-impossible
        members-in-two-departments only-by-action raised-by-inflation
    """,
    PENSIONS: """
        million-workers highest-vote action-won-concessions talks-suffocated
        strikes-achieve-nothing affordable-and-fair proposals-unfair half-truths biggest-union
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
    assert {
        name: (sum(key[0] == name for key in CHECKED), len(ids.split()))
        for name, ids in UNTESTED.items()
    } == {
        DWP: (10, 19),
        LUMP: (26, 9),
        NATIONAL: (46, 19),
        REMIT_24: (13, 15),
        BALLOT_25: (12, 17),
        PAY: (19, 15),
        PENSIONS: (10, 9),
    }


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
    """Without a check it is not enough information, and it says of what sort it is, and why."""
    for claim in UNTESTED[name].split():
        found = judged((name, claim))
        assert (found.claim.check, found.verdict) == (None, OPEN)
        assert found.claim.untested
        assert found.claim.note


def test_the_verdicts_are_so_many_of_each() -> None:
    """Of the claims with a check so many are supported, contradicted, one side's word and open."""
    found = {
        name: [
            sum(key[0] == name and row.verdict is verdict for key, row in CHECKED.items())
            for verdict in (YES, CONTRADICTED, ONE, OPEN)
        ]
        for name in UNTESTED
    }
    assert found == {
        DWP: [0, 0, 10, 0],
        LUMP: [14, 1, 10, 1],
        NATIONAL: [13, 2, 31, 0],
        REMIT_24: [1, 0, 12, 0],
        BALLOT_25: [0, 0, 12, 0],
        PAY: [7, 2, 10, 0],
        PENSIONS: [1, 0, 8, 1],
    }


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


@pytest.mark.parametrize("key", HEARD_ON, ids=row_id)
def test_who_is_heard_on_the_figures_is_typed_here(key: Key) -> None:
    """Each figure is heard from whom it is typed here."""
    dispute = DISPUTES[key[0]]
    assert voices(dispute, record(dispute, "figures", key[1]).evidence) == HEARD_ON[key]


@pytest.mark.parametrize("name", EIGHT)
def test_who_is_heard_on_the_eight_demands_is_typed_here(name: str) -> None:
    """Up to the day of the scoresheet each demand is answered as those say who are typed here."""
    dispute = DISPUTES[NATIONAL]
    demand = record(dispute, "demands", name)
    names = {name, *(part.id for part in demand.parts)}
    assert {
        voice
        for made in dispute.concessions
        for each in made.answers
        if each.demand in names and Days(dispute).of(made).last <= date(2023, 7, 13)
        for voice in voices(dispute, (*made.evidence, *each.evidence))
    } == HEARD_ON_EIGHT[name]


@each_fact
def test_the_records_of_facts_are_those_typed_here(key: Key) -> None:
    """The record, its day, its voices and who makes the claim are as typed here."""
    dispute, fact = DISPUTES[key[0]], FACTS[key]
    found = record(dispute, fact.section, fact.id)
    claim = record(dispute, "claims", key[1])
    day = Days(dispute).of(found)
    assert day is not None
    assert day.text == fact.day
    assert voices(dispute, found.evidence) == fact.voices
    assert claim.made_by == fact.claimant
    assert [(type(each), each.id) for each in judged(key).used] == [(type(found), fact.id)]


@pytest.mark.parametrize("name", ON_PLANS)
def test_who_is_heard_on_the_plans_of_2012_is_typed_here(name: str) -> None:
    """Each answer to the demand is heard from whom it is typed here, and there is no other answer."""
    dispute = DISPUTES[PENSIONS]
    assert voices(dispute, record(dispute, "concessions", name).evidence) == ON_PLANS[name]
    parts = {part.id for part in record(dispute, "demands", "stop-plans").parts}
    assert {
        made.id
        for made in dispute.concessions
        if parts & {answer.demand for answer in made.answers}
    } == ON_PLANS.keys()


@pytest.mark.parametrize("key", LINES, ids=row_id)
def test_the_positions_behind_a_change_are_those_typed_here(key: Key) -> None:
    """The positions up to the day of the claim have the dates and stances typed here."""
    line, claim = LINES[key], judged(key).claim
    found = [
        (each.date.text, each.stance)
        for each in score(DISPUTES[key[0]]).positions
        if (each.party, each.subject) == (line.party, line.subject)
        and each.date.last <= claim.date.last
    ]
    assert found == line.said


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
            day = Days(dispute).of(each)
            if (each.party, each.subject) == (party, subject) and day and day.text in stances:
                days.discard(day.text)
                other = stances[day.text]
                if other is not None:
                    kept.append(attrs.evolve(each, stance=other))
            else:
                kept.append(each)
        assert not days
        return attrs.evolve(dispute, positions=tuple(kept))

    return change


def paid(amount: str) -> Change:
    """Return a change of the remit to a consolidated rise for 2022/23 that is in force."""
    gives = {
        "more": Amount.parse(amount),
        "basis": "consolidated",
        "period": Period.parse("2022/23"),
    }
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

IN_FORCE = [
    paid("5%"),
    answer(
        "contributions-not-repaid",
        "pension-contributions",
        kind=Kind.IN_FORCE,
        gives={"less": Amount.parse("2%")},
    ),
    answer("talks-on-job-security", "job-security", kind=Kind.IN_FORCE),
    answer("talks-on-pay-coherence", "pay-coherence", kind=Kind.IN_FORCE),
]
"""Four of the eight demands met at least in part."""


def heard(section: str, name: str, voice: str) -> Change:
    """Return a change of who is heard on a record."""

    def change(dispute: Dispute) -> Dispute:
        said = record(dispute, section, name).evidence
        evidence = tuple(attrs.evolve(each, quoting=voice) for each in said)
        return dispute if evidence == said else put(section, name, evidence=evidence)(dispute)

    return change


LESS_PAID = [
    answer("heads-of-agreement-kept", "not-pay-more", kind=Kind.OFFER),
    heard("concessions", "heads-of-agreement-kept", PRESS),
]
"""One part of the demand on the plans of 2012 moved, as the press reports."""

BY_THE_PRESS = [heard("concessions", name, PRESS) for name in ON_PLANS]
NOT_COUNTED = put("events", "letter-to-minister", counted_from=None)

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
    ((PAY, "remit-increased"), [put("figures", "floated", value="5%")], of(REMIT > 5)),
    # With inflation at 4.5% the 4.5% is no cut, with 4.9% the 5% is none.
    (
        (PAY, "below-cpi"),
        [put("figures", "cpi", value="4.5%")],
        of((1 + REMIT / 100) / (1 + Fraction("4.5") / 100) - 1 < 0),
    ),
    (
        (PAY, "below-cpi"),
        [put("figures", "cpi", value="4.9%")],
        of((1 + (REMIT + ADDITION) / 100) / (1 + Fraction("4.9") / 100) - 1 < 0),
    ),
    # Heard from the other side too, the inflation would make it supported.
    ((PAY, "below-cpi"), [heard("figures", "cpi", LEADERS)], YES),
    (
        (PAY, "six-and-a-half-does-not-fit"),
        [put("figures", "remit-with-addition", value="6.5%")],
        of(Fraction("6.5") < FOR_ALL),
    ),
    (
        (PAY, "named-rises-above"),
        [put("figures", "award-education", value="5%")],
        of(REMIT + ADDITION < 5),
    ),
    (
        (PAY, "still-maximum"),
        [put("figures", "remit-with-addition", value="4.5%")],
        of(Fraction("4.5") <= Fraction("4.5")),
    ),
    ((NATIONAL, "low-pay-hmrc"), [put("figures", "hmrc-minimum-wage", value="40%")], CONTRADICTED),
    ((NATIONAL, "low-pay-hmrc"), [heard("figures", "hmrc-minimum-wage", LEADERS)], ONE),
    (
        (NATIONAL, "low-pay-dwp"),
        [put("figures", "dwp-in-work-benefits", value="25%")],
        of(Fraction(25) == A_FIFTH),
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
    ((NATIONAL, "only-talks"), OFFERS[:1], of(reached([MOVED, NO], MOVED) == 0)),
    ((NATIONAL, "only-talks"), OFFERS[2:], of(reached([NO, MOVED], MOVED) == 0)),
    ((NATIONAL, "small-shift"), OFFERS, of(percent_of([MOVED] * 4 + [NO] * 4, MOVED) < HALF)),
    ((NATIONAL, "real-progress"), OFFERS, of(percent_of([MOVED] * 4 + [NO] * 4, MOVED) >= HALF)),
    # 5% of 10% is half; what is late is met in part at best.
    ((NATIONAL, "not-near"), IN_FORCE, of(percent_of([PARTLY] * 4 + [NO] * 4, PARTLY) < HALF)),
    ((PENSIONS, "no-movement"), LESS_PAID, of(reached([MOVED], MOVED) == 0)),
    ((PENSIONS, "no-movement"), BY_THE_PRESS, of(reached([NO], MOVED) == 0)),
    ((PENSIONS, "refused-to-move"), LESS_PAID, of(reached([MOVED], MOVED) == 0)),
    ((PENSIONS, "refused-to-move"), BY_THE_PRESS, of(reached([NO], MOVED) == 0)),
    ((PENSIONS, "no-significant-movement"), LESS_PAID, of(percent_of([MOVED], MOVED) < HALF)),
    ((PENSIONS, "no-significant-movement"), BY_THE_PRESS, of(percent_of([NO], MOVED) < HALF)),
    # No other position, no change; one position, nothing to compare.
    (
        (PAY, "view-of-remit-changed"),
        [stance(LEADERS, "remit", {"2023-07-13": REJECTS})],
        ONE,
    ),
    ((PAY, "view-of-remit-changed"), [stance(LEADERS, "remit", {"2023-04": None})], OPEN),
    (
        (LUMP, "stance-changed"),
        [stance(LEADERS, "pro-rata", {"2023-06-30": ACCEPTS, "2023-07-12": ACCEPTS})],
        ONE,
    ),
    (
        (LUMP, "stance-changed"),
        [stance(LEADERS, "pro-rata", {"2023-06-06": None})],
        ONE,
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
        # 4.99% is less than half of 10%: some movement, and not partly met.
        ((NATIONAL, "not-near"), [paid("4.99%"), *IN_FORCE[1:]]),
        ((NATIONAL, "small-shift"), [lapsed("2023-07-12")]),
        ((PAY, "more-than-double"), [put("figures", "floated", value="2.24%")]),
        ((PAY, "below-cpi"), [put("figures", "cpi", value="5.01%")]),
        (
            (PAY, "six-and-a-half-does-not-fit"),
            [put("figures", "remit-with-addition", value="6.49%")],
        ),
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
    fact = FACTS[key]
    alone = heard(fact.section, fact.id, fact.claimant)(DISPUTES[key[0]])
    assert judged(key, alone).verdict is (ONE if fact.confirms else CONTRADICTED)


# On the sheet -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (PAY, "welcomes (changed)."),
        (LUMP, "rejects (changed)."),
        (PENSIONS, "Reject the offer 90.5%."),
        (PENSIONS, "Support a programme of further action 72.1%."),
    ],
)
def test_changes_of_position_and_votes_are_in_the_report(name: str, line: str) -> None:
    """The report tells of each change of a position, and of each vote its share; no turnout is given."""
    page = laid(report(compose(score(DISPUTES[name]))), "markdown")
    told = [each for each in page.splitlines() if line in each]
    assert told
    assert not any("Turnout" in each for each in told)
