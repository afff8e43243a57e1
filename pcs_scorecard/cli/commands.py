"""The commands that judge: what each runs."""

from __future__ import annotations

import argparse
import datetime
import functools
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import attrs

from pcs_scorecard.cli.disputes import path_of, paths_of
from pcs_scorecard.cli.output import (
    DONE,
    UsageError,
    in_colour,
    put_out,
    say,
    write,
)
from pcs_scorecard.comparison.policy import STANDARD
from pcs_scorecard.formats import ENDINGS, LAID_OUT, PICTURES
from pcs_scorecard.formats.render import laid_out, render
from pcs_scorecard.model.demands import Demand
from pcs_scorecard.model.dispute import Dispute
from pcs_scorecard.pages.sheet import compose, sheet
from pcs_scorecard.reading import DEFAULT
from pcs_scorecard.reading.files import (
    bundled,
    files_of,
    find_bundled,
    load,
)
from pcs_scorecard.reading.names import as_text, from_text, named
from pcs_scorecard.scorecard.card import Scorecard, score
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.messages import counted, nearest, printable, quoted


def _render(options: argparse.Namespace) -> int:
    form = _format(options)
    if options.wide and form not in PICTURES:
        raise UsageError(f"--wide is of pictures, --format {' or '.join(PICTURES)}; found {form}")
    card = _score(options.dispute, options)
    if form == "png":
        return write(options, _png(card, options))
    if form in LAID_OUT or (form == "html" and options.into is not None):
        page = laid_out(sheet(compose(card)), form, colour=_colour_for(options))
        return write(options, page)
    return write(options, render(card, form, wide=options.wide))


def _png(card: Scorecard, options: argparse.Namespace) -> bytes:
    from pcs_scorecard.formats.picture import png  # noqa: PLC0415 - only this format needs it

    if options.output is None:
        raise UsageError("a PNG is no text, but a file of its own: --output FILE.png")
    try:
        return png(card, wide=options.wide)
    except ImportError as error:
        raise UsageError(str(error)) from None


def _format(options: argparse.Namespace) -> str:
    """Return the format that is asked for, or that of the file by how its name ends, or Markdown."""
    file: Path | None = options.output or options.into
    form = "markdown" if file is None else ENDINGS.get(file.suffix.lower(), "markdown")
    if options.into is not None and form not in _COMMENTED:
        raise UsageError(
            f"found {named(options.into)}; --into takes a file of Markdown or HTML, and --output writes "
            "another, whole"
        )
    if options.into is not None and form == "html" and options.format not in (None, form, "png"):
        raise UsageError(
            f"found --format {options.format}, in which a text could be markup of {named(options.into)}; "
            "between its two lines stands html, and --output writes another, whole"
        )
    if options.format is not None or file is None:
        return options.format or form
    # HTML that stands within a page can be made of whatever is laid out.
    if form not in options.formats and not (form == "html" and options.into is not None):
        raise UsageError(
            f"{named(file)} would be {form}, and `{options.command}` gives {', '.join(options.formats)}; "
            "choose with --format, or give FILE another ending"
        )
    return form


_COMMENTED = ("markdown", "html")
"""The formats of files in which the two lines of --into are comments."""


def _report(options: argparse.Namespace) -> int:
    from pcs_scorecard.pages.report import report  # noqa: PLC0415 - only this command needs it

    page = report(compose(_score(options.dispute, options)))
    return write(options, laid_out(page, _format(options), colour=_colour_for(options)))


def _changes(options: argparse.Namespace) -> int:
    from pcs_scorecard.scorecard.changes import Between, changes  # noqa: PLC0415 - only this command needs it

    named: list[str] = options.disputes
    if len(named) > 2:
        raise UsageError(
            f"found {len(named)} disputes; allowed are one, or the old and the new version of one"
        )
    if len(named) == 2:
        before, after = _versions(options, *named)
    else:
        before, after = _two_days(options, named[0] if named else None)
    found = changes(before, after)
    if len(named) < 2:
        # On the first day that there is, both are of that day.
        found = attrs.evolve(found, between=Between.DAYS)
    return write(options, render(found, _format(options), colour=_colour_for(options)))


