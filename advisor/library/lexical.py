"""Which units share words with a question: BM25. The only module that knows bm25s; knows no vectors.

bm25s weighs every word of every text beforehand, so a question is a sum over columns. That sum is made here: importing
bm25s takes longer than opening a small library, and is needed only to build an index.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.interfaces import Vectors
from advisor.text import content_stems

LEXICAL = "lexical"
_ARRAYS = {"data": "data.csc.index.npy", "indices": "indices.csc.index.npy", "indptr": "indptr.csc.index.npy"}
_VOCABULARY = "vocab.index.json"
_NOTHING = "\0"  # stands for a text of stop words, which bm25s cannot index; no question holds it


class LexicalIndex:
    """BM25 over the stems of texts, row by row, as a sparse matrix of texts and stems."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], columns: Mapping[str, int], size: int) -> None:
        self._weights, self._rows, self._ends = arrays["data"], arrays["indices"], arrays["indptr"]
        self._columns = columns
        self._size = size

    @classmethod
    def build(cls, texts: Sequence[str]) -> "LexicalIndex":
        index = _bm25(texts)
        return cls(index.scores, index.vocab_dict, len(texts))

    @classmethod
    def load(cls, folder: Path, size: int) -> "LexicalIndex":
        """Raises OSError or ValueError where the folder does not hold an index of `size` texts."""
        arrays = {name: np.load(folder / file, allow_pickle=False) for name, file in _ARRAYS.items()}
        columns = json.loads((folder / _VOCABULARY).read_bytes())
        rows, ends = arrays["indices"], arrays["indptr"]
        if rows.max(initial=0) >= max(size, 1) or len(ends) <= max(columns.values()) or ends[-1] != len(rows):
            raise ValueError(f"{folder} holds another index")
        return cls(arrays, columns, size)

    def scores(self, query: str) -> Vectors:
        """One number for each text, 0 where no word is shared; a question of stop words shares none."""
        scores = np.zeros(self._size, dtype=np.float32)
        for stem in content_stems(query):
            column = self._columns.get(stem)
            if column is not None:
                part = slice(self._ends[column], self._ends[column + 1])
                scores[self._rows[part]] += self._weights[part]
        return scores


def save_lexical(folder: Path, texts: Sequence[str]) -> None:
    """Index the texts and write the index; raises OSError."""
    _bm25(texts).save(folder, show_progress=False)


def _bm25(texts: Sequence[str]) -> Any:
    from bm25s import BM25

    logging.getLogger("bm25s").setLevel(logging.WARNING)  # it asks for DEBUG when imported
    index = BM25(method="lucene", backend="numpy")
    index.index(
        [content_stems(text) or [_NOTHING] for text in texts] or [[_NOTHING]],
        create_empty_token=False,
        show_progress=False,
    )
    return index
