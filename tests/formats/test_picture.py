"""The picture: what it says, and that every text stays in its place, whatever it holds."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from helpers.many import asking
from helpers.markup import NASTY, any_text
from helpers.strategies import disputes
from helpers.works import saying, works
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pcs_scorecard import Dispute, render, score
from pcs_scorecard.formats.lettering import em, fitted, width
from pcs_scorecard.formats.picture import png

SVG = "{http://www.w3.org/2000/svg}"
SIZES = {False: (1080, 1350), True: (1200, 630)}
LAYOUTS = pytest.mark.parametrize("wide", [False, True], ids=["tall", "wide"])


def drawn(dispute: Dispute | None = None, *, wide: bool = False, **how: Any) -> ET.Element:
    """Return the picture of a dispute, or of the works, as the tree that a viewer reads."""
    card = score(dispute or works(), **how)
    return ET.fromstring(render(card, "svg", wide=wide))  # noqa: S314 - our own


def texts(picture: ET.Element) -> list[str]:
    """Return the lines of text in a picture, without the marks of direction."""
    return [(text.text or "").strip("\u2068\u2069") for text in picture.iter(f"{SVG}text")]


@LAYOUTS
def test_shows_what_the_sheet_says(wide: bool) -> None:  # noqa: FBT001 - a case
    """Title, day, headline, each answer with its count, each demand with its answer, and sources."""
    told = " ".join(texts(drawn(wide=wide)))
    for each in (
        *(
            "The works",
            "Scoresheet. As of 30 June 2021.",
            "The smiths made 5 demands of the works.",
        ),
        *("Some movement", "No response recorded", "1. 6% more", "2. New kit", "4. A bus"),
        *("Yes", "What the smiths asked of the works", "Dropped by the smiths", "A canteen"),
        *("No response recorded to any of these 3 demands.", "a one-off payment of £100"),
        "From documents of the smiths (1) and The Courier (1).",
    ):
        assert each in told, each


@LAYOUTS
def test_can_be_heard(wide: bool) -> None:  # noqa: FBT001 - a case
    """Its title and description say all of it, every demand included, and it is named an image."""
    picture = drawn(asking(*(f"Wish {i}" for i in range(60))), wide=wide)
    assert picture.get("role") == "img"
    assert picture.findtext(f"{SVG}title") == "The works. Scoresheet. As of 30 June 2021."
    said = picture.findtext(f"{SVG}desc") or ""
    assert "1. Wish 0: Yes." in said
    assert "60. Wish 59: No response recorded." in said


@LAYOUTS
def test_says_how_many_a_shortened_list_leaves_out(wide: bool) -> None:  # noqa: FBT001 - a case
    """What is shown and what is said to be left out add up to all demands."""
    told = texts(drawn(asking(*(f"Wish {i}" for i in range(60))), wide=wide))
    shown = sum(line.startswith("Wish ") for line in told)
    assert 5 < shown < 60
    assert f"and {60 - shown} more" in told


def test_leaves_no_demand_out_that_there_is_room_for() -> None:
    """Eight demands of usual length all stand there, whole."""
    titles = [f"Demand {word} of a usual length, of some ten words" for word in "ABCDEFGH"]
    told = " ".join(texts(drawn(asking(*titles))))
    assert all(title in told for title in titles)
    assert " more" not in told


@LAYOUTS
def test_every_answer_has_its_word_and_a_shape(wide: bool) -> None:  # noqa: FBT001 - a case
    """No answer is told by colour alone: as many shapes as words of answers, five of them in the tally."""
    picture = drawn(wide=wide)
    answers = {"Yes", "In part", "Some movement", "No", "No response recorded"}
    blocks = [" ".join(texts(block)) for block in picture.iter(f"{SVG}svg") if block is not picture]
    words = [block for block in blocks if block.removesuffix(" †") in answers]
    silent = [block for block in blocks if block.startswith("No response recorded to any")]
    shapes = [group for group in picture.iter(f"{SVG}g") if group.get("transform")]
    assert len(shapes) == len(words) + len(silent) > 5


@pytest.mark.parametrize("nasty", NASTY)
@LAYOUTS
def test_a_text_is_a_text(nasty: str, wide: bool) -> None:  # noqa: FBT001 - a case
    """Whatever the texts hold, the elements are those of a picture, and lead nowhere."""
    dispute = saying(nasty, works())
    made = render(score(dispute), "svg", wide=wide)
    picture = ET.fromstring(made)  # noqa: S314 - our own
    names = {element.tag.removeprefix(SVG) for element in picture.iter()}
    assert names <= {"svg", "title", "desc", "rect", "g", "circle", "path", "text"}
    attributes = {name for element in picture.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name}
    assert re.findall(r'="(https?:[^"]*)"', made) == ["http://www.w3.org/2000/svg"]


@given(any_text, st.booleans())
def test_any_text_gives_a_picture(text: str, wide: bool) -> None:  # noqa: FBT001 - drawn
    """A picture is well-formed whatever its texts hold."""
    drawn(saying(text, works()), wide=wide)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(disputes(), st.booleans())
def test_any_dispute_gives_a_picture(dispute: Dispute, wide: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever a dispute holds, its picture is well-formed, and no text leaves it."""
    picture = drawn(dispute, wide=wide, as_of="2024")
    across, down = SIZES[wide]
    for frame in picture.iter(f"{SVG}svg"):
        assert float(frame.get("x", 0)) + float(frame.get("width", 0)) <= across
        assert float(frame.get("y", 0)) + float(frame.get("height", 0)) <= down + 30
    for frame in picture.iter(f"{SVG}svg"):
        for text in frame.findall(f"{SVG}text"):
            size, bold = float(frame.get("font-size", 0)), frame.get("font-weight") == "700"
            assert width(text.text or "", size, bold=bold) <= float(frame.get("width", 0)) + 1e-6


