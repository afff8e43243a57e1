"""Hypothesis strategies for valid disputes: what `disputes` makes, a file may say.

Records are made by the declarations of the model's fields, so a new field is generated unasked; what
must hold between fields is seen to here, apart from the package's own checks.
"""

from __future__ import annotations

import functools
from collections.abc import Collection
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from pcs_scorecard import (
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
    Level,
    Option,
    Part,
    Party,
    Position,
    RealTerms,
    StanceChange,
    Status,
    Subject,
    Total,
    Verdict,
    Vote,
)
from pcs_scorecard.model.fields import Field, fields_of

Names = dict[str, tuple[str, ...]]
"""The ids that references may use, by section."""

UNITS = (
    *("", "%", "percentage points", "hours", "hours/week", "days", "days/week", "days/year"),
    *("weeks", "months", "£", "£/hour", "£/year", "€/month", "$", "ratio"),
)
FILES = st.none() | st.sampled_from(("a.txt", "minutes 2.md"))

GIVING_NOTHING = (Kind.REFUSAL, Kind.WORSENING, Kind.NOTHING_OFFERED, Kind.TALKS)

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
    """Return dates of two years known to the day, the month or the year."""
    months = [f"202{year}-{month:02}" for year in (2, 3) for month in range(1, 13)]
    days = [f"{month}-{day}" for month in months for day in ("01", "15", "28")]
    texts_of = st.sampled_from(days) | st.sampled_from(months) | st.sampled_from(["2022", "2023"])
    return texts_of.map(Date.parse)


@functools.cache
def amounts(unit: str) -> st.SearchStrategy[Amount]:
    """Return amounts of a unit in every form that can be recorded, close enough to be compared."""
    quarters = st.integers(1 if unit == "ratio" else -8, 40).map(lambda n: Fraction(n, 4))
    one = quarters.map(lambda value: _literal(value, unit))
    ordered = st.tuples(quarters, quarters).map(sorted)
    forms = [
        one,
        st.tuples(st.sampled_from(("at least", "about", "up to", "at most")), one).map(" ".join),
        ordered.map(lambda ends: " to ".join(_literal(end, unit) for end in ends)),
    ]
    if unit != "ratio":
        forms.append(st.lists(one, min_size=2, max_size=3).map(" + ".join))
    if unit == "%":
        forms.append(st.lists(one, min_size=2, max_size=3).map(" compounded with ".join))
    return st.one_of(one, *forms).map(Amount.parse)


def _literal(value: Fraction, unit: str) -> str:
    """Write quarters in a unit, as a person would."""
    number = f"{abs(value.numerator) / value.denominator:.2f}".removesuffix(".00")
    sign = "-" if value < 0 else ""
    if unit == "ratio":
        return f"1:{number}"
    if unit[:1] in ("£", "€", "$"):
        return f"{sign}{unit[0]}{number}{unit[1:]}"
    return f"{sign}{number}{unit}" if unit in ("", "%") else f"{sign}{number} {unit}"


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
        "yes": st.booleans(),
        "date": dates(),
        "period": st.sampled_from(("2022/23", "2023/24", "1999/00")),
    }
    return simple[str(field.holds)]


@st.composite
def asks(draw: st.DrawFn) -> Asks:
    """Return the terms of a demand."""
    bare: Asks = draw(records(Asks, {}, amount=None, level=None, baseline=None))
    if draw(st.booleans()):
        return bare
    unit = draw(st.sampled_from(UNITS))
    amount = draw(amounts(unit))
    level = draw(st.sampled_from(Level) if unit == "ratio" else st.none() | st.sampled_from(Level))
    # A demand names the number that it would be met by.
    if amount.low is None:
        level = Level.CAP
    elif amount.high is None and level is Level.CAP:
        level = Level.FLOOR
    asked = amount.counted(level)
    baseline = draw(st.none() | amounts(unit))
    if baseline and not _below(baseline.low, asked, level):
        baseline = None
    if baseline is None and level is None and not asked:
        level = Level.FLOOR
    return attrs.evolve(bare, amount=amount, level=level, baseline=baseline)


def _below(start: Fraction | None, asked: Fraction | None, level: Level | None) -> bool:
    """Tell whether there is something left to ask for where a demand starts."""
    if start is None or asked is None or start == asked:
        return False
    return level is None or (start < asked) == (level is Level.FLOOR)


