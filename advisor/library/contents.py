"""Guides, passages, units, facts and vocabulary as files of a release, and back. Knows formats, not searching."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
from pydantic import TypeAdapter, ValidationError

from advisor.domain import Fact, Guide, Passage, Unit, Vocabulary
from advisor.errors import IngestError, LibraryError
from advisor.interfaces import Vectors
from advisor.points import Point

GUIDES = "guides"
PASSAGES_FILE = "passages.jsonl"
UNITS_FILE = "units.jsonl"
FACTS_FILE = "facts.jsonl"
POINTS_FILE = "points.jsonl"
VECTORS_FILE = "vectors.npy"
VOCABULARY = "vocabulary"  # the files as they were given
VOCABULARY_FILE = "vocabulary.json"  # what was understood of them, or of front matter where there are none
LONGEST_NAME = 200  # bytes of a file's name

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a release holds, apart from vectors and indexes."""

    guides: Sequence[Guide]
    passages: Sequence[Passage]
    units: Sequence[Unit]
    facts: Sequence[Fact]
    vocabulary: Vocabulary
    points: Sequence[Point] = ()


def write_contents(release: Path, contents: Contents, vocabulary_files: Mapping[str, bytes]) -> None:
    """Raises IngestError for a name that cannot be a file's."""
    for guide in contents.guides:
        _write(release / GUIDES / f"{safe_name(guide.id)}.md", guide.text.encode())
    for name, content in vocabulary_files.items():
        _write(release / VOCABULARY / safe_name(name), content)
    _write(release / VOCABULARY_FILE, TypeAdapter(Vocabulary).dump_json(contents.vocabulary, indent=1))
    _write_lines(release / PASSAGES_FILE, contents.passages)
    _write_lines(release / UNITS_FILE, contents.units)
    _write_lines(release / FACTS_FILE, contents.facts)
    _write_lines(release / POINTS_FILE, contents.points)


def read_contents(release: Path, guides: Sequence[Guide]) -> Contents:
    """`guides` are those of the manifest, without texts. Raises LibraryError where a file cannot be read."""
    try:
        return Contents(
            guides=[replace(guide, text=read_text(release, guide.id)) for guide in guides],
            passages=_read_lines(release / PASSAGES_FILE, Passage),
            units=_read_lines(release / UNITS_FILE, Unit),
            facts=_read_lines(release / FACTS_FILE, Fact),
            vocabulary=TypeAdapter(Vocabulary).validate_json((release / VOCABULARY_FILE).read_bytes()),
            points=_read_lines(release / POINTS_FILE, Point) if (release / POINTS_FILE).is_file() else (),
        )
    except (OSError, UnicodeDecodeError, ValidationError) as problem:
        raise LibraryError(
            f"Release {release.name} cannot be read: {str(problem).splitlines()[0]}",
            hint="Run: advisor ingest. It builds a new release.",
        ) from problem


def read_text(release: Path, guide_id: str) -> str:
    """The text of one guide, byte for byte; raises OSError."""
    return (release / GUIDES / f"{guide_id}.md").read_bytes().decode()


def read_vectors(release: Path) -> Vectors:
    """One row for each unit; raises LibraryError."""
    try:
        vectors: Vectors = np.load(release / VECTORS_FILE, allow_pickle=False)
    except (OSError, ValueError) as problem:
        raise LibraryError(
            f"The vectors of release {release.name} cannot be read: {problem}.",
            hint="Run: advisor ingest. It builds a new release.",
        ) from problem
    return vectors


def safe_name(name: str) -> str:
    """The name itself, when it is that of a file and of nothing above or below; raises IngestError."""
    if name in ("", ".", "..") or name != Path(name).name or "\0" in name or len(name.encode()) > LONGEST_NAME:
        raise IngestError(f"“{name}” cannot be the name of a file.", hint="Use letters, digits and dashes in ids.")
    return name


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _write_lines(file: Path, things: Iterable[Passage | Unit | Fact | Point]) -> None:
    with file.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(json.dumps(asdict(thing), ensure_ascii=False) + "\n" for thing in things)


def _read_lines(file: Path, kind: type[T]) -> list[T]:
    adapter = TypeAdapter(kind)
    with file.open("rb") as stream:
        return [adapter.validate_json(line) for line in stream]
