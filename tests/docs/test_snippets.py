"""Every snippet of the README and the docs runs, and gives what the page shows.

The blocks of a page run in order, in one folder of its own:

- after a line `<!-- file: NAME -->` a block is written to that file, after `<!-- append: NAME -->`
  it is added to it, and a line `<!-- change NAME: OLD => NEW -->` changes what is in it, of which a
  YAML block right after it shows the new lines (what is in double quotes is read as JSON);
- ```console: each `$ command` prints what follows it, where `…` alone in a line stands for any lines
  (of other programs `mkdir` makes a folder);
- ```python prints what a ```text block right after it shows;
- anything else needs a line `<!-- not run: reason -->` before it.

Every YAML file of the pages in `data` loads as soon as it is written, and so does each row of the
dictionary's table of deals, put into a small dispute.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.places import ROOT

from pcs_scorecard import Status, load, score

PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder, names in (("", "README.md"), ("data", "**/*.md"), ("docs", "*.md"))
    for path in (ROOT / folder).glob(names)
    if path.name != "claims.md"  # printed by the command, and held fresh by another test
)
PIECE = re.compile(
    r"^<!-- (?P<how>file|append|change|not run)(?: |: )(?P<what>.*?) -->\n"
    r"|^(?P<fence>```)(?P<language>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
COMMANDS = {
    "pcs-scorecard": ["-m", "pcs_scorecard"],
    "pytest": ["-m", "pytest", "-p", "no:cacheprovider"],
    "python": [],
}


def run(folder: Path, arguments: list[str]) -> str:
    """Run Python in a folder; return what it prints, to both streams."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=120,
    )
    return done.stdout.decode()


def like(shown: str, printed: str) -> bool:
    """Tell whether what is printed is what is shown, where `…` in a line stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^…\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*?".join(parts), printed) is not None


def session(folder: Path, text: str) -> None:
    """Run the commands of a console block, and compare what each prints."""
    for step in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = step.partition("\n")
        name, *arguments = shlex.split(command)
        if name == "mkdir":
            (folder / arguments[0]).mkdir()
            printed = ""
        else:
            printed = run(folder, [*COMMANDS[name], *arguments])
        assert like(shown, printed), f"$ {command}\nprints:\n{printed}\nand shown is:\n{shown}"


def changed(file: Path, change: str) -> None:
    """Change what stands once in a file."""
    old, new = (json.loads(one) if one[0] == '"' else one for one in change.split(" => "))
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file.name} does not hold {old!r} once"
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_snippet_gives_what_the_page_shows(page: str, tmp_path: Path) -> None:
    """What is printed, written and run in a page happens as it says, from top to bottom."""
    text = (ROOT / page).read_text(encoding="utf-8")
    how = what = printed = ""
    end = 0
    for piece in PIECE.finditer(text):
        between, end = text[end : piece.start()].strip(), piece.end()
        if piece["how"]:
            how, what = piece["how"], piece["what"]
            if how == "change":
                name, _, change = what.partition(": ")
                changed(tmp_path / name, change)
                what = name
            continue
        language, block = piece["language"], piece["text"]
        if how in ("file", "append"):
            file = tmp_path / what
            file.parent.mkdir(exist_ok=True, parents=True)
            before = file.read_text(encoding="utf-8") if how == "append" else ""
            file.write_text(before + block, encoding="utf-8")
            if page.startswith("data/") and language == "yaml":
                load(file)
        elif how == "change" and language == "yaml":
            assert block in (tmp_path / what).read_text(encoding="utf-8")
        elif language == "console":
            session(tmp_path, block)
        elif language == "python":
            printed = run(tmp_path, ["-c", block])
            if not text[end:].startswith("\n\n```text\n"):
                assert printed == "", f"{page} does not show what a snippet prints:\n{printed}"
        elif language == "text" and printed and not between:
            assert block == printed
        else:
            assert how == "not run", f"{page} does not say how to run:\n{block}"
        if language != "python":
            printed = ""
        how = ""


@pytest.mark.parametrize("page", PAGES)
def test_every_fence_of_a_page_is_read(page: str) -> None:
    """No block hides from the reading above, by its indentation or otherwise.

    The README's two lines of set-up alone are indented; `.ci/run` takes them from there.
    """
    text = (ROOT / page).read_text(encoding="utf-8")
    indented = re.findall(r"\n\n    \S.*", PIECE.sub("", text))
    assert len(indented) == (2 if page == "README.md" else 0)
    fences = re.findall(r"^\s*(?:```|~~~)", text, re.MULTILINE)
    assert len(fences) == 2 * sum(piece["fence"] is not None for piece in PIECE.finditer(text))


# The table of deals -------------------------------------------------------------------------

DEALS = [
    row.split("|")[1:3]
    for row in (ROOT / "data" / "README.md")
    .read_text(encoding="utf-8")
    .split("| deal | write |\n| --- | --- |\n")[1]
    .split("\n\n")[0]
    .splitlines()
]
"""Each deal with how it is written."""

AROUND = """\
title: Around a deal
parties:
  - {{id: cooks, name: Cooks, kind: union}}
  - {{id: council, name: Council, kind: employer}}
  - {{id: ash, name: Ash School, kind: employer}}
  - {{id: oak, name: Oak School, kind: employer}}
  - {{id: the-others, name: The others, kind: employer}}
documents: [{{id: paper, title: Paper, publisher: cooks, date: 2024-05-01}}]
demands: [{{id: pay, title: Pay, made_by: cooks, made_to: council, date: 2024-01-15, {asks}}}]
concessions:
  - {{id: deal, title: Deal, made_by: council, date: 2024-05-01, {made}, answers: [{answer}]}}
"""
"""A dispute in which the terms of a deal stand, whose other records are in a file beside it."""


def terms_of(how: str) -> dict[str, str]:
    """Return the terms that a row writes, by the key that each begins with, or "" for an answer."""
    return {re.match(r"(\w*)", term)[1]: term for term in re.findall(r"`([^`]*[:{][^`]*)`", how)}


@pytest.mark.parametrize(("deal", "how"), DEALS, ids=[deal.strip() for deal, _ in DEALS])
def test_every_deal_of_the_dictionary_loads(deal: str, how: str, tmp_path: Path) -> None:
    """What the dictionary says how to write can be written so, and is answered by a status."""
    terms = terms_of(how)
    assert terms, deal
    gives = terms.pop("gives", "")
    answer = terms.pop("", f"{{demand: pay, kind: {f'agreed, {gives}' if gives else 'refusal'}}}")
    asks = terms.pop("asks", "asks: {lasting: yes}")
    made = terms.pop("accepted_by", terms.pop("undemanded", "note: A deal"))
    # What one row lists, a later one names.
    listed = {
        key: term
        for _, other in DEALS
        for key, term in terms_of(other).items()
        if key in ("pay_points", "figures", "votes", "parties")
    }
    assert terms.keys() <= listed.keys()
    listed |= terms
    around = AROUND.format(asks=asks, made=made, answer=answer)
    (tmp_path / "around.yaml").write_text(around, encoding="utf-8")
    (tmp_path / "listed.yaml").write_text("\n".join(listed.values()), encoding="utf-8")
    (result,) = score(load(tmp_path)).results
    assert result.status is not Status.NO_RESPONSE
