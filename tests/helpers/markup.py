"""Texts that markup could take for its own, and HTML as the texts and tags it is made of."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from hypothesis import strategies as st


class Tokens(HTMLParser):
    """HTML as a list of texts and of tags, which are tuples; comments show nothing, so are out."""

    def __init__(self, source: str) -> None:
        """Read all of the HTML."""
        super().__init__()
        self.all: list[Any] = []
        self.text = ""
        self.feed(source)
        self.close()
        self.end_text()

    def end_text(self) -> None:
        """Keep the text read since the last tag."""
        self.all += [self.text] if self.text else []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that begins an element, with its attributes."""
        self.end_text()
        self.all.append((tag, *attrs))

    def handle_endtag(self, tag: str) -> None:
        """Keep a tag that ends an element."""
        self.end_text()
        self.all.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        """Add to the text."""
        self.text += data


NASTY = [
    "|",
    "a|b\\|c",
    "one\ntwo",
    "one\n\ntwo\r\nthree\r",
    "\n- one\n- two\n",
    "<script>alert(1)</script>",
    "<b>bold</b> &lt;",
    "</td></table>",
    "<!-- -->",
    "-->",
    "<a@b.c>",
    "@name and a@b.c",
    ":white_check_mark:",
    "WWW.example.org, Www.example.org",
    "<http://a.b>",
    "[x](javascript:alert(1))",
    "![x](y)",
    "[x]: y",
    "[x][y]",
    "[^1]",
    "[^1]: note",
    "[ ] x",
    "[x] x",
    "*a*",
    "**a**",
    "* a",
    "_a_",
    "__a__",
    "a_b_c",
    "`",
    "``a``",
    "```",
    "~~~",
    "~~x~~",
    "~x~",
    "# a",
    "###### a",
    "a #",
    "1. a",
    "2) a",
    "12.",
    "1986. A great year",
    "- a",
    "-",
    "+ a",
    "> a",
    "> [!NOTE]",
    "===",
    "---",
    "***",
    "___",
    ":---",
    ":---:",
    "| --- |",
    "    four spaces before",
    " a ",
    "   ",
    "\ta\t",
    "\\",
    "\\\\",
    "\\|",
    "a\\",
    "\\n",
    "&amp;",
    "&#42;",
    "&#x2a;",
    "&nbsp;",
    "a & b; c &d",
    "http://a.b",
    "https://a.b/c?d=e&f=g",
    "see www.a.b",
    "www.a.b",
    "(www.a.b)",
    "a@b.co",
    "mailto:a@b.co",
    "xmpp:a@b.c",
    "ftp://a.b",
    "$x$",
    "$$x$$",
    "\u05e9\u05dc\u05d5\u05dd, \u0645\u0631\u062d\u0628\u0627",
    "e\u0301 \u0301",
    "\U0001f469\u200d\U0001f692 \U0001f1ec\U0001f1e7",
    "\xa0",
    "\xa0a\xa0",
    "\u2003a\u2003",
    "\u200b",
    "\u2028a\u2029",
    "\x01",
    "\x1b[31m",
    "\ufeff",
    "@someone #123",
    "a" * 20_000,
    "a|" * 2_000,
    "*[`<" * 500,
]


any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


markup = st.lists(st.sampled_from([*NASTY[:-3], "a", " ", "\n"]), min_size=1).map("".join)
