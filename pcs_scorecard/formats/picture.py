"""Scoresheet → a picture to share: SVG, tall or wide, and PNG made from it.

Every text stands in a frame of its own, which it is wrapped and cut to fit; should a font be wider than
any that is known, the frame cuts what would stand out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

import attrs

from pcs_scorecard.formats.lettering import ELLIPSIS, fitted, one_line, width
from pcs_scorecard.formats.style import LOOKS, drawn
from pcs_scorecard.pages import brief
from pcs_scorecard.pages.blocks import plain
from pcs_scorecard.pages.sentences import capital
from pcs_scorecard.pages.sheet import Group, Row, Sheet, compose
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import Status

INSTALL = "a PNG needs a library that is not installed: pip install 'pyvips[binary]'"

_FONTS = "Arial,'Liberation Sans',Helvetica,'DejaVu Sans',sans-serif"
_INK, _SOFT, _RULE, _PAPER = "#1b1a18", "#57534b", "#d9d5cb", "#ffffff"
_COLOURS = {
    Status.MET: "#00685a",
    Status.PARTLY_MET: "#1b6a91",
    Status.SOME_MOVEMENT: "#8a5800",
    Status.NOT_MET: "#a3281d",
    Status.NO_RESPONSE: "#5a6068",
}
_LEADING = 1.25
_SPACE, _TIGHT = 0.9, 0.6
"""How far apart rows stand at least, in sizes of their letters, and in the smallest; twice that where
there is room.
"""


def svg(card: Scorecard, *, wide: bool = False) -> str:
    """Return a scoresheet as a picture: 1080 by 1350, or wide, 1200 by 630."""
    page = compose(card)
    size, drawn = ((1200, 630), _wide(page)) if wide else ((1080, 1350), _tall(page))
    across, down = size
    told = [*page.headlines, *map(_in_words, page.rows), *brief.gifts(page)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}" height="{down}" '
        f'viewBox="0 0 {across} {down}" role="img" font-family="{_FONTS}">\n'
        f"<title>{_escaped(f'{page.title}. {brief.kicker(page)}')}</title>\n"
        f"<desc>{_escaped(' '.join(told))}</desc>\n"
        f'<rect width="{across}" height="{down}" fill="{_PAPER}"/>\n'
        f'<rect width="{across}" height="14" fill="{_INK}"/>\n{"".join(drawn)}</svg>\n'
    )


def png(card: Scorecard, *, wide: bool = False) -> bytes:
    """Return the same picture as PNG; raise ImportError, saying what to install, without the library."""
    try:
        import pyvips  # noqa: PLC0415 - only this format needs it
    except (ImportError, OSError) as error:  # OSError: it is there without the library it binds
        raise ImportError(INSTALL) from error
    drawn: bytes = pyvips.Image.svgload_buffer(svg(card, wide=wide).encode()).pngsave_buffer(
        strip=True
    )
    return drawn


def _in_words(row: Row) -> str:
    return f"{row.number}. {row.title}: {row.status.says}."


# Layouts ------------------------------------------------------------------------------------------


def _tall(page: Sheet) -> Iterator[str]:
    left, across, y = 56.0, 968.0, 44.0
    foot = _Foot.of(page, across, (25, 22, 20), 1322)
    for block in (
        _block(brief.kicker(page), across, (26, 24), 2, colour=_SOFT, bold=True),
        _block(page.title, across, (64, 56, 48), 2, bold=True, at_last=3),
        _headline(page, across, (34, 30, 27), 3),
    ):
        yield block.at(left, y)
        y += block.height + 14
    y += 12
    for i, (status, count) in enumerate(page.card.tally.items()):
        x = left + i * across / 5
        colour = _COLOURS[status] if count else _SOFT
        yield _icon(status, x, y, 42, colour)
        yield _block(f"{count:,}", 120, (44,), 1, colour=_INK if count else _SOFT, bold=True).at(
            x + 54, y - 5
        )
        yield _block(status.says, across / 5 - 8, (22,), 2, colour=colour, bold=bool(count)).at(
            x, y + 54
        )
    y += 128
    yield from _rows(page, left, y, across, foot.top - y, (30, 28, 26, 24, 22))
    yield from foot.at(left)


def _wide(page: Sheet) -> Iterator[str]:
    left, across, y = 44.0, 392.0, 38.0
    foot = _Foot.of(page, 1112, (19, 17, 15), 616)
    for block in (
        _block(brief.kicker(page), across, (19, 18, 16), 1, colour=_SOFT, bold=True, at_last=2),
        _block(page.title, across, (36, 32, 28), 3, bold=True, at_last=4),
        _headline(page, across, (23, 21, 19), 5),
    ):
        yield block.at(left, y)
        y += block.height + 9
    room = min((foot.top - y) / 5, 34)
    size = room * 0.62
    for status, count in page.card.tally.items():
        colour = _COLOURS[status] if count else _SOFT
        yield _icon(status, left, y, size * 1.25, colour)
        yield _block(status.says, 290, (size,), 1, colour=colour, bold=bool(count)).at(left + 34, y)
        counted = _block(f"{count:,}", 100, (size,), 1, colour=_INK, bold=bool(count))
        yield counted.at(left + across - 100, y, end=True)
        y += room
    yield from _rows(page, 484, 38, 672, foot.top - 38, (22, 20, 19, 18, 17))
    yield from foot.at(left)


@attrs.frozen(eq=False, repr=False)
class _Foot(Value):
    """What stands below the demands, from what was given besides to what the marks mean."""

    blocks: tuple[_Block, ...]
    top: float
    """Where what stands above it must end."""

    @classmethod
    def of(cls, page: Sheet, across: float, sizes: tuple[int, int, int], bottom: float) -> _Foot:
        large, middle, small = sizes
        gifts, found = brief.gifts(page), brief.publishers(page)
        blocks = []
        for most in range(min(2, len(gifts)), 0, -1):
            block = _block(brief.given(gifts, most), across, (large,), 3)
            if not block.cut or most == 1:
                blocks.append(block)
                break
        blocks.append(_block(brief.reported(found, 3), across, (middle,), 2, colour=_SOFT))
        # A note that is cut would say another thing.
        for note in filter(None, (brief.one_sided(page), " ".join(brief.meanings(page)))):
            block = _block(note, across, (small,), 3, colour=_SOFT)
            blocks += [] if block.cut else [block]
        return cls(tuple(blocks), bottom - large - sum(block.height + 5 for block in blocks))

    def at(self, x: float) -> Iterator[str]:
        y = self.top + self.blocks[0].size * 0.7
        for block in self.blocks:
            yield block.at(x, y)
            y += block.height + 5


def _headline(page: Sheet, across: float, sizes: Sequence[int], most: int) -> _Block:
    """Return the headlines, or if there is no room for all the first of them, each of them whole."""
    for count in range(len(page.headlines), 0, -1):
        rest = [ELLIPSIS] if count < len(page.headlines) else []
        block = _block(
            " ".join([*page.headlines[:count], *rest]), across, sizes, most, at_last=most + 1
        )
        if not block.cut:
            break
    return block


# The demands --------------------------------------------------------------------------------------


@attrs.frozen(eq=False, repr=False)
class _Entry(Value):
    """A demand as it is drawn below a rule, with what stands over the first of some: where what is."""

    height: float
    pieces: tuple[tuple[float, float, _Block | Status], ...]


def _rows(
    page: Sheet, x: float, y: float, across: float, room: float, sizes: Sequence[int]
) -> Iterator[str]:
    """Yield the list of demands, as large as they all fit, or else as many as fit and how many more."""
    for size in sizes:
        entries = [entry for group in page.groups for entry in _entries(page, group, across, size)]
        least = (_TIGHT if size == sizes[-1] else _SPACE) * size
        if sum(entry.height + least for entry in entries) <= room:
            break
    shown, taken = entries, sum(entry.height + least for entry in entries)
    if taken > room:
        last = size * _LEADING + least
        shown, taken = [], last
        for entry in entries:
            if taken + entry.height + least > room:
                break
            shown.append(entry)
            taken += entry.height + least
        left = brief.more(len(entries) - len(shown))
        told = _block(left, across, (size,), 1, colour=_SOFT, bold=True)
        shown = [*shown, _Entry(told.height, ((0, 0, told),))]
    space = least + min((room - taken) / max(1, len(shown)), least)
    for entry in shown:
        yield f'<rect x="{x:g}" y="{y:g}" width="{across:g}" height="1.5" fill="{_RULE}"/>\n'
        for right, down, piece in entry.pieces:
            at = (x + right, y + space / 2 + down)
            if isinstance(piece, Status):
                yield _icon(piece, at[0], at[1] - size * 0.03, size * 1.25, _COLOURS[piece])
            else:
                yield piece.at(*at)
        y += entry.height + space
    yield f'<rect x="{x:g}" y="{y:g}" width="{across:g}" height="1.5" fill="{_RULE}"/>\n'


def _entries(page: Sheet, group: Group, across: float, size: int) -> Iterator[_Entry]:
    """Yield the demands of one party to another, each with its answer, or below that to all of them."""
    over: list[tuple[float, float, _Block | Status]] = []
    down, icon = 0.0, size * 1.6
    if len(page.groups) > 1:
        head = _block(group.heading, across, (size * 0.8,), 1, colour=_SOFT, bold=True)
        over.append((0, down, head))
        down += head.height + size * 0.35
    if group.silent:
        said, status = plain(brief.silence(group)), Status.NO_RESPONSE
        told = _block(said, across - icon, (size,), 2, colour=_COLOURS[status], bold=True)
        over += [(0, down, status), (icon, down, told)]
        down += told.height + size * 0.35
    indent = width(f"{page.rows[-1].number}. ", size)
    answers = icon + max(
        width(line, size, bold=True)
        for row in page.rows
        for line in _answer(row, size, across * 0.4).lines
    )
    for row in group.rows:
        room = across - indent - (0 if group.silent else answers + size)
        title = _block(row.title, room, (size,), 3)
        number = _block(f"{row.number}.", indent, (size,), 1, colour=_SOFT)
        pieces = [*over, (0, down, number), (indent, down, title)]
        height = title.height
        if row.aside:
            aside = _block(capital(row.aside), room, (size * 0.75,), 1, colour=_SOFT)
            pieces.append((indent, down + height, aside))
            height += aside.height
        if not group.silent:
            at, answer = across - answers, _answer(row, size, answers - icon)
            pieces += [(at, down, row.status), (at + icon, down, answer)]
            height = max(height, answer.height)
        yield _Entry(down + height, tuple(pieces))
        over, down = [], 0.0


def _answer(row: Row, size: float, room: float) -> _Block:
    said = f"{row.status.says} †" if brief.from_another_side(row) else row.status.says
    # The longest stands in two lines.
    room = min(room, width("Some movement †", size, bold=True))
    return _block(said, room, (size,), 2, colour=_COLOURS[row.status], bold=True)


# Texts and icons ----------------------------------------------------------------------------------


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Block(Value):
    """A text in lines, in a frame that nothing of it leaves."""

    lines: list[str]
    room: float
    size: float
    colour: str
    bold: bool
    cut: bool

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * self.leading

    @property
    def leading(self) -> float:
        return 1.15 if self.size >= 28 and self.bold else _LEADING

    def at(self, x: float, y: float, *, end: bool = False) -> str:
        """Draw it with the upper left corner of its first line at a place."""
        # Scripts differ in how far they reach up and down.
        over = self.size * 0.7
        weight = ' font-weight="700"' if self.bold else ""
        where = f' x="{self.room:g}" text-anchor="end"' if end else ""
        texts = "".join(
            f'<text{where} y="{over + (i * self.leading + 1) * self.size:g}">{_escaped(_isolated(line))}</text>'
            for i, line in enumerate(self.lines)
        )
        return (
            f'<svg x="{x:g}" y="{y - over:g}" width="{self.room:g}" height="{self.height + 2 * over:g}" '
            f'font-size="{self.size:g}" fill="{self.colour}"{weight}>{texts}</svg>\n'
        )


def _block(
    text: str,
    room: float,
    sizes: Sequence[float],
    most: int,
    *,
    colour: str = _INK,
    bold: bool = False,
    at_last: int = 0,
) -> _Block:
    """Return a text in the largest size in which it fits so many lines, or cut in the smallest.

    In that it may have more lines, `at_last`.
    """
    for size in sizes:
        lines = fitted(text, size, room, max(most, at_last) + 1, bold=bold)
        if len(lines) <= most:
            break
    most = max(most, at_last)
    cut = len(lines) > most
    if cut:
        lines = fitted(text, size, room, most, bold=bold)
    return _Block(lines=lines, room=room, size=size, colour=colour, bold=bold, cut=cut)


def _icon(status: Status, x: float, y: float, size: float, colour: str) -> str:
    shape = drawn(LOOKS[status.says], colour, _PAPER)
    return f'<g transform="translate({x:g} {y:g}) scale({size / 24:g})">{shape}</g>\n'


def _isolated(line: str) -> str:
    """Keep the order of what is written from right to left to itself."""
    return line if line.isascii() else f"\u2068{line}\u2069"


def _escaped(text: str) -> str:
    # The marks of an isolated line are ours.
    first, last = text[:1], text[-1:]
    if first == "\u2068" and last == "\u2069":
        return f"{first}{escape(one_line(text[1:-1]))}{last}"
    return escape(one_line(text))