@st.composite
def gives(draw: st.DrawFn, asked: Asks) -> Gives:
    """Return the terms of an answer to what is asked, in its unit unless it is another thing."""
    given: Gives = draw(records(Gives, {}, amount=None, share_reached=None))
    if given.starts and given.ends:
        first, last = sorted((given.starts, given.ends), key=lambda date: date.last)
        given = attrs.evolve(given, starts=first, ends=last)
    if draw(st.sampled_from((False, False, False, True))):
        share = draw(st.integers(0, 100))
        given = attrs.evolve(given, share_reached=Amount.parse(f"{share}%"))
    other = given.instead or (asked.basis and given.basis and asked.basis is not given.basis)
    alike = asked.amount is not None and not other
    unit = st.just(asked.amount.unit) if alike else st.sampled_from(UNITS)
    return attrs.evolve(given, amount=draw(st.none() | unit.flatmap(amounts)))


@st.composite
def answers(draw: st.DrawFn, names: Names, demand: str | None, asked: Asks) -> Answer:
    """Return an answer to a demand with these terms, or (None) to nobody's demand."""
    kind = draw(st.sampled_from((*Kind, Kind.AGREED, Kind.IN_FORCE, Kind.IN_FORCE)))
    given = draw(gives(asked))
    if kind in GIVING_NOTHING:
        given = Gives(period=given.period)
    return draw(records(Answer, names, demand=demand, kind=kind, gives=given))


@st.composite
def concessions(draw: st.DrawFn, names: Names, name: str, asked: dict[str, Asks]) -> Concession:
    """Return a concession of this id that answers some of what is asked, or nobody's demand."""
    chosen = draw(_some(asked, 3))
    undemanded = None if chosen and draw(st.booleans()) else draw(answers(names, None, Asks()))
    made: Concession = draw(
        records(
            Concession,
            names,
            id=name,
            answers=tuple(draw(answers(names, demand, asked[demand])) for demand in chosen),
            undemanded=undemanded,
        )
    )
    if made.withdrawn and made.withdrawn.last < made.date.last:
        made = attrs.evolve(made, date=made.withdrawn, withdrawn=made.date)
    return _explained(made)


