"""A file of questions with what an honest answer must and must not say. Knows the format, not how it is scored.

The format is described for people in `docs/evaluation.md`.
"""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictStr, ValidationError, model_validator

from advisor.errors import InputError

HINT = "Each line is one JSON object; docs/evaluation.md describes its fields."


class Behaviour(StrEnum):
    """What the last answer of a conversation must be."""

    ANSWER = "answer"
    ANSWER_WITH_CAVEAT = "answer_with_caveat"
    ANSWER_WITH_CONFLICT = "answer_with_conflict"
    PARTIAL = "partial"
    CLARIFY = "clarify"
    ABSTAIN = "abstain"
    DECLINE_OFFTOPIC = "decline_offtopic"
    REFUSE_INJECTION = "refuse_injection"


MUST_ANSWER = frozenset({Behaviour.ANSWER, Behaviour.ANSWER_WITH_CONFLICT})
MUST_DECLINE = frozenset({Behaviour.ABSTAIN, Behaviour.DECLINE_OFFTOPIC, Behaviour.REFUSE_INJECTION})

Group = Annotated[tuple[StrictStr, ...], Field(min_length=1)]
AsText = Annotated[str, BeforeValidator(lambda value: str(value) if type(value) is int else value)]


class Expectation(BaseModel):
    """What is expected of one turn."""

    model_config = ConfigDict(frozen=True)

    gold_facts: tuple[str, ...] = ()
    must_contain: tuple[Group, ...] = ()
    must_not_contain: tuple[StrictStr, ...] = ()


class Item(Expectation):
    """One conversation; its own expectation is that of the last turn. Other fields are left alone."""

    id: AsText
    turns: tuple[StrictStr, ...] = Field(min_length=1)
    category: str = "uncategorised"
    expected_behavior: Behaviour | None = None
    expected_choice: str | None = None
    sources: tuple[AsText, ...] = ()
    per_turn: dict[int, Expectation] = Field(default_factory=dict)
    answerable_from_more_sources: bool = False
    extended_must_contain: tuple[Group, ...] = ()

    @model_validator(mode="after")
    def _speaks_of_turns_that_are_there(self) -> Self:
        if strays := [turn for turn in self.per_turn if not 0 <= turn < len(self.turns)]:
            raise ValueError(f"per_turn speaks of turn {strays[0]}; they are counted from 0")
        return self

    @property
    def must_be_answered(self) -> bool:
        return self.expected_behavior in MUST_ANSWER

    @property
    def must_be_declined(self) -> bool:
        return self.expected_behavior in MUST_DECLINE

    def extended(self) -> "Item":
        """The item as it stands where the library also holds other sources than those it was written for."""
        if not self.answerable_from_more_sources:
            return self
        if self.extended_must_contain:
            hedged = Behaviour.ANSWER_WITH_CAVEAT
            return self.model_copy(update={"must_contain": self.extended_must_contain, "expected_behavior": hedged})
        return self.model_copy(update={"must_contain": (), "gold_facts": (), "expected_behavior": None})


def read_items(file: Path) -> list[Item]:
    """All conversations of a file, in order; raises InputError that names the line."""
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except OSError as problem:
        raise InputError(f"{file} cannot be read: {problem.strerror}.", hint="Give a file of questions.") from problem
    except UnicodeDecodeError as problem:
        raise InputError(f"{file} is not text in UTF-8.", hint=HINT) from problem
    items: dict[str, Item] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            item = _item(line, f"{file}, line {number}")
            if item.id in items:
                raise InputError(f"{file}, line {number}: the id {item.id!r} stands there twice.", hint=HINT)
            items[item.id] = item
    if not items:
        raise InputError(f"{file} holds no question.", hint=HINT)
    return list(items.values())


def _item(line: str, place: str) -> Item:
    try:
        return Item.model_validate(json.loads(line))
    except ValidationError as problem:
        raise InputError(f"{place}: {first_problem(problem)}.", hint=HINT) from problem
    except (ValueError, RecursionError) as problem:
        raise InputError(f"{place} is not JSON: {problem}.", hint=HINT) from problem


def first_problem(problem: ValidationError) -> str:
    """Where the first fault is, and what it is."""
    first = problem.errors()[0]
    where = ".".join(str(step) for step in first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    return f"{where}: {message}" if where else message
