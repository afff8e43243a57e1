"""Records in words: the sentences that the scoresheet, the report and every other page share.

A sentence on an answer is what was given, and behind “, but” what counts against it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from fractions import Fraction

from pcs_scorecard.comparison.compare import Cell, Pair, Reason, Result
from pcs_scorecard.comparison.standing import on_day
from pcs_scorecard.model.concessions import Answer, Concession, Gives, Stage
from pcs_scorecard.model.demands import Asks, PayPoint
from pcs_scorecard.model.dispute import Dated, Days, Dispute
from pcs_scorecard.model.facts import Vote
from pcs_scorecard.model.fields import in_words
from pcs_scorecard.model.sources import Document
from pcs_scorecard.model.terms import Figures
from pcs_scorecard.values.amounts import Amount, written
from pcs_scorecard.values.vocabulary import GIVES_NOTHING, SCALE, Basis, Kind, Status


class Names:
    """The names that readers know, by the ids that records use, and the days of records."""

    def __init__(self, dispute: Dispute) -> None:
        """Take the names from a dispute's parties and documents."""
        self.days = Days(dispute)
        self.parties = {party.id: party.name for party in dispute.parties}
        self.publishers = {document.id: document.publisher for document in dispute.documents}
        self.figures: Figures = {each.id: each.value for each in dispute.figures}
        self.titles = {each.id: each.title for each in dispute.figures}
        self.said: dict[Pair, str] = {}
        """The sentences on answers, which a page asks for more than once."""

    def party(self, party: str) -> str:
        """Return the name of a party, as in the middle of a sentence."""
        return self.parties.get(party, party)

    def when(self, record: Dated | Document) -> str:
        """Return a record's date in words, with the printed one where that differs; "" without one."""
        date = record.date if isinstance(record, Document) else self.days.of(record)
        if date is None:
            return ""
        printed = f", printed “{record.date_printed}”" if record.date_printed else ""
        return f"{'reported ' + date.when if date.reported else date}{printed}"


# Small words ------------------------------------------------------------------------------------


