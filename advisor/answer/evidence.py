"""What the library holds on a question: sentences and table cells, each with what it is about and how well it fits.

Knows how to rank; what is said with it is decided by the writer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np

from advisor.domain import Citation, Fact, Passage, PassageKind
from advisor.interfaces import Library, Vectors
from advisor.question.intent import Intent
from advisor.question.mentions import Lexicon
from advisor.question.understand import Understood
from advisor.text import content_stems, figures, normalise

CANDIDATES = 160  # units ranked closely; the rest of a large library is left to the search
_SAME_ROLE, _ALSO_ROLE, _OTHER_ROLE = 0.12, 0.05, -0.35
_SAME_ATTRIBUTE, _HEADING_TOO, _OTHER_ATTRIBUTE = 0.12, 0.03, -0.04
_SAME_FIGURE, _LEXICAL, _ASIDE, _NAMED_GUIDE, _SAID = 0.25, 0.15, -0.12, 0.15, -0.07
_EVERY_ATTRIBUTE = 0.06  # of several asked about at once
_BARE_FACT = 0.1  # a table cell, where little more than role and attribute is asked
_ABOUT_GUIDES = {Intent.LIBRARY, Intent.SOURCE}


class Section(StrEnum):
    """Where in a guide a sentence stands, told by its headings."""

    BODY = "body"
    ABOUT = "about"  # about the guide itself
    SILENT = "silent"  # what the guide does not say
    COMPUTED = "computed"  # worked out by us
    CAVEAT = "caveat"  # what the numbers mean, what is opinion, what has no origin


_SECTIONS = (
    (
        Section.ABOUT,
        re.compile(r"^about (?:this|the) (?:guide|article|page|author)|^author|^references?$|experience note"),
    ),
    (Section.SILENT, re.compile(r"does not (?:say|cover|tell)|not covered|what is missing")),
    (Section.COMPUTED, re.compile(r"worked out by us|computed|derived")),
    (Section.CAVEAT, re.compile(r"numbers mean|is opinion|no named origin|without (?:an? )?(?:origin|source)")),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One quotable stretch: a sentence, or a table cell with its row's label."""

    passage: Passage
    start: int  # in the guide's text
    end: int
    text: str
    roles: tuple[str, ...]
    attributes: tuple[str, ...]  # named in the words themselves
    heading_attributes: tuple[str, ...]  # named by heading or row label
    section: Section
    stems: frozenset[str]  # of its own words, roles' names left out
    fact: Fact | None = None

    @property
    def citation(self) -> Citation:
        return Citation(self.passage.id, self.text, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece and how well it fits the question."""

    piece: Piece
    score: float
    similarity: float


class Reader:
    """Turns units and facts of a library into pieces; remembers what it has read."""

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self.library = library
        self.lexicon = lexicon
        self._facts: dict[str, list[Fact]] = {}
        for fact in library.facts:
            self._facts.setdefault(fact.passage_id, []).append(fact)
        self._pieces = lru_cache(maxsize=20_000)(self._read)

    def pieces(self, unit: int) -> tuple[Piece, ...]:
        """The sentence of a unit, or the cells of its table row that belong to a role."""
        return self._pieces(unit)

    def fact_pieces(self, roles: Sequence[str], attributes: Sequence[str]) -> list[Piece]:
        return [
            self.cell(fact)
            for fact in self.library.facts
            if fact.role in roles and (not attributes or fact.attribute in attributes)
        ]

    def cell(self, fact: Fact) -> Piece:
        passage = self.library.passages[fact.passage_id]
        return Piece(
            passage, fact.start, fact.end, fact.value, (fact.role,), self.lexicon.attribute_ids(fact.value),
            (fact.attribute,), section_of(passage), self._stems(fact.value), fact,
        )  # fmt: skip

    def _stems(self, text: str) -> frozenset[str]:
        return frozenset(content_stems(self.lexicon.without_roles(text)))

    def _read(self, index: int) -> tuple[Piece, ...]:
        unit = self.library.units[index]
        passage = self.library.passages[unit.passage_id]
        cells = self._facts.get(passage.id)
        if cells:
            return tuple(self.cell(fact) for fact in cells)
        text = passage.text[unit.start - passage.start : unit.end - passage.start]
        if passage.kind is PassageKind.TABLE_ROW or not content_stems(text):
            return ()
        heading = " ".join(passage.heading[-2:])
        roles = self.lexicon.role_ids(text) or self.lexicon.role_ids(passage.context)
        roles = roles or self.lexicon.role_ids(heading)
        return (
            Piece(
                passage, unit.start, unit.end, text, roles, self.lexicon.attribute_ids(text),
                self.lexicon.attribute_ids(f"{heading} {passage.context}"), section_of(passage),
                self._stems(text),
            ),
        )  # fmt: skip


def section_of(passage: Passage) -> Section:
    for heading in passage.heading:
        for section, form in _SECTIONS:
            if form.search(normalise(heading)):
                return section
    return Section.BODY


def rank(asked: Understood, reader: Reader, *, query: str = "") -> list[Evidence]:
    """Every near piece, best first."""
    dense, lexical = _nearness(asked, reader, query or asked.standalone)
    fused = dense + _LEXICAL * _unit(lexical)
    best = np.argsort(-fused, kind="stable")[:CANDIDATES]
    found: dict[tuple[str, int, int], Evidence] = {}
    for index in best:
        for piece in reader.pieces(int(index)):
            key = (piece.passage.id, piece.start, piece.end)
            evidence = Evidence(piece, float(fused[index]) + fit(piece, asked), float(dense[index]))
            if key not in found or found[key].score < evidence.score:
                found[key] = evidence
    return sorted(found.values(), key=lambda e: (-e.score, e.piece.passage.guide_id, e.piece.start))


def _nearness(asked: Understood, reader: Reader, query: str) -> tuple[Vectors, Vectors]:
    """Cosine and BM25 of every unit; a follow-up counts half by its own words, half by what it was resolved to."""
    scores = reader.library.scores(query)
    if asked.previous is None or query == asked.asked or not content_stems(asked.asked):
        return scores.dense, scores.lexical
    own = reader.library.scores(asked.asked)
    dense = (scores.dense + own.dense) / np.float32(2)
    return dense, _unit(scores.lexical) + _unit(own.lexical)


def fit(piece: Piece, asked: Understood) -> float:
    """How well a piece suits the roles, attributes, figures and guides of a question, beside its nearness."""
    score = _role_fit(piece, asked) + _attribute_fit(piece, asked)
    if asked.intent not in _ABOUT_GUIDES and (piece.passage.id, piece.text) in asked.said:
        score += _SAID
    if figures(asked.asked) & figures(piece.text):
        score += _SAME_FIGURE
    if piece.passage.guide_id in asked.guides:
        score += _NAMED_GUIDE
    if piece.section in {Section.ABOUT, Section.SILENT} and asked.intent not in _ABOUT_GUIDES:
        score += _ASIDE
    return score


def _role_fit(piece: Piece, asked: Understood) -> float:
    wanted, told = set(asked.roles), set(piece.roles)
    if not wanted or not told:
        return 0.0
    if wanted == told:
        return _SAME_ROLE
    if wanted <= told or told <= wanted:
        return _ALSO_ROLE
    return _OTHER_ROLE


def _attribute_fit(piece: Piece, asked: Understood) -> float:
    wanted = set(asked.attributes)
    if not wanted:
        return 0.0
    if len(wanted) > 1 and wanted <= {*piece.attributes, *piece.heading_attributes}:
        return _SAME_ATTRIBUTE + _EVERY_ATTRIBUTE
    if piece.fact and wanted & set(piece.heading_attributes) and asked.is_bare:
        return _SAME_ATTRIBUTE + _BARE_FACT
    if wanted & set(piece.heading_attributes):
        return _SAME_ATTRIBUTE + (_HEADING_TOO if wanted & set(piece.attributes) else 0.0)
    if wanted & set(piece.attributes):
        return _SAME_ATTRIBUTE
    return _OTHER_ATTRIBUTE if piece.heading_attributes or piece.attributes else 0.0


def _unit(values: Vectors) -> Vectors:
    most = float(values.max()) if values.size else 0.0
    return values / most if most > 0 else values
