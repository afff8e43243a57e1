"""How the time of what is done day by day grows: seconds at n, 2n and 4n, and how often the double.

`python tests/benchmarks/growth.py`. Nothing is asserted; `README.md` says what is in proportion and
what cannot be.
"""

from __future__ import annotations

import datetime
import json
import sys
import time
from collections.abc import Callable
from typing import Any

from pcs_scorecard import Dispute, score, steps
from pcs_scorecard.checking.expectations import unmet
from pcs_scorecard.reading.reader import read

Records = list[dict[str, Any]]

SHOWN = [{"document": "paper", "at": "1"}]
BESIDE: dict[str, Any] = {
    "title": "Growth",
    "parties": [
        {"id": "union", "name": "the union", "kind": "union"},
        {"id": "boss", "name": "the boss", "kind": "employer"},
    ],
    "documents": [{"id": "paper", "title": "Paper", "publisher": "boss", "date": "2020"}],
}


def day(number: int) -> str:
    """Return one of many days."""
    return (datetime.date(2000, 1, 1) + datetime.timedelta(days=number)).isoformat()


def demand(number: int, **more: Any) -> dict[str, Any]:
    """Return a demand of the first day."""
    made = {"made_by": "union", "made_to": "boss", "date": day(0), "evidence": SHOWN}
    return {"id": f"d{number}", "title": f"Demand {number}", **made, **more}


def answered(number: int, name: str, **gives: Any) -> dict[str, Any]:
    """Return an agreement of a day of its own."""
    answer = {"demand": name, "kind": "agreed", **({"gives": gives} if gives else {})}
    made = {"made_by": "boss", "date": day(number + 1), "evidence": SHOWN}
    return {"id": f"c{number}", "title": "Deal", **made, "answers": [answer]}


def dispute(demands: Records, concessions: Records, **more: Records) -> Dispute:
    """Return a dispute that holds these."""
    whole = {**BESIDE, "demands": demands, "concessions": concessions, **more}
    made = read([("growth.yaml", json.dumps(whole).encode())], "growth").dispute
    assert made is not None
    return made


def demands_on_days(count: int, **more: Records) -> Dispute:
    """Return as many demands, each answered on a day of its own."""
    demands = [demand(number) for number in range(count)]
    return dispute(demands, [answered(number, f"d{number}") for number in range(count)], **more)


def lapsing(count: int) -> Dispute:
    """Return one demand with as many answers, each of which ends two days after it was given."""
    ends = [answered(number, "d0", ends=day(number + 3)) for number in range(count)]
    return dispute([demand(0)], ends)


def in_parts(count: int) -> Dispute:
    """Return one demand in as many parts, each answered on a day of its own."""
    parts = [{"id": f"p{number}", "title": "Part"} for number in range(count)]
    return dispute([demand(0, parts=parts)], [answered(n, f"p{n}") for n in range(count)])


def counted(count: int) -> Dispute:
    """Return as many demands and counts of them, each as of a day of its own."""
    claims = [
        {
            "id": f"k{number}",
            "title": "Claim",
            "made_by": "union",
            "date": day(number + 1),
            "check": {"count": {"reaching": "met", "relation": "at-least", "number": "1"}},
            "evidence": SHOWN,
        }
        for number in range(count)
    ]
    return demands_on_days(count, claims=claims)


def expected(count: int) -> Dispute:
    """Return as many demands and expectations of them, each as of a day of its own."""
    every = [
        {"demand": f"d{number}", "status": "met", "as_of": day(number + 2)}
        for number in range(count)
    ]
    return demands_on_days(count, expected=every)


WORK: dict[str, tuple[int, Callable[[int], Dispute], Callable[[Dispute], object]]] = {
    "steps of n demands answered on n days": (500, demands_on_days, steps),
    "steps of one demand with n answers that lapse": (125, lapsing, steps),
    "steps of one demand in n parts": (500, in_parts, steps),
    "n counts of n demands as of n days": (125, counted, lambda made: score(made).claims),
    "n expectations as of n days": (500, expected, lambda made: list(unmet(made))),
}


def seconds(work: Callable[[Dispute], object], made: Dispute) -> float:
    """Return the least of three times."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work(made)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Write a line for each kind of work."""
    for what, (count, make, work) in WORK.items():
        found = [seconds(work, make(count * times)) for times in (1, 2, 4)]
        told = ", ".join(f"{each:.3f}" for each in found)
        sys.stdout.write(
            f"{what} (n = {count}): {told} s; "
            f"{found[1] / found[0]:.1f} and {found[2] / found[1]:.1f} times\n"
        )


if __name__ == "__main__":
    main()
