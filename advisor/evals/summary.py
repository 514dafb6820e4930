"""Scored conversations as numbers: in all, and for each category. Knows no rule of scoring."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from advisor.domain import Answer, CheckedClaim, Kind
from advisor.evals.cited import MAY_BE_SHOWN, UNCITED_BASES, quoted
from advisor.evals.conversation import Scored


@dataclass(frozen=True, slots=True)
class Numbers:
    """Shares from 0 to 1; None where there was nothing to measure."""

    items: int
    passed: float | None
    shape: float | None
    content: float | None
    cited: float | None
    choice: float | None
    false_decline: float | None  # of what must be answered
    answered_what_must_be_declined: float | None  # of what must be declined
    abstention_precision: float | None  # of what was declined and is marked either way
    abstention_recall: float | None
    sources_cited: float | None  # gold guides among those the last answer cites, mean over items
    sources_retrieved: float | None  # the same among those whose passages were retrieved
    citation_precision: float | None  # claims shown with a good verdict and every quote in its passage
    latency_p50_ms: float | None  # of one turn
    latency_p95_ms: float | None


def summarise(scored: Sequence[Scored], sources: Mapping[str, str]) -> Numbers:
    answerable = [s.last_kind == Kind.DECLINED for s in scored if s.item.must_be_answered]
    unanswerable = [s.last_kind == Kind.DECLINED for s in scored if s.item.must_be_declined]
    times = sorted(ms for s in scored for ms in s.asked.milliseconds)
    gold = [(s.asked.answers[-1], guides) for s in scored if s.asked.answers and (guides := gold_guides(s, sources))]
    return Numbers(
        items=len(scored),
        passed=_share(s.passed for s in scored),
        shape=_share(not s.problems.shape for s in scored),
        content=_share(not s.problems.content for s in scored),
        cited=_share(not s.problems.cited for s in scored),
        choice=_share(not s.problems.choice for s in scored),
        false_decline=_share(answerable),
        answered_what_must_be_declined=_share(not declined for declined in unanswerable),
        abstention_precision=_share([True] * sum(unanswerable) + [False] * sum(answerable)),
        abstention_recall=_share(unanswerable),
        sources_cited=_mean(_recall({c.guide_id for c in answer.citations}, guides) for answer, guides in gold),
        sources_retrieved=_mean(_recall({r.guide_id for r in answer.retrieved}, guides) for answer, guides in gold),
        citation_precision=_share(good for s in scored for answer in s.asked.answers for good in _citing_well(answer)),
        latency_p50_ms=_percentile(times, 0.50),
        latency_p95_ms=_percentile(times, 0.95),
    )


def by_category(scored: Sequence[Scored], sources: Mapping[str, str]) -> dict[str, Numbers]:
    categories = sorted({s.item.category for s in scored})
    return {name: summarise([s for s in scored if s.item.category == name], sources) for name in categories}


def gold_guides(scored: Scored, sources: Mapping[str, str]) -> set[str]:
    """The guides that hold the answer, as far as the sources are mapped; none where it must be declined."""
    if scored.item.must_be_declined:
        return set()
    return {sources[source] for source in scored.item.sources if source in sources}


def _citing_well(answer: Answer) -> Iterable[bool]:
    """For each claim shown that needs a citation, whether it has a good one."""
    sources = {source.n: source for source in answer.citations}

    def good(claim: CheckedClaim) -> bool:
        held = all(n in sources and quoted(sources[n]) for n in claim.citations)
        return bool(claim.citations) and held and claim.verdict in MAY_BE_SHOWN

    return [good(claim) for claim in answer.claims if claim.citations or claim.basis not in UNCITED_BASES]


def _recall(found: set[str], gold: set[str]) -> float:
    return len(found & gold) / len(gold)


def _share(outcomes: Iterable[bool]) -> float | None:
    return _mean(map(float, outcomes))


def _mean(numbers: Iterable[float]) -> float | None:
    given = list(numbers)
    return sum(given) / len(given) if given else None


def _percentile(ordered: Sequence[float], share: float) -> float | None:
    """The nearest-rank percentile of numbers in rising order."""
    return ordered[ceil(share * len(ordered)) - 1] if ordered else None
