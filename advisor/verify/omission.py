"""What a claim adds, or leaves out that changes it: a rare word, a hedge, the point of a range that is spoken of."""

from functools import lru_cache

from advisor.domain import Support
from advisor.verify.comparison import compares, measures
from advisor.verify.coverage import Coverage
from advisor.verify.evidence import Evidence, Refusal
from advisor.verify.names import is_known
from advisor.verify.rarity import rarity
from advisor.verify.reading import KEPT, Text
from advisor.verify.strength import hedges

_RARE = 0.66  # rarity from which a word that is missing is a matter of its own
_ALIKE = 5  # letters by which two words are of one family
_MOST = 0.4  # share of the claim that a sentence must hold for its hedge to be the claim's concern


def nothing_added(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """No rare word is added that nothing in the cited words is akin to by its letters."""
    for word in evidence.laid(claim).missing:
        if (
            word.text[0].isalpha()
            and rarity(word.text) >= _RARE
            and word.text[:_ALIKE] not in _openings(evidence.all)
            and not is_known(word, text, evidence.names)
        ):
            return Refusal(Support.PARTLY, f"“{word.text}” is not in what it cites.")
    return None


@lru_cache(maxsize=KEPT)
def _openings(text: Text) -> frozenset[str]:
    return frozenset(word[:_ALIKE] for word in text.texts)


def nothing_left_out(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """A hedge of the cited words, and "at the median" where things are compared, are not left out."""
    laid = Coverage(claim, evidence.text)
    if not laid.nearest or laid.share_of(laid.nearest[0]) < _MOST:
        return None
    near = laid.nearest[0]
    left = measures([near]) - measures(claim.sentences)
    if left and not measures(claim.sentences) and any(compares(word) for word in claim.words):
        return Refusal(Support.PARTLY, f"It leaves out “{min(left)}”, which the cited words say.")
    held_back = hedges(near.words)
    if held_back and not hedges(claim.words):
        return Refusal(Support.PARTLY, f"It leaves out “{min(held_back)}”, which the cited words say.")
    return None
