"""The page: one file that asks for nothing, in which every text is a text and links are few."""

import re
import subprocess
import sys
from html.parser import HTMLParser

import attrs
import pytest
from helpers.markup import NASTY, Tokens
from helpers.places import ROOT
from helpers.works import WORKS, saying, works

from pcs_scorecard import Dispute, render, score
from pcs_scorecard.formats.html import blocks, line, text
from pcs_scorecard.formats.style import LOOKS, STYLE
from pcs_scorecard.pages.blocks import (
    Bullets,
    Heading,
    Item,
    Link,
    Marks,
    Paragraph,
    Strong,
    Table,
)
from pcs_scorecard.values.vocabulary import ClaimVerdict, Status

HOSTILE = (
    *('"><script>alert(1)</script>', "'><img src=x onerror=alert(1)>", "</title></style><base>"),
    *("<svg/onload=alert(1)>", "javascript:alert(1)", "https://a.b/c", "&lt;b&gt;", "]]> -->"),
    *("</details></main>", "{{7*7}}", "No", "\u202etxt.exe", "a\x00b", "<a href=//a.b>", "a@b.org"),
)


def page(dispute: Dispute | None = None) -> str:
    """Return the page of a dispute, or of the works."""
    return render(score(dispute or works()), "html")


def tags(made: str) -> list[tuple[object, ...]]:
    """Return every tag of a page with its attributes."""
    return [token for token in Tokens(made).all if isinstance(token, tuple)]


def links(made: str) -> set[str]:
    """Return where the links of a page lead that leave it."""
    found = [
        str(value) for _, *attributes in tags(made) for name, value in attributes if name == "href"
    ]  # type: ignore[misc]
    return {address for address in found if not address.startswith("#")}


def visible(made: str) -> str:
    """Return the texts of a page's body as one."""
    return "".join(
        token for token in Tokens(made.partition("<body>")[2]).all if isinstance(token, str)
    )


class Nesting(HTMLParser):
    """Holds that every element of a page is closed in its order, and that no id stands twice."""

    EMPTY = frozenset({"meta", "link", "circle", "path", "use"})

    def __init__(self, made: str) -> None:
        """Read a page."""
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.feed(made)
        self.close()
        assert self.open == []
        assert len(self.ids) == len(set(self.ids))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is begun."""
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, _tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Leave what ends at once."""

    def handle_endtag(self, tag: str) -> None:
        """Take away what is ended, which was begun last."""
        assert self.open.pop() == tag


def test_a_page_says_what_the_report_says() -> None:
    """The title, the tally with the titles under each answer, the money, what is open, and the rest."""
    made = page()
    Nesting(made)
    head = visible(made).partition("What the smiths asked of the works")[0]
    for told in (
        *(
            "The works",
            "As of ",
            "The smiths made 5 demands",
            "The works gave a one-off payment of £100",
        ),
        *("Still open:", "Yes 1", "In part 1", "Some movement 1", "No 1", "No response recorded 4"),
        *("6% more", "New kit", "A bus", "A canteen"),
    ):
        assert told in head, told
    every = visible(made)
    for section in ("What was said of the outcome", "Who said what, and when", "Who is who"):
        assert section in every
    assert "boots wear out" in every.lower()
    assert "four it is" in every


def test_a_page_is_one_file_that_asks_for_nothing() -> None:
    """Nothing of it is fetched, run or sent, and its policy says so."""
    made = page()
    names = {str(name).lstrip("/") for name, *_ in tags(made)}
    assert names.isdisjoint({"script", "img", "iframe", "form", "link", "object", "base", "input"})
    assert not {str(name) for _, *every in tags(made) for name, _ in every if str(name)[:2] == "on"}  # type: ignore[misc]
    assert "style=" not in made
    assert re.search(r"url\(|@import|@font-face", STYLE) is None
    policy = "default-src 'none'; style-src 'sha256-"
    assert policy in made
    assert '<html lang="en">' in made


