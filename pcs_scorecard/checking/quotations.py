"""Quoted phrases, looked for in the texts of their documents.

A phrase is found if it stands there as printed, but for white space, for the kinds of quotation
marks and dashes, and for what Markdown and the setting of type add to words, and under the heading that its record names where the text has that heading.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from pcs_scorecard.checking.documents import (
    Lines,
    Passages,
    alike,
    beyond,
    closest,
    file_names,
    otherwise,
    stands,
)
from pcs_scorecard.model.dispute import Dispute
from pcs_scorecard.model.fields import records
from pcs_scorecard.model.problems import Problem
from pcs_scorecard.model.sources import Document, Evidence
from pcs_scorecard.model.verdicts import Verdict
from pcs_scorecard.values.messages import counted, quoted, shown
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import ProblemKind

_MOST_OTHERS = 3
_LONGEST_PASSAGE = 200
_LONGEST_PHRASE = 2_000
_MOST_COMPARED = 200
"""For how many quotations that are not found what is nearest is looked for, each in all the text."""


@attrs.frozen(eq=False, repr=False)
class Quotation(Value):
    """A phrase, the document it is quoted from, the place in it, and the record that says so."""

    document: str | None
    """None for a published verdict that names no document, so that it cannot be looked for."""
    phrase: str
    at: str
    record: Evidence | Verdict


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Quotations(Value):
    """What became of the quotations of a dispute; those verified, not found and unchecked are all."""

    verified: int
    under_heading: int
    """Of those verified, how many name a heading, and stand under it."""
    not_found: int
    unchecked: dict[str, int]
    """How many were not looked for, by the document whose text is not at hand."""
    without_evidence: int = 0
    """How many were not looked for, as their records name no document."""


def quotations(record: Any) -> Iterator[Quotation]:
    """Yield every quoted phrase of a record and of those in it, published verdicts as printed."""
    for each in records(record):
        if isinstance(each, Evidence) and each.quote:
            yield Quotation(each.document, each.quote, each.at, each)
        elif isinstance(each, Verdict):
            for one in each.evidence:
                yield Quotation(one.document, each.printed, one.at, each)
            if not each.evidence:
                # It cannot be looked for, and must not be passed over.
                yield Quotation(None, each.printed, "", each)


def look_up(dispute: Dispute, found: Mapping[str, Lines]) -> tuple[Quotations, list[Problem]]:
    """Look for every quotation of a dispute in the texts of its documents, given by id.

    Return how many were verified, not found and not looked for, and what to say of the last two.
    """
    places: dict[str, set[str]] = {name: set() for name, lines in found.items() if lines}
    for each in records(dispute):
        if isinstance(each, Evidence) and each.document in places:
            places[each.document].add(each.at)
    at_hand = {name: Passages(found[name], ats) for name, ats in places.items()}
    verified = under_heading = without_evidence = 0
    problems: list[Problem] = []
    unchecked: Counter[str] = Counter()
    for one in quotations(dispute):
        if one.document is None:
            without_evidence += 1
        elif one.document not in at_hand:
            unchecked[one.document] += 1
        elif message := _missing(one, one.document, at_hand, len(problems)):
            problems.append(Problem.of(one.record, message, ProblemKind.MISQUOTED))
        else:
            verified += 1
            under_heading += bool(at_hand[one.document].named[one.at])
    counts = Quotations(
        verified=verified,
        under_heading=under_heading,
        not_found=len(problems),
        unchecked=dict(sorted(unchecked.items())),
        without_evidence=without_evidence,
    )
    problems += [
        _not_at_hand(document, count, empty=document.id in found)
        for document in dispute.documents
        if (count := unchecked[document.id])
    ]
    return counts, problems


def _not_at_hand(document: Document, count: int, *, empty: bool) -> Problem:
    phrases = f"{counted(count, 'quotation')} {'is' if count == 1 else 'are'}"
    why = (
        "its file holds nothing of it; in a file that several documents share, "
        "each begins with a line that is its title, and no other's"
        if empty
        else f"add {file_names(document)[0]} to the folder of documents"
    )
    return Problem.of(
        document,
        f"the text of document {document.id!r} is not at hand, and {phrases} not checked: {why}",
        ProblemKind.NOT_AT_HAND,
    )


def _missing(one: Quotation, document: str, at_hand: Mapping[str, Passages], told: int) -> str:
    """Say where a quotation is not, and what is nearest to it; nothing where it is.

    What is nearest is said of so many alone, by how many have been told before.
    """
    phrase, text = alike(one.phrase), at_hand[document]
    if len(phrase) > _LONGEST_PHRASE:
        return (
            f"the quotation {shown(one.phrase)} has {len(phrase):,} signs, and at most "
            f"{_LONGEST_PHRASE:,} are looked for; quote less"
        )
    said = f"the quotation {shown(one.phrase)} is not in document {document!r}"
    if stands(phrase, text.whole):
        named = text.named[one.at]
        there = (part for heading in named for part in text.under.get(heading, ()))
        if not named or any(stands(phrase, part) for part in there):
            return ""
        if told >= _MOST_COMPARED:
            return f"{said} under the heading of {shown(one.at)}"
        under = [part for part in text.parts if stands(phrase, part[1])]
        said += f" under the heading of {shown(one.at)}; it "
        if not under:
            return said + "runs on across a heading"
        heading, inside = under[0]
        for other, within in under:
            if within in inside:  # a heading under that one
                heading, inside = other, within
        return said + f"stands {f'under {shown(heading)}' if heading else 'before the first one'}"
    if told >= _MOST_COMPARED:
        return said
    others = (name for name in sorted(at_hand) if stands(phrase, at_hand[name].whole))
    if elsewhere := list(itertools.islice(others, _MOST_OTHERS)):
        return f"{said}; it stands in {', '.join(map(repr, elsewhere))}"
    nearest, differing = otherwise(phrase, text)
    if not nearest:
        nearest = closest(phrase.split(), text)
        differing = beyond(phrase, nearest)
    if not nearest:
        return f"{said}; no word of it is"
    said += f"; the closest passage is {quoted(nearest[:_LONGEST_PASSAGE])}"
    return f"{said}; {differing}" if differing else said
