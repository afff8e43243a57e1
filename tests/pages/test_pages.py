"""The pages of history, difference and claims, and what the sheet says of what was said."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from helpers.markup import NASTY, Tokens, any_text, markup
from helpers.strategies import disputes
from hypothesis import given, settings
from hypothesis import strategies as st

from pcs_scorecard import (
    POLICIES,
    Difference,
    Dispute,
    History,
    Scorecard,
    difference,
    history,
    render,
    score,
)
from pcs_scorecard.formats.render import laid_out
from pcs_scorecard.model.fields import fields_of
from pcs_scorecard.pages.blocks import Bullets, Table
from pcs_scorecard.pages.claims import claims_page
from pcs_scorecard.pages.difference import difference_page
from pcs_scorecard.pages.history import history_page
from pcs_scorecard.pages.sheet import sheet
from pcs_scorecard.reading.reader import read

FERRY = """
title: Ferry dispute of 2021
parties:
  - {id: crew, name: Ferry Crew, kind: union}
  - {id: line, name: Ferry Line, kind: employer}
documents:
  - {id: bulletin, title: Bulletin, publisher: crew, date: 2021-01}
  - {id: letter, title: Letter to the crew, publisher: line, date: 2021-05-06}
demands:
  - id: rise
    title: A rise of 6%
    made_by: crew
    made_to: line
    date: 2021-01
    asks: {more: 6%}
    evidence: [{document: bulletin, at: item 1}]
  - id: berth
    title: A quiet berth
    made_by: crew
    made_to: line
    date: 2021-06-15
    evidence: [{document: bulletin, at: item 4}]
  - id: kit
    title: Boots and coats
    made_by: crew
    made_to: line
    date: 2021-01-20
    parts:
      - {id: boots, title: Boots}
      - {id: coats, title: Coats, asks: {more: 2 coats}}
    evidence: [{document: bulletin, at: item 2}]
  - {id: whistle, title: A new whistle, made_by: crew, made_to: line, dropped: 2021-09}
concessions:
  - id: offer
    title: Rise for all
    made_by: line
    date: 2021-02
    withdrawn: 2021-08-05
    answers: [{demand: rise, kind: agreed, gives: {more: 6%}}]
    evidence: [{document: letter, at: item 1}]
  - id: smaller
    title: Smaller rise
    made_by: line
    date: 2021-05-06
    date_printed: 6 March
    date_note: It follows an offer of April.
    answers: [{demand: rise, kind: agreed, gives: {more: 3%}}]
    evidence: [{document: letter, at: item 2}]
  - id: store
    title: The store opened
    made_by: line
    date: 2021-03-01
    answers:
      - {demand: boots, kind: in-force, gives: {ends: 2021-06}}
      - {demand: coats, kind: in-force, gives: {more: 1 coat, ends: 2021-06}}
    evidence: [{document: letter, at: item 3}]
  - id: tea
    title: Tea on deck
    made_by: line
    date: 2021-03-01
    withdrawn: 2021-10
    undemanded: {kind: in-force, gives: {more: £5}}
    evidence: [{document: letter, at: item 4}]
"""

HISTORY = """\
# Ferry dispute of 2021: history

Up to 31 December 2021. Policy: standard (partly met from a share of 1/2; late delivery is at best “In part”; significant is 1/2 of the demands). A fact known to the month or the year counts from its last day.

## The status of each demand after each day

| Item | Demand | 20 January 2021 | 31 January 2021 | 28 February 2021 | 1 March 2021 | 6 May 2021 | 15 June 2021 | 1 July 2021 | 5 August 2021 | 30 September 2021 | 31 October 2021 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | A rise of 6% | – | No response recorded | Yes | Yes | Yes | Yes | Yes | In part | In part | In part |
| 2 | A quiet berth | – | – | – | – | – | No response recorded | No response recorded | No response recorded | No response recorded | No response recorded |
| 3 | Boots and coats | No response recorded | No response recorded | No response recorded | In part | In part | In part | No | No | No | No |
| 4 | A new whistle | No response recorded | No response recorded | No response recorded | No response recorded | No response recorded | No response recorded | No response recorded | No response recorded | No response recorded | No response recorded |

## What moved, and because of what

20 January 2021:

- Demand 3, Boots and coats: demanded (20 January 2021), “No response recorded”.

31 January 2021:

- Demand 1, A rise of 6%: demanded (January 2021), “No response recorded”.

28 February 2021:

- Demand 1, A rise of 6%: from “No response recorded” to “Yes”, because of: Rise for all (Ferry Line, February 2021).

1 March 2021:

- Demand 3, Boots and coats: from “No response recorded” to “In part”, because of: The store opened (Ferry Line, 1 March 2021).
- Moved no demand: Tea on deck (Ferry Line, 1 March 2021).

6 May 2021:

- Moved no demand: Smaller rise (Ferry Line, 6 May 2021, printed “6 March”).

15 June 2021:

- Demand 2, A quiet berth: demanded (15 June 2021), “No response recorded”.

1 July 2021:

- Demand 3, Boots and coats: from “In part” to “No”, because of: The store opened (Ferry Line, 1 March 2021), its end passed.

5 August 2021:

- Demand 1, A rise of 6%: from “Yes” to “In part”, because of: Rise for all (Ferry Line, February 2021), taken back on 5 August 2021.

30 September 2021:

- Moved no demand: A new whistle, dropped by the side that made it (September 2021).

31 October 2021:

- Moved no demand: Tea on deck (Ferry Line, 1 March 2021), taken back in October 2021.
"""

TWO_DAYS = """\
# Ferry dispute of 2021: what differs

- A: Ferry dispute of 2021 (ferry-2021), as of 31 May 2021. Policy: standard (partly met from a share of 1/2; late delivery is at best “In part”; significant is 1/2 of the demands). 3 demands: 1 Yes, 1 In part, 0 Some movement, 0 No, 1 No response recorded.
- B: Ferry dispute of 2021 (ferry-2021), as of 31 December 2021. Policy: standard (partly met from a share of 1/2; late delivery is at best “In part”; significant is 1/2 of the demands). 4 demands: 0 Yes, 1 In part, 0 Some movement, 1 No, 2 No response recorded.

## Demands

