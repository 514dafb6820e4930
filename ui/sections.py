"""The sections of a Markdown text: their headings and the addresses by which they can be linked to. Knows no guide."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

TAKEN = ("main", "quote", "related")  # ids of the page around the text
_LONGEST = 80  # characters of an address


@dataclass(frozen=True)
class Section:
    """`id` comes from the headings on the way to it, so it stays while they stay, wherever the section moves."""

    level: int
    id: str
    name: str


def sections_of(tokens: Sequence[Token]) -> dict[int, Section]:
    """By the place of the heading's first token; a title at the top is no section."""
    path: list[tuple[int, str]] = []
    found: dict[int, Section] = {}
    taken = set(TAKEN)
    for place, token in enumerate(tokens):
        if token.type != "heading_open" or token.level or (place == 0 and token.tag == "h1"):
            continue
        level, name = int(token.tag[1]), _plain(tokens[place + 1].children or [])
        path = [(above, slug) for above, slug in path if above < level] + [(level, slug_of(name))]
        address = _free("--".join(slug for _, slug in path)[:_LONGEST].rstrip("-"), taken)
        found[place] = Section(level, address, name)
    return found


def slug_of(name: str) -> str:
    """The words of a heading, fit for an address in any script."""
    return "-".join(re.findall(r"\w+", name.replace("’", "").replace("'", "").casefold())) or "section"


def _plain(children: Iterable[Token]) -> str:
    return "".join(" " if child.type in ("softbreak", "hardbreak") else child.content for child in children).strip()


def _free(address: str, taken: set[str]) -> str:
    """The address, numbered where it is another's."""
    free = next(a for n in range(1, len(taken) + 2) if (a := f"{address}-{n}" if n > 1 else address) not in taken)
    taken.add(free)
    return free
