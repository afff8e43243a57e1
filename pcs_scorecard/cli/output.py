"""What the command writes: to standard output, to standard error, and to files."""

from __future__ import annotations

import argparse
import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pcs_scorecard.reading.names import named

DONE, WRONG_DATA, WRONG_USE = 0, 1, 2

BEGIN, END = "<!-- pcs-scorecard: begin -->", "<!-- pcs-scorecard: end -->"
"""The lines of a file between which a page is refreshed."""
_MARK = re.compile(
    rb"^(?:\xef\xbb\xbf)?[ \t]*<!-- pcs-scorecard: (begin|end) -->[ \t]*(\r?\n|\Z)", re.MULTILINE
)


class UsageError(Exception):
    """Something asked for that cannot be done; the message says what can."""


def say(message: str) -> None:
    """Write a message to standard error."""
    if sys.stderr is not None:
        sys.stderr.write(message + "\n")


def in_colour() -> bool:
    """Tell whether standard output is a terminal that takes colours."""
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


_STANDARD_OUTPUT = ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")
"""What leads to it by a name: into whatever it goes, nothing there is replaced."""

Page = str | bytes | Iterator[str]
"""What is written: a text, a picture, or the pieces of a text, made as they are asked for."""


def pieces(page: Page, errors: str = "strict") -> Iterator[bytes]:
    """Yield what is written as bytes, a text as UTF-8."""
    if isinstance(page, bytes):
        yield page
        return
    for piece in [page] if isinstance(page, str) else page:
        yield piece.encode("utf-8", errors)


def put_out(output: Page) -> None:
    """Write to standard output: the same bytes in every locale, and all of them."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    stream = sys.stdout.buffer
    left = memoryview(b"".join(pieces(output, "backslashreplace")))
    while left:  # without a buffer, as by PYTHONUNBUFFERED, not all is taken at once
        left = left[stream.write(left) :]
    stream.flush()


def leave_output() -> None:
    """Keep Python from writing at exit what could not be written now."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write(options: argparse.Namespace, page: Page) -> int:
    """Write a page to the file that is asked for, or into it, or else print it; or only look at it."""
    file: Path | None = options.output or options.into
    if options.force and options.output is None:
        raise UsageError("--force lets a file be replaced, and goes with --output FILE")
    if options.check:
        if file is None:
            or_into = " or --into FILE" if options.formats else ""
            raise UsageError(f"--check looks at a file: --output FILE{or_into}")
        if stale(file, page, read=options.read, into=options.into is not None):
            there = file.exists()
            found = "is not what would be written" if there else "is not there"
            forced = there and options.output is not None and not options.force
            force = " and with --force" if forced else ""
            say(f"{named(file)} {found}; write it without --check{force}")
            return WRONG_DATA
    elif os.fspath(options.output or "") in _STANDARD_OUTPUT:
        put_out(page)
    elif isinstance(page, bytes) or options.output is not None:
        write_file(options.output, page, read=options.read, force=options.force)
    elif options.into is not None:
        refresh(options.into, page, read=options.read)
    else:
        put_out(page)
    return DONE


def write_file(target: Path, page: Page, *, read: Iterable[Path], force: bool) -> None:
    """Write a page to a file, whole or not at all.

    A file that is there is replaced only by `force`, and one of those `read`, by whatever name or
    link, never. Raise UsageError for these, and where the file cannot be written.
    """
    _refuse(target, read, "--output")
    if target.is_file() and not force:
        raise UsageError(
            f"{named(target)} is there already, and stays as it is; "
            "give --output another name, or replace it with --force"
        )
    _replace(target, page)


def refresh(target: Path, page: Page, *, read: Iterable[Path]) -> None:
    """Put a page between the two marked lines of a file, and leave all else in it as it is.

    Raise UsageError where there are no such lines, and as `write_file` does.
    """
    _refuse(target, read, "--into")
    before = _bytes_of(target)
    after = _refreshed(target, before, page)
    if after != before:
        _replace(target, after)


def stale(target: Path, page: Page, *, read: Iterable[Path], into: bool) -> bool:
    """Tell whether a file would change if a page were written to it, or between its marked lines.

    Raise UsageError as `write_file` and `refresh` do, whatever is forced, and where it cannot be read.
    """
    _refuse(target, read, "--into" if into else "--output")
    if into:
        before = _bytes_of(target)
        return _refreshed(target, before, page) != before
    if target.exists():
        return _bytes_of(target) != b"".join(pieces(page))
    if not target.parent.is_dir():
        raise UsageError(f"cannot write {named(target)}: there is no folder {named(target.parent)}")
    return True


