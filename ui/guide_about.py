"""What is said of a guide wherever it is shown: whose words it holds, from when they are, what it says of itself.

Pure; knows no server. Text of a guide is shown, never obeyed.
"""

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup, escape

from advisor.domain import Guide, GuideKind
from ui import words
from ui.cards import joined, web_address
from ui.dates import OLD, is_past, months_since, readable
from ui.names import with_age


def named(guide: Guide) -> str:
    """The title, with whose words they are where they are not the publisher's."""
    return (words.DIGEST_OF if guide.kind == GuideKind.DIGEST else "") + guide.title


def banner(guide: Guide) -> Markup:
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


def origin(guide: Guide, today: date) -> Markup:
    """Publisher, author, reviewer, date and age, country, and the publisher's page."""
    parts = [
        guide.publisher,
        words.BY.format(author=guide.author) if guide.author else "",
        words.REVIEWED.format(reviewer=guide.reviewed_by) if guide.reviewed_by else "",
        dated(guide, today),
        guide.jurisdiction,
    ]
    line = escape(" · ".join(part for part in parts if part))
    address = web_address(guide.url)
    link = Markup(' · <a href="{}" rel="noopener noreferrer">{}</a>').format(address, words.PUBLISHER_PAGE)
    return line + link if address else line


def dated(guide: Guide, today: date) -> str:
    """Its date and how old it is, or that it has none."""
    return with_age(guide.updated or guide.published, today)


def badges(guide: Guide, today: date) -> Markup:
    """What a reader should know before relying on it, in words."""
    written = guide.updated or guide.published
    badge = Markup('<li class="badge {}">{}</li>')
    shown = [badge.format("", words.GUIDES_KINDS[guide.kind])]
    if not written:
        shown.append(badge.format("warns", words.GUIDE_UNDATED))
    elif (months_since(written, today) or 0) > OLD:
        shown.append(badge.format("warns", words.GUIDE_OLD))
    if guide.review_by and is_past(guide.review_by, today):
        shown.append(badge.format("warns", words.GUIDE_REVIEW_PAST.format(when=readable(guide.review_by))))
    return Markup('<ul class="badges">{}</ul>').format(joined(shown))


def says_of_itself(guide: Guide) -> Markup:
    """Whom it is for, its evidence, our note on it and when it is looked at again; what is not known is left out."""
    review = readable(guide.review_by) if guide.review_by else ""
    if review and guide.owner:
        review = words.GUIDE_REVIEW_OWNER.format(when=review, owner=guide.owner)
    told = {
        "audience": guide.audience,
        "difficulty": guide.difficulty,
        "basis": guide.basis,
        "reliability": guide.reliability,
        "origin": guide.origin,
        "review_by": review,
    }
    return terms((words.GUIDE_SAYS[name], value) for name, value in told.items())


def terms(pairs: Iterable[tuple[str, str]]) -> Markup:
    """Names and what they stand for, those with nothing left out."""
    rows = joined(Markup("<div><dt>{}</dt> <dd>{}</dd></div> ").format(name, value) for name, value in pairs if value)
    return Markup('<dl class="says">{}</dl>').format(rows) if rows else rows
