"""How meaning, words and headings, and a question and what was said before it, weigh together. Pure arithmetic.

Scores are added rather than ranks: a passage that is far ahead in one of them stays ahead. The weights were chosen on
one half of three public test sets and hold for all of them; `advisor bench retrieval` measures them. Cosines are those
of the default embedder.
"""

from collections.abc import Sequence

import numpy as np

from advisor.interfaces import Vectors

WORDS = 0.25  # what the best match of words is worth, as a cosine
HEADING = 0.5  # of what a heading is nearer to the question than the words below it
LEADERS, ALIKE = 2, 0.2  # what is like the first so many comes nearer
BEFORE, FADE = 0.6, 0.3  # weight of the turn before, and what is left of it for each turn further back
OPENING = 0.4  # weight of the first turn on top: it names the subject
FULL_WORDS = 2  # of a question; with more it says more by itself
STRANGE, FAMILIAR = 0.5, 0.7  # cosine of the nearest text: nothing is about this question alone; something is
WORDS_BEFORE, WORDS_FADE = 0.1, 0.6  # as BEFORE and FADE, for words


def blended(dense: Vectors, lexical: Vectors, best: float) -> Vectors:
    """One score for each row; `best` is the highest lexical score of all rows."""
    return np.asarray(dense + WORDS * lexical / best, dtype=np.float32) if best > 0 else dense


def by_heading(dense: Vectors, headings: Vectors, shared: Vectors) -> Vectors:
    """What each row gains by a heading that is nearer than its own words; one that many passages share tells less."""
    return np.asarray(HEADING * np.maximum(headings - dense, 0) / shared, dtype=np.float32)


def like_the_first(scores: Vectors, vectors: Vectors) -> Vectors:
    """The scores, raised by how alike each row is to the best ones: pseudo-relevance feedback (Rocchio, 1971)."""
    leaders = np.argsort(-scores, kind="stable")[:LEADERS]
    return np.asarray(scores + ALIKE * (vectors @ _direction(vectors[leaders].sum(axis=0))), dtype=np.float32)


def leaning(words: int, nearest: float) -> float:
    """How much a question needs what was said before: 0 for one that finds something near, 1 for a short, lost one."""
    lost = (FAMILIAR - nearest) / (FAMILIAR - STRANGE)
    return min(1.0, max(0.0, lost)) * min(1.0, FULL_WORDS / max(words, 1))


def in_context(vectors: Vectors, lean: float = 1.0) -> Vectors:
    """The direction of the first row, the question, bent to what was said before it, oldest first in the others."""
    question: Vectors = vectors[0]
    earlier = vectors[1:]
    if not len(earlier):
        return question
    weights = BEFORE * FADE ** np.arange(len(earlier) - 1, -1, -1, dtype=np.float32)
    weights[0] += OPENING
    return _direction(np.asarray(question + lean * (weights @ earlier), dtype=np.float32))


def words_in_context(scores: Sequence[Vectors]) -> Vectors:
    """Lexical scores of the question, the first, with some of those of earlier turns, oldest first."""
    question, *earlier = scores
    parts = (WORDS_BEFORE * WORDS_FADE**ago * turn for ago, turn in enumerate(reversed(earlier)))
    return np.asarray(sum(parts, start=question), dtype=np.float32)


def _direction(vector: Vectors) -> Vectors:
    size = np.linalg.norm(vector)
    return np.asarray(vector / size if size else vector, dtype=np.float32)
