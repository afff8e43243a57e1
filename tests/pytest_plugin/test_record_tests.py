"""The tests of a dispute's data: which there are, what each fails for, and what cannot be told."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from helpers.mill import COURIER, MILL, put
from helpers.strategies import disputes
from helpers.writing import write
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import load, render, score
from pcs_scorecard.checking.audit import Audit, audit
from pcs_scorecard.pytest_plugin.record_tests import RecordTest, record_tests, sheet_test

NAMES = """
dispute[mill]: valid
party[union]: valid references
party[owner]: valid references
party[paper]: valid references
document[courier]: valid references
demand[pay]: valid references evidence quotations
concession[letter]: valid references evidence quotations
verdict[pay:union:2024-06-02]: valid references evidence quotations computed
claim[won]: valid references evidence
subject[talks]: valid
position[union:talks:2024-06-04]: valid references evidence
figure[prices]: valid references evidence
vote[ballot]: valid references evidence
event[strike]: valid references evidence
expectation[demand:pay]: valid references computed
expectation[claim:won]: valid references computed
"""
TESTS = [
    f"{record}::{test}"
    for record, _, tests in (line.rpartition(": ") for line in NAMES.split("\n") if line)
    for test in tests.split()
]
RECORDS = list(dict.fromkeys(name.partition("::")[0] for name in TESTS))
"""The dispute itself, and then its records in order."""

NAMED = ("publisher", "made_by", "held_by", "party", "demand", "claim")
"""Fields that name another record."""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages name files by their bare names, and the text of the document be at hand."""
    monkeypatch.chdir(tmp_path)
    put("texts/courier.txt", COURIER)


def audited(text: str = MILL, documents: Path | None = Path("texts")) -> Audit:
    """Return what is found in a file of this text."""
    return audit(put("mill.yaml", text), documents)


def cases_of(found: Audit, *, strict: bool = False, unread: str = "") -> list[RecordTest]:
    """Return the tests of what was found."""
    return list(record_tests(found, "mill", "mill.yaml", strict=strict, unread=unread))


def failing(text: str, *, strict: bool = False) -> list[str]:
    """Return the names of the tests that fail for a file of this text."""
    return [case.name for case in cases_of(audited(text), strict=strict) if case.problems]


def changed(old: str, new: str) -> str:
    """Return the dispute with one thing changed in it."""
    assert MILL.count(old) == 1
    return MILL.replace(old, new)


