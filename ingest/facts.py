"""Facts from tables that name roles in their header or in their first column. Does not read prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from advisor.domain import Fact, Guide, Passage, PassageKind, Vocabulary
from advisor.library.rows import cells
from ingest.names import Names, names

_NOTHING_SAID = re.compile(
    r"[\W_]*|n/?a|tbd|none|unknown|(?:none|not|no figure|nothing)[ -](?:given|stated|said|available|applicable|found"
    r"|mentioned|specified|provided|reported|listed|in (?:the|this) guide)(?: (?:by|in) (?:the|this) guide)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Row:
    passage: Passage
    spans: tuple[tuple[int, int], ...]  # of its cells, in the guide's text

    def cell(self, column: int) -> str:
        start, end = (edge - self.passage.start for edge in self.spans[column])
        return self.passage.text[start:end]


def facts(guide: Guide, passages: Sequence[Passage], vocabulary: Vocabulary) -> tuple[Fact, ...]:
    """Each filled cell under (or beside) a role's name: `guide.text[fact.start:fact.end] == fact.value`.

    A row with another number of cells than its header gives none: its values may stand under the wrong role.
    """
    known = names(vocabulary)
    found: list[Fact] = []
    rows = (passage for passage in passages if passage.kind is PassageKind.TABLE_ROW)
    for _, table in groupby(rows, key=lambda row: (row.heading, row.context)):
        found += _of_table(list(table), known)
    return tuple(found)


def _of_table(passages: list[Passage], known: Names) -> Iterator[Fact]:
    header = [_bare(words) for words in cell_texts(passages[0].context)]
    rows = [_Row(passage, tuple(cells(passage.text, passage.start))) for passage in passages]
    rows = [row for row in rows if len(row.spans) == len(header)]
    roles = [known.role(words) if column else None for column, words in enumerate(header)]
    for row in rows:
        label = _bare(row.cell(0))
        if any(roles):
            yield from _across(row, label, roles, known)
        elif role := known.role(label):
            yield from _down(row, role, header, known)


def cell_texts(row: str) -> list[str]:
    """The words of each cell of a table's row."""
    return [row[start:end] for start, end in cells(row, 0)]


def _across(row: _Row, label: str, roles: list[str | None], known: Names) -> Iterator[Fact]:
    """Roles side by side: the row's label is the attribute."""
    for column, role in enumerate(roles):
        if role and label:
            yield from _fact(row, column, role, known.attribute(label), label)


def _down(row: _Row, role: str, header: list[str], known: Names) -> Iterator[Fact]:
    """One role a row: the column's header is the attribute."""
    for column, label in enumerate(header):
        if column and label:
            yield from _fact(row, column, role, known.attribute(label), label)


def _fact(row: _Row, column: int, role: str, attribute: str, label: str) -> Iterator[Fact]:
    start, end = row.spans[column]
    value = row.cell(column)
    if not _NOTHING_SAID.fullmatch(value):
        yield Fact(role, attribute, label, value, row.passage.guide_id, row.passage.id, start, end)


def _bare(words: str) -> str:
    """A label without the emphasis of Markdown."""
    return words.strip("*_` ").replace("\\|", "|")
