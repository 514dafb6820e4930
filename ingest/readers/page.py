"""A saved web page. The only module that knows trafilatura; hidden parts of the page never reach it."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from advisor.domain import Vocabulary
from ingest.boilerplate import Wishes, rules, sift
from ingest.byline import bylines
from ingest.dates import iso
from ingest.frontmatter import FrontMatter
from ingest.pieces import PieceKind, joined, markdown_pieces
from ingest.reading import Draft, Dropped

_HIDDEN = (
    "//script | //style | //template | //noscript | //comment() | //*[@hidden] | //*[@aria-hidden='true']"
    " | //input[@type='hidden'] | //*[contains(translate(@style, ' ', ''), 'display:none')]"
    " | //*[contains(translate(@style, ' ', ''), 'visibility:hidden')]"
    " | //*[contains(translate(@style, ' ', ''), 'font-size:0')]"
    " | //*[contains(translate(@style, ' ', ''), 'opacity:0;')]"
)
_META = {
    "author": "//meta[@name='author']/@content",
    "publisher": "//meta[@property='og:site_name']/@content",
    "url": "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content",
    "published": "//meta[@property='article:published_time' or @name='date']/@content",
    "updated": "//meta[@property='article:modified_time' or @property='og:updated_time']/@content",
    "title": "(//h1)[1] | //title[not(//h1)]",
}
_BLOCKS = frozenset(
    (
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "th",
        "dt",
        "dd",
        "button",
        "div",
        "section",
        "aside",
        "nav",
        "footer",
    )
)


def draft(text: str, described: FrontMatter, vocabulary: Vocabulary) -> Draft:
    del vocabulary  # the cells of an HTML table are not glued
    tree = _tree(text)
    if tree is None:
        return Draft("", {})
    said = _said(tree)
    blocks = list(_blocks(tree))
    pieces, dropped = sift(markdown_pieces(_markdown(tree)), rules(), Wishes(described.keep, described.drop))
    _, in_text, _ = bylines(pieces)
    body = joined(pieces)
    if said.get("title") and not any(p.kind is PieceKind.HEADING and p.text.startswith("# ") for p in pieces):
        body = f"# {said['title']}\n\n{body}"
    left_out = _left_out(blocks, body + "".join(block.text for block in dropped))
    return Draft(body if pieces else "", {**in_text, **said}, (*left_out, *dropped))


def _tree(text: str) -> Any:
    """The page without its hidden parts; None where there is no page."""
    import trafilatura

    tree = trafilatura.load_html(text)
    if tree is None:
        return None
    for hidden in tree.xpath(_HIDDEN):
        if hidden.getparent() is not None:
            hidden.drop_tree()
    return tree


def _said(tree: Any) -> dict[str, str]:
    found = {}
    for key, path in _META.items():
        values = [_words(value) for value in tree.xpath(path)]
        value = next((value for value in values if value), "")
        if key in ("published", "updated"):
            value = iso(value) or ""
        if value:
            found[key] = value
    if not re.match(r"https?://", found.get("url", "")):
        found.pop("url", None)
    return found


def _words(value: Any) -> str:
    """The words of an attribute or of an element, on one line."""
    return " ".join((value if isinstance(value, str) else value.text_content()).split())


def _blocks(tree: Any) -> Iterator[str]:
    """The words of each innermost block of the page."""
    for element in tree.iter(*_BLOCKS):
        if not any(child.tag in _BLOCKS for child in element.iterdescendants()):
            yield _words(element)


def _left_out(blocks: Iterable[str], kept: str) -> list[Dropped]:
    """What trafilatura took for the frame of the page."""
    known = _letters(kept)
    gone = dict.fromkeys(block for block in blocks if block and _letters(block) not in known)
    return [Dropped(block, "not in the main text of the page") for block in gone]


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)


def _markdown(tree: Any) -> str:
    import trafilatura

    found = trafilatura.extract(
        tree,
        output_format="markdown",
        include_comments=False,
        include_formatting=True,
        include_images=False,
        include_links=False,
        include_tables=True,
        favor_recall=True,
    )
    return found or ""