def records(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the records of all sections in order."""
    return [record for section in data.values() if isinstance(section, list) for record in section]


# What there is ------------------------------------------------------------------------------


def test_each_record_has_a_test_for_each_thing_that_can_be_wrong_with_it() -> None:
    """A record's tests follow from its class, and from whether it quotes a document."""
    found = cases_of(audited())
    assert [case.name for case in found] == TESTS
    assert not any(case.problems or case.untold for case in found)


def add_key(record: dict[str, Any]) -> None:
    """Give a record a key that none has."""
    record["colour"] = "red"


def name_nobody(record: dict[str, Any]) -> None:
    """Let a record name another that is not there."""
    named = next((name for name in NAMED if name in record), None)
    if named:
        record[named] = "nobody"
    elif "kind" in record:
        record["members"] = ["nobody"]
    else:
        record["evidence"][0]["document"] = "nobody"


def lose_place(record: dict[str, Any]) -> None:
    """Take the place in the document from a record's evidence."""
    del record["evidence"][0]["at"]


def misquote(record: dict[str, Any]) -> None:
    """Let a record quote what no document says."""
    holder, key = (record, "printed") if "printed" in record else (record["evidence"][0], "quote")
    holder[key] = "what nobody wrote"


def expect_another(record: dict[str, Any]) -> None:
    """Let a record expect what is not computed."""
    record.update({"verdict": "supported"} if "verdict" in record else {"status": "met"})


WRONG: dict[str, Callable[[dict[str, Any]], None]] = {
    "valid": add_key,
    "references": name_nobody,
    "evidence": lose_place,
    "quotations": misquote,
    "computed": expect_another,
}
"""A thing that each test of a record fails for."""


@pytest.mark.parametrize("number", range(1, len(TESTS)), ids=TESTS[1:])
def test_each_test_of_a_record_fails_for_what_it_is_named_after(number: int) -> None:
    """There is no test that cannot fail, and one thing wrong makes no other test fail."""
    record, _, test = TESTS[number].partition("::")
    data = yaml.load(MILL, yaml.BaseLoader)  # noqa: S506 - which makes texts of all, no objects
    WRONG[test](records(data)[RECORDS.index(record) - 1])
    found = cases_of(audited(yaml.safe_dump(data, sort_keys=False)))
    assert [index for index, case in enumerate(found) if case.problems] == [number]
    assert found[number].name.endswith(f"::{test}")


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("title: The mill\n", "", "dispute[mill]::valid"),
        ("title: The mill\n", "title: The mill\ncolour: red\n", "dispute[mill]::valid"),
        ("title: The mill\n", "title: The mill\ntitle: The mill\n", "dispute[mill]::valid"),
        (", kind: press}", "}", "party[paper]::valid"),
        ("subjects:\n", "summary: {}\nsubjects:\n", "dispute[mill]::valid"),
        ("votes:\n  - {", "votes:\n  - a vote\n  - {", "dispute[mill]::valid"),
        ("  - {claim: won", "  - &won {claim: won", "dispute[mill]::valid"),
        ("  - {claim: won", "  {claim: won", "dispute[mill]::valid"),
        ("{id: prices", "{id: Prices", "figure[line-27]::valid"),
        ("{demand: pay, by: union, status: some-", "{demand: pay, by: union, status: ", "verdict[line-16]::valid"),
        ("kind: press}", "kind: press, evidence: []}", "party[paper]::valid"),
        ("gives: {more: 5%}", "gives: {more: £5}", "concession[letter]::valid"),
        ("event: strike", "event: strikes", "claim[won]::references"),
        ("at: page 2}]}\nclaims", "at: page 2, quote: a b c d e f g h i j k}]}\nclaims", "verdict[line-16]::evidence"),
    ],
)  # fmt: skip
def test_a_problem_is_of_the_record_in_which_it_stands(old: str, new: str, name: str) -> None:
    """What is wrong with a file or a section fails the dispute's own test."""
    assert failing(changed(old, new)) == [name]


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("asks: {more: 10%}, ", "", ["demand[pay]::valid"]),
        (", evidence: [{document: courier, at: page 2}]}\nclaims", "}\nclaims", ["verdict[pay:union:2024-06-02]::evidence"]),
        ("publisher: paper", "publisher: union", [
            "party[paper]::valid", "concession[letter]::evidence", "claim[won]::evidence",
        ]),
        (", date: 2024-06-09", "", ["document[courier]::valid"]),
        ("title: The Courier,", "title: The Courier, file: lost.txt,", [
            "dispute[mill]::quotations",
        ]),
    ],
)  # fmt: skip
def test_a_warning_fails_only_where_all_is_strict(old: str, new: str, names: list[str]) -> None:
    """A warning belongs to a record as an error does, and passes unless warnings are to fail."""
    assert failing(changed(old, new)) == []
    assert failing(changed(old, new), strict=True) == names


