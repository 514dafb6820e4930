"""How much a word tells by being rare in English. Knows no library."""

from functools import lru_cache
from math import log10

from advisor.question.words_of_asking import english_words

_MOST = 2.3e10  # times that the commonest word is written in the list
_UNKNOWN = 1e4  # a word that is not in the list is taken to be this rare
_LEAST, _MUCH = 0.25, 1.0
_STEPS = 2**20  # so coarse that sums are the same in any order


@lru_cache(maxsize=65_536)
def rarity(word: str) -> float:
    """From a quarter for the commonest words to one for rare ones, names and figures."""
    times = max(english_words().get(word, _UNKNOWN), _UNKNOWN)
    share = (log10(_MOST) - log10(times)) / (log10(_MOST) - log10(_UNKNOWN))
    return round((_LEAST + (_MUCH - _LEAST) * share) * _STEPS) / _STEPS
