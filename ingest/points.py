"""Points on which guides agree or differ: `points.yaml`, held against the guides' text. Knows no question."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from advisor.answer.origins import voices
from advisor.domain import Citation, Guide, Passage
from advisor.library.vocabulary import POINTS_FILE, entries, refuse_twice
from advisor.points import Point, PointKind, Side
from advisor.text import figures

_TWO = 2  # positions that differ, or guides that agree


class Quoted(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_min_length=1)

    guide: str
    words: str


class Stance(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_min_length=1)

    value: str
    quotes: tuple[Quoted, ...] = Field(min_length=1)


class PointEntry(BaseModel):
    """As it is written: `quotes` where guides agree, `positions` and `because` where they differ."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_min_length=1)

    id: str
    topic: str
    kind: PointKind
    says: str
    wordings: tuple[str, ...] = Field(min_length=1)
    roles: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    quotes: tuple[Quoted, ...] = ()
    positions: tuple[Stance, ...] = ()
    because: str | None = None

    @model_validator(mode="after")
    def _is_of_its_kind(self) -> Self:
        if self.kind is PointKind.AGREE and (not self.quotes or self.positions):
            raise ValueError("where guides agree it has quotes and no positions")
        if self.kind is PointKind.DIFFER and (not self.positions or self.quotes or not self.because):
            raise ValueError("where guides differ it has positions and because, and no quotes of its own")
        return self

    @property
    def stances(self) -> tuple[Stance, ...]:
        return self.positions or (Stance(value=self.says, quotes=self.quotes),)


@dataclass(frozen=True, slots=True)
class Standing:
    """The points whose words stand in the guides, and what to know about the others."""

    points: tuple[Point, ...] = ()
    warnings: tuple[str, ...] = ()


def parse_points(files: Mapping[str, bytes]) -> list[PointEntry]:
    """What `points.yaml` holds, nothing where there is none; raises IngestError that names what is wrong with it."""
    read = entries(files, POINTS_FILE, PointEntry)
    refuse_twice(POINTS_FILE, [entry.id for entry in read])
    return read


def stand(read: Sequence[PointEntry], guides: Sequence[Guide], passages: Sequence[Passage]) -> Standing:
    """Each point with the places of its words; words that are gone are left out, and what then is no point any more."""
    shelf = _Shelf(guides, passages)
    points = [point for entry in read if (point := _point(entry, shelf)) is not None]
    absent = len(read) - len(points) - shelf.dropped
    if absent:
        shelf.warnings.append(f"{absent} of {len(read)} points are left out: the guides they quote are not all here")
    return Standing(tuple(points), tuple(shelf.warnings))


class _Shelf:
    """The guides to look in, and what was noticed on the way."""

    def __init__(self, guides: Iterable[Guide], passages: Iterable[Passage]) -> None:
        self.guides = {guide.id: guide for guide in guides}
        self.warnings: list[str] = []
        self.dropped = 0
        self._passages: dict[str, list[Passage]] = {}
        for passage in passages:
            self._passages.setdefault(passage.guide_id, []).append(passage)

    def cite(self, quoted: Quoted) -> Citation | None:
        for passage in self._passages.get(quoted.guide, ()):
            place = passage.text.find(quoted.words)
            if place >= 0:
                start = passage.start + place
                return Citation(passage.id, quoted.words, start, start + len(quoted.words))
        return None

    def citations(self, entry: PointEntry, quotes: Iterable[Quoted]) -> Iterator[Citation]:
        for quoted in quotes:
            citation = self.cite(quoted)
            if citation is not None:
                yield citation
            elif quoted.guide in self.guides:
                self.warnings.append(f"{entry.id}: words that no longer stand in {quoted.guide}: “{quoted.words}”")


def _point(entry: PointEntry, shelf: _Shelf) -> Point | None:
    before = len(shelf.warnings)
    sides = [side for stance in entry.stances if (side := _side(entry, stance, shelf)) is not None]
    point = Point(
        entry.id, entry.topic, entry.kind, tuple(sides), entry.says, entry.because or "", entry.roles,
        entry.attributes, entry.wordings,
    )  # fmt: skip
    why = _no_point(point, entry, shelf)
    if why and (len(shelf.warnings) > before or _all_here(entry, shelf)):
        shelf.warnings.append(f"{entry.id} is left out: {why}")
        shelf.dropped += 1
    return None if why else point


def _side(entry: PointEntry, stance: Stance, shelf: _Shelf) -> Side | None:
    """None where no word of it stands in a guide any more, or a figure of ours stands in none of them."""
    citations = tuple(shelf.citations(entry, stance.quotes))
    if not citations:
        return None
    if not _covered(stance.value, citations):
        shelf.warnings.append(f"{entry.id}: a figure that its words do not hold: “{stance.value}”")
        return None
    return Side(stance.value, citations)


def _no_point(point: Point, entry: PointEntry, shelf: _Shelf) -> str:
    """Why this is no point (any more); empty where it is one."""
    if point.kind is PointKind.DIFFER and len(point.sides) < _TWO:
        return "it needs two positions whose words stand in the guides"
    cited = {quoted.guide for stance in entry.stances for quoted in stance.quotes if shelf.cite(quoted)}
    if point.kind is PointKind.AGREE and len(voices(shelf.guides[key] for key in sorted(cited))) < _TWO:
        return "it needs the words of two guides that do not repeat each other"
    if not _covered(f"{point.says} {point.because}", point.citations):
        return "it holds a figure that its words do not hold"
    return ""


def _covered(words: str, citations: Iterable[Citation]) -> bool:
    """Whether every figure of ours stands in the words cited for it."""
    return figures(words) <= frozenset().union(*(figures(citation.quote) for citation in citations))


def _all_here(entry: PointEntry, shelf: _Shelf) -> bool:
    return all(quoted.guide in shelf.guides for stance in entry.stances for quoted in stance.quotes)
