"""JSON: what a table needs of each demand, and the published schema that every one keeps to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from helpers.places import ROOT
from helpers.strategies import disputes
from helpers.works import WORKS, works
from hypothesis import HealthCheck, given, settings

from pcs_scorecard import POLICIES, Dispute, load_bundled, render, score
from pcs_scorecard.reading.files import bundled

SCHEMA = json.loads((ROOT / "docs" / "scorecard.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def made(text: str = WORKS, **how: Any) -> Any:
    """Return the JSON of the works."""
    return json.loads(render(score(works(text), **how), "json"))


def demand(name: str) -> Any:
    """Return a demand of the works by its id."""
    return next(each for each in made()["demands"] if each["id"] == name)


def test_a_demand_has_what_a_table_needs() -> None:
    """Beside its answer: who asked whom for what, what was given, the dates, the sentences, the links."""
    found = demand("rise")
    del found["reasons"]
    assert found == {
        "id": "rise",
        "title": "6% more",
        "status": "partly-met",
        "share": "2/3",
        "number": 1,
        "made_by": "smiths",
        "made_to": "works",
        "date": "2021-01",
        "asked": {
            "words": "6% more, for 2021/22",
            "form": "more",
            "amount": "6%",
            "period": "2021/22",
        },
        "given": {
            "words": "4% more, for 2021/22 (agreed)",
            "form": "more",
            "amount": "4%",
            "period": "2021/22",
            "kind": "agreed",
            "made_by": "works",
            "concession": "terms",
        },
        "day": "2021-05",
        "due": None,
        "dropped": None,
        "said": ["The works agreed to 4% for 2021/22, but that is less than the 6% asked for."],
        "sources": [
            {
                "document": "letter",
                "number": 1,
                "title": "A letter",
                "publisher": "smiths",
                "date": "2021-05",
                "address": "https://smiths.example/letter?a=1&b=2",
            }
        ],
    }


def test_what_is_not_on_record_is_null() -> None:
    """A demand that nobody answered has no terms given, no day and no share."""
    found = demand("canteen")
    assert [found[key] for key in ("given", "day", "share", "due")] == [None] * 4
    assert found["said"] == []
    assert demand("holiday")["dropped"] == "2021-04"


def test_the_page_has_what_stands_around_the_demands() -> None:
    """Its headline, what was given besides, what the answers mean, and the offer taken as accepted."""
    found = made()
    assert found["title"] == "The works"
    assert found["headline"].startswith("The smiths made 5 demands of the works.")
    assert [(gift["concession"], gift["given"]) for gift in found["given_besides"]] == [
        ("bonus", True)
    ]
    assert any(note.startswith("“In part” means") for note in found["notes"])
    assert found["if_accepted"] is None
    offered = WORKS.replace("kind: agreed", "kind: offer").replace(
        "bus, kind: in-force", "bus, kind: offer"
    )
    assert made(offered, if_accepted="terms")["if_accepted"] == "terms"


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every part of a schema that describes an object."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for each in schema.values():
            yield from objects(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from objects(each)


def test_the_schema_is_strict() -> None:
    """It is a schema, names every key, allows no other, and asks for each that always comes."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    found = list(objects(SCHEMA))
    assert len(found) > 10
    for each in found:
        assert each["additionalProperties"] is False
        assert set(each["properties"]) - set(each["required"]) <= {"parts"}


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("name", bundled())
def test_every_dispute_on_board_keeps_to_the_schema(name: str, policy: str) -> None:
    """What is printed of each dispute, by each policy, is as the schema says."""
    VALIDATOR.validate(json.loads(render(score(load_bundled(name), policy=policy), "json")))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(disputes())
def test_any_dispute_keeps_to_the_schema(dispute: Dispute) -> None:
    """So is what is printed of any other."""
    VALIDATOR.validate(json.loads(render(score(dispute, as_of="2024"), "json")))


@pytest.mark.parametrize("key", ["said", "asked", "share", "made_by"])
def test_the_schema_finds_what_is_missing(key: str) -> None:
    """A demand without one of its keys, or with another, is refused."""
    found = made()
    value = found["demands"][0].pop(key)
    assert not VALIDATOR.is_valid(found)
    found["demands"][0] |= {key: value, "more": 1}
    assert not VALIDATOR.is_valid(found)
