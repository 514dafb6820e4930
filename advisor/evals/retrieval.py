"""Retrieval measured on a test set in BEIR's layout: what is relevant stands among the first. Knows no model, no index.

A folder holds `corpus.jsonl` (`id`, `title`, `text`), `queries.jsonl` (`id`, `text`, `history`) and `qrels.tsv`
(query, document, score, below one line of names).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import TypeVar

from pydantic import AliasChoices, BaseModel, Field, ValidationError

from advisor.errors import InputError

DEPTH = 10  # documents of each ranking that are looked at for recall and nDCG
RANKED = 100  # documents of each ranking that are looked at for the first relevant one

Kind = TypeVar("Kind", bound=BaseModel)
Search = Callable[["Query"], Sequence[str]]  # ids of documents, best first


class Turn(BaseModel):
    """What was said before a question."""

    speaker: str = "user"
    text: str


class Document(BaseModel):
    id: str = Field(validation_alias=AliasChoices("id", "_id"))
    title: str = ""
    text: str

    @property
    def words(self) -> str:
        return f"{self.title}\n{self.text}" if self.title else self.text


class Query(BaseModel):
    id: str = Field(validation_alias=AliasChoices("id", "_id"))
    text: str
    history: list[Turn] = []

    @property
    def earlier(self) -> list[str]:
        """What the person said before, oldest first."""
        return [turn.text for turn in self.history if turn.speaker == "user"]


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Documents, and the questions for which some of them are known to be relevant."""

    documents: Sequence[Document]
    queries: Sequence[Query]
    relevant: Mapping[str, Mapping[str, float]]  # gains by document, by query


def read_set(folder: Path) -> RetrievalSet:
    """Raises InputError for a file that is missing or holds something else."""
    documents = read_lines(folder / "corpus.jsonl", Document)
    queries = read_lines(folder / "queries.jsonl", Query)
    relevant = _read_qrels(folder / "qrels.tsv")
    judged = [query for query in queries if query.id in relevant]
    if not documents or not judged:
        raise InputError(f"{folder} holds no question with a relevant document.", hint="Look at its qrels.tsv.")
    return RetrievalSet(documents, judged, relevant)


def measure(searched: Search, given: RetrievalSet) -> dict[str, float]:
    """Mean recall, nDCG and reciprocal rank of one way to search."""
    rows = [measures(searched(query), given.relevant[query.id]) for query in given.queries]
    return {name: sum(row[name] for row in rows) / len(rows) for name in rows[0]}


def measures(ranking: Sequence[str], gains: Mapping[str, float]) -> dict[str, float]:
    """Recall@5 and @10, nDCG@5 and @10, and one by the rank of the first relevant document."""
    first = next((rank for rank, found in enumerate(ranking, 1) if found in gains), None)
    return {
        "recall@5": _recall(ranking, gains, 5),
        "recall@10": _recall(ranking, gains, DEPTH),
        "ndcg@5": _ndcg(ranking, gains, 5),
        "ndcg@10": _ndcg(ranking, gains, DEPTH),
        "mrr": 1 / first if first else 0.0,
    }


def _recall(ranking: Sequence[str], gains: Mapping[str, float], depth: int) -> float:
    return len(set(ranking[:depth]) & gains.keys()) / len(gains)


def _ndcg(ranking: Sequence[str], gains: Mapping[str, float], depth: int) -> float:
    best = sorted(gains.values(), reverse=True)
    return _discounted([gains.get(found, 0.0) for found in ranking[:depth]]) / _discounted(best[:depth])


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, 1))


def read_lines(file: Path, kind: type[Kind]) -> list[Kind]:
    """One object a line, blank lines left out; raises InputError with the number of the first bad line."""
    things = []
    for number, line in enumerate(_lines(file), 1):
        try:
            things += [kind.model_validate_json(line)] if line.strip() else []
        except ValidationError as problem:
            raise InputError(
                f"{file.name}, line {number}: {problem.errors()[0]['msg']}.",
                hint="Each line is one JSON object; docs/evaluation.md describes the layout.",
            ) from problem
    return things


def _read_qrels(file: Path) -> dict[str, dict[str, float]]:
    relevant: dict[str, dict[str, float]] = {}
    for number, line in enumerate(_lines(file)[1:], 2):
        try:
            query, document, score = line.split("\t")
            gain = float(score)
        except ValueError as problem:
            raise InputError(
                f"{file.name}, line {number} is not a query, a document and a score.", hint="Part them with tabs."
            ) from problem
        if gain > 0:
            relevant.setdefault(query, {})[document] = gain
    return relevant


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8").rstrip("\n").split("\n")
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(
            f"{file} cannot be read: {problem}.", hint="Give a folder as docs/evaluation.md describes it."
        ) from problem
