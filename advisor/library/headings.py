"""What stands above each unit, as vectors: a short question may be nearer to a heading than to the words below it.

Derived from the passages: a release without its headings is searched by the units' own words alone.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from advisor.domain import Passage
from advisor.interfaces import Vectors
from advisor.library.contents import Contents
from advisor.library.dense import Rows
from advisor.library.embedding_text import heading_path

HEADINGS_FILE = "headings.npy"
_FARTHEST = -1.0  # cosine of what has no heading


@dataclass(frozen=True, slots=True)
class Headings:
    """Vectors of the distinct headings; for each unit the row of its own, and how many passages share it."""

    vectors: Vectors
    of_unit: Rows  # -1 for a unit without a heading
    shared: Vectors

    def nearness(self, vector: Vectors) -> Vectors:
        """The cosine of each unit's heading, -1 where it has none."""
        return np.append(self.vectors @ vector, np.float32(_FARTHEST))[self.of_unit]


def heading_texts(passages: Sequence[Passage]) -> list[str]:
    """The words of each distinct heading, in order of appearance: what is embedded."""
    return list(_counted(passages))


def headings_of(contents: Contents, vectors: Vectors) -> Headings:
    """`vectors` has one row for each of `heading_texts`."""
    counted = _counted(contents.passages)
    rows = {text: row for row, text in enumerate(counted)}
    paths = {passage.id: heading_path(passage) for passage in contents.passages}
    above = [paths[unit.passage_id] for unit in contents.units]
    return Headings(
        vectors,
        np.array([rows.get(path, -1) for path in above], dtype=np.intp),
        np.array([counted.get(path, 1) for path in above], dtype=np.float32),
    )


def read_headings(release: Path, contents: Contents, dimensions: int) -> Headings | None:
    """None where the file cannot be read or holds other headings."""
    try:
        vectors: Vectors = np.load(release / HEADINGS_FILE, allow_pickle=False)
    except (OSError, ValueError):
        return None
    expected = (len(heading_texts(contents.passages)), dimensions)
    return headings_of(contents, vectors) if vectors.shape == expected and vectors.dtype == np.float32 else None


def _counted(passages: Sequence[Passage]) -> Mapping[str, int]:
    """How many passages stand under each heading."""
    return Counter(path for passage in passages if (path := heading_path(passage)))