| Demand | A | B |
| --- | --- | --- |
| A rise of 6% | Yes | In part |
| Boots and coats | In part | No |
| A new whistle | No response recorded | No response recorded |
| A quiet berth | – | No response recorded |

A rise of 6%:

- A: Yes. Rise for all (Ferry Line, February 2021): 6% more (agreed), and no rule lowers it.
- B: In part. Smaller rise (Ferry Line, 6 May 2021, printed “6 March”): 3% was given and 6% was asked for: 50% of it.

Boots and coats:

- A: In part. Of its 2 parts: 1 Yes, 1 In part. Boots: Yes. The store opened (Ferry Line, 1 March 2021): until the end of June 2021 (in force), and no rule lowers it. Coats (asked: 2 coats more): In part. The store opened (Ferry Line, 1 March 2021): 1 coat was given and 2 coats was asked for: 50% of it.
- B: No. Of its 2 parts: 2 No. Boots: No. The store opened (Ferry Line, 1 March 2021): It ended in June 2021. Coats (asked: 2 coats more): No. The store opened (Ferry Line, 1 March 2021): It ended in June 2021.

A new whistle:

- A: No response recorded. Asked by Ferry Crew, of Ferry Line. Reported in no document on record. No record answers this demand.
- B: No response recorded. Asked by Ferry Crew, of Ferry Line. Reported in no document on record. Dropped by the side that made it, September 2021. No record answers this demand.

A quiet berth:

- A: not on record.
- B: No response recorded. Asked by Ferry Crew, of Ferry Line, 15 June 2021. Reported by Ferry Crew (bulletin, item 4). No record answers this demand.

## Never demanded

- Only in A: Tea on deck (Ferry Line, 1 March 2021): £5 more (in force).
- Only in B: Tea on deck (Ferry Line, 1 March 2021): £5 more (in force); it was taken back in October 2021.
"""

TOLLS = """
title: Toll dispute of 2020
parties:
  - {id: keepers, name: Toll Keepers, kind: union}
  - {id: bridge, name: Bridge Trust, kind: employer}
documents: [{id: notice, title: Notice, publisher: bridge, date: 2020-02-01}]
demands:
  - id: rise
    title: A rise of 4%
    made_by: keepers
    made_to: bridge
    date: 2020-01
    asks: {more: 4%}
    evidence: [{document: notice, at: line 1}]
  - {id: stove, title: A stove in the hut, made_by: keepers, made_to: bridge}
  - {id: hats, title: New hats, made_by: keepers, made_to: bridge}
  - {id: bench, title: A bench, made_by: keepers, made_to: bridge}
concessions:
  - id: answer
    title: Notice on the wall
    made_by: bridge
    date: 2020-02-01
    answers:
      - {demand: rise, kind: agreed, gives: {more: 1%}}
      - {demand: stove, kind: in-force}
      - {demand: bench, kind: refusal}
    evidence: [{document: notice, at: line 2}]
claims:
  - id: nothing
    title: Nothing was won
    made_by: keepers
    date: 2020-03
    check: {count: {reaching: partly-met, relation: equal, number: 0}}
  - id: record
    title: A record rise
    made_by: bridge
    date: 2020-03
    untested: figure
    note: no earlier rise is on record
"""

TWO_DISPUTES = """\
# What differs

- A: Toll dispute of 2020 (tolls-2020), as of 31 March 2020. Policy: standard (partly met from a share of 1/2; late delivery is at best “In part”; significant is 1/2 of the demands). 4 demands: 1 Yes, 0 In part, 1 Some movement, 1 No, 1 No response recorded.
- B: Toll dispute of 2021 (tolls-2021), as of 31 March 2020. Policy: lenient (partly met from a share of 1/3; late delivery is at best “Yes”; significant is 1/3 of the demands). 3 demands: 0 Yes, 0 In part, 1 Some movement, 2 No, 0 No response recorded.

## Demands

| Demand | A | B |
| --- | --- | --- |
| A rise of 4% / A rise of 5% | Some movement | Some movement |
| A stove in the hut | Yes | No |
| New hats | No response recorded | – |
| A bench | No | No |

A rise of 4% / A rise of 5%:

- A: Some movement. Asked by Toll Keepers, of Bridge Trust, January 2020: 4% more. Reported by Bridge Trust (notice, line 1). Notice on the wall (Bridge Trust, 1 February 2020): 1% was given and 4% was asked for: 25% of it.
- B: Some movement. Asked by Toll Keepers, of Bridge Trust, January 2020: 5% more, for 2020/21. Reported by Bridge Trust (notice, line 1). Notice on the wall (Bridge Trust, 1 February 2020): 1% was given and 5% was asked for: 20% of it.

A stove in the hut:

- A: Yes. Notice on the wall (Bridge Trust, 1 February 2020): in force, and no rule lowers it.
- B: No. Notice on the wall (Bridge Trust, 1 February 2020): There is nothing firm in it.

New hats:

- A: No response recorded. Asked by Toll Keepers, of Bridge Trust. Reported in no document on record. No record answers this demand.
- B: not on record.

A bench:

- A: No. Notice on the wall (Bridge Trust, 1 February 2020): Bridge Trust refused.
- B: No. Notice on the wall (Bridge Trust, 1 February 2020): Bridge Trust offered nothing on this.

## Claims

Nothing was won (Toll Keepers, March 2020) / Nothing at all was won (Toll Keepers, March 2020):

- A: Contradicted. As of 31 March 2020, 1 of 4 demands is at “In part” or better; claimed: 0. It is: A stove in the hut (Yes). 1 more has no response on record, and could be at any status.
- B: Supported. As of 31 March 2020, 0 of 3 demands are at “In part” or better; claimed: 0.

A late word (Toll Keepers, March 2020):

- A: not on record.
- B: Supported. On record, which confirms it: Notice on the wall.
"""

CHOIR = """
title: Choir dispute of 2022
parties:
  - {id: choir, name: The Choir, kind: union}
  - {id: altos, name: Altos for Action, kind: opposition}
  - {id: hall, name: Concert Hall, kind: employer}
  - {id: echo, name: Evening Echo, kind: press}
documents:
  - {id: letter, title: Letter, publisher: hall, date: 2022-03-01}
  - {id: minutes, title: Minutes, publisher: choir, date: 2022-05}
  - {id: review, title: Review, publisher: echo, date: 2022-06-01}
