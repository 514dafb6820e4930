"""How near each sentence or row of a library is to a question: by its own words and by the questions it answers.

The weights were fitted (conditional logit, five folds by conversation) on turns of question files with known facts;
those of the cosines add up to one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from advisor.domain import Unit
from advisor.interfaces import Library, Vectors
from advisor.question.mentions import Lexicon

_WORDS, _WORDS_OF_ANY_ROLE = 0.26, 0.16  # cosine with its own words, as asked and asked of any role
_ASKED, _ASKED_OF_ANY_ROLE = 0.27, 0.31  # cosine with the nearest question that it answers
_SAME_WORDS, _SAME_WORDS_ASKED = 0.13, 0.22  # BM25, as a share of the best
_ASKED_APART = 0.04  # cosine: two questions are nearer to each other, as questions, than a question to its answer


@dataclass(frozen=True, slots=True)
class Nearness:
    """Of each sentence or row, in the order of `Sentences.rows`."""

    score: Vectors
    similarity: Vectors  # cosine


class Sentences:
    """The sentences and rows of a library, each with the questions that it answers."""

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self._library, self._lexicon = library, lexicon
        units = library.units
        self.rows = np.array([row for row, unit in enumerate(units) if not unit.asks], dtype=np.intp)
        places = {_place(units[row]): n for n, row in enumerate(self.rows.tolist())}
        asks = sorted(
            (places[_place(unit)], row) for row, unit in enumerate(units) if _place(unit) in places and unit.asks
        )
        self._asks = np.array([row for _, row in asks], dtype=np.intp)
        answering = np.array([n for n, _ in asks], dtype=np.intp)
        self._answering, self._first = np.unique(
            answering, return_index=True
        )  # which answer any, and where theirs begin

    def nearness(self, question: str) -> Nearness:
        """Of a question; what is asked of a role of the library is compared as asked of any role, too."""
        named = self._library.scores(question)
        generic = self._lexicon.generic(question)
        of_any = self._library.scores(generic) if generic != question else named
        words, words_of_any = named.dense[self.rows], of_any.dense[self.rows]
        asked, asked_of_any = self._best_asked(named.dense, words), self._best_asked(of_any.dense, words_of_any)
        lexical, lexical_asked = _unit(named.lexical), _unit(of_any.lexical)
        score = (
            np.float32(_WORDS) * words
            + np.float32(_WORDS_OF_ANY_ROLE) * words_of_any
            + np.float32(_ASKED) * asked
            + np.float32(_ASKED_OF_ANY_ROLE) * asked_of_any
            + np.float32(_SAME_WORDS) * lexical[self.rows]
            + np.float32(_SAME_WORDS_ASKED) * self._best_asked(lexical_asked, lexical[self.rows])
        )
        return Nearness(score, np.maximum(words, asked_of_any - np.float32(_ASKED_APART)))

    def _best_asked(self, values: Vectors, otherwise: Vectors) -> Vectors:
        """The best value among the questions of each sentence; that of its words where it has none."""
        best = otherwise.copy()
        if self._asks.size:
            best[self._answering] = np.maximum.reduceat(values[self._asks], self._first)
        return best


def _place(unit: Unit) -> tuple[str, int, int]:
    return unit.passage_id, unit.start, unit.end


def blend(parts: Sequence[tuple[float, Nearness]]) -> Nearness:
    """Several nearnesses by weight; the similarity is that of the first."""
    score = sum((np.float32(weight) * near.score for weight, near in parts), np.float32(0))
    return Nearness(np.asarray(score), parts[0][1].similarity)


def _unit(values: Vectors) -> Vectors:
    most = float(values.max()) if values.size else 0.0
    return values / np.float32(most) if most > 0 else values
