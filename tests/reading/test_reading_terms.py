"""What must hold between demands, answers, votes, figures and pay points, as read from YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.yaml_files import PARTIES, errors, messages, put, refused

SHOWN = "evidence: [{document: leaflet, at: item 1}]"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages name files by their bare names."""
    monkeypatch.chdir(tmp_path)


def asked_and_given(asks: str, gives: str, more: str = "", *, points: str = "") -> Path:
    """Return a file with a demand of these terms, in line 8, and an answer of these, in line 11.

    The answer may be for some pay points; other sections begin in line 12.
    """
    return put(f"""\
{PARTIES}demands:
  - {{id: pay, title: Pay, made_by: union, made_to: mill, date: 2023-01, asks: {{{asks}}}, {SHOWN}}}
concessions:
  - {{id: letter, title: Letter, made_by: mill, date: 2023-06, {SHOWN}, answers: [
      {{demand: pay, kind: offer, gives: {{{gives}}}{points}}}]}}
{more}""")


POINTS = """\
pay_points:
  - {id: low, title: Lowest grade, value: "£20,000/year"}
  - {id: high, title: Highest grade, value: "£60,000/year"}
"""

FIGURES = """\
figures:
  - {id: rpi, title: Prices, value: 12.5%, measures: prices}
  - {id: flat, title: A rise of others, value: £500/year, measures: pay}
"""


# Units, forms and years -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asks", "gives", "told"),
    [
        (
            "more: 10%",
            "more: 5 percentage points",
            (
                "found '5 percentage points' in the unit 'percentage points', where '10%' is asked for "
                "in the unit '%': unlike things are not compared; <remedy>"
            ),
        ),
        (
            "at_most: 36 hours, baseline: 40 hours",
            "to: 38 hours/week",
            (
                "found '38 hours/week' in the unit 'hours/week', where '36 hours' is asked for in the "
                "unit 'hours': unlike things are not compared; <remedy>"
            ),
        ),
        (
            "more: 12 wards",
            "more: 5 clinics",
            (
                "found '5 clinics' in the unit 'clinics', where '12 wards' is asked for in the unit "
                "'wards': unlike things are not compared; <remedy>"
            ),
        ),
        (
            "more: £500",
            "more: £50/month",
            (
                "found '£50/month' in the unit '£/month', where '£500' is asked for in the unit '£': "
                "unlike things are not compared; <remedy>"
            ),
        ),
        (
            "more: £500, basis: consolidated",
            "more: €500, basis: consolidated",
            (
                "found '€500' in the unit '€', where '£500' is asked for in the unit '£': unlike "
                "things are not compared; <remedy>"
            ),
        ),
        (
            "at_most: 4 patients per nurse",
            "to: 5 nurses per patient",
            (
                "found '5 nurses per patient' in the unit 'nurses per patient', where '4 patients per "
                "nurse' is asked for in the unit 'patients per nurse': unlike things are not compared; "
                "<remedy>"
            ),
        ),
        (
            "more: 5 weeks",
            "stages: [{more: 2 weeks, starts: 2023-07}, {more: 14 days, starts: 2024}]",
            (
                "found '14 days' in the unit 'days', where '5 weeks' is asked for in the unit 'weeks': "
                "unlike things are not compared; <remedy>"
            ),
        ),
        (
            "at_least: £15/hour, baseline: £11/hour",
            "more: £500/year",
            (
                "found '£500/year' in the unit '£/year', where '£11/hour' is where it stood before in "
                "the unit '£/hour': unlike things are not compared; <remedy>"
            ),
        ),
        (
            "direction: down, measure: the fare, baseline: £3",
            "to: 3%",
            (
                "found '3%' in the unit '%', where '£3' is where it stood before in the unit '£': "
                "unlike things are not compared; <remedy>"
            ),
        ),
    ],
)
def test_unlike_units_are_not_compared(asks: str, gives: str, told: str) -> None:
    """What differs in unit is an error, and nobody is told to write another thing than was said."""
    assert refused(asked_and_given(asks, gives)) == messages(
        f"=> d.yaml:11:7: concession 'letter': {told}"
    )


