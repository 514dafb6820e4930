"""From passages to a published release: built beside, checked, then renamed into place.

A kill at any moment leaves the published release as it was. Knows the home folder; does not know how guides are read.
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from advisor.domain import Fact, Guide, Passage, Unit, Vocabulary
from advisor.embedder.export import STAGING_EXPORT, open_embedder
from advisor.errors import IngestError, LibraryError
from advisor.interfaces import Embedder
from advisor.library.contents import Contents
from advisor.library.headings import heading_texts
from advisor.library.manifest import read_manifest, verify_release
from advisor.library.search import texts_of
from advisor.library.shelf import (
    RELEASES,
    STAGED,
    current_release,
    forget_staged,
    fsync,
    list_releases,
    mark_staged,
    point_to,
    staged_releases,
)
from advisor.points import Point
from ingest.assemble import Indexed, assemble, content_digest, draft, ordered, try_out
from ingest.embeddings import embed_all
from ingest.freshness import inputs_digest

LOCK_FILE = "ingest.lock"
EMBEDDINGS_FILE = "embeddings.db"
MODELS = "models"  # exports, kept across releases
STAGING = ".staging-"
BYTES_A_UNIT = 12_000  # on disk: vector, Chroma, lexical index, cache and the words, generously
BYTES_A_MODEL = 200 * 2**20
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, None)  # numpy's "10 requested and 5 written" has no number
HEADROOM = 3  # times what is expected must be free

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Published:
    """The release of just these contents, and how many of its units were embedded for it, or known before."""

    release: str
    embedded: int
    reused: int
    staged: bool = False  # it waits to be published


def publish(
    home: Path,
    *,
    guides: Sequence[Guide],
    passages: Sequence[Passage],
    units: Sequence[Unit],
    facts: Sequence[Fact],
    vocabulary: Vocabulary,
    vocabulary_files: Mapping[str, bytes],
    embedder_name: str,
    inputs: Sequence[str],
    progress: Progress,
    read_digest: str | None = None,
    points: Sequence[Point] = (),
    embedders: Callable[[str, Path, int], Embedder] = open_embedder,
    stage: bool = False,
) -> Published:
    """Build a release of all this and publish it, or only `stage` it; one that holds just this already is taken.

    `progress` is told (step, done, of how many). `read_digest` is `inputs_digest(inputs)` from before they were read;
    without it, a file that is changed meanwhile passes for one that was read. Raises IngestError, SetupError or
    LibraryError, and has then published nothing.
    """
    contents = ordered(Contents(guides, passages, units, facts, vocabulary, points))
    digest = read_digest or inputs_digest(inputs)
    with _disk_problems(home), only_writer(home):
        _remove_leftovers(home)
        check_space(home, BYTES_A_MODEL + BYTES_A_UNIT * len(units))
        progress("preparing the embedding model", 0, 1)
        embedder = embedders(embedder_name, home / MODELS, os.cpu_count() or 1)
        content = content_digest(contents, vocabulary_files, embedder, digest)
        if release := _held_already(home, content):
            return _taken(home, release, len(units), stage)
        texts = texts_of(contents)
        told, cache = partial(progress, "embedding"), home / EMBEDDINGS_FILE
        embedded = embed_all(texts, embedder, cache, told)
        headings = embed_all(heading_texts(contents.passages), embedder, cache, told)
        manifest = draft(contents, embedder, content, tuple(inputs), digest)
        with _staging(home, manifest.id) as staging:
            progress("building the indexes", 0, 1)
            indexed = Indexed(embedded.vectors, headings.vectors)
            assemble(staging, manifest, contents, vocabulary_files, embedder, indexed)
            progress("checking the release", 0, 1)
            try_out(staging, texts, embedder)
            _put_up(home, staging, manifest.id, stage)
    progress("staged" if stage else "published", 1, 1)
    return Published(manifest.id, embedded.made, embedded.reused, stage)


def _put_up(home: Path, built: Path, release: str, stage: bool) -> None:
    if stage:
        mark_staged(home, release)
    built.replace(home / RELEASES / release)
    fsync(home / RELEASES)
    if not stage:
        point_to(home, release)


def publish_staged(home: Path, release: str) -> None:
    """Make a release that waits the published one; raises LibraryError for any other, or a damaged one."""
    with _disk_problems(home), only_writer(home):
        _check_staged(home, release)
        if damage := verify_release(home / RELEASES / release):
            raise LibraryError(
                f"Release {release} is damaged: {damage[0]}.",
                hint=f"Run: advisor release discard {release}, then advisor ingest --stage.",
            )
        point_to(home, release)


def discard_staged(home: Path, release: str) -> None:
    """Remove a release that waits; raises LibraryError for any other: those are kept, to go back to."""
    with _disk_problems(home), only_writer(home):
        _check_staged(home, release)
        (home / RELEASES / release).replace(home / RELEASES / f"{STAGING}{release}")  # a kill from here on: a leftover
        fsync(home / RELEASES)
        _remove_leftovers(home)


def _check_staged(home: Path, release: str) -> None:
    if release in staged_releases(home):
        return
    known = release in list_releases(home)
    what = "is not staged: it is published, or was" if known else f"is not in {home}"
    raise LibraryError(f"Release {release} {what}.", hint="See them with: advisor release list")


def check_space(home: Path, expected: int) -> None:
    """Raises IngestError where less than three times the expected bytes are free."""
    free = shutil.disk_usage(home).free
    if free < HEADROOM * expected:
        raise IngestError(
            f"Only {free // 2**20} MB are free under {home}; this ingest wants {HEADROOM * expected // 2**20} MB.",
            hint="Free some space, or choose a folder on another disk with --home. Nothing was changed.",
        )


def _held_already(home: Path, content: str) -> str | None:
    """The published release, or one that waits, where it holds just this and is whole."""
    try:
        published = current_release(home)
    except LibraryError:
        published = None
    held = [*([published] if published else []), *staged_releases(home)]
    return next((release for release in held if _holds(home / RELEASES / release, content)), None)


def _holds(release: Path, content: str) -> bool:
    try:
        return read_manifest(release).content == content and not verify_release(release)
    except LibraryError:
        return False


def _taken(home: Path, release: str, units: int, stage: bool) -> Published:
    waits = release in staged_releases(home)
    if waits and not stage:
        point_to(home, release)
    return Published(release, 0, units, waits and stage)


@contextmanager
def _staging(home: Path, release: str) -> Iterator[Path]:
    staging = home / RELEASES / f"{STAGING}{release}"
    staging.mkdir(parents=True)
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _remove_leftovers(home: Path) -> None:
    """What a killed ingest left behind; only the one writer calls this."""
    for leftover in [*(home / RELEASES).glob(f"{STAGING}*"), *(home / MODELS).glob(f"{STAGING_EXPORT}*")]:
        shutil.rmtree(leftover, ignore_errors=True)
    for leftover in home.glob(".current-*"):
        leftover.unlink(missing_ok=True)
    for mark in {path.name for path in (home / STAGED).glob("*")} - set(list_releases(home)):
        forget_staged(home, mark)


@contextmanager
def only_writer(home: Path) -> Iterator[None]:
    home.mkdir(parents=True, exist_ok=True)
    lock = FileLock(home / LOCK_FILE)
    try:
        lock.acquire(timeout=0)
    except Timeout as problem:
        raise IngestError(
            f"Another ingest is running in {home}.", hint="Wait until it has ended, then run: advisor ingest."
        ) from problem
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _disk_problems(home: Path) -> Iterator[None]:
    """What the disk refuses, in words; nothing has been published then."""
    try:
        yield
    except OSError as problem:
        if problem.errno in FULL:
            raise _disk_full(home) from problem
        raise IngestError(
            f"{problem.filename or home} cannot be written: {problem.strerror}.",
            hint="Make the folder writable, or choose another one with --home. Nothing was published.",
        ) from problem
    except sqlite3.Error as problem:
        if "full" in str(problem) or "disk I/O" in str(problem):
            raise _disk_full(home) from problem
        raise IngestError(
            f"{home / EMBEDDINGS_FILE} cannot be used: {problem}.",
            hint="It is only a cache: remove it and run advisor ingest. Nothing was published.",
        ) from problem


def _disk_full(home: Path) -> IngestError:
    return IngestError(
        f"The disk of {home} is full.",
        hint="Free some space, or choose a folder on another disk with --home. Nothing was published.",
    )
