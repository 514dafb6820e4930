"""What of a page is not part of its guide, by the rules of `boilerplate.yaml`. Knows words, not careers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict

from ingest.pieces import Piece, PieceKind
from ingest.reading import Dropped

HEADLINE = 130  # characters; what is longer is not a headline of another article
LONGEST_HEADING = 5  # words
LONGEST_PITCH = 260  # characters
_MARKS = re.compile(r"^\s*(?:#{1,6}|[-*+•‣◦▪●·]|\d{1,2}[.)])\s+")
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)*_]*$")


class BlockRule(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    why: str
    longest: int
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()

    @cached_property
    def holds(self) -> re.Pattern[str]:
        return _phrases(self.phrases)

    @cached_property
    def matches(self) -> re.Pattern[str]:
        return _any_of(self.patterns)

    def fits(self, words: str) -> bool:
        return len(words) <= self.longest and bool(self.holds.search(words) or self.matches.fullmatch(words))


class SectionRule(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    why: str
    patterns: tuple[str, ...]


class Rules(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    blocks: tuple[BlockRule, ...]
    sections: tuple[SectionRule, ...]
    pitches: tuple[str, ...]


def rules() -> Rules:
    """The rules that come with the program."""
    return Rules(**yaml.safe_load(files("ingest").joinpath("boilerplate.yaml").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a guide's own description says to keep or to drop, whatever the rules say."""

    keep: Sequence[str] = ()
    drop: Sequence[str] = ()


def sift(pieces: Sequence[Piece], given: Rules, wishes: Wishes) -> tuple[list[Piece], list[Dropped]]:
    """The pieces that belong to the guide, and the others with the reason."""
    keep, drop = _wish(wishes.keep), _wish(wishes.drop)
    kept_for_sure = [bool(keep.search(piece.text)) or piece.kind is PieceKind.TABLE for piece in pieces]
    why = [None if sure else _why(piece, given.blocks) for piece, sure in zip(pieces, kept_for_sure, strict=True)]
    _add_sections(pieces, why, given.sections, kept_for_sure)
    _add_pitches(pieces, why, _any_of(given.pitches), kept_for_sure)
    for at, piece in enumerate(pieces):
        if drop.search(piece.text):
            why[at] = "the guide's description says so"
    before = [None, *why]
    kept = [replace(piece, cut=bool(before[at])) for at, piece in enumerate(pieces) if not why[at]]
    return kept, [Dropped(piece.text, reason) for piece, reason in zip(pieces, why, strict=True) if reason]


def bare(piece: Piece) -> str:
    """The words of a piece, without the marks of a heading or an item."""
    return " ".join(_MARKS.sub("", piece.text).strip("*_ ").split())


def _why(piece: Piece, given: Iterable[BlockRule]) -> str | None:
    words = bare(piece)
    return next((rule.why for rule in given if rule.fits(words)), None)


def _add_sections(
    pieces: Sequence[Piece], why: list[str | None], given: Sequence[SectionRule], sure: Sequence[bool]
) -> None:
    openings = [(_any_of(rule.patterns), rule.why) for rule in given]
    at = 0
    while at < len(pieces):
        words = bare(pieces[at])
        fits = not sure[at] and len(words) <= HEADLINE
        found = next((reason for opening, reason in openings if fits and opening.fullmatch(words)), None)
        end = _end_of_section(pieces, at, sure) if found else 0
        why[at:end] = [reason or found for reason in why[at:end]]
        at = max(end, at + 1)


def _end_of_section(pieces: Sequence[Piece], at: int, sure: Sequence[bool]) -> int:
    """Where a list of headlines ends; 0 where there is none: a heading with a text of its own stays."""
    end = at + 1
    while end < len(pieces) and not sure[end] and _is_headline(pieces[end], in_markdown=_is_heading(pieces[at])):
        end += 1
    tagged = any(
        pieces[n].kind is PieceKind.TEXT and pieces[n - 1].kind is PieceKind.ITEM for n in range(at + 1, end - 1)
    )
    if end < len(pieces) and pieces[end - 1].kind is PieceKind.TEXT and end - 1 > at + 1 and not tagged:
        end -= len(bare(pieces[end - 1]).split()) <= LONGEST_HEADING  # it heads what comes next
    listed = end - at - 1
    return end if end == len(pieces) or listed >= 2 or (listed == 1 and pieces[at + 1].kind is PieceKind.ITEM) else 0


def _is_heading(piece: Piece) -> bool:
    return piece.kind is PieceKind.HEADING


def _is_headline(piece: Piece, *, in_markdown: bool) -> bool:
    if piece.kind in (PieceKind.TABLE, PieceKind.CODE) or (in_markdown and _is_heading(piece)):
        return False
    return len(piece.text) <= HEADLINE and not _SENTENCE_END.search(piece.text)


def _add_pitches(pieces: Sequence[Piece], why: list[str | None], pitch: re.Pattern[str], sure: Sequence[bool]) -> None:
    """A pitch goes with the dropped blocks on both of its sides, across other pitches."""
    at = 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and not why[end] and not sure[end] and _is_pitch(pieces[end], pitch):
            end += 1
        if end > at and at > 0 and why[at - 1] and (end == len(pieces) or why[end]):
            why[at:end] = [f"between other noise ({why[at - 1]})"] * (end - at)
        at = max(end, at + 1)


def _is_pitch(piece: Piece, pitch: re.Pattern[str]) -> bool:
    words = bare(piece)
    return len(words) <= LONGEST_PITCH and bool(pitch.fullmatch(words))


def _wish(wishes: Iterable[str]) -> re.Pattern[str]:
    """Phrases, or regular expressions between slashes."""
    parts = [wish[1:-1] if len(wish) > 2 and wish[0] == wish[-1] == "/" else re.escape(wish) for wish in wishes if wish]
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in phrases) or r"(?!)", re.IGNORECASE)


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.IGNORECASE)
