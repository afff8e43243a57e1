"""The table: a row for each demand and part, that any reader of CSV reads back and no spreadsheet runs."""

from __future__ import annotations

import csv
import io

import attrs
import pytest
from helpers.markup import any_text
from helpers.strategies import disputes
from helpers.works import saying, works
from hypothesis import HealthCheck, given, settings

from pcs_scorecard import Dispute, render, score
from pcs_scorecard.formats.as_csv import defused

HEAD = [
    *("number", "part_of", "id", "title", "made_by", "made_to", "date", "asked", "given", "answer"),
    *("status", "share", "day", "due", "dropped", "reason", "sources", "addresses"),
]
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1")


def made(dispute: Dispute | None = None) -> str:
    """Return the table of a dispute, or of the works."""
    return render(score(dispute or works(), as_of="2024"), "csv")


def rows(text: str) -> list[list[str]]:
    """Return the cells of a table, as a reader of CSV has them."""
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def row(name: str, dispute: Dispute | None = None) -> dict[str, str]:
    """Return the row of a demand by its id."""
    head, *rest = rows(made(dispute))
    found = [dict(zip(head, each, strict=True)) for each in rest]
    return next(each for each in found if each["id"] == name)


def test_a_demand_has_all_that_a_table_needs() -> None:
    """Who asked whom for what and when, what was given, the answer and why, and where it stands."""
    assert row("rise") == {
        "number": "1",
        "part_of": "",
        "id": "rise",
        "title": "6% more",
        "made_by": "the smiths",
        "made_to": "the works",
        "date": "2021-01",
        "asked": "6% more, for 2021/22",
        "given": "4% more, for 2021/22 (agreed)",
        "answer": "In part",
        "status": "partly-met",
        "share": "0.6666",
        "day": "2021-05",
        "due": "",
        "dropped": "",
        "reason": "The works agreed to 4% for 2021/22, but that is less than the 6% asked for.",
        "sources": "A letter",
        "addresses": "https://smiths.example/letter?a=1&b=2",
    }


def test_parts_follow_their_demand() -> None:
    """A part has a row of its own that names its demand, and the number of that."""
    found = [(each[0], each[1], each[2]) for each in rows(made())[1:]]
    assert found[1:4] == [("2", "", "kit"), ("2", "kit", "boots"), ("2", "kit", "gloves")]


def test_a_dropped_demand_says_when() -> None:
    """The date stands as in the data, once that day has come."""
    assert row("holiday")["dropped"] == "2021-04"
    early = rows(render(score(works(), as_of="2021-03"), "csv"))
    assert next(each for each in early if each[2] == "holiday")[HEAD.index("dropped")] == ""


def test_lines_end_as_the_standard_has_it() -> None:
    """The first row names the columns, and every row ends in a return and a line feed."""
    text = made()
    assert rows(text)[0] == HEAD
    assert text.endswith("\r\n")
    assert text.count("\r\n") == text.count("\n") == len(rows(text))


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(formula: str) -> None:
    """A text that a spreadsheet would run has an apostrophe before it, and is else as it was."""
    found = row("bus", saying(formula, works()))
    assert found["title"] == f"'{formula}"
    assert found["sources"] == f"'{formula}"


@pytest.mark.parametrize("text", ["", "a=1", "'=1", "1-2", " ", "–1", "£5"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    """Nothing is added to what no spreadsheet runs."""
    assert defused(text) == text


@given(any_text)
def test_any_text_is_read_back(text: str) -> None:
    """Whatever a title holds, a reader of CSV has it back, but for the apostrophe."""
    plain = works()
    demands = tuple(attrs.evolve(demand, title=text) for demand in plain.demands)
    found = rows(made(attrs.evolve(plain, demands=demands)))
    titles = {each[3] for each in found[1:] if not each[1]}
    assert titles == {defused(text)}


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(disputes())
def test_any_dispute_is_a_table(dispute: Dispute) -> None:
    """Every row has a cell for each column, every demand on record a row, and no cell would run."""
    card = score(dispute, as_of="2024")
    found = rows(render(card, "csv"))
    assert {len(each) for each in found} == {len(HEAD)}
    demands = [each for each in found[1:] if not each[1]]
    assert sorted(each[2] for each in demands) == sorted(one.id for one in card.results)
    assert [each[0] for each in demands] == [str(i + 1) for i in range(len(demands))]
    share = HEAD.index("share")
    cells = [cell for each in found for i, cell in enumerate(each) if i != share]
    assert not [cell for cell in cells if cell.startswith(FORMULAS_START)]


FORMULAS_START = ("=", "+", "-", "@", "\t", "\r")
