"""The page in a real browser: Debian's Chromium, without a head, driven by playwright.

Skipped where there is no such browser, and the looks of axe-core where AXE_CORE names no script.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers.works import saying, works

from pcs_scorecard import Dispute, render, score
from pcs_scorecard.formats.site import site

CHROMIUM = shutil.which("chromium")
try:
    from playwright.sync_api import Browser, Page, sync_playwright
except ImportError:
    CHROMIUM = None

if CHROMIUM is None:
    pytest.skip("chromium, or playwright to drive it, is not here", allow_module_level=True)

WIDTHS = (320, 390, 768, 1280)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
SAID = {
    "plain": None,
    "hostile": "\"'><script>document.title='x'</script><img src=https://a.b/c onerror=alert(1)>",
    "long": LONG,
    "arabic": "زيادة في الأجور بنسبة عشرة في المئة لجميع العاملين",
    "chinese": "全體員工加薪百分之十" * 6,
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a browser that all tests share."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a site, and a page for each text of SAID."""
    home = tmp_path_factory.mktemp("pages")
    for name, content in site([score(works())], "https://a.org/").items():
        file = home / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    for name, text in SAID.items():
        made: Dispute = works() if text is None else saying(text, works())
        (home / f"{name}.html").write_text(render(score(made), "html"), encoding="utf-8")
    return home


class Watched:
    """A page whose every request and every word to its console is kept."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        """Open an empty page."""
        self.page: Page = browser.new_page(**options)
        self.told: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.told.append(message.text))
        self.page.on("pageerror", lambda error: self.told.append(str(error)))
        self.page.on("dialog", lambda dialog: self.told.append(dialog.message))
        self.page.on("request", lambda request: self.asked.append(request.url))


PAGES = ("plain.html", "hostile.html", "long.html", "arabic.html", "chinese.html")
SITE = ("index.html", "claims.html", "method.html", "works/index.html")


@pytest.mark.parametrize("name", [*PAGES, *SITE])
def test_a_page_asks_for_nothing_and_fits_every_screen(
    browser: Browser, folder: Path, name: str
) -> None:
    """No word to the console, no request but for itself, no scrolling sideways, folded or not."""
    watched = Watched(browser)
    address = (folder / name).as_uri()
    watched.page.goto(address)
    for opened in (False, True):
        if opened:
            watched.page.evaluate(
                "document.querySelectorAll('details').forEach(d => d.open = true)"
            )
        for width in WIDTHS:
            watched.page.set_viewport_size({"width": width, "height": 844})
            wide = watched.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{wide} px on a screen of {width}"
            reaches = watched.page.evaluate(
                "Math.max(...[...document.querySelectorAll('body *:not(.skip)')]"
                ".map(e => e.getBoundingClientRect().right))"
            )
            assert reaches <= width + 1
    assert (watched.told, watched.asked) == ([], [address])
    assert watched.page.title() != "x"
    watched.page.close()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_link_to_a_demand_opens_it(browser: Browser, folder: Path, *, script: bool) -> None:
    """What is folded in it can be seen, its heading is on the screen, and others stay folded."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=script
    )
    page = context.new_page()
    page.goto((folder / "plain.html").as_uri() + "#demand-2")
    for number in range(1, 9):
        inside = page.locator(f"#demand-{number} .in").first
        assert inside.is_visible() is (number == 2), number
    heading = page.locator("#demand-2 h3").bounding_box()
    assert heading is not None
    assert 0 <= heading["y"] < 200
    context.close()


@pytest.mark.parametrize("name", ["claims", "positions", "method", "parties"])
def test_a_link_to_a_section_opens_it(browser: Browser, folder: Path, name: str) -> None:
    """The sections of the report can be linked to as the demands can."""
    page = browser.new_page()
    page.goto((folder / "plain.html").as_uri() + f"#{name}")
    assert page.locator(f"#{name} > .in").is_visible()
    page.close()


def test_the_tally_leads_to_each_demand(browser: Browser, folder: Path) -> None:
    """A press on a title in the head opens the demand; so does one in a group nobody answered."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((folder / "plain.html").as_uri())
    for number in (1, 8):
        assert not page.locator(f"#demand-{number} .in").first.is_visible()
        page.locator(f'.tally a[href="#demand-{number}"]').click()
        assert page.locator(f"#demand-{number} .in").first.is_visible()
    page.close()


def test_the_first_screen_of_a_phone_says_it_all(browser: Browser, folder: Path) -> None:
    """The headline, what was given, what is open and the titles of the demands are on it."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((folder / "plain.html").as_uri())
    for where in ("h1", ".deck", ".fact >> nth=0", ".fact >> nth=1", ".tally li:has(a) >> nth=3"):
        box = page.locator(where).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 844, where
    page.close()


def test_the_first_key_skips_to_the_demands(browser: Browser, folder: Path) -> None:
    """Who has no pointer is at the demands with two keys."""
    page = browser.new_page()
    page.goto((folder / "plain.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_a_print_is_the_sheet(browser: Browser, folder: Path) -> None:
    """On paper stands what is not folded, in black on white whatever the screen is like."""
    page = browser.new_page(color_scheme="dark")
    page.goto((folder / "plain.html").as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("#demand-1 .said").is_visible()
    assert not page.locator("#demand-1 summary").is_visible()
    assert not page.locator("#demand-1 .in").is_visible()
    assert page.locator("#source-1").is_visible()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["plain.html", "arabic.html", *SITE])
def test_axe_core_finds_nothing_wrong(
    browser: Browser, folder: Path, name: str, scheme: Any
) -> None:
    """All its rules, on a phone and at a desk, with everything folded and everything open."""
    script = os.environ.get("AXE_CORE")
    if script is None:
        pytest.skip("AXE_CORE does not name the script of axe-core")
    for width in (390, 1280):
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.goto((folder / name).as_uri())
        page.evaluate(Path(script).read_text(encoding="utf-8"))
        for opened in ("false", "true"):
            page.evaluate(f"document.querySelectorAll('details').forEach(d => d.open = {opened})")
            found = page.evaluate(
                "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', "
                "'best-practice']})"
            )
            wrong = [
                (each["id"], [node["html"][:200] for node in each["nodes"]][:3])
                for each in found["violations"]
            ]
            assert wrong == []
        page.close()


def test_a_mark_leads_to_its_source(browser: Browser, folder: Path) -> None:
    """A press on a mark brings the source onto the screen."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((folder / "plain.html").as_uri())
    page.locator("#demand-1 .said .marks a").first.click()
    assert page.url.endswith("#source-1")
    box = page.locator("#source-1").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 844
    page.close()
