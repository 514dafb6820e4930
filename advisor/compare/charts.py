"""Which figures may be drawn on one axis. Knows what figures measure, not how they are drawn."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from advisor.answer.evidence import Piece
from advisor.compare import measures
from advisor.compare.table import Chart, Measure, Picture
from advisor.domain import Source
from advisor.interfaces import Library

_READ = {"pay": (Picture.RANGE, measures.pay), "growth": (Picture.BAR, lambda text, label: measures.growth(text))}


PICTURED = tuple(_READ)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a cell: who it is about, who says it, what it measures."""

    attribute: str
    role: str
    reading: measures.Reading
    label: str
    source: Source
    jurisdiction: str

    @property
    def axis(self) -> tuple[str, str, str, str]:
        """Figures may stand side by side where all of these are equal."""
        return self.attribute, self.reading.unit, self.reading.what, self.jurisdiction

    @property
    def measure(self) -> Measure:
        return Measure(self.role, self.reading.low, self.reading.high, self.reading.shown, self.source)


def figures_of(
    attribute: str, role: str, pieces: Iterable[tuple[Piece, Source]], library: Library
) -> tuple[Figure, ...]:
    """The figures that one guide gives in one cell; its sentences count only where its tables give none."""
    read = [(piece, figure) for piece, source in pieces if (figure := _read(attribute, role, piece, source, library))]
    tabled = [figure for piece, figure in read if piece.fact is not None]
    return tuple(_once(tabled or [figure for _, figure in read]))


def charts(figures: Sequence[Figure]) -> tuple[tuple[Chart, ...], tuple[Measure, ...]]:
    """Charts of two measures and more, and the measures that have nothing to stand beside."""
    axes: dict[tuple[str, str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        axes[figure.axis].append(figure)
    drawn = [_chart(group) for group in axes.values() if len(group) > 1]
    return tuple(drawn), tuple(group[0].measure for group in axes.values() if len(group) == 1)


def _read(attribute: str, role: str, piece: Piece, source: Source, library: Library) -> Figure | None:
    if attribute not in _READ:
        return None
    label = piece.fact.label if piece.fact else ""
    reading = _READ[attribute][1](piece.text, label)
    guide = library.guides[source.guide_id]
    return Figure(attribute, role, reading, label, source, guide.jurisdiction) if reading else None


def _once(figures: Iterable[Figure]) -> Iterator[Figure]:
    """A guide that gives one value twice gives it once, with the time it is for where it says so."""
    kept: dict[tuple[float, float, str], Figure] = {}
    for figure in figures:
        key = (figure.reading.low, figure.reading.high, figure.reading.unit)
        if key not in kept or kept[key].reading.what == measures.TIMELESS:
            kept[key] = figure
    yield from kept.values()


def _chart(group: Sequence[Figure]) -> Chart:
    first = group[0]
    picture = _READ[first.attribute][0]
    return Chart(
        picture, first.attribute, first.reading.unit, first.reading.what, first.jurisdiction,
        tuple(figure.measure for figure in group),
    )  # fmt: skip
