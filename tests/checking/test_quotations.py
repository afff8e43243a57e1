"""Quoted phrases, looked for in invented texts: what is alike, where it must stand, what is said."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import attrs
import pytest
from helpers.yaml_files import messages, put
from hypothesis import given
from hypothesis import strategies as st

from pcs_scorecard import (
    Amount,
    Answer,
    Claim,
    Concession,
    Context,
    Date,
    Dispute,
    Document,
    Event,
    Evidence,
    Kind,
    Party,
    PartyKind,
    PayPoint,
    ProblemKind,
    Status,
    Term,
    Untested,
    Verdict,
    check,
)
from pcs_scorecard.checking.audit import audit
from pcs_scorecard.checking.documents import alike, file_names, texts
from pcs_scorecard.checking.quotations import Quotations, look_up

YEAR = Date.parse("2023")


def evidence(quote: str | None, at: str = "item 1", document: str = "minutes") -> Evidence:
    """Return evidence in a document, at a place that is no heading of it."""
    return Evidence(document=document, at=at, quote=quote)


def resting_on(*shown: Evidence, documents: tuple[Document, ...] = ()) -> Dispute:
    """Return a dispute in which an event rests on this evidence."""
    named = dict.fromkeys(one.document for one in shown)
    return Dispute(
        title="The mill",
        parties=(Party(id="mill", name="Mill", kind=PartyKind.EMPLOYER),),
        documents=documents
        or tuple(Document(id=name, title=name, publisher="mill") for name in named),
        events=(Event(id="strike", title="A strike", date=YEAR, evidence=shown),),
    )


def told(dispute: Dispute, **written: str) -> list[str]:
    """Return what is said of quotations, where these are the texts by the ids of documents."""
    files = {f"{name.replace('_', '-')}.txt": text for name, text in written.items()}
    _, problems = look_up(dispute, texts(dispute.documents, files))
    return [problem.message for problem in problems]


def said_of(quote: str, text: str, at: str = "item 1", *, beside: Iterable[str] = ()) -> str:
    """Return what is said of one quotation, or nothing; records beside it name these places."""
    others = [evidence(None, place) for place in beside]
    return "".join(told(resting_on(evidence(quote, at), *others), minutes=text))


# What is alike -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *((mark, '"') for mark in "“”„‟«»"),
        *((mark, "'") for mark in "‘’‚‛‹›`´"),
        *((dash, "-") for dash in "‐‑‒–—―−"),
        *((f"a{space}b", "a b") for space in ("\u00a0", "\u202f", "\u2009", "\t", "\n", "\r\n")),
        ("a  \n\t b", "a b"),
        (" a\u00a0", "a"),
        ("", ""),
        ("“No”—it’s\u00a05\u202f%", '"No"-it\'s 5 %'),
        ("e\u0301", "é"),
        *zip(
            ("ﬀ", "ﬁ", "ﬂ", "ﬃ", "ﬄ", "ﬅ", "ﬆ"),
            ["ff", "fi", "fl", "ffi", "ffl", "st", "st"],
            strict=True,
        ),
        ("a\u00adb", "ab"),
        ("**a** _b_ *c* __d__ ***e*** **_f_**", "a b c d e f"),
        ("**A**b", "Ab"),
        ("[a b](https://c.org/d_(e) 'f')", "a b"),
        ("| a | b |", "a b"),
    ],
)
def test_some_signs_are_alike(one: str, other: str) -> None:
    """Each kind of sign is one with the plainest of its kind, and what only sets type is none."""
    assert alike(one) == other
    assert alike(other) == other


@pytest.mark.parametrize(
    "sign",
    [
        *("…", "...", "·", "_", "*", "**", "/", "£", "é", "A", "\u200b", "½", "²", "æ", "а"),
        *("4*5", "pay_rise", "a * b", "[a](b)", "[a] (c.d)", "![a](c.d)", "Name: ______", "***"),
    ],
)
def test_no_other_sign_is_taken_for_another(sign: str) -> None:
    """What is no mark, dash or white space of these stays as it is printed."""
    assert alike(sign) == sign


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("a rise of 5%", "We offer a rise of 5% to all."),
        ("a rise of 5%", "We offer a rise\n  of\u00a05% to all."),
        ("“a rise”", 'We offer "a rise" to all.'),
        ('"a rise"', "We offer «a rise» to all."),
        ("the weavers’ rise", "That is the weavers' rise."),
        ("2022–23", "In 2022-23 there was none."),
        ("a rise – or not", "It is a rise — or not."),
        ("We offer", "We offer a rise."),
        ("a rise.", "We offer a rise."),
        ("a rise", "We offer “a rise”"),
        ("rise", "Pay-rise, they said."),
        ("the whole text", "the whole text"),
        ("5", "It is 5."),
        ("5", "It is 5, or 6."),
        ("£1,500", "It is £1,500."),
        ("4.5%", "It is 4.5%, or less."),
        (".5%", "It is .5% now."),
        ("it is", "wait is it is"),
        ("a a", "xa a a"),
    ],
)
def test_finds_a_phrase_as_printed(quote: str, text: str) -> None:
    """A phrase is found across lines, beside any punctuation and between any quotation marks."""
    assert said_of(quote, text) == ""


@pytest.mark.parametrize(
    ("quote", "text", "closest"),
    [
        ("a rise", "We offer a riser to all.", "a riser"),
        ("a rise", "We offer pasta rise now.", "pasta rise"),
        ("rise of 5%", "a rise of 4.5% now", "rise of 4.5%"),
        ("up to £1", "It is up to £1,500 now.", "up to £1,500"),
        ("500 pounds", "It is 1,500 pounds now.", "1,500 pounds"),
        ("a grand rise of 5%", "We offer a rise of 5% now.", "a rise of 5% now."),
        ("offer a rise", "A rise we offer.", "A rise we"),
        ("pay rise", "Pay no rise, then rise pay.", "rise pay."),
        ("all of the weavers", "The mill paid the weavers all of it.", "the weavers all of"),
    ],
)
def test_misses_a_phrase_that_is_printed_otherwise(quote: str, text: str, closest: str) -> None:
    """Half a word or number, another case, sign or order of words is another phrase."""
    assert said_of(quote, text) == (
        f"the quotation {quote!r} is not in document 'minutes'; the closest passage is {closest!r}"
    )


LONG = "It was said to all of the weavers of the mill that their "


@pytest.mark.parametrize(
    ("quote", "text", "told"),
    [
        ("We offer", "we offer a rise", "'we offer'; it differs only in capitals: 'we'"),
        ("we “Offer", "(we “offer”)", "'(we \"offer\")'; it differs only in capitals: 'offer'"),
        ("we offer", "WE OF-\nFER", "'WE OF-FER'; it differs only in capitals: 'WE'"),
        ("a rise of 5 %", "a rise of 5% now", "'a rise of 5%'; the text has no space after '5'"),
        ("a rise, of 5%", "a rise of 5% now", "'a rise of 5%'; the text has no comma after 'rise'"),
        ("A rise, of", "a rise of 5%", "'a rise of'; the text has no comma after 'rise'"),
        (
            "cost of living",
            "the cost-of-living",
            "'cost-of-living'; the text has a dash after 'cost', not a space",
        ),
        ("pay rise", "payrise", "'payrise'; the text has no space after 'pay'"),
        (
            "a rise!",
            "a rise.",
            "'a rise.'; the text has a full stop after 'rise', not an exclamation mark",
        ),
        ("a rise!", "a rise of", "'a rise'; the text has no exclamation mark after 'rise'"),
        ("“a rise", "offer a rise", "'a rise'; the text has no quotation mark before 'a'"),
        (
            "pay rise",
            "pay\u200b rise",
            "'pay\\u200b rise'; the text has a zero width space after 'pay'",
        ),
        ("pay\u2060rise", "payrise", "'payrise'; the text has no word joiner after 'pay'"),
        (
            "tea at",
            "tea\uf0b7at",
            "'tea\\uf0b7at'; the text has a sign U+F0B7 after 'tea', not a space",
        ),
        (
            "a rise… or",
            "a rise... or",
            "'a rise... or'; the text has '...' after 'rise', not a horizontal ellipsis",
        ),
        ("pay rise", "pay_rise", "'pay_rise'; the text has an underscore after 'pay', not a space"),
        ("45", "4*5", "'4*5'; the text has an asterisk after '4'"),
        ("202223", "2022-\n23", "'2022-23'; the text has a dash after '2022'"),
        ("risenot", "rise—\nnot", "'rise-not'; the text has a dash after 'rise'"),
        (
            "naive",
            "naïve",
            "'naïve'; the text has a latin small letter i with diaeresis in 'naive', "
            "not a latin small letter i",
        ),
        (
            "the pay",
            "the p\u0430y",
            "'the p\u0430y'; the text has a cyrillic small letter a in 'pay', not a latin small letter a",
        ),
        (
            "the oar",
            "the \u0585ar",
            "'the \u0585ar'; the text has an armenian small letter oh in 'oar', "
            "not a latin small letter o",
        ),
        (
            "of lies",
            "of Iies",
            "'of Iies'; the text has a latin capital letter i in 'lies', not a latin small letter l",
        ),
        (
            LONG + "pay rises",
            LONG + "pay rose.",
            f"'{LONG}pay rose.'; the text has 'rose.' where the quotation has 'rises'",
        ),
        # Half a word, what is no link and what is no neighbour are seen to be another phrase.
        ("tiation", "a nego\u00adtiation", ""),
        ("2 applies", "[2](a) applies", "'[2](a) applies'"),
        ("mill said", "the mill ![a map](x.png) said so", "'mill ![a'"),
        ("Pay 5%", "| Pay | Tea |\n|---|---|\n| 4% | 5% |", "'Pay Tea'"),
        ("|", "a | b", ""),
        ("\u00ad", "a\u00adb", ""),
    ],
)
def test_says_what_differs_where_it_looks_the_same(quote: str, text: str, told: str) -> None:
    """A passage that looks like the phrase is told with the first sign or letter that differs."""
    shown = repr(quote) if len(quote) <= 60 else repr(quote[:57]) + "…"
    nearest = f"the closest passage is {told}" if told else "no word of it is"
    assert said_of(quote, text) == f"the quotation {shown} is not in document 'minutes'; {nearest}"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("negotiation now", "a nego-\ntiation now"),
        ("negotiation now", "a nego- \n\n  tiation now"),
        ("negotiation now", "a nego\u2010\r\ntiation now"),
        ("negotiation now", "a nego\u00ad\ntiation now"),
        ("nego-tiation", "a nego-\ntiation now"),
        ("cost-of-living", "cost-of-\nliving"),
        ("cost-of-living", "cost-\nof-liv-\ning"),
        ("cost-of-living", "cost\u00adof\u00adliving"),
        ("living crisis", "the cost-of-\nliving crisis"),
        ("pre- and post-tax", "pre-\nand post-\ntax"),
        ("2022–23", "2022–\n23"),
        ("rise—not", "a rise—\nnot a fall"),
        ("rise — not", "a rise —\nnot a fall"),
        ("ﬁnal offer", "final oﬀer"),
        ("nai\u0308ve", "naïve"),
        ("We offer a rise", "**We\noffer** _a_ **r**ise"),
        ("5% rise", "a **5%** __rise__"),
        ("“free” tea", "**“free**” _tea_"),
        ("**free** tea", "free tea"),
        ("4*5", "It is 4*5."),
        ("said the mill today", "said [the\nmill](https://a.b/c_(d)_e) today"),
        ("[the mill](#)", "said the mill"),
        ("Pay 5%", "| Pay | 5% |\n|:--|---|\n| Tea | none |"),
        ("5% Tea", "| Pay | 5% |\n|:--|---|\n| Tea | none |"),
        ("Pay 5%", "Pay|**5%**"),
    ],
)
def test_finds_a_phrase_however_it_is_set(quote: str, text: str) -> None:
    """Words are found across what a page, a file of PDF or Markdown adds to them."""
    assert said_of(quote, text) == ""


@pytest.mark.parametrize("at", ["Pay and hours", "**Pay** and hours, line 1", "Pay and hours, x"])
def test_finds_a_heading_however_it_is_set(at: str) -> None:
    """Headings and titles are read as the words are."""
    text = "_Tea_\nfree\n**Pay and** ho\u00adurs\na nego-\ntiation\n# Tea\nmore"
    assert said_of("negotiation", text, at, beside=["Tea"]) == ""
    assert said_of("negotiation", text, "Tea", beside=[at]).endswith(
        "it stands under 'Pay and hours'"
    )


def test_tells_where_nothing_is_like_it() -> None:
    """A phrase of which the document has no word has no closest passage."""
    assert said_of("a rise", "We offer nothing.") == (
        "the quotation 'a rise' is not in document 'minutes'; no word of it is"
    )


def test_the_closest_passage_shares_most_words_and_stands_first() -> None:
    """As many words as in the phrase, from the first that is shared, of the first such passage."""
    text = "The rise is small. A rise of four percent is small. A rise of six percent is too."
    assert said_of("a rise of five percent", text) == (
        "the quotation 'a rise of five percent' is not in document 'minutes'; "
        "the closest passage is 'A rise of four percent'"
    )


def test_a_word_said_once_is_shared_once() -> None:
    """A word that a passage repeats counts as often as in the phrase."""
    assert said_of("no pay no work", "no no no no. We say: no pay, no work! No work") == (
        "the quotation 'no pay no work' is not in document 'minutes'; "
        "the closest passage is 'no pay, no work!'; the text has a comma after 'pay'"
    )


def test_messages_stay_short_whatever_a_text_holds() -> None:
    """Words without end are cut in what is said of them, and nothing is shown that cannot be."""
    said = said_of("x" * 500 + " no", "no" + " " + "y" * 5_000 + "\x1b[31m")
    assert said.isprintable()
    assert len(said) < 400


# Headings ------------------------------------------------------------------------------------

NOTES = """\
The mill met the weavers.

