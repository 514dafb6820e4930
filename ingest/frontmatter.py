"""What a guide says of itself in YAML: front matter, or `<stem>.meta.yaml` beside it with the same keys."""

import re
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from advisor.domain import GuideKind
from advisor.errors import IngestError
from ingest.characters import load
from ingest.dates import iso

_FENCE = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LOOKS_OPEN = re.compile(r"---[ \t]*\n[A-Za-z_]+[ \t]*:")
_ID = r"[a-z0-9][a-z0-9._-]{0,99}"


def _words(value: object) -> object:
    return "" if value is None else " ".join(value.split()) if isinstance(value, str) else str(value)


def _date(value: object) -> object:
    if value is None or value == "":
        return None
    found = iso(value)
    if found is None:
        raise ValueError(f"{value!r} is not a date; write 2026-05-12, 2026-05 or null")
    return found


def _list(value: object) -> object:
    return () if value is None else (value,) if isinstance(value, str) else value


Words = Annotated[str, BeforeValidator(_words)]
Date = Annotated[str | None, BeforeValidator(_date)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_list)]


class FrontMatter(BaseModel):
    """The keys that a guide's description may have; `keep` and `drop` are phrases, or patterns between slashes."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str | None = Field(None, pattern=rf"^{_ID}$")
    kind: GuideKind = GuideKind.ORIGINAL
    title: Words = ""
    publisher: Words = ""
    author: Words = ""
    reviewed_by: Words = ""
    url: Words = ""
    published: Date = None
    updated: Date = None
    jurisdiction: Words = ""
    audience: Words = ""
    difficulty: Words = ""
    roles: Texts = ()
    basis: Words = ""
    reliability: Words = ""
    origin: Words = ""
    digested_by: Words = ""
    digested_on: Date = None
    checked_by: Words = ""
    review_by: Date = None
    owner: Words = ""
    keep: Texts = ()
    drop: Texts = ()


NOT_OF_THE_GUIDE = {"id", "keep", "drop"}


def parted(text: str, name: str) -> tuple[dict[str, Any], str]:
    """The front matter as a mapping, and the text below it; raises IngestError for broken front matter."""
    fence = _FENCE.match(text)
    if fence:
        return mapping(fence["yaml"], name, first_line=2), text[fence.end() :]
    if _LOOKS_OPEN.match(text):
        raise IngestError(
            f"{name}, line 1: the front matter is not closed.", hint="Put a line of --- below its last key."
        )
    return {}, text


def beside(path: Path) -> dict[str, Any]:
    """What `<stem>.meta.yaml` beside a file says of it; empty where there is none."""
    described = path.with_name(f"{path.stem}.meta.yaml")
    return mapping(load(described), described.name, first_line=1) if described.is_file() else {}


def mapping(text: str, name: str, first_line: int) -> dict[str, Any]:
    try:
        values = yaml.safe_load(text)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        what = getattr(problem, "problem", None) or "it is not YAML"
        hint = "Put values that hold a colon, a quote or a # in quotes."
        raise IngestError(f"{name}, line {line}: the front matter is broken: {what}.", hint=hint) from problem
    except ValueError as problem:  # a date such as 2026-02-31
        hint = "Write dates as 2026-05-12, 2026-05 or null."
        raise IngestError(f"{name}: the front matter is broken: {problem}.", hint=hint) from problem
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise IngestError(
            f"{name}, line {first_line}: the front matter is not a list of keys.", hint="Write key: value."
        )
    return {str(key): value for key, value in values.items()}


def check(values: dict[str, Any], name: str) -> tuple[FrontMatter, list[str]]:
    """The description and warnings about keys it does not know; raises IngestError for a value that does not fit."""
    warnings = []
    for key in sorted(values.keys() - FrontMatter.model_fields.keys()):
        near = get_close_matches(key, FrontMatter.model_fields, n=1)
        warnings.append(f"unknown key {key!r} in the front matter" + (f" (did you mean {near[0]}?)" if near else ""))
    try:
        return FrontMatter(**values), warnings
    except ValidationError as problem:
        first = problem.errors()[0]
        key = str(first["loc"][0])
        what = first["msg"].removeprefix("Value error, ")
        hint = (
            "README.md lists the keys that front matter may have."
            if key != "id"
            else "Use a-z, 0-9, '.', '_' and '-' in ids."
        )
        raise IngestError(f"{name}: {key} in the front matter cannot be used: {what}.", hint=hint) from problem


def slug(words: str) -> str:
    """An id from a file's name."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:100] or "guide"
