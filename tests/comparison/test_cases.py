"""Small disputes, each of one kind of situation, and the statuses and verdicts that must come out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest
from helpers.yaml_files import messages
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import STANDARD, DataError, Dispute, Expectation, check, load, score

CASES = Path(__file__).parent / "cases"

FIRST_LINES = {
    path.name: path.read_text(encoding="utf-8").partition("\n")[0]
    for path in sorted(CASES.glob("*.yaml"))
}
"""What each file is for, as its first line tells it."""


def of(sort: str) -> list[str]:
    """Return the files that begin with this word."""
    return [name for name, line in FIRST_LINES.items() if line.startswith(f"# {sort}: ")]


def kind(name: str) -> str:
    """Return the kind of warning that a file's first line names."""
    return FIRST_LINES[name].split(": ")[1]


READ = sorted([*of("shows"), *of("warns")])
"""Those that are read without an error."""


@pytest.fixture(autouse=True)
def _in_their_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages name files by their bare names."""
    monkeypatch.chdir(CASES)


def test_every_file_says_what_it_is_for() -> None:
    """There are 67 files, and the first line of each is one of the three that are known."""
    assert len(FIRST_LINES) == 67
    assert sorted([*READ, *of("refused")]) == list(FIRST_LINES)


def computed(dispute: Dispute, expected: Expectation) -> str:
    """Return what is computed where something is expected."""
    card = score(dispute, as_of=expected.as_of, policy=expected.policy or STANDARD)
    found: dict[str, str] = {one.id: one.status for result in card.results for one in result.every}
    found |= {tested.claim.id: tested.verdict for tested in card.claims}
    return found[str(expected.demand or expected.claim)]


def unlike(dispute: Dispute) -> list[str]:
    """Return every row of a dispute that does not come out, with what does."""
    return [
        f"{row.demand or row.claim} on {row.as_of}, {row.policy}: {found}, not {wanted}"
        for row in dispute.expected
        if (found := computed(dispute, row)) != (wanted := str(row.status or row.verdict))
    ]


@pytest.mark.parametrize("name", READ)
def test_what_a_case_expects_comes_out(name: str) -> None:
    """Each row under `expected` is computed, by its own day and policy, and `check` says so."""
    dispute = load(name)
    assert dispute.expected or name in of("warns")
    assert unlike(dispute) == []
    assert [str(problem) for problem in check(name) if not problem.warning] == []


@pytest.mark.parametrize("name", of("shows"))
def test_a_case_that_shows_something_expects_it(name: str) -> None:
    """A file that is there for what comes out has rows."""
    assert load(name).expected


@given(st.sampled_from(READ), st.data())
def test_the_order_of_records_changes_no_row(name: str, data: st.DataObject) -> None:
    """Parties, demands, concessions, claims and facts may stand in any order."""
    dispute = load(CASES / name)
    mixed: dict[str, Any] = {
        section: tuple(data.draw(st.permutations(getattr(dispute, section))))
        for section in (
            *("parties", "documents", "pay_points", "demands", "concessions", "claims"),
            *("positions", "figures", "votes", "events", "expected"),
        )
    }
    assert unlike(attrs.evolve(dispute, **mixed)) == []


# Refused ------------------------------------------------------------------------------------

AT_PAY_POINTS = (
    "sums of money and percentages are compared at pay points, and none is on record; add "
    "`pay_points`, the pay that it is about in £/year: {id: lowest, title: Lowest grade, value: …}; a "
    "sum paid once beside a rise in % is `undemanded`, or says basis: non-consolidated where the demand "
    "says basis: consolidated"
)
UNLIKE = (
    "unlike things are not compared; if a document gives both in one unit, write them so; else leave "
    "the amount, or its stage, out, and tell it in `terms`: it then counts as given without a figure"
)

REFUSED = {
    "03-money-and-percent-without-pay-points.yaml": f"""
        => 23:9: concession 'given': {AT_PAY_POINTS}
    """,
    "24-a-bare-ratio.yaml": """
        => 15:21: demands[0].asks.at_most: found '1:12', which does not say which way round it is;
        write a ratio with its nouns, as in 12 patients per nurse, or 12 nurses per patient
        => 23:53: concessions[0].answers[0].gives.to: found '1:14', which does not say which way
        round it is; write a ratio with its nouns, as in 14 patients per nurse, or 14 nurses per patient
    """,
    "25-point-or-thousands.yaml": """
        => 15:18: demands[0].asks.more: found '€2.500': a point, or thousands? write €2,500 or €2.50
        => 23:53: concessions[0].answers[0].gives.more: found '€1.000': a point, or thousands? write
        €1,000 or €1.00
    """,
    "26-hours-and-hours-a-week.yaml": f"""
        => 23:9: concession 'given': found '38 hours/week' in the unit 'hours/week', where '36 hours'
        is asked for in the unit 'hours': {UNLIKE}
    """,
    "32-a-direction-without-its-measure.yaml": """
        => 15:23: demands[0].asks.direction: found 'down' without its `measure`; name what is to go
        that way: measure: the adult fare
    """,
    "35-two-employers-two-pay-scales.yaml": """
        => 28:9: demand 'rise' is answered by members of 'docks' one by one, and at pay points: the
        two are not combined; write one demand for each of the members, made_to each: wet, dry
    """,
    "37-a-level-given-on-a-change.yaml": """
        => 23:9: concession 'given': found `to: 26 days/year`, a level, where a change is asked for,
        `more: 30 days/year`; if a document gives the change, write that with `more` or `less`; if a
        level was asked for, ask with `at_least` or `at_most`; else leave the amount out, and tell it
        in `terms`
    """,
    "38-a-change-without-a-baseline.yaml": """
        => 23:9: concession 'given': found `more: 60p/hour`, a change, where the level '£13/hour' is
        asked for without a `baseline` to count it from; if a document gives the level that was
        reached, write that with `to`; if a document says where it stood before, give that in the
        demand's `asks`, baseline: …; else leave the amount out, and tell it in `terms`
    """,
    "40-two-forms-at-once.yaml": """
        => 15:37: demands[0].asks.at_least: stands beside another form: found `more` and `at_least`;
        ask for one of them in each demand, or in each part of one
    """,
    "41-a-pay-year-and-a-calendar-year.yaml": """
        => 23:9: concession 'given': found the calendar year '2023', where the pay year '2023/24' is
        asked about: the two are not compared; if a document gives the one as the other, write it so;
        if both are as the documents say, leave `period` and the amount out, and tell them in `terms`
    """,
    "42-a-vote-that-does-not-say.yaml": """
        => 27:5: vote 'ballot' accepts concession 'given' and does not say whether it `carried`: of a
        vote that was held add carried: yes or no, which shares do not tell, since more than half may
        have been needed; of one that is to come leave out `options`, `turnout` and `outcome`
    """,
    "55-by-the-hour-and-by-the-year.yaml": f"""
        => 23:9: concession 'given': found '£26,000/year' in the unit '£/year', where '£15/hour' is
        asked for in the unit '£/hour': {UNLIKE}
    """,
    "62-answered-twice.yaml": """
        => 23:7: concessions[0].answers: answers 'rise' twice; steps at once are one amount, 2% + 1%,
        steps on days are `stages`, what some pay points get alone says so in `for`, a sum paid once
        beside a rise is `undemanded`, and two things that are said apart are two concessions
    """,
    "63-a-stage-without-its-year.yaml": """
        => 23:9: concession 'given': found a stage without `period`, where '2024/25' is asked about;
        say in each stage which year it is for, period: 2024/25
    """,
}
"""What is told of each file that is refused, without its name."""


def test_every_refusal_is_in_the_table() -> None:
    """The table has a line for each file that says it is refused, and no other."""
    assert sorted(REFUSED) == of("refused")


@pytest.mark.parametrize("name", REFUSED)
def test_a_case_is_refused_with_its_remedy(name: str) -> None:
    """What is told of it has the place, what was found and what to do; `check` tells the same."""
    told = messages(REFUSED[name], f"{name}:")
    with pytest.raises(DataError) as caught:
        load(name)
    assert list(map(str, caught.value.problems)) == told
    assert list(map(str, check(name))) == told


# Warned of ----------------------------------------------------------------------------------

BASELINE = (
    "without a `baseline`; where it stood before tells how much of the way was gone, and without it "
    "anything short of it is at most some movement"
)

WARNED = {
    "16-given-by-somebody-else.yaml": """
        => 30:9: warning: by-another: concession 'grant' of 'Town Fund' answers demand 'rise', which
        was made of 'Orchestra Board'; `made_to` names who was asked, a leadership or a group itself
        and not its union, `made_by` of an award names who is bound by it, and `members` of a party
        lists the employers or unions that make it up
    """,
    "23-which-offer-is-the-later.yaml": """
        => 30:9: warning: which-holds: concession 'two' may be later than 'one' or earlier, and
        leaves less of demand 'rise'; if the other was taken back, give its `withdrawn`; if the order
        is known, give the `date` of both; if both do stand, leave it so
    """,
    "39-a-change-written-as-a-level.yaml": """
        => 23:9: warning: far-off: concession 'given' gives `to: 70p/hour`, past £11.70/hour, where
        demand 'floor' stood before, and is recorded as no worsening; is it a change or a level? if it
        is worse, write kind: worsening
    """,
    "43-a-level-without-its-baseline.yaml": f"""
        => 15:11: warning: baseline: demand 'office' asks for a level of 40% {BASELINE}
        => 22:11: warning: baseline: demand 'lockers' asks for a level of 90 lockers {BASELINE}
    """,
    "59-agreed-and-less-in-force.yaml": """
        => 38:9: warning: which-holds: concession 'may' is later than 'pact' and leaves less of
        demand 'floor', and both stand; if the other was taken back, give its `withdrawn`; if this
        took away what there was, write kind: worsening; if both do stand, leave it so
    """,
}
"""What is told of the kind that each file names, without the file's name."""


def test_every_warning_is_in_the_table() -> None:
    """The table has a line for each file that says it is warned of, and no other."""
    assert sorted(WARNED) == of("warns")


@pytest.mark.parametrize("name", WARNED)
def test_a_case_is_warned_of(name: str) -> None:
    """`check` asks of the kind that its first line names, and tells what to put right."""
    told = [str(problem) for problem in check(name) if problem.kind == kind(name)]
    assert told == messages(WARNED[name], f"{name}:")
