"""The documents of a page: their numbers, the passages used of them, and what one side alone tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pcs_scorecard.comparison.compare import Pair
from pcs_scorecard.factcheck.on_record import voices
from pcs_scorecard.model.sources import Evidence
from pcs_scorecard.pages.blocks import Block, Heading, Item, Line, Link, Marks, line
from pcs_scorecard.pages.sentences import Names, capital
from pcs_scorecard.scorecard.card import Scorecard


class Sources:
    """The documents of a page, numbered in the order in which they are first named."""

    def __init__(self, card: Scorecard) -> None:
        """Begin with no document numbered."""
        self.names = Names(card.dispute)
        self.documents = {each.id: each for each in card.dispute.documents}
        self.numbers: dict[str, int] = {}
        self.sides = {party.id: party.side for party in card.dispute.parties}
        self.only: dict[str, None] = {}
        """Who alone reports what is marked so."""
        self.passages: dict[str, dict[tuple[str, str, str], list[str]]] = {}
        """What is used of each document: place, quoted words and whose they are, and what they show."""

    def numbered(self, evidence: Iterable[Evidence], shows: str = "") -> tuple[int, ...]:
        """Return the numbers of the documents that show something, in order."""
        found = set()
        for each in evidence:
            found.add(self.numbers.setdefault(each.document, len(self.numbers) + 1))
            if shows:
                passages = self.passages.setdefault(each.document, {})
                place = (each.at, each.quote or "", each.quoting or "")
                shown = passages.setdefault(place, [])
                if shows not in shown[-1:]:
                    shown.append(shows)
        return tuple(sorted(found))

    def marks(
        self, evidence: Iterable[Evidence], pairs: Iterable[Pair] = (), *, shows: str = ""
    ) -> Marks:
        """Return the marks of a line: its documents, and those of the answers that it tells of.

        `shows` is kept beside each passage, for the list of them under their source.
        """
        pairs = list(pairs)
        every = [*evidence, *(each for pair in pairs for each in shown_by(pair))]
        return Marks(self.numbered(every, shows), self.of_another_side(pairs))

    def of_another_side(self, pairs: Iterable[Pair]) -> bool:
        """Tell whether what answers say is known only from another side than their makers'.

        Whoever alone tells it is kept, for the note on what is marked so.
        """
        shown: dict[str, list[Evidence]] = {}
        for pair in pairs:
            shown.setdefault(pair.concession.made_by, []).extend(shown_by(pair))
        return bool(shown) and self.from_another_side(shown)

    def from_another_side(self, shown: Mapping[str, Iterable[Evidence]]) -> bool:
        """Tell whether what each of some makers did is known only from one other side than theirs."""
        only = [self._only(maker, evidence) for maker, evidence in shown.items()]
        if not all(only):
            return False
        self.only.update(dict.fromkeys(name for names in only for name in names))
        return True

    def _only(self, maker: str, evidence: Iterable[Evidence]) -> list[str]:
        """Return who alone tells what somebody did, all on one side that is not theirs; else nobody."""
        said = voices(evidence, self.names.publishers)
        sides = {self.sides.get(voice) for voice in said}
        its_own = self.sides.get(maker)
        if len(sides) != 1 or its_own is None or sides & {its_own, None}:
            return []
        return [self.names.party(each) for each in sorted(said)]


def shown_by(pair: Pair) -> tuple[Evidence, ...]:
    """Return what documents an answer."""
    return (*pair.concession.evidence, *pair.answer.evidence)


def listing(sources: Sources, level: int = 2) -> Iterator[Block]:
    """Yield the list of the sources that were named."""
    if sources.numbers:
        yield Heading(level, "Sources")
        for name, place in sources.numbers.items():
            yield Item(place, source(name, sources))


def source(name: str, sources: Sources) -> Line:
    """Return a document as it is listed: publisher, title, date, and where it lies that is not on the web."""
    document = sources.documents.get(name)
    if document is None:
        return line(name)
    title: str | Link = f"“{document.title}”"
    about = [sources.names.when(document)]
    if document.address and document.address.startswith(("https://", "http://")):
        title = Link(f"“{document.title}”", document.address)
    elif document.address:
        about.append(document.address)
    known = "; ".join(filter(None, about))
    return line(
        f"{capital(sources.names.party(document.publisher))},", title, known and f"({known})"
    )
