"""Scorecard → a page of HTML: one file, without a script, that asks for nothing from anywhere.

Every text is escaped in one place, `text`; every link is made in one, `_link`. What the page says is
the report's; here are only the names of its doors.
"""

from __future__ import annotations

import html as escaping
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import attrs

from pcs_scorecard.formats.style import ALLOWED, LOOKS, SHAPES, STYLE, shape
from pcs_scorecard.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Line,
    Link,
    Marks,
    Paragraph,
    Piece,
    Strong,
    Table,
)
from pcs_scorecard.pages.brief import more as left_out
from pcs_scorecard.pages.corrections import correction
from pcs_scorecard.pages.report import ALSO_GIVEN, gifts_in_full, in_full, sections
from pcs_scorecard.pages.sheet import GIVEN, Gift, Group, Row, Sheet, compose
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.values.characters import shows
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import Status

_SKIP, _ANSWERS, _DEMANDS = "Skip to the demands", "The answers", "The demands"
_MORE, _PASSAGES, _MEANING = "Terms, sources and history", "Passages used", "What the answers mean"
_SOURCE, _NOTE, _FIRST, _PAGES = "source", "note", "First page", "All pages"

_NARROW = 3
"""How many columns a phone has room for in letters of the usual size."""

_FEW_GIFTS, _FEW_TITLES = 2, 8
"""How many gifts the head has, and how many demands of one answer stand there unfolded."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Place(Value):
    """Where a page stands in a site."""

    home: str
    """What leads from the page to the site's first, "../" or ""."""
    doors: tuple[Link, ...] = ()
    """The site's other pages, by where they lie from its first page."""
    address: str = ""
    """The page's own address, where the site has one."""
    image: str = ""
    """The address of its picture."""
    feed: str = ""
    """The address of the site's feed."""


def html(card: Scorecard) -> str:
    """Return a scorecard's page."""
    return page(compose(card))


def page(sheet: Sheet, place: Place | None = None) -> str:
    """Return the page of a scoresheet with all that stands behind it, alone or at its place in a site."""
    body = (
        *_head(sheet),
        '<div class="cols">',
        *_tally(sheet),
        '<main id="main" tabindex="-1">',
        f'<p class="about">{text(sheet.summary)}</p>' if sheet.summary else "",
        *(part for group in sheet.groups for part in _group(group, sheet)),
        *_gifts(sheet),
        *_notes(sheet),
        *_sections(sheet),
        "</main></div>",
        f"<footer><p>{text(sheet.title)}. {text(sheet.day)}</p></footer>",
    )
    return document(sheet.title, " ".join((*sheet.headlines, sheet.day)), body, place)


def document(title: str, says: str, body: Iterable[str], place: Place | None = None) -> str:
    """Return a whole document around the parts of its body."""
    meta = (
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src 'sha256-{ALLOWED}'; base-uri 'none'; form-action 'none'\">",
        f"<title>{text(title)}</title>",
        f'<meta name="description" content="{text(says)}">',
        f'<meta name="generator" content="{GENERATOR}">',
        f'<meta property="og:title" content="{text(title)}">',
        f'<meta property="og:description" content="{text(says)}">',
        '<meta property="og:type" content="article">',
        *(_about(place) if place else ()),
    )
    return "\n".join(
        (
            '<!doctype html>\n<html lang="en">\n<head>',
            *meta,
            f"<style>{STYLE}</style>",
            f'</head>\n<body>\n{SHAPES}\n<a class="skip" href="#main">{_SKIP}</a>',
            '<div class="page">',
            # The first page alone is on top, so that the screen is for what is to be read.
            _doors(place, place.doors[:1], _FIRST) if place and place.home else "",
            *filter(None, body),
            _doors(place, place.doors, _PAGES) if place else "",
            "</div>\n</body>\n</html>\n",
        )
    )


GENERATOR = "pcs-scorecard"
"""What the pages say made them."""


def _about(place: Place) -> Iterator[str]:
    if place.address:
        yield f'<link rel="canonical" href="{text(place.address)}">'
        yield f'<meta property="og:url" content="{text(place.address)}">'
    if place.image:
        yield f'<meta property="og:image" content="{text(place.image)}">'
        yield '<meta name="twitter:card" content="summary_large_image">'
    if place.feed:
        yield f'<link rel="alternate" type="application/atom+xml" href="{text(place.feed)}">'


def _doors(place: Place, doors: Iterable[Link], name: str) -> str:
    links = (f'<a href="{text(place.home + door.address)}">{text(door.text)}</a>' for door in doors)
    return f'<nav class="site" aria-label="{name}">{"".join(links)}</nav>'


# The head -----------------------------------------------------------------------------------------


