"""What must hold between the records of a dispute: what breaks it is an error, told with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pcs_scorecard.model.claims import (
    CheckKind,
    Claim,
    Compare,
    Count,
    Extreme,
    Fits,
    RealTerms,
    Total,
)
from pcs_scorecard.model.concessions import Answer, Concession
from pcs_scorecard.model.demands import Asks, Demand, Part
from pcs_scorecard.model.dispute import Days, Dispute
from pcs_scorecard.model.problems import Problem
from pcs_scorecard.model.terms import (
    Figures,
    asked,
    given,
    incomparable,
    needs_pay,
    no_pay,
    units,
)
from pcs_scorecard.values.amounts import SIGNIFICANT, Amount, apart
from pcs_scorecard.values.messages import nearest, quoted, shown, to_write
from pcs_scorecard.values.units import PERCENT
from pcs_scorecard.values.vocabulary import ProblemKind

MOST_LISTED = 12
"""How many ids a message lists."""

_MOST_JUDGED = 200_000
"""How many answers to one demand are judged again, on the days of published verdicts on it."""


def between(dispute: Dispute, *, whole: bool = True) -> Iterator[Problem]:
    """Yield what is wrong between records; not what is missing where not all could be read."""
    figures = {figure.id: figure.value for figure in dispute.figures}
    if whole:
        yield from _figures(dispute, figures)
        yield from _unnumbered(dispute, figures)
    yield from _days(dispute, whole=whole)
    yield from _pay_points(dispute)
    yield from _answers(dispute, figures)
    yield from _ratings(dispute)
    parts = {part.id for demand in dispute.demands for part in demand.parts}
    for claim in dispute.claims:
        for check in claim.check.given.values() if claim.check else ():
            yield from _measurable(claim, check, figures, parts)


# Figures in formulas -------------------------------------------------------------------------


def amounts_of(dispute: Dispute) -> Iterator[tuple[Any, Amount]]:
    """Yield every amount among the terms of demands and answers, with the record it stands in."""
    for demand in dispute.demands:
        for asks in (demand.asks, *(part.asks for part in demand.parts)):
            for amount in asked(asks):
                yield asks, amount
    for made in dispute.concessions:
        for answer in (*made.answers, *([made.undemanded] if made.undemanded else [])):
            for _, amount in given(answer.gives):
                yield answer.gives, amount


def _figures(dispute: Dispute, figures: Figures) -> Iterator[Problem]:
    """Yield what is wrong with the figures that formulas name."""
    for figure in dispute.figures:
        if figure.value.formula is not None:
            yield Problem.of(
                figure,
                f"figure {figure.id!r} has the value {shown(figure.value.text)}, which is no number; a "
                "formula stands in the terms of a demand or an answer",
            )
    for record, amount in amounts_of(dispute):
        named = list(amount.formula.figures) if amount.formula else []
        bare = [name for name in named if name in figures and _is_bare(figures[name])]
        for name in bare:
            value = to_write(figures[name].text)
            yield Problem.of(
                record,
                f"found {shown(amount.text)}, and the value of figure {name!r} is {value}: {value} of what? "
                f"write value: {value}%, or its other unit",
            )
        if named and not bare and apart(found := list(units(amount, figures))):
            listed = ", ".join(dict.fromkeys(quoted(unit.name) for unit in found))
            yield Problem.of(
                record,
                f"found {shown(amount.text)}, with the unlike units {listed}; if another figure is meant, "
                "name that; else leave the amount out, and tell it in words",
            )
        for name in named:
            if name not in figures:
                known = f"; known are {', '.join(figures) or 'none'}" * (
                    len(figures) <= MOST_LISTED
                )
                message = f"found {shown(amount.text)}, and there is no figure {name!r}{known}"
                message += nearest(name, list(figures))
                yield Problem.of(record, message, ProblemKind.UNRESOLVED)


def _unnumbered(dispute: Dispute, figures: Figures) -> Iterator[Problem]:
    """Yield demands for a figure that guarantees no number, which anything would meet."""
    for demand in dispute.demands:
        for asks in (demand.asks, *(part.asks for part in demand.parts)):
            for name in ("more", "less", "at_least", "at_most"):
                amount = getattr(asks, name)
                for figure in amount.formula.figures if amount and amount.formula else ():
                    value = figures.get(figure)
                    if value is None or value.formula is not None:
                        continue
                    if (value.high if name == "at_most" else value.low) is None:
                        yield Problem.of(
                            asks,
                            f"found {shown(amount.text)}, and the value of figure {figure!r} is "
                            f"{shown(value.text)}, which guarantees no number; a demand names the number it would "
                            "be met by: name another figure if a document has one, or leave the amount out, and "
                            "tell it in the title",
                        )


def _is_bare(amount: Amount) -> bool:
    return amount.formula is None and not amount.unit.key


def _pay_points(dispute: Dispute) -> Iterator[Problem]:
    """Yield pay points in another unit than the first, in which nothing could be compared at all."""
    for point in dispute.pay_points[1:]:
        first = dispute.pay_points[0]
        if point.value.unit.key != first.value.unit.key:
            yield Problem.of(
                point,
                f"pay point {point.id!r} is {shown(point.value.text)}, and {first.id!r} is "
                f"{shown(first.value.text)}: unlike units are not compared; give all in one unit, if a "
                "document does",
            )


# Days ----------------------------------------------------------------------------------------


def _days(dispute: Dispute, *, whole: bool) -> Iterator[Problem]:
    """Yield concessions without a day, and votes that accept and do not say so."""
    days = Days(dispute)
    for word, records in (
        ("concession", dispute.concessions),
        ("claim", dispute.claims),
        ("event", dispute.events),
        ("position", dispute.positions),
        ("verdict", dispute.verdicts),
    ):
        for each in records:
            if each.date is None and whole and days.of(each) is None:
                name = f"{word} {each.id!r}" if hasattr(each, "id") else f"this {word}"
                yield Problem.of(
                    each,
                    f"{name} has no `date`, and no document with a date reports it; give the date as "
                    "far as it is known, 2023-06 or 2023, or the `date` of a document that reports it",
                )
    for made in dispute.concessions:
        for name in made.accepted_by:
            vote = days.votes.get(name)
            if vote is None:
                continue
            if vote.carried is None and vote.has_result:
                yield Problem.of(
                    vote,
                    f"vote {name!r} accepts concession {made.id!r} and does not say whether it "
                    "`carried`: of a vote that was held add carried: yes or no, which shares do not tell, "
                    "since more than half may have been needed; of one that is to come leave out "
                    "`options`, `turnout` and `outcome`",
                )
            elif vote.carried and (voted := days.of(vote)) and (offered := days.of(made)):
                if voted.last < offered.first:
                    yield Problem.of(
                        vote,
                        f"vote {name!r}, {voted.when}, accepts concession {made.id!r}, which was made "
                        f"{offered.when}, after it; correct the date that is wrong",
                    )
            elif vote.carried and whole and days.of(vote) is None:
                yield Problem.of(
                    vote,
                    f"vote {name!r} accepts concession {made.id!r} and has no `date`; give it as far "
                    "as it is known, 2023-06 or 2023",
                )


# Demands and answers -------------------------------------------------------------------------


def _answers(dispute: Dispute, figures: Figures) -> Iterator[Problem]:
    """Yield answers that cannot be compared with what they answer."""
    asks: dict[str | None, tuple[Demand, Asks]] = {}
    compound: dict[str | None, tuple[Part, ...]] = {}
    for demand in dispute.demands:
        asks[demand.id] = demand, demand.asks
        asks.update((part.id, (demand, part.asks)) for part in demand.parts)
        if demand.parts:
            compound[demand.id] = demand.parts
    members = {party.id: party.members for party in dispute.parties if party.members}
    one_by_one = {
        answer.demand
        for made in dispute.concessions
        for answer in made.answers
        if members and answer.demand in asks
        if made.made_by in members.get(asks[answer.demand][0].made_to, ())
    }
    at_pay: dict[str | None, Answer] = {}
    for made in dispute.concessions:
        for answer in made.answers:
            if answer.demand in compound:
                yield _to_the_whole(made, answer, compound[answer.demand])
            if answer.demand not in asks:
                continue
            terms = asks[answer.demand][1]
            if wrong := incomparable(terms, answer.gives, figures):
                yield Problem.of(answer, f"concession {made.id!r}: {wrong}")
            elif needs_pay(terms, answer.gives, figures):
                at_pay.setdefault(answer.demand, answer)
                if not dispute.pay_points:
                    wrong = no_pay(terms, answer.gives, figures)
                    yield Problem.of(answer, f"concession {made.id!r}: {wrong}")
                elif wrong := _at_no_point(dispute, terms, answer, figures):
                    yield Problem.of(answer, f"concession {made.id!r}: {wrong}")
            if answer.for_ or terms.for_:
                at_pay.setdefault(answer.demand, answer)
            if answer.for_ and terms.for_ and not set(answer.for_).intersection(terms.for_):
                yield Problem.of(
                    answer,
                    f"concession {made.id!r}: found for: {', '.join(answer.for_)}, where {answer.demand!r} "
                    f"asks for {', '.join(terms.for_)} alone; what nobody demanded goes to `undemanded`",
                )
    for name in sorted(map(str, one_by_one & at_pay.keys())):
        party = asks[name][0].made_to
        listed = ", ".join(members[party][:MOST_LISTED])
        yield Problem.of(
            at_pay[name],
            f"demand {name!r} is answered by members of {party!r} one by one, and at pay points: the two "
            f"are not combined; write one demand for each of the members, made_to each: {listed}",
        )


def _at_no_point(dispute: Dispute, asks: Asks, answer: Answer, figures: Figures) -> str:
    """Say why sums and percentages cannot be compared at the pay points there are; "" if they can."""
    for point in dispute.pay_points:
        if asks.for_ and point.id not in asks.for_:
            continue
        amounts = [*asked(asks), *(amount for _, amount in given(answer.gives))]
        for amount in amounts:
            try:
                found = amount.resolved(figures, point.value)
            except (KeyError, ValueError) as error:
                return str(error) if isinstance(error, ValueError) else ""
            if found.unit.key != point.value.unit.key:
                return (
                    f"found {shown(amount.text)}, where pay at {point.id!r} is {shown(point.value.text)}: how the "
                    "one is counted in the other is not on record; give the pay points in "
                    f"{found.unit.name}, or if a document gives both in one unit, write them so; else leave the amount out, and tell it in `terms`"
                )
    return ""


def _to_the_whole(made: Concession, answer: Answer, parts: tuple[Part, ...]) -> Problem:
    ids = [part.id for part in parts]
    listed = ", ".join(ids[:MOST_LISTED] + ["…"] * (len(ids) > MOST_LISTED))
    return Problem.of(
        answer,
        f"concession {made.id!r} answers {answer.demand!r}, which has parts; "
        f"answer each part by its own id: {listed}",
    )


def _ratings(dispute: Dispute) -> Iterator[Problem]:
    """Yield published verdicts by one party on one demand and day."""
    rated: set[tuple[str, str, object]] = set()
    for verdict in dispute.verdicts:
        date = verdict.date
        said = (verdict.by, verdict.demand, date.last if date else None)
        if date and said in rated:
            yield Problem.of(
                verdict,
                f"{verdict.by!r} rates {verdict.demand!r} a second time {date.when}; keep one",
            )
        rated.add(said)
    yield from _too_often_rated(dispute)


def _too_often_rated(dispute: Dispute) -> Iterator[Problem]:
    """Yield demands with too many answers to judge all of them again on the day of each verdict."""
    given = Counter(answer.demand for made in dispute.concessions for answer in made.answers)
    for demand in dispute.demands:
        given[demand.id] += sum(given[part.id] for part in demand.parts)
    dated = [each for each in dispute.verdicts if each.date is not None]
    days: dict[str, set[object]] = {}
    for verdict in dated:
        days.setdefault(verdict.demand, set()).add(verdict.date)
    last = {verdict.demand: verdict for verdict in dated}
    for name, verdict in last.items():
        if len(days[name]) * given[name] > _MOST_JUDGED:
            yield Problem.of(
                verdict,
                f"found verdicts of {len(days[name]):,} days on demand {name!r}, which has "
                f"{given[name]:,} answers; the one by the other may be at most {_MOST_JUDGED:,}, as "
                "all answers are judged again on each day, so leave out verdicts that say what an "
                "earlier one says",
            )


# Claims --------------------------------------------------------------------------------------


def _measurable(
    claim: Claim, check: CheckKind, values: Figures, parts: set[str]
) -> Iterator[Problem]:
    """Yield what is wrong with a check only beside the records that it names."""
    names: tuple[str | None, ...] = ()
    number: Amount | None = None
    match check:
        case Count():
            for part in sorted(parts.intersection(check.among)):
                yield Problem.of(
                    check,
                    f"claim {claim.id!r} counts {part!r}, a part of a demand; name the demand",
                )
        case Compare():
            names, number = (*check.figures, check.to), check.number
        case Extreme():
            names = (check.figure, *check.among)
        case RealTerms():
            names, number = (*check.awards, check.inflation), check.number
        case Total():
            names, number = (check.total, *check.parts), check.number
        case Fits():
            names = (*check.figures, *check.under)
    amounts = [values[name] for name in names if name is not None and name in values]
    amounts += [number] if number is not None and number is not SIGNIFICANT else []
    found = {each.unit.key: each for each in amounts if each.formula is None}
    if len(found) > 1:
        one, other = list(found.values())[:2]
        yield Problem.of(
            check,
            f"claim {claim.id!r} is tested on {shown(one.text)} and {shown(other.text)}: "
            "unlike units are not compared",
        )
    elif isinstance(check, RealTerms) and found.keys() - {PERCENT.key}:
        yield Problem.of(check, f"claim {claim.id!r}: awards after inflation are in %")