demands:
  - id: fee
    title: A fee of £60 a concert
    made_by: choir
    made_to: hall
    date: 2022-01
    asks: {more: £60}
    evidence: [{document: minutes, at: item 1}]
  - {id: water, title: Water on stage, made_by: choir, made_to: hall, date: 2022-01}
  - {id: lights, title: Lights to read by, made_by: choir, made_to: hall, date: 2022-01}
concessions:
  - id: half
    title: A fee of £30
    made_by: hall
    date: 2022-03
    answers: [{demand: fee, kind: agreed, gives: {more: £30}}]
    evidence: [{document: letter, at: line 1}]
  - id: glasses
    title: Water in glasses
    made_by: hall
    date: 2022-04-05
    answers: [{demand: water, kind: in-force}]
    evidence: [{document: review, at: line 9}]
claims:
  - id: some-won
    title: Something has been won
    made_by: hall
    date: 2022-05-20
    check:
      count: {reaching: met, relation: at-least, number: 1}
      note: something is at least one demand
    context:
      - {says: The water is warm, evidence: [{document: review, at: line 10}]}
      - {says: There are no straws.}
    evidence: [{document: letter, at: line 7, quote: something for everyone}]
    note: read as of all three demands
  - id: more-than-twice
    title: The fee is more than twice what it was
    made_by: hall
    date: 2022-03-01
    check: {compare: {figures: [fee-now], relation: more-than, to: fee-before, factor: 2}}
    evidence: [{document: letter, at: line 2}]
  - id: first-ever
    title: It is the first rise in living memory
    made_by: hall
    date: 2022-06
    date_printed: 1 July
    date_note: The review quotes it.
    untested: figure
    note: no fees of earlier years are on record
    evidence: [{document: review, at: line 3, quoting: hall}]
  - id: turned
    title: The choir has gone back on its word
    made_by: altos
    date: 2022-05-31
    check: {stance_change: {party: choir, subject: offer, changed: yes}}
subjects:
  - {id: water, title: Water in glasses}
  - {id: offer, title: The fee of £30}
positions:
  - party: choir
    subject: offer
    stance: accepts
    says: signed for it
    date: 2022-05
    date_printed: in spring
    date_note: The minutes name no day.
    evidence: [{document: minutes, at: item 3}]
    note: by deed
  - {party: choir, subject: offer, stance: rejects, says: Called it a joke!, date: 2022-03-02,
     evidence: [{document: review, at: line 4}]}
  - {party: altos, subject: offer, stance: rejects, says: they walked out, date: 2022-05-31}
  - {party: choir, subject: water, stance: welcomes, says: drank it, date: 2022-04-05}
figures:
  - id: fee-now
    title: Fee for a concert from March
    value: £30
    measures: fee for a concert
    group: singers
    date: 2022-03
    evidence: [{document: letter, at: line 2}]
    note: before tax
  - {id: fee-before, title: Fee for a concert until then, value: £12.50, measures: fee for a concert,
     evidence: [{document: minutes, at: item 5}]}
votes:
  - id: strike
    title: Whether to sing
    held_by: choir
    date: 2022-02
    date_printed: 31 February
    date_note: There is no such day.
    options: [{title: Silence, share: 72.5%}, {title: Song}]
    evidence: [{document: minutes, at: item 2}]
  - id: deal
    title: Whether to take £30
    held_by: choir
    date: 2022-04-30
    options: [{title: Take it, share: 50.5%}, {title: Leave it, share: 49.5%}]
    turnout: 61%
    share_needed: 50%
    turnout_needed: at least 60%
    outcome: it was taken
    note: on a show of hands
  - {id: chair, title: Who takes the chair, held_by: altos}
events:
  - id: concert
    title: The concert is sung
    date: 2022-05-30
    evidence: [{document: review, at: line 1}, {document: minutes, at: item 4}]
  - id: walk-out
    title: The altos leave the stage
    date: 2022-05
    date_printed: last week
    date_note: The review names no day.
    note: in the second half
verdicts:
  - {demand: fee, by: echo, status: not-met, printed: Peanuts., date: 2022-02, cause: other-demand,
     evidence: [{document: review, at: line 2}]}
  - {demand: fee, by: echo, status: some-movement, printed: A start., date: 2022-06-01}
  - {demand: fee, by: echo, status: partly-met, printed: Half., date: 2022-05}
  - {demand: water, by: echo, status: met, printed: Cheers!, date: 2022-06-01}
  - {demand: lights, by: echo, status: not-met, printed: Dark., date: 2022-06-01}
  - {demand: water, by: altos, status: met, printed: Wet., date: 2022-06-01, date_printed: May, date_note: It says so., note: a reading of one line}
  - {demand: lights, by: hall, status: met, printed: Bright., date: 2022-06-02}
"""

SAID = """\
## Claims

What parties said of the outcome, tested on what is recorded here. A verdict is about the statement, measured against these documents.

4 claims: 2 Supported, 0 Contradicted, 1 One side’s word, 1 Not enough information.

| Claim | Made by | Date | What is claimed | Verdict |
| --- | --- | --- | --- | --- |
| 1 | Concert Hall | 1 March 2022 | The fee is more than twice what it was | One side’s word |
| 2 | Concert Hall | 20 May 2022 | Something has been won | Supported |
| 3 | Altos for Action | 31 May 2022 | The choir has gone back on its word | Supported |
| 4 | Concert Hall | June 2022, printed “1 July” | It is the first rise in living memory | Not enough information |

Claim 1, by Concert Hall: The fee is more than twice what it was. One side’s word.

- £30 / £12.50 = 2.4; claimed: more than 2 × £12.50.
- Fee for a concert from March: £30 (March 2022, singers). It measures: fee for a concert. Reported by Concert Hall (letter, line 2).
- Fee for a concert until then: £12.50. It measures: fee for a concert. Reported by The Choir (minutes, item 5).
- For it there is only what Concert Hall says.
- The claim itself: reported by Concert Hall (letter, line 2).

Claim 2, by Concert Hall: Something has been won. Supported.

