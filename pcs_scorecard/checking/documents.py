"""The texts of documents: where each begins and ends, its headings, and what stands in it."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pcs_scorecard.model.sources import Document

_ALIKE = str.maketrans("“”„‟«»‘’‚‛‹›`´–—―‒−‐‑", '"' * 6 + "'" * 8 + "-" * 7)
_WITHIN_A_WORD = re.compile(r"(?<=\w)(?=\w)|(?<=\d)(?=[.,]\d)|(?<=\d[.,])(?=\d)")
_MARKDOWN_HEADING = re.compile(r"#{1,6} ")
_LOWEST_LEVEL = 7
"""Of a heading that no sign marks, which any other heading ends."""

_FEWEST_WORDS_OF_A_HEADING_CUT_SHORT = 3
_LAST_CHARACTER = "\U0010ffff"
_PUNCTUATION = ".,;:!?()'\""
_LONGEST_PASSAGE = 200

Lines = Sequence[str]
"""The lines of a document's text that are not empty, each made alike."""


def alike(text: str) -> str:
    """Return a text with one kind of quotation marks, dashes and white space."""
    return " ".join(text.translate(_ALIKE).split())


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


class Passages:
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


def stands(phrase: str, text: str) -> bool:
    """Tell whether a phrase stands in a text, whole words and numbers of it: no 5% in 4.5%."""
    start = text.find(phrase)
    while start >= 0:
        ends = (start, start + len(phrase))
        if not any(_WITHIN_A_WORD.match(text, end) for end in ends):
            return True
        start = text.find(phrase, start + 1)
    return False


def closest(phrase: Sequence[str], text: Passages) -> str:
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
