"""How much room a text takes in a picture, on the safe side, and how it is cut to what there is.

A picture is drawn with whatever fonts are there. So each letter counts as wide as in the widest of the
usual ones (DejaVu Sans, Noto Sans, Liberation Sans or Arial), and one that no table knows as wide as the
widest of its kind.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from pcs_scorecard.values.characters import shows

ELLIPSIS = "…"
_LONGEST = 2_000
"""More letters than any place has room for."""

_PLAIN = {
    0.35: " ',.:;Iijl·‘’",
    0.4: "()-/[\\]ft",
    0.45: "!r¡ľ",
    0.5: '"J`ª°´¸º',
    0.55: "csz“”",
    0.6: "*?L_kvxy|¦§¨¯ı–†",
    0.65: "$0123456789FTabdeghnopqu{}¢£¤¥«µ»¿ßðøþ€",
    0.7: "ABEKPSVXYZ¶Þ",
    0.75: "CRU",
    0.8: "&DGHNOQÐØ",
    0.85: "#+<=>^w~¬±×÷",
    1.0: "%MWm©®¼½¾Ææ—…",
    1.1: "@Œœ",
    1.35: "ЖШЩЮЉЊщ",
}
_BOLD = {
    0.4: " ',.:;Iijl·‘’",
    0.45: "-/\\f",
    0.5: "!()[]`rt¡°´¸ľ",
    0.6: '"*J_csz|¦§ª¯ºı–†',
    0.7: "$0123456789?EFLTaekovxy¢£¤¥¨«¶»¿ðø“”€",
    0.75: "CPSYZbdghnpqu{}µÞßþ",
    0.8: "ABKRVX",
    0.85: "#+<=>DGHNU^~¬±Ð×÷",
    0.9: "&OQØ",
    1.0: "@Mw©®—…",
    1.1: "%m¼½¾Ææœ",
    1.2: "WŒ",
    1.35: "ЖШЩЮЉЊщ",
}
_WIDTHS = tuple(
    {char: em for em, chars in classes.items() for char in chars} for classes in (_PLAIN, _BOLD)
)
_NARROW = frozenset("اأإآلدذرزوؤء")
"""Arabic letters that take little room, whatever they are joined to."""
_WIDEST = (
    *((0x0250, 1.6), (0x0400, 1.35), (0x0460, 1.1), (0x0530, 1.5), (0x0590, 1.0), (0x0600, 0.85)),
    *((0x0900, 1.4), (0x0A70, 1.2), (0x0B80, 1.6), (0x0E00, 2.6), (0x0E80, 0.95), (0x0F00, 1.4)),
    *((0x1000, 1.7), (0x10A0, 2.5), (0x1100, 1.2), (0x1200, 1.05), (0x2000, 2.1), (0x2E00, 1.9)),
    *((0x2E80, 3.0), (0xFB50, 2.1), (0xFE00, 12.0)),
)
"""Up to which character, how wide the widest letter is, in Chromium with DejaVu and Noto, both bold and
not. The last are Arabic forms, some of which are whole sentences.
"""


def em(char: str, *, bold: bool = False) -> float:
    """Return how wide a character can be, in sizes of its font."""
    known = _WIDTHS[bold].get(char)
    if known is not None:
        return known
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf"):
        return 0.2 if char == "\u031b" else 0.0  # the horn of ơ stands beside it
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05 if category[0] == "L" else 1.6
    if char in _NARROW:
        return 0.9
    parts = unicodedata.normalize("NFD", char)
    if parts != char:  # é is as wide as e
        return sum(em(part, bold=bold) for part in parts)
    return next((widest for end, widest in _WIDEST if ord(char) < end), 2.1)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text can be in letters of a size."""
    return size * sum(em(char, bold=bold) for char in text)


def one_line(text: str) -> str:
    """Return a text in one line, of characters that XML can hold and a reader can see."""
    kept = "".join(char if char.isspace() or _holds(char) else "�" for char in text)
    return " ".join(kept.split())


def _holds(char: str) -> bool:
    return shows(char) and ord(char) & 0xFFFE != 0xFFFE


def fitted(text: str, size: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """Return a text in at most so many lines that fit the room; one that is cut ends in an ellipsis."""
    lines: list[str] = []
    line = ""
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + ELLIPSIS
    for gap, piece in _pieces(one_line(text), size, room, bold=bold):
        longer = f"{line}{gap}{piece}" if line else piece
        if not line or width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if len(lines) == most - 1:
            return [*lines, _cut(line, size, room, bold=bold)]
        lines.append(line)
        line = piece
    return [*lines, line] if line else lines


def _cut(line: str, size: float, room: float, *, bold: bool) -> str:
    """End a line in an ellipsis, leaving off what it needs."""
    kept = list(_clusters(line))
    while kept and width("".join(kept) + ELLIPSIS, size, bold=bold) > room:
        kept.pop()
    return "".join(kept).rstrip() + ELLIPSIS


def _pieces(text: str, size: float, room: float, *, bold: bool) -> Iterator[tuple[str, str]]:
    """Yield what no line may break, each with what stands before it: words, and signs of Chinese."""
    for word in text.split(" "):
        gap, piece, taken = " ", "", 0.0
        for cluster in _clusters(word):
            more = width(cluster, size, bold=bold)
            breaks = _wide(cluster) or (piece and _wide(piece[-1])) or taken + more > room
            if piece and breaks:
                yield gap, piece
                gap, piece, taken = "", "", 0.0
            piece += cluster
            taken += more
        if piece:
            yield gap, piece


def _wide(cluster: str) -> bool:
    return unicodedata.east_asian_width(cluster[0]) in "WF"


def _clusters(text: str) -> Iterator[str]:
    """Yield the characters of a text, each with the marks on it and whatever is joined to it."""
    cluster = ""
    for char in text:
        joined = unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf") or cluster.endswith(
            "\u200d"
        )
        if cluster and not joined:
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster
