"""Whether the published library stands for the guides it was made from. Knows releases and files, reads no guide.

A library goes on with the paths it was made from: who has ingested guides of their own keeps them, and who has gone
back to an earlier release keeps that one until the guides change again.
"""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.errors import LibraryError
from advisor.settings import Settings

if TYPE_CHECKING:
    from advisor.library.manifest import Manifest


class State(Enum):
    FRESH = "made from the guides as they are"
    MISSING = "nothing is published"
    STALE = "guides have changed since, or the way they are read"
    ROLLED_BACK = "an earlier release was published again; a newer one stands for the guides as they are"
    STAGED = "guides have changed since; a release of them waits to be published (advisor release list)"
    ORPHANED = "the guides it was made from are not there"


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What the library is made from, and how it stands to that."""

    state: State
    paths: tuple[Path, ...]

    @property
    def wants_ingest(self) -> bool:
        return self.state in (State.MISSING, State.STALE)


def examine(settings: Settings) -> Upkeep:
    """Compare the published release with the files under its paths; loads no model."""
    from ingest.freshness import is_current

    published = _published(settings.home)
    if published is None:
        return Upkeep(State.MISSING, (settings.corpus,))
    paths = _paths(settings, published)
    if not all(path.exists() for path in paths):
        return Upkeep(State.ORPHANED, paths)
    if is_current(settings.home, paths, settings.embedder):
        return Upkeep(State.FRESH, paths)
    return Upkeep(_behind(settings, published, paths), paths)


def _published(home: Path) -> "Manifest | None":
    """None also where the published release cannot be read: then it has to be built anew."""
    from advisor.library.manifest import read_manifest
    from advisor.library.shelf import RELEASES, current_release

    try:
        release = current_release(home)
        return read_manifest(home / RELEASES / release) if release else None
    except LibraryError:
        return None


def _paths(settings: Settings, published: "Manifest") -> tuple[Path, ...]:
    """The corpus where it was set on purpose, else what the release was made from."""
    if "corpus" in settings.model_fields_set:
        return (settings.corpus,)
    return tuple(Path(path) for path in published.inputs)


def _behind(settings: Settings, published: "Manifest", paths: tuple[Path, ...]) -> State:
    """Why the published release does not stand for the guides as they are."""
    from advisor.library.shelf import staged_releases

    newer = _newer_that_stands(settings, published, paths)
    if newer is None:
        return State.STALE
    return State.STAGED if newer in staged_releases(settings.home) else State.ROLLED_BACK


def _newer_that_stands(settings: Settings, published: "Manifest", paths: tuple[Path, ...]) -> str | None:
    from advisor.library.manifest import read_manifest
    from advisor.library.shelf import RELEASES, list_releases
    from ingest.freshness import inputs_digest, reader_version

    wanted = (inputs_digest(paths), reader_version(), settings.embedder)
    for release in list_releases(settings.home):
        if release <= published.id:
            return None
        try:
            other = read_manifest(settings.home / RELEASES / release)
        except LibraryError:
            continue
        if (other.inputs_digest, other.splitter, other.embedder.name) == wanted:
            return release
    return None
