"""Changes → the blocks of the page for members: what changed, and how the answers came about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcs_scorecard.comparison.compare import Pair, Result
from pcs_scorecard.model.concessions import Gives
from pcs_scorecard.model.demands import Demand
from pcs_scorecard.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Line,
    Marks,
    Paragraph,
    Piece,
    Strong,
    line,
    plain,
)
from pcs_scorecard.pages.report import so_far
from pcs_scorecard.pages.sentences import (
    GAVE,
    capital,
    gave,
    listed,
    number,
    on_answer,
    on_gift,
    on_result,
    on_vote,
    stopped,
    what,
)
from pcs_scorecard.pages.sheet import SILENCE, Row, Sheet, compose, policy_in_words
from pcs_scorecard.pages.sources import source
from pcs_scorecard.scorecard.changes import Also, Between, Changes, Moved, Records
from pcs_scorecard.scorecard.steps import Step, steps
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.vocabulary import Status

Section = tuple[str, tuple[Line, ...]]


def changes_page(found: Changes) -> Iterator[Block]:
    """Yield what changed, for members: the first line, the answers by what became of them, the steps."""
    page = compose(found.after)
    sections = tuple((title, lines) for title, lines in _sections(found, page) if lines)
    yield Heading(1, _title(found))
    yield Paragraph(line(Strong(_first_line(found)), _day(found)))
    if counts := _tally(found):
        yield Paragraph(line(counts))
    for title, lines in sections:
        yield Heading(2, title)
        yield Bullets(lines)
    if found.records:
        yield Heading(2, "Which records differ")
        yield Bullets(tuple(line(_records(each)) for each in found.records))
    if found.between is Between.DAYS:
        yield from came_about(page)
    yield from _foot(page, [words for _, lines in sections for words in lines])


def _title(found: Changes) -> str:
    title, after = found.after.dispute.title, found.after
    match found.between:
        case Between.DAYS:
            return f"{title}: what changed since {Date.of(found.before.as_of)}"
        case Between.VERSIONS:
            return f"{title}: what was corrected"
        case Between.POLICIES:
            return f"{title}: what the policy “{after.policy.name}” changes"
    offer = after.if_accepted or found.before.if_accepted
    return f"{title}: what “{offer.title if offer else ''}” would change if it was accepted"


# The first lines ----------------------------------------------------------------------------------


def _first_line(found: Changes) -> str:
    """Return how many answers became what; the same last."""
    told = [
        f"{number(count)} {one if count == 1 else many}"
        for count, one, many in (
            (len(found.better), "answer got better", "answers got better"),
            (len(found.worse), "answer got worse", "answers got worse"),
            (
                len(found.first_answers),
                "demand got a first answer",
                "demands got a first answer",
            ),
            (len(found.unanswered), "answer was taken out", "answers were taken out"),
            (len(found.in_part), "answer changed in a part", "answers changed in a part"),
            (len(found.new), "demand is new", "demands are new"),
            (len(found.gone), "demand was taken out", "demands were taken out"),
            (len(found.dropped), "demand was dropped", "demands were dropped"),
        )
        if count
    ]
    if not told:
        return "No answer changed."
    same = [f"{number(len(found.same))} stayed the same"] if found.same else []
    return stopped(capital(listed([*told, *same])))


def _day(found: Changes) -> str:
    day = Date.of(found.after.as_of)
    return f"Up to {day}." if found.between is Between.DAYS else f"As of {day}."


def _tally(found: Changes) -> str:
    """Return the counts that differ."""
    before, after = found.before.tally, found.after.tally
    told = [
        f"{status.says} {before[status]} → {after[status]}"
        for status in after
        if before[status] != after[status]
    ]
    return stopped(", ".join(told)) if told else ""


# The answers --------------------------------------------------------------------------------------


def _sections(found: Changes, page: Sheet) -> Iterator[Section]:
    """Yield the sections in the order of what members ask first."""
    rows = {row.id: row for row in page.rows}
    told = _Told(page)

    def moved(each: Moved) -> Line:
        row = told.row(rows[each.after.id])
        return line(f"{row.title}: from {each.before.status.says} to", *_answer(row))

    yield "Better", tuple(map(moved, found.better))
    yield "Worse", tuple(map(moved, found.worse))
    yield (
        "First answers",
        tuple(
            line(f"{row.title}:", *_answer(row))
            for each in found.first_answers
            for row in [told.row(rows[each.after.id])]
        ),
    )
    yield (
        "Changed in a part",
        tuple(
            line(
                f"{row.title}:",
                *(
                    f"{part.title} from {was.says} to {part.status.says}{_stop(place, each.parts)}"
                    for place, (was, part) in enumerate(each.parts)
                ),
                "The whole is still",
                *_answer(row),
            )
            for each in found.in_part
            for row in [told.row(rows[each.whole.id])]
        ),
    )
    yield "Answers taken out", tuple(map(moved, found.unanswered))
    yield (
        "New demands",
        tuple(
            line(f"{row.title}{_in_brackets(_asked(result, page))}:", *_answer(row))
            for result in found.new
            for row in [told.row(rows[result.id])]
        ),
    )
    yield (
        "Demands taken out",
        tuple(line(f"{each.title}:", Strong(each.status.says)) for each in found.gone),
    )
    yield "Dropped", tuple(_dropped(rows[each.id]) for each in found.dropped)
    yield (
        "Accepted or rejected",
        tuple(
            line(
                on_vote(vote, made, page.sources.names, found.after.as_of),
                Marks(page.sources.numbered(vote.evidence)),
            )
            for vote, made in found.ballots
        ),
    )
    yield "Also new, though it changed no answer", tuple(_also(found, page, told))
    yield (
        "The same as before",
        tuple(
            line(
                f"{rows[each.id].title}:",
                Strong(each.status.says),
                rows[each.id].aside and f"({rows[each.id].aside})",
            )
            for each in found.same
        ),
    )


class _Told:
    """What the page has told, so that it tells nothing twice."""

    def __init__(self, page: Sheet) -> None:
        self.names = page.sources.names
        self.answers: set[int] = set()
        self.sentences: set[str] = set()

    def row(self, row: Row) -> Row:
        """Return a row whose answer is told now."""
        for one in row.parts or (row,):
            self.sentences.update(one.said)
            _, pairs = on_result(one.result, self.names)
            self.answers.update(id(pair.answer) for pair in pairs)
        return row


def _answer(row: Row) -> Iterator[Piece]:
    """Yield the answer of a row as the sheet has it, with those of its parts behind it."""
    yield from row.answer
    for part in row.parts:
        yield f"{part.title}:"
        yield from part.answer


def _stop(place: int, parts: Sequence[object]) -> str:
    return "." if place == len(parts) - 1 else ","


def _in_brackets(when: str) -> str:
    return f" ({when})" if when else ""


def _asked(result: Result, page: Sheet) -> str:
    return page.sources.names.when(result.demand) if isinstance(result.demand, Demand) else ""


def _dropped(row: Row) -> Line:
    return line(f"{row.title}: {row.aside}.", "The answer was", Strong(f"{row.status.says}."))


# What changed no answer ---------------------------------------------------------------------------


def _also(found: Changes, page: Sheet, told: _Told) -> Iterator[Line]:
    """Yield what is given, with its terms; what was only said or refused where its words are on record.

    What one record says of several demands in the same words is said once.
    """
    sources = page.sources
    lines: dict[tuple[str, str], tuple[dict[str, None], list[Pair], list[Also]]] = {}
    for each in found.also:
        if each.given.kind not in GAVE and each.answer.says is None:
            continue
        if each.pair is None:
            gift = on_gift(each.concession, sources.names, found.after.as_of)
            said = gift[0] if gift else ""
        else:
            said = on_answer(each.pair, sources.names)
        if not said or said in told.sentences or id(each.answer) in told.answers:
            continue
        about, pairs, alike = lines.setdefault((said, each.concession.id), ({}, [], []))
        if each.demand is not None:
            about[each.demand.title] = None
        pairs += [each.pair] if each.pair else []
        alike.append(each)
    for (said, _), (about, pairs, alike) in lines.items():
        first = alike[0]
        evidence = [
            shown
            for each in alike
            if each.pair is None
            for shown in (*first.concession.evidence, *each.answer.evidence)
        ]
        marks = sources.marks(evidence, pairs)
        if not pairs:
            other = sources.from_another_side({first.concession.made_by: evidence})
            marks = Marks(marks.numbers, other)
        when = _in_brackets(_when(first, page))
        yield line(
            f"{'; '.join(about)}{when}:" if about else "",
            said if about else f"{said.removesuffix('.')}{when}.",
            _terms(first, said, page),
            marks,
        )


def _when(each: Also, page: Sheet) -> str:
    if each.new:
        return page.sources.names.when(each.concession)
    return str(each.when) if each.when else ""


def _terms(each: Also, said: str, page: Sheet) -> str:
    """Return the terms of what is given that its own words do not tell."""
    gives = each.answer.gives
    if each.answer.says is None or gives == Gives():
        return ""
    given = what(gives, page.sources.names, page.card.as_of)
    if (given and given in said) or (gives.instead and gives.instead in said):
        return ""
    return f"Terms: {gave(each.answer, each.given.kind)}."


# Versions -----------------------------------------------------------------------------------------


def _records(each: Records) -> str:
    told = [
        f"{word} {listed(names)}"
        for word, names in (
            ("added", each.added),
            ("removed", each.removed),
            ("corrected", each.corrected),
        )
        if names
    ]
    return f"{capital(each.section.replace('_', ' '))}: {'; '.join(told)}."


# How it came about, and the foot --------------------------------------------------------------------


def came_about(page: Sheet) -> Iterator[Block]:
    """Yield the answer of each demand so far, as a line of dated steps."""
    card = page.card
    if card.if_accepted is not None or not page.rows:
        return
    came = steps(card.dispute, as_of=card.as_of, policy=card.policy)
    yield Heading(2, "How the answers came about")
    if any(not _to_the_day(step) for each in came.values() for step in each):
        yield Paragraph(
            line("What is known only to the month or the year counts from its last day.")
        )
    for row in page.rows:
        found = came.get(row.id, ())
        said = so_far(found) if found else f"{row.status.says}."
        yield Item(row.number, line(f"{row.title}:"), line(said))


def _to_the_day(step: Step) -> bool:
    return step.when.first == step.when.last or step.when.reported


def _foot(page: Sheet, lines: Sequence[Line]) -> Iterator[Block]:
    """Yield the sources that the page names, by their numbers on the scoresheet, and what marks mean."""
    marks = [piece for words in lines for piece in words if isinstance(piece, Marks)]
    used = {place for mark in marks for place in mark.numbers}
    names = {place: name for name, place in page.sources.numbers.items() if place in used}
    if names:
        yield Heading(2, "Sources")
        yield Bullets(
            tuple(
                line(Marks((place,)), *source(names[place], page.sources))
                for place in sorted(names)
            )
        )
    notes = []
    if any(mark.other_side for mark in marks):
        notes.append(f"† Told by {listed(list(page.sources.only))} alone, not by those concerned.")
    notes.append(policy_in_words(page.card.policy))
    if any(Status.NO_RESPONSE.says in plain(words) for words in lines):
        notes.append(SILENCE)
    yield Paragraph(line(" ".join(notes)))
