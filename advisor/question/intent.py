"""What a question wants, told by its form. Rules are tried in order; the first that fits wins."""

import re
from enum import StrEnum

from advisor.text import normalise


class Intent(StrEnum):
    GREETING = "greeting"
    THANKS = "thanks"
    HELP = "help"
    STATEMENT = "statement"  # the person says something of themselves and asks nothing
    SOURCE = "source"  # who says so?
    LIBRARY = "library"  # about the guides themselves
    WHY = "why"
    RECOMMEND = "recommend"  # one role is to be advised
    COMPARE = "compare"
    MEANING = "meaning"  # what is a registry?
    DEFINE = "define"  # what is an MLOps engineer?
    LOOKUP = "lookup"


_TALK = (
    (
        Intent.GREETING,
        re.compile(r"^(?:hi|hello|hey|good (?:morning|evening|afternoon)|hola|namaste)(?: there| all)?[\s!.,]*$"),
    ),
    (
        Intent.THANKS,
        re.compile(
            r"^(?:ok(?:ay)?[, ]+)?(?:thanks?|thank you|thx|cheers|great|perfect|got it|ok(?:ay)?|cool)\b[^?]{0,40}$"
        ),
    ),
    (
        Intent.HELP,
        re.compile(
            r"^(?:help|what (?:can|do) you (?:do|know|help)|how do(?:es)? (?:you|this) work|who are you|what are you)\b.{0,40}$"
        ),
    ),
)
_FORMS = (
    (
        Intent.SOURCE,
        re.compile(
            r"\bwho (?:says|said|claims|told)\b|\b(?:which|what) (?:guide|source|page|publisher)s? (?:says?|is that|told|claims?|states?)\b"
            r"|\baccording to (?:who|whom|which)\b|\b(?:what'?s|what is|your) (?:the )?source\b|^source\??$|\bwhere (?:does|is) (?:that|this|it) (?:come )?from\b"
        ),
    ),
    (
        Intent.LIBRARY,
        re.compile(
            r"\b(?:guide|guides|article|articles|library|sources|authors?|publishers?)\b.*\b(?:who|wrote|written|author|date|dated|old|when|updated|sells?|say|says|opinion|cover|have|carr(?:y|ies)|agree|disagree|undated)\b"
            r"|\bwho (?:wrote|writes|made|is behind|published|reviewed|checked)\b|\bdo they sell\b|\bwhat do they sell\b|\bwhen was (?:it|this|that) (?:written|published|updated)\b"
            r"|\b(?:which|what|how many) (?:of (?:your|the) )?(?:guides?|sources?|articles?)\b"
        ),
    ),
    (
        Intent.WHY,
        re.compile(
            r"^(?:and |but |so |ok,? )?(?:why|how come|how so|what makes|for what reason)\b|\bwhy\b[^.]*\?$|\bthe reason\b"
        ),
    ),
    (
        Intent.RECOMMEND,
        re.compile(
            r"\b(?:should i|shall i) (?:pick|choose|go|aim|become|take|do|be|learn|start|target|apply|prefer)\b|\bwhat should i (?:aim|pick|choose|do|become|be)\b"
            r"|\bwhich (?:one |role |path |job |career |of (?:them|these|those|the two) )*(?:then|should|fits?|suits?|is (?:right|best|better|easier|good)|would (?:fit|suit|you)|for me|to (?:pick|choose))\b"
            r"|\bwhich (?:one|role|job|path|career|side)(?: then)?(?: fits me)?[,\s]*(?:then)?\?*$"
            r"|\b(?:recommend|suggest|advise)(?:ation)?\b|\b(?:your )?(?:verdict|advice)\b|\bbetter (?:fit|choice|match) for me\b|\bright for me\b|\bpick one\b|\bnow what\b"
            r"|\b(?:ml|machine learning|mlops)\b.{0,30}\bor\b.{0,40}\bfor me\b"
        ),
    ),
    (
        Intent.COMPARE,
        re.compile(
            r"\b(?:compare|comparison|versus|vs\.?|differ|differs|differences?|different (?:from|to|than)|what makes? .{3,30} different|how (?:are|is) .{3,40} different|side by side|contrast|both roles|each (?:path|role|one|job)|two (?:roles|paths|jobs)|table of)\b"
        ),
    ),
    (
        Intent.DEFINE,
        re.compile(
            r"^(?:so |and |ok,? )?(?:what(?:'s| is| are| exactly is)|define|explain|describe|tell me (?:about|what)|what do(?:es)?)\b"
        ),
    ),
)
_QUESTION_WORD = re.compile(
    r"^(?:and |but |so |ok(?:ay)?,? |then |also |well,? )*(?:who|what|when|where|which|why|how|is|are|do|does|did|can|could|should|would|will|was|were|has|have|am|may)\b"
    r"|\b(?:tell|show|give|compare|define|explain|list|name|recommend|suggest|confirm|describe|print|write|fix|translate)\b"
)
_SELF = re.compile(r"\b(?:i|i'm|i've|i'd|my|me|self[- ]taught|no degree|years?)\b")


def is_asking(text: str) -> bool:
    """Whether the text asks or orders something, rather than only telling it."""
    text = normalise(text)
    return "?" in text or "？" in text or bool(_QUESTION_WORD.search(text))


def speaks_of_self(text: str) -> bool:
    return bool(_SELF.search(normalise(text)))


def small_talk(text: str) -> Intent | None:
    text = normalise(text)
    return next((intent for intent, form in _TALK if form.search(text)), None)


def intent_of(text: str) -> Intent:
    """The form of a question that is neither small talk nor a statement."""
    text = normalise(text)
    return next((intent for intent, form in _FORMS if form.search(text)), Intent.LOOKUP)