def test_links_lead_to_documents_and_to_corrections_alone() -> None:
    """An address in the data is a link where it is one of http or https; nothing else is one."""
    form = "https://works.example/form?to=us&demand=works%2F{}#below"
    demands = ("rise", "kit", "tea", "bus", "holiday", "canteen", "oven", "roof")
    assert links(page()) == {
        "https://smiths.example/letter?a=1&b=2",
        *(form.format(name) for name in demands),
    }


@pytest.mark.parametrize(
    ("corrections", "address"),
    [
        ("https://a.org", "https://a.org?demand=works%2Ftea"),
        ("https://a.org/x?y=1", "https://a.org/x?y=1&demand=works%2Ftea"),
        ("us+all@a.org", "mailto:us%2Ball@a.org?subject=works%2Ftea"),
    ],
)
def test_a_demand_has_a_link_to_the_address_for_corrections(corrections: str, address: str) -> None:
    """It names the demand, as that address can take it."""
    assert address in links(page(attrs.evolve(works(), corrections=corrections)))


def test_without_an_address_for_corrections_there_is_no_door() -> None:
    """Nobody is asked to write to nobody."""
    made = page(attrs.evolve(works(), corrections=None))
    assert "Something wrong?" not in made
    assert links(made) == {"https://smiths.example/letter?a=1&b=2"}


def test_every_mark_leads_to_a_source_and_every_link_to_a_place() -> None:
    """Links inside the page lead to an id of it."""
    made = page()
    inside = set(re.findall(r'href="#([^"]+)"', made)) - {f"is-{look}" for look in LOOKS.values()}
    assert inside <= set(re.findall(r' id="([^"]+)"', made))
    assert {"source-1", "source-2", "demand-1", "demand-8", "notes", "main"} <= inside


@pytest.mark.parametrize("words", [*NASTY, *HOSTILE], ids=lambda words: ascii(words[:30]))
def test_a_hostile_text_makes_no_tag_and_no_link(words: str) -> None:
    """Whatever all texts of a dispute hold, the page has the tags and links that it has without."""
    plain, made = page(saying("x", works())), page(saying(words, works()))

    def bare(page: str) -> set[object]:
        # How often a tag stands may differ, as texts that are alike are told once.
        return {(name, *(key for key, _ in every)) for name, *every in tags(page)}  # type: ignore[misc]

    Nesting(made)
    assert bare(made) <= bare(plain) | bare(page())
    # The address of a document is one of the texts.
    allowed = {words} if words.startswith("http") else set()
    assert {each for each in links(made) if "/form?" not in each} <= allowed
    assert "\u202e" not in made
    assert "\x00" not in made


@pytest.mark.parametrize("words", [*NASTY, *HOSTILE], ids=lambda words: ascii(words[:30]))
def test_a_text_is_shown_as_it_is(words: str) -> None:
    """Each comes back as it was, but for signs that cannot be shown or that reorder others."""
    shown = "".join(token for token in Tokens(text(words)).all if isinstance(token, str))
    assert re.sub("�", "", shown) == "".join(
        char for char in words if char in shown and char != "�"
    )
    assert re.search(r"[<>\"']", text(words)) is None


def test_every_kind_of_piece_is_laid_out() -> None:
    """A text, an answer, a verdict, what stands out, a link and marks have their forms."""
    assert line(("a & b", Strong("so"))) == "a &amp; b <strong>so</strong>"
    assert line((Strong("No."),)).startswith('<strong class="is no"><svg ')
    assert line((Strong("No."),)).endswith("</svg> No.</strong>")
    assert line((Link("a", "https://a.b/?c=d&e"), "z")) == (
        '<a href="https://a.b/?c=d&amp;e" rel="noopener noreferrer">a</a> z'
    )
    assert line((Marks((1, 12), other_side=True),)) == (
        '<span class="marks"><a href="#source-1" aria-label="source 1">[1]</a>'
        '<a href="#source-12" aria-label="source 12">[12]</a>'
        '<a href="#notes" aria-label="note">†</a></span>'
    )
    assert line((Marks((2,)),), "d1-") == (
        '<span class="marks"><a href="#d1-source-2" aria-label="source 2">[2]</a></span>'
    )
    assert line((Marks(()),)) == ""


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.b",
        "/a",
        "ftp://a.b",
        "https://a b",
        "https:\\\\a",
        "",
    ],
)
def test_no_other_address_is_a_link(address: str) -> None:
    """What is neither http, https nor an e-mail address stays a text."""
    assert line((Link("a", address),)) == "a"


