"""Scorecard → the blocks about positions, figures, votes and events."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pcs_scorecard.factcheck.on_record import Record
from pcs_scorecard.factcheck.positions import changes
from pcs_scorecard.model.claims import Claim
from pcs_scorecard.model.concessions import Concession
from pcs_scorecard.model.facts import Event, Figure, Position, Vote
from pcs_scorecard.model.verdicts import Verdict
from pcs_scorecard.pages.blocks import Block, Bullets, Heading, Paragraph, Table
from pcs_scorecard.pages.sentences import (
    NOTHING,
    Names,
    reported_with_date,
    sentence,
)
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.scorecard.difference import OtherRecord
from pcs_scorecard.values.amounts import Amount
from pcs_scorecard.values.ranges import stands
from pcs_scorecard.values.vocabulary import Relation


def positions(card: Scorecard, names: Names) -> Iterator[Block]:
    """Yield what each party said of each subject, with every change of stance."""
    if not card.positions:
        return
    titles = subject_titles(card)
    changed = {id(change.after): change.before for change in changes(card.positions)}
    yield Heading(2, "Positions")
    yield Paragraph(
        "What each party said, in order of time. A silence is not a stance, and between two dates "
        "nothing is assumed."
    )

    def place(position: Position) -> tuple[str, str, str, str]:
        subject, party = position.subject, position.party
        return titles.get(subject, subject), names.party(party), subject, party

    for (subject, party, *_), said in groupby(sorted(card.positions, key=place), key=place):
        yield Paragraph(f"{party} on {subject}:")
        yield Bullets(tuple(_position(each, changed.get(id(each)), names) for each in said))


def _position(position: Position, before: Position | None, names: Names) -> str:
    change = f", a change from “{before.stance}” of {before.date}" if before else ""
    return (
        f"{names.when(position)}: {position.stance}{change}. {sentence(position.says)} "
        f"{told_of(position, names)}"
    )


def subject_titles(card: Scorecard) -> dict[str, str]:
    """Return the titles of subjects by id."""
    return {subject.id: subject.title for subject in card.dispute.subjects}


def facts(card: Scorecard, names: Names) -> Iterator[Block]:
    """Yield the figures, the votes and the events on record."""
    if card.figures:
        yield Heading(2, "Figures")
        yield Paragraph("Only figures that measure the same are compared.")
        yield Table(
            ("Figure", "Value", "Measures", "For whom", "Date", "Reported"),
            tuple(
                (
                    *(each.title, str(each.value), each.measures, each.group or NOTHING),
                    *(names.when(each), told_of(each, names)),
                )
                for each in card.figures
            ),
        )
    if card.votes:
        yield Heading(2, "Votes")
        yield Table(
            ("Decided", "By", "Date", "Shares", "Turnout", "Needed", "Outcome", "Reported"),
            tuple(_vote(vote, names) for vote in card.votes),
        )
    if card.events:
        yield Heading(2, "Events")
        yield Table(
            ("Date", "Event", "Reported"),
            tuple((names.when(each), each.title, told_of(each, names)) for each in card.events),
        )


def _vote(vote: Vote, names: Names) -> tuple[str, ...]:
    shares = "; ".join(f"{each.title}: {each.share or 'share not given'}" for each in vote.options)
    share = vote.options[0].share if len(vote.options) == 1 else None
    needed = [
        f"{what.format(amount)}{_reached(found, amount)}"
        for what, amount, found in (
            ("{} of the votes", vote.share_needed, share),
            ("a turnout of {}", vote.turnout_needed, vote.turnout),
        )
        if amount
    ]
    return (
        *(vote.title, names.party(vote.held_by), names.when(vote), shares or "shares not given"),
        str(vote.turnout or "turnout not given"),
        *("; ".join(needed) or NOTHING, vote.outcome or NOTHING),
        told_of(vote, names),
    )


def _reached(found: Amount | None, needed: Amount) -> str:
    """Say whether what was needed was reached, where what is known decides it."""
    if found is None:
        return ""
    least = needed.in_key[0]
    reached = stands(found.in_key, Relation.AT_LEAST, (least, least))
    return {True: ": reached", False: ": not reached", None: ""}[reached]


def used_record(record: Record, names: Names, titles: dict[str, str]) -> str:
    """Return a record that a check used: what it is, of which date, and who reports it."""
    if isinstance(record, Position):
        who = f"{names.party(record.party)} on {titles.get(record.subject, record.subject)}"
        return f"{who}, {_position(record, None, names)}"
    value, about, measures = "", [names.when(record)] if record.date else [], ""
    if isinstance(record, Figure):
        value, measures = f": {record.value}", f" It measures: {stopped(record.measures)}"
        about += [record.group] if record.group else []
    if isinstance(record, Concession):
        about.append(names.party(record.made_by))
    details = f" ({', '.join(about)})" if about else ""
    return f"{record.title}{value}{details}.{measures} {reported_with_date(record, names)}"


def stopped(text: str) -> str:
    """End a text with a stop, unless it has one."""
    return text[:1] + sentence(text)[1:]


def record_line(record: OtherRecord, card: Scorecard, names: Names) -> str:
    """Return a figure, vote, event, position or published verdict of a scorecard in one line."""
    titles = subject_titles(card)
    match record:
        case Vote():
            decided, by, dated, shares, turnout, needed, outcome, _ = _vote(record, names)
            turnout = f"turnout {turnout}" if record.turnout else turnout
            told = f"{decided} ({by}, {dated}): {shares}; {turnout}"
            told += f"; needed {needed}" if record.share_needed or record.turnout_needed else ""
            return stopped(f"Vote: {told}; {outcome}" if record.outcome else f"Vote: {told}")
        case Verdict():
            by = f"{names.party(record.by)}, {names.when(record)}"
            rated = card[record.demand].title
            return f"Published verdict on “{rated}” ({by}): {record.status.says}."
        case Position():
            return f"Position: {used_record(record, names, titles)}"
        case Figure():
            return f"Figure: {used_record(record, names, titles)}"
    return f"Event: {used_record(record, names, titles)}"


def told_of(record: Position | Figure | Vote | Event | Claim | Verdict, names: Names) -> str:
    """Return who reports a record, how its date is known, and what the coder decided about it."""
    judged = f" Judgement: {sentence(record.note)}" if record.note else ""
    return f"{reported_with_date(record, names)}{judged}"
