"""Tells what a question wants by the nearest of some examples, where no form of words does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import yaml

from advisor.interfaces import Vectors
from advisor.question.intent import Intent

_LEADS_BY = 0.02  # cosine, before the nearest example of any other intent
_NEAR = 0.42
_AFTER_TELLING = 0.1  # who tells of themselves more likely asks what fits them

Embed = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True)
class Examples:
    """Example questions as vectors; they are embedded when first asked for."""

    embed: Embed

    def intent_of(self, texts: Sequence[str], *, personal: bool) -> Intent | None:
        """The intent whose examples are clearly nearest; `personal`: the writer told something of themselves."""
        intents, vectors = self._vectors()
        near = (vectors @ self.embed(texts).T).max(axis=1)
        best = {intent: float(near[[i == intent for i in intents]].max()) for intent in set(intents)}
        if personal:
            best[Intent.RECOMMEND] += _AFTER_TELLING
        first, second = sorted(best, key=lambda intent: -best[intent])[:2]
        return Intent(first) if best[first] >= _NEAR and best[first] >= best[second] + _LEADS_BY else None

    def _vectors(self) -> tuple[tuple[str, ...], Vectors]:
        return _embedded(self.embed)


@lru_cache(maxsize=4)
def _embedded(embed: Embed) -> tuple[tuple[str, ...], Vectors]:
    told = yaml.safe_load(files("advisor.question").joinpath("examples.yaml").read_text("utf-8"))
    pairs = [(intent, text) for intent, texts in told.items() for text in texts]
    return tuple(intent for intent, _ in pairs), np.asarray(embed([text for _, text in pairs]))
