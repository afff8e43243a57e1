"""Files and folders → disputes, and text → a file: whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from pcs_scorecard.model import Dispute
from pcs_scorecard.problems import DataError, Problem
from pcs_scorecard.reader import Reading, read
from pcs_scorecard.words import ProblemKind, nearest

DEFAULT = "national-2022-23"
"""The dispute that is meant where none is named."""

Location = str | os.PathLike[str]
"""Where a file or a folder is."""

_ENDINGS = (".yaml", ".yml")
_MOST_BYTES = 512 << 20
_PIECE = 1 << 20
_HERE = Path(__file__).resolve().parent


def bundled() -> dict[str, Path]:
    """Return the disputes on board by name, in order of name."""
    # An installed package holds the data; in a checkout they lie beside it.
    data = _HERE / "data"
    if not data.is_dir():
        data = _HERE.parent / "data"
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
    return sorted(found) or [path]


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
        raise ValueError(
            f"no dispute {name!r} is on board; "
            f"allowed are {', '.join(known)}{nearest(name, list(known))}"
        )
    return known[name]


def inspect(path: Location) -> Reading:
    """Return what a dispute's files hold, with all their problems."""
    path = Path(path)
    files: list[Path] = [path]
    try:
        if path.is_dir():
            files = _inside(path)
    except OSError as error:
        return Reading(None, (_unreadable(path, error),), ())
    if not files:
        message = "found no YAML file in this folder; a dispute is a file or a folder of them"
        problem = Problem((path.as_posix(), 1, 1), message, kind=ProblemKind.UNREADABLE)
        return Reading(None, (problem,), ())
    # Unlike Path.resolve() this raises nothing for a link that leads to itself.
    name = Path(os.path.realpath(path))
    return read(_contents(files, path), name.name if path.is_dir() else name.stem)


def _inside(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in _ENDINGS and not path.name.startswith(".") and not path.is_dir()
    )


def _contents(files: list[Path], path: Path) -> Iterator[tuple[str, bytes | Problem]]:
    """Yield each file's name and bytes, one at a time, or why it cannot be read."""
    for file in files:
        yield file.as_posix(), _content(file, named=file == path)


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
    inside = {file.name: file for file in Path(folder).iterdir()}
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
    message = f"cannot be read: {reason}"
    return Problem((path.as_posix(), 1, 1), message, kind=ProblemKind.UNREADABLE)


def starter() -> str:
    """Return the text of a dispute to start one's own from."""
    return (_HERE / "starter.yaml").read_text(encoding="utf-8")


def write_new(path: Path, text: str) -> None:
    """Write a text as UTF-8 to a file that is not there yet.

    Raise FileExistsError where there is one, and OSError where it cannot be written; what was begun
    is taken away.
    """
    with path.open("xb") as file:
        try:
            file.write(text.encode())
            file.flush()
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def write_whole(path: Path, text: str) -> None:
    """Write a text as UTF-8 so that the file holds all of it or what it held before.

    Raise OSError where that cannot be done. A link is followed; a device is written to as it is.
    """
    target = Path(os.path.realpath(path))
    data = text.encode()
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    # A name that nothing else bears: what a killed process left behind stands in nobody's way.
    part = target.with_name(f".{os.urandom(8).hex()}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
