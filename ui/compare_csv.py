"""A comparison as CSV, a line for each quoted stretch. Guides are not trusted: no cell can start a formula."""

import csv
import io
from collections.abc import Iterator, Mapping

from advisor.compare.table import Cell, Comparison, Row, Saying
from ui import words
from ui.cards import guide_address
from ui.names import dated

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BOM = "\ufeff"  # without it spreadsheets read UTF-8 as something else


def as_csv(comparison: Comparison, host: str) -> str:
    """With the header line; `host` makes the places whole addresses."""
    names = {role.id: role.name for role in comparison.roles}
    if comparison.background:
        names[comparison.background.id] = words.COMPARE_FOR_YOU.format(background=comparison.background.name)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(words.COMPARE_CSV_HEAD)
    for row in comparison.rows:
        for cell in (*row.cells, *((row.for_you,) if row.for_you else ())):
            writer.writerows([safe(value) for value in line] for line in _lines(row, cell, names, comparison, host))
    for difference in comparison.differences:
        for source in difference.sources:
            line = _line(
                difference.about, words.BASES["computed"], Saying(source, difference.text), "", comparison, host
            )
            writer.writerow([safe(value) for value in line])
    return BOM + out.getvalue()


def safe(value: str) -> str:
    """The value with an apostrophe before it where a spreadsheet would calculate it."""
    return f"'{value}" if value.startswith(_STARTS_A_FORMULA) else value


def _lines(row: Row, cell: Cell, names: Mapping[str, str], comparison: Comparison, host: str) -> Iterator[list[str]]:
    role = names[cell.column]
    if not cell.voices:
        yield [row.attribute.name, role, *[""] * 5, words.COMPARE_NONE, "", "", comparison.release]
    for voice in cell.voices:
        for saying in voice.sayings:
            yield _line(row.attribute.name, role, saying, cell.differ, comparison, host)


def _line(about: str, role: str, saying: Saying, differ: str, comparison: Comparison, host: str) -> list[str]:
    source = saying.source
    return [
        about, role, source.guide_title, source.publisher, source.guide_kind, dated(source), saying.label, source.quote,
        differ, f"{host}{guide_address(source)}", comparison.release,
    ]  # fmt: skip
