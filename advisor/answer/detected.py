"""Finds, without any review, where guides print different figures of one kind for the same role and attribute."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from advisor.answer.evidence import Piece, Reader, Section
from advisor.points import Point, PointKind, Side
from advisor.text import normalise

_NUMBER = r"\d+(?:\.\d+)?(?: ?(?:k|m|b|million|billion|thousand)\b)?"
_KINDS = {
    "money": re.compile(rf"[$€£₹] ?{_NUMBER}"),
    "percent": re.compile(rf"{_NUMBER} ?%"),
    "duration": re.compile(rf"{_NUMBER}(?=[ -](?:year|month|week|day|hour)s?\b)(?: |-)\w+"),
}
_SHORT = 15  # words: a longer cell or sentence is told by its figures alone
_SHARED = 2  # stems of their own that two sentences must share to speak of one thing
_DIGITS = re.compile(r"\d")

Printed = frozenset[str]


def detected(reader: Reader) -> tuple[Point, ...]:
    """A point for each role, attribute and kind of figure on which two guides print different ones."""
    told: dict[tuple[str, str, str], list[tuple[Piece, Printed]]] = {}
    for piece, attribute in _pieces(reader):
        for kind, printed in _figures(piece.text).items():
            told.setdefault((piece.roles[0], attribute, kind), []).append((piece, printed))
    found = (_point(*key, said, reader) for key, said in told.items())
    return tuple(point for point in found if point is not None)


def _pieces(reader: Reader) -> Iterator[tuple[Piece, str]]:
    """Cells of tables first, then sentences on one role and one attribute; each with its attribute."""
    known = reader.lexicon.attribute_names
    for fact in reader.library.facts:
        piece = reader.cell(fact)
        if fact.attribute in known and piece.section is Section.BODY:
            yield piece, fact.attribute
    for row in reader.spoken_units:
        for piece in reader.pieces(row):
            shared = set(piece.attributes) & set(piece.heading_attributes)
            if piece.fact is None and piece.section is Section.BODY and len(piece.roles) == len(shared) == 1:
                yield piece, shared.pop()


def _figures(text: str) -> Mapping[str, Printed]:
    """The figures of a text by their kind; money of another currency is of another kind."""
    found: dict[str, set[str]] = {}
    for kind, form in _KINDS.items():
        for figure in form.findall(normalise(text)):
            sign = figure[0] if kind == "money" else figure.split()[-1].rstrip("s") if kind == "duration" else ""
            found.setdefault(f"{kind}{sign}", set()).add(figure.replace(" ", ""))
    return {kind: frozenset(figures) for kind, figures in found.items()}


def _point(role: str, attribute: str, kind: str, said: Sequence[tuple[Piece, Printed]], reader: Reader) -> Point | None:
    sides: list[tuple[Piece, Printed]] = []
    for piece, printed in said:
        guide = piece.passage.guide_id
        known = any(guide == other.passage.guide_id or not _apart(printed, figures) for other, figures in sides)
        if not known:
            sides.append((piece, printed))
    if not any(_of_one_thing(a, b) for (a, _), (b, _) in combinations(sides, 2)):
        return None
    name = reader.lexicon.role_names.get(role, role)
    topic = f"{reader.lexicon.attribute_names[attribute]} of the {name}"
    shown = tuple(Side(_shown(piece, printed), (piece.citation,)) for piece, printed in sides)
    says = f"The guides print different figures for the {name}."
    key = f"{role}/{attribute}/{kind}"
    return Point(key, topic, PointKind.DIFFER, shown, says, roles=(role,), attributes=(attribute,))


def _apart(a: Printed, b: Printed) -> bool:
    """Neither only repeats a part of the other."""
    return not (a <= b or b <= a)


def _of_one_thing(a: Piece, b: Piece) -> bool:
    """Two cells of one attribute are; a sentence shares words of its own with the other."""
    if a.fact and b.fact:
        return True
    return len([stem for stem in a.stems & b.stems if not _DIGITS.search(stem)]) >= _SHARED


def _shown(piece: Piece, printed: Iterable[str]) -> str:
    return piece.text.rstrip(".") if len(piece.text.split()) <= _SHORT else " and ".join(sorted(printed))
