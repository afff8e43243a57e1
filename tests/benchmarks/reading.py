"""Measure how long and how hard to read the scoresheets are: `python reading.py [--output FILE]`."""

# ruff: noqa: T201 - the page is what this script is for

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # what is measured is the checkout that this file lies in

from pcs_scorecard import load_bundled, render, score  # noqa: E402
from pcs_scorecard.reading.files import bundled  # noqa: E402

BEFORE = "1496a6a"
"""The commit whose sheets are counted as those before."""
WIDTH, HEIGHT = 390, 844
"""A phone's screen, in CSS pixels."""

PAGE = """\
# How the scoresheets read

Made by `python tests/benchmarks/reading.py --output docs/reading.md`, which has the formulas.

| scoresheet | demands | words before | words | phone screens | reading grade |
| --- | --- | --- | --- | --- | --- |
{rows}

- **Words**: as `wc -w` counts them in the Markdown sheet, all marks and numbers included; *before* is how `render`
  printed it at commit {before}.
- **Phone screens**: how high the web page is on a screen of {width} × {height} pixels, with all details folded, in
  Chromium with the fonts of Debian. {screens}
- **Reading grade**: Flesch-Kincaid of all sentences of the sheet, in years of school: 0.39 × words per sentence + 11.8 ×
  syllables per word - 15.59. Demands, answers in a word, lists of sources and marks are no sentences. A syllable is a
  run of vowels, but for a silent e at the end; a number is taken for one.
"""

_LIST = re.compile(r"^\s*(?:[0-9]+\.|-)\s+")
_MARKS = re.compile(r"(?:\[[0-9]+\])+†?|\*\*|†")
_ANSWER = re.compile(
    r"^(?:[^.:]*: )?(?:Yes|In part|Some movement|No|No response recorded)(?: \([^)]*\))?\.(?: |$)"
)
_ENDED = re.compile(r"(?!As of ).*[.?!][”)]?").fullmatch
_END = re.compile(r"(?<=[.?!])[”’)]*\s+(?=[“‘(]?[A-Z0-9])")
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e[ds]?$|(?<=[^aeiouyldt])ed$|(?<=[^aeiouylcghsxz])es$"
)
_WORD = re.compile(r"[\w'’.,/%£-]*\w[\w%]*")


def main() -> None:
    """Print the page, or write it to a file."""
    parser = argparse.ArgumentParser(description="Measure how the scoresheets read.")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the page to FILE")
    output: Path | None = parser.parse_args().output
    page = made()
    if output is None:
        print(page, end="")
    else:
        output.write_text(page, encoding="utf-8")


def made() -> str:
    """Return the page."""
    cards = {name: score(load_bundled(name)) for name in bundled()}
    heights = screens({name: render(card, "html") for name, card in cards.items()})
    rows = []
    for name, card in cards.items():
        sheet = render(card)
        height = f"{heights[name]:.1f}" if name in heights else "–"
        cells = (before(name), words(sheet), height, f"{grade(sentences(sheet)):.1f}")
        rows.append(f"| {name} | {len(card.results)} | {' | '.join(map(str, cells))} |")
    return PAGE.format(
        rows="\n".join(rows),
        before=BEFORE,
        width=WIDTH,
        height=HEIGHT,
        screens="" if heights else "Not measured: there was no Chromium, or no playwright.",
    ).replace(" \n", "\n")


def words(text: str) -> int:
    """Count words as `wc -w` does: whatever stands between blanks."""
    return len(text.encode().split())


def before(name: str) -> str:
    """Count the words of a sheet as it was before, or say that it is not there."""
    done = subprocess.run(
        ["git", "show", f"{BEFORE}:docs/scoresheets/{name}.md"],  # noqa: S607 - git, wherever it is
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    return "–" if done.returncode else f"{len(done.stdout.split()):,}"


# How high a page is ---------------------------------------------------------------------------


def screens(pages: dict[str, str]) -> dict[str, float]:
    """Return how many screens each page is high; nothing where there is no browser to ask."""
    chromium = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not everybody has it
    except ImportError:
        return {}
    if chromium is None:
        return {}
    found = {}
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, text in pages.items():
            file = Path(temporary) / "page.html"
            file.write_text(text, encoding="utf-8")
            page.goto(file.as_uri())
            found[name] = page.evaluate("document.documentElement.scrollHeight") / HEIGHT
        browser.close()
    return found


# How hard it is -------------------------------------------------------------------------------


def sentences(sheet: str) -> list[str]:
    """Return the sentences of a Markdown sheet, without what is none: titles, answers, sources."""
    found = []
    text, _, rest = sheet.partition("\n## Sources\n")
    notes = [line for line in rest.splitlines() if not _LIST.match(line)]
    for line in [*text.splitlines(), *notes]:
        said = _MARKS.sub("", _LIST.sub("", line)).strip()
        if said.startswith(("#", "Yes ")):
            continue
        said = _ANSWER.sub("", said)
        found += [each for each in _END.split(said) if _ENDED(each)]
    return found


def grade(said: list[str]) -> float:
    """Return the Flesch-Kincaid grade of sentences: the years of school that they ask for."""
    found = [word for one in said for word in _WORD.findall(one)]
    per_sentence = len(found) / len(said)
    per_word = sum(map(syllables, found)) / len(found)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def syllables(word: str) -> int:
    """Count the runs of vowels, at least one; a silent e at the end, also in -ed and -es, is none."""
    return max(1, len(re.findall(r"[aeiouy]+", _SILENT.sub("", word.casefold()))))


if __name__ == "__main__":
    main()
