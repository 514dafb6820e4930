"""A sentence that is nearly a copy of a cited one, and what it changes. Pure.

Word overlap is blind to small edits: "no salary" and "a salary" share all but one word. So a near copy is laid beside
its original, and only what differs is read.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from advisor.verify.alignment import Gap, Pair, gaps, matches, shared
from advisor.verify.comparison import comparisons
from advisor.verify.coverage import Coverage
from advisor.verify.edit import Change, Edit, Side, holds_back
from advisor.verify.reading import Sentence, Word

_NEAR = 0.7  # share of a sentence's words that match, from which it is a near copy
_FEWEST = 4  # words that match
_LONGEST = 6  # words of a change; where more differs it is no longer clear what stands for what
_GOES_ON = 2  # words of an original beyond the copy's end that are looked at, more than are put in their place
_MOVED = 3  # words beyond the copy's end that may have moved into it
_SAME_PLACE = 3  # words that match between two changes that may undo each other
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_KEPT = 8_192


@dataclass(frozen=True, eq=False)
class NearCopy:
    """A sentence beside the one that it nearly copies."""

    sentence: Sentence
    original: Sentence
    close: bool  # leaves out no more between its words than it puts there, and no figure
    changes: tuple[Change, ...]
    places: tuple[tuple[str, str], ...]  # what it puts in the place of what, with the words beside it
    replaced: float  # share of its words of meaning that stand in the place of others

    @property
    def faithful(self) -> bool:
        """Whether it says the same, in other words at most."""
        return self.close and not self.changes

    @property
    def crossed(self) -> bool:
        """Whether the sides of a comparison with "than" stand the other way round."""
        both = product(comparisons(self.sentence), comparisons(self.original))
        return any(mine.left & theirs.right or mine.right & theirs.left for mine, theirs in both)

    @property
    def turns(self) -> bool:
        """Whether it says something else, more than that a hedge is left out."""
        crossed = self.crossed
        return any(not (change.unhedged or (change.turned and crossed)) for change in self.changes)


def copies(laid: Coverage) -> list[NearCopy | None]:
    """For each sentence of a claim what it nearly copies."""
    return [near_copy(one.claim.sentences[0], one.likest) for one in laid.by_sentence]


@lru_cache(maxsize=_KEPT)
def near_copy(sentence: Sentence, originals: tuple[Sentence, ...]) -> NearCopy | None:
    """The sentence beside that of the originals of which it copies most, if it is nearly a copy of one."""
    told = _stems(sentence)
    enough = max(_NEAR * len(told), _FEWEST)
    likely = [original for original in originals if shared(_counted(sentence), _counted(original)) >= enough]
    laid = [(matches(told, _stems(original)), original) for original in likely]
    near = [(pairs, original) for pairs, original in laid if len(pairs) >= enough]
    if not near:
        return None
    pairs, original = max(near, key=lambda found: (len(found[0]), -_length(found[0])))
    return _compared(sentence, original, pairs)


def _length(pairs: Sequence[Pair]) -> int:
    """Words of the original from the first match to the last."""
    return pairs[-1][1] - pairs[0][1]


@lru_cache(maxsize=_KEPT)
def _counted(sentence: Sentence) -> Counter[str]:
    return Counter(_stems(sentence))


@lru_cache(maxsize=_KEPT)
def _stems(sentence: Sentence) -> tuple[str, ...]:
    return tuple(word.stem for word in sentence.words)


def _compared(sentence: Sentence, original: Sentence, pairs: Sequence[Pair]) -> NearCopy:
    edits = list(_edits(sentence, original, gaps(pairs, len(sentence.words), len(original.words))))
    small = [edit for edit in edits if max(len(edit.told.words), len(edit.known.words)) <= _LONGEST]
    lost = sum(word.content for edit in edits if edit.known.words for word in edit.told.words)
    return NearCopy(
        sentence,
        original,
        not any(edit.skips for edit in edits),
        tuple(_changes(sentence, original, edits, small)),
        tuple((edit.told.beside, edit.known.beside) for edit in small if edit.told.words and edit.known.words),
        lost / max(len(sentence.content), 1),
    )


def _edits(sentence: Sentence, original: Sentence, found: Sequence[Gap]) -> Iterator[Edit]:
    free_told = frozenset(place for gap in found for place in range(*gap.told))
    free_known = frozenset(place for gap in found for place in range(*gap.known))
    for gap in found:
        told = Side(sentence, *gap.told, free_told)
        known = Side(original, *(gap.known if gap.inside else _beside(gap, told, original)), free_known)
        yield Edit(told, known, gap.inside)


def _beside(gap: Gap, told: Side, original: Sentence) -> Pair:
    """Of an original that goes on before or after the copy only what stands beside the copy's words."""
    (start, end), size = gap.known, told.end - told.start
    if size == 0 and told.end:
        moved = any(word.stem in told.free_stems for word in original.words[start : start + _MOVED])
        return (start, end) if moved else (start, start)  # it may end before the original does
    longest = size + _GOES_ON
    return (max(start, end - longest), end) if told.start == 0 else (start, min(end, start + longest))


def _changes(sentence: Sentence, original: Sentence, edits: Sequence[Edit], small: Sequence[Edit]) -> Iterator[Change]:
    hedged = any(holds_back(word) for edit in edits for word in edit.told.words)
    yield from (change for edit in small for change in edit.changes() if not (hedged and change.unhedged))
    turns = [(edit, change) for edit in small if (change := edit.turn())]
    if not _undone([edit for edit, _ in turns]):
        yield from (change for _, change in turns)
    if moved := _moved(sentence.words, original.words):
        yield Change(figure=moved)


def _undone(edits: Sequence[Edit]) -> bool:
    """Whether two turns close together undo each other: "no degree is asked for", "a degree is not asked for"."""
    if len(edits) != 2 or {edit.denial for edit in edits} != {1, -1}:
        return False
    first, second = edits
    return second.told.start - first.told.end <= _SAME_PLACE


def _moved(told: Sequence[Word], known: Sequence[Word]) -> tuple[str, str] | None:
    """Two figures, or two years, that changed places alone: "from 2030 to 2024"."""
    mine, theirs = _with_what_follows(told), _with_what_follows(known)
    common = {figure for figure, _ in mine} & {figure for figure, _ in theirs}
    for years in (True, False):
        alike = {figure for figure in common if bool(_YEAR.fullmatch(figure)) is years}
        here, there = ([pair for pair in pairs if pair[0] in alike] for pairs in (mine, theirs))
        swapped = [(a, b) for (a, _), (b, _) in zip(here, there, strict=False) if a != b]
        if swapped and len(here) == len(there) and sorted(here) != sorted(there):
            return swapped[0]
    return None


def _with_what_follows(words: Sequence[Word]) -> list[tuple[str, str]]:
    """Each figure with the next word of meaning."""
    content = [word for word in words if word.content]
    return [(a.text, b.stem) for a, b in pairwise([*content, *content[-1:]]) if a.text[0].isdigit()]
