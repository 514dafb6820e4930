"""Tables whose cells a scraper has glued together, as Markdown tables again. A value never moves to another role."""

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from ingest.pieces import Piece, PieceKind
from ingest.seams import Clues, clues, is_glued, part

LONGEST_CORNER = 30  # characters of the cell above the labels


def unglue(pieces: Sequence[Piece], roles: Collection[str], labels: Collection[str]) -> tuple[list[Piece], list[str]]:
    """The pieces with each glued table as one table piece, and a warning for each row that was left as it is."""
    given = clues([piece.text for piece in pieces], labels)
    names = sorted(roles, key=len, reverse=True)
    found: list[Piece] = []
    warnings: list[str] = []
    at = 0
    while at < len(pieces):
        header = _header(pieces[at].text, names) if pieces[at].kind is PieceKind.TEXT else []
        rows = _rows(pieces, at + 1, given) if header else []
        if rows:
            table, unsure = _table(header, rows, given)
            found.append(Piece(PieceKind.TABLE, table, gap=True))
            warnings += [f"a row of a table could not be parted into cells: {row[:80]}" for row in unsure]
        else:
            found.append(pieces[at])
        at += 1 + len(rows)
    return found, warnings


def _header(line: str, names: Sequence[str]) -> list[str]:
    """The cells of a line that is a corner and two or more names of roles, with nothing but a space between them."""
    cells: list[str] = []
    rest = line.strip()
    while name := next((name for name in names if rest.lower().endswith(name.lower()) and len(rest) > len(name)), None):
        cells.insert(0, rest[-len(name) :])
        rest = rest[: -len(name)].rstrip()
    corner = re.fullmatch(rf"[A-Z](?:[\w &/-]{{0,{LONGEST_CORNER}}}\w)?", rest)
    joins = len(cells) > 1 and len(rest.split()) <= 3 and not re.search(r"\b(?:vs\.?|and|or|versus|an?|the)$", rest)
    return [rest, *cells] if corner and joins and line.strip() != " ".join([rest, *cells]) else []


def _rows(pieces: Sequence[Piece], at: int, given: Clues) -> list[str]:
    """The lines right below a header, as far as the last that shows a seam."""
    lines = [
        piece.text for piece in takewhile(lambda piece: piece.kind is PieceKind.TEXT and not piece.gap, pieces[at:])
    ]
    while lines and not is_glued(lines[-1], given):
        lines.pop()
    return lines


def _table(header: Sequence[str], rows: Sequence[str], given: Clues) -> tuple[str, list[str]]:
    lines = [_line(header), "|" + "---|" * len(header)]
    unsure = []
    for row in rows:
        cells = part(row, len(header) - 1, given)
        if cells is None:
            unsure.append(row)
        lines.append(_line(cells or [row]))
    return "\n".join(lines), unsure


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
