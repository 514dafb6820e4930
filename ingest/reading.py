"""What reading a file gives: the guide, what was left out of it and why, and what a person should know."""

from dataclasses import dataclass

from advisor.domain import Guide
from ingest.questions import Answered


@dataclass(frozen=True, slots=True)
class Dropped:
    """A block that did not become part of the guide."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way to a guide: Markdown, and what the text says of itself (keys as in front matter)."""

    text: str
    said: dict[str, str]
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    guide: Guide
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[str, ...] = ()
    answered: tuple[Answered, ...] = ()
