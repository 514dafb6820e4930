"""A file as a guide, whatever its format. To add a format: write a module with `draft`, add a line to READERS."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from advisor.domain import Guide, Vocabulary
from advisor.errors import IngestError
from ingest.characters import clean, load
from ingest.frontmatter import NOT_OF_THE_GUIDE, FrontMatter, beside, check, parted, slug
from ingest.questions import questions_beside
from ingest.readers import markdown, page, plain
from ingest.reading import Draft, Reading

READERS: dict[str, Callable[[str, FrontMatter, Vocabulary], Draft]] = {
    ".md": markdown.draft,
    ".markdown": markdown.draft,
    ".txt": plain.draft,
    ".html": page.draft,
    ".htm": page.draft,
}

_FOUND_IN_TEXT = (
    "title",
    "publisher",
    "author",
    "reviewed_by",
    "url",
    "published",
    "updated",
    "audience",
    "difficulty",
)


def read(path: Path, vocabulary: Vocabulary | None = None) -> Reading:
    """The guide in a file, what was left out of it, and warnings; raises IngestError with a hint.

    `vocabulary` helps to part the cells of tables that a scraper has glued together.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise IngestError(f"{path.name} cannot be read.", hint=f"Formats that can: {', '.join(sorted(READERS))}.")
    text, hidden = clean(load(path))
    values, body = parted(text, path.name) if reader is not page.draft else ({}, text)
    values = {**beside(path), **values}
    described, warnings = check(values, path.name)
    draft = reader(body, described, vocabulary or Vocabulary())
    if not draft.text.strip():
        raise IngestError(
            f"{path.name} holds no text of a guide.",
            hint="Look at the report for what was left out; `keep` in its front matter keeps blocks.",
        )
    if hidden:
        warnings.append(f"{hidden} hidden characters were removed")
    guide = _guide(path, described, values, draft, warnings)
    return Reading(guide, draft.dropped, (*warnings, *draft.warnings), questions_beside(path))


def _guide(path: Path, described: FrontMatter, values: dict[str, Any], draft: Draft, warnings: list[str]) -> Guide:
    """The description counts; what the text says of itself fills the keys that the description does not have."""
    own = {key: value for key, value in described if key not in NOT_OF_THE_GUIDE}
    own |= {key: draft.said[key] for key in _FOUND_IN_TEXT if key not in values and key in draft.said}
    if not own["title"]:
        own["title"] = path.stem
        warnings.append("it has no title: its file name stands in (give it one in its front matter or .meta.yaml)")
    return Guide(id=described.id or slug(path.stem), text=draft.text, **own)
