"""One item asked as a fresh conversation, and what is wrong with its answers. Knows no totals."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from advisor.domain import Answer, Kind, Origin
from advisor.errors import AdvisorError
from advisor.evals.beside import Bindings
from advisor.evals.cited import check_cited
from advisor.evals.content import check_choice, check_content, check_shape
from advisor.evals.question_file import Item

if TYPE_CHECKING:
    from advisor.advisor import CareerAdvisor  # brings the graph: slow to import


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers to one item, with how long each took; where it could not be run, why."""

    answers: tuple[Answer, ...]
    milliseconds: tuple[float, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Problems:
    """What is wrong with one item's answers, in the four parts of the score."""

    shape: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    choice: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.shape, self.content, self.cited, self.choice))

    def parts(self) -> dict[str, tuple[str, ...]]:
        return {"shape": self.shape, "content": self.content, "cited": self.cited, "choice": self.choice}


@dataclass(frozen=True, slots=True)
class Scored:
    item: Item
    asked: Asked
    problems: Problems

    @property
    def passed(self) -> bool:
        return not self.problems

    @property
    def last_kind(self) -> Kind | None:
        return self.asked.answers[-1].kind if self.asked.answers else None


def ask(advisor: "CareerAdvisor", item: Item) -> Asked:
    """All turns of an item, one after the other; an expected failure ends the conversation and is kept."""
    answers: list[Answer] = []
    milliseconds: list[float] = []
    conversation = None
    for turn in item.turns:
        started = perf_counter()
        try:
            answer = advisor.ask(turn, conversation_id=conversation, origin=Origin.EVAL)
        except AdvisorError as problem:
            return Asked((), tuple(milliseconds), f"{problem} {problem.hint}")
        milliseconds.append((perf_counter() - started) * 1000)
        conversation = answer.conversation_id
        answers.append(answer)
    return Asked(tuple(answers), tuple(milliseconds))


def score(item: Item, asked: Asked, bindings: Bindings) -> Scored:
    """The last turn against the item, earlier ones against `per_turn`; shape and evidence of every turn."""
    answers = asked.answers
    if len(answers) != len(item.turns):
        short = asked.error or f"{len(answers)} answers for {len(item.turns)} turns"
        return Scored(item, asked, Problems(shape=(short,)))
    shapes = [check_shape(answer) for answer in answers]
    sound = [turn for turn, shape in enumerate(shapes) if not shape]  # others are not read further
    problems = Problems(
        shape=_told(enumerate(shapes)),
        content=_told((turn, _content(item, turn, answers[turn])) for turn in sound),
        cited=_told((turn, _cited(item, turn, answers[turn], bindings)) for turn in sound),
        choice=tuple(check_choice(item.expected_choice, answers[-1], bindings)),
    )
    return Scored(item, asked, problems)


def _told(found: "Iterator[tuple[int, list[str]]] | enumerate[list[str]]") -> tuple[str, ...]:
    return tuple(f"turn {turn}: {problem}" for turn, problems in found for problem in problems)


def _content(item: Item, turn: int, answer: Answer) -> list[str]:
    if turn == len(item.turns) - 1:
        return check_content(item, item.expected_behavior, answer)
    expected = item.per_turn.get(turn)
    return check_content(expected, None, answer) if expected else []


def _cited(item: Item, turn: int, answer: Answer, bindings: Bindings) -> list[str]:
    return check_cited(answer, " ".join(item.turns[: turn + 1]), item.category, bindings)
