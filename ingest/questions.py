"""The questions that a guide answers, in people's own ways of asking: `<stem>.questions.yaml` beside the guide.

A sentence is often far, in words and in meaning, from how people ask for it; a question is near to other wordings of
itself. Each question becomes one more unit by which the words that answer it are found. Knows no reader.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from advisor.domain import Guide, Unit
from advisor.errors import IngestError
from ingest.characters import load

QUESTIONS = ".questions.yaml"
SHOWN = 60  # characters of missing words in a warning


@dataclass(frozen=True, slots=True)
class Answered:
    """Exact words of a guide, and questions that they answer."""

    words: str
    asks: tuple[str, ...]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_min_length=1)

    words: str
    asks: tuple[str, ...]


def questions_beside(path: Path) -> tuple[Answered, ...]:
    """What stands in the file beside a guide; nothing where there is none. Raises IngestError."""
    described = path.with_name(f"{path.stem}{QUESTIONS}")
    if not described.is_file():
        return ()
    try:
        entries = TypeAdapter(list[_Entry]).validate_python(yaml.safe_load(load(described)) or [])
    except (yaml.YAMLError, ValidationError) as problem:
        first = problem.errors()[0] if isinstance(problem, ValidationError) else None
        what = f"entry {first['loc'][0]}: {first['msg']}" if first and first["loc"] else " ".join(str(problem).split())
        raise IngestError(
            f"{described.name} cannot be read: {what}.", hint="It is a YAML list of entries with: words, asks."
        ) from problem
    return tuple(Answered(entry.words, entry.asks) for entry in entries)


def asked_units(
    guide: Guide, units: Sequence[Unit], answered: Sequence[Answered], generic: Callable[[str], str]
) -> tuple[list[Unit], list[str]]:
    """One unit for each question, on the sentence or row that holds its words; and warnings of words that are gone.

    `generic` makes a question one about any role: which role is asked about is told by other means.
    """
    found: list[Unit] = []
    warnings: list[str] = []
    for entry in answered:
        start = guide.text.find(entry.words)
        end = start + len(entry.words)
        holding = [unit for unit in units if unit.start < end and start < unit.end] if start >= 0 else []
        if holding:
            found += [replace(unit, asks=generic(question)) for unit in holding for question in entry.asks]
        else:
            shown = entry.words if len(entry.words) <= SHOWN else entry.words[:SHOWN].rstrip() + "…"
            warnings.append(f"the words “{shown}” of its questions are not in it: their questions are left out")
    return found, warnings
