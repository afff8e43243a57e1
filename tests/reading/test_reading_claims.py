"""Claims, and what they are tested on, as read from YAML: every field, and every problem told."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from helpers.yaml_files import PARTIES, errors, messages, put, refused, table

from pcs_scorecard import (
    Amount,
    Check,
    Claim,
    Compare,
    Context,
    Count,
    Date,
    Elapsed,
    End,
    Event,
    Evidence,
    Extreme,
    Fact,
    Figure,
    Fits,
    Option,
    Position,
    RealTerms,
    Relation,
    Stance,
    StanceChange,
    Status,
    Subject,
    Total,
    Untested,
    Vote,
    load,
)
from pcs_scorecard.values.amounts import SIGNIFICANT

SHOWN = "evidence: [{document: leaflet, at: item 1}]"
"""What every record needs, lest it be warned of."""

FACTS = f"""\
{PARTIES}demands:
  - {{id: pay, title: Pay, made_by: union, made_to: mill, {SHOWN}}}
  - id: leave
    title: Leave
    made_by: union
    made_to: mill
    {SHOWN}
    parts: [{{id: days, title: Days}}, {{id: hours, title: Hours}}]
concessions:
  - {{id: letter, title: Letter, made_by: mill, date: 2023, undemanded: {{kind: talks}}, {SHOWN}}}
subjects:
  - {{id: tea, title: Tea}}
figures:
  - {{id: offer, title: The offer, value: 4.5%, measures: pay, {SHOWN}}}
  - {{id: before, title: The offer before, value: 2%, measures: pay, {SHOWN}}}
  - {{id: bonus, title: The bonus, value: £500, measures: pay, {SHOWN}}}
  - {{id: gift, title: The gift, value: £50, measures: pay, {SHOWN}}}
events:
  - {{id: strike, title: The strike, date: 2023-06-02, {SHOWN}}}
  - {{id: end, title: Its end, date: 2023-06-30, {SHOWN}}}
votes:
  - {{id: ballot, title: The ballot, held_by: union, {SHOWN}}}
"""
"""Twenty-eight lines, and one of each record that a claim can be tested on."""

CLAIM = f"""\
{FACTS}claims:
  - id: more
    title: It is more
    made_by: union
    date: 2023-07
    {SHOWN}
"""
"""Thirty-four lines; what is put after it stands in line 35."""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages name files by their bare names."""
    monkeypatch.chdir(tmp_path)


def of_a_claim(text: str) -> Path:
    """Return a file in which this stands at the end of a claim."""
    return put(CLAIM + textwrap.indent(text, "    "))


def of_a_check(text: str) -> Path:
    """Return a file in which this is the check of a claim."""
    return put(f"{CLAIM}    check:\n{textwrap.indent(text, '      ')}")


# What is read ------------------------------------------------------------------------------


amount = Amount.parse


