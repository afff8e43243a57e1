"""YAML bytes → model, in one pass over libyaml's events.

The classes of the model are the schema. Every scalar is read by the type of its field, never by
YAML's implicit typing, and every problem is told with its place. Nothing here opens a file.

The loop in `_Reader.record` runs once for each key of a file, so it is written for speed:
libyaml's own events take longer than all that is done with them here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import attrs
from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from pcs_scorecard.gc_pause import resting
from pcs_scorecard.model.between import MOST_LISTED, between
from pcs_scorecard.model.dispute import Dispute
from pcs_scorecard.model.fields import Place, told
from pcs_scorecard.model.problems import Problem, in_order
from pcs_scorecard.reading import NO_LIBYAML
from pcs_scorecard.reading.messages import (
    Trail,
    cut,
    empty,
    instead,
    long_summary,
    path,
    shape,
    syntax,
)
from pcs_scorecard.reading.spec import SECTIONS, ListOf, Spec
from pcs_scorecard.values.messages import bare, nearest, shown
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import ProblemKind

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # as the stubs forget to say
except ImportError as missing:
    raise ImportError(
        "PyYAML is installed without libyaml, which reads the files here; install one of its "
        "wheels: pip install --force-reinstall --only-binary :all: PyYAML",
        name=NO_LIBYAML,
    ) from missing

_DEEPEST = 50
"""How deep a value may nest before its file is given up; libyaml's time grows as the square."""

_MOST_PROBLEMS = 1_000
"""How many problems of one file are told before the rest of it is left unread."""

_MOST_COMPARED = 10_000
"""How many ids in all are looked through for the one nearest to a reference to nothing."""

_MOST_DIRECTIVES = 100
"""How many %TAG directives a file may have; libyaml's time grows as the square."""

_DIRECTIVE = re.compile(rb"(?:\A(?:\xef\xbb\xbf)?|[\r\n]|\xc2\x85|\xe2\x80[\xa8\xa9])%TAG")
"""A directive begins a line; in the texts of a file there may be any number."""

_CUT = 4 * _DEEPEST
"""How many levels are left of a file that libyaml refuses, where it nests deeper."""

_BRACKET = re.compile(rb"[\[\]{}]")


class _GiveUpError(Exception):
    """The rest of a file cannot be read; the problem has been noted."""


@attrs.frozen(eq=False, repr=False)
class Entry(Value):
    """A record at the top level of a file, whole or not: its section, and where it begins."""

    section: str
    place: Place
    record: Any
    id: str = ""


@attrs.frozen(eq=False, repr=False)
class Reading(Value):
    """What the files of one dispute hold; `dispute` is None if there is a problem."""

    dispute: Dispute | None
    problems: tuple[Problem, ...]
    entries: tuple[Entry, ...]
    warnings: tuple[Problem, ...] = ()
    """What stops nothing, and shows only in how the files are written."""


