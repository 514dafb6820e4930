"""Author, reviewer and dates where a text names them. Knows how bylines look; does not change the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.dates import iso
from ingest.pieces import Piece, PieceKind
from ingest.reading import Dropped

LONGEST_NAME = 80  # characters
LONGEST_VALUE = 60
LONGEST_BYLINE = 260

_AUTHOR = r"(?:written|authored|article|posted)(?: (?:&|and) published)? by|author|by"
_REVIEWER = (
    r"(?:(?:medically |technically |expert )?reviewed|fact[- ]checked|checked)(?: (?:&|and) edited)? by|reviewer"
)
_UPDATED = r"(?:last )?(?:updated|modified|revised|reviewed)(?: on)?"
_PUBLISHED = r"(?:first )?(?:published|posted)(?: on)?|date|publication date"
_PATTERNS = {
    "author": _AUTHOR,
    "reviewed_by": _REVIEWER,
    "updated": _UPDATED,
    "published": _PUBLISHED,
    "difficulty": r"difficulty(?: level)?",
    "audience": r"audience|who (?:it|this) is for",
    "category": r"category|topic",
    "reading time": r"reading time|read time",
}
_LABELS = {key: re.compile(rf"\W*(?:{pattern})\s*:?", re.IGNORECASE) for key, pattern in _PATTERNS.items()}
_INLINE = {
    key: re.compile(rf"\W*(?:{_PATTERNS[key]})\s*:? +(?P<value>.+)", re.IGNORECASE)
    for key in ("author", "reviewed_by", "updated", "published")
}
_DATES = {"updated", "published"}
_PEOPLE = {"author", "reviewed_by"}


@dataclass(frozen=True, slots=True)
class Said:
    key: str
    value: str


def bylines(pieces: Sequence[Piece]) -> tuple[list[Piece], dict[str, str], list[Dropped]]:
    """A label and its value in the next line become one note "Label: value"; one that repeats is dropped."""
    kept: list[Piece] = []
    dropped: list[Dropped] = []
    said: dict[str, str] = {}
    seen: set[str] = set()
    at = 0
    while at < len(pieces):
        pair = _pair(pieces, at)
        piece = pair[1] if pair else pieces[at]
        found = pair[0] if pair else _inline(piece)
        at += 2 if pair else 1
        if found and piece.text in seen:
            dropped.append(Dropped(piece.text, "the same byline again"))
            continue
        if found:
            seen.add(piece.text)
            said.setdefault(found.key, found.value)
        kept.append(piece)
    return kept, said, dropped


def _pair(pieces: Sequence[Piece], at: int) -> tuple[Said, Piece] | None:
    if at + 1 >= len(pieces) or {pieces[at].kind, pieces[at + 1].kind} != {PieceKind.TEXT}:
        return None
    label, value = pieces[at].text.strip(), pieces[at + 1].text.strip()
    key = next((key for key, pattern in _LABELS.items() if pattern.fullmatch(label)), None)
    if key is None or not _is_value(key, value):
        return None
    item = replace(pieces[at], kind=PieceKind.NOTE, text=f"{label.rstrip(': ')}: {value}")
    return Said(key, _value(key, value)), item


def _is_value(key: str, value: str) -> bool:
    if key in _DATES:
        return iso(value) is not None and len(value) <= LONGEST_VALUE
    if key in _PEOPLE:
        return len(value) <= LONGEST_BYLINE and value[:1].isupper()
    return len(value) <= LONGEST_VALUE and not value.endswith((".", "?", "!", ":"))


def _inline(piece: Piece) -> Said | None:
    """ "Last updated on May 12, 2026." or "By Jane Doe" as a paragraph of its own."""
    words = re.sub(r"[*_]", "", " ".join(piece.text.split()))
    if piece.kind not in (PieceKind.TEXT, PieceKind.ITEM) or len(words) > LONGEST_BYLINE:
        return None
    for key, pattern in _INLINE.items():
        found = pattern.fullmatch(words)
        if found and _fits_inline(key, found["value"]):
            return Said(key, _value(key, found["value"]))
    return None


def _fits_inline(key: str, value: str) -> bool:
    if key in _DATES:
        return len(value) <= LONGEST_VALUE and iso(value) is not None
    names = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|de|van|von|der|and|&)){1,7}(?:, .{1,160})?\.?"
    return bool(re.fullmatch(names, value))


def _value(key: str, value: str) -> str:
    """A date in ISO form; a name without what its owner is."""
    if key in _DATES:
        return iso(value) or ""
    return value.split(",")[0].rstrip(". ")[:LONGEST_NAME] if key in _PEOPLE else value
