"""What of the library was used: passages cited often, and those never cited. Pure.

Never cited does not mean useless: nobody may have asked, or another guide says the same.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor.domain import Answer, Passage

OFTEN_AT_MOST = 20  # passages


@dataclass(frozen=True, slots=True)
class Use:
    """How many answers cited a passage; `there` is False where the library holds it no more."""

    passage_id: str
    guide_id: str
    heading: str
    words: str
    answers: int
    there: bool = True


@dataclass(frozen=True, slots=True)
class Coverage:
    passages: int
    cited: int  # of those that the library holds
    often: tuple[Use, ...]
    never: tuple[Use, ...]  # in the library's order
    by_guide: Mapping[str, tuple[int, int]]  # passages cited, of how many


def coverage(answers: Iterable[Answer], passages: Mapping[str, Passage]) -> Coverage:
    counts, gone = _counted(answers)
    uses = [_use(passage, counts[id_]) for id_, passage in passages.items()]
    often = [use for use in uses if use.answers] + [
        Use(*told, answers=counts[id_], there=False) for id_, told in gone.items() if id_ not in passages
    ]
    held = Counter(passage.guide_id for passage in passages.values())
    used = Counter(use.guide_id for use in uses if use.answers)
    return Coverage(
        passages=len(uses),
        cited=sum(use.answers > 0 for use in uses),
        often=tuple(sorted(often, key=lambda use: -use.answers)[:OFTEN_AT_MOST]),
        never=tuple(use for use in uses if not use.answers),
        by_guide={guide: (used[guide], held[guide]) for guide in held},
    )


def _counted(answers: Iterable[Answer]) -> tuple[Counter[str], dict[str, tuple[str, str, str, str]]]:
    """By passage: in how many answers it was cited, and what it was when it was."""
    counts: Counter[str] = Counter()
    told: dict[str, tuple[str, str, str, str]] = {}
    for answer in answers:
        sources = {source.passage_id: source for source in answer.citations}
        counts.update(sources.keys())
        told |= {id_: (id_, source.guide_id, source.heading, source.passage) for id_, source in sources.items()}
    return counts, told


def _use(passage: Passage, answers: int) -> Use:
    return Use(passage.id, passage.guide_id, " > ".join(passage.heading), passage.text, answers)
