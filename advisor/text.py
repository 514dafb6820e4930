"""Words, stems and figures of a text. Pure; knows no guide and no person."""

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:[-'/&+.][^\W_]+)*[+#]*", re.UNICODE)
_FIGURE = re.compile(
    r"(?P<money>[$€£₹])?\s?(?<![\w.])(?P<number>\d+(?:\.\d+)?)\s?(?P<scale>k|m|b|million|billion|thousand)?\b(?P<percent>\s?%)?",
)
_COUNTS_BELOW = 1000  # a smaller plain number is a count of years or of roles
_YEARS = range(1900, 2101)
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "b": 1e9, "billion": 1e9}


def normalise(text: str) -> str:
    """Lower case, plain dashes, quotes and spaces, `%` for percent, thousands without comma."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text).replace("\u2019", "'").replace("\u2018", "'")
    text = re.sub(r"\bper ?cent\b", "%", text)
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    return re.sub(r"\s+", " ", text).strip()


def words(text: str) -> list[str]:
    """The words of a text in order, normalised; `ci/cd`, `self-taught` and `c++` are one word."""
    return [word.removesuffix("'s") for word in _WORD.findall(normalise(text))]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    return _stemmer().stemWord(word)  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def]
    from Stemmer import Stemmer

    return Stemmer("english")


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words that join others and carry no topic."""
    return frozenset(files("advisor").joinpath("stop_words.txt").read_text("utf-8").split())


def content_stems(text: str) -> list[str]:
    """Stems of the words that carry meaning, compound words also by their parts, in order."""
    stems: list[str] = []
    skipped = stop_words()
    for word in words(text):
        parts = [word, *re.split(r"[-/'&]", word)] if re.search(r"[-/'&]", word) else [word]
        stems += [stem(part) for part in parts if part and part not in skipped]
    return stems


def figures(text: str) -> frozenset[float | str]:
    """The figures of a text: plain values, and shares as `36%`; `$2B` is 2000000000.0."""
    found: set[float | str] = set()
    for match in _FIGURE.finditer(normalise(text)):
        value = float(match["number"]) * _SCALE.get(match["scale"] or "", 1)
        found.add(f"{value:g}%" if match["percent"] else value)
    return frozenset(found)


def telling_figures(text: str) -> frozenset[float | str]:
    """Those of the figures by which words can be found again: shares, and numbers too large for a count and no year."""
    return frozenset(f for f in figures(text) if isinstance(f, str) or (f >= _COUNTS_BELOW and f not in _YEARS))
