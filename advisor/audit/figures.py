"""What reviews add up to: rates of the random sample, and apart from them what the risk sample brought up. Pure.

Risk comes first in the queue so that bad answers are found: their share among all answers cannot be told from it. Only
the random stratum has an interval; with known chances of being drawn it is weighted by them (Hájek's estimator).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from advisor.audit.interval import Cluster, Rate, rate
from advisor.audit.judged import Judged, Question, by_claim, in_stratum, is_supported, whole
from advisor.audit.review import Stratum


@dataclass(frozen=True, slots=True)
class Count:
    """So many of so many, where that is no rate of anything else."""

    yes: float
    of: int


@dataclass(frozen=True, slots=True)
class Rates:
    """Of the random sample; each question by its name in `Question`."""

    answers: Mapping[Question, Rate]
    claims: Rate  # supported, of those that were opened
    opened: int  # answers of the sample of which claims were opened
    sample: int  # answers of the sample


@dataclass(frozen=True, slots=True)
class BroughtUp:
    """What was judged because it was at risk, or because somebody picked it: counts, no rates."""

    answers: Mapping[Question, Count]
    claims: Count
    sample: int


@dataclass(frozen=True, slots=True)
class Figures:
    random: Rates
    risk: BroughtUp
    picked: BroughtUp
    reviewers: tuple[str, ...]


def figures(cases: Sequence[Judged]) -> Figures:
    return Figures(
        random=_rates(in_stratum(cases, Stratum.RANDOM)),
        risk=_brought_up(in_stratum(cases, Stratum.RISK)),
        picked=_brought_up(in_stratum(cases, Stratum.PICKED)),
        reviewers=tuple(sorted({review.reviewer for case in cases for review in case.reviews})),
    )


def _rates(cases: Sequence[Judged]) -> Rates:
    claims = by_claim(cases, is_supported)
    return Rates(
        answers={question: rate(whole(cases, question)) for question in Question},
        claims=rate(claims),
        opened=sum(cluster.of > 0 for cluster in claims),
        sample=len(cases),
    )


def _brought_up(cases: Sequence[Judged]) -> BroughtUp:
    return BroughtUp(
        answers={question: _count(whole(cases, question)) for question in Question},
        claims=_count(by_claim(cases, is_supported)),
        sample=len(cases),
    )


def _count(clusters: Iterable[Cluster]) -> Count:
    clusters = list(clusters)
    return Count(sum(cluster.yes for cluster in clusters), round(sum(cluster.of for cluster in clusters)))
