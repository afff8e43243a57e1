"""Comparison: one demand beside every answer to it, with each rule that lowers an answer.

A demand is split into cells and put together again in one way: into its recorded parts, into the
members of the party that was asked where they answer one by one, or into pay points.
"""

from __future__ import annotations

import copy
import datetime
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

import attrs

from pcs_scorecard.comparison.policy import Policy
from pcs_scorecard.comparison.rules import BESIDE_THE_POINT, RULES, rule_id
from pcs_scorecard.comparison.situation import Ceiling, Situation
from pcs_scorecard.comparison.standing import (
    Act,
    Given,
    beside_the_point,
    on_day,
    replacements,
    turning_days,
)
from pcs_scorecard.model.claims import Claim
from pcs_scorecard.model.concessions import Answer, Concession
from pcs_scorecard.model.demands import Asks, Demand, Part, PayPoint
from pcs_scorecard.model.dispute import Days, Dispute
from pcs_scorecard.model.facts import Event, Figure, Vote
from pcs_scorecard.model.sources import Party
from pcs_scorecard.model.terms import Figures, needs_pay
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import Kind, Status


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reason(Value):
    """A rule that lowered one answer, with the facts it used."""

    rule: str
    ceiling: Status
    clause: str
    """Why, as it stands behind “…, but”; "" where the kind of the answer tells it already."""
    sentence: str
    remedy: str
    """What would lift it, as it stands behind “if …”; "" where nothing would."""
    concession: str
    binding: bool
    """Whether it set the status of its demand, or of its part of one."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Pair:
    """One demand, part, member or pay point beside one answer: its status, and why it is not higher."""

    situation: Situation
    given: Given
    status: Status
    reasons: tuple[Reason, ...]
    """The lowest ceilings first, then in the order of the rules."""

    @property
    def concession(self) -> Concession:
        """The record that holds the answer."""
        return self.given.concession

    @property
    def answer(self) -> Answer:
        """The answer."""
        return self.given.answer

    @property
    def share(self) -> Fraction | None:
        """The share of what was asked that was given, where it is defined."""
        measured = self.situation.measured
        return measured.share if measured else None

    @property
    def lowest(self) -> tuple[Reason, ...]:
        """The reasons that set this pair's status; none where it is met."""
        return tuple(reason for reason in self.reasons if reason.ceiling is self.status)

    @property
    def beside_the_point(self) -> bool:
        """Whether it is not about the thing asked for."""
        return any(reason.rule in BESIDE_THE_POINT for reason in self.reasons)

    def lifted(self, name: str, above: Status) -> NextStatus | None:
        """Work out what it would take for a status above one; None where nothing would do it.

        One thing after another is mended, since an offer made anew also stands where it was withdrawn.
        """
        case = self.situation
        needs: dict[str, str] = {}
        for _ in RULES:
            lowered = judged(case)
            status = lowered[0][0].status if lowered else Status.MET
            if status.rank > above.rank:
                needed = tuple(dict.fromkeys(needs.values()))
                return NextStatus(status=status, needs=needed, mended={name: case})
            low = (each for each in lowered if each[0].status.rank <= above.rank)
            ceiling, rule = next((each for each in low if each[0].mend is not None), (None, ""))
            if ceiling is None or ceiling.mend is None:
                return None
            case = ceiling.mend(case)
            # What one rule asks for first is part of what it asks for in the end.
            needs[rule] = ceiling.remedy
        return None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class NextStatus:
    """What it would take for the next status up."""

    status: Status
    needs: tuple[str, ...]
    mended: dict[str, Situation]
    """The situations in which all of it has happened, by the id of the demand, part or cell."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Cell:
    """One member of the party that was asked, or one pay point: a part of the demand to all of them."""

    id: str
    title: str
    asks: Asks
    of: Party | PayPoint


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Result:
    """One demand, or one part of one, with its status and everything that led to it."""

    demand: Demand | Part | Cell
    status: Status
    pairs: tuple[Pair, ...]
    """Every answer on record, the best first; the status is that of the first."""
    parts: tuple[Result, ...] = ()

    @property
    def id(self) -> str:
        """The id of the demand or part."""
        return self.demand.id

    @property
    def title(self) -> str:
        """The title of the demand or part."""
        return self.demand.title

    @property
    def every(self) -> tuple[Result, ...]:
        """The result itself, and those of its parts and of theirs."""
        return (self, *(each for part in self.parts for each in part.every))

    @property
    def cells(self) -> tuple[Result, ...]:
        """The members or pay points that it is split into, if it is."""
        return tuple(part for part in self.parts if isinstance(part.demand, Cell))

    @property
    def share(self) -> Fraction | None:
        """The share delivered by the best answer, where it is defined."""
        return self.pairs[0].share if self.pairs else None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Every reason of every answer, parts included; the binding ones first."""
        every = [reason for one in self.every for pair in one.pairs for reason in pair.reasons]
        return tuple(sorted(every, key=lambda reason: not reason.binding))

    @property
    def binding(self) -> tuple[Reason, ...]:
        """The reasons that set the status; of a demand in parts, those of each part."""
        best = self.pairs[0].lowest if self.pairs else ()
        return (*best, *(reason for part in self.parts for reason in part.binding))

    @property
    def next(self) -> NextStatus | None:
        """What would lift the best answer, or the parts; None where it is met or unanswered."""
        return self.lifted(self.status)

    def lifted(self, above: Status) -> NextStatus | None:
        """Work out what it would take for a status above one; None where nothing would do it."""
        if Status.NO_RESPONSE in (self.status, above) or above is Status.MET:
            return None
        if not self.parts:
            return self.pairs[0].lifted(self.id, above)
        # One part that moved moves the whole, and one half met meets half; all is met by all alone.
        if above is not Status.PARTLY_MET:
            for part in self.parts:
                lift = part.lifted(above)
                if lift is not None:
                    return self._with([(part, lift)])
        short = [part for part in self.parts if part.status is not Status.MET]
        lifts = [(part, lift) for part in short if (lift := part.lifted(above)) is not None]
        return self._with(lifts) if len(lifts) == len(short) else None

    def _with(self, lifts: Sequence[tuple[Result, NextStatus]]) -> NextStatus:
        """Return what the whole comes to with some of its parts lifted."""
        after = {part.id: lift.status for part, lift in lifts}
        return NextStatus(
            status=whole(after.get(part.id, part.status) for part in self.parts),
            needs=tuple(f"on “{part.title}” {' and '.join(lift.needs)}" for part, lift in lifts),
            mended={name: case for _, lift in lifts for name, case in lift.mended.items()},
        )


