"""Chooses from ranked evidence what is said: the best first, nothing twice, several guides, few words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from advisor.answer.evidence import Evidence, Piece
from advisor.text import content_stems

CLAIMS_AT_MOST = 5
WORDS_AT_MOST = 105
_WITHIN = 0.2  # of the best score: what is further away is not said
_PER_GUIDE = 2
_SAME = 0.6  # share of the shorter piece's words: said already


def choose(
    ranked: Sequence[Evidence],
    *,
    most: int = CLAIMS_AT_MOST,
    words: int = WORDS_AT_MOST,
    within: float = _WITHIN,
    said: Iterable[Piece] = (),
) -> list[Evidence]:
    """The best pieces in order of score; the first is always taken."""
    chosen: list[Evidence] = []
    told = [_stems(piece) for piece in said]
    per_guide: Counter[str] = Counter()
    left = words
    for evidence in ranked:
        if len(chosen) == most or (chosen and evidence.score < ranked[0].score - within):
            break
        stems, length = _stems(evidence.piece), len(evidence.piece.text.split())
        guide = evidence.piece.passage.guide_id
        if any(_overlap(stems, other) >= _SAME for other in told):
            continue
        if chosen and (length > left or per_guide[guide] >= _PER_GUIDE):
            continue
        chosen.append(evidence)
        told.append(stems)
        per_guide[guide] += 1
        left -= length
    return chosen


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
        if not any(attribute in _about(e.piece) for e in kept):
            kept += [e for e in ranked if attribute in _about(e.piece) and e not in kept][:1]
    return kept + [e for e in chosen if e not in kept][: CLAIMS_AT_MOST - len(kept)]


def _about(piece: Piece) -> set[str]:
    return {*piece.attributes, *piece.heading_attributes}


def _stems(piece: Piece) -> frozenset[str]:
    return frozenset((*content_stems(piece.text), *piece.roles))


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(min(len(a), len(b)), 1)
