"""A folder of files that the command writes: all of them or an error, and nothing outside it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from pcs_scorecard.cli.output import UsageError, told_to_end
from pcs_scorecard.reading.names import named


def write_folder(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    read: Iterable[Path],
    force: bool,
    known: tuple[str, bytes],
) -> None:
    """Write files, by their names in a folder, which is new or empty.

    One that holds what was written before, which the file `known` tells by what stands in it, is
    written to with `force`: files of these names are replaced, and all others stay. Raise UsageError
    where that cannot be done, or a file would lie outside the folder or be one of those `read`;
    nothing is replaced before all files are on the disk. Where one cannot be replaced then, the error
    says so.
    """
    try:
        _refuse(folder, files, read=list(read), force=force, known=known)
        with told_to_end():
            _write(folder, files)
    except OSError as error:
        name = error.filename or folder
        raise UsageError(f"cannot write {named(name)}: {error.strerror or error}") from None


def _refuse(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    read: list[Path],
    force: bool,
    known: tuple[str, bytes],
) -> None:
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise UsageError(f"{named(folder)} is no folder, and stays as it is; give OUT another name")
    if not any(folder.iterdir()):
        return
    name, sign = known
    if not (folder / name).is_file() or sign not in (folder / name).read_bytes():
        raise UsageError(
            f"{named(folder)} holds other things than a site, and stays as it is; give OUT the name of a "
            "folder that is new or empty"
        )
    if not force:
        raise UsageError(
            f"{named(folder)} holds a site already, and stays as it is; give OUT another name, or replace "
            "its files with --force"
        )
    home = Path(os.path.realpath(folder))
    for each in files:
        target = folder / each
        # Neither the file nor a folder on the way to it may lead elsewhere.
        if Path(os.path.realpath(target)) != home / each:
            raise UsageError(
                f"{named(target)} leads out of its place, and stays as it is; take it away"
            )
        if target.is_dir() or (target.exists() and not target.is_file()):
            raise UsageError(f"{named(target)} is no file, and stays as it is; take it away")
        if target.exists() and any(_same(target, one) for one in read):
            raise UsageError(
                f"{named(target)} is a file that is read here, and stays as it is; give OUT another name"
            )


def _same(target: Path, other: Path) -> bool:
    try:
        return target.samefile(other)
    except OSError:  # of what is gone by now nothing is lost
        return False


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write each file beside its place, and put all into their places when the last is written."""
    mark = f".{os.urandom(8).hex()}.part"
    begun: list[tuple[Path, Path]] = []
    made: list[Path] = []
    placed = 0
    try:
        for name in sorted(files):
            made += _made((folder / name).parent)
        for name in sorted(files):
            target = folder / name
            part = target.with_name(mark + str(len(begun)))
            begun.append((part, target))
            with part.open("xb") as file:
                file.write(files[name])
                file.flush()
                os.fsync(file.fileno())
        for part, target in begun:
            part.replace(target)
            placed += 1
    except BaseException as error:
        for part, _ in begun:
            part.unlink(missing_ok=True)
        for empty in reversed(made):
            if not any(empty.iterdir()):
                empty.rmdir()
        if isinstance(error, OSError) and begun:
            error.filename = str(target)
            if placed:
                raise UsageError(
                    f"some pages in {named(folder)} are new and the others as they were: cannot write "
                    f"{named(target)}: {error.strerror or error}; put that right and run it again"
                ) from None
        raise


def _made(folder: Path) -> list[Path]:
    """Make a folder and those above it that are missing; return those made, the outermost first."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir()
    return missing[::-1]
