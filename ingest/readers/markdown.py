"""Markdown: stays as it is, without comments and, where it is not our own digest, without what surrounds a guide."""

import re

from advisor.domain import GuideKind, Vocabulary
from ingest.boilerplate import Rules, Wishes, bare, rules, sift
from ingest.byline import bylines
from ingest.characters import without_comments
from ingest.frontmatter import FrontMatter
from ingest.pieces import Piece, PieceKind, joined, markdown_pieces
from ingest.reading import Draft

LONGEST_TITLE = 150  # characters
_NO_RULES = Rules(blocks=(), sections=(), pitches=())


def draft(text: str, described: FrontMatter, vocabulary: Vocabulary) -> Draft:
    del vocabulary  # tables of Markdown are not glued
    pieces = markdown_pieces(without_comments(text))
    given = _NO_RULES if described.kind is GuideKind.DIGEST else rules()
    pieces, dropped = sift(pieces, given, Wishes(described.keep, described.drop))
    _, said, _ = bylines(pieces)
    return Draft(joined(pieces), {"title": _title(pieces), **said}, tuple(dropped))


def _title(pieces: list[Piece]) -> str:
    """The first heading of level one, else the first heading, else the first line where it is short."""
    headings = [piece for piece in pieces if piece.kind is PieceKind.HEADING]
    top = [piece for piece in headings if re.match(r"#\s|[^#].*\n\s*=", piece.text)]
    for piece in (*top[:1], *headings[:1]):
        return re.sub(r"\s+(?:#+|=+|-{2,})$", "", bare(piece))
    first = bare(pieces[0]) if pieces and pieces[0].kind is PieceKind.TEXT else ""
    return first if len(first) <= LONGEST_TITLE and not first.endswith((".", ":", ",", ";")) else ""