@pytest.mark.parametrize(
    ("asks", "gives"),
    [
        ("more: £1.2m", "more: '£900,000'"),
        ("more: '£2,400/year'", "more: £200/month"),
        ("at_least: 52p/mile, baseline: £0.40/mile", "to: £0.49/mile"),
        ("at_least: 45 minutes, baseline: ½ hour", "to: 0.75 hours"),
        ("at_least: 18 months, baseline: 1 year", "more: 3 months"),
        ("more: 2 benches", "more: 1 bench"),
        ("at_most: 4 patients per nurse, baseline: 6 patients per nurse", "less: 1 patient/nurse"),
        ("less: 2%", "more: 1%"),
        ("more: 10%, basis: consolidated", "more: £500, basis: non-consolidated"),
        ("at_most: 35 hours/week", "to: 2 days, instead: leave"),
        ("at_least: 50%, baseline: 40%", "more: 5 percentage points"),
        ("direction: down, measure: the fare", "less: 3%"),
        ("direction: down, measure: the fare, baseline: £3", "to: £2.90"),
        ("direction: up, measure: crew on board", "more: 0 crew"),
        ("lasting: yes", "more: 5%"),
        ("lasting: yes", "to: 35 hours/week"),
        ("more: figure rpi + 2%", "more: 3%"),
        ("more: 5%", "more: '1% or figure rpi, whichever is less'"),
    ],
)
def test_what_is_alike_is_compared(asks: str, gives: str) -> None:
    """Exact conversions, nouns in either number, and things of another kind are no error."""
    assert errors(asked_and_given(asks, gives, FIGURES)) == []


@pytest.mark.parametrize(
    ("asks", "gives", "told"),
    [
        (
            "more: 5%",
            "to: 8%",
            (
                "found `to: 8%`, a level, where a change is asked for, `more: 5%`; if a document gives "
                "the change, write that with `more` or `less`; if a level was asked for, ask with "
                "`at_least` or `at_most`; else leave the amount out, and tell it in `terms`"
            ),
        ),
        (
            "less: 2 hours/week",
            "stages: [{to: 38 hours/week, starts: 2024}]",
            (
                "found `to: 38 hours/week`, a level, where a change is asked for, `less: 2 hours/week`; "
                "if a document gives the change, write that with `more` or `less`; if a level was asked "
                "for, ask with `at_least` or `at_most`; else leave the amount out, and tell it in `terms`"
            ),
        ),
        (
            "at_least: £15/hour",
            "more: £2/hour",
            (
                "found `more: £2/hour`, a change, where the level '£15/hour' is asked for without a "
                "`baseline` to count it from; if a document gives the level that was reached, write that "
                "with `to`; <baseline>"
            ),
        ),
        (
            "direction: down, measure: the fare",
            "to: £2.90",
            (
                "found `to: £2.90`, a level, and no `baseline` that tells which way it went; if a "
                "document gives the change, write that with `more` or `less`; <baseline>"
            ),
        ),
    ],
)
def test_levels_and_changes_are_told_apart(asks: str, gives: str, told: str) -> None:
    """A level on a change is an error, and so is a change on a level that nobody knows the start of."""
    assert refused(asked_and_given(asks, gives)) == messages(
        f"=> d.yaml:11:7: concession 'letter': {told}"
    )


@pytest.mark.parametrize(
    ("asks", "gives", "told"),
    [
        (
            "more: 5%, period: 2022/23",
            "more: 3%, period: 2022",
            (
                "found the calendar year '2022', where the pay year '2022/23' is asked about: the two "
                "are not compared; if a document gives the one as the other, write it so; if both are as "
                "the documents say, leave `period` and the amount out, and tell them in `terms`"
            ),
        ),
        (
            "more: 5%, period: 2022 to 2024",
            "stages: [{more: 3%, starts: 2022, period: 2022-23}]",
            (
                "found the pay year '2022-23', where the calendar years '2022 to 2024' is asked about: "
                "the two are not compared; if a document gives the one as the other, write it so; if "
                "both are as the documents say, leave `period` and the amount out, and tell them in "
                "`terms`"
            ),
        ),
        (
            "more: 5%, period: 2022/23",
            "stages: [{more: 3%, starts: 2022-04, period: 2022/23}, {more: 2%, starts: 2023-04}]",
            (
                "found a stage without `period`, where '2022/23' is asked about; say in each stage which "
                "year it is for, period: 2022/23"
            ),
        ),
    ],
)
def test_pay_years_and_calendar_years_are_not_compared(asks: str, gives: str, told: str) -> None:
    """A year of one kind tells nothing of a year of the other, and a stage says its year."""
    assert refused(asked_and_given(asks, gives)) == messages(
        f"=> d.yaml:11:7: concession 'letter': {told}"
    )


