"""Quoted phrases, looked for in the texts of their documents.

A phrase is found if it stands there as printed, but for white space and for the kinds of quotation
marks and dashes, and under the heading that its record names where the text has that heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from pcs_scorecard.checks import error
from pcs_scorecard.fields import Place, records
from pcs_scorecard.model import Dispute, Verdict
from pcs_scorecard.problems import Problem
from pcs_scorecard.sources import Document, Evidence
from pcs_scorecard.words import ProblemKind, shown

_ALIKE = str.maketrans("“”„«»‘’‚`´–—‒−‐‑\u00a0\u202f", '"""""' + "'" * 5 + "-" * 6 + "  ")
_FEWEST_WORDS_OF_A_HEADING_CUT_SHORT = 3

Lines = Sequence[str]
"""The lines of a document's text that are not empty, each made alike."""


@attrs.frozen
class Quotation:
    """A phrase, the document it is quoted from, and the place in it that a record gives."""

    document: str
    phrase: str
    at: str
    place: Place


@attrs.frozen(kw_only=True)
class Quotations:
    """What became of the quotations of a dispute; the three counts add up to all of them."""

    found: int
    missing: int
    unchecked: dict[str, int]
    """How many were not looked for, by the document that is not at hand."""
    problems: tuple[Problem, ...]


def together(several: Iterable[Quotations]) -> Quotations:
    """Return the counts and problems of several disputes as one."""
    found = missing = 0
    unchecked: Counter[str] = Counter()
    problems: list[Problem] = []
    for each in several:
        found, missing = found + each.found, missing + each.missing
        unchecked.update(each.unchecked)
        problems.extend(each.problems)
    return Quotations(
        found=found,
        missing=missing,
        unchecked=dict(sorted(unchecked.items())),
        problems=tuple(problems),
    )


def alike(text: str) -> str:
    """Return a text with one kind of quotation marks, dashes and white space."""
    return " ".join(text.translate(_ALIKE).split())


def quotations(record: Any) -> Iterator[Quotation]:
    """Yield every quoted phrase of a record and of those in it, published verdicts as printed."""
    for each in records(record):
        if isinstance(each, Evidence) and each.quote:
            yield Quotation(each.document, each.quote, each.at, each.place or ("", 1, 1))
        elif isinstance(each, Verdict):
            for one in each.evidence:
                place = each.place or ("", 1, 1)
                yield Quotation(one.document, each.printed, one.at, place)


def file_names(document: Document) -> tuple[str, ...]:
    """Return the names that the file of a document's text may have."""
    return (document.file,) if document.file else (f"{document.id}.txt", f"{document.id}.md")


def texts(documents: Iterable[Document], files: Mapping[str, str]) -> dict[str, Lines]:
    """Return the text of each document by id, from the texts of files by name.

    A document that has its file to itself is all of it. Of several in one file each goes from the
    line that is its title to the next that is another's; one whose title is no line has no lines.
    """
    inside: dict[str, list[Document]] = {}
    for document in documents:
        for name in file_names(document):
            if name in files:
                inside.setdefault(name, []).append(document)
                break
    found: dict[str, Lines] = {}
    for name, sharing in inside.items():
        lines = [line for line in map(alike, files[name].splitlines()) if line]
        if len(sharing) == 1:
            found[sharing[0].id] = lines
            continue
        titles = {alike(document.title): document.id for document in sharing}
        parts: dict[str, list[str]] = {document.id: [] for document in sharing}
        part: list[str] = []
        for line in lines:
            if line in titles:
                part = parts[titles[line]]
            part.append(line)
        found.update(parts)
    return found


