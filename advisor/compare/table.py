"""The words of a comparison: what was chosen, what could be, rows of cited cells, differences and charts."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.domain import Source


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen, and how many guides speak of it."""

    id: str
    name: str
    guides: int = 0
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """Exact words of a guide; `label` is what the guide calls the matter, where that is not the row's own name."""

    source: Source
    label: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one guide says in one cell, the most telling first."""

    sayings: tuple[Saying, ...]

    @property
    def source(self) -> Source:
        return self.sayings[0].source


@dataclass(frozen=True, slots=True)
class Cell:
    """No voices: no guide says."""

    column: str  # the role's id, or the background's
    voices: tuple[Voice, ...] = ()
    differ: str = ""  # in what the guides differ, in words; empty where they do not


@dataclass(frozen=True, slots=True)
class Row:
    attribute: Choice
    cells: tuple[Cell, ...]  # one for each role, in order
    for_you: Cell | None = None  # what it means for the chosen background


class Sort(StrEnum):
    """What a difference is about."""

    HIGHER_TOP = "higher top"
    HIGHER_BOTTOM = "higher bottom"
    HIGHER = "higher"
    FASTER = "faster"
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Difference:
    """Worked out from cells of one guide; `sources` are the operands."""

    sort: Sort
    about: str  # the row's label as printed
    text: str
    sources: tuple[Source, ...]


class Picture(StrEnum):
    RANGE = "range"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of a guide about one role, ready to be drawn."""

    role: str
    low: float
    high: float
    shown: str
    source: Source


@dataclass(frozen=True, slots=True)
class Chart:
    """Measures that may stand on one axis: same unit, same kind of figure, same time and place."""

    picture: Picture
    attribute: str
    unit: str
    measures_what: str
    jurisdiction: str  # empty: no country named
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person chose to compare, as it was given."""

    roles: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    background: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the library can be asked to compare."""

    roles: tuple[Choice, ...]
    attributes: tuple[Choice, ...]
    backgrounds: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    release: str
    choices: Choices
    roles: tuple[Choice, ...] = ()
    attributes: tuple[Choice, ...] = ()
    background: Choice | None = None
    rows: tuple[Row, ...] = ()
    differences: tuple[Difference, ...] = ()
    charts: tuple[Chart, ...] = ()
    alone: tuple[Measure, ...] = ()  # figures that stand on no axis, for want of one to compare with
    unknown: tuple[str, ...] = ()  # what was asked for and is not in the library
    left_out: tuple[Choice, ...] = ()  # roles beyond the most that fit
    by_default: bool = False  # the attributes were chosen for want of a choice
