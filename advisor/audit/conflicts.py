"""Finds where the guides of one library contradict each other: reviewed points, figures, cells, sentences.

Each is a question to a person, not a finding: two guides that print other figures may measure different things.
"""

from collections.abc import Iterable, Iterator

from advisor.answer.detected import detected
from advisor.answer.readers import Readers
from advisor.audit.conflict import Conflict, Found, Stand
from advisor.audit.contradictions import contradictions
from advisor.compare.told import row_of, tell
from advisor.domain import Attribute, Guide, Role
from advisor.points import Point, PointKind


def conflicts(readers: Readers) -> tuple[Conflict, ...]:
    """All of them, each once by its words; costs some seconds, most of them for pairs of sentences."""
    library = readers.reader.library
    every = [
        *(_of_point(point, Found.REVIEWED) for point in library.points if point.kind is PointKind.DIFFER),
        *(_of_point(point, Found.FIGURES) for point in detected(readers.reader)),
        *_of_cells(readers),
        *contradictions(readers.reader),
    ]
    between = (conflict for conflict in every if _is_between(conflict, library.guides.values()))
    return tuple({conflict.id: conflict for conflict in between}.values())


def _of_point(point: Point, found: Found) -> Conflict:
    stands = tuple(
        Stand(cited.passage_id.rpartition(":")[0], cited.passage_id, side.value, cited.quote)
        for side in point.sides
        for cited in side.citations
    )
    return Conflict(found, point.topic, stands, point.roles, point.attributes, point.because or point.says)


def _of_cells(readers: Readers) -> Iterator[Conflict]:
    """Every role and attribute that the guides speak of."""
    sayings = readers.comparer.sayings
    vocabulary = readers.reader.library.vocabulary
    roles: dict[str, Role] = {role.id: role for role in vocabulary.roles}
    attributes: dict[str, Attribute] = {attribute.id: attribute for attribute in vocabulary.attributes}
    choices = {choice.id: choice for choice in readers.comparer.choices.attributes}
    for role, attribute in sorted(sayings.pairs):
        if role in roles and attribute in choices and len(sayings.guides_on(role, attribute)) > 1:
            (cell,) = row_of(tell(choices[attribute], (role,), None, sayings)).cells
            name = attributes[attribute].name if attribute in attributes else attribute
            if cell.differ:
                stands = tuple(
                    Stand(s.source.guide_id, s.source.passage_id, s.source.quote, s.source.quote)
                    for voice in cell.voices
                    for s in voice.sayings[:1]
                )
                yield Conflict(
                    Found.CELL, f"{name} of the {roles[role].name}", stands, (role,), (attribute,), cell.differ
                )


def _is_between(conflict: Conflict, guides: Iterable[Guide]) -> bool:
    """Two guides at least, or two places of one; a guide that repeats another is none beside it."""
    origins = {guide.id: guide.origin or guide.id for guide in guides}
    several = {origins.get(stand.guide_id, stand.guide_id) for stand in conflict.stands}
    return len(several) > 1 or conflict.found is Found.REVIEWED
