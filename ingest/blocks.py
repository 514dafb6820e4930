"""Markdown as a flat list of blocks with their offsets. Knows Markdown; does not know what a passage is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from markdown_it import MarkdownIt
from markdown_it.token import Token

from advisor.library.rows import cells

LONGEST_HEADING = 300  # characters; what is longer is no heading, and costly to parse
_LINE_END = re.compile(r"\r\n?|\n")  # what markdown-it takes for one, so that its line numbers fit ours
_EMPHASIS = re.compile(r"^[*_]+|[*_]+$")


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text below its headings; `lead` is a row's header or the paragraph that introduces a list."""

    kind: BlockKind
    start: int
    end: int
    headings: tuple[str, ...]
    lead: str = ""
    introduces: bool = False  # the paragraph right before a list


@dataclass(slots=True)
class _Walk:
    """Where a walk over the tokens stands."""

    text: str
    lines: list[tuple[int, int]]
    words: MarkdownIt  # of headings
    headings: list[tuple[int, str]] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)  # of the lists that are open
    header: str = ""
    blocks: list[Block] = field(default_factory=list)
    seen_heading: bool = False
    fresh: bool = False  # the last block is a paragraph or an item, and nothing came after it


def blocks(text: str) -> list[Block]:
    """The blocks of a Markdown text in order. The title (a first heading of level one) is not among the headings."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable(["code", "html_block", "reference"])  # in a guide an indented paragraph is a paragraph
    parser.disable("inline")  # only headings need it
    walk = _Walk(text, list(_lines(text)), MarkdownIt("commonmark", {"html": False}))
    tokens = parser.parse(text)
    for at, token in enumerate(tokens):
        _step(walk, token, tokens[at + 1] if at + 1 < len(tokens) else token)
    return walk.blocks


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _LINE_END.finditer(text):
        yield start, end.start()
        start = end.end()
    yield start, len(text)


def _step(walk: _Walk, token: Token, following: Token) -> None:
    match token.type:
        case "heading_open":
            _enter(walk, int(token.tag[1]), plain(following.content, walk.words))
        case "paragraph_open":
            _add(walk, BlockKind.ITEM if walk.leads else BlockKind.PARAGRAPH, following)
        case "bullet_list_open" | "ordered_list_open":
            walk.leads.append(_lead(walk))
        case "bullet_list_close" | "ordered_list_close":
            walk.leads.pop()
            walk.fresh = False
        case "tr_open":
            _row(walk, token)
        case "fence":
            _code(walk, token)
        case "hr" | "thead_open":
            walk.header = ""
            walk.fresh = False


def plain(heading: str, parser: MarkdownIt) -> str:
    """The words of a heading, without emphasis and links."""
    if len(heading) > LONGEST_HEADING:
        return " ".join(heading[:LONGEST_HEADING].split())
    (inline,) = parser.parseInline(heading)
    parts = (" " if child.type in ("softbreak", "hardbreak") else child.content for child in inline.children or ())
    return " ".join("".join(parts).split())


def _enter(walk: _Walk, level: int, words: str) -> None:
    is_title = level == 1 and not walk.seen_heading
    walk.seen_heading = True
    walk.fresh = False
    walk.headings = [(outer, name) for outer, name in walk.headings if outer < level]
    if words and not is_title:
        walk.headings.append((level, words))


def _add(walk: _Walk, kind: BlockKind, inline: Token) -> None:
    if not inline.map or not inline.content.strip():
        return
    first, after = inline.map
    line_start, line_end = walk.lines[first]
    line = walk.text[line_start:line_end].rstrip()
    words = inline.content.split("\n")[0].strip()
    start = line_start + (len(line) - len(words) if line.endswith(words) else len(line) - len(line.lstrip()))
    _append(walk, kind, start, walk.lines[after - 1][1], walk.leads[-1] if walk.leads else "")
    walk.fresh = True


def _append(walk: _Walk, kind: BlockKind, start: int, end: int, lead: str = "") -> None:
    part = walk.text[start:end]
    start += len(part) - len(part.lstrip())
    end = start + len(part.strip())
    if start < end:
        walk.blocks.append(Block(kind, start, end, tuple(name for _, name in walk.headings), lead))


def _lead(walk: _Walk) -> str:
    """What introduces a list: the paragraph before it, or the item that it hangs below."""
    outer = walk.leads[-1] if walk.leads else ""
    if not walk.fresh:
        return outer
    last = walk.blocks[-1]
    words = _EMPHASIS.sub("", " ".join(walk.text[last.start : last.end].split()))
    if walk.leads:
        return f"{outer}\n{words}".strip()
    walk.blocks[-1] = Block(last.kind, last.start, last.end, last.headings, last.lead, introduces=True)
    return words


def _row(walk: _Walk, token: Token) -> None:
    if not token.map:
        return
    start, end = walk.lines[token.map[0]]
    walk.fresh = False
    line = walk.text[start:end].strip("> \t")
    if not walk.header:
        walk.header = line
    elif "|" not in line:  # words right below a table are not a row of it
        _append(walk, BlockKind.PARAGRAPH, start, end)
    elif cells(line, 0):
        start = walk.text.index(line, start)
        _append(walk, BlockKind.ROW, start, start + len(line), walk.header)


def _code(walk: _Walk, token: Token) -> None:
    if token.map and token.content.strip():
        first, after = token.map
        closed = after - first >= 2 and walk.text[slice(*walk.lines[after - 1])].strip().startswith(token.markup)
        _append(walk, BlockKind.CODE, walk.lines[first + 1][0], walk.lines[after - 2 if closed else after - 1][1])
    walk.fresh = False
