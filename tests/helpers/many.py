"""An invented dispute of as many demands, and with such texts, as a test asks for."""

from __future__ import annotations

import attrs
from helpers.works import works

from pcs_scorecard import Dispute, Party


def asking(*titles: str, title: str = "The works", name: str = "the smiths") -> Dispute:
    """Return the works with these demands of the smiths alone, of which the first was met."""
    plain = works()
    bus = next(demand for demand in plain.demands if demand.id == "bus")
    demands = [
        attrs.evolve(bus, id="bus" if i == 0 else f"demand-{i}", title=each)
        for i, each in enumerate(titles)
    ]
    kept = [made for made in plain.concessions if made.id == "terms"]
    answers = tuple(answer for answer in kept[0].answers if answer.demand == "bus")
    parties: list[Party] = [
        attrs.evolve(party, name=name if party.id == "smiths" else party.name)
        for party in plain.parties
    ]
    return attrs.evolve(
        plain,
        title=title,
        parties=tuple(parties),
        demands=tuple(demands),
        concessions=(attrs.evolve(kept[0], answers=answers),),
        verdicts=(),
        claims=(),
    )