CHECKS = {
    "{count: {reaching: met, relation: at-most, number: 2/3}}": Check(
        count=Count(
            reaching=Status.MET,
            relation=Relation.AT_MOST,
            number=amount("2/3"),
        )
    ),
    "{count: {reaching: not-met, relation: equal, number: 012, among: [leave, pay], as_of: 2023-06},"
    " note: No}": Check(
        count=Count(
            reaching=Status.NOT_MET,
            relation=Relation.EQUAL,
            number=amount("012"),
            among=("leave", "pay"),
            as_of=Date.parse("2023-06"),
        ),
        note="No",
    ),
    "{count: {reaching: partly-met, relation: at-least, number: significant}}": Check(
        count=Count(reaching=Status.PARTLY_MET, relation=Relation.AT_LEAST, number=SIGNIFICANT)
    ),
    "{compare: {figures: [offer, late], relation: equal, number: 4%}}": Check(
        compare=Compare(figures=("offer", "late"), relation=Relation.EQUAL, number=amount("4%"))
    ),
    "{compare: {figures: [offer], relation: at-most, to: before, factor: 9.4%}}": Check(
        compare=Compare(
            figures=("offer",), relation=Relation.AT_MOST, to="before", factor=amount("9.4%")
        )
    ),
    "{compare: {figures: [offer], relation: more-than, to: before, factor: about 2}}": Check(
        compare=Compare(
            figures=("offer",),
            relation=Relation.MORE_THAN,
            to="before",
            factor=amount("about 2"),
        )
    ),
    "{compare: {figures: [offer, before], relation: equal, to: late, factor: 0.5}}": Check(
        compare=Compare(
            figures=("offer", "before"),
            relation=Relation.EQUAL,
            to="late",
            factor=amount("0.5"),
        )
    ),
    "{extreme: {figure: offer, end: highest, among: [before]}}": Check(
        extreme=Extreme(figure="offer", end=End.HIGHEST, among=("before",))
    ),
    "{real_terms: {awards: [offer], inflation: before, relation: less-than, number: 0%}}": Check(
        real_terms=RealTerms(
            awards=("offer",),
            inflation="before",
            relation=Relation.LESS_THAN,
            number=amount("0%"),
        )
    ),
    "{elapsed: {start: strike, end: end, relation: at-least, number: 4 weeks}}": Check(
        elapsed=Elapsed(
            start="strike",
            end="end",
            relation=Relation.AT_LEAST,
            number=amount("4 weeks"),
        )
    ),
    "{total: {total: bonus, parts: [gift]}}": Check(total=Total(total="bonus", parts=("gift",))),
    "{total: {number: £550, parts: [gift, bonus]}}": Check(
        total=Total(number=amount("£550"), parts=("gift", "bonus"))
    ),
    "{fits: {figures: [offer], under: [before], fits: no}}": Check(
        fits=Fits(figures=("offer",), under=("before",), fits=False)
    ),
    "{stance_change: {party: mill, subject: tea, changed: true}}": Check(
        stance_change=StanceChange(party="mill", subject="tea", changed=True)
    ),
    "{fact: {concession: letter, confirms: yes}}": Check(
        fact=Fact(concession="letter", confirms=True)
    ),
    "{fact: {event: strike, confirms: false}}": Check(fact=Fact(event="strike", confirms=False)),
    "{fact: {vote: ballot, confirms: yes}}": Check(fact=Fact(vote="ballot", confirms=True)),
}


@pytest.mark.parametrize("text", CHECKS)
def test_reads_every_check(text: str) -> None:
    """Each field of each check has the type that the model gives it, and nothing is warned of."""
    late = f"figures: [{{id: late, title: Late, value: 3%, measures: pay, {SHOWN}}}]\n"
    put(f"{CLAIM}    check: {text}\n", "f/a.yaml")
    path = put(late, "f/b.yaml").parent
    assert load(path).claims[0].check == CHECKS[text]
    assert errors(path) == []


