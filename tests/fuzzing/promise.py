"""What is promised for any input: a dispute, or problems that an editor can put right."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable

from helpers.laid import laid

from pcs_scorecard import POLICIES, Dispute, Problem, changes, render, score
from pcs_scorecard.checking.doubts import doubts
from pcs_scorecard.checking.expectations import unmet
from pcs_scorecard.checking.warnings import weaknesses
from pcs_scorecard.formats import FORMATS, LAID_OUT
from pcs_scorecard.pages.claims import claims_page
from pcs_scorecard.pages.report import explain
from pcs_scorecard.reading.reader import read
from pcs_scorecard.values.messages import printable

_UNSHOWN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_LONGEST = 2_000
UNDATED = "no record in this dispute has a date; give the date of the scoresheet"
"""The one thing that keeps a dispute without problems from being scored."""


def kept_for(data: bytes) -> bool:
    """Assert what is promised for the bytes of a file; tell whether they are a dispute."""
    reading = read([("hostile.yaml", data)], "hostile")
    told_well(reading.problems, "hostile.yaml", data)
    assert all(len(str(problem)) <= _LONGEST for problem in reading.problems)
    if reading.dispute is None:
        assert reading.problems, "neither a dispute nor a problem"
        return False
    weak = [find(reading.dispute) for find in (weaknesses, doubts, unmet)]
    told_well([*reading.warnings, *itertools.chain(*weak)], "hostile.yaml", data)
    pages(reading.dispute)
    return True


def told_well(problems: Iterable[Problem], file: str, data: bytes) -> None:
    """Assert that each problem has its place in the file, and is one line that can be shown."""
    # A file may end a line in any way, so this is the most lines that it can have.
    most = len(data) + 1
    for problem in problems:
        name, line, column = problem.place
        assert name == file, problem
        assert 1 <= line <= most, problem
        assert 1 <= column <= most, problem
        assert problem.message, problem
        assert printable(str(problem)), problem


def shown_as(form: str, page: str) -> str:
    """Return a page without what its format is allowed beside text that can be shown.

    Tables end their lines as spreadsheets do and keep tabs, as a web page does, where they are white
    space; pictures keep each text in its own direction.
    """
    allowed = {"csv": "\r\t", "html": "\t", "svg": "\t\u2068\u2069"}.get(form, "")
    return page.translate(dict.fromkeys(map(ord, allowed)))


def pages(dispute: Dispute) -> None:
    """Assert that a dispute has every page in every format, by every policy."""
    day = None
    try:
        score(dispute)
    except ValueError as error:
        assert str(error) == UNDATED  # noqa: PT017 - any other ValueError is told by its text
        day = "2023-06-30"
    cards = [score(dispute, as_of=day, policy=policy) for policy in POLICIES.values()]
    cards.append(score(dispute, as_of="2023"))
    shown = [
        *(shown_as(form, render(cards[0], form)) for form in FORMATS),
        *(render(card) for card in cards[1:]),
        *(
            render(changes(*pair), form)
            for pair in ((cards[-1], cards[0]), (cards[0], cards[1]))
            for form in (*LAID_OUT, "json")
        ),
        *(laid(claims_page(cards), form) for form in LAID_OUT),
    ]
    for result in cards[0].results:
        for one in (result, *result.parts):
            shown += [laid(explain(cards[0], one.id), form) for form in LAID_OUT]
    for page in shown:
        assert page.encode().endswith(b"\n")
        assert not _UNSHOWN.search(page)
    json.loads(shown[FORMATS.index("json")])
