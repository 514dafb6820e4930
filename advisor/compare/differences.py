"""What can be worked out from cells of one guide: who is ahead, what is the same; and where guides differ.

Figures of different guides are never subtracted from each other: they need not measure the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from advisor.answer.evidence import Piece
from advisor.compare.charts import Figure
from advisor.compare.levels import Level, degrees, level
from advisor.compare.measures import amount
from advisor.compare.table import Difference, Sort
from advisor.domain import Source

_END = {Sort.HIGHER_TOP: "top", Sort.HIGHER_BOTTOM: "bottom"}


def of_figures(figures: Sequence[Figure], names: Mapping[str, str]) -> Iterator[Difference]:
    """Who has the higher top and bottom of pay and who grows faster, guide by guide."""
    rows: dict[tuple[str, ...], dict[str, Figure]] = defaultdict(dict)
    for figure in figures:
        rows[(*figure.axis, figure.source.guide_id)].setdefault(figure.role, figure)
    for row in rows.values():
        if len(row) > 1:
            yield from _ahead(list(row.values()), names)


def of_levels(row: Sequence[tuple[str, Piece, Source]], names: Mapping[str, str]) -> Difference | None:
    """Whether a table's row names the same level, such as a degree, for all roles."""
    told = [(role, piece, source, found) for role, piece, source in row if (found := level(piece.text))]
    if len(told) < 2 or len(told) < len(row) or len({found.scale for *_, found in told}) > 1:
        return None
    sort = Sort.SAME if len({found.steps for *_, found in told}) == 1 else Sort.DIFFERENT
    label = told[0][1].fact.label if told[0][1].fact else ""
    sides = [f"{found.words} for {names[role]}" for role, _, _, found in told]
    return Difference(
        sort, label, f"{told[0][3].words[:1].upper()}{'; '.join(sides)[1:]}.", tuple(source for _, _, source, _ in told)
    )


def differ(figures: Sequence[Figure], said: Mapping[str, Sequence[str]], publishers: Mapping[str, str]) -> str:
    """In what the guides of one cell differ: figures that measure the same, or levels; empty where in nothing."""
    by_axis: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        by_axis[figure.axis].append(figure)
    for group in by_axis.values():
        if len({(f.reading.low, f.reading.high) for f in group}) > 1 and len({f.source.guide_id for f in group}) > 1:
            return "; ".join(f"{f.reading.shown} ({publishers[f.source.guide_id]})" for f in group)
    return _differ_in_level(said, publishers)


def _differ_in_level(said: Mapping[str, Sequence[str]], publishers: Mapping[str, str]) -> str:
    """Two guides whose levels, or whose degrees, have no step in common."""
    levels = {guide: found for guide, texts in said.items() if (found := _level(texts))}
    for (_, one), (_, other) in combinations(levels.items(), 2):
        if one.scale == other.scale and (one.highest < other.lowest or other.highest < one.lowest):
            return _sides(((guide, found.words) for guide, found in levels.items()), publishers)
    named = {guide: words for guide, texts in said.items() if (words := degrees(" | ".join(texts)))}
    if any(not set(these) & set(those) for these, those in combinations(named.values(), 2)):
        return _sides(((guide, ", ".join(words.values())) for guide, words in named.items()), publishers)
    return ""


def _level(texts: Iterable[str]) -> Level | None:
    return next((found for text in texts if (found := level(text))), None)


def _sides(sides: Iterable[tuple[str, str]], publishers: Mapping[str, str]) -> str:
    return "; ".join(f"{words} ({publishers[guide]})" for guide, words in sides)


def _ahead(row: Sequence[Figure], names: Mapping[str, str]) -> Iterator[Difference]:
    if row[0].attribute == "growth":
        yield _difference(Sort.FASTER, row, {f.role: f.reading.low for f in row}, names)
        return
    yield _difference(Sort.HIGHER_TOP, row, {f.role: f.reading.high for f in row}, names)
    if any(f.reading.low < f.reading.high for f in row):
        yield _difference(Sort.HIGHER_BOTTOM, row, {f.role: f.reading.low for f in row}, names)


def _difference(sort: Sort, row: Sequence[Figure], values: Mapping[str, float], names: Mapping[str, str]) -> Difference:
    """The first against the second; roles that share the first place are named together."""
    unit = row[0].reading.unit
    first, *rest = sorted(set(values.values()), reverse=True)
    ahead = " and ".join(names[role] for role, value in values.items() if value == first)
    about = row[0].label or row[0].reading.what
    sources = tuple(figure.source for figure in row)
    if not rest:
        return Difference(Sort.SAME, about, f"{_what(sort, row)}: {amount(first, unit)} for {ahead}.", sources)
    others = [f"{amount(value, unit)} for {names[role]}" for role, value in values.items() if value < first]
    than = " than the next" if len(others) > 1 else ""
    more = "" if unit == "%" else f" ({amount(first - rest[0], unit)} more{than})"
    text = f"{_what(sort, row)}: {amount(first, unit)} for {ahead}, against {' and '.join(others)}{more}."
    return Difference(sort, about, text, sources)


def _what(sort: Sort, row: Sequence[Figure]) -> str:
    what = row[0].reading.what
    what = f"{_END[sort]} of the {what}" if sort in _END and any(f.reading.low < f.reading.high for f in row) else what
    return what[:1].upper() + what[1:]
