"""What differs between two answers to one question. Pure.

Two answers say the same in substance where they are of one kind, advise the same role, make the same claims and rest on
the same guides. A claim in other words is the same one only where nothing that counts was changed: no figure, no
denial, no word of meaning for another (`advisor.verify.near_copy` tells). In doubt it is another claim: a person looks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from advisor.domain import Answer, Basis, Kind
from advisor.text import figures, normalise
from advisor.verify.near_copy import near_copy
from advisor.verify.reading import read


class Difference(StrEnum):
    SAME = "same"
    REWORDED = "reworded"
    OTHER_CLAIMS = "other claims"
    OTHER_SOURCES = "other sources"
    NOW_DECLINED = "now declined"
    NOW_ANSWERED = "now answered"
    OTHER_KIND = "other kind"  # asks back, or talks, where it answered

    @property
    def in_substance(self) -> bool:
        return self not in (Difference.SAME, Difference.REWORDED)


@dataclass(frozen=True, slots=True)
class Compared:
    """`lost` and `new` are claims of one answer that the other does not make in any words."""

    difference: Difference
    lost: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    guides_lost: tuple[str, ...] = ()
    guides_new: tuple[str, ...] = ()


def compare_answers(before: Answer, after: Answer) -> Compared:
    old, new = ([c.text for c in answer.claims if c.basis is not Basis.LIBRARY] for answer in (before, after))
    lost, fresh = _unmatched(old, new), _unmatched(new, old)
    had, has = (dict.fromkeys(source.guide_id for source in answer.citations) for answer in (before, after))
    return Compared(
        _difference(before, after, bool(lost or fresh), set(had) != set(has)),
        tuple(lost),
        tuple(fresh),
        tuple(guide for guide in had if guide not in has),
        tuple(guide for guide in has if guide not in had),
    )


def _difference(before: Answer, after: Answer, other_claims: bool, other_sources: bool) -> Difference:
    if before.kind != after.kind:
        return _of_kinds(before.kind, after.kind)
    why, why_now = (answer.declined and answer.declined.reason for answer in (before, after))
    if other_claims or why != why_now or before.recommended_role != after.recommended_role:
        return Difference.OTHER_CLAIMS
    if other_sources:
        return Difference.OTHER_SOURCES
    said, says = (
        [normalise(text) for text in (answer.answer, *(claim.text for claim in answer.claims))]
        for answer in (before, after)
    )
    return Difference.SAME if said == says else Difference.REWORDED


def _of_kinds(before: Kind, after: Kind) -> Difference:
    if after is Kind.DECLINED:
        return Difference.NOW_DECLINED
    return Difference.NOW_ANSWERED if before is Kind.DECLINED else Difference.OTHER_KIND


def _unmatched(claims: Sequence[str], others: Sequence[str]) -> list[str]:
    return [claim for claim in claims if not any(_same(claim, other) for other in others)]


def _same(one: str, other: str) -> bool:
    if normalise(one) == normalise(other):
        return True
    if figures(one) != figures(other):
        return False
    return _says(one, other) and _says(other, one)


def _says(one: str, other: str) -> bool:
    """Whether each sentence of one is a faithful near copy of a sentence of the other."""
    told, known = read(one), read(other)
    laid = [near_copy(sentence, tuple(known.sentences)) for sentence in told.sentences]
    return bool(laid) and all(copy is not None and not copy.changes and not copy.replaced for copy in laid)
