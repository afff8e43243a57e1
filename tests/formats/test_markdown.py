"""Whatever a text holds, GitHub's own renderer shows it as that text, in its own place."""

import html
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import tabulate
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from helpers.laid import markdown
from helpers.markup import NASTY, Tokens, any_text, markup
from hypothesis import given

from pcs_scorecard.formats.markdown import escape
from pcs_scorecard.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Link,
    Marks,
    Paragraph,
    Strong,
    Table,
)


def shown(*blocks: Block) -> list[Any]:
    """Return what GitHub's renderer makes of blocks under a title.

    Raw HTML is let through and footnotes are on, so that either would be seen here.
    """
    source = markdown([Heading(1, "Sheet"), *blocks])
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    page = github_flavored_markdown_to_html(source, options)
    return Tokens(page.removeprefix("<h1>Sheet</h1>\n")).all


# Each place a text can stand in: the block, and the HTML of the same text in that place. A CR
# comes out as itself; a browser would show it, as any white space, as a space.
PLACES: dict[str, tuple[Callable[[str], Block], Callable[[str], str]]] = {
    "heading": (lambda text: Heading(2, text), lambda shows: f"<h2>{shows}</h2>\n"),
    "paragraph": (lambda text: Paragraph((text,)), lambda shows: f"<p>{shows}</p>\n"),
    "strong": (
        lambda text: Paragraph((Strong(text), "between", Strong(text))),
        lambda shows: f"<p><strong>{shows}</strong> between <strong>{shows}</strong></p>\n",
    ),
    "link": (
        lambda text: Paragraph((Link(text, "https://a.b/c_(d)?e=f&g=<h>"), Marks((1, 12)))),
        lambda shows: (
            '<p><a href="https://a.b/c_(d)?e=f%26g=%3Ch%3E">' + shows + "</a> [1][12]</p>\n"
        ),
    ),
    "bullet": (
        lambda text: Bullets(((text,), ("between", text), (text,))),
        lambda shows: (
            f"<ul>\n<li>{shows}</li>\n<li>between {shows}</li>\n<li>{shows}</li>\n</ul>\n"
        ),
    ),
    "cell": (
        lambda text: Table(("name", text), ((text, "right"), ("left", text))),
        lambda shows: (
            f"<table>\n<thead>\n<tr>\n<th>name</th>\n<th>{shows}</th>\n</tr>\n</thead>\n<tbody>\n"
            f"<tr>\n<td>{shows}</td>\n<td>right</td>\n</tr>\n"
            f"<tr>\n<td>left</td>\n<td>{shows}</td>\n</tr>\n</tbody>\n</table>\n"
        ),
    ),
    "item": (
        lambda text: Item(12, (text,), (Strong(text), text, "end"), ((text,), (text,))),
        lambda shows: (
            f'<ol start="12">\n<li>{shows}<br />\n<strong>{shows}</strong> {shows} end\n'
            f"<ul>\n<li>{shows}</li>\n<li>{shows}</li>\n</ul>\n</li>\n</ol>\n"
        ),
    ),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:30]))
def test_a_nasty_text_comes_back_as_it_is(place: str, text: str) -> None:
    """Text that looks like markup is shown as that text, and makes no element of its own."""
    block, page = PLACES[place]
    assert shown(block(text)) == Tokens(page(html.escape(text))).all


@pytest.mark.parametrize("place", PLACES)
@given(text=any_text | markup)
def test_any_text_comes_back_as_it_is(place: str, text: str) -> None:
    """Any text is shown as that text, and makes no element of its own."""
    block, page = PLACES[place]
    assert shown(block(text)) == Tokens(page(html.escape(text))).all


NUMBERS = (
    *("1:10", "007", "1e5", "15.10", "1_000", "1,000", "0x10", "1.0", "-0", "+1", "0", "1e999"),
    *("True", "nan", "inf", "None", "", "-", "1/2", "½", "٣", "\x01"),
)


