"""Scorecard → the sections of the report on positions, ballots, figures, events and parties."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pcs_scorecard.factcheck.positions import position_changes
from pcs_scorecard.model.claims import Claim
from pcs_scorecard.model.concessions import Concession
from pcs_scorecard.model.demands import Demand
from pcs_scorecard.model.facts import Event, Figure, Position, Vote
from pcs_scorecard.model.verdicts import Verdict
from pcs_scorecard.pages.blocks import Block, Bullets, Line, Paragraph, Strong, line
from pcs_scorecard.pages.sentences import Names, capital, plainly, sentence
from pcs_scorecard.pages.sources import Sources
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.values.amounts import Amount
from pcs_scorecard.values.ranges import stands
from pcs_scorecard.values.vocabulary import Relation

Noted = Position | Figure | Vote | Event | Claim | Verdict | Concession | Demand


def notes(record: Noted) -> Iterator[str]:
    """Yield how a record's date is known, and how it was read, where that is on record."""
    if record.date_note:
        yield f"About the date: {sentence(record.date_note)}"
    if record.note:
        yield f"How it was read: {sentence(record.note)}"


def positions(card: Scorecard, sources: Sources) -> Iterator[Block]:
    """Yield what each party said of each subject, with every change of stance."""
    names = sources.names
    titles = {subject.id: subject.title for subject in card.dispute.subjects}
    changed = {id(change.after) for change in position_changes(card.positions)}
    for subject, about in groupby(
        sorted(card.positions, key=lambda each: titles.get(each.subject, each.subject)),
        key=lambda each: titles.get(each.subject, each.subject),
    ):
        yield Paragraph(line(Strong(f"{subject}.")))
        yield Bullets(
            tuple(
                line(
                    f"{capital(names.party(each.party))}, {_dated(names.when(each))}",
                    f"{each.stance}{' (changed)' if id(each) in changed else ''}.",
                    sentence(each.says),
                    *notes(each),
                    sources.marks(each.evidence, shows=f"what {names.party(each.party)} said"),
                )
                for each in about
            )
        )


def _dated(when: str) -> str:
    return f"{when}:" if when else "no date:"


def votes(card: Scorecard, sources: Sources) -> Iterator[Line]:
    """Yield the ballots, the oldest first."""
    for vote in card.votes:
        yield line(
            *_vote(vote, sources.names),
            *notes(vote),
            sources.marks(vote.evidence, shows="a ballot"),
        )


def _vote(vote: Vote, names: Names) -> Iterator[str]:
    yield f"{_dated(capital(names.when(vote)))} {vote.title}, by {names.party(vote.held_by)}."
    if shares := [f"{each.title} {each.share or ''}".strip() for each in vote.options]:
        yield f"{capital('; '.join(shares))}."
    if vote.turnout:
        yield f"Turnout {vote.turnout}."
    share = vote.options[0].share if len(vote.options) == 1 else None
    for what, needed, found in (
        ("{} of the votes", vote.share_needed, share),
        ("a turnout of {}", vote.turnout_needed, vote.turnout),
    ):
        if needed:
            yield f"It needed {what.format(needed)}{_reached(found, needed)}."
    if vote.carried is not None:
        yield "Accepted." if vote.carried else "Rejected."
    if vote.outcome:
        yield sentence(vote.outcome)


def _reached(found: Amount | None, needed: Amount) -> str:
    """Say whether what was needed was reached, where what is known decides it."""
    if found is None:
        return ""
    least = needed.in_key[0]
    reached = stands(found.in_key, Relation.AT_LEAST, (least, least))
    return {True: ": reached", False: ": not reached", None: ""}[reached]


def figures(card: Scorecard, sources: Sources) -> Iterator[Line]:
    """Yield the figures, the oldest first."""
    for figure in card.figures:
        when = sources.names.when(figure)
        about = f"measures {figure.measures}" + (f", for {figure.group}" if figure.group else "")
        yield line(
            f"{figure.title}: {plainly(str(figure.value))}{f' ({when})' if when else ''}; {about}.",
            *notes(figure),
            sources.marks(figure.evidence, shows=f"the figure {plainly(str(figure.value))}"),
        )


def events(card: Scorecard, sources: Sources) -> Iterator[Line]:
    """Yield the events, the oldest first."""
    for event in card.events:
        when = _dated(capital(sources.names.when(event)))
        yield line(
            f"{when} {sentence(event.title)}",
            *notes(event),
            sources.marks(event.evidence, shows="an event"),
        )


def parties(card: Scorecard) -> Iterator[Line]:
    """Yield who is who."""
    for party in card.dispute.parties:
        side = f", side “{party.side}”" if party.side else ""
        yield line(
            Strong(capital(party.name)),
            f"({party.kind}{side}).",
            party.note and sentence(party.note),
        )