def _two_days(options: argparse.Namespace, name: str | None) -> tuple[Scorecard, Scorecard]:
    """Return the scorecards of the day since which changes are asked for, and of the last."""
    from pcs_scorecard.scorecard.changes import last_change  # noqa: PLC0415 - only this command needs it

    dispute = _load(options, name)
    after = _scored(dispute, options.as_of, options.policy)
    if options.since is None:
        since = Date.of(last_change(dispute, as_of=after.as_of, policy=options.policy))
    else:
        since = options.since
        if since.last >= after.as_of:
            raise UsageError(
                f"found --since {since.text}, and the page is up to {Date.of(after.as_of)}; allowed is "
                "an earlier day, and --as-of DATE moves the other"
            )
    if name is None and len(bundled()) > 1:
        say(f"no dispute was named; this is {DEFAULT} (`pcs-scorecard list` names all on board)")
    return _scored(dispute, since, options.policy), after


def _versions(options: argparse.Namespace, old: str, new: str) -> tuple[Scorecard, Scorecard]:
    """Return the scorecards of two versions of one dispute, both as of the day of the new one."""
    if options.since is not None:
        raise UsageError(
            "found --since beside two versions, which are compared as of one day: --as-of DATE"
        )
    was, now = _read(options, path_of(old)), _read(options, path_of(new))
    alike = {demand.id for demand in was.demands} & {demand.id for demand in now.demands}
    if was.title != now.title and not alike:
        raise UsageError(
            f"{named(old)} and {named(new)} are two disputes (“{was.title}” and “{now.title}”, with no demand of one "
            "id in both), and what was corrected is told of two versions of one"
        )
    after = _scored(now, options.as_of, options.policy, path_of(new))
    return _scored(was, Date.of(after.as_of), options.policy), after


def _claims(options: argparse.Namespace) -> int:
    from pcs_scorecard.pages.claims import claims_page  # noqa: PLC0415 - only this command needs it

    cards = _cards(options, paths_of(options.disputes))
    page = laid_out(claims_page(cards), _format(options), colour=_colour_for(options))
    return write(options, page)


def _site(options: argparse.Namespace) -> int:
    # Only this command needs these.
    from pcs_scorecard.cli.folder import write_folder  # noqa: PLC0415
    from pcs_scorecard.formats.site import INDEX, PATTERNS, SIGN, TAKEN  # noqa: PLC0415

    cards = _cards(options, dict.fromkeys(paths_of(options.disputes)))
    names: dict[str, str] = {name.casefold(): name for name in TAKEN}
    for card in cards:
        name = card.dispute.name
        if name.casefold() in names or name.startswith(".") or not printable(name):
            raise UsageError(
                f"found two things named {quoted(name)}, and a site has a folder for each dispute; give the "
                "file or folder of the dispute another name"
                if name.casefold() in names
                else f"found a dispute in {quoted(name)}; allowed is a name that can be shown, without a dot "
                "at its start"
            )
        names[name.casefold()] = name
    files = {from_text(name): data for name, data in _files(cards, options.address or "").items()}
    folder: Path = options.folder
    known = (INDEX, SIGN.encode())
    write_folder(folder, files, read=options.read, force=options.force, known=known)
    put_out(f"wrote {counted(len(files), 'file')} to {named(folder)}\n")
    found = {path.relative_to(folder) for pattern in PATTERNS for path in folder.glob(pattern)}
    if older := sorted(found - set(map(Path, files)), key=as_text):
        told = ", ".join([*map(named, older[:3]), *["…"] * (len(older) > 3)])
        put_out(f"{counted(len(older), 'older file')} stay{'s' * (len(older) == 1)}: {told}\n")
    return DONE