Pay
A rise of 5% was offered.

Hours, and Sundays
The mill refused Sundays off.
A rise of 2% was named.

The canteen and the yard
Tea is free.

Pay
Nothing more was offered.
"""
"""A text with a beginning, and a heading that stands twice in it."""


@pytest.mark.parametrize(
    ("quote", "at"),
    [
        ("A rise of 5%", "Pay"),
        ("A rise of 5%", "Pay, line 1"),
        ("Nothing more", "Pay, line 1"),
        ("Pay A rise", "Pay, line 1"),
        ("refused Sundays off", "Hours, and Sundays, line 1"),
        ("refused Sundays off", "Hours, and Sundays"),
        ("Tea is free", "The canteen and the yard, line 1"),
        ("Tea is free", "The canteen and, line 1"),
        ("Tea is free", "The canteen and"),
        # No line is so: not one cut short to two words, inside a word, or in another case.
        ("A rise of 5%", "The canteen, line 1"),
        ("A rise of 5%", "The canteen an, line 1"),
        ("A rise of 5%", "the canteen and, line 1"),
        ("A rise of 5%", "Hours, line 1"),
        ("A rise of 5%", "line 1, Hours and Sundays"),
        ("offered. Hours, and Sundays", "line 4"),
        ("The mill met", "line 1"),
    ],
)
def test_finds_a_phrase_under_its_heading(quote: str, at: str) -> None:
    """A place that begins with a heading is all that stands under it; any other is the document."""
    assert said_of(quote, NOTES, at) == ""


HEADINGS = ("Pay", "Hours, and Sundays, line 2", "The canteen and the yard")


@pytest.mark.parametrize(
    ("quote", "at", "where"),
    [
        ("Tea is free", "Pay, line 1", "stands under 'The canteen and the yard'"),
        ("Tea is free", "Hours, and Sundays", "stands under 'The canteen and the yard'"),
        ("Nothing more", "The canteen and, line 1", "stands under 'Pay'"),
        ("A rise of", "The canteen and the yard, line 1", "stands under 'Pay'"),
        ("The mill met", "Pay, line 1", "stands before the first one"),
        ("offered. Hours, and Sundays", "Pay, line 1", "runs on across a heading"),
        ("offered. Hours, and Sundays", "Hours, and Sundays", "runs on across a heading"),
    ],
)
def test_tells_under_which_heading_it_stands(quote: str, at: str, where: str) -> None:
    """A phrase that stands elsewhere in its document is told with the heading above it."""
    assert said_of(quote, NOTES, at, beside=HEADINGS) == (
        f"the quotation {quote!r} is not in document 'minutes' under the heading of {at!r}; "
        f"it {where}"
    )


def test_a_line_that_no_record_names_is_no_heading() -> None:
    """All up to the next line that is named stands under a heading."""
    assert said_of("Tea is free", NOTES, "Pay, line 1") == ""
    assert said_of("offered. Hours, and Sundays", NOTES, "Pay, line 1") == ""


ALIKE_HEADINGS = """\
Pay
The first.
Pay, again
The second.
Pay and hours
The third.
Pay and hours of cleaners
The fourth.
Pay and hours of cooks
The fifth.
"""
"""Headings of which one begins another."""

PLACES = {
    "Pay": {"first"},
    "Pay, line 1": {"first"},
    "Pay, again": {"second"},
    "Pay, again, line 1": {"second"},
    "Pay and hours": {"third"},
    "Pay and hours, line 1": {"third"},
    "Pay and hours of cleaners": {"fourth"},
    "Pay and hours of, line 1": {"fourth", "fifth"},
    # No line begins so.
    "Pay and": {"first", "second", "third", "fourth", "fifth"},
    "Pay and hour": {"first", "second", "third", "fourth", "fifth"},
}
"""What stands under the heading that a place names."""


@pytest.mark.parametrize("at", PLACES)
def test_a_heading_that_begins_another_is_itself(at: str) -> None:
    """The longest beginning of a place counts, and a whole line before one that is cut short."""
    found = {
        word
        for word in ("first", "second", "third", "fourth", "fifth")
        if not said_of(f"The {word}", ALIKE_HEADINGS, at, beside=PLACES)
    }
    assert found == PLACES[at]


MARKDOWN = """\
# Minutes

