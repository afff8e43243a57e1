"""The script one would write for one dispute: pydantic, `yaml.safe_load` and tabulate.

It knows the fields and the rules that the generated disputes need, and no others; nor does it know
that a later worsening takes the place of an earlier answer, of which they have two.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from tabulate import tabulate


class Status(StrEnum):
    """How far a demand was met."""

    NO_RESPONSE = "no-response"
    NOT_MET = "not-met"
    SOME_MOVEMENT = "some-movement"
    PARTLY_MET = "partly-met"
    MET = "met"


SCALE = list(Status)
SAYS = {
    Status.NO_RESPONSE: "No response recorded",
    Status.NOT_MET: "No",
    Status.SOME_MOVEMENT: "Some movement",
    Status.PARTLY_MET: "In part",
    Status.MET: "Yes",
}

Kind = Literal[
    "refusal",
    "worsening",
    "nothing-offered",
    "talks",
    "assurance",
    "permission",
    "offer",
    "under-way",
    "agreed",
    "in-force",
]
BY_KIND = {
    "refusal": (Status.NOT_MET, "it was refused"),
    "worsening": (Status.NOT_MET, "it moved the other way"),
    "nothing-offered": (Status.NOT_MET, "nothing was offered"),
    "talks": (Status.NOT_MET, "only talks were offered"),
    "assurance": (Status.SOME_MOVEMENT, "it is a statement that binds nobody"),
    "permission": (Status.SOME_MOVEMENT, "it is a permission"),
    "offer": (Status.SOME_MOVEMENT, "it is offered, not agreed"),
    "under-way": (Status.SOME_MOVEMENT, "it is begun, not delivered"),
}

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Amount = Annotated[str, Field(pattern=r"^(up to )?-?[0-9]+(\.[0-9]+)?%$")]
Period = Annotated[str, Field(pattern=r"^[0-9]{4}/[0-9]{2}$")]
# YAML makes 2023-04-01 a date and leaves 2023-04 a text.
Date = Annotated[str, BeforeValidator(str), Field(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$")]


class Record(BaseModel):
    """What all records have in common: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(Record):
    """Where a record is documented."""

    document: Id
    at: str


class Party(Record):
    """Who speaks or acts."""

    id: Id
    name: str
    kind: Literal["union", "employer"]
    note: str | None = None


class Document(Record):
    """A published source."""

    id: Id
    title: str
    publisher: Id
    date: Date


class Asks(Record):
    """The terms of a demand."""

    more: Amount
    basis: Literal["consolidated", "non-consolidated"]
    period: Period


class Demand(Record):
    """One thing asked for."""

    id: Id
    title: str
    made_by: Id
    made_to: Id
    asks: Asks
    evidence: list[Evidence]


class Gives(Record):
    """The terms of an answer."""

    more: Amount | None = None
    less: Amount | None = None
    period: Period | None = None


class Answer(Record):
    """What was done about one demand."""

    demand: Id
    kind: Kind
    gives: Gives = Gives()


class Concession(Record):
    """What was done, said or refused."""

    id: Id
    title: str
    made_by: Id
    date: Date
    answers: list[Answer]
    evidence: list[Evidence]


class Dispute(Record):
    """All records, with every id given once and every mention of one known."""

    title: str
    parties: list[Party]
    documents: list[Document]
    demands: list[Demand]
    concessions: list[Concession]

    @model_validator(mode="after")
    def check_ids(self) -> Self:
        """Look up every mention."""
        parties = known([party.id for party in self.parties])
        documents = known([document.id for document in self.documents])
        demands = known([demand.id for demand in self.demands])
        known([concession.id for concession in self.concessions])
        for document in self.documents:
            look_up(document.publisher, parties)
        for demand in self.demands:
            look_up(demand.made_by, parties)
            look_up(demand.made_to, parties)
            for evidence in demand.evidence:
                look_up(evidence.document, documents)
        for concession in self.concessions:
            look_up(concession.made_by, parties)
            for answer in concession.answers:
                look_up(answer.demand, demands)
            for evidence in concession.evidence:
                look_up(evidence.document, documents)
        return self


class Result(BaseModel):
    """A demand with its status, the answer that sets it, and why it is not higher."""

    demand: Demand
    status: Status
    concession: Concession | None = None
    reasons: list[str] = []