- As of 20 May 2022, 1 of 3 demands is at “Yes”; claimed: at least 1.
- It is: Water on stage (Yes).
- 1 more has no response on record, and could be at any status.
- Chosen for this check: Something is at least one demand.
- Beside it: The water is warm. Reported by Evening Echo (review, line 10).
- Beside it: There are no straws. Reported in no document on record.
- The claim itself: reported by Concert Hall (letter, line 7: “something for everyone”). Judgement: Read as of all three demands.

Claim 3, by Altos for Action: The choir has gone back on its word. Supported.

- Rejects (2 March 2022); accepts (May 2022); claimed: a change.
- The Choir on The fee of £30, 2 March 2022: rejects. Called it a joke! Reported by Evening Echo (review, line 4).
- The Choir on The fee of £30, May 2022, printed “in spring”: accepts. Signed for it. Reported by The Choir (minutes, item 3). About the date: The minutes name no day. Judgement: By deed.
- The claim itself: reported in no document on record.

Claim 4, by Concert Hall: It is the first rise in living memory. Not enough information.

- The claim itself: reported by Evening Echo, quoting Concert Hall (review, line 3). About the date: The review quotes it. Judgement: No fees of earlier years are on record.

## Positions

What each party said, in order of time. A silence is not a stance, and between two dates nothing is assumed.

Altos for Action on The fee of £30:

- 31 May 2022: rejects. They walked out. Reported in no document on record.

The Choir on The fee of £30:

- 2 March 2022: rejects. Called it a joke! Reported by Evening Echo (review, line 4).
- May 2022, printed “in spring”: accepts, a change from “rejects” of 2 March 2022. Signed for it. Reported by The Choir (minutes, item 3). About the date: The minutes name no day. Judgement: By deed.

The Choir on Water in glasses:

- 5 April 2022: welcomes. Drank it. Reported in no document on record.

## Figures

Only figures that measure the same are compared.

| Figure | Value | Measures | For whom | Date | Reported |
| --- | --- | --- | --- | --- | --- |
| Fee for a concert until then | £12.50 | fee for a concert | – | – | Reported by The Choir (minutes, item 5). |
| Fee for a concert from March | £30 | fee for a concert | singers | March 2022 | Reported by Concert Hall (letter, line 2). Judgement: Before tax. |

## Votes

| Decided | By | Date | Shares | Turnout | Needed | Outcome | Reported |
| --- | --- | --- | --- | --- | --- | --- | --- |
| Who takes the chair | Altos for Action | – | shares not given | turnout not given | – | – | Reported in no document on record. |
| Whether to sing | The Choir | February 2022, printed “31 February” | Silence: 72.5%; Song: share not given | turnout not given | – | – | Reported by The Choir (minutes, item 2). About the date: There is no such day. |
| Whether to take £30 | The Choir | 30 April 2022 | Take it: 50.5%; Leave it: 49.5% | 61% | 50% of the votes; a turnout of at least 60%: reached | it was taken | Reported in no document on record. Judgement: On a show of hands. |

## Events

| Date | Event | Reported |
| --- | --- | --- |
| 30 May 2022 | The concert is sung | Reported by Evening Echo (review, line 1); by The Choir (minutes, item 4). |
| May 2022, printed “last week” | The altos leave the stage | Reported in no document on record. About the date: The review names no day. Judgement: In the second half. |

## Agreement with published verdicts

Published verdicts are never used to compute a status. Of several by one rater on a demand the last one counts.

Altos for Action: 1 of 1 agrees with the status computed here (100%). Cohen's kappa is not defined, since both use one and the same answer throughout.

| Demand | Date | Published | As printed | Computed | Why they differ | Reported |
| --- | --- | --- | --- | --- | --- | --- |
| Water on stage | 1 June 2022, printed “May” | Yes | “Wet.” | Yes | – | Reported in no document on record. About the date: It says so. Judgement: A reading of one line. |

Evening Echo: 1 of 2 agrees with the status computed here (50%). By chance (1 × 1) / 2² = 1/4 would, so Cohen's kappa is (1/2 - 1/4) / (1 - 1/4) = about 0.333. Not counted, as no record answers the demand: 1.

| Demand | Date | Published | As printed | Computed | Why they differ | Reported |
| --- | --- | --- | --- | --- | --- | --- |
| A fee of £60 a concert | February 2022 | No | “Peanuts.” | In part | it rates another wording of the demand; not counted: a later verdict is | Reported by Evening Echo (review, line 2). |
| A fee of £60 a concert | May 2022 | In part | “Half.” | In part | not counted: a later verdict is | Reported in no document on record. |
| A fee of £60 a concert | 1 June 2022 | Some movement | “A start.” | In part | it judges the same facts by another rule | Reported in no document on record. |
| Water on stage | 1 June 2022 | Yes | “Cheers!” | Yes | – | Reported in no document on record. |
| Lights to read by | 1 June 2022 | No | “Dark.” | No response recorded | not counted: no record answers it | Reported in no document on record. |

Concert Hall: Not counted, as no record answers the demand: 1.

| Demand | Date | Published | As printed | Computed | Why they differ | Reported |
| --- | --- | --- | --- | --- | --- | --- |
| Lights to read by | 2 June 2022 | Yes | “Bright.” | No response recorded | not counted: no record answers it | Reported in no document on record. |

"""

CLAIMS = """\
# Claims and verdicts

What parties said, tested on what is recorded. A verdict is about a statement, measured against the documents of its dispute; the scoresheet of the dispute has the figures.

## Choir dispute of 2022

As of 30 June 2022. 4 claims: 2 Supported, 0 Contradicted, 1 One side’s word, 1 Not enough information.

| Made by | Date | What is claimed | Check | Verdict | Because |
| --- | --- | --- | --- | --- | --- |
| Concert Hall | 1 March 2022 | The fee is more than twice what it was | compare | One side’s word | £30 / £12.50 = 2.4; claimed: more than 2 × £12.50. |
| Concert Hall | 20 May 2022 | Something has been won | count | Supported | As of 20 May 2022, 1 of 3 demands is at “Yes”; claimed: at least 1. It is: Water on stage (Yes). 1 more has no response on record, and could be at any status. |
| Altos for Action | 31 May 2022 | The choir has gone back on its word | stance change | Supported | Rejects (2 March 2022); accepts (May 2022); claimed: a change. |
| Concert Hall | June 2022, printed “1 July” | It is the first rise in living memory | – | Not enough information |  |

