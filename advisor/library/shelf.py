"""Where releases stand in a home folder, and which of them is published. Knows folders, not what is in a release."""

import os
import threading
from dataclasses import replace
from pathlib import Path

from advisor.domain import Guide
from advisor.errors import LibraryError
from advisor.interfaces import Embedder, Library
from advisor.library.contents import read_text
from advisor.library.manifest import RELEASE_ID, Manifest, damaged_files, read_manifest
from advisor.library.search import OpenLibrary, open_release

RELEASES = "releases"
MODEL = "model"
CURRENT = "current"
STAGED = "staged"  # a folder with one empty file for each release that was built and never published


class DirectoryShelf:
    """The releases of one home folder; a newly published one is seen at the next question.

    Who holds an older one keeps it: a release is in memory while it is used.
    """

    def __init__(self, home: Path, embedder_name: str) -> None:
        self._home = home
        self._embedder_name = embedder_name
        self._open: OpenLibrary | None = None
        self._lock = threading.Lock()

    def current(self) -> OpenLibrary:
        release = current_release(self._home)
        if release is None:
            raise LibraryError(f"No library is published in {self._home}.", hint="Run: advisor ingest.")
        with self._lock:
            if self._open is None or self._open.release != release:
                self._open = self._opened(self._home / RELEASES / release)
            return self._open

    def open(self, release: str) -> OpenLibrary:
        """Any release of this home, published or not; raises LibraryError where it is not there."""
        if release not in list_releases(self._home):
            raise _no_such(release, self._home)
        if self._open is not None and self._open.release == release:
            return self._open
        return self._opened(self._home / RELEASES / release)

    def guide(self, guide_id: str, release: str | None = None) -> Guide | None:
        """None for a guide or a release that is not there, and for a name that cannot be one."""
        held = self.current() if release is None else self._open
        if held is not None and release in (None, held.release):
            return held.guides.get(guide_id)
        if release is None or not RELEASE_ID.fullmatch(release):
            return None
        return _guide_of(self._home / RELEASES / release, guide_id)

    def _opened(self, folder: Path) -> OpenLibrary:
        manifest = read_manifest(folder)
        if manifest.embedder.name != self._embedder_name:
            raise LibraryError(
                f"Release {manifest.id} was made with {manifest.embedder.name}, not with {self._embedder_name}.",
                hint=f"Run: advisor ingest. Or set ADVISOR_EMBEDDER={manifest.embedder.name}.",
            )
        if self._open is not None and self._open.embedder.digest == manifest.embedder.digest:
            return open_release(folder, self._open.embedder)
        return open_release(folder, _embedder_of(folder, manifest))


class PinnedShelf:
    """One library, whatever is published."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def current(self) -> Library:
        return self._library

    def guide(self, guide_id: str, release: str | None = None) -> Guide | None:
        return self._library.guides.get(guide_id) if release in (None, self._library.release) else None


def current_release(home: Path) -> str | None:
    """The id of the published release, None where there is none; raises LibraryError for a pointer to nothing."""
    hint = "Run: advisor ingest. It publishes a new release."
    try:
        release = (home / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as problem:
        raise LibraryError(f"{home / CURRENT} cannot be read: {problem}.", hint=hint) from problem
    if not RELEASE_ID.fullmatch(release):
        raise LibraryError(f"{home / CURRENT} does not name a release.", hint=hint)
    return release


def list_releases(home: Path) -> list[str]:
    """The ids of all releases, newest first."""
    if not (home / RELEASES).is_dir():
        return []
    return sorted((path.name for path in (home / RELEASES).iterdir() if RELEASE_ID.fullmatch(path.name)), reverse=True)


def staged_releases(home: Path) -> list[str]:
    """The ids of the releases that wait to be published, newest first."""
    try:
        published = current_release(home)
    except LibraryError:
        published = None
    marked = {path.name for path in (home / STAGED).iterdir()} if (home / STAGED).is_dir() else set()
    return [release for release in list_releases(home) if release in marked and release != published]


def mark_staged(home: Path, release: str) -> None:
    """Call before the release is there: a kill in between leaves a mark of nothing, never a release without one."""
    (home / STAGED).mkdir(exist_ok=True)
    (home / STAGED / release).touch()
    fsync(home / STAGED)


def forget_staged(home: Path, release: str) -> None:
    if (home / STAGED / release).is_file():
        (home / STAGED / release).unlink()
        fsync(home / STAGED)


def point_to(home: Path, release: str) -> None:
    """Publish a release that is already there, atomically: forwards or back. Raises LibraryError where it is not."""
    if not RELEASE_ID.fullmatch(release) or release not in list_releases(home):
        raise _no_such(release, home)
    read_manifest(home / RELEASES / release)
    fresh = home / f".{CURRENT}-{os.getpid()}"
    with fresh.open("w", encoding="utf-8") as stream:
        stream.write(release + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    _forget_that_the_last_one_was_staged(home)
    fresh.replace(home / CURRENT)
    fsync(home)
    forget_staged(home, release)


def _no_such(release: str, home: Path) -> LibraryError:
    return LibraryError(f"There is no release {release!r} in {home}.", hint="See them with: advisor release list.")


def _forget_that_the_last_one_was_staged(home: Path) -> None:
    """A kill after it was published may have left its mark; from now on only the mark would tell."""
    try:
        published = current_release(home)
    except LibraryError:
        return
    if published:
        forget_staged(home, published)


def fsync(path: Path) -> None:
    """Make a file's bytes, or the names in a folder, durable."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _embedder_of(folder: Path, manifest: Manifest) -> Embedder:
    """The release's own export; the source where it has none, or a damaged one."""
    exported = any(name.startswith(f"{MODEL}/") for name in manifest.files)
    if exported and not damaged_files(folder, manifest, f"{MODEL}/"):
        from advisor.embedder.onnx import OnnxEmbedder

        return OnnxEmbedder(folder / MODEL)
    from advisor.embedder.source import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(manifest.embedder.name)


def _guide_of(folder: Path, guide_id: str) -> Guide | None:
    try:
        guides = {guide.id: guide for guide in read_manifest(folder).guides}
        return replace(guides[guide_id], text=read_text(folder, guide_id)) if guide_id in guides else None
    except (LibraryError, OSError, UnicodeDecodeError):
        return None