def test_every_kind_of_block_is_laid_out() -> None:
    """Each has its elements, and entries that follow each other are one list."""
    assert blocks(
        [
            Heading(2, "Title", "t"),
            Paragraph((Strong("Asked."), "By them.")),
            Paragraph(("After.",)),
            Bullets((("one",), ("two",))),
            Table(("A", "B"), (("c", "d"),)),
            Item(1, ("One.",)),
            Item(3, ("Three.",), ("Below.",), (("More.",),)),
        ]
    ) == (
        '<h2 id="t">Title</h2>\n'
        '<p><strong class="lead">Asked.</strong> By them.</p>\n'
        "<p>After.</p>\n"
        "<ul><li>one</li><li>two</li></ul>\n"
        '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
        '<tbody><tr><th scope="row">c</th><td>d</td></tr></tbody></table>\n'
        '<ol class="sources"><li id="source-1" value="1">One.</li>'
        '<li id="source-3" value="3">Three.<details><summary>Passages used</summary>'
        '<div class="in"><p>Below.</p><ul><li>More.</li></ul></div></details></li></ol>'
    )


def test_every_answer_and_verdict_has_a_shape_of_its_own() -> None:
    """None is told by its colour alone."""
    words = [*(status.says for status in Status), *(verdict.says for verdict in ClaimVerdict)]
    assert len({LOOKS[word] for word in words}) == len(words)
    made = page()
    for word in words:
        assert f'id="is-{LOOKS[word]}"' in made


def test_many_demands_of_one_answer_are_folded_in_the_tally() -> None:
    """The head stays short, however many demands there are."""
    many = "".join(
        f"  - {{id: more-{n}, title: More {n}, made_by: works, made_to: smiths, date: 2021-01,\n"
        "     evidence: [{document: courier, at: page 1}]}\n"
        for n in range(9)
    )
    made = page(works(WORKS.replace("concessions:\n", f"{many}concessions:\n")))
    tally = made.partition('<nav class="tally"')[2].partition("</nav>")[0]
    assert tally.count("<details>") == 1
    assert "More 8" in tally


def test_a_dispute_with_nothing_in_it_has_a_page() -> None:
    """A title and a day are enough."""
    made = render(score(works("title: Nothing\n"), as_of="2021"), "html")
    Nesting(made)
    assert "<h1>Nothing</h1>" in made


@pytest.mark.parametrize("seed", ["0", "1"])
def test_a_page_has_the_same_bytes_in_every_process(seed: str) -> None:
    """No order of a set and no clock is in it."""
    made = subprocess.run(
        [sys.executable, "-c", "import test_html; print(test_html.page(), end='')"],
        cwd=ROOT / "tests" / "formats",
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    ).stdout
    assert made.decode() == page()


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as the WCAG define it."""
    full = colour if len(colour) == 7 else "#" + "".join(2 * char for char in colour[1:])
    parts = [int(full[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
@pytest.mark.parametrize("paper", ["paper", "tint"])
def test_every_colour_has_contrast_enough(scheme: int, paper: str) -> None:
    """Texts have at least 4.5:1 against what they stand on: AA of the WCAG."""
    declared = re.findall(r":root\{([^}]*)\}", STYLE)[scheme]
    colours = dict(re.findall(r"--(\w+):(#\w+)", declared))
    ground = _luminance(colours[paper])
    for name in ("ink", "soft", "link", "yes", "part", "some", "no", "none"):
        light, dark = sorted((_luminance(colours[name]), ground), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, name
