"""Scorecard → the blocks about what was said: claims, positions, figures, votes, events, raters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pcs_scorecard.agreement import Agreement, Rater, expected, kappa, observed
from pcs_scorecard.amounts import Amount, percent, plain
from pcs_scorecard.blocks import Block, Bullets, Heading, Paragraph, Table
from pcs_scorecard.bounds import bounds, stands
from pcs_scorecard.claims import Claim, Event, Figure, Position, Vote
from pcs_scorecard.difference import OtherRecord
from pcs_scorecard.factcheck import Tested
from pcs_scorecard.known import Record
from pcs_scorecard.model import Concession, Verdict
from pcs_scorecard.positions import changes
from pcs_scorecard.scorecard import Scorecard
from pcs_scorecard.wording import NOTHING, Names, reported, reported_with_date, sentence, when
from pcs_scorecard.words import ClaimVerdict, Relation, Status


def claims(card: Scorecard, names: Names) -> Iterator[Block]:
    """Yield the claims with their verdicts, and then what led to each."""
    if not card.claims:
        return
    yield Heading(2, "Claims")
    yield Paragraph(
        "What parties said of the outcome, tested on what is recorded here. A verdict is about the "
        "statement, measured against these documents."
    )
    yield Paragraph(claims_tally(card))
    yield Table(
        ("Claim", "Made by", "Date", "What is claimed", "Verdict"),
        tuple(
            (
                *(str(number), names.party(tested.claim.made_by), when(tested.claim)),
                *(tested.claim.title, tested.verdict.says),
            )
            for number, tested in enumerate(card.claims, 1)
        ),
    )
    titles = _subjects(card)
    for number, tested in enumerate(card.claims, 1):
        yield Paragraph(
            f"Claim {number}, by {names.party(tested.claim.made_by)}: {tested.claim.title}. "
            f"{tested.verdict.says}."
        )
        yield Bullets(tuple(_claim(tested, names, titles)))


def claims_tally(card: Scorecard) -> str:
    """Return the counts of all verdicts with their denominator."""
    found = [tested.verdict for tested in card.claims]
    counts = ", ".join(f"{found.count(verdict)} {verdict.says}" for verdict in ClaimVerdict)
    return f"{len(found)} claim{'' if len(found) == 1 else 's'}: {counts}."


def _claim(tested: Tested, names: Names, titles: dict[str, str]) -> Iterator[str]:
    claim = tested.claim
    yield from map(sentence, tested.findings)
    if claim.check and claim.check.note:
        yield f"Chosen for this check: {sentence(claim.check.note)}"
    # Told of each record only where it is not told of all of them below.
    alone = set() if tested.own_word else {id(record) for record in tested.alone}
    for record in tested.used:
        mark = " Known from the claimant alone." if id(record) in alone else ""
        yield f"{_used(record, names, titles)}{mark}"
    if tested.own_word:
        yield f"All that this rests on is known from {names.party(claim.made_by)} alone."
    for context in claim.context:
        yield f"Beside it: {sentence(context.says)} {reported(context.evidence, names)}"
    made = _told(claim, names)
    yield f"The claim itself: {made[:1].lower()}{made[1:]}"


def _stopped(text: str) -> str:
    """End a text with a stop, unless it has one."""
    return text[:1] + sentence(text)[1:]


def _used(record: Record, names: Names, titles: dict[str, str]) -> str:
    """Return a record that a check used: what it is, of which date, and who reports it."""
    if isinstance(record, Position):
        who = f"{names.party(record.party)} on {titles.get(record.subject, record.subject)}"
        return f"{who}, {_position(record, None, names)}"
    value, about, measures = "", [when(record)] if record.date else [], ""
    if isinstance(record, Figure):
        value, measures = f": {record.value}", f" It measures: {_stopped(record.measures)}"
        about += [record.group] if record.group else []
    if isinstance(record, Concession):
        about.append(names.party(record.made_by))
    details = f" ({', '.join(about)})" if about else ""
    return f"{record.title}{value}{details}.{measures} {reported_with_date(record, names)}"


def positions(card: Scorecard, names: Names) -> Iterator[Block]:
    """Yield what each party said of each subject, with every change of stance."""
    if not card.positions:
        return
    titles = _subjects(card)
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


def _subjects(card: Scorecard) -> dict[str, str]:
    return {subject.id: subject.title for subject in card.dispute.subjects}


def _position(position: Position, before: Position | None, names: Names) -> str:
    change = f", a change from “{before.stance}” of {before.date}" if before else ""
    return (
        f"{when(position)}: {position.stance}{change}. {sentence(position.says)} "
        f"{_told(position, names)}"
    )


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
                    *(when(each), _told(each, names)),
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
            tuple((when(each), each.title, _told(each, names)) for each in card.events),
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
        *(vote.title, names.party(vote.held_by), when(vote), shares or "shares not given"),
        str(vote.turnout or "turnout not given"),
        *("; ".join(needed) or NOTHING, vote.outcome or NOTHING),
        _told(vote, names),
    )


def _reached(found: Amount | None, needed: Amount) -> str:
    """Say whether what was needed was reached, where what is known decides it."""
    if found is None:
        return ""
    least = needed.counted()
    reached = stands(bounds(found), Relation.AT_LEAST, (least, least))
    return {True: ": reached", False: ": not reached", None: ""}[reached]


def record_line(record: OtherRecord, card: Scorecard, names: Names) -> str:
    """Return a figure, vote, event, position or published verdict of a scorecard in one line."""
    titles = _subjects(card)
    match record:
        case Vote():
            decided, by, dated, shares, turnout, needed, outcome, _ = _vote(record, names)
            turnout = f"turnout {turnout}" if record.turnout else turnout
            told = f"{decided} ({by}, {dated}): {shares}; {turnout}"
            told += f"; needed {needed}" if record.share_needed or record.turnout_needed else ""
            return _stopped(f"Vote: {told}; {outcome}" if record.outcome else f"Vote: {told}")
        case Verdict():
            by = f"{names.party(record.by)}, {when(record)}"
            rated = card[record.demand].title
            return f"Published verdict on “{rated}” ({by}): {record.status.says}."
        case Position():
            return f"Position: {_used(record, names, titles)}"
        case Figure():
            return f"Figure: {_used(record, names, titles)}"
    return f"Event: {_used(record, names, titles)}"


def _told(record: Position | Figure | Vote | Event | Claim | Verdict, names: Names) -> str:
    """Return who reports a record, how its date is known, and what the coder decided about it."""
    judged = f" Judgement: {sentence(record.note)}" if record.note else ""
    return f"{reported_with_date(record, names)}{judged}"


def raters(card: Scorecard, names: Names) -> Iterator[Block]:
    """Yield the published verdicts of each rater beside the statuses, and how far they agree."""
    if not card.raters:
        return
    yield Heading(2, "Agreement with published verdicts")
    yield Paragraph(
        "Published verdicts are never used to compute a status. Of several by one rater on a demand the "
        "last one counts."
    )
    for rater in card.raters:
        latest = {id(each) for each in rater.latest}
        yield Paragraph(_agreement(rater, names))
        yield Table(
            (
                "Demand",
                "Date",
                "Published",
                "As printed",
                "Computed",
                "Why they differ",
                "Reported",
            ),
            tuple(
                (
                    *(each.result.title, when(each.verdict), each.verdict.status.says),
                    *(f"“{each.verdict.printed}”", each.computed.says),
                    *(_why(each, last=id(each) in latest), _told(each.verdict, names)),
                )
                for each in rater.agreements
            ),
        )


def _agreement(rater: Rater, names: Names) -> str:
    """Return how far one rater agrees, so that it can be worked out again from the table."""
    party, pairs = names.party(rater.party), rater.pairs
    unanswered = len(rater.latest) - len(pairs)
    rest = f" Not counted, as no record answers the demand: {unanswered}." if unanswered else ""
    alike, chance, agreement = observed(pairs), expected(pairs), kappa(pairs)
    if alike is None or chance is None:
        return f"{party}:{rest}"
    same = sum(one is other for one, other in pairs)
    agree = "agrees" if 1 in (same, len(pairs)) else "agree"
    counted = f"{party}: {same} of {len(pairs)} {agree} with the status computed here"
    if agreement is None:
        return (
            f"{counted} ({percent(alike)}). Cohen's kappa is not defined, since both use one and "
            f"the same answer throughout.{rest}"
        )
    exact = "" if (agreement * 1000).denominator == 1 else "about "
    value = plain(agreement if not exact else round(agreement, 3))
    words = {one for one, _ in pairs} & {other for _, other in pairs}
    products = [
        f"{sum(one is word for one, _ in pairs)} × {sum(other is word for _, other in pairs)}"
        for word in Status
        if word in words
    ]
    by_chance = f"({' + '.join(products) or '0'}) / {len(pairs)}² = {chance}"
    return (
        f"{counted} ({percent(alike)}). By chance {by_chance} would, so Cohen's kappa is "
        f"({alike} - {chance}) / (1 - {chance}) = {exact}{value}.{rest}"
    )


def _why(agreement: Agreement, *, last: bool) -> str:
    """Say why a verdict and the status differ, and whether a later verdict counts instead."""
    if not agreement.counted:
        return "not counted: no record answers it"
    why = NOTHING
    if not agreement.same:
        why = agreement.cause.says if agreement.cause else "no cause is recorded or found"
    if last:
        return why
    return f"{why}; not counted: a later verdict is".removeprefix(f"{NOTHING}; ")
