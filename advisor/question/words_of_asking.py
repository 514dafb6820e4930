"""Words that can stand in any question, and kinds of things that none covers unnamed. Data of `*.txt` and `*.yaml`."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from advisor.text import stem, stop_words


@dataclass(frozen=True, slots=True)
class KindOfThing:
    like: str
    at_least: float


@lru_cache(maxsize=1)
def plain_words() -> frozenset[str]:
    """Words without a topic of their own."""
    return stop_words() | frozenset(files("advisor.question").joinpath("plain_words.txt").read_text("utf-8").split())


@lru_cache(maxsize=1)
def plain_stems() -> frozenset[str]:
    return frozenset(map(stem, plain_words()))


@lru_cache(maxsize=1)
def kinds() -> dict[str, KindOfThing]:
    told = yaml.safe_load(files("advisor.question").joinpath("kinds.yaml").read_text("utf-8"))
    return {name: KindOfThing(**kind) for name, kind in told.items()}
