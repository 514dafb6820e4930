"""One place where a near copy and its original differ, and what the difference does to what is said. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from advisor.verify.comparison import compares
from advisor.verify.dates import dates
from advisor.verify.figures import quantities
from advisor.verify.negation import denials, is_denial, reached
from advisor.verify.reading import Sentence, Word
from advisor.verify.scales import alike_words, contrary_words, firm
from advisor.verify.word_lists import listed

_REACH = 3  # words after a denial or a hedge among which what it bears on stands
_PASSED_OVER = 2  # words of the original, more than are put in their place
_BESIDE = 2  # words that follow a change and may make a name with it
_NO_STOPS = frozenset({"", "'", '"', "$", "€", "£", "₹", "+", "~"})


@dataclass(frozen=True, slots=True)
class Change:
    """What a near copy says otherwise; each pair is what it says and what is said there."""

    turned: tuple[str, str] | None = None
    figure: tuple[str, str] | None = None
    compared: tuple[str, str] | None = None  # two comparatives of which nothing is known
    strengthened: tuple[str, str] | None = None
    unhedged: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one of the two that stand in a gap, and all places of it that do not match."""

    sentence: Sentence
    start: int
    end: int
    free: frozenset[int]

    @property
    def words(self) -> Sequence[Word]:
        return self.sentence.words[self.start : self.end]

    @property
    def beside(self) -> str:
        """The words with those that may make a name with them."""
        return said(self.sentence.words[max(self.start - 1, 0) : self.end + _BESIDE])

    @property
    def free_stems(self) -> frozenset[str]:
        return frozenset(self.sentence.words[place].stem for place in self.free)


@dataclass(frozen=True, slots=True)
class Edit:
    """A gap of the copy and of the original."""

    told: Side
    known: Side
    inside: bool  # words that match stand before and after it

    @property
    def skips(self) -> bool:
        """Whether a part of the original between words that match, or a figure of it, is passed over."""
        told, known = self.told.words, self.known.words
        figure = not told and any(word.text[0].isdigit() for word in known)
        return self.inside and (figure or len(known) > len(told) + _PASSED_OVER)

    @property
    def denial(self) -> int:
        """1 where the copy denies more than the original, -1 where less; but for a word that has its contrary."""
        pair = self._contrary() or ()
        told = any(self._is_new(place, self.told, self.known) for place in _denials(self.told, self.known, pair))
        known = any(self._is_new(place, self.known, self.told) for place in _denials(self.known, self.told, pair))
        return told - known

    def turn(self) -> Change | None:
        """A denial or a contrary word, where the one does not make up for the other."""
        pair = self._contrary()
        if bool(self.denial) == (pair is not None):
            return None
        if pair:
            return Change(turned=(pair[0].text, pair[1].text))
        return Change(turned=(said(self.told.words), said(self.known.words)))

    def changes(self) -> Iterator[Change]:
        """What else is said otherwise."""
        if pair := self._figures():
            yield Change(figure=pair)
        if two := self._comparatives():
            yield Change(compared=two)
        known = self.known
        held = (w for n, w in enumerate(known.words, known.start) if holds_back(w) and self._bears(n, known, self.told))
        hedge = next(held, None)
        if hedge is not None and not any(map(holds_back, self.told.words)):
            sure = next((word for word in self.told.words if word.text in firm()), None)
            yield Change(strengthened=(sure.text, hedge.text)) if sure else Change(unhedged=hedge.text)

    def _contrary(self) -> tuple[Word, Word] | None:
        return next(((a, b) for a, b in product(self.told.words, self.known.words) if contrary_words(a, b)), None)

    def _comparatives(self) -> tuple[str, str] | None:
        told, known = [[w for w in side.words if compares(w)] for side in (self.told, self.known)]
        if len(told) != 1 or len(known) != 1 or self._contrary():
            return None
        alike = any(alike_words(a, b) for a, b in product(self.told.words, self.known.words))
        return None if alike else (told[0].text, known[0].text)

    def _figures(self) -> tuple[str, str] | None:
        """A figure in the place of another one, or a year of another one; not one that has moved."""
        moved = self.known.free_stems
        told = [word for word in self.told.words if word.stem not in moved]
        for kind in (_amounts, _years):
            mine, theirs = kind(told), kind(self.known.words)
            if mine and theirs and not mine.keys() <= theirs.keys():
                return next(mine[value] for value in mine if value not in theirs), next(iter(theirs.values()))
        return None

    def _is_new(self, place: int, mine: Side, other: Side) -> bool:
        """Whether a denial bears on what is not in the gap, and the other does not deny that elsewhere."""
        first = reached(mine.sentence.words, place)[:1]
        free = [there for there in denials(other.sentence) if there in other.free]
        elsewhere = first and any(first == reached(other.sentence.words, there)[:1] for there in free)
        return not elsewhere and self._bears(place, mine, other)

    def _bears(self, place: int, mine: Side, other: Side) -> bool:
        """Whether what closely follows a word of the gap is outside the gap, or has moved in the other."""
        words, both = mine.sentence.words, bool(mine.words and other.words)
        for following in range(place + 1, min(place + 1 + _REACH, len(words))):
            word = words[following]
            if word.mark not in _NO_STOPS:
                return both and following > place + 1
            if following >= mine.end or (word.content and word.stem in other.free_stems):
                return True
            if word.content and not both:
                return False
        return both


def holds_back(word: Word) -> bool:
    """Whether a word hedges, or makes a figure a rough one."""
    return word.text in listed("hedges") or word.text in listed("softens")


def said(words: Sequence[Word]) -> str:
    """Words as a person may read them."""
    return " ".join(word.text for word in words)


def _denials(side: Side, other: Side, but: Sequence[Word]) -> Iterator[int]:
    """Places of words that deny or turn down, but for those of a pair and for one like a word on the other side."""
    words = side.sentence.words
    for place in range(side.start, side.end):
        word = words[place]
        following = [word.text for word in words[place + 1 : place + 3]]
        limited = following[:1] != [] and (following[0] in listed("limits_a_denial") or following[-1] == "than")
        down = word.text in listed("turns_down") and not any(alike_words(word, there) for there in other.words)
        if (is_denial(word) or down) and not limited and word not in but:
            yield place


def _amounts(words: Sequence[Word]) -> dict[float, str]:
    """The figures among words, each with the words of it."""
    return {value: q.text for q in quantities(said(words)) for value in (q.low, q.high)}


def _years(words: Sequence[Word]) -> dict[float, str]:
    return {float(date.year): date.text for date in dates(said(words)) if date.year}
