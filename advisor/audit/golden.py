"""Approved answers as a file, and whether a library still gives them: content gated like code.

A line of the file is {"id", "turns", "answer"}: the record, what the person said up to it, and the answer as
`advisor ask --json` prints it. Knows no ledger and no graph.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, Field, StrictStr, ValidationError

from advisor.audit.difference import Compared, compare_answers
from advisor.audit.impact import Ask, Progress
from advisor.audit.past import Past
from advisor.domain import Answer
from advisor.errors import InputError
from advisor.serial import from_dict, to_dict


class _Line(BaseModel):
    id: StrictStr
    turns: list[StrictStr] = Field(min_length=1)
    answer: dict[str, object]


@dataclass(frozen=True, slots=True)
class Approved:
    id: str
    turns: tuple[str, ...]
    answer: Answer


@dataclass(frozen=True, slots=True)
class Replayed:
    approved: Approved
    answer: Answer
    compared: Compared


def approve(past: Past) -> Approved:
    """Raises InputError where what the person wrote was erased."""
    if not past.turns:
        raise InputError(
            f"What was asked in {past.answer.record_id} was erased.", hint="Choose an answer that can be asked again."
        )
    return Approved(past.answer.record_id, past.turns, past.answer)


def replay(golden: Sequence[Approved], ask: Ask, progress: Progress) -> Iterator[Replayed]:
    """Each asked anew, in order; progress is told (step, done, of how many)."""
    for done, approved in enumerate(golden):
        progress("asking anew", done, len(golden))
        answer = ask(approved.turns)
        yield Replayed(approved, answer, compare_answers(approved.answer, answer))
    progress("asking anew", len(golden), len(golden))


def read_golden(file: Path) -> list[Approved]:
    """Raises InputError for a file that cannot be read, a line that is none, and where there is no line."""
    try:
        lines = [line for line in file.read_text("utf-8-sig").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(f"{file} cannot be read: {problem}.", hint=HINT) from problem
    if not lines:
        raise InputError(f"{file} holds no approved answer.", hint=HINT)
    return [_approved(line, number, file) for number, line in enumerate(lines, 1)]


def write_golden(file: Path, golden: Iterable[Approved]) -> None:
    """Raises InputError where the file cannot be written."""
    lines = [json.dumps({"id": one.id, "turns": one.turns, "answer": to_dict(one.answer)}) for one in golden]
    try:
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as problem:
        raise InputError(f"{file} cannot be written: {problem.strerror}.", hint="Choose another file.") from problem


HINT = "Write one of records of the ledger: advisor audit replay FILE RECORD… --write"


def _approved(line: str, number: int, file: Path) -> Approved:
    try:
        found = _Line.model_validate_json(line)
        return Approved(found.id, tuple(found.turns), from_dict(found.answer))
    except (ValidationError, TypeError, ValueError, KeyError, AttributeError) as problem:
        raise InputError(f"{file}, line {number}, is no approved answer.", hint=HINT) from problem
