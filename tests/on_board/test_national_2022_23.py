"""The model case: eight demands of 2022-23, computed from recorded facts, row by row."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from helpers.places import ROOT

from pcs_scorecard import Amount, Dispute, Kind, Period, Status, load, score

FOLDER = ROOT / "data" / "national-2022-23"
DISPUTE = load(FOLDER)
SHEET_DAY = "2023-07-13"

NO, MOVED, SILENT = Status.NOT_MET, Status.SOME_MOVEMENT, Status.NO_RESPONSE

ROWS = {
    # Its reopening was refused; that nothing was added is as good a reason, and comes after it by id.
    "pay": (NO, ["refusal"]),
    "minimum-pay": (NO, ["nothing-offered"]),
    "pension-contributions": (NO, ["refusal"]),
    "no-compulsory-redundancies": (NO, ["restates", "caveat"]),
    "job-security": (NO, ["talks"]),
    # Held until a date; the aim is unchanged: the two parts of the demand.
    "redundancy-rights": (MOVED, ["assurance", "time-limited", "refusal"]),
    "working-week": (NO, ["nothing-offered"]),
    "pay-coherence": (NO, ["talks"]),
}
"""The table of the model case: each demand in its order, its status, and the rules that set it."""


def statuses(dispute: Dispute, as_of: str) -> dict[str, Status]:
    """Return the status of each demand on a day."""
    return {result.id: result.status for result in score(dispute, as_of=as_of).results}


def test_the_model_case_is_computed_as_in_its_table() -> None:
    """On the day of the published scoresheet each demand has its status, set by its rules."""
    card = score(DISPUTE, as_of=SHEET_DAY)
    found = {
        result.id: (result.status, [reason.rule for reason in result.binding])
        for result in card.results
    }
    assert list(found) == list(ROWS)
    assert found == ROWS


def test_the_model_case_agrees_with_all_published_verdicts() -> None:
    """Eight of eight published verdicts are as computed."""
    (rater,) = score(DISPUTE, as_of=SHEET_DAY).raters
    agreements = rater.agreements
    assert [agreement.verdict.demand for agreement in agreements] == list(ROWS)
    assert [agreement.same for agreement in agreements] == [True] * 8


def test_published_verdicts_compute_nothing() -> None:
    """Without the published verdicts every demand has the same status."""
    silent = attrs.evolve(DISPUTE, verdicts=())
    assert statuses(silent, SHEET_DAY) == statuses(DISPUTE, SHEET_DAY)


def test_the_tally_counts_all_eight() -> None:
    """The tally is seven No and one some movement, of eight."""
    assert score(DISPUTE, as_of=SHEET_DAY).tally == {
        Status.MET: 0,
        Status.PARTLY_MET: 0,
        MOVED: 1,
        NO: 7,
        SILENT: 0,
    }


# One fact changed ---------------------------------------------------------------------------


def changed(concession: str, demand: str, **terms: Any) -> Dispute:
    """Return the dispute with some terms of one answer changed; `gives` are terms, too."""
    (made,) = (made for made in DISPUTE.concessions if made.id == concession)
    (answer,) = (answer for answer in made.answers if answer.demand == demand)
    if "gives" in terms:
        terms["gives"] = attrs.evolve(answer.gives, **terms["gives"])
    other = attrs.evolve(answer, **terms)
    assert other != answer
    answers = tuple(other if each is answer else each for each in made.answers)
    remade = attrs.evolve(made, answers=answers)
    return attrs.evolve(
        DISPUTE,
        concessions=tuple(remade if each is made else each for each in DISPUTE.concessions),
    )


@pytest.mark.parametrize(
    ("demand", "concession", "terms", "status"),
    [
        ("pay", "remit-2023-24", {"gives": {"period": Period.parse("2022/23")}}, MOVED),
        ("minimum-pay", "minimum-wage-2023", {"owed_to": None}, MOVED),
        (
            "pension-contributions",
            "contributions-not-repaid",
            {"kind": Kind.OFFER, "gives": {"less": Amount.parse("2%")}},
            MOVED,
        ),
        ("no-compulsory-redundancies", "avoid-redundancies", {"caveat": None}, NO),
        ("no-compulsory-redundancies", "avoid-redundancies", {"restates": None}, NO),
        (
            "no-compulsory-redundancies",
            "avoid-redundancies",
            {"caveat": None, "restates": None},
            MOVED,
        ),
        ("job-security", "talks-on-job-security", {"kind": Kind.OFFER}, MOVED),
        ("working-week", "nothing-on-working-week", {"kind": Kind.OFFER}, MOVED),
        ("pay-coherence", "talks-on-pay-coherence", {"kind": Kind.OFFER}, MOVED),
    ],
)
def test_one_other_fact_changes_one_row(
    demand: str, concession: str, terms: dict[str, Any], status: Status
) -> None:
    """With one fact changed a demand gets the status that follows from it, and no other does."""
    found = statuses(changed(concession, demand, **terms), SHEET_DAY)
    assert found == {**statuses(DISPUTE, SHEET_DAY), demand: status}


def test_the_promise_on_redundancy_terms_counts_until_its_end() -> None:
    """What was promised until 2025 is some movement to the end of 2024, and No from then on."""
    assert statuses(DISPUTE, "2024-12-31")["redundancy-rights"] is MOVED
    assert statuses(DISPUTE, "2025-01-01")["redundancy-rights"] is NO
    endless = changed("redundancy-terms-held", "no-cuts", gives={"ends": None})
    assert statuses(endless, "2025-01-01")["redundancy-rights"] is MOVED


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        # All eight demands are of 2022, so they are on each of these sheets.
        ("2023-03-31", dict.fromkeys(ROWS, SILENT)),
        # The remit and the minimum wage are known to April only, so they count from its end.
        ("2023-04-29", dict.fromkeys(ROWS, SILENT)),
        ("2023-04-30", {**dict.fromkeys(ROWS, SILENT), "pay": NO, "minimum-pay": NO}),
        ("2023-07-12", {**dict.fromkeys(ROWS, SILENT), "pay": NO, "minimum-pay": NO}),
        ("2023-07-13", {**dict.fromkeys(ROWS, NO), "redundancy-rights": MOVED}),
        # What the column of November adds is for another pay year, or talks.
        ("2023-11-06", {**dict.fromkeys(ROWS, NO), "redundancy-rights": MOVED}),
        ("2025-01-01", dict.fromkeys(ROWS, NO)),
    ],
)
def test_statuses_on_other_days(as_of: str, expected: dict[str, Status]) -> None:
    """A sheet knows what was known on its day, and counts no silence as a refusal."""
    assert statuses(DISPUTE, as_of) == expected


def test_without_a_day_the_sheet_is_as_of_the_last_column() -> None:
    """The last date on record is that of the general secretary's column of 6 November 2023."""
    assert score(DISPUTE).as_of.isoformat() == "2023-11-06"


def test_the_lump_sum_answers_none_of_the_demands() -> None:
    """The £1,500 is shown among what nobody had demanded, and answers nothing."""
    card = score(DISPUTE, as_of=SHEET_DAY)
    (lump_sum,) = (made for made in card.undemanded if made.id == "lump-sum")
    assert lump_sum.answers == ()
    assert lump_sum.undemanded is not None
    assert str(lump_sum.undemanded.gives.more) == "£1,500"
    judged = {pair.concession.id for result in card.results for pair in result.pairs}
    assert judged.isdisjoint(made.id for made in card.undemanded)


# The data -----------------------------------------------------------------------------------


def test_the_published_short_answers_are_on_record() -> None:
    """The published answers are No seven times, and some movement for redundancy rights."""
    printed = {verdict.demand: (verdict.status, verdict.printed) for verdict in DISPUTE.verdicts}
    assert printed == {
        **dict.fromkeys(ROWS, (NO, "No.")),
        "redundancy-rights": (MOVED, "Some movement but the threat remains."),
    }