# Names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "added"),
    [
        (
            "claims:\n",
            ("  - {demand: pay, by: union, status: some-movement, printed: half of what is due,\n"
            "     date: 2024-05, evidence: [{document: courier, at: page 2}]}\nclaims:\n"),
            {"verdict[pay:union:2024-05]": 5},
        ),
        (
            "claims:\n",
            "".join(
                f"  - {{demand: pay, by: {'u' * 60}, status: met, printed: half of what is due,\n"
                f"     date: {day}, evidence: [{{document: courier, at: page 2}}]}}\n"
                for day in ("2024-05", "2024-06")
            )
            + "claims:\n",
            {f"verdict[pay:{'u' * 60}:{day}]": 5 for day in ("2024-05", "2024-06")},
        ),
        (
            "expected:\n",
            "expected:\n  - {demand: pay, status: some-movement, as_of: 2024-06}\n",
            {"expectation[demand:pay:2024-06]": 3},
        ),
        (
            "  - {claim: won,",
            "  - {demand: pay, status: some-movement}\n  - {claim: won,",
            {"expectation[demand:pay]#2": 3},
        ),
        ("  - {id: union,", "  - {id: union, name: Weavers, kind: union}\n  - {id: union,", {
            "party[union]#2": 2,
        }),
        ("{claim: won,", '{claim: "a\\nb",', {r"expectation[claim:'a\nb']": 3}),
    ],
)  # fmt: skip
def test_a_record_is_named_by_what_tells_it_from_others(
    old: str, new: str, added: dict[str, int]
) -> None:
    """A record that is added renames no other, and only where two are alike is one numbered."""
    names = [case.name for case in cases_of(audited(changed(old, new)))]
    more = [name for name in names if name not in TESTS]
    assert {name: sum(one.startswith(f"{name}::") for one in more) for name in added} == added
    assert len(more) == sum(added.values())
    assert len(set(names)) == len(names)


# What cannot be told ------------------------------------------------------------------------


def untold(found: list[RecordTest]) -> dict[str, list[str]]:
    """Return the names of tests that tell nothing, by why."""
    reasons: dict[str, list[str]] = {}
    for case in found:
        if case.untold and not case.problems:
            reasons.setdefault(case.untold, []).append(case.name)
    return reasons


def test_only_whether_records_are_valid_is_told_while_something_is_wrong_in_form() -> None:
    """A reference may be to what could not be read, and nothing can be computed."""
    found = cases_of(audited(changed("made_by: union", "made_buy: union")), unread="no folder")
    assert untold(found) == {
        "2 problems to put right in the data first": [
            *(name for name in TESTS if not name.endswith(("::valid", "::quotations"))),
            "dispute[mill]::quotations",
        ]
    }
    found = cases_of(audited(MILL + "  - {claim: nobody, verdict: supported}\n"))
    assert set(untold(found)) == {"1 problem to put right in the data first"}
    found = cases_of(audited(MILL + "  - {\n"))
    assert [case.name for case in found if case.problems] == ["dispute[mill]::valid"]


def test_quotations_are_not_told_without_the_texts_of_documents() -> None:
    """One test stands for all: without a folder for the reason, in one for what is not there."""
    quoting = [name for name in TESTS if name.endswith("::quotations")]
    found = cases_of(audited(documents=None), unread="no folder")
    assert untold(found) == {"no folder": ["dispute[mill]::quotations"]}
    assert {case.name for case in found}.isdisjoint(quoting)
    Path("texts/courier.txt").unlink()
    assert untold(cases_of(audited())) == {"not checked: courier": ["dispute[mill]::quotations"]}
    (strictly,) = (case for case in cases_of(audited(), strict=True) if case.problems)
    assert strictly.name == "dispute[mill]::quotations"


def test_quotations_of_documents_at_hand_are_told_beside_others() -> None:
    """What is missing is told once, and a record that quotes what is there keeps its test."""
    text = changed(
        "demands:",
        "  - {id: memo, title: Memo, publisher: paper, date: 2024}\ndemands:",
    ).replace(
        "page 1, quote: five", "page 1, quote: five is}, {document: memo, at: top, quote: five"
    )
    found = cases_of(audited(text))
    assert untold(found) == {"not checked: memo": ["dispute[mill]::quotations"]}
    assert "concession[letter]::quotations" in {case.name for case in found}


def test_a_text_that_cannot_be_read_fails_the_dispute() -> None:
    """A text in another encoding is a problem of none of the records."""
    Path("texts/courier.txt").write_bytes(b"\xff")
    assert failing(MILL) == ["dispute[mill]::valid"]


# The sheet ----------------------------------------------------------------------------------


def stale(found: Audit, name: str = "mill") -> list[str]:
    """Return what is wrong with the printed sheets in a folder."""
    case = sheet_test(found, name, "data/my mill.yaml", Path("sheets"))
    assert (case.name, case.place) == (f"dispute[{name}]::sheet", ("data/my mill.yaml", 1, 1))
    assert not case.untold
    return [str(problem) for problem in case.problems]


