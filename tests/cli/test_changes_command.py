"""The command `changes`: since a day, or between two versions of a dispute."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.places import ROOT

POOL = """\
title: The pool
parties:
  - {id: swimmers, name: Swimmers, kind: union}
  - {id: town, name: The town, kind: employer}
documents: [{id: minutes, title: Minutes, publisher: town, date: 2024-03-05}]
demands:
  - {id: hours, title: Open on Sundays, made_by: swimmers, made_to: town, date: 2024-01-10,
     evidence: [{document: minutes, at: item 1}]}
  - {id: price, title: A lower price, made_by: swimmers, made_to: town, date: 2024-01-10,
     evidence: [{document: minutes, at: item 2}]}
concessions:
  - {id: no, title: A letter, made_by: town, date: 2024-02-01,
     answers: [{demand: hours, kind: talks}, {demand: price, kind: refusal}],
     evidence: [{document: minutes, at: item 3}]}
  - {id: yes, title: A vote of the council, made_by: town, date: 2024-03-05,
     answers: [{demand: hours, kind: in-force}], evidence: [{document: minutes, at: item 4}]}
"""
SINCE = """\
# The pool: what changed since 4 March 2024

**One answer got better and one stayed the same.** Up to 5 March 2024.

Yes 0 → 1, No 2 → 1.

## Better

- Open on Sundays: from No to **Yes.** The town did this. [1]

## The same as before

- A lower price: **No**

## How the answers came about

1. Open on Sundays:\x20\x20
   Asked on 10 January 2024; No since 1 February 2024; Yes since 5 March 2024.
2. A lower price:\x20\x20
   Asked on 10 January 2024; No since 1 February 2024.

## Sources

- [1] The town, “Minutes” (5 March 2024)

“In part” means at least half, or all of it late. “Some movement” means less than half, or not certain.
"""
CORRECTED = """\
# The pool: what was corrected

**One answer got better and one stayed the same.** As of 5 March 2024.

Some movement 0 → 1, No 1 → 0.

## Better

- A lower price: from No to **Some movement.** The town offered this, but that has not been agreed. [1]

## The same as before

- Open on Sundays: **Yes**

## Which records differ

- Concessions: added offer; corrected no.

## Sources

- [1] The town, “Minutes” (5 March 2024)

“In part” means at least half, or all of it late. “Some movement” means less than half, or not certain.
"""


def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Run `changes` in a folder; return its exit code and both outputs, without a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "pcs_scorecard", "changes", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def pool(tmp_path: Path) -> Path:
    """Return a folder with a dispute, a later version of it, and another dispute."""
    offer = """\
  - {id: offer, title: An offer, made_by: town, date: 2024-03-05,
     answers: [{demand: price, kind: offer}], evidence: [{document: minutes, at: item 5}]}
