"""The fixed vocabularies: the same words in YAML, model, JSON and documentation.

Each word carries ``says``, what readers get for it: of a status the short answer.
"""

from __future__ import annotations

import enum
from typing import Self


class Word(enum.StrEnum):
    """A word of a fixed vocabulary, with what it means."""

    says: str

    def __new__(cls, value: str, says: str) -> Self:
        """Keep the meaning beside the word."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.says = says
        return word


class Status(Word):
    """How far a demand was met; the first four are the scale, worst first."""

    NOT_MET = "not-met", "No"
    SOME_MOVEMENT = "some-movement", "Some movement"
    PARTLY_MET = "partly-met", "In part"
    MET = "met", "Yes"
    NO_RESPONSE = "no-response", "No response recorded"

    rank: int
    """Place on the scale, 0 the worst; no response is off the scale and has none."""


SCALE: tuple[Status, ...] = (
    Status.NOT_MET,
    Status.SOME_MOVEMENT,
    Status.PARTLY_MET,
    Status.MET,
)


for _rank, _status in enumerate(SCALE):
    _status.rank = _rank


class Kind(Word):
    """How firm an answer is, weakest first."""

    REFUSAL = "refusal", "a refusal, in words or by deed (the change goes ahead)"
    WORSENING = "worsening", "the thing asked about moved the other way"
    NOTHING_OFFERED = "nothing-offered", "a dated document says that nothing was offered"
    TALKS = "talks", "an offer to talk, a committee or a review, with no term in it"
    ASSURANCE = "assurance", "a statement of intent that binds nobody"
    PERMISSION = "permission", "others may do it"
    OFFER = "offer", "offered, not agreed"
    UNDER_WAY = "under-way", "begun, not delivered"
    AGREED = "agreed", "settled between the sides"
    IN_FORCE = "in-force", "done, paid or in effect"


GIVES_NOTHING = frozenset({Kind.REFUSAL, Kind.NOTHING_OFFERED, Kind.TALKS})
"""The kinds of answer in which there is nothing to measure."""

FROM_AN_OFFER_ON = frozenset({Kind.OFFER, Kind.UNDER_WAY, Kind.AGREED, Kind.IN_FORCE})
"""The kinds of answer that can be accepted."""


class Basis(Word):
    """What kind of money a pay term is."""

    CONSOLIDATED = "consolidated", "added to salary for good, and counted for pension"
    NON_CONSOLIDATED = "non-consolidated", "paid once, leaving salary as it was"


class Direction(Word):
    """Which way something is to move, where no number is asked for."""

    UP = "up", "more of it, by any figure"
    DOWN = "down", "less of it, by any figure"


class Relation(Word):
    """How one number stands to another."""

    LESS_THAN = "less-than", "below it"
    AT_MOST = "at-most", "below it or the same"
    EQUAL = "equal", "the same"
    AT_LEAST = "at-least", "above it or the same"
    MORE_THAN = "more-than", "above it"


class End(Word):
    """Which end of some figures."""

    LOWEST = "lowest", "below all the others"
    HIGHEST = "highest", "above all the others"


class Stance(Word):
    """How a party stands to a subject, from worst to best."""

    REJECTS = "rejects", "refuses it, or calls it insufficient as a whole"
    OBJECTS = "objects", "complains of it or of a part of it, without refusing it"
    ACCEPTS = "accepts", "goes along with it or builds on it, without praise"
    WELCOMES = "welcomes", "praises it"


class ClaimVerdict(Word):
    """What the check of a claim finds."""

    SUPPORTED = "supported", "Supported"
    CONTRADICTED = "contradicted", "Contradicted"
    ONE_SIDE = "one-sides-word", "One side’s word"
    NOT_ENOUGH = "not-enough-information", "Not enough information"


class Untested(Word):
    """Why a claim has no check."""

    OPINION = "opinion", "it judges, and no record could show it true or false"
    FORECAST = "forecast", "it says what will be"
    MOTIVE = "motive", "it says what somebody wants, thinks or means"
    CAUSE = "cause", "it says what brought something about"
    FIGURE = "figure", "a number or a fact that would decide it is in no document here"


class Cause(Word):
    """Why a published verdict differs from the computed status."""

    OTHER_DEMAND = "other-demand", "it rates another wording of the demand"
    OTHER_DATE = "other-date", "it knew the facts of another date"
    OTHER_RULE = "other-rule", "it judges the same facts by another rule"


class PartyKind(Word):
    """In what capacity a party speaks or acts."""

    UNION = "union", "a union as a whole"
    LEADERSHIP = "leadership", "those who lead a union at the time"
    OPPOSITION = "opposition", "an organised group inside a union that opposes its leadership"
    GOVERNMENT = "government", "ministers and their departments as makers of policy"
    EMPLOYER = "employer", "one employer or a group of employers"
    PRESS = "press", "a newspaper, agency or broadcaster"
    COURT = "court", "a court or tribunal"
    ARBITRATOR = "arbitrator", "whoever is called in to decide or to mediate"
    REVIEW_BODY = "review-body", "a body that recommends pay or terms"
    PUBLIC = "public", "customers, patients, residents, or people in general"
    OTHER = "other", "anybody else"


class ProblemKind(Word):
    """What is wrong with data, or, from `no-evidence` on, what only weakens it."""

    warning: bool
    """Whether it stops nothing, as it only weakens data."""

    def __new__(cls, value: str, says: str, level: str = "") -> Self:
        """Keep beside the word whether it is a warning."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.says = says
        word.warning = level == "warning"
        return word

    UNREADABLE = "unreadable", "a file, or the rest of it, cannot be read"
    INVALID = "invalid", "a field or a record is not as the dictionary says"
    UNRESOLVED = "unresolved", "it names a record that is not there"
    MISQUOTED = "misquoted", "a quoted phrase is not found where it is said to stand"
    UNEXPECTED = "unexpected", "what is computed is not what the data expect"
    UNEXPLAINED = "unexplained", "a published verdict differs, and no cause is known or given"
    STALE = "stale", "a printed sheet is not what the data give now"
    NO_EVIDENCE = "no-evidence", "no document shows the record", "warning"
    NO_MEASURE = "no-measure", "a demand has no term that an answer could be measured by", "warning"
    BASELINE = "baseline", "a level without its baseline, so that no share can be told", "warning"
    FAR_OFF = "far-off", "far more was given than asked for, or it went the other way", "warning"
    WHICH_HOLDS = "which-holds", "a later record leaves less than one that stands", "warning"
    NOT_ADDED = "not-added", "awards one after another, which are not added up", "warning"
    BY_ANOTHER = "by-another", "an answer by somebody who was not asked", "warning"
    TAKEN_AS_ASKED = (
        "taken-as-asked",
        "what an answer leaves open counts as what was asked for",
        "warning",
    )
    ONE_SIDED = "one-sided", "only opponents of whose act it is report it", "warning"
    UNDATED = "undated", "a document that records rest on has no date", "warning"
    UNUSED = "unused", "a document, party or subject that no record names", "warning"
    FAR_DATE = "far-date", "a year that is far from all others of the dispute", "warning"
    WORDING = "wording", "a text for readers that reads as another thing than it is", "warning"
    BEFORE_DEMAND = "before-demand", "an answer is older than the demand it answers", "warning"
    AT_ODDS = "at-odds", "two things on record that cannot both be so", "warning"
    NOT_AT_HAND = (
        "not-at-hand",
        "the text of a document is not there to look for its quotations",
        "warning",
    )