def _head(sheet: Sheet) -> Iterator[str]:
    yield f'<header class="top"><p class="day">{text(sheet.day)}</p>'
    yield f"<h1>{text(sheet.title)}</h1>"
    yield from headlines(sheet)
    for ballot in sheet.ballots:
        yield f'<p class="fact">{line(ballot)}</p>'
    yield from _first_gifts([gift for gift in sheet.gifts if gift.given])
    if sheet.still_open:
        what, colon, which = sheet.still_open.partition(":")
        yield f'<p class="fact"><b>{text(what + colon)}</b>{text(which)}</p>'
    yield "</header>"


def headlines(sheet: Sheet) -> Iterator[str]:
    """Yield how each party's demands fared, in smaller letters where there are several."""
    look = "deck many" if len(sheet.headlines) > 1 else "deck"
    yield from (f'<p class="{look}">{text(each)}</p>' for each in sheet.headlines)


def _first_gifts(gifts: list[Gift]) -> Iterator[str]:
    if gifts:
        told = " ".join(line(gift.line) for gift in gifts[:_FEW_GIFTS])
        more = len(gifts) - _FEW_GIFTS
        rest = f' <a class="more" href="#given">{text(left_out(more))}</a>' if more > 0 else ""
        yield f'<p class="fact gist"><b>{GIVEN}:</b> {told}{rest}</p>'


def _tally(sheet: Sheet) -> Iterator[str]:
    yield f'<nav class="tally" aria-labelledby="answers"><h2 id="answers">{_ANSWERS}</h2><ul>'
    for status, count in sheet.card.tally.items():
        rows = [row for row in sheet.rows if row.status is status]
        head = counted(status, count)
        links = "".join(
            f'<li><a href="#demand-{row.number}"><span class="num">{row.number}.</span>'
            f"{text(row.title)}</a></li>"
            for row in rows
        )
        if not rows:
            yield f'<li class="{LOOKS[status.says]} zero">{head}</li>'
        elif len(rows) > _FEW_TITLES:
            folded = f"<details><summary>{head}</summary><ol>{links}</ol></details>"
            yield f'<li class="{LOOKS[status.says]}">{folded}</li>'
        else:
            yield f'<li class="{LOOKS[status.says]}">{head}<ol>{links}</ol></li>'
    yield "</ul>"
    yield f'<p class="more"><a href="#notes">{_MEANING}</a></p></nav>' if sheet.notes else "</nav>"


def counted(status: Status, count: int) -> str:
    """Return an answer's shape, its word, and how many demands have it."""
    said = f"{shape(LOOKS[status.says])}<span>{text(status.says)}</span> <b>{count}</b>"
    return f'<span class="n">{said}</span>'


# The demands --------------------------------------------------------------------------------------


def _group(group: Group, sheet: Sheet) -> Iterator[str]:
    several = len(sheet.groups) > 1
    yield f"<h2>{text(group.heading if several else _DEMANDS)}</h2>"
    if group.silent:
        yield f"<p>{line(group.silent)}</p>"
    for row in group.rows:
        yield from _demand(row, sheet, quiet=bool(group.silent))


def _demand(row: Row, sheet: Sheet, *, quiet: bool) -> Iterator[str]:
    look = LOOKS[row.status.says]
    heading = f'<h3><span class="num">{row.number}.</span> {text(row.title)}</h3>'
    inside = blocks(in_full(row, sheet))
    door = correction(sheet.card, row.id)
    wrong = f'<p class="wrong">{_link(door)}</p>' if door else ""
    yield f'<section class="d {look}{" quiet" if quiet else ""}" id="demand-{row.number}">'
    if quiet:
        yield f"<details><summary>{heading}</summary>"
        yield f'<div class="in">{inside}{wrong}</div></details></section>'
        return
    aside = f'<span class="aside">({text(row.aside)})</span>' if row.aside else ""
    # Where the parts say why, the sources of the whole stand beside its answer.
    marks = "" if row.said else line((row.marks,))
    yield f'{heading}<p class="answer">{_standing(row.status.says, look)}{aside}{marks}</p>'
    if row.said:
        yield f'<p class="said">{line((*row.said, row.marks))}</p>'
    if row.bullets:
        parts = "".join(f"<li>{line(part)}</li>" for part in row.bullets)
        yield f'<ul class="parts">{parts}</ul>'
    yield f'<div class="tools">{fold(_MORE, inside)}{wrong}</div></section>'


def _gifts(sheet: Sheet) -> Iterator[str]:
    behind = tuple(gifts_in_full(sheet))
    if not behind and not sheet.gifts:
        return
    yield f'<h2 id="given">{GIVEN}</h2>'
    if sheet.gifts:
        told = "".join(f"<li>{line(gift.line)}</li>" for gift in sheet.gifts)
        yield f'<ul class="given">{told}</ul>'
    if behind:
        yield fold(ALSO_GIVEN, blocks(behind))


def _notes(sheet: Sheet) -> Iterator[str]:
    if sheet.notes:
        yield f'<p class="notes" id="notes">{text(" ".join(sheet.notes))}</p>'


