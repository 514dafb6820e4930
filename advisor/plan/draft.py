"""A plan put together from what the guides say of a role, what was agreed with in the fit quiz, and a comparison.

Pure: what it is given has passed the check already.
"""

from collections.abc import Iterator

from advisor.answer.my_plan import MyPlan, Part
from advisor.answer.outcome import Outcome
from advisor.compare.table import Comparison
from advisor.plan.kept import Plan, Step, Whose

_AGREED_AT_MOST = 3
_DIFFERENCES_AT_MOST = 3


def drafted(made: MyPlan, fit: Outcome | None = None, comparison: Comparison | None = None) -> Plan | None:
    """The plan to look at and to keep; None where no role was chosen. Its steps are numbered in order."""
    if made.role is None:
        return None
    found = [
        *([Step("", Part.GOAL, Whose.OWN, made.goal)] if made.goal else []),
        *(_agreed(fit, made.role.id) if fit else ()),
        *(_differences(comparison) if comparison else ()),
        *_said(made),
    ]
    order = list(Part)
    steps = sorted(found, key=lambda step: order.index(step.part))
    numbered = (Step(f"s{n}", s.part, s.whose, s.text, s.came_as, s.about, s.sources) for n, s in enumerate(steps, 1))
    background = made.background.name if made.background else ""
    return Plan(made.role.id, made.role.name, background, made.question, made.release, tuple(numbered))


def _said(made: MyPlan) -> Iterator[Step]:
    for step in made.steps:
        for saying in step.sayings:
            words = _line(saying.source.quote)
            yield Step("", step.part, Whose.GUIDE, words, words, saying.label, (saying.source,))


def _line(text: str) -> str:
    """As it comes back from a field: words that are the same count as unchanged."""
    return " ".join(text.split())


def _agreed(fit: Outcome, role: str) -> Iterator[Step]:
    """The guides' words behind the statements that speak for this role."""
    grounds = [g for g in (*fit.deciding, *fit.against) if g.statement.role == role]
    for ground in grounds[:_AGREED_AT_MOST]:
        words = _line(ground.source.quote)
        yield Step("", Part.ROLE, Whose.AGREED, words, words, ground.statement.text.rstrip("."), (ground.source,))


def _differences(comparison: Comparison) -> Iterator[Step]:
    for difference in comparison.differences[:_DIFFERENCES_AT_MOST]:
        text = difference.text
        yield Step("", Part.ROLE, Whose.WORKED_OUT, text, text, difference.about, difference.sources)
