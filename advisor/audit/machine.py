"""The machine's check of claims against people: how far its "supported" can be relied on. Pure.

Only claims that cite something are compared, by what their words say: an outdated passage still supports what it says,
so that is held against the library and not against the check. Claims that the check refused were never shown, nobody
judged them, and recall knows only what it let through.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.audit.interval import Cluster, Rate, rate
from advisor.audit.judged import Judged
from advisor.audit.review import ClaimReview, Judgement
from advisor.domain import Support

_SAID = frozenset({Judgement.SUPPORTED, Judgement.OUTDATED})


@dataclass(frozen=True, slots=True)
class Machine:
    """`precision`: of what it called supported, what people did. `recall`: of what people did, what it called so."""

    precision: Rate
    recall: Rate
    both: float  # claims, by what both said
    only_machine: float
    only_people: float
    neither: float


def machine(cases: Iterable[Judged]) -> Machine:
    cells = [_cells(case) for case in cases]
    weighted = [(case_cells, weight) for case_cells, weight in cells if sum(case_cells)]
    both, only_machine, only_people, neither = (sum(c[n] for c, _ in weighted) for n in range(4))
    return Machine(
        precision=rate([Cluster(c[0], c[0] + c[1], weight) for c, weight in weighted]),
        recall=rate([Cluster(c[0], c[0] + c[2], weight) for c, weight in weighted]),
        both=both,
        only_machine=only_machine,
        only_people=only_people,
        neither=neither,
    )


def _cells(case: Judged) -> tuple[tuple[float, float, float, float], float]:
    """Claims of one answer: both say supported, only the machine, only people, neither; and its weight."""
    found = [0.0, 0.0, 0.0, 0.0]
    for place, said in case.judgements():
        claim = case.answer.claims[place]
        if claim.citations:
            by_people = sum(map(_is_said, said)) / len(said)
            by_machine = claim.verdict is Support.SUPPORTED
            found[0 if by_machine else 2] += by_people
            found[1 if by_machine else 3] += 1 - by_people
    return (found[0], found[1], found[2], found[3]), case.weight


def _is_said(claim: ClaimReview) -> bool:
    return claim.judgement in _SAID
