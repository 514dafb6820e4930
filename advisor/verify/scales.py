"""Whether a word in the place of another turns the meaning or keeps it: from scales.yaml. Knows no sentence."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from advisor.text import stem
from advisor.verify.opposites import opposites, turned
from advisor.verify.reading import Word

_KEPT = 65_536
_VOWELS = "aeiou"


@lru_cache(maxsize=_KEPT)
def contrary_words(told: Word, known: Word) -> bool:
    """Whether one says the contrary, or something else of the same kind."""
    if told.stem == known.stem or alike_words(told, known):
        return False
    if known.stem in opposites(told.stem) or known.stem in turned(told.stem):
        return True
    scales, groups = _places(told), _groups("exclusive").get(told.stem, frozenset())
    across = {(scale, not end) for scale, end in scales} & _places(known)
    return bool(across) or bool(groups & _groups("exclusive").get(known.stem, frozenset()))


@lru_cache(maxsize=_KEPT)
def alike_words(told: Word, known: Word) -> bool:
    """Whether both stand at the same end of a scale, or are listed as saying the same."""
    if _places(told) & _places(known):
        return True
    return bool(_groups("alike").get(told.stem, frozenset()) & _groups("alike").get(known.stem, frozenset()))


@lru_cache(maxsize=1)
def firm() -> frozenset[str]:
    """Words that leave no doubt."""
    return frozenset(word for line in _told()["firm"] for word in line.split())


def _places(word: Word) -> frozenset[tuple[int, bool]]:
    return _scales().get(word.text, frozenset()) | _scales().get(word.stem, frozenset())


@lru_cache(maxsize=1)
def _told() -> dict[str, Any]:
    return yaml.safe_load(files("advisor.verify").joinpath("scales.yaml").read_text("utf-8"))  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def _scales() -> dict[str, frozenset[tuple[int, bool]]]:
    """Of each word and stem the scales that it stands on, and at which end."""
    found: dict[str, set[tuple[int, bool]]] = {}
    for number, line in enumerate(_told()["scales"]):
        for end, words in enumerate(line.split(" / ")):
            for word in words.split():
                for form in _forms(word):
                    found.setdefault(form, set()).add((number, bool(end)))
    return {word: frozenset(places) for word, places in found.items()}


@lru_cache(maxsize=2)
def _groups(name: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_told()[name]):
        for word in line.split():
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _forms(word: str) -> set[str]:
    """The word, its stem, and what comparing and an adverb make of it: easy, easier, easiest, easily."""
    if word.endswith("y") and word[-2] not in _VOWELS:
        base = f"{word[:-1]}i"
    elif word.endswith("e"):
        base = word[:-1]
    elif 3 <= len(word) <= 4 and word[-1] not in f"{_VOWELS}wxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        base = word + word[-1]
    else:
        base = word
    return {word, stem(word), f"{base}er", f"{base}est", f"{base}ly" if base[-1:] == "i" else f"{word}ly"}
