"""Vectors of texts that were embedded before, so that none is embedded twice. Knows SQLite, not what a text is for.

A cache: what is damaged in it is embedded anew. Vectors are committed as they are made, so a killed ingest goes on
where it stopped.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from advisor.interfaces import Embedder, Vectors

CHUNK = 128  # texts embedded between two commits
LOOKUP = 500  # keys asked for at once


@dataclass(frozen=True, slots=True)
class Embedded:
    """One row of `vectors` for each text; how many rows were made now, and how many were there."""

    vectors: Vectors
    made: int
    reused: int


def embed_all(
    texts: Sequence[str], embedder: Embedder, database: Path, progress: Callable[[int, int], None]
) -> Embedded:
    """Embed what is not in the cache; raises sqlite3.Error or OSError where the disk does not take it."""
    keys = [sha256(f"{embedder.digest}\0{text}".encode()).digest() for text in texts]
    wanted = dict(zip(keys, texts, strict=True))
    with _opened(database) as cache:
        vectors = _known(cache, list(wanted), embedder.dimensions)
        missing = [key for key in wanted if key not in vectors]
        progress(len(vectors), len(wanted))
        for start in range(0, len(missing), CHUNK):
            chunk = missing[start : start + CHUNK]
            rows = embedder.embed([wanted[key] for key in chunk])
            with cache:
                stored = ((key, row.astype("<f4").tobytes()) for key, row in zip(chunk, rows, strict=True))
                cache.executemany("INSERT OR REPLACE INTO embeddings VALUES (?, ?)", stored)
            vectors.update(zip(chunk, rows, strict=True))
            progress(len(vectors), len(wanted))
    stacked = np.array([vectors[key] for key in keys], dtype=np.float32).reshape(len(keys), embedder.dimensions)
    made = sum(key in set(missing) for key in keys)
    return Embedded(stacked, made, len(keys) - made)


@contextmanager
def _opened(database: Path) -> Iterator[sqlite3.Connection]:
    cache = _connect(database)
    try:
        yield cache
    finally:
        cache.close()


def _connect(database: Path) -> sqlite3.Connection:
    """The cache, begun anew where the file is none; an operational error (a full disk, a lock) is the caller's."""
    try:
        return _prepared(database)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        for suffix in ("", "-wal", "-shm"):
            database.with_name(database.name + suffix).unlink(missing_ok=True)
        return _prepared(database)


def _prepared(database: Path) -> sqlite3.Connection:
    cache = sqlite3.connect(database)
    try:
        cache.execute("PRAGMA journal_mode = WAL")
        cache.execute("PRAGMA synchronous = NORMAL")
        cache.execute("CREATE TABLE IF NOT EXISTS embeddings (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID")
        if cache.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("damaged")
    except sqlite3.Error:
        cache.close()
        raise
    return cache


def _known(cache: sqlite3.Connection, keys: Sequence[bytes], dimensions: int) -> dict[bytes, Vectors]:
    found: dict[bytes, Vectors] = {}
    for start in range(0, len(keys), LOOKUP):
        some = keys[start : start + LOOKUP]
        marks = ",".join("?" * len(some))
        for key, blob in cache.execute(f"SELECT key, vector FROM embeddings WHERE key IN ({marks})", some):
            if len(blob) == 4 * dimensions:
                found[key] = np.frombuffer(blob, dtype="<f4").astype(np.float32)
    return {key: vector for key, vector in found.items() if abs(float(vector @ vector) - 1) < 1e-3}
