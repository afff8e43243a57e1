"""An explanation traces a status in full: every answer, every rule, and what would lift it."""

import pytest
from pcs_scorecard.pages.explain import explain

from pcs_scorecard import Scorecard, score
from pcs_scorecard.formats.text import text
from pcs_scorecard.reading.reader import read

RECORDS = """
title: Bakery dispute
parties:
  - {id: bakers, name: Bakers' Union, kind: union}
  - {id: bakery, name: Bakery, kind: employer}
  - {id: post, name: Evening Post, kind: press}
documents: [{id: report, title: A report, publisher: post, date: 2021-05}]
demands:
  - id: pay
    title: 6% for 2021/22
    made_by: bakers
    made_to: bakery
    asks: {more: 6%, basis: consolidated, period: 2021/22}
  - id: nights
    title: Better nights
    made_by: bakers
    made_to: bakery
    parts:
      - {id: shifts, title: Shorter shifts, asks: {at_most: 8 hours, baseline: 10 hours}}
      - {id: lamps, title: Lamps}
  - {id: tea, title: Tea, made_by: bakers, made_to: bakery, asks: {lasting: yes}}
  - {id: coats, title: Coats, made_by: bakers, made_to: bakery}
concessions:
  - id: offer
    title: Offer of May
    made_by: bakery
    date: 2021-05-07
    date_note: The day of the report.
    answers:
      - demand: pay
        kind: offer
        gives: {more: 3%, basis: consolidated, period: 2021/22}
        terms: [{says: it is paid from June, evidence: [{document: report, at: item 2}]}]
      - {demand: shifts, kind: agreed, gives: {to: 9 hours}}
    evidence: [{document: report, at: item 1, quote: three per cent, quoting: bakery}]
  - id: bonus
    title: Bonus
    made_by: bakery
    date: 2021-05
    answers:
      - demand: pay
        kind: in-force
        gives: {more: £100, basis: non-consolidated}
        owed_to: a custom
        in_return: two Sundays
    evidence: [{document: report, at: item 3}]
  - id: coats-given
    title: Coats given
    made_by: bakery
    date: 2021-05-08
    answers: [{demand: coats, kind: in-force}]
    evidence: [{document: report, at: item 4}]
"""

HEAD = """\
As of 31 May 2021. Policy: standard (partly met from a share of 1/2; late delivery is at best “In
part”; significant is 1/2 of the demands).
"""

PAY = f"""\
6% for 2021/22: Some movement
=============================

{HEAD}
- Asked by Bakers' Union, of Bakery: 6% more, consolidated, for 2021/22. Reported in no document on
  record.

Offer of May (Bakery, 7 May 2021): Some movement
------------------------------------------------

- 3% more, consolidated, for 2021/22 (offer).
- It is paid from June. Reported by Evening Post (report, item 2).
- Reported by Evening Post, quoting Bakery (report, item 1: “three per cent”). About the date: The
  day of the report.
- Before any rule: Yes.
- offer: at most “Some movement”, which sets it: It has not been agreed.
- shortfall: at most “In part”: 3% was given and 6% was asked for: 50% of it.
- Not lowered by: refusal, worsening, nothing-offered, restates, owed-to, talks, caveat,
  other-period, other-basis, by-another, replaced, withdrawn, ended, assurance, permission,
  under-way, subject-to, no-figure, time-limited, reaches, in-return, late, overdue, no-evidence.

Bonus (Bakery, May 2021): No
----------------------------

- £100 more, non-consolidated (in force).
- It came from another cause: a custom.
- Wanted in return: two Sundays.
- Reported by Evening Post (report, item 3).
- Before any rule: Yes.
- owed-to: at most “No”, which sets it: It came from a custom, not from this dispute.
- other-basis: at most “No”, which sets it: It is a one-off payment; the demand was for something
  added to basic pay.
- in-return: at most “In part”: It is given only in return for two Sundays.
- Not lowered by: refusal, worsening, nothing-offered, restates, talks, caveat, other-period,
  by-another, replaced, withdrawn, ended, assurance, permission, offer, under-way, subject-to,
  no-figure, time-limited, shortfall, reaches, late, overdue, no-evidence.

The best of 2 answers sets the status: Some movement.

It would be “In part” if the offer was agreed.
"""

SHIFTS = """\
Asked: at most 8 hours, from 10 hours.

Offer of May (Bakery, 7 May 2021): In part
------------------------------------------

- 9 hours (agreed).
- Reported by Evening Post, quoting Bakery (report, item 1: “three per cent”). About the date: The
  day of the report.
- Before any rule: Yes.
- shortfall: at most “In part”, which sets it: 9 hours was given and 8 hours was asked for: 50% of
  the way from 10 hours.
- Not lowered by: refusal, worsening, nothing-offered, restates, owed-to, talks, caveat,
  other-period, other-basis, by-another, replaced, withdrawn, ended, assurance, permission, offer,
  under-way, subject-to, no-figure, time-limited, reaches, in-return, late, overdue, no-evidence.

It would be “Yes” if 8 hours was given.
"""

NIGHTS = f"""\
Better nights: In part
======================

{HEAD}
- Asked by Bakers' Union, of Bakery. Reported in no document on record.

Part shifts, Shorter shifts: In part
------------------------------------

{SHIFTS}
Part lamps, Lamps: No response recorded
---------------------------------------

Asked without further terms.

No record answers it, which is a gap in the data, not a refusal.

Parts: shifts In part, lamps No response recorded. All alike give that status; otherwise “In part”
if any part is at least partly met, else “Some movement” if any moved, else “No”; a part with no
response counts as “No” beside others. So: In part.
"""

TEA = f"""\
Tea: No response recorded
=========================

{HEAD}
- Asked by Bakers' Union, of Bakery: to last. Reported in no document on record.

No record answers it, which is a gap in the data, not a refusal.
"""

COATS = f"""\
Coats: Yes
==========

{HEAD}
- Asked by Bakers' Union, of Bakery. Reported in no document on record.

Coats given (Bakery, 8 May 2021): Yes
-------------------------------------

- In force.
- Reported by Evening Post (report, item 4).
- Before any rule: Yes.
- Not lowered by: refusal, worsening, nothing-offered, restates, owed-to, talks, caveat,
  other-period, other-basis, by-another, replaced, withdrawn, ended, assurance, permission, offer,
  under-way, subject-to, no-figure, time-limited, shortfall, reaches, in-return, late, overdue,
  no-evidence.
"""


def card() -> Scorecard:
    """Return the scorecard of the dispute above at the end of May 2021."""
    reading = read([("bakery.yaml", RECORDS.encode())], "bakery")
    dispute, problems = reading.dispute, reading.problems
    assert dispute, problems
    return score(dispute, as_of="2021-05")


@pytest.mark.parametrize(
    ("demand", "trace"),
    [
        ("pay", PAY),
        ("nights", NIGHTS),
        ("shifts", f"Shorter shifts: In part\n=======================\n\n{HEAD}\n{SHIFTS}"),
        ("tea", TEA),
        ("coats", COATS),
    ],
)
def test_a_status_is_traced_in_full(demand: str, trace: str) -> None:
    """Two answers, parts, a part alone, no answer and a met demand are traced as typed here."""
    assert text(explain(card(), demand)) == trace


@pytest.mark.parametrize("demand", ["", "offer", "Pay", "library"])
def test_only_a_demand_or_part_is_traced(demand: str) -> None:
    """Any other id raises KeyError."""
    with pytest.raises(KeyError):
        list(explain(card(), demand))
