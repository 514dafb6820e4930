"""Whether a claim denies what the cited words assert, or asserts what they deny."""

from collections.abc import Sequence
from functools import lru_cache

from advisor.domain import Support
from advisor.verify.comparison import comparisons
from advisor.verify.evidence import Evidence, Refusal
from advisor.verify.negation import denials, is_denial, reached
from advisor.verify.opposites import contrary, opposites
from advisor.verify.reading import Sentence, Text

_AS_NEAR = 0.8  # of the nearest sentence's share of the claim: a sentence as near may assert what that one denies
_NEAR_ENOUGH = 0.5  # share of a sentence
_LITTLE, _BACK = 2, 5  # words
_KEPT = 16_384  # sentences of which it is remembered
_ALIKE = {
    "requir": "need", "must": "need", "demand": "need", "necessari": "need", "mandatori": "need",
    "print": "give", "state": "give", "name": "give", "provid": "give", "list": "give", "mention": "give",
    "salari": "pay", "paid": "pay", "earn": "pay",
}  # fmt: skip


def denial_agrees(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """Each denial of the claim is one of the cited words, and no denial of theirs is told as an assertion."""
    near = evidence.laid(claim).nearest
    known = [scope for sentence in evidence.all.sentences for scope in _scopes(sentence)]
    told = [scope for sentence in claim.sentences for scope in _scopes(sentence)]
    if any(not _one_of(scope, known, evidence.all) for scope in told) or _twice(claim, evidence):
        return Refusal(Support.CONTRADICTED, "It denies what the cited words assert.")
    if not told and near and _asserts_denied(claim, near, evidence):
        return Refusal(Support.CONTRADICTED, "It asserts what the cited words deny.")
    return None


def no_contrary_word(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """No word of the claim stands where its nearest sentence has the contrary one."""
    for sentence in claim.sentences:
        laid = evidence.laid_sentence(claim, sentence)
        near = laid.nearest[0] if laid.nearest else None
        if near is None or laid.share_of(near) < _NEAR_ENOUGH or _turns(sentence, near):
            continue
        for word in laid.told:
            other = None if word.stem in near.stems else contrary(word.stem, near.stems - sentence.stems)
            if other:
                said = next(w.text for w in near.words if w.stem == other)
                return Refusal(Support.CONTRADICTED, f"It says “{word.text}” where the cited words say “{said}”.")
    return None


def _turns(sentence: Sentence, near: Sentence) -> bool:
    """Whether a denial, or a comparison of two sides, turns the meaning of single words."""
    if denials(sentence) or denials(near) or comparisons(sentence):
        return True
    return any(sentence.stems & (there.right - there.left) for there in comparisons(near))


def _one_of(scope: tuple[str, ...], known: Sequence[tuple[str, ...]], evidence: Text) -> bool:
    """Whether the cited words deny the same, or assert the contrary."""
    if any(not scope or scope[0] in there or (there and there[0] in scope) for there in known):
        return True
    return any(opposites(stem) & evidence.stems for stem in scope)


def _twice(claim: Text, evidence: Evidence) -> bool:
    """Whether a sentence denies what the sentence nearest to it denies, once more."""
    for sentence in claim.sentences:
        count = len(denials(sentence))
        near = evidence.laid_sentence(claim, sentence).nearest if count > 1 else ()
        if near and count > sum(len(denials(s)) for s in near):
            return True
    return False


def _asserts_denied(claim: Text, near: Sequence[Sentence], evidence: Evidence) -> bool:
    """Whether the nearest sentence denies words that the claim asserts and that nothing cited asserts."""
    gone = _first_denied(near[0])
    if not gone & claim.stems:
        return False
    laid = evidence.laid(claim)
    enough = _AS_NEAR * laid.share_of(near[0])
    as_near = [s for s in evidence.all.sentences if laid.share_of(s) >= enough]
    asserted = frozenset().union(*(s.stems - _first_denied(s) for s in as_near))
    return bool(gone & claim.stems - asserted) and bool(near[0].stems - gone & claim.stems)


@lru_cache(maxsize=_KEPT)
def _first_denied(sentence: Sentence) -> frozenset[str]:
    """The word that each denial meets first."""
    return frozenset(scope[0] for place in denials(sentence) if (scope := reached(sentence.words, place)))


@lru_cache(maxsize=_KEPT)
def _scopes(sentence: Sentence) -> tuple[tuple[str, ...], ...]:
    return tuple(_scope(sentence, place) for place in denials(sentence))


def _scope(sentence: Sentence, place: int) -> tuple[str, ...]:
    """What a denial reaches; where little follows it, also what stands before it: "whose origin it does not name"."""
    after = reached(sentence.words, place)
    if len(after) < _LITTLE:
        before = [w.stem for w in sentence.words[max(place - _BACK, 0) : place] if w.content and not is_denial(w)]
        after = (*after, *reversed(before))
    return tuple(_ALIKE.get(stem, stem) for stem in after)
