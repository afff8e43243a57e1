"""Problems in data, told so that an editor can put them right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from pcs_scorecard.model.fields import Place, told
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import ProblemKind


@attrs.frozen(eq=False, repr=False)
class Problem(Value):
    """One thing wrong in a data file: where, what was found, what is allowed, what to do."""

    place: Place
    message: str
    path: str = ""
    kind: ProblemKind = ProblemKind.INVALID
    whole: bool = False
    """Whether it is with a file or a section, and with no record in it."""

    @classmethod
    def of(cls, record: Any, message: str, kind: ProblemKind = ProblemKind.INVALID) -> Problem:
        """Return a problem with a record, at its place; one that was made in Python has none."""
        return cls(record.place or ("", 1, 1), message, kind=kind)

    @property
    def warning(self) -> bool:
        """Whether it only weakens the data, which can be scored all the same."""
        return self.kind.warning

    def __str__(self) -> str:
        """Return one line: file:line:column, the path of the field, the message."""
        level = f"warning: {self.kind}: " if self.warning else ""
        path = f"{self.path}: " if self.path else ""
        return f"{told(self.place)}: {level}{path}{self.message}"


class DataError(Exception):
    """Data that cannot be scored; ``problems`` holds everything found in it, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, sorted by file, line and column."""
        self.problems: tuple[Problem, ...] = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[DataError], tuple[tuple[Problem, ...]]]:
        """Let the error cross from one process to another."""
        return type(self), (self.problems,)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems in order of place."""
    return tuple(sorted(problems, key=lambda p: (p.place, p.path, p.message)))
