"""Hypothesis strategies for valid disputes: what `disputes` makes, a file may say.

Records are made by the declarations of the model's fields, so a new field is generated unasked; what
must hold between fields is seen to here, apart from the package's own checks.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from pcs_scorecard import (
    POLICIES,
    SCALE,
    Amount,
    Answer,
    Asks,
    Check,
    Claim,
    ClaimVerdict,
    Compare,
    Concession,
    Count,
    Date,
    Demand,
    Direction,
    Dispute,
    Document,
    Elapsed,
    Event,
    Evidence,
    Expectation,
    Extreme,
    Fact,
    Figure,
    Fits,
    Gives,
    Kind,
    Option,
    Part,
    Party,
    PayPoint,
    Period,
    Position,
    RealTerms,
    Stage,
    StanceChange,
    Status,
    Subject,
    Total,
    Unit,
    Untested,
    Verdict,
    Vote,
)
from pcs_scorecard.model.fields import Field, fields_of
from pcs_scorecard.values.amounts import SIGNIFICANT

Names = dict[str, tuple[str, ...]]
"""The ids that references may use, by section."""

UNITS = (
    *("%", "percentage points", "minutes", "hours", "hours/week", "days/week", "weeks"),
    *("months", "£", "£/hour", "p/hour", "£/year", "€/month", "$", "NOK", "clinics"),
    "residents per carer",
)
PAY, SHARE = "£/year", "%"
YEARS = ("2022/23", "2023/24", "2022/23 to 2024/25"), ("2022", "2023", "2022 to 2024")
"""Pay years and calendar years, which are not compared."""
FILES = st.none() | st.sampled_from(("a.txt", "minutes 2.md"))

GIVING_NOTHING = (Kind.REFUSAL, Kind.NOTHING_OFFERED, Kind.TALKS)

AWKWARD = (
    *("No", "on", "yes", "null", "~", "1:10", "012", "1_000", "1e3", "0x1F", "2023-06", ".inf"),
    *("- a", "-", "? a", "a: b", "a:", ": a", "# a", "a # b", "'", '"', "it's", '"a" b', "\\n"),
    *("{a}", "{a: b}", "[a]", "a, b", "*a", "&a", "!a", "<<", "%a", "@a", "`a`", "|", ">", "---"),
    *("...", "a\nb", "\na", "a\n", "a\n\n b\n", "a\n---\nb", " a", "a ", "\ta", "a\tb", "a|b"),
    *("£1,500", "4.5%", "“a”", "naïve", "😀", "\u200d", "\ufeff", "\u00a0a", "<b>", "&amp;"),
)
"""Texts that a reader of YAML is tempted to read as something else."""

_REORDERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CHARACTERS = st.characters(
    exclude_categories=["Cc", "Cs", "Zl", "Zp"],
    exclude_characters=_REORDERING,
    include_characters="\n\t",
)


@functools.cache
def texts() -> st.SearchStrategy[str]:
    """Return texts of any letters, short enough to be quoted, and more often than not awkward."""
    plain = st.text(_CHARACTERS, min_size=1, max_size=12).filter(lambda text: not text.isspace())
    return st.sampled_from(AWKWARD) | st.sampled_from(AWKWARD) | plain


@functools.cache
def ids() -> st.SearchStrategy[str]:
    """Return ids, some of which YAML would read as numbers, booleans or dates."""
    awkward = st.sampled_from(("no", "on", "null", "012", "1e3", "1.5", "2023-06", "0x1f"))
    return st.from_regex(r"[a-z0-9]{1,3}([-.][a-z0-9]{1,2})?", fullmatch=True) | awkward


@functools.cache
def dates() -> st.SearchStrategy[Date]:
    """Return dates of two years known to the day, the month, the year or as a span."""
    months = [f"202{year}-{month:02}" for year in (2, 3) for month in range(1, 13)]
    days = [f"{month}-{day}" for month in months for day in ("01", "15", "28")]
    rare = st.sampled_from(("2022", "2023", "2022-11 to 2023-01", "2023-03-28 to 2023-05"))
    return (st.sampled_from(days) | st.sampled_from(months) | rare).map(Date.parse)


@functools.cache
def amounts(unit: str) -> st.SearchStrategy[Amount]:
    """Return amounts of a unit in every form that is no formula, close enough to be compared."""
    quarters = st.integers(-8, 40).map(lambda n: Fraction(n, 4))
    one = quarters.map(lambda value: _literal(value, unit))
    ordered = st.tuples(quarters, quarters).map(sorted)
    bounds = ("at least", "over", "about", "up to", "at most", "on average")
    forms = [
        one,
        st.tuples(st.sampled_from(bounds), one).map(" ".join),
        ordered.map(lambda ends: " to ".join(_literal(end, unit) for end in ends)),
        st.lists(one, min_size=2, max_size=3).map(" + ".join),
    ]
    if unit == SHARE:
        forms.append(st.lists(one, min_size=2, max_size=3).map(" compounded with ".join))
    return st.one_of(one, one, *forms).map(Amount.parse)


def _literal(value: Fraction, unit: str) -> str:
    """Write quarters in a unit, as a person would."""
    number = f"{abs(value.numerator) / value.denominator:.2f}".removesuffix(".00")
    sign = "-" if value < 0 else ""
    if unit[:1] in ("£", "€", "$"):
        return f"{sign}{unit[0]}{number}{unit[1:]}"
    if unit == "NOK":
        return f"{sign}NOK {number}"
    close = unit in ("", SHARE) or unit.startswith("p/")
    return f"{sign}{number}{unit}" if close else f"{sign}{number} {unit}"


@st.composite
def records(draw: st.DrawFn, record: type, names: Names, **given: Any) -> Any:
    """Return records of a class: fields by what is declared of them, or as given.

    Of the fields that may be left out few are set, as most of them lower a status.
    """
    free = [field for field in fields_of(record) if field.name not in given]
    optional = [
        field.name for field in free if field.default in (None, False) and _possible(field, names)
    ]
    chosen = draw(_some(optional, draw(st.sampled_from((0, 0, 1, 3)))))
    for field in free:
        if field.default in (attrs.NOTHING, ()) or field.name in chosen:
            given[field.name] = draw(_field(field, names))
    return record(**given)


def _possible(field: Field, names: Names) -> bool:
    """Tell whether there is a record that a reference can name."""
    return not field.section or bool(names[field.section])


def _field(field: Field, names: Names) -> st.SearchStrategy[Any]:
    """Return the values of one field, by what is declared of it."""
    if field.section:
        known = names[field.section]
        return _some(known, 2).map(tuple) if field.many else st.sampled_from(known)
    if field.record is not None and field.many:
        most = 0 if field.record is Evidence and not names["documents"] else 2
        return st.lists(records(field.record, names), max_size=most).map(tuple)
    if isinstance(field.holds, type):
        return st.sampled_from(field.holds)
    simple: dict[str, st.SearchStrategy[Any]] = {
        "text": texts(),
        "quote": texts(),
        "id": ids(),
        "yes": st.booleans(),
        "date": dates(),
    }
    return simple[str(field.holds)]


@attrs.frozen(kw_only=True)
class World:
    """What the terms of a dispute hang on beside its names."""

    names: Names
    years: tuple[str, ...]
    shares: tuple[str, ...]
    """The figures in %, which formulas may name."""

    @property
    def at_pay(self) -> bool:
        """Whether there are pay points, so that sums and percentages can be compared."""
        return bool(self.names["pay_points"])

    def periods(self) -> st.SearchStrategy[Period | None]:
        """Return the years that something is for, if any."""
        return st.none() | st.sampled_from(self.years).map(Period.parse)

    def units_beside(self, unit: str) -> st.SearchStrategy[str]:
        """Return the units that can be compared with one."""
        mixed = self.at_pay and unit in (SHARE, PAY)
        return st.sampled_from((SHARE, PAY)) if mixed else st.just(unit)

    def terms(self, unit: str) -> st.SearchStrategy[Amount]:
        """Return amounts of a unit, formulas among them."""
        formulas = []
        if unit == SHARE and self.shares:
            names = st.sampled_from(self.shares)
            formulas += [f"figure {{}} + {more}%" for more in (0, 1.5)]
            formulas.append("{}% or figure {}, whichever is less".format("3", "{}"))
            named = st.tuples(st.sampled_from(formulas), names).map(
                lambda two: two[0].format(two[1])
            )
            return amounts(unit) | amounts(unit) | named.map(Amount.parse)
        if unit in (SHARE, PAY) and self.at_pay:
            both = ("£400/year + 3%", "5% or £300/year, whichever is greater")
            return amounts(unit) | amounts(unit) | st.sampled_from(both).map(Amount.parse)
        return amounts(unit)


PAY_TERMS = ("more", "less", "to", "stages")
ASKED = ("more", "less", "at_least", "at_most", "direction", "measure", "baseline")


@st.composite
def asks(draw: st.DrawFn, world: World) -> Asks:
    """Return the terms of a demand in one of the five forms."""
    some_points = draw(_some(world.names["pay_points"], 2)) if draw(st.booleans()) else []
    given: dict[str, Any] = {**dict.fromkeys(ASKED), "period": draw(world.periods())}
    bare: Asks = draw(records(Asks, world.names, for_=tuple(some_points), **given))
    form = draw(st.sampled_from(("", "more", "less", "at_least", "at_most", "direction")))
    if not form:
        return bare
    unit = draw(st.sampled_from((PAY, SHARE) if world.at_pay else UNITS))
    if form == "direction":
        start = draw(st.none() | numbers(unit))
        way = draw(st.sampled_from(Direction))
        return attrs.evolve(bare, direction=way, measure=draw(texts()), baseline=start)
    if form in ("more", "less"):
        asked = draw(world.terms(unit).filter(lambda amount: _named(amount) and _above_0(amount)))
        return attrs.evolve(bare, **{form: asked})
    end = "low" if form == "at_least" else "high"
    level = draw(amounts(unit).filter(lambda amount: getattr(amount, end) is not None))
    start = draw(st.none() | numbers(unit) | st.just(level).filter(_is_one_number))
    return attrs.evolve(bare, **{form: level, "baseline": start})


def _named(amount: Amount) -> bool:
    """Tell whether an amount names the number that it would be met by."""
    return amount.formula is not None or amount.low is not None


def _above_0(amount: Amount) -> bool:
    return amount.formula is not None or (amount.low is not None and amount.low > 0)


def _is_one_number(amount: Amount) -> bool:
    return amount.low is not None and amount.low == amount.high


@st.composite
def gives(draw: st.DrawFn, asked: Asks, world: World) -> Gives:
    """Return the terms of an answer to what is asked, comparable with it unless it is another thing."""
    none = {**dict.fromkeys(PAY_TERMS), "stages": (), "share_reached": None}
    given: Gives = draw(records(Gives, {}, period=draw(world.periods()), **none))
    if given.starts and given.ends:
        first, last = sorted((given.starts, given.ends), key=lambda date: date.first)
        ordered = first.first <= last.last
        given = attrs.evolve(given, starts=first if ordered else None, ends=last)
    if draw(st.sampled_from((False, False, False, True))):
        share = draw(st.integers(0, 100))
        given = attrs.evolve(given, share_reached=Amount.parse(f"{share}%"))
    other = given.instead or (asked.basis and given.basis and asked.basis is not given.basis)
    key, unit = draw(_key_and_unit(asked, world, other=bool(other)))
    if not key or draw(st.sampled_from((False, False, True))):
        return given
    amount = world.terms(unit) if unit in (PAY, SHARE) else amounts(unit)
    if key != "to":
        amount = amount.filter(lambda each: each.low is None or each.low >= 0)
    if draw(st.sampled_from((False, False, True))):
        days = sorted(draw(st.lists(dates(), min_size=1, max_size=3)), key=lambda date: date.last)
        years = st.sampled_from(world.years).map(Period.parse)
        stages = tuple(Stage(starts=day, period=draw(years), **{key: draw(amount)}) for day in days)
        return attrs.evolve(given, stages=stages, period=None, starts=None)
    return attrs.evolve(given, **{key: draw(amount)})


@st.composite
def _key_and_unit(draw: st.DrawFn, asked: Asks, world: World, *, other: bool) -> tuple[str, str]:
    """Return how an answer may be written, `more`, `less` or `to`, and in which unit."""
    change = draw(st.sampled_from(("more", "less")))
    if other or not asked.forms:
        return draw(st.sampled_from((change, "to"))), draw(st.sampled_from(UNITS))
    if asked.change is not None:
        return change, draw(world.units_beside(_unit(asked.change)))
    if asked.direction is not None:
        if asked.baseline is None:
            return change, draw(st.sampled_from(UNITS))
        return draw(st.sampled_from((change, "to"))), _unit(asked.baseline)
    if asked.level is not None and asked.baseline is None:
        return "to", _unit(asked.level)
    return draw(st.sampled_from((change, "to"))), _unit(asked.level or asked.baseline)


def _unit(amount: Amount | None) -> str:
    """Return the unit of an amount as this module writes it; of a formula that of its sums."""
    if amount is None:
        return ""
    if amount.formula is not None:
        return SHARE
    by_key = {Amount.parse(_literal(Fraction(1), unit)).unit.key: unit for unit in UNITS}
    return by_key[amount.unit.key]


@st.composite
def answers(
    draw: st.DrawFn, world: World, demand: str | None, asked: Asks, points: tuple[str, ...] = ()
) -> Answer:
    """Return an answer to a demand with these terms, or (None) to nobody's demand."""
    kind = draw(st.sampled_from((*Kind, Kind.AGREED, Kind.IN_FORCE, Kind.IN_FORCE)))
    given = draw(gives(asked, world))
    if kind in GIVING_NOTHING:
        given = Gives(period=given.period)
    names = world.names
    return draw(records(Answer, names, demand=demand, kind=kind, gives=given, for_=points))


