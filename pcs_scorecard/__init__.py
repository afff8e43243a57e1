"""What was demanded, what was given, and how far the one meets the other."""

from pcs_scorecard.amounts import Amount
from pcs_scorecard.compare import NextStatus, Pair, Reason, Result
from pcs_scorecard.dates import Date
from pcs_scorecard.files import check, load, load_bundled
from pcs_scorecard.model import (
    Answer,
    Asks,
    Concession,
    Demand,
    Dispute,
    Document,
    Evidence,
    Gives,
    Part,
    Party,
    Term,
    Verdict,
)
from pcs_scorecard.policy import POLICIES, STANDARD, Policy
from pcs_scorecard.problems import DataError, Problem
from pcs_scorecard.render import render
from pcs_scorecard.scorecard import Agreement, Scorecard, score
from pcs_scorecard.version import __version__
from pcs_scorecard.words import SCALE, Basis, Kind, Level, PartyKind, Status

__all__ = [
    "POLICIES",
    "SCALE",
    "STANDARD",
    "Agreement",
    "Amount",
    "Answer",
    "Asks",
    "Basis",
    "Concession",
    "DataError",
    "Date",
    "Demand",
    "Dispute",
    "Document",
    "Evidence",
    "Gives",
    "Kind",
    "Level",
    "NextStatus",
    "Pair",
    "Part",
    "Party",
    "PartyKind",
    "Policy",
    "Problem",
    "Reason",
    "Result",
    "Scorecard",
    "Status",
    "Term",
    "Verdict",
    "__version__",
    "check",
    "load",
    "load_bundled",
    "render",
    "score",
]
