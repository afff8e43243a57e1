"""The texts of documents: where each begins and ends, its headings, and what stands in it."""

from __future__ import annotations

import bisect
import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pcs_scorecard.model.sources import Document
from pcs_scorecard.values.messages import quoted

_ALIKE = str.maketrans("“”„‟«»‘’‚‛‹›`´–—―‒−‐‑", '"' * 6 + "'" * 8 + "-" * 7)
_LIGATURES = {
    code: unicodedata.normalize("NFKC", chr(code)) for code in range(ord("ﬀ"), ord("ﬆ") + 1)
}
_LINK = re.compile(
    r"(?<!!)\[((?:[^\[\]\n]|\n(?!\s*\n))*+)\]"
    r"\((?=[^\s()]*(?:[/:#?@]|\.\w))(?:[^\s()]|\([^\s()]*+\))*+(?:\s++[\"'“][^\"'”]*+[\"'”])?\)"
)
"""In Markdown. What has no sign of an address is none: in law, [2](a) is printed so."""

_EMPHASIS = re.compile(r"(?<![*_])(?:\*{1,6}|_{1,3}|\*{1,3}_{1,3}|_{1,3}\*{1,3})(?![*_])")
_TABLE_RULE = re.compile(r"^(?=.*\|)(?=.*(?:--|:-|-:))[|: \t-]+$", re.MULTILINE)
_LINE_END_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐‑\xad][^\S\n]*+\n\s*+(?=[^\W\d_])")
_SOFT = "\xad"
_SOFT_HYPHENS = re.compile(_SOFT + "+")
_LINE_END = re.compile(r"(?<!\w[-\xad])\n|\n(?!\w)")
_WITHIN_A_WORD = re.compile(
    r"(?<=\w)(?=\xad?\w)|(?<=\w\xad)(?=\w)|(?<=\d)(?=[.,]\d)|(?<=\d[.,])(?=\d)"
)
_MARKDOWN_HEADING = re.compile(r"#{1,6} ")
_LOWEST_LEVEL = 7
"""Of a heading that no sign marks, which any other heading ends."""

_FEWEST_WORDS_OF_A_HEADING_CUT_SHORT = 3
_MOST_COMMAS = 100
"""How many pieces between commas of a place are looked at; the heading is among the first."""

_LAST_CHARACTER = "\U0010ffff"
_PUNCTUATION = ".,;:!?()'\""
_LOOK_ALIKE = str.maketrans("01iаеорсухіјѕвкмнтαβεζηικμνορτυχ", "ollaeopcyxljsbkmhtabezhlkmnoptyx")
_SEEN_AT_ONCE = 40
"""How many characters of two texts are compared at a glance."""

Lines = Sequence[str]
"""The lines of a document's text that are not empty, each as it is read."""


def alike(text: str) -> str:
    """Return a text as it is read: in one line, with one kind of quotation marks and dashes."""
    return " ".join(_as_read(" ".join(text.split())).replace(_SOFT, "").split())


def _as_read(text: str) -> str:
    """Return a text without what Markdown and the setting of type add to its words.

    A hyphen with which a line ends inside a word becomes a soft one, which may be part of the word
    or not: of `negotiation` it is none, of `cost-of-living` it is one.
    """
    text = unicodedata.normalize("NFC", "\n".join(text.splitlines())).translate(_LIGATURES)
    text = _EMPHASIS.sub(_unless_a_sign, _LINK.sub(r"\1", text))
    text = _TABLE_RULE.sub("", text).replace("|", " ")
    text = _LINE_END_HYPHEN.sub(f"{_SOFT}\n", text)
    return _SOFT_HYPHENS.sub(_SOFT, text).translate(_ALIKE)


def _unless_a_sign(marks: re.Match[str]) -> str:
    """Drop marks of emphasis, but not what stands alone, nor as in 4*5 and `pay_rise`."""
    before = marks.string[max(marks.start() - 1, 0) : marks.start()]
    after = marks.string[marks.end() : marks.end() + 1]
    alone = not before.strip() and not after.strip()
    in_number = before.isdigit() and after.isdigit()
    in_word = before.isalnum() and after.isalnum() and "_" in marks[0]
    return marks[0] if alone or in_number or in_word else ""


def _run_on(lines: Iterable[str]) -> str:
    """Return lines as one, with a line's end kept only behind a hyphen or dash inside a word."""
    return _LINE_END.sub(" ", "\n".join(lines))


def _shown(text: str) -> str:
    """Return a text that has run on as it can be shown: without hyphens that are not seen."""
    return text.replace(f"{_SOFT}\n", "-").replace("\n", "").replace(_SOFT, "")


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
        read = (" ".join(line.split()) for line in _as_read(files[name]).split("\n"))
        lines = [line for line in read if line]
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
    heading = heading.replace(_SOFT, "")
    if not _MARKDOWN_HEADING.match(heading):
        return heading
    return heading.lstrip("#").strip().rstrip("#").rstrip()


