"""Compares a question with those that the guides answer, and with those that they say they leave open.

Where a library comes with such questions, this tells better than the nearness of sentences whether it has an answer.
"""

from advisor.answer.evidence import Reader

_LEADS_BY = 0.08  # cosine, roles' names left out
_SAME = 0.7  # cosine at which two questions ask for the same thing


def is_left_open(question: str, reader: Reader) -> bool:
    """Whether the question is clearly nearer to those that are left open than to those that are answered."""
    answered, open_ = _nearest(question, reader)
    return open_ > answered + _LEADS_BY


def is_answered(question: str, reader: Reader) -> bool:
    """Whether a guide answers a question that asks for the same thing."""
    answered, open_ = _nearest(question, reader)
    return answered >= max(_SAME, open_)


def _nearest(question: str, reader: Reader) -> tuple[float, float]:
    """Cosine of the nearest question that is answered, and of the nearest that is left open."""
    if not (reader.open_questions and reader.answered_questions):
        return 0.0, 0.0
    dense = reader.library.scores(reader.lexicon.generic(question)).dense
    return float(dense[reader.answered_questions].max()), float(dense[reader.open_questions].max())
