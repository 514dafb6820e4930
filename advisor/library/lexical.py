"""Which units share words with a question: BM25. The only module that knows bm25s; knows no vectors."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from advisor.interfaces import Vectors
from advisor.text import content_stems

LEXICAL = "lexical"


class LexicalIndex:
    """BM25 over the stems of texts, row by row."""

    def __init__(self, index: Any, size: int) -> None:
        self._index = index
        self._size = size

    @classmethod
    def build(cls, texts: Sequence[str]) -> "LexicalIndex":
        from bm25s import BM25

        index = BM25(method="lucene", backend="numpy")
        index.index([content_stems(text) or [""] for text in texts] or [[""]], show_progress=False)
        return cls(index, len(texts))

    @classmethod
    def load(cls, folder: Path, size: int) -> "LexicalIndex":
        """Raises OSError or ValueError where the folder does not hold an index of this size."""
        from bm25s import BM25

        index = BM25.load(folder, show_progress=False, load_corpus=False)
        if size and index.scores["num_docs"] != size:
            raise ValueError(f"{folder} holds {index.scores['num_docs']} texts, not {size}")
        return cls(index, size)

    def save(self, folder: Path) -> None:
        self._index.save(folder, show_progress=False)

    def scores(self, query: str) -> Vectors:
        """One number for each text, 0 where no word is shared; a question of stop words shares none."""
        known = self._index.get_tokens_ids(content_stems(query))
        if not known or not self._size:
            return np.zeros(self._size, dtype=np.float32)
        scores: Vectors = self._index.get_scores_from_ids(known)
        return scores
