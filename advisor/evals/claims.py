"""The check of claims measured on labelled claims, beside plain baselines. Knows no model and no terminal."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from advisor.domain import Basis, Citation, Claim, Passage, PassageKind, Support
from advisor.errors import InputError
from advisor.evals.retrieval import read_lines
from advisor.text import words
from advisor.verify.check import verify
from advisor.verify.entailment import Entailment
from advisor.verify.score import Embed

Array = NDArray[np.float64]


class LabelledClaim(BaseModel):
    """A claim, what it cites (one passage or several), and whether people found it supported."""

    model_config = ConfigDict(frozen=True)

    claim: str
    evidence: str | tuple[str, ...]
    label: Literal[0, 1]

    @property
    def passages(self) -> tuple[str, ...]:
        return (self.evidence,) if isinstance(self.evidence, str) else self.evidence

    @property
    def whole(self) -> str:
        return " ".join(self.passages)


@dataclass(frozen=True, slots=True)
class Judged:
    """What one way to check makes of a claim."""

    score: float
    supported: bool
    ms: float


Way = Callable[[LabelledClaim], tuple[float, bool]]  # its score, and whether the way itself calls it supported


class NoNames:
    """A library without a vocabulary."""

    def role_ids(self, text: str) -> Sequence[str]:
        return ()

    attribute_ids = guide_ids = role_ids


def read_claims(file: Path) -> list[LabelledClaim]:
    """Raises InputError for a file that cannot be read, or that holds no claim of one of the labels in a half."""
    claims = read_lines(file, LabelledClaim)
    for half in (True, False):
        if {claim.label for claim in claims if fits(claim) is half} != {0, 1}:
            raise InputError(
                f"{file.name} holds too few claims to be judged.", hint="Both labels are needed many times over."
            )
    return claims


def fits(claim: LabelledClaim, seed: int = 0) -> bool:
    """Whether a claim belongs to the half that thresholds are fitted on; claims on one evidence stay together."""
    return sha256(f"{seed}:{claim.whole}".encode()).digest()[0] % 2 == 0


def ways(embed: Embed, entailment: Entailment | None = None) -> dict[str, Way]:
    """Our check, and the plain baselines."""
    return {
        "ours": lambda given: by_check(given, embed, entailment),
        "word_overlap": _word_overlap,
        "embedding_cosine": lambda given: _cosine(given, embed),
    }


def by_check(given: LabelledClaim, embed: Embed | None, entailment: Entailment | None = None) -> tuple[float, bool]:
    """The product's own check, each passage cited as a whole."""
    passages = [
        Passage("evidence", PassageKind.PROSE, (), "", text, 0, len(text), nth)
        for nth, text in enumerate(given.passages)
    ]
    citations = tuple(Citation(p.id, p.text, 0, p.end) for p in passages)
    claim = Claim(given.claim, Basis.MODEL, citations)
    verdict = verify(claim, {p.id: p for p in passages}, NoNames(), embed, entailment)
    return verdict.score, verdict.support is Support.SUPPORTED


def _word_overlap(given: LabelledClaim) -> tuple[float, bool]:
    told = set(words(given.claim))
    share = len(told & set(words(given.whole))) / max(len(told), 1)
    return share, share >= 0.5


def _cosine(given: LabelledClaim, embed: Embed) -> tuple[float, bool]:
    vectors = embed([given.claim, given.whole])
    cosine = float(vectors[0] @ vectors[1])
    return cosine, cosine >= 0.5


def judge(claims: Sequence[LabelledClaim], way: Way, tell: Callable[[int], None]) -> list[Judged]:
    """Every claim judged and timed; `tell` hears how many are done."""
    judged = []
    for number, claim in enumerate(claims, 1):
        began = time.perf_counter()
        score, supported = way(claim)
        judged.append(Judged(score, supported, (time.perf_counter() - began) * 1000))
        tell(number)
    return judged


def measure(claims: Sequence[LabelledClaim], judged: Sequence[Judged], fixed: bool = False) -> dict[str, float]:
    """Measures on one half; the threshold is fitted on the other, or, where `fixed`, the way's own."""
    fitting = np.array([fits(claim) for claim in claims])
    labels = np.array([claim.label == 1 for claim in claims])
    scores = np.array([j.score for j in judged])
    if fixed:
        said = np.array([j.supported for j in judged])
    else:
        said = scores >= best_threshold(scores[fitting], labels[fitting])
    return {
        **rates(said[~fitting], labels[~fitting]),
        "auroc": auroc(scores[~fitting], labels[~fitting]),
        "ms_per_claim": float(np.mean([j.ms for j in judged])),
    }


def rates(said: NDArray[np.bool_], labels: NDArray[np.bool_]) -> dict[str, float]:
    """Balanced accuracy, and precision and recall of "supported"."""
    right = float(np.sum(said & labels))
    recall = right / max(float(labels.sum()), 1.0)
    spared = float(np.sum(~said & ~labels)) / max(float((~labels).sum()), 1.0)
    return {
        "balanced_accuracy": (recall + spared) / 2,
        "precision": right / max(float(said.sum()), 1.0),
        "recall": recall,
    }


def best_threshold(scores: Array, labels: NDArray[np.bool_]) -> float:
    """The score from which "supported" gives the best balanced accuracy."""
    candidates = np.unique(scores)
    if len(candidates) > 1:
        candidates = np.concatenate([candidates[:1], (candidates[1:] + candidates[:-1]) / 2])
    return float(max(candidates, key=lambda at: rates(scores >= at, labels)["balanced_accuracy"]))


def auroc(scores: Array, labels: NDArray[np.bool_]) -> float:
    """How often a supported claim scores above another one; ties count half."""
    order = np.sort(scores[~labels])
    below = np.searchsorted(order, scores[labels], side="left")
    upto = np.searchsorted(order, scores[labels], side="right")
    return float(np.mean((below + upto) / 2) / len(order))


MEASURES = ("balanced_accuracy", "auroc", "precision", "recall", "ms_per_claim")


def compare_checks(
    claims: Sequence[LabelledClaim], given: Mapping[str, Way], tell: Callable[[str, int], None], fixed: bool = False
) -> dict[str, dict[str, float]]:
    """The measures of each way, by its name, in the order of `MEASURES`."""
    found = {}
    for name, way in given.items():
        measured = measure(claims, judge(claims, way, lambda done, name=name: tell(name, done)), fixed)  # type: ignore[misc]
        found[name] = {measure: measured[measure] for measure in MEASURES}
    return found