"""
    new = POOL.replace(", {demand: price, kind: refusal}", "") + offer
    (tmp_path / "pool.yaml").write_text(POOL, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(new, encoding="utf-8")
    other = (
        POOL.replace("The pool", "The park").replace("hours", "gates").replace("price", "swings")
    )
    (tmp_path / "park.yaml").write_text(other, encoding="utf-8")
    return tmp_path


def test_without_a_day_it_tells_what_changed_last(pool: Path) -> None:
    """The day is that before an answer last changed; named, it gives the same page."""
    assert run(pool, "pool.yaml") == (0, SINCE, "")
    assert run(pool, "pool.yaml", "--since", "2024-03-04") == (0, SINCE, "")
    assert run(pool, "pool.yaml", "--as-of", "2024-03-05") == (0, SINCE, "")


def test_a_day_and_another_say_which_changes_are_meant(pool: Path) -> None:
    """A month is its last day, and what came after the second day is not yet known."""
    code, page, said = run(pool, "pool.yaml", "--since", "2024-01", "--as-of", "2024-02")
    assert (code, said) == (0, "")
    title, _, line = page.splitlines()[:3]
    assert title == "# The pool: what changed since 31 January 2024"
    assert line == "**Two demands got a first answer.** Up to 29 February 2024."


def test_the_first_day_there_is_has_changes_too(pool: Path) -> None:
    """No day comes before it, and the page is none of corrections all the same."""
    code, page, said = run(pool, "pool.yaml", "--as-of", "0001-01-01")
    assert (code, said) == (0, "")
    assert page.startswith(
        "# The pool: what changed since 1 January 0001\n\n**No answer changed.** Up to 1 January 0001.\n"
    )


def test_without_a_dispute_it_says_which_it_took(tmp_path: Path) -> None:
    """No dispute named gives the page of the default one, and says so beside it."""
    code, page, said = run(tmp_path)
    told = (
        "no dispute was named; this is national-2022-23 (`pcs-scorecard list` names all on board)"
    )
    assert (code, said) == (0, f"{told}\n")
    assert run(tmp_path, "national-2022-23") == (0, page, "")


def test_two_versions_tell_what_was_corrected(pool: Path) -> None:
    """Both are as of the last day of the new one, and the records that differ are named."""
    assert run(pool, "pool.yaml", "new.yaml") == (0, CORRECTED, "")
    code, page, said = run(pool, "pool.yaml", "pool.yaml")
    assert (code, said) == (0, "")
    assert page.startswith("# The pool: what was corrected\n\n**No answer changed.** As of 5 March")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["pool.yaml", "--since", "2024-03-05"],
            "found --since 2024-03-05, and the page is up to 5 March 2024; allowed is an earlier day, "
            "and --as-of DATE moves the other",
        ),
        (
            ["pool.yaml", "new.yaml", "--since", "2024"],
            "found --since beside two versions, which are compared as of one day: --as-of DATE",
        ),
        (
            ["pool.yaml", "park.yaml"],
            "pool.yaml and park.yaml are two disputes (“The pool” and “The park”, with no demand of "
            "one id in both), and what was corrected is told of two versions of one",
        ),
        (
            ["pool.yaml", "new.yaml", "park.yaml"],
            "found 3 disputes; allowed are one, or the old and the new version of one",
        ),
    ],
)
def test_what_cannot_be_compared_is_told(pool: Path, arguments: list[str], told: str) -> None:
    """A day that is not earlier, a day beside two versions, two disputes, or three."""
    assert run(pool, *arguments) == (2, "", f"pcs-scorecard: {told}\n")


def test_an_undated_dispute_needs_a_day_for_its_changes(pool: Path) -> None:
    """Without any date in the data the day must be given, and the message says with what."""
    undated = POOL.partition("concessions:")[0].replace(", date: 2024-01-10", "")
    (pool / "undated.yaml").write_text(undated.replace(", date: 2024-03-05", ""), encoding="utf-8")
    code, page, said = run(pool, "undated.yaml")
    assert (code, page) == (2, "")
    assert said.endswith("give the date of the scoresheet: --as-of DATE\n")
    told = (
        "pcs-scorecard: undated.yaml: no record in this dispute has a date; "
        "give the date of the scoresheet: --as-of DATE\n"
    )
    assert run(pool, "pool.yaml", "undated.yaml") == (2, "", told)
    code, page, said = run(pool, "undated.yaml", "--as-of", "2021")
    assert (code, said) == (0, "")
    assert "**No answer changed.** Up to 31 December 2021." in page


def test_the_json_says_what_changed_by_id(pool: Path) -> None:
    """Lists of demands with their statuses, and of each the steps of its answer."""
    found = json.loads(run(pool, "pool.yaml", "--format", "json")[1])
    assert (found["dispute"], found["between"]) == ("pool", "days")
    better = {"id": "hours", "title": "Open on Sundays", "before": "not-met", "after": "met"}
    assert found["better"] == [better]
    assert [each["id"] for each in found["same"]] == ["price"]
    assert found["steps"]["hours"][-1] == {"date": "2024-03-05", "status": "met"}
    versions = json.loads(run(pool, "pool.yaml", "new.yaml", "--format", "json")[1])
    assert versions["records"] == {
        "concessions": {"added": ["offer"], "removed": [], "corrected": ["no"]}
    }
    assert "steps" not in versions
