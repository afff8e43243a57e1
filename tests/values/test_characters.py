"""What a character does on a screen and in a line, by rules that are the same with every Python."""

from __future__ import annotations

import unicodedata

import pytest

from pcs_scorecard.values.characters import shows, width
from pcs_scorecard.values.columns import columns
from pcs_scorecard.values.messages import escaped, file_name, in_line, printable, quoted

CHANGED = (
    *(range(0x2630, 0x2638), range(0x268A, 0x2690), range(0x4DC0, 0x4E00), range(0x1171E, 0x1171F)),
    *(range(0x1D300, 0x1D357), range(0x1D360, 0x1D377)),
)
"""What a later Unicode than that of Python 3.11 shows otherwise."""


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("free tea", 8),
        ("“café”", 6),
        ("cafe\u0301", 4),
        ("co\xadop", 4),
        ("a\u200bb", 2),
        ("漢字", 4),
        ("한글", 4),
        ("ＦＵＬＬ", 8),
        ("☰", 2),
        ("🫨", 2),
        ("👩\u200d🔧", 4),
        ("\U0010ffff", 1),
    ],
)
def test_a_text_takes_columns(text: str, columns: int) -> None:
    """A wide character takes two columns and a mark none, also one that this Python does not know."""
    assert width(text) == columns


def test_the_table_is_unicodes() -> None:
    """What this Python knows takes as many columns as it says, but for what Unicode has changed."""
    unlike = []
    for code in range(0x110000):
        char = chr(code)
        category = unicodedata.category(char)
        wide = unicodedata.east_asian_width(char) in "WF"
        known = 0 if category in ("Mn", "Me", "Cf") else 1 + wide
        if category != "Cn" and columns(char) != known:
            unlike.append(code)
    assert [code for code in unlike if not any(code in span for span in CHANGED)] == []


def test_what_is_shown_and_printable_is_what_python_says() -> None:
    """The rules agree with this Python's tables on every character that it knows."""
    unlike = []
    for code in range(0x110000):
        char = chr(code)
        category = unicodedata.category(char)
        reorders = unicodedata.bidirectional(char) in (
            *("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"),
        )
        as_known = (
            category not in ("Cc", "Cs", "Zl", "Zp") and not reorders,
            char.isprintable(),
            repr(char),
        )
        if category != "Cn" and (shows(char), printable(char), quoted(char)) != as_known:
            unlike.append(code)
    assert unlike == []


@pytest.mark.parametrize(
    ("text", "quotation", "sign", "line"),
    [
        ("tea", "'tea'", "tea", "tea"),
        ("it's", '"it\'s"', "it's", "it's"),
        ("'\"", "'\\'\"'", "'\"", "'\""),
        ("a\\n", r"'a\\n'", r"a\n", r"a\n"),
        ("a\n\t\x1b", r"'a\n\t\x1b'", r"a\n\t\x1b", "a   "),
        ("a\xa0b\u200b", r"'a\xa0b\u200b'", r"a\xa0b\u200b", "a b "),
        ("\udcff\U000f0000", r"'\udcff\U000f0000'", r"\udcff\U000f0000", "  "),
        (
            "un🫨ion ☰ \U00011b60",
            "'un🫨ion ☰ \U00011b60'",
            "un🫨ion ☰ \U00011b60",
            "un🫨ion ☰ \U00011b60",
        ),
    ],
)
def test_a_text_is_quoted_in_one_line(text: str, quotation: str, sign: str, line: str) -> None:
    """What no line can show is escaped, or a space; a letter newer than this Python is a letter."""
    assert (quoted(text), escaped(text), in_line(text)) == (quotation, sign, line)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("data/tea.yaml", "data/tea.yaml"),
        ("tea and cake.yaml", "tea and cake.yaml"),
        ("naïve 茶.yaml", "naïve 茶.yaml"),
        ("a::error.yaml", "a::error.yaml"),
        ("::error file=x::pwn.yaml", "'::error file=x::pwn.yaml'"),
        (" ::error.yaml", "' ::error.yaml'"),
        ("a\n::error::pwn\x1b[31m.yaml", r"'a\n::error::pwn\x1b[31m.yaml'"),
        ("\udcff.yaml", r"'\udcff.yaml'"),
    ],
)
def test_the_name_of_a_file_stands_in_a_line(name: str, told: str) -> None:
    """A name is quoted where a line cannot show it, or would be a command of GitHub's workflows."""
    assert file_name(name) == told