@pytest.mark.parametrize(
    ("asks", "gives"),
    [
        ("more: 5%, period: 2022/23", "more: 3%, period: 2023–24"),
        ("more: 5%, period: 2022/23 to 2023/24", "more: 3%, period: 2022/2023"),
        ("more: 5%, period: 2022", "more: 3%, period: 2021 to 2023"),
        ("more: 5%", "stages: [{more: 3%, starts: 2022-04}, {more: 2%, starts: 2023-04}]"),
        ("more: 5%, period: 2022/23", "more: £5, period: 2022, instead: a voucher"),
    ],
)
def test_years_of_one_kind_are_compared(asks: str, gives: str) -> None:
    """Other years, runs of years and other things are no error."""
    assert errors(asked_and_given(asks, gives)) == []


# Sums, percentages and pay points -------------------------------------------------------------


@pytest.mark.parametrize(
    ("asks", "gives"),
    [
        ("more: 10%", "more: £500/year"),
        ("more: £500/year", "more: 2%"),
        ("at_least: '£25,000/year'", "more: 5%"),
        ("at_least: '£25,000/year', baseline: '£20,000/year'", "more: 5%"),
        ("more: '10% or £3,000/year, whichever is greater'", "more: 5%"),
        ("more: 10%", "more: £400/year + 3%"),
        ("more: figure rpi", "more: £500/year"),
        ("more: 10%", "more: figure flat"),
        ("more: 10%", "stages: [{more: £500/year, starts: 2024}, {more: 2%, starts: 2025}]"),
    ],
)
def test_sums_and_percentages_meet_at_pay_points(asks: str, gives: str) -> None:
    """Without a pay point they cannot be compared, and the error says what to add; with some they are."""
    assert refused(asked_and_given(asks, gives, FIGURES)) == messages(
        "=> d.yaml:11:7: concession 'letter': <no pay>"
    )
    assert errors(asked_and_given(asks, gives, FIGURES + POINTS)) == []


@pytest.mark.parametrize(
    ("asks", "gives", "told"),
    [
        (
            "more: 10%",
            "more: £1/hour",
            (
                "found '£1/hour', where pay at 'low' is '£20,000/year': how the one is counted in the "
                "other is not on record; give the pay points in £/hour, or if a document gives both in one "
                "unit, write them so; else leave the amount out, and tell it in `terms`"
            ),
        ),
        (
            "more: £1/hour",
            "more: 2%",
            (
                "found '£1/hour', where pay at 'low' is '£20,000/year': how the one is counted in the "
                "other is not on record; give the pay points in £/hour, or if a document gives both in one "
                "unit, write them so; else leave the amount out, and tell it in `terms`"
            ),
        ),
    ],
)
def test_pay_is_given_in_the_unit_of_the_sums(asks: str, gives: str, told: str) -> None:
    """What pay in pounds a year is an hour is on no record."""
    assert refused(asked_and_given(asks, gives, POINTS)) == messages(
        f"=> d.yaml:11:7: concession 'letter': {told}"
    )


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ("value: 5%", "13:43: pay_points[0].value: found '5%'; allowed is one pay, £21,000/year"),
        (
            "value: 5 beds",
            "13:43: pay_points[0].value: found '5 beds'; allowed is one pay, £21,000/year",
        ),
        (
            "value: up to £9/hour",
            "13:43: pay_points[0].value: found 'up to £9/hour'; allowed is one pay, £21,000/year",
        ),
        (
            "value: figure flat",
            "13:43: pay_points[0].value: found 'figure flat'; allowed is one pay, £21,000/year",
        ),
        *(
            (
                f"value: £{value}",
                f"13:43: pay_points[0].value: found '£{value}'; allowed is one pay, £21,000/year",
            )
            for value in ("20000/year to £40000/year",)
        ),
        *(
            (
                f"value: {word} £20000/year",
                f"13:43: pay_points[0].value: found '{word} £20000/year'; allowed is one pay, £21,000/year",
            )
            for word in ("over", "at least", "on average")
        ),
        (
            "value: £0/year",
            "13:43: pay_points[0].value: found '£0/year'; allowed is one pay, £21,000/year",
        ),
        (
            "note: a",
            "13:36: pay_points[0].note: unknown key; allowed are id, title, value, evidence",
        ),
    ],
)
def test_a_pay_point_is_pay(point: str, told: str) -> None:
    """Its value is a sum of money above nothing."""
    path = asked_and_given(
        "more: 5%", "more: 2%", f"pay_points:\n  - {{id: low, title: Lowest grade, {point}}}\n"
    )
    found = [each for each in refused(path) if "is missing" not in each]
    assert found == [f"d.yaml:{told}"]


