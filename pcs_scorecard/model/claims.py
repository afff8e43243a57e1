"""What parties say of the outcome, and the checks that it is put to."""

from __future__ import annotations

from collections.abc import Collection

import attrs

from pcs_scorecard.model.fields import (
    DATE_NOTE,
    DATE_PRINTED,
    Complaints,
    Constraints,
    Place,
    Ref,
    dated,
    field,
    fields_of,
    optional,
    place_field,
    several,
)
from pcs_scorecard.model.sources import Evidence
from pcs_scorecard.values.amounts import SIGNIFICANT, Amount
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.messages import shown
from pcs_scorecard.values.units import PERCENT
from pcs_scorecard.values.value import Value
from pcs_scorecard.values.vocabulary import End, Relation, Status, Untested

# Checks --------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Count(Value):
    """A check: how many demands are at least so far on the scale."""

    reaching: Status = field(Status, "demands of this status or a better one")
    relation: Relation = field(Relation, "how many the claim says there are")
    number: Amount = field(
        "threshold", "a count, a share of them in %, or `significant`, which the policy defines"
    )
    among: tuple[str, ...] = several(Ref("demands"), "of these demands only, where not of all")
    as_of: Date | None = optional("date", "the day the statuses are of, if not the claim's")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Compare(Value):
    """A check: figures beside a number, or beside another figure or a multiple of it."""

    figures: tuple[str, ...] = field(
        Ref("figures"), "the figures, each of which must stand so", many=True
    )
    relation: Relation = field(Relation, "how they stand to the other")
    number: Amount | None = optional("amount", "the number that is claimed, as printed")
    to: str | None = optional(Ref("figures"), "the other figure, in place of a number")
    factor: Amount | None = optional(
        "amount", "times this number, as printed: 2 for “double”, 9.4% for a share of it"
    )
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Extreme(Value):
    """A check: the lowest or the highest among named figures."""

    figure: str = field(Ref("figures"), "the figure")
    end: End = field(End, "which end of them it is said to be at")
    among: tuple[str, ...] = field(Ref("figures"), "the others", many=True)
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RealTerms(Value):
    """A check: awards after inflation, (1 + award) / (1 + inflation) - 1."""

    awards: tuple[str, ...] = field(
        Ref("figures"), "the awards, each of which must stand so", many=True
    )
    inflation: str = field(Ref("figures"), "inflation in the same time")
    relation: Relation = field(Relation, "how the result stands to `number`")
    number: Amount = field("amount", "in %: less than 0% is a cut")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Elapsed(Value):
    """A check: the days between two events."""

    start: str = field(Ref("events"), "the first event")
    end: str = field(Ref("events"), "the second event")
    relation: Relation = field(Relation, "how the days stand to `number`")
    number: Amount = field("amount", "in days")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Total(Value):
    """A check: a total that must equal its parts."""

    total: str | None = optional(Ref("figures"), "the total")
    number: Amount | None = optional("amount", "the total that is claimed, in place of a figure")
    parts: tuple[str, ...] = field(Ref("figures"), "its parts", many=True)
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Fits(Value):
    """A check: whether figures for all fit under a ceiling."""

    figures: tuple[str, ...] = field(
        Ref("figures"), "what all are to have, each for itself", many=True
    )
    under: tuple[str, ...] = field(
        Ref("figures"), "the ceiling, or its parts, which are added", many=True
    )
    fits: bool = field("yes", "whether the claim says that it fits")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StanceChange(Value):
    """A check: whether a party's stance on a subject has changed, by its recorded positions."""

    party: str = field(Ref("parties"), "the party")
    subject: str = field(Ref("subjects"), "the subject")
    changed: bool = field("yes", "whether the claim says that it changed")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Fact(Value):
    """A check: a record that confirms or denies what is stated; one of the three."""

    concession: str | None = optional(Ref("concessions"), "something done, said or refused")
    event: str | None = optional(Ref("events"), "something that happened")
    vote: str | None = optional(Ref("votes"), "a vote")
    confirms: bool = field("yes", "whether it confirms the statement; else it denies it")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Check(Value):
    """How a claim is tested: one of these, and why so."""

    count: Count | None = optional(Count, "how many demands were met so far")
    compare: Compare | None = optional(Compare, "one figure beside another")
    extreme: Extreme | None = optional(Extreme, "the lowest or highest among figures")
    real_terms: RealTerms | None = optional(RealTerms, "an award after inflation")
    elapsed: Elapsed | None = optional(Elapsed, "the days between two events")
    total: Total | None = optional(Total, "a total and its parts")
    fits: Fits | None = optional(Fits, "what fits under a ceiling")
    stance_change: StanceChange | None = optional(StanceChange, "a party's stance, then and now")
    fact: Fact | None = optional(Fact, "a record that says so, or that it is not so")
    note: str | None = optional("text", "what the coder chose, such as a threshold, and why")
    place: Place | None = place_field()

    @property
    def given(self) -> dict[str, CheckKind]:
        """The checks that are given, by name, of which there must be one."""
        found = ((name, getattr(self, name)) for name in _CHECKS)
        return {name: check for name, check in found if check is not None}

    @property
    def name(self) -> str:
        """The name of the check that is given."""
        return next(iter(self.given))