class _Reader:
    """Reads files one after another, and knows what was named and mentioned in all of them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        # Ids by section, and where each was given; a reference is read by looking it up.
        self.names: dict[str, dict[str, str]] = {section: {} for section in SECTIONS}
        self.places: dict[str, dict[str, Place]] = {section: {} for section in SECTIONS}
        # Mentions of what was not yet named when it was mentioned.
        self.mentions: list[tuple[str, str, Place, Trail, str]] = []
        self.spec = Spec(Dispute, self.names)
        self.lists: dict[str, list[Any]] = {}
        self.texts: dict[str, Any] = {}
        self.text_places: dict[str, Place] = {}
        self.keys: set[str] = set()
        # Sections in which a record has no valid id: what refers to it is not blamed.
        self.unnamed: set[str] = set()
        # Whether a record at the top level is being read, and its id.
        self.inside = False
        self.named = ""
        self.entries: list[Entry] = []
        self.whole = True
        self.gave_up = False
        self.files: list[str] = []
        self.file = ""
        self.told_before = 0
        self.get: Callable[[], Any] = lambda: None

    # The file ------------------------------------------------------------------------------

    def read(self, file: str, data: bytes | Problem) -> None:
        """Read one file into what was read before it."""
        self.file = file
        self.files.append(file)
        # The file before may have been given up inside a record.
        self.inside, self.named = False, ""
        self.told_before = len(self.problems)
        if isinstance(data, Problem):
            self.whole = False
            self.problems.append(data)
            return
        try:
            # Counted first as what they are mostly not, which is quicker by far.
            if data.count(b"%TAG") > _MOST_DIRECTIVES < len(_DIRECTIVE.findall(data)):
                self.fail(
                    None,
                    f"found more than {_MOST_DIRECTIVES} lines that begin with %TAG; take them out",
                )
            self.get = CParser(data).get_event
            start: Any = self.get()
            if start.encoding not in (None, "utf-8"):
                self.fail(None, f"found {start.encoding.upper()} text; save the file as UTF-8")
            if self.get().__class__ is StreamEndEvent:
                self.fail(
                    None, "found nothing; allowed is a mapping of " + ", ".join(self.spec.keys)
                )
            event: Any = self.get()
            if type(event) is not MappingStartEvent:
                self.fail(
                    event,
                    f"found {shape(event)}; allowed is a mapping of " + ", ".join(self.spec.keys),
                )
            if not event.anchor is event.tag is None:
                self.decorated(event, None, "")
            self.record(self.spec, event, None)
            end = self.get()
            if end.__class__ is DocumentEndEvent:
                end = self.get()
            if end.__class__ is not StreamEndEvent:
                self.fail(end, "found a second document in the file; give each a file of its own")
            self.warnings += cut(file, data)
        except YAMLError as error:
            self.whole = False
            deep = [each for each in _too_deep(file, data) if each not in self.problems]
            self.problems += deep or [syntax(file, data, error)]
        except _GiveUpError:
            self.whole = False
            self.gave_up = True

    def fail(self, event: Any, message: str) -> None:
        """Note a problem and leave the rest of the file unread."""
        place = self.place(event.start_mark) if event else (self.file, 1, 1)
        self.problems.append(Problem(place, message, kind=ProblemKind.UNREADABLE, whole=True))
        raise _GiveUpError

    def place(self, mark: Any) -> Place:
        """Return the place of a mark; libyaml counts from 0."""
        return (self.file, mark.line + 1, mark.column + 1)

    def note(self, event: Any, message: str, trail: Trail, key: str) -> None:
        """Note a problem at an event."""
        if len(self.problems) - self.told_before >= _MOST_PROBLEMS:
            self.fail(
                event, f"found more than {_MOST_PROBLEMS:,} problems; the rest is left unread"
            )
        place, field = self.place(event.start_mark), path(trail, key)
        self.problems.append(Problem(place, message, field, whole=not self.inside))

    # One record ----------------------------------------------------------------------------

    def record(self, spec: Spec, start: Any, trail: Trail) -> Any:
        """Read a mapping whose start has been read; return the record, or None if it is wrong.

        One loop and not several functions, because it runs for each key of a file and a call
        takes as long as all it does.
        """
        get = self.get
        keys = spec.keys
        values: dict[str, Any] = {}
        marks: dict[str, Any] = {}
        right = True
        while True:
            event = get()
            if type(event) is not ScalarEvent:
                if type(event) is MappingEndEvent:
                    break
                right = self.not_a_key(event, trail)
                continue
            try:
                # The field's own name, and not the text just read, which is another object:
                # names that are the same object are found without comparing their letters.
                key, how = keys[event.value]
            except KeyError:
                right = self.unknown_key(event, keys, trail)
                continue
            if key in marks:
                right = self.second_key(event, marks[key], trail)
                continue
            if not event.anchor is event.tag is None:
                right = self.decorated(event, trail, key)
            event = get()
            marks[key] = event.start_mark
            kind = type(event)
            if kind is ScalarEvent and event.anchor is event.tag is None:
                text = event.value
                if text:
                    try:
                        values[key] = how(text)
                    except KeyError:
                        # Named further on, perhaps: looked up again when all files are read.
                        values[key] = (text,) if type(how) is ListOf else text
                        place = self.place(event.start_mark)
                        self.mentions.append((spec.targets[key], text, place, trail, key))
                        continue
                    except ValueError as error:
                        self.note(event, str(error), trail, key)
                    else:
                        if key == "id":
                            self.name(spec.section, text, event, trail)
                        continue
                else:
                    self.note(event, empty(key, spec), trail, key)
            elif (
                kind is MappingStartEvent
                and type(how) is Spec
                and event.anchor is event.tag is None
            ):
                value = self.record(how, event, (trail, key, None))
                if value is not None:
                    values[key] = value
                    continue
            elif (
                kind is SequenceStartEvent
                and type(how) is ListOf
                and event.anchor is event.tag is None
            ):
                value = self.list(spec, how.entry, event, trail, key)
                if value is not None:
                    values[key] = value
                    continue
            else:
                self.shape(event, how, trail, key)
            right = False
        if spec is self.spec:
            return self.top(values, marks)
        if right:
            return self.close(spec, values, marks, start, trail)
        return self.reject(spec, values, marks, start, trail)

    def close(
        self, spec: Spec, values: dict[str, Any], marks: dict[str, Any], start: Any, trail: Trail
    ) -> Any:
        """Build a record from the values of its fields; return None if one is missing."""
        mark = start.start_mark
        values["place"] = (self.file, mark.line + 1, mark.column + 1)
        try:
            record = spec.record(**values)
        except TypeError:
            # The class itself knows what it cannot do without, which is quicker than to ask first.
            if spec.required <= marks.keys():
                raise
            return self.reject(spec, values, marks, start, trail)
        if spec.constraint is not None and not spec.constrained.isdisjoint(values):
            for key, message in spec.constraint(record):
                self.problems.append(
                    Problem(self.place(marks.get(key, mark)), message, path(trail, key))
                )
        return record

    def reject(
        self, spec: Spec, values: dict[str, Any], marks: dict[str, Any], start: Any, trail: Trail
    ) -> None:
        """Note what a record lacks that cannot be built."""
        if spec.section and "id" not in values:
            self.unnamed.add(spec.section)
        for key in sorted(spec.required - marks.keys()):
            self.note(start, f"`{key}` is missing", trail, "")

    def name(self, section: str, name: str, event: Any, trail: Trail) -> None:
        """Note a record's id, once."""
        if trail is not None and trail[0] is None:
            self.named = name
        place = self.place(event.start_mark)
        first = self.places[section].setdefault(name, place)
        if first is place:
            self.names[section][name] = name
        else:
            message = f"{SECTIONS[section]} {name!r} stands already at {told(first)}; "
            self.note(event, message + "give one of the two another id", trail, "id")

    def list(
        self, spec: Spec, entry: Any, start: Any, trail: Trail, key: str
    ) -> tuple[Any, ...] | None:
        """Read a list whose start has been read, in a record; return None if an entry is wrong."""
        get = self.get
        in_records = type(entry) is Spec
        records: list[Any] = []
        named: set[str] = set()
        while True:
            event = get()
            kind = type(event)
            if kind is SequenceEndEvent:
                break
            way = (trail, key, len(records))
            plain = kind is not AliasEvent and event.anchor is event.tag is None
            if plain and in_records and kind is MappingStartEvent:
                self.inside = True
                record = self.record(entry, event, way)
                records.append(record)
                if trail is None:
                    self.inside = False
                    place = self.place(event.start_mark) if record is None else record.place
                    self.entries.append(Entry(key, place, record, self.named))
                    self.named = ""
            elif plain and not in_records and kind is ScalarEvent and event.value:
                if event.value in named:
                    again = f"found {shown(event.value)} a second time; name it once"
                    self.note(event, again, way, "")
                named.add(event.value)
                records.append(self.mentioned(spec.targets[key], event, way))
            else:
                self.shape(event, entry if in_records else "an id", way, "")
                records.append(None)
        if not records:
            needed = (
                ", and it cannot be left out" if key in spec.required else "; leave the key out"
            )
            self.note(start, f"found an empty list{needed}", trail, key)
            return None
        if trail is None:
            # At the top level one wrong record does not hide what is wrong between the others.
            return tuple(record for record in records if record is not None)
        return None if None in records else tuple(records)

    def mentioned(self, target: str, event: Any, trail: Trail) -> str:
        """Return an id in a list of ids, noted where no record of it has been read yet."""
        name: str = event.value
        if name not in self.names[target]:
            self.mentions.append((target, name, self.place(event.start_mark), trail, ""))
        return name

    def top(self, values: dict[str, Any], marks: dict[str, Any]) -> None:
        """Join the top level of one file to those before it."""
        self.keys.update(marks)
        for key, value in values.items():
            if isinstance(value, tuple):
                self.lists.setdefault(key, []).extend(value)
            elif key in self.texts:
                self.problems.append(
                    Problem(
                        self.place(marks[key]),
                        f"found a second time; it stands already at {told(self.text_places[key])}",
                        key,
                        whole=True,
                    )
                )
            else:
                self.texts[key] = value
                self.text_places[key] = self.place(marks[key])

    # What is not as it should be -----------------------------------------------------------

    def decorated(self, event: Any, trail: Trail, key: str) -> bool:
        """Note an alias, anchor or tag, none of which is allowed; return False."""
        if type(event) is AliasEvent:
            found, remedy = shape(event), "write the value out"
        elif event.anchor is not None:
            found, remedy = f"the anchor &{bare(event.anchor)}", "take it out"
        else:
            found, remedy = f"the tag {bare(event.tag)}", "take it out: types are known"
        self.note(event, f"found {found}; {remedy}", trail, key)
        return False

    def not_a_key(self, event: Any, trail: Trail) -> bool:
        """Note a key that is not a word, and pass over it and its value; return False."""
        self.note(event, f"found {shape(event)} as a key; allowed is a word", trail, "")
        self.skip(event)
        self.skip(self.get())
        return False

    def unknown_key(self, event: Any, keys: Iterable[str], trail: Trail) -> bool:
        """Note a key that no field bears, and pass over its value; return False."""
        known = list(keys)
        value = self.get()
        written = value.value if type(value) is ScalarEvent else ""
        message = f"unknown key; allowed are {', '.join(known)}"
        message += instead(event.value, written, known)
        colon = value.start_mark.index > event.end_mark.index
        if type(value) is ScalarEvent and not value.value and not colon:
            message += "; inside {…} a comma ends a value, so a value with one stands in quotes"
        name = bare(event.value) if len(event.value) <= 60 else "…"
        # It is no name of a field, so what it ends in is its own.
        self.note(event, message, trail, f"{name}_" if name.endswith("_") else name)
        self.skip(value)
        return False

    def second_key(self, event: Any, first: Any, trail: Trail) -> bool:
        """Note a key that stands twice, and pass over its value; return False."""
        message = f"found a second time; the first value begins in line {first.line + 1}, keep one"
        if trail is not None and trail[2] is not None:
            message += ", or begin another record with `- `"
        self.note(event, message, trail, event.value)
        self.skip(self.get())
        return False

    def shape(self, event: Any, how: object, trail: Trail, key: str) -> None:
        """Note a value of another shape than its field's, and pass over it."""
        if type(event) is AliasEvent or event.anchor is not None or event.tag is not None:
            self.decorated(event, trail, key)
        elif type(event) is ScalarEvent and not event.value:
            self.note(event, "found nothing; leave it out", trail, key)
        else:
            allowed = how if isinstance(how, (Spec, ListOf, str)) else "text"
            self.note(event, f"found {shape(event)}; allowed is {allowed}", trail, key)
        self.skip(event)

    def skip(self, event: Any) -> None:
        """Pass over a value whose first event has been read, without recursion."""
        depth = 0
        while True:
            if type(event) in (MappingStartEvent, SequenceStartEvent):
                depth += 1
                if depth > _DEEPEST:
                    self.fail(event, f"found more than {_DEEPEST} levels of nesting; none is read")
            elif type(event) in (MappingEndEvent, SequenceEndEvent):
                depth -= 1
            if depth <= 0:
                return
            event = self.get()

    # All files -----------------------------------------------------------------------------

    def finish(self, name: str) -> Reading:
        """Resolve what was mentioned; return what was read."""
        if self.whole:
            # Otherwise what seems to be missing may stand in what could not be read.
            if "title" not in self.keys:
                message = "`title` is missing: the name of the dispute for readers"
                self.problems.append(Problem((self.files[0], 1, 1), message, whole=True))
            self.resolve()
        dispute = Dispute(
            name=name,
            title=self.texts.get("title", name),
            summary=self.texts.get("summary"),
            corrections=self.texts.get("corrections"),
            **{key: tuple(records) for key, records in self.lists.items()},
        )
        self.problems.extend(between(dispute, whole=self.whole))
        if "summary" in self.texts:
            self.warnings += long_summary(self.texts["summary"], self.text_places["summary"])
        return Reading(
            None if self.problems else dispute,
            in_order(self.problems),
            tuple(self.entries),
            tuple(self.warnings),
        )

    def resolve(self) -> None:
        """Note every mention of what no file names."""
        count = 0
        compared = _MOST_COMPARED
        for target, wanted, place, trail, key in self.mentions:
            known = self.names[target]
            if wanted in known or target in self.unnamed:
                continue
            count += 1
            if count > _MOST_PROBLEMS:
                message = f"found more than {_MOST_PROBLEMS:,} references to nothing"
                self.problems.append(Problem(place, message + "; the rest is not told"))
                return
            message = f"found {shown(wanted)}, and there is no {SECTIONS[target]} of that id"
            if len(known) <= MOST_LISTED:
                message += f"; known are {', '.join(known) or 'none'}"
            if len(known) <= compared:
                compared -= len(known)
                message += nearest(wanted, list(known))
            where = path(trail, key)
            self.problems.append(Problem(place, message, where, ProblemKind.UNRESOLVED))


def _too_deep(file: str, data: bytes) -> list[Problem]:
    """Return the problems of a file that nests deeper than anything is read; none of another.

    From 0.2.6 on, libyaml has a limit of its own, and reads so far ahead that it meets it before
    it tells of the levels above. Of the same file without the deepest levels it tells them.
    """
    level = 0
    for bracket in _BRACKET.finditer(data):
        level = level + 1 if bracket[0] in b"[{" else max(level - 1, 0)
        if level > _CUT and bracket.end() < len(data):
            reader = _Reader()
            reader.read(file, data[: bracket.end()])
            return reader.problems if reader.gave_up else []
    return []


def read(files: Iterable[tuple[str, bytes | Problem]], name: str) -> Reading:
    """Read the files of one dispute, given as names for messages, and bytes or why there are none.

    All problems of all files are told; warnings are not among them.
    """
    reader = _Reader()
    with resting():
        for file, data in files:
            reader.read(file, data)
        return reader.finish(name)
