"""How well passages hold just the words that answer: character spans against exact reference spans. Pure arithmetic."""

from collections.abc import Iterable, Sequence

Span = tuple[int, int]  # start and end of characters of one text


def span_measures(found: Iterable[Span], wanted: Iterable[Span]) -> dict[str, float]:
    """Recall, precision and intersection over union, in characters; a character found twice is read twice.

    The reader reads every passage, so precision and IoU count overlapping passages each for itself; recall does not.
    """
    passages = [span for span in found if span[0] < span[1]]
    asked = merged(wanted)
    hit = overlap(merged(passages), asked)
    read, want = length(passages), length(asked)
    union = read + want - hit
    return {
        "recall": hit / want if want else 0.0,
        "precision": hit / read if read else 0.0,
        "iou": hit / union if union else 0.0,
    }


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same characters as spans in order that neither touch nor overlap."""
    result: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def overlap(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Characters that both hold; neither may overlap itself."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def length(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)


def fixed_spans(text: str, size: int) -> list[Span]:
    """A plain splitter: pieces of `size` characters."""
    return [(start, min(start + size, len(text))) for start in range(0, len(text), size)]
