"""The words of a question of which no guide speaks: names, years, and other words."""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, replace

from advisor.answer.readers import Readers
from advisor.question.intent import Intent
from advisor.question.places import places_in
from advisor.question.sentences import instructions_in
from advisor.question.spelling import Speller
from advisor.question.understood import Understood
from advisor.question.words_of_asking import plain_stems, plain_words
from advisor.text import normalise, stem, stop_words, words

_YEAR = re.compile(
    r"\b(?:in|for|of|since|by|during|around|from|before|after|until) (?P<in>(?:19|20)\d\d)\b"
    r"|\b(?P<of>(?:19|20)\d\d) (?:pay|salary|salaries|wages?)\b"
)
_OCCUPATION = "occupation"  # among the kinds
_OWN_JOB = re.compile(r"\b(?:i am|i'm|i was|i've been|as|being|me,) an? (?P<what>(?:[\w-]+ ){0,2}[\w-]+)")
_ANY_YEAR = re.compile(r"(?<![\w$€£₹.,-])(?:19|20)\d\d(?![\d%.,]|k\b)")
_WORD = re.compile(r"[\w'’/+#.-]*\w")
_COUNTRY = "us"  # "in the us" is no pronoun
_SHORT = 3  # letters: too short to tell a word from a slip


@dataclass(frozen=True, slots=True)
class Unknown:
    """As they were typed."""

    years: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # of places, companies, laws, technologies
    common: tuple[str, ...] = ()
    share: float = 0.0  # of all words that carry a topic


def unknown_terms(asked: Understood, readers: Readers) -> Unknown:
    names: list[str] = []
    common: list[str] = []
    known = 0
    speller = readers.listener.speller
    named = set(words(" ".join(readers.reader.lexicon.mentioned(asked.asked)))) | set(
        words(instructions_in(asked.question))
    )
    is_a_kind = _kinds_to_look_for(asked, readers)
    for typed, word, first in _typed_words(asked.asked):
        if (typed.isupper() or word == _COUNTRY) and word in stop_words() and f"in the {typed}" in asked.asked:
            names.append(typed)  # "US" is no "us"
        elif word in named or speller.knows(word) or _is_made_of_known(word, named, speller):
            known += 1
        elif _looks_like_a_name(typed, word, first, speller) or (not _is_plain(word) and is_a_kind(word)):
            names.append(typed)
        elif not _is_plain(word) and len(word) > _SHORT:
            common.append(typed)
    years = [
        year for pair in _YEAR.findall(normalise(asked.asked)) for year in pair if year and not speller.knows(year)
    ]
    share = len(common) / max(known + len(common), 1)
    strange = tuple(year for year in years if not speller.knows(year))
    return Unknown(strange, tuple(names), tuple(common), share)


def _is_made_of_known(word: str, named: Set[str], speller: Speller) -> bool:
    """Whether all parts of a compound are known: "nurse-style"."""
    parts = re.split("[-/]", word)
    return len(parts) > 1 and all(part in named or speller.knows(part) or _is_plain(part) for part in parts)


def unknown_abroad(asked: Understood, read: Unknown, readers: Readers) -> Unknown:
    """What was read of a question in another language, with the places and years it names in that language."""
    speller = readers.listener.speller
    named = set(words(" ".join(readers.reader.lexicon.mentioned(asked.question))))
    places = places_in(asked.question, asked.language)
    strange = [place for place in places if not (speller.knows(place.lower()) or place.lower() in named)]
    years = [year for year in _ANY_YEAR.findall(asked.question) if not speller.knows(year)]
    return replace(read, years=tuple(dict.fromkeys([*years, *read.years])), names=(*strange, *read.names))


def _typed_words(text: str) -> Iterator[tuple[str, str, bool]]:
    """Each word as typed and normalised, and whether a sentence begins with it."""
    for match in _WORD.finditer(text):
        before = text[: match.start()].rstrip(" \"'“‘(")
        for word in words(match[0]):
            yield match[0], word, not before or before[-1] in ".!?:;"


def _is_plain(word: str) -> bool:
    """A word that could stand in any question, or a figure."""
    if word in plain_words() or re.fullmatch(r"[\d.,k%mb]+", word):
        return True
    return all(part in plain_words() or stem(part) in plain_stems() for part in re.split(r"[-/']", word))


def _looks_like_a_name(typed: str, word: str, first: bool, speller: Speller) -> bool:
    """No English word, or written like a name: a capital inside a sentence, letters and digits together."""
    if _is_plain(word) or "'" in word:
        return False
    parts = re.split(r"[-/]", word)
    mixed = any(any(c.isdigit() for c in part) and any(c.isalpha() for c in part) for part in parts)
    mixed = mixed or (word[0].isalpha() and any(part.isdigit() for part in parts))
    if len(word) > _SHORT and word.isascii() and not speller.is_slip(word):
        return True
    return mixed or any(c.isupper() for c in typed[1:]) or (typed[0].isupper() and not first)


def _kinds_to_look_for(asked: Understood, readers: Readers) -> Callable[[str], bool]:
    """Tells whether a word is of a kind that a guide covers only by name.

    Beside a role of the library another occupation is somebody's background, unless the two are compared.
    """
    covered = set(asked.roles) & set(readers.reader.lexicon.covered) and asked.intent is not Intent.COMPARE
    kinds = [kind for name, kind in readers.kinds.items() if not (covered and name == _OCCUPATION)]
    own = set(words(" ".join(match["what"] for match in _OWN_JOB.finditer(normalise(asked.asked)))))

    def is_a_kind(word: str) -> bool:
        if word in own or any(word in kind.called for kind in kinds):
            return False
        vector = readers.reader.library.embed([word])[0]
        return any(float(vector @ kind.direction) >= kind.at_least for kind in kinds)

    return is_a_kind
