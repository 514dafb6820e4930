"""What people also ask about a job, though a guide may say nothing of it: told by forms, or by the nearest example."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from advisor.question.nearest import Embed, Likeness
from advisor.text import normalise


@dataclass(frozen=True)
class Concern:
    """A kind of thing asked about; `of` names the attribute that it narrows, if any."""

    name: str
    asks: re.Pattern[str]
    told: re.Pattern[str]
    like: tuple[str, ...]
    of: str = ""

    def is_told(self, sentence: str) -> bool:
        """Whether a sentence, normalised, speaks of it."""
        return bool(self.told.search(sentence))


@lru_cache(maxsize=1)
def concerns() -> tuple[Concern, ...]:
    """All that are known, from `concerns.yaml`."""
    told = yaml.safe_load(files("advisor.question").joinpath("concerns.yaml").read_text("utf-8"))
    return tuple(
        Concern(
            entry["name"],
            re.compile("|".join(entry["asks"])),
            re.compile(entry["told"]),
            tuple(entry.get("like", ())),
            entry.get("of", ""),
        )
        for entry in told
    )


def untold(sentences: Iterable[str]) -> tuple[Concern, ...]:
    """The concerns of which none of the sentences speaks."""
    left = list(concerns())
    for sentence in sentences:
        plain = normalise(sentence)
        left = [concern for concern in left if not concern.is_told(plain)]
    return tuple(left)


class Concerns:
    """Those a library leaves open."""

    def __init__(self, left_open: Sequence[Concern], embed: Embed) -> None:
        self.left_open = tuple(left_open)
        self._owners = [concern for concern in left_open for _ in concern.like]
        self._likeness = Likeness([text for concern in left_open for text in concern.like], embed)

    def named_in(self, text: str, attributes: Iterable[str]) -> Concern | None:
        """The one that a form finds in a question; one that narrows an attribute only where that is asked for."""
        text, asked = normalise(text), set(attributes)
        fitting = (concern for concern in self.left_open if not concern.of or concern.of in asked)
        return next((concern for concern in fitting if concern.asks.search(text)), None)

    def nearest_to(self, text: str) -> tuple[Concern | None, float]:
        """The one with the nearest example, and its cosine."""
        if not self._owners:
            return None, -1.0
        place, near = self._likeness.nearest(text)
        return self._owners[place], near


def other_subjects(embed: Embed) -> Likeness:
    """Questions that have nothing to do with careers."""
    told = yaml.safe_load(files("advisor.question").joinpath("other_subjects.yaml").read_text("utf-8"))
    return Likeness([question for questions in told.values() for question in questions], embed)
