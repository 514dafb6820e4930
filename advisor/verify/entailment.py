"""An entailment model as the last word on a claim, where one is configured. The only module here that knows one."""

from dataclasses import dataclass, replace
from math import exp
from typing import Any, Protocol

import numpy as np

from advisor.domain import Support, Verdict
from advisor.errors import SetupError

_SURE = 0.5  # probability from which the model's word counts


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a model makes of a claim beside its evidence: probabilities."""

    entailed: float
    contradicted: float


class Entailment(Protocol):
    """Whether evidence says what a claim says."""

    def judge(self, claim: str, evidence: str) -> Judgement: ...


def entailed(verdict: Verdict, judged: Judgement) -> Verdict:
    """The verdict after the model was asked; it may refuse what the words cover, and raise what they cover in part."""
    score = (verdict.score + judged.entailed) / 2
    if judged.contradicted >= _SURE:
        return Verdict(Support.CONTRADICTED, "The entailment model finds it contradicted.", 0.0)
    if judged.entailed >= _SURE:
        raised = {Support.UNSUPPORTED: Support.PARTLY, Support.PARTLY: Support.SUPPORTED}
        if verdict.support in raised:
            return Verdict(raised[verdict.support], "The entailment model finds it said in other words.", score)
        return replace(verdict, score=score)
    if verdict.support is Support.SUPPORTED:
        return Verdict(Support.PARTLY, "The entailment model does not find all of it said.", score)
    return replace(verdict, score=score)


class CrossEncoderEntailment:
    """A sentence-transformers CrossEncoder, by name or folder.

    Raises SetupError where it cannot be loaded or does not tell entailment.
    """

    def __init__(self, name: str) -> None:
        try:
            from sentence_transformers import CrossEncoder

            self._model: Any = CrossEncoder(name, device="cpu")
        except (OSError, ValueError, RuntimeError, ImportError, KeyError) as problem:
            raise _unusable(name, str(problem).splitlines()[0] if str(problem) else type(problem).__name__) from problem
        labels = {int(n): str(label).lower() for n, label in self._model.model.config.id2label.items()}
        self._entailed = next((n for n, label in labels.items() if label.startswith("entail")), None)
        self._contradicted = next((n for n, label in labels.items() if label.startswith("contra")), None)
        if self._entailed is None and len(labels) > 1:
            raise _unusable(name, f"none of its labels is entailment: {', '.join(labels.values())}")

    def judge(self, claim: str, evidence: str) -> Judgement:
        raw = np.asarray(self._model.predict([(evidence, claim)], apply_softmax=False)[0], dtype=float)
        if raw.ndim == 0 or raw.size == 1:  # one number: how well the evidence supports the claim
            value = float(raw.reshape(-1)[0])
            return Judgement(value if 0.0 <= value <= 1.0 else 1 / (1 + exp(-value)), 0.0)
        shares = np.exp(raw - raw.max())
        shares /= shares.sum()
        contradicted = float(shares[self._contradicted]) if self._contradicted is not None else 0.0
        return Judgement(float(shares[self._entailed]), contradicted)


def _unusable(name: str, why: str) -> SetupError:
    return SetupError(
        f"The entailment model {name} cannot be used: {why}.",
        hint="Give ADVISOR_ENTAILMENT_MODEL the name or folder of a sentence-transformers CrossEncoder, or unset it.",
    )
