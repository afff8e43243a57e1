"""Files and folders → disputes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pcs_scorecard.model.dispute import Dispute
from pcs_scorecard.model.problems import DataError, Problem
from pcs_scorecard.reading import DEFAULT
from pcs_scorecard.reading.names import as_text
from pcs_scorecard.reading.reader import Reading, read
from pcs_scorecard.values.messages import nearest, quoted
from pcs_scorecard.values.vocabulary import ProblemKind

Location = str | os.PathLike[str]
"""Where a file or a folder is."""

_ENDINGS = (".yaml", ".yml")
_MOST_BYTES = 512 << 20
_PIECE = 1 << 20
_PACKAGE = Path(__file__).resolve().parent.parent


def bundled() -> dict[str, Path]:
    """Return the disputes on board by name, in order of name."""
    # An installed package holds the data; in a checkout they lie beside it.
    data = _PACKAGE / "data"
    if not data.is_dir():
        data = _PACKAGE.parent / "data"
    inside = (path for path in sorted(data.iterdir()) if path.is_dir() and is_dispute(path))
    return {path.name: path for path in inside}


def is_dispute(path: Path) -> bool:
    """Tell whether a path is a YAML file, or a folder with at least one in it."""
    return bool(_inside(path)) if path.is_dir() else path.suffix.lower() in _ENDINGS


def disputes_in(path: Path) -> list[Path]:
    """Return the paths of the disputes at and below a path, or where there is none the path itself.

    Each folder with YAML files in it is one, and each that cannot be looked at, so that reading it
    tells why. Hidden folders are passed over, and virtual environments, as pytest does; a link to
    a folder leads no further than that.
    """
    found: set[Path] = set()
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            if not folder.is_dir() or (folder / "pyvenv.cfg").exists():
                continue
            if is_dispute(folder):
                found.add(folder)
            if folder == path or not folder.is_symlink():
                waiting += [one for one in folder.iterdir() if not one.name.startswith(".")]
        except OSError:
            found.add(folder)
    return sorted(found, key=_in_any_locale) or [path]


def from_here(path: Path) -> Path:
    """Return a path as it can be opened from here: from the working directory if it is below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def load(path: Location) -> Dispute:
    """Return the dispute in a YAML file, or in the YAML files of a folder read as one.

    Raise DataError with every problem of every file.
    """
    reading = inspect(path)
    if reading.dispute is None:
        raise DataError(reading.problems)
    return reading.dispute


def load_bundled(name: str = DEFAULT) -> Dispute:
    """Return a dispute on board by its name; raise ValueError for an unknown name."""
    return load(find_bundled(name))


def find_bundled(name: str) -> Path:
    """Return where a dispute on board lies; raise ValueError for an unknown name."""
    known = bundled()
    if name not in known:
        here = [f"{name}{ending}" for ending in _ENDINGS if os.path.lexists(f"{name}{ending}")]
        text = as_text(name)
        raise ValueError(
            f"no dispute {quoted(text)} is on board; allowed are {', '.join(known)}"
            + (
                f"; did you mean {quoted(as_text(here[0]))}?"
                if here
                else nearest(text, list(known))
            )
        )
    return known[name]


def inspect(path: Location) -> Reading:
    """Return what a dispute's files hold, with all their problems."""
    path = Path(path)
    try:
        files = files_of(path)
    except OSError as error:
        return Reading(None, (_unreadable(path, error),), ())
    if not files:
        message = "found no YAML file in this folder; a dispute is a file or a folder of them"
        return Reading(None, (_unread(path, message),), ())
    # Unlike Path.resolve() this raises nothing for a link that leads to itself.
    name = Path(os.path.realpath(path))
    return read(_contents(files, path), as_text(name.name if path.is_dir() else name.stem))


def files_of(path: Location) -> list[Path]:
    """Return the files that a dispute is read from; raise OSError for a folder that cannot be."""
    path = Path(path)
    return _inside(path) if path.is_dir() else [path]


def _inside(folder: Path) -> list[Path]:
    inside = (
        path
        for path in folder.iterdir()
        if path.suffix.lower() in _ENDINGS and not path.name.startswith(".") and not path.is_dir()
    )
    return sorted(inside, key=_in_any_locale)


def _in_any_locale(path: Path) -> tuple[bytes, ...]:
    """Return a key that sorts paths alike, whatever the locale takes their bytes for."""
    return tuple(map(os.fsencode, path.parts))


def _contents(files: list[Path], path: Path) -> Iterator[tuple[str, bytes | Problem]]:
    """Yield each file's name and bytes, one at a time, or why it cannot be read."""
    for file in files:
        yield as_text(file.as_posix()), _content(file, named=file == path)


def _content(file: Path, *, named: bool = False) -> bytes | Problem:
    """Return what a file holds, or why it cannot be read; only one that was named may be a pipe."""
    try:
        # In a folder, a pipe that nobody writes to would be waited for without end.
        ordinary = named or file.is_file() or not file.exists()
        return _bytes(file) if ordinary else _unreadable(file, "it is no ordinary file")
    except OSError as error:
        return _unreadable(file, error)


def read_texts(folder: Location, names: Iterable[str]) -> dict[str, str | Problem]:
    """Return the texts of those files of a folder that are there, or why one cannot be read.

    Raise OSError for a folder that cannot be read.
    """
    inside = {as_text(file.name): file for file in Path(folder).iterdir()}
    found: dict[str, str | Problem] = {}
    for name in sorted(inside.keys() & set(names)):
        content = _content(inside[name])
        if isinstance(content, bytes):
            try:
                found[name] = content.decode("utf-8-sig")
            except UnicodeDecodeError:
                found[name] = _unreadable(inside[name], "it is not UTF-8 text; save it as UTF-8")
        else:
            found[name] = content
    return found


def _bytes(file: Path) -> bytes | Problem:
    """Return what a file holds, unless that is more than any dispute; a device may have no end."""
    pieces: list[bytes] = []
    size = 0
    with file.open("rb") as source:
        # A buffer of the limit itself is more than some systems grant a process.
        while size <= _MOST_BYTES and (piece := source.read(_PIECE)):
            pieces.append(piece)
            size += len(piece)
    if size > _MOST_BYTES:
        return _unreadable(file, f"it holds more than {_MOST_BYTES >> 20} MiB")
    return b"".join(pieces)


def _unreadable(path: Path, error: OSError | str) -> Problem:
    reason = error if isinstance(error, str) else error.strerror or error
    return _unread(path, f"cannot be read: {reason}")


def _unread(path: Path, message: str) -> Problem:
    place = (as_text(path.as_posix()), 1, 1)
    return Problem(place, message, kind=ProblemKind.UNREADABLE, whole=True)
