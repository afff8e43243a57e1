"""Plain text keeps its columns, its width and its terminal in order."""

import unicodedata
from types import SimpleNamespace

import pytest
import tabulate
from helpers.laid import text
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard.pages.blocks import Block, Bullets, Heading, Item, Link, Paragraph, Strong, Table

# How many columns these take on a terminal; the tests use no other characters outside ASCII.
COLUMNS = {"漢": 2, "字": 2, "ｗ": 2, "👍": 2, "\u0301": 0, "\u200d": 0, "é": 1, "“": 1}


def columns(line: str) -> int:
    """Return how many columns of a terminal a line takes."""
    return sum(COLUMNS.get(char, 1) for char in line)


def test_each_block_has_its_form() -> None:
    """A sheet in plain text reads as it does here, with a line between any two blocks."""
    blocks = [
        Heading(1, "Title"),
        Paragraph(("A sentence.", Link("A page", "https://a.b"))),
        Heading(2, "Summary"),
        Table(("Item", "Demand"), (("1", "A day off"), ("12", "b"))),
        Item(9, ("A day off:",), (Strong("No."), "It was refused."), (("Asked.",), ("Dropped.",))),
        Item(10, ("A room:",), (Strong("Yes."), "It is open.")),
        Heading(3, "Below"),
        Bullets((("one",), ("two",))),
    ]
    assert text(blocks) == (
        "Title\n"
        "=====\n"
        "\n"
        "A sentence. A page (https://a.b)\n"
        "\n"
        "Summary\n"
        "-------\n"
        "\n"
        "Item  Demand\n"
        "----  ---------\n"
        "1     A day off\n"
        "12    b\n"
        "\n"
        "9. A day off:\n"
        "   No. It was refused.\n"
        "   - Asked.\n"
        "   - Dropped.\n"
        "10. A room:\n"
        "    Yes. It is open.\n"
        "\n"
        "Below\n"
        "\n"
        "- one\n"
        "- two\n"
    )


def test_long_texts_are_wrapped_under_where_they_begin() -> None:
    """A sentence of more than 100 columns goes on below, as far in as it began."""
    nine = "ninechars " * 9 + "ninechars"
    assert text([Item(1, (f"{nine}:",), (Strong("No."), "Why."), ((nine,),))]) == (
        f"1. {'ninechars ' * 9}\n".replace(" \n", "\n")
        + "   ninechars:\n"
        + "   No. Why.\n"
        + f"   - {'ninechars ' * 9}\n".replace(" \n", "\n")
        + "     ninechars\n"
    )
    assert text([Paragraph(("a" * 49 + " " + "b" * 50 + " c",))]) == f"{'a' * 49} {'b' * 50}\nc\n"


def test_a_long_heading_is_wrapped_and_underlined() -> None:
    """A heading of more than 100 columns goes on below, with a line under its longest line."""
    assert text([Heading(2, "word " * 30)]).splitlines() == [
        ("word " * 20).rstrip(),
        ("word " * 10).rstrip(),
        "-" * 99,
    ]


def test_a_cell_is_wrapped_in_its_column() -> None:
    """A long cell goes on below itself, and the other cells of its row stay empty there."""
    table = Table(("Item", "Long", "End"), (("1", "wordwords " * 10, "x"), ("2", "b", "y")))
    assert text([table]).splitlines() == [
        f"Item  Long{' ' * 85}  End",
        f"----  {'-' * 89}  ---",
        f"1     {'wordwords ' * 9} x",
        "      wordwords",
        f"2     b{' ' * 88}  y",
    ]


def blocks_of(words: str) -> list[Block]:
    """Return a block of each kind with the words in every place."""
    return [
        Heading(1, words),
        Heading(2, words),
        Paragraph((words,)),
        Bullets(((words,), (words,))),
        Item(12, (words,), (Strong("No."), words), ((words,), (words,))),
        Table((words, "b", words), (("a", words, words), (words, words, "c"))),
    ]


words = st.text(st.sampled_from(["a", "-", *COLUMNS]), min_size=1, max_size=6)


@given(st.lists(words, min_size=1, max_size=60).map(" ".join))
def test_no_line_is_wider_than_a_hundred_columns(sentence: str) -> None:
    """Words that fit on a line never make one wider than 100 columns, wide characters included."""
    assert max(map(columns, text(blocks_of(sentence)).splitlines())) <= 100


def test_a_word_that_fits_on_no_line_stays_whole() -> None:
    """An address longer than a line is not cut, so that it can still be copied."""
    address = "https://example.org/" + "a" * 120
    assert address in text([Paragraph((f"See {address} there.",))])


cells = st.text(st.sampled_from(["a", " ", *COLUMNS]), max_size=80)