@st.composite
def concessions(
    draw: st.DrawFn, world: World, name: str, asked: dict[str, Asks], makers: Collection[str]
) -> Concession:
    """Return a concession of this id that answers some of what is asked, or nobody's demand."""
    chosen = draw(_some(asked, 3))
    replies = []
    for demand in chosen:
        points = asked[demand].for_ or world.names["pay_points"]
        points = points if draw(st.booleans()) else ()
        several = [(point,) for point in draw(_some(points, 2))] or [()]
        replies += [draw(answers(world, demand, asked[demand], each)) for each in several]
    undemanded = None if chosen and draw(st.booleans()) else draw(answers(world, None, Asks()))
    votes = draw(_some(world.names["votes"], 2)) if draw(st.booleans()) else []
    made: Concession = draw(
        records(
            Concession,
            world.names,
            id=name,
            made_by=draw(st.sampled_from(sorted(makers))),
            date=draw(dates()),
            answers=tuple(replies),
            undemanded=undemanded,
            accepted_by=tuple(votes),
            accepted=None,
        )
    )
    if not votes and draw(st.sampled_from((False, False, True))):
        made = attrs.evolve(made, accepted=draw(dates()))
    return _explained(_in_order(made))


def _in_order(made: Concession) -> Concession:
    """Return a concession that nobody accepts or takes back before it was made, or accepts after that."""

    def later(date: Date | None) -> Date | None:
        ordered = date is None or made.date is None or date.last >= made.date.first
        return date if ordered else made.date

    accepted, withdrawn = later(made.accepted), later(made.withdrawn)
    return attrs.evolve(
        made,
        accepted=None if accepted and withdrawn and accepted.after(withdrawn) else accepted,
        withdrawn=withdrawn,
        answers=tuple(attrs.evolve(each, withdrawn=later(each.withdrawn)) for each in made.answers),
    )


