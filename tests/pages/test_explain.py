"""An explanation traces a status in full: every answer, every rule, and what would lift it."""

import pytest

from pcs_scorecard import Scorecard, score
from pcs_scorecard.formats.text import text
from pcs_scorecard.pages.explain import explain
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
    asks: {amount: 6%, basis: consolidated, period: 2021/22}
  - id: nights
    title: Better nights
    made_by: bakers
    made_to: bakery
    parts:
      - {id: shifts, title: Shorter shifts, asks: {amount: 8 hours, level: cap, baseline: 10 hours}}
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
        gives: {amount: 3%, basis: consolidated, period: 2021/22}
        terms: [{says: it is paid from June, evidence: [{document: report, at: item 2}]}]
      - {demand: shifts, kind: agreed, gives: {amount: 9 hours}}
    evidence: [{document: report, at: item 1, quote: three per cent, quoting: bakery}]
  - id: bonus
    title: Bonus
    made_by: bakery
    date: 2021-05
    answers:
      - demand: pay
        kind: in-force
        gives: {amount: £100, basis: non-consolidated}
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
part”).
"""

PAY = f"""\
6% for 2021/22: Some movement
=============================

{HEAD}
- Asked by Bakers' Union, of Bakery: 6%, consolidated, for 2021/22. Reported in no document on
  record.

Offer of May (Bakery, 7 May 2021): Some movement
------------------------------------------------

- 3%, consolidated, for 2021/22 (offer).
- It is paid from June. Reported by Evening Post (report, item 2).
- Reported by Evening Post, quoting Bakery (report, item 1: “three per cent”). About the date: The
  day of the report.
- Before any rule: Yes.
- offer: at most “Some movement”, which sets it: it is offered, not agreed.
- shortfall: at most “In part”: 3% given, 6% asked for, a share of 50%.
- Not lowered by: refused, worsened, nothing-offered, restated, owed-anyway, talks-only,
  open-caveat, other-period, other-basis, withdrawn, lapsed, assurance, discretion, under-way,
  no-figure, time-limited, coverage, strings, late, unsourced.

Bonus (Bakery, May 2021): No
----------------------------

- £100, non-consolidated (in force).
- It came from another cause: a custom.
- Wanted in return: two Sundays.
- Reported by Evening Post (report, item 3).
- Before any rule: Yes.
- owed-anyway: at most “No”, which sets it: it came from another cause (a custom).
- other-basis: at most “No”, which sets it: it is non-consolidated, and consolidated was asked for.
- strings: at most “In part”: something is wanted in return (two Sundays).
- Not lowered by: refused, worsened, nothing-offered, restated, talks-only, open-caveat,
  other-period, withdrawn, lapsed, assurance, discretion, offer, under-way, no-figure, time-limited,
  shortfall, coverage, late, unsourced.

The best of 2 answers sets the status: Some movement.

For “In part” it would take: agreement to the offer.
"""

SHIFTS = """\
Asked: at most 8 hours, from 10 hours.

Offer of May (Bakery, 7 May 2021): In part
------------------------------------------

- 9 hours (agreed).
- Reported by Evening Post, quoting Bakery (report, item 1: “three per cent”). About the date: The
  day of the report.
- Before any rule: Yes.
- shortfall: at most “In part”, which sets it: 9 hours given, 8 hours asked for, from 10 hours, a
  share of 50%.
- Not lowered by: refused, worsened, nothing-offered, restated, owed-anyway, talks-only,
  open-caveat, other-period, other-basis, withdrawn, lapsed, assurance, discretion, offer,
  under-way, no-figure, time-limited, coverage, strings, late, unsourced.

For “Yes” it would take: 8 hours.
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
- Not lowered by: refused, worsened, nothing-offered, restated, owed-anyway, talks-only,
  open-caveat, other-period, other-basis, withdrawn, lapsed, assurance, discretion, offer,
  under-way, no-figure, time-limited, shortfall, coverage, strings, late, unsourced.
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
