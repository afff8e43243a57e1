"""What the reader says of YAML that is not as it should be."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from yaml import YAMLError
from yaml.events import AliasEvent, ScalarEvent, SequenceStartEvent, StreamEndEvent
from yaml.reader import ReaderError

from pcs_scorecard.model.fields import Place
from pcs_scorecard.model.problems import Problem
from pcs_scorecard.reading.spec import Spec
from pcs_scorecard.values.messages import bare, nearest, shown
from pcs_scorecard.values.vocabulary import ProblemKind

_CONFLICT = re.compile(rb"^(?:<<<<<<<|=======|>>>>>>>)(?: .*)?\r?$", re.MULTILINE)

_CUT_TEXT = re.compile(
    r"^ *(?:- +)?(title|name|says): +(?![\"'|>&*!{\[#])(\S[^\n]*?)(?<= )(#[^\n]*)$", re.MULTILINE
)

_MAY_BE_CUT = re.compile(rb"(?:title|name|says): +[^\"'|>&*!{\[#\n\r ][^\n\r]* #")
"""The same, looked for more loosely, which is quicker and finds nothing in most files."""

_BREAK = re.compile("\r\n?|[\x85\u2028\u2029]")
"""The other line breaks of YAML."""

Trail = tuple[Any, str, int | None] | None
"""The way to a record from the top: the trail of its parent, the key, the place in a list."""


_REMEDIES = (
    (
        "cannot start any token",
        "; indent with spaces, and put a text that begins with a sign in quotes",
    ),
    ("',' or '}'", "; a comma is missing, or a text with `: ` stands without quotes"),
    ("',' or ']'", "; a comma is missing, or a text with `: ` stands without quotes"),
    (
        "mapping values are not allowed",
        "; a text with `: ` needs quotes, or the line is indented too far",
    ),
    ("block end", "; a line is indented by more or fewer spaces than those it belongs with"),
    ("found a tab character", "; indent with spaces"),
    ("could not find expected ':'", "; a key is followed by a colon and a space"),
    ("found unexpected end of stream", "; a quotation mark that closes the text is missing"),
    (
        "did not find expected key",
        "; the line is indented wrongly, or a text goes on after the quotation mark that closes it",
    ),
)
"""What to do about libyaml's commonest complaints, by words in them."""


def path(trail: Trail, key: str) -> str:
    """Return the path of a field: concessions[3].answers[0].gives.amount.

    Names are those of fields, of which one ends in `_` where its key is a word of Python.
    """
    steps = [key.removesuffix("_")] if key else []
    while trail is not None:
        trail, name, index = trail
        name = name.removesuffix("_")
        steps.append(name if index is None else f"{name}[{index}]")
    return ".".join(reversed(steps))


def empty(key: str, spec: Spec) -> str:
    """Return what to say of a key without a value."""
    return "found nothing" + (
        ", and it cannot be left out" if key in spec.required else "; leave the key out"
    )


def instead(key: str, value: str, known: Collection[str]) -> str:
    """Return what to write in place of an unknown key, with the very text, or the nearest known key."""
    text = f'"{value}"' if {",", ":", "#"}.intersection(value) else value
    text = text if value and len(value) <= 40 and value.isprintable() else "…"
    if key == "amount" and "at_least" in known:
        return (
            f"; write more: {text} where so much more is asked for, less: {text} for so much less, and "
            f"at_least: {text} or at_most: {text} for a level"
        )
    if key in ("amount", "value", "level") and "to" in known:
        return f"; write more: {text} or less: {text} for a change, and to: {text} for a level"
    if key == "level" and "at_least" in known:
        if text in ("floor", "cap"):
            bound = "at_least" if text == "floor" else "at_most"
            return f"; write {bound} with the amount, in place of `amount` and `level`"
        return (
            f"; write at_least: {text} for a level to reach from below, at_most: {text} from above"
        )
    if key == "basis" and "starts" in known and "ends" not in known:
        return (
            "; a stage has none of its own: a sum paid once beside a rise is `undemanded`, or a concession of "
            "its own, with its `basis`, where the demand says basis: consolidated"
        )
    if key == "status" and "status" not in known:
        return (
            "; a status is computed and never typed in; what is expected of one goes to the list "
            "`expected`, and what somebody else rated to `verdicts`"
        )
    return nearest(key, known)


