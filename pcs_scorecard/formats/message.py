"""Scoresheet → a message for an e-mail or a messenger: plain text, short whatever it tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcs_scorecard.pages import brief
from pcs_scorecard.pages.blocks import plain
from pcs_scorecard.pages.sheet import Group, Row, Sheet, compose
from pcs_scorecard.scorecard.card import Scorecard

WORDS = 149
"""How many a message has at most, counted as `wc -w` does."""
CHARACTERS = 1_500
"""And how many of these: not every script parts words, and some words are long."""
_TITLE, _HEADLINES, _DAY, _GIFTS, _GIFT, _NAME = 14, 40, 16, 2, 16, 5
"""How many words each part has at most, where not all of it fits; of gifts how many there are."""
_DEMAND, _ASIDE, _LETTERS = 10, 8, 12
"""And of a demand; and how long a word is at most on average."""


def message(card: Scorecard) -> str:
    """Return a scoresheet as a message, ending in a newline."""
    page = compose(card)
    text = next(
        text for text in _shorter(page) if len(text.split()) <= WORDS and len(text) <= CHARACTERS
    )
    # Some messengers make *this* bold, and would make more so with other asterisks about.
    return text.replace("\0", "" if "*" in text else "*")


def _shorter(page: Sheet) -> Iterator[str]:
    """Yield the message, then shorter and shorter ones, to one that names no demand."""
    for short in (False, True):
        head, foot = _head(page, short=short), _foot(page, short=short)
        rows = [
            (group, _row(row, group, short=short)) for group in page.groups for row in group.rows
        ]
        for left in range(len(rows) + 1) if short else (0,):
            yield _joined(head, _list(page, rows[: len(rows) - left], left), foot)


def _joined(*parts: Sequence[str]) -> str:
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _head(page: Sheet, *, short: bool) -> list[str]:
    headlines = list(page.headlines)
    while short and len(headlines) > 1 and _count(*headlines) > _HEADLINES:
        headlines.pop()
    left = ["…"] * (len(headlines) < len(page.headlines))
    return [
        _clipped(page.title, _TITLE if short else 0),
        f"{_clipped(' '.join([*headlines, *left]), _HEADLINES if short else 0)} "
        f"{_clipped(page.day, _DAY if short else 0)}",
    ]


def _foot(page: Sheet, *, short: bool) -> list[str]:
    gifts, most = brief.gifts(page), 1 if short else _GIFTS
    given = brief.given([_clipped(each, _GIFT if short else 0) for each in gifts], most)
    found = [
        (_clipped(name, _NAME if short else 0), count) for name, count in brief.publishers(page)
    ]
    return [*([given] if given else []), brief.reported(found, 2 if short else 3)]


def _list(page: Sheet, shown: Sequence[tuple[Group, str]], left: int) -> list[str]:
    lines: list[str] = []
    last: Group | None = None
    for group, line in shown:
        if group is not last:
            apart = len(page.groups) > 1
            lines += [""] * (apart and last is not None)
            lines += [f"{_clipped(group.heading, 20)}:"] * apart
            lines += [plain(brief.silence(group))] * bool(group.silent)
            last = group
        lines.append(line)
    return [*lines, *([brief.more(left)] if left else [])]


def _row(row: Row, group: Group, *, short: bool) -> str:
    title = _clipped(row.title, _DEMAND if short else 0)
    if group.silent:
        return f"{row.number}. {title}"
    aside = f" ({_clipped(row.aside, _ASIDE if short else 0)})" if row.aside else ""
    return f"{row.number}. {title}: \0{row.status.says}\0{aside}"


def _clipped(text: str, most: int) -> str:
    """Return a text in one line, and cut to so many words and letters, if any number is given."""
    words = text.replace("\0", "").split()
    if not most:
        return " ".join(words)
    clipped = " ".join(words[:most])[: most * _LETTERS].rstrip()
    return clipped if clipped == " ".join(words) else f"{clipped}…"


def _count(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
