"""A source in one line of a page: the link to its words, whose words they are, and from when."""

from markupsafe import Markup

from advisor.domain import GuideKind, Source
from ui import words
from ui.cards import guide_address
from ui.names import dated, guide_name


def cite(source: Source) -> Markup:
    """The link to the words in their guide, whose words they are, and from when."""
    name = guide_name(source)
    opens = words.CITE_OPEN.format(guide=name, title=source.guide_title)
    digest = Markup(' <span class="badge">{}</span>').format(words.CITE_DIGEST)
    return Markup('<a class="cite" href="{}" aria-label="{}">{}</a>{} <span class="badge">{}</span>').format(
        guide_address(source), opens, name, digest if source.guide_kind == GuideKind.DIGEST else "", dated(source)
    )


def quoted(source: Source) -> Markup:
    """The words themselves, and where they stand."""
    return Markup('<p class="says"><q>{}</q></p><p class="by">{}</p>').format(source.quote, cite(source))