## An empty one

As of 31 December 2022. 0 claims: 0 Supported, 0 Contradicted, 0 One side’s word, 0 Not enough information.
"""
CHANGES = {
    "Toll dispute of 2020": "Toll dispute of 2021",
    "A rise of 4%": "A rise of 5%",
    "more: 4%": "more: 5%, period: 2020/21",
    "  - {id: hats, title: New hats, made_by: keepers, made_to: bridge}\n": "",
    "demand: stove, kind: in-force": "demand: stove, kind: talks",
    "demand: bench, kind: refusal": "demand: bench, kind: nothing-offered",
    "Nothing was won": "Nothing at all was won",
    "note: no earlier rise is on record\n": "note: no earlier rise is on record\n"
    "  - {id: late, title: A late word, made_by: keepers, date: 2020-03,\n"
    "     check: {fact: {concession: answer, confirms: yes}}}\n",
}
"""What another file says instead, of the dispute about tolls."""


def dispute(source: str, name: str = "dispute") -> Dispute:
    """Return the dispute in a YAML text that has no problem."""
    reading = read([(f"{name}.yaml", source.encode())], name)
    made, problems = reading.dispute, reading.problems
    assert made, "\n".join(map(str, problems))
    return made


def changed(source: str, changes: dict[str, str]) -> str:
    """Return a text in which each of these, which it holds once, is another."""
    for old, new in changes.items():
        assert source.count(old) == 1, old
        source = source.replace(old, new)
    return source


def choir() -> Scorecard:
    """Return the scorecard of the choir's dispute at the end of June."""
    return score(dispute(CHOIR, "choir-2022"), as_of="2022-06")


def two_days() -> Difference:
    """Return what differs in the ferry's dispute between May and December."""
    ferry = dispute(FERRY, "ferry-2021")
    return difference(*(score(ferry, as_of=day) for day in ("2021-05", "2021-12")))


def two_disputes() -> Difference:
    """Return what differs between the two files about tolls, each judged by its own policy."""
    before, after = dispute(TOLLS, "tolls-2020"), dispute(changed(TOLLS, CHANGES), "tolls-2021")
    return difference(score(before), score(after, policy="lenient"))


# Whole pages --------------------------------------------------------------------------------


def test_the_whole_history_is_as_typed_here() -> None:
    """Months, parts, an end, withdrawals, a dropping and what moves nothing are all told."""
    assert render(history(dispute(FERRY), as_of="2021-12")) == HISTORY


def test_the_whole_difference_between_two_days_is_as_typed_here() -> None:
    """What moved, was dropped or is new is told with the reasons of both days, and so is a gift."""
    assert render(two_days()) == TWO_DAYS


def test_the_whole_difference_between_two_disputes_is_as_typed_here() -> None:
    """Other wording, terms, reasons and claims, and what one of the two lacks, are told of both."""
    assert render(two_disputes()) == TWO_DISPUTES


def test_all_that_was_said_is_on_the_sheet_as_typed_here() -> None:
    """Claims, positions, figures, votes, events and raters stand on the sheet, with their sources."""
    page = render(choir())
    assert page[page.index("## Claims\n") : page.index("## Parties\n")] == SAID


def test_the_whole_page_of_claims_is_as_typed_here() -> None:
    """Every dispute that is named has its claims in a table, or their number where it has none."""
    cards = [choir(), score(dispute("title: An empty one"), as_of="2022")]
    assert laid_out(claims_page(cards), "markdown") == CLAIMS


def test_a_sheet_on_which_nothing_was_said_has_none_of_these_sections() -> None:
    """Without claims, positions, figures, votes, events or verdicts there is no heading for them."""
    headings = [
        line for line in render(score(dispute(FERRY))).splitlines() if line.startswith("## ")
    ]
    assert headings == [
        *("## Summary", "## The demands, one by one", "## Never demanded", "## Parties"),
        *("## Documents", "## Rules"),
    ]


def test_a_history_without_a_step_says_so() -> None:
    """Up to a day before all dated facts the page has its form, and says that nothing moved."""
    assert render(history(dispute(FERRY), as_of="2019")) == (
        "# Ferry dispute of 2021: history\n\n"
        "Up to 31 December 2019. Policy: standard (partly met from a share of 1/2; late delivery "
        "is at best “In part”; significant is 1/2 of the demands). A fact known to the month or the year counts from its last day.\n\n"
        "## The status of each demand after each day\n\n"
        "| Item | Demand |\n| --- | --- |\n| 1 | A new whistle |\n\n"
        "## What moved, and because of what\n\n"
        "Nothing: no demand or answer is dated on or before that day.\n"
    )


def test_a_history_numbers_its_demands_as_the_sheet_of_its_day() -> None:
    """A demand that is not yet known takes no number: those after it move up."""
    found = history(dispute(FERRY), as_of="2021-03")
    rows = [line for line in render(found).splitlines() if line.startswith("| ")][2:]
    assert [row.split(" | ")[:2] for row in rows] == [
        *(["| 1", "A rise of 6%"], ["| 2", "Boots and coats"], ["| 3", "A new whistle"]),
    ]
    assert "\n- Demand 2, Boots and coats: from “No response recorded” to “In part”" in render(
        found
    )
    assert "\n| 2 | Boots and coats |" in render(score(dispute(FERRY), as_of="2021-03"))


def test_nothing_differs_is_said() -> None:
    """Two alike are named with their tallies, and that is all."""
    card = score(dispute(TOLLS, "tolls-2020"), policy="strict")
    about = (
        "Toll dispute of 2020 (tolls-2020), as of 31 March 2020. Policy: strict (partly met from a "
        "share of 2/3; late delivery is at best “No”; significant is 2/3 of the demands). 4 demands: 1 Yes, 0 In part, 1 Some "
        "movement, 1 No, 1 No response recorded."
    )
    assert render(difference(card, card)) == (
        f"# Toll dispute of 2020: what differs\n\n- A: {about}\n- B: {about}\n\nNothing differs.\n"
    )


