"""The model: what a dispute's files say, as frozen values.

Every field carries how its YAML text is read and what it means; the reader, the data dictionary
and the tests take both from here. The model knows neither files nor rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from pcs_scorecard.amounts import Amount
from pcs_scorecard.dates import Date
from pcs_scorecard.words import Basis, Kind, Level, PartyKind, Status

Place = tuple[str, int, int]
"""Where a record stands: its file, the line and the column, both counted from 1."""


def told(place: Place) -> str:
    """Return a place as editors understand it: file:line:column."""
    return ":".join(map(str, place))


def reads(how: Any, says: str) -> dict[str, Any]:
    """Return a field's metadata: how its text is read, and what it means.

    `how` is a name of the reader's ("id", "text", "quote", "date", "period", "amount", "yes"),
    a vocabulary, a record class, a list of one record class, or "-> section" for the id of a
    record in that section.
    """
    return {"reads": how, "says": says}


def _optional(how: Any, says: str) -> Any:
    """Return a field that may be left out."""
    return attrs.field(default=None, metadata=reads(how, says))


def _several(record: type, says: str) -> Any:
    """Return a field for a list of records that may be left out."""
    return attrs.field(default=(), metadata=reads([record], says))


def _place() -> Any:
    """Return the field that keeps where a record stands; it is no part of the record's value."""
    return attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Evidence:
    """A document, and the place in it that shows a record to be so."""

    document: str = attrs.field(metadata=reads("-> documents", "the document"))
    at: str = attrs.field(
        metadata=reads("text", "where in it: the heading as printed, then the item or paragraph")
    )
    quote: str | None = _optional("quote", "at most ten words, exactly as printed")
    quoting: str | None = _optional(
        "-> parties", "whose words the document reproduces there, if not its own"
    )
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Party:
    """Who speaks or acts; voices are kept apart."""

    id: str = attrs.field(metadata=reads("id", "the name that other records use"))
    name: str = attrs.field(metadata=reads("text", "as a reader knows it"))
    kind: PartyKind = attrs.field(metadata=reads(PartyKind, "in what capacity it acts"))
    note: str | None = _optional("text", "who is meant, and in which years")
    place: Place | None = _place()


_DATE_PRINTED = ("text", "the date as printed, where it is not the likely one")
_DATE_NOTE = ("text", "how the date is known, where the document does not print it")


