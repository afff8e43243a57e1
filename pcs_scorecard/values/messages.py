"""How messages are worded: what was found, how many of it, and the nearest word that is known."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

_MEANT = {
    **dict.fromkeys(("url", "link", "web", "website"), "address"),
    **dict.fromkeys(("page", "where", "place", "location"), "at"),
    **dict.fromkeys(("ballots", "polls"), "votes"),
    **dict.fromkeys(("source", "sources", "references"), "evidence"),
    **dict.fromkeys(("company", "firm", "council", "trust"), "employer"),
    **dict.fromkeys(("ministry", "minister", "state"), "government"),
    **dict.fromkeys(("newspaper", "broadcaster", "agency", "media"), "press"),
    **dict.fromkeys(("tribunal", "judge"), "court"),
    **dict.fromkeys(("mediator", "acas"), "arbitrator"),
    **dict.fromkeys(("name", "heading"), "title"),
    **dict.fromkeys(("accepted_on", "agreed_on"), "accepted"),
    **dict.fromkeys(("declined", "refused"), "refusal"),
    **dict.fromkeys(("offered", "proposal", "proposed"), "offer"),
    **dict.fromkeys(("deal", "settlement"), "agreed"),
    **dict.fromkeys(("done", "paid", "implemented"), "in-force"),
    **dict.fromkeys(("upwards", "increase", "higher", "rise"), "up"),
    **dict.fromkeys(("downwards", "decrease", "lower", "cut", "fall"), "down"),
}
"""Words that people write, and the word that is known here for the same."""

_VOTED_DOWN = "add `accepted_by` with a vote that has `carried: no`"
_NO_LONGER = (
    "the last day that what is given holds is `ends` in `gives`; an offer that is no longer open is "
    f"`withdrawn`; for one that was voted down {_VOTED_DOWN}"
)
_OVER = ("deadline", "expires", "expired", "lapses", "lapsed")
_SAID: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("rejected",),
        "in-force",
        f"an offer that the union turned down stays `offer`; {_VOTED_DOWN}",
    ),
    (("imposed",), "in-force", "what was put in place without agreement is in-force"),
    (
        ("recommendation", "recommended"),
        "in-force",
        "what a review body recommends is an event; the award is a concession of whoever pays it, "
        "offer until it is settled",
    ),
    (
        ("accepted",),
        "in-force",
        "an offer that was accepted stays `offer`; add `accepted: DATE` to the concession",
    ),
    (("rejected",), "accepted_by", f"for an offer that was turned down {_VOTED_DOWN}"),
    (("deadline",), "due", "when it is to take effect, at the latest, is `due`"),
    (_OVER, "accepted_by", _NO_LONGER),
    (_OVER, "owed_to", _NO_LONGER),
    (_OVER, "ends", "the last day that it holds is `ends`"),
)
"""Words that people write, a word that is known where they do, and what to write for them there."""


def nearest(word: str, known: Collection[str]) -> str:
    """Return "; did you mean …?" for the known word that is nearest, what else to write, or nothing.

    Nearest is one that means the same, then one that is longer or shorter by its end
    (`national-2022` for `national-2022-23`), then one that is spelt much alike.
    """
    # Long words and long lists make the comparison slow, and a near miss is short.
    if len(word) > 60 or len(known) > 5_000:
        return ""
    for words, beside, remedy in _SAID:
        if word.casefold() in words and beside in known:
            return f"; {remedy}"
    meant = _MEANT.get(word.casefold(), "")
    longer = sorted(name for name in known if word and name.startswith(word))
    shorter = sorted((name for name in known if name and word.startswith(name)), key=len)
    near = [meant] if meant in known else longer[:1] or shorter[-1:]
    if not near:
        # Wanted only when something is wrong, so no start pays for it.
        import difflib  # noqa: PLC0415

        near = difflib.get_close_matches(word, known, 1, 0.6)
    return f"; did you mean {quoted(near[0])}?" if near else ""


def shown(text: str) -> str:
    """Quote what was found, cut to a length that can be read in one line."""
    return quoted(text) if len(text) <= 60 else quoted(text[:57]) + "…"


def quoted(text: str) -> str:
    """Quote a text as Python does, but by one rule for what is escaped, the same with every Python."""
    mark = '"' if "'" in text and '"' not in text else "'"
    return mark + escaped(text.replace("\\", "\\\\").replace(mark, f"\\{mark}")) + mark


def escaped(text: str) -> str:
    """Return a text in one line, with an escape for each character that a line cannot show."""
    return text if printable(text) else _unseen().sub(_escape, text)


def printable(text: str) -> bool:
    """Tell whether a line shows all of a text: no control, no blank but the space, nothing unseen."""
    return text.isprintable() if text.isascii() else _unseen().search(text) is None


@functools.cache
def _unseen() -> re.Pattern[str]:
    """Return what no line shows: Python's own tables of it differ from version to version."""
    # Control characters, surrogates and separators; blanks; marks of format; what is nobody's.
    unseen = (
        "\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029"
        "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
        "\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e"
        "\u2060-\u206f\ufeff\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
        "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
        "\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000efffe-\U0010ffff"
    )
    return re.compile(f"[{unseen}]")


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return _SHORT.get(found[0]) or (f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}")


_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def file_name(name: str) -> str:
    """Return the name of a file as it can stand in a line, quoted where it is not plain.

    A line that begins with `::` is a command where GitHub runs the process.
    """
    plain = printable(name) and not name.lstrip().startswith("::")
    return name if plain else quoted(name)


def to_write(*texts: str) -> str:
    """Return the first of the texts that a line can hold and show, or "…" for what to write."""
    return next((text for text in texts if len(text) <= 60 and printable(text)), "…")


def counted(number: int, thing: str) -> str:
    """Return a number of things: 1 record, 2 records."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def in_line(text: str) -> str:
    """Return a text as it can stand in a line, with a space for each character that cannot."""
    return text if printable(text) else _unseen().sub(" ", text)


def bare(text: str) -> str:
    """Return a name as it stands, or quoted and cut where a line cannot show it."""
    return text if printable(text) and len(text) <= 60 else shown(text)