# Wrapping -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("one", ["one"]),
        ("one two", ["one two"]),
        ("one two three", ["one two", "three"]),
        ("one two three four five six", ["one two", "three…"]),
        ("one\n two", ["one two"]),
        ("aaaaaaaaaaaaaaaaaaaa", ["aaaaaaa", "aaaaa…"]),
        ("工資工資工資工資", ["工資工資", "工資工資"]),
        ("工資工資工資工資工資", ["工資工資", "工資工…"]),
        ("e\u0301" * 9, ["e\u0301" * 7, "e\u0301" * 2]),
    ],
)
def test_texts_are_wrapped_and_cut(text: str, lines: list[str]) -> None:
    """Lines break at spaces, in words that are too long and between Chinese signs, and marks stay on."""
    assert fitted(text, 10, 46, 2) == lines


@pytest.mark.parametrize("joined", ["👩‍👩‍👧‍👦", "❤\ufe0f", "é\u0323"])
def test_what_is_joined_is_not_parted(joined: str) -> None:
    """A family stays together, as do a sign and what is put on it."""
    lines = fitted(joined * 5, 10, width(joined, 10) * 1.5, 9)
    assert lines == [joined] * 5


@given(any_text, st.integers(10, 60), st.integers(1, 4), st.booleans())
def test_lines_keep_to_their_room(text: str, size: int, most: int, bold: bool) -> None:  # noqa: FBT001 - drawn
    """No text makes more lines than it may have, or one that is wider than its room."""
    room = 14.0 * size
    lines = fitted(text, size, room, most, bold=bold)
    assert len(lines) <= most
    assert all(width(line, size, bold=bold) <= room for line in lines)


# PNG ----------------------------------------------------------------------------------------------


