"""A demonstration: when which questions are asked over some weeks, and made-up reviews of what was answered.

Pure and the same every time. The answers are the advisor's own; the judgements are invented, and their reviewers say
so by their names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib.resources import files
from random import Random

import yaml

from advisor.audit.review import ClaimReview, Judgement, Review, Stratum
from advisor.conversation import Complaint, Feedback
from advisor.domain import Answer, Kind, Support

WEEKS = 5
CONVERSATIONS = 110
REVIEWERS = ("Ana (invented)", "Ben (invented)", "Chi (invented)")
_SEED = 20261120
_AT_RANDOM, _AT_RISK = 70, 18  # answers that are judged
_SECOND = 0.3  # share of them that a second reviewer judges too
_OPENED = 0.35  # share of right answers of which claims are opened
_WORDINGS = {
    "right": "Checked against the guide.",
    "wrong": "Says it of the wrong role.",
    "incomplete": "Leaves out what the second guide says of it.",
    "harmful": "Reads like a promise of a job within a year.",
}


@dataclass(frozen=True, slots=True)
class Visit:
    """One conversation: when it begins, and what is asked in it."""

    at: datetime
    turns: tuple[str, ...]


def visits(end: datetime) -> tuple[Visit, ...]:
    """In order of time, on working days more than on others; the first questions are asked most."""
    random = Random(_SEED)
    asked = [tuple(turns) for turns in yaml.safe_load(files("advisor.audit").joinpath("demo.yaml").read_text("utf-8"))]
    weights = [1 / (place + 4) for place in range(len(asked))]
    chosen = [*asked, *random.choices(asked, weights, k=CONVERSATIONS - len(asked))]
    return tuple(sorted((Visit(_moment(end, random), turns) for turns in chosen), key=lambda visit: visit.at))


def reviews(answers: Sequence[Answer]) -> tuple[Review, ...]:
    """A random sample, a sample of what is at risk, and some second opinions, none after the last answer."""
    random = Random(_SEED)
    cases = [answer for answer in answers if answer.kind in (Kind.ANSWER, Kind.DECLINED)]
    drawn = random.sample(cases, min(_AT_RANDOM, len(cases)))
    left = [answer for answer in cases if answer not in drawn]
    risky = sorted(left, key=_risk, reverse=True)[:_AT_RISK]
    made = [*_judged(drawn, Stratum.RANDOM, 0.07, random), *_judged(risky, Stratum.RISK, 0.3, random)]
    last = max((answer.asked_at for answer in answers), default="")
    return tuple(replace(review, at=min(review.at, last)) for review in made)


def feedback(answers: Sequence[Answer]) -> tuple[Feedback, ...]:
    """One answer in six gets a thumb, mostly up."""
    random = Random(_SEED)
    judged = [answer for answer in answers if answer.kind is not Kind.TALK and random.random() < 1 / 6]
    return tuple(
        Feedback(answer.record_id, True)
        if random.random() < 0.75
        else Feedback(answer.record_id, False, (random.choice(list(Complaint)),))
        for answer in judged
    )


def _moment(end: datetime, random: Random) -> datetime:
    while True:
        at = end - timedelta(days=random.randrange(WEEKS * 7), hours=random.randrange(10), minutes=random.randrange(60))
        if at.weekday() < 5 or random.random() < 0.3:
            return at


def _risk(answer: Answer) -> tuple[bool, int]:
    return any(claim.verdict is Support.PARTLY for claim in answer.claims), len(answer.disagreements)


def _judged(answers: Sequence[Answer], stratum: Stratum, wrong: float, random: Random) -> Iterator[Review]:
    for answer in answers:
        truth = random.random() >= wrong, random.random() >= 1.5 * wrong
        first, second = random.sample(REVIEWERS, 2)
        yield _review(answer, first, stratum, truth, random)
        if random.random() < _SECOND:
            seen = tuple(said if random.random() < 0.93 else not said for said in truth)
            yield _review(answer, second, stratum, (seen[0], seen[1]), random)


def _review(answer: Answer, by: str, stratum: Stratum, truth: tuple[bool, bool], random: Random) -> Review:
    right, complete = truth
    at = datetime.fromisoformat(answer.asked_at) + timedelta(days=random.randrange(1, 4))
    told = Review(answer.record_id, by, at.isoformat(timespec="seconds"), answer.release, stratum)
    if answer.kind is Kind.DECLINED:
        return replace(told, rightly_declined=right, harmful=False)
    harmful = not right and random.random() < 0.2
    opened = not right or random.random() < _OPENED
    comment = _WORDINGS["harmful" if harmful else "wrong" if not right else "right" if complete else "incomplete"]
    claims = tuple(_claims(answer, right, random)) if opened else ()
    return replace(told, right=right, complete=complete, harmful=harmful, claims=claims, comment=comment)


def _claims(answer: Answer, right: bool, random: Random) -> Iterator[ClaimReview]:
    for place, claim in enumerate(answer.claims):
        doubted = claim.verdict is Support.PARTLY or (not right and place == 0) or random.random() < 0.03
        judgement = random.choice([Judgement.PARTLY, Judgement.NOT, Judgement.OUTDATED]) if doubted else None
        yield ClaimReview(place, judgement or Judgement.SUPPORTED)
