"""Puts a question of another language into English words: names by the library's vocabulary, words of asking by a list.

What it does not know it leaves out; it translates nothing, it lets the rules for English read the question.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

import yaml
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from advisor.question.mentions import Lexicon
from advisor.text import normalise, stop_words

ANY = ""  # a language without words of asking: only the library's own translations are known
SPACELESS = frozenset({"zh", "ja", "ko"})
_LATIN = re.compile(r"[a-z]")
_LETTERS = re.compile(r"[^\W\d_]")
_ELISION = re.compile(r"\b(?:[ldjcnsmt]|qu|dell|nell|all|un)'(?=\w)")
_KEPT = re.compile(r"[$€£₹]?\d[\w.,%]*|[a-z][\w./+#&-]*[\w+#]|[^\W\d_]+|[?.,;:!%]")
_NAME = re.compile(r"(?<=[a-zà-ÿ] )[A-ZÀ-Ý][^\W\d_]{2,}")
_ENDING = r"(?:s|es|e|en|er|n)?"
_INFLECTED = 5  # letters: a shorter word has no ending to spare
_TYPO = 7  # letters: a shorter word may be meant as it stands
_HEARD = 0.4  # share of the letters that has to be made out


@dataclass(frozen=True)
class Gloss:
    """One language into English, by a list of forms; the longest form that fits is taken."""

    english: Mapping[str, str]  # folded form -> English words, "" for what carries nothing
    language: str

    def of(self, text: str, knows: Callable[[str], bool]) -> str:
        """The question in English words, empty where too little is made out; `knows` tells the library's words."""
        folded, names = fold(text, self.language), self._capitalised(text)
        parts: list[str] = []
        reached = lost = 0
        for match in self._forms.finditer(folded):
            kept, missed = self._between(folded[reached : match.start()], names, knows)
            parts += [*kept, self._meaning(match[0])]
            lost, reached = lost + missed, match.end()
        kept, missed = self._between(folded[reached:], names, knows)
        heard = len(_LETTERS.findall(folded)) - lost - missed
        if heard < _HEARD * (heard + lost + missed):
            return ""
        return re.sub(r"\s+([?.,;:!%])", r"\1", " ".join(part for part in [*parts, *kept] if part)).strip(" ,;:")

    def _between(self, text: str, names: Mapping[str, str], knows: Callable[[str], bool]) -> tuple[list[str], int]:
        """What is kept of words that are no form, and how many letters of them are lost."""
        kept: list[str] = []
        lost = 0
        for token in _KEPT.findall(text):
            if not _LETTERS.search(token) or token in names or self._is_kept(token, knows):
                kept.append(names.get(token, token))
            elif (meant := self._nearest(token)) is not None:
                kept.append(self.english[meant])
            else:
                lost += len(token)
        return kept, lost

    def _capitalised(self, text: str) -> dict[str, str]:
        """Names of places, firms and the like, as written; where every noun has a capital they cannot be told apart."""
        if self.language in _SCRIPTED or self.language == "de":
            return {}
        return {fold(word, self.language): word for word in _NAME.findall(text)}

    def _is_kept(self, token: str, knows: Callable[[str], bool]) -> bool:
        if not _LATIN.match(token):
            return False
        return self.language in _SCRIPTED or (knows(token) and token not in stop_words())

    def _nearest(self, token: str) -> str | None:
        """The one-word form within one typo."""
        if len(token) < _TYPO or self.language in _SCRIPTED:
            return None
        near = process.extractOne(token, self._single, scorer=DamerauLevenshtein.distance, score_cutoff=1)
        return near[0] if near else None

    def _meaning(self, form: str) -> str:
        if form in self.english:
            return self.english[form]
        stem = next(form[:-cut] for cut in (1, 2) if form[:-cut] in self.english)
        return self.english[stem]

    @cached_property
    def _single(self) -> list[str]:
        return [form for form in self.english if len(form) >= _TYPO and " " not in form]

    @cached_property
    def _forms(self) -> re.Pattern[str]:
        longest_first = sorted(filter(None, self.english), key=len, reverse=True)
        return re.compile("|".join(self._form(form) for form in longest_first) or r"(?!)")

    def _form(self, form: str) -> str:
        escaped = re.escape(form)
        if self.language in SPACELESS:
            return rf"(?<![a-z0-9]){escaped}(?![a-z0-9])" if form.isascii() else escaped
        inflected = _ENDING if len(form) >= _INFLECTED and self.language not in _SCRIPTED else ""
        return rf"(?<![\w\u0900-\u097f-]){escaped}{inflected}(?![\w\u0900-\u097f])"


_SCRIPTED = SPACELESS | {"hi", "ru", "ar"}  # in letters other than Latin ones


def fold(text: str, language: str) -> str:
    """Normalised, without accents where the script is Latin, with a space where the script changes."""
    text = normalise(text).translate(_MARKS)
    if language in _SCRIPTED:
        return re.sub(r"(?<=[a-z0-9%])(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])(?=[a-z0-9])", " ", text)
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).replace("ß", "ss")
    return _ELISION.sub(lambda m: m[0] + " ", plain)


_MARKS = str.maketrans({"¿": " ", "¡": " ", "。": ".", "।": ".", "、": ",", "，": ",", "「": " ", "」": " "})


def glosses(lexicon: Lexicon) -> dict[str, Gloss]:
    """By language; the library's translations are tried in every language, a language's own words of asking first."""
    vocabulary = lexicon.vocabulary
    named = {form: entry.name.lower() for entry in vocabulary.attributes for form in entry.translations}
    named |= {form: entry.name for entry in vocabulary.roles for form in entry.translations}
    return {
        language: Gloss({**_folded(named.items(), language), **_folded(_pairs(words), language)}, language)
        for language, words in {ANY: {}, **_abroad()}.items()
    }


def _pairs(words: Mapping[str, Iterable[str]]) -> Iterable[tuple[str, str]]:
    return ((form, english) for english, forms in words.items() for form in forms)


def _folded(pairs: Iterable[tuple[str, str]], language: str) -> dict[str, str]:
    return {fold(form, language): english for form, english in pairs}


@lru_cache(maxsize=1)
def _abroad() -> dict[str, dict[str, list[str]]]:
    told: dict[str, dict[str, list[str]]] = yaml.safe_load(
        files("advisor.question").joinpath("abroad.yaml").read_text("utf-8")
    )
    return told