class Passages:
    """The text of a document, as a whole and from each heading to the next."""

    def __init__(self, lines: Lines, places: Iterable[str]) -> None:
        """Take its lines, and the places in it that records give, which name its headings."""
        self.whole = _run_on(lines)
        known = sorted(set(map(_words_of, lines)))
        self.named = {at: _named(at, known) for at in places}
        headings = frozenset().union(*self.named.values())
        begun = [("", 0, _LOWEST_LEVEL)]
        for number, line in enumerate(lines):
            marked = _MARKDOWN_HEADING.match(line)
            if (words := _words_of(line)) in headings or marked:
                level = len(line) - len(line.lstrip("#")) if marked else _LOWEST_LEVEL
                begun.append((words, number, level))
        # What is under a heading is also under those above it, as far as their levels tell.
        self.parts = [
            (heading, _run_on(lines[start:end]))
            for (heading, start, _), end in zip(begun, _ends(begun, len(lines)), strict=True)
        ]

    @functools.cached_property
    def under(self) -> dict[str, list[str]]:
        """What is under each heading, in each place where it stands."""
        found: dict[str, list[str]] = {}
        for heading, part in self.parts:
            found.setdefault(heading, []).append(part)
        return found

    @functools.cached_property
    def words(self) -> list[str]:
        """Its words, which only what is not found is compared with."""
        return _shown(self.whole).split()

    @functools.cached_property
    def occurrences(self) -> dict[str, list[int]]:
        """Where among its words each stands, by the word without case and punctuation."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            found.setdefault(_bare(word), []).append(number)
        return found

    @functools.cached_property
    def letters(self) -> tuple[str, list[int]]:
        """Its letters and digits as they look, and where each stands in the whole."""
        return _letters_of(self.whole)


def _ends(begun: Sequence[tuple[str, int, int]], last: int) -> list[int]:
    """Return where the text under each heading ends: at the next of its level or above."""
    ends = [last] * len(begun)
    # Where the next heading of each level begins, from the end on.
    following = [last] * (_LOWEST_LEVEL + 1)
    for number in range(len(begun) - 1, -1, -1):
        _, start, level = begun[number]
        ends[number] = min(following[: level + 1])
        following[level] = start
    return ends


def _named(at: str, known: Sequence[str]) -> frozenset[str]:
    """Return which of the known lines, in order, is the heading with which a place begins.

    That is the whole line, or its first words where it is long: `Pay, item 3` is under "Pay". The
    longest beginning counts, and a whole line before one that is cut short.
    """
    parts = _words_of(alike(at)).split(", ", _MOST_COMMAS)[:_MOST_COMMAS]
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
    if not phrase:
        return False
    start = text.find(phrase)
    while start >= 0:
        if _whole(text, start, start + len(phrase)):
            return True
        start = text.find(phrase, start + 1)
    if _SOFT not in text and "\n" not in text:
        return False
    broken = _broken(phrase)
    found = broken.search(text)
    while found and not _whole(text, *found.span()):
        found = broken.search(text, found.start() + 1)
    return bool(found)


def _whole(text: str, start: int, end: int) -> bool:
    """Tell whether a part of a text neither begins nor ends inside a word or a number."""
    return not (_WITHIN_A_WORD.match(text, start) or _WITHIN_A_WORD.match(text, end))


def _broken(phrase: str) -> re.Pattern[str]:
    """Return the pattern of a phrase in a text that has soft hyphens and ends of lines in it.

    Only one way leads on at each character, so the search never goes back over what it has read.
    """
    pattern = ""
    for piece in re.findall("- |.", phrase):
        if piece[0] == "-":
            pattern += r"[-\xad]" + (r"[ \n]" if piece[1:] else r"\n?+")
        else:
            within = pattern and not pattern.endswith((r"\n?+", r"[ \n]"))
            pattern += (r"(?:\xad\n?)?+" if within else "") + re.escape(piece)
    return re.compile(pattern)


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
    return " ".join(text.words[best : best + size]) if most else ""


def _bare(word: str) -> str:
    return word.lower().strip(_PUNCTUATION)


@functools.cache
def _letters(char: str) -> str:
    """Return the letters and digits of a character, one for all that look like it."""
    folded = unicodedata.normalize("NFKD", char).casefold().translate(_LOOK_ALIKE)
    return "".join(filter(str.isalnum, folded))


def _letters_of(text: str) -> tuple[str, list[int]]:
    places = [place for place, char in enumerate(text) for _ in _letters(char)]
    return "".join(map(_letters, text)), places


def otherwise(phrase: str, text: Passages) -> tuple[str, str]:
    """Return where a phrase that is not found stands but for its signs, and what differs there."""
    wanted, at = _letters_of(phrase)
    letters, places = text.letters
    first = letters.find(wanted) if wanted else -1
    while first >= 0:
        behind = first + len(wanted)
        start, end = places[first], places[behind - 1] + 1
        if _whole(text.whole, start, end):
            said = _differing(phrase, at, text.whole, places[first:behind])
            begin = text.whole.rfind(" ", 0, start) + 1
            until = text.whole.find(" ", end)
            if said:
                return _shown(text.whole[begin : until if until >= 0 else None]), said
        first = letters.find(wanted, first + 1)
    return "", ""


def _differing(phrase: str, at: Sequence[int], text: str, there: Sequence[int]) -> str:
    """Say what differs first between a phrase and a text whose letters look the same."""
    capitals = ""
    last, before = at[0], there[0]
    # Before the first letter and behind the last one the text counts as far as the phrase goes.
    led = re.sub(r".*[\w\s]", "", text[max(before - last, 0) : before], flags=re.DOTALL)
    if led != phrase[:last]:
        return _said(phrase[:last], led, f"before {quoted(_word_at(phrase, last))}")
    for place, other in zip(at, there, strict=True):
        if phrase[last:place] not in _readings(between := text[before:other]):
            return _said(
                phrase[last:place], _shown(between), f"after {quoted(_word_at(phrase[:last]))}"
            )
        one, another = phrase[place], text[other]
        if one.casefold() != another.casefold():
            return _said(one, another, f"in {quoted(_word_at(phrase, place))}")
        if one != another:
            capitals = capitals or _word_at(text, other)
        last, before = place + 1, other + 1
    rest = phrase[last:]
    ended = re.sub(r"[\w\s].*", "", text[before : before + len(rest)], flags=re.DOTALL)
    if ended != rest:
        return _said(rest, ended, f"after {quoted(_word_at(phrase[:last]))}")
    return f"it differs only in capitals: {quoted(capitals)}" if capitals else ""


def _readings(between: str) -> Sequence[str]:
    """Return as what is read what stands between two letters of a text, first as it is shown."""
    known = {_SOFT: ("", "-"), f"{_SOFT}\n": ("-", "", "- "), "-\n": ("-", "- ")}
    return known.get(between, (between,))


def _word_at(text: str, place: int = -1) -> str:
    """Return the word at a place in a text, or its last one, cut to what is seen at once."""
    place = place % len(text)
    end = text.find(" ", place)
    start = max(text.rfind(" ", 0, place + 1) + 1, place - _SEEN_AT_ONCE // 2)
    return _shown(text[start : end if end >= 0 else None])[:_SEEN_AT_ONCE].strip(_PUNCTUATION)


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    differ = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differ, min(len(one), len(other)))


def _said(wanted: str, there: str, where: str) -> str:
    """Say what a text has, and a phrase has not, or has otherwise."""
    same = _shared(wanted, there)
    wanted, there = wanted[same:], there[same:]
    same = _shared(wanted[::-1], there[::-1])
    wanted, there = wanted[: len(wanted) - same], there[: len(there) - same]
    if not there:
        return f"the text has no {_called(wanted)} {where}"
    instead = f", not {_with_article(wanted)}" if wanted else ""
    return f"the text has {_with_article(there)} {where}{instead}"


def _called(signs: str) -> str:
    """Return what a sign is called, or several as they are."""
    if len(signs) > 1:
        return quoted(signs[:_SEEN_AT_ONCE])
    known = {" ": "space", "-": "dash", "_": "underscore"}
    name = known.get(signs) or unicodedata.name(signs, "").lower()
    return name or f"sign U+{ord(signs):04X}"


def _with_article(signs: str) -> str:
    name = _called(signs)
    return name if len(signs) > 1 else f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def beyond(phrase: str, passage: str) -> str:
    """Say from where a phrase and a passage differ that look the same at a glance, or nothing."""
    same = _shared(phrase, passage)
    signs = phrase[same : same + 1], passage[same : same + 1]
    # Letters of two alphabets may look alike, more of them than are known here.
    if all(map(str.isalpha, signs)) and len({_called(sign).split()[0] for sign in signs}) > 1:
        return _said(*signs, f"in {quoted(_word_at(phrase, same))}")
    if same < _SEEN_AT_ONCE:
        return ""
    one, other = (_from(text, same) for text in (phrase, passage))
    return f"the text has {quoted(other)} where the quotation has {quoted(one)}"


def _from(text: str, place: int) -> str:
    """Return a text from the word at a place, cut to what is seen at once."""
    start = max(text.rfind(" ", 0, place) + 1, place - _SEEN_AT_ONCE // 2)
    return text[start : start + _SEEN_AT_ONCE]
