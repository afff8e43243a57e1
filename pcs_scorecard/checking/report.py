"""What an audit found → text for people, JSON for programs, annotations for a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pcs_scorecard.checking import REPORTS
from pcs_scorecard.checking.audit import Audit
from pcs_scorecard.checking.quotations import Quotations
from pcs_scorecard.model.problems import Problem, in_order
from pcs_scorecard.values.messages import counted, file_name
from pcs_scorecard.values.vocabulary import ProblemKind


def report(audits: Sequence[Audit], format: str, *, strict: bool = False) -> str:
    """Return what was found in some disputes in a format, ending in a newline.

    `strict` says of warnings that they, too, are to be put right. Raise ValueError for an unknown
    format.
    """
    problems = in_order({each for audit in audits for each in audit.problems})
    match format:
        case "text":
            lines = list(map(str, problems))
        case "github":
            lines = list(map(_annotation, problems))
        case "json":
            return _as_json(audits, problems)
        case _:
            raise ValueError(f"found {format!r}; allowed are {', '.join(REPORTS)}")
    return "\n".join([*lines, *_summary(audits, problems, strict=strict)]) + "\n"


def _summary(audits: Sequence[Audit], problems: Sequence[Problem], *, strict: bool) -> list[str]:
    """Return the counts of what was found, in sentences."""
    errors = sum(not each.warning for each in problems)
    kinds = _kinds(problems)
    warned = ""
    if kinds:
        count = counted(sum(kinds.values()), "warning")
        warned = f"{count}: {', '.join(f'{number} {kind}' for kind, number in kinds.items())}"
    lines = []
    if looked_up := _looked_up(audits):
        lines.append(_quotations(looked_up))
    if errors:
        lines.append(f"{counted(errors, 'problem')} to put right{warned and f', and {warned}'}")
    else:
        looked_at = counted(sum(audit.records for audit in audits), "record")
        if strict and kinds:
            lines.append(f"{warned}; by --strict each is to be put right")
        else:
            lines.append(f"no problems in {looked_at}{warned and f', {warned}'}")
    return lines


def _quotations(found: Quotations) -> str:
    """Return how many quotations were verified, not found, and not looked for."""
    unchecked = sum(found.unchecked.values()) + found.without_evidence
    total = counted(found.verified + found.not_found + unchecked, "quotation")
    said = (
        f"{found.verified:,} of {total} verified ({found.under_heading:,} under the heading that "
        f"the record names), {found.not_found:,} not found"
    )
    if unchecked:
        each = [f"{name} {count:,}" for name, count in found.unchecked.items()]
        each += [f"without evidence {found.without_evidence:,}"] if found.without_evidence else []
        said += f", {unchecked:,} not checked ({', '.join(each)})"
    return said


def _looked_up(audits: Sequence[Audit]) -> Quotations | None:
    """Return what became of all quotations, or None where no documents were given."""
    every = [audit.quotations for audit in audits if audit.quotations is not None]
    if not every:
        return None
    unchecked: Counter[str] = Counter()
    for each in every:
        unchecked.update(each.unchecked)
    return Quotations(
        verified=sum(each.verified for each in every),
        under_heading=sum(each.under_heading for each in every),
        not_found=sum(each.not_found for each in every),
        unchecked=dict(sorted(unchecked.items())),
        without_evidence=sum(each.without_evidence for each in every),
    )


def _kinds(problems: Sequence[Problem]) -> dict[ProblemKind, int]:
    """Return how many warnings there are of each kind, in the order of the vocabulary."""
    counts = Counter(each.kind for each in problems if each.warning)
    return {kind: counts[kind] for kind in ProblemKind if counts[kind]}


def _annotation(problem: Problem) -> str:
    """Return a problem as a command of GitHub's workflows, which shows it beside the line."""
    file, line, column = problem.place
    where = f"file={_property(file_name(file))},line={line},col={column},title={problem.kind}"
    path = f"{problem.path}: " if problem.path else ""
    return f"::{_level(problem)} {where}::{_data(path + problem.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _level(problem: Problem) -> str:
    return "warning" if problem.warning else "error"


def _as_json(audits: Sequence[Audit], problems: Sequence[Problem]) -> str:
    """Return problems, and counts that a reader of them could not make."""
    from pcs_scorecard.formats.as_json import dumped  # noqa: PLC0415 - only this format needs it

    found: dict[str, object] = {
        "records": sum(audit.records for audit in audits),
        "errors": sum(not each.warning for each in problems),
        "warnings": sum(each.warning for each in problems),
        "problems": [
            {
                **dict(zip(("file", "line", "column"), each.place, strict=True)),
                "level": _level(each),
                "kind": each.kind,
                "path": each.path,
                "message": each.message,
            }
            for each in problems
        ],
    }
    if looked_up := _looked_up(audits):
        found["quotations"] = {
            "verified": looked_up.verified,
            "under_heading": looked_up.under_heading,
            "not_found": looked_up.not_found,
            "unchecked": looked_up.unchecked,
            "without_evidence": looked_up.without_evidence,
        }
    return dumped(found)
