"""The words by which a unit is found: what is embedded and what is indexed. Changing them changes every vector."""

import re
from functools import lru_cache

from advisor.domain import Guide, Passage, PassageKind, Unit

VERSION = 1  # raise it when the words below change; a corpus is then read again
LONGEST_CONTEXT = 300  # characters; a model reads 256 tokens, and the unit's own words come last

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"[*_`#>]+(?=\S)|(?<=\S)[*_`]+|^\s*(?:[-+•]|\d+[.)])\s+", re.MULTILINE)
_SPACE = re.compile(r"\s+")


def embedding_text(passage: Passage, unit: Unit, guide: Guide) -> str:
    """`Heading > Sub-heading: lead-in. the unit's words`, without markup.

    A table's row carries its header: `Aspect: pay; ML engineer: $160k; MLOps engineer: $150k`. The title is left
    out: guides of one subject share its words, which would draw all their vectors together. A question is itself.
    """
    if unit.asks:
        return unit.asks
    text = guide.text[unit.start : unit.end]
    if passage.kind is PassageKind.TABLE_ROW and passage.context:
        context, text = "", _row(passage.context, text)
    else:
        context, text = plain(passage.context)[:LONGEST_CONTEXT], plain(text)
    path = heading_path(passage)
    return f"{path}: {f'{context} {text}'.strip()}" if path else f"{context} {text}".strip()


def heading_path(passage: Passage) -> str:
    """The headings above a passage, outermost first; empty where there are none."""
    return _path(tuple(passage.heading))


@lru_cache(maxsize=4_096)  # a heading stands above many passages
def _path(headings: tuple[str, ...]) -> str:
    return " > ".join(plain(heading) for heading in headings)


def plain(text: str) -> str:
    """Markdown as a person would read it aloud: no comments, link targets, emphasis or list markers."""
    return _SPACE.sub(" ", _MARKUP.sub("", _LINK.sub(r"\1", _COMMENT.sub("", text)))).strip()


def _row(header: str, row: str) -> str:
    names, cells = _cells(header), _cells(row)
    if len(names) != len(cells):
        return plain(f"{header} {row}".replace("|", " "))
    return "; ".join(f"{name}: {cell}" if name else cell for name, cell in zip(names, cells, strict=True) if cell)


def _cells(line: str) -> list[str]:
    """The cells of one line of a Markdown table; a pipe may be escaped."""
    bare = line.strip().removeprefix("|").removesuffix("|")
    return [plain(cell.replace("\\|", "|")) for cell in re.split(r"(?<!\\)\|", bare)]
