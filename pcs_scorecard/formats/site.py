"""Scorecards → the files of a site, by their names in its folder.

The same files for the same disputes, in whatever order they are given: nothing here knows a folder or
a day that is not in the data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import quote

from pcs_scorecard.formats import FORMATS
from pcs_scorecard.formats.html import (
    Place,
    blocks,
    counted,
    document,
    headlines,
    page,
    text,
)
from pcs_scorecard.formats.render import render
from pcs_scorecard.formats.style import LOOKS
from pcs_scorecard.pages import site as says
from pcs_scorecard.pages.blocks import Block, Heading, Link
from pcs_scorecard.pages.claims import claims_page
from pcs_scorecard.pages.sheet import Sheet, compose
from pcs_scorecard.scorecard.card import Scorecard

_CLAIMS, _METHOD, _FEED, _DATA = "claims.html", "method.html", "feed.xml", "scorecard.json"
INDEX = "index.html"
_PICTURE = "picture"

TAKEN = (INDEX, _CLAIMS, _METHOD, _FEED)
"""The names in a site's folder that no dispute can have."""

PATTERNS = (
    *TAKEN,
    *(f"*/{name}" for name in (INDEX, _DATA, f"{_PICTURE}.svg", f"{_PICTURE}.png")),
)
"""How the files of any site are named, the folder of a dispute as `*`."""

SIGN = "<!-- pcs-scorecard: site -->"
"""What stands in the first page of a site, and in no other page: it tells that a folder is a site."""


def site(
    cards: Sequence[Scorecard],
    address: str = "",
    image: Callable[[Scorecard], bytes] | None = None,
) -> dict[str, bytes]:
    """Return the files of a site: a page for each dispute and its data, and what they share.

    With an address, which ends in a slash, there is a feed, and pages name themselves and their
    pictures. `image` makes the picture for previews of links, a PNG, where that can be made.
    """
    cards = sorted(cards, key=lambda card: card.dispute.name)
    pages = [compose(card) for card in cards]
    files = {
        INDEX: _index(pages, _place(address)),
        _CLAIMS: _claims(cards, _place(address, _CLAIMS)),
        _METHOD: _method(_place(address, _METHOD)),
    }
    images: dict[str, bytes] = {}
    for card, sheet in zip(cards, pages, strict=True):
        name = card.dispute.name
        if "svg" in FORMATS:
            files[f"{name}/{_PICTURE}.svg"] = render(card, "svg")
        picture = f"{_PICTURE}.png" if image else ""
        if image is not None:
            images[f"{name}/{picture}"] = image(card)
        place = _place(address, f"{quote(name, safe='')}/", image=picture, home="../")
        files[f"{name}/{INDEX}"] = page(sheet, place)
        files[f"{name}/{_DATA}"] = render(card, "json")
    if address:
        files[_FEED] = _feed(pages, address)
    return {name: content.encode() for name, content in files.items()} | images


def _place(address: str, name: str = "", *, image: str = "", home: str = "") -> Place:
    """Return where a page stands; only a site that knows its address has absolute ones."""
    doors = [
        Link(says.TITLE, INDEX),
        Link(says.CLAIMS, _CLAIMS),
        Link(says.METHOD, _METHOD),
    ]
    if not address:
        return Place(home=home, doors=tuple(doors))
    return Place(
        home=home,
        doors=(*doors, Link(says.FEED, _FEED)),
        address=address + name,
        image=f"{address}{name}{image}" if image else "",
        feed=address + _FEED,
    )


def _index(pages: Sequence[Sheet], place: Place) -> str:
    body = [
        SIGN,
        f'<header class="top"><h1>{says.TITLE}</h1><p class="about">{says.SAYS}</p></header>',
        '<main id="main" tabindex="-1">',
        *(part for each in pages for part in _entry(each)),
        "</main>",
    ]
    return document(says.TITLE, says.SAYS, body, place)


def _entry(sheet: Sheet) -> Iterator[str]:
    """Yield a dispute as the first page has it: what became of its demands, and the counts."""
    name = quote(sheet.card.dispute.name, safe="")
    yield f'<section class="entry"><h2><a href="{name}/{INDEX}">{text(sheet.title)}</a></h2>'
    yield f'<p class="day">{text(sheet.day)}</p>'
    yield from headlines(sheet)
    counts = "".join(
        f'<li class="{LOOKS[status.says]}{"" if count else " zero"}">{counted(status, count)}</li>'
        for status, count in sheet.card.tally.items()
    )
    yield f'<ul class="counts">{counts}</ul>'
    data = text(f"{sheet.title}: {says.DATA}")
    yield f'<p class="day"><a href="{name}/{_DATA}" aria-label="{data}">{says.DATA} (JSON)</a></p>'
    yield "</section>"


def _claims(cards: Sequence[Scorecard], place: Place) -> str:
    every = list(claims_page(cards))
    starts = [i for i, block in enumerate(every) if _begins(block)]
    parts = [every[: starts[0]] if starts else every]
    parts += [
        every[start:end] for start, end in zip(starts, [*starts[1:], len(every)], strict=True)
    ]
    title, *rest = parts[0]
    heading = title.text if isinstance(title, Heading) else ""
    # Each dispute numbers its own sources.
    laid = [blocks(part, f"d{at}-") for at, part in enumerate(parts[1:], 1)]
    return _plain(heading, rest, laid, place)


def _begins(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 2


def _method(place: Place) -> str:
    _, first, *rest = says.method()
    return _plain(says.METHOD, [first], [blocks(rest)], place)


def _plain(title: str, first: Sequence[Block], laid: Sequence[str], place: Place) -> str:
    """Return a page that is a text from end to end."""
    body = (
        f'<header class="top"><h1>{text(title)}</h1></header>',
        '<main id="main" tabindex="-1" class="prose">',
        blocks(first),
        *laid,
        "</main>",
    )
    return document(title, says.SAYS, body, place)


def _feed(pages: Sequence[Sheet], address: str) -> str:
    """Return the changes of answers as an Atom feed; its dates are those of the data."""
    entries = says.entries(pages)
    last = max((sheet.card.as_of for sheet in pages), default=None)
    if entries:
        last = entries[0].day
    laid = "".join(_news(each, address) for each in entries)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<title>{text(says.FEED)}</title>\n<id>{text(address)}</id>\n"
        f'<link rel="self" href="{text(address + _FEED)}"/>\n<link href="{text(address)}"/>\n'
        f"<updated>{_moment(last)}</updated>\n<author><name>{text(says.TITLE)}</name></author>\n"
        f"{laid}</feed>\n"
    )


def _news(entry: says.Entry, address: str) -> str:
    name = entry.sheet.card.dispute.name
    link = f"{address}{quote(name, safe='')}/#demand-{entry.number}"
    what = entry.status.value if entry.status else "dropped"
    own = f"{address}{quote(name, safe='')}/#{entry.demand}@{entry.day}:{what}"
    return (
        f"<entry>\n<title>{text(entry.title)}</title>\n<id>{text(own)}</id>\n"
        f'<link href="{text(link)}"/>\n<updated>{_moment(entry.day)}</updated>\n'
        f"<summary>{text(f'{entry.sheet.title}. {entry.when}.')}</summary>\n</entry>\n"
    )


def _moment(day: object) -> str:
    return f"{day or '1970-01-01'}T00:00:00Z"
