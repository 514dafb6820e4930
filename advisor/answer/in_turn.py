"""Answers the clauses of a question in order: "What does A earn, and which degree does B need?"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor.answer.asked_like import asked_like_a_known_one
from advisor.answer.draft import Draft
from advisor.answer.evidence import Reader
from advisor.answer.lookup import look_up
from advisor.answer.rank import rank
from advisor.domain import Claim
from advisor.question.intent import Intent
from advisor.question.understood import Understood
from advisor.text import content_stems

_SPLIT = re.compile(
    r"\?\s+(?:and\s+)?|[,;]\s+(?:and\s+)?(?=(?:what|how|which|who|where|when|does|do|is|are|can)\b)"
    r"|,?\s+(?:and|plus)\s+(?:also\s+)?(?=(?:what|how|which|who|where|does|do|the|its|their|with (?:whom|who))\b)",
    re.IGNORECASE,
)
_CLAUSES_AT_MOST = 3
_CLAIMS_EACH = 2
_PLAIN = {Intent.LOOKUP, Intent.DEFINE}


@dataclass(frozen=True)
class _Clause:
    words: str
    roles: tuple[str, ...]
    attributes: tuple[str, ...]


def in_turn(asked: Understood, reader: Reader) -> Draft | None:
    """A short answer to each clause; None where one thing is asked, or the same of several roles."""
    if asked.described and asked.intent in _PLAIN:
        return _which_then_what(asked, reader)
    clauses = list(_clauses(asked, reader)) if asked.intent in _PLAIN else []
    if not 1 < len(clauses) <= _CLAUSES_AT_MOST or not all(c.attributes and len(c.roles) == 1 for c in clauses):
        return None
    if len({c.attributes for c in clauses}) < len(clauses):
        return None
    return _joined(tuple(claim for clause in clauses for claim in _told(asked, clause, reader)[:_CLAIMS_EACH]))


def _which_then_what(asked: Understood, reader: Reader) -> Draft:
    """First which role it is, in the guides' words, then what is asked of it."""
    names = {reader.lexicon.role_names[role] for role in asked.roles}
    which = _told(asked, _Clause(asked.described, (), reader.lexicon.attribute_ids(asked.described)), reader)
    settled = [c for c in which if names & {reader.lexicon.role_names[r] for r in reader.lexicon.role_ids(c.text)}]
    rest = list(_clauses(asked, reader))
    each = rest if len(rest) > 1 else [_Clause(asked.asked, asked.roles, asked.attributes)]
    most = _CLAIMS_EACH if len(each) > 1 else _CLAIMS_EACH + 1
    return _joined((*settled[:1], *(claim for clause in each for claim in _told(asked, clause, reader)[:most])))


def _clauses(asked: Understood, reader: Reader) -> Iterator[_Clause]:
    """The clauses with what each names; one that names no role goes on about that of the clause before."""
    roles = asked.roles
    for words in _SPLIT.split(asked.asked):
        if not content_stems(words):
            continue
        roles = reader.lexicon.role_ids(words) or (roles if len(roles) == 1 else ())
        yield _Clause(words.strip(" ,;?."), roles, reader.lexicon.attribute_ids(words))


def _told(asked: Understood, clause: _Clause, reader: Reader) -> tuple[Claim, ...]:
    names = " and ".join(reader.lexicon.role_names[role] for role in clause.roles)
    alone = replace(
        asked,
        asked=clause.words,
        standalone=f"{clause.words} ({names})?" if names else f"{clause.words}?",
        roles=clause.roles,
        attributes=clause.attributes,
        guessed=not clause.attributes,
        previous=None,
    )
    alone = asked_like_a_known_one(alone, reader)
    return look_up(alone, rank(alone, reader), reader).claims


def _joined(claims: tuple[Claim, ...]) -> Draft:
    return Draft(claims=tuple(dict.fromkeys(claims)))
