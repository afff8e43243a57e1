"""What stands on a day: when each answer counts, how firm it is then, and what took its place."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Sequence

import attrs

from pcs_scorecard.model.concessions import Answer, Concession
from pcs_scorecard.model.demands import Asks
from pcs_scorecard.model.dispute import Days
from pcs_scorecard.model.facts import Vote
from pcs_scorecard.model.terms import of_another_kind
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.vocabulary import FROM_AN_OFFER_ON, Kind


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Given:
    """One answer to one demand, as it is on a day."""

    concession: Concession
    answer: Answer
    made: Date
    """Its day; of one that is only reported, any day up to the report."""
    accepted: Date | None
    """When it was accepted, if it was by that day."""
    rejected: Vote | None
    """The vote that rejected it, if one had by that day."""
    kind: Kind
    """How firm it is on that day: an offer until it is accepted, agreed until it is in force."""

    @property
    def acted(self) -> Date:
        """When its maker last did something about it: accepted it, or else made it."""
        return self.accepted or self.made

    @property
    def came(self) -> Date:
        """When what is in force came into force: its last stage, where it comes in stages."""
        gives = self.answer.gives
        starts = [stage.starts for stage in gives.stages] or [gives.starts or self.acted]
        last = max(starts, key=lambda date: date.last)
        return last if last.last > self.acted.last else self.acted

    def withdrawn(self, day: datetime.date) -> Date | None:
        """Return when it was taken back, alone or with the whole, if it was by a day."""
        dates = [self.answer.withdrawn, self.concession.withdrawn]
        taken = [date for date in dates if date is not None and date.last <= day]
        return min(taken, key=lambda date: date.last, default=None)

    def ended(self, day: datetime.date) -> bool:
        """Tell whether its end date has passed."""
        ends = self.answer.gives.ends
        return ends is not None and ends.last < day

    @property
    def reach(self) -> object:
        """Whom it reaches: None for all those it was asked for."""
        gives = self.answer.gives
        share = gives.share_reached.low if gives.share_reached else None
        if share is not None and share >= 100:
            return None
        return gives.reaches.casefold() if gives.reaches else share


def on_day(made: Concession, answer: Answer, days: Days, day: datetime.date) -> Given | None:
    """Return an answer as it is on a day, or None where it is not on record by then."""
    date = days.of(made)
    if date is None or date.last > day:
        return None
    accepted = days.of_acceptance(made)
    if accepted is not None and accepted.last > day:
        accepted = None
    kind = answer.kind
    waits = (made.accepted is not None or made.accepted_by) and kind in FROM_AN_OFFER_ON
    if waits:
        # What is recorded as in force is so once it is accepted; all else is agreed from then.
        agreed = kind if kind is Kind.IN_FORCE else Kind.AGREED
        kind = Kind.OFFER if accepted is None else agreed
    starts = [stage.starts.last for stage in answer.gives.stages]
    starts += [answer.gives.starts.last] if answer.gives.starts else []
    first = min(starts, default=day)
    if kind is Kind.IN_FORCE and first > day:
        kind = Kind.AGREED
    return Given(
        concession=made,
        answer=answer,
        made=date,
        accepted=accepted if waits else None,
        rejected=_rejection(made, days, day),
        kind=kind,
    )


def _rejection(made: Concession, days: Days, day: datetime.date) -> Vote | None:
    for name in made.accepted_by:
        vote = days.votes.get(name)
        if vote is not None and vote.carried is False:
            date = days.of(vote)
            if date is None or date.last <= day:
                return vote
    return None


def beside_the_point(asks: Asks, answer: Answer) -> bool:
    """Tell whether an answer is for other years, of another kind, restated or owed to a law."""
    if answer.restates is not None or answer.owed_to is not None:
        return True
    return for_other_years(asks, answer) or of_another_kind(asks, answer.gives)


def for_other_years(asks: Asks, answer: Answer) -> bool:
    """Tell whether an answer is for none of the years that were asked about."""
    wanted, gives = asks.period, answer.gives
    return wanted is not None and not any(
        record.period is None or wanted.meets(record.period) for record in gives.stages or (gives,)
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Act:
    """An answer beside the others to its demand: whose, and what it can take the place of."""

    given: Given
    maker: object
    """Who speaks; the whole speaks for a member, so both are one."""
    own: bool = False
    """Whether it is a member's own word, which takes the place of what the whole said."""
    replaces: bool = True
    """Whether it is about the thing asked for, and can take another's place."""
    worsens: bool = False
    figured: bool = False
    """Whether it is a figure, wholly in force, of a level or a direction."""


