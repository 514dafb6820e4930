"""A few features of a claim beside its evidence, combined to a score from 0 to 1. Knows no passage, no role."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp, log1p

import numpy as np
import yaml

from advisor.interfaces import Vectors
from advisor.verify.coverage import Coverage
from advisor.verify.names import missing_names
from advisor.verify.near_copy import copies
from advisor.verify.negation import denials, denied
from advisor.verify.opposites import contrary
from advisor.verify.reading import Sentence, Text
from advisor.verify.same_figures import figures_missing
from advisor.verify.strength import absolutes
from advisor.verify.word_lists import listed

Embed = Callable[[Sequence[str]], Vectors]

WEIGHTS_FILE = "weights.yaml"
DOUBT = (0.05, 0.95)  # scores by words between which vectors are asked
_LONG, _LONGER = 24, 12  # words from which a claim sums up several statements, and how many more until it surely does
_COMPARED = 40  # words of the nearest evidence that a missing word is compared with


@dataclass(frozen=True, slots=True)
class Weights:
    """Of the features, with the score's constant; fitted by `advisor bench fit`."""

    constant: float
    features: Mapping[str, float]

    def score(self, features: Mapping[str, float]) -> float:
        total = self.constant + sum(weight * features[name] for name, weight in self.features.items())
        return 1 / (1 + exp(-max(min(total, 30.0), -30.0)))


@lru_cache(maxsize=1)
def fitted() -> Mapping[str, Weights]:
    """The weights that come with the program: `words`, and `vectors` where an embedder is at hand."""
    told = yaml.safe_load(files("advisor.verify").joinpath(WEIGHTS_FILE).read_text("utf-8"))
    return {name: Weights(given["constant"], given["features"]) for name, given in told.items()}


def score(laid: Coverage, embed: Embed | None = None) -> float:
    """How likely the evidence says what the claim says; vectors are asked only where words leave doubt."""
    features = word_features(laid)
    by_words = fitted()["words"].score(features)
    if embed is None or not DOUBT[0] < by_words < DOUBT[1]:
        return by_words
    return fitted()["vectors"].score(features | vector_features(laid, embed))


def word_features(laid: Coverage) -> dict[str, float]:
    """What words alone tell; each from 0 to about 1."""
    claim, evidence, long = laid.claim, laid.evidence, summing_up(laid.claim)
    found = {**_found(laid, long), **_denial_features(laid, long), **_copy_features(laid, long)}
    figure = float(figures_missing(claim, evidence) > 0)
    name = min(len(missing_names(claim, evidence)), 2) / 2
    absolute = float(bool(absolutes(claim) - absolutes(evidence)))
    return {
        **found,
        "figure missing": figure,
        "name missing": name,
        "leaves no exception": absolute,
        "sums up: figure missing": long * figure,
        "sums up: name missing": long * name,
        "sums up: leaves no exception": long * absolute,
        "speaks of the speaker": _speaker(claim, evidence) * (1 - laid.together),
        "asks": float(any("?" in s.text for s in claim.sentences)),
    }


def _found(laid: Coverage, long: float) -> dict[str, float]:
    return {
        "found": (1 - long) * laid.found,
        "found together": (1 - long) * laid.together,
        "phrases": (1 - long) * laid.phrases,
        "pairs in order": (1 - long) * laid.pairs,
        "holes": (1 - long) * laid.holes,
        "long evidence": (1 - long) * log1p(len(laid.evidence.words)) / 10,
        "sums up": long,
        "sums up: phrases": long * laid.phrases,
        "sums up: pairs in order": long * laid.pairs,
    }


def _denial_features(laid: Coverage, long: float) -> dict[str, float]:
    gone = frozenset().union(*(denied(s) for s in laid.claim.sentences))
    nearest = laid.nearest[0] if laid.nearest else Sentence("", ())
    near_gone = denied(nearest)
    denies = float(any(denials(sentence) for sentence in laid.claim.sentences))
    return {
        "denies": (1 - long) * denies,
        "sums up: denies": long * denies,
        "denies alone": denies * float(not any(denials(s) for s in laid.nearest)),
        "denies what is asserted": _share(gone & (nearest.stems - near_gone), laid),
        "asserts what is denied": _share(near_gone & (frozenset(laid.weights) - gone), laid),
        "contrary word": float(any(contrary(s, nearest.stems) for s in laid.weights if s not in nearest.stems)),
    }


def _copy_features(laid: Coverage, long: float) -> dict[str, float]:
    turned = float(any(copy is not None and copy.turns for copy in copies(laid)))
    return {"turned in a copy": (1 - long) * turned, "sums up: turned in a copy": long * turned}


def vector_features(laid: Coverage, embed: Embed) -> dict[str, float]:
    """What vectors add: nearness of the claim to its nearest sentences, and of each missing word to one of them."""
    claim, long = laid.claim, summing_up(laid.claim)
    if not laid.nearest or not laid.told:
        return {"meaning": 0.0, "soft": 0.0, "kin": 0.0, "sums up: meaning": 0.0}
    vectors = embed([" ".join(s.text for s in claim.sentences), " ".join(map(_words_of, laid.nearest))])
    meaning = float(vectors[0] @ vectors[1])
    kin = _kin(laid, embed)
    weight = {word.stem: laid.weights[word.stem] for word in laid.missing}
    filled = sum(weight[stem] * min(max((kin[stem] - 0.3) / 0.6, 0.0), 1.0) for stem in weight) / laid.total
    mean = sum(weight[stem] * kin[stem] for stem in weight) / sum(weight.values()) if weight else 1.0
    return {
        "meaning": (1 - long) * meaning,
        "soft": (1 - long) * (laid.found + filled),
        "kin": (1 - long) * mean,
        "sums up: meaning": long * meaning,
    }


def summing_up(claim: Text) -> float:
    """Whether a claim is so long that it sums up: there a word not found is a paraphrase more often than an error."""
    return min(max((len(claim.words) - _LONG) / _LONGER, 0.0), 1.0)


def _kin(laid: Coverage, embed: Embed) -> dict[str, float]:
    """For each missing word, the cosine of the nearest word of the evidence."""
    there = dict.fromkeys(word.text for sentence in laid.nearest[:2] for word in sentence.words if word.content)
    lost = dict.fromkeys(word.text for word in laid.missing)
    if not there or not lost:
        return {word.stem: 0.0 for word in laid.missing}
    known = list(there)[:_COMPARED]
    vectors = embed([*lost, *known])
    nearest = np.max(vectors[: len(lost)] @ vectors[len(lost) :].T, axis=1)
    by_text = dict(zip(lost, nearest, strict=True))
    return {word.stem: float(by_text[word.text]) for word in laid.missing}


def _words_of(sentence: Sentence) -> str:
    return sentence.text or " ".join(word.text for word in sentence.words)


def _share(stems: frozenset[str], laid: Coverage) -> float:
    return sum(laid.weights.get(stem, 0.0) for stem in stems) / laid.total


def _speaker(claim: Text, evidence: Text) -> float:
    return float(bool(claim.texts & listed("speaker") - evidence.texts))
