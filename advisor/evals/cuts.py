"""Ways to cut texts, measured by whether the passages found for a question hold just the words that answer it.

Layout of a test set: `corpus.jsonl` as for retrieval, and `queries.jsonl` with `text`, `corpus_id` and `references`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydantic import BaseModel

from advisor.errors import InputError
from advisor.evals.retrieval import Document, read_lines
from advisor.evals.spans import Span, span_measures
from advisor.interfaces import Vectors
from advisor.library.blend import blended, like_the_first
from advisor.library.dense import best_rows
from advisor.library.lexical import LexicalIndex

READ = 5  # passages found for each question

Cut = Callable[[str], Sequence[Span]]
Embed = Callable[[Sequence[str]], Vectors]


class Reference(BaseModel):
    start_index: int
    end_index: int


class SpanQuery(BaseModel):
    """A question, the text that answers it, and where in it."""

    text: str
    corpus_id: str
    references: list[Reference]


@dataclass(frozen=True, slots=True)
class SpanSet:
    texts: Mapping[str, str]
    queries: Sequence[SpanQuery]


def read_span_set(folder: Path) -> SpanSet:
    """Raises InputError for a file that is missing or holds something else."""
    texts = {document.id: document.text for document in read_lines(folder / "corpus.jsonl", Document)}
    queries = read_lines(folder / "queries.jsonl", SpanQuery)
    if not queries or any(query.corpus_id not in texts for query in queries):
        raise InputError(f"{folder} has no questions, or one about a text it does not hold.", hint="Look at corpus_id.")
    return SpanSet(texts, queries)


def compare_cuts(cuts: Mapping[str, Cut], given: SpanSet, embed: Embed) -> dict[str, dict[str, float]]:
    """Mean recall, precision and IoU of each way to cut, all searched alike."""
    questions = embed([query.text for query in given.queries])
    return {name: _measured(cut, given, questions, embed) for name, cut in cuts.items()}


def _measured(cut: Cut, given: SpanSet, questions: Vectors, embed: Embed) -> dict[str, float]:
    places = [(text_id, span) for text_id, text in given.texts.items() for span in cut(text)]
    passages = [given.texts[text_id][slice(*span)] for text_id, span in places]
    vectors, words = embed(passages), LexicalIndex.build(passages)
    rows = []
    for query, vector in zip(given.queries, questions, strict=True):
        lexical = words.scores(query.text)
        scores = blended(vectors @ vector, lexical, float(lexical.max()))
        best = best_rows(like_the_first(scores, vectors), READ)
        rows.append(_of_query(query, [places[row] for row in best]))
    return {name: float(np.mean([row[name] for row in rows])) for name in rows[0]}


def _of_query(query: SpanQuery, found: Sequence[tuple[str, Span]]) -> dict[str, float]:
    """A passage of another text is read in vain; it stands beyond the end of this one."""
    beyond = 1 + max((span[1] for _, span in found), default=0) + max(r.end_index for r in query.references)
    spans: list[Span] = []
    for text_id, (start, end) in found:
        spans.append((start, end) if text_id == query.corpus_id else (beyond, beyond + end - start))
    return span_measures(spans, [(reference.start_index, reference.end_index) for reference in query.references])
