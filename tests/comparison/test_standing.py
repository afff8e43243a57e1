"""What stands: from which day an answer counts, how firm it is then, and what takes its place."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from helpers.strategies import disputes
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import Date, Dispute, Kind, Pair, Status, load, score
from pcs_scorecard.comparison.standing import Given, on_day
from pcs_scorecard.model.dispute import Days

EVIDENCE = [{"document": "paper", "at": "page 1"}]
OF_THE_WHOLE = ("date", "accepted", "accepted_by", "withdrawn", "made_by", "evidence")
"""What a line below says of a concession; the rest it says of its one answer."""


def dispute(folder: Path, facts: str) -> Dispute:
    """Return a dispute of one demand: in YAML its terms, and the records that answer it, by id."""
    told: dict[str, Any] = yaml.load(facts, yaml.BaseLoader)  # noqa: S506 - it makes only texts
    asks, asked = told.pop("asks", {}), told.pop("made_to", "mill")
    title, concessions = "Of an invented dispute", []
    for name, record in told.items():
        whole = {key: record.pop(key) for key in OF_THE_WHOLE if key in record}
        answers = [{"demand": "it", **answer} for answer in record.pop("answers", [record])]
        made = {"made_by": "mill", "evidence": EVIDENCE, **whole}
        concessions.append({"id": name, "title": title, "answers": answers, **made})
    data = {
        "title": title,
        "parties": [
            {"id": "weavers", "name": "Weavers", "kind": "union"},
            {"id": "mill", "name": "Mill", "kind": "employer"},
            {"id": "fund", "name": "Fund", "kind": "government"},
            {"id": "mills", "name": "Mills", "kind": "employer", "members": ["upper", "lower"]},
            {"id": "upper", "name": "Upper Mill", "kind": "employer"},
            {"id": "lower", "name": "Lower Mill", "kind": "employer"},
        ],
        "documents": [
            {"id": "paper", "title": "Paper", "publisher": "weavers"},
            {"id": "yearbook", "title": "Yearbook", "publisher": "mill", "date": "2023-05-01"},
            {"id": "reprint", "title": "Reprint", "publisher": "mill", "date": "2023-06-01"},
        ],
        "demands": [
            {"id": "it", "title": title, "made_by": "weavers", "made_to": asked, "asks": asks}
        ],
        "votes": [
            {"id": name, "title": "A vote", "held_by": "weavers", **vote}
            for name, vote in (
                ("won", {"date": "2023-03-10", "carried": "yes"}),
                ("won-too", {"date": "2023-04", "carried": "yes"}),
                ("failed", {"date": "2023-03-20", "carried": "no"}),
                ("to-come", {"date": "2023-12"}),
            )
        ],
        "concessions": concessions,
    }
    file = folder / "dispute.yaml"
    file.write_text(json.dumps(data), encoding="utf-8")  # JSON is YAML, too
    return load(file)


# From which day it counts, and how firm it is -----------------------------------------------


def as_of(whole: Dispute, day: str) -> Given | None:
    """Return the one answer of a dispute as it is on a day."""
    (made,) = whole.concessions
    return on_day(made, made.answers[0], Days(whole), datetime.date.fromisoformat(day))


def kinds(whole: Dispute, *days: str) -> list[str]:
    """Return how firm the one answer of a dispute is on each day; "" where it is not on record."""
    found = [as_of(whole, day) for day in days]
    return [str(one.kind) if one else "" for one in found]


@pytest.mark.parametrize(
    ("record", "before", "since"),
    [
        ("{date: 2023-03-02, kind: offer}", "2023-03-01", "2023-03-02"),
        ("{date: 2023-03, kind: offer}", "2023-03-30", "2023-03-31"),
        ("{date: 2023, kind: offer}", "2023-12-30", "2023-12-31"),
        ("{date: 2023-01 to 2023-03, kind: offer}", "2023-03-30", "2023-03-31"),
        # Without a date of its own it counts from the earliest of the documents that report it.
        ("{kind: offer, evidence: [{document: yearbook, at: a}]}", "2023-04-30", "2023-05-01"),
        (
            (
                "{kind: offer, evidence: [{document: reprint, at: a}, {document: yearbook, at: a}, "
                "{document: paper, at: a}]}"
            ),
            "2023-04-30",
            "2023-05-01",
        ),
    ],
)
def test_an_answer_counts_from_the_last_day_it_can_be_of(
    tmp_path: Path, record: str, before: str, since: str
) -> None:
    """Before that day it is not on record; on it and after it is."""
    whole = dispute(tmp_path, f"a: {record}")
    assert kinds(whole, before, since, "2030-01-01") == ["", "offer", "offer"]


@pytest.mark.parametrize("kind", ["offer", "under-way", "agreed"])
@pytest.mark.parametrize(
    ("accepted", "before", "since"),
    [
        ("accepted: 2023-03-10", "2023-03-09", "2023-03-10"),
        ("accepted: 2023-03", "2023-03-30", "2023-03-31"),
        ("accepted_by: won", "2023-03-09", "2023-03-10"),
        ("accepted_by: [won]", "2023-03-09", "2023-03-10"),
        # All of several votes must carry, and the last of them accepts it.
        ("accepted_by: [won, won-too]", "2023-04-29", "2023-04-30"),
        ("accepted_by: [won-too, won]", "2023-04-29", "2023-04-30"),
    ],
)
def test_what_is_accepted_is_an_offer_until_then(
    tmp_path: Path, kind: str, accepted: str, before: str, since: str
) -> None:
    """From an offer on, whatever it is called, it is an offer, and agreed from its acceptance."""
    whole = dispute(tmp_path, f"a: {{date: 2023-01, kind: {kind}, {accepted}}}")
    assert kinds(whole, before, since) == ["offer", "agreed"]
    one = as_of(whole, since)
    assert one is not None
    assert one.acted == one.accepted
    assert (one.acted.last.isoformat(), one.made) == (since, Date.parse("2023-01"))


def test_what_is_in_force_is_an_offer_until_it_is_accepted(tmp_path: Path) -> None:
    """It is in force from then, which is more than agreed."""
    whole = dispute(tmp_path, "a: {date: 2023-01, kind: in-force, accepted: 2023-03}")
    assert kinds(whole, "2023-03-30", "2023-03-31") == ["offer", "in-force"]


@pytest.mark.parametrize("kind", ["offer", "under-way", "agreed", "in-force"])
@pytest.mark.parametrize(
    ("votes", "rejected"),
    [
        ("failed", "failed"),
        ("[won, failed]", "failed"),
        ("to-come", None),
        ("[won, to-come]", None),
    ],
)
def test_a_vote_that_fails_or_is_to_come_leaves_an_offer(
    tmp_path: Path, kind: str, votes: str, rejected: str | None
) -> None:
    """It accepts nothing; one that failed is kept, as the offer was rejected by it."""
    whole = dispute(tmp_path, f"a: {{date: 2023-01, kind: {kind}, accepted_by: {votes}}}")
    assert kinds(whole, "2023-03-19", "2023-03-20", "2030-01-01") == ["offer"] * 3
    for day, found in (("2023-03-19", None), ("2023-03-20", rejected)):
        one = as_of(whole, day)
        assert one is not None
        assert (one.rejected.id if one.rejected else None) == found
        assert one.accepted is None


@pytest.mark.parametrize(
    "kind", ["refusal", "worsening", "nothing-offered", "talks", "assurance", "permission"]
)
def test_what_is_less_than_an_offer_is_not_accepted(tmp_path: Path, kind: str) -> None:
    """An assurance that is accepted is one still: acceptance is of offers and what is firmer."""
    whole = dispute(tmp_path, f"a: {{date: 2023-01, kind: {kind}, accepted: 2023-03}}")
    assert kinds(whole, "2023-03-01", "2023-04-01") == [kind, kind]


@pytest.mark.parametrize(
    ("gives", "before", "since"),
    [
        ("{starts: 2023-06-01}", "2023-05-31", "2023-06-01"),
        ("{starts: 2023-06}", "2023-06-29", "2023-06-30"),
        (
            "{stages: [{more: 1%, starts: 2024}, {more: 2%, starts: 2023-06-01}]}",
            "2023-05-31",
            "2023-06-01",
        ),
    ],
)
def test_what_is_in_force_from_a_later_day_is_agreed_until_then(
    tmp_path: Path, gives: str, before: str, since: str
) -> None:
    """Of stages the first makes it in force."""
    whole = dispute(tmp_path, f"a: {{date: 2023-01, kind: in-force, gives: {gives}}}")
    assert kinds(whole, before, since) == ["agreed", "in-force"]


@pytest.mark.parametrize(
    ("record", "taken"),
    [
        ("{date: 2023-01, kind: agreed}", None),
        ("{date: 2023-01, withdrawn: 2023-06-30, kind: agreed}", "2023-06-30"),
        ("{date: 2023-01, withdrawn: 2023-07, kind: agreed}", None),
        ("{date: 2023-01, answers: [{kind: agreed, withdrawn: 2023-05}]}", "2023-05"),
        # Whichever is the earlier, of the whole or of the answer alone.
        (
            "{date: 2023-01, withdrawn: 2023-04, answers: [{kind: agreed, withdrawn: 2023-05}]}",
            "2023-04",
        ),
        (
            "{date: 2023-01, withdrawn: 2023-04, answers: [{kind: agreed, withdrawn: 2023-02}]}",
            "2023-02",
        ),
    ],
)
def test_an_answer_is_taken_back_alone_or_with_the_whole(
    tmp_path: Path, record: str, taken: str | None
) -> None:
    """As of the end of June 2023, by the last day that the withdrawal can be of."""
    one = as_of(dispute(tmp_path, f"a: {record}"), "2023-06-30")
    assert one is not None
    date = one.withdrawn(datetime.date(2023, 6, 30))
    assert (date.text if date else None) == taken


# What takes its place -----------------------------------------------------------------------


def pairs(whole: Dispute, day: str = "2023-12-31") -> Iterator[Pair]:
    """Yield every answer beside the demand, or beside each member or pay point of it."""
    for one in score(whole, as_of=day)["it"].every:
        yield from one.pairs


def gone(whole: Dispute, day: str = "2023-12-31") -> list[str]:
    """Return the records in whose place another stands."""
    found = {
        pair.concession.id
        for pair in pairs(whole, day)
        if any(reason.rule == "replaced" for reason in pair.reasons)
    }
    return sorted(found)


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (first, later)
        for first in Kind
        for later in Kind
        if first is not Kind.OFFER and later is not Kind.WORSENING
    ],
)
def test_what_is_no_offer_stands_whatever_is_said_later(
    tmp_path: Path, first: Kind, later: Kind
) -> None:
    """An agreement is not taken over by a later offer, nor a refusal by a promise."""
    facts = f"a: {{date: 2023-01, kind: {first}}}\nb: {{date: 2023-03, kind: {later}}}"
    assert gone(dispute(tmp_path, facts)) == []


@pytest.mark.parametrize("later", Kind)
def test_an_offer_stands_until_its_maker_makes_another_or_does_something(
    tmp_path: Path, later: Kind
) -> None:
    """Words that are no offer, a refusal among them, leave it; `withdrawn` takes it back."""
    facts = f"a: {{date: 2023-01, kind: offer}}\nb: {{date: 2023-03, kind: {later}}}"
    over = later in (Kind.OFFER, Kind.UNDER_WAY, Kind.AGREED, Kind.IN_FORCE, Kind.WORSENING)
    assert gone(dispute(tmp_path, facts)) == (["a"] if over else [])


@pytest.mark.parametrize("first", Kind)
def test_anything_stands_until_it_is_worsened(tmp_path: Path, first: Kind) -> None:
    """A worsening by the same maker stands in the place of whatever was before it."""
    facts = f"a: {{date: 2023-01, kind: {first}}}\nb: {{date: 2023-03, kind: worsening}}"
    assert gone(dispute(tmp_path, facts)) == ["a"]


LEVEL = "asks: {at_least: £15/hour, baseline: £12/hour}\n"
KEPT = "asks: {at_least: 2 plants, baseline: 2 plants}\n"
RISE = "asks: {more: 9%}\n"
FARES = "asks: {direction: down, measure: the fare}\n"
FOR_A_YEAR = "asks: {more: 5%, basis: consolidated, period: 2023/24}\n"


@pytest.mark.parametrize(
    ("facts", "replaced"),
    [
        # An offer is replaced by the next, better or worse, or by what is done.
        (RISE + "a: {date: 2023-01, kind: offer, gives: {more: 6%}}\n"
         "b: {date: 2023-03, kind: offer, gives: {more: 2%}}", ["a"]),
        (RISE + "a: {date: 2023-01, kind: offer, gives: {more: 2%}}\n"
         "b: {date: 2023-03, kind: offer, gives: {more: 6%}}", ["a"]),
        (RISE + "a: {date: 2023-01, kind: offer, gives: {more: 6%}}\n"
         "b: {date: 2023-02, kind: offer, gives: {more: 4%}}\n"
         "c: {date: 2023-03, kind: in-force, gives: {more: 2%}}", ["a", "b"]),
        # What was agreed, or of a change what is in force, stands beside what comes later.
        (RISE + "a: {date: 2023-01, kind: agreed, gives: {more: 6%}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {more: 2%}}", []),
        (RISE + "a: {date: 2023-01, kind: in-force, gives: {more: 6%}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {more: 2%}}", []),
        # Of a level or a direction the latest figure in force stands, better or worse.
        (LEVEL + "a: {date: 2023-01, kind: in-force, gives: {to: £15/hour}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {to: £13/hour}}", ["a"]),
        (LEVEL + "a: {date: 2023-01, kind: in-force, gives: {to: £13/hour}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {to: £15/hour}}", ["a"]),
        (KEPT + "a: {date: 2023-01, kind: in-force, gives: {to: 1 plant}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {to: 3 plants}}", ["a"]),
        (FARES + "a: {date: 2023-01, kind: in-force, gives: {less: 3%}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {less: 1%}}", ["a"]),
        # Beside what is agreed, and words without a figure replace none.
        (LEVEL + "a: {date: 2023-01, kind: agreed, gives: {to: £15/hour}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {to: £13/hour}}", []),
        (LEVEL + "a: {date: 2023-01, kind: in-force, gives: {to: £13/hour}}\n"
         "b: {date: 2023-03, kind: agreed, gives: {to: £15/hour}}", []),
        (FARES + "a: {date: 2023-01, kind: in-force, gives: {less: 3%}}\n"
         "b: {date: 2023-03, kind: in-force}", []),
        (FARES + "a: {date: 2023-01, kind: in-force, gives: {less: 3%}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {less: up to 5%}}", []),
        # Anything is worsened by a figure past where it stood, or past what was to be kept.
        (LEVEL + "a: {date: 2023-01, kind: agreed, gives: {to: £15/hour}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {to: £11/hour}}", ["a"]),
        (KEPT + "a: {date: 2023-01, kind: agreed, gives: {to: 2 plants}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {to: 1 plant}}", ["a"]),
        (RISE + "a: {date: 2023-01, kind: agreed, gives: {more: 6%}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {less: 1%}}", ["a"]),
        (FARES + "a: {date: 2023-01, kind: agreed, gives: {less: 3%}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {more: 1%}}", ["a"]),
        # What reaches others than the earlier record replaces nothing.
        ("a: {date: 2023-01, kind: offer, gives: {reaches: cooks}}\n"
         "b: {date: 2023-03, kind: offer, gives: {reaches: porters}}", []),
        ("a: {date: 2023-01, kind: agreed, gives: {reaches: cooks}}\n"
         "b: {date: 2023-03, kind: worsening, gives: {reaches: porters}}", []),
        ("a: {date: 2023-01, kind: offer, gives: {reaches: cooks}}\n"
         "b: {date: 2023-03, kind: offer, gives: {reaches: cooks}}", ["a"]),
        ("a: {date: 2023-01, kind: offer, gives: {reaches: cooks}}\n"
         "b: {date: 2023-03, kind: offer}", ["a"]),
        ("a: {date: 2023-01, kind: offer}\n"
         "b: {date: 2023-03, kind: offer, gives: {reaches: cooks}}", []),
        # What is for another year or of another kind replaces nothing.
        (FOR_A_YEAR
         + "a: {date: 2023-01, kind: offer, gives: {more: 3%, basis: consolidated, period: 2023/24}}\n"
         "b: {date: 2023-02, kind: offer, gives: {more: 2%, basis: consolidated, period: 2024/25}}\n"
         "c: {date: 2023-03, kind: in-force, gives: {more: £200, basis: non-consolidated}}\n"
         "d: {date: 2023-04, kind: offer, gives: {instead: a canteen}}\n"
         "e: {date: 2023-05, kind: worsening, gives: {period: 2022/23}}\n"
         "f: {date: 2023-06, kind: worsening, gives: {instead: the canteen}}", []),
        # Nor what is restated or owed to a law, unless it is a worsening.
        *((f"a: {{date: 2023-01, kind: offer}}\nb: {{date: 2023-03, kind: {kind}, {why}}}",
           ["a"] if kind == "worsening" else [])
          for kind in ("offer", "agreed", "in-force", "worsening")
          for why in ("restates: a rule", "owed_to: a law")),
        (KEPT + "a: {date: 2023-01, kind: agreed, gives: {to: 2 plants}}\n"
         "b: {date: 2023-03, kind: in-force, gives: {to: 1 plant}, owed_to: a law}", ["a"]),
        # Only its maker replaces what it gave.
        ("a: {date: 2023-01, kind: offer}\nb: {date: 2023-03, made_by: fund, kind: offer}", []),
        ("a: {date: 2023-01, made_by: fund, kind: offer}\nb: {date: 2023-03, kind: worsening}", []),
        ("a: {date: 2023-01, made_by: fund, kind: offer}\n"
         "b: {date: 2023-03, made_by: fund, kind: offer}", ["a"]),
        # Only what is certainly later: every day that it can be of is.
        ("a: {date: 2023-03-01, kind: offer}\nb: {date: 2023-03, kind: offer}", []),
        ("a: {date: 2023-03, kind: offer}\nb: {date: 2023-03-31, kind: offer}", []),
        ("a: {date: 2023-03-01, kind: offer}\nb: {date: 2023-03-01, kind: offer}", []),
        ("a: {date: 2023-02, kind: offer}\nb: {date: 2023-03-01, kind: offer}", ["a"]),
        ("a: {date: 2023-01 to 2023-02, kind: offer}\nb: {date: 2023-03-01, kind: offer}", ["a"]),
        ("a: {date: 2023-01, kind: offer}\n"
         "b: {kind: worsening, evidence: [{document: yearbook, at: a}]}", []),
        ("a: {kind: offer, evidence: [{document: yearbook, at: a}]}\n"
         "b: {date: 2023-05-02, kind: worsening}", ["a"]),
        # What is accepted acts on the day of its acceptance.
        ("a: {date: 2023-01, accepted: 2023-04, kind: offer}\nb: {date: 2023-03, kind: offer}", ["b"]),
        ("a: {date: 2023-01, accepted: 2023-04, kind: offer}\nb: {date: 2023-05, kind: offer}", []),
        ("a: {date: 2023-01, accepted: 2024-04, kind: offer}\nb: {date: 2023-03, kind: offer}", ["a"]),
        ("a: {date: 2023-01, accepted: 2023-02, kind: offer}\nb: {date: 2023-03, kind: worsening}",
         ["a"]),
    ],
)  # fmt: skip
def test_what_takes_the_place_of_what(tmp_path: Path, facts: str, replaced: list[str]) -> None:
    """By the end of 2023 these records, and no others, have another in their place."""
    assert gone(dispute(tmp_path, facts)) == replaced


def test_a_later_record_is_not_known_before_its_day(tmp_path: Path) -> None:
    """An offer stands on every day before that of the next, and is told with the first after it."""
    facts = (
        "a: {date: 2023-01, kind: offer}\nb: {date: 2023-06, kind: offer}\n"
        "c: {date: 2023-03-07, kind: offer}"
    )
    whole = dispute(tmp_path, facts)
    assert [gone(whole, day) for day in ("2023-03-06", "2023-03-07")] == [[], ["a"]]
    assert [gone(whole, day) for day in ("2023-06-29", "2023-06-30")] == [["a"], ["a", "c"]]
    told = {
        pair.concession.id: reason.sentence
        for pair in pairs(whole)
        for reason in pair.reasons
        if reason.rule == "replaced"
    }
    assert told == {
        "a": "It was replaced on 7 March 2023.",
        "c": "It was replaced in June 2023.",
    }


# Members and their whole --------------------------------------------------------------------


def by_member(whole: Dispute) -> dict[str, tuple[Status, list[str]]]:
    """Return for each member its status, and the records that another stands in the place of."""
    found = {}
    for part in score(whole, as_of="2023-12-31")["it"].cells:
        replaced = [
            pair.concession.id
            for pair in part.pairs
            if any(reason.rule == "replaced" for reason in pair.reasons)
        ]
        found[part.id.partition("@")[2]] = part.status, sorted(replaced)
    return found


NO, MOVED, MET = Status.NOT_MET, Status.SOME_MOVEMENT, Status.MET
OF_ALL = "made_to: mills\n"


@pytest.mark.parametrize(
    ("facts", "upper", "lower"),
    [
        # What the whole says counts for each until its own later word, whatever that is.
        *(("all: {date: 2023-01, made_by: mills, kind: agreed}\n"
           f"own: {{date: 2023-03, made_by: upper, kind: {kind}}}", (status, ["all"]), (MET, []))
          for kind, status in (("refusal", NO), ("nothing-offered", NO), ("assurance", MOVED),
                               ("offer", MOVED), ("worsening", NO), ("in-force", MET))),
        # Its own earlier word does not bind the whole.
        ("all: {date: 2023-03, made_by: mills, kind: agreed}\n"
         "own: {date: 2023-01, made_by: upper, kind: refusal}", (MET, []), (MET, [])),
        ("all: {date: 2023-03, made_by: mills, kind: agreed}\n"
         "own: {date: 2023-01, made_by: upper, kind: offer}", (MET, []), (MET, [])),
        ("all: {date: 2023-03, made_by: mills, kind: worsening}\n"
         "own: {date: 2023-01, made_by: upper, kind: agreed}", (NO, ["own"]), (NO, [])),
        # What one member says is nothing of another's.
        ("own: {date: 2023-01, made_by: upper, kind: agreed}\n"
         "other: {date: 2023-03, made_by: lower, kind: worsening}", (MET, []), (NO, [])),
        ("own: {date: 2023-01, made_by: upper, kind: agreed}", (MET, []), (Status.NO_RESPONSE, [])),
        # What is not certainly later, or beside the point, is no own later word.
        ("all: {date: 2023-03, made_by: mills, kind: agreed}\n"
         "own: {date: 2023-03-31, made_by: upper, kind: refusal}", (MET, []), (MET, [])),
        ("all: {date: 2023-01, made_by: mills, kind: agreed}\n"
         "own: {date: 2023-03, made_by: upper, kind: in-force, owed_to: a law}",
         (MET, []), (MET, [])),
    ],
)  # fmt: skip
def test_the_whole_speaks_for_a_member_until_its_own_later_word(
    tmp_path: Path,
    facts: str,
    upper: tuple[Status, list[str]],
    lower: tuple[Status, list[str]],
) -> None:
    """Where a member answers, each is a part of the demand, with what the whole says for it."""
    found = by_member(dispute(tmp_path, OF_ALL + facts))
    assert found == {"upper": upper, "lower": lower}


def test_what_the_whole_says_alone_makes_no_parts(tmp_path: Path) -> None:
    """Where no member answers, the demand has one status."""
    whole = dispute(tmp_path, OF_ALL + "all: {date: 2023-01, made_by: mills, kind: agreed}")
    assert by_member(whole) == {}
    assert score(whole)["it"].status is MET


@pytest.mark.parametrize(
    ("own", "all_", "status"),
    [
        ("refusal", "agreed", MET),
        ("agreed", "worsening", NO),
        ("offer", "agreed", MET),
    ],
)
def test_the_whole_may_answer_for_a_member_asked_alone(
    tmp_path: Path, own: str, all_: str, status: Status
) -> None:
    """What was asked of one member is answered by the association that it belongs to, too."""
    facts = (
        f"made_to: upper\nown: {{date: 2023-01, made_by: upper, kind: {own}}}\n"
        f"all: {{date: 2023-03, made_by: mills, kind: {all_}}}"
    )
    assert score(dispute(tmp_path, facts), as_of="2023")["it"].status is status


def test_a_member_asked_alone_has_the_later_word(tmp_path: Path) -> None:
    """What its association agreed for it stands until it refuses."""
    facts = (
        "made_to: upper\nall: {date: 2023-01, made_by: mills, kind: agreed}\n"
        "own: {date: 2023-03, made_by: upper, kind: refusal}"
    )
    whole = dispute(tmp_path, facts)
    assert score(whole, as_of="2023-03-30")["it"].status is MET
    assert score(whole, as_of="2023-03-31")["it"].status is NO


# What always holds --------------------------------------------------------------------------

DAYS = st.dates(datetime.date(2022, 1, 1), datetime.date(2024, 12, 31))


@given(disputes(), DAYS)
def test_only_what_is_certainly_later_replaces(whole: Dispute, day: datetime.date) -> None:
    """What is replaced was made or accepted before another answer to its demand, by the day."""
    for result in score(whole, as_of=day).results:
        for one in result.every:
            dates = [pair.given.acted for pair in one.pairs]
            for pair in one.pairs:
                date = pair.situation.replaced
                assert date is None or (date in dates and date.after(pair.given.acted))
                assert date is None or date.last <= day
                assert pair.given.made.last <= day


@given(disputes(), DAYS)
def test_of_several_answers_the_last_stands(whole: Dispute, day: datetime.date) -> None:
    """Where a demand has answers, one at least has no other in its place."""
    for result in score(whole, as_of=day).results:
        for one in result.every:
            assert not one.pairs or not all(pair.situation.replaced for pair in one.pairs)
