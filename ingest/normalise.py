"""Plain text as Markdown: which lines are headings, items and paragraphs. Adds marks and no words."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.pieces import Piece, PieceKind, joined
from ingest.reading import Dropped
from ingest.rolenames import first_named

LONGEST_HEADING = 120  # characters
LONGEST_TITLE = 150
LONGEST_NUMBER = 2  # digits of a line that only numbers the next one
SHORTEST_STATEMENT = 5  # words
LONGEST_RUN = 3  # headings in a row; more short lines in a row are a list

_BULLET = re.compile(r"^\s*(?:[-*+•‣◦▪●·])\s+")
_ORDERED = re.compile(r"^\s*(\d{1,2})[.)]\s+")
_MARKS = re.compile(r"^\s*#{1,6}\s+|\s#+\s*$|\n\s*(?:=+|-{2,})\s*$")


@dataclass(frozen=True, slots=True)
class Markdown:
    text: str
    title: str
    dropped: tuple[Dropped, ...]


def normalise(pieces: Sequence[Piece], names: Collection[str]) -> Markdown:
    """Markdown of the pieces of a plain text, its title ("" for none), and lines that were left out.

    `names` are roles: two headings in a row about one role, with a text about another below, have lost their own text.
    """
    pieces, repeated = _without_repeats(_numbered(pieces))
    title, pieces, above = _title(pieces)
    runs = list(_runs(pieces))
    emptied = [run for run in runs if _has_lost_its_text(run, pieces, names)]
    gone = {at for run in emptied for at in run} | _without_end(pieces)
    levels = _levels([run for run in runs if run not in emptied], pieces)
    body = [_written(piece, levels.get(at, 0)) for at, piece in enumerate(pieces) if at not in gone]
    head = [Piece(PieceKind.HEADING, f"# {title}")] if title else []
    lost = [Dropped(pieces[at].text, "a heading whose text is missing") for at in sorted(gone)]
    return Markdown(joined(_spaced([*head, *body])), title, (*above, *repeated, *lost))


def _numbered(pieces: Sequence[Piece]) -> list[Piece]:
    """A line that is only a number becomes the number of the paragraph below it."""
    found: list[Piece] = []
    number = ""
    for piece in pieces:
        if piece.kind is PieceKind.TEXT and piece.text.isdigit() and len(piece.text) <= LONGEST_NUMBER:
            number = piece.text
            continue
        if number and piece.kind is PieceKind.TEXT:
            piece = replace(piece, kind=PieceKind.ITEM, text=f"{number}. {piece.text}")
        number = ""
        found.append(piece)
    return found


def _without_repeats(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Dropped]]:
    """Without a line that stands twice in a row."""
    kept: list[Piece] = []
    dropped = []
    for piece in pieces:
        if kept and piece.text == kept[-1].text:
            dropped.append(Dropped(piece.text, "the same line again"))
        else:
            kept.append(piece)
    return kept, dropped


def _title(pieces: Sequence[Piece]) -> tuple[str, list[Piece], list[Dropped]]:
    """The first line that reads like a title; short labels above it (the site's name, its section) are left out."""
    for at, piece in enumerate(pieces[:6]):
        words = _MARKS.sub("", piece.text).strip()
        short = piece.kind in (PieceKind.TEXT, PieceKind.HEADING) and len(words) <= LONGEST_TITLE
        if not short or words.endswith((".", ":", ";", ",")) or at + 1 == len(pieces):
            break
        following = pieces[at + 1]
        if len(words.split()) > 3 or piece.kind is PieceKind.HEADING or not _is_short(following):
            above = [Dropped(label.text, "stands above the title") for label in pieces[:at]]
            return words, list(pieces[at + 1 :]), above
    return "", list(pieces), []


def _is_short(piece: Piece) -> bool:
    return piece.kind is PieceKind.TEXT and len(piece.text) <= LONGEST_TITLE and not piece.text.endswith(".")


def _runs(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """Lines that read like headings and have a text below them: one, or a few in a row."""
    run: list[int] = []
    for at, piece in enumerate(pieces):
        reads_like_heading = _reads_like_heading(piece)
        if run and (piece.cut or not reads_like_heading):
            yield _headings(run, pieces)
            run = []
        if reads_like_heading:
            run.append(at)


def _headings(run: list[int], pieces: Sequence[Piece]) -> list[int]:
    """All of a short run; of a longer one, which is a list, what heads it or what comes next."""
    if len(run) <= LONGEST_RUN:
        return run
    return run[-1:] if pieces[run[-1]].gap and not all(pieces[at].gap for at in run) else run[:1]


def _reads_like_heading(piece: Piece) -> bool:
    words = piece.text.strip()
    if piece.kind is not PieceKind.TEXT or len(words) > LONGEST_HEADING or words.endswith((".", ";", ",", ":", "!")):
        return False
    return (
        "\n" not in words
        and (words[:1].isupper() or words[:1].isdigit() or words[:1] in "“\"'")
        and not words.isdigit()
    )


def _has_lost_its_text(run: Sequence[int], pieces: Sequence[Piece], names: Collection[str]) -> bool:
    about = {first_named(pieces[at].text, names) for at in run} - {None}
    below = first_named(pieces[run[-1] + 1].text, names)
    return len(run) > 1 and len(about) == 1 and below is not None and below not in about and not pieces[run[-1]].gap


def _without_end(pieces: Sequence[Piece]) -> set[int]:
    """Lines at the end that read like headings and are too short to say something."""
    at = len(pieces)
    while at and _reads_like_heading(pieces[at - 1]) and len(pieces[at - 1].text.split()) <= SHORTEST_STATEMENT:
        at -= 1
    return set(range(at, len(pieces))) if at else set()


def _levels(runs: Sequence[Sequence[int]], pieces: Sequence[Piece]) -> dict[int, int]:
    """Two in a row are a section and its title; what stands alone is below them. A label that repeats is a card's."""
    first = Counter(pieces[run[0]].text for run in runs)
    sections = [run for run in runs if len(run) > 1 and first[pieces[run[0]].text] == 1]
    levels: dict[int, int] = {}
    inside = False
    for run in runs:
        inside = inside or run in sections
        top = 4 if inside and run not in sections else 2
        levels |= {at: min(6, top + depth) for depth, at in enumerate(run)}
    return levels


def _written(piece: Piece, level: int) -> Piece:
    """The piece as Markdown."""
    if level:
        return Piece(PieceKind.HEADING, f"{'#' * level} {piece.text.strip()}")
    if piece.kind is PieceKind.ITEM:
        words = " ".join(piece.text.split())
        return replace(
            piece, text=_ORDERED.sub(r"\1. ", words) if _ORDERED.match(words) else "- " + _BULLET.sub("", words)
        )
    return piece


def _spaced(pieces: Sequence[Piece]) -> list[Piece]:
    """Blank lines between all pieces but the items of one list."""
    return [
        replace(piece, gap=at > 0 and not (piece.kind is pieces[at - 1].kind is PieceKind.ITEM))
        for at, piece in enumerate(pieces)
    ]
