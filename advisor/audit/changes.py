"""What changed in the library during a period, from the manifests of its releases. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from advisor.audit.period import Period

if TYPE_CHECKING:
    from advisor.library.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Change:
    """One release against the one built before it; guides by id."""

    release: str
    created: str
    added: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]  # in their text
    first: bool = False  # there was none before it


def changes(manifests: Iterable["Manifest"], period: Period) -> tuple[Change, ...]:
    """Releases built in the period, oldest first; whether each was published is not on record."""
    ordered = sorted(manifests, key=lambda manifest: manifest.created)
    found = [_first(manifest) for manifest in ordered[:1]]
    found += [_between(before, after) for before, after in pairwise(ordered)]
    return tuple(change for change in found if period.holds(change.created))


def _first(manifest: "Manifest") -> Change:
    return Change(manifest.id, manifest.created, tuple(_texts(manifest)), (), (), first=True)


def _between(before: "Manifest", after: "Manifest") -> Change:
    old, new = _texts(before), _texts(after)
    return Change(
        after.id,
        after.created,
        added=tuple(guide for guide in new if guide not in old),
        gone=tuple(guide for guide in old if guide not in new),
        changed=tuple(guide for guide in new if guide in old and old[guide] != new[guide]),
    )


def _texts(manifest: "Manifest") -> dict[str, str]:
    """Each guide with the digest of its text."""
    entries = {guide.id: manifest.files.get(f"guides/{guide.id}.md") for guide in manifest.guides}
    return {guide: entry.sha256 if entry else "" for guide, entry in entries.items()}
