"""Releases that have a manifest and nothing else: enough for whoever looks at manifests only."""

from collections.abc import Sequence
from pathlib import Path

from advisor.domain import Guide
from advisor.library.manifest import MANIFEST_FILE, EmbedderEntry, Manifest
from advisor.library.shelf import RELEASES, point_to
from ingest.freshness import inputs_digest, reader_version


def publish(home: Path, day: int, inputs: Sequence[Path], embedder: str = "model") -> str:
    """A release of that day of November, made from the inputs as they are now, and published."""
    release = f"202611{day:02}T100000000Z-0123abcd"
    manifest = Manifest(
        id=release,
        created=f"2026-11-{day:02}T10:00:00+00:00",
        embedder=EmbedderEntry(name=embedder, digest="d" * 64, dimensions=384),
        splitter=reader_version(),
        content="c" * 64,
        inputs=tuple(map(str, inputs)),
        inputs_digest=inputs_digest(inputs),
        guides=(Guide("g", "Which job?", ""),),
        counts={"passages": 12},
        files={},
    )
    folder = home / RELEASES / release
    folder.mkdir(parents=True)
    (folder / MANIFEST_FILE).write_text(manifest.sealed({}).model_dump_json(), encoding="utf-8")
    point_to(home, release)
    return release
