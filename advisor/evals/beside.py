"""The two small files beside a question file: which role a figure belongs to, and which guide a source's number means.

What is asked differs from library to library, so neither roles nor figures nor guides are named in code.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from advisor.domain import Role
from advisor.errors import InputError
from advisor.evals.question_file import first_problem
from advisor.evals.wording import SHORT, norm

T = TypeVar("T")

BINDINGS, SOURCES = "bindings.json", "sources.json"


@dataclass(frozen=True, slots=True)
class NamedRole:
    """A role as the question file calls it, and the words by which a text speaks of it."""

    name: str
    id: str
    pattern: re.Pattern[str]  # on normalised text


@dataclass(frozen=True, slots=True)
class Bindings:
    """The roles of a question file and the figures that belong to one of them alone."""

    roles: Mapping[str, NamedRole]
    figures: Mapping[str, str]  # figure as printed -> name of its role

    def name_of(self, role_id: str | None) -> str | None:
        return next((role.name for role in self.roles.values() if role.id == role_id), role_id)


class _RoleGiven(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str
    pattern: str


class _BindingsGiven(BaseModel):
    model_config = ConfigDict(extra="forbid")

    roles: dict[str, _RoleGiven] = Field(default_factory=dict)
    figures: dict[str, str]


def read_bindings(file: Path | None, vocabulary: Iterable[Role], called: Iterable[str] = ()) -> Bindings:
    """The bindings of a file: `{"roles": …, "figures": …}`, or the figures alone; without a file there are none.

    Roles that the file does not describe are those of the vocabulary, under the names that figures and questions
    (`called`) use for them. Raises InputError.
    """
    given = _BindingsGiven(figures={}) if file is None else _bindings_given(file)
    roles = {name: NamedRole(name, role.id, _compiled(role.pattern, file)) for name, role in given.roles.items()}
    known = tuple(vocabulary)
    for name in {*called, *given.figures.values()} - roles.keys():
        if role := next((role for role in known if norm(name) in _names(role)), None):
            roles[name] = NamedRole(name, role.id, _words(role))
    if strays := set(given.figures.values()) - roles.keys():
        raise InputError(
            f"{file}: {min(strays)!r} is no role of the library.", hint="Describe it there under roles: id and pattern."
        )
    return Bindings(roles, given.figures)


def read_sources(file: Path | None) -> Mapping[str, str]:
    """Which guide's id a number among an item's `sources` means; raises InputError."""
    return {} if file is None else _read(file, TypeAdapter(dict[str, str]), '{"1": "guide-id"}')


def beside(questions: Path, name: str) -> Path | None:
    """The file of that name in the folder of the questions, where there is one."""
    file = questions.parent / name
    return file if file.is_file() else None


def _bindings_given(file: Path) -> _BindingsGiven:
    either = _read(file, TypeAdapter(_BindingsGiven | dict[str, str]), '{"figures": {"191k": "ML engineer"}}')
    return either if isinstance(either, _BindingsGiven) else _BindingsGiven(figures=either)


def _read(file: Path, kind: TypeAdapter[T], example: str) -> T:
    try:
        return kind.validate_json(file.read_bytes())
    except OSError as problem:
        raise InputError(f"{file} cannot be read: {problem.strerror}.", hint=f"It holds {example}.") from problem
    except ValidationError as problem:
        raise InputError(f"{file}: {first_problem(problem)}.", hint=f"It holds {example}.") from problem


def _compiled(pattern: str, file: Path | None) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as problem:
        raise InputError(
            f"{file}: {pattern!r} is no regular expression: {problem}.", hint="Write the role's words, in lower case."
        ) from problem


def _names(role: Role) -> set[str]:
    return {norm(name) for name in (role.id, role.name, *role.aliases)}


def _words(role: Role) -> re.Pattern[str]:
    names = sorted((name for name in _names(role) if len(name) > SHORT), key=len, reverse=True)  # "ML" is a field too
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})s?\b")