def _voted(made: Concession, cast: tuple[Vote, ...]) -> Concession:
    """Return a concession that no vote accepts before it was made."""
    early = {
        vote.id
        for vote in cast
        if vote.date and made.date and vote.date.last < made.date.first and vote.carried
    }
    kept = tuple(name for name in made.accepted_by if name not in early)
    return attrs.evolve(made, accepted_by=kept)


@st.composite
def demands(draw: st.DrawFn, world: World, name: str, parts: tuple[str, ...]) -> Demand:
    """Return a demand of this id, and with parts of these."""
    made: Demand = draw(
        records(
            Demand,
            world.names,
            id=name,
            asks=Asks() if parts else draw(asks(world)),
            parts=tuple(
                draw(records(Part, world.names, id=part, asks=draw(asks(world)))) for part in parts
            ),
        )
    )
    if made.date and made.dropped and made.dropped.last < made.date.last:
        made = attrs.evolve(made, date=made.dropped, dropped=made.date)
    return _explained(made)


@functools.cache
def numbers(unit: str) -> st.SearchStrategy[Amount]:
    """Return amounts of a unit that are one number."""
    return amounts(unit).filter(lambda amount: amount.low == amount.high)


@st.composite
def shares(draw: st.DrawFn, most: int) -> Amount:
    """Return shares from 0% to so many percent, in every form that can be recorded."""
    low, high = sorted((draw(st.integers(0, most)), draw(st.integers(0, most))))
    form = draw(st.sampled_from(("{0}%", "{0}.5%", "at least {0}%", "up to {1}%", "{0}% to {1}%")))
    return Amount.parse(form.format(low, high) if low < most else f"{most}%")


