"""Full-text search for a reader: passages that hold the words looked for, then those that come near in meaning.

Knows no question and no answer. Words in double quotes must stand one after the other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from advisor.domain import Guide, Passage, Unit
from advisor.errors import InputError
from advisor.interfaces import Library
from advisor.text import content_stems, words

LONGEST_QUERY = 200  # characters
SHOWN_AT_MOST = 50  # passages that hold the words
NEAR_AT_MOST = 8
_NEAR = 0.4  # cosine; what has nothing to do with the guides stays below 0.3
_READ_AT_MOST = 2_000  # units that share a word, best first
_QUOTED = re.compile(r'["“„]([^"“”„]*)["”]')
_RUN = re.compile(r"\S+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found; all offsets count in the guide's text."""

    guide: Guide
    passage: Passage
    start: int  # of the sentence, item or row to open the guide at
    end: int
    matched: tuple[Span, ...] = ()  # the words looked for; none where only the meaning is near


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search found, best first; `total` counts also what is not shown."""

    query: str
    exact: tuple[Hit, ...] = ()
    near: tuple[Hit, ...] = ()
    total: int = 0


def find(library: Library, query: str) -> Findings:
    """Nothing for a query without a word; raises InputError for one that is too long."""
    query = " ".join(query.split())
    if len(query) > LONGEST_QUERY:
        raise InputError(
            f"That is too long to search for: {len(query):,} characters.",
            hint=f"Search for a few words, {LONGEST_QUERY} characters at most.",
        )
    if not words(query):
        return Findings(query)
    sought = _Sought(query)
    exact = {hit.passage.id: hit for hit in _holding(library, sought)}
    near = (found for found in library.search(query, SHOWN_AT_MOST) if found.similarity >= _NEAR)
    hits = (
        Hit(library.guides[f.passage.guide_id], f.passage, f.start, f.end, sought.spans_in(f.passage))
        for f in near
        if f.passage.id not in exact
    )
    return Findings(query, tuple(exact.values())[:SHOWN_AT_MOST], tuple(hits)[:NEAR_AT_MOST], len(exact))


def _holding(library: Library, sought: "_Sought") -> Iterator[Hit]:
    """Passages in which all words stand, by how well their best unit matches."""
    lexical = library.scores(sought.query).lexical
    best: dict[str, Unit] = {}
    for row in np.argsort(-lexical, kind="stable")[:_READ_AT_MOST]:
        if lexical[row] > 0:
            best.setdefault(library.units[row].passage_id, library.units[row])
    for passage_id, unit in best.items():
        passage = library.passages[passage_id]
        guide = library.guides[passage.guide_id]
        if sought.stands_in(passage, guide):
            yield Hit(guide, passage, unit.start, unit.end, sought.spans_in(passage))


class _Sought:
    """The words of a query, found again in passages by their stems."""

    def __init__(self, query: str) -> None:
        self.query = query
        self._phrases = [phrase for phrase in map(_parts, _QUOTED.findall(query)) if phrase]
        self._words = [stems for word in words(query) if (stems := content_stems(word))]
        self._stems = {stem for stems in self._words for stem in stems}

    def stands_in(self, passage: Passage, guide: Guide) -> bool:
        """All words, at least one of them in the passage's own; the others may stand in what it stands under."""
        own = set(content_stems(passage.text))
        above = content_stems(" ".join((guide.title, guide.publisher, *passage.heading, passage.context)))
        return (
            not own.isdisjoint(self._stems)
            and all(_held(stems, own.union(above)) for stems in self._words)
            and all(_follows(phrase, _parts(passage.text)) for phrase in self._phrases)
        )

    def spans_in(self, passage: Passage) -> tuple[Span, ...]:
        """Where the words stand in the guide's text."""
        return tuple(
            (passage.start + start, passage.start + end) for start, end in matched_words(passage.text, self._stems)
        )


def matched_words(text: str, stems: Iterable[str]) -> Iterator[Span]:
    """Where words of these stems stand in a text, without the marks around them."""
    sought = frozenset(stems)
    for run in _RUN.finditer(text):
        if not sought.isdisjoint(content_stems(run[0])):
            bare = re.sub(r"[^\w%+#]+$", "", run[0])
            start = run.start() + len(bare) - len(re.sub(r"^[^\w$€£₹]+", "", bare))
            yield start, run.start() + len(bare)


def _held(stems: Sequence[str], there: set[str]) -> bool:
    """A compound word also counts where its parts stand apart."""
    return stems[0] in there or (len(stems) > 1 and there.issuperset(stems[1:]))


def _parts(text: str) -> list[str]:
    """The words in order, compound ones in their parts."""
    return [part for word in words(text) for part in re.split(r"\W+", word) if part]


def _follows(phrase: Sequence[str], text: Sequence[str]) -> bool:
    return any(list(text[at : at + len(phrase)]) == list(phrase) for at in range(len(text) - len(phrase) + 1))
