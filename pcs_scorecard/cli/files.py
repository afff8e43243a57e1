"""The commands on files of data, which judge no demand for a page: what each runs."""

from __future__ import annotations

import argparse
import os
import shlex
from collections.abc import Callable
from pathlib import Path

from pcs_scorecard.cli.disputes import paths_of
from pcs_scorecard.cli.output import DONE, WRONG_DATA, UsageError, put_out, write, write_new
from pcs_scorecard.reading.files import bundled, is_dispute, load
from pcs_scorecard.reading.names import as_text, named
from pcs_scorecard.values.messages import counted, escaped, printable, quoted

_STARTER = Path(__file__).with_name("starter.yaml")


def _check(options: argparse.Namespace) -> int:
    # Only this command needs these two.
    from pcs_scorecard.checking.audit import audit  # noqa: PLC0415
    from pcs_scorecard.checking.report import report  # noqa: PLC0415

    # A dispute that is named twice is looked at, and counted, once.
    paths = dict.fromkeys(paths_of(options.paths))
    try:
        audits = [audit(path, options.documents) for path in paths]
    except OSError as error:
        raise UsageError(
            f"cannot read the folder {named(options.documents)}: {error.strerror or error}"
        ) from None
    put_out(report(audits, options.format, strict=options.strict))
    wrong = any(options.strict or not each.warning for one in audits for each in one.problems)
    return WRONG_DATA if wrong else DONE


def _list(_: argparse.Namespace) -> int:
    rows = []
    for name, path in bundled().items():
        dispute = load(path)
        demands = counted(len(dispute.demands), "demand")
        concessions = counted(len(dispute.concessions), "concession")
        claims = counted(len(dispute.claims), "claim")
        rows.append(f"{name}: {dispute.title} ({demands}, {concessions}, {claims})")
    put_out("\n".join(rows) + "\n")
    return DONE


def _schema(options: argparse.Namespace) -> int:
    from pcs_scorecard.reading.json_schema import json_schema  # noqa: PLC0415 - only this command needs it

    return write(options, json_schema())


def _new(options: argparse.Namespace) -> int:
    from pcs_scorecard.reading.json_schema import json_schema  # noqa: PLC0415 - only these two need it

    file: Path = options.file
    schema = file.parent / "dispute.schema.json"
    try:
        # The name stands in a comment of the file, which a line break would end.
        if not is_dispute(file) or file.is_dir() or not printable(as_text(file.name)):
            raise UsageError(
                f"found {quoted(as_text(file))}; allowed is the name of a file that ends in .yaml or "
                ".yml, in characters that can be shown"
            )
        write_new(
            file,
            _STARTER.read_text(encoding="utf-8").replace("FILE", shlex.quote(as_text(file.name))),
        )
        wrote = f"wrote {named(file)}, a dispute to replace with your own"
        if not os.path.lexists(schema):
            try:
                write_new(schema, json_schema())
            except BaseException:
                file.unlink()
                raise
            wrote += f", and {named(schema)}, for your editor"
    except FileExistsError as error:
        raise UsageError(f"{named(error.filename)} is there already, and stays as it is") from None
    except OSError as error:
        raise UsageError(
            f"cannot write {named(error.filename)}: {error.strerror or error}"
        ) from None
    told = as_text(file)
    name = escaped(shlex.quote(f"./{told}" if told.startswith("-") else told))
    put_out(f"{wrote}\nnext: pcs-scorecard check {name}\n      pcs-scorecard render {name}\n")
    return DONE


RUN: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "new": _new,
    "list": _list,
    "schema": _schema,
}
"""What each of these commands runs."""
