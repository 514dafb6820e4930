"""The cells of a table's row in Markdown. Knows bars, not tables."""

import re
from itertools import pairwise


def cells(row: str, offset: int) -> list[tuple[int, int]]:
    """Start and end of each cell of a table's row, trimmed (an empty cell has no length); an all-empty row has none."""
    inner_start = len(row) - len(row.lstrip())
    inner_end = len(row.rstrip())
    bars = [bar.start() for bar in re.finditer(r"(?<!\\)\|", row)]
    edges = [inner_start - 1] if not bars or bars[0] != inner_start else []
    edges += bars
    if not bars or bars[-1] != inner_end - 1 or len(edges) < 2:
        edges.append(inner_end)
    found = []
    for left, right in pairwise(edges):
        part = row[left + 1 : right]
        start = left + 1 + len(part) - len(part.lstrip())
        found.append((offset + start, offset + start + len(part.strip())))
    return found if any(end > start for start, end in found) else []
