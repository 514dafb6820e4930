"""Tables whose words the vocabulary does not know: their cells are no facts, or facts that nobody can ask for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from advisor.domain import Attribute, Passage, PassageKind, Role, Vocabulary
from ingest.facts import cell_texts
from ingest.frontmatter import slug
from ingest.lint.finding import Finding, Source, shortened
from ingest.names import PROS_AND_CONS, Names, key, names
from ingest.rolenames import compared, is_occupation


@dataclass(frozen=True, slots=True)
class Table:
    """`roles` are the names that stand for roles in it, known or not; `labels` those for attributes."""

    header: tuple[str, ...]
    rows: tuple[Passage, ...]
    roles: tuple[str, ...]
    labels: tuple[str, ...]
    known: bool  # whether it names a role of the vocabulary


def tables(source: Source, vocabulary: Vocabulary) -> Iterator[Table]:
    rows = (passage for passage in source.passages if passage.kind is PassageKind.TABLE_ROW)
    known, pairs = names(vocabulary), {key(name) for name in compared([source.guide.title, source.guide.text])}
    for _, group in groupby(rows, key=lambda row: (row.heading, row.context)):
        yield _table(tuple(group), known, pairs)


def table_findings(source: Source, vocabulary: Vocabulary) -> Iterator[Finding]:
    known = names(vocabulary)
    for table in tables(source, vocabulary):
        line = source.line(table.rows[0].context.split("\n")[0])
        if not table.known:
            header = " | ".join(table.header)
            yield Finding(source.file, line, "table-roles", f"no column and no row names a known role: {header}")
        for row in table.rows:
            if len(cell_texts(row.text)) != len(table.header):
                told = f"a row with another number of cells than its header is no fact: {shortened(row.text)}"
                yield Finding(source.file, source.line(row.text), "table-cells", told)
        if table.known:
            for label in _unknown_labels(table, vocabulary, known):
                told = f"“{label}” is no attribute of attributes.yaml"
                yield Finding(source.file, _line_of(label, table, source), "table-labels", told)


def unknown(sources: Iterable[Source], vocabulary: Vocabulary) -> tuple[tuple[Role, ...], tuple[Attribute, ...]]:
    """Drafts of roles and attributes that the tables name and the vocabulary does not; meanings are left to people."""
    known = names(vocabulary)
    roles: dict[str, Role] = {}
    attributes: dict[str, Attribute] = {}
    for source in sources:
        for table in tables(source, vocabulary):
            for name in table.roles:
                if known.role(name) is None:
                    roles.setdefault(slug(name), Role(slug(name), name))
            if table.roles:
                for label in _unknown_labels(table, vocabulary, known):
                    attributes.setdefault(slug(label), Attribute(slug(label), label))
    return tuple(roles.values()), tuple(attributes.values())


def _table(rows: tuple[Passage, ...], known: Names, pairs: set[str]) -> Table:
    header = tuple(map(_bare, cell_texts(rows[0].context)))
    firsts = tuple(_bare(cells[0]) for row in rows if (cells := cell_texts(row.text)))

    def named(cells: Iterable[str]) -> tuple[str, ...]:
        return tuple(c for c in cells if known.role(c) or is_occupation(c) or (c and key(c) in pairs))

    across, down = named(header[1:]), named(firsts)
    if across or not down:
        labels = tuple(label for label in firsts if label)
        return Table(header, rows, across, labels, any(known.role(cell) for cell in across))
    return Table(header, rows, down, tuple(filter(None, header[1:])), any(known.role(cell) for cell in down))


def _unknown_labels(table: Table, vocabulary: Vocabulary, known: Names) -> list[str]:
    ids = {attribute.id for attribute in vocabulary.attributes} | {PROS_AND_CONS}
    return [label for label in dict.fromkeys(table.labels) if known.attribute(label) not in ids]


def _line_of(label: str, table: Table, source: Source) -> int:
    row = next((row for row in table.rows if _bare(cell_texts(row.text)[0]) == label), None)
    return source.line(row.text if row else table.rows[0].context.split("\n")[0])


def _bare(words: str) -> str:
    return words.strip("*_` ").replace("\\|", "|")
