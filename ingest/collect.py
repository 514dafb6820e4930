"""Which files an ingest reads: guides, and the vocabulary beside them. Knows folders, not formats."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from advisor.errors import IngestError
from advisor.library.vocabulary import ATTRIBUTES_FILE, FIT_FILE, GLOSSARY_FILE, POINTS_FILE, ROLES_FILE
from ingest.characters import load
from ingest.questions import QUESTIONS
from ingest.readers import READERS

VOCABULARY = (ROLES_FILE, ATTRIBUTES_FILE, GLOSSARY_FILE, FIT_FILE, POINTS_FILE)
GUIDES = "guides"  # where a corpus keeps its guides


def guide_files(paths: Sequence[Path]) -> list[Path]:
    """Each guide once, folders walked in the order of names; raises IngestError for a path that is not there.

    A release holds just what is named here: a misspelt path must not take its guides away.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise IngestError(f"{path} is not there.", hint="Check its name; nothing was read and nothing changed.")
        for file in _walk(path) if path.is_dir() else [path]:
            if not _describes(file):
                found.setdefault(file.resolve(), file)
    if not found:
        where = ", ".join(str(path) for path in paths)
        raise IngestError(f"There is no guide in {where}.", hint=f"Guides are files of {', '.join(sorted(READERS))}.")
    return list(found.values())


def vocabulary_files(paths: Sequence[Path]) -> dict[str, bytes]:
    """The vocabulary in the first folder that has one: a given folder, where a guide lies, or the folder above."""
    for path in paths:
        folder = path if path.is_dir() else path.resolve().parent
        for place in (folder, folder.resolve().parent):
            found = {name: load(place / name).encode() for name in VOCABULARY if (place / name).is_file()}
            if found:
                return found
    return {}


def _walk(folder: Path) -> Iterator[Path]:
    root = folder / GUIDES if (folder / GUIDES).is_dir() else folder
    for file in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
        if file.is_file() and not hidden and file.suffix.lower() in READERS:
            yield file


def _describes(file: Path) -> bool:
    """Whether a file describes guides and is none: a shell's `corpus/*` names these too."""
    return file.name in VOCABULARY or file.name.endswith((".meta.yaml", QUESTIONS))
