"""What is asked about answers as they are judged: warnings, where a status may rest on a slip.

By the standard policy, on the day of the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcs_scorecard.comparison.compare import Pair, Result
from pcs_scorecard.model.between import MOST_LISTED
from pcs_scorecard.model.dispute import Days, Dispute
from pcs_scorecard.model.fields import in_words
from pcs_scorecard.model.problems import Problem
from pcs_scorecard.model.terms import given, periods
from pcs_scorecard.scorecard.card import score
from pcs_scorecard.values.messages import quoted
from pcs_scorecard.values.vocabulary import Kind, ProblemKind, Status

_FAR = 2
"""How many times what was asked is far more than it."""


def doubts(dispute: Dispute) -> Iterator[Problem]:
    """Yield every question about the answers of a dispute; none where nothing in it has a date."""
    if Days(dispute).last(dispute) is None:
        return
    for result in score(dispute).results:
        for item in result.parts if result.parts and not result.cells else (result,):
            cells = item.cells or (item,)
            yield from _by_others(cells)
            yield from _far_off(item.id, cells)
            yield from _which_holds(item.id, cells)
            yield from _not_added(item.id, cells)


def _once(cells: Sequence[Result]) -> dict[tuple[str, int], list[Pair]]:
    """Return the pairs of each answer in all cells, by its record and its place in it."""
    found: dict[tuple[str, int], list[Pair]] = {}
    for cell in cells:
        for pair in cell.pairs:
            found.setdefault((pair.concession.id, id(pair.answer)), []).append(pair)
    return found


def _by_others(cells: Sequence[Result]) -> Iterator[Problem]:
    for pairs in _once(cells).values():
        case, answer = pairs[0].situation, pairs[0].answer
        if case.by_another:
            yield Problem.of(
                answer,
                f"concession {pairs[0].concession.id!r} of {quoted(case.maker)} answers demand "
                f"{answer.demand!r}, which was made of {quoted(case.asked_party)}; `made_to` names who was asked, "
                "a leadership or a group itself and not its union, `made_by` of an award names who is "
                "bound by it, and `members` of a party lists the employers or unions that make it up",
                ProblemKind.BY_ANOTHER,
            )


def _far_off(name: str, cells: Sequence[Result]) -> Iterator[Problem]:
    for pairs in _once(cells).values():
        pairs.sort(key=lambda one: (not _far(one), not _worse(one)))
        pair = pairs[0]
        measured, gives = pair.situation.measured, pair.answer.gives
        asks = pair.situation.asks
        told = " and ".join(f"`{key}: {amount.text}`" for key, amount in given(gives))
        record = f"concession {pair.concession.id!r} gives {told}"
        if _far(pair):
            yield Problem.of(
                pair.answer,
                f"{record}, {_how_far(pair)} what demand {name!r} asks for, {' '.join(in_words(asks))}; see "
                "whether both are changes, or both levels, and of the same time",
                ProblemKind.FAR_OFF,
            )
        elif measured is not None and measured.worse and pair.given.kind is not Kind.WORSENING:
            at = measured.start if asks.change is None else None
            stood = None if at is None else measured.write(at)
            past = f"past {stood}, where demand {name!r} stood before" if stood else ""
            past = past or f"the other way than demand {name!r} asks, {' '.join(in_words(asks))}"
            yield Problem.of(
                pair.answer,
                f"{record}, {past}, and is recorded as no worsening; is it a change or a level? if it "
                "is worse, write kind: worsening",
                ProblemKind.FAR_OFF,
            )


def _worse(pair: Pair) -> bool:
    measured = pair.situation.measured
    return measured is not None and measured.worse


def _far(pair: Pair) -> bool:
    """Tell whether more than twice of what was asked was given, or of a level its double or half."""
    measured = pair.situation.measured
    if measured is None or measured.given is None or not measured.asked:
        return False
    if measured.share is not None:
        return measured.share > _FAR
    given, asked = measured.given, measured.asked
    return asked > 0 and (given > _FAR * asked if measured.upwards else given * _FAR < asked)


def _how_far(pair: Pair) -> str:
    """Return how far a level lies from what was asked, or a share above it."""
    measured = pair.situation.measured
    halved = measured is not None and measured.share is None and not measured.upwards
    return "less than half of" if halved else "more than twice"


def _which_holds(name: str, cells: Sequence[Result]) -> Iterator[Problem]:
    """Ask where a later record of one maker leaves less than another of its records that stands."""
    told: set[tuple[str, str]] = set()
    for cell in cells:
        standing: dict[str | None, list[Pair]] = {}
        for pair in cell.pairs:
            case = pair.situation
            over = case.replaced or case.withdrawn or pair.given.ended(case.as_of)
            if not (over or pair.beside_the_point or case.by_another):
                # A member and the whole it belongs to speak for one.
                standing.setdefault(None, []).append(pair)
        for pairs in standing.values():
            pairs.sort(key=lambda pair: (pair.given.acted.last, pair.concession.id))
            best: Pair | None = None
            for pair in pairs:
                if best is None or not _less(pair, best):
                    best = pair
            for pair in pairs:
                if best is None or pair.concession is best.concession or not _less(pair, best):
                    continue
                before = best.given.acted.after(pair.given.acted)
                key = pair.concession.id, best.concession.id
                if before or key in told:
                    continue
                told.add(key)
                certain = pair.given.acted.after(best.given.acted)
                worse = pair.given.kind is Kind.WORSENING
                remedy = "if the other was taken back, give its `withdrawn`"
                if not worse and pair.given.kind in (Kind.AGREED, Kind.IN_FORCE):
                    remedy += "; if this took away what there was, write kind: worsening"
                if not certain:
                    remedy += "; if the order is known, give the `date` of both"
                how = (
                    f"is later than {best.concession.id!r} and leaves less of demand {name!r}, and both "
                    "stand"
                    if certain
                    else f"may be later than {best.concession.id!r} or earlier, and leaves less of "
                    f"demand {name!r}"
                )
                yield Problem.of(
                    pair.answer,
                    f"concession {pair.concession.id!r} {how}; {remedy}; if both do stand, leave it so",
                    ProblemKind.WHICH_HOLDS,
                )


def _not_added(name: str, cells: Sequence[Result]) -> Iterator[Problem]:
    """Ask about awards of one maker that may have been given one after another, year by year."""
    told: set[str] = set()
    for cell in cells:
        if cell.status is Status.MET:
            continue
        awards: dict[tuple[str, object], list[Pair]] = {}
        for pair in cell.pairs:
            case, gives = pair.situation, pair.answer.gives
            over = case.withdrawn or pair.given.ended(case.as_of)
            changes = any(key != "to" for key, _ in given(gives))
            measured = case.measured is not None and not case.measured.worse
            if changes and measured and not (over or pair.beside_the_point):
                of_one = pair.concession.made_by, pair.given.reach
                awards.setdefault(of_one, []).append(pair)
        for (maker, _), pairs in awards.items():
            pairs.sort(key=lambda pair: (pair.given.acted.last, pair.concession.id))
            found = [
                pair
                for pair in pairs
                if any(_one_by_one(pair, each) for each in pairs if each is not pair)
            ]
            if found and maker not in told:
                told.add(maker)
                ids = [repr(pair.concession.id) for pair in found]
                yield Problem.of(
                    found[-1].answer,
                    f"concessions {', '.join(ids[:-1][:MOST_LISTED])} and {ids[-1]} of {quoted(maker)} answer demand "
                    f"{name!r} and are not added; awards made year by year are written as `stages` of one "
                    "record, and what comes on top of an earlier award is written with it, 6% compounded "
                    "with 4%; if one took the other's place, give the other's `withdrawn`",
                    ProblemKind.NOT_ADDED,
                )


def _one_by_one(one: Pair, other: Pair) -> bool:
    """Tell whether two awards are for different years, or alike in force or agreed, and for none."""
    if one.concession is other.concession:
        return False
    years = [list(periods(pair.answer.gives)) for pair in (one, other)]
    if years[0] and years[1]:
        return not any(each.meets(another) for each in years[0] for another in years[1])
    firm = one.given.kind in (Kind.AGREED, Kind.IN_FORCE) and one.given.kind is other.given.kind
    by_worse = [
        pair.situation.replaced and pair.situation.asks.change is not None for pair in (one, other)
    ]
    return firm and not any(years) and not any(by_worse)


def _less(one: Pair, other: Pair) -> bool:
    """Tell whether one answer leaves less than another: by its status, else by its number."""
    if one.status is not other.status:
        return one.status.rank < other.status.rank
    measures = one.situation.measured, other.situation.measured
    numbers = [each.given if each else None for each in measures]
    if numbers[0] is None or numbers[1] is None or numbers[0] == numbers[1]:
        return False
    return (numbers[0] < numbers[1]) == one.situation.asks.upwards
