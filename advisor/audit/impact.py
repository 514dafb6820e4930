"""What publishing a release would change: its passages, and the answers that rest on those that do not stay.

Asks through a function that it is given; knows no ledger and no graph.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from advisor.audit.difference import Compared, compare_answers
from advisor.audit.passages import Changes, compare_passages
from advisor.audit.past import Past
from advisor.domain import Answer
from advisor.interfaces import Library

Ask = Callable[[Sequence[str]], Answer]
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Touched:
    """A past answer that cites passages which do not stay, and what would be answered now.

    `after` and `compared` are None where it cannot be asked again: what the person wrote was erased.
    """

    before: Answer
    passages: tuple[str, ...]
    after: Answer | None = None
    compared: Compared | None = None


@dataclass(frozen=True, slots=True)
class Impact:
    published: str
    staged: str
    changes: Changes
    touched: tuple[Touched, ...]

    @property
    def counts(self) -> Counter[str]:
        """How many answers come out how."""
        return Counter(touched.compared.difference.value if touched.compared else "erased" for touched in self.touched)


def impact(
    before: Library, after: Library, citing: Callable[[Collection[str]], Iterable[Past]], ask: Ask, progress: Progress
) -> Impact:
    """`citing` gives the answers to people that rest on passages, `ask` asks `after`.

    Progress is told (step, done, of how many).
    """
    changes = compare_passages(before.passages.values(), after.passages.values())
    progress("reading past answers", 0, 1)
    resting = list(citing(changes.touched)) if changes.touched else []
    touched = []
    for done, given in enumerate(resting):
        progress("asking anew", done, len(resting))
        touched.append(_asked_anew(given, _cited(given.answer, changes.touched), ask))
    progress("asking anew", len(resting), len(resting))
    return Impact(before.release, after.release, changes, tuple(touched))


def _cited(answer: Answer, passages: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.passage_id for source in answer.citations if source.passage_id in passages))


def _asked_anew(given: Past, held: tuple[str, ...], ask: Ask) -> Touched:
    if not given.turns:
        return Touched(given.answer, held)
    after = ask(given.turns)
    return Touched(given.answer, held, after, compare_answers(given.answer, after))
