"""How a source is named in few words: its guide and its date; and how names are strung together."""

from collections.abc import Iterable

from advisor.domain import Source
from ui import words
from ui.dates import readable


def guide_name(source: Source) -> str:
    """The publisher, or else the guide's title."""
    return source.publisher or source.guide_title


def dated(source: Source) -> str:
    """Its date, or that it has none."""
    return readable(source.updated) if source.updated else words.UNDATED


def listed(names: Iterable[str]) -> str:
    """One name or more as in a sentence: `a, b and c`."""
    *rest, last = names
    return f"{', '.join(rest)} and {last}" if rest else last
