"""Two rows of words laid beside each other: which stand for which, and what differs between. Pure; knows no meaning."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_SMALL = 12  # words of a gap up to which every way to lay them is tried

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gap:
    """Where the two differ: from and to (not included) in the one and in the other."""

    told: Pair
    known: Pair
    inside: bool  # words that match stand before and after it


def matches(told: Sequence[Hashable], known: Sequence[Hashable]) -> list[Pair]:
    """Places that match, in order in both: first what is unique in both, then what stands between."""
    return list(_matches(told, known, 0, len(told), 0, len(known)))


def gaps(pairs: Sequence[Pair], told: int, known: int) -> list[Gap]:
    """What is left between the matches, of rows of these lengths."""
    found = []
    for (a, b), (c, d) in pairwise([(-1, -1), *pairs, (told, known)]):
        if c - a > 1 or d - b > 1:
            found.append(Gap((a + 1, c), (b + 1, d), a >= 0 and c < told))
    return found


def shared(told: Mapping[str, int], known: Mapping[str, int]) -> int:
    """How many could match at most, of the counts of both."""
    return sum([min(count, known.get(word, 0)) for word, count in told.items()])


def _matches(told: Sequence[Hashable], known: Sequence[Hashable], a: int, b: int, c: int, d: int) -> Iterator[Pair]:
    while a < b and c < d and told[a] == known[c]:
        yield a, c
        a, c = a + 1, c + 1
    tail = 0
    while a < b and c < d and told[b - 1] == known[d - 1]:
        b, d, tail = b - 1, d - 1, tail + 1
    if a < b and c < d:
        anchors = _anchors(told, known, a, b, c, d)
        if anchors:
            for (e, f), (g, h) in pairwise([(a - 1, c - 1), *anchors, (b, d)]):
                yield from _matches(told, known, e + 1, g, f + 1, h)
                if g < b:
                    yield g, h
        elif b - a <= _SMALL and d - c <= 2 * _SMALL:
            yield from _longest(told, known, a, b, c, d)
    yield from ((b + step, d + step) for step in range(tail))


def _anchors(told: Sequence[Hashable], known: Sequence[Hashable], a: int, b: int, c: int, d: int) -> list[Pair]:
    """The longest row of places whose words stand once in both, in order."""
    once, there = Counter(told[a:b]), Counter(known[c:d])
    place = {word: c + step for step, word in enumerate(known[c:d]) if there[word] == 1}
    pairs = [(a + step, place[word]) for step, word in enumerate(told[a:b]) if once[word] == 1 and word in place]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, at) in enumerate(pairs):
        row = bisect_left(ends, at)
        before.append(last[row - 1] if row else -1)
        ends[row : row + 1], last[row : row + 1] = [at], [number]
    found: list[Pair] = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _longest(told: Sequence[Hashable], known: Sequence[Hashable], a: int, b: int, c: int, d: int) -> Iterator[Pair]:
    """The longest common row of a small gap."""
    best = [[0] * (d - c + 1) for _ in range(b - a + 1)]
    for i in range(b - a - 1, -1, -1):
        for j in range(d - c - 1, -1, -1):
            same = told[a + i] == known[c + j]
            best[i][j] = best[i + 1][j + 1] + 1 if same else max(best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < b - a and j < d - c:
        if told[a + i] == known[c + j]:
            yield a + i, c + j
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
