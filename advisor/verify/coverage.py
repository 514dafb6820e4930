"""How much of a claim's words stands in the evidence, how close together and in what order. Pure; knows no verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from advisor.verify.rarity import rarity
from advisor.verify.reading import Sentence, Text, Word

_TOGETHER = 3  # sentences of the evidence that a claim may draw on
_SEARCHED = 40  # best sentences among which those are looked for
_NEAR = 6  # words apart at most that a pair may stand
_PHRASE = 2  # words that make a phrase
_OFTEN = 400  # pairs of places of two words above which their order tells nothing


@dataclass(frozen=True)
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
        return self._share(self.evidence.stems)

    @cached_property
    def nearest(self) -> tuple[Sentence, ...]:
        """The few sentences of the evidence that together hold most of the claim, best first."""
        stems = frozenset(self.weights)
        ranked = sorted(self.evidence.sentences, key=lambda s: -self._weigh(s.stems & stems))[:_SEARCHED]
        chosen: list[Sentence] = []
        held: frozenset[str] = frozenset()
        while ranked and len(chosen) < _TOGETHER:
            best = max(ranked, key=lambda s: self._weigh((s.stems & stems) - held))
            if chosen and not self._weigh((best.stems & stems) - held):
                break
            chosen.append(best)
            held |= best.stems & stems
        return tuple(chosen)

    @cached_property
    def together(self) -> float:
        """Share of the claim's words in its nearest sentences."""
        return self._share(frozenset().union(*(s.stems for s in self.nearest)))

    def share_of(self, sentence: Sentence) -> float:
        """Share of the claim's words in one sentence."""
        return self._share(sentence.stems)

    @cached_property
    def pairs(self) -> float:
        """Share of neighbouring words of the claim that stand near each other, in the same order, in the evidence."""
        places = _places([word.stem for word in self.evidence.words])
        stems = [word.stem for word in self.told]
        near = sum(_in_order(places.get(a, ()), places.get(b, ())) for a, b in pairwise(stems) if a != b)
        return near / max(len(stems) - 1, 1)

    @cached_property
    def phrases(self) -> float:
        """Share of the claim's words, small ones too, that stand in a phrase of the evidence."""
        stems = [word.stem for word in self.claim.words]
        known = {(a.stem, b.stem) for a, b in pairwise(self.evidence.words)}
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

    def _share(self, known: frozenset[str]) -> float:
        return self._weigh(known & self.weights.keys()) / (self._weigh(self.weights) or 1.0)

    def _weigh(self, stems: "frozenset[str] | dict[str, float]") -> float:
        return sum(self.weights[stem] for stem in stems)


def _places(stems: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, stem in enumerate(stems):
        found.setdefault(stem, []).append(place)
    return found


def _in_order(first: Sequence[int], second: Sequence[int]) -> bool:
    if len(first) * len(second) > _OFTEN:
        return True
    return any(0 < b - a <= _NEAR for a in first for b in second)
