"""Points on which guides agree or differ, as values. Knows no question and no file."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.domain import Citation


class PointKind(StrEnum):
    AGREE = "agree"
    DIFFER = "differ"


@dataclass(frozen=True, slots=True)
class Side:
    """One position on a point, in a few words of ours, and the guides' words that it sums up."""

    value: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """Something on which guides agree (one side, all its citations) or differ (two or more sides)."""

    id: str
    topic: str
    kind: PointKind
    sides: tuple[Side, ...]
    says: str = ""  # in one sentence of ours: what they agree on, or the answer in short
    because: str = ""  # ours too: why they differ
    roles: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()  # questions by which people raise it

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(citation for side in self.sides for citation in side.citations)
