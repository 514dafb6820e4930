"""How strongly a sentence speaks: always or usually, must or may, required or preferred. Pure."""

from collections.abc import Iterable

from advisor.domain import Support
from advisor.verify.evidence import Evidence, Refusal
from advisor.verify.negation import denied
from advisor.verify.reading import Sentence, Text, Word
from advisor.verify.word_lists import listed


def strength_agrees(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """What is said of some, or usually, is not told of all, or always; what is preferred is not required."""
    required, preferred = listed("required"), listed("preferred")
    prefers = bool(evidence.all.texts & preferred)
    if prefers and _asks(claim.sentences, required) and not _asks(evidence.all.sentences, required):
        return Refusal(Support.CONTRADICTED, "It says required where the cited words say preferred.")
    if not prefers and claim.texts & preferred and _asks(evidence.all.sentences, required):
        return Refusal(Support.CONTRADICTED, "It says preferred where the cited words say required.")
    added = sorted(absolutes(claim) - absolutes(evidence.all))
    if added:
        return Refusal(Support.UNSUPPORTED, f"It says “{added[0]}”, and the cited words do not.")
    return None


def absolutes(text: Text) -> frozenset[str]:
    """The words of a text that leave no exception."""
    return text.texts & listed("absolute")


def hedges(words: Iterable[Word]) -> frozenset[str]:
    """The words that hold back."""
    return frozenset(word.text for word in words if word.text in listed("hedges"))


def _asks(sentences: Iterable[Sentence], listed: frozenset[str]) -> bool:
    """Whether one of the words stands there undenied."""
    for sentence in sentences:
        if any(word.text in listed and word.stem not in denied(sentence) for word in sentence.words):
            return True
    return False