@st.composite
def demands(draw: st.DrawFn, names: Names, name: str, parts: tuple[str, ...]) -> Demand:
    """Return a demand of this id, and with parts of these."""
    made: Demand = draw(
        records(
            Demand,
            names,
            id=name,
            asks=Asks() if parts else draw(asks()),
            parts=tuple(draw(records(Part, names, id=part, asks=draw(asks()))) for part in parts),
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
    """Return a vote of this id, whose options have no more than all the votes."""
    fields = ("turnout", "share_needed", "turnout_needed")
    given = {field: draw(st.none() | shares(100)) for field in fields}
    options = tuple(
        draw(records(Option, names, share=draw(st.none() | shares(33))))
        for _ in range(draw(st.integers(0, 3)))
    )
    return _explained(draw(records(Vote, names, id=name, options=options, **given)))


@st.composite
def figures(draw: st.DrawFn, names: Names, name: str) -> Figure:
    """Return a figure of this id, like enough to others to be compared with some of them."""
    value = draw(st.sampled_from(("%", "%", "%", "£", "ratio")).flatmap(amounts))
    measures = draw(st.sampled_from(("pay", "pay", "prices")))
    return _explained(draw(records(Figure, names, id=name, value=value, measures=measures)))


@st.composite
def checks(draw: st.DrawFn, names: Names, known: Collection[Figure]) -> Check:
    """Return a check that a claim can be put to beside these figures."""
    of_unit: dict[str, list[str]] = {}
    for figure in known:
        of_unit.setdefault(figure.value.unit, []).append(figure.id)
    units = sorted(unit for unit, alike in of_unit.items() if len(alike) > 1)
    unit = draw(st.sampled_from(units)) if units else ""
    # Nothing is tested on itself.
    one, *others = draw(_some(of_unit[unit], 3, least=2)) if units else ("",)
    start, *end = draw(_some(names["events"], 2, least=2)) if len(names["events"]) > 1 else ("",)
    facts = [section for section in ("concessions", "events", "votes") if names[section]]
    kinds: list[type] = [Count]
    kinds += [Compare, Extreme, Total, Fits] if units else []
    kinds += [RealTerms] if unit == "%" else []
    kinds += [Elapsed] if end else []
    kinds += [StanceChange] if names["subjects"] else []
    kinds += [Fact] if facts else []
    kind = draw(st.sampled_from(kinds))
    given: dict[str, Any] = {}
    if kind is Count:
        number = Amount.parse(draw(st.sampled_from(("0", "1", "2", "0%", "33.5%", "100%"))))
        given = {"reaching": draw(st.sampled_from(SCALE)), "number": number}
    elif kind is Compare:
        positive = numbers("").filter(lambda amount: amount.low is not None and amount.low > 0)
        given = {"figures": tuple(others), "to": one, "factor": draw(st.none() | positive)}
    elif kind is Extreme:
        given = {"figure": one, "among": tuple(others)}
    elif kind is RealTerms:
        given = {"awards": tuple(others), "inflation": one, "number": draw(numbers("%"))}
    elif kind is Elapsed:
        number = draw(st.sampled_from(("days", "weeks")).flatmap(numbers))
        given = {"start": start, "end": end[0], "number": number}
    elif kind is Total:
        given = {"total": one, "parts": tuple(others)}
    elif kind is Fits:
        given = {"figures": (one,), "under": tuple(others)}
    elif kind is Fact:
        section = draw(st.sampled_from(facts))
        given = {"concession": None, "event": None, "vote": None}
        given[section.removesuffix("s")] = draw(st.sampled_from(names[section]))
    (name,) = (each.name for each in fields_of(Check) if each.holds is kind)
    none = dict.fromkeys(each.name for each in attrs.fields(Check) if each.name != "note")
    return draw(records(Check, names, **{**none, name: draw(records(kind, names, **given))}))


@st.composite
def claims(draw: st.DrawFn, names: Names, name: str, known: Collection[Figure]) -> Claim:
    """Return a claim of this id, with a check or the reason why there is none."""
    check = draw(st.none() | checks(names, known))
    untested = draw(texts()) if check is None else None
    return _explained(draw(records(Claim, names, id=name, check=check, untested=untested)))


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
    return draw(records(Expectation, names, **free))


@st.composite
def disputes(draw: st.DrawFn) -> Dispute:
    """Return disputes in which every reference leads somewhere and every check is kept."""
    names: Names = {
        "parties": draw(_unique(1, 3)),
        "documents": draw(_unique(0, 2)),
    }
    groups: list[list[str]] = []
    for name in draw(_unique(0, 6)):
        if groups and draw(st.sampled_from((False, False, True))):
            groups[-1].append(name)
        else:
            groups.append([name])
    made = [draw(demands(names, name, tuple(parts))) for name, *parts in groups]
    asked = {part.id: part.asks for demand in made for part in demand.parts or (demand,)}
    names["demands"] = tuple(name for group in groups for name in group)
    names["concessions"] = draw(_unique(0, 6))
    names |= {section: draw(_unique(0, 2)) for section in ("subjects", "votes", "events")}
    names["claims"] = draw(_unique(0, 3))
    known = [_explained(draw(figures(names, name))) for name in draw(_unique(0, 4))]
    wholes = {**names, "demands": tuple(whole for whole, *_ in groups)}
    scale = st.sampled_from(SCALE)
    positions = st.lists(records(Position, names), max_size=3 if names["subjects"] else 0)
    any_named = names["demands"] or names["claims"]
    return Dispute(
        title=draw(texts()),
        summary=draw(st.none() | texts()),
        parties=tuple(draw(records(Party, names, id=name)) for name in names["parties"]),
        documents=tuple(
            _explained(draw(records(Document, names, id=name, file=draw(FILES))))
            for name in names["documents"]
        ),
        demands=tuple(made),
        concessions=tuple(draw(concessions(names, name, asked)) for name in names["concessions"]),
        verdicts=tuple(
            _explained(draw(records(Verdict, names, demand=name, status=draw(scale))))
            for name in draw(_some(names["demands"], 2))
        ),
        claims=tuple(draw(claims(wholes, name, known)) for name in names["claims"]),
        subjects=tuple(draw(records(Subject, names, id=name)) for name in names["subjects"]),
        positions=tuple(map(_explained, draw(positions))),
        figures=tuple(known),
        votes=tuple(draw(votes(names, name)) for name in names["votes"]),
        events=tuple(_explained(draw(records(Event, names, id=name))) for name in names["events"]),
        expected=tuple(draw(st.lists(expectations(names), max_size=2))) if any_named else (),
    )


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
