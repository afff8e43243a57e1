"""What grows with the square of the data is limited, and told; what can be linear is."""

from __future__ import annotations

import pytest

from pcs_scorecard import Dispute
from pcs_scorecard.checking.documents import texts
from pcs_scorecard.checking.expectations import unmet
from pcs_scorecard.checking.quotations import look_up
from pcs_scorecard.model.problems import Problem
from pcs_scorecard.reading.reader import read

HEAD = """\
title: Tea
parties:
  - {id: staff, name: Staff, kind: union}
  - {id: firm, name: Firm, kind: employer}
  - {id: paper, name: Paper, kind: press}
documents: [{id: letter, title: Letter, publisher: staff, date: 2000-01}]
"""


def demands(number: int, evidence: str = "{document: letter, at: line 1}") -> str:
    """Return so many demands, each with evidence in which # is its number."""
    return "demands:\n" + "".join(
        f"  - {{id: d{each}, title: D, made_by: staff, made_to: firm, date: 2000-01, "
        f"evidence: [{evidence.replace('#', str(each))}]}}\n"
        for each in range(number)
    )


def day(number: int) -> str:
    """Return one of many days."""
    return f"{2000 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"


def rated(answers: int, verdicts: int) -> str:
    """Return one demand with so many answers and verdicts, each of its own day."""
    return (
        HEAD
        + demands(1)
        + "concessions:\n"
        + "".join(
            f"  - {{id: c{each}, title: C, made_by: firm, date: {day(each)}, "
            f"answers: [{{demand: d0, kind: offer}}]}}\n"
            for each in range(answers)
        )
        + "verdicts:\n"
        + "".join(
            f"  - {{demand: d0, by: paper, date: {day(each)}, status: met, printed: good}}\n"
            for each in range(verdicts)
        )
    )


def disputed(text: str) -> Dispute:
    """Return the dispute that a text is."""
    dispute = read([("d.yaml", text.encode())], "d").dispute
    assert dispute is not None
    return dispute


def quoted(evidence: str, text: str, number: int = 1) -> tuple[int, list[Problem]]:
    """Return how many quotations of the letter are verified, and what is said of the others."""
    dispute = disputed(HEAD + demands(number, evidence))
    counts, problems = look_up(dispute, texts(dispute.documents, {"letter.txt": text}))
    return counts.verified, problems


@pytest.mark.parametrize(
    ("answers", "verdicts", "told"),
    [
        (200, 1_000, []),
        (
            201,
            1_000,
            [
                "found verdicts of 1,000 days on demand 'd0', which has 201 answers; the one by the "
                "other may be at most 200,000, as all answers are judged again on each day, so leave "
                "out verdicts that say what an earlier one says"
            ],
        ),
    ],
)
def test_so_many_answers_are_judged_again(answers: int, verdicts: int, told: list[str]) -> None:
    """The answers to a demand are judged again on the day of each verdict, up to a limit."""
    reading = read([("d.yaml", rated(answers, verdicts).encode())], "d")
    assert [problem.message for problem in reading.problems] == told


def test_many_expectations_are_looked_up() -> None:
    """Each of many expectations is told, and what was computed is looked up once for all."""
    text = HEAD + demands(6_000) + "expected:\n"
    text += "".join(f"  - {{demand: d{each}, status: met}}\n" for each in range(6_000))
    assert len(list(unmet(disputed(text)))) == 6_000


def test_what_is_nearest_is_looked_for_so_many_times() -> None:
    """Of many quotations that are missing each is told, and the first 200 with what is nearest."""
    text = "\n".join(f"this is line {number} of it" for number in range(8_000))
    evidence = "{document: letter, at: page 1, quote: this is lime # of it}"
    verified, problems = quoted(evidence, text, 8_000)
    said = [problem.message.partition("; ")[2] for problem in problems]
    assert (verified, len(said), sum(map(bool, said))) == (0, 8_000, 200)
    assert problems[-1].message == (
        "the quotation 'this is lime 7999 of it' is not in document 'letter'"
    )


def test_many_headings_are_told_apart() -> None:
    """Each of many quotations is found under its own of many headings."""
    text = "\n".join(f"# Item {number}\nthis is line {number}" for number in range(8_000))
    evidence = "{document: letter, at: 'Item #', quote: 'this is line #'}"
    assert quoted(evidence, text, 8_000) == (8_000, [])


@pytest.mark.parametrize(
    ("evidence", "text", "verified", "told"),
    [
        ("{document: letter, at: page 1, quote: tea}", "# h\n" * 60_000 + "tea", 1, []),
        ("{document: letter, at: 'AT', quote: tea}".replace("AT", "a, " * 32_000), "tea", 1, []),
        (
            "{document: letter, at: page 1, quote: LONG}".replace("LONG", "a" * 60_000),
            "a" * 150_000,
            0,
            [
                f"the quotation '{'a' * 57}'… has 60,000 signs, and at most 2,000 are looked for; "
                "quote less"
            ],
        ),
    ],
    ids=["headings", "commas", "one letter"],
)
def test_absurd_texts_are_looked_through(
    evidence: str, text: str, verified: int, told: list[str]
) -> None:
    """Nothing that no letter holds takes long."""
    found, problems = quoted(evidence, text)
    assert (found, [problem.message for problem in problems]) == (verified, told)
