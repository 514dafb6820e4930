"""Chooses from ranked evidence what is said: the best first, nothing twice, several guides, few words."""

from collections.abc import Iterable, Sequence

from advisor.answer.evidence import Evidence, Piece

CLAIMS_AT_MOST = 5
WORDS_AT_MOST = 105
_WITHIN = 0.25  # of the best score: what is further away is not said
_SAME = 0.7  # share of the shorter piece's words: said already
_SAME_FIGURES = 0.5
_STALE = 0.12  # more that a piece may lose by repeating before it is left out
_REPEATS, _SAME_GUIDE = 0.2, 0.04  # what overlap, and each sentence of a guide already heard, take off a score


def choose(
    ranked: Sequence[Evidence],
    *,
    most: int = CLAIMS_AT_MOST,
    words: int = WORDS_AT_MOST,
    within: float = _WITHIN,
    said: Iterable[Piece] = (),
) -> list[Evidence]:
    """The best pieces, each new beside those before it (maximal marginal relevance); the first is always taken."""
    chosen: list[Evidence] = []
    told = list(said)
    left = words
    candidates = [e for e in ranked if e.score >= ranked[0].score - within]
    while candidates and len(chosen) < most:
        best = max(candidates, key=lambda e: _worth(e, told, chosen))
        candidates.remove(best)
        length = len(best.piece.text.split())
        stale = any(_overlap(best.piece, piece) >= _enough(best.piece, piece) for piece in told)
        if stale or (chosen and (length > left or _worth(best, told, chosen) < ranked[0].score - within - _STALE)):
            continue
        chosen.append(best)
        told.append(best.piece)
        left -= length
    return chosen


def _enough(piece: Piece, told: Piece) -> float:
    """The share of words that makes a piece stale; of two with the same figures the second adds little."""
    return _SAME_FIGURES if piece.figures and piece.figures <= told.figures else _SAME


def _worth(evidence: Evidence, told: Sequence[Piece], chosen: Sequence[Evidence]) -> float:
    """The score, less for what was said already and for a guide heard already."""
    overlap = max((_overlap(evidence.piece, piece) for piece in told), default=0.0)
    heard = sum(e.piece.passage.guide_id == evidence.piece.passage.guide_id for e in chosen)
    return evidence.score - _REPEATS * overlap - _SAME_GUIDE * heard


def with_each_role(chosen: list[Evidence], ranked: Sequence[Evidence], roles: Sequence[str]) -> list[Evidence]:
    """Where several roles are asked about, each is spoken of if the library speaks of it nearly as well."""
    for role in roles:
        if any(role in e.piece.roles for e in chosen):
            continue
        best = next((e for e in ranked if role in e.piece.roles and e.score > ranked[0].score - 2 * _WITHIN), None)
        if best is not None:
            chosen = [*chosen[: CLAIMS_AT_MOST - 1], best]
    return chosen


def with_each_attribute(
    chosen: list[Evidence], ranked: Sequence[Evidence], attributes: Sequence[str]
) -> list[Evidence]:
    """Where several things are asked at once, each is answered if the library speaks of it."""
    if len(attributes) < 2:
        return chosen
    kept = chosen[: max(1, CLAIMS_AT_MOST - len(attributes))]
    for attribute in attributes:
        if not any(attribute in told_of(e.piece) for e in kept):
            kept += [e for e in ranked if attribute in told_of(e.piece) and e not in kept][:1]
    return kept + [e for e in chosen if e not in kept][: CLAIMS_AT_MOST - len(kept)]


def told_of(piece: Piece) -> set[str]:
    """The attributes that a piece tells of, by its words or its heading."""
    return {*piece.attributes, *piece.heading_attributes}


def _overlap(a: Piece, b: Piece) -> float:
    """Share of the shorter one's words, where both speak of the same roles."""
    if set(a.roles) != set(b.roles) and set(a.roles) and set(b.roles):
        return 0.5 * _shared(a, b)
    return _shared(a, b)


def _shared(a: Piece, b: Piece) -> float:
    return len(a.stems & b.stems) / max(min(len(a.stems), len(b.stems)), 1)
