"""Takes a message apart: sentences that ask, that tell of their writer, and that try to instruct the machine."""

import re
from collections.abc import Callable, Sequence

from advisor.question.instructions import instructs, without_asides
from advisor.question.intent import is_asking, speaks_of_self
from advisor.text import content_stems, normalise

_LEANS = re.compile(r"\b(?:there|it|its|them|those)\b(?! (?:is|are|be|will|any)\b)")
_ON_WHAT_WAS_TOLD = re.compile(
    r"\b(?:(?:it|that|this)(?:'s| is| would be| will be)|(?:is|would|will|was) (?:it|that|this)(?: be)?) (?:\w+ )?"
    r"(?:enough|sufficient|ok(?:ay)?|fine|useful|relevant|a (?:plus|must|problem)|too (?:little|much|late|old))\b"
)
_FIRST_PERSON = re.compile(
    r"^(?:(?:well|so|ok|hi|hello|hey|just|really|also|and|but),? )*(?:i|i'm|i've|i'd|my|we|loves?|hates?|enjoys?"
    r"|prefers?|likes? \w+ing|worked|working as|studied|self[- ]taught|no (?:degree|diploma))\b"
    r"|\b(?:is|are) (?:more )?my (?:thing|jam|strength|hobby|passion|background|daily (?:work|job)|world)\b"
)
_SENTENCE = re.compile(
    r"\s+--+\s+|(?<=[.!?？。])\s+|\n+|, (?:and )?then (?=(?:please )?(?:tell|say|answer|explain|give|show|list)\b)"
)
_SAYS_ENOUGH = 2  # stems: a question with so many of its own needs no sentence beside it
_CORRECTS = re.compile(
    r"\b(?:i meant|i mean|not that one|no wait|wrong one|oops|got (?:that|it) wrong"
    r"|wanted to (?:write|say|type)|typo)\b"
)
_SET_ASIDE = re.compile(
    r"^(?:(?:actually|ok(?:ay)?|so|now|well|please|let(?:'s| us)),? )*"
    r"(?:forget|never ?mind|skip|leave|enough (?:of|about)|drop|not|(?:put|set|leave) .* aside)\b(?!.*\?)"
)


def sentences_of(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE.split(text) if sentence.strip()] or [text]


def safe_sentences(text: str) -> list[str]:
    """The sentences that do not instruct the machine."""
    return [sentence for sentence in sentences_of(without_asides(text)) if not instructs(sentence)]


def instructions_in(text: str) -> str:
    """The sentences that do, whose names are no matter of the question."""
    return " ".join(sentence for sentence in sentences_of(text) if instructs(sentence))


def corrects(text: str) -> bool:
    """Whether the writer takes back what was said before."""
    return bool(_CORRECTS.search(normalise(text)))


def asked_of(sentences: Sequence[str], notes: Callable[[str], object], names: Callable[[str], object]) -> str:
    """The sentences that ask, and those that tell what they ask about; empty where the person only told of themselves.

    `notes` finds what a sentence tells of its writer, `names` what it names of the library.
    """
    asking = [s for s in sentences if is_asking(s)]
    if not asking:
        own = any(_FIRST_PERSON.search(normalise(s)) or (speaks_of_self(s) and notes(s)) for s in sentences)
        return "" if own else " ".join(sentences)
    if any(_ON_WHAT_WAS_TOLD.search(normalise(s)) for s in asking):
        return " ".join(sentences)
    if any(_LEANS.search(normalise(s)) for s in asking):
        return " ".join(s for s in sentences if s in asking or (not notes(s) and not _SET_ASIDE.search(normalise(s))))
    says_enough = any(len(content_stems(s)) >= _SAYS_ENOUGH for s in asking)
    if says_enough and (any(map(names, asking)) or not any(names(s) and not notes(s) for s in sentences)):
        return " ".join(asking)
    about_self = [s for s in sentences if s not in asking and notes(s)]
    return " ".join(s for s in sentences if s not in about_self and not _SET_ASIDE.search(normalise(s)))
