"""A guide's own page, the list of guides and the page for what is not there: plain HTML from data, no script needed.

Pure; knows no server and no Gradio. Text of a guide is shown, never obeyed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup, escape

from advisor.domain import Guide, GuideKind
from ui import mark, words
from ui.cards import digest_of, joined, web_address
from ui.dates import readable
from ui.plain_page import plain_page


@dataclass(frozen=True)
class Place:
    """What a citation points at; `words` is the digest of the quote, as `cards.digest_of` makes it."""

    start: int = 0
    end: int = 0
    words: str = ""


def highlighted(guide: Guide, place: Place, *, same_release: bool) -> mark.Span | None:
    """The span to highlight; in another release only where it is known to hold the same words."""
    text = guide.text[place.start : place.end]
    if not 0 <= place.start < place.end <= len(guide.text) or not text.strip():
        return None
    proven = digest_of(text) == place.words
    return (place.start, place.end) if proven or (same_release and not place.words) else None


def guide_page(guide: Guide, place: Place, *, same_release: bool = True) -> str:
    span = highlighted(guide, place, same_release=same_release)
    asked_for_span = place.end > place.start
    notes = [words.GUIDE_OTHER_RELEASE] if not same_release else []
    notes += [words.GUIDE_SPAN_GONE] if asked_for_span and span is None else []
    text = mark.document(guide.text, span, anchor="quote")
    title = Markup() if guide.text.lstrip().startswith("# ") else Markup("<h1>{}</h1>").format(guide.title)
    body = Markup('<article class="guide">{}{}{}<div class="text">{}</div></article>').format(
        _about(guide, span is not None),
        joined(Markup('<p class="note" role="status">{}</p>').format(note) for note in notes),
        title,
        text,
    )
    return plain_page(guide.title, body)


def guides_page(guides: Iterable[Guide]) -> str:
    items = joined(_item(guide) for guide in guides)
    listed = (
        Markup('<ul class="guides">{}</ul>').format(items) if items else Markup("<p>{}</p>").format(words.GUIDES_EMPTY)
    )
    head = Markup("<h1>{}</h1><p>{}</p>").format(words.GUIDES_TITLE, words.GUIDES_INTRO)
    return plain_page(words.GUIDES_TITLE, head + listed)


def message_page(title: str, hint: str) -> str:
    """For an unknown guide, or a library that cannot be opened."""
    body = Markup('<h1>{}</h1><p>{}</p><p><a href="/guides">{}</a> · <a href="/">{}</a></p>').format(
        title, hint, words.GUIDE_LIST, words.PAGE_START
    )
    return plain_page(title, body)


def _about(guide: Guide, cited: bool) -> Markup:
    to_quote = Markup('<p class="cited"><a href="#quote">{}</a></p>').format(words.GUIDE_CITED)
    return Markup('<div class="about {}"><p class="banner">{}</p><p class="origin">{}</p>{}</div>').format(
        guide.kind, _banner(guide), _origin(guide), to_quote if cited else ""
    )


def _banner(guide: Guide) -> Markup:
    if guide.kind != GuideKind.DIGEST:
        return escape(words.GUIDE_ORIGINAL)
    parts = [words.GUIDE_DIGEST.format(title=guide.title, publisher=guide.publisher)]
    if guide.digested_by:
        parts.append(words.GUIDE_DIGEST_WRITTEN.format(who=guide.digested_by))
    if guide.digested_on:
        parts.append(words.GUIDE_DIGEST_ON.format(when=readable(guide.digested_on)))
    if guide.checked_by:
        parts.append(words.GUIDE_DIGEST_CHECKED.format(who=guide.checked_by))
    return escape("".join(parts) + words.GUIDE_DIGEST_END)


def _origin(guide: Guide) -> Markup:
    date = guide.updated or guide.published
    parts = [
        guide.publisher,
        words.BY.format(author=guide.author) if guide.author else "",
        words.REVIEWED.format(reviewer=guide.reviewed_by) if guide.reviewed_by else "",
        readable(date) if date else words.UNDATED,
        guide.jurisdiction,
    ]
    line = escape(" · ".join(part for part in parts if part))
    address = web_address(guide.url)
    link = Markup(' · <a href="{}" rel="noopener noreferrer">{}</a>').format(address, words.PUBLISHER_PAGE)
    return line + link if address else line


def _item(guide: Guide) -> Markup:
    kind = escape(words.DIGEST_OF) if guide.kind == GuideKind.DIGEST else Markup()
    return Markup('<li><a href="/guides/{}">{}</a><p class="origin">{}</p></li>').format(
        quote(guide.id, safe=""), kind + guide.title, _origin(guide)
    )
