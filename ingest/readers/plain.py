"""Plain text, most often copied or scraped from a page: noise goes, headings and glued tables are found again."""

import re

from advisor.domain import GuideKind, Vocabulary
from ingest.boilerplate import Wishes, rules, sift
from ingest.byline import bylines
from ingest.frontmatter import FrontMatter
from ingest.glued import unglue
from ingest.normalise import normalise
from ingest.pieces import plain_pieces
from ingest.readers import markdown
from ingest.reading import Draft
from ingest.rolenames import compared, known, most_compared

_MARKDOWN_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)


def draft(text: str, described: FrontMatter, vocabulary: Vocabulary) -> Draft:
    if described.kind is GuideKind.DIGEST or _MARKDOWN_HEADING.search(text):
        return markdown.draft(text, described, vocabulary)
    pieces = plain_pieces(text)
    names = known(vocabulary) | compared(piece.text for piece in pieces)
    labels = [label for entry in vocabulary.attributes for label in (entry.name, *entry.aliases)]
    pieces, warnings = unglue(pieces, names, labels)
    pieces, noise = sift(pieces, rules(), Wishes(described.keep, described.drop))
    pieces, said, again = bylines(pieces)
    found = normalise(pieces, names)
    title = found.title or most_compared(piece.text for piece in pieces)
    if title and not found.title:
        warnings.append(f"it has no title: what it compares stands in ({title})")
    return Draft(found.text, {"title": title, **said}, (*noise, *again, *found.dropped), tuple(warnings))
