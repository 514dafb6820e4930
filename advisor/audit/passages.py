"""What a new release changes in the passages: added, changed, gone. Pure; the same passage has the same id.

A passage whose words or place were changed has another id: it is found again as the nearest in its guide.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from advisor.domain import Passage

NEAR = 0.5  # share of common words from which a passage is another one changed, under the same heading
ELSEWHERE = 0.8  # and under another heading of the guide
_TOKEN = re.compile(r"\s+|[^\W_]+(?:[.,'’/-][^\W_]+)*|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Change:
    """One passage of the published release and what stands in its place."""

    before: Passage
    after: Passage

    @property
    def moved(self) -> bool:
        """Whether only what stands above it was changed."""
        return self.before.text == self.after.text


@dataclass(frozen=True, slots=True)
class Changes:
    added: tuple[Passage, ...]
    changed: tuple[Change, ...]
    gone: tuple[Passage, ...]

    @property
    def touched(self) -> frozenset[str]:
        """The ids of passages that no longer stand as they were."""
        return frozenset([*(change.before.id for change in self.changed), *(passage.id for passage in self.gone)])


def compare_passages(before: Iterable[Passage], after: Iterable[Passage]) -> Changes:
    """Each in the order of its release."""
    old, new = ({passage.id: passage for passage in passages} for passages in (before, after))
    missing = [passage for passage in old.values() if passage.id not in new]
    fresh = [passage for passage in new.values() if passage.id not in old]
    pairs = _paired(missing, fresh)
    found = set(pairs.values())
    return Changes(
        tuple(passage for passage in fresh if passage.id not in found),
        tuple(Change(passage, new[pairs[passage.id]]) for passage in missing if passage.id in pairs),
        tuple(passage for passage in missing if passage.id not in pairs),
    )


def word_diff(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The stretches of both texts in order, each with "=", "-" for words that are gone or "+" for new ones."""
    old, new = (_TOKEN.findall(text) for text in (before, after))
    for what, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what == "equal":
            yield "=", "".join(old[a:b])
            continue
        if b > a:
            yield "-", "".join(old[a:b])
        if d > c:
            yield "+", "".join(new[c:d])


def _paired(missing: Sequence[Passage], fresh: Sequence[Passage]) -> dict[str, str]:
    """The likest pairs first, each passage once: ids of before to ids of after."""
    by_guide: dict[str, list[Passage]] = {}
    for passage in fresh:
        by_guide.setdefault(passage.guide_id, []).append(passage)
    near = sorted(
        (-likeness, nth, other.start, one.id, other.id)
        for nth, one in enumerate(missing)
        for other in by_guide.get(one.guide_id, ())
        if (likeness := _likeness(one, other))
    )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, _, one_id, other_id in near:
        if one_id not in pairs and other_id not in taken:
            pairs[one_id] = other_id
            taken.add(other_id)
    return pairs


def _likeness(one: Passage, other: Passage) -> float:
    """0 where the other cannot be this one changed; one under the same heading comes before one elsewhere."""
    same_place = one.heading == other.heading
    enough = NEAR if same_place else ELSEWHERE
    matcher = SequenceMatcher(a=one.text.split(), b=other.text.split(), autojunk=False)
    if matcher.real_quick_ratio() < enough or matcher.quick_ratio() < enough or (ratio := matcher.ratio()) < enough:
        return 0.0
    return ratio + same_place