def test_pay_points_are_in_one_unit() -> None:
    """Pay by the hour and by the year would be compared with nothing together."""
    more = POINTS + "  - {id: casual, title: Casual, value: £12/hour}\n"
    assert refused(asked_and_given("more: 5%", "more: 2%", more)) == messages("""
        => d.yaml:15:5: pay point 'casual' is '£12/hour', and 'low' is '£20,000/year': unlike units
        are not compared; give all in one unit, if a document does
    """)
    monthly = POINTS + "  - {id: casual, title: Casual, value: '£1,000/month'}\n"
    assert errors(asked_and_given("more: 5%", "more: 2%", monthly)) == []


def test_answers_are_for_pay_points_that_are_on_record() -> None:
    """A demand and an answer can be for some pay points only, each of which is known by its id."""
    points = ", for: [low, high]"
    assert errors(asked_and_given("more: 5%, for: [low]", "more: 2%", POINTS, points=points)) == []
    assert refused(asked_and_given("more: 5%, for: [lowest]", "more: 2%", POINTS)) == messages("""
        => d.yaml:8:96: demands[0].asks.for[0]: found 'lowest', and there is no pay point of that
        id; known are low, high; did you mean 'low'?
    """)
    assert refused(
        asked_and_given("more: 5%", "more: 2%", POINTS, points=", for: [mid]")
    ) == messages("""
        => d.yaml:11:59: concessions[0].answers[0].for[0]: found 'mid', and there is no pay point of
        that id; known are low, high
    """)


AWARDS = f"""\
{PARTIES}pay_points: [{{id: low, title: L, value: £9/hour}}, {{id: high, title: H, value: £20/hour}}]
demands:
  - {{id: pay, title: Pay, made_by: union, made_to: mill, date: 2023-01, asks: {{more: 10%}}, {SHOWN}}}
concessions:
  - id: letter
    title: Letter
    made_by: mill
    date: 2023-06
    {SHOWN}
    answers:
"""
"""Sixteen lines, of which the last begins the answers."""


def test_one_concession_answers_a_demand_for_each_pay_point() -> None:
    """Awards by grade stand side by side, each for its own grades."""
    low = "      - {demand: pay, kind: agreed, gives: {more: 5%}, for: [low]}\n"
    high = "      - {demand: pay, kind: agreed, gives: {more: £2/hour}, for: [high]}\n"
    assert errors(put(AWARDS + low + high)) == []
    assert refused(put(AWARDS + low + high.replace("[high]", "[low, high]"))) == messages(
        """
        => d.yaml:17:7: concessions[0].answers: answers 'pay' twice for the pay point 'low'; keep one
    """
    )
    assert refused(put(AWARDS + low + high.replace(", for: [high]", ""))) == messages("""
        => d.yaml:17:7: concessions[0].answers: answers 'pay' twice; steps at once are one amount, 2% +
        1%, steps on days are `stages`, what some pay points get alone says so in `for`, a sum paid once
        beside a rise is `undemanded`, and two things that are said apart are two concessions
    """)


def test_an_award_for_others_than_asked_for_is_no_answer() -> None:
    """What is given to grades that nobody asked for goes where nobody's demand is answered."""
    text = AWARDS.replace("more: 10%}", "more: 10%, for: [low]}")
    answer = "      - {demand: pay, kind: agreed, gives: {more: 5%}, for: [high]}\n"
    assert refused(put(text + answer)) == messages("""
        => d.yaml:17:9: concession 'letter': found for: high, where 'pay' asks for low alone; what
        nobody demanded goes to `undemanded`
    """)


# Figures in formulas --------------------------------------------------------------------------


def test_a_formula_names_figures_that_are_on_record() -> None:
    """A figure that is not there is told where the terms stand that name it."""
    path = asked_and_given("more: figure rpii + 2%", "more: figure cpi", FIGURES)
    assert refused(path) == messages("""
        => d.yaml:8:79: found 'figure rpii + 2%', and there is no figure 'rpii'; known are rpi, flat;
        did you mean 'rpi'?
        => d.yaml:11:41: found 'figure cpi', and there is no figure 'cpi'; known are rpi, flat; did
        you mean 'rpi'?
    """)