def capital(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def stopped(text: str) -> str:
    """End a text with a stop, unless it has one."""
    return text if text.endswith((".", "?", "!", ".”", "?”", "!”")) else f"{text}."


def sentence(text: str) -> str:
    """Begin a text with a capital letter, and end it with a stop."""
    return stopped(capital(text))


def listed(items: Sequence[str]) -> str:
    """Return "a, b and c"."""
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number(count: int) -> str:
    """Return a count below ten as a word."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def roughly(share: Fraction) -> str:
    """Return a share in whole percent, cut towards zero and marked where that is not exact."""
    whole = int(share * 100)
    return f"{whole}%" if whole == share * 100 else f"about {whole}%"


def plainly(text: str) -> str:
    """Return an amount as people say it: £15 an hour, £3,000 a year."""
    return _PER.sub(lambda found: f" {'an' if found[1] == 'hour' else 'a'} {found[1]}", text)


_PER = re.compile(r"/(hour|day|week|month|year)\b")


# What was given -----------------------------------------------------------------------------------

_WITHOUT_A_FIGURE = {
    Kind.REFUSAL: "{} refused",
    Kind.WORSENING: "{} made this worse",
    Kind.NOTHING_OFFERED: "{} offered nothing on this",
    Kind.TALKS: "{} offered only talks, with nothing firm in them",
    Kind.ASSURANCE: "{} stated this as an aim",
    Kind.PERMISSION: "{} allowed this",
    Kind.OFFER: "{} offered this",
    Kind.UNDER_WAY: "{} began this",
    Kind.AGREED: "{} agreed to this",
    Kind.IN_FORCE: "{} did this",
}
_WITH_A_FIGURE = {
    Kind.WORSENING: "{} made this worse: {}",
    Kind.ASSURANCE: "{} spoke of {}",
    Kind.PERMISSION: "{} allowed {}",
    Kind.OFFER: "{} offered {}",
    Kind.UNDER_WAY: "{} began to give {}",
    Kind.AGREED: "{} agreed to {}",
    Kind.IN_FORCE: "{} gave {}",
}
GAVE = frozenset(_WITH_A_FIGURE) - {Kind.WORSENING}
"""The kinds of answer with which something was given, if only in words."""


def told(answer: Answer, kind: Kind, maker: str, names: Names, day: datetime.date) -> str:
    """Return who gave what, without a stop: in the words on record, or in those of its kind."""
    if answer.says:
        # What was offered by then may have been accepted since.
        agreed = answer.kind is Kind.OFFER and kind is Kind.AGREED
        since = ", and it was agreed" if agreed else ""
        return _bare(answer.says) + since + _still_to_come(answer.gives, names, day)
    given = what(answer.gives, names, day)
    if answer.gives.instead and not given:
        given = answer.gives.instead
    if given and kind in _WITH_A_FIGURE:
        return capital(_WITH_A_FIGURE[kind].format(maker, given))
    return capital(_WITHOUT_A_FIGURE[kind].format(maker)) + _still_to_come(answer.gives, names, day)


def _bare(text: str) -> str:
    return text.removesuffix(".")


def _still_to_come(gives: Gives, names: Names, day: datetime.date) -> str:
    """Return the stages that have not begun, behind a sentence that may not name them."""
    coming = [stage for stage in gives.stages if stage.starts.last > day]
    if coming:
        return f" (still to come: {listed([_stage(stage, names, day) for stage in coming])})"
    if gives.starts and gives.starts.last > day:
        return f" (from {gives.starts})"
    return ""


def what(gives: Gives, names: Names, day: datetime.date) -> str:
    """Return what is given in words: 5% for 2022/23, a one-off payment of £500; "" without a figure."""
    if gives.stages:
        given = listed([_stage(stage, names, day) for stage in gives.stages])
        return f"one-off payments of {given}" if gives.basis is Basis.NON_CONSOLIDATED else given
    if gives.amount is None:
        return ""
    given = amount(gives.amount, names)
    if gives.basis is Basis.NON_CONSOLIDATED and gives.amount.unit.is_money:
        given = f"a one-off payment of {given}"
    if gives.less:
        given += " less"
    if gives.period:
        given += f" for {gives.period}"
    if gives.starts and gives.starts.last > day:
        given += f", from {gives.starts}"
    if gives.ends and gives.ends.last >= day:
        given += f", until {gives.ends.end}"
    return given


def _stage(stage: Stage, names: Names, day: datetime.date) -> str:
    found = stage.more or stage.less or stage.to
    given = amount(found, names) if found else ""
    given += " less" if stage.less else ""
    given += f" for {stage.period}" if stage.period else ""
    if stage.starts.last > day:
        return f"{given} (from {stage.starts})"
    return given if stage.period else f"{given} from {stage.starts}"


def amount(value: Amount, names: Names) -> str:
    """Return an amount in words; of a formula with the figures it names: RPI (12.6%) + 2%."""
    if value.formula is None:
        return plainly(str(value))

    return as_said(value.text, names)


def as_said(text: str, names: Names) -> str:
    """Return a text with each figure that a formula names by its title and value, and amounts as said."""

    def named(found: re.Match[str]) -> str:
        name = found[1].rstrip(",)")
        if name not in names.figures:
            return found[0]
        return f"{names.titles[name]} ({names.figures[name]}){found[1].removeprefix(name)}"

    return plainly(_FIGURE.sub(named, text))


_FIGURE = re.compile(r"figure (\S+)")


def asked(asks: Asks, names: Names) -> str:
    """Return the terms of a demand in words; nothing where the thing itself would meet it."""
    terms = ", ".join(in_words(asks))
    return plainly(
        _FIGURE.sub(lambda found: names.titles.get(found[1].rstrip(","), found[1]), terms)
    )


def gave(answer: Answer, kind: Kind) -> str:
    """Return the terms of an answer in words, and how firm they are on the day."""
    given, firm = ", ".join(in_words(answer.gives)), kind.replace("-", " ")
    return plainly(f"{given} ({firm})" if given else firm)


# What counts against it -----------------------------------------------------------------------------


def on_answer(pair: Pair, names: Names) -> str:
    """Return what was given and, behind “but”, at most two of the reasons that set its status."""
    if pair not in names.said:
        names.said[pair] = _on_answer(pair, names)
    return names.said[pair]


def _on_answer(pair: Pair, names: Names) -> str:
    case = pair.situation
    given = told(pair.answer, pair.given.kind, case.maker, names, case.as_of)
    only_talks = pair.answer.kind is Kind.TALKS and pair.answer.says is None
    return stopped(given + _against(pair, given, names, {"talks"} if only_talks else set()))


def _against(pair: Pair, given: str, names: Names, without: Container[str]) -> str:
    """Return behind “, but” at most two of the reasons that set a status, those of some rules left out."""
    reasons = [each for each in pair.lowest if each.clause and each.rule not in without]
    found = joined(reasons, given, in_stages=bool(pair.answer.gives.stages))
    return f", but {as_said(found, names)}" if found else ""


def joined(reasons: Sequence[Reason], given: str, *, in_stages: bool = False) -> str:
    """Return two reasons as they stand behind “but”: phrases first, then clauses."""
    chosen = [(_not_twice(each.clause, given, in_stages=in_stages), each) for each in reasons[:2]]
    chosen.sort(key=lambda each: each[0].startswith("that "))
    if len(chosen) < 2:
        return "".join(clause for clause, _ in chosen)
    (first, _), (second, last) = chosen
    if not second.startswith("that "):
        return f"{first} and {second}"
    if first.startswith("that "):
        comma = "," if "," in first else ""
        return f"{first}{comma} and {second.removeprefix('that ')}"
    whole = last.sentence
    return f"{first}, and {whole[:1].lower()}{_bare(whole[1:])}"


def _not_twice(clause: str, given: str, *, in_stages: bool) -> str:
    """Leave out what the first part of a sentence has already: an amount, or quoted words.

    Of several stages it is told which amount counts.
    """
    way = "that goes the other way"
    if clause.startswith(f"{way}: ") and plainly(clause.removeprefix(f"{way}: ")) in given:
        return way
    if clause.startswith("only until ") and clause.removeprefix("only ") in given:
        return "only until then"
    if not in_stages and (found := _AMOUNT.match(clause)):
        value = plainly(found[1])
        # 5% does not stand in 15%.
        if re.search(rf"(?<![\w.,]){re.escape(value)}(?!\w)", given):
            return f"that is {plainly(clause[found.end() :])}"
    if (found := _QUOTED.search(clause)) and found[1] in given:
        return clause.replace(found[0], "")
    if (found := _KINDS.match(clause)) and found[1] in given:
        return f"that is {clause[found.end() :]}"
    if (found := _PERIODS.match(clause)) and found[1] in given:
        return clause[found.end() :]
    return plainly(clause)


_AMOUNT = re.compile(r"that is (.+?), (?=less|more|not|no)")
_KINDS = re.compile(r"as (.+?), (?=not )")
_PERIODS = re.compile(r"(for .+?), (?=not for)")
_QUOTED = re.compile(r" \(“(.+)”\)$")


def over(gift: Concession, answer: Answer, day: datetime.date) -> Iterator[str]:
    """Yield that what is no answer to a demand was taken back, or that it ended, by a day."""
    taken = answer.withdrawn or gift.withdrawn
    if taken and taken.last <= day:
        yield f"that was taken back {taken.when}"
    ends = answer.gives.ends
    if ends and ends.last < day:
        yield f"that ended {ends.when}"


def on_gift(gift: Concession, names: Names, day: datetime.date) -> tuple[str, Kind] | None:
    """Return what nobody had demanded in a sentence, and how firm it is on the day."""
    answer = gift.undemanded
    given = on_day(gift, answer, names.days, day) if answer else None
    if answer is None or given is None:
        return None
    said = told(answer, given.kind, names.party(gift.made_by), names, day)
    if answer.says is None and not what(answer.gives, names, day):
        # Without a demand “this” would be nothing.
        said = f"{capital(names.party(gift.made_by))}: {gift.title}"
    counts = [*over(gift, answer, day)]
    if not (gift.evidence or answer.evidence):
        counts.append("that has no source on record")
    against = " and ".join(counts).replace(" and that ", " and ")
    return stopped(f"{said}, but {against}" if against else said), given.kind


# Whole demands --------------------------------------------------------------------------------------


def on_result(result: Result, names: Names) -> tuple[list[str], list[Pair]]:
    """Return the sentences on a demand or a part, and the answers they tell of."""
    if result.cells:
        return _on_cells(result, names)
    if result.parts:
        best = _best(result)
        counts = _counts(result.parts)
        found, pairs = on_result(best, names) if best else ([], [])
        return [f"Of its {len(result.parts)} parts: {counts}. The best:", *found], pairs
    if not result.pairs:
        return [], []
    first = result.pairs[0]
    said = [on_answer(first, names)]
    pairs = [first]
    for pair in result.pairs[1:]:
        if _stands(pair) and on_answer(pair, names) == said[0]:
            pairs.append(pair)
    also = _also(result)
    if also is not None and on_answer(also, names) not in said:
        said.append(on_answer(also, names))
        pairs.append(also)
    return said, pairs


def _also(result: Result) -> Pair | None:
    """Return one more answer to name: what was given where the first gave nothing, or what was refused.

    Readers ask “but what about …?”, and a refusal or a worsening that stands is never left off.
    """
    first, rest = result.pairs[0], [pair for pair in result.pairs[1:] if _stands(pair)]
    refused = frozenset({Kind.REFUSAL, Kind.WORSENING})
    wanted = [GAVE] if first.given.kind in (*GIVES_NOTHING, Kind.WORSENING) else [refused]
    wanted += [refused] if first.given.kind is Kind.TALKS else []
    for kinds in wanted:
        found = [p for p in rest if p.given.kind in kinds and not p.situation.by_another]
        # What was refused before it was given is refused no longer.
        found = [p for p in found if kinds is GAVE or not first.given.made.after(p.given.made)]
        if found:
            return max(found, key=lambda pair: pair.given.made.last)
    return None


def _stands(pair: Pair) -> bool:
    return not any(reason.rule in ("replaced", "withdrawn", "ended") for reason in pair.reasons)


def _best(result: Result) -> Result | None:
    answered = [part for part in result.parts if part.pairs]
    return max(answered, key=lambda part: part.status.rank, default=None)


def _counts(parts: Iterable[Result]) -> str:
    found = [part.status for part in parts]
    return ", ".join(f"{found.count(one)} {one.says}" for one in best_first(found))


def best_first(found: Iterable[Status]) -> list[Status]:
    """Return each status once, the best first and no response last."""
    among = set(found)
    return [one for one in (*reversed(SCALE), Status.NO_RESPONSE) if one in among]


def _on_cells(result: Result, names: Names) -> tuple[list[str], list[Pair]]:
    cells = [part for part in result.parts if isinstance(part.demand, Cell)]
    best = _best(result)
    found, pairs = on_result(best, names) if best else ([], [])
    pairs = list(dict.fromkeys(pair for cell in cells for pair in cell.pairs[:1])) or pairs
    if isinstance(cells[0].demand, Cell) and isinstance(cells[0].demand.of, PayPoint):
        return [*_at_pay(cells, found, names)], pairs
    # What somebody else gave is no answer of a member.
    answered = [cell for cell in cells if any(not pair.situation.by_another for pair in cell.pairs)]
    by_status = {
        status: [cell.title for cell in answered if cell.status is status]
        for status in best_first(cell.status for cell in answered)
    }
    from_whom = "; ".join(f"{status.says} from {_some(who)}" for status, who in by_status.items())
    whose = f"Of the {len(cells)} named, {number(len(answered))} answered"
    return [f"{whose}: {from_whom}.", *found], pairs


def _some(who: Sequence[str]) -> str:
    if len(who) <= 3:
        return listed(who)
    return f"{', '.join(who[:2])} and {len(who) - 2} others"


def _at_pay(cells: Sequence[Result], found: Sequence[str], names: Names) -> Iterator[str]:
    """Yield what was given, and the shares that it comes to, from the lowest to the highest."""
    shares = [(cell.share, cell.title) for cell in cells if cell.share is not None]
    several = len({share for share, _ in shares}) > 1
    # What was given, and what counts against it, with the pay points where not all got the same.
    gave: dict[str, list[str]] = {}
    for cell in cells:
        for pair in cell.pairs[:1]:
            case = pair.situation
            said = told(pair.answer, pair.given.kind, case.maker, names, case.as_of)
            said += _against(pair, said, names, {"shortfall"} if several else set())
            gave.setdefault(said, []).append(cell.title)
    if len(gave) < 2 and not several:
        yield from found
    else:
        for said, who in gave.items():
            yield stopped(f"{said} ({_some(who)})" if len(gave) > 1 else said)
    if several:
        (least, lowest), (most, highest) = min(shares), max(shares)
        yield (
            f"That is between {roughly(least)} of what was asked for ({lowest}) and "
            f"{roughly(most)} ({highest})."
        )
    silent = [cell.title for cell in cells if not cell.pairs]
    if silent:
        yield f"No answer is on record for {_some(silent)}."


# Ballots --------------------------------------------------------------------------------------------


def on_vote(vote: Vote, offer: Concession | None, names: Names, day: datetime.date) -> str:
    """Return in a sentence what a vote decided, when, and by what shares."""
    about = f"{capital(offer.title)}: " if offer else f"{capital(vote.title)}: "
    when, whose = names.days.of(vote), names.party(vote.held_by)
    if not vote.has_result and when and when.last < day:
        return f"{about}of the vote of {whose} {when.when} no result is on record."
    if not vote.has_result or (when and when.last > day):
        return f"{about}a vote of {whose} is to come{f' ({when})' if when else ''}."
    outcome = {True: "accepted in", False: "rejected in", None: ""}[vote.carried]
    told = f"{outcome} a vote of {whose}{f' {when.when}' if when else ''}".strip()
    figures = [f"{each.share} {each.title}" for each in vote.options if each.share]
    figures += [f"turnout {vote.turnout}"] if vote.turnout else []
    return f"{about}{told}{f' ({listed(figures)})' if figures else ''}."


def money(value: Amount, names: Names, pay: Amount) -> str:
    """Return an amount in money at a pay point, or "" where it has no number there."""
    try:
        found = value.resolved(names.figures, pay)
    except ValueError:
        return ""
    return "" if found.low is None else plainly(written(found.low, found.unit))