@pytest.mark.parametrize(
    ("day", "tea", "cake"),
    [
        ("2021-09", "", ""),
        ("2021-10-30", "", ""),
        ("2021-10-31", "; it was taken back in October 2021", ""),
        ("2021-11-05", "; it was taken back in October 2021", ""),
        ("2021-11-06", "; it was taken back in October 2021", "; it ended on 5 November 2021"),
    ],
)
def test_a_gift_that_differs_says_what_became_of_it(day: str, tea: str, cake: str) -> None:
    """What was taken back by that day, or had ended before it, is not told as if it stood."""
    source = f"""{FERRY}
  - id: cake
    title: Cake on deck
    made_by: line
    date: 2021-03-02
    undemanded: {{kind: offer, gives: {{ends: 2021-11-05}}}}
"""
    page = render(difference(*(score(dispute(source), as_of=each) for each in ("2020", day))))
    assert page.partition("\n## Never demanded\n\n")[2] == (
        f"- Only in B: Tea on deck (Ferry Line, 1 March 2021): £5 more (in force){tea}.\n"
        "- Only in B: Cake on deck (Ferry Line, 2 March 2021): until 5 November 2021 (offer)"
        f"{cake}.\n"
    )


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (["met"], "Evening Echo: 1 of 1 agrees with the status computed here (100%)."),
        (["not-met"], "Evening Echo: 0 of 1 agrees with the status computed here (0%)."),
    ],
)
def test_how_far_a_rater_agrees_can_be_worked_out_again(published: list[str], said: str) -> None:
    """The share is told with its numbers, and kappa with what it is made of, or why it is not."""
    verdicts = "\n".join(
        f"  - {{demand: water, by: echo, status: {status}, printed: So., date: 2022-06}}"
        for status in published
    )
    source = CHOIR.partition("verdicts:\n")[0] + f"verdicts:\n{verdicts}\n"
    kappa = " By chance (0) / 1² = 0 would, so Cohen's kappa is (0 - 0) / (1 - 0) = 0."
    if published == ["met"]:
        kappa = " Cohen's kappa is not defined, since both use one and the same answer throughout."
    assert f"\n\n{said}{kappa}\n\n" in render(score(dispute(source), as_of="2022-06"))


def test_two_subjects_of_one_title_are_kept_apart() -> None:
    """Subjects that happen to have one title, and parties of one name, are not run together."""
    source = changed(
        CHOIR,
        {
            "{id: water, title: Water in glasses}": "{id: water, title: The fee of £30}",
            "name: Altos for Action": "name: The Choir",
        },
    )
    page = render(score(dispute(source), as_of="2022-06"))
    positions = page[page.index("## Positions\n") : page.index("## Figures\n")]
    assert positions.count("\nThe Choir on The fee of £30:\n") == 3


# JSON ---------------------------------------------------------------------------------------


def test_the_whole_history_in_json() -> None:
    """JSON has every step with its facts, what they moved, and all statuses after it."""
    demanded = {"happening": "demanded", "record": "rise"}
    offered = {"happening": "answered", "record": "offer"}
    opened = {"happening": "answered", "record": "store"}
    assert json.loads(render(history(dispute(FERRY, "ferry-2021"), as_of="2021-03"), "json")) == {
        "format_version": 2,
        "dispute": "ferry-2021",
        "as_of": "2021-03-31",
        "policy": "standard",
        "steps": [
            {
                "day": "2021-01-20",
                "facts": [{"happening": "demanded", "record": "kit", "demands": ["kit"]}],
                "moves": [
                    {
                        "demand": "kit",
                        "before": None,
                        "after": "no-response",
                        "because": [{"happening": "demanded", "record": "kit"}],
                    }
                ],
                "statuses": {"kit": "no-response", "whistle": "no-response"},
            },
            {
                "day": "2021-01-31",
                "facts": [{**demanded, "demands": ["rise"]}],
                "moves": [
                    {
                        "demand": "rise",
                        "before": None,
                        "after": "no-response",
                        "because": [demanded],
                    }
                ],
                "statuses": {"rise": "no-response", "kit": "no-response", "whistle": "no-response"},
            },
            {
                "day": "2021-02-28",
                "facts": [{**offered, "demands": ["rise"]}],
                "moves": [
                    {
                        "demand": "rise",
                        "before": "no-response",
                        "after": "met",
                        "because": [offered],
                    }
                ],
                "statuses": {"rise": "met", "kit": "no-response", "whistle": "no-response"},
            },
            {
                "day": "2021-03-01",
                "facts": [
                    {**opened, "demands": ["boots", "coats"]},
                    {"happening": "answered", "record": "tea", "demands": []},
                ],
                "moves": [
                    {
                        "demand": "kit",
                        "before": "no-response",
                        "after": "partly-met",
                        "because": [opened],
                    }
                ],
                "statuses": {"rise": "met", "kit": "partly-met", "whistle": "no-response"},
            },
        ],
    }


def result(name: str, title: str, status: str, *rule: str, share: str | None = None) -> Any:
    """Return a result as JSON has it, with at most one reason: its rule and its sentence."""
    reason = dict(zip(("rule", "sentence"), rule, strict=False))
    reasons = [{**reason, "concession": "answer", "binding": True}] if rule else []
    return {"id": name, "title": title, "status": status, "reasons": reasons, "share": share}