@st.composite
def votes(draw: st.DrawFn, names: Names, name: str) -> Vote:
    """Return a vote of this id, to come or with a result, whose options have no more than all votes."""
    if draw(st.booleans()):
        to_come = {"carried": None, "options": (), "turnout": None, "outcome": None}
        needed = {"share_needed": None, "turnout_needed": None}
        return _explained(draw(records(Vote, names, id=name, **to_come, **needed)))
    fields = ("turnout", "share_needed", "turnout_needed")
    given = {field: draw(st.none() | shares(100)) for field in fields}
    options = tuple(
        draw(records(Option, names, share=draw(st.none() | shares(33))))
        for _ in range(draw(st.integers(0, 3)))
    )
    given |= {"date": draw(dates()), "carried": draw(st.booleans())}
    return _explained(draw(records(Vote, names, id=name, options=options, **given)))


@st.composite
def figures(draw: st.DrawFn, names: Names, name: str) -> Figure:
    """Return a figure of this id, like enough to others to be compared with some of them."""
    value = draw(st.sampled_from(("%", "%", "%", "£", "residents per carer")).flatmap(amounts))
    measures = draw(st.sampled_from(("pay", "pay", "prices")))
    return _explained(draw(records(Figure, names, id=name, value=value, measures=measures)))