## Pay
The first.

### “Hours”
The second.
#tea and cake
The third.

####### Seven signs
The fourth.

## Rest ##
The fifth.
"""


@pytest.mark.parametrize(
    ("at", "under"),
    [
        ("Pay, line 1", {"first", "second", "third", "fourth"}),
        ("## Pay, line 1", {"first", "second", "third", "fourth"}),
        ('"Hours", line 1', {"second", "third", "fourth"}),
        ("Minutes", {"first", "second", "third", "fourth", "fifth"}),
        ("Rest", {"fifth"}),
        ("line 1", {"first", "second", "third", "fourth", "fifth"}),
    ],
)
def test_a_heading_in_markdown_is_one_unnamed(at: str, under: set[str]) -> None:
    """Up to six signs and a space make a heading, down to the next of as few signs or fewer."""
    found = {
        word
        for word in ("first", "second", "third", "fourth", "fifth")
        if not said_of(f"The {word}", MARKDOWN, at)
    }
    assert found == under


# Several documents ---------------------------------------------------------------------------


def documents(*titles: str, file: str | None = "all.txt") -> tuple[Document, ...]:
    """Return documents of these titles in one file, with the ids a, b, c."""
    return tuple(
        Document(id=name, title=title, publisher="mill", file=file)
        for name, title in zip("abc", titles, strict=False)
    )


def lines(text: str, *titles: str) -> dict[str, str]:
    """Return the text of each of several documents in one file, its lines with strokes between."""
    return {
        name: "|".join(each) for name, each in texts(documents(*titles), {"all.txt": text}).items()
    }


SHARED = "Mill news\nThe rise\nof 5%\n\n  The “canteen” \nTea – free\nThe rise\nagain\n"


def test_documents_that_share_a_file_are_parted_by_their_titles() -> None:
    """Each goes from a line that is its title to the next title; the rest is nobody's."""
    assert lines(SHARED, "The rise", 'The "canteen"') == {
        "a": "The rise|of 5%|The rise|again",
        "b": 'The "canteen"|Tea - free',
    }