def test_the_whole_difference_in_json() -> None:
    """JSON says what is compared, and has each demand and claim that differs as both have it."""
    rises = [
        ("A rise of 4%", "1% was given and 4% was asked for: 25% of it.", "1/4"),
        ("A rise of 5%", "1% was given and 5% was asked for: 20% of it.", "1/5"),
    ]
    claim = {"made_by": "keepers", "date": "2020-03", "check": "count"}
    talks = ("talks", "There is nothing firm in it.")
    before, after = (
        result("rise", title, "some-movement", "shortfall", sentence, share=share)
        for title, sentence, share in rises
    )
    assert json.loads(render(two_disputes(), "json")) == {
        "format_version": 2,
        "before": {"dispute": "tolls-2020", "as_of": "2020-03-31", "policy": "standard"},
        "after": {"dispute": "tolls-2021", "as_of": "2020-03-31", "policy": "lenient"},
        "demands": [
            {"before": before, "after": after},
            {
                "before": result("stove", "A stove in the hut", "met"),
                "after": result("stove", "A stove in the hut", "not-met", *talks),
            },
            {"before": result("hats", "New hats", "no-response"), "after": None},
            {
                "before": result("bench", "A bench", "not-met", "refusal", "Bridge Trust refused."),
                "after": result(
                    *("bench", "A bench", "not-met", "nothing-offered"),
                    "Bridge Trust offered nothing on this.",
                ),
            },
        ],
        "claims": [
            {
                "before": {
                    "id": "nothing",
                    "title": "Nothing was won",
                    **claim,
                    "verdict": "contradicted",
                    "findings": [
                        "As of 31 March 2020, 1 of 4 demands is at “In part” or better; claimed: 0.",
                        "It is: A stove in the hut (Yes).",
                        "1 more has no response on record, and could be at any status.",
                    ],
                },
                "after": {
                    "id": "nothing",
                    "title": "Nothing at all was won",
                    **claim,
                    "verdict": "supported",
                    "findings": [
                        "As of 31 March 2020, 0 of 3 demands are at “In part” or better; claimed: 0."
                    ],
                },
            },
            {
                "before": None,
                "after": {
                    "id": "late",
                    "title": "A late word",
                    "made_by": "keepers",
                    "date": "2020-03",
                    "check": "fact",
                    "verdict": "supported",
                    "findings": ["On record, which confirms it: Notice on the wall."],
                },
            },
        ],
        "undemanded": {"only_before": [], "only_after": []},
        "others": {"only_before": [], "only_after": []},
    }
    assert json.loads(render(two_days(), "json"))["undemanded"] == {
        "only_before": ["tea"],
        "only_after": ["tea"],
    }


def test_what_was_said_in_json() -> None:
    """JSON has each claim with its verdict, each change of position, and how far raters agree."""
    made = json.loads(render(choir(), "json"))
    assert {name: made[name] for name in ("claims", "position_changes", "raters")} == {
        "claims": [
            {
                "id": "more-than-twice",
                "title": "The fee is more than twice what it was",
                "made_by": "hall",
                "date": "2022-03-01",
                "check": "compare",
                "verdict": "one-sides-word",
                "findings": ["£30 / £12.50 = 2.4; claimed: more than 2 × £12.50."],
            },
            {
                "id": "some-won",
                "title": "Something has been won",
                "made_by": "hall",
                "date": "2022-05-20",
                "check": "count",
                "verdict": "supported",
                "findings": [
                    "As of 20 May 2022, 1 of 3 demands is at “Yes”; claimed: at least 1.",
                    "It is: Water on stage (Yes).",
                    "1 more has no response on record, and could be at any status.",
                ],
            },
            {
                "id": "turned",
                "title": "The choir has gone back on its word",
                "made_by": "altos",
                "date": "2022-05-31",
                "check": "stance_change",
                "verdict": "supported",
                "findings": ["rejects (2 March 2022); accepts (May 2022); claimed: a change."],
            },
            {
                "id": "first-ever",
                "title": "It is the first rise in living memory",
                "made_by": "hall",
                "date": "2022-06",
                "check": None,
                "verdict": "not-enough-information",
                "findings": [],
            },
        ],
        "position_changes": [
            {
                "party": "choir",
                "subject": "offer",
                "before": {"date": "2022-03-02", "stance": "rejects"},
                "after": {"date": "2022-05", "stance": "accepts"},
            }
        ],
        "raters": [
            {
                "party": "altos",
                "compared": 1,
                "alike": "1",
                "kappa": None,
                "differing": [],
                "unanswered": [],
            },
            {
                "party": "echo",
                "compared": 2,
                "alike": "1/2",
                "kappa": "1/3",
                "differing": [
                    {
                        "demand": "fee",
                        "date": "2022-06-01",
                        "published": "some-movement",
                        "computed": "partly-met",
                        "cause": "other-rule",
                    },
                ],
                "unanswered": ["lights"],
            },
            {
                "party": "hall",
                "compared": 0,
                "alike": None,
                "kappa": None,
                "differing": [],
                "unanswered": ["lights"],
            },
        ],
    }


# Any text, and any dispute ------------------------------------------------------------------


def marked(record: Any, mark: str) -> Any:
    """Return a record in which each text, of it and of all records in it, ends in a mark."""

    def value(field: Any) -> Any:
        held = getattr(record, field.name)
        if isinstance(held, tuple):
            return tuple(marked(each, mark) if attrs.has(type(each)) else each for each in held)
        if isinstance(held, str) and field.holds in ("text", "quote"):
            return f"{held} ({mark})"
        return marked(held, mark) if _is_record(held) else held

    return attrs.evolve(record, **{field.name: value(field) for field in fields_of(type(record))})


def _is_record(held: Any) -> bool:
    return attrs.has(type(held)) and bool(fields_of(type(held)))


def pages(mark: str) -> dict[str, str]:
    """Return every page as Markdown, of disputes in which each text ends in a mark."""
    sources = (FERRY, TOLLS, changed(TOLLS, CHANGES), CHOIR)
    ferry, tolls, other, sung = (marked(dispute(source), mark) for source in sources)
    return {
        "history": render(history(ferry, as_of="2021-12")),
        "two days": render(difference(*(score(ferry, as_of=day) for day in ("2021-05", "2022")))),
        "two disputes": render(difference(score(tolls), score(other, policy="lenient"))),
        "sheet": render(score(sung)),
        "sheet of demands": render(score(ferry)),
        "claims": laid_out(claims_page([score(sung), score(tolls)]), "markdown"),
    }


