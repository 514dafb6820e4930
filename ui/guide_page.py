"""A guide's own page and the page for what is not there: plain HTML from data, no script needed.

Pure; knows no server and no Gradio. Text of a guide is shown, never obeyed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from markupsafe import Markup

from advisor.audit.quarantine import Withdrawn
from advisor.compare.table import Choice
from advisor.domain import Guide
from ui import mark, words
from ui.cards import digest_of, joined
from ui.compare_address import compare_address
from ui.guide_about import badges, banner, named, origin, says_of_itself
from ui.plain_page import plain_page
from ui.related import Related
from ui.sections import Section
from ui.withdrawn import left_of, notices

LONG = 4  # sections: a guide that has as many gets a table of contents


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


def guide_page(
    guide: Guide,
    place: Place,
    today: date,
    *,
    related: Related | None = None,
    same_release: bool = True,
    withdrawn: Sequence[Withdrawn] = (),
) -> str:
    """The page; what is `withdrawn` of this guide is not on it, but why."""
    text, span = left_of(guide.text, highlighted(guide, place, same_release=same_release), withdrawn)
    asked_for_span = place.end > place.start
    notes = [words.GUIDE_OTHER_RELEASE] if not same_release else []
    notes += [words.GUIDE_SPAN_GONE] if asked_for_span and span is None else []
    notes += notices(withdrawn)
    shown = mark.document(text, *([span] if span else []), anchor="quote", beside=_section_link)
    title = Markup() if text.lstrip().startswith("# ") else Markup("<h1>{}</h1>").format(guide.title)
    body = Markup('<article class="guide">{}{}{}<div class="text">{}{}</div></article>{}').format(
        _about(guide, today, span is not None),
        joined(Markup('<p class="note" role="status">{}</p>').format(note) for note in notes),
        _contents(mark.sections(text)),
        title,
        shown,
        _related(related) if related else "",
    )
    return plain_page(guide.title, body)


def message_page(title: str, hint: str) -> str:
    """For an unknown guide, or a library that cannot be opened."""
    body = Markup('<h1>{}</h1><p>{}</p><p><a href="/guides">{}</a> · <a href="/">{}</a></p>').format(
        title, hint, words.GUIDE_LIST, words.PAGE_START
    )
    return plain_page(title, body)


def _about(guide: Guide, today: date, cited: bool) -> Markup:
    to_quote = Markup('<p class="cited"><a href="#quote">{}</a></p>').format(words.GUIDE_CITED)
    return Markup('<div class="about {}"><p class="banner">{}</p><p class="origin">{}</p>{}{}{}</div>').format(
        guide.kind, banner(guide), origin(guide, today), badges(guide, today), says_of_itself(guide),
        to_quote if cited else "",
    )  # fmt: skip


def _section_link(section: Section) -> Markup:
    name = words.GUIDE_SECTION_LINK.format(name=section.name)
    return Markup('<a class="here" href="#{}" aria-label="{}" title="{}">#</a>').format(section.id, name, name)


def _contents(sections: Sequence[Section]) -> Markup:
    """Two levels of sections, for a guide that is long."""
    if len(sections) < LONG:
        return Markup()
    outermost = min(section.level for section in sections)
    items = joined(
        Markup('<li class="{}"><a href="#{}">{}</a></li>').format(
            "outer" if section.level == outermost else "inner", section.id, section.name
        )
        for section in sections
        if section.level <= outermost + 1
    )
    return Markup('<nav class="contents" aria-labelledby="contents"><h2 id="contents">{}</h2><ol>{}</ol></nav>').format(
        words.GUIDE_CONTENTS, items
    )


def _related(related: Related) -> Markup:
    parts = _comparisons(related) + _others(related.others)
    if not parts:
        return parts
    return Markup('<aside class="related" aria-labelledby="related"><h2 id="related">{}</h2>{}</aside>').format(
        words.GUIDE_RELATED, parts
    )


def _comparisons(related: Related) -> Markup:
    """One link for each group of roles, on all that the guide speaks of; one for each matter, of the first group."""
    if not related.groups:
        return Markup()
    link = Markup('<a href="{}">{}</a>')
    on = [attribute.id for attribute in related.attributes]
    groups = joined(
        Markup("<li>{}</li>").format(
            link.format(compare_address(_ids(group), on), words.GUIDE_COMPARE_ALL.format(roles=_names(group)))
        )
        for group in related.groups
    )
    first = _ids(related.groups[0])
    each = joined(
        (link.format(compare_address(first, [attribute.id]), attribute.name) for attribute in related.attributes), " "
    )
    return Markup('<h3>{}</h3><ul>{}</ul><p class="matters">{}{}</p>').format(
        words.GUIDE_COMPARE, groups, words.GUIDE_COMPARE_ON if each else "", each
    )


def _others(guides: Sequence[Guide]) -> Markup:
    if not guides:
        return Markup()
    items = joined(
        Markup('<li><a href="/guides/{}">{}</a> <span class="by">{}</span></li>').format(
            quote(guide.id, safe=""), named(guide), guide.publisher
        )
        for guide in guides
    )
    return Markup("<h3>{}</h3><ul>{}</ul>").format(words.GUIDE_OTHERS, items)


def _ids(group: Sequence[Choice]) -> list[str]:
    return [role.id for role in group]


def _names(group: Sequence[Choice]) -> str:
    *rest, last = (role.name for role in group)
    return f"{', '.join(rest)} and {last}" if rest else last
