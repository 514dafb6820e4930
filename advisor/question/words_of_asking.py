"""Words of any question: plain ones, English ones, and kinds of things that no guide covers unnamed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from advisor.text import stem, stop_words


@dataclass(frozen=True, slots=True)
class KindOfThing:
    like: str
    at_least: float
    called: str = ""  # words for the kind itself


@lru_cache(maxsize=1)
def plain_words() -> frozenset[str]:
    """Words without a topic of their own."""
    return stop_words() | frozenset(files("advisor.question").joinpath("plain_words.txt").read_text("utf-8").split())


@lru_cache(maxsize=1)
def plain_stems() -> frozenset[str]:
    return frozenset(map(stem, plain_words()))


@lru_cache(maxsize=1)
def english_words() -> Mapping[str, int]:
    """English words with how often they are written; loaded only when a word is unknown."""
    lines = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text("utf-8-sig").splitlines()
    return {word: int(count) for word, count in (line.split() for line in lines)}


@lru_cache(maxsize=1)
def kinds() -> dict[str, KindOfThing]:
    told = yaml.safe_load(files("advisor.question").joinpath("kinds.yaml").read_text("utf-8"))
    return {name: KindOfThing(**kind) for name, kind in told.items()}
