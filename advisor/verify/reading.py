"""A text read for comparing: its sentences, and of each the words with stem, capitals and place. Knows no rule.

A text is read once: sentences and texts are equal only where they are the same object, so that what is worked out of
one can be kept beside it.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from advisor.library.sentences import sentence_spans
from advisor.text import stem, stop_words
from advisor.verify.dates import Date, dates
from advisor.verify.figures import Quantity, quantities
from advisor.verify.word_lists import listed

_DASH = re.compile(r"[\u2010-\u2015\u2212]")
_COMMA_WITHIN = re.compile(r"(?<=\d),(?=\d{3})")
_MARKER = re.compile(r"\s?\[\d{1,3}\](?=\W|$)")  # of a citation
_WORD = re.compile(r"[^\W_]+(?:[-'/&+.][^\W_]+)*[+#]*")
_PARTS = re.compile(r"[-/&']")
KEPT = 4_096  # texts of which what was read is remembered
_LONGEST_SENTENCE = 60  # words; scraped pages run on without a stop


@dataclass(frozen=True, slots=True)
class Word:
    """One word: lower case, its stem, and whether it opens with a capital or holds one."""

    text: str
    stem: str
    content: bool  # carries meaning
    capital: bool
    mark: str  # the comma, bracket or other mark that stands before it


@dataclass(frozen=True, eq=False)
class Sentence:
    text: str
    words: tuple[Word, ...]

    @cached_property
    def content(self) -> tuple[str, ...]:
        """Stems of the words that carry meaning, in order."""
        return tuple(word.stem for word in self.words if word.content)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(self.content)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return quantities(self.text.lower())

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        return tuple(dates(self.text.lower()))


@dataclass(frozen=True, eq=False)
class Text:
    """What was read, sentence by sentence."""

    sentences: tuple[Sentence, ...]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for sentence in self.sentences for word in sentence.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset().union(*(sentence.stems for sentence in self.sentences))

    @cached_property
    def texts(self) -> frozenset[str]:
        """All words as they stand there, in lower case."""
        return frozenset(word.text for word in self.words)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return tuple(quantity for sentence in self.sentences for quantity in sentence.quantities)

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        return tuple(date for sentence in self.sentences for date in sentence.dates)


@lru_cache(maxsize=KEPT)
def read(text: str) -> Text:
    """The sentences of a text; passages are read once."""
    text = plain(text)
    sentences = [_sentence(text[start:end]) for start, end in sentence_spans(text)]
    return Text(tuple(part for sentence in sentences if sentence.words for part in _cut(sentence)))


@lru_cache(maxsize=KEPT)
def together(texts: tuple[Text, ...]) -> Text:
    """Several texts as one."""
    return texts[0] if len(texts) == 1 else Text(tuple(s for text in texts for s in text.sentences))


def plain(text: str) -> str:
    """Plain dashes, quotes and thousands, no citation markers; capitals stay."""
    text = _MARKER.sub("", unicodedata.normalize("NFKC", text))
    text = _DASH.sub("-", text).replace("\u2019", "'").replace("\u2018", "'")
    return _COMMA_WITHIN.sub("", text)


def _sentence(text: str) -> Sentence:
    words: list[Word] = []
    before = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        told = _words_of(match[0])
        if start - before > 1 and told and (mark := text[before:start].strip()[:1]):
            told = (replace(told[0], mark=mark), *told[1:])
        words += told
        before = end
    return Sentence(text, tuple(words))


@lru_cache(maxsize=65_536)
def _words_of(token: str) -> tuple[Word, ...]:
    """A word and, where it is put together of several, its parts."""
    whole = token.removesuffix("'s").removesuffix("'S")
    pieces = [whole, *_PARTS.split(whole)] if _PARTS.search(whole) and "n't" not in whole.lower() else [whole]
    return tuple(_word(piece) for piece in pieces if piece)


def _word(piece: str) -> Word:
    lower = piece.lower()
    content = lower in listed("kept") or lower not in stop_words()
    return Word(lower, stem(lower), content, piece != lower, "")


def _cut(sentence: Sentence) -> list[Sentence]:
    if len(sentence.words) <= _LONGEST_SENTENCE:
        return [sentence]
    starts = range(0, len(sentence.words), _LONGEST_SENTENCE // 2)
    pieces = [sentence.words[start : start + _LONGEST_SENTENCE] for start in starts]
    return [Sentence(sentence.text if start == 0 else "", words) for start, words in zip(starts, pieces, strict=True)]