@pytest.mark.parametrize(
    ("asked", "value", "refused_as"),
    [
        ("more: figure cap", "up to 4.5%", "up to 4.5%"),
        ("more: figure cap + 1%", "under 6%", "under 6%"),
        ("less: figure cap", "at most 2%", "at most 2%"),
        ("at_least: figure cap", "up to 15%", "up to 15%"),
        ("at_most: figure cap", "at least 35%", "at least 35%"),
        ("more: figure cap", "at least 4.5%", ""),
        ("at_most: figure cap", "up to 35%", ""),
        ("more: figure cap", "on average 4.5%", ""),
    ],
)
def test_a_demand_for_a_figure_has_a_number_to_be_met_by(
    asked: str, value: str, refused_as: str
) -> None:
    """A figure that guarantees no number would be met by anything, and is no demand."""
    more = f"figures:\n  - {{id: cap, title: Cap, value: {value}, measures: prices}}\n"
    path = asked_and_given(asked, "" if asked.startswith("at_") else "more: 5%", more)
    told = [each for each in errors(path) if "guarantees no number" in each]
    assert [f"is '{refused_as}', which guarantees" in each for each in told] == [True] * bool(
        refused_as
    )


def test_a_figure_is_a_number() -> None:
    """A formula is for terms; a figure that others are counted from has a value of its own."""
    more = FIGURES + "  - {id: more, title: More, value: figure rpi + 2%, measures: prices}\n"
    assert refused(asked_and_given("more: 5%", "more: 2%", more)) == messages("""
        => d.yaml:15:5: figure 'more' has the value 'figure rpi + 2%', which is no number; a formula
        stands in the terms of a demand or an answer
    """)


# Days and votes -------------------------------------------------------------------------------


def accepted(by: str, votes: str) -> Path:
    """Return a file with a concession that a vote accepts, and votes from line 18 on."""
    return put(f"""\
{PARTIES}demands:
  - {{id: pay, title: Pay, made_by: union, made_to: mill, date: 2023-01, {SHOWN}}}
concessions:
  - id: letter
    title: Letter
    made_by: mill
    date: 2023-06
    answers: [{{demand: pay, kind: agreed}}]
    accepted_by: {by}
    {SHOWN}
votes:
{votes}""")


VOTE = f"  - {{id: ballot, title: Ballot, held_by: union, {SHOWN}"


@pytest.mark.parametrize(
    "votes",
    [
        f"{VOTE}, date: 2023-07, carried: yes}}\n",
        f"{VOTE}, date: 2023-07, carried: no, options: [{{title: Yes, share: 41%}}]}}\n",
        f"{VOTE}}}\n",
        f"{VOTE}, date: 2024}}\n",
        f"{VOTE}, date: 2023-06, carried: true}}\n",
        f"{VOTE}, carried: no}}\n",
    ],
)
def test_takes_a_vote_that_says_whether_it_carried(votes: str) -> None:
    """A vote says so, or is to come; one id stands alone or in a list."""
    assert errors(accepted("ballot", votes)) == []
    assert errors(accepted("[ballot]", votes)) == []


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (", date: 2023-07, options: [{title: Yes, share: 90%}]", "<says>"),
        (", date: 2023-07, turnout: 60%", "<says>"),
        (", outcome: It was accepted", "<says>"),
        (
            ", carried: yes",
            (
                "vote 'ballot' accepts concession 'letter' and has no `date`; give it as far as it is "
                "known, 2023-06 or 2023"
            ),
        ),
        (
            ", date: 2023-05, carried: yes",
            (
                "vote 'ballot', in May 2023, accepts concession 'letter', which was made in June 2023, "
                "after it; correct the date that is wrong"
            ),
        ),
    ],
)
def test_refuses_a_vote_that_does_not_say_whether_it_carried(more: str, told: str) -> None:
    """Shares alone do not tell, since more than half may have been needed."""
    told = told.replace(
        "<says>",
        "vote 'ballot' accepts concession 'letter' and does not say whether it `carried`: of a vote "
        "that was held add carried: yes or no, which shares do not tell, since more than half may have "
        "been needed; of one that is to come leave out `options`, `turnout` and `outcome`",
    )
    for by in ("ballot", "[ballot]"):
        path = accepted(by, f"{VOTE}{more}}}\n")
        assert refused(path) == messages(f"=> d.yaml:18:5: {told}")


@pytest.mark.parametrize("by", ["tally", "[ballot, tally]"])
def test_acceptance_is_by_votes_that_are_on_record(by: str) -> None:
    """One id alone leads to a record like one in a list, however early it is named."""
    column, key = (18, "") if by == "tally" else (27, "[1]")
    assert refused(accepted(by, f"{VOTE}}}\n")) == [
        (
            f"d.yaml:15:{column}: concessions[0].accepted_by{key}: found 'tally', and there is no vote "
            "of that id; known are ballot"
        )
    ]