def _files(cards: Sequence[Scorecard], address: str) -> dict[str, bytes]:
    """Return the files of a site; where it knows its address, with pictures if they can be made."""
    from pcs_scorecard.formats.picture import png  # noqa: PLC0415 - only this command needs these
    from pcs_scorecard.formats.site import site  # noqa: PLC0415

    if address:
        try:
            return site(cards, address, functools.partial(png, wide=True))
        except ImportError as error:
            say(f"without pictures for previews of links: {error}")
    return site(cards, address)


def _colour_for(options: argparse.Namespace) -> bool:
    return options.output is None and options.into is None and in_colour()


def _explain(options: argparse.Namespace) -> int:
    # Only this command needs these two.
    from pcs_scorecard.formats.text import text  # noqa: PLC0415
    from pcs_scorecard.pages.report import explain  # noqa: PLC0415

    card = _score(options.dispute, options)
    try:
        card[options.demand]
    except KeyError:
        if day := _not_yet(card, options.demand):
            raise UsageError(
                f"found {quoted(options.demand)}, which is on record from {Date.of(day)} on, and the "
                f"scoresheet is as of {Date.of(card.as_of)}: --as-of DATE"
            ) from None
        known = [one.id for result in card.results for one in result.every]
        listed = f"; allowed are {', '.join(known)}" if 0 < len(known) <= 40 else ""
        raise UsageError(
            f"found {quoted(options.demand)}, and there is no demand of that id on the scoresheet"
            f"{listed}{nearest(options.demand, known)}"
        ) from None
    put_out(text(explain(card, options.demand), colour=in_colour()))
    return DONE


def _not_yet(card: Scorecard, name: str) -> datetime.date | None:
    """Return the day from which a demand or part is on record, if that is after the scorecard's."""
    for demand in card.dispute.demands:
        day = card.days.of(demand)
        if day and day.last > card.as_of and name in _ids(demand):
            return day.last
    return None


def _ids(demand: Demand) -> tuple[str, ...]:
    return (demand.id, *(part.id for part in demand.parts))


def _load(options: argparse.Namespace, name: str | None) -> Dispute:
    return _read(options, find_bundled(DEFAULT) if name is None else path_of(name))


def _read(options: argparse.Namespace, path: Path) -> Dispute:
    """Return the dispute at a path, whose files no output of this run may replace."""
    dispute = load(path)
    options.read += files_of(path)
    return dispute


def _score(name: str | None, options: argparse.Namespace) -> Scorecard:
    dispute = _load(options, name)
    if options.if_accepted is not None:
        try:
            return score(
                dispute,
                as_of=options.as_of,
                policy=options.policy,
                if_accepted=options.if_accepted,
            )
        except ValueError as error:
            name = options.if_accepted
            demand = any(name in _ids(one) for one in dispute.demands)
            mistaken = demand and all(made.id != name for made in dispute.concessions)
            told = f"; {quoted(name)} is a demand" if mistaken else ""
            raise UsageError(f"{error}{told}: --if-accepted CONCESSION") from None
    return _scored(dispute, options.as_of, options.policy)


def _scored(
    dispute: Dispute, as_of: Date | None, policy: str | None, path: Path | None = None
) -> Scorecard:
    """Return the scorecard of a dispute; what cannot be is told with its path, where one is given."""
    try:
        return score(dispute, as_of=as_of, policy=policy or STANDARD)
    except ValueError as error:
        which = f"{named(path)}: " if path else ""
        raise UsageError(f"{which}{error}: --as-of DATE") from None


def _cards(options: argparse.Namespace, paths: Iterable[Path]) -> list[Scorecard]:
    return [_scored(_read(options, path), options.as_of, options.policy, path) for path in paths]


RUN: dict[str, Callable[[argparse.Namespace], int]] = {
    "render": _render,
    "explain": _explain,
    "report": _report,
    "changes": _changes,
    "claims": _claims,
    "site": _site,
}
"""What each of these commands runs."""
