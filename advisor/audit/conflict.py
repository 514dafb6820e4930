"""Where guides contradict each other, and what a curriculum team decided of it: values. Knows no library."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class Found(StrEnum):
    """How a conflict was found."""

    REVIEWED = "reviewed"  # a person put it into points.yaml
    FIGURES = "figures"  # other figures of one kind for one role and attribute
    CELL = "cell"  # other levels, degrees or comparable figures in one cell of the comparison
    PASSAGES = "passages"  # two sentences that seem to contradict each other


class Mark(StrEnum):
    """What a conflict turned out to be."""

    REAL = "real"
    DIFFERENT_THINGS = "different-things"  # both can hold: they measure different things
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class Stand:
    """What one guide says; `quote` are its exact words."""

    guide_id: str
    passage_id: str
    value: str
    quote: str


@dataclass(frozen=True, slots=True)
class Conflict:
    found: Found
    topic: str
    stands: tuple[Stand, ...]
    roles: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    why: str = ""  # they differ, or seem to

    @property
    def id(self) -> str:
        """Of how it was found and of the cited words: a mark holds until one of them changes, and no longer."""
        cited = sorted(f"{stand.guide_id}\x1f{stand.quote}" for stand in self.stands)
        parts = (self.found.value, *self.roles, *self.attributes, *cited)
        return sha256("\x1e".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Marked:
    """A decision on one conflict; the last one counts."""

    conflict_id: str
    mark: Mark
    note: str  # shown with later answers
    by: str
    at: str  # ISO 8601, UTC


def decided(conflicts: Iterable[Conflict], marks: Iterable[Marked]) -> Mapping[Conflict, Marked | None]:
    """Each conflict with the last decision on it: first those that nobody decided, then the real ones."""
    last = {marked.conflict_id: marked for marked in sorted(marks, key=lambda marked: marked.at)}
    order = {None: 0, Mark.REAL: 1, Mark.DIFFERENT_THINGS: 2, Mark.RESOLVED: 3}
    pairs = [(conflict, last.get(conflict.id)) for conflict in conflicts]
    return dict(sorted(pairs, key=lambda pair: order[pair[1].mark if pair[1] else None]))
