"""Answers a plain question with the sentences and cells that fit it best."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answer.computed import asks_how_far
from advisor.answer.define import title_caveats
from advisor.answer.described import asks_which
from advisor.answer.draft import Draft, claim_of
from advisor.answer.evidence import Evidence, Piece, Reader, Section
from advisor.answer.premise import put_right
from advisor.answer.select import CLAIMS_AT_MOST, choose, told_of, with_each_attribute, with_each_role
from advisor.answer.stance import argues_against, defines, gives_reason, is_rule, says_yes_or_no, speaks_against
from advisor.domain import Claim
from advisor.question.intent import Intent
from advisor.question.understood import Understood
from advisor.question.words_of_asking import plain_stems
from advisor.text import content_stems, normalise

_YES_NO = re.compile(
    r"^(?:and |so |but |ok,? |then )*(?:is|are|do|does|did|can|could|will|would|should|must|has|have|am|may)\b"
    r"|, (?:yes|right|correct|no)\?"
)
_QUANTITY = re.compile(
    r"\b(?:how (?:much|many|big|large|high|fast|far|long|often|hard|likely|competitive|difficult)|percent(?:age)?|share"
    r"|figures?|numbers?|rate|exact|odds|chances?)\b|%"
)
_AGAINST_IT = re.compile(
    r"\b(?:why not|against|wrong|downsides?|cons|drawbacks?|harder|hard|tough|difficult|boring|bad)\b"
)
_NOT_COVERED = re.compile(r"\b(?:not|n't) (?:cover|say|answer|know|tell)|\bmissing\b|\bleave out\b|\bgaps?\b")
_TITLES = re.compile(
    r"\b(?:titles?|postings?|job (?:ads?|adverts?|descriptions?|listings?)|openings?|vacanc(?:y|ies)|advertised)\b"
)
_FOR_FORM, _AGAINST_FORM, _FOR_GUIDES, _FOR_FIGURES, _FRAGMENT = 0.1, -0.15, 0.3, 0.1, -0.2
_CELL = -0.05  # a sentence reads better, unless little more than role and attribute is asked
_NEARLY_AS_GOOD = 0.15
_LOOKED_AT = 200  # pieces
_ENOUGH = 2  # pieces under a heading on what is asked: what only mentions it is then left out
_RIGHT = 3  # claims where a premise is put right
_BESIDE_IT = -0.1  # tells of nothing that the question names
_FRAGMENT_WORDS = 4  # a shorter piece says little alone


def look_up(asked: Understood, found: Sequence[Evidence], reader: Reader) -> Draft:
    """What is false in the question first, then the best sentences, then what there is to know of job titles."""
    ranked = lean(found, asked)
    roles = asked.roles
    if asks_which(asked):
        ranked, roles = _with_its_words(ranked, asked), asked.roles or reader.lexicon.covered
    right = put_right(asked, ranked, reader)
    chosen = with_each_attribute(choose(ranked), ranked, asked.attributes)
    chosen = with_each_role(_to_the_point(chosen, asked), ranked, roles)
    told = [claim_of(e.piece, reader.lexicon) for e in chosen]
    claims = [*right, *(claim for claim in told if claim not in right)][:CLAIMS_AT_MOST]
    if right:
        claims = claims[: max(_RIGHT, len(right))]
    return Draft(claims=tuple(with_title_caveat(claims, asked, reader)))


def _with_its_words(ranked: list[Evidence], asked: Understood) -> list[Evidence]:
    """Of the best, those that share a telling word with the question, if there are any."""
    telling = set(content_stems(asked.asked)) - plain_stems()
    return [e for e in ranked[:_LOOKED_AT] if telling & e.piece.stems] or ranked


def _to_the_point(chosen: Sequence[Evidence], asked: Understood) -> list[Evidence]:
    """Without what tells of nothing that the question names, unless it is nearly as good as the best."""
    named = () if asked.guessed else asked.attributes
    if len(named) == 1 and sum(named[0] in e.piece.heading_attributes for e in chosen) >= _ENOUGH:
        chosen = [e for e in chosen if named[0] in e.piece.heading_attributes or not e.piece.heading_attributes]
    return [
        e for e in chosen if not named or set(named) & told_of(e.piece) or e.score >= chosen[0].score - _NEARLY_AS_GOOD
    ]


def with_title_caveat(claims: list[Claim], asked: Understood, reader: Reader) -> list[Claim]:
    """Where job titles or ads are asked about: that they differ between companies, unless that is said already."""
    if not _TITLES.search(normalise(asked.asked)):
        return claims
    known = title_caveats(asked.roles or reader.lexicon.covered, asked, reader)
    cited = {c.start for claim in claims for c in claim.citations}
    if not known or any(e.piece.start in cited for e in known):
        return claims
    return [*claims[: CLAIMS_AT_MOST - 1], claim_of(known[0].piece, reader.lexicon)]


def lean(ranked: Sequence[Evidence], asked: Understood) -> list[Evidence]:
    """The ranking, leaning to the kind of sentence the question's form calls for."""
    leaned = [replace(e, score=e.score + _lean(e, asked)) for e in ranked]
    return sorted(leaned, key=lambda e: -e.score)


def _lean(evidence: Evidence, asked: Understood) -> float:
    piece, form = evidence.piece, normalise(asked.asked)
    text = piece.plain
    score = _CELL * (piece.fact is not None and not asked.is_bare)
    score += _FRAGMENT * (piece.is_fragment or (piece.fact is None and len(text.split()) < _FRAGMENT_WORDS))
    if says_yes_or_no(text):
        score += _FOR_FORM / 2 if _YES_NO.search(form) else _AGAINST_FORM
    if _QUANTITY.search(form) and piece.figures:
        score += _FOR_FIGURES
    if _AGAINST_IT.search(form) and argues_against(text):
        score += _FOR_FORM
    if asked.attributes and not asked.guessed and not set(asked.attributes) & told_of(piece):
        score += _BESIDE_IT
    if asks_how_far(form) and piece.section is Section.COMPUTED:
        score += 2 * _FOR_FIGURES
    return score + _by_intent(piece, text, asked)


def _is_advised(piece: Piece, asked: Understood) -> bool:
    """Whether a piece is on the role that the answer before advised: why it, is asked, not why not."""
    return asked.previous is not None and asked.previous.recommended_role in piece.roles


def _by_intent(piece: Piece, text: str, asked: Understood) -> float:
    match asked.intent:
        case Intent.AGAINST:
            return 2 * _FOR_FORM if speaks_against(text) else _AGAINST_FORM if is_rule(text) else 0.0
        case Intent.WHY:
            return _FOR_FORM * gives_reason(text) + _AGAINST_FORM * (_is_advised(piece, asked) and speaks_against(text))
        case Intent.DEFINE if set(asked.attributes) <= {"definition"}:
            return _FOR_FORM if defines(text) else 0.0
        case Intent.LIBRARY | Intent.SOURCE:
            if _NOT_COVERED.search(normalise(asked.asked)):
                return _FOR_GUIDES * (piece.section is Section.SILENT)
            about = piece.section in {Section.ABOUT, Section.CAVEAT}
            named = not asked.guides or piece.passage.guide_id in asked.guides
            return _FOR_GUIDES * (0.5 * about + 0.5 * named)
    return 0.0
