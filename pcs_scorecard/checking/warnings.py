"""What only weakens a dispute's data: warnings, which stop nothing.

Pure functions over a dispute that can be scored; `check` tells what they find.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from pcs_scorecard.model.concessions import Answer, Concession
from pcs_scorecard.model.demands import Asks, Demand, Part
from pcs_scorecard.model.dispute import Days, Dispute, evidence_of
from pcs_scorecard.model.facts import Vote
from pcs_scorecard.model.fields import records, references
from pcs_scorecard.model.problems import Problem
from pcs_scorecard.model.sources import Evidence
from pcs_scorecard.model.terms import given, of_another_kind
from pcs_scorecard.values.amounts import Amount
from pcs_scorecard.values.dates import Date
from pcs_scorecard.values.messages import counted, quoted, shown
from pcs_scorecard.values.vocabulary import SCALE, Kind, PartyKind, ProblemKind

_GOVERNING = frozenset({PartyKind.GOVERNMENT, PartyKind.EMPLOYER})
_OF_A_UNION = frozenset({PartyKind.UNION, PartyKind.LEADERSHIP, PartyKind.OPPOSITION})
_WITHIN_A_UNION = frozenset({PartyKind.LEADERSHIP, PartyKind.OPPOSITION})

_FAR = 15
"""How many years a date may lie from all others of a dispute."""


def weaknesses(dispute: Dispute) -> Iterator[Problem]:
    """Yield every warning that the records alone give, section by section."""
    for name, _, each in _acts(dispute):
        if not any(True for _ in evidence_of(each)):
            held = "; the rule `no-evidence` holds it down" if type(each) is Concession else ""
            yield Problem.of(each, f"{name} has no evidence{held}", ProblemKind.NO_EVIDENCE)
    yield from _one_sided(dispute)
    yield from _sources(dispute)
    yield from _far_dates(dispute)
    days = Days(dispute)
    yield from _told_too_early(dispute, days)
    for vote in dispute.votes:
        yield from _carried(vote)
    asked: dict[str | None, tuple[Demand, Asks]] = {}
    for demand in dispute.demands:
        for item in demand.parts or (demand,):
            asked[item.id] = demand, item.asks
            yield from _terms(item.id, item.asks, item)
        yield from _title(demand, demand)
        for part in demand.parts:
            yield from _title(part, demand)
    for concession in dispute.concessions:
        for answer in concession.answers:
            yield from _says(concession, answer)
            if answer.demand in asked:
                yield from _answer(concession, answer, *asked[answer.demand], days)
        if concession.undemanded is not None:
            yield from _says(concession, concession.undemanded)


def _acts(dispute: Dispute) -> Iterator[tuple[str, str | None, Any]]:
    """Yield every record that needs evidence, with how it is named, and whose act it is, if any's."""
    for word, field, section in (
        ("demand", "made_by", dispute.demands),
        ("concession", "made_by", dispute.concessions),
        ("claim", "made_by", dispute.claims),
        ("figure", "", dispute.figures),
        ("vote", "held_by", dispute.votes),
        ("event", "", dispute.events),
    ):
        for each in section:
            yield f"{word} {each.id!r}", getattr(each, field) if field else None, each
    for verdict in dispute.verdicts:
        name = f"the verdict on {verdict.demand!r} by {verdict.by!r}"
        yield name, verdict.by, verdict
    for position in dispute.positions:
        name = f"the position of {position.party!r} on {position.subject!r}"
        yield name, position.party, position


def _one_sided(dispute: Dispute) -> Iterator[Problem]:
    """Yield what a party did or said that no voice but its opponents' reports."""
    kinds = {party.id: party.kind for party in dispute.parties}
    publishers = {document.id: document.publisher for document in dispute.documents}
    for name, actor, each in _acts(dispute):
        voices = sorted({one.quoting or publishers[one.document] for one in evidence_of(each)})
        if actor and voices and all(_opposed(kinds[actor], kinds[voice]) for voice in voices):
            yield Problem.of(
                each,
                f"{name} is reported only by opponents of {actor!r}: {', '.join(voices)}; "
                "look for its own words, or a third party's",
                ProblemKind.ONE_SIDED,
            )


def _opposed(one: PartyKind, other: PartyKind) -> bool:
    """Tell whether two kinds of party are two sides of a dispute; the press is of none."""
    if one in _WITHIN_A_UNION and other in _WITHIN_A_UNION:
        return one is not other
    return (one in _GOVERNING and other in _OF_A_UNION) or (
        one in _OF_A_UNION and other in _GOVERNING
    )


