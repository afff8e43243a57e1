"""The formats: what JSON holds, and that the same input gives the same bytes."""

import json
import subprocess
import sys
from typing import Any

import pytest
from helpers.places import ROOT

from pcs_scorecard import POLICIES, Scorecard, render, score
from pcs_scorecard.formats import FORMATS
from pcs_scorecard.reading.reader import read

RECORDS = """
title: Club dispute
parties: [{id: players, name: Players, kind: union}, {id: club, name: Club, kind: employer}]
documents: [{id: letter, title: "Letter: “terms”", publisher: club, date: 2021-05}]
demands:
  - {id: rise, title: 6%, made_by: players, made_to: club, asks: {more: 6%, period: 2021/22}}
  - id: kit
    title: Kit
    made_by: players
    made_to: club
    parts: [{id: boots, title: Boots, asks: {lasting: yes}}, {id: shirts, title: Shirts}]
  - {id: tea, title: Tea, made_by: players, made_to: club}
  - {id: bus, title: A bus, made_by: players, made_to: club}
concessions:
  - id: terms
    title: Terms
    made_by: club
    date: 2021-05
    answers:
      - {demand: bus, kind: in-force}
      - {demand: boots, kind: permission, gives: {ends: 2022}}
      - {demand: rise, kind: agreed, gives: {more: 2%, period: 2021/22}}
    evidence: [{document: letter, at: page 1}]
  - id: chat
    title: Chat
    made_by: club
    date: 2021-04
    answers: [{demand: rise, kind: talks}]
    evidence: [{document: letter, at: page 2}]
"""


def card(policy: str = "standard") -> Scorecard:
    """Return the scorecard of the dispute above at the end of May 2021."""
    reading = read([("club.yaml", RECORDS.encode())], "club-2021")
    dispute, problems = reading.dispute, reading.problems
    assert dispute, problems
    return score(dispute, as_of="2021-05", policy=POLICIES[policy])


def reason(rule: str, sentence: str, concession: str, *, binding: bool) -> dict[str, object]:
    """Return a reason as JSON has it."""
    return {"rule": rule, "sentence": sentence, "concession": concession, "binding": binding}


COMPUTED = ("id", "title", "status", "reasons", "share", "parts")
"""The keys of a demand that say what was computed; tests of JSON look at the others."""


def computed(demand: dict[str, Any]) -> dict[str, Any]:
    """Return what JSON has of what was computed of a demand, and of its parts."""
    kept = {key: demand[key] for key in COMPUTED if key in demand}
    return kept | ({"parts": list(map(computed, kept["parts"]))} if "parts" in kept else {})


def test_json_holds_all_that_was_computed() -> None:
    """JSON names the scorecard, counts every status, and gives each demand in sheet order."""
    boots = [
        reason("permission", "It is allowed, not required.", "terms", binding=True),
        reason(
            "time-limited",
            "It lasts only until the end of 2022; the demand had no end date.",
            "terms",
            binding=True,
        ),
    ]
    found = json.loads(render(card(), "json"))
    found["demands"] = list(map(computed, found["demands"]))
    around = ("if_accepted", "title", "headline", "given_besides", "notes")
    assert {key: value for key, value in found.items() if key not in around} == {
        "format_version": 2,
        "dispute": "club-2021",
        "as_of": "2021-05-31",
        "policy": "standard",
        "tally": {"met": 1, "partly-met": 0, "some-movement": 2, "not-met": 0, "no-response": 1},
        "demands": [
            {
                "id": "rise",
                "title": "6%",
                "status": "some-movement",
                "reasons": [
                    reason(
                        "shortfall",
                        "2% was given and 6% was asked for: about 33.33% of it.",
                        "terms",
                        binding=True,
                    ),
                    reason("talks", "There is nothing firm in it.", "chat", binding=False),
                ],
                "share": "1/3",
            },
            {
                "id": "kit",
                "title": "Kit",
                "status": "some-movement",
                "reasons": boots,
                "share": None,
                "parts": [
                    {
                        "id": "boots",
                        "title": "Boots",
                        "status": "some-movement",
                        "reasons": boots,
                        "share": None,
                    },
                    {
                        "id": "shirts",
                        "title": "Shirts",
                        "status": "no-response",
                        "reasons": [],
                        "share": None,
                    },
                ],
            },
            {"id": "tea", "title": "Tea", "status": "no-response", "reasons": [], "share": None},
            {"id": "bus", "title": "A bus", "status": "met", "reasons": [], "share": None},
        ],
        "claims": [],
        "position_changes": [],
        "raters": [],
    }


def test_json_keeps_its_order() -> None:
    """Keys come as they are specified and the tally best first, so that versions can be compared."""
    made = json.loads(render(card(), "json"))
    assert list(made) == [
        *("format_version", "dispute", "as_of", "policy", "if_accepted", "title", "headline"),
        *("tally", "demands", "given_besides", "notes", "claims", "position_changes", "raters"),
    ]
    assert list(made["tally"]) == [
        *("met", "partly-met", "some-movement", "not-met", "no-response"),
    ]
    assert list(made["demands"][0])[:5] == ["id", "title", "status", "reasons", "share"]
    assert list(made["demands"][0]["reasons"][0]) == [
        *("rule", "sentence", "concession", "binding"),
    ]


@pytest.mark.parametrize(
    ("policy", "rise"),
    [("standard", "some-movement"), ("strict", "some-movement"), ("lenient", "partly-met")],
)
def test_json_names_its_policy(policy: str, rise: str) -> None:
    """The policy stands in JSON by its name, beside what it gives: a third counts to the lenient."""
    made = json.loads(render(card(policy), "json"))
    assert (made["policy"], made["demands"][0]["status"]) == (policy, rise)


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_ends_in_one_newline(form: str) -> None:
    """A sheet is a text file in every format, and says the same when it is made again."""
    made = render(card(), form)
    assert made.endswith("\n")
    assert not made.endswith(("\n\n", "\r\n\r\n"))
    assert render(card(), form) == made


def test_markdown_is_meant_where_no_format_is_named() -> None:
    """Without a format the sheet is Markdown."""
    assert render(card()) == render(card(), "markdown")
    assert render(card()).startswith("# Club dispute\n")


@pytest.mark.parametrize("form", ["pdf", "", "png", "JSON"])
def test_an_unknown_format_is_refused(form: str) -> None:
    """An unknown format is named in the error, with those that are known."""
    allowed = "markdown, text, html, json, csv, message, svg"
    with pytest.raises(
        ValueError, match=f"^found '{form}'; allowed are {allowed}(; did you mean|$)"
    ):
        render(card(), form)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "text"])
def test_colour_is_for_a_terminal_only(form: str) -> None:
    """Asked for colour, a format that is not for a terminal stays as it is."""
    assert render(card(), form, colour=True) == render(card(), form)


@pytest.mark.parametrize("form", FORMATS)
def test_no_seed_of_hashing_changes_a_byte(form: str) -> None:
    """Processes in which sets have another order print the same sheet."""
    made = {
        subprocess.run(
            [sys.executable, "-m", "pcs_scorecard", "render", "--format", form],
            env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("0", "1", "2", "3")
    }
    assert len(made) == 1
