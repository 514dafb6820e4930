"""`advisor guides`: what the published library holds, and what an editor should look at in files of guides."""

import contextlib
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.domain import Guide
from ui.commands.options import AsJson, Home, parts_of, settings_for
from ui.progress import Progress
from ui.terminal import as_json, harmless, table

if TYPE_CHECKING:
    from advisor.domain import Attribute, Role
    from advisor.interfaces import Embedder, Vectors
    from ingest.lint.lint import Embed, Linted

app = typer.Typer(
    help="List the guides of the published release, or look over files of guides.",
    invoke_without_command=True,
    rich_markup_mode=None,
)
AT_ONCE = 128  # sentences embedded between two words of progress
COLUMNS = ("id", "kind", "date", "passages", "publisher", "title")


@app.callback()
def guides(context: typer.Context, json: AsJson = False, home: Home = None) -> None:
    """List the guides of the published release; `lint` looks over files of guides."""
    if context.invoked_subcommand:
        return
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


@app.command()
def lint(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH…]", help="Guides or folders of guides.", show_default=False)
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Leave out sentences said twice: loads no model.")] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="Print entries for roles.yaml and attributes.yaml instead.")
    ] = False,
    json: AsJson = False,
    home: Home = None,
) -> None:
    """Look over guides (default: corpus/): FILE:LINE and one thing to look at on each line; 1 where one is an error."""
    from ingest.lint import lint

    settings = settings_for(home)
    with contextlib.redirect_stdout(sys.stderr):
        progress = Progress()
        embed = None if quick or draft else _embed(context, home, progress)
        found = lint(paths or [settings.corpus], datetime.now(UTC).date(), progress, embed)
        progress.clear()
    if draft:
        typer.echo(harmless(_drafts(found)))
        return
    if json:
        rows = [{**asdict(finding), "file": str(finding.file)} for finding in found.findings]
        typer.echo(as_json(rows, sys.stdout.encoding))
    else:
        for one in found.findings:
            typer.echo(harmless(f"{one.file}:{one.line}: {one.severity}: {one.message} [{one.rule}]"))
        warnings = len(found.findings) - found.errors
        typer.echo(f"{found.errors} errors, {warnings} warnings", err=True)
    raise typer.Exit(int(found.errors > 0))


def _embed(context: typer.Context, home: Home, progress: Progress) -> "Embed":
    embedder = parts_of(context).embedder(settings_for(home))
    return partial(_in_chunks, embedder, progress)


def _in_chunks(embedder: "Embedder", progress: Progress, texts: Sequence[str]) -> "Vectors":
    import numpy as np

    rows = []
    for start in range(0, len(texts), AT_ONCE):
        progress("embedding", start, len(texts))
        rows.append(embedder.embed(texts[start : start + AT_ONCE]))
    return np.concatenate(rows)


def _drafts(found: "Linted") -> str:
    """YAML to complete and to put into the two files; a comment where there is nothing to add."""
    parts = (("roles.yaml", found.roles), ("attributes.yaml", found.attributes))
    return "\n".join(
        f"# for {name}: meanings and other names are for you to write\n{_yaml(entries)}" for name, entries in parts
    )


def _yaml(entries: "Sequence[Role | Attribute]") -> str:
    import yaml

    rows = [{"id": entry.id, "name": entry.name, "meaning": entry.meaning, "aliases": []} for entry in entries]
    return yaml.safe_dump(rows, sort_keys=False, allow_unicode=True) if rows else "# nothing that is not known\n"


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
