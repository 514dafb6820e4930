"""Which side a sentence puts higher: "A earns more than B" and "B earns less than A" agree. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from advisor.domain import Support
from advisor.verify.evidence import Evidence, Names, Refusal
from advisor.verify.negation import denials
from advisor.verify.opposites import opposites
from advisor.verify.reading import Sentence, Text, Word
from advisor.verify.word_lists import listed

_KEPT = 16_384  # sentences of which it is remembered


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides, the word that compares them, and what they are compared in."""

    left: frozenset[str]
    right: frozenset[str]
    word: Word
    about: frozenset[str]
    denied: bool
    before: str
    after: str


def comparison_agrees(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """What the claim puts higher is not what the cited words put lower."""
    made = [c for sentence in claim.sentences for c in comparisons(sentence)]
    known = [c for sentence in evidence.text.sentences for c in comparisons(sentence)] if made else []
    for told in made:
        like = [there for there in known if _of_the_same(told, there)]
        if like and all(_turned(told, there, evidence.names) for there in like):
            return Refusal(Support.CONTRADICTED, "The cited words compare them the other way round.")
    return None


def comparison_is_made(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """Two sides that the claim compares with "than" are compared in the cited words."""
    made = [c for sentence in claim.sentences for c in comparisons(sentence)]
    known = [c for sentence in evidence.text.sentences for c in comparisons(sentence)] if made else []
    for told in made:
        amounts = evidence.text.quantities or any(compares(word) for word in evidence.text.words)
        if told.right and not known and (_sides(told, evidence.names) or not amounts):
            return Refusal(Support.PARTLY, "The cited words do not compare the two.")
    return None


@lru_cache(maxsize=_KEPT)
def comparisons(sentence: Sentence) -> tuple[Comparison, ...]:
    """The comparisons of a sentence that name both sides with "than"."""
    words = sentence.words
    found = []
    for place, than in enumerate(words):
        if than.text != "than":
            continue
        at = next((p for p in range(place - 1, max(place - 7, -1), -1) if compares(words[p])), None)
        if at is not None:
            right = words[place + 1 : place + 9]
            sides = _stems(words[max(at - 12, 0) : at]), _stems(_until_parted(right))
            denied = sum(p < at and at - p <= 5 for p in denials(sentence)) % 2 == 1
            word = words[at]
            found.append(
                Comparison(
                    sides[0] - sides[1],
                    sides[1] - sides[0],
                    word,
                    _stems(words[at:place]),
                    denied,
                    " ".join(w.text for w in words[:at]),
                    " ".join(w.text for w in right),
                )
            )
    return tuple(found)


def measures(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The points of a range or statistic that sentences speak of: the median, the top, …"""
    return frozenset(word.text for sentence in sentences for word in sentence.words if word.text in listed("measures"))


def compares(word: Word) -> bool:
    """Whether a word puts one thing above or below another."""
    text = word.text
    return (text.endswith("er") and len(text) > 4 and word.content) or text in listed("more") or text in listed("less")


def _until_parted(words: Sequence[Word]) -> Sequence[Word]:
    end = next((place for place, word in enumerate(words) if place and word.mark), len(words))
    return words[:end]


def _stems(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words if word.content)


def _of_the_same(a: Comparison, b: Comparison) -> bool:
    """Whether they compare in the same respect."""
    points = [frozenset(stem for stem in c.left | c.right | c.about if stem in listed("measures")) for c in (a, b)]
    if points[0] and points[0] != points[1]:
        return False
    if a.word.stem == b.word.stem or b.word.stem in opposites(a.word.stem):
        return True
    return {a.word.text, b.word.text} <= listed("more") | listed("less") and bool(
        (a.about | a.left | a.right) & (b.about | b.left | b.right)
    )


def _turned(told: Comparison, there: Comparison, names: Names) -> bool:
    mine, theirs = _sides(told, names), _sides(there, names)
    if mine and theirs and set(mine) == set(theirs):
        return (mine == theirs) != _same_way(told, there)
    sides = told.right | there.right
    straight = len(told.left & there.left & sides) + len(told.right & there.right)
    crossed = len(told.left & there.right) + len(told.right & there.left)
    same_way = _same_way(told, there)
    return (straight > crossed and not same_way) or (crossed > straight and same_way)


def _sides(told: Comparison, names: Names) -> tuple[str, str] | None:
    """The roles on the two sides: the last one before the comparing word and the first one after "than"."""
    before, after = names.role_ids(told.before), names.role_ids(told.after)
    return (before[-1], after[0]) if before and after and before[-1] != after[0] else None


def _same_way(a: Comparison, b: Comparison) -> bool:
    if a.word.stem == b.word.stem:
        alike = True
    elif b.word.stem in opposites(a.word.stem):
        alike = False
    else:
        alike = (a.word.text in listed("less")) == (b.word.text in listed("less"))
    return alike == (a.denied == b.denied)