def shape(event: Any) -> str:
    """Return what an event begins, in words."""
    if type(event) is ScalarEvent:
        return shown(event.value) if event.value else "nothing"
    if type(event) is AliasEvent:
        return f"the alias *{bare(str(event.anchor))}"
    return "a list" if type(event) is SequenceStartEvent else "a mapping"


def syntax(file: str, data: bytes, error: YAMLError) -> Problem:
    """Return libyaml's complaint as a problem with its place."""
    if marker := _CONFLICT.search(data):
        line = data.count(b"\n", 0, marker.start()) + 1
        found = bare(marker[0].decode("utf-8", "replace").strip())
        message = (
            f"found {found}, which marks a merge conflict; keep one of its two sides, and take out the "
            "lines that begin <<<<<<<, ======= and >>>>>>>"
        )
        return Problem((file, line, 1), message, kind=ProblemKind.UNREADABLE, whole=True)
    if isinstance(error, ReaderError):
        try:
            data.decode()
        except UnicodeDecodeError as wrong:
            # libyaml points behind the first byte of a sequence that it cannot end.
            position = min(wrong.start, error.position)
        else:
            position = max(error.position, 0)
        before = data[:position].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        found = f"found a byte or character that is not allowed: {error.reason}"
        message = f"{found}; save the file as UTF-8 text"
        return Problem((file, line, column), message, kind=ProblemKind.UNREADABLE, whole=True)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = (file, mark.line + 1, mark.column + 1) if mark else (file, 1, 1)
    context, begun = getattr(error, "context", None), getattr(error, "context_mark", None)
    if context and mark and begun and begun.line < mark.line:
        context += f" that begins in line {begun.line + 1}"
    said = ", ".join(part for part in (context, getattr(error, "problem", None)) if part)
    remedy = next((remedy for sign, remedy in _REMEDIES if sign in said), "")
    message = f"this is not YAML: {said or error}{remedy}"
    return Problem(place, message, kind=ProblemKind.UNREADABLE, whole=True)


def cut(file: str, data: bytes) -> Iterator[Problem]:
    """Yield texts of a file for readers that are cut at ` #`, where YAML begins a comment."""
    if b" #" not in data or not _MAY_BE_CUT.search(data):
        return
    text = _BREAK.sub("\n", data.decode("utf-8", "replace").removeprefix("\ufeff"))
    plain: Iterator[tuple[int, int]] | None = None
    line, begin, counted = 0, 0, 0
    at = (-1, -1)
    for found in _CUT_TEXT.finditer(text):
        line += text.count("\n", counted, found.start(1))
        counted = found.start(1)
        begin = text.rfind("\n", 0, counted) + 1
        # Inside of a text in quotes, or of a block, it is no comment.
        plain = plain or _plain(data)
        value = (line, found.start(2) - begin)
        while at < value:
            at = next(plain, (len(data) + 1, 0))
        if at == value:
            yield Problem(
                (file, line + 1, counted - begin + 1),
                f"`{found[1]}` ends before {shown(found[3])}, which YAML reads as a comment; put the "
                "whole text in quotes, or the comment in a line of its own",
                kind=ProblemKind.WORDING,
            )


_MOST_WORDS = 40
"""How many words of a summary are read."""


def long_summary(summary: str, place: Place) -> Iterator[Problem]:
    """Yield that a summary is longer than anybody reads, if it is."""
    words = len(summary.split())
    if words > _MOST_WORDS:
        yield Problem(
            place,
            f"found {words} words; at most {_MOST_WORDS} are read at the head of a sheet, so say the rest in a "
            "`note` of the records that it is about",
            "summary",
            ProblemKind.WORDING,
        )


def _plain(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the scalars without quotes begin, by line and column from 0, up to an error."""
    # The reader tells first, and in its own words, where there is none.
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # noqa: PLC0415 - see above

    get = CParser(data).get_event
    try:
        while type(event := get()) is not StreamEndEvent:
            if type(event) is ScalarEvent and not event.style:
                mark: Any = event.start_mark
                yield mark.line, mark.column
    except YAMLError:
        return