def _bytes_of(target: Path) -> bytes:
    try:
        if target.exists() and not target.is_file():
            raise UsageError(f"cannot read {named(target)}: it is no ordinary file")
        return target.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"{named(target)} is not there; {_TO_WRITE}") from None
    except OSError as error:
        raise UsageError(f"cannot read {named(target)}: {error.strerror or error}") from None


_TO_WRITE = (
    "--into takes a file with these two lines, in this order, and puts the page between them:\n"
    f"{BEGIN}\n{END}"
)


def _refreshed(target: Path, before: bytes, page: Page) -> bytes:
    """Return the bytes of a file with a page between its marked lines, in its own line ends."""
    found = list(_MARK.finditer(before))
    names = [mark[1].decode() for mark in found]
    if names != ["begin", "end"]:
        lines = [before.count(b"\n", 0, mark.start()) + 1 for mark in found]
        each = [f"{name} in line {at:,}" for name, at in zip(names, lines, strict=True)]
        told = f"found {' then '.join(each)}" if each else "found neither line"
        raise UsageError(f"{named(target)} stays as it is: {told}; {_TO_WRITE}")
    begin, end = found
    made = b"".join(pieces(page))
    if _MARK.search(made):
        raise UsageError(f"{named(target)} stays as it is: the page itself holds such a line")
    newline = begin[2]
    kept = before[: begin.end()], before[end.start() :]
    return newline.join((kept[0], made.replace(b"\n", newline), kept[1]))


def _refuse(target: Path, read: Iterable[Path], option: str) -> None:
    """Raise UsageError for what no page is written to, whatever is forced."""
    from pcs_scorecard.reading.files import is_dispute  # noqa: PLC0415 - --help does without

    try:
        if target.is_dir():
            raise UsageError(
                f"{named(target)} is a folder, and stays as it is; give a file in it a name"
            )
        if target.is_file() and any(_same(target, one) for one in read):
            raise UsageError(
                f"{named(target)} is a file that is read here, and stays as it is; "
                f"give {option} another name"
            )
        # Beside the YAML of a dispute it would be read as a part of it.
        if is_dispute(target) or is_dispute(Path(os.path.realpath(target))):
            raise UsageError(
                f"{named(target)} is a name for data, as all that end in .yaml or .yml are; "
                f"give {option} another name"
            )
    except OSError as error:
        raise _cannot_write(target, error) from None


def _replace(target: Path, page: Page) -> None:
    """Write a file whole or not at all, also when told to end; raise UsageError where it cannot be."""
    try:
        with told_to_end():
            _write_whole(target, page)
    except OSError as error:
        raise _cannot_write(target, error) from None


def _cannot_write(target: Path, error: OSError) -> UsageError:
    return UsageError(f"cannot write {named(target)}: {error.strerror or error}")


@contextmanager
def told_to_end() -> Iterator[None]:
    """Let what was begun be taken away where the process is told to end, or its terminal is closed.

    Python would end at once and leave it. A signal that is ignored, as by nohup, stays so.
    """
    import signal  # noqa: PLC0415 - only this needs it

    told = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    ending = [each for each in told if signal.getsignal(each) is signal.SIG_DFL]
    for each in ending:
        signal.signal(each, lambda number, _: sys.exit(128 + number))
    try:
        yield
    finally:
        for each in ending:
            signal.signal(each, signal.SIG_DFL)


def _same(target: Path, other: Path) -> bool:
    try:
        return target.samefile(other)
    except OSError:  # of what is gone by now nothing is lost
        return False


def _write_whole(path: Path, page: Page) -> None:
    """Write a page so that the file holds all of it or what it held before.

    Raise OSError where that cannot be done. A link is followed; a device is written to as it is.
    """
    # By its own name: what /dev/stdout leads to, where it is a pipe, has none.
    if path.exists() and not path.is_file():
        path.write_bytes(b"".join(pieces(page)))
        return
    target = Path(os.path.realpath(path))
    # A name that nothing else bears: what a killed process left behind stands in nobody's way.
    part = target.with_name(f".{os.urandom(8).hex()}.part")
    try:
        with part.open("xb") as file:
            file.writelines(pieces(page))
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write_new(path: Path, text: str) -> None:
    """Write a text as UTF-8 to a file that is not there yet.

    Raise FileExistsError where there is one, and OSError where it cannot be written; what was begun
    is taken away.
    """
    begun = False
    try:
        with path.open("xb") as file:
            begun = True
            file.write(text.encode())
    except BaseException as error:
        if begun:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:  # as of what is full
            error.filename = str(path)
        raise
