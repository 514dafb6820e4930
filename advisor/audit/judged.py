"""Audited answers beside what reviewers decided of them: the one place where the two meet. Pure.

An answer belongs to the random sample when any of its reviews does, however else it came up too: chance drew it. All
its reviewers then speak, each with their last word; where they differ, it counts by the share of them that say yes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from advisor.audit.interval import Cluster
from advisor.audit.review import ClaimReview, Judgement, Review, Stratum
from advisor.domain import Answer, Kind, Origin

PEOPLE = frozenset({Origin.CHAT, Origin.API})  # evaluations and replays are nobody's questions


class Question(StrEnum):
    """What is asked of a whole answer."""

    RIGHT = "right"
    COMPLETE = "complete"
    HARMFUL = "harmful"
    RIGHTLY_DECLINED = "rightly_declined"


@dataclass(frozen=True, slots=True)
class Judged:
    """One answer with the last review of each reviewer, by name."""

    answer: Answer
    reviews: tuple[Review, ...]
    stratum: Stratum
    weight: float = 1.0  # one over the chance with which it was drawn

    def said(self, question: Question) -> tuple[bool, ...]:
        """What those who decided said; right and complete are not asked of a declined answer, nor the other way."""
        declined = self.answer.kind is Kind.DECLINED
        if question is not Question.HARMFUL and declined != (question is Question.RIGHTLY_DECLINED):
            return ()
        return tuple(said for review in self.reviews if (said := getattr(review, question.value)) is not None)

    def judgements(self) -> Iterator[tuple[int, tuple[ClaimReview, ...]]]:
        """Each claim that was opened, by its place in the answer, with what was said of it."""
        by_place: dict[int, list[ClaimReview]] = defaultdict(list)
        for claim in (claim for review in self.reviews for claim in review.claims):
            if 0 <= claim.place < len(self.answer.claims):
                by_place[claim.place].append(claim)
        yield from ((place, tuple(said)) for place, said in sorted(by_place.items()))


def of_people(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    return tuple(answer for answer in answers if answer.origin in PEOPLE)


def judged(
    reviews: Iterable[Review], answers: Iterable[Answer], chances: Mapping[str, float] | None = None
) -> tuple[Judged, ...]:
    """The answers that have a review, in their order; reviews of other answers are left out.

    `chances`: by record, the known chance with which the random stratum drew it; without it all had the same.
    """
    last: dict[tuple[str, str], Review] = {}
    drawn: set[str] = set()
    for review in sorted(reviews, key=lambda review: review.at):
        last[review.record_id, review.reviewer] = review
        drawn |= {review.record_id} if review.stratum is Stratum.RANDOM else set()
    of: dict[str, list[Review]] = defaultdict(list)
    for (record, _), review in sorted(last.items()):
        of[record].append(review)
    return tuple(
        Judged(
            answer,
            tuple(of[answer.record_id]),
            Stratum.RANDOM if answer.record_id in drawn else of[answer.record_id][0].stratum,
            1 / chances[answer.record_id] if chances and answer.record_id in chances else 1.0,
        )
        for answer in answers
        if answer.record_id in of
    )


def whole(cases: Iterable[Judged], question: Question) -> list[Cluster]:
    """One for each answer of which somebody decided."""
    said = ((case, case.said(question)) for case in cases)
    return [Cluster(sum(yes) / len(yes), 1, case.weight) for case, yes in said if yes]


def by_claim(cases: Iterable[Judged], holds: Callable[[ClaimReview], bool]) -> list[Cluster]:
    """One for each answer of which claims were opened: of how many claims it holds."""
    found = []
    for case in cases:
        shares = [sum(map(holds, said)) / len(said) for _, said in case.judgements()]
        found.append(Cluster(sum(shares), len(shares), case.weight))
    return found


def is_supported(claim: ClaimReview) -> bool:
    return claim.judgement is Judgement.SUPPORTED


def in_stratum(cases: Sequence[Judged], stratum: Stratum) -> tuple[Judged, ...]:
    return tuple(case for case in cases if case.stratum is stratum)
