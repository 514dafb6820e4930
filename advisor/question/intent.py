"""What a question wants, told by its form: the forms stand in `forms.yaml`."""

import re
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

import yaml

from advisor.text import normalise


class Intent(StrEnum):
    GREETING = "greeting"
    THANKS = "thanks"
    HELP = "help"
    STATEMENT = "statement"  # the person says something of themselves and asks nothing
    SOURCE = "source"  # who says so?
    LIBRARY = "library"  # about the guides themselves
    SIMPLER = "simpler"  # the answer before, in fewer and plainer words
    WITHOUT = "without"  # how to get in without something
    PROS_CONS = "pros-cons"
    PATH = "path"  # from a goal to the role that leads there
    PLAN = "plan"  # what to learn, build and do first
    WHY = "why"
    TAKE_QUIZ = "take-quiz"  # the fit quiz: to be put statement by statement
    FORGET = "forget"  # a note on the person is taken back
    CLARIFY = "clarify"  # it may mean several things
    QUIZ = "quiz"  # answers to a quiz are told: a choice is asked for
    AGAINST = "against"  # what speaks against a role
    RECOMMEND = "recommend"  # one role is to be advised
    COMPARE = "compare"
    DEFINE = "define"  # what is an MLOps engineer?
    LOOKUP = "lookup"


TALK = frozenset({Intent.GREETING, Intent.THANKS, Intent.HELP})
WAYS = frozenset({Intent.WITHOUT, Intent.PATH, Intent.PLAN})  # asked for oneself: what the person told belongs to it
_ASKS_WITHOUT_QUESTION_WORD = {Intent.RECOMMEND, Intent.COMPARE, Intent.SOURCE, Intent.PROS_CONS, *WAYS}
_LEAD_IN = r"(?:^|[,;:-]\s+|\bso )(?:and |but |so |ok(?:ay)?,? |then |also |well,? )*"
_QUESTION_WORD = re.compile(
    _LEAD_IN + r"(?:who|what|when|where|which|why|how|is|are|do|does|did|can|could|should|would|will|was|were|has|have"
    r"|had|am|may)\b|\b(?:tell|show|give|compare|define|explain|list|name|recommend|suggest|confirm|describe|print|write|fix"
    r"|translate|compose|draft|generate|draw|paint|sing|order|book me|calculate|solve)\b"
)
_WONDERS = re.compile(
    r"\bi(?:'d| would)? (?:like|rather|love|want|need) (?:to )?(?:know|hear|understand)\b"
    r"|\bi(?:'m| am| was| have been)? wonder(?:ing)?\b"
    r"|\bi(?:'m| am| was| have been)? (?:wanting|trying|curious|keen) (?:to )?(?:know|hear|understand|learn|find out)\b"
)
_SELF = re.compile(r"\b(?:i|i'm|i've|i'd|my|me|self[- ]taught|no degree|years?)\b")


def is_asking(text: str) -> bool:
    """Whether the text asks or orders something, rather than only telling it."""
    text = normalise(text)
    asks = "?" in text or "？" in text or bool(_QUESTION_WORD.search(text))
    asks = asks or bool(_WONDERS.search(text))
    return asks or asks_simpler(text) or intent_of(text) in _ASKS_WITHOUT_QUESTION_WORD


def speaks_of_self(text: str) -> bool:
    return bool(_SELF.search(normalise(text)))


def small_talk(text: str) -> Intent | None:
    """Greeting, thanks or a call for help, where the text is nothing else."""
    text = normalise(text)
    return next((intent for intent, form in _forms() if intent in TALK and form.search(text)), None)


def asks_simpler(text: str) -> bool:
    """Whether the text wants something said in fewer or plainer words: the answer before, if it names nothing else."""
    text = normalise(text)
    return next(form for intent, form in _forms() if intent is Intent.SIMPLER).search(text) is not None


def intent_of(text: str, *, without: Intent | None = None) -> Intent:
    """The form of a question that is neither small talk nor a statement."""
    text, skipped = normalise(text), TALK | {Intent.SIMPLER, without}
    return next((intent for intent, form in _forms() if intent not in skipped and form.search(text)), Intent.LOOKUP)


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[Intent, re.Pattern[str]], ...]:
    told = yaml.safe_load(files("advisor.question").joinpath("forms.yaml").read_text("utf-8"))
    return tuple((Intent(intent), re.compile("|".join(patterns))) for intent, patterns in told.items())
