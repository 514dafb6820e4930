"""Words that say the contrary of each other: from a list, and by their prefix. Knows no sentence."""

from functools import lru_cache
from importlib.resources import files

from advisor.text import stem

_PREFIXES = ("un", "in", "im", "ir", "dis", "non", "non-", "anti", "anti-", "mis")
_SHORTEST = 4  # letters of a word that a prefix may turn round


@lru_cache(maxsize=1)
def _listed() -> frozenset[tuple[str, str]]:
    lines = files("advisor.verify").joinpath("opposites.txt").read_text("utf-8").splitlines()
    pairs = [tuple(line.split()) for line in lines if line]
    both = {(stem(a), stem(b)) for a, b in pairs}
    return frozenset(both | {(b, a) for a, b in both})


@lru_cache(maxsize=1)
def _with_opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for a, b in _listed():
        found.setdefault(a, set()).add(b)
    return {a: frozenset(others) for a, others in found.items()}


def opposites(word: str) -> frozenset[str]:
    """Stems listed as the contrary of this stem."""
    return _with_opposites().get(word, frozenset())


@lru_cache(maxsize=65_536)
def turned(word: str) -> frozenset[str]:
    """The stem with and without a prefix that turns its meaning round."""
    bare = {word[len(p) :] for p in _PREFIXES if word.startswith(p) and len(word) - len(p) >= _SHORTEST}
    dressed = {p + word for p in _PREFIXES} if len(word) >= _SHORTEST else set()
    return frozenset(bare | dressed)


def contrary(word: str, known: frozenset[str]) -> str | None:
    """A stem among the known ones that says the contrary of this one."""
    return next(iter(sorted((opposites(word) | turned(word)) & known)), None)
