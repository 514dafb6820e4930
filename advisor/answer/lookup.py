"""Answers a plain question with the sentences and cells that fit it best."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answer.draft import Draft, claim_of
from advisor.answer.evidence import Evidence, Reader, Section, rank
from advisor.answer.select import choose, with_each_role
from advisor.question.intent import Intent
from advisor.question.understand import Understood
from advisor.text import normalise

_REASON = re.compile(r"\b(?:because|since|as they|so that|reasons?|due to|draws? on|overlap|hinges?|thanks to)\b")
_DEFINITION = re.compile(
    r"^(?:an? |the )?[\w /-]{2,40}? (?:is|are|means|builds?|looks? after|focus(?:es)?|works? on|runs?|owns?|designs?|deploys?)\b"
)
_FOR_REASONS, _FOR_DEFINITIONS, _FOR_GUIDES = 0.1, 0.1, 0.3


def look_up(asked: Understood, reader: Reader) -> Draft:
    ranked = lean(rank(asked, reader), asked)
    chosen = with_each_role(choose(ranked), ranked, asked.roles)
    return Draft(claims=tuple(claim_of(e.piece, reader.lexicon) for e in chosen), retrieved=tuple(ranked[:12]))


def lean(ranked: Sequence[Evidence], asked: Understood) -> list[Evidence]:
    """The ranking, leaning to the kind of sentence the question's form calls for."""
    leaned = [replace(e, score=e.score + _lean(e, asked)) for e in ranked]
    return sorted(leaned, key=lambda e: -e.score)


def _lean(evidence: Evidence, asked: Understood) -> float:
    text = normalise(evidence.piece.text)
    match asked.intent:
        case Intent.WHY:
            return _FOR_REASONS if _REASON.search(text) else 0.0
        case Intent.DEFINE if not asked.attributes:
            return _FOR_DEFINITIONS if _DEFINITION.search(text) else 0.0
        case Intent.LIBRARY | Intent.SOURCE:
            about = evidence.piece.section in {Section.ABOUT, Section.CAVEAT}
            named = not asked.guides or evidence.piece.passage.guide_id in asked.guides
            return _FOR_GUIDES * (0.5 * about + 0.5 * named)
    return 0.0