@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_columns_stay_aligned(rows: list[tuple[str, str]]) -> None:
    """Each column begins at the same place on the screen in every line of a table."""
    # The bars stand where the second and third columns begin, in the first line of each row.
    table = Table(("A", "|B", "|C"), tuple((left, f"| {right}", "|") for left, right in rows))
    lines = text([table]).splitlines()
    begins = {
        tuple(columns(line[:place]) for place, char in enumerate(line) if char == "|")
        for line in lines
        if "|" in line
    }
    assert len(begins) == 1
    assert sum("|" in line for line in lines) == 1 + len(rows)


def test_a_word_without_end_stands_out_of_its_column() -> None:
    """One very long word moves what is beside it, and no row is padded to its length."""
    word = "w" * 5_000
    assert text([Table(("A", "B"), ((word, "c"), ("d", "e")))]).splitlines() == [
        f"A{' ' * 999}  B",
        f"{'-' * 1000}  -",
        f"{word}  c",
        f"d{' ' * 999}  e",
    ]


def test_a_wide_and_a_combining_cell_are_padded_alike() -> None:
    """A cell of two wide characters is padded to the same place as one of four letters."""
    rows = (("漢字", "x"), ("four", "x"), ("e\u0301tat", "x"))
    assert text([Table(("A", "B"), rows)]).splitlines() == [
        "A     B",
        "----  -",
        "漢字  x",
        "four  x",
        "e\u0301tat  x",
    ]


@pytest.mark.parametrize("wide", [True, False])
def test_wcwidth_changes_nothing(wide: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    """A table is the same whether or not the package wcwidth happens to be installed."""
    module = SimpleNamespace(wcswidth=lambda line: 3 * len(line)) if wide else None
    monkeypatch.setattr(tabulate, "wcwidth", module)
    monkeypatch.setattr(tabulate, "WIDE_CHARS_MODE", wide)
    table = Table(("A", "B"), (("漢字漢", "007"), ("b", "1e5")))
    assert text([table]) == "A       B\n------  ---\n漢字漢  007\nb       1e5\n"


@given(st.text(st.characters(exclude_characters="a")), st.booleans())
def test_no_control_character_reaches_a_terminal(found: str, colour: bool) -> None:  # noqa: FBT001
    """Whatever a model made in Python holds, a terminal gets lines of text and nothing to act on."""
    laid = text(blocks_of(f"a{found}a"), colour=colour)
    if colour:
        laid = laid.replace("\x1b[31mNo.\x1b[0m", "No.")
    assert {char for char in laid if unicodedata.category(char) in ("Cc", "Cs")} == {"\n"}
    laid.encode()


def test_an_escape_sequence_is_shown_and_not_obeyed() -> None:
    """An ESC becomes the sign for a character that cannot be shown; what follows it stays."""
    assert text([Paragraph(("a\x1b[31mb\x9b2Jc\x07",))]) == "a�[31mb�2Jc�\n"


def test_text_in_both_directions_is_kept_in_line() -> None:
    """A mark that turns the direction of all that follows it does not reach a terminal."""
    assert "\u202e" not in text(blocks_of("paid \u202e%3"))


def test_newlines_and_tabs_of_a_text_become_spaces() -> None:
    """A text of several lines is laid out as one, in a table too."""
    assert text([Paragraph(("one\n\ntwo\tthree ",))]) == "one two three\n"
    assert text([Table(("A",), (("one\r\ntwo",),))]) == "A\n-------\none two\n"


@pytest.mark.parametrize(
    ("answer", "shows"),
    [
        ("Yes", "\x1b[32mYes.\x1b[0m"),
        ("In part", "\x1b[36mIn part.\x1b[0m"),
        ("Some movement", "\x1b[33mSome movement.\x1b[0m"),
        ("No", "\x1b[31mNo.\x1b[0m"),
        ("No response recorded", "No response recorded."),
    ],
)
def test_only_answers_are_coloured(answer: str, shows: str) -> None:
    """With colour, an answer on the scale has that of its status, and nothing else has any."""
    said = (Strong(f"{answer}."), f"{answer} again.")
    item = Item(1, (f"{answer}:",), said, ((f"{answer}:", Strong(f"{answer}.")),))
    assert text([item], colour=True) == (
        f"1. {answer}:\n   {shows} {answer} again.\n   - {answer}: {shows}\n"
    )


@given(st.sampled_from(["Yes", "In part", "Some movement", "No"]), words)
def test_colour_comes_only_when_asked_for(answer: str, title: str) -> None:
    """Without being asked for there is no colour, and with it the words are the same."""
    item = Item(1, (title,), (Strong(f"{answer}."), "Some reason."))
    plain = text([item])
    assert "\x1b" not in plain
    coloured = text([item], colour=True)
    assert coloured.count("\x1b[") == 2
    for code in ("31", "32", "33", "36", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


def test_a_table_without_rows_has_its_head() -> None:
    """A table of no rows still shows the names of its columns."""
    assert text([Table(("Item", "Demand"), ())]) == "Item  Demand\n----  ------\n"
