"""Asks back where a question without a conversation may mean several things, and a plain answer would help nobody.

One short question with the likely readings, each a question of its own that the guides answer. A question that names
what it asks about is answered for every role instead.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answer.draft import Draft
from advisor.answer.follow_ups import open_attributes
from advisor.answer.readers import Readers
from advisor.domain import Kind
from advisor.question.intent import Intent
from advisor.question.understood import Understood
from advisor.question.words_of_asking import plain_stems
from advisor.text import content_stems, normalise

_ROLE_WORD = r"(?:one|role|job|path|career|position|option|side)"
_REFERENCE = re.compile(
    rf"\b(?:that|this|the (?:other|first|second|same|latter|former)) {_ROLE_WORD}\b"
    r"|^(?:and |what about |how about )*the (?:first|second|latter|former|other)$"
)
_ALONE = re.compile(rf"^(?:and |or |what about |how about |tell me about )*(?:{_REFERENCE.pattern})$")
_PRONOUN = re.compile(r"\bit\b|(?<=is )(?:that|this)\b|(?<=does )(?:that|this)\b|(?<=would )(?:that|this)\b")
_MEASURE = re.compile(r"^(?:and |so |ok |but )*how (?:much|many|high|big|large|fast)$")
_CHOICE = re.compile(r"\bwhich\b")
_READINGS_AT_MOST = 3  # roles; where there are more they are not offered one by one
_NEAR = 0.5  # cosine of a reading, its role's name left out, with what the guides say of roles
_ANY = "the role"
_WHICH_ROLE, _OF_WHAT = "Which role do you mean?", "How much of what? These I can compare:"


def clarified(asked: Understood, readers: Readers) -> Understood:
    """The question with its likely readings where it is open between them; unchanged where it is not."""
    lexicon, form = readers.reader.lexicon, normalise(asked.question).strip(" ?!.,")
    open_to_roles = 2 <= len(lexicon.covered) <= _READINGS_AT_MOST
    named = asked.roles or asked.guides or asked.terms or asked.previous or asked.unsafe
    if named or not asked.may_ask or not open_to_roles or asked.language != "en":
        return asked
    if _MEASURE.search(form):
        return _asking(asked, open_attributes(lexicon.covered, (), readers.reader, measured=True))
    names = [f"the {lexicon.role_names[role]} role" for role in lexicon.covered]
    if _ALONE.search(form):
        return _asking(asked, [f"What does {name} involve?" for name in names])
    reference = _REFERENCE.search(form) or _PRONOUN.search(form)
    if (
        not reference
        or not _says_little(asked, form)
        or readers.contrast.nearest(_read_as(_ANY, form, reference)) < _NEAR
    ):
        return asked
    return _asking(asked, [_read_as(name, form, reference) for name in (*names, "each role")])


def clarify(asked: Understood) -> Draft:
    """The short question back, with the readings to choose from."""
    lead = _OF_WHAT if _MEASURE.search(normalise(asked.question).strip(" ?!.,")) else _WHICH_ROLE
    return Draft(kind=Kind.QUESTION, lead=lead, choices=asked.choices)


def _asking(asked: Understood, choices: Sequence[str]) -> Understood:
    return replace(asked, intent=Intent.CLARIFY, choices=tuple(choices)) if len(choices) > 1 else asked


def _says_little(asked: Understood, form: str) -> bool:
    """Whether nothing but plain words is asked, and no choice: "is it hard?"."""
    return (
        not _CHOICE.search(form)
        and (asked.guessed or not asked.attributes)
        and set(content_stems(form)) <= plain_stems()
    )


def _read_as(name: str, form: str, reference: re.Match[str]) -> str:
    """The question with what it refers to named."""
    text = f"{form[: reference.start()]}{name}{form[reference.end() :]}?"
    return text[:1].upper() + text[1:]
