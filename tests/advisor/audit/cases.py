"""Answers and reviews for figures to be worked out of."""

from dataclasses import replace

from advisor.audit.review import ClaimReview, Judgement, Review, Stratum
from advisor.domain import Answer
from tests.samples import ANSWER, DECLINED, QUOTED


def answer(record: str, *, claims: int = 1, declined: bool = False, **changes) -> Answer:
    made = replace(DECLINED if declined else ANSWER, record_id=record, dropped_claims=())
    return replace(made, claims=() if declined else (QUOTED,) * claims, **changes)


def review(record: str, *, by: str = "ana", stratum: Stratum = Stratum.RANDOM, at: str = "", **said) -> Review:
    claims = tuple(ClaimReview(place, Judgement(judgement)) for place, judgement in enumerate(said.pop("claims", ())))
    return Review(record, by, at or "2026-11-20T11:00:00+00:00", "r1", stratum, claims=claims, **said)
