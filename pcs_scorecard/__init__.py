"""What was demanded, what was given, and how far the one meets the other."""

from pcs_scorecard.agreement import Agreement, Rater, kappa
from pcs_scorecard.amounts import Amount
from pcs_scorecard.claims import (
    Check,
    Claim,
    Comparison,
    Context,
    Count,
    Elapsed,
    Event,
    Extreme,
    Fact,
    Figure,
    Fits,
    Option,
    Position,
    RealTerms,
    StanceChange,
    Subject,
    Total,
    Vote,
)
from pcs_scorecard.compare import NextStatus, Pair, Reason, Result
from pcs_scorecard.dates import Date
from pcs_scorecard.difference import Difference, difference
from pcs_scorecard.factcheck import Tested
from pcs_scorecard.files import check, load, load_bundled
from pcs_scorecard.history import History, history
from pcs_scorecard.model import (
    Answer,
    Asks,
    Concession,
    Demand,
    Dispute,
    Gives,
    Part,
    Term,
    Verdict,
)
from pcs_scorecard.policy import POLICIES, STANDARD, Policy
from pcs_scorecard.positions import Change, changes
from pcs_scorecard.problems import DataError, Problem
from pcs_scorecard.render import render
from pcs_scorecard.scorecard import Scorecard, score
from pcs_scorecard.sources import Document, Evidence, Party
from pcs_scorecard.version import __version__
from pcs_scorecard.words import (
    SCALE,
    Basis,
    Cause,
    ClaimVerdict,
    End,
    Kind,
    Level,
    PartyKind,
    Relation,
    Stance,
    Status,
)

__all__ = [
    "POLICIES",
    "SCALE",
    "STANDARD",
    "Agreement",
    "Amount",
    "Answer",
    "Asks",
    "Basis",
    "Cause",
    "Change",
    "Check",
    "Claim",
    "ClaimVerdict",
    "Comparison",
    "Concession",
    "Context",
    "Count",
    "DataError",
    "Date",
    "Demand",
    "Difference",
    "Dispute",
    "Document",
    "Elapsed",
    "End",
    "Event",
    "Evidence",
    "Extreme",
    "Fact",
    "Figure",
    "Fits",
    "Gives",
    "History",
    "Kind",
    "Level",
    "NextStatus",
    "Option",
    "Pair",
    "Part",
    "Party",
    "PartyKind",
    "Policy",
    "Position",
    "Problem",
    "Rater",
    "RealTerms",
    "Reason",
    "Relation",
    "Result",
    "Scorecard",
    "Stance",
    "StanceChange",
    "Status",
    "Subject",
    "Term",
    "Tested",
    "Total",
    "Verdict",
    "Vote",
    "__version__",
    "changes",
    "check",
    "difference",
    "history",
    "kappa",
    "load",
    "load_bundled",
    "render",
    "score",
]
