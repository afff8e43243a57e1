"""What the reader says of YAML that is not as it should be."""

from __future__ import annotations

from typing import Any

from yaml import YAMLError
from yaml.events import AliasEvent, ScalarEvent, SequenceStartEvent
from yaml.reader import ReaderError

from pcs_scorecard.model.problems import Problem
from pcs_scorecard.reading.spec import Spec
from pcs_scorecard.values.messages import bare, shown
from pcs_scorecard.values.vocabulary import ProblemKind

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
    """Return the path of a field: concessions[3].answers[0].gives.amount."""
    steps = [key] if key else []
    while trail is not None:
        trail, name, index = trail
        steps.append(name if index is None else f"{name}[{index}]")
    return ".".join(reversed(steps))


def empty(key: str, spec: Spec) -> str:
    """Return what to say of a key without a value."""
    return "found nothing" + (
        ", and it cannot be left out" if key in spec.required else "; leave the key out"
    )


def shape(event: Any) -> str:
    """Return what an event begins, in words."""
    if type(event) is ScalarEvent:
        return shown(event.value) if event.value else "nothing"
    if type(event) is AliasEvent:
        return f"the alias *{bare(str(event.anchor))}"
    return "a list" if type(event) is SequenceStartEvent else "a mapping"


def syntax(file: str, data: bytes, error: YAMLError) -> Problem:
    """Return libyaml's complaint as a problem with its place."""
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
