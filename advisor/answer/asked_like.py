"""Compares a question with those that the guides answer, and with those that they say they leave open.

Where a library comes with such questions, this tells better than the nearness of sentences whether it has an answer,
and better than a form what is wanted.
"""

from dataclasses import replace

import numpy as np

from advisor.answer.evidence import Piece, Reader, Section
from advisor.answer.stance import says_what_it_is, sets_apart
from advisor.question.intent import Intent
from advisor.question.understood import Understood

_LEADS_BY = 0.08  # cosine, roles' names left out
_SAME = 0.7  # cosine at which two questions ask for the same thing
_MISTAKEN_FOR = frozenset({Intent.DEFINE, Intent.COMPARE})  # by its form, a question is easily
_LOOKED_AT = 12  # sentences


def is_left_open(question: str, reader: Reader) -> bool:
    """Whether the question is clearly nearer to those that are left open than to those that are answered."""
    answered, open_ = _nearest(question, reader)
    return open_ > answered + _LEADS_BY


def is_answered(question: str, reader: Reader) -> bool:
    """Whether a guide answers a question that asks for the same thing."""
    answered, open_ = _nearest(question, reader)
    return answered >= max(_SAME, open_)


def asked_like_a_known_one(asked: Understood, reader: Reader) -> Understood:
    """With attribute and intent of the answer to a question that asks for the same thing, where these were guessed."""
    by_form = asked.intent in _MISTAKEN_FOR and not asked.terms
    if asked.previous or not (by_form or (asked.guessed and asked.intent is Intent.LOOKUP)):
        return asked
    piece = _answer_of(asked, reader)
    if piece is None:
        return asked
    told = piece.heading_attributes or piece.attributes
    attributes = told if asked.guessed or not asked.attributes else asked.attributes
    intent = asked.intent if _is_for(asked.intent, piece, reader) else Intent.LOOKUP
    return replace(asked, intent=intent, attributes=attributes[:1] if attributes is told else attributes)


def _answer_of(asked: Understood, reader: Reader) -> Piece | None:
    """What answers the nearest question, if that asks for the same thing of the same roles."""
    near = reader.sentences.nearness(asked.standalone)
    for place in np.argsort(-near.similarity, kind="stable")[:_LOOKED_AT]:
        if near.similarity[place] < _SAME:
            return None
        for piece in reader.pieces(int(reader.sentences.rows[place])):
            if piece.section is not Section.SILENT and (not asked.roles or set(asked.roles) & set(piece.roles)):
                return piece
    return None


def _is_for(intent: Intent, piece: Piece, reader: Reader) -> bool:
    """Whether a piece is of the kind that a question of this intent wants."""
    if intent is Intent.COMPARE:
        return len(piece.roles) > 1 or sets_apart(piece.plain)
    if intent is Intent.DEFINE:
        name = next(iter(reader.lexicon.roles.find(piece.plain)), None)
        return "definition" in piece.heading_attributes or (
            name is not None and says_what_it_is(piece.plain[name.end :])
        )
    return True


def _nearest(question: str, reader: Reader) -> tuple[float, float]:
    """Cosine of the nearest question that is answered, and of the nearest that is left open."""
    if not (reader.open_questions and reader.answered_questions):
        return 0.0, 0.0
    dense = reader.library.scores(reader.lexicon.generic(question)).dense
    return float(dense[reader.answered_questions].max()), float(dense[reader.open_questions].max())
