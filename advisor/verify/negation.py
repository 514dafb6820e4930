"""What a sentence denies: its words of denial and the words they reach. Pure."""

from collections.abc import Sequence
from functools import lru_cache

from advisor.verify.reading import Sentence, Word
from advisor.verify.word_lists import listed

_KEPT = 65_536  # sentences, and words, of which it is remembered
_REACH = 4  # words of meaning that a denial reaches, at most
_WITHIN = {"", ",", "'", '"'}  # marks that do not end what it reaches


@lru_cache(maxsize=_KEPT)
def denials(sentence: Sentence) -> tuple[int, ...]:
    """Places of the words that deny."""
    return tuple(place for place, word in enumerate(sentence.words) if is_denial(word))


def is_denial(word: Word) -> bool:
    """Whether a word denies what follows it."""
    return _denies(word.text, word.stem)


@lru_cache(maxsize=_KEPT)
def _denies(text: str, stem: str) -> bool:
    return text in listed("denies") or text.endswith("n't") or stem in listed("denying_stems")


def reached(words: Sequence[Word], place: int) -> tuple[str, ...]:
    """Stems of the words of meaning that follow a denial in its clause, in order."""
    found: list[str] = []
    for word in words[place + 1 :]:
        if len(found) == _REACH or (found and (word.mark not in _WITHIN or word.text in listed("ends_a_clause"))):
            break
        if word.content and not is_denial(word):
            found.append(word.stem)
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def denied(sentence: Sentence) -> frozenset[str]:
    """Stems of all words that the sentence denies."""
    return frozenset().union(*(reached(sentence.words, place) for place in denials(sentence)))
