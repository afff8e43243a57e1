"""Where records come from: who speaks, in which document, at which place."""

from __future__ import annotations

import attrs

from pcs_scorecard.model.fields import (
    DATE_NOTE,
    DATE_PRINTED,
    Complaints,
    Constraints,
    Place,
    Ref,
    dated,
    field,
    optional,
    place_field,
)
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.messages import shown
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import PartyKind


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Evidence(Value):
    """A document, and the place in it that shows a record to be so."""

    document: str = field(Ref("documents"), "the document")
    at: str = field("text", "where in it: the heading as printed, then the item or paragraph")
    quote: str | None = optional("quote", "at most ten words, exactly as printed")
    quoting: str | None = optional(
        Ref("parties"), "whose words the document reproduces there, if not its own"
    )
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Party(Value):
    """Who speaks or acts; voices are kept apart."""

    id: str = field("id", "the name that other records use")
    name: str = field("text", "as a reader knows it")
    kind: PartyKind = field(PartyKind, "in what capacity it acts")
    side: str | None = optional(
        "id", "a word for the side it is on; parties with the same word are one side"
    )
    members: tuple[str, ...] = field(
        Ref("parties"),
        "who belongs to it, all of them: employers one by one, unions of a joint claim",
        many=True,
        default=(),
    )
    note: str | None = optional("text", "who is meant, and in which years")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Document(Value):
    """A published source."""

    id: str = field("id", "the name that other records use")
    title: str = field("text", "its title or heading, as printed")
    publisher: str = field(Ref("parties"), "who published it")
    date: Date | None = optional("date", "when it was published")
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    file: str | None = optional(
        "text", "the file of its text, for `check --documents`, if not named by its id"
    )
    address: str | None = optional("text", "where it can be read, if known")
    note: str | None = optional("text", "what a reader must know of it")
    place: Place | None = place_field()


def _document(document: Document) -> Complaints:
    complaints = dated(document)
    if document.file and {"/", "\\"}.intersection(document.file):
        complaints.append(
            (
                "file",
                f"found {shown(document.file)}; allowed is the name of a file, without folders",
            )
        )
    return complaints


def _party(party: Party) -> Complaints:
    if party.id not in party.members:
        return ()
    return [("members", f"found {party.id!r}, which is this party itself; list who belongs to it")]


CONSTRAINTS: Constraints = {
    Party: (_party, frozenset({"members"})),
    Document: (_document, frozenset({"date_printed", "file"})),
}
