"""How much of a claim's words stands in the evidence, how close together and in what order. Pure; knows no verdict."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from advisor.verify.rarity import rarity
from advisor.verify.reading import KEPT, Sentence, Text, Word

_TOGETHER = 3  # sentences of the evidence that a claim may draw on
_LIKEST = 6  # sentences that a claim may nearly copy
_SEARCHED = 40  # best sentences among which those are looked for
_NEAR = 6  # words apart at most that a pair may stand
_OFTEN = 400  # pairs of places of two words above which their order tells nothing


@dataclass(frozen=True, eq=False)
class Coverage:
    """A claim laid over its evidence."""

    claim: Text
    evidence: Text

    @cached_property
    def told(self) -> tuple[Word, ...]:
        """The claim's words of meaning, in order."""
        return tuple(word for word in self.claim.words if word.content)

    @cached_property
    def weights(self) -> dict[str, float]:
        """Rarity of each stem of the claim."""
        found: dict[str, float] = {}
        for word in self.told:
            found[word.stem] = max(found.get(word.stem, 0.0), rarity(word.text))
        return found

    @cached_property
    def missing(self) -> tuple[Word, ...]:
        return tuple(word for word in self.told if word.stem not in self.evidence.stems)

    @cached_property
    def found(self) -> float:
        """Share of the claim's words in the evidence, rare words counting more."""
        return self.share_of(self.evidence)

    @cached_property
    def nearest(self) -> tuple[Sentence, ...]:
        """The few sentences of the evidence that together hold most of the claim, best first."""
        ranked = self._ranked
        chosen: list[Sentence] = []
        held: set[str] = set()
        while ranked and len(chosen) < _TOGETHER:
            best = max(ranked, key=lambda s: self._weigh(s.stems & self._stems - held))
            if chosen and not best.stems & self._stems - held:
                break
            chosen.append(best)
            held |= best.stems & self._stems
        return tuple(chosen)

    @cached_property
    def likest(self) -> tuple[Sentence, ...]:
        """The few sentences that hold most of the claim, each by itself, best first."""
        return tuple(self._ranked[:_LIKEST])

    @cached_property
    def by_sentence(self) -> "tuple[Coverage, ...]":
        """Each sentence of the claim laid over the evidence by itself."""
        sentences = self.claim.sentences
        return (self,) if len(sentences) == 1 else tuple(Coverage(Text((s,)), self.evidence) for s in sentences)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(self.weights)

    @cached_property
    def _ranked(self) -> list[Sentence]:
        """The sentences that hold any of the claim, best first; where none does, the first one."""
        weight: dict[int, float] = {}
        where = _sentences_with(self.evidence)
        for stem, rare in self.weights.items():
            for place in where.get(stem, ()):
                weight[place] = weight.get(place, 0.0) + rare
        order = sorted(weight, key=lambda place: (-weight[place], place))[:_SEARCHED]
        return [self.evidence.sentences[place] for place in order] or list(self.evidence.sentences[:1])

    @cached_property
    def together(self) -> float:
        """Share of the claim's words in its nearest sentences."""
        return self._share(frozenset().union(*(s.stems for s in self.nearest)))

    def share_of(self, known: Sentence | Text) -> float:
        """Share of the claim's words in one sentence."""
        return self._share(known.stems)

    @cached_property
    def pairs(self) -> float:
        """Share of neighbouring words of the claim that stand near each other, in the same order, in the evidence."""
        places = _places(self.evidence)
        stems = [word.stem for word in self.told]
        near = sum(_in_order(places.get(a, ()), places.get(b, ())) for a, b in pairwise(stems) if a != b)
        return near / max(len(stems) - 1, 1)

    @cached_property
    def phrases(self) -> float:
        """Share of the claim's words, small ones too, that stand in a phrase of the evidence."""
        stems, known = [word.stem for word in self.claim.words], _phrases(self.evidence)
        runs = [pair in known for pair in pairwise(stems)]
        held = sum(a or b for a, b in zip([False, *runs], [*runs, False], strict=True)) if stems else 0
        return held / max(len(stems), 1)

    @cached_property
    def holes(self) -> float:
        """Share of the claim's words that are missing while the words beside them are there: a near copy, altered."""
        there = [word.stem in self.evidence.stems for word in self.told]
        padded = [True, *there, True]
        lone = sum(not here and a and b for a, here, b in zip(padded, there, padded[2:], strict=False))
        return lone / max(len(there), 1)

    @cached_property
    def total(self) -> float:
        """What all words of the claim weigh."""
        return self._weigh(self._stems) or 1.0

    def _share(self, known: frozenset[str]) -> float:
        return self._weigh(known & self._stems) / self.total

    def _weigh(self, stems: Collection[str]) -> float:
        weights = self.weights
        return sum([weights[stem] for stem in stems])


@lru_cache(maxsize=KEPT)
def _sentences_with(text: Text) -> Mapping[str, Sequence[int]]:
    """For each stem of meaning, the places of the sentences that hold it."""
    found: dict[str, list[int]] = {}
    for place, sentence in enumerate(text.sentences):
        for stem in sentence.stems:
            found.setdefault(stem, []).append(place)
    return found


@lru_cache(maxsize=KEPT)
def _places(text: Text) -> Mapping[str, Sequence[int]]:
    """For each stem, its places in the text."""
    found: dict[str, list[int]] = {}
    for place, word in enumerate(text.words):
        found.setdefault(word.stem, []).append(place)
    return found


@lru_cache(maxsize=KEPT)
def _phrases(text: Text) -> frozenset[tuple[str, str]]:
    """Stems that follow each other."""
    stems = [word.stem for word in text.words]
    return frozenset(pairwise(stems))


def _in_order(first: Sequence[int], second: Sequence[int]) -> bool:
    """Whether one of the second places follows one of the first ones closely."""
    if len(first) * len(second) > _OFTEN:
        return True
    for a in first:
        after = bisect_right(second, a)
        if after < len(second) and second[after] - a <= _NEAR:
            return True
    return False
