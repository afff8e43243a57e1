"""Files to start from: those of the disputes on board, and invented ones."""

from __future__ import annotations

from helpers.strategies import disputes
from helpers.writing import write
from hypothesis import HealthCheck, given, settings

from pcs_scorecard import Dispute
from pcs_scorecard.reading.files import bundled


def on_board() -> list[bytes]:
    """Return each file of the disputes on board, and then each dispute in one file."""
    folders = [sorted(folder.glob("*.yaml")) for folder in bundled().values()]
    files = [[file.read_bytes() for file in folder] for folder in folders]
    return [*(data for each in files for data in each), *(b"".join(each) for each in files)]


def invented(count: int) -> list[bytes]:
    """Return so many invented disputes, the same each time, in every feature of the model."""
    found: list[bytes] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(disputes())
    def collect(dispute: Dispute) -> None:
        found.append(write(dispute).encode())

    collect()
    return found