def test_a_document_with_a_file_to_itself_is_all_of_it() -> None:
    """Its title may stand in it or not."""
    whole = 'Mill news|The rise|of 5%|The "canteen"|Tea - free|The rise|again'
    assert lines(SHARED, "The rise") == {"a": whole}
    assert lines(SHARED, "The fall") == {"a": whole}


def test_a_title_that_is_no_line_has_no_text() -> None:
    """Half a line is no title, and what one title does not end stays with the one before it."""
    assert lines(SHARED, "The rise", "canteen", "The fall") == {
        "a": 'The rise|of 5%|The "canteen"|Tea - free|The rise|again',
        "b": "",
        "c": "",
    }


def test_a_title_of_two_documents_begins_neither() -> None:
    """What two documents are both called ends the one before and tells nothing of either."""
    assert lines(SHARED, "The rise", "The rise", "The “canteen”") == {
        "a": "",
        "b": "",
        "c": 'The "canteen"|Tea - free',
    }


def test_titles_may_be_headings_in_markdown() -> None:
    """The signs of a heading in Markdown are no part of a title."""
    assert lines("# The rise\nof 5%\n## The fall\nnone\n", "The rise", "The fall") == {
        "a": "# The rise|of 5%",
        "b": "## The fall|none",
    }


def test_a_text_is_found_by_the_name_of_its_file() -> None:
    """A document names its file, or else its id does, as text before Markdown."""
    given = Document(id="a", title="A", publisher="mill", file="all.txt")
    bare = Document(id="a", title="A", publisher="mill")
    assert (file_names(given), file_names(bare)) == (("all.txt",), ("a.txt", "a.md"))
    every = {"all.txt": "one", "a.txt": "two", "a.md": "three"}
    assert texts([given], every) == {"a": ["one"]}
    assert texts([bare], every) == {"a": ["two"]}
    assert texts([bare], {"a.md": "three", "all.txt": "one"}) == {"a": ["three"]}
    assert texts([given], {"a.txt": "two"}) == {}


