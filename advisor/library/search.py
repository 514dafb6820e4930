"""Searching one open release: meaning and words, blended. Knows indexes, not how they are made or where they lie."""

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from advisor.domain import Fact, Found, Guide, Passage, Unit, Vocabulary
from advisor.errors import LibraryError
from advisor.interfaces import Embedder, UnitScores, Vectors
from advisor.library.blend import blended, by_heading, in_context, leaning, like_the_first, words_in_context
from advisor.library.contents import Contents, read_contents, read_vectors
from advisor.library.dense import CHROMA, ChromaIndex, DenseIndex, ExactIndex, Rows, best_rows
from advisor.library.embedding_text import embedding_text
from advisor.library.headings import HEADINGS_FILE, Headings, read_headings
from advisor.library.lexical import LEXICAL, LexicalIndex
from advisor.library.manifest import Manifest, damaged_files, read_manifest
from advisor.points import Point
from advisor.text import content_stems

CHROMA_FROM = 25_000  # units; below, comparing every vector is faster than Chroma, and needs no import
CANDIDATES = 100  # units that each of the two rankings puts forward
RRF_K = 60  # of reciprocal rank fusion: how little the first ranks stand out (Cormack et al., 2009)

log = logging.getLogger(__name__)


class OpenLibrary:
    """A release in memory; nothing of it is read again, so it outlives its folder."""

    def __init__(
        self,
        release: str,
        contents: Contents,
        vectors: Vectors,
        embedder: Embedder,
        *,
        dense: DenseIndex | None = None,
        lexical: LexicalIndex | None = None,
        headings: Headings | None = None,
    ) -> None:
        self.release = release
        self.guides: Mapping[str, Guide] = {guide.id: guide for guide in sorted(contents.guides, key=lambda g: g.id)}
        self.passages: Mapping[str, Passage] = {passage.id: passage for passage in contents.passages}
        self.units: Sequence[Unit] = contents.units
        self.facts: Sequence[Fact] = contents.facts
        self.vocabulary: Vocabulary = contents.vocabulary
        self.points: Sequence[Point] = contents.points
        self.notes: Mapping[str, str] = {}  # a release holds none: they stand in the ledger
        self.embedder = embedder
        self._vectors = vectors
        self._dense = dense or ExactIndex(vectors)
        self._lexical = lexical or LexicalIndex.build(texts_of(contents))
        self._headings = headings

    def search(self, query: str, limit: int, earlier: Sequence[str] = ()) -> list[Found]:
        """Best first, each passage once, dense and lexical candidates blended; nothing for a blank query.

        `earlier` is what the person said before, oldest first; it is for a query that was not made standalone.
        """
        if not query.strip() or not self.units or limit < 1:
            return []
        turns = [query, *(turn for turn in earlier if turn.strip())]
        vector = self._meant(turns)
        lexical = words_in_context([self._lexical.scores(turn) for turn in turns])
        best: dict[str, Found] = {}
        for row, score in self._ranked(vector, lexical, limit):
            unit = self.units[row]
            if unit.passage_id not in best:
                cosine = float(self._vectors[row] @ vector)
                best[unit.passage_id] = Found(self.passages[unit.passage_id], score, unit.start, unit.end, cosine)
            if len(best) == limit:
                break
        return list(best.values())

    def _meant(self, turns: Sequence[str]) -> Vectors:
        """The direction of the first turn, the question, in the light of the others where it needs them."""
        vectors = np.concatenate([self.embedder.embed([turn]) for turn in turns])
        if len(turns) == 1:
            return in_context(vectors)
        nearest = self._vectors[self._dense.nearest(vectors[0], 1)[0]]
        return in_context(vectors, leaning(len(set(content_stems(turns[0]))), float(nearest @ vectors[0])))

    def _ranked(self, vector: Vectors, lexical: Vectors, limit: int) -> list[tuple[int, float]]:
        """The candidates of both rankings with their blended scores, best first."""
        wide = min(len(self.units), max(CANDIDATES, 5 * limit))
        by_words = best_rows(lexical, wide)
        near = self._dense.nearest(vector, wide)
        rows = np.array(list(dict.fromkeys([*near, *by_words[lexical[by_words] > 0]])), dtype=np.intp)
        vectors = self._vectors[rows]
        dense = vectors @ vector
        scores = blended(dense, lexical[rows], float(lexical.max()))
        if self._headings:
            scores = scores + by_heading(dense, self._headings.nearness(vector)[rows], self._headings.shared[rows])
        scores = like_the_first(scores, vectors)
        return [(int(rows[place]), float(scores[place])) for place in np.argsort(-scores, kind="stable")]

    def embed(self, texts: Sequence[str]) -> Vectors:
        return self.embedder.embed(texts)

    def scores(self, query: str) -> UnitScores:
        vector = self.embedder.embed([query])[0]
        return UnitScores(dense=self._vectors @ vector, lexical=self._lexical.scores(query))


