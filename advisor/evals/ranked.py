"""The documents of a test set as a library, searched in four ways: ours and three baselines. Knows no terminal."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from advisor.domain import Guide, Passage, PassageKind, Unit, Vocabulary
from advisor.evals.retrieval import RANKED, Document, Query, RetrievalSet, measure
from advisor.interfaces import Embedder, Vectors
from advisor.library.contents import Contents
from advisor.library.dense import Rows, best_rows
from advisor.library.headings import heading_texts, headings_of
from advisor.library.lexical import LexicalIndex
from advisor.library.search import OpenLibrary, fuse


class KnownTexts:
    """An embedder that has most texts embedded already."""

    def __init__(self, known: Mapping[str, Vectors], embedder: Embedder) -> None:
        self.name, self.digest, self.dimensions = embedder.name, embedder.digest, embedder.dimensions
        self._known, self._embedder = MappingProxyType(known), embedder

    def embed(self, texts: Sequence[str]) -> Vectors:
        if all(text in self._known for text in texts):
            return np.array([self._known[text] for text in texts], dtype=np.float32)
        return self._embedder.embed(texts)


class Ranked:
    """Each document is a guide of one passage that is matched as a whole."""

    def __init__(
        self, documents: Sequence[Document], vectors: Vectors, known: Mapping[str, Vectors], embedder: Embedder
    ) -> None:
        """`known` holds the vectors of what is asked and of the titles; `vectors` those of the documents."""
        texts = [document.words for document in documents]
        self._ids = [document.id for document in documents]
        self._embedder = KnownTexts(known, embedder)
        self._vectors = vectors
        self._lexical = LexicalIndex.build(texts)
        contents = _contents(documents)
        headings = headings_of(contents, self._embedder.embed(heading_texts(contents.passages)))
        self._library = OpenLibrary(
            "bench", contents, vectors, self._embedder, lexical=self._lexical, headings=headings
        )

    def ours(self, query: Query) -> list[str]:
        return [found.passage.guide_id for found in self._library.search(query.text, RANKED, query.earlier)]

    def dense(self, query: Query) -> list[str]:
        return self._named(self._near(query))

    def lexical(self, query: Query) -> list[str]:
        return self._named(self._wordy(query))

    def rrf(self, query: Query) -> list[str]:
        return [self._ids[row] for row, _ in fuse(self._near(query), self._wordy(query))]

    def _near(self, query: Query) -> Rows:
        return best_rows(self._vectors @ self._embedder.embed([query.text])[0], RANKED)

    def _wordy(self, query: Query) -> Rows:
        scores = self._lexical.scores(query.text)
        rows = best_rows(scores, RANKED)
        return rows[scores[rows] > 0]

    def _named(self, rows: Rows) -> list[str]:
        return [self._ids[row] for row in rows]


def titles_of(documents: Sequence[Document]) -> list[str]:
    """The titles as the library embeds them."""
    return heading_texts(_contents(documents).passages)


def compare_searches(ranked: Ranked, given: RetrievalSet) -> dict[str, dict[str, float]]:
    """Ours is given the history of a question; the baselines see its last turn."""
    ways = {"ours": ranked.ours, "dense": ranked.dense, "lexical": ranked.lexical, "rrf": ranked.rrf}
    return {name: measure(way, given) for name, way in ways.items()}


def _contents(documents: Sequence[Document]) -> Contents:
    passages = [Passage(d.id, PassageKind.PROSE, (d.title,), "", d.text, 0, len(d.text)) for d in documents]
    return Contents(
        guides=[Guide(document.id, document.title, document.text) for document in documents],
        passages=passages,
        units=[Unit(passage.id, passage.start, passage.end) for passage in passages],
        facts=(),
        vocabulary=Vocabulary(),
    )
