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
    quote: str | None = attrs.field(
        default=None, metadata=reads("quote", "at most ten words, exactly as printed")
    )
    quoting: str | None = attrs.field(
        default=None,
        metadata=reads("-> parties", "whose words the document reproduces there, if not its own"),
    )
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Party:
    """Who speaks or acts; voices are kept apart."""

    id: str = attrs.field(metadata=reads("id", "the name that other records use"))
    name: str = attrs.field(metadata=reads("text", "as a reader knows it"))
    kind: PartyKind = attrs.field(metadata=reads(PartyKind, "in what capacity it acts"))
    note: str | None = attrs.field(
        default=None, metadata=reads("text", "who is meant, and in which years")
    )
    place: Place | None = _place()


_DATE_PRINTED = reads("text", "the date as printed, where it is not the likely one")
_DATE_NOTE = reads("text", "how the date is known, where the document does not print it")


@attrs.frozen(kw_only=True)
class Document:
    """A published source."""

    id: str = attrs.field(metadata=reads("id", "the name that other records use"))
    title: str = attrs.field(metadata=reads("text", "its title or heading, as printed"))
    publisher: str = attrs.field(metadata=reads("-> parties", "who published it"))
    date: Date | None = attrs.field(default=None, metadata=reads("date", "when it was published"))
    date_printed: str | None = attrs.field(default=None, metadata=_DATE_PRINTED)
    date_note: str | None = attrs.field(default=None, metadata=_DATE_NOTE)
    address: str | None = attrs.field(
        default=None, metadata=reads("text", "where it can be read, if known")
    )
    note: str | None = attrs.field(
        default=None, metadata=reads("text", "what a reader must know of it")
    )
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Asks:
    """The terms of a demand; what is not asked for is left out."""

    amount: Amount | None = attrs.field(
        default=None, metadata=reads("amount", "the number asked for, with its unit")
    )
    level: Level | None = attrs.field(
        default=None, metadata=reads(Level, "for a level: which side of the amount to reach")
    )
    baseline: Amount | None = attrs.field(
        default=None,
        metadata=reads("amount", "where it stood before; a change counts from 0 without one"),
    )
    basis: Basis | None = attrs.field(
        default=None, metadata=reads(Basis, "the kind of money asked for")
    )
    period: str | None = attrs.field(
        default=None, metadata=reads("period", "the pay year it is asked for")
    )
    due: Date | None = attrs.field(
        default=None, metadata=reads("date", "when it is to take effect, at the latest")
    )
    lasting: bool = attrs.field(
        default=False,
        metadata=reads("yes", "whether it must hold without an end date"),
    )
    direction: str | None = attrs.field(
        default=None, metadata=reads("text", "for a demand without a number: which way to move")
    )
    measure: str | None = attrs.field(
        default=None, metadata=reads("text", "the measure that a direction is tested on")
    )
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
    date: Date | None = attrs.field(
        default=None,
        metadata=reads("date", "when it was made; undated, it is on every scoresheet"),
    )
    date_printed: str | None = attrs.field(default=None, metadata=_DATE_PRINTED)
    date_note: str | None = attrs.field(default=None, metadata=_DATE_NOTE)
    asks: Asks = attrs.field(default=Asks(), metadata=reads(Asks, "its terms"))
    parts: tuple[Part, ...] = attrs.field(
        default=(), metadata=reads([Part], "the parts of a compound demand; answers name the parts")
    )
    dropped: Date | None = attrs.field(
        default=None, metadata=reads("date", "when the side that made it gave it up")
    )
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), metadata=reads([Evidence], "where it is documented")
    )
    note: str | None = attrs.field(
        default=None, metadata=reads("text", "a judgement call, and why it was made so")
    )
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Gives:
    """The terms of an answer; what is not given is left out."""

    amount: Amount | None = attrs.field(
        default=None, metadata=reads("amount", "the number given, as recorded")
    )
    basis: Basis | None = attrs.field(
        default=None, metadata=reads(Basis, "the kind of money given")
    )
    period: str | None = attrs.field(
        default=None, metadata=reads("period", "the pay year it is given for")
    )
    starts: Date | None = attrs.field(
        default=None, metadata=reads("date", "when it takes effect, if not when it was given")
    )
    ends: Date | None = attrs.field(
        default=None,
        metadata=reads("date", "the last day it holds; not the ordinary term of a settlement"),
    )
    instead: str | None = attrs.field(
        default=None, metadata=reads("text", "what is given, where it is a thing of another kind")
    )
    reaches: str | None = attrs.field(
        default=None, metadata=reads("text", "whom it reaches, where that is only some")
    )
    share_reached: Amount | None = attrs.field(
        default=None, metadata=reads("amount", "the share of those asked for that it reaches, in %")
    )
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Term:
    """A term of something given, in words."""

    says: str = attrs.field(metadata=reads("text", "the term, in a sentence of one's own"))
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), metadata=reads([Evidence], "where it is documented")
    )
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Answer:
    """What was done, said or refused about one demand: how firmly, and on what terms."""

    demand: str | None = attrs.field(
        default=None,
        metadata=reads("-> demands", "the demand, or the part, it answers; not in `undemanded`"),
    )
    kind: Kind = attrs.field(metadata=reads(Kind, "how firm it is"))
    gives: Gives = attrs.field(default=Gives(), metadata=reads(Gives, "what it gives"))
    caveat: str | None = attrs.field(
        default=None, metadata=reads("text", "words by which its maker can leave it at will")
    )
    restates: str | None = attrs.field(
        default=None, metadata=reads("text", "what, said or done before the dispute, it repeats")
    )
    owed_to: str | None = attrs.field(
        default=None, metadata=reads("text", "the law or other cause it came from, if documented")
    )
    in_return: str | None = attrs.field(
        default=None, metadata=reads("text", "what must be given in return")
    )
    terms: tuple[Term, ...] = attrs.field(
        default=(), metadata=reads([Term], "further terms, which no rule reads")
    )
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Concession:
    """Anything recorded as done, said or refused in answer to demands, refusals included."""

    id: str = attrs.field(metadata=reads("id", "the name that other records use"))
    title: str = attrs.field(metadata=reads("text", "what was done or said, in neutral words"))
    made_by: str = attrs.field(metadata=reads("-> parties", "who did or said it"))
    date: Date = attrs.field(metadata=reads("date", "when; it counts from the last day it can be"))
    date_printed: str | None = attrs.field(default=None, metadata=_DATE_PRINTED)
    date_note: str | None = attrs.field(default=None, metadata=_DATE_NOTE)
    answers: tuple[Answer, ...] = attrs.field(
        default=(), metadata=reads([Answer], "the demands it answers, each once")
    )
    undemanded: Answer | None = attrs.field(
        default=None, metadata=reads(Answer, "what it holds that nobody had demanded")
    )
    withdrawn: Date | None = attrs.field(
        default=None, metadata=reads("date", "when it was taken back")
    )
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), metadata=reads([Evidence], "where it is documented")
    )
    note: str | None = attrs.field(
        default=None, metadata=reads("text", "a judgement call, and why it was made so")
    )
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Verdict:
    """Somebody else's own rating of a demand; never used to compute a status."""

    demand: str = attrs.field(metadata=reads("-> demands", "the demand that is rated"))
    by: str = attrs.field(metadata=reads("-> parties", "who rates it"))
    status: Status = attrs.field(metadata=reads(Status, "the rating, on this scale"))
    printed: str = attrs.field(metadata=reads("quote", "the rating as printed, ten words at most"))
    date: Date = attrs.field(metadata=reads("date", "when it was published"))
    date_printed: str | None = attrs.field(default=None, metadata=_DATE_PRINTED)
    date_note: str | None = attrs.field(default=None, metadata=_DATE_NOTE)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), metadata=reads([Evidence], "where it is documented")
    )
    place: Place | None = _place()


@attrs.frozen(kw_only=True)
class Dispute:
    """One campaign between named parties over a period: the top level of a dispute's files."""

    name: str = attrs.field(default="dispute")
    """The name of its file or folder, which no file says."""
    title: str = attrs.field(metadata=reads("text", "the dispute's name for readers"))
    summary: str | None = attrs.field(
        default=None, metadata=reads("text", "what a reader needs to know first")
    )
    parties: tuple[Party, ...] = attrs.field(default=(), metadata=reads([Party], "who acts"))
    documents: tuple[Document, ...] = attrs.field(
        default=(), metadata=reads([Document], "the published sources")
    )
    demands: tuple[Demand, ...] = attrs.field(
        default=(), metadata=reads([Demand], "in the order of the scoresheet")
    )
    concessions: tuple[Concession, ...] = attrs.field(
        default=(), metadata=reads([Concession], "in any order")
    )
    verdicts: tuple[Verdict, ...] = attrs.field(
        default=(), metadata=reads([Verdict], "published ratings, in any order")
    )

    def facts(self) -> Iterator[Demand | Concession]:
        """Yield every record that happened at some time; a rating by others is no fact here."""
        yield from self.demands
        yield from self.concessions