def replacements(acts: Sequence[Act], day: datetime.date) -> list[Date | None]:
    """Return for each answer when a later one took its place; None where it stands.

    An offer stands until its maker makes another, or agrees or does something. Anything stands until
    its maker worsens it. Of figures in force of a level or a direction the latest stands. What the
    whole says counts for a member until its own later word. What reaches others than the earlier
    record replaces nothing; one that is taken back or over no longer worsens anything.
    """
    moves: _Moves = {}
    for act in acts:
        given = act.given
        if not act.replaces:
            continue
        names = []
        if given.kind in FROM_AN_OFFER_ON:
            names.append("offer")
        over = given.withdrawn(day) is not None or given.ended(day)
        if act.worsens and not over:
            names.append("worse")
        if act.figured and not over:
            names.append("figure")
        if act.own:
            names.append("own")
        for name in names:
            # What was offered first, and accepted later, took the place of other offers at once.
            days = {given.acted, given.made} if name == "offer" else {given.acted}
            days = {given.came} if name == "figure" else days
            moves.setdefault((act.maker, act.own, name, given.reach), []).extend(days)
    for dates in moves.values():
        dates.sort(key=lambda date: (date.first, date.last, date.text))
    return [_replaced(act, moves) for act in acts]


_Moves = dict[tuple[object, bool, str, object], list[Date]]
"""The days of what can take another's place: by whom, whether by themselves, how, for whom."""


def _replaced(act: Act, moves: _Moves) -> Date | None:
    given = act.given
    names = ["worse"]
    if given.kind is Kind.OFFER:
        names.append("offer")
    if act.figured:
        names.append("figure")
    if not act.own:
        names.append("own")
    reaches: Iterable[object] = dict.fromkeys((None, given.reach))
    found = []
    for name in names:
        for reach in reaches:
            came = given.came if name == "figure" else given.acted
            # What the whole offers or does takes no place of a member's own word; what it worsens does.
            for own in (True,) if act.own and name != "worse" else (True, False):
                dates = moves.get((act.maker, own, name, reach), [])
                place = bisect_right(dates, came.last, key=lambda date: date.first)
                found += dates[place : place + 1]
    return min(found, key=lambda date: (date.first, date.last, date.text), default=None)


# The days on which a status can change -------------------------------------------------------------


_NEXT_DAY = datetime.timedelta(days=1)


def known_best(date: Date) -> tuple[datetime.date, str]:
    """Sort what is known better last."""
    return date.first, date.text


def turning_days(
    asked: Iterable[Asks],
    answers: Iterable[tuple[Concession, Answer]],
    days: Days,
    first: datetime.date,
) -> dict[datetime.date, Date]:
    """Return each day from the first on which a status can change, with the date of what happened.

    What happened before the first day counts from it; of two that count from one day the date is told
    that is known better.
    """
    found: dict[datetime.date, Date] = {}

    def note(*dates: Date | None) -> None:
        for date in dates:
            if date is not None:
                when = date if date.last >= first else Date.of(first)
                found[when.last] = max(when, found.get(when.last, when), key=known_best)

    def after(date: Date | None) -> None:
        if date is not None and date.last < datetime.date.max:
            note(Date.of(date.last + _NEXT_DAY))

    for asks in asked:
        after(asks.due)
    for made, answer in answers:
        note(days.of(made), days.of_acceptance(made), made.withdrawn, answer.withdrawn)
        note(*(days.of(days.votes[vote]) for vote in made.accepted_by if vote in days.votes))
        note(answer.gives.starts, *(stage.starts for stage in answer.gives.stages))
        after(answer.gives.ends)
    return found
