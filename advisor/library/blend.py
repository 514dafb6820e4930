"""How meaning and words, and a question and what was said before it, weigh together. Pure arithmetic on scores.

Scores are added rather than ranks: a passage that is far ahead in one of the two stays ahead. The weights were chosen
on one half of three public test sets and hold for all of them; `advisor bench retrieval` measures them.
"""

from collections.abc import Sequence

import numpy as np

from advisor.interfaces import Vectors

WORDS = 0.2  # what the best match of words is worth, as a cosine
BEFORE = 0.3  # weight of the turn before; of the one before that its square, and so on
OPENING = 0.2  # weight of the first turn on top: it names the subject
WORDS_BEFORE, WORDS_FADE = 0.1, 0.6  # the same for words: the turn before, and how much each earlier one loses


def blended(dense: Vectors, lexical: Vectors, best: float) -> Vectors:
    """One score for each row; `best` is the highest lexical score of all rows."""
    return np.asarray(dense + WORDS * lexical / best, dtype=np.float32) if best > 0 else dense


def in_context(vectors: Vectors) -> Vectors:
    """The direction of the first row, the question, bent to what was said before it, oldest first in the others."""
    question: Vectors = vectors[0]
    earlier = vectors[1:]
    if not len(earlier):
        return question
    weights = BEFORE ** np.arange(len(earlier), 0, -1, dtype=np.float32)
    weights[0] += OPENING
    bent = question + weights @ earlier
    size = np.linalg.norm(bent)
    return np.asarray(bent / size, dtype=np.float32) if size else question


def words_in_context(scores: Sequence[Vectors]) -> Vectors:
    """Lexical scores of the question, the first, with some of those of earlier turns, oldest first."""
    question, *earlier = scores
    parts = (WORDS_BEFORE * WORDS_FADE**ago * turn for ago, turn in enumerate(reversed(earlier)))
    return np.asarray(sum(parts, start=question), dtype=np.float32)
