"""Which units are near a question in meaning. The only module that knows ChromaDB exists; knows no words.

Chroma is given our own vectors and asked with our own vectors, always: asked with texts it would build whatever model
its files name. It writes into its files even when it only reads, it does not survive a kill while it flushes, and a
damaged index ends the process: so it is built and checked in child processes, and searched in a private copy. It is
given equal vectors once: a crowd of them cuts its graph into islands that no search reaches.
"""

import logging
import shutil
import subprocess
import sys
import tempfile
import threading
import weakref
from os import _exit, environ, pathsep, read
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from advisor.errors import LibraryError
from advisor.interfaces import Vectors

CHROMA = "chroma"
CHROMA_FROM = 25_000  # vectors; below, the exact scan is faster, and needs no import
COLLECTION = "units"
BATCH = 1_000  # vectors a call; Chroma takes some 5,400 at most
SAMPLE = 200  # vectors that are to find themselves
MAY_BE_LOST = 0.02  # of the sample: the index is approximate; a broken one loses a sixth and more
LOST = 3  # exit code of a check that does not find all of its sample
SLOWEST_BUILD = 100  # vectors a second; a child that is slower hangs, as Chroma does on a full disk
PATIENCE = 60  # seconds, on top

Rows = NDArray[np.intp]
log = logging.getLogger(__name__)


class DenseIndex(Protocol):
    """Nearest rows first."""

    def nearest(self, vector: Vectors, limit: int) -> Rows: ...


class ExactIndex:
    """Every vector compared with the question."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors

    def nearest(self, vector: Vectors, limit: int) -> Rows:
        return best_rows(self._vectors @ vector, limit)


class ChromaIndex:
    """The vectors as Chroma holds them, in a copy that goes when this object goes."""

    def __init__(self, folder: Path, vectors: Vectors) -> None:
        self._equals = equal_rows(vectors)
        copy = tempfile.mkdtemp(prefix="advisor-chroma-")
        self._finalizer = weakref.finalize(self, shutil.rmtree, copy, ignore_errors=True)
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        self._client = _client(Path(copy))
        self._collection = self._client.get_collection(COLLECTION, embedding_function=None)

    def nearest(self, vector: Vectors, limit: int) -> Rows:
        found = self._collection.query(query_embeddings=[vector], n_results=limit, include=[])
        rows = [row for first in found["ids"][0] for row in self._equals[int(first)]]
        return np.array(rows[:limit], dtype=np.intp)


def best_rows(scores: Vectors, limit: int) -> Rows:
    """Rows of the highest scores, best first, the earlier row first among equals."""
    rows = np.arange(len(scores))
    if 0 < limit < len(scores):
        last = np.partition(scores, -limit)[-limit]
        above = np.flatnonzero(scores > last)
        rows = np.sort(np.concatenate([above, np.flatnonzero(scores == last)[: limit - len(above)]]))
    elif limit <= 0:
        rows = rows[:0]
    return rows[np.argsort(-scores[rows], kind="stable")]


def equal_rows(vectors: Vectors) -> dict[int, list[int]]:
    """All rows of each distinct vector, by the first of them."""
    groups: dict[bytes, list[int]] = {}
    for row, vector in enumerate(vectors):
        groups.setdefault(vector.tobytes(), []).append(row)
    return {rows[0]: rows for rows in groups.values()}


def build_chroma(chroma: Path, vectors_file: Path) -> None:
    """Put the vectors of a file into Chroma, and check in a fresh process that they are found.

    An index is approximate: where it does not find all of a sample, it is taken away again, with a warning, and every
    vector will be compared. Raises LibraryError where it cannot be built or holds other vectors.
    """
    rows = len(np.load(vectors_file, mmap_mode="r", allow_pickle=False))
    for task in ("build", "check"):
        code, problem = _in_child(task, chroma, vectors_file, PATIENCE + rows / SLOWEST_BUILD)
        if code == LOST:
            log.warning("Chroma's index is left out (%s): every vector will be compared.", problem)
            shutil.rmtree(chroma)
        elif code:
            raise LibraryError(
                f"Chroma could not {task} the index of {rows} vectors: {problem}.",
                hint="Nothing was published. Is the disk full? Try again: advisor ingest.",
            )


def _in_child(task: str, chroma: Path, vectors_file: Path, seconds: float) -> tuple[int, str]:
    """The exit code of a child process and its last words. The child ends when this process does."""
    home = str(Path(__file__).parents[2])
    known = environ.get("PYTHONPATH")
    child = subprocess.Popen(
        [sys.executable, "-m", "advisor.library.dense", task, str(chroma), str(vectors_file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**environ, "PYTHONPATH": f"{home}{pathsep}{known}" if known else home},
    )
    watchdog = threading.Timer(seconds, child.kill)
    watchdog.start()
    try:
        assert child.stderr is not None
        said = child.stderr.read().decode(errors="replace").strip().splitlines()
        code = child.wait()
    finally:
        watchdog.cancel()
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stderr):
            if pipe is not None:
                pipe.close()
    return code, said[-1] if said else f"its process ended with {code}"


def main(task: Literal["build", "check"], chroma: Path, vectors_file: Path) -> None:
    """What the child does."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    vectors: Vectors = np.load(vectors_file, mmap_mode="r", allow_pickle=False)
    client = _client(chroma)
    if task == "build":
        _fill(client, vectors)
    else:
        _check(client, vectors)
    client.close()


def _end_with_parent() -> None:
    read(sys.stdin.fileno(), 1)  # not through the buffer: its lock would outlive the thread
    _exit(1)


def _fill(client: Any, vectors: Vectors) -> None:
    space = {"hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 200, "max_neighbors": 32}}
    collection = client.create_collection(COLLECTION, embedding_function=None, configuration=space)
    rows = list(equal_rows(vectors))
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        collection.add(ids=[str(row) for row in batch], embeddings=vectors[batch])


def _check(client: Any, vectors: Vectors) -> None:
    """Every distinct vector is there, and a sample of them find themselves."""
    collection = client.get_collection(COLLECTION, embedding_function=None)
    rows = list(equal_rows(vectors))
    if collection.count() != len(rows):
        raise SystemExit(f"it holds {collection.count()} of {len(rows)} vectors")
    sample = vectors[rows[:: max(1, len(rows) // SAMPLE)]]
    found = collection.query(query_embeddings=sample, n_results=1, include=["distances"])["distances"]
    lost = sum(not distances or distances[0] > 1e-3 for distances in found)
    if lost > MAY_BE_LOST * len(sample):
        sys.stderr.write(f"{lost} of {len(sample)} vectors are not found")
        raise SystemExit(LOST)


def _client(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))  # type: ignore[arg-type]  # we call it ourselves
