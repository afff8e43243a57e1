"""Everything that is wrong or weak in a dispute's data, gathered: what `check` and tests tell."""

from __future__ import annotations

import attrs

from pcs_scorecard.checking.documents import file_names, texts
from pcs_scorecard.checking.doubts import doubts
from pcs_scorecard.checking.expectations import unmet
from pcs_scorecard.checking.quotations import Quotations, look_up
from pcs_scorecard.checking.warnings import weaknesses
from pcs_scorecard.model.problems import Problem, in_order
from pcs_scorecard.reading.files import Location, inspect, read_texts
from pcs_scorecard.reading.reader import Reading
from pcs_scorecard.values.value import Value


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Audit(Value):
    """What was found in a dispute; `quotations` is None where no documents were given."""

    reading: Reading
    problems: tuple[Problem, ...]
    quotations: Quotations | None = None

    @property
    def records(self) -> int:
        """How many records were looked at; none in data that cannot be scored."""
        dispute = self.reading.dispute
        return len(self.reading.entries) if dispute is not None else 0


def audit(path: Location, documents: Location | None = None) -> Audit:
    """Look for everything wrong or weak in a dispute's files, and for its quotations.

    `documents` is a folder with the texts of documents. Only data without a fault of form are
    looked at further. Raise OSError where that folder cannot be read.
    """
    reading = inspect(path)
    dispute = reading.dispute
    listed = dispute.documents if dispute is not None else ()
    files: dict[str, str | Problem] = {}
    if documents is not None:
        # Read whatever the data are like, so that a wrong folder is told at once.
        files = read_texts(documents, [name for one in listed for name in file_names(one)])
    if dispute is None:
        return Audit(reading=reading, problems=reading.problems)
    problems = [*reading.warnings, *weaknesses(dispute), *doubts(dispute), *unmet(dispute)]
    counts = None
    if documents is not None:
        problems += [each for each in files.values() if isinstance(each, Problem)]
        read = {name: each for name, each in files.items() if isinstance(each, str)}
        counts, wrong = look_up(dispute, texts(listed, read))
        problems += wrong
    return Audit(reading=reading, problems=in_order(problems), quotations=counts)


def check(path: Location, documents: Location | None = None) -> tuple[Problem, ...]:
    """Return every problem and warning of a dispute's files, in order of place.

    With `documents`, a folder of their texts, quoted phrases are looked for too. Warnings are told
    once nothing is wrong in form. Raise OSError where that folder cannot be read.
    """
    return audit(path, documents).problems