def look_up(dispute: Dispute, found: Mapping[str, Lines]) -> Quotations:
    """Look for every quotation of a dispute in the texts of its documents, given by id."""
    every = list(quotations(dispute))
    headings: dict[str, set[str]] = {}
    for each in records(dispute):
        if isinstance(each, Evidence):
            headings.setdefault(each.document, set()).update(
                line for line in found.get(each.document, ()) if _is_heading(line, each.at)
            )
    at_hand = [one for one in every if found.get(one.document)]
    missing = [
        Problem(one.place, message, kind=ProblemKind.MISQUOTED)
        for one in at_hand
        if (message := _missing(one, found, headings[one.document]))
    ]
    counts = Counter(one.document for one in every if not found.get(one.document))
    unchecked = [
        _unchecked(document, count, shares=document.id in found)
        for document in dispute.documents
        if (count := counts[document.id])
    ]
    return Quotations(
        found=len(at_hand) - len(missing),
        missing=len(missing),
        unchecked=dict(sorted(counts.items())),
        problems=(*missing, *unchecked),
    )


def _unchecked(document: Document, count: int, *, shares: bool) -> Problem:
    phrases = "1 quotation is" if count == 1 else f"{count} quotations are"
    why = (
        "its title is no line of the file that it shares with others; give it as printed there"
        if shares
        else f"add {file_names(document)[0]} to the folder of documents"
    )
    return error(
        document,
        f"the text of document {document.id!r} is not at hand, and {phrases} not checked: {why}",
        kind=ProblemKind.NOT_AT_HAND,
    )


def _missing(one: Quotation, found: Mapping[str, Lines], headings: set[str]) -> str:
    """Say where a quotation is not, and what is nearest to it; nothing where it is."""
    phrase, lines = alike(one.phrase), found[one.document]
    sections = _sections(lines, headings)
    named = {heading for heading, _ in sections if heading and _is_heading(heading, one.at)}
    under = [heading for heading, inside in sections if _stands(phrase, " ".join(inside))]
    if named.intersection(under) or (not named and _stands(phrase, " ".join(lines))):
        return ""
    said = f"the quotation {shown(one.phrase)} is not in document {one.document!r}"
    if under:
        where = shown(under[0]) if under[0] else "its first heading"
        place = "under" if under[0] else "before"
        return f"{said} under the heading of {shown(one.at)}; it stands {place} {where}"
    others = sorted(
        name
        for name, other in found.items()
        if name != one.document and _stands(phrase, " ".join(other))
    )
    if others:
        return f"{said}; it stands in {', '.join(map(repr, others))}"
    closest = _closest(phrase.split(), " ".join(lines).split())
    return f"{said}; " + (f"the closest passage is {closest!r}" if closest else "no word of it is")


def _stands(phrase: str, text: str) -> bool:
    """Tell whether a phrase stands in a text, whole words of it."""
    start = r"(?<!\w)" if phrase[:1].isalnum() else ""
    end = r"(?!\w)" if phrase[-1:].isalnum() else ""
    return phrase in text and re.search(start + re.escape(phrase) + end, text) is not None


def _sections(lines: Lines, headings: set[str]) -> list[tuple[str, list[str]]]:
    """Return the text from each heading to the next one, and what stands before the first."""
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in lines:
        if line in headings or line.startswith("#"):
            found.append((line, []))
        found[-1][1].append(line)
    return found


def _is_heading(line: str, at: str) -> bool:
    """Tell whether a line is the heading with which a place in a document begins.

    That is the whole line, or its first words where it is long: `Pay, item 3` is under "Pay".
    """
    heading = line.lstrip("# ")
    parts = alike(at).split(", ")
    for count in range(len(parts), 0, -1):
        start = ", ".join(parts[:count])
        if heading == start:
            return True
        long = len(start.split()) >= _FEWEST_WORDS_OF_A_HEADING_CUT_SHORT
        if long and heading.startswith(start) and not heading[len(start)].isalnum():
            return True
    return False


def _closest(phrase: list[str], text: list[str]) -> str:
    """Return the passage of as many words that shares most of them with a phrase, or nothing."""
    wanted = Counter(word.lower() for word in phrase)
    size, best, most = len(phrase), 0, 0
    for start in range(max(len(text) - size, 0) + 1):
        inside = Counter(word.lower() for word in text[start : start + size])
        shared = (wanted & inside).total()
        if shared > most:
            best, most = start, shared
    return " ".join(text[best : best + size]) if most else ""
