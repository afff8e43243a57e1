"""What is asked beside what is given: what can be compared, at what, and what is said where not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from helpers.strategies import disputes
from helpers.yaml_files import messages
from hypothesis import given

from pcs_scorecard import Cell, DataError, Dispute, Status, load, score
from pcs_scorecard.model.terms import of_another_kind

EVIDENCE = [{"document": "paper", "at": "page 1"}]
POINTS = [
    {"id": "low", "title": "Lowest", "value": "£20,000/year"},
    {"id": "high", "title": "Highest", "value": "£40,000/year"},
]
REMEDY = (
    "if a document gives both in one unit, write them so; else leave the amount, or its stage, out, "
    "and tell it in `terms`: it then counts as given without a figure"
)


def written(folder: Path, asks: str, *answers: str, points: bool = False) -> Path:
    """Return a file with a demand of these terms, and one concession with these answers to it."""
    texts = [f"{{{each}}}" for each in (asks, *answers)]
    asked, *given_ = (yaml.load(each, yaml.BaseLoader) for each in texts)  # noqa: S506 - only texts
    title = "Of an invented dispute"
    whole: dict[str, Any] = {
        "title": title,
        "parties": [
            {"id": "weavers", "name": "Weavers", "kind": "union"},
            {"id": "mill", "name": "Mill", "kind": "employer"},
        ],
        "documents": [{"id": "paper", "title": "Paper", "publisher": "weavers"}],
        "figures": [
            {"id": "rpi", "title": "Prices", "value": "8%", "measures": "prices"},
            {"id": "bonus", "title": "A bonus", "value": "£400/year", "measures": "pay"},
        ],
        "demands": [
            {"id": "it", "title": title, "made_by": "weavers", "made_to": "mill", "asks": asked}
        ],
        "concessions": [
            {"id": "letter", "title": title, "made_by": "mill", "date": "2023"}
            | {"evidence": EVIDENCE, "answers": [{"demand": "it", **each} for each in given_]}
        ],
    }
    if points:
        whole["pay_points"] = POINTS
    file = folder / "dispute.yaml"
    file.write_text(json.dumps(whole), encoding="utf-8")  # JSON is YAML, too
    return file


def refused(path: Path) -> list[str]:
    """Return what is said of a file that is refused, without the place."""
    with pytest.raises(DataError) as caught:
        load(path)
    return [problem.message for problem in caught.value.problems]


BASELINE = (
    "if a document says where it stood before, give that in the demand's `asks`, baseline: …; else "
    "leave the amount out, and tell it in `terms`"
)
APART = (
    "the two are not compared; if a document gives the one as the other, write it so; if both are as "
    "the documents say, leave `period` and the amount out, and tell them in `terms`"
)


@pytest.mark.parametrize(
    ("asks", "gives", "said"),
    [
        # Unlike units, and none is converted that is not exact.
        *(
            (
                f"more: {asked}",
                f"more: {found}",
                (
                    f"found '{found}' in the unit {unit}, where '{asked}' is asked for in the unit "
                    f"{wanted}: unlike things are not compared; {REMEDY}"
                ),
            )
            for asked, found, wanted, unit in (
                ("36 hours", "38 hours/week", "'hours'", "'hours/week'"),
                ("£15/hour", "£26000/year", "'£/hour'", "'£/year'"),
                ("26 weeks", "6 months", "'weeks'", "'months'"),
                ("5 days", "40 hours", "'days'", "'hours'"),
                ("£500", "€500", "'£'", "'€'"),
                ("£500", "£500/year", "'£'", "'£/year'"),
                ("10%", "10 percentage points", "'%'", "'percentage points'"),
                ("12 clinics", "12 nurses", "'clinics'", "'nurses'"),
                ("4 patients per nurse", "4 nurses per patient",
                 "'patients per nurse'", "'nurses per patient'"),
            )
        ),
        (
            "at_least: £15/hour, baseline: £12/hour",
            "more: £1/day",
            (
                "found '£1/day' in the unit '£/day', where '£12/hour' is where it stood before in the "
                f"unit '£/hour': unlike things are not compared; {REMEDY}"
            ),
        ),
        (
            "more: figure rpi",
            "more: 5 days",
            f"found '5 days' beside 'figure rpi', in unlike units; {REMEDY}",
        ),
        # A level on a change, and a change on a level that has nothing to count from.
        *(
            (
                f"{form}: 30 days",
                "to: 26 days",
                (
                    f"found `to: 26 days`, a level, where a change is asked for, `{form}: 30 days`; if "
                    "a document gives the change, write that with `more` or `less`; if a level was "
                    "asked for, ask with `at_least` or `at_most`; else leave the amount out, and tell "
                    "it in `terms`"
                ),
            )
            for form in ("more", "less")
        ),
        (
            "at_least: 30 days",
            "more: 2 days",
            (
                "found `more: 2 days`, a change, where the level '30 days' is asked for without a "
                "`baseline` to count it from; if a document gives the level that was reached, write "
                f"that with `to`; {BASELINE}"
            ),
        ),
        (
            "direction: up, measure: posts",
            "to: 815 posts",
            (
                "found `to: 815 posts`, a level, and no `baseline` that tells which way it went; if a "
                f"document gives the change, write that with `more` or `less`; {BASELINE}"
            ),
        ),
        # Pay years and calendar years, and a stage that does not say which it is for.
        *(
            (
                f"more: 5%, period: {asked}",
                f"more: 5%, period: {found}",
                f"found the {found_in} '{found}', where the {asked_in} '{asked}' is asked about: {APART}",
            )
            for asked, found, asked_in, found_in in (
                ("2023/24", "2023", "pay year", "calendar year"),
                ("2023-24", "2023 to 2024", "pay year", "calendar years"),
                ("2023 to 2024", "2023-24", "calendar years", "pay year"),
            )
        ),
        (
            "more: 5%, period: 2023/24",
            "stages: [{more: 2%, starts: 2023}]",
            (
                "found a stage without `period`, where '2023/24' is asked about; say in each stage "
                "which year it is for, period: 2023/24"
            ),
        ),
    ],
)  # fmt: skip
def test_refuses_what_cannot_be_compared(tmp_path: Path, asks: str, gives: str, said: str) -> None:
    """What differs is an error with its remedy, at once and in stages, and never a silent zero."""
    file = written(tmp_path, asks, f"kind: agreed, gives: {{{gives}}}")
    assert refused(file) == [f"concession 'letter': {said}"]


@pytest.mark.parametrize(
    ("asks", "gives"),
    [
        ("more: £2400/year", "more: £200/month"),
        ("more: 10p/mile", "more: £0.05/mile"),
        ("more: 1 clinic", "more: 2 clinics"),
        ("more: 2 countries", "more: 1 country"),
        ("at_least: 45 minutes", "to: 0.5 hours"),
        ("at_most: 35 hours per week", "to: 36 hours/week"),
        ("direction: up, measure: posts", "more: 5%"),
        ("direction: up, measure: posts, baseline: 840 posts", "to: 815 posts"),
        ("more: figure rpi + 2%", "more: 5%"),
        ("more: 5%", "more: figure rpi"),
        ("more: 5%, period: 2023/24", "more: 5%, period: 2023–24"),
        ("more: 5%", "more: 5%, period: 2023"),
        # Another thing is not measured, so its unit may differ.
        ("more: 30 days", "to: £5, instead: a fee"),
        ("more: 5%, basis: consolidated", "more: £200, basis: non-consolidated"),
        ("lasting: yes", "more: 5%"),
    ],
)
def test_reads_what_can_be_compared(tmp_path: Path, asks: str, gives: str) -> None:
    """Exact conversions are made, one word is another with s, es or ies, and `per` is a stroke."""
    dispute = load(written(tmp_path, asks, f"kind: agreed, gives: {{{gives}}}"))
    assert score(dispute)["it"].pairs


# Sums beside percentages --------------------------------------------------------------------

NO_PAY = (
    "sums of money and percentages are compared at pay points, and none is on record; add "
    "`pay_points`, the pay that it is about in £/year: {id: lowest, title: Lowest grade, value: …}; a sum "
    "paid once beside a rise in % is `undemanded`, or says basis: non-consolidated where the demand says "
    "basis: consolidated"
)

MIXED = [
    ("more: 7%", "more: £700/year"),
    ("more: £700/year", "more: 7%"),
    ("more: 7%", "more: figure bonus"),
    ("more: figure rpi", "more: £700/year"),
    ("more: 7%", "more: 2% + £100/year"),
    ("at_least: £22000/year", "more: 7%"),
    ("direction: up, measure: pay", "more: 2% + £100/year"),
]


@pytest.mark.parametrize(("asks", "gives"), MIXED)
def test_sums_and_percentages_need_pay_points(tmp_path: Path, asks: str, gives: str) -> None:
    """Without one it is an error, told of the answer; with them each point is a part."""
    answer = f"kind: agreed, gives: {{{gives}}}"
    assert refused(written(tmp_path, asks, answer)) == [f"concession 'letter': {NO_PAY}"]
    result = score(load(written(tmp_path, asks, answer, points=True)))["it"]
    assert [part.id for part in result.cells] == ["it@low", "it@high"]
    assert [part.title for part in result.cells] == ["Lowest", "Highest"]


@pytest.mark.parametrize("gives", ["more: 7%", "more: £700/year", "more: 1% + £10/year"])
def test_a_demand_of_sums_and_percentages_needs_them(tmp_path: Path, gives: str) -> None:
    """Whatever figure answers it; it is told once, of the answer."""
    asks = 'more: "7% or £700/year, whichever is greater"'
    file = written(tmp_path, asks, f"kind: agreed, gives: {{{gives}}}")
    assert refused(file) == [f"concession 'letter': {NO_PAY}"]


def test_what_is_refused_needs_no_pay_points(tmp_path: Path) -> None:
    """Where there is no figure in answer there is nothing to compare."""
    file = written(tmp_path, 'more: "7% or £700/year, whichever is greater"', "kind: refusal")
    assert score(load(file))["it"].status is Status.NOT_MET


def test_pay_is_given_in_the_unit_of_the_sums(tmp_path: Path) -> None:
    """Pay by the year does not tell what a sum by the hour is of it."""
    file = written(tmp_path, "more: 7%", "kind: agreed, gives: {more: £1/hour}", points=True)
    assert refused(file) == messages("""
        => concession 'letter': found '£1/hour', where pay at 'low' is '£20,000/year': how the one is
        counted in the other is not on record; give the pay points in £/hour, or if a document gives both in one unit, write them so;
        else leave the amount out, and tell it in `terms`
    """)


@pytest.mark.parametrize(
    ("asks", "gives"),
    [
        ("more: 7%", "more: 5%"),
        ("more: £700/year", "more: £500/year"),
        ("more: 7%", "more: £700, instead: a voucher"),
        ("direction: up, measure: pay", "more: 5%"),
        ("lasting: yes", "more: 5% + £100/year"),
    ],
)
def test_what_is_compared_in_one_unit_needs_no_pay(tmp_path: Path, asks: str, gives: str) -> None:
    """Pay points that are there for another demand split no demand that does not need them."""
    answer = f"kind: agreed, gives: {{{gives}}}"
    result = score(load(written(tmp_path, asks, answer, points=True)))["it"]
    assert result.cells == ()
    assert len(result.pairs) == 1


@pytest.mark.parametrize(
    ("asks", "answers", "statuses"),
    [
        # £700 is all of 3.5% at £20,000, and half of it at £40,000.
        ("more: 3.5%", ["kind: agreed, gives: {more: £700/year}"],
         {"low": "met", "high": "partly-met"}),
        ("more: 3.5%, for: [low]", ["kind: agreed, gives: {more: £700/year}"], {"low": "met"}),
        # Awards by grade: one that is left out has no response.
        ("more: 5%", ["for: [low], kind: agreed, gives: {more: 6%}"],
         {"low": "met", "high": "no-response"}),
        ("more: 5%", ["for: [low], kind: agreed, gives: {more: 6%}",
                      "for: [high], kind: offer, gives: {more: 5%}"],
         {"low": "met", "high": "some-movement"}),
        ("at_least: £22000/year", ["kind: agreed, gives: {more: 5%}"],
         {"low": "partly-met", "high": "met"}),
    ],
)  # fmt: skip
def test_each_pay_point_is_a_part(
    tmp_path: Path, asks: str, answers: list[str], statuses: dict[str, str]
) -> None:
    """A demand is compared at each of them, or at those that it is for."""
    result = score(load(written(tmp_path, asks, *answers, points=True)))["it"]
    assert {part.id.partition("@")[2]: str(part.status) for part in result.cells} == statuses


def test_what_nobody_demanded_of_a_pay_point_is_no_answer(tmp_path: Path) -> None:
    """An answer for pay points that the demand is not for is refused, and told where it belongs."""
    answer = "for: [low], kind: agreed, gives: {more: 6%}"
    file = written(tmp_path, "more: 5%, for: [high]", answer, points=True)
    assert refused(file) == messages("""
        => concession 'letter': found for: low, where 'it' asks for high alone; what nobody demanded
        goes to `undemanded`
    """)


# What always holds --------------------------------------------------------------------------


@given(disputes())
def test_what_is_another_thing_is_not_measured(dispute: Dispute) -> None:
    """What is another thing by `basis` or `instead` has no share, and is at best not met."""
    for result in score(dispute, as_of="2030").results:
        for one in result.every:
            for pair in one.pairs:
                if of_another_kind(one.demand.asks, pair.answer.gives):
                    assert pair.share is None
                    assert pair.status is Status.NOT_MET


@given(disputes())
def test_a_demand_is_split_in_one_way(dispute: Dispute) -> None:
    """Into members or into pay points, never into both, and each of them once."""
    for result in score(dispute, as_of="2030").results:
        for one in result.every:
            kinds = {type(cell.demand.of) for cell in one.cells if isinstance(cell.demand, Cell)}
            assert len(kinds) <= 1
            names = [cell.id for cell in one.cells]
            assert len(names) == len(set(names))
