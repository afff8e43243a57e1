"""What must hold of every dispute on board: its sources, its quotations, its neutrality."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from helpers.places import documents

from pcs_scorecard import Dispute, Document, Evidence, ProblemKind, Status, Verdict, check, load
from pcs_scorecard.checking.documents import Lines, alike, texts
from pcs_scorecard.checking.quotations import look_up
from pcs_scorecard.model.fields import fields_of, records
from pcs_scorecard.reading.files import bundled

DISPUTES = {name: load(path) for name, path in bundled().items()}

each_dispute = pytest.mark.parametrize("name", sorted(DISPUTES))

NOT_CITED = Document(
    id="not-cited",
    title="Why PCS should refuse to abandon our commitment to Ukrainian brothers and sisters",
    publisher="independent-left",
    file="004_2f70c260a43a7076.txt",
)
"""An article that no dispute cites, and that must not pass for a part of the one before it."""

LISTED = {each.id: each for dispute in DISPUTES.values() for each in dispute.documents}
"""The documents of all disputes, by id."""


def cited(dispute: Dispute) -> set[str]:
    """Return the ids of all documents that some record of a dispute cites."""
    return {each.document for each in records(dispute) if isinstance(each, Evidence)}


def quotes(dispute: Dispute) -> list[str]:
    """Return every quoted phrase, and every verdict as printed for each document that shows it."""
    found = [each.quote for each in records(dispute) if isinstance(each, Evidence) and each.quote]
    return found + [verdict.printed for verdict in dispute.verdicts for _ in verdict.evidence]


NO_ORDER = {"lump-sum-2023": "lump-sum-refused", "national-2025": "activists-forum"}
"""By dispute, what may have come before or after an answer that stands; no document tells which."""


@each_dispute
def test_a_dispute_on_board_has_only_known_weaknesses(name: str) -> None:
    """No error, and no warning but of what the documents do not tell or one side alone reports."""
    known = (ProblemKind.NO_MEASURE, ProblemKind.BASELINE, ProblemKind.ONE_SIDED)
    told = [problem for problem in check(bundled()[name]) if problem.kind not in known]
    asked = f"concession {NO_ORDER.get(name)!r} may be later than "
    assert [
        str(problem)
        for problem in told
        if not (problem.kind is ProblemKind.WHICH_HOLDS and problem.message.startswith(asked))
    ] == []


def test_all_five_files_are_used() -> None:
    """Each of the source files has a document that some dispute cites."""
    every = set().union(*map(cited, DISPUTES.values()))
    assert every == set(LISTED)
    files = {LISTED[each].file or "" for each in every}
    assert sorted(file[:3] for file in files) == ["000", "001", "002", "003", "004"]
    assert files == {path.name for path in documents().glob("*.txt")}


def test_one_id_means_the_same_document_in_every_dispute() -> None:
    """A document that several disputes name is the same record in all of them."""
    seen: dict[str, Document] = {}
    for dispute in DISPUTES.values():
        for each in dispute.documents:
            assert seen.setdefault(each.id, each) == each


def test_one_id_means_the_same_party_in_every_dispute() -> None:
    """A party has one kind everywhere, and one name but for a year, where a dispute has two of them."""
    seen: dict[str, tuple[str, str]] = {}
    for dispute in DISPUTES.values():
        for each in dispute.parties:
            found = (each.name.partition(" of 20")[0], each.kind)
            assert seen.setdefault(each.id, found) == found


@each_dispute
def test_no_status_and_no_verdict_is_typed_in(name: str) -> None:
    """No file holds a status or a claim's verdict, but for published verdicts and checks."""
    for record in records(DISPUTES[name]):
        for field in fields_of(type(record)):
            if field.holds is Status:
                assert isinstance(record, Verdict) or field.name == "reaching"
    for file in bundled()[name].glob("*.yaml"):
        if file.stem not in ("verdicts", "claims"):
            raw = file.read_text(encoding="utf-8")
            assert not re.search(r"\b(not-met|some-movement|partly-met|no-response)\b", raw)
        words = set(scalars(yaml.load(file.read_text("utf-8"), yaml.BaseLoader)))  # noqa: S506 - it makes only texts
        assert words.isdisjoint(
            {"supported", "contradicted", "one-sides-word", "not-enough-information"}
        )


def scalars(value: Any) -> Iterator[str]:
    """Yield every key and every text in plain YAML."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scalars(inner)
    else:
        yield value


def articles() -> dict[str, Lines]:
    """Return the text of each document of all disputes, by id: to the title of the next of any."""
    files = {path.name: path.read_text(encoding="utf-8") for path in documents().glob("*.txt")}
    return texts((*LISTED.values(), NOT_CITED), files)


def test_every_document_has_its_text_and_its_title_in_it() -> None:
    """Each is found in its file; each that shares one begins with its title, which no other has."""
    found = articles()
    assert found.keys() == {*LISTED, NOT_CITED.id}
    sharing = Counter(each.file for each in (*LISTED.values(), NOT_CITED))
    titles = {alike(each.title): each.id for each in (*LISTED.values(), NOT_CITED)}
    for each in (*LISTED.values(), NOT_CITED):
        if sharing[each.file] > 1:
            assert found[each.id][0] == alike(each.title)
        assert {titles[line] for line in found[each.id] if line in titles} <= {each.id}


@each_dispute
def test_every_quotation_stands_in_its_document(name: str) -> None:
    """Every quoted phrase, and every verdict as printed, is found in the document it names."""
    counts, problems = look_up(DISPUTES[name], articles())
    assert [str(problem) for problem in problems] == []
    assert counts.verified == len(quotes(DISPUTES[name]))


@each_dispute
def test_no_sentence_of_a_document_is_carried_over(name: str) -> None:
    """Outside quotations, no record repeats more than ten words of a document in a row."""
    printed = " ".join(line for lines in articles().values() for line in lines).lower()
    long = []
    for record in records(DISPUTES[name]):
        for field in fields_of(type(record)):
            # Titles of documents and places in them are as printed.
            if field.holds != "text" or isinstance(record, (Document, Evidence)):
                continue
            words = alike(getattr(record, field.name) or "").lower().split()
            long += [
                " ".join(words[start : start + 11])
                for start in range(len(words) - 10)
                if " ".join(words[start : start + 11]) in printed
            ]
    assert long == []