@attrs.frozen(kw_only=True)
class Document:
    """A published source."""

    id: str = attrs.field(metadata=reads("id", "the name that other records use"))
    title: str = attrs.field(metadata=reads("text", "its title or heading, as printed"))
    publisher: str = attrs.field(metadata=reads("-> parties", "who published it"))
    date: Date | None = _optional("date", "when it was published")
    date_printed: str | None = _optional(*_DATE_PRINTED)
    date_note: str | None = _optional(*_DATE_NOTE)
    address: str | None = _optional("text", "where it can be read, if known")
    note: str | None = _optional("text", "what a reader must know of it")
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Asks:
    """The terms of a demand; what is not asked for is left out."""

    amount: Amount | None = _optional("amount", "the number asked for, with its unit")
    level: Level | None = _optional(Level, "for a level: which side of the amount to reach")
    baseline: Amount | None = _optional(
        "amount", "where it stood before; a change counts from 0 without one"
    )
    basis: Basis | None = _optional(Basis, "the kind of money asked for")
    period: str | None = _optional("period", "the pay year it is asked for")
    due: Date | None = _optional("date", "when it is to take effect, at the latest")
    lasting: bool = attrs.field(
        default=False,
        metadata=reads("yes", "whether it must hold without an end date"),
    )
    direction: str | None = _optional("text", "for a demand without a number: which way to move")
    measure: str | None = _optional("text", "the measure that a direction is tested on")
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Part:
    """One part of a compound demand; who asks whom, and when, is as in the whole."""

    id: str = attrs.field(metadata=reads("id", "the name that answers use; no demand may bear it"))
    title: str = attrs.field(metadata=reads("text", "what this part asks for"))
    asks: Asks = attrs.field(default=Asks(), metadata=reads(Asks, "its terms"))
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Demand:
    """One thing asked for, by whom, of whom; the unit that gets a status."""

    id: str = attrs.field(metadata=reads("id", "the name that other records use"))
    title: str = attrs.field(metadata=reads("text", "what is asked for, in a few neutral words"))
    made_by: str = attrs.field(metadata=reads("-> parties", "who asks"))
    made_to: str = attrs.field(metadata=reads("-> parties", "who is asked"))
    date: Date | None = _optional("date", "when it was made; undated, it is on every scoresheet")
    date_printed: str | None = _optional(*_DATE_PRINTED)
    date_note: str | None = _optional(*_DATE_NOTE)
    asks: Asks = attrs.field(default=Asks(), metadata=reads(Asks, "its terms"))
    parts: tuple[Part, ...] = _several(
        Part, "the parts of a compound demand; answers name the parts"
    )
    dropped: Date | None = _optional("date", "when the side that made it gave it up")
    evidence: tuple[Evidence, ...] = _several(Evidence, "where it is documented")
    note: str | None = _optional("text", "a judgement call, and why it was made so")
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Gives:
    """The terms of an answer; what is not given is left out."""

    amount: Amount | None = _optional("amount", "the number given, as recorded")
    basis: Basis | None = _optional(Basis, "the kind of money given")
    period: str | None = _optional("period", "the pay year it is given for")
    starts: Date | None = _optional("date", "when it takes effect, if not when it was given")
    ends: Date | None = _optional(
        "date", "the last day it holds; not the ordinary term of a settlement"
    )
    instead: str | None = _optional("text", "what is given, where it is a thing of another kind")
    reaches: str | None = _optional("text", "whom it reaches, where that is only some")
    share_reached: Amount | None = _optional(
        "amount", "the share of those asked for that it reaches, in %"
    )
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Term:
    """A term of something given, in words."""

    says: str = attrs.field(metadata=reads("text", "the term, in a sentence of one's own"))
    evidence: tuple[Evidence, ...] = _several(Evidence, "where it is documented")
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Answer:
    """What was done, said or refused about one demand: how firmly, and on what terms."""

    demand: str | None = _optional(
        "-> demands", "the demand, or the part, it answers; not in `undemanded`"
    )
    kind: Kind = attrs.field(metadata=reads(Kind, "how firm it is"))
    gives: Gives = attrs.field(default=Gives(), metadata=reads(Gives, "what it gives"))
    caveat: str | None = _optional("text", "words by which its maker can leave it at will")
    restates: str | None = _optional("text", "what, said or done before the dispute, it repeats")
    owed_to: str | None = _optional("text", "the law or other cause it came from, if documented")
    in_return: str | None = _optional("text", "what must be given in return")
    terms: tuple[Term, ...] = _several(Term, "further terms, which no rule reads")
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Concession:
    """Anything recorded as done, said or refused in answer to demands, refusals included."""

    id: str = attrs.field(metadata=reads("id", "the name that other records use"))
    title: str = attrs.field(metadata=reads("text", "what was done or said, in neutral words"))
    made_by: str = attrs.field(metadata=reads("-> parties", "who did or said it"))
    date: Date = attrs.field(metadata=reads("date", "when; it counts from the last day it can be"))
    date_printed: str | None = _optional(*_DATE_PRINTED)
    date_note: str | None = _optional(*_DATE_NOTE)
    answers: tuple[Answer, ...] = _several(Answer, "the demands it answers, each once")
    undemanded: Answer | None = _optional(Answer, "what it holds that nobody had demanded")
    withdrawn: Date | None = _optional("date", "when it was taken back")
    evidence: tuple[Evidence, ...] = _several(Evidence, "where it is documented")
    note: str | None = _optional("text", "a judgement call, and why it was made so")
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Verdict:
    """Somebody else's own rating of a demand; never used to compute a status."""

    demand: str = attrs.field(metadata=reads("-> demands", "the demand that is rated"))
    by: str = attrs.field(metadata=reads("-> parties", "who rates it"))
    status: Status = attrs.field(metadata=reads(Status, "the rating, on this scale"))
    printed: str = attrs.field(metadata=reads("quote", "the rating as printed, ten words at most"))
    date: Date = attrs.field(metadata=reads("date", "when it was published"))
    date_printed: str | None = _optional(*_DATE_PRINTED)
    date_note: str | None = _optional(*_DATE_NOTE)
    evidence: tuple[Evidence, ...] = _several(Evidence, "where it is documented")
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Dispute:
    """One campaign between named parties over a period: the top level of a dispute's files."""

    name: str = attrs.field(default="dispute")
    """The name of its file or folder, which no file says."""
    title: str = attrs.field(metadata=reads("text", "the dispute's name for readers"))
    summary: str | None = _optional("text", "what a reader needs to know first")
    parties: tuple[Party, ...] = _several(Party, "who acts")
    documents: tuple[Document, ...] = _several(Document, "the published sources")
    demands: tuple[Demand, ...] = _several(Demand, "in the order of the scoresheet")
    concessions: tuple[Concession, ...] = _several(Concession, "in any order")
    verdicts: tuple[Verdict, ...] = _several(Verdict, "published ratings, in any order")

    def facts(self) -> Iterator[Demand | Concession]:
        """Yield every record that happened at some time; a rating by others is no fact here."""
        yield from self.demands
        yield from self.concessions
