"""Tells what a question wants by the nearest of some examples, where no form and no name of words does."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

import numpy as np
import yaml

from advisor.interfaces import Vectors
from advisor.question.intent import Intent

_LEADS_BY = 0.02  # cosine, before the nearest example of any other intent
_NEAR = 0.42
_AFTER_TELLING = 0.04  # who tells of themselves more likely asks what fits them
_SAME_THING = 0.5  # cosine at which a question asks for the attribute of an example
_SURELY = 0.62  # the same, of a question that goes on from what was said

Embed = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True)
class _Example:
    text: str
    intent: Intent
    attribute: str = ""


class Likeness:
    """Texts as vectors, embedded when first asked for: which of them is the nearest to another."""

    def __init__(self, texts: Sequence[str], embed: Embed) -> None:
        self._texts = tuple(texts) or ("",)
        self._embed = embed

    def nearest(self, text: str) -> tuple[int, float]:
        """The place of the nearest text and its cosine."""
        near = np.asarray(self._vectors @ self._embed([text])[0])
        best = int(near.argmax())
        return best, float(near[best])

    @cached_property
    def _vectors(self) -> Vectors:
        return np.asarray(self._embed(self._texts))


class Examples:
    """Example questions as vectors; they are embedded when first asked for."""

    def __init__(self, embed: Embed) -> None:
        self._embed = embed

    def intent_of(self, texts: Sequence[str], *, personal: bool) -> Intent | None:
        """The intent whose examples are clearly nearest; `personal`: the writer told something of themselves."""
        best: dict[Intent, float] = {}
        for example, near in zip(self._examples, self._nearness(texts), strict=True):
            best[example.intent] = max(best.get(example.intent, -1.0), float(near))
        if personal:
            best[Intent.RECOMMEND] += _AFTER_TELLING
        first, second = sorted(best, key=lambda intent: -best[intent])[:2]
        return first if best[first] >= _NEAR and best[first] >= best[second] + _LEADS_BY else None

    def attribute_of(self, text: str, *, surely: bool = False) -> str | None:
        """The attribute that the nearest example asks for; None where none is near."""
        near = self._nearness([text])
        best = int(np.argmax(near))
        enough = float(near[best]) >= (_SURELY if surely else _SAME_THING)
        return self._examples[best].attribute or None if enough else None

    def nearest(self, text: str) -> float:
        """Cosine of the nearest example of any kind."""
        return float(self._nearness([text]).max())

    def _nearness(self, texts: Sequence[str]) -> Vectors:
        return np.asarray((self._vectors @ self._embed(texts).T).max(axis=1))

    @cached_property
    def _examples(self) -> tuple[_Example, ...]:
        told = yaml.safe_load(files("advisor.question").joinpath("examples.yaml").read_text("utf-8"))
        return tuple(_read(told))

    @cached_property
    def _vectors(self) -> Vectors:
        return np.asarray(self._embed([example.text for example in self._examples]))


def _read(told: Mapping[str, Sequence[str] | Mapping[str, Sequence[str]]]) -> Iterator[_Example]:
    for intent, texts in told.items():
        if isinstance(texts, Mapping):
            for attribute, questions in texts.items():
                yield from (_Example(text, Intent(intent), attribute) for text in questions)
        else:
            yield from (_Example(text, Intent(intent)) for text in texts)