def fuse(*rankings: Rows) -> list[tuple[int, float]]:
    """Reciprocal rank fusion, a baseline: rows with their scores, best first; at a tie the first ranking decides."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, row in enumerate(ranking.tolist(), start=1):
            scores[row] = scores.get(row, 0.0) + 1 / (RRF_K + rank)
    return sorted(scores.items(), key=lambda item: -item[1])


def texts_of(contents: Contents) -> list[str]:
    """The words by which each unit is found, in the order of the units."""
    guides = {guide.id: guide for guide in contents.guides}
    passages = {passage.id: passage for passage in contents.passages}
    units = ((passages[unit.passage_id], unit) for unit in contents.units)
    return [embedding_text(passage, unit, guides[passage.guide_id]) for passage, unit in units]


def open_release(folder: Path, embedder: Embedder, *, chroma_from: int = CHROMA_FROM) -> OpenLibrary:
    """Raises LibraryError where the release is damaged or was made with another embedder.

    Derived files are no reason not to open: without its Chroma or lexical index a release is searched all the same.
    """
    manifest = read_manifest(folder)
    damage = damaged_files(folder, manifest, "guides/", "passages", "units", "facts", "points", "vocabulary", "vectors")
    if damage:
        raise LibraryError(
            f"Release {manifest.id} is damaged: {damage[0]}.",
            hint="Run: advisor ingest. It builds a new release; or roll back to another one: advisor release list.",
        )
    _check_embedder(manifest, embedder)
    contents = read_contents(folder, manifest.guides)
    vectors = read_vectors(folder)
    if vectors.shape != (len(contents.units), embedder.dimensions) or vectors.dtype != np.float32:
        raise LibraryError(
            f"Release {manifest.id} holds {vectors.shape} vectors for {len(contents.units)} units.",
            hint="Run: advisor ingest. It builds a new release.",
        )
    dense = _open_dense(folder, manifest, vectors) if len(vectors) >= chroma_from else ExactIndex(vectors)
    lexical = _open_lexical(folder, manifest, contents)
    headings = _open_headings(folder, manifest, contents)
    return OpenLibrary(manifest.id, contents, vectors, embedder, dense=dense, lexical=lexical, headings=headings)


def _check_embedder(manifest: Manifest, embedder: Embedder) -> None:
    if manifest.embedder.digest != embedder.digest:
        raise LibraryError(
            f"Release {manifest.id} was made with {manifest.embedder.name}, not with {embedder.name}.",
            hint=f"Run: advisor ingest. Or set ADVISOR_EMBEDDER={manifest.embedder.name}.",
        )


def _open_dense(folder: Path, manifest: Manifest, vectors: Vectors) -> DenseIndex:
    """Chroma where every byte of it is as it was checked; else the exact scan, which finds the same, slower."""
    built = any(name.startswith(f"{CHROMA}/") for name in manifest.files)
    damage = damaged_files(folder, manifest, f"{CHROMA}/", quick=False) if built else ["it was not built"]
    if not damage:
        return ChromaIndex(folder / CHROMA, vectors)
    log.warning("Chroma's index of release %s is left out (%s): comparing every vector.", manifest.id, damage[0])
    return ExactIndex(vectors)


def _open_lexical(folder: Path, manifest: Manifest, contents: Contents) -> LexicalIndex | None:
    """None where it cannot be read: it is then built anew from the units, in memory."""
    if damaged_files(folder, manifest, f"{LEXICAL}/"):
        return None
    try:
        return LexicalIndex.load(folder / LEXICAL, len(contents.units))
    except (OSError, ValueError):
        return None


def _open_headings(folder: Path, manifest: Manifest, contents: Contents) -> Headings | None:
    """None where they were not embedded or cannot be read: units are then found by their own words alone."""
    if HEADINGS_FILE not in manifest.files or damaged_files(folder, manifest, HEADINGS_FILE):
        return None
    return read_headings(folder, contents, manifest.embedder.dimensions)
