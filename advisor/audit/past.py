"""An answer that was given, with what it takes to ask it again."""

from dataclasses import dataclass

from advisor.domain import Answer


@dataclass(frozen=True, slots=True)
class Past:
    """An answer and the person's turns up to it; none where they were erased."""

    answer: Answer
    turns: tuple[str, ...] = ()
