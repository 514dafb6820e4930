"""Conversations as people keep them, and what they think of the answers: plain values."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation of one browser; `title` is the person's own, or else the first question.

    No turns: nothing was asked in it, but it holds a plan.
    """

    id: str
    title: str
    began: str  # ISO 8601, UTC
    last: str
    turns: int
    link: str = ""  # the secret of the link that shares it; empty: it is not shared
    planned: bool = False  # a plan is kept with it


class Complaint(StrEnum):
    """Why an answer did not help."""

    WRONG = "wrong"
    INCOMPLETE = "incomplete"
    OUTDATED_SOURCE = "outdated_source"
    NOT_WHAT_I_ASKED = "not_what_i_asked"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a person thought of one answer; the last word on it counts."""

    record_id: str
    helpful: bool
    complaints: tuple[Complaint, ...] = ()
    comment: str = ""