def test_a_printed_sheet_is_fresh_or_the_line_is_told_and_how_to_print_it() -> None:
    """Each format that is there is compared, up to how lines end."""
    found = audited()
    assert stale(found) == [
        (
            "sheets/mill.md:1:1: there is no such sheet; make the folder sheets, and print it: "
            "pcs-scorecard render 'data/my mill.yaml' --output sheets/mill.md"
        )
    ]
    card = score(load("mill.yaml"))
    put("sheets/other.md", "")
    assert stale(found) == [
        (
            "sheets/mill.md:1:1: there is no such sheet; print it: "
            "pcs-scorecard render 'data/my mill.yaml' --output sheets/mill.md"
        )
    ]
    put("sheets/mill.md", render(card).replace("\n", "\r\n"))
    put("sheets/mill.json", render(card, "json"))
    assert stale(found) == []
    put("sheets/mill.md", render(card) + "\n")
    put("sheets/mill.txt", render(card, "text").replace("4 June", "5 June"))
    Path("sheets/mill.json").write_bytes(b"\xff")
    end = len(render(card).splitlines()) + 1
    assert stale(found) == [
        (
            "sheets/mill.json:1:1: cannot be read: it is not UTF-8 text; save it as UTF-8; print it again: "
            "pcs-scorecard render 'data/my mill.yaml' --format json --output sheets/mill.json --force"
        ),
        (
            f"sheets/mill.md:{end + 1}:1: stale from this line on; print it again: "
            "pcs-scorecard render 'data/my mill.yaml' --output sheets/mill.md --force"
        ),
        (
            "sheets/mill.txt:4:1: stale from this line on; print it again: "
            "pcs-scorecard render 'data/my mill.yaml' --format text --output sheets/mill.txt --force"
        ),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title: A\ntitle: B\n", "1 problem to put right in the data first"),
        ("title: A\n", "no record has a date, so a sheet needs one: --as-of"),
    ],
)
def test_a_sheet_is_not_told_where_none_can_be_printed(text: str, reason: str) -> None:
    """Wrong data have no sheet, and undated ones none that needs no date."""
    case = sheet_test(audited(text), "mill", "mill.yaml", Path("sheets"))
    assert (case.problems, case.untold) == ((), reason)


# What always holds --------------------------------------------------------------------------

JUNK = st.sampled_from(("", "nobody", "No", "2024-13", [], ["a"], {}, {"a": "b"}, [[]], "a: [b].c"))
"""What is wrong in most places; each time a copy, since it is changed further."""


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return the text of a dispute in which something was taken away, changed, or cut off."""
    whole = st.sampled_from([MILL]) | disputes().map(write)
    data = yaml.load(draw(whole), yaml.BaseLoader)  # noqa: S506 - as above
    for _ in range(draw(st.integers(0, 3))):
        holder = data
        while True:
            keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(holder[key], (dict, list)) and draw(st.integers(0, 3)):
                holder = holder[key]
                continue
            match draw(st.integers(0, 3)):
                case 0:
                    del holder[key]
                case 1 if isinstance(holder, list):
                    holder.append(holder[key])
                case 2 if isinstance(holder, dict):
                    holder["evidence"] = draw(JUNK.map(copy.deepcopy))
                case _:
                    holder[key] = draw(JUNK.map(copy.deepcopy))
            break
    text = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False)
    return text[: draw(st.sampled_from([None] * 9 + [len(text) // 2]))]


class _Plain(yaml.SafeDumper):
    """Writes what stands in two places twice, which the reader demands."""

    def ignore_aliases(self, _: Any) -> bool:
        """Make no alias of anything."""
        return True


@given(text=mutated())
def test_each_problem_that_check_tells_makes_a_test_fail(text: str) -> None:
    """Nothing is lost, nothing is made up, and being strict changes no test's name."""
    found = audited(text)
    for strict in (False, True):
        told = cases_of(found, strict=strict)
        problems = {each for each in found.problems if strict or not each.warning}
        assert {each for case in told for each in case.problems} == problems
        names = [case.name for case in told]
        assert len(set(names)) == len(names)
        assert names == [case.name for case in cases_of(found)]
