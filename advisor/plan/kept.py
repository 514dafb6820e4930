"""A plan as a person keeps it: steps in a guide's words, worked out by us, or in their own, changed as they like.

Plain values; knows no storage. Citations stay with the step they came with; only words that are still as they came
count as cited.
"""

import secrets
from dataclasses import dataclass, replace
from enum import StrEnum

from advisor.answer.my_plan import Part
from advisor.domain import Source
from advisor.errors import InputError

STEP_AT_MOST = 600  # characters
STEPS_AT_MOST = 60


class Whose(StrEnum):
    """Where the words of a step came from."""

    GUIDE = "guide"
    AGREED = "agreed"  # a guide's words behind a statement that the person agreed with
    WORKED_OUT = "worked out"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Step:
    id: str
    part: Part
    whose: Whose
    text: str  # as it stands now
    came_as: str = ""  # as it came; empty where the person wrote it
    about: str = ""  # the statement that was agreed with, or what the guide calls the matter
    sources: tuple[Source, ...] = ()

    @property
    def changed(self) -> bool:
        """By the person: no longer the words that are cited."""
        return self.whose is not Whose.OWN and self.text != self.came_as


@dataclass(frozen=True, slots=True)
class Plan:
    """No steps in a part: no guide says, and the person has written none."""

    role: str
    role_name: str
    background_name: str
    question: str  # what to ask in order to talk it over
    release: str
    steps: tuple[Step, ...] = ()

    def of(self, part: Part) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.part is part)


def own_step(part: Part, text: str) -> Step:
    """A step that the person wrote; raises InputError where it says nothing or too much."""
    return Step(secrets.token_hex(4), part, Whose.OWN, _clean(text))


def with_own(plan: Plan, part: Part, text: str) -> Plan:
    """With one more step of the person's, at the end of its part."""
    if len(plan.steps) >= STEPS_AT_MOST:
        raise InputError("The plan is full.", hint="Remove a step that you no longer need, then add the new one.")
    return replace(plan, steps=(*plan.steps, own_step(part, text)))


def with_words(plan: Plan, step_id: str, text: str) -> Plan:
    """With other words for a step; without words it goes."""
    if not text.strip():
        return without(plan, step_id)
    told = replace(_step(plan, step_id), text=_clean(text))
    return replace(plan, steps=tuple(told if step.id == step_id else step for step in plan.steps))


def as_it_came(plan: Plan, step_id: str) -> Plan:
    """With a step in the words that it came with."""
    step = _step(plan, step_id)
    return with_words(plan, step_id, step.came_as or step.text)


def without(plan: Plan, step_id: str) -> Plan:
    gone = _step(plan, step_id)
    return replace(plan, steps=tuple(step for step in plan.steps if step is not gone))


def _step(plan: Plan, step_id: str) -> Step:
    for step in plan.steps:
        if step.id == step_id:
            return step
    raise InputError("There is no such step in the plan.", hint="It may have been removed in another tab; reload.")


def _clean(text: str) -> str:
    """On one line, without control characters."""
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not words:
        raise InputError("The step says nothing.", hint="Write what you want to do.")
    if len(words) > STEP_AT_MOST:
        raise InputError(
            f"The step is too long: {len(words):,} characters.", hint=f"Use {STEP_AT_MOST:,} characters or fewer."
        )
    return words
