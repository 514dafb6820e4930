"""Markdown to safe HTML, with stretches of the source highlighted or citation markers set in. Knows no guide.

Whatever stands in the source is text: HTML, links and images in it are shown, not obeyed. Highlights are given by
offsets into the source and found again after parsing, so they cannot change how the Markdown is read.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from ui.sections import Section, sections_of

Span = tuple[int, int]
Marker = Callable[[int], Markup | None]

NO_BREAK = "\u00a0"  # a marker stays on the line of the words it belongs to
_CITED = re.compile(r"\[(\d{1,3})\]")
_NOT_READ = ["link", "image", "autolink", "html_inline", "html_block", "reference", "entity"]


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    return parser.enable(["table", "strikethrough"]).disable(_NOT_READ)


def document(
    source: str, *spans: Span, anchor: str = "", shift: int = 0, beside: Callable[[Section], Markup] | None = None
) -> Markup:
    """The source as HTML; what the spans cover stands in `<mark>`, the first of them with the id `anchor`.

    Headings go down by `shift` levels. With `beside` they can be linked to, and what it gives stands beside each.
    """
    tokens = _parser().parse(source)
    _shift_headings(tokens, shift)
    sections = sections_of(tokens) if beside else {}
    if spans:
        _highlight(tokens, source, spans, anchor)
    return _rendered(list(_with_sections(tokens, sections, beside)) if beside else tokens)


def sections(source: str) -> tuple[Section, ...]:
    """The sections of the source, with the addresses that they have in `document`."""
    return tuple(sections_of(_parser().parse(source)).values())


def answer(source: str, marker: Marker, shift: int = 2, words: Callable[[str], Markup] = escape) -> Markup:
    """The source as HTML; each `[n]` for which `marker` gives something is replaced by it, the rest is what `words`
    makes of it: escaped text.
    """
    tokens = _parser().parse(source)
    _shift_headings(tokens, shift)
    for token in tokens:
        if token.children:
            token.children = [
                _with_markers(child, marker, words) if child.type == "text" else child for child in token.children
            ]
    return _rendered(tokens)


def _rendered(tokens: list[Token]) -> Markup:
    parser = _parser()
    return Markup(parser.renderer.render(tokens, parser.options, {}))


def _raw(html: Markup, kind: str = "html_inline") -> Token:
    return Token(kind, "", 0, content=str(html))


def _shift_headings(tokens: Iterable[Token], shift: int) -> None:
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + shift)}"


def _with_markers(token: Token, marker: Marker, words: Callable[[str], Markup]) -> Token:
    html, done = Markup(), 0
    for match in _CITED.finditer(token.content):
        made = marker(int(match[1]))
        if made is not None:
            before = token.content[done : match.start()]
            html += words(before[:-1] + NO_BREAK if before.endswith(" ") else before) + made
            done = match.end()
    return _raw(html + words(token.content[done:]))


def _with_sections(
    tokens: Iterable[Token], sections: Mapping[int, Section], beside: Callable[[Section], Markup]
) -> Iterator[Token]:
    section = None
    for place, token in enumerate(tokens):
        if place in sections:
            section = sections[place]
            token.attrSet("id", section.id)
            yield _raw(Markup('<div class="section-head">'), "html_block")
        yield token
        if section and token.type == "heading_close":
            yield _raw(beside(section) + Markup("</div>\n"), "html_block")
            section = None


def _highlight(tokens: list[Token], source: str, spans: Sequence[Span], anchor: str) -> None:
    """Replace the texts of the tokens by texts with `<mark>` where they come from inside a span."""
    pen = _Pen(spans, anchor)
    starts = [0, *(match.end() for match in re.finditer("\n", source)), len(source)]
    cursor = 0
    for place, token in enumerate(tokens):
        if not token.content or token.map is None:
            continue
        cursor = max(cursor, starts[token.map[0]])
        end = starts[min(token.map[1], len(starts) - 1)]
        offsets = _offsets(token.content, source, cursor, end)
        cursor = max([cursor, *(offset + 1 for offset in offsets)])
        if token.type == "inline":
            token.children = list(_drawn(token, offsets, pen))
        elif token.type in ("fence", "code_block"):
            code = pen.draw(token.content, offsets)
            tokens[place] = _raw(Markup("<pre><code>{}</code></pre>\n").format(code), "html_block")


def _offsets(content: str, source: str, start: int, end: int) -> list[int]:
    """Where each character of a block's content stands in the source, line by line (markup of the block is skipped)."""
    offsets: list[int] = []
    for line in content.splitlines(keepends=True):
        text = line.rstrip("\n")
        found = source.find(text, start, end)
        if found >= 0:
            offsets += range(found, found + len(line))
            start = found + len(text)
        else:
            places = _in_order(line, source, start, end)
            offsets += places
            start = places[-1]
    return offsets


def _in_order(text: str, source: str, start: int, end: int) -> list[int]:
    """Each character's next place in the source; one that is not there stands where the last one ended."""
    places: list[int] = []
    for character in text:
        found = source.find(character, start, end)
        places.append(found if found >= 0 else min(start, max(start, end - 1)))
        start = found + 1 if found >= 0 else start
    return places


def _drawn(token: Token, offsets: list[int], pen: "_Pen") -> Iterator[Token]:
    """The children of an inline token, texts highlighted; markup between them is skipped in its content."""
    done = 0
    for child in token.children or []:
        if child.type not in ("text", "code_inline") or not child.content:
            yield child
            continue
        places = _in_order(child.content, token.content, done, len(token.content))
        done = places[-1] + 1
        html = pen.draw(child.content, [offsets[min(place, len(offsets) - 1)] for place in places])
        yield _raw(Markup("<code>{}</code>").format(html) if child.type == "code_inline" else html)


class _Pen:
    """Highlights what lies in the spans; only its first stroke carries the anchor."""

    def __init__(self, spans: Sequence[Span], anchor: str) -> None:
        self._spans = spans
        self._anchor = anchor

    def draw(self, text: str, offsets: list[int]) -> Markup:
        html, run, marked = Markup(), "", False
        for character, offset in zip(text, offsets, strict=True):
            inside = any(start <= offset < end for start, end in self._spans)
            if inside != marked:
                html += self._stroke(run, marked)
                run, marked = "", inside
            run += character
        return html + self._stroke(run, marked)

    def _stroke(self, run: str, marked: bool) -> Markup:
        if not marked or not run:
            return escape(run)
        opening = Markup('<mark id="{}">').format(self._anchor) if self._anchor else Markup("<mark>")
        self._anchor = ""
        return opening + escape(run) + Markup("</mark>")
