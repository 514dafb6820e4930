"""What an auditor decided about one answer. The values that pages, ledger and figures share; knows none of them."""

from dataclasses import dataclass
from enum import StrEnum


class Judgement(StrEnum):
    """Of one claim beside its passage."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    NOT = "not"
    CONTRADICTED = "contradicted"
    WRONG_GUIDE = "wrong-guide"
    OUTDATED = "outdated"


class Stratum(StrEnum):
    """How an answer came to be judged; only a random sample speaks for all answers."""

    RANDOM = "random"
    RISK = "risk"
    PICKED = "picked"


@dataclass(frozen=True, slots=True)
class ClaimReview:
    place: int  # in the answer's claims
    judgement: Judgement
    reason: str = ""
    comment: str = ""
    better: str = ""  # wording


@dataclass(frozen=True, slots=True)
class Review:
    """One reviewer's judgement of one answer; None where a question was left open."""

    record_id: str
    reviewer: str
    at: str  # ISO 8601, UTC
    release: str
    stratum: Stratum
    right: bool | None = None
    complete: bool | None = None
    harmful: bool | None = None
    rightly_declined: bool | None = None  # of a declined answer
    claims: tuple[ClaimReview, ...] = ()
    comment: str = ""
    better: str = ""  # wording of the whole answer
