"""What changed from one scorecard to another: of two days, of two versions, or of two ways to judge."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterable, Iterator

import attrs

from pcs_scorecard.comparison.compare import Pair, Result
from pcs_scorecard.comparison.policy import STANDARD, Policy
from pcs_scorecard.comparison.standing import Given, on_day
from pcs_scorecard.model.concessions import Answer, Concession
from pcs_scorecard.model.demands import Demand
from pcs_scorecard.model.dispute import Dispute
from pcs_scorecard.model.facts import Position, Vote
from pcs_scorecard.model.fields import fields_of
from pcs_scorecard.model.verdicts import Verdict
from pcs_scorecard.scorecard.card import Scorecard, the_day
from pcs_scorecard.scorecard.steps import steps
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import Status


class Between(enum.Enum):
    """What sets two scorecards apart."""

    DAYS = "days"
    VERSIONS = "versions"
    POLICIES = "policies"
    OFFERS = "offers"


@attrs.frozen(kw_only=True, eq=False)
class Moved:
    """A demand or a part on both scorecards, with its result on each."""

    before: Result
    after: Result


@attrs.frozen(kw_only=True, eq=False)
class InPart:
    """A demand with the same answer on both scorecards, and the parts of it whose answer differs."""

    whole: Result
    parts: tuple[tuple[Status, Result], ...]
    """Each part, member or pay point, with what it was before."""


@attrs.frozen(kw_only=True, eq=False)
class Also:
    """Something given, said, accepted or taken back that no demand's answer changed by."""

    concession: Concession
    answer: Answer
    given: Given
    pair: Pair | None
    """How it counts; None where nobody had demanded it."""
    demand: Result | None
    """The demand that it answers, or a part of which."""
    new: bool
    """Whether the record is new, and not only accepted, taken back, in force or over since."""
    when: Date | None
    """When that was."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Records(Value):
    """Which records of a section differ between two versions, by their ids."""

    section: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    corrected: tuple[str, ...]


@attrs.frozen(kw_only=True, eq=False)
class Changes:
    """What differs between two scorecards; each demand in the order of the second."""

    before: Scorecard
    after: Scorecard
    between: Between
    better: tuple[Moved, ...]
    worse: tuple[Moved, ...]
    first_answers: tuple[Moved, ...]
    """Demands that had no response on record, and have one."""
    unanswered: tuple[Moved, ...]
    """Demands that had one and have none, as where a record was taken out."""
    in_part: tuple[InPart, ...]
    new: tuple[Result, ...]
    """Demands that only the second has."""
    gone: tuple[Result, ...]
    """Demands that only the first has."""
    dropped: tuple[Result, ...]
    """Demands that their side has dropped since; they stand in the above too if they moved."""
    ballots: tuple[tuple[Vote, Concession], ...]
    """Votes decided since, each with what it accepted or rejected."""
    also: tuple[Also, ...]
    """What is new though it changed no answer, the oldest first."""
    same: tuple[Result, ...]
    records: tuple[Records, ...]
    """Which records differ between two versions."""


def changes(before: Scorecard, after: Scorecard) -> Changes:
    """Return what changed from one scorecard of a dispute to another.

    They may be of two days, of two versions of its files, by two policies, or one of them as if an
    offer had been accepted.
    """
    records = tuple(_records(before, after))
    was = {result.id: result for result in before.results}
    found = _Sorted()
    dropped = []
    for result in after.results:
        gone = _dropped(result, after) and not (
            result.id in was and _dropped(was[result.id], before)
        )
        if gone:
            dropped.append(result)
        if result.id not in was:
            found.new.append(result)
        else:
            found.put(was[result.id], result, dropped=gone)
    moved = [each.after for each in (*found.better, *found.worse, *found.first)]
    moved += [*found.new, *(each.whole for each in found.in_part)]
    ballots = tuple(_ballots(before, after))
    return Changes(
        before=before,
        after=after,
        between=_between(before, after, records),
        better=tuple(found.better),
        worse=tuple(found.worse),
        first_answers=tuple(found.first),
        unanswered=tuple(found.unanswered),
        in_part=tuple(found.in_part),
        new=tuple(found.new),
        gone=tuple(
            result
            for result in before.results
            if result.id not in {each.id for each in after.results}
        ),
        dropped=tuple(dropped),
        ballots=ballots,
        also=tuple(_also(before, after, moved, {made.id for _, made in ballots})),
        same=tuple(found.same),
        records=records,
    )


def last_change(
    dispute: Dispute,
    *,
    as_of: datetime.date | Date | str | None = None,
    policy: Policy | str = STANDARD,
) -> datetime.date:
    """Return the day before the last on which an answer changed up to a day, as `score` takes it.

    That a demand was made counts where no answer ever changed; without any it is the day before.
    """
    day = the_day(dispute, as_of)
    every = [step for came in steps(dispute, as_of=day, policy=policy).values() for step in came]
    changed = [step for step in every if step.status is not Status.NO_RESPONSE]
    last = max((step.when.last for step in changed or every), default=day)
    return last - _A_DAY if last > datetime.date.min else last


_A_DAY = datetime.timedelta(days=1)


@attrs.define
class _Sorted:
    """The demands by what became of their answers."""

    better: list[Moved] = attrs.Factory(list)
    worse: list[Moved] = attrs.Factory(list)
    first: list[Moved] = attrs.Factory(list)
    unanswered: list[Moved] = attrs.Factory(list)
    in_part: list[InPart] = attrs.Factory(list)
    new: list[Result] = attrs.Factory(list)
    same: list[Result] = attrs.Factory(list)

    def put(self, was: Result, now: Result, *, dropped: bool) -> None:
        """Put a demand where it belongs; what was dropped and is else the same, in no list here."""
        if was.status is now.status:
            if parts := tuple(_moved_parts(was, now)):
                self.in_part.append(InPart(whole=now, parts=parts))
            elif not dropped:
                self.same.append(now)
        elif was.status is Status.NO_RESPONSE:
            self.first.append(Moved(before=was, after=now))
        elif now.status is Status.NO_RESPONSE:
            self.unanswered.append(Moved(before=was, after=now))
        else:
            better = now.status.rank > was.status.rank
            (self.better if better else self.worse).append(Moved(before=was, after=now))


def _moved_parts(was: Result, now: Result) -> Iterator[tuple[Status, Result]]:
    """Yield the parts whose status differs; one that had none of its own had that of the whole."""
    before = {one.id: one.status for one in was.every}
    for part in now.parts:
        status = before.get(part.id, was.status)
        if status is not part.status:
            yield status, part


def _dropped(result: Result, card: Scorecard) -> bool:
    dropped = result.demand.dropped if isinstance(result.demand, Demand) else None
    return dropped is not None and dropped.last <= card.as_of


def _between(before: Scorecard, after: Scorecard, records: tuple[Records, ...]) -> Between:
    if records:
        return Between.VERSIONS
    if before.as_of != after.as_of:
        return Between.DAYS
    if before.policy != after.policy:
        return Between.POLICIES
    return Between.VERSIONS if before.if_accepted is after.if_accepted else Between.OFFERS


# Ballots ------------------------------------------------------------------------------------------


def _ballots(before: Scorecard, after: Scorecard) -> Iterator[tuple[Vote, Concession]]:
    decided = {vote.id for vote, _ in _decided(before)}
    for vote, made in _decided(after):
        if vote.id not in decided:
            yield vote, made


def _decided(card: Scorecard) -> Iterator[tuple[Vote, Concession]]:
    """Yield the votes with a result by the day, each with what was voted on."""
    for vote in card.dispute.votes:
        when = card.days.of(vote)
        if not vote.has_result or (when is not None and when.last > card.as_of):
            continue
        for made in card.dispute.concessions:
            offered = card.days.of(made)
            if vote.id in made.accepted_by and offered and offered.last <= card.as_of:
                yield vote, made
                break


# What changed no answer ---------------------------------------------------------------------------


def _also(
    before: Scorecard, after: Scorecard, moved: Iterable[Result], voted: set[str]
) -> Iterator[Also]:
    """Yield what is given, accepted or taken back since and decides none of the answers that moved."""
    deciding = {
        id(pair.answer) for result in moved for one in result.every for pair in one.pairs[:1]
    }
    pairs: dict[int, tuple[Result, Pair]] = {}
    for result in after.results:
        for one in result.every:
            for pair in one.pairs:
                pairs.setdefault(id(pair.answer), (result, pair))
    was = {made.id: made for made in before.dispute.concessions}
    found = []
    for made in after.dispute.concessions:
        for answer in _answers(made):
            given = on_day(made, answer, after.days, after.as_of)
            counts = pairs.get(id(answer))
            if given is None or id(answer) in deciding:
                continue
            if counts is None and made.undemanded is not answer:
                continue  # the demand that it answers is of a later day
            earlier = _earlier(was.get(made.id), answer, before)
            told = made.id in voted
            when = _since(given, after.as_of, earlier, before.as_of, told=told)
            if when is None:
                continue
            found.append(
                Also(
                    concession=made,
                    answer=answer,
                    given=given,
                    pair=counts[1] if counts else None,
                    demand=counts[0] if counts else None,
                    new=earlier is None,
                    when=when,
                )
            )
    yield from sorted(found, key=lambda each: (_last(each.when), each.concession.id))


def _answers(made: Concession) -> tuple[Answer, ...]:
    return (*made.answers, *([made.undemanded] if made.undemanded is not None else []))


def _earlier(was: Concession | None, answer: Answer, before: Scorecard) -> Given | None:
    """Return the same answer as it was before, where it was on record, if then in other words."""
    if was is None:
        return None
    answers = _answers(was)
    alike = [each for each in answers if (each.demand, each.for_) == (answer.demand, answer.for_)]
    found = alike[0] if alike else None
    return on_day(was, found, before.days, before.as_of) if found is not None else None


def _since(
    given: Given, day: datetime.date, earlier: Given | None, then: datetime.date, *, told: bool
) -> Date | None:
    """Return when an answer came, or else when it last became another; None where it is the same.

    Where the vote that decided on it is told, that alone makes it no other.
    """
    if earlier is None:
        return given.made
    found = []
    if (taken := given.withdrawn(day)) != earlier.withdrawn(then):
        found.append(taken)
    if given.ended(day) and not earlier.ended(then):
        found.append(given.answer.gives.ends)
    if not told and given.accepted != earlier.accepted:
        found.append(given.accepted)
    if not found and not told and given.kind is not earlier.kind:
        found.append(given.came if given.came.last <= day else given.acted)
    return max((date for date in found if date), key=_last, default=None)


def _last(date: Date | None) -> tuple[datetime.date, str]:
    return (date.last, date.text) if date else (datetime.date.min, "")


# Versions -----------------------------------------------------------------------------------------


def _records(before: Scorecard, after: Scorecard) -> Iterator[Records]:
    """Yield the sections in which two versions differ; of records without an id, how many."""
    if before.if_accepted is not None or after.if_accepted is not None:
        return
    for field in fields_of(Dispute):
        was, now = getattr(before.dispute, field.name), getattr(after.dispute, field.name)
        if not isinstance(was, tuple) or was == now:
            continue
        old, new = _by_id(was), _by_id(now)
        found = Records(
            section=field.name,
            added=tuple(name for name in new if name not in old),
            removed=tuple(name for name in old if name not in new),
            corrected=tuple(name for name in new if name in old and new[name] != old[name]),
        )
        if found.added or found.removed or found.corrected:
            yield found


def _by_id(records: Iterable[object]) -> dict[str, object]:
    """Return records by id; those without one by whose they are, of what, and of which day."""
    found: dict[str, object] = {}
    for record in records:
        name = base = str(getattr(record, "id", "")) or _whose(record)
        count = 1
        while name in found:
            count += 1
            name = f"{base} ({count})"
        found[name] = record
    return found


def _whose(record: object) -> str:
    if isinstance(record, Position):
        said = f"{record.party} on {record.subject}"
        return f"{said}, {record.date.text}" if record.date else said
    if isinstance(record, Verdict):
        return f"{record.by} on {record.demand}"
    found = (getattr(record, name, None) for name in ("demand", "claim", "policy"))
    return " ".join(str(each) for each in found if each is not None)