def _sources(dispute: Dispute) -> Iterator[Problem]:
    """Yield documents without a date, and what is listed and never named."""
    every = list(records(dispute))
    named = {pair for each in every for pair in references(each)}
    cited = Counter(each.document for each in every if type(each) is Evidence)
    for document in dispute.documents:
        count = cited[document.id]
        if count and document.date is None:
            yield Problem.of(
                document,
                f"document {document.id!r} has no date, and evidence in {counted(count, 'place')} "
                "rests on it; give it as far as it is known, 2023-06 or 2023",
                ProblemKind.UNDATED,
            )
    for section, word, listed in (
        ("documents", "document", dispute.documents),
        ("parties", "party", dispute.parties),
        ("subjects", "subject", dispute.subjects),
    ):
        for each in listed:
            if (section, each.id) not in named:
                yield Problem.of(
                    each,
                    f"no record names the {word} {each.id!r}; take it out, or add what is missing",
                    ProblemKind.UNUSED,
                )


def _far_dates(dispute: Dispute) -> Iterator[Problem]:
    """Yield dates of a year that lies far from the years of all others."""
    dated: list[tuple[Date, Any]] = []
    for section in (
        *(dispute.documents, dispute.demands, dispute.concessions, dispute.verdicts),
        *(dispute.claims, dispute.positions, dispute.votes, dispute.events),
    ):
        for each in section:
            dates = (
                getattr(each, name, None) for name in ("date", "dropped", "accepted", "withdrawn")
            )
            dated += [(date, each) for date in dates if date is not None]
    years = Counter(date.last.year for date, _ in dated)
    for date, each in dated:
        year = date.last.year
        distance = min((abs(year - other) for other in years if other != year), default=0)
        if years[year] == 1 and distance > _FAR:
            yield Problem.of(
                each,
                f"the date {date.text!r} is {distance} years from all others of this dispute; correct "
                "it if it is mistyped",
                ProblemKind.FAR_DATE,
            )


def _terms(name: str, asks: Asks, item: Any) -> Iterator[Problem]:
    """Yield what leaves the terms of a demand, or of a part of one, without a measure."""
    if asks == Asks():
        yield Problem.of(
            item,
            f"demand {name!r} has no term in `asks`; only how firm an answer is can tell whether "
            "it is met",
            ProblemKind.NO_MEASURE,
        )
    if asks.level is not None and asks.baseline is None:
        yield Problem.of(
            asks,
            f"demand {name!r} asks for a level of {asks.level} without a `baseline`; where it stood "
            "before tells how much of the way was gone, and without it anything short of it is at most "
            "some movement",
            ProblemKind.BASELINE,
        )


def _title(item: Demand | Part, demand: Demand) -> Iterator[Problem]:
    """Yield a title that says what is not to be, beside which “No” says the opposite."""
    word = item.title.split()[0]
    quoted = {each for one in demand.evidence for each in (one.quote or "").casefold().split()}
    if word in ("No", "Not") and word.casefold() not in quoted:
        yield Problem.of(
            item,
            f"demand {item.id!r} has the title {shown(item.title)}, beside which the answer “No” reads the "
            "wrong way round; say what is to be, “Start times kept as they are”, or quote the document",
            ProblemKind.WORDING,
        )


def _told_too_early(dispute: Dispute, days: Days) -> Iterator[Problem]:
    """Yield what is dated after all documents that report it; of votes to come one may be told."""
    for word, section in (
        ("concession", dispute.concessions),
        ("vote", [vote for vote in dispute.votes if vote.has_result]),
        ("event", dispute.events),
        ("position", dispute.positions),
    ):
        for each in section:
            named = [one.document for one in evidence_of(each)]
            dates = [days.reports[name][0] for name in named if name in days.reports]
            if each.date is None or not dates or len(dates) < len(named):
                continue
            last = max(dates, key=lambda date: date.last)
            if all(each.date.after(date) for date in dates):
                name = f"{word} {each.id!r}" if hasattr(each, "id") else f"this {word}"
                yield Problem.of(
                    each,
                    f"{name} is dated {each.date}, and the last document that reports it {last}: nobody "
                    "reports what is yet to come; correct the date that is wrong, or tell what is only announced as a "
                    "term, with its day in `starts`",
                    ProblemKind.AT_ODDS,
                )


def _carried(vote: Vote) -> Iterator[Problem]:
    """Yield a vote that is said to have carried, and by its own numbers certainly has not."""
    if not vote.carried:
        return
    shares = [option.share for option in vote.options]
    known = [share for share in shares if share is not None]
    rest = 100 - sum((share.low or 0 for share in known), Fraction(0))
    for name, needed, found in (
        ("turnout", vote.turnout_needed, [vote.turnout] if vote.turnout else []),
        ("share", vote.share_needed, known),
    ):
        if needed is None or not found or not all(_below(share, needed) for share in found):
            continue
        # Whoever is not on record may have had all that is left.
        if name == "share" and needed.low is not None and rest >= needed.low:
            continue
        highest = max(found, key=lambda share: share.high or 0)
        yield Problem.of(
            vote,
            f"vote {vote.id!r} says carried: yes, with a {name} of {highest}, where {needed} was needed; "
            "correct what is wrong",
            ProblemKind.AT_ODDS,
        )


