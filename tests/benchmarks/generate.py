"""Write invented disputes of any size by a fixed formula: the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pcs_scorecard import Kind

PAIRS_TO_A_DOCUMENT = 4

_KINDS = tuple(Kind)
_WITHOUT_AMOUNT = (Kind.REFUSAL, Kind.WORSENING, Kind.NOTHING_OFFERED, Kind.TALKS)
_GRADES = (
    "administrative assistants",
    "administrative officers",
    "executive officers",
    "higher executive officers",
    "senior executive officers",
    "caseworkers",
    "court staff",
)
_PLACES = (
    "first list, item {}",
    "paragraph {}",
    "The claim as it was put to the employer, item {}",
    "The letter of the employer to all branches, paragraph {}",
    "What the reps were told at the meeting, list, item {}",
)
_HEAD = """\
title: Invented dispute of many bargaining units
parties:
  - id: pcs
    name: PCS
    kind: union
    note: The union as a whole, whose demands are listed.
  - id: employers
    name: Civil service employers
    kind: employer
"""
_DOCUMENT = """\
  - id: bulletin-{number}
    title: "Bulletin {number}: what was demanded, and what came back"
    publisher: pcs
    date: {date}
"""
_DEMAND = """\
  - id: pay-{number}
    title: A pay rise of {asked:g}% for {grade} in bargaining unit {number}
    made_by: pcs
    made_to: employers
    asks: {{more: {asked:g}%, basis: {basis}, period: {period}}}
    evidence:
      - document: bulletin-{document}
        at: "{at}"
"""
_CONCESSION = """\
  - id: reply-{number}
    title: What the employer of bargaining unit {number} put forward in reply to the pay claim
    made_by: employers
    date: {date}
    answers:
      - demand: pay-{demand}
        kind: {kind}
{gives}    evidence:
      - document: bulletin-{document}
        at: "{at}"
"""


def write_file(path: Path, pairs: int) -> None:
    """Write one dispute of as many demands and concessions, with a document for every four."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_HEAD)
        file.writelines(_sections(range(pairs)))


def write_folder(folder: Path, files: int, pairs: int) -> None:
    """Write one dispute as a folder of files, each with its own demands and concessions."""
    folder.mkdir()
    for number in range(files):
        numbers = range(number * pairs, (number + 1) * pairs)
        text = "".join(_sections(numbers))
        path = folder / f"units-{number:04}.yaml"
        path.write_text(text if number else _HEAD + text, encoding="utf-8", newline="\n")


def _sections(numbers: range) -> Iterator[str]:
    """Yield the documents, demands and concessions of these numbers."""
    yield "documents:\n"
    for number in numbers[::PAIRS_TO_A_DOCUMENT]:
        yield _DOCUMENT.format(number=number // PAIRS_TO_A_DOCUMENT, date=_date(number))
    yield "demands:\n"
    yield from map(_demand, numbers)
    yield "concessions:\n"
    yield from map(_concession, numbers)


def _demand(number: int) -> str:
    return _DEMAND.format(
        number=number,
        asked=_asked(number),
        grade=_GRADES[number % len(_GRADES)],
        basis="non-consolidated" if number % 4 == 0 else "consolidated",
        period=_period(number),
        document=number // PAIRS_TO_A_DOCUMENT,
        at=_at(number),
    )


def _concession(number: int) -> str:
    kind = _KINDS[number % len(_KINDS)]
    # Every twelfth is a second answer to the demand before, and leaves its own unanswered.
    demand = number - 1 if number % 12 == 11 else number
    return _CONCESSION.format(
        number=number,
        date=_date(number + 5),
        demand=demand,
        kind=kind,
        gives=_gives(kind, number, demand),
        document=number // PAIRS_TO_A_DOCUMENT,
        at=_at(number + 2),
    )


def _gives(kind: Kind, number: int, demand: int) -> str:
    """Return the line of what is given, from a quarter the wrong way to half as much again."""
    period = _period(demand + (number % 3 == 0))
    if kind in _WITHOUT_AMOUNT:
        return f"        gives: {{period: {period}}}\n" if number // 10 % 2 else ""
    amount = _asked(demand) * (number // 10 % 8 - 1) / 4
    change = f"less: {-amount:g}%" if amount < 0 else f"more: {amount:g}%"
    if number % 23 == 0:
        change = f"more: up to {_asked(demand)}%"
    return f"        gives: {{{change}, period: {period}}}\n"


def _asked(number: int) -> int:
    return number % 19 + 1


def _period(number: int) -> str:
    return "2023/24" if number % 2 else "2022/23"


def _date(number: int) -> str:
    """Return a date in 2023, known to the day or, one in nine, to the month."""
    month = f"2023-{number % 12 + 1:02}"
    return month if number % 9 == 0 else f"{month}-{number % 28 + 1:02}"


def _at(number: int) -> str:
    return _PLACES[number % len(_PLACES)].format(number % 9 + 1)