def test_tells_which_other_documents_have_the_phrase() -> None:
    """A phrase of another document is told with that one, and with no more than three."""
    shown = (evidence("a rise"), *(evidence(None, document=name) for name in "dabce"))
    dispute = resting_on(*shown)
    said = "the quotation 'a rise' is not in document 'minutes'; it stands in "
    assert told(dispute, minutes="No.", b="A fall.", c="It is a rise.") == [f"{said}'c'"]
    every = dict.fromkeys("abcde", "It is a rise.")
    assert told(dispute, minutes="No.", **every) == [f"{said}'a', 'b', 'c'"]


def test_counts_what_stands_under_the_heading_it_names() -> None:
    """A misspelt heading verifies the phrase and not the place, so those that match are counted."""
    ats = ("Pay, item 1", "Pya, item 1", "item 1", "Hours")
    dispute = resting_on(*(evidence("a rise", at) for at in ats))
    found = texts(dispute.documents, {"minutes.txt": "Hours\n\nPay\n\nIt is a rise."})
    counts, problems = look_up(dispute, found)
    assert counts == Quotations(verified=3, under_heading=1, not_found=1, unchecked={})
    assert [problem.message for problem in problems] == [
        (
            "the quotation 'a rise' is not in document 'minutes' under the heading of 'Hours'; it "
            "stands under 'Pay'"
        )
    ]


