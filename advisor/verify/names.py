"""Names and tools that a claim mentions: words with a capital or a digit in them. Knows no list of names."""

import re
from functools import lru_cache

from advisor.domain import Support
from advisor.question.words_of_asking import english_words
from advisor.verify.evidence import Evidence, Names, Refusal
from advisor.verify.reading import KEPT, Text, Word

_RUN = re.compile(r"[A-Z][\w.]*(?:\s(?:of\s|the\s)?[A-Z][\w.]*)+")
_RARE = 100_000  # times written in the list of English words


def names_occur(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """Every name in the claim stands in what it cites, unless it is the name of a role or of a cited guide."""
    for name in missing_names(claim, evidence.all):
        if not is_known(name, text, evidence.names):
            return Refusal(Support.UNSUPPORTED, f"The name {name.text} is not in what it cites.")
    return None


def is_known(word: Word, text: str, names: Names) -> bool:
    """Whether a word names a role or a guide, alone or with the words with a capital beside it."""
    runs = [run for run in _RUN.findall(text) if word.text in run.lower().replace(".", " ").split()]
    return any(names.role_ids(name) or names.guide_ids(name) for name in (word.text, *runs))


def missing_names(claim: Text, known: Text) -> list[Word]:
    """The named words of a claim that the known text does not hold, also not as letters of an abbreviation."""
    lost = [word for word in named(claim) if word.stem not in known.stems]
    if not lost:
        return []
    lost = [word for word in lost if word.text not in known.texts]
    return [word for word in lost if word.text.replace(".", "") not in _initials(known)]


def named(text: Text) -> list[Word]:
    """Words with a capital that is not just the first of a sentence."""
    return [
        word
        for sentence in text.sentences
        for place, word in enumerate(sentence.words)
        if word.capital and word.content and not word.text[0].isdigit() and (_within(word, place) or _rare(word.text))
    ]


def _within(word: Word, place: int) -> bool:
    """Whether a word opens neither a sentence nor what follows a colon or a dash."""
    return place > 0 and word.mark not in {":", "-"}


def _rare(word: str) -> bool:
    """Whether a word that opens a sentence is hardly English, so that its capital is its own."""
    return english_words().get(word, 0) < _RARE


@lru_cache(maxsize=KEPT)
def _initials(text: Text) -> frozenset[str]:
    """Abbreviations that two to five following words would make."""
    letters = "".join(word.text[0] for word in text.words)
    return frozenset(letters[place : place + size] for size in range(2, 6) for place in range(len(letters) - size + 1))
