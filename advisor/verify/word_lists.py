"""The lists of small words that the checks read, from words.yaml. Knows none of them."""

from functools import lru_cache
from importlib.resources import files

import yaml


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    told = yaml.safe_load(files("advisor.verify").joinpath("words.yaml").read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in told.items()}


def listed(name: str) -> frozenset[str]:
    """The words of one list."""
    return _lists()[name]
