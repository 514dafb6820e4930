"""A text as pieces that can be kept or left out one by one. Knows lines, not what they say."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

_HEADING = re.compile(r"#{1,6}\s+\S")
_BULLET = re.compile(r"\s*(?:[-*+•‣◦▪●·]|\d{1,2}[.)])\s+\S")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_UNDERLINE = re.compile(r"\s*(?:=+|-{2,})\s*")
_FENCE = re.compile(r"\s*(```+|~~~+)")
WIDEST_WRAPPED = 100  # characters of a line that an editor has wrapped


class PieceKind(StrEnum):
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    TABLE = "table"
    CODE = "code"
    NOTE = "note"  # what the text says of itself: "Updated: May 12, 2026"


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading, paragraph, list item or table as it is written."""

    kind: PieceKind
    text: str
    gap: bool = False  # a blank line stands before it
    cut: bool = False  # something that stood before it was left out


def markdown_pieces(text: str) -> list[Piece]:
    """Pieces of Markdown: lines that follow one another are one paragraph."""
    return [piece for run, gap in _runs(text) for piece in _of_run(run, gap, _one_paragraph)]


def plain_pieces(text: str) -> list[Piece]:
    """Pieces of plain text: a line is a paragraph, unless an editor wrapped it."""
    return [piece for run, gap in _runs(text) for piece in _of_run(run, gap, _lines)]


def joined(pieces: Iterable[Piece]) -> str:
    """The text again, with one blank line where there were some."""
    lines = [("\n" if piece.gap else "") + piece.text + "\n" for piece in pieces]
    return "".join(lines).strip("\n") + "\n" if lines else ""


def _runs(text: str) -> Iterator[tuple[list[str], bool]]:
    """Lines without a blank line between them; a block of code may hold blank lines."""
    run: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ""
        if line.strip() or fence:
            run.append(line.rstrip())
        elif run:
            yield run, True
            run = []
    if run:
        yield run, True


def _of_run(run: list[str], gap: bool, paragraphs: Callable[[list[str]], list[str]]) -> Iterator[Piece]:
    at = 0
    while at < len(run):
        kind, end = _extent(run, at)
        if kind is PieceKind.TEXT:
            for words in paragraphs(run[at:end]):
                yield Piece(PieceKind.TEXT, words, gap)
                gap = False
        else:
            yield Piece(kind, "\n".join(run[at:end]), gap)
        gap = False
        at = end


def _extent(run: Sequence[str], at: int) -> tuple[PieceKind, int]:
    """What begins at this line, and the line after it."""
    line = run[at]
    if mark := _FENCE.match(line):
        ends = (n + 1 for n in range(at + 1, len(run)) if run[n].strip().startswith(mark[1]))
        return PieceKind.CODE, next(ends, len(run))
    if _HEADING.match(line):
        return PieceKind.HEADING, at + 1
    if _starts_table(run, at):
        return PieceKind.TABLE, next((n for n in range(at + 2, len(run)) if "|" not in run[n]), len(run))
    if _BULLET.match(line):
        after = (n for n in range(at + 1, len(run)) if _BULLET.match(run[n]) or not run[n].startswith("  "))
        return PieceKind.ITEM, next(after, len(run))
    if at + 1 < len(run) and _UNDERLINE.fullmatch(run[at + 1]):
        return PieceKind.HEADING, at + 2
    return PieceKind.TEXT, next((n for n in range(at + 1, len(run)) if not _goes_on(run, n)), len(run))


def _starts_table(run: Sequence[str], at: int) -> bool:
    return "|" in run[at] and at + 1 < len(run) and "-" in run[at + 1] and bool(_DELIMITERS.fullmatch(run[at + 1]))


def _goes_on(run: Sequence[str], at: int) -> bool:
    """Whether this line can belong to the paragraph above it."""
    starts = _HEADING.match(run[at]) or _BULLET.match(run[at]) or _FENCE.match(run[at]) or _starts_table(run, at)
    return not starts and not (at + 1 < len(run) and _UNDERLINE.fullmatch(run[at + 1]))


def _one_paragraph(lines: list[str]) -> list[str]:
    return ["\n".join(lines)]


def _lines(lines: list[str]) -> list[str]:
    """Each line, or the lines joined where an editor wrapped them: the next word never had room in a line."""
    width = max(len(line) for line in lines)
    full = (len(line) + 1 + len(after.split()[0]) > width for line, after in pairwise(lines))
    wrapped = len(lines) > 1 and width <= WIDEST_WRAPPED and all(full)
    return [" ".join(line.strip() for line in lines)] if wrapped else [line.strip() for line in lines]
