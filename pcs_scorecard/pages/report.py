"""Scorecard → the full report: the scoresheet, each demand in full, and all that is on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TypeVar

import attrs

from pcs_scorecard.comparison.compare import Cell, Pair, Result
from pcs_scorecard.comparison.measure import Measure
from pcs_scorecard.comparison.policy import STANDARD
from pcs_scorecard.comparison.rules import RULES, rule_id
from pcs_scorecard.model.concessions import Answer, Concession, Gives
from pcs_scorecard.model.demands import Demand, PayPoint
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
)
from pcs_scorecard.pages.claims import MEANING, claims, counts
from pcs_scorecard.pages.raters import raters
from pcs_scorecard.pages.records import events, figures, notes, parties, positions, votes
from pcs_scorecard.pages.sentences import (
    Names,
    as_said,
    asked,
    capital,
    gave,
    listed,
    money,
    on_answer,
    plainly,
    sentence,
    stopped,
    told,
)
from pcs_scorecard.pages.sheet import Row, Sheet, body, compose, policy_in_words
from pcs_scorecard.pages.sources import Sources, source
from pcs_scorecard.scorecard.card import Scorecard
from pcs_scorecard.scorecard.steps import Step, steps_of
from pcs_scorecard.values.amounts import Amount, percent, written
from pcs_scorecard.values.units import PERCENT
from pcs_scorecard.values.vocabulary import Status

ALSO_GIVEN = "Given, said or refused, but not among these demands"
"""What heads all that was no answer to a demand."""


_Told = TypeVar("_Told")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Section:
    """A part of the report that can be read alone."""

    title: str
    anchor: str
    blocks: Iterable[Block]
    """Can be gone through once."""


def report(page: Sheet) -> Iterator[Block]:
    """Yield the blocks of a report, from the scoresheet to the method.

    They are made in this order, also by whoever lays them out otherwise: the sources come last, and tell
    what was used of them before.
    """
    yield from body(page)
    yield from (Paragraph(line(" ".join(page.notes))) for _ in page.notes[:1])
    yield Heading(2, "Each demand in full")
    for row in page.rows:
        yield demand_heading(row)
        yield from in_full(row, page)
    gifts = tuple(gifts_in_full(page))
    if gifts:
        yield Heading(2, ALSO_GIVEN)
        yield from gifts
    for section in sections(page):
        yield Heading(2, section.title, section.anchor)
        yield from section.blocks


def demand_heading(row: Row) -> Heading:
    """Return the heading of a demand in full."""
    return Heading(
        3, f"Demand {row.number}: {row.title}: {row.status.says}", f"demand-{row.number}"
    )


# One demand -----------------------------------------------------------------------------------------


def in_full(row: Row, page: Sheet) -> Iterator[Block]:
    """Yield all that is on record about one demand, always in the same order."""
    sources, card = page.sources, page.card
    result, names, shows = row.result, sources.names, f"demand {row.number}"
    demand = result.demand
    if isinstance(demand, Demand):
        terms = asked(demand.asks, names)
        yield Paragraph(
            line(
                Strong("Asked."),
                f"{capital(names.party(demand.made_by))} asked {names.party(demand.made_to)} for this"
                f"{_on(names.when(demand))}.",
                terms and f"Terms: {terms}.",
                *(
                    f"{part.title}: {terms}."
                    for part in demand.parts
                    if (terms := asked(part.asks, names))
                ),
                *notes(demand),
                sources.marks(demand.evidence, shows=shows),
            )
        )
    if result.parts and not result.cells:
        told = [(part, (part.status, (*_decided(part, sources, shows),))) for part in result.parts]
        for (status, blocks), parts in _alike(told).items():
            titles = "; ".join(part.title for part in parts)
            yield Paragraph(line(Strong(f"{titles}: {status.says}.")))
            yield from blocks
    else:
        yield from _decided(result, sources, shows)
    following = result.next
    if following is not None:
        needs = " and if ".join(following.needs)
        yield Paragraph(
            line(
                Strong("What would change the answer."),
                f"It would be “{following.status.says}” if {as_said(needs, names)}.",
            )
        )
    if isinstance(demand, Demand):
        came = tuple(steps_of(demand, card.comparison, card.as_of, card.policy))
        if came:
            yield Paragraph(line(Strong("The answer so far."), so_far(came)))


def _on(when: str) -> str:
    return f" ({when})" if when else ""


def so_far(came: Sequence[Step]) -> str:
    """Return the steps of an answer in a line: asked in May 2022; No since June 2022; dropped in 2023."""
    told = []
    for step in came:
        if step.status is Status.NO_RESPONSE:
            told.append(f"asked {step.when.when}")
        elif step.status is None:
            told.append(f"dropped {step.when.when}")
        else:
            told.append(f"{step.status.says} since {step.when}")
    return f"{capital('; '.join(told))}."


def _alike(told: Iterable[tuple[Result, _Told]]) -> dict[_Told, list[Result]]:
    """Return what is to be told, each with the parts, members or pay points of which it is the same."""
    found: dict[_Told, list[Result]] = {}
    for one, what in told:
        found.setdefault(what, []).append(one)
    return found


def _decided(result: Result, sources: Sources, shows: str) -> Iterator[Block]:
    """Yield what decides a status, and what else is on record."""
    if result.cells:
        for cell in result.cells:
            head = Strong(f"{capital(cell.title)}{_pay(cell)}: {cell.status.says}.")
            told: tuple[Piece, ...] = ()
            if cell.pairs:
                first = cell.pairs[0]
                told = (*_in_money(first, sources.names), *_told(first, sources.names))
                told = (*told, _marks(first, sources, shows))
            yield Paragraph(line(head, *told))
        # What else is on record is often the same of all.
        besides = [(cell, (*_besides(cell.pairs[1:], sources, shows),)) for cell in result.cells]
        for blocks, cells in _alike(besides).items():
            if blocks and len(cells) < len(result.cells):
                yield Paragraph(line(Strong(f"{'; '.join(cell.title for cell in cells)}:")))
            yield from blocks
        return
    if not result.pairs:
        yield Paragraph(line("No document here shows an answer."))
        return
    first, *rest = result.pairs
    yield Paragraph(
        line(
            Strong("What decides the answer."),
            *_told(first, sources.names),
            *notes(first.concession),
            _marks(first, sources, shows),
        )
    )
    if terms := tuple(_terms(first.answer, sources, shows)):
        yield Bullets(terms)
    yield from _besides(rest, sources, shows)


def _besides(rest: Sequence[Pair], sources: Sources, shows: str) -> Iterator[Block]:
    if not rest:
        return
    yield Paragraph(line(Strong("Also on record; none of it gives a better answer.")))
    newest = sorted(rest, key=lambda pair: pair.given.made.last, reverse=True)
    yield Bullets(
        tuple(
            line(
                f"{_when(pair, sources.names)}: {on_answer(pair, sources.names)}",
                *notes(pair.concession),
                *(words for term in _terms(pair.answer, sources, shows) for words in term),
                _marks(pair, sources, shows),
            )
            for pair in newest
        )
    )


def _told(pair: Pair, names: Names) -> Iterator[str]:
    """Yield when it was, what was given, and every reason that lowers it."""
    case = pair.situation
    said = told(pair.answer, pair.given.kind, case.maker, names, case.as_of)
    yield f"{_when(pair, names)}: {stopped(said)}"
    if pair.answer.gives != Gives():
        yield f"Terms: {gave(pair.answer, pair.given.kind)}."
    if pair.given.accepted:
        yield f"Accepted {pair.given.accepted.when}."
    # What the kind of an answer tells already is told in the sentence on it.
    told_already = {"refusal", "nothing-offered"} if pair.answer.says else set()
    told_already |= {"worsening", "talks"} if pair.situation.measured is None else set()
    told_already -= {"talks"} if pair.answer.says else set()
    yield from (
        as_said(reason.sentence, names)
        for reason in pair.reasons
        if reason.sentence != stopped(said) and reason.rule not in told_already
    )
    if not pair.reasons:
        yield "Nothing counts against it."


def _when(pair: Pair, names: Names) -> str:
    """Return the day of an answer and what heads it."""
    when = capital(names.when(pair.concession)) or "No date"
    return f"{when}, “{pair.answer.title or pair.concession.title}”"


def _marks(pair: Pair, sources: Sources, shows: str) -> Marks:
    return sources.marks((), [pair], shows=shows)


def _terms(answer: Answer, sources: Sources, shows: str) -> Iterator[Line]:
    for term in answer.terms:
        yield line(sentence(term.says), sources.marks(term.evidence, shows=shows))


def _pay(cell: Result) -> str:
    of = cell.demand.of if isinstance(cell.demand, Cell) else None
    return f" ({of.value})" if isinstance(of, PayPoint) else ""


def _in_money(pair: Pair, names: Names) -> Iterator[str]:
    """Yield what was asked and given in money at a pay point, and the share that makes."""
    case, measured = pair.situation, pair.situation.measured
    if case.pay is None:
        return
    if measured is None or measured.asked is None:
        wanted = case.asks.change or case.asks.level
        if wanted is not None and (sum_asked := money(wanted, names, case.pay)):
            yield f"Asked {sum_asked}."
        return
    sign = -1 if case.asks.less else 1
    of_it = f" of the way from {plainly(str(case.pay))}" if case.asks.level else ""
    share = f": {percent(pair.share)}{of_it}" if pair.share is not None else ""
    given = measured.given
    told = "" if given is None else f", given {_sum(sign * given, measured, case.pay)}{share}"
    yield f"Asked {_sum(sign * measured.asked, measured, case.pay)}{told}."


def _sum(number: Fraction, measured: Measure, pay: Amount) -> str:
    """Return a number at a pay point in money, also where percentages alone are compared."""
    if measured.unit == PERCENT and pay.low is not None:
        return plainly(written(number * pay.low / 100, pay.unit))
    return plainly(measured.write(number))


# What nobody had demanded -------------------------------------------------------------------------


def gifts_in_full(page: Sheet) -> Iterator[Block]:
    """Yield the terms of what is not among the demands."""
    for gift in page.card.undemanded:
        yield from _gift(gift, page.sources)


def _gift(gift: Concession, sources: Sources) -> Iterator[Block]:
    answer, names = gift.undemanded, sources.names
    if answer is None:
        return
    yield Paragraph(
        line(
            Strong(f"{capital(names.when(gift)) or 'No date'}: {gift.title}"),
            f"({names.party(gift.made_by)}).",
            answer.says and sentence(answer.says),
            f"On record: {gave(answer, answer.kind)}.",
            answer.owed_to and f"It came from {answer.owed_to}.",
            *notes(gift),
            sources.marks((*gift.evidence, *answer.evidence), shows="what was given besides"),
        )
    )
    if terms := tuple(_terms(answer, sources, "what was given besides")):
        yield Bullets(terms)


# All else ---------------------------------------------------------------------------------------------


def sections(page: Sheet) -> Iterator[Section]:
    """Yield the claims and so on, to the sources and the method."""
    card, sources = page.card, page.sources
    if card.claims:
        yield Section(
            title="What was said of the outcome",
            anchor="claims",
            blocks=(Paragraph(line(MEANING, counts(card))), *claims(card, sources)),
        )
    for title, anchor, blocks in (
        ("Who said what, and when", "positions", tuple(positions(card, sources))),
        ("Ballots", "ballots", _list(votes(card, sources))),
        ("Figures", "figures", _list(figures(card, sources))),
        ("Events", "events", _list(events(card, sources))),
        ("Other people’s verdicts", "verdicts", tuple(raters(card, sources))),
        # Made as they are written: of a long report they are many.
        ("Sources, and the passages used", "sources", sources.numbers and _passages(sources)),
        ("Who is who", "parties", _list(parties(card))),
        ("How the answers are worked out", "method", tuple(_method(card, page))),
    ):
        if blocks:
            yield Section(title=title, anchor=anchor, blocks=blocks)


def _list(lines: Iterator[Line]) -> tuple[Block, ...]:
    found = tuple(lines)
    return (Bullets(found),) if found else ()


def _passages(sources: Sources, *, used: bool = False) -> Iterator[Block]:
    """Yield every source with the passages used of it: place, quoted words, what they show.

    With `used`, only those of which some passage is.
    """
    for name, place in sources.numbers.items():
        if used and name not in sources.passages:
            continue
        document = sources.documents.get(name)
        bullets = [
            line(
                f"{at}{f': “{quote}”' if quote else ''}"
                f"{f', quoting {sources.names.party(quoting)}' if quoting else ''}"
                f" ({_gathered(dict.fromkeys(shows))})"
            )
            for (at, quote, quoting), shows in sources.passages.get(name, {}).items()
        ]
        about = [document.date_note, document.note] if document else []
        said = line(*(sentence(each) for each in about if each))
        yield Item(place, source(name, sources), said, tuple(bullets))


def _gathered(shows: Iterable[str]) -> str:
    """Return "demands 1 and 3; claim 6"."""
    by_kind: dict[str, list[str]] = {}
    for each in shows:
        kind, _, place = each.rpartition(" ")
        if kind in ("demand", "claim"):
            by_kind.setdefault(kind, []).append(place)
        else:
            by_kind.setdefault(each, [])
    return "; ".join(
        f"{kind}{'s' if len(places) > 1 else ''} {listed(places)}" if places else kind
        for kind, places in by_kind.items()
    )


def _method(card: Scorecard, page: Sheet) -> Iterator[Block]:
    yield Paragraph(
        line(
            "Every answer starts from “Yes”. Each rule that applies lowers it to at most the answer it "
            "names; the lowest counts, and the best answer to a demand is the answer of the demand. "
            f"Policy: {card.policy}. These rules lowered an answer here:"
        )
    )
    yield Bullets(tuple(line(each) for each in _rules(page)) or (line("none"),))


def _rules(page: Sheet) -> Iterator[str]:
    used: dict[str, set[Status]] = {}
    for row in page.rows:
        for one in row.result.every:
            for pair in one.pairs:
                for reason in pair.reasons:
                    used.setdefault(reason.rule, set()).add(reason.ceiling)
    for rule in RULES:
        if ceilings := used.get(rule_id(rule)):
            says = ", ".join(f"“{status.says}”" for status in Status if status in ceilings)
            yield f"{rule_id(rule)} ({says}): {summary(rule)}"


def summary(rule: object) -> str:
    """Return the sentence that readers get of a rule."""
    return (rule.__doc__ or "").partition("\n")[0]


# One of many ------------------------------------------------------------------------------------------


def explain(card: Scorecard, demand: str) -> Iterator[Block]:
    """Yield the report's part on one demand, or on the demand that has a part of that id.

    Raise KeyError for another id.
    """
    page = compose(card)
    for row in page.rows:
        if any(one.id == demand for one in row.result.every):
            yield Heading(1, f"{row.title}: {row.status.says}")
            yield Paragraph(
                line(
                    f"Demand {row.number} of {len(page.rows)}: {page.title}. {page.day}",
                    policy_in_words(card.policy) if card.policy != STANDARD else "",
                )
            )
            yield from in_full(row, page)
            yield Heading(2, "Sources, and the passages used")
            yield from _passages(page.sources, used=True)
            return
    raise KeyError(demand)