def known(ids: list[str]) -> set[str]:
    """Return ids as a set; raise ValueError where one stands twice."""
    found: set[str] = set()
    for name in ids:
        if name in found:
            raise ValueError(f"{name} stands twice")
        found.add(name)
    return found


def look_up(name: str, ids: set[str]) -> None:
    """Raise ValueError for a name that is not among the ids."""
    if name not in ids:
        raise ValueError(f"{name} is not known")


def number(amount: str) -> Decimal | None:
    """Return the number that can be relied on, which "up to" has none of."""
    return None if amount.startswith("up to ") else Decimal(amount.removesuffix("%"))


def judge(demand: Demand, answer: Answer) -> tuple[Status, list[str]]:
    """Return the status that an answer leaves its demand, and what sets it."""
    asks, gives = demand.asks, answer.gives
    ceilings = []
    if answer.kind in BY_KIND:
        ceilings.append(BY_KIND[answer.kind])
    if gives.period is not None and gives.period != asks.period:
        reason = f"it is for {gives.period}, and {asks.period} was asked about"
        ceilings.append((Status.NOT_MET, reason))
    asked = number(asks.more)
    given = number(gives.more) if gives.more is not None else None
    if gives.less is not None:
        given = -Decimal(gives.less.removesuffix("%"))
    if given is None:
        ceilings.append((Status.SOME_MOVEMENT, f"{asks.more} was asked for, no figure given"))
    elif asked is not None and given < asked:
        share = given / asked
        reason = f"{given}% of {asks.more}, a share of {share:.2%}"
        if share >= Decimal("0.5"):
            ceilings.append((Status.PARTLY_MET, reason))
        elif share > 0:
            ceilings.append((Status.SOME_MOVEMENT, reason))
        else:
            ceilings.append((Status.NOT_MET, reason))
    status = min([ceiling for ceiling, _ in ceilings], key=SCALE.index, default=Status.MET)
    return status, [reason for ceiling, reason in ceilings if ceiling is status]


def read(path: Path) -> Dispute:
    """Read a dispute from its file."""
    with path.open(encoding="utf-8") as file:
        return Dispute.model_validate(yaml.safe_load(file))


def score(dispute: Dispute) -> list[Result]:
    """Return every demand beside the best answer to it."""
    answers: dict[str, list[tuple[Concession, Answer]]] = defaultdict(list)
    for concession in dispute.concessions:
        for answer in concession.answers:
            answers[answer.demand].append((concession, answer))
    results = []
    for demand in dispute.demands:
        best = Result(demand=demand, status=Status.NO_RESPONSE)
        for concession, answer in answers[demand.id]:
            status, reasons = judge(demand, answer)
            if SCALE.index(status) > SCALE.index(best.status):
                best = Result(demand=demand, status=status, concession=concession, reasons=reasons)
        results.append(best)
    return results


def render(dispute: Dispute, results: list[Result]) -> str:
    """Return a scoresheet in Markdown: its title, a table, and a numbered list."""
    names = {party.id: party.name for party in dispute.parties}
    rows = [
        (index, result.demand.title, SAYS[result.status], "; ".join(result.reasons))
        for index, result in enumerate(results, 1)
    ]
    table = tabulate(rows, headers=("Item", "Demand", "Answer", "Because"), tablefmt="github")
    items = []
    for index, result in enumerate(results, 1):
        concession = result.concession
        items.append(f"{index}. {result.demand.title}: **{SAYS[result.status]}.**")
        if concession is None:
            items.append("   - No record answers this demand.")
            continue
        because = "; ".join(result.reasons) or "as asked"
        who = names[concession.made_by]
        where = "; ".join(f"{each.document}, {each.at}" for each in concession.evidence)
        items.append(f"   - {concession.title} ({who}, {concession.date}): {because}.")
        items.append(f"   - Reported in {where}.")
    return f"# {dispute.title}\n\n{table}\n\n" + "\n".join(items) + "\n"


def scoresheet(path: Path) -> str:
    """Return the scoresheet of a file."""
    dispute = read(path)
    return render(dispute, score(dispute))


def statuses(path: Path) -> dict[str, str]:
    """Return the statuses of a file's demands by their ids."""
    return {result.demand.id: result.status.value for result in score(read(path))}
