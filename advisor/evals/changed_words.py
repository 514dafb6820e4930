"""The words by which true sentences are changed or put otherwise, from changes.yaml. Knows no sentence."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@lru_cache(maxsize=1)
def _told() -> dict[str, Any]:
    return yaml.safe_load(files("advisor.evals").joinpath("changes.yaml").read_text("utf-8"))  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def directions() -> dict[str, str]:
    """Each word of a direction with the one of the other direction."""
    pairs = [pair.split("/") for pair in _told()["directions"].split()]
    return {b: a for a, b in reversed(pairs)} | {a: b for a, b in reversed(pairs)}


@lru_cache(maxsize=16)
def replacements(name: str) -> dict[str, Any]:
    """What is put in place of each word of a list."""
    return dict(_told()[name])


@lru_cache(maxsize=16)
def listed(name: str) -> tuple[str, ...]:
    """The words of a list, in order."""
    told = _told()[name]
    return tuple(told.split()) if isinstance(told, str) else tuple(told)


@lru_cache(maxsize=16)
def also_meaning(name: str) -> re.Pattern[str]:
    """Where words of a list mean something else."""
    return re.compile("|".join(rf"\b(?:{pattern})\b" for pattern in listed(name)), re.IGNORECASE)


def in_case_of(word: str, new: str) -> str:
    """The new word with a capital where the old one has one."""
    return new[:1].upper() + new[1:] if word[:1].isupper() else new
