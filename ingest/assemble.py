"""A release put together in a folder: ordered, written, sealed and tried. Does not know which release is published."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import numpy as np

from advisor.domain import Guide, Passage
from advisor.embedder.onnx import OnnxEmbedder
from advisor.errors import IngestError, LibraryError
from advisor.interfaces import Embedder, Vectors
from advisor.library.contents import VECTORS_FILE, Contents, safe_name, write_contents
from advisor.library.dense import CHROMA, build_chroma
from advisor.library.headings import HEADINGS_FILE
from advisor.library.lexical import LEXICAL, save_lexical
from advisor.library.manifest import MANIFEST_FILE, EmbedderEntry, Manifest, describe_files
from advisor.library.search import open_release, texts_of
from advisor.library.shelf import MODEL, fsync
from ingest.freshness import reader_version

SAMPLE = 16  # units that must find themselves before a release is published


@dataclass(frozen=True, slots=True)
class Indexed:
    """The vectors of a release: one for each unit, one for each distinct heading."""

    units: Vectors
    headings: Vectors


def ordered(contents: Contents) -> Contents:
    """Guides by id, passages by guide and offset, units by passage and offset.

    Raises IngestError where there is nothing or an id cannot be used, ValueError where words and offsets differ.
    """
    if not contents.units:
        raise IngestError("There is nothing to publish: no passage was read.", hint="See the report of what was read.")
    _check_ids(contents.guides, contents.passages)
    places = {passage.id: (passage.guide_id, passage.start, passage.nth) for passage in contents.passages}
    return replace(
        contents,
        guides=sorted(contents.guides, key=lambda guide: guide.id),
        passages=sorted(contents.passages, key=lambda passage: places[passage.id]),
        units=sorted(contents.units, key=lambda unit: (places[unit.passage_id], unit.start, unit.end, unit.asks)),
    )


def _check_ids(guides: Sequence[Guide], passages: Sequence[Passage]) -> None:
    texts = {safe_name(guide.id): guide.text for guide in guides}
    if len(texts) != len(guides) or len({passage.id for passage in passages}) != len(passages):
        raise IngestError("Two guides or two passages have one id.", hint="Give each guide an id of its own.")
    for passage in passages:
        if texts[passage.guide_id][passage.start : passage.end] != passage.text:
            raise ValueError(f"the words of {passage.id} do not stand at its offsets")


def content_digest(contents: Contents, vocabulary_files: Mapping[str, bytes], embedder: Embedder, inputs: str) -> str:
    """Equal for two ingests that would build the same release."""
    digest = sha256("\n".join([reader_version(), embedder.name, embedder.digest, inputs]).encode())
    for part in (
        contents.guides,
        contents.passages,
        contents.units,
        contents.facts,
        [contents.vocabulary],
        contents.points,
    ):
        digest.update(json.dumps([asdict(thing) for thing in part]).encode())
    for name, content in sorted(vocabulary_files.items()):
        digest.update(f"{name}\0{sha256(content).hexdigest()}\n".encode())
    return digest.hexdigest()


def draft(contents: Contents, embedder: Embedder, content: str, inputs: tuple[str, ...], digest: str) -> Manifest:
    """The manifest of a release that begins now; it names no files yet."""
    now = datetime.now(UTC)
    return Manifest(
        id=f"{now:%Y%m%dT%H%M%S}{now.microsecond // 1000:03d}Z-{content[:8]}",
        created=now.isoformat(timespec="milliseconds"),
        embedder=EmbedderEntry(name=embedder.name, digest=embedder.digest, dimensions=embedder.dimensions),
        splitter=reader_version(),
        content=content,
        inputs=inputs,
        inputs_digest=digest,
        guides=tuple(replace(guide, text="") for guide in contents.guides),
        counts={
            "guides": len(contents.guides),
            "passages": len(contents.passages),
            "units": len(contents.units),
            "facts": len(contents.facts),
            "points": len(contents.points),
        },
        files={},
    )


def assemble(
    folder: Path,
    manifest: Manifest,
    contents: Contents,
    vocabulary_files: Mapping[str, bytes],
    embedder: Embedder,
    indexed: Indexed,
) -> None:
    """Fill the folder, manifest last, all of it on the disk before this returns.

    Raises LibraryError where Chroma fails, IngestError for a name that cannot be a file's, OSError from the disk.
    """
    write_contents(folder, contents, vocabulary_files)
    np.save(folder / VECTORS_FILE, indexed.units, allow_pickle=False)
    np.save(folder / HEADINGS_FILE, indexed.headings, allow_pickle=False)
    save_lexical(folder / LEXICAL, texts_of(contents))
    build_chroma(folder / CHROMA, folder / VECTORS_FILE)
    _take_model(folder, embedder)
    sealed = manifest.sealed(describe_files(folder))
    (folder / MANIFEST_FILE).write_text(sealed.model_dump_json(indent=1), encoding="utf-8")
    for path in [*folder.rglob("*"), folder]:
        fsync(path)


def try_out(folder: Path, texts: Sequence[str], embedder: Embedder) -> None:
    """Open it as a server would, and have a sample of its units find themselves; raises LibraryError."""
    library = open_release(folder, embedder)
    for row in range(0, len(texts), max(1, len(texts) // SAMPLE)):
        if not library.scores(texts[row]).dense[row] > 0.999:
            raise LibraryError(
                f"A unit of {library.units[row].passage_id} is not found by its own words.",
                hint="Nothing was published. Remove embeddings.db from the home folder and run: advisor ingest.",
            )


def _take_model(staging: Path, embedder: Embedder) -> None:
    """The export that made the vectors travels with them; linked, as it is the same for every release."""
    if not isinstance(embedder, OnnxEmbedder):
        return
    (staging / MODEL).mkdir()
    for file in embedder.folder.iterdir():
        try:
            (staging / MODEL / file.name).hardlink_to(file)
        except OSError:
            shutil.copy2(file, staging / MODEL / file.name)
