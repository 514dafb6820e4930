"""An answer as auditors see it in a list, and what a list is asked for. Values; knows no storage."""

from dataclasses import dataclass

from advisor.audit.review import Review, Stratum
from advisor.domain import Answer

PAGE = 25  # cases on one page


@dataclass(frozen=True, slots=True)
class View:
    """Which answers, newest first. `traits` and the rest combine: all of them hold."""

    traits: tuple[tuple[str, str], ...] = (("by", "people"),)
    since: str = ""  # a day; it and `until` belong to what is shown
    until: str = ""
    text: str = ""
    before: int = 0  # only what was recorded before this entry; 0: from the newest on


@dataclass(frozen=True, slots=True)
class Case:
    seq: int
    record_id: str
    at: str  # ISO 8601, UTC
    question: str  # empty: erased
    traits: frozenset[str]

    def values(self, name: str) -> tuple[str, ...]:
        """What it has of a trait, in order."""
        return tuple(sorted(t.partition(":")[2] for t in self.traits if t.startswith(f"{name}:")))


@dataclass(frozen=True, slots=True)
class CasePage:
    cases: tuple[Case, ...]
    older: int  # what `View.before` is for the page that follows; 0: there is none


@dataclass(frozen=True, slots=True)
class Opened:
    """One case on the workbench."""

    case: Case
    answer: Answer
    reviews: tuple[Review, ...]  # the last of each reviewer
    claimed_by: str = ""  # who has it now


@dataclass(frozen=True, slots=True)
class Next:
    record_id: str
    stratum: Stratum


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the queue holds for one reviewer."""

    risky: tuple[Case, ...]  # the first ones
    risky_count: int
    second: int  # that somebody wants a second opinion on
    random_judged: int  # by anybody, of all answers that are due
    due: int
    mine: int  # judged by this reviewer
