"""Which of the paths given to pytest are disputes, and which of their tests are asked for.

pytest itself takes an id below a file, and none below a folder, which a dispute can be: the ids are
taken off the arguments before pytest sees them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

import pytest

from pcs_scorecard.reading.files import disputes_in, from_here, is_dispute

ROOTS = pytest.StashKey[AbstractSet[Path]]()
"""The paths at and below which YAML is a dispute."""

_KNOWN = pytest.StashKey[dict[Path, Path | None]]()
"""The dispute that each path is of: pytest asks for all of a folder for each file of it that is named."""

SELECTED = pytest.StashKey[dict[Path, list[str]]]()
"""For disputes of which only some tests were asked for by id: what stands after the first `::`."""


def find_disputes(config: pytest.Config) -> None:
    """Note which paths are disputes, name those by default, and take ids off the arguments.

    Raise UsageError where there is none, and for a setting that holds what it cannot.
    """
    roots = [_plain(path) for path in config.getini("scorecard_paths")]
    if not hasattr(pytest, "Directory"):
        raise pytest.UsageError("disputes are collected by pytest 8 and later")
    _check_settings(config)
    here = config.invocation_params.dir
    given = config.args_source is config.ArgsSource.ARGS
    if not given and (here == config.rootpath or config.option.scorecard):
        if missing := [path for path in roots if not _holds_a_dispute(path)]:
            raise pytest.UsageError(
                "scorecard_paths: there is no YAML file, and no folder with one, at "
                + ", ".join(str(from_here(path)) for path in missing)
            )
        around = {_plain(here / arg) for arg in config.args}
        for root in sorted(roots):
            if not _within(root, around):
                around.add(root)
                config.args.append(os.path.relpath(root, here))
    elif config.option.scorecard:
        roots += [_plain(here / arg.partition("::")[0]) for arg in config.args]
    if config.option.scorecard and not roots:
        raise pytest.UsageError("--scorecard: name the disputes: pytest --scorecard data")
    there = [path for path in roots if path.exists()]  # of the others pytest itself tells
    if config.option.scorecard and there and not any(map(_holds_a_dispute, there)):
        raise pytest.UsageError("--scorecard: there is no YAML file at or below the paths given")
    config.stash[ROOTS] = set(roots)
    config.stash[_KNOWN] = {}
    config.args, config.stash[SELECTED] = _arguments(config.args, here, set(roots))


def _check_settings(config: pytest.Config) -> None:
    """Raise UsageError for a setting that holds what it cannot."""
    for setting, kind in (
        ("scorecard_documents", str),
        ("scorecard_sheets", str),
        ("scorecard_strict", bool),
    ):
        allowed = "the name of one folder" if kind is str else "true and false"
        try:
            found = config.getini(setting)
        except (TypeError, ValueError, pytest.UsageError) as error:
            raise pytest.UsageError(f"{setting}: {error}; allowed is {allowed}") from None
        if not isinstance(found, kind):
            raise pytest.UsageError(f"{setting}: found {found!r}; allowed is {allowed}")


def _holds_a_dispute(path: Path) -> bool:
    try:
        return path.exists() and any(map(is_dispute, disputes_in(path)))
    except OSError:
        return True  # What cannot be looked at is told of by pytest itself.


def _arguments(
    given: Iterable[str], here: Path, roots: AbstractSet[Path]
) -> tuple[list[str], dict[Path, list[str]]]:
    """Return arguments in which disputes are named without ids, and the ids of each.

    A dispute is tested whole where that is asked for too, and so is a folder in which something
    else is: pytest collects what lies in a folder with it.
    """
    named: list[tuple[str, Path]] = []
    disputes: set[Path] = set()
    selected: dict[Path, list[str]] = {}
    whole: set[Path] = set()
    for argument in given:
        name, _, wanted = argument.partition("::")
        path = _plain(here / name)
        dispute = _dispute(path, roots)
        if dispute is None:
            named.append((argument, path))
        elif dispute not in disputes:
            disputes.add(dispute)
            named.append((name if dispute == path else str(Path(name).parent), dispute))
        if dispute and wanted:
            selected.setdefault(dispute, []).append(wanted)
        else:
            whole.add(dispute or path)
    arguments = [argument for argument, path in named if disputes.isdisjoint(path.parents)]
    above = {folder for _, path in named for folder in path.parents}
    return arguments, {
        dispute: ids
        for dispute, ids in selected.items()
        if not _within(dispute, whole) and dispute not in above
    }


def dispute_at(path: Path, config: pytest.Config) -> Path | None:
    """Return the dispute that a path is, or is a file of, if it is one that is tested."""
    known = config.stash.get(_KNOWN, {})
    if path not in known:
        known[path] = _dispute(path, config.stash.get(ROOTS, set()))
    return known[path]


def _dispute(path: Path, roots: AbstractSet[Path]) -> Path | None:
    """Return the dispute that a path at or below one of some roots is, or is a file of, if any."""
    try:
        if not _within(path, roots) or not path.exists() or not is_dispute(path):
            return None
        return path.parent if path.is_file() and _within(path.parent, roots) else path
    except OSError:
        return None  # What cannot be looked at is told of by pytest itself.


def _plain(path: Path) -> Path:
    """Return an absolute path without `..`; links stay as they are, as pytest leaves them."""
    return Path(os.path.normpath(path))


def _within(path: Path, roots: AbstractSet[Path]) -> bool:
    return path in roots or not roots.isdisjoint(path.parents)
