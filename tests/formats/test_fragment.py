"""HTML that stands within a page of somebody else's: nothing in it but text, lists and links."""

import pytest
from helpers.laid import fragment
from helpers.markup import NASTY, Tokens

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


def test_lays_out_every_block() -> None:
    """Each kind of block has its element, and entries that follow each other are one list."""
    assert fragment(
        [
            Heading(2, "Tea", "tea"),
            Paragraph((Strong("No."), "They refused.", Marks((1, 2), other_side=True))),
            Item(3, ("Cups:",), (Strong("Yes."),), (("of tin",),)),
            Item(4, ("A bell",)),
            Bullets((("one",), ("two",))),
            Table(("a", "b"), (("c", "d"),)),
        ]
    ) == (
        "<h2>Tea</h2>\n"
        "<p><strong>No.</strong> They refused. [1][2]†</p>\n"
        "<ol>\n"
        '<li value="3">Cups:<br/><strong>Yes.</strong><ul><li>of tin</li></ul></li>\n'
        '<li value="4">A bell</li>\n'
        "</ol>\n"
        "<ul><li>one</li><li>two</li></ul>\n"
        "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>\n"
    )


def test_an_address_is_a_link() -> None:
    """A link of the data leads where it says, and to nothing that could run."""
    made = fragment([Paragraph((Link("here", "https://a.b/c?d=1&e=2"),))])
    assert ("a", ("href", "https://a.b/c?d=1&e=2")) in [token[:2] for token in Tokens(made).all]


@pytest.mark.parametrize("nasty", NASTY)
def test_a_text_is_a_text(nasty: str) -> None:
    """Whatever a text holds, the tags are those of its place."""
    made = fragment([Heading(2, nasty), Paragraph((Strong(nasty), nasty)), Table((nasty,), ())])
    tags = {token[0].strip("/") for token in Tokens(made).all if isinstance(token, tuple)}
    assert tags == {"h2", "p", "strong", "table", "tr", "th"}