@st.composite
def checks(draw: st.DrawFn, names: Names, known: Collection[Figure]) -> Check:
    """Return a check that a claim can be put to beside these figures."""
    of_unit: dict[Unit, list[str]] = {}
    for figure in known:
        of_unit.setdefault(figure.value.unit, []).append(figure.id)
    units = [unit for unit, alike in of_unit.items() if len(alike) > 1]
    unit = draw(st.sampled_from(units)) if units else Unit("")
    # Nothing is tested on itself.
    one, *others = draw(_some(of_unit[unit], 3, least=2)) if units else ("",)
    start, *end = draw(_some(names["events"], 2, least=2)) if len(names["events"]) > 1 else ("",)
    facts = [section for section in ("concessions", "events", "votes") if names[section]]
    kinds: list[type] = [Count]
    kinds += [Compare, Extreme, Total, Fits] if units else []
    kinds += [RealTerms] if unit.key == SHARE else []
    kinds += [Elapsed] if end else []
    kinds += [StanceChange] if names["subjects"] else []
    kinds += [Fact] if facts else []
    kind = draw(st.sampled_from(kinds))
    given: dict[str, Any] = {}
    if kind is Count:
        numbers_of = ("0", "1", "2", "0%", "33.5%", "100%")
        number = draw(st.sampled_from(numbers_of).map(Amount.parse) | st.just(SIGNIFICANT))
        given = {"reaching": draw(st.sampled_from(SCALE)), "number": number}
    elif kind is Compare:
        positive = numbers("").filter(lambda amount: amount.low is not None and amount.low > 0)
        given = {"figures": tuple(others), "to": one, "factor": draw(st.none() | positive)}
        given["number"] = None
        if draw(st.booleans()):
            given = {
                **dict.fromkeys(given),
                "figures": tuple(others),
                "number": _one_of(known, one),
            }
    elif kind is Extreme:
        given = {"figure": one, "among": tuple(others)}
    elif kind is RealTerms:
        given = {"awards": tuple(others), "inflation": one, "number": draw(numbers("%"))}
    elif kind is Elapsed:
        number = draw(st.sampled_from(("days", "weeks")).flatmap(numbers))
        given = {"start": start, "end": end[0], "number": number}
    elif kind is Total:
        given = {"total": one, "parts": tuple(others), "number": None}
        if draw(st.booleans()):
            given |= {"total": None, "number": _one_of(known, one)}
    elif kind is Fits:
        given = {"figures": (one,), "under": tuple(others)}
    elif kind is Fact:
        section = draw(st.sampled_from(facts))
        given = {"concession": None, "event": None, "vote": None}
        given[section.removesuffix("s")] = draw(st.sampled_from(names[section]))
    (name,) = (each.name for each in fields_of(Check) if each.holds is kind)
    none = dict.fromkeys(each.name for each in attrs.fields(Check) if each.name != "note")
    return draw(records(Check, names, **{**none, name: draw(records(kind, names, **given))}))