def shown(page: str) -> list[Any]:
    """Return what GitHub's renderer makes of a page, with raw HTML and footnotes let through."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    return Tokens(github_flavored_markdown_to_html(page, options)).all


PLAIN = {name: shown(page) for name, page in pages("unmarked").items()}


@pytest.mark.parametrize("text", NASTY[:-3], ids=lambda text: ascii(text[:30]))
def test_a_nasty_text_in_any_field_comes_back_as_it_is(text: str) -> None:
    """On every page, a text that looks like markup is shown as it is and makes no element."""
    for name, page in pages(text).items():
        assert shown(page) == [
            token.replace("unmarked", text) if isinstance(token, str) else token
            for token in PLAIN[name]
        ], name


@settings(max_examples=40)
@given(text=any_text | markup)
def test_any_text_in_any_field_comes_back_as_it_is(text: str) -> None:
    """On every page, any text in every field is shown as it is, in its cell, and makes no element."""
    for name, page in pages(text).items():
        assert shown(page) == [
            token.replace("unmarked", text) if isinstance(token, str) else token
            for token in PLAIN[name]
        ], name


def test_every_text_of_what_was_said_is_shown() -> None:
    """Each text of each record of what was said is on the sheet, and none is forgotten."""

    def texts(record: Any) -> list[str]:
        found: list[str] = []
        for field in fields_of(type(record)):
            held = getattr(record, field.name)
            if isinstance(held, tuple):
                found += [text for each in held if attrs.has(type(each)) for text in texts(each)]
            elif _is_record(held):
                found += texts(held)
            elif isinstance(held, str) and field.holds in ("text", "quote"):
                found.append(held)
        return found

    card = choir()
    page = " ".join(each for each in shown(render(card)) if isinstance(each, str))
    sections = ("claims", "subjects", "positions", "figures", "votes", "events", "verdicts")
    said = [
        text for name in sections for each in getattr(card.dispute, name) for text in texts(each)
    ]
    assert len(said) > 60
    assert [text for text in said if text[1:] not in page] == []


@given(disputes(), st.sampled_from(("2022-06", "2023-03", "2024")), st.sampled_from([*POLICIES]))
def test_every_page_of_any_dispute_can_be_made(whole: Dispute, day: str, policy: str) -> None:
    """Every page can be laid out in every format, every row is as long as its table's head."""
    card = score(whole, as_of=day, policy=policy)
    up_to = history(whole, as_of=day, policy=policy)
    differing = difference(score(whole, as_of="2022-12"), card)
    found: list[Scorecard | History | Difference] = [card, up_to, differing]
    for blocks in (
        *(sheet(card), history_page(up_to), difference_page(differing)),
        claims_page([card, card]),
    ):
        listed = list(blocks)
        for block in listed:
            if isinstance(block, Table):
                assert {len(row) for row in block.rows} <= {len(block.head)}
            if isinstance(block, Bullets):
                assert block.lines
        for form in ("markdown", "text"):
            page = laid_out(listed, form)
            assert page.endswith("\n")
            assert not page.endswith("\n\n")
    for page in found:
        assert json.loads(render(page, "json"))["format_version"] == 2


@given(disputes(), st.randoms(use_true_random=False))
def test_the_order_of_records_changes_no_byte(whole: Dispute, luck: Any) -> None:
    """However records other than demands are ordered, every page is the same."""
    sections = ("concessions", "verdicts", "claims", "subjects", "positions", "figures", "votes")
    mixed: dict[str, Any] = {
        section: tuple(luck.sample(getattr(whole, section), len(getattr(whole, section))))
        for section in (*sections, "events")
    }
    both = whole, attrs.evolve(whole, **mixed)
    for form in ("markdown", "json"):
        sheets = {render(score(each, as_of="2023-03"), form) for each in both}
        histories = {render(history(each, as_of="2023-03"), form) for each in both}
        assert len(sheets) == len(histories) == 1
        days = ("2022-06", "2023-03")
        differences = {
            render(difference(*(score(each, as_of=day) for day in days)), form) for each in both
        }
        assert len(differences) == 1


@pytest.mark.parametrize(
    ("known", "needed"),
    [
        ("turnout: 61%, turnout_needed: 60%", "a turnout of 60%: reached"),
        ("turnout: 60%, turnout_needed: 60%", "a turnout of 60%: reached"),
        ("turnout: 59.9%, turnout_needed: 60%", "a turnout of 60%: not reached"),
        ("turnout: up to 59%, turnout_needed: 60%", "a turnout of 60%: not reached"),
        ("turnout: up to 60%, turnout_needed: 60%", "a turnout of 60%"),
        ("turnout_needed: 60%", "a turnout of 60%"),
        ("options: [{title: Aye, share: 66%}], share_needed: 2/3", "2/3 of the votes: not reached"),
        ("options: [{title: Aye, share: 67%}], share_needed: 2/3", "2/3 of the votes: reached"),
    ],
)
def test_a_vote_says_whether_it_reached_what_it_needed(known: str, needed: str) -> None:
    """Where what is known decides it; a bound at the very threshold does not."""
    source = CHOIR.partition("votes:\n")[0]
    source += f"votes:\n  - {{id: a, title: Sing, held_by: choir, date: 2022-03, {known}}}\n"
    assert f" | {needed} | – |" in render(score(dispute(source), as_of="2022-06"))


def test_what_stands_beside_demands_and_claims_is_compared_too() -> None:
    """A vote, figure, event, position or verdict that one side has otherwise is told of both."""
    one = CHOIR
    other = changed(CHOIR, {"share: 50.5%": "share: 50%", "share: 49.5%": "share: 50%"})
    page = render(difference(*(score(dispute(each), as_of="2022-06") for each in (one, other))))
    assert page.partition("\n## Other records\n\n")[2] == (
        "- Only in A: Vote: Whether to take £30 (The Choir, 30 April 2022): Take it: 50.5%; "
        "Leave it: 49.5%; turnout 61%; needed 50% of the votes; a turnout of at least 60%: reached; it was "
        "taken.\n"
        "- Only in B: Vote: Whether to take £30 (The Choir, 30 April 2022): Take it: 50%; "
        "Leave it: 50%; turnout 61%; needed 50% of the votes; a turnout of at least 60%: reached; it was "
        "taken.\n"
    )


def test_lines_that_differ_are_not_alike() -> None:
    """Where only the terms of an answer differ, the two lines tell them."""
    text = """
        title: Rents
        parties: [{id: us, name: Us, kind: union}, {id: them, name: Them, kind: employer}]
        documents: [{id: paper, title: Paper, publisher: us}]
        demands: [{id: pay, title: Pay, made_by: us, made_to: them}]
        concessions:
          - {id: deal, title: Deal, made_by: them, date: 2023, evidence: [{document: paper, at: 1}],
             answers: [{demand: pay, kind: offer, gives: {starts: 2024}}]}
    """
    cards = [score(dispute(each)) for each in (text, text.replace("2024", "2025"))]
    lines = render(difference(*cards)).splitlines()[-2:]
    assert [line.split("Given: ")[1] for line in lines] == [
        "from 2024 (offer).",
        "from 2025 (offer).",
    ]
