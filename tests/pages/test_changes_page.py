"""The page of what changed: for members, every kind of change once, in the words of the sheet."""

from __future__ import annotations

from pcs_scorecard import Dispute
from pcs_scorecard.reading.reader import read

FERRY = """
title: Ferry dispute of 2021
parties:
  - {id: crew, name: the Ferry Crew, kind: union, side: crew}
  - {id: line, name: the Ferry Line, kind: employer, side: line}
documents:
  - {id: bulletin, title: Bulletin, publisher: crew, date: 2021-01-10}
  - {id: letter, title: Letter to the crew, publisher: line, date: 2021-03-01}
  - {id: notice, title: Notice of June, publisher: line, date: 2021-06-01}
demands:
  - {id: rise, title: A rise of 6%, made_by: crew, made_to: line, date: 2021-01-10,
     asks: {more: 6%}, evidence: [{document: bulletin, at: item 1}]}
  - {id: berth, title: A quiet berth, made_by: crew, made_to: line, date: 2021-01-10,
     evidence: [{document: bulletin, at: item 2}]}
  - {id: whistle, title: A new whistle, made_by: crew, made_to: line, date: 2021-01-10,
     evidence: [{document: bulletin, at: item 3}]}
  - {id: lamp, title: A lamp on deck, made_by: crew, made_to: line, date: 2021-01-10,
     dropped: 2021-05-02, evidence: [{document: bulletin, at: item 4}]}
  - {id: rota, title: A rota a month ahead, made_by: crew, made_to: line, date: 2021-01-10,
     evidence: [{document: bulletin, at: item 5}]}
  - {id: kit, title: Boots and coats, made_by: crew, made_to: line, date: 2021-01,
     parts: [{id: boots, title: Boots}, {id: coats, title: Coats}],
     evidence: [{document: bulletin, at: item 6}]}
  - {id: tea, title: Tea on deck, made_by: crew, made_to: line, date: 2021-05,
     evidence: [{document: notice, at: line 1}]}
concessions:
  - {id: first, title: First letter, made_by: line, date: 2021-03-01,
     answers: [{demand: rise, kind: talks}, {demand: whistle, kind: agreed},
               {demand: lamp, kind: refusal}, {demand: rota, kind: offer},
               {demand: boots, kind: in-force}],
     evidence: [{document: letter, at: item 1}]}
  - {id: second, title: Offer of April, made_by: line, date: 2021-04-20, accepted_by: ballot,
     answers: [{demand: rise, kind: offer, gives: {more: 2%}},
               {demand: rota, kind: offer, says: The Ferry Line offered two weeks,
                gives: {instead: a rota two weeks ahead}},
               {demand: berth, kind: refusal}],
     evidence: [{document: bulletin, at: item 8}]}
  - {id: third, title: Offer of June, made_by: line, date: 2021-06-01,
     answers: [{demand: rise, kind: agreed, gives: {more: 4%}},
               {demand: whistle, kind: worsening}, {demand: coats, kind: talks},
               {demand: rota, kind: refusal, says: The Ferry Line will go no further.}],
     evidence: [{document: notice, at: item 2}]}
  - {id: meal, title: A meal, made_by: line, date: 2021-06-01,
     undemanded: {kind: in-force, gives: {more: £5, basis: non-consolidated}},
     evidence: [{document: notice, at: item 3}]}
  - {id: radio, title: No radio, made_by: line, date: 2021-06-01, undemanded: {kind: refusal},
     evidence: [{document: notice, at: item 4}]}
votes:
  - {id: ballot, title: Ballot, held_by: crew, date: 2021-05-20, carried: no,
     turnout: 70%, options: [{title: against, share: 80%}],
     evidence: [{document: bulletin, at: item 9}]}
"""

PAGE = """\
"""


def dispute(source: str, name: str = "ferry") -> Dispute:
    """Return the dispute in a YAML text that has no problem."""
    reading = read([("dispute.yaml", source.encode())], name)
    made, problems = reading.dispute, reading.problems
    assert made, "\n".join(map(str, problems))
    return made
