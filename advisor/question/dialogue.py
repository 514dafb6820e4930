"""The moves of a dialogue, before what is asked is understood: quiz, reply to a question back, note taken back.

`hear` is the whole story. Whatever is none of these goes to the listener as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.domain import Answer, Kind, Statement
from advisor.question.choices import chosen
from advisor.question.intent import Intent
from advisor.question.notes import asks_to_forget, forgotten_by, notes_of, without
from advisor.question.quiz import Round, round_of, turn_of
from advisor.question.sentences import sentences_of
from advisor.question.told_replies import told_replies
from advisor.question.understand import Listener
from advisor.question.understood import Understood

_RESULT = "Which role do my quiz answers point to?"


def hear(listener: Listener, question: str, history: Sequence[Answer], *, alone: bool = False) -> Understood:
    """What a turn asks; `alone`: it was edited to stand alone, and of the conversation only the person counts."""
    text = re.sub(r"\s+", " ", question).strip()
    if alone:
        person = history[-1].about_person if history else {}
        return replace(listener.understand(text, (), person), may_ask=False)
    if move := _move(text, history, listener.lexicon.vocabulary.fit.statements):
        return _in_quiz(text, move, history)
    asked_back = bool(history) and history[-1].kind == Kind.QUESTION
    found = _heard(listener, _taken(text, history[-1], listener) if asked_back else text, history)
    return _beside_the_quiz(replace(found, question=text, may_ask=not asked_back), listener, history)


def _move(text: str, history: Sequence[Answer], statements: Sequence[Statement]) -> Round | None:
    """The round after this turn, where the turn is a move of the quiz; all replies may come in one turn."""
    told = told_replies(text, statements)
    return Round(tuple(statements), told) if told else turn_of(text, history, statements)


def _taken(text: str, asked_back: Answer, listener: Listener) -> str:
    """The choice that a text takes, or the text."""
    names = listener.lexicon
    return chosen(text, asked_back.choices, names.role_ids, names.without_roles) or text


def _heard(listener: Listener, text: str, history: Sequence[Answer]) -> Understood:
    """What is asked once the notes that are taken back are gone."""
    known = history[-1].about_person if history else {}
    taken_back = forgotten_by(text, known, listener.notes)
    if not taken_back:
        return listener.understand(text, history, known)
    left = without(known, taken_back, listener.notes)
    rest = " ".join(sentence for sentence in sentences_of(text) if not asks_to_forget(sentence))
    if rest:
        return listener.understand(rest, history, left)
    return Understood(text, text, text, history[-1].language, Intent.FORGET, person=left, forgotten=taken_back)


def _in_quiz(text: str, move: Round, history: Sequence[Answer]) -> Understood:
    """A move of the fit quiz; its result, like the way round a missing quiz, is a recommendation."""
    intent = Intent.RECOMMEND if move.is_done or not move.statements else Intent.TAKE_QUIZ
    person = history[-1].about_person if history else {}
    language = history[-1].language if move.replies and history else "en"
    return Understood(text, text, _RESULT if move.is_done else text, language, intent, person=person, round=move)


def _beside_the_quiz(found: Understood, listener: Listener, history: Sequence[Answer]) -> Understood:
    """A quiz that waits is remembered; one that is done is the advice to a person of whom nothing else is known."""
    begun = _begun(history, listener.lexicon.vocabulary.fit.statements)
    if begun is None or begun.stopped:
        return found
    if not begun.is_done:
        return replace(found, in_quiz=True)
    again = found.intent is Intent.RECOMMEND and not notes_of(found.person)
    return replace(found, round=begun) if again else found


def _begun(history: Sequence[Answer], statements: Sequence[Statement]) -> Round | None:
    """The latest round of the conversation, put statement by statement or told in one turn."""
    for place in range(len(history) - 1, -1, -1):
        if told := told_replies(history[place].question, statements):
            return round_of(history[place + 1 :], statements) or Round(tuple(statements), told)
    return round_of(history, statements)
