"""The vocabulary files beside the guides: roles, attributes, glossary and fit quiz. Knows YAML, not questions."""

from collections.abc import Mapping
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from advisor.domain import Attribute, Fit, Role, ScoringRule, Statement, Term, Vocabulary
from advisor.errors import IngestError

ROLES_FILE = "roles.yaml"
ATTRIBUTES_FILE = "attributes.yaml"
GLOSSARY_FILE = "glossary.yaml"
FIT_FILE = "fit.yaml"
POINTS_FILE = "points.yaml"
_FIELDS = {
    GLOSSARY_FILE: "a YAML list of entries with: term, meaning, aliases",
    FIT_FILE: "a YAML mapping of statements (id, role, text, guide, quote) and rules (role, guide, quote)",
    POINTS_FILE: "a YAML list of entries with: id, topic, kind, roles, attributes, wordings, says, quotes or "
    "positions and because",
}

Entry = TypeVar("Entry", bound=BaseModel)


class NamedEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_min_length=1)

    id: str
    name: str
    meaning: str = ""
    aliases: tuple[str, ...] = ()
    translations: tuple[str, ...] = ()


class TermEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_min_length=1)

    term: str
    meaning: str
    aliases: tuple[str, ...] = ()


class StatementEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_min_length=1)

    id: str
    role: str
    text: str
    guide: str
    quote: str


class RuleEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_min_length=1)

    guide: str
    quote: str
    role: str | None = None


class FitEntry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    statements: tuple[StatementEntry, ...] = ()
    rules: tuple[RuleEntry, ...] = ()


def parse_vocabulary(files: Mapping[str, bytes]) -> Vocabulary:
    """The vocabulary of these files, by name; a file that is not there gives an empty part.

    Raises IngestError that names the file, the entry and what is wrong with it.
    """
    roles = entries(files, ROLES_FILE, NamedEntry)
    attributes = entries(files, ATTRIBUTES_FILE, NamedEntry)
    glossary = entries(files, GLOSSARY_FILE, TermEntry)
    refuse_twice(ROLES_FILE, [entry.id for entry in roles])
    refuse_twice(ATTRIBUTES_FILE, [entry.id for entry in attributes])
    refuse_twice(GLOSSARY_FILE, [entry.term.lower() for entry in glossary])
    return Vocabulary(
        roles=tuple(Role(**entry.model_dump()) for entry in roles),
        attributes=tuple(Attribute(**entry.model_dump()) for entry in attributes),
        glossary=tuple(Term(**entry.model_dump()) for entry in glossary),
        fit=_fit(files),
    )


def _fit(files: Mapping[str, bytes]) -> Fit:
    entry: FitEntry = _read(files, FIT_FILE, TypeAdapter(FitEntry), {})
    refuse_twice(FIT_FILE, [statement.id for statement in entry.statements])
    return Fit(
        tuple(Statement(**statement.model_dump()) for statement in entry.statements),
        tuple(ScoringRule(rule.guide, rule.quote, rule.role or "") for rule in entry.rules),
    )


def entries(files: Mapping[str, bytes], name: str, kind: type[Entry]) -> list[Entry]:
    """The entries of one file, none where it is not there; raises IngestError for what is no list of such entries."""
    read: list[Entry] = _read(files, name, TypeAdapter(list[kind]), [])  # type: ignore[valid-type]
    return read


def _read(files: Mapping[str, bytes], name: str, shape: TypeAdapter[Any], empty: Any) -> Any:
    """What the file holds, of the given shape; `empty` where it is not there or holds nothing."""
    try:
        data: Any = yaml.safe_load(files[name].decode("utf-8-sig")) if name in files else None
        return shape.validate_python(empty if data is None else data)
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        raise _refused(name, f"it is no YAML: {' '.join(str(problem).split())}") from problem
    except ValidationError as problem:
        first = problem.errors()[0]
        place = ", ".join(f"entry {part + 1}" if isinstance(part, int) else str(part) for part in first["loc"])
        raise _refused(name, f"{place or 'the whole'}: {first['msg']}") from problem


def refuse_twice(name: str, ids: list[str]) -> None:
    """Raises IngestError where one id stands in a file twice."""
    twice = sorted({entry for entry in ids if ids.count(entry) > 1})
    if twice:
        raise _refused(name, f"“{twice[0]}” stands in it twice")


def _refused(name: str, why: str) -> IngestError:
    fields = _FIELDS.get(name, "a YAML list of entries with: id, name, meaning, aliases, translations")
    return IngestError(f"{name} cannot be read: {why}.", hint=f"It is {fields}.")