def _one_of(known: Collection[Figure], name: str) -> Amount:
    """Return one number that a figure may be, as a claim would name it."""
    (value,) = (figure.value for figure in known if figure.id == name)
    number = value.low if value.low is not None else value.high or Fraction(0)
    quarters = Fraction(round(number * 4), 4)
    return Amount.parse(_literal(quarters, _unit(value)))


@st.composite
def claims(draw: st.DrawFn, names: Names, name: str, known: Collection[Figure]) -> Claim:
    """Return a claim of this id, with a check or the reason why there is none."""
    check = draw(st.none() | checks(names, known))
    free = {
        "check": check,
        "untested": None,
        "note": draw(st.none() | texts()),
        "date": draw(dates()),
    }
    if check is None:
        free |= {"untested": draw(st.sampled_from(Untested)), "note": draw(texts())}
    return _explained(draw(records(Claim, names, id=name, **free)))


@st.composite
def expectations(draw: st.DrawFn, names: Names) -> Expectation:
    """Return what is expected of one of the demands or claims, which it may well not meet."""
    of = draw(st.sampled_from([each for each in ("demands", "claims") if names[each]]))
    free: dict[str, Any] = {"demand": None, "status": None, "claim": None, "verdict": None}
    free[of.removesuffix("s")] = draw(st.sampled_from(names[of]))
    if of == "demands":
        free["status"] = draw(st.sampled_from(Status))
    else:
        free["verdict"] = draw(st.sampled_from(ClaimVerdict))
    free["policy"] = draw(st.none() | st.sampled_from(sorted(POLICIES)))
    return draw(records(Expectation, names, **free))


