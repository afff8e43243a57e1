"""Quoted phrases, looked for in the texts of their documents.

A phrase is found if it stands there as printed, but for white space and for the kinds of quotation
marks and dashes, and under the heading that its record names where the text has that heading.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from pcs_scorecard.fields import records
from pcs_scorecard.model import Dispute, Verdict
from pcs_scorecard.problems import Problem
from pcs_scorecard.sources import Document, Evidence
from pcs_scorecard.words import ProblemKind, counted, shown

_ALIKE = str.maketrans("“”„‟«»‘’‚‛‹›`´–—―‒−‐‑", '"' * 6 + "'" * 8 + "-" * 7)
_WITHIN_A_WORD = re.compile(r"(?<=\w)(?=\w)|(?<=\d)(?=[.,]\d)|(?<=\d[.,])(?=\d)")
_MARKDOWN_HEADING = re.compile(r"#{1,6} ")
_LOWEST_LEVEL = 7
"""Of a heading that no sign marks, which any other heading ends."""

_FEWEST_WORDS_OF_A_HEADING_CUT_SHORT = 3
_LAST_CHARACTER = "\U0010ffff"
_MOST_OTHERS = 3
_PUNCTUATION = ".,;:!?()'\""
_LONGEST_PASSAGE = 200

Lines = Sequence[str]
"""The lines of a document's text that are not empty, each made alike."""


@attrs.frozen
class Quotation:
    """A phrase, the document it is quoted from, the place in it, and the record that says so."""

    document: str
    phrase: str
    at: str
    record: Evidence | Verdict


@attrs.frozen(kw_only=True)
class Quotations:
    """What became of the quotations of a dispute; those verified, not found and unchecked are all."""

    verified: int
    under_heading: int
    """Of those verified, how many name a heading, and stand under it."""
    not_found: int
    unchecked: dict[str, int]
    """How many were not looked for, by the document whose text is not at hand, or `no-evidence`."""


def alike(text: str) -> str:
    """Return a text with one kind of quotation marks, dashes and white space."""
    return " ".join(text.translate(_ALIKE).split())


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
                yield Quotation(ProblemKind.NO_EVIDENCE, each.printed, "", each)


# The texts -----------------------------------------------------------------------------------


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
        parts: dict[str, list[str]] = {document.id: [] for document in sharing}
        begun: dict[str, list[str]] = {}
        for document in sharing:
            title = _words_of(alike(document.title))
            # A title that two of them bear begins neither.
            begun[title] = [] if title in begun else parts[document.id]
        part: list[str] = []
        for line in lines:
            part = begun.get(_words_of(line), part)
            part.append(line)
        found.update(parts)
    return found


def _words_of(heading: str) -> str:
    """Return a line without the signs that make it a heading in Markdown, before and after it."""
    if not _MARKDOWN_HEADING.match(heading):
        return heading
    return heading.lstrip("#").strip().rstrip("#").rstrip()