def judged(case: Situation) -> list[tuple[Ceiling, str]]:
    """Return the ceilings of a situation, each with its rule, the lowest first."""
    found = [(ceiling, rule_id(rule)) for rule in RULES if (ceiling := rule(case)) is not None]
    found.sort(key=lambda each: each[0].status.rank)
    return found


class Comparison:
    """All answers of a dispute by demand, and all that is needed to judge them on a day."""

    def __init__(self, dispute: Dispute, days: Days | None = None) -> None:
        """Gather what is the same on every day, by every policy."""
        self.dispute = dispute
        self.days = days or Days(dispute)
        self.parties = {party.id: party for party in dispute.parties}
        self.points = dispute.pay_points
        self.figures: Figures = {each.id: each.value for each in dispute.figures}
        self.turns: dict[str, list[datetime.date]] = {}
        self.found: dict[tuple[str, datetime.date, Policy], Result] = {}
        self.without: dict[frozenset[str], Comparison] = {}
        self.answers: dict[str, list[tuple[Concession, Answer]]] = {}
        for made in dispute.concessions:
            for answer in made.answers:
                if answer.demand is not None:
                    self.answers.setdefault(answer.demand, []).append((made, answer))

    def only(self, wanted: Callable[[Concession, Answer], bool]) -> Comparison:
        """Return a comparison with some of the answers alone."""
        other = copy.copy(self)
        other.turns, other.found, other.without = {}, {}, {}
        other.answers = {
            name: [each for each in given if wanted(*each)] for name, given in self.answers.items()
        }
        return other

    def results(
        self, demands: Iterable[Demand], day: datetime.date, policy: Policy
    ) -> list[Result]:
        """Return the result of each demand, in the order given."""
        results = []
        for demand in demands:
            if demand.parts:
                parts = [self.result(part, demand, day, policy) for part in demand.parts]
                results.append(_joined(demand, parts))
            else:
                results.append(self.result(demand, demand, day, policy))
        return results

    def since(self, demand: Demand, day: datetime.date, policy: Policy) -> Result:
        """Return the result of a demand on a day as it is since it could last change.

        So that many days cost no more than those on which something happened.
        """
        if demand.id not in self.turns:
            items: tuple[Demand | Part, ...] = (demand, *demand.parts)
            self.turns[demand.id] = sorted(
                {
                    turn
                    for item in items
                    for turn in turning_days(
                        (item.asks,), self.answers.get(item.id, ()), self.days, datetime.date.min
                    )
                }
            )
        turns = self.turns[demand.id]
        place = bisect_right(turns, day)
        key = demand.id, turns[place - 1] if place else datetime.date.min, policy
        if key not in self.found:
            (self.found[key],) = self.results([demand], key[1] if place else day, policy)
        return self.found[key]

    def result(
        self, item: Demand | Part, demand: Demand, day: datetime.date, policy: Policy
    ) -> Result:
        """Compare one demand, or part, with every answer to it on record by a day."""
        given = []
        for made, answer in self.answers.get(item.id, ()):
            one = on_day(made, answer, self.days, day)
            if one is not None:
                given.append(one)
        if not given:
            return Result(demand=item, status=Status.NO_RESPONSE, pairs=())
        cells = [
            self.one(cell, demand, among, day, policy)
            for cell, among in self.split(item, demand, given)
        ]
        return _joined(item, cells) if isinstance(cells[0].demand, Cell) else cells[0]

    def split(
        self, item: Demand | Part, demand: Demand, given: Sequence[Given]
    ) -> Iterator[tuple[Demand | Part | Cell, list[Given]]]:
        """Yield the cells of a demand, each with the answers that are about it; itself if it has none.

        Members of the party that was asked are cells where one of them answers, and pay points where
        sums meet percentages or an answer is for some of them.
        """
        asked = self.parties.get(demand.made_to)
        members = asked.members if asked else ()
        if any(one.concession.made_by in members for one in given):
            for name in members:
                party = self.parties.get(name)
                if party is not None:
                    cell = Cell(id=f"{item.id}@{name}", title=party.name, asks=item.asks, of=party)
                    others = {other for other in members if other != name}
                    yield cell, [one for one in given if one.concession.made_by not in others]
            return
        at_pay = self.points and (
            item.asks.for_
            or any(
                one.answer.for_ or needs_pay(item.asks, one.answer.gives, self.figures)
                for one in given
            )
        )
        if not at_pay:
            yield item, list(given)
            return
        for point in self.points:
            if not item.asks.for_ or point.id in item.asks.for_:
                cell = Cell(id=f"{item.id}@{point.id}", title=point.title, asks=item.asks, of=point)
                yield (
                    cell,
                    [one for one in given if not one.answer.for_ or point.id in one.answer.for_],
                )

    def one(
        self,
        item: Demand | Part | Cell,
        demand: Demand,
        given: Sequence[Given],
        day: datetime.date,
        policy: Policy,
    ) -> Result:
        """Compare one cell with the answers that are about it."""
        if not given:
            return Result(demand=item, status=Status.NO_RESPONSE, pairs=())
        cases = [self.situation(item, demand, one, day, policy) for one in given]
        if len(given) > 1:
            member = item.of.id if isinstance(item, Cell) and isinstance(item.of, Party) else None
            acts = [
                self._act(case, one, demand, member) for case, one in zip(cases, given, strict=True)
            ]
            dates = replacements(acts, day)
            cases = [
                case if date is None else attrs.evolve(case, replaced=date)
                for case, date in zip(cases, dates, strict=True)
            ]
        pairs = sorted(map(_pair, cases, given), key=_first)
        # What lowers the best answer to its status is binding.
        reasons = [
            attrs.evolve(reason, binding=True) if reason.ceiling is pairs[0].status else reason
            for reason in pairs[0].reasons
        ]
        pairs[0] = attrs.evolve(pairs[0], reasons=tuple(reasons))
        return Result(demand=item, status=pairs[0].status, pairs=tuple(pairs))

    def situation(
        self,
        item: Demand | Part | Cell,
        demand: Demand,
        given: Given,
        day: datetime.date,
        policy: Policy,
    ) -> Situation:
        """Return what the rules see of one answer."""
        made, answer = given.concession, given.answer
        return Situation(
            asks=item.asks,
            answer=answer,
            kind=given.kind,
            made=given.made,
            acted=given.acted,
            as_of=day,
            policy=policy,
            maker=self._name(made.made_by),
            asked_party=self._name(demand.made_to),
            by_another=not self.was_asked(made.made_by, demand),
            sourced=bool(made.evidence or answer.evidence),
            withdrawn=given.withdrawn(day),
            rejected=given.rejected,
            figures=self.figures,
            pay=item.of.value if isinstance(item, Cell) and isinstance(item.of, PayPoint) else None,
        )

    def was_asked(self, maker: str, demand: Demand) -> bool:
        """Tell whether somebody was asked, is a member of who was, or has who was as a member."""
        asked = demand.made_to
        if maker == asked:
            return True
        of_asked, of_maker = self.parties.get(asked), self.parties.get(maker)
        return (of_asked is not None and maker in of_asked.members) or (
            of_maker is not None and asked in of_maker.members
        )

    def _act(self, case: Situation, given: Given, demand: Demand, member: str | None) -> Act:
        maker = given.concession.made_by
        speaker: object = maker if case.by_another else None
        # Between members and their whole, and between one asked and a whole it belongs to, the
        # narrower word is the party's own.
        own = maker == (member or demand.made_to)
        measured = case.measured
        worsens = given.kind is Kind.WORSENING or (
            measured is not None
            and measured.worse
            and given.kind in (Kind.AGREED, Kind.UNDER_WAY, Kind.IN_FORCE)
        )
        beside = beside_the_point(case.asks, case.answer)
        if worsens and beside:
            # A worsening that is restated or owed to a law is one all the same.
            plain = attrs.evolve(case.answer, restates=None, owed_to=None)
            beside = beside_the_point(case.asks, plain)
        figured = (
            given.kind is Kind.IN_FORCE
            and case.asks.change is None
            and measured is not None
            and measured.given is not None
            and given.came.last <= case.as_of
        )
        return Act(
            given=given,
            maker=speaker,
            own=own,
            replaces=not beside,
            worsens=worsens,
            figured=figured,
        )

    def _name(self, party: str) -> str:
        found = self.parties.get(party)
        return found.name if found else party