def _sections(sheet: Sheet) -> Iterator[str]:
    yield '<div class="folds">'
    for section in sections(sheet):
        heading = f"<h2>{text(section.title)}</h2>"
        inside = tuple(section.blocks)
        if any(isinstance(block, Item) for block in inside):
            # The sources, to which marks lead: they stand there, and what is used of them is folded.
            yield f'</div><section id="{text(section.anchor)}">{heading}'
            yield f'{blocks(inside)}</section><div class="folds">'
        else:
            yield f'<details class="fold" id="{text(section.anchor)}"><summary>{heading}</summary>'
            yield f'<div class="in">{blocks(inside)}</div></details>'
    yield "</div>"


def fold(name: str, inside: str) -> str:
    """Return what is folded away under a name; nothing where there is nothing."""
    if not inside:
        return ""
    return f'<details><summary>{text(name)}</summary><div class="in">{inside}</div></details>'


# Blocks -------------------------------------------------------------------------------------------


def blocks(every: Iterable[Block], scope: str = "") -> str:
    """Lay blocks out; entries that follow each other are one list.

    `scope` keeps the sources of one dispute apart from those of another on the same page.
    """
    made = []
    for is_item, some in groupby(every, key=lambda block: isinstance(block, Item)):
        laid = [_block(block, scope) for block in some]
        made.append(f'<ol class="sources">{"".join(laid)}</ol>' if is_item else "\n".join(laid))
    return "\n".join(made)


def _block(block: Block, scope: str) -> str:
    match block:
        case Heading(level, words, anchor):
            named = f' id="{text(anchor)}"' if anchor else ""
            return f"<h{level}{named}>{text(words)}</h{level}>"
        case Paragraph((Strong() as lead, *rest)) if rest and lead.text.rstrip(".") not in LOOKS:
            strong = f'<strong class="lead">{text(lead.text)}</strong>'
            return f"<p>{strong} {line(tuple(rest), scope)}</p>"
        case Paragraph(words):
            return f"<p>{line(words, scope)}</p>"
        case Bullets(lines):
            return _bullets(lines, scope)
        case Item(number, head, words, bullets):
            below = f"<p>{line(words, scope)}</p>" if words else ""
            below += _bullets(bullets, scope) if bullets else ""
            named = f'id="{text(scope)}source-{number}" value="{number}"'
            return f"<li {named}>{line(head, scope)}{fold(_PASSAGES, below)}</li>"
        case Table(head, rows):
            return _table(head, rows)


def _bullets(lines: Iterable[Line], scope: str) -> str:
    return f"<ul>{''.join(f'<li>{line(words, scope)}</li>' for words in lines)}</ul>"


def _table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    named = "".join(f'<th scope="col">{text(name)}</th>' for name in head)
    laid = "".join(
        f'<tr><th scope="row">{text(first)}</th>'
        f"{''.join(f'<td>{text(cell)}</td>' for cell in rest)}</tr>"
        for first, *rest in rows
    )
    look = ' class="wide"' if len(head) > _NARROW else ""
    return f"<table{look}><thead><tr>{named}</tr></thead><tbody>{laid}</tbody></table>"


def line(words: Line, scope: str = "") -> str:
    """Return a line, with one space between its pieces."""
    said = ""
    for piece in words:
        if laid := _piece(piece, scope):
            # Marks stay on the line of the word before them.
            space = "&nbsp;" if isinstance(piece, Marks) else " "
            said += f"{space}{laid}" if said else laid
    return said


def _piece(piece: Piece, scope: str) -> str:
    match piece:
        case Strong(words):
            look = LOOKS.get(words.rstrip("."))
            return _standing(words, look) if look else f"<strong>{text(words)}</strong>"
        case Link():
            return _link(piece)
        case Marks(numbers, other_side):
            return _marks(numbers, scope, other_side=other_side)
    return text(piece)


def _standing(words: str, look: str) -> str:
    return f'<strong class="is {look}">{shape(look)} {text(words)}</strong>'


def _marks(numbers: tuple[int, ...], scope: str, *, other_side: bool) -> str:
    found = [
        f'<a href="#{text(scope)}source-{number}" aria-label="{_SOURCE} {number}">[{number}]</a>'
        for number in numbers
    ]
    if other_side:
        found.append(f'<a href="#notes" aria-label="{_NOTE}">†</a>' if not scope else "†")
    return f'<span class="marks">{"".join(found)}</span>' if found else ""


def _link(link: Link) -> str:
    if not _ADDRESS(link.address):
        return text(link.text)
    return f'<a href="{text(link.address)}" rel="noopener noreferrer">{text(link.text)}</a>'


_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\\<>\"\x00-\x20\x7f]+", re.IGNORECASE).fullmatch
"""The addresses that links lead to; a text beside any other stays a text."""


def text(words: str) -> str:
    """Return a text as it may stand between tags and in an attribute, without what reorders others."""
    shown = "".join(char if shows(char) or char in "\n\t" else "�" for char in words)
    return escaping.escape(shown)
