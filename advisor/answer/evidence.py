"""What the library can be quoted with: sentences and table cells, each with what it is about.

Does not know the question: how well a piece fits is ranked in `rank.py`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from advisor.answer.nearness import Sentences
from advisor.domain import Citation, Fact, Passage, PassageKind
from advisor.interfaces import Library, Vectors
from advisor.question.mentions import Lexicon
from advisor.text import content_stems, figures, normalise


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


_SILENT = re.compile(
    r"^[\w .]{2,40} (?:does not (?:say|name|give|cover)|(?:prints|gives|names|lists|holds) no\b|says nothing)"
    r"|, but [\w ]+ (?:prints|gives|names) no\b|but no [\w ]+ (?:is|are) (?:printed|given|named)"
)
_SENTENCE_WORDS = 14  # a shorter list item without a full stop is a fragment
_ASIDE = {Section.SILENT, Section.ABOUT}


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
    plain: str  # the words, normalised
    figures: frozenset[float | str]
    fact: Fact | None = None

    @property
    def is_fragment(self) -> bool:
        """A list item that is no sentence."""
        listed = self.passage.kind is PassageKind.LIST_ITEM and not self.text.rstrip().endswith((".", "!", "?"))
        return self.fact is None and listed and len(self.text.split()) < _SENTENCE_WORDS

    @property
    def says_silence(self) -> bool:
        """Silent by its words, not by the section it stands in."""
        return self.section is Section.SILENT and section_of(self.passage) is not Section.SILENT

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
        self.figures = frozenset().union(*(figures(passage.text) for passage in library.passages.values()))
        self.sentences = Sentences(library, lexicon)
        self.spoken_units, self.answered_questions = self._rows(lambda section: section not in _ASIDE)
        _, self.open_questions = self._rows(lambda section: section is Section.SILENT)
        self._pieces = lru_cache(maxsize=20_000)(self._read)

    @cached_property
    def audiences(self) -> tuple[tuple[str, ...], Vectors]:
        """The guides that name an audience, and the audiences as vectors."""
        named = {guide.id: guide.audience for guide in self.library.guides.values() if guide.audience}
        return tuple(named), self.library.embed(list(named.values()))

    def _rows(self, wanted: Callable[[Section], bool]) -> tuple[list[int], list[int]]:
        """Of the passages of some sections: the rows of sentences, and the rows of questions they answer."""
        passages, units = self.library.passages, self.library.units
        rows = [row for row, unit in enumerate(units) if wanted(section_of(passages[unit.passage_id]))]
        return [row for row in rows if not units[row].asks], [row for row in rows if units[row].asks]

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
            (fact.attribute,), section_of(passage), self._stems(fact.value), normalise(fact.value),
            figures(fact.value), fact,
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
                self.lexicon.attribute_ids(f"{heading} {passage.context}"), _section(text, passage),
                self._stems(text), normalise(text), figures(text),
            ),
        )  # fmt: skip


def _section(text: str, passage: Passage) -> Section:
    """Of one sentence: wherever it stands, a sentence that says what a guide does not say is silent."""
    section = section_of(passage)
    return Section.SILENT if section is Section.BODY and _SILENT.search(normalise(text)) else section


def section_of(passage: Passage) -> Section:
    for heading in passage.heading:
        for section, form in _SECTIONS:
            if form.search(normalise(heading)):
                return section
    return Section.BODY