def _pair(case: Situation, given: Given) -> Pair:
    lowered = judged(case)
    return Pair(
        situation=case,
        given=given,
        status=lowered[0][0].status if lowered else Status.MET,
        reasons=tuple(
            Reason(
                rule=rule,
                ceiling=ceiling.status,
                clause=ceiling.clause,
                sentence=ceiling.sentence,
                remedy=ceiling.remedy if ceiling.mend else "",
                concession=given.concession.id,
                binding=False,
            )
            for ceiling, rule in lowered
        ),
    )


def _first(pair: Pair) -> tuple[object, ...]:
    """Sort the best answer first; among equals one about the thing asked for, then the latest."""
    made = pair.given.made
    return (
        -pair.status.rank,
        pair.beside_the_point,
        -made.last.toordinal(),
        made.text,
        pair.concession.id,
    )


def _joined(item: Demand | Part, parts: Sequence[Result]) -> Result:
    status = whole(part.status for part in parts)
    return Result(demand=item, status=status, pairs=(), parts=tuple(parts))


def by_date(days: Days) -> Callable[[Any], tuple[object, ...]]:
    """Return a key that sorts records by date, undated ones first, and by id on one day."""

    def key(record: Concession | Claim | Figure | Vote | Event) -> tuple[object, ...]:
        date: Date | None = days.of(record)
        if date is None:
            return datetime.date.min, "", record.id
        return date.last, date.text, record.id

    return key


def whole(parts: Iterable[Status]) -> Status:
    """Return the status of a demand from those of its parts.

    All alike give that status; else partly met if any is at least partly met, some movement if
    any moved, not met if none did. A part with no response counts as not met beside others.
    """
    statuses = set(parts)
    if len(statuses) == 1:
        return statuses.pop()
    best = max(statuses - {Status.NO_RESPONSE}, key=lambda status: status.rank)
    return min(best, Status.PARTLY_MET, key=lambda status: status.rank)
