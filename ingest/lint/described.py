"""What a guide says of itself: keys that are unknown or missing, and reviews that are due."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any

from advisor.domain import GuideKind
from ingest.frontmatter import FrontMatter, beside, parted
from ingest.lint.finding import Finding, Severity, Source

WANTED = ("title", "publisher", "url", "review_by", "owner")
WANTED_OF_DIGESTS = ("digested_by", "digested_on", "checked_by")
DATED = ("published", "updated")  # `null` says that the source is undated; without the key nobody has looked


def described(source: Source, today: date) -> Iterator[Finding]:
    values = _values(source)
    if not values:
        yield Finding(source.file, 1, "front-matter", "it has no front matter: nothing is known of where it comes from")
        return
    for key in sorted(values.keys() - FrontMatter.model_fields.keys()):
        near = get_close_matches(key, FrontMatter.model_fields, n=1)
        hint = f" (did you mean {near[0]}?)" if near else ""
        yield Finding(source.file, _line(source, key), "front-matter", f"unknown key {key!r}{hint}", Severity.ERROR)
    yield from _missing(source, values)
    due = source.guide.review_by
    if due and due < today.isoformat()[: len(due)]:
        owner = source.guide.owner or "nobody"
        yield Finding(
            source.file, _line(source, "review_by"), "review-due", f"review was due by {due}; its owner: {owner}"
        )


def _values(source: Source) -> dict[str, Any]:
    inside = parted(source.raw, source.file.name)[0] if source.file.suffix.lower() not in (".html", ".htm") else {}
    return {**beside(source.file), **inside}


def _missing(source: Source, values: dict[str, Any]) -> Iterator[Finding]:
    wanted = WANTED + (WANTED_OF_DIGESTS if source.guide.kind is GuideKind.DIGEST else ())
    missing = [key for key in wanted if values.get(key) in (None, "")]
    missing += [] if any(key in values for key in DATED) else [" or ".join(DATED)]
    for key in missing:
        yield Finding(source.file, _line(source, key), "front-matter", f"{key} is not given")


def _line(source: Source, key: str) -> int:
    found = re.search(rf"^{re.escape(key)}\s*:", source.raw, re.MULTILINE)
    return source.raw.count("\n", 0, found.start()) + 1 if found else 1
