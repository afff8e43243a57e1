"""What is computed beside what the data expect, and beside published verdicts."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.strategies import disputes
from helpers.yaml_files import messages, put
from hypothesis import given

from pcs_scorecard import STANDARD, Cause, Dispute, ProblemKind, Status, load, score
from pcs_scorecard.checking.audit import audit
from pcs_scorecard.checking.expectations import unmet

SHOWN = "evidence: [{document: leaflet, at: item 1}]"

HEAD = """\
title: The mill
parties:
  - {id: union, name: Weavers, kind: union}
  - {id: mill, name: Mill, kind: employer}
documents:
  - {id: leaflet, title: Leaflet, publisher: union, date: 2023}
"""

MILL = f"""\
{HEAD}demands:
  - {{id: pay, title: Pay, made_by: union, made_to: mill, date: 2023-02,
     asks: {{more: 10%}}, {SHOWN}}}
  - {{id: rest, title: Rest, made_by: union, made_to: mill, date: 2022-03, {SHOWN},
     parts: [{{id: breaks, title: Breaks, asks: {{due: 2024}}}},
             {{id: nights, title: Nights, asks: {{due: 2024}}}}]}}
concessions:
  - {{id: offer, title: Offer, made_by: mill, date: 2023-03, {SHOWN},
     answers: [{{demand: pay, kind: agreed, gives: {{more: 4%}}}},
               {{demand: breaks, kind: agreed}},
               {{demand: nights, kind: assurance,
                caveat: "wherever\\n  possible"}}]}}
claims:
  - {{id: won, title: Won, made_by: union, date: 2023-04, {SHOWN},
     check: {{count: {{reaching: met, relation: at-least, number: 1}}}}}}
  - {{id: meant, title: Meant, made_by: union, date: 2023-04, untested: motive, note: N, {SHOWN}}}
expected:
"""
"""Twenty-three lines; what is put after it stands in line 24."""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages name files by their bare names."""
    monkeypatch.chdir(tmp_path)


def told(yaml: str) -> list[str]:
    """Return what is said of a dispute that is no warning."""
    load(put(yaml))
    return [str(problem) for problem in audit("d.yaml").problems if not problem.warning]


def test_what_is_expected_is_computed() -> None:
    """Nothing is said of statuses and verdicts that are as expected, on each day, by each policy."""
    assert (
        told(f"""\
{MILL}  - {{demand: pay, status: some-movement}}
  - {{demand: pay, status: some-movement, as_of: 2023-03}}
  - {{demand: pay, status: no-response, as_of: 2023-03-30}}
  - {{demand: pay, status: partly-met, policy: lenient}}
  - {{demand: pay, status: some-movement, policy: strict, as_of: 2023-03}}
  - {{demand: rest, status: partly-met}}
  - {{demand: breaks, status: met}}
  - {{demand: breaks, status: no-response, as_of: 2022}}
  - {{demand: nights, status: not-met}}
  - {{claim: won, verdict: contradicted}}
  - {{claim: meant, verdict: not-enough-information}}
""")
        == []
    )


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (
            "demand: pay, status: met",
            (
                "expected of demand 'pay' is 'met', and computed on 30 April 2023 is 'some-movement': "
                "4% was given and 10% was asked for: 40% of it."
            ),
        ),
        (
            "demand: pay, status: met, policy: lenient",
            (
                "expected of demand 'pay' is 'met', and computed on 30 April 2023 is 'partly-met': "
                "4% was given and 10% was asked for: 40% of it."
            ),
        ),
        (
            "demand: pay, status: met, as_of: 2023-02",
            "expected of demand 'pay' is 'met', and computed on 28 February 2023 is 'no-response'",
        ),
        (
            "demand: pay, status: no-response, as_of: 2023-01",
            (
                "expected of demand 'pay' is 'no-response', and on 31 January 2023 it is not yet on "
                "record"
            ),
        ),
        (
            "demand: breaks, status: partly-met",
            "expected of demand 'breaks' is 'partly-met', and computed on 30 April 2023 is 'met'",
        ),
        (
            "demand: nights, status: some-movement",
            (
                "expected of demand 'nights' is 'some-movement', and computed on 30 April 2023 is "
                "'not-met': It leaves a way out: “wherever possible”."
            ),
        ),
        (
            "demand: rest, status: met",
            (
                "expected of demand 'rest' is 'met', and computed on 30 April 2023 is 'partly-met': "
                "It leaves a way out: “wherever possible”."
            ),
        ),
        (
            "claim: won, verdict: supported",
            (
                "expected of claim 'won' is 'supported', and computed on 30 April 2023 is "
                "'contradicted': As of 30 April 2023, 0 of 2 demands are at “Yes”; claimed: at least 1."
            ),
        ),
        (
            "claim: won, verdict: supported, as_of: 2023-03",
            "expected of claim 'won' is 'supported', and on 31 March 2023 it is not yet on record",
        ),
        (
            "claim: meant, verdict: supported",
            (
                "expected of claim 'meant' is 'supported', and computed on 30 April 2023 is "
                "'not-enough-information'"
            ),
        ),
    ],
)
def test_tells_what_is_computed_instead(expected: str, said: str) -> None:
    """What is not as expected is told at the expectation, with the reasons in one line."""
    assert told(f"{MILL}  - {{{expected}}}\n") == [f"d.yaml:24:5: {said}"]


