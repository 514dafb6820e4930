"""A library with what was prepared from it for asking: its names, its spelling, its sentences, its silences."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from advisor.answer.evidence import Reader, Section, section_of
from advisor.answer.leaning import Contrast, contrast
from advisor.answer.raised import Points
from advisor.compare.compare import Comparer
from advisor.interfaces import Library, Vectors
from advisor.question.concerns import Concerns, other_subjects, untold
from advisor.question.mentions import Lexicon
from advisor.question.nearest import Examples, Likeness
from advisor.question.spelling import Speller
from advisor.question.understand import Listener
from advisor.question.words_of_asking import kinds
from advisor.text import words


@dataclass(frozen=True)
class Kind:
    """A kind of thing (place, company, ...) as a direction, and how near a word must be to count as one."""

    direction: Vectors
    at_least: float
    called: frozenset[str] = frozenset()  # words for the kind itself


@dataclass(frozen=True)
class Readers:
    reader: Reader
    listener: Listener
    kinds: Mapping[str, Kind]
    concerns: Concerns  # of which no guide speaks
    other_subjects: Likeness  # what has nothing to do with careers

    def warm_up(self) -> None:
        """Embed what is otherwise embedded when first needed."""
        if self.listener.examples:
            self.listener.examples.attribute_of("")
        _ = self.contrast, self.concerns.nearest_to(""), self.other_subjects.nearest("")
        _ = self.comparer
        self.points.warm_up()

    @cached_property
    def points(self) -> Points:
        return Points(self.reader)

    @cached_property
    def contrast(self) -> Contrast:
        return contrast(self.reader)

    @cached_property
    def comparer(self) -> Comparer:
        return Comparer(self.reader)


def prepare(library: Library) -> Readers:
    """Reads the library once; costs some milliseconds for each hundred passages."""
    lexicon = Lexicon(library.vocabulary, library.guides, (fact.role for fact in library.facts))
    told: set[str] = set()
    spoken: list[str] = []
    for passage in library.passages.values():
        texts = (*passage.heading, passage.context, passage.text)
        if section_of(passage) is not Section.SILENT:
            told.update(word for text in texts for word in words(text))
            spoken.append(passage.text)
    speller = Speller(told, lexicon.words(), lexicon.names_of_roles())
    reader = Reader(library, lexicon)
    return Readers(
        reader,
        Listener(lexicon, speller, Examples(library.embed), reader.figures),
        _kinds(library),
        Concerns(untold(spoken), library.embed),
        other_subjects(library.embed),
    )


def _kinds(library: Library) -> dict[str, Kind]:
    known = kinds()
    directions = library.embed([kind.like for kind in known.values()])
    return {
        name: Kind(np.asarray(direction), kind.at_least, frozenset(kind.called.split()))
        for (name, kind), direction in zip(known.items(), directions, strict=True)
    }