CheckKind = Count | Compare | Extreme | RealTerms | Elapsed | Total | Fits | StanceChange | Fact

_CHECKS = tuple(each.name for each in fields_of(Check) if each.record is not None)


# Claims --------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Context(Value):
    """What must be known beside a claim; it changes no verdict."""

    says: str = field("text", "the fact, in a sentence of one's own")
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is documented")
    place: Place | None = place_field()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Claim(Value):
    """A party's statement about the outcome, and the check it is put to."""

    id: str = field("id", "the name that readers use")
    title: str = field("text", "what is claimed, in neutral words")
    made_by: str = field(Ref("parties"), "who claims it")
    date: Date | None = optional(
        "date", "when, if not when its document was published; a count is of the statuses then"
    )
    date_printed: str | None = optional(*DATE_PRINTED)
    date_note: str | None = optional(*DATE_NOTE)
    check: Check | None = optional(Check, "what the library runs")
    untested: Untested | None = optional(Untested, "why nothing here can test it, without a check")
    context: tuple[Context, ...] = several(Context, "what must be known beside it")
    evidence: tuple[Evidence, ...] = several(Evidence, "where it is made")
    note: str | None = optional("text", "a judgement call, and why it was made so")
    place: Place | None = place_field()


# What must hold ---------------------------------------------------------------------------


_MOST_ADDED = 50
"""How many figures a sum may have, as an amount may have so many steps."""


def _claim(claim: Claim) -> Complaints:
    complaints = dated(claim)
    if (claim.check is None) == (claim.untested is None):
        found = "neither" if claim.check is None else "both"
        complaints.append(
            ("check", f"found {found} of `check` and `untested`; a claim has one of the two")
        )
    if claim.untested is not None and not claim.note:
        which = "which one is missing" if claim.untested is Untested.FIGURE else "why it is one"
        complaints.append(("untested", f"found {claim.untested.value!r}; say in `note` {which}"))
    return complaints


def _check(check: Check) -> Complaints:
    if len(check.given) == 1:
        return ()
    return [("", f"found {len(check.given)} checks in one; a claim has one check")]


def _count(check: Count) -> Complaints:
    complaints = []
    if check.reaching is Status.NO_RESPONSE:
        complaints.append(("reaching", "'no-response' is off the scale; name a status on it"))
    if check.number is SIGNIFICANT:
        return complaints
    complaints += _number("number", check.number, ("", "%"), "a count, or a share in %")
    number, is_share = check.number.low, check.number.unit == PERCENT
    if complaints or number is None:
        return complaints
    if number < 0 or (number > 100 if is_share else number.denominator > 1):
        allowed = "a share from 0% to 100%" if is_share else "a whole number"
        return [("number", f"found {shown(check.number.text)}; allowed is {allowed}")]
    return []


