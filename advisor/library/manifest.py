"""What a release says of itself, and whether its files are still as they were published.

Knows names, sizes and digests of files, not what is in them.
"""

import re
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from advisor.domain import Guide
from advisor.errors import LibraryError

FORMAT = 1
MANIFEST_FILE = "manifest.json"
SMALL_FILE = 4 * 2**20  # bytes; smaller files are hashed whenever a release is opened
RELEASE_ID = re.compile(r"\d{8}T\d{9}Z-[0-9a-f]{8}")


class EmbedderEntry(BaseModel):
    model_config = ConfigDict(frozen=True)

    name: str
    digest: str
    dimensions: int


class FileEntry(BaseModel):
    model_config = ConfigDict(frozen=True)

    size: int
    sha256: str


class Manifest(BaseModel):
    """The first thing read of a release and the last thing written; `files` leaves out only itself."""

    model_config = ConfigDict(frozen=True)

    format: int = FORMAT
    id: str
    created: str  # ISO 8601, UTC
    embedder: EmbedderEntry
    splitter: str
    content: str  # digest of all that the release was built from
    inputs: tuple[str, ...]  # the paths that were read
    inputs_digest: str  # of the files under them
    guides: tuple[Guide, ...]  # without their texts, which stand in guides/
    counts: dict[str, int]
    files: dict[str, FileEntry]
    seal: str = ""  # SHA-256 of all the rest

    def sealed(self, files: dict[str, FileEntry]) -> "Manifest":
        """This manifest with its files, as it is written."""
        complete = self.model_copy(update={"files": files})
        return complete.model_copy(update={"seal": complete._digest()})

    def _digest(self) -> str:
        return sha256(self.model_dump_json(exclude={"seal"}).encode()).hexdigest()

    @model_validator(mode="after")
    def _names_stay_inside(self) -> Self:
        """A release may have travelled: none of its names leads out of its folder."""
        if any(Path(guide.id).name != guide.id for guide in self.guides):
            raise ValueError("a guide's id is not a file's name")
        if any(".." in Path(name).parts or Path(name).is_absolute() for name in self.files):
            raise ValueError("a file lies outside the release")
        return self


def read_manifest(release: Path) -> Manifest:
    """Raises LibraryError where there is none, or one of another format."""
    hint = "Run: advisor ingest. It builds a new release; or roll back to another one: advisor release list."
    try:
        manifest = Manifest.model_validate_json((release / MANIFEST_FILE).read_bytes())
    except OSError as problem:
        raise LibraryError(f"Release {release.name} cannot be read: {problem.strerror}.", hint=hint) from problem
    except ValidationError as problem:
        raise LibraryError(f"The manifest of release {release.name} is damaged.", hint=hint) from problem
    if manifest.format != FORMAT:
        raise LibraryError(f"Release {release.name} has format {manifest.format}; this is {FORMAT}.", hint=hint)
    if manifest.seal != manifest._digest():
        raise LibraryError(f"The manifest of release {release.name} is damaged.", hint=hint)
    return manifest


def describe_files(release: Path) -> dict[str, FileEntry]:
    """Size and digest of every file in the folder, by its path in it."""
    files = sorted(path for path in release.rglob("*") if path.is_file() and path.name != MANIFEST_FILE)
    return {path.relative_to(release).as_posix(): _entry(path) for path in files}


def damaged_files(release: Path, manifest: Manifest, *folders: str, quick: bool = True) -> list[str]:
    """One line for each file that is missing or changed, among those whose path begins with one of `folders`.

    `quick` compares sizes, and digests of small files only.
    """
    wanted = {name: entry for name, entry in manifest.files.items() if not folders or name.startswith(folders)}
    lines = (_damage(release / name, name, entry, quick) for name, entry in wanted.items())
    return [line for line in lines if line]


def verify_release(release: Path) -> list[str]:
    """Everything wrong with a release, one line each, every byte compared; for `advisor doctor`. Empty when whole."""
    try:
        manifest = read_manifest(release)
    except LibraryError as problem:
        return [str(problem)]
    problems = damaged_files(release, manifest, quick=False)
    if manifest.id != release.name:
        problems.append(f"the folder {release.name} holds release {manifest.id}")
    return problems + [f"{name} does not belong to the release" for name in _strangers(release, manifest)]


def _strangers(release: Path, manifest: Manifest) -> list[str]:
    present = (path.relative_to(release).as_posix() for path in release.rglob("*") if path.is_file())
    return sorted(name for name in present if name != MANIFEST_FILE and name not in manifest.files)


def _damage(file: Path, name: str, entry: FileEntry, quick: bool) -> str:
    try:
        if file.stat().st_size != entry.size:
            return f"{name} has another size than when it was published"
        if quick and entry.size > SMALL_FILE:
            return ""
        return "" if _entry(file) == entry else f"{name} was changed since it was published"
    except OSError as problem:
        return f"{name} cannot be read: {problem.strerror}"


def _entry(file: Path) -> FileEntry:
    size = file.stat().st_size
    if size <= SMALL_FILE:
        return FileEntry(size=size, sha256=sha256(file.read_bytes()).hexdigest())
    with file.open("rb") as stream:
        return FileEntry(size=size, sha256=file_digest(stream, "sha256").hexdigest())
