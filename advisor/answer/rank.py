"""Ranks the pieces of a library by how well they fit a question. Weights are added to the cosine of the sentence."""

from dataclasses import dataclass

import numpy as np

from advisor.answer.audience import written_for
from advisor.answer.evidence import Evidence, Piece, Reader, Section
from advisor.interfaces import Vectors
from advisor.question.intent import Intent
from advisor.question.understood import Understood
from advisor.text import content_stems, figures

CANDIDATES = 160  # units ranked closely; the rest of a large library is left to the search
_SAME_ROLE, _ALSO_ROLE, _NAMED_LATER, _OTHER_ROLE = 0.12, 0.05, 0.0, -0.35
_SAME_ATTRIBUTE, _HEADING_TOO, _OTHER_ATTRIBUTE = 0.12, 0.03, -0.04
_EVERY_ATTRIBUTE = 0.06  # of several asked about at once
_BARE_FACT = 0.1  # a table cell, where little more than role and attribute is asked
_SAME_FIGURE, _LEXICAL, _ASIDE, _NAMED_GUIDE, _SAID, _FOR_THEM = 0.25, 0.15, -0.12, 0.15, -0.07, 0.1


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
    dense, lexical = _nearness(asked, reader, query or asked.standalone)
    fused = dense + np.float32(_LEXICAL) * _unit(lexical)
    wanted = _wanted(asked, reader)
    found: dict[tuple[str, int, int], Evidence] = {}
    for index in np.argsort(-fused, kind="stable")[:CANDIDATES]:
        for piece in reader.pieces(int(index)):
            key = (piece.passage.guide_id, piece.start, piece.end)
            score = float(fused[index]) + _fit(piece, wanted)
            if key not in found or found[key].score < score:
                found[key] = Evidence(piece, score, float(dense[index]))
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


def _nearness(asked: Understood, reader: Reader, query: str) -> tuple[Vectors, Vectors]:
    """Cosine and BM25 of every unit; a follow-up counts half by its own words, half by what it was resolved to."""
    scores = reader.scores(query)
    if asked.previous is None or query == asked.asked or not content_stems(asked.asked):
        return scores.dense, scores.lexical
    own = reader.scores(asked.asked)
    dense = (scores.dense + own.dense) / np.float32(2)
    return dense, _unit(scores.lexical) + _unit(own.lexical)


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


def _unit(values: Vectors) -> Vectors:
    most = float(values.max()) if values.size else 0.0
    return values / np.float32(most) if most > 0 else values