def test_reads_every_field_of_a_claim_and_of_facts() -> None:
    """Each field of the records about claims is read by its type, in any order of records."""
    dispute = load(
        put("""\
claims:
  - {id: 012, title: No, made_by: on, date: 2023-07, date_printed: 7/23, date_note: off,
     untested: forecast, note: ~, context: [{says: yes, evidence: [{document: no, at: 1:10}]}],
     evidence: [{document: no, at: 1.0, quote: 1e3}]}
positions:
  - {subject: 1.5, party: on, stance: objects, says: no, date: 2023-06-02, date_printed: June,
     date_note: on, evidence: [{document: no, at: a}], note: 0x1F}
subjects: [{id: 1.5, title: 1.50}]
figures:
  - {id: 1.5, title: 1_000, value: 9.2% to 14.4%, measures: yes, group: off, date: 2022,
     date_printed: '22', date_note: a, evidence: [{document: no, at: a}], note: .inf}
votes:
  - {id: 012, title: on, held_by: on, date: 2023-06, date_printed: '6', date_note: b,
     carried: false, options: [{title: no, share: 72.1%}, {title: yes}], turnout: 2/3, share_needed: 50%,
     turnout_needed: at least 50%, outcome: off, evidence: [{document: no, at: a}], note: c}
events:
  - {id: null, title: 2023-06, date: 2023-06-30, date_printed: '30', date_note: d,
     counted_from: 012, evidence: [{document: no, at: a}], note: e}
documents: [{id: no, title: yes, publisher: on}]
parties: [{id: on, name: No, kind: union}]
title: 1:10
""")
    )
    shown, day = (Evidence(document="no", at="a"),), Date.parse
    assert dispute.claims == (
        Claim(
            id="012",
            title="No",
            made_by="on",
            date=day("2023-07"),
            date_printed="7/23",
            date_note="off",
            untested=Untested.FORECAST,
            context=(Context(says="yes", evidence=(Evidence(document="no", at="1:10"),)),),
            evidence=(Evidence(document="no", at="1.0", quote="1e3"),),
            note="~",
        ),
    )
    assert dispute.positions == (
        Position(
            party="on",
            subject="1.5",
            stance=Stance.OBJECTS,
            says="no",
            date=day("2023-06-02"),
            date_printed="June",
            date_note="on",
            evidence=shown,
            note="0x1F",
        ),
    )
    assert dispute.subjects == (Subject(id="1.5", title="1.50"),)
    assert dispute.figures == (
        Figure(
            id="1.5",
            title="1_000",
            value=amount("9.2% to 14.4%"),
            measures="yes",
            group="off",
            date=day("2022"),
            date_printed="22",
            date_note="a",
            evidence=shown,
            note=".inf",
        ),
    )
    assert dispute.votes == (
        Vote(
            id="012",
            title="on",
            held_by="on",
            date=day("2023-06"),
            date_printed="6",
            date_note="b",
            carried=False,
            options=(
                Option(title="no", share=amount("72.1%")),
                Option(title="yes"),
            ),
            turnout=amount("2/3"),
            share_needed=amount("50%"),
            turnout_needed=amount("at least 50%"),
            outcome="off",
            evidence=shown,
            note="c",
        ),
    )
    assert dispute.events == (
        Event(
            id="null",
            title="2023-06",
            date=day("2023-06-30"),
            date_printed="30",
            date_note="d",
            counted_from="012",
            evidence=shown,
            note="e",
        ),
    )


