"""Searching the guides: the form, and what was found as a page. Pure; knows no server.

What a person typed and what a guide says is shown, never obeyed.
"""

from datetime import date

from markupsafe import Markup

from advisor.errors import AdvisorError
from advisor.library.fulltext import Findings, Hit
from ui import mark, words
from ui.cards import joined, place_address, standing_above
from ui.guide_about import dated, named
from ui.plain_page import plain_page


def search_form(query: str = "") -> Markup:
    return Markup(
        '<form class="search" role="search" action="/guides"><label for="q">{}</label><div>'
        '<input type="search" id="q" name="q" value="{}" aria-describedby="q-hint" required>'
        '<button>{}</button></div><p class="hint" id="q-hint">{}</p></form>'
    ).format(words.SEARCH_LABEL, query, words.SEARCH_GO, words.SEARCH_HINT)


def search_page(found: Findings, release: str, today: date) -> str:
    title = words.SEARCH_TITLE.format(query=found.query)
    hits = _group("exact", words.SEARCH_EXACT_TITLE, found.exact, release, today)
    hits += _group("near", words.SEARCH_NEAR_TITLE, found.near, release, today)
    return plain_page(title, _head(title, found.query) + _told(found) + hits)


def refused_page(query: str, problem: AdvisorError) -> str:
    """For what cannot be searched for; it is still in the box."""
    told = Markup('<p class="note" role="alert">{} {}</p>').format(str(problem), problem.hint)
    return plain_page(words.SEARCH_TOO_LONG, _head(words.SEARCH_TOO_LONG, query) + told)


def _head(title: str, query: str) -> Markup:
    return Markup('<p class="back"><a href="/guides">{}</a></p><h1>{}</h1>{}').format(
        words.SEARCH_BACK, title, search_form(query)
    )


def _told(found: Findings) -> Markup:
    """How much was found, in a sentence; where nothing was, what to try."""
    if not found.exact and not found.near:
        nothing = words.SEARCH_NOTHING.format(query=found.query)
        return Markup('<p class="note" role="status">{} {}</p>').format(nothing, words.SEARCH_NOTHING_HINT)
    exact = words.counted(words.SEARCH_EXACT, found.total)
    if found.total > len(found.exact):
        exact += words.SEARCH_FIRST.format(count=len(found.exact))
    near = words.counted(words.SEARCH_NEAR, len(found.near))
    return Markup('<p class="found" role="status">{}.</p>').format("; ".join(part for part in (exact, near) if part))


def _group(key: str, title: str, hits: tuple[Hit, ...], release: str, today: date) -> Markup:
    if not hits:
        return Markup()
    return Markup('<section aria-labelledby="{}"><h2 id="{}">{}</h2><ol class="hits">{}</ol></section>').format(
        key, key, title, joined(_hit(hit, release, today) for hit in hits)
    )


def _hit(hit: Hit, release: str, today: date) -> Markup:
    """The heading path leads to the words in the guide; below it whose words they are, and the passage."""
    guide, passage = hit.guide, hit.passage
    href = place_address(guide.id, release, hit.start, hit.end, guide.text[hit.start : hit.end])
    path = " › ".join(passage.heading) or guide.title
    by = " · ".join(part for part in (named(guide), guide.publisher, dated(guide, today)) if part)
    return Markup(
        '<li><h3><a href="{}">{}<span class="sr">, {}</span></a></h3><p class="origin">{}</p>'
        '<div class="passage">{}</div></li>'
    ).format(href, path, named(guide), by, _passage(hit))


def _passage(hit: Hit) -> Markup:
    """The passage as it is set in its guide, its context above it, the words that were looked for highlighted."""
    head = standing_above(hit.passage.context, hit.passage.text)
    moved = len(head) - hit.passage.start
    spans = ((start + moved, end + moved) for start, end in hit.matched)
    return mark.document(head + hit.passage.text, *spans, shift=4)