class _Text:
    """The text of a document, as a whole and from each heading to the next."""

    def __init__(self, lines: Lines, places: Iterable[str]) -> None:
        """Take its lines, and the places in it that records give, which name its headings."""
        self.whole = " ".join(lines)
        known = sorted(set(map(_words_of, lines)))
        self.named = {at: _named(at, known) for at in places}
        headings = frozenset().union(*self.named.values())
        begun = [("", 0, _LOWEST_LEVEL)]
        for number, line in enumerate(lines):
            if (words := _words_of(line)) in headings or words is not line:
                level = len(line) - len(line.lstrip("#")) if words is not line else _LOWEST_LEVEL
                begun.append((words, number, level))
        # What is under a heading is also under those above it, as far as their levels tell.
        self.parts = [
            (heading, " ".join(lines[start : _end(begun, number, len(lines))]))
            for number, (heading, start, _) in enumerate(begun)
        ]

    @functools.cached_property
    def words(self) -> list[str]:
        """Its words, which only what is not found is compared with."""
        return self.whole.split()

    @functools.cached_property
    def occurrences(self) -> dict[str, list[int]]:
        """Where among its words each stands, by the word without case and punctuation."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            found.setdefault(_bare(word), []).append(number)
        return found


def _end(begun: Sequence[tuple[str, int, int]], number: int, last: int) -> int:
    """Return where the text under a heading ends: at the next of its level or above."""
    later = itertools.islice(begun, number + 1, None)
    return next((start for _, start, level in later if level <= begun[number][2]), last)


def _named(at: str, known: Sequence[str]) -> frozenset[str]:
    """Return which of the known lines, in order, is the heading with which a place begins.

    That is the whole line, or its first words where it is long: `Pay, item 3` is under "Pay". The
    longest beginning counts, and a whole line before one that is cut short.
    """
    parts = _words_of(alike(at)).split(", ")
    for count in range(len(parts), 0, -1):
        start = ", ".join(parts[:count])
        first = bisect.bisect_left(known, start)
        if known[first : first + 1] == [start]:
            return frozenset([start])
        if len(start.split()) >= _FEWEST_WORDS_OF_A_HEADING_CUT_SHORT:
            longer = known[first : bisect.bisect_left(known, start + _LAST_CHARACTER)]
            if cut := [line for line in longer if not _WITHIN_A_WORD.match(line, len(start))]:
                return frozenset(cut)
    return frozenset()


# Looking for quotations ----------------------------------------------------------------------


def look_up(dispute: Dispute, found: Mapping[str, Lines]) -> tuple[Quotations, list[Problem]]:
    """Look for every quotation of a dispute in the texts of its documents, given by id.

    Return how many were verified, not found and not looked for, and what to say of the last two.
    """
    places: dict[str, set[str]] = {name: set() for name, lines in found.items() if lines}
    for each in records(dispute):
        if isinstance(each, Evidence) and each.document in places:
            places[each.document].add(each.at)
    at_hand = {name: _Text(found[name], ats) for name, ats in places.items()}
    verified = under_heading = 0
    problems: list[Problem] = []
    unchecked: Counter[str] = Counter()
    for one in quotations(dispute):
        if one.document not in at_hand:
            unchecked[one.document] += 1
        elif message := _missing(one, at_hand):
            problems.append(Problem.of(one.record, message, ProblemKind.MISQUOTED))
        else:
            verified += 1
            under_heading += bool(at_hand[one.document].named[one.at])
    counts = Quotations(
        verified=verified,
        under_heading=under_heading,
        not_found=len(problems),
        unchecked=dict(sorted(unchecked.items())),
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


def _missing(one: Quotation, at_hand: Mapping[str, _Text]) -> str:
    """Say where a quotation is not, and what is nearest to it; nothing where it is."""
    phrase, text = alike(one.phrase), at_hand[one.document]
    said = f"the quotation {shown(one.phrase)} is not in document {one.document!r}"
    if _stands(phrase, text.whole):
        named = text.named[one.at]
        under = [part for part in text.parts if _stands(phrase, part[1])]
        if not named or any(heading in named for heading, _ in under):
            return ""
        said += f" under the heading of {shown(one.at)}; it "
        if not under:
            return said + "runs on across a heading"
        heading, inside = under[0]
        for other, within in under:
            if within in inside:  # a heading under that one
                heading, inside = other, within
        return said + f"stands {f'under {shown(heading)}' if heading else 'before the first one'}"
    others = (name for name in sorted(at_hand) if _stands(phrase, at_hand[name].whole))
    if elsewhere := list(itertools.islice(others, _MOST_OTHERS)):
        return f"{said}; it stands in {', '.join(map(repr, elsewhere))}"
    closest = _closest(phrase.split(), text)
    return f"{said}; " + (f"the closest passage is {closest!r}" if closest else "no word of it is")


def _stands(phrase: str, text: str) -> bool:
    """Tell whether a phrase stands in a text, whole words and numbers of it: no 5% in 4.5%."""
    start = text.find(phrase)
    while start >= 0:
        ends = (start, start + len(phrase))
        if not any(_WITHIN_A_WORD.match(text, end) for end in ends):
            return True
        start = text.find(phrase, start + 1)
    return False


def _closest(phrase: Sequence[str], text: _Text) -> str:
    """Return the passage of as many words that shares most of them with a phrase, or nothing."""
    wanted, size = Counter(map(_bare, phrase)), len(phrase)
    index = {_bare(word): number for number, word in reversed(list(enumerate(phrase)))}
    hits = sorted((place, word) for word in wanted for place in text.occurrences.get(word, ()))
    inside: Counter[str] = Counter()
    first = best = most = shared = 0
    # One pass over the words that are shared, since a text is long and much may be missing.
    for place, word in hits:
        inside[word] += 1
        shared += inside[word] <= wanted[word]
        while hits[first][0] <= place - size:
            gone = hits[first][1]
            shared -= inside[gone] <= wanted[gone]
            inside[gone] -= 1
            first += 1
        if shared > most:
            begin, starting = hits[first]
            # Where a word is missing, what stands in the place of those before the first is shown.
            best = max(begin - index[starting], 0) if shared < size else begin
            most = shared
    return " ".join(text.words[best : best + size])[:_LONGEST_PASSAGE] if most else ""


def _bare(word: str) -> str:
    return word.lower().strip(_PUNCTUATION)
