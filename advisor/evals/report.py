"""One run of a question file as plain data, and what became of it since an earlier one. Knows no terminal."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from advisor.errors import InputError
from advisor.evals.conversation import Scored
from advisor.evals.question_file import first_problem
from advisor.evals.summary import by_category, summarise


class Result(BaseModel):
    """One item's outcome, as the JSON of a run holds it."""

    id: str
    passed: bool
    problems: dict[str, list[str]] = {}


class Earlier(BaseModel):
    items: list[Result]


@dataclass(frozen=True, slots=True)
class Change:
    """Ids of items that both runs hold, and of those that only one does."""

    better: tuple[str, ...]
    worse: tuple[str, ...]
    only_now: tuple[str, ...]
    only_then: tuple[str, ...]


def run_data(scored: Sequence[Scored], sources: Mapping[str, str], release: str) -> dict[str, object]:
    """Numbers in all and by category, and each item with what is wrong with it."""
    return {
        "release": release,
        "all": asdict(summarise(scored, sources)),
        "by_category": {name: asdict(numbers) for name, numbers in by_category(scored, sources).items()},
        "items": [
            {"id": s.item.id, "category": s.item.category, "passed": s.passed}
            | {"problems": {part: list(found) for part, found in s.problems.parts().items() if found}}
            for s in scored
        ],
    }


def read_earlier(file: Path) -> Earlier:
    """What `--json` printed for an earlier run; raises InputError."""
    hint = "Give what `advisor eval FILE --json` printed."
    try:
        return Earlier.model_validate_json(file.read_bytes())
    except OSError as problem:
        raise InputError(f"{file} cannot be read: {problem.strerror}.", hint=hint) from problem
    except ValidationError as problem:
        raise InputError(f"{file}: {first_problem(problem)}.", hint=hint) from problem


def compare(scored: Sequence[Scored], earlier: Earlier) -> Change:
    now = {s.item.id: s.passed for s in scored}
    then = {result.id: result.passed for result in earlier.items}
    return Change(
        better=tuple(id for id, passed in now.items() if passed and then.get(id) is False),
        worse=tuple(id for id, passed in now.items() if not passed and then.get(id) is True),
        only_now=tuple(id for id in now if id not in then),
        only_then=tuple(id for id in then if id not in now),
    )