def test_tells_each_expectation_that_is_not_met() -> None:
    """Each is told, by itself and in order, beside those that are met."""
    assert [
        line.partition("'")[0]
        for line in told(f"""\
{MILL}  - {{demand: breaks, status: not-met}}
  - {{demand: breaks, status: met}}
  - {{demand: nights, status: met}}
""")
    ] == ["d.yaml:24:5: expected of demand ", "d.yaml:26:5: expected of demand "]


UNDATED = f"""\
{HEAD.replace(", date: 2023", "")}demands:
  - {{id: pay, title: Pay, made_by: union, made_to: mill, asks: {{due: 2024}}, {SHOWN}}}
expected:
"""


def test_a_dispute_without_a_date_needs_one_in_what_is_expected() -> None:
    """Where no record has a date, the day of an expectation is asked for, and used if given."""
    assert told(f"""\
{UNDATED}  - {{demand: pay, status: no-response}}
  - {{demand: pay, status: no-response, as_of: 2023}}
  - {{demand: pay, status: met, as_of: 2023}}
""") == messages("""
        => d.yaml:10:5: no record in this dispute has a date; give the date of the scoresheet:
        `as_of`
        => d.yaml:12:5: expected of demand 'pay' is 'met', and computed on 31 December 2023 is
        'no-response'
    """)


def test_a_policy_that_is_not_known_is_told() -> None:
    """An expectation by a policy of another name is told with the names there are."""
    assert told(f"{MILL}  - {{demand: pay, status: met, policy: stern}}\n") == messages("""
        => d.yaml:24:5: found 'stern'; allowed are standard, strict, lenient: `policy`
    """)


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("demand: pay", "found `demand`; allowed is a `demand` with its `status`, or a `claim` with its `verdict`"),
        ("status: met", "found `status`; allowed is a `demand` with its `status`, or a `claim` with its `verdict`"),
        (
            "demand: pay, verdict: supported",
            "found `demand`, `verdict`; allowed is a `demand` with its `status`, or a `claim` with its `verdict`",
        ),
        (
            "demand: pay, status: met, claim: won, verdict: supported",
            "found `demand`, `status`, `claim`, `verdict`; allowed is a `demand` with its `status`, or a `claim` with its `verdict`",
        ),
        ("as_of: 2023", "found neither; allowed is a `demand` with its `status`, or a `claim` with its `verdict`"),
    ],
)  # fmt: skip
def test_an_expectation_is_of_a_demand_or_of_a_claim(expected: str, said: str) -> None:
    """A row of one of two forms; any other is refused, and what was found is named."""
    found = [str(each) for each in audit(put(f"{MILL}  - {{{expected}}}\n")).problems]
    assert found == [f"d.yaml:24:5: expected[0]: {said}"]


# Published verdicts --------------------------------------------------------------------------

CAUSES = "if both are right, say why they differ in `cause`: other-demand, other-date, other-rule"


def rated(*verdicts: str) -> list[str]:
    """Return what is said of published verdicts, the first of which stands in line 24."""
    given = "".join(f"  - {{by: union, printed: A, {SHOWN}, {each}}}\n" for each in verdicts)
    return told(MILL.replace("expected:\n", "verdicts:\n") + given)


