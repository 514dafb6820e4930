"""A judgement as its form sends it, and back. Pure; knows no page."""

from collections.abc import Mapping

from advisor.audit.review import ClaimReview, Judgement, Review, Stratum
from advisor.domain import Answer, Kind

YES, NO = "yes", "no"
ANSWERED = ("right", "complete", "harmful")
DECLINED = ("rightly_declined", "harmful")
REASONS = ("figure", "role", "scope", "missing", "wording", "source", "other")


def asked_of(answer: Answer) -> tuple[str, ...]:
    """The questions about it, by the fields of a review."""
    return DECLINED if answer.kind == Kind.DECLINED else ANSWERED


def review_of(answer: Answer, reviewer: str, sent: Mapping[str, object]) -> Review:
    """What was sent; what is not in our words counts as left open."""
    said = {name: str(value) for name, value in sent.items()}
    judged = {name: {YES: True, NO: False}.get(said.get(name, "")) for name in asked_of(answer)}
    claims = (_claim(place, said) for place in range(len(answer.claims)))
    return Review(
        answer.record_id,
        reviewer,
        at="",
        release=answer.release,
        stratum=Stratum.PICKED,
        claims=tuple(claim for claim in claims if claim),
        comment=said.get("comment", ""),
        better=said.get("better", ""),
        **judged,
    )


def _claim(place: int, said: Mapping[str, str]) -> ClaimReview | None:
    judgement = said.get(f"claim-{place}", "")
    if judgement not in list(Judgement):
        return None
    reason = said.get(f"reason-{place}", "")
    return ClaimReview(
        place,
        Judgement(judgement),
        reason if reason in REASONS else "",
        said.get(f"comment-{place}", ""),
        said.get(f"better-{place}", ""),
    )
