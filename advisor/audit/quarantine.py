"""What was taken out of use at once, and what was set right beside it: values. Knows no ledger and no library."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from advisor.domain import Guide, Passage


@dataclass(frozen=True, slots=True)
class Subject:
    """A passage or a whole guide; a passage with its words, so that it is known wherever it stands."""

    id: str
    guide_id: str
    words: str = ""  # of a passage
    heading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A subject that is not used and not shown, why and by whom."""

    subject: Subject
    reason: str
    by: str
    at: str  # ISO 8601, UTC


@dataclass(frozen=True, slots=True)
class Note:
    """A correction that is shown wherever a passage, or any passage of a guide, is cited."""

    subject: Subject
    text: str
    by: str
    at: str  # ISO 8601, UTC


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the record: something was withdrawn, or brought back."""

    withdrawn: Withdrawn
    undone: bool


class Quarantine(Protocol):
    """What is withdrawn and noted now. `stamp` is cheap, and another one after each change of either."""

    def stamp(self) -> int: ...

    def held(self) -> Mapping[str, Withdrawn]:
        """By the id of the passage or guide."""

    def notes(self) -> Mapping[str, Note]:
        """By the id of the passage or guide."""


class NothingWithdrawn:
    """For libraries that nobody audits."""

    def stamp(self) -> int:
        return 0

    def held(self) -> Mapping[str, Withdrawn]:
        return {}

    def notes(self) -> Mapping[str, Note]:
        return {}


def of_passage(passage: Passage) -> Subject:
    return Subject(passage.id, passage.guide_id, passage.text, passage.heading)


def of_guide(guide: Guide) -> Subject:
    return Subject(guide.id, guide.id)
