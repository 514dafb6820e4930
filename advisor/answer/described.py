"""Finds the role that a question describes instead of naming: "the role that grows faster", "the better paid one"."""

import re
from dataclasses import replace

from advisor.answer.evidence import Evidence, Reader, Section
from advisor.answer.rank import rank
from advisor.question.understood import Understood
from advisor.text import content_stems, normalise

_KIND = r"(?:roles?|one|jobs?|path|career)"
_DESCRIBED = re.compile(
    rf"(?:\b(?:take |for |in |of |about )?the |^)(?P<before>(?!which)(?:[\w-]+ ){{1,3}}?)?{_KIND}\b"
    r"(?P<after> (?:that(?:'s)?|which|with|w/|who|where|whose) [^,:;?]+)?"
    r"|\b(?:considering )?which(?:ever)? (?:(?:one )?of the (?:two )?)?(?:\w+ )?(?P<asked>[^,:;?]{5,60}), "
    r"(?=.*\b(?:its?|there|that)\b)"
)
_COMPARES = re.compile(
    r"\b(?:more|less|most|least|better|best|worse|faster|slower|higher|lower|easier|harder|steeper|bigger|smaller|greater"
    r"|longer|shorter|larger|nearer|closer|stronger|\w+est)\b"
)
_READ = 3


def with_described_role(asked: Understood, reader: Reader) -> Understood:
    """The question about the role it describes; unchanged where it names one or describes none."""
    match = _DESCRIBED.search(normalise(asked.asked))
    if asked.roles or match is None:
        return asked
    description = f"{match['before'] or ''}{match['after'] or match['asked'] or ''}".strip()
    rest = normalise(asked.asked).replace(match[0], " ").strip(" ,:;?")
    if (
        not content_stems(description)
        or not (match["after"] or match["asked"] or _COMPARES.search(description))
        or not rest
    ):
        return asked
    role = _role_of(description, asked, reader)
    if role is None:
        return asked
    name = reader.lexicon.role_names[role]
    attributes = tuple(a for a in asked.attributes if a in reader.lexicon.attribute_ids(rest))
    return replace(asked, roles=(role,), attributes=attributes, asked=rest, standalone=f"{rest} ({name})?")


def _role_of(description: str, asked: Understood, reader: Reader) -> str | None:
    """The role that the nearest sentences give the description to; in "X ... than Y" that is X."""
    plain = replace(asked, asked=description, standalone=description, roles=(), previous=None)
    votes: dict[str, float] = {}
    for evidence in [e for e in rank(plain, reader) if _settles(e, reader)][:_READ]:
        role = next(r for r in reader.lexicon.role_ids(evidence.piece.text) if r in reader.lexicon.covered)
        votes[role] = votes.get(role, 0.0) + evidence.similarity
    return max(votes, key=lambda role: votes[role], default=None)


def _settles(evidence: Evidence, reader: Reader) -> bool:
    """Whether the words themselves compare, and name a role that the library is about."""
    piece = evidence.piece
    named = set(reader.lexicon.role_ids(piece.text)) & set(reader.lexicon.covered)
    told_apart = len(named) == 1 or _COMPARES.search(piece.plain)
    return bool(named and piece.section is not Section.SILENT and told_apart)
