"""Answers as text for a terminal: wrapped to its width, plain where it is none. Knows nothing of commands.

What a guide or a person wrote is data: it cannot move the cursor or change a colour.
"""

import contextlib
import json
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence

from advisor.domain import Answer, GuideKind, Source
from advisor.errors import AdvisorError

WIDEST = 100  # columns; longer lines are hard to read
KEPT = "\n\t"
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # they reorder what is read


def width() -> int | None:
    """Columns to wrap to; None where standard output is no terminal."""
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else None


def harmless(text: str) -> str:
    """The text without the control characters that a terminal would obey."""
    return "".join(c for c in text if c in KEPT or (unicodedata.category(c) not in ("Cc", "Cs") and c not in BIDI))


def wrapped(text: str, columns: int | None, indent: str = "") -> str:
    """The text with its own line breaks kept and long lines wrapped; a table's rows are left as they are."""
    return "\n".join(_wrapped_line(line, columns, indent) for line in harmless(text).splitlines())


def _wrapped_line(line: str, columns: int | None, indent: str) -> str:
    if columns is None or len(indent + line) <= columns or line.lstrip().startswith("|"):
        return indent + line
    item = line.lstrip().startswith(("- ", "* ", "> "))
    hanging = indent + " " * (len(line) - len(line.lstrip()) + 2 * item)
    return textwrap.fill(
        line, columns, initial_indent=indent, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )


def answer_text(answer: Answer, columns: int | None) -> str:
    """The answer and its numbered sources."""
    text = wrapped(answer.answer, columns)
    if not answer.citations:
        return text
    sources = "\n".join(_source_text(source, columns) for source in answer.citations)
    return f"{text}\n\nSources\n{sources}"


def _source_text(source: Source, columns: int | None) -> str:
    """Number, guide, date and heading on one line, the quoted words below."""
    title = f"our digest of {source.guide_title}" if source.guide_kind == GuideKind.DIGEST else source.guide_title
    parts = (title, source.publisher, source.updated or "undated", source.heading)
    number = f"[{source.n}] "
    line = wrapped(" · ".join(" ".join(part.split()) for part in parts if part), columns, " " * len(number))
    quote = wrapped(f"“{' '.join(source.quote.split())}”", columns, " " * len(number))
    note = wrapped(f"Correction: {source.note}", columns, " " * len(number)) if source.note else ""
    return "\n".join(part for part in (f"{number}{line.lstrip()}", quote, note) if part)


def problem_text(problem: AdvisorError) -> str:
    """An expected failure and its remedy, on one line."""
    return harmless(" ".join(f"{problem} {problem.hint}".split()))


def as_json(value: object, encoding: str | None) -> str:
    """One line of JSON: plain where the stream is UTF-8, else, and for what no stream can carry, in ASCII."""
    if (encoding or "").lower().replace("-", "") == "utf8":
        text = json.dumps(value, ensure_ascii=False)
        with contextlib.suppress(UnicodeEncodeError):
            text.encode()
            return text
    return json.dumps(value)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns as wide as their widest cell, the last one open."""
    lines = [tuple(header), *(tuple(harmless(" ".join(cell.split())) for cell in row) for row in rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip() for line in lines)
