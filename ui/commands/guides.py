"""`advisor guides`: what the published library holds."""

import sys
from collections import Counter

import typer

from advisor.domain import Guide
from ui.commands.options import AsJson, Home, parts_of, settings_for
from ui.terminal import as_json, table

COLUMNS = ("id", "kind", "date", "passages", "publisher", "title")


def guides(context: typer.Context, json: AsJson = False, home: Home = None) -> None:
    """List the guides of the published release."""
    library = parts_of(context).advisor(settings_for(home)).library()
    passages = Counter(passage.guide_id for passage in library.passages.values())
    if json:
        rows = [_row(guide, passages[guide.id]) for guide in library.guides.values()]
        typer.echo(as_json(rows, sys.stdout.encoding))
        return
    cells = [
        (g.id, g.kind, g.updated or g.published or "undated", str(passages[g.id]), g.publisher, g.title)
        for g in library.guides.values()
    ]
    typer.echo(table(COLUMNS, cells))


def _row(guide: Guide, passages: int) -> dict[str, object]:
    return {
        "id": guide.id,
        "title": guide.title,
        "publisher": guide.publisher,
        "kind": guide.kind.value,
        "published": guide.published,
        "updated": guide.updated,
        "url": guide.url,
        "passages": passages,
    }
