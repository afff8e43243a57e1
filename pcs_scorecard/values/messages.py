"""How messages are worded: what was found, how many of it, and the nearest word that is known."""

from __future__ import annotations

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
    return f"; did you mean {near[0]!r}?" if near else ""


def shown(text: str) -> str:
    """Quote what was found, cut to a length that can be read in one line."""
    return repr(text) if len(text) <= 60 else repr(text[:57]) + "…"


def to_write(*texts: str) -> str:
    """Return the first of the texts that a line can hold and show, or "…" for what to write."""
    return next((text for text in texts if len(text) <= 60 and text.isprintable()), "…")


def counted(number: int, thing: str) -> str:
    """Return a number of things: 1 record, 2 records."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def in_line(text: str) -> str:
    """Return a text as it can stand in a line, with a space for each character that cannot."""
    return "".join(char if char.isprintable() else " " for char in text)


def bare(text: str) -> str:
    """Return a name as it stands, or quoted and cut where a line cannot show it."""
    return text if text.isprintable() and len(text) <= 60 else shown(text)
