"""Scorecard → the scoresheet: one page, with every sentence prepared once for all formats."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

import attrs

from pcs_scorecard.comparison.compare import Pair, Result, by_date
from pcs_scorecard.comparison.policy import STANDARD, Policy
from pcs_scorecard.model.demands import Demand
from pcs_scorecard.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Line,
    Marks,
    Paragraph,
    Strong,
    line,
)
from pcs_scorecard.pages.sentences import (
    GAVE,
    Names,
    capital,
    listed,
    number,
    on_answer,
    on_gift,
    on_result,
    on_vote,
)
from pcs_scorecard.pages.sources import Sources, listing, shown_by
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.values.amounts import part
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.vocabulary import Kind, Status

SILENCE = (
    "“No response recorded” means that no document here shows an answer. It is not a refusal, and "
    "the demand need not have been put."
)

GIVEN = "Given, but not among these demands"
"""What heads the gifts."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Row:
    """A demand, or a part of one, as readers get it."""

    number: int
    """Its number on the page; of a part that of its demand."""
    id: str
    title: str
    status: Status
    dropped: Date | None
    """When it was given up by who made it, if it was by the day."""
    aside: str
    """What stands in brackets behind the answer: that it was dropped, or is not yet due."""
    said: tuple[str, ...]
    """The reason, in a plain sentence or two."""
    marks: Marks
    parts: tuple[Row, ...]
    result: Result

    @property
    def answer(self) -> Line:
        """The line of the answer and its reasons."""
        if self.aside:
            return line(Strong(self.status.says), f"({self.aside}).", *self.said, self.marks)
        return line(Strong(f"{self.status.says}."), *self.said, self.marks)

    @property
    def bullets(self) -> tuple[Line, ...]:
        """The lines of its parts."""
        return tuple(line(f"{part.title}:", *part.answer) for part in self.parts)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Group:
    """The demands that one party made of another."""

    made_by: str
    made_to: str
    heading: str
    silent: Line
    """Where no response to any of three or more is on record: that, said once."""
    rows: tuple[Row, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Gift:
    """Something given, or said of it, that is not among the demands."""

    id: str
    text: str
    given: bool
    """Whether something was given, and not only said or refused."""
    marks: Marks

    @property
    def line(self) -> Line:
        """The sentence with its marks."""
        return line(self.text, self.marks)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Sheet:
    """All that a scoresheet says, in the order in which it says it."""

    card: Scorecard
    title: str
    headlines: tuple[str, ...]
    """How each party's demands fared, in a sentence or two each."""
    day: str
    tally: str
    summary: str
    ballots: tuple[Line, ...]
    still_open: str
    groups: tuple[Group, ...]
    gifts: tuple[Gift, ...]
    sources: Sources
    notes: tuple[str, ...]
    """What two of the answers mean, by the policy, and what the marks mean."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every demand, in order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def head(self) -> Line:
        """The headline and the day."""
        return line(Strong(" ".join(self.headlines)), self.day)


def compose(card: Scorecard) -> Sheet:
    """Return a scorecard's scoresheet."""
    sources = Sources(card)
    groups = tuple(_groups(card, sources))
    gifts = tuple(_gifts(card, sources))
    rows = [row for group in groups for row in group.rows]
    return Sheet(
        card=card,
        title=card.dispute.title,
        headlines=tuple(_headlines(groups, card, sources.names)),
        day=as_of(card),
        tally=tally(card, rows),
        summary=card.dispute.summary or "",
        ballots=tuple(_ballots(card, sources)),
        still_open=_still_open(rows),
        groups=groups,
        gifts=gifts,
        sources=sources,
        notes=tuple(_notes(rows, card, sources)),
    )


def sheet(page: Sheet) -> Iterator[Block]:
    """Yield the blocks of a scoresheet, from its title to its notes."""
    yield from body(page)
    yield from listing(page.sources)
    yield from (Paragraph(line(" ".join(page.notes))) for _ in page.notes[:1])


def body(page: Sheet) -> Iterator[Block]:
    """Yield the blocks of a scoresheet but for its sources and notes."""
    yield Heading(1, page.title)
    yield Paragraph(page.head)
    yield Paragraph(line(page.tally))
    if page.summary:
        yield Paragraph(line(page.summary))
    for ballot in page.ballots:
        yield Paragraph(ballot)
    if page.still_open:
        yield Paragraph(line(page.still_open))
    for group in page.groups:
        if len(page.groups) > 1:
            yield Heading(2, group.heading)
        if group.silent:
            yield Paragraph(group.silent)
        for row in group.rows:
            if group.silent:
                yield Item(row.number, line(row.title, row.aside and f"({row.aside})"))
            else:
                yield Item(row.number, line(f"{row.title}:"), row.answer, row.bullets)
    if page.gifts:
        yield Heading(2, GIVEN)
        yield Bullets(tuple(gift.line for gift in page.gifts))


# The head -----------------------------------------------------------------------------------------


def as_of(card: Scorecard) -> str:
    """Return the day of a scorecard, and the offer that is taken as accepted, if any."""
    accepted = f" As if “{card.if_accepted.title}” had been accepted." if card.if_accepted else ""
    return f"As of {Date.of(card.as_of)}.{accepted}"


def tally(card: Scorecard, rows: list[Row]) -> str:
    """Return the counts of all answers, and which demands were dropped."""
    counts = ", ".join(f"{status.says} {count}" for status, count in card.tally.items())
    gone = [row.number for row in rows if row.dropped]
    which = f"; dropped: {_numbers(gone)}" if gone else ""
    return f"{counts}{which}."


def dropped(demand: Demand, day: datetime.date) -> Date | None:
    """Return when a demand was given up by who made it, if it was by a day."""
    return demand.dropped if demand.dropped and demand.dropped.last <= day else None


def _headlines(groups: tuple[Group, ...], card: Scorecard, names: Names) -> Iterator[str]:
    """Yield how the demands of each party fared; those of many that nobody answered together."""
    if not groups:
        first = min(
            (date for each in card.dispute.demands if (date := card.days.of(each))),
            key=lambda date: date.last,
            default=None,
        )
        yield "No demand was on record." + (f" The first is of {first}." if first else "")
        return
    silent = [group for group in groups if _silent(group.rows)]
    apart = [group for group in groups if group not in silent]
    if len(silent) < 2 or not apart:
        apart, silent = list(groups), []
    for group in apart:
        yield _headline(group, names)
    if silent:
        count = sum(len(group.rows) for group in silent)
        makers = list(dict.fromkeys(names.party(group.made_by) for group in silent))
        whose = listed(makers) if len(makers) <= 3 else f"{number(len(makers))} others"
        yield f"No answer to {count} more demands, of {whose}, is on record."


def _silent(rows: Iterable[Row]) -> bool:
    return all(row.status is Status.NO_RESPONSE for row in rows)


def _headline(group: Group, names: Names) -> str:
    """Return how the demands of one party to another fared: all counted, the best first."""
    rows = group.rows
    count, one = len(rows), len(rows) == 1
    unsourced = sum(not _sourced(row) for row in rows)
    which = "" if one else f"{number(unsourced)} of them "
    apart = f" ({which}with no source on record)" if unsourced else ""
    # Of what nobody answered it is not known that it was put to anybody.
    verb = "listed" if _silent(rows) else "made"
    made = (
        f"{capital(names.party(group.made_by))} {verb} {count} demand{'' if one else 's'} of "
        f"{names.party(group.made_to)}{apart}."
    )
    found = {status: sum(row.status is status for row in rows) for status in Status}
    return f"{made} {_fared(found, count)}"


def _fared(found: dict[Status, int], count: int) -> str:
    met, partly, moved = (
        found[Status.MET],
        found[Status.PARTLY_MET],
        found[Status.SOME_MOVEMENT],
    )
    silent = found[Status.NO_RESPONSE]
    if silent == count:
        which = "it" if count == 1 else "any of them"
        return f"No answer to {which} is on record."
    if count == 1:
        status = next(status for status, many in found.items() if many)
        return {
            Status.MET: "It was met.",
            Status.PARTLY_MET: "It was met in part.",
            Status.SOME_MOVEMENT: "There was some movement.",
        }.get(status, "It was not met.")
    told = []
    if met == count:
        return "All were met."
    full = " in full" if partly else ""
    told.append(f"{capital(number(met))} {'was' if met < 2 else 'were'} met{full}")
    if partly:
        told[-1] += f", {number(partly)} in part"
    if moved:
        told.append(f"on {number(moved)} there was some movement")
    if silent:
        told.append(f"to {number(silent)} no answer is on record")
    return "; ".join(told) + "."


def _sourced(row: Row) -> bool:
    demand = row.result.demand
    return bool(demand.evidence) if isinstance(demand, Demand) else True


def _ballots(card: Scorecard, sources: Sources) -> Iterator[Line]:
    """Yield the votes that decided, or are to decide, on something given."""
    in_time = by_date(card.days)
    for vote in sorted(card.dispute.votes, key=in_time):
        offers = [made for made in card.dispute.concessions if vote.id in made.accepted_by]
        offers.sort(key=in_time)
        when = card.days.of(vote)
        for offer in offers[:1]:
            offered = card.days.of(offer)
            if offered is None or offered.last > card.as_of:
                continue
            if when and when.last > card.as_of and vote.has_result:
                continue
            said = on_vote(vote, offer, sources.names, card.as_of)
            yield line(said, Marks(sources.numbered(vote.evidence)))


def _still_open(rows: list[Row]) -> str:
    """Say on which demands something is undecided or still to come, by their numbers."""
    found: dict[str, dict[int, None]] = {}
    for row in rows:
        if row.dropped:
            continue
        for one in row.result.every:
            for pair in one.pairs[:1]:
                for what in _open(pair):
                    found.setdefault(what, {})[row.number] = None
    told = [f"{what} ({_numbers(list(which))})" for what, which in found.items()]
    return f"Still open: {'; '.join(told)}." if told else ""


def _open(pair: Pair) -> Iterator[str]:
    case, gives = pair.situation, pair.answer.gives
    rules = {reason.rule for reason in pair.reasons}
    if rules & {"replaced", "withdrawn", "ended"}:
        return
    if pair.given.kind is Kind.TALKS:
        yield "talks"
    elif pair.given.kind is Kind.OFFER and pair.given.rejected is None:
        yield "an offer not yet agreed"
    elif pair.given.kind is Kind.UNDER_WAY:
        yield "what has begun"
    if pair.given.kind in (Kind.AGREED, Kind.IN_FORCE):
        starts = [
            *(stage.starts for stage in gives.stages),
            *([gives.starts] if gives.starts else []),
        ]
        if any(each.last > case.as_of for each in starts):
            yield "what is agreed and still to come"
    if gives.ends and gives.ends.last >= case.as_of and case.asks.lasting:
        yield f"terms held until {gives.ends.end}"


def _numbers(places: list[int]) -> str:
    word = "demand" if len(places) == 1 else "demands"
    return f"{word} {listed([str(place) for place in places])}"


# The demands --------------------------------------------------------------------------------------


def _groups(card: Scorecard, sources: Sources) -> Iterator[Group]:
    """Yield the demands by who asked whom, in the order in which each pair comes first."""
    names = sources.names
    asked: dict[tuple[str, str], list[Result]] = {}
    for result in card.results:
        demand = result.demand
        if isinstance(demand, Demand):
            asked.setdefault((demand.made_by, demand.made_to), []).append(result)
    place = 0
    for (maker, to), results in asked.items():
        rows = []
        for result in results:
            place += 1
            rows.append(_row(place, result, card, sources))
        silent: Line = ()
        if len(rows) > 2 and _silent(rows):
            marks = sources.marks(
                each
                for row in rows
                if isinstance(row.result.demand, Demand)
                for each in row.result.demand.evidence
            )
            told = f"to any of these {len(rows)} demands."
            silent = line(Strong(Status.NO_RESPONSE.says), told, marks)
        yield Group(
            made_by=maker,
            made_to=to,
            heading=f"What {names.party(maker)} asked of {names.party(to)}",
            silent=silent,
            rows=tuple(rows),
        )


def _row(place: int, result: Result, card: Scorecard, sources: Sources) -> Row:
    demand = result.demand
    own = demand.evidence if isinstance(demand, Demand) else ()
    parts: tuple[Row, ...] = ()
    if result.parts and not result.cells and len(result.parts) <= 3:
        parts = tuple(_row(place, part, card, sources) for part in result.parts)
    said, pairs = ([], []) if parts else on_result(result, sources.names)
    marks = Marks(sources.numbered([*own, *(each for pair in pairs for each in shown_by(pair))]))
    if len(parts) > 1 and len({(part.status, part.said) for part in parts}) == 1 and parts[0].said:
        # What is the same of all parts is said once.
        said = [f"On all {number(len(parts))} parts: {parts[0].said[0]}", *parts[0].said[1:]]
        numbers = {each for part in parts for each in part.marks.numbers}
        marks = Marks(tuple(sorted({*marks.numbers, *numbers})), parts[0].marks.other_side)
        parts = ()
    elif pairs and not result.parts:
        marks, said = _marked(marks, said, pairs, sources)
    return Row(
        number=place,
        id=result.id,
        title=result.title,
        status=result.status,
        dropped=dropped(demand, card.as_of) if isinstance(demand, Demand) else None,
        aside=_aside(result, card, sources.names),
        said=tuple(said),
        marks=marks,
        parts=parts,
        result=result,
    )


def _marked(
    marks: Marks, said: list[str], pairs: list[Pair], sources: Sources
) -> tuple[Marks, list[str]]:
    """Mark what only another side tells: all of a line at its end, or else the sentence."""
    by_sentence: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_sentence.setdefault(on_answer(pair, sources.names), []).append(pair)
    sides = {text: sources.of_another_side(told) for text, told in by_sentence.items()}
    if all(sides.values()):
        return attrs.evolve(marks, other_side=True), said
    return marks, [f"{text}†" if sides.get(text) else text for text in said]


def _aside(result: Result, card: Scorecard, names: Names) -> str:
    demand = result.demand
    if isinstance(demand, Demand) and (gone := dropped(demand, card.as_of)):
        return f"dropped by {names.party(demand.made_by)} {gone.when}"
    due = result.demand.asks.due
    if due and due.last >= card.as_of and result.status is not Status.MET:
        return f"not due until {due.end}"
    return ""


def _gifts(card: Scorecard, sources: Sources) -> Iterator[Gift]:
    for gift in card.undemanded:
        told = on_gift(gift, sources.names, card.as_of)
        if told is None or gift.undemanded is None:
            continue
        said, kind = told
        if kind not in GAVE and gift.undemanded.says is None:
            continue
        evidence = (*gift.evidence, *gift.undemanded.evidence)
        one_sided = sources.from_another_side({gift.made_by: evidence})
        marks = Marks(sources.numbered(evidence), one_sided)
        yield Gift(id=gift.id, text=said, given=kind in GAVE, marks=marks)


# The foot -----------------------------------------------------------------------------------------


def _notes(rows: list[Row], card: Scorecard, sources: Sources) -> Iterator[str]:
    unsourced = [str(row.number) for row in rows if not _sourced(row)]
    if unsourced:
        word = "demand" if len(unsourced) == 1 else "demands"
        yield f"No source is on record for {word} {listed(unsourced)}."
    if sources.only:
        yield f"† Told by {listed(list(sources.only))} alone, not by those concerned."
    statuses = {one.status for row in rows for one in (row, *row.parts)}
    if card.policy != STANDARD or statuses & {Status.PARTLY_MET, Status.SOME_MOVEMENT}:
        yield policy_in_words(card.policy)
    if card.policy != STANDARD:
        yield _changes(rows, card)
    if any(row.status is Status.NO_RESPONSE for one in rows for row in (one, *one.parts)):
        yield SILENCE


def policy_in_words(policy: Policy) -> str:
    """Return what “In part” and “Some movement” mean by a policy, named where it is not the usual one."""
    least = part(policy.partly_from)
    late = {
        Status.PARTLY_MET: f"“In part” means at least {least}, or all of it late.",
        Status.MET: f"“In part” means at least {least}; what comes late counts in full.",
        Status.NOT_MET: f"“In part” means at least {least}; what comes late is “No”.",
    }.get(
        policy.late,
        f"“In part” means at least {least}; what comes late is at best “{policy.late.says}”.",
    )
    named = "" if policy == STANDARD else f" (The policy “{policy.name}”.)"
    return f"{late} “Some movement” means less than {least}, or not certain.{named}"


def _changes(rows: list[Row], card: Scorecard) -> str:
    """Say which answers, to demands and to parts of them, would be others by the usual policy."""
    places = {one.id: row.number for row in rows for one in row.result.every}
    demands: dict[Status, list[str]] = {}
    parts: dict[Status, list[str]] = {}
    for result, usual in card.changed:
        place = str(places[result.id])
        if isinstance(result.demand, Demand):
            demands.setdefault(usual, []).append(place)
        else:
            parts.setdefault(usual, []).append(f"“{result.title}” of demand {place}")
    told = [
        f"{'demand' if len(which) == 1 else 'demands'} {listed(which)} would be “{status.says}”"
        for status, which in demands.items()
    ]
    told += [f"{listed(which)} would be “{status.says}”" for status, which in parts.items()]
    if not told:
        return "By the usual rules every demand would have the same answer."
    return f"By the usual rules {listed(told)}."
