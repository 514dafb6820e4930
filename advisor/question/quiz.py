"""The fit quiz as a dialogue: what a reply means, and where a conversation stands in the quiz.

Nothing is kept between turns: the round is read off the conversation, from the statements that were put and what was
typed right after each. Knows no guide and no scoring.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import yaml

from advisor.domain import Answer, Statement
from advisor.question.choices import by_place
from advisor.question.intent import Intent, intent_of
from advisor.text import normalise

_HESITATION = re.compile(
    r"^(?:(?:well|hm+|um+|uh+|er+|oh|ok(?:ay)?|so|honestly|to be honest|probably|i (?:think|guess|suppose)|i'd say)\b"
    r"[\s,.…]+)+(?=\S)"
)
_ONWARD_WORDS = 8  # that may follow a reply and its comma: "yes, I love that"


class Reply(StrEnum):
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Round:
    """Where a quiz stands after a turn."""

    statements: tuple[Statement, ...] = ()  # all of them, in order; none where the library has no quiz
    replies: Mapping[str, Reply] = field(default_factory=dict)  # by statement
    stopped: bool = False

    @property
    def next(self) -> Statement | None:
        """The statement to put next; None when all have their reply."""
        return next((s for s in self.statements if s.id not in self.replies), None)

    @property
    def is_done(self) -> bool:
        return bool(self.statements) and self.next is None


def reply_of(text: str) -> Reply | None:
    """What a text says to a statement; None where it says something else."""
    said = _said(text)
    for part in (said, _first_word_of(said)):
        for reply in (Reply.UNSURE, Reply.NO, Reply.YES):
            if _forms()[reply.value].fullmatch(part):
                return reply
    return None


def round_of(history: Sequence[Answer], statements: Sequence[Statement]) -> Round | None:
    """The latest round of a conversation, or None where no statement was put yet."""
    order = [statement.id for statement in statements]
    replies: dict[str, Reply] = {}
    begun = stopped = False
    for answer, after in pairwise([*history, None]):
        if answer is None or answer.topic.item not in order:
            continue
        begun, stopped = True, False
        replies = {item: reply for item, reply in replies.items() if item in order[: order.index(answer.topic.item)]}
        if after is not None:
            said = by_place(after.question, answer.choices) or after.question
            stopped, reply = _is(said, "stop"), reply_of(said)
            replies |= {answer.topic.item: reply} if reply and not stopped else {}
    return Round(tuple(statements), replies, stopped) if begun else None


def turn_of(text: str, history: Sequence[Answer], statements: Sequence[Statement]) -> Round | None:
    """The round after this turn; None where the turn is no move of the quiz."""
    if intent_of(text) is Intent.TAKE_QUIZ:
        return Round(tuple(statements))
    before = round_of(history, statements)
    if before is None or not history:
        return None
    if _is(text, "go_on") and not before.is_done:
        return Round(before.statements, before.replies)
    item, said = history[-1].topic.item, by_place(text, history[-1].choices) or text
    if not item or before.is_done:
        return None
    if _is(said, "stop"):
        return Round(before.statements, before.replies, stopped=True)
    reply = reply_of(said)
    return Round(before.statements, {**before.replies, item: reply}) if reply else None


def _said(text: str) -> str:
    return _HESITATION.sub("", normalise(text)).strip(" .!,;:…。！\"'")


def _first_word_of(said: str) -> str:
    """The reply before a comma, where little and no question follows it."""
    first, onward = [*re.split(r"\s*(?:[,;.!]|\s-+)\s+", said, maxsplit=1), ""][:2]
    asks = "?" in onward or onward.startswith("but ") or len(onward.split()) > _ONWARD_WORDS
    return said if asks else first


def _is(text: str, form: str) -> bool:
    return bool(_forms()[form].fullmatch(_said(text)))


@lru_cache(maxsize=1)
def _forms() -> dict[str, re.Pattern[str]]:
    told = yaml.safe_load(files("advisor.question").joinpath("replies.yaml").read_text("utf-8"))
    return {name: _repeated("|".join(forms)) for name, forms in told.items()}


def _repeated(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{form})(?:[\s,]+(?:{form}))*")