def test_a_verdict_without_evidence_is_not_passed_over() -> None:
    """What a verdict prints cannot be looked for without a document, and is counted so."""
    verdict = Verdict(
        demand="pay", by="mill", status=Status.MET, printed="Won", date=Date.parse("2023")
    )
    dispute = attrs.evolve(resting_on(evidence("a rise")), verdicts=(verdict,))
    found = texts(dispute.documents, {"minutes.txt": "It is a rise."})
    counts, problems = look_up(dispute, found)
    assert counts == Quotations(
        verified=1, under_heading=0, not_found=0, unchecked={}, without_evidence=1
    )
    assert problems == []


def test_a_document_may_have_any_id() -> None:
    """A document that is called like a kind of problem is one like another where it is missing."""
    shown = Evidence(document="no-evidence", at="item 1", quote="a rise")
    counts, problems = look_up(resting_on(shown), {})
    unchecked = {"no-evidence": 1}
    assert counts == Quotations(verified=0, under_heading=0, not_found=0, unchecked=unchecked)
    assert [problem.kind for problem in problems] == [ProblemKind.NOT_AT_HAND]


def test_the_closest_passage_shows_what_stands_for_a_wrong_first_word() -> None:
    """The words before the first that is right are shown, since one of them is to be copied."""
    text = "It is a just and final settlement worth having."
    assert told(resting_on(evidence("fair and final settlement")), minutes=text) == [
        (
            "the quotation 'fair and final settlement' is not in document 'minutes'; "
            "the closest passage is 'just and final settlement'"
        )
    ]


def test_every_quotation_has_one_outcome() -> None:
    """Those verified, not found and not looked for add up to all, by document for the last."""
    shown = (
        *(evidence("a rise"), evidence("a rise", "item 2"), evidence("a fall"), evidence(None)),
        *(evidence("a rise", document="letter"), evidence("a fall", document="letter")),
        *(evidence("a rise", document="blank"), evidence(None, document="memo")),
    )
    dispute = resting_on(*shown)
    found = texts(dispute.documents, {"minutes.txt": "It is a rise.", "blank.txt": " \n\n"})
    counts, problems = look_up(dispute, found)
    assert counts == Quotations(
        verified=2, under_heading=0, not_found=1, unchecked={"blank": 1, "letter": 2}
    )
    assert [(problem.kind, problem.message) for problem in problems] == [
        (
            ProblemKind.MISQUOTED,
            "the quotation 'a fall' is not in document 'minutes'; the closest passage is 'a rise.'",
        ),
        (
            ProblemKind.NOT_AT_HAND,
            (
                "the text of document 'letter' is not at hand, and 2 quotations are not checked: "
                "add letter.txt to the folder of documents"
            ),
        ),
        (
            ProblemKind.NOT_AT_HAND,
            (
                "the text of document 'blank' is not at hand, and 1 quotation is not checked: its file "
                "holds nothing of it; in a file that several documents share, each begins with a line "
                "that is its title, and no other's"
            ),
        ),
    ]


def test_a_verdict_is_looked_for_as_printed() -> None:
    """What a verdict prints is a quotation from each document that shows it."""
    one, other = evidence(None), evidence("what was said", document="letter")
    dispute = resting_on(one, other)
    rated = Verdict(
        demand="pay", by="mill", status=Status.MET, printed="Won", date=YEAR, evidence=(one, other)
    )
    dispute = Dispute(
        title="The mill", parties=dispute.parties, documents=dispute.documents, verdicts=(rated,)
    )
    assert told(dispute, minutes="We won.", letter="Won, as what was said") == [
        "the quotation 'Won' is not in document 'minutes'; it stands in 'letter'"
    ]


def test_a_quotation_is_looked_for_wherever_it_stands() -> None:
    """The evidence of a pay point, of one answer, of its terms and of a claim's context is read."""
    words = iter(("one", "two", "three", "four", "five", "six"))

    def shown() -> tuple[Evidence, ...]:
        return (evidence(f"no {next(words)}"),)

    answer = Answer(
        kind=Kind.TALKS, evidence=shown(), terms=(Term(says="On a Sunday", evidence=shown()),)
    )
    whole = attrs.evolve(
        resting_on(evidence("a rise")),
        pay_points=(
            PayPoint(id="low", title="Low", value=Amount.parse("£9/hour"), evidence=shown()),
        ),
        concessions=(
            Concession(id="it", title="It", made_by="mill", undemanded=answer, evidence=shown()),
        ),
        claims=(
            Claim(
                id="so",
                title="So",
                made_by="mill",
                untested=Untested.OPINION,
                evidence=shown(),
                context=(Context(says="It rained", evidence=shown()),),
            ),
        ),
    )
    missing = [line.split("'")[1] for line in told(whole, minutes="It is a rise.")]
    assert sorted(missing) == ["no five", "no four", "no one", "no six", "no three", "no two"]


# Files ---------------------------------------------------------------------------------------

