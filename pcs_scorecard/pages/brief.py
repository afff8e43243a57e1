"""Scoresheet → the few lines that its short forms share: the picture and the message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pcs_scorecard.pages.blocks import Line, Marks
from pcs_scorecard.pages.sentences import listed, number
from pcs_scorecard.pages.sheet import GIVEN, Group, Row, Sheet


def kicker(page: Sheet) -> str:
    """Return what kind of page it is, and of which day."""
    return f"Scoresheet. {page.day}"


def gifts(page: Sheet) -> tuple[str, ...]:
    """Return the sentences on what was given though it is not among the demands."""
    return tuple(gift.text for gift in page.gifts if gift.given)


def given(told: Sequence[str], most: int) -> str:
    """Return in a line what was given besides, at most so many of it and how many more; "" if nothing."""
    if not told:
        return ""
    return " ".join(
        [f"{GIVEN}:", *told[:most], *([f"({more(len(told) - most)}.)"] * (len(told) > most))]
    )


def more(count: int) -> str:
    """Return how many a shortened list leaves out."""
    return f"and {count:,} more"


def publishers(page: Sheet) -> tuple[tuple[str, int], ...]:
    """Return who published the documents that the sheet names, and how many, the most first."""
    sources = page.sources
    found = Counter(
        sources.names.party(document.publisher)
        for name in sources.numbers
        if (document := sources.documents.get(name))
    )
    return tuple(found.most_common())


def reported(found: Sequence[tuple[str, int]], most: int) -> str:
    """Return from whose documents all this is, at most so many named; "" without any."""
    if not found:
        return "No document is on record."
    named = [f"{name} ({count})" for name, count in found[:most]]
    if len(found) > most:
        left = len(found) - most
        named.append(f"{number(left)} other{'s' if left > 1 else ''}")
    return f"From documents of {listed(named)}."


def one_sided(page: Sheet) -> str:
    """Return what the mark † means where a line has it."""
    return next((note for note in page.notes if note.startswith("†")), "")


def meanings(page: Sheet) -> tuple[str, ...]:
    """Return what else a reader must know to read the answers aright."""
    return tuple(note for note in page.notes if not note.startswith("†"))


def silence(group: Group) -> Line:
    """Return, of a group to which no answer is on record, that, without its marks."""
    return tuple(piece for piece in group.silent if not isinstance(piece, Marks))


def from_another_side(row: Row) -> bool:
    """Tell whether what an answer rests on, or that of a part, is known only from another side."""
    return row.marks.other_side or any(part.marks.other_side for part in row.parts)
