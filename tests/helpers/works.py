"""An invented dispute that shows all a page can have, and the same with one text in every place."""

from __future__ import annotations

from typing import Any

import attrs

from pcs_scorecard import Dispute
from pcs_scorecard.model.fields import fields_of
from pcs_scorecard.reading.reader import read

WORKS = """\
title: The works
summary: What the smiths asked of the works in 2021. Most of it is reported by the smiths.
corrections: https://works.example/form?to=us#below
parties:
  - {id: smiths, name: the smiths, kind: union, side: labour}
  - {id: works, name: the works, kind: employer, side: capital}
  - {id: paper, name: The Courier, kind: press}
documents:
  - {id: letter, title: A letter, publisher: smiths, date: 2021-05,
     address: "https://smiths.example/letter?a=1&b=2"}
  - {id: courier, title: The Courier, publisher: paper, date: 2021-06-09, address: the reading room}
demands:
  - {id: rise, title: 6% more, made_by: smiths, made_to: works, date: 2021-01,
     asks: {more: 6%, period: 2021/22}, evidence: [{document: letter, at: line 1}]}
  - id: kit
    title: New kit
    made_by: smiths
    made_to: works
    date: 2021-01
    parts: [{id: boots, title: Boots, asks: {lasting: yes}}, {id: gloves, title: Gloves}]
    evidence: [{document: letter, at: line 2, quote: boots and gloves for all}]
  - {id: tea, title: Tea, made_by: smiths, made_to: works, date: 2021-01,
     evidence: [{document: letter, at: line 3}]}
  - {id: bus, title: A bus, made_by: smiths, made_to: works, date: 2021-01,
     evidence: [{document: letter, at: line 4}]}
  - {id: holiday, title: A holiday, made_by: smiths, made_to: works, date: 2021-01,
     dropped: 2021-04, evidence: [{document: letter, at: line 5}]}
  - {id: canteen, title: A canteen, made_by: works, made_to: smiths, date: 2021-01,
     evidence: [{document: courier, at: page 1}]}
  - {id: oven, title: An oven, made_by: works, made_to: smiths, date: 2021-01,
     evidence: [{document: courier, at: page 1}]}
  - {id: roof, title: A roof, made_by: works, made_to: smiths, date: 2021-01,
     evidence: [{document: courier, at: page 1}]}
concessions:
  - id: terms
    title: Terms
    made_by: works
    date: 2021-05
    note: read as printed
    answers:
      - {demand: bus, kind: in-force}
      - {demand: boots, kind: permission, gives: {ends: 2022},
         terms: [{says: boots wear out, evidence: [{document: letter, at: line 7}]}]}
      - {demand: rise, kind: agreed, gives: {more: 4%, period: 2021/22}}
    evidence: [{document: letter, at: page 1, quote: four it is}]
  - {id: chat, title: Chat, made_by: works, date: 2021-04,
     answers: [{demand: rise, kind: talks}], evidence: [{document: courier, at: page 2}]}
  - {id: refused, title: No tea, made_by: works, date: 2021-04,
     answers: [{demand: tea, kind: refusal}], evidence: [{document: letter, at: page 2}]}
  - {id: bonus, title: A bonus, made_by: works, date: 2021-05,
     undemanded: {kind: in-force, gives: {more: £100, basis: non-consolidated}},
     evidence: [{document: letter, at: page 2}]}
verdicts:
  - {demand: bus, by: smiths, status: some-movement, printed: half of a bus, date: 2021-05,
     evidence: [{document: letter, at: page 3}]}
claims:
  - {id: struck, title: There was no strike, made_by: works, date: 2021-06,
     check: {fact: {event: strike, confirms: no}}, evidence: [{document: courier, at: page 2}]}
  - {id: best, title: It is the best of works, made_by: smiths, date: 2021-06, untested: opinion, note: it judges,
     evidence: [{document: letter, at: page 4}]}
subjects:
  - {id: talks, title: The talks}
positions:
  - {party: smiths, subject: talks, stance: rejects, says: They came to nothing, date: 2021-04,
     evidence: [{document: courier, at: page 2}]}
  - {party: smiths, subject: talks, stance: accepts, says: They went well, date: 2021-06,
     evidence: [{document: courier, at: page 2}]}
figures:
  - {id: prices, title: Prices, value: 4%, measures: inflation,
     evidence: [{document: courier, at: page 3}]}
votes:
  - {id: ballot, title: A ballot, held_by: smiths, evidence: [{document: courier, at: page 3}]}
events:
  - {id: strike, title: A strike, date: 2021-06-03, evidence: [{document: courier, at: page 3}]}
"""


def works(text: str = WORKS) -> Dispute:
    """Return the dispute above, or one written as it is."""
    reading = read([("works.yaml", text.encode())], "works")
    dispute, problems = reading.dispute, reading.problems
    assert dispute, problems
    return dispute


def saying(text: str, record: Any) -> Any:
    """Return a record in which every text, at any depth, is another."""
    if isinstance(record, tuple):
        return tuple(saying(text, each) for each in record)
    changed = {}
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.holds in ("text", "quote"):
            changed[field.name] = None if value is None else text
        elif field.record is not None and value is not None:
            changed[field.name] = saying(text, value)
    return attrs.evolve(record, **changed)