def _one_of_two(number: Amount | None, figure: str | None, name: str) -> Complaints:
    """Return what is wrong where a check has both a claimed number and a figure, or neither."""
    if (number is None) != (figure is None):
        return [] if number is None else _one_number("number", number)
    found = "neither" if number is None else "both"
    return [("", f"found {found} of `number` and `{name}`; name one")]


def _compare(check: Compare) -> Complaints:
    complaints = [
        *_beside_itself("to", (check.to,) if check.to else (), check.figures),
        *_one_of_two(check.number, check.to, "to"),
    ]
    factor, allowed = check.factor, "a plain number above 0, or a share of the figure in %"
    if factor is None:
        return complaints
    if check.to is None:
        return [*complaints, ("factor", "stands beside no figure; name one in `to`")]
    if factor.low is not None and factor.low <= 0:
        return [*complaints, ("factor", f"found {shown(factor.text)}; allowed is {allowed}")]
    return [*complaints, *_number("factor", factor, ("", "%"), allowed)]


def _extreme(check: Extreme) -> Complaints:
    return _beside_itself("figure", (check.figure,), check.among)


def _real_terms(check: RealTerms) -> Complaints:
    return [
        *_beside_itself("inflation", (check.inflation,), check.awards),
        *_number("number", check.number, ("%",), "a rise in %"),
    ]


def _elapsed(check: Elapsed) -> Complaints:
    return [
        *_beside_itself("end", (check.end,), (check.start,)),
        *_number("number", check.number, ("day", "week"), "a number of days or weeks"),
    ]


def _total(check: Total) -> Complaints:
    return [
        *_beside_itself("total", (check.total,) if check.total else (), check.parts),
        *_one_of_two(check.number, check.total, "total"),
        *_sum("parts", check.parts),
    ]


def _fits(check: Fits) -> Complaints:
    return [*_beside_itself("figures", check.figures, check.under), *_sum("under", check.under)]


def _fact(check: Fact) -> Complaints:
    given = [each for each in (check.concession, check.event, check.vote) if each is not None]
    if len(given) == 1:
        return ()
    return [
        (
            "confirms",
            f"found {len(given)} records beside it; name one concession, event or vote",
        )
    ]


def _sum(name: str, figures: Collection[str]) -> list[tuple[str, str]]:
    """Return what is wrong with figures that are added: of very many the sum has no end."""
    if len(figures) <= _MOST_ADDED:
        return []
    return [(name, f"found {len(figures)} figures to add; allowed are {_MOST_ADDED}")]


def _number(
    name: str, amount: Amount, units: Collection[str], allowed: str
) -> list[tuple[str, str]]:
    """Return what is wrong with a number that is claimed, in one of some units."""
    if amount.formula is None and amount.unit.key not in units:
        return [(name, f"found {shown(amount.text)}; allowed is {allowed}")]
    return _one_number(name, amount)


def _one_number(name: str, amount: Amount) -> list[tuple[str, str]]:
    """Return what is wrong with a number that is claimed: nothing is equal to a range or bound."""
    if amount.formula is not None or amount.low is None or amount.low != amount.high:
        return [
            (name, f"found {shown(amount.text)}; allowed is one number: bounds stand in `relation`")
        ]
    return []


def _beside_itself(
    name: str, records: Collection[str], others: Collection[str]
) -> list[tuple[str, str]]:
    """Return what is wrong where a check sets a record beside itself, and finds nothing out."""
    return [
        (name, f"found {each!r} on both sides; nothing is tested on itself")
        for each in sorted(set(records).intersection(others))
    ]


CONSTRAINTS: Constraints = {
    Claim: (_claim, frozenset({"id"})),
    Check: (_check, frozenset({"place"})),
    Count: (_count, frozenset({"number"})),
    Compare: (_compare, frozenset({"place"})),
    Extreme: (_extreme, frozenset({"figure"})),
    RealTerms: (_real_terms, frozenset({"number"})),
    Elapsed: (_elapsed, frozenset({"number"})),
    Total: (_total, frozenset({"place"})),
    Fits: (_fits, frozenset({"figures"})),
    Fact: (_fact, frozenset({"confirms"})),
}
