"""What is told of one attribute: the guides' words on each role with their sources, and the row they make."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.answer.about_guides import name_of
from advisor.answer.compose import source_of
from advisor.answer.evidence import Piece
from advisor.compare import differences
from advisor.compare.backgrounds import Background
from advisor.compare.charts import Figure, figures_of
from advisor.compare.sayings import Sayings
from advisor.compare.table import Cell, Choice, Difference, Row, Saying, Voice
from advisor.domain import Source
from advisor.interfaces import Library
from advisor.text import normalise

Said = Mapping[str, Sequence[Piece]]  # by guide


@dataclass(frozen=True, slots=True)
class Told:
    """One attribute of the chosen roles; `said` is by role, then by guide."""

    attribute: Choice
    said: Mapping[str, Said]
    for_you: tuple[Background, Said] | None
    figures: Mapping[str, tuple[Figure, ...]]  # by role
    library: Library


def tell(attribute: Choice, roles: Sequence[str], background: Background | None, sayings: Sayings) -> Told:
    """Reads the library's words on one attribute."""
    library = sayings.reader.library
    said = {role: sayings.of_role(role, attribute.id) for role in roles}
    figures = {role: tuple(_figures(attribute.id, role, said[role], library)) for role in roles}
    for_you = (background, sayings.to_background(background, roles, attribute.id)) if background else None
    return Told(attribute, said, for_you, figures, library)


def row_of(told: Told) -> Row:
    """The row of the table; each cell marked where the guides differ in it."""
    cells = tuple(
        _cell(role, said, told, differ=_differ(said, told.figures[role], told.library))
        for role, said in told.said.items()
    )
    for_you = _cell(told.for_you[0].id, told.for_you[1], told, differ="") if told.for_you else None
    return Row(told.attribute, cells, for_you)


def differences_in(told: Told, names: Mapping[str, str]) -> Iterator[Difference]:
    """What can be worked out from the figures and the levels of this attribute."""
    yield from differences.of_figures([figure for figures in told.figures.values() for figure in figures], names)
    for row in _tabled(told):
        if found := differences.of_levels(row, names):
            yield found


def _tabled(told: Told) -> Iterator[list[tuple[str, Piece, Source]]]:
    """Rows of guides' tables that have a cell for every chosen role."""
    rows: dict[str, list[tuple[str, Piece, Source]]] = {}
    for role, said in told.said.items():
        for piece in (piece for pieces in said.values() for piece in pieces if piece.fact):
            key = f"{piece.passage.guide_id} {piece.fact.label}" if piece.fact else ""
            rows.setdefault(key, []).append((role, piece, source_of(piece.citation, 0, told.library)))
    for row in rows.values():
        if {role for role, *_ in row} == set(told.said):
            yield row


def _cell(column: str, said: Said, told: Told, *, differ: str) -> Cell:
    voices = (Voice(tuple(_saying(piece, told) for piece in pieces)) for pieces in said.values() if pieces)
    return Cell(column, tuple(voices), differ)


def _saying(piece: Piece, told: Told) -> Saying:
    label = piece.fact.label if piece.fact else ""
    source = source_of(piece.citation, 0, told.library)
    return Saying(source, "" if normalise(label) == normalise(told.attribute.name) else label)


def _figures(attribute: str, role: str, said: Said, library: Library) -> Iterable[Figure]:
    for pieces in said.values():
        told = [(piece, source_of(piece.citation, 0, library)) for piece in pieces]
        yield from figures_of(attribute, role, told, library)


def _differ(said: Said, figures: Sequence[Figure], library: Library) -> str:
    texts = {guide: [piece.text for piece in pieces if piece.fact] for guide, pieces in said.items()}
    publishers = {guide: name_of(library.guides[guide]) for guide in said}
    return differences.differ(figures, {guide: t for guide, t in texts.items() if t}, publishers)
