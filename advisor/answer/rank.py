"""Ranks the pieces of a library by how well they fit a question. Weights are added to the cosine of the sentence."""

from dataclasses import dataclass

import numpy as np

from advisor.answer.audience import written_for
from advisor.answer.evidence import Evidence, Piece, Reader, Section
from advisor.answer.nearness import Nearness, blend
from advisor.question.intent import Intent
from advisor.question.understood import Understood
from advisor.question.words_of_asking import plain_stems
from advisor.text import content_stems, figures

CANDIDATES = 160  # units ranked closely; the rest of a large library is left to the search
_SAME_ROLE, _ALSO_ROLE, _NAMED_LATER, _OTHER_ROLE = 0.12, 0.05, 0.0, -0.35
_SAME_ATTRIBUTE, _HEADING_TOO, _OTHER_ATTRIBUTE = 0.12, 0.03, -0.04
_EVERY_ATTRIBUTE = 0.06  # of several asked about at once
_BARE_FACT = 0.1  # a table cell, where little more than role and attribute is asked
_SAME_FIGURE, _ASIDE, _NAMED_GUIDE, _SAID, _FOR_THEM = 0.25, -0.12, 0.15, -0.07, 0.1
_OWN_WORDS, _TELLING_WORDS = 0.25, 0.5  # shares of a follow-up's own words beside what it was resolved to


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a question asks for, taken apart once for all pieces."""

    roles: frozenset[str]
    attributes: frozenset[str]
    figures: frozenset[float | str]
    guides: frozenset[str]
    written_for: str | None  # the guide whose audience the person belongs to
    said: frozenset[tuple[int, str]]  # place and words of what was just quoted
    about_guides: bool
    bare: bool


def rank(asked: Understood, reader: Reader, *, query: str = "") -> list[Evidence]:
    """Every near piece, best first."""
    near = _nearness(asked, reader, query or asked.standalone)
    wanted = _wanted(asked, reader)
    found: dict[tuple[str, int, int], Evidence] = {}
    for place in np.argsort(-near.score, kind="stable")[:CANDIDATES]:
        for piece in reader.pieces(int(reader.sentences.rows[place])):
            key = (piece.passage.guide_id, piece.start, piece.end)
            score = float(near.score[place]) + _fit(piece, wanted)
            if key not in found or found[key].score < score:
                found[key] = Evidence(piece, score, float(near.similarity[place]))
    return sorted(found.values(), key=lambda e: (-e.score, e.piece.passage.guide_id, e.piece.start))


def _wanted(asked: Understood, reader: Reader) -> _Wanted:
    return _Wanted(
        roles=frozenset(asked.roles),
        attributes=frozenset(asked.attributes),
        figures=figures(asked.asked),
        guides=frozenset(asked.guides),
        written_for=written_for(asked.person, reader),
        said=asked.said,
        about_guides=asked.intent in {Intent.LIBRARY, Intent.SOURCE},
        bare=asked.is_bare,
    )


def _nearness(asked: Understood, reader: Reader, query: str) -> Nearness:
    """To the query; of a follow-up the words themselves count a little beside what it was resolved to."""
    near = reader.sentences.nearness(query)
    if asked.previous is None or query == asked.asked or not content_stems(asked.asked):
        return near
    own = reader.sentences.nearness(asked.asked)
    telling = set(content_stems(reader.lexicon.without_roles(asked.asked))) - plain_stems()
    share = _TELLING_WORDS if telling else _OWN_WORDS
    return blend([(1 - share, near), (share, own)])


def _fit(piece: Piece, wanted: _Wanted) -> float:
    """How well a piece suits the roles, attributes, figures and guides of a question, beside its nearness."""
    score = _role_fit(piece, wanted.roles) + _attribute_fit(piece, wanted)
    if wanted.figures & piece.figures:
        score += _SAME_FIGURE
    if piece.passage.guide_id in wanted.guides:
        score += _NAMED_GUIDE
    if piece.passage.guide_id == wanted.written_for:
        score += _FOR_THEM
    if not wanted.about_guides:
        score += _ASIDE * (piece.section in {Section.ABOUT, Section.SILENT}) * (0.5 if piece.says_silence else 1.0)
        score += _SAID * ((piece.start, piece.text) in wanted.said)
    return score


def _role_fit(piece: Piece, wanted: frozenset[str]) -> float:
    """Of one role alone is best; of a sentence on several, it is about the one named first."""
    told = frozenset(piece.roles)
    if not wanted or not told:
        return 0.0
    if wanted == told:
        return _SAME_ROLE
    if len(wanted) == 1 and wanted < told and piece.roles[0] not in wanted:
        return _NAMED_LATER
    if wanted <= told or told <= wanted:
        return _ALSO_ROLE
    return 0.0 if wanted & told else _OTHER_ROLE


def _attribute_fit(piece: Piece, wanted: _Wanted) -> float:
    if not wanted.attributes:
        return 0.0
    named, headed = wanted.attributes & set(piece.attributes), wanted.attributes & set(piece.heading_attributes)
    if len(wanted.attributes) > 1 and wanted.attributes == named | headed:
        return _SAME_ATTRIBUTE + _EVERY_ATTRIBUTE
    if headed:
        return _SAME_ATTRIBUTE + (_BARE_FACT if piece.fact and wanted.bare else _HEADING_TOO if named else 0.0)
    if named:
        return _SAME_ATTRIBUTE
    return _OTHER_ATTRIBUTE if piece.heading_attributes or piece.attributes else 0.0
