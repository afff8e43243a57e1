"""The message: short whatever it tells of, plain, and with who says so."""

from __future__ import annotations

import re

import pytest
from helpers.many import asking
from helpers.markup import any_text
from helpers.strategies import disputes
from helpers.works import saying, works
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pcs_scorecard import Dispute, render, score


def message(dispute: Dispute | None = None) -> str:
    """Return the message on a dispute, or on the works."""
    return render(score(dispute or works(), as_of="2024"), "message")


def words(text: str) -> int:
    """Return how many words `wc -w` counts."""
    return len(text.split())


def test_says_all_of_a_small_dispute() -> None:
    """Title, headline, day, each demand with its answer, what was given besides, and who reports it."""
    assert message(asking("A bus", "A roof", "A\nbell")) == (
        "The works\n"
        "The smiths made 3 demands of the works. One was met; to two no answer is on record. "
        "As of 31 December 2024.\n\n"
        "1. A bus: *Yes*\n"
        "2. A roof: *No response recorded*\n"
        "3. A bell: *No response recorded*\n\n"
        "From documents of the smiths (1).\n"
    )


def test_says_what_was_given_besides() -> None:
    """What is not among the demands stands below them."""
    told = message()
    assert (
        "\n\nGiven, but not among these demands: The works gave a one-off payment of £100." in told
    )


def test_says_once_that_nobody_answered() -> None:
    """Of a group without an answer that is said above its bare titles."""
    told = message()
    assert "No response recorded to any of these 3 demands.\n6. A canteen\n7. An oven\n" in told


def test_says_that_a_demand_was_dropped() -> None:
    """What stands in brackets behind an answer stands there too."""
    assert re.search(
        r"^5\. A holiday: .*\(dropped by the smiths .*April 2021\)$", message(), re.MULTILINE
    )


@pytest.mark.parametrize(
    ("title", "line"),
    [("A bus", "1. A bus: *Yes*"), ("2 * 3 buses", "1. 2 * 3 buses: Yes")],
)
def test_stars_stand_alone(title: str, line: str) -> None:
    """Where a text has an asterisk of its own, no answer has any."""
    told = message(asking(title, "A roof"))
    assert line in told.splitlines()
    assert told.count("*") in (4, 1)


def test_says_how_many_demands_it_leaves_out() -> None:
    """What is listed and what is said to be left out add up."""
    told = message(asking(*(f"Wish {i} of many that were made" for i in range(70))))
    listed = re.findall(r"^[0-9]+\. ", told, re.MULTILINE)
    assert 5 < len(listed) < 70
    assert f"\nand {70 - len(listed)} more\n" in told


@pytest.mark.parametrize("length", [40, 4_000])
def test_long_texts_are_cut(length: int) -> None:
    """A title of any length leaves room for the rest."""
    told = message(asking(*["much " * length] * 9, title="so " * length, name="they " * length))
    assert words(told) < 150
    assert "…" in told
    assert "*Yes*" in told


@pytest.mark.parametrize("letter", ["x", "字", "x-"])
def test_texts_of_one_long_word_are_cut(letter: str) -> None:
    """What is no more words than one is cut by its letters, and the rest of the message has room."""
    told = message(asking(*[letter * 900] * 9, title=letter * 2_000, name=letter * 300))
    assert len(told) <= 1_500
    assert told.startswith(f"{(letter * 168)[:168]}…\n")
    assert re.search(r"^1\. .{120}…: \*Yes\*$", told, re.MULTILINE)


@given(any_text)
def test_any_text_keeps_it_short(text: str) -> None:
    """Whatever the texts hold, a message is short, and has no line that was not asked for."""
    told = message(saying(text, works()))
    assert words(told) < 150
    assert len(told) <= 1_500
    assert told.endswith("\n")
    assert "\0" not in told


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(disputes(), st.integers(1, 400))
def test_any_dispute_keeps_it_short(dispute: Dispute, length: int) -> None:
    """So it is of every dispute, with texts of any length."""
    assert words(message(dispute)) < 150
    assert words(message(saying("many words " * length, dispute))) < 150
    assert len(message(saying("many" * length, dispute))) <= 1_500