UNDATED = """\
subjects:
  - {id: tea, title: Tea}
events:
  - {id: strike, title: Strike, SHOWN}
claims:
  - {id: won, title: Won, made_by: union, untested: opinion, note: N, SHOWN}
positions:
  - {party: union, subject: tea, stance: rejects, says: A, SHOWN}
verdicts:
  - {demand: pay, by: union, status: some-movement, printed: Some, SHOWN}
""".replace("SHOWN", SHOWN)


def test_every_record_of_what_happened_has_a_day() -> None:
    """Its own date, or that of a document that reports it; one of the two is asked for."""
    path = asked_and_given("more: 5%", "more: 2%", UNDATED)
    text = path.read_text(encoding="utf-8").replace(" date: 2023-06,", "")
    no_date = (
        "has no `date`, and no document with a date reports it; give the date as far as it is known, "
        "2023-06 or 2023, or the `date` of a document that reports it"
    )
    assert refused(put(text)) == [
        f"d.yaml:10:5: concession 'letter' {no_date}",
        f"d.yaml:15:5: event 'strike' {no_date}",
        f"d.yaml:17:5: claim 'won' {no_date}",
        f"d.yaml:19:5: this position {no_date}",
        f"d.yaml:21:5: this verdict {no_date}",
    ]
    dated = text.replace("publisher: union}", "publisher: union, date: 2023-07}")
    assert errors(put(dated)) == []


def test_a_demand_needs_no_day_of_its_own() -> None:
    """A demand of which nobody says when it was made counts as made before all answers."""
    path = asked_and_given("more: 5%", "more: 2%")
    assert errors(put(path.read_text(encoding="utf-8").replace(" date: 2023-01,", ""))) == []


# Who answers ----------------------------------------------------------------------------------


def by_members(asks: str, gives: str, more: str = "") -> Path:
    """Return a file in which a member of the party that was asked answers, in line 13."""
    text = PARTIES.replace(
        "documents:",
        "  - {id: north, name: North, kind: employer}\n"
        "  - {id: south, name: South, kind: employer}\ndocuments:",
    ).replace("kind: employer}", "kind: employer, members: [north, south]}", 1)
    return put(f"""\
{text}demands:
  - {{id: pay, title: Pay, made_by: union, made_to: mill, date: 2023, asks: {{{asks}}}, {SHOWN}}}
concessions:
  - {{id: letter, title: Letter, made_by: north, date: 2023-06, {SHOWN}, answers: [
      {{demand: pay, kind: offer, {gives}}}]}}
{more}""")


def test_members_and_pay_points_are_not_combined() -> None:
    """Where members answer one by one, a demand that is compared at pay points is one for each."""
    told = messages("""
        => d.yaml:13:7: demand 'pay' is answered by members of 'mill' one by one, and at pay points: the
        two are not combined; write one demand for each of the members, made_to each: north, south
    """)
    assert errors(by_members("more: 10%", "gives: {more: 5%}", POINTS)) == []
    assert refused(by_members("more: 10%", "gives: {more: £500/year}", POINTS)) == told
    assert refused(by_members("more: 10%", "gives: {more: 5%}, for: [low]", POINTS)) == told
    assert refused(by_members("more: 10%, for: [low]", "gives: {more: 5%}", POINTS)) == told


def test_members_are_parties_that_are_on_record() -> None:
    """A party lists its members by their ids, each once."""
    text = PARTIES.replace("kind: employer}", "kind: employer, members: [north, union, union]}")
    assert refused(put(text)) == messages("""
        => d.yaml:4:54: parties[1].members[0]: found 'north', and there is no party of that id; known
        are union, mill
        => d.yaml:4:68: parties[1].members[2]: found 'union' a second time; name it once
    """)


def test_a_figure_in_a_formula_has_its_unit() -> None:
    """A bare number in a figure is of nothing, so nothing is added to it."""
    figures = "figures:\n  - {id: rpi, title: RPI, value: 11.4, measures: prices}\n"
    assert refused(asked_and_given("more: figure rpi + 2%", "more: 5%", figures)) == messages("""
        => d.yaml:8:79: found 'figure rpi + 2%', and the value of figure 'rpi' is 11.4: 11.4 of what?
        write value: 11.4%, or its other unit
    """)