def test_numbers_are_shown_as_they_are_written() -> None:
    """A table guesses no types: each number comes back digit for digit, in its own row."""
    table = shown(Table(("Number", "Again"), tuple((cell, cell) for cell in NUMBERS)))
    texts = [found for found in table if isinstance(found, str) and found != "\n"]
    assert texts == ["Number", "Again", *(cell for cell in NUMBERS if cell for _ in range(2))]
    assert table.count(("tr",)) == 1 + len(NUMBERS)


@pytest.mark.parametrize("cell", ["漢字", "e\u0301", "\x1b[31m", "plain"])
def test_wcwidth_changes_no_byte(cell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table is the same whether or not the package wcwidth happens to be installed."""
    blocks = [Table(("A", cell), ((cell, "1"), ("2", "a longer cell")))]
    monkeypatch.setattr(tabulate, "wcwidth", None)
    monkeypatch.setattr(tabulate, "WIDE_CHARS_MODE", False)
    without = markdown(blocks)
    wide = SimpleNamespace(wcswidth=lambda text: 2 * len(text))
    monkeypatch.setattr(tabulate, "wcwidth", wide)
    monkeypatch.setattr(tabulate, "WIDE_CHARS_MODE", True)
    assert markdown(blocks) == without


def test_a_table_is_not_padded() -> None:
    """A change of one cell changes one line of the file, and no other."""
    table = Table(("Item", "Demand"), (("1", "A much longer cell"), ("2", "b")))
    assert markdown([table]) == (
        "| Item | Demand |\n| --- | --- |\n| 1 | A much longer cell |\n| 2 | b |\n"
    )


def test_blocks_stay_apart() -> None:
    """Each block ends where it ends, and a list of demands is one list with its numbers."""
    blocks = (
        Heading(2, "Title"),
        Item(9, ("Nine:",), (Strong("No."), "Why.", Marks((1, 3), other_side=True))),
        Item(10, ("Ten:",), (Strong("Yes."),), (("More.",),)),
        Paragraph(("After.",)),
        Bullets((("one",),)),
        Table(("A",), (("b",),)),
    )
    assert markdown(blocks) == (
        "## Title\n"
        "\n"
        "9. Nine:  \n"
        "   **No.** Why. [1][3]†\n"
        "10. Ten:  \n"
        "    **Yes.**\n"
        "    - More.\n"
        "\n"
        "After.\n"
        "\n"
        "- one\n"
        "\n"
        "| A |\n"
        "| --- |\n"
        "| b |\n"
    )
    starts = [found for found in shown(*blocks) if isinstance(found, tuple) and "/" not in found[0]]
    assert starts == [
        ("h2",),
        ("ol", ("start", "9")),
        *(("li",), ("br",), ("strong",)),
        *(("li",), ("br",), ("strong",), ("ul",), ("li",)),
        ("p",),
        *(("ul",), ("li",)),
        *(("table",), ("thead",), ("tr",), ("th",), ("tbody",), ("tr",), ("td",)),
    ]


@pytest.mark.parametrize("text", [":tada:", "a :+1: b", "at :a:b: end"])
def test_an_emoji_code_is_kept_apart(text: str) -> None:
    """No `:name:` is left whole, as GitHub draws a picture for it after its renderer is done."""
    assert not re.search(r":[\w+-]+:", escape(text))
    assert escape(text).replace("<!-- -->", "").lstrip("\\") == text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (":tada:", r"\:<!-- -->tada:"),
        ("see :white_check_mark:", r"see :<!-- -->white\_check\_mark:"),
        ("@name", "@<!-- -->name"),
        ("by @name", "by @<!-- -->name"),
        ("a@b.c", "a@<!-- -->b.c"),
        ("WWW.a.org", "WWW<!-- -->.a.org"),
        ("wWw.a.org", "wWw<!-- -->.a.org"),
        ("HTTPS://a.org", "HTTPS:<!-- -->//a.org"),
        ("at 10:30", "at 10:30"),
    ],
)
def test_what_github_would_make_of_a_text_is_kept_apart(text: str, source: str) -> None:
    """Pictures by name, people and addresses stay text also where cmark itself would let them be."""
    assert escape(text) == source