MILL = """\
title: The mill
parties: [{id: mill, name: Mill, kind: employer}]
documents:
  - {id: letter, title: The letter, publisher: mill, date: 2023}
  - {id: news, title: The news, publisher: mill, date: 2023, file: all.txt}
events:
  - id: strike
    title: A strike
    date: 2023
    evidence:
      - {document: letter, at: Pay, quote: a rise of 5%}
      - {document: news, at: page 1, quote: "“free” tea"}
"""
GOOD = {"letter.txt": "Pay\nIt is a rise of 5%.\n", "all.txt": 'There is "free" tea.\n'}


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages name files by their bare names."""
    monkeypatch.chdir(tmp_path)


def checked(**more: str | bytes | None) -> list[str]:
    """Return what is said of the mill where the folder of texts holds these, `_` for a dot."""
    Path("texts").mkdir()
    changed = {name.replace("_", "."): text for name, text in more.items()}
    for name, text in {**GOOD, **changed}.items():
        if text is not None:
            put(text, f"texts/{name}")
    return [str(problem) for problem in check(put(MILL), "texts")]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, ""),
        ({"letter_txt": b"\xef\xbb\xbfPay\r\nIt is a rise\r\nof 5%.\r\n"}, ""),
        ({"letter_txt": None, "letter_md": "# Pay\n\nIt is a rise of 5%.\n"}, ""),
        ({"unasked_txt": b"\xff"}, ""),
        (
            {"letter_txt": "Pay\nIt is a fall of 5%.\n"},
            """=> d.yaml:11:9: the quotation 'a rise of 5%' is not in document 'letter'; the closest
            passage is 'a fall of 5%.'""",
        ),
        (
            {"letter_txt": b"\xef\xbb\xbfPay\r\nNone.\r\n# Hours\r\nIt is a rise of 5%."},
            """=> d.yaml:11:9: the quotation 'a rise of 5%' is not in document 'letter' under the
            heading of 'Pay'; it stands under 'Hours'""",
        ),
        (
            {"letter_txt": "It is a rise of 5%.\nPay\nNone.\n"},
            """=> d.yaml:11:9: the quotation 'a rise of 5%' is not in document 'letter' under the
            heading of 'Pay'; it stands before the first one""",
        ),
        (
            {"all_txt": "Have 'free' tea."},
            """=> d.yaml:12:9: the quotation '“free” tea' is not in document 'news'; the closest
            passage is "'free' tea."; the text has an apostrophe before 'free', not a quotation
            mark""",
        ),
        (
            {"letter_txt": None},
            """=> d.yaml:4:5: warning: not-at-hand: the text of document 'letter' is not at hand, and
            1 quotation is not checked: add letter.txt to the folder of documents""",
        ),
        (
            {"all_txt": None, "news_txt": "There is “free” tea."},
            """=> d.yaml:5:5: warning: not-at-hand: the text of document 'news' is not at hand, and 1
            quotation is not checked: add all.txt to the folder of documents""",
        ),
        (
            {"letter_txt": "Pay\nIt is naïve.\n".encode("latin-1")},
            """=> d.yaml:4:5: warning: not-at-hand: the text of document 'letter' is not at hand, and
            1 quotation is not checked: add letter.txt to the folder of documents
            => texts/letter.txt:1:1: cannot be read: it is not UTF-8 text; save
            it as UTF-8""",
        ),
    ],
)
def test_checks_against_the_texts_in_a_folder(
    files: dict[str, str | bytes | None], said: str
) -> None:
    """Texts are found by name, with a byte order mark or Markdown; each fault has its place."""
    assert checked(**files) == messages(said)


def test_a_folder_in_the_place_of_a_text_is_told() -> None:
    """What bears the name of a text and is no file is told, and so is what rests on it."""
    Path("texts/letter.txt").mkdir(parents=True)
    os.mkfifo("texts/all.txt")
    assert [str(problem) for problem in check(put(MILL), "texts")] == messages("""
        => d.yaml:4:5: warning: not-at-hand: the text of document 'letter' is not at hand, and 1
        quotation is not checked: add letter.txt to the folder of documents
        => d.yaml:5:5: warning: not-at-hand: the text of document 'news' is not at hand, and 1
        quotation is not checked: add all.txt to the folder of documents
        => texts/all.txt:1:1: cannot be read: it is no ordinary file
        => texts/letter.txt:1:1: cannot be read: it is no ordinary file
    """)


@pytest.mark.parametrize("yaml", [MILL, "title: ["])
@pytest.mark.parametrize("folder", ["missing", "d.yaml"])
def test_a_folder_that_cannot_be_read_is_an_error(yaml: str, folder: str) -> None:
    """Where there is no folder of texts nothing is told of the data, right or wrong."""
    path = put(yaml)
    with pytest.raises(OSError, match=r"No such file or directory|Not a directory"):
        audit(path, folder)


def test_without_a_folder_nothing_is_looked_for() -> None:
    """No quotation is counted where no texts are given, or where the data cannot be scored."""
    Path("texts").mkdir()
    assert audit(put(MILL)).quotations is None
    assert audit(put("title: ["), "texts").quotations is None
    assert check(put(MILL)) == ()


# What always holds ---------------------------------------------------------------------------

WORDS = st.text(st.sampled_from("ab5%.,'\"“”‘’-–—#é"), min_size=1, max_size=5)
SPACES = st.sampled_from((" ", "\n", "  ", "\u00a0", "\n\n", "\t", "\u202f"))
VARIED = {
    **dict.fromkeys('"“”', '"“”„«»'),
    **dict.fromkeys("'‘’", "'‘’‚`´"),
    **dict.fromkeys("-–—", "-–—−‐"),
}
"""How else a sign may be printed."""


@given(st.lists(st.tuples(WORDS, SPACES), min_size=1, max_size=30), st.data())
def test_a_phrase_cut_from_a_text_is_found(
    printed: list[tuple[str, str]], data: st.DataObject
) -> None:
    """Words in a row are found in their text, however marks, dashes and spaces are printed."""
    text = "".join(word + space for word, space in printed)
    first = data.draw(st.integers(0, len(printed) - 1))
    last = data.draw(st.integers(first + 1, len(printed)))
    phrase = "".join(
        "".join(data.draw(st.sampled_from(VARIED.get(sign, sign))) for sign in word)
        + data.draw(SPACES)
        for word, _ in printed[first:last]
    )
    assert said_of(phrase, text, "§") == ""


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("a", "b", "c")),
            st.none() | st.sampled_from(("no", "yes", "no yes", "x")),
            st.sampled_from(("no", "yes, item 1", "no yes now, item 2", "§")),
        ),
        max_size=12,
    ),
    st.dictionaries(
        st.sampled_from(("a", "b", "c")), st.sampled_from(("", "no\nyes", "no yes now\nx"))
    ),
)
def test_the_counts_add_up(
    cited: list[tuple[str, str | None, str]], written: dict[str, str]
) -> None:
    """Every quotation is verified, not found or not looked for, and each fault is told."""
    shown = [evidence(quote, at, document) for document, quote, at in cited]
    dispute = resting_on(*shown)
    files = {f"{name}.txt": text for name, text in written.items()}
    counts, problems = look_up(dispute, texts(dispute.documents, files))
    total = counts.verified + counts.not_found + sum(counts.unchecked.values())
    assert total == sum(quote is not None for _, quote, _ in cited)
    kinds = [problem.kind for problem in problems]
    assert kinds.count(ProblemKind.MISQUOTED) == counts.not_found
    assert kinds.count(ProblemKind.NOT_AT_HAND) == len(counts.unchecked)
    assert len(kinds) == counts.not_found + len(counts.unchecked)


LETTERS = st.text("abfilé", min_size=1, max_size=6)
LIGATED = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}


@st.composite
def decorated(draw: st.DrawFn, word: str) -> str:
    """Return a word of letters, with a hyphen inside or not, as a page or a file may set it."""
    for plain, one in LIGATED.items():
        if draw(st.booleans()):
            word = word.replace(plain, one)
    places = [at for at in range(1, len(word)) if word[at - 1].isalpha() and word[at].isalpha()]
    if draw(st.booleans()) and places:
        at = draw(st.sampled_from(places))
        hyphen = draw(st.sampled_from(("-\n", "\u2010\n ", "\u00ad", "\u00ad\n")))
        word = word[:at] + hyphen + word[at:]
    if draw(st.booleans()):
        word = re.sub(r"-(?!\n)", "-\n", word)
    word = unicodedata.normalize("NFD", word) if draw(st.booleans()) else word
    before, after = draw(
        st.sampled_from(
            (
                *((mark, mark) for mark in ("", "*", "**", "_", "__", "***", "**_")),
                ("[", "](https://a.org/b_c)"),
                ("**[", "](#)**"),
            )
        )
    )
    return before + word + (after[::-1] if after == "**_" else after)


@given(
    st.lists(st.lists(LETTERS, min_size=1, max_size=2).map("-".join), min_size=1, max_size=12),
    st.data(),
)
def test_a_phrase_cut_from_a_text_is_found_however_it_is_set(
    words: list[str], data: st.DataObject
) -> None:
    """Words in a row are found in a text with breaks, marks, links and bars between and in them."""
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    gaps = st.sampled_from((" ", "\n", " | ", "|", " |\n|---|---|\n| "))
    text = "".join(data.draw(decorated(word)) + data.draw(gaps) for word in words)
    phrase = " ".join(words[first:last])
    assert said_of(phrase, text, "§") == ""
    assert said_of(f"{phrase} x", text, "§") != ""
    assert said_of(f"x{phrase}", text, "§") != ""
