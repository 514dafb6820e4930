"""Mends typos and text-message spellings towards the words of the library. Knows no grammar."""

import re
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from advisor.question.words_of_asking import english_words, plain_words
from advisor.text import stem, stop_words

_TOKEN = re.compile(r"(?<![\w$€£])[A-Za-z][A-Za-z'-]*")
_VOWELS = re.compile(r"[aeiou]")
_COMMON = 1_500_000  # times written in the list of English words: a word so common is meant as it stands
_SHORT = range(3, 5)  # letters
_SHORT_OPENINGS = {"n": "and", "y": "why", "k": "ok"}  # only as the first word of a message
_SHORT_FORMS = {
    "u": "you",
    "r": "are",
    "yr": "year",
    "ur": "your",
    "wat": "what",
    "wich": "which",
    "bcoz": "because",
    "bc": "because",
    "cuz": "because",
    "coz": "because",
    "w/o": "without",
    "frm": "from",
    "gud": "good",
    "gd": "good",
    "plz": "please",
    "pls": "please",
    "abt": "about",
    "ppl": "people",
    "dnt": "don't",
    "dont": "don't",
    "wanna": "want to",
    "gonna": "going to",
    "gimme": "give me",
    "lemme": "let me",
    "dunno": "don't know",
    "kinda": "kind of",
    "tho": "though",
    "smth": "something",
    "sth": "something",
    "btw": "by the way",
    "com": "come",
}
_SOUNDS = frozenset({"hm", "hmm", "um", "uh", "er", "eh", "ah", "aha", "oh", "huh", "mhm", "pff", "wow", "lol", "ugh"})
_FOUR_AS_FOR = re.compile(
    r"(?<=[a-z0-9] )(?<!the )(?<!top )(?<!all )(?<!of )(?<!in )(?<!your )(?<!these )(?<!those )(?<!least )(?<!than )4 "
    r"(?=[a-z])(?!(?:years?|yrs?|months?|weeks?|days?|hours?|guides?|roles?|steps?|things?|points?|questions?|sources?"
    r"|statements?|or|and|of|more|times|percent)\b)"
)
_THEN_AS_THAN = re.compile(r"\b((?:\w{2,}er|more|less|better|worse) (?:[\w-]+ ){0,5})then (?=\w)")
_JOINED_AT_LEAST = 8  # letters of a name of several words that is typed as one


class Speller:
    """Corrects only words the library does not know, and only to words it does."""

    def __init__(self, library_words: Iterable[str], names: Iterable[str], phrases: Iterable[str] = ()) -> None:
        """`phrases`: names of several words, mended where they are typed as one word."""
        self._joined = {re.sub(r"[\s-]", "", phrase): phrase for phrase in phrases if re.search(r"[\s-]", phrase)}
        self._names = frozenset(w for w in names if len(w) > 3)
        self._known = frozenset(library_words) | self._names | stop_words() | {"percent"}
        self._stems = frozenset(stem(w) for w in self._known)
        self._skeletons: dict[str, str] = {}
        for word in (
            sorted(self._known - stop_words() - self._names) + sorted(self._names) + sorted(stop_words())
        ):  # last wins
            self._skeletons[_skeleton(word)] = word
        self._by_letter: dict[str, list[str]] = {}
        for word in self._known:
            if len(word) > 3:
                self._by_letter.setdefault(word[0], []).append(word)

    def knows(self, word: str) -> bool:
        return word in self._known or stem(word) in self._stems

    def is_slip(self, word: str) -> bool:
        """Whether a word the library does not hold is English after all, or within two edits of something known."""
        if any(part in english_words() for part in re.split(r"[-/]", word)):
            return True
        near = [*self._by_letter.get(word[0], ()), *plain_words()]
        return process.extractOne(word, near, scorer=DamerauLevenshtein.distance, score_cutoff=2) is not None

    def correct(self, text: str) -> str:
        first = _TOKEN.search(text)
        at_start = first.start() if first else -1
        mended = _TOKEN.sub(lambda m: self._mend(m[0], m.start() == at_start), text)
        return _THEN_AS_THAN.sub(r"\1than ", _FOUR_AS_FOR.sub("for ", mended))

    def _mend(self, token: str, first: bool) -> str:
        word = token.lower()
        if first and word in _SHORT_OPENINGS:
            return _SHORT_OPENINGS[word]
        if word in _SHORT_FORMS:
            return _SHORT_FORMS[word]
        if word in self._known or word in _SOUNDS or (token[0].isupper() and not first):
            return token
        if self.knows(word) and word in english_words():
            return token
        if not _VOWELS.search(word):
            return self._skeletons.get(word, token) if len(word) > 1 else token
        if len(word) in _SHORT and word not in english_words():
            return self._joining(word) or token
        if len(word) < 5 or english_words().get(word, 0) >= _COMMON:
            return token
        return self._nearest(word) or self._parted(word) or token

    def _parted(self, word: str) -> str | None:
        """The name of several words that was typed as one, or nearly so."""
        if len(word) < _JOINED_AT_LEAST or word in english_words():
            return None
        near = process.extractOne(word, list(self._joined), scorer=DamerauLevenshtein.distance, score_cutoff=1)
        return self._joined[near[0]] if near else None

    def _joining(self, word: str) -> str | None:
        """The joining word of which a short one is a slip: its letters in another order, or one of them left out."""
        joining = sorted(stop_words(), key=len, reverse=True)
        swapped = (other for other in joining if sorted(other) == sorted(word) and other[0] == word[0])
        short = (other for other in joining if other[0] == word[0] and word in _with_one_letter_less(other))
        return next(swapped, None) or next(short, None)

    def _nearest(self, word: str) -> str | None:
        """The known word with the same first letter within one edit (two in a long word), names first."""
        most = 2 if len(word) >= 8 else 1
        near = process.extract(
            word, self._by_letter.get(word[0], ()), scorer=DamerauLevenshtein.distance, score_cutoff=most, limit=5
        )
        ranked = sorted(near, key=lambda hit: (hit[1], hit[0] not in self._names, hit[0]))
        return ranked[0][0] if ranked else None


def _with_one_letter_less(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def _skeleton(word: str) -> str:
    return _VOWELS.sub("", word)