@pytest.mark.parametrize(
    ("verdict", "computed"),
    [
        ("demand: breaks, status: not-met, date: 2023-04", "met"),
        ("demand: nights, status: met, date: 2023-04", "not-met"),
        ("demand: rest, status: met, date: 2023-04", "partly-met"),
        ("demand: pay, status: not-met, date: 2023-03", "some-movement"),
    ],
)
def test_tells_a_published_verdict_that_nothing_explains(verdict: str, computed: str) -> None:
    """A rating that differs, on no date and by no policy alike, needs its cause."""
    name, status = (part.split(": ")[1] for part in verdict.split(", ")[:2])
    assert rated(verdict) == [
        f"d.yaml:24:5: 'union' rates '{name}' '{status}', and computed is '{computed}'; {CAUSES}"
    ]


@pytest.mark.parametrize(
    "verdict",
    [
        "demand: breaks, status: met, date: 2023-04",
        "demand: rest, status: partly-met, date: 2023-04",
        # Given.
        *(f"demand: breaks, status: not-met, date: 2023-04, cause: {cause}" for cause in Cause),
        # Found by another policy: four tenths are enough for “In part” by the lenient one.
        "demand: pay, status: partly-met, date: 2023-04",
    ],
)
def test_a_published_verdict_is_explained(verdict: str) -> None:
    """A rating that is alike, or whose cause is given or found, is not told."""
    assert rated(verdict) == []


def test_another_date_explains_a_published_verdict() -> None:
    """A rating that was right when it was made, and is so no more, needs no cause."""
    later = f"""\
  - {{id: withdrawal, title: Later, made_by: mill, date: 2023-06, {SHOWN},
     answers: [{{demand: pay, kind: agreed, gives: {{more: 10%}}}}]}}
claims:
"""
    verdict = f"{{by: union, printed: A, {SHOWN}, demand: pay, status: %s, date: 2023-05}}"
    yaml = MILL.replace("claims:\n", later).replace("expected:\n", "verdicts:\n")
    assert told(f"{yaml}  - {verdict % 'some-movement'}\n") == []
    assert told(f"{yaml}  - {verdict % 'not-met'}\n") == [
        f"d.yaml:26:5: 'union' rates 'pay' 'not-met', and computed is 'met'; {CAUSES}"
    ]


def test_a_verdict_on_what_nothing_answers_is_not_held_against_it() -> None:
    """A gap in the data is no status to differ from."""
    yaml = UNDATED.replace("expected:\n", "verdicts:\n")
    verdict = f"{{demand: pay, by: union, status: met, printed: Yes, date: 2023, {SHOWN}}}"
    assert told(f"{yaml}  - {verdict}\n") == []


def test_every_verdict_of_a_rater_is_looked_at() -> None:
    """A rating that a later one replaces is held against the same status."""
    assert rated(
        "demand: breaks, status: not-met, date: 2023-03",
        "demand: breaks, status: met, date: 2023-04",
    ) == [f"d.yaml:24:5: 'union' rates 'breaks' 'not-met', and computed is 'met'; {CAUSES}"]


# What always holds ---------------------------------------------------------------------------


@given(disputes())
def test_expectations_are_met_or_told(dispute: Dispute) -> None:
    """Of any dispute each expectation that is not met is told once, in one line."""
    problems = list(unmet(dispute))
    assert {each.kind for each in problems} <= {ProblemKind.UNEXPECTED, ProblemKind.UNEXPLAINED}
    assert all("\n" not in each.message for each in problems)
    unexpected = [each for each in problems if each.kind is ProblemKind.UNEXPECTED]
    kept = 0
    for expected in dispute.expected:
        try:
            card = score(dispute, as_of=expected.as_of, policy=expected.policy or STANDARD)
        except ValueError:
            continue
        if expected.demand is not None:
            statuses: dict[str, Status] = {}
            for result in card.results:
                statuses |= {one.id: one.status for one in result.every}
            kept += statuses.get(expected.demand) is expected.status
        else:
            verdicts = {tested.claim.id: tested.verdict for tested in card.claims}
            kept += verdicts.get(str(expected.claim)) is expected.verdict
    assert len(unexpected) == len(dispute.expected) - kept
