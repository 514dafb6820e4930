"""Scores the fit quiz by the guides' rule: most yes answers give the direction, an even split is a tie. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.domain import Statement
from advisor.question.quiz import Reply


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of a quiz: a direction, or None for a tie, and the statements that were agreed with."""

    role: str | None
    yes: Mapping[str, int]  # yes answers of each role, all roles of the quiz named
    agreed: tuple[Statement, ...]  # in the order they were put

    @property
    def leaning(self) -> tuple[int, int]:
        """How many of how many yes answers speak for the direction, or for the first of those that tie."""
        return max(self.yes.values(), default=0), len(self.agreed)

    @property
    def deciding(self) -> tuple[Statement, ...]:
        """What decided it: the agreed statements of the direction, or all that are agreed where it is a tie."""
        return tuple(statement for statement in self.agreed if self.role in (None, statement.role))


def score(statements: Sequence[Statement], replies: Mapping[str, Reply]) -> Result:
    """The role with more yes answers than any other; None where several have as many."""
    agreed = tuple(s for s in statements if replies.get(s.id) is Reply.YES)
    counts = Counter({s.role: 0 for s in statements})
    counts.update(s.role for s in agreed)
    first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return Result(first[0] if first[1] > second[1] else None, dict(counts), agreed)