# A claim and its check -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    table("""
    note: a
    => 30:5: claims[0].check: found neither of `check` and `untested`; a claim has one of the two

    check: {fact: {event: strike, confirms: yes}}
    untested: motive
    note: It says what they wanted.
    => 35:12: claims[0].check: found both of `check` and `untested`; a claim has one of the two

    check: {}
    => 35:12: claims[0].check: found 0 checks in one; a claim has one check

    check: {note: a}
    => 35:12: claims[0].check: found 0 checks in one; a claim has one check

    check: {fact: {event: strike, confirms: yes}, total: {total: bonus, parts: [gift]}}
    => 35:12: claims[0].check: found 2 checks in one; a claim has one check

    check: {facts: {event: strike, confirms: yes}}
    => 35:13: claims[0].check.facts: unknown key; allowed are count, compare, extreme, real_terms,
    elapsed, total, fits, stance_change, fact, note; did you mean 'fact'?

    check: strike
    => 35:12: claims[0].check: found 'strike'; allowed is a mapping of count, compare, extreme,
    real_terms, elapsed, total, fits, stance_change, fact, note

    check: {fact: [strike]}
    => 35:19: claims[0].check.fact: found a list; allowed is a mapping of concession, event, vote,
    confirms

    check:
    => 35:11: claims[0].check: found nothing; leave the key out

    untested: A motive.
    => 35:15: claims[0].untested: found 'A motive.'; allowed are opinion, forecast, motive, cause,
    figure; did you mean 'motive'?

    untested: ' '
    => 35:15: claims[0].untested: found ' '; allowed are opinion, forecast, motive, cause, figure

    untested: figure
    => 35:15: claims[0].untested: found 'figure'; say in `note` which one is missing

    untested: cause
    => 35:15: claims[0].untested: found 'cause'; say in `note` why it is one

    untested: motive
    context: [{evidence: [{document: leaflet, at: a}]}]
    => 36:15: claims[0].context[0]: `says` is missing

    untested: motive
    context: a
    => 36:14: claims[0].context: found 'a'; allowed is a list of mappings of says, evidence

    untested: motive
    date_printed: 2nd July
    note: It says what they wanted.
    => 36:19: claims[0].date_printed: differs from `date`; say in `date_note` why
    """),
)
def test_refuses_a_claim(text: str, told: list[str]) -> None:
    """A claim has one check, or the reason why there is none."""
    assert refused(of_a_claim(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    table("""
    count: {reaching: no-response, relation: equal, number: '0'}
    => 36:25: claims[0].check.count.reaching: 'no-response' is off the scale; name a status on it

    count: {reaching: met, relation: equal, number: 2.5}
    => 36:55: claims[0].check.count.number: found '2.5'; allowed is a whole number

    count: {reaching: met, relation: more-than, number: -1}
    => 36:59: claims[0].check.count.number: found '-1'; allowed is a whole number

    count: {reaching: met, relation: at-most, number: 120%}
    => 36:57: claims[0].check.count.number: found '120%'; allowed is a share from 0% to 100%

    count: {reaching: met, relation: equal, number: 3 days}
    => 36:55: claims[0].check.count.number: found '3 days'; allowed is a count, or a share in %

    count: {reaching: no-response, relation: equal, number: £3}
    => 36:25: claims[0].check.count.reaching: 'no-response' is off the scale; name a status on it
    => 36:63: claims[0].check.count.number: found '£3'; allowed is a count, or a share in %

    count: {reaching: met, relation: equal, number: at least 3}
    => 36:55: claims[0].check.count.number: found 'at least 3'; allowed is one number: bounds stand
    in `relation`

    count: {reaching: met, relation: at-most, number: 40% to 50%}
    => 36:57: claims[0].check.count.number: found '40% to 50%'; allowed is one number: bounds stand
    in `relation`

    count: {reaching: met, relation: at-leest, number: 3, as_of: June}
    => 36:40: claims[0].check.count.relation: found 'at-leest'; allowed are less-than, at-most,
    equal, at-least, more-than; did you mean 'at-least'?
    => 36:68: claims[0].check.count.as_of: found 'June'; allowed is <dates>

    count: {reaching: met, relation: equal, number: lots}
    => 36:55: claims[0].check.count.number: found 'lots'; allowed is a number of demands, a share of
    them in %, or `significant`

    count: {}
    => 36:14: claims[0].check.count: `number` is missing
    => 36:14: claims[0].check.count: `reaching` is missing
    => 36:14: claims[0].check.count: `relation` is missing

    count: {reaching: met, relation: equal, number: 1, among: [hours, pay, days]}
    => 36:14: claim 'more' counts 'days', a part of a demand; name the demand
    => 36:14: claim 'more' counts 'hours', a part of a demand; name the demand

    compare: {figures: [offer], relation: more-than, to: before, factor: 2 days}
    => 36:76: claims[0].check.compare.factor: found '2 days'; allowed is a plain number above 0, or a
    share of the figure in %

    compare: {figures: [offer], relation: more-than, to: before, factor: '0'}
    => 36:76: claims[0].check.compare.factor: found '0'; allowed is a plain number above 0, or a share
    of the figure in %

    compare: {figures: [offer], relation: more-than, to: before, factor: -2%}
    => 36:76: claims[0].check.compare.factor: found '-2%'; allowed is a plain number above 0, or a
    share of the figure in %

    compare: {figures: [offer], relation: equal, number: 4%, factor: 2}
    => 36:72: claims[0].check.compare.factor: stands beside no figure; name one in `to`

    compare: {figures: [offer], relation: equal}
    => 36:16: claims[0].check.compare: found neither of `number` and `to`; name one

    compare: {figures: [offer], relation: equal, number: 4%, to: before}
    => 36:16: claims[0].check.compare: found both of `number` and `to`; name one

    compare: {figures: [offer], relation: equal, number: 3% to 4%}
    => 36:60: claims[0].check.compare.number: found '3% to 4%'; allowed is one number: bounds stand
    in `relation`

    compare: {figures: [offer], relation: equal, number: figure before + 1%}
    => 36:60: claims[0].check.compare.number: found 'figure before + 1%'; allowed is one number:
    bounds stand in `relation`

    compare: {figures: [offer], relation: equal, number: significant}
    => 36:60: claims[0].check.compare.number: found 'significant'; allowed is an amount: <amounts>

    compare: {figures: [offer], relation: equal, number: £4}
    => 36:16: claim 'more' is tested on '4.5%' and '£4': unlike units are not compared

    compare: {figures: [offer], relation: equal, to: before, factor: up to 2}
    => 36:72: claims[0].check.compare.factor: found 'up to 2'; allowed is one number: bounds stand
    in `relation`

    compare: {figures: [before, offer], relation: equal, to: offer}
    => 36:64: claims[0].check.compare.to: found 'offer' on both sides; nothing is tested on itself

    compare: {figures: [offer, bonus], relation: equal, to: before}
    => 36:16: claim 'more' is tested on '2%' and '£500': unlike units are not compared

    extreme: {figure: offer, end: high, among: [before]}
    => 36:37: claims[0].check.extreme.end: found 'high'; allowed are lowest, highest; did you mean
    'highest'?

    extreme: {figure: offer, end: highest, among: [before, offer]}
    => 36:25: claims[0].check.extreme.figure: found 'offer' on both sides; nothing is tested on
    itself

    extreme: {figure: offer, end: highest, among: [before, gift]}
    => 36:16: claim 'more' is tested on '2%' and '£50': unlike units are not compared

    real_terms: {awards: [offer], inflation: before, relation: equal, number: '0'}
    => 36:19: claim 'more' is tested on '2%' and '0': unlike units are not compared
    => 36:81: claims[0].check.real_terms.number: found '0'; allowed is a rise in %

    real_terms: {awards: [offer], inflation: before, relation: equal, number: up to 0%}
    => 36:81: claims[0].check.real_terms.number: found 'up to 0%'; allowed is one number: bounds
    stand in `relation`

    real_terms: {awards: [offer], inflation: offer, relation: equal, number: £3}
    => 36:19: claim 'more' is tested on '4.5%' and '£3': unlike units are not compared
    => 36:48: claims[0].check.real_terms.inflation: found 'offer' on both sides; nothing is tested
    on itself
    => 36:80: claims[0].check.real_terms.number: found '£3'; allowed is a rise in %

    real_terms: {awards: [bonus], inflation: gift, relation: equal, number: 0%}
    => 36:19: claim 'more' is tested on '£50' and '0%': unlike units are not compared

    real_terms: {awards: [bonus], inflation: gift, relation: equal, number: £3}
    => 36:19: claim 'more': awards after inflation are in %
    => 36:79: claims[0].check.real_terms.number: found '£3'; allowed is a rise in %

    real_terms: {awards: [offer, bonus], inflation: before, relation: equal, number: 0%}
    => 36:19: claim 'more' is tested on '0%' and '£500': unlike units are not compared

    elapsed: {start: strike, end: end, relation: equal, number: 1 month}
    => 36:67: claims[0].check.elapsed.number: found '1 month'; allowed is a number of days or weeks

    elapsed: {start: strike, end: end, relation: equal, number: 28}
    => 36:67: claims[0].check.elapsed.number: found '28'; allowed is a number of days or weeks

    elapsed: {start: strike, end: end, relation: equal, number: 3 weeks to 4 weeks}
    => 36:67: claims[0].check.elapsed.number: found '3 weeks to 4 weeks'; allowed is one number:
    bounds stand in `relation`

    elapsed: {start: strike, end: strike, relation: equal, number: 28 days}
    => 36:37: claims[0].check.elapsed.end: found 'strike' on both sides; nothing is tested on itself

    total: {total: bonus, parts: [gift, bonus]}
    => 36:22: claims[0].check.total.total: found 'bonus' on both sides; nothing is tested on itself

    total: {parts: [gift]}
    => 36:14: claims[0].check.total: found neither of `number` and `total`; name one

    total: {total: bonus, number: £550, parts: [gift]}
    => 36:14: claims[0].check.total: found both of `number` and `total`; name one

    total: {number: about £550 to £600, parts: [gift]}
    => 36:23: claims[0].check.total.number: found 'about £550 to £600'; a bound, a range and steps are
    not combined in one amount: record the one that can be relied on, and tell the rest in `terms`

    total: {number: at least £550, parts: [gift]}
    => 36:23: claims[0].check.total.number: found 'at least £550'; allowed is one number: bounds stand
    in `relation`

    total: {number: 5%, parts: [gift, bonus]}
    => 36:14: claim 'more' is tested on '£500' and '5%': unlike units are not compared

    total: {total: bonus, parts: [gift, offer]}
    => 36:14: claim 'more' is tested on '£50' and '4.5%': unlike units are not compared

    fits: {figures: [offer, before], under: [offer, before], fits: yes}
    => 36:23: claims[0].check.fits.figures: found 'before' on both sides; nothing is tested on
    itself
    => 36:23: claims[0].check.fits.figures: found 'offer' on both sides; nothing is tested on itself

    fits: {figures: [offer], under: [before], fits: True}
    => 36:55: claims[0].check.fits.fits: found 'True'; allowed are yes and no

    fits: {figures: [offer], under: [gift], fits: yes}
    => 36:13: claim 'more' is tested on '4.5%' and '£50': unlike units are not compared

    stance_change: {party: mill, subject: tee}
    => 36:22: claims[0].check.stance_change: `changed` is missing
    => 36:45: claims[0].check.stance_change.subject: found 'tee', and there is no subject of that
    id; known are tea; did you mean 'tea'?

    fact: {confirms: yes}
    => 36:24: claims[0].check.fact.confirms: found 0 records beside it; name one concession, event
    or vote

    fact: {confirms: no, vote: ballot, event: strike}
    => 36:24: claims[0].check.fact.confirms: found 2 records beside it; name one concession, event
    or vote

    fact: {event: strike}
    => 36:13: claims[0].check.fact: `confirms` is missing

    fact: {concession: strike, confirms: yes}
    => 36:26: claims[0].check.fact.concession: found 'strike', and there is no concession of that
    id; known are letter
    """),
)
def test_refuses_a_check(text: str, told: list[str]) -> None:
    """What no check can be run on is told at its field, or at the check beside its records."""
    assert refused(of_a_check(text)) == told


# Lists of ids ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    table("""
    [offers]
    => 36:23: claims[0].check.total.parts[0]: found 'offers', and there is no figure of that id;
    known are offer, before, bonus, gift; did you mean 'offer'?

    [gift, x1, strike]
    => 36:29: claims[0].check.total.parts[1]: found 'x1', and there is no figure of that id; known
    are offer, before, bonus, gift
    => 36:33: claims[0].check.total.parts[2]: found 'strike', and there is no figure of that id;
    known are offer, before, bonus, gift

    [{id: gift}]
    => 36:23: claims[0].check.total.parts[0]: found a mapping; allowed is an id

    [gift, [offer]]
    => 36:29: claims[0].check.total.parts[1]: found a list; allowed is an id

    [gift, *a]
    => 36:29: claims[0].check.total.parts[1]: found the alias *a; write the value out

    [&a gift]
    => 36:23: claims[0].check.total.parts[0]: found the anchor &a; take it out

    [!t gift]
    => 36:23: claims[0].check.total.parts[0]: found the tag !t; take it out: types are known

    &a [gift]
    => 36:22: claims[0].check.total.parts: found the anchor &a; take it out

    [gift, '']
    => 36:29: claims[0].check.total.parts[1]: found nothing; leave it out

    [gift, ' ']
    => 36:29: claims[0].check.total.parts[1]: found ' ', and there is no figure of that id; known
    are offer, before, bonus, gift

    []
    => 36:22: claims[0].check.total.parts: found an empty list, and it cannot be left out

    ''
    => 36:22: claims[0].check.total.parts: found nothing, and it cannot be left out

    gift
    => 36:22: claims[0].check.total.parts: found 'gift'; allowed is a list of ids

    {id: gift}
    => 36:22: claims[0].check.total.parts: found a mapping; allowed is a list of ids

    *a
    => 36:22: claims[0].check.total.parts: found the alias *a; write the value out

    [gift, gift, gift]
    => 36:29: claims[0].check.total.parts[1]: found 'gift' a second time; name it once
    => 36:35: claims[0].check.total.parts[2]: found 'gift' a second time; name it once

    [x1, x1]
    => 36:23: claims[0].check.total.parts[0]: found 'x1', and there is no figure of that id; known
    are offer, before, bonus, gift
    => 36:27: claims[0].check.total.parts[1]: found 'x1' a second time; name it once
    => 36:27: claims[0].check.total.parts[1]: found 'x1', and there is no figure of that id; known
    are offer, before, bonus, gift
    """),
)
def test_refuses_a_list_of_ids(text: str, told: list[str]) -> None:
    """A list of ids holds ids of records, each once; what it holds else is told by its place."""
    assert refused(of_a_check(f"total: {{parts: {text.strip()}, total: bonus}}\n")) == told


def test_an_empty_list_that_is_not_needed_is_left_out() -> None:
    """Only where a list may be left out, it is advised."""
    path = of_a_check("count: {reaching: met, relation: equal, number: 1, among: []}\n")
    assert refused(path) == [
        "d.yaml:36:65: claims[0].check.count.among: found an empty list; leave the key out"
    ]


def test_lists_of_ids_lead_ahead_and_across_files() -> None:
    """A list may name what stands further on, or in another file, and block style is the same."""
    facts, made = CLAIM.split("claims:\n")
    block = "    check:\n      total:\n        total: bonus\n        parts:\n          - gift\n"
    put(f"claims:\n{made}{block}", "f/a.yaml")
    put(facts, "f/b.yaml")
    assert load("f").claims == load(of_a_check("total: {total: bonus, parts: [gift]}\n")).claims
    assert errors("f") == []


def test_nobody_is_blamed_for_a_record_without_an_id() -> None:
    """While a figure has no valid id, no list is told that it names none."""
    text = (
        CLAIM.replace("id: gift", "id: Gift")
        + "    check: {total: {total: bonus, parts: [gift]}}\n"
    )
    assert refused(put(text)) == messages("""
        => d.yaml:23:10: figures[3].id: found 'Gift'; allowed is an id: small letters, digits and
        hyphens, pay-2023
    """)


# Figures, events, votes, subjects, positions ---------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    table(f"""
    figures:
      - {{id: a, title: A, value: lots, measures: pay, {SHOWN}}}
      - {{id: b, title: B, value: 5%, measures: '', {SHOWN}}}
      - {{id: c, title: C, value: 5%, measures: pay, date_printed: June, {SHOWN}}}
      - {{id: a, title: D, value: 5%, measures: pay, {SHOWN}}}
      - {{id: e}}
    => 8:30: figures[0].value: found 'lots'; allowed is an amount: <amounts>
    => 9:44: figures[1].measures: found nothing, and it cannot be left out
    => 10:63: figures[2].date_printed: differs from `date`; say in `date_note` why
    => 11:10: figures[3].id: figure 'a' stands already at d.yaml:8:10; give one of the two another
    id
    => 12:5: figures[4]: `measures` is missing
    => 12:5: figures[4]: `title` is missing
    => 12:5: figures[4]: `value` is missing

    events:
      - {{id: a, title: A, date: 2023-06, date_printed: May, {SHOWN}}}
      - {{id: b, title: B, counted_from: a, {SHOWN}}}
      - {{id: a, title: C, date: 2023-02-30, {SHOWN}}}
    => 8:52: events[0].date_printed: differs from `date`; say in `date_note` why
    => 9:5: event 'b' has no `date`, and no document with a date reports it; give the date as far as it
    is known, 2023-06 or 2023, or the `date` of a document that reports it
    => 9:37: events[1].counted_from: found 'a', and there is no claim of that id; known are none
    => 10:10: events[2].id: event 'a' stands already at d.yaml:8:10; give one of the two another id
    => 10:29: events[2].date: found '2023-02-30', a date that does not exist

    votes:
      - {{id: a, title: A, held_by: mil, {SHOWN}}}
      - {{id: b, title: B, held_by: mill, date: 2023, date_printed: '2022', {SHOWN}}}
      - {{id: b, title: C, held_by: mill, {SHOWN}}}
      - {{id: d, title: D, held_by: mill, carried: perhaps, {SHOWN}}}
    => 8:32: votes[0].held_by: found 'mil', and there is no party of that id; known are union, mill;
    did you mean 'mill'?
    => 9:64: votes[1].date_printed: differs from `date`; say in `date_note` why
    => 10:10: votes[2].id: vote 'b' stands already at d.yaml:9:10; give one of the two another id
    => 11:47: votes[3].carried: found 'perhaps'; allowed are yes and no

    votes:
      - {{id: a, title: A, held_by: mill, turnout: 100.1%, {SHOWN}}}
      - {{id: b, title: B, held_by: mill, share_needed: '50', {SHOWN}}}
      - {{id: c, title: C, held_by: mill, turnout_needed: at least 101%, {SHOWN}}}
      - {{id: d, title: D, held_by: mill, options: [{{title: Yes, share: -1%}}], {SHOWN}}}
      - {{id: e, title: E, held_by: mill, options: [{{title: Yes, share: 90% to 101%}}], {SHOWN}}}
      - {{id: f, title: F, held_by: mill, options: [{{share: 1%}}], {SHOWN}}}
    => 8:47: votes[0].turnout: found '100.1%'; allowed is a share from 0% to 100%
    => 9:52: votes[1].share_needed: found '50'; allowed is a share from 0% to 100%
    => 10:54: votes[2].turnout_needed: found 'at least 101%'; allowed is a share from 0% to 100%
    => 11:68: votes[3].options[0].share: found '-1%'; allowed is a share from 0% to 100%
    => 12:68: votes[4].options[0].share: found '90% to 101%'; allowed is a share from 0% to 100%
    => 13:48: votes[5].options[0]: `title` is missing

    votes:
      - {{id: a, title: A, held_by: mill, options: [{{title: Yes, share: 60%}}, {{title: No, share: 41%}}],
         {SHOWN}}}
    => 8:47: votes[0].options: their shares come to more than 100%; give each question a vote of its
    own

    subjects:
      - {{id: tea, title: Tea}}
      - {{id: tea, title: Cake}}
      - {{id: ale}}
    => 9:10: subjects[1].id: subject 'tea' stands already at d.yaml:8:10; give one of the two
    another id
    => 10:5: subjects[2]: `title` is missing

    positions:
      - {{party: mill, subject: ale, stance: reject, says: A, date: 2023, {SHOWN}}}
      - {{party: bill, subject: ale, stance: rejects, says: A, date: 2023, {SHOWN}}}
    => 8:28: positions[0].subject: found 'ale', and there is no subject of that id; known are none
    => 8:41: positions[0].stance: found 'reject'; allowed are rejects, objects, accepts, welcomes;
    did you mean 'rejects'?
    => 9:13: positions[1].party: found 'bill', and there is no party of that id; known are union,
    mill; did you mean 'mill'?
    => 9:28: positions[1].subject: found 'ale', and there is no subject of that id; known are none

    subjects: [{{id: tea, title: Tea}}]
    positions:
      - {{party: mill, subject: tea, stance: rejects, says: A, date: 2023, date_printed: May, {SHOWN}}}
    => 9:85: positions[0].date_printed: differs from `date`; say in `date_note` why
    """),
)  # fmt: skip
def test_refuses_a_fact(text: str, told: list[str]) -> None:
    """What figures, events, votes, subjects and positions cannot say is told at its field."""
    assert refused(put(PARTIES + text)) == told


def test_a_document_explains_its_printed_date_too() -> None:
    """A document whose printed date is not the likely one says why, as every dated record does."""
    text = PARTIES.replace("publisher: union}", "publisher: union, date: 2023, date_printed: May}")
    assert refused(put(text)) == [
        "d.yaml:6:79: documents[0].date_printed: differs from `date`; say in `date_note` why"
    ]
    assert errors(put(text.replace("May}", "May, date_note: A misprint}"))) == []


def test_takes_shares_up_to_the_whole() -> None:
    """Shares of one vote may come to 100% and not be known, and bounds count by their low end."""
    options = [
        "{title: A, share: 60%}, {title: B, share: 40%}, {title: C}",
        "{title: A, share: 100%}, {title: B, share: 0%}",
        "{title: A, share: up to 90%}, {title: B, share: at least 50%}",
        "{title: A, share: 40% to 60%}, {title: B, share: 40% to 60%}",
        "{title: A, share: 1/3}, {title: B, share: 2/3}",
    ]
    for given in options:
        more = "turnout: 0%, share_needed: 100%, turnout_needed: at least 50%"
        path = put(
            f"{PARTIES}votes:\n  - {{id: a, title: A, held_by: union, options: [{given}],\n"
            f"     {more}, {SHOWN}}}\n"
        )
        assert errors(path) == []