@st.composite
def disputes(draw: st.DrawFn) -> Dispute:
    """Return disputes in which every reference leads somewhere and every check is kept.

    Either a party has members that answer one by one, or there are pay points, or neither.
    """
    sort = draw(st.sampled_from(("plain", "members", "pay points")))
    names: Names = {
        "parties": draw(_unique(3 if sort == "members" else 1, 4)),
        "documents": draw(_unique(0, 2)),
        "pay_points": draw(_unique(1, 2)) if sort == "pay points" else (),
    }
    groups: list[list[str]] = []
    for name in draw(_unique(0, 6)):
        if groups and draw(st.sampled_from((False, False, True))):
            groups[-1].append(name)
        else:
            groups.append([name])
    names["demands"] = tuple(name for group in groups for name in group)
    names["concessions"] = draw(_unique(0, 6))
    names |= {section: draw(_unique(0, 2)) for section in ("subjects", "votes", "events")}
    names["claims"] = draw(_unique(0, 3))
    known = [_explained(draw(figures(names, name))) for name in draw(_unique(0, 4))]
    world = World(
        names=names,
        years=draw(st.sampled_from(YEARS)),
        shares=tuple(each.id for each in known if each.value.unit.key == SHARE),
    )
    made = [draw(demands(world, name, tuple(parts))) for name, *parts in groups]
    asked = {part.id: part.asks for demand in made for part in demand.parts or (demand,)}
    whole, *others = names["parties"]
    members = {whole: tuple(others[:2])} if sort == "members" else {}
    # Most of what is given comes from those who were asked.
    makers = {*names["parties"][:1], *(each.made_to for each in made), *members.get(whole, ())}
    wholes = {**names, "demands": tuple(whole for whole, *_ in groups)}
    scale = st.sampled_from(SCALE)
    said = records(Position, names, date=draw(dates()))
    positions = st.lists(said, max_size=3 if names["subjects"] else 0)
    any_named = names["demands"] or names["claims"]
    cast = tuple(draw(votes(names, name)) for name in names["votes"])
    return Dispute(
        title=draw(texts()),
        summary=draw(st.none() | texts()),
        corrections=draw(st.sampled_from((None, "https://a.org/form", "them@a.org"))),
        parties=tuple(
            draw(records(Party, names, id=name, members=members.get(name, ())))
            for name in names["parties"]
        ),
        documents=tuple(
            _explained(draw(records(Document, names, id=name, file=draw(FILES))))
            for name in names["documents"]
        ),
        pay_points=tuple(
            draw(records(PayPoint, names, id=name, value=Amount.parse(f"£{rank}1,000/year")))
            for rank, name in enumerate(names["pay_points"], 2)
        ),
        demands=tuple(made),
        concessions=tuple(
            _voted(draw(concessions(world, name, asked, makers)), cast)
            for name in names["concessions"]
        ),
        verdicts=_once(
            _explained(
                draw(records(Verdict, names, demand=name, status=draw(scale), date=draw(dates())))
            )
            for name in draw(_some(names["demands"], 2))
        ),
        claims=tuple(draw(claims(wholes, name, known)) for name in names["claims"]),
        subjects=tuple(draw(records(Subject, names, id=name)) for name in names["subjects"]),
        positions=tuple(map(_explained, draw(positions))),
        figures=tuple(known),
        votes=cast,
        events=tuple(
            _explained(draw(records(Event, names, id=name, date=draw(dates()))))
            for name in names["events"]
        ),
        expected=tuple(draw(st.lists(expectations(names), max_size=2))) if any_named else (),
    )


def _once(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Return verdicts without a second one by a party on a demand."""
    return tuple({(each.by, each.demand): each for each in verdicts}.values())


@st.composite
def _unique(draw: st.DrawFn, least: int, most: int) -> tuple[str, ...]:
    """Return different ids."""
    size = draw(st.integers(least, most))
    return tuple(draw(st.lists(ids(), min_size=size, max_size=size, unique=True)))


@st.composite
def _some(draw: st.DrawFn, names: Collection[str], most: int, least: int = 0) -> list[str]:
    """Return some of these names, each once and in any order."""
    size = draw(st.integers(least, min(most, len(names))))
    return draw(st.permutations(list(names)))[:size] if size else []


def _explained(record: Any) -> Any:
    """Give a record whose printed date is not the likely one the note that it needs."""
    if record.date_printed and not record.date_note:
        return attrs.evolve(record, date_note="It is a misprint.")
    return record