def _below(share: Amount, needed: Amount) -> bool:
    """Tell whether a share is certainly less than what was needed."""
    if share.high is None or needed.low is None:
        return False
    return share.high < needed.low or (share.high == needed.low and share.beyond)


_NUMBER = re.compile(r"[0-9](?:[0-9,.]*[0-9])?")
_STATUS = re.compile(
    rf"(?:^|[.:;] )(?:{'|'.join(status.says for status in SCALE)})(?=[.,:;!]|$)", re.IGNORECASE
)
_MOST_WORDS = 20


def _says(concession: Concession, answer: Answer) -> Iterator[Problem]:
    """Yield what is wrong with a sentence for readers: a number from nowhere, or a verdict."""
    says = answer.says
    if says is None:
        return
    name = f"concession {concession.id!r}"
    known = _numbers_of(concession, answer)
    if lost := [number for number in _NUMBER.findall(says) if number not in known]:
        yield Problem.of(
            answer,
            f"{name} says {quoted(lost[0])}, which stands neither in its terms nor in a quotation; give the "
            "number there, or take it out of `says`",
            ProblemKind.WORDING,
        )
    if found := _STATUS.search(says):
        yield Problem.of(
            answer,
            f"{name} says {shown(found[0].strip(' .:;'))}, which is a status; statuses are computed, so "
            "say only what was given, said or refused",
            ProblemKind.WORDING,
        )
    words = len(says.split())
    if words > _MOST_WORDS:
        yield Problem.of(
            answer,
            f"{name} says it in {words} words; one sentence of at most {_MOST_WORDS} is read",
            ProblemKind.WORDING,
        )
    if says.split()[0] in ("It", "This", "They", "Them", "These", "That"):
        yield Problem.of(
            answer,
            f"{name} says {shown(says)}; begin with who did it, since the sentence stands alone",
            ProblemKind.WORDING,
        )


def _numbers_of(concession: Concession, answer: Answer) -> set[str]:
    """Return the numbers in the terms, dates and quotations of an answer."""
    gives = answer.gives
    texts = [amount.text for _, amount in given(gives)]
    dates = [gives.starts, gives.ends, concession.date, concession.accepted, answer.withdrawn]
    dates += [concession.withdrawn, *(stage.starts for stage in gives.stages)]
    periods = [gives.period, *(stage.period for stage in gives.stages)]
    texts += [text for each in dates if each for text in (str(each), each.text)]
    texts += [text for each in periods if each for text in (str(each), each.text)]
    texts += [each.quote for each in evidence_of(concession) if each.quote]
    texts += [gives.share_reached.text] if gives.share_reached else []
    for text in (
        *(answer.caveat, answer.in_return, answer.subject_to, answer.owed_to, answer.restates),
        gives.instead,
    ):
        texts += [text] if text else []
    texts += [gives.reaches] if gives.reaches else []
    texts += [term.says for term in answer.terms]
    return {number for text in texts for number in _NUMBER.findall(text)}


def _answer(
    concession: Concession, answer: Answer, demand: Demand, asks: Asks, days: Days
) -> Iterator[Problem]:
    """Yield what weakens an answer beside the demand it answers."""
    counts = not (answer.owed_to or answer.restates or answer.gives.instead)
    if answer.kind in (Kind.AGREED, Kind.IN_FORCE) and counts:
        for field in ("basis", "period"):
            told = getattr(answer.gives, field) or answer.gives.stages
            if getattr(asks, field) and not told:
                yield Problem.of(
                    answer,
                    f"concession {concession.id!r} records no `{field}`, where "
                    f"{getattr(asks, field)} was asked for; without one it counts as the same",
                    ProblemKind.TAKEN_AS_ASKED,
                )
    beside = of_another_kind(asks, answer.gives) or not counts
    if asks != Asks() and not asks.forms and answer.gives.figured and not beside:
        key, amount = min(given(answer.gives), key=lambda each: each[1].text)
        yield Problem.of(
            answer,
            f"concession {concession.id!r} gives `{key}: {amount.text}`, where {answer.demand!r} asks for no amount, so no "
            "amount is compared; if one was asked for, write it in the demand's `asks`, else tell this one "
            "in `terms`",
            ProblemKind.NO_MEASURE,
        )
    made, date = days.of(concession), days.of(demand)
    if made and date and not date.reported and made.last < date.first and not answer.restates:
        yield Problem.of(
            answer,
            f"concession {concession.id!r}, {made.when}, is older than the demand "
            f"{demand.id!r}, {date.when}; correct the date that is wrong, or say in "
            "`restates` what it repeats",
            ProblemKind.BEFORE_DEMAND,
        )