@LAYOUTS
def test_a_png_has_the_size_of_its_layout(wide: bool) -> None:  # noqa: FBT001 - a case
    """The bytes are those of a PNG, as wide and high as the SVG."""
    pytest.importorskip("pyvips", reason="pyvips is not installed: pip install '.[pictures]'")
    made = png(score(works()), wide=wide)
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    across, down = SIZES[wide]
    assert made[16:24] == across.to_bytes(4, "big") + down.to_bytes(4, "big")


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra, as one would type it."""
    monkeypatch.setitem(sys.modules, "pyvips", None)
    with pytest.raises(ImportError, match=r"pip install 'pyvips\[binary\]'$"):
        png(score(works()))


# In a browser -------------------------------------------------------------------------------------

CHROMIUM = Path("/usr/bin/chromium")
SCRIPTS = {
    "latin": "A guarantee of no compulsory redundancies, WWW and MMM, for all members everywhere",
    "arabic": "زيادة في الأجور (10%) بنسبة عشرة في المئة لجميع العاملين في القطاع العام!",
    "chinese": "工資增加百分之十，立即生效，並且適用於所有公務員以及外判員工包括兼職和臨時工",
    "emoji": "👩‍🚒 🇬🇧 😀 ❤️ 1️⃣ 🏳️‍🌈 " + "👩‍👩‍👧‍👦" * 20,
    "long words": "Donaudampfschifffahrtsgesellschaftskapitän" * 4 + " " + "W" * 90,
    "greek and cyrillic": "Повышение заработной платы ЖЩШЮ для всех, ΑΥΞΗΣΗ ΜΙΣΘΩΝ ΚΑΤΑ ΔΕΚΑ",
    "hindi and thai": "नियमित वेतन वृद्धि सभी कर्मचारियों के लिए ขึ้นเงินเดือนสำหรับพนักงานทุกคน",
}
FONTS = ("", "DejaVu Sans")
"""Those that the picture names, and the widest of those that may stand in for them."""
STANDS_OUT = """() => [...document.querySelectorAll('text')].flatMap(text => {
    const box = text.getBoundingClientRect(), frame = text.parentNode.getBoundingClientRect();
    const all = document.querySelector('svg').getBoundingClientRect();
    const inside = (one, other) => one.left >= other.left - .5 && one.right <= other.right + .5;
    const high = box.top >= all.top && box.bottom <= all.bottom;
    return inside(box, frame) && inside(box, all) && high ? [] : [text.textContent];
})"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return a Chromium without a window; skip where there is none, or nothing to drive it."""
    reason = f"Chromium is not at {CHROMIUM}, or playwright is not installed to drive it"
    playwright = pytest.importorskip("playwright.sync_api", reason=reason)
    if not CHROMIUM.is_file():
        pytest.skip(reason)
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("script", SCRIPTS)
@LAYOUTS
def test_texts_stay_in_their_places(browser: Any, script: str, wide: bool, font: str) -> None:  # noqa: FBT001 - a case
    """As Chromium measures it, every text stays in its column and in the picture."""
    said = SCRIPTS[script]
    page = browser.new_page(viewport={"width": 1300, "height": 1400})
    for dispute in (saying(said, works()), asking(*[said] * 9, title=said, name=said)):
        made = render(score(dispute), "svg", wide=wide)
        if font:
            made = re.sub(r'font-family="[^"]*"', f'font-family="{font}"', made)
        page.set_content(made)
        assert page.evaluate(STANDS_OUT) == []
    page.close()


@pytest.mark.parametrize("font", FONTS)
def test_letters_are_no_wider_than_they_count(browser: Any, font: str) -> None:
    """Of the letters that a page in Europe is likely to have, none is wider than it counts as."""
    letters = "".join(map(chr, [*range(33, 127), *range(0xA1, 0x180), *range(0x391, 0x460)]))
    page = browser.new_page()
    measure = """([letters, font]) => [...letters].map(letter => {
        const context = document.createElement('canvas').getContext('2d');
        context.font = font;
        return context.measureText(letter).width / 100;
    })"""
    for bold in (False, True):
        named = f"{'bold ' * bold}100px {font or 'Arial'}, sans-serif"
        wide = page.evaluate(measure, [letters, named])
        over = [
            (letter, found)
            for letter, found in zip(letters, wide, strict=True)
            if letter.isprintable() and found > em(letter, bold=bold) + 0.005
        ]
        assert over == []
    page.close()
