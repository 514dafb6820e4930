"""A library without what was withdrawn, as if it had never been read, and with what was noted. Knows no ledger.

Nothing is indexed anew: the rows of withdrawn units are left out of what the release's own indexes give.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from threading import Lock

import numpy as np

from advisor.audit.quarantine import Quarantine, Withdrawn
from advisor.domain import Fact, Found, Guide, Passage, Unit, Vocabulary
from advisor.errors import LibraryError
from advisor.interfaces import Library, Shelf, UnitScores, Vectors
from advisor.library.fit import standing
from advisor.points import Point


class WithheldLibrary:
    """What is left of a library; raises LibraryError where nothing is."""

    def __init__(
        self, library: Library, withdrawn: Mapping[str, Withdrawn], notes: Mapping[str, str] | None = None
    ) -> None:
        hidden = {p.id for p in library.passages.values() if p.id in withdrawn or p.guide_id in withdrawn}
        rows = [row for row, unit in enumerate(library.units) if unit.passage_id not in hidden]
        if not rows:
            raise LibraryError(
                "All that the library holds was withdrawn.", hint="See why: advisor audit quarantine list"
            )
        self.release = library.release
        self.guides: Mapping[str, Guide] = {
            guide_id: guide for guide_id, guide in library.guides.items() if guide_id not in withdrawn
        }
        self.passages: Mapping[str, Passage] = {
            passage_id: passage for passage_id, passage in library.passages.items() if passage_id not in hidden
        }
        self.units: Sequence[Unit] = [library.units[row] for row in rows]
        self.facts: Sequence[Fact] = [fact for fact in library.facts if fact.passage_id not in hidden]
        self.points: Sequence[Point] = [
            point for point in library.points if hidden.isdisjoint(c.passage_id for c in point.citations)
        ]
        fit, _ = standing(library.vocabulary.fit, self.passages.values())
        self.vocabulary: Vocabulary = replace(library.vocabulary, fit=fit)
        self.notes: Mapping[str, str] = notes or {}
        self._library = library
        self._hidden = hidden
        self._rows = np.array(rows, dtype=np.intp)

    def search(self, query: str, limit: int) -> list[Found]:
        if limit < 1:
            return []
        found = self._library.search(query, limit + len(self._hidden))
        return [match for match in found if match.passage.id not in self._hidden][:limit]

    def embed(self, texts: Sequence[str]) -> Vectors:
        return self._library.embed(texts)

    def scores(self, query: str) -> UnitScores:
        every = self._library.scores(query)
        return UnitScores(dense=every.dense[self._rows], lexical=every.lexical[self._rows])


class WithholdingShelf:
    """A shelf whose library leaves out what is withdrawn; it looks whenever the library is asked for."""

    def __init__(self, shelf: Shelf, quarantine: Quarantine) -> None:
        self._shelf = shelf
        self._quarantine = quarantine
        self._lock = Lock()
        self._stamp = -1
        self._whole: Library | None = None
        self._left: Library | None = None

    def current(self) -> Library:
        whole = self._shelf.current()
        with self._lock:
            stamp = self._quarantine.stamp()
            if self._left is None or self._whole is not whole or stamp != self._stamp:
                notes = {subject_id: note.text for subject_id, note in self._quarantine.notes().items()}
                self._left = withheld(whole, self._quarantine.held(), notes)
                self._whole, self._stamp = whole, stamp
            return self._left

    def guide(self, guide_id: str, release: str | None = None) -> Guide | None:
        """The guide as it was written, also where it is withdrawn: whoever shows it asks what is."""
        return self._shelf.guide(guide_id, release)


def withheld(library: Library, withdrawn: Mapping[str, Withdrawn], notes: Mapping[str, str]) -> Library:
    """The library itself where nothing of it is withdrawn or noted."""
    touched = any(one in library.passages or one in library.guides for one in (*withdrawn, *notes))
    return WithheldLibrary(library, withdrawn, notes) if touched else library
