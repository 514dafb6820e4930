"""The list of guides: each with what a reader wants to know before opening it, sorted as they like, above a search.

Pure; knows no server. Text of a guide is shown, never obeyed.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import quote

from markupsafe import Markup

from advisor.domain import Guide
from advisor.interfaces import Library
from ui import words
from ui.cards import joined
from ui.guide_about import badges, named, origin, terms
from ui.guide_search import search_form
from ui.plain_page import plain_page
from ui.related import roles_of


def guides_page(library: Library, cited: Mapping[str, int], today: date, sort: str = "") -> str:
    """The whole page; `sort` is one of `words.GUIDES_SORTS`, anything else means by name."""
    guides = _sorted(list(library.guides.values()), cited, sort)
    body = Markup('<h1>{}</h1><p class="intro">{}</p>').format(words.GUIDES_TITLE, words.GUIDES_INTRO)
    if not guides:
        empty = Markup('<p class="note">{} {}</p>').format(words.GUIDES_EMPTY, words.GUIDES_EMPTY_HINT)
        return plain_page(words.GUIDES_TITLE, body + empty)
    passages = Counter(passage.guide_id for passage in library.passages.values())
    items = joined(_item(guide, library, passages[guide.id], cited.get(guide.id, 0), today) for guide in guides)
    listed = Markup('<ul class="guides">{}</ul>').format(items)
    return plain_page(words.GUIDES_TITLE, body + search_form() + _order(len(guides), sort) + listed)


def _sorted(guides: list[Guide], cited: Mapping[str, int], sort: str) -> Sequence[Guide]:
    """By name; on top of that the newest first and the undated last, or the most cited first."""
    guides.sort(key=lambda guide: guide.title.casefold())
    if sort == "date":
        guides.sort(key=lambda guide: guide.updated or guide.published or "", reverse=True)
    if sort == "cited":
        guides.sort(key=lambda guide: -cited.get(guide.id, 0))
    return guides


def _order(count: int, sort: str) -> Markup:
    """How many there are, and links that sort them."""
    chosen = sort if sort in words.GUIDES_SORTS else "name"
    here = Markup(' aria-current="true"')
    links = joined(
        Markup('<a href="/guides?sort={}"{}>{}</a>').format(key, here if key == chosen else "", name)
        for key, name in words.GUIDES_SORTS.items()
    )
    return Markup('<div class="order"><span>{}</span><nav aria-label="{}"><span>{}</span>{}</nav></div>').format(
        words.counted(words.GUIDES_COUNT, count), words.GUIDES_SORT, words.GUIDES_SORT, links
    )


def _item(guide: Guide, library: Library, passages: int, cited: int, today: date) -> Markup:
    names = {role.id: role.name for role in library.vocabulary.roles}
    about = terms(
        (
            (words.GUIDES_FOR, guide.audience),
            (words.GUIDES_ROLES, ", ".join(names.get(role, role) for role in roles_of(guide, library))),
            (words.GUIDES_PASSAGES, f"{passages:,}"),
            (words.GUIDES_CITED, words.counted(words.GUIDES_CITED_TIMES, cited)),
        )
    )
    return Markup('<li><h2><a href="/guides/{}">{}</a></h2><p class="origin">{}</p>{}{}</li>').format(
        quote(guide.id, safe=""), named(guide), origin(guide, today), badges(guide, today), about
    )
