"""Whether reviewers say the same of the same: raw agreement, Gwet's AC1, and κ beside it. Pure; numpy.

κ (Cohen's for two reviewers who judged all the same items, else Fleiss' for any number of them) falls towards 0 where
nearly all items get the same answer, however well reviewers agree; most of our answers are hoped to be right. AC1 does
not (Gwet, British Journal of Mathematical and Statistical Psychology 61, 2008, whose variance it is given with here).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.audit.interval import student
from advisor.audit.judged import Judged, Question
from advisor.audit.review import Review

Ratings = Sequence[Mapping[str, object]]  # for each item: what each reviewer said


@dataclass(frozen=True, slots=True)
class Agreement:
    """`items` were judged by two or more; without one nothing can be told and the figures are None."""

    items: int = 0
    reviewers: int = 0
    raw: float | None = None
    ac1: float | None = None
    low: float | None = None  # of AC1, 95 %
    high: float | None = None
    kappa: float | None = None  # None too where all said the same of everything: then it is not defined
    kappa_of: str = ""  # Cohen or Fleiss


def of_question(cases: Iterable[Judged], question: Question) -> Agreement:
    def told(review: Review) -> object:
        return getattr(review, question.value)

    return agreement(list(_rated([case for case in cases if case.said(question)], told)))


def of_claims(cases: Iterable[Judged]) -> Agreement:
    """On the judgement of each claim that was opened."""
    items: list[dict[str, object]] = []
    for case in cases:
        for place, _ in case.judgements():
            said = ((review.reviewer, claim) for review in case.reviews for claim in review.claims)
            items.append({name: claim.judgement for name, claim in said if claim.place == place})
    return agreement(items)


def agreement(ratings: Ratings) -> Agreement:
    """Of items some of which several reviewers rated; one rating alone counts for how common its category is."""
    rated = [item for item in ratings if item]
    categories = sorted({category for item in rated for category in item.values()}, key=repr)
    table = np.array([[Counter(item.values())[c] for c in categories] for item in rated], dtype=float)
    raters = {name for item in rated for name in item}
    if not any(len(item) > 1 for item in rated):
        return Agreement(reviewers=len(raters))
    raw, ac1, spread = _ac1(table)
    half = student(len(table) - 1) * spread if len(table) > 1 else 2.0
    named, kappa = _kappa(rated, table)
    several = sum(len(item) > 1 for item in rated)
    return Agreement(several, len(raters), raw, ac1, max(-1.0, ac1 - half), min(1.0, ac1 + half), kappa, named)


def _rated(cases: Iterable[Judged], told: Callable[[Review], object]) -> Iterable[Mapping[str, object]]:
    for case in cases:
        yield {review.reviewer: said for review in case.reviews if (said := told(review)) is not None}


def _ac1(table: NDArray[np.float64]) -> tuple[float, float, float]:
    """Raw agreement, AC1 and its standard error; all agree where there is but one category."""
    ratings, agreed = _agreed(table)
    several = ratings > 1
    raw = float(agreed[several].mean())
    count, width = table.shape
    if width == 1:
        return raw, 1.0, 0.0
    common = (table / ratings[:, None]).mean(axis=0)
    chance = float((common * (1 - common)).sum()) / (width - 1)
    ac1 = (raw - chance) / (1 - chance)
    by_item = count / several.sum() * (agreed - chance * several) / (1 - chance)
    chances = (table @ (1 - common)) / ratings / (width - 1)
    linear = by_item - 2 * (1 - ac1) * (chances - chance) / (1 - chance)
    spread = float(((linear - ac1) ** 2).sum() / (count * max(count - 1, 1))) ** 0.5
    return raw, ac1, spread


def _agreed(table: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How many rated each item, and the share of pairs of them that said the same."""
    ratings = table.sum(axis=1)
    pairs = np.maximum(ratings * (ratings - 1), 1)
    return ratings, (table * (table - 1)).sum(axis=1) / pairs


def _kappa(rated: Ratings, table: NDArray[np.float64]) -> tuple[str, float | None]:
    names = sorted({name for item in rated for name in item})
    if len(names) == 2 and all(len(item) == 2 for item in rated):
        one, other = (Counter(item[name] for item in rated) for name in names)
        chance = sum(one[category] * other[category] for category in one) / len(rated) ** 2
        raw = sum(len(set(item.values())) == 1 for item in rated) / len(rated)
        return "Cohen", (raw - chance) / (1 - chance) if chance < 1 else None
    ratings, agreed = _agreed(table)
    common = (table / ratings[:, None]).mean(axis=0)
    chance = float((common**2).sum())
    raw = float(agreed[ratings > 1].mean())
    return "Fleiss", (raw - chance) / (1 - chance) if chance < 1 - 1e-12 else None
