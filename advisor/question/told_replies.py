"""The replies to the fit quiz told in one turn: as a question in words, and read back from it. Knows no scoring."""

import re
from collections.abc import Mapping, Sequence

from advisor.domain import Statement
from advisor.question.quiz import Reply
from advisor.text import normalise

_TOLD = re.compile(r"\bquiz\b.*?\byes to\b")
_QUESTION = "I took the fit quiz and said yes to {agreed}. Which role fits me?"
_NONE = "none of the statements"


def as_question(agreed: Sequence[Statement]) -> str:
    """What a person who took the quiz elsewhere can ask, with all that was agreed with."""
    told = ", ".join(f"“{statement.text.rstrip('.')}”" for statement in agreed)
    return _QUESTION.format(agreed=told or _NONE)


def told_replies(text: str, statements: Sequence[Statement]) -> Mapping[str, Reply]:
    """Yes to each statement that stands in such a text word for word, the others open; empty for any other text."""
    plain = normalise(text)
    told = _TOLD.search(plain)
    if not told or not statements:
        return {}
    after = plain[told.end() :]
    agreed = {s.id for s in statements if normalise(s.text).rstrip(".") in after}
    if not agreed and _NONE not in after:
        return {}
    return {s.id: Reply.YES if s.id in agreed else Reply.UNSURE for s in statements}
