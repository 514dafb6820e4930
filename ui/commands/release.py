"""`advisor release`: the releases of the library, publishing the one that waits, and going back to an earlier one."""

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.errors import LibraryError
from ui.commands.options import AsJson, Home, parts_of, settings_for
from ui.progress import Progress
from ui.terminal import as_json, harmless, table

if TYPE_CHECKING:
    from advisor.library.manifest import Manifest

HELP = "List, show, compare, publish, discard and roll back releases of the library."
app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)

COLUMNS = ("", "id", "created", "guides", "passages", "embedder")
Id = Annotated[str | None, typer.Argument(metavar="[ID]", show_default=False)]
StagedId = Annotated[str, typer.Argument(metavar="ID")]
PUBLISHED = "Published {release}. A running server uses it from its next question on."


@app.command("list")
def list_(json: AsJson = False, home: Home = None) -> None:
    """List all releases, newest first; the published one is marked with *, those that wait with staged."""
    from advisor.library.shelf import current_release, list_releases, staged_releases

    folder = settings_for(home).home
    published, staged = current_release(folder), staged_releases(folder)
    rows = [_row(folder, release, release == published, release in staged) for release in list_releases(folder)]
    if json:
        typer.echo(as_json(rows, sys.stdout.encoding))
        return
    marks = ("*" if row["current"] else "staged" if row["staged"] else "" for row in rows)
    cells = (map(str, list(row.values())[2:]) for row in rows)
    typer.echo(table(COLUMNS, [(mark, *rest) for mark, rest in zip(marks, cells, strict=True)]))


@app.command()
def show(release: Id = None, json: AsJson = False, home: Home = None) -> None:
    """Show one release: what it was built from, with what, and its guides. Default: the published one."""
    from advisor.library.shelf import current_release

    folder = settings_for(home).home
    wanted = release or current_release(folder)
    if wanted is None:
        raise LibraryError(f"No library is published in {folder}.", hint="Run: advisor ingest")
    manifest = _manifest(folder, wanted)
    if json:
        typer.echo(as_json(manifest.model_dump(mode="json", exclude={"files"}), sys.stdout.encoding))
        return
    lines = (
        ("release", manifest.id),
        ("created", manifest.created),
        ("built from", ", ".join(manifest.inputs)),
        ("embedder", f"{manifest.embedder.name} ({manifest.embedder.digest[:12]}…)"),
        ("splitter", manifest.splitter),
        *((name, str(count)) for name, count in manifest.counts.items()),
        *(("guide", f"{guide.id}: {guide.title}") for guide in manifest.guides),
    )
    for name, value in lines:
        typer.echo(f"{name:<12} {harmless(value)}")


@app.command()
def rollback(release: Id = None, home: Home = None) -> None:
    """Publish an earlier release again. Default: the one before the published one."""
    from advisor.library.shelf import current_release, list_releases, point_to, staged_releases

    folder = settings_for(home).home
    published, staged = current_release(folder), staged_releases(folder)
    earlier = [other for other in list_releases(folder) if published is None or other < published]
    earlier = [other for other in earlier if other not in staged]
    target = release or next(iter(earlier), None)
    if target is None:
        raise LibraryError("There is no earlier release.", hint="See them with: advisor release list")
    point_to(folder, target)
    typer.echo(PUBLISHED.format(release=target))


@app.command()
def publish(release: StagedId, home: Home = None) -> None:
    """Publish a staged release."""
    from ingest.publish import publish_staged

    publish_staged(settings_for(home).home, release)
    typer.echo(PUBLISHED.format(release=release))


@app.command()
def impact(context: typer.Context, release: StagedId, json: AsJson = False, home: Home = None) -> None:
    """Compare a release with the published one: its passages, and the past answers that rest on what changes."""
    from advisor.audit.impact import impact
    from ui.impact_text import acts_of, impact_data, impact_text

    with contextlib.redirect_stdout(sys.stderr):
        desk = parts_of(context).desk(settings_for(home))
        before, after = desk.published(), desk.release(release)
        progress = Progress()
        found = impact(before, after, desk.past.citing, desk.asking(after), progress)
        progress.clear()
    acts = acts_of(desk.quarantine)
    typer.echo(as_json(impact_data(found, acts), sys.stdout.encoding) if json else harmless(impact_text(found, acts)))


@app.command()
def discard(release: StagedId, home: Home = None) -> None:
    """Remove a staged release; one that is or was published is kept."""
    from ingest.publish import discard_staged

    discard_staged(settings_for(home).home, release)
    typer.echo(f"Discarded {release}.")


def _row(home: Path, release: str, current: bool, staged: bool) -> dict[str, object]:
    row: dict[str, object] = {"current": current, "staged": staged, "id": release}
    try:
        manifest = _manifest(home, release)
    except LibraryError:
        return {**row, "created": "damaged", "guides": "", "passages": "", "embedder": ""}
    passages = manifest.counts.get("passages", "")
    return {**row, "created": manifest.created, "guides": len(manifest.guides), "passages": passages} | {
        "embedder": manifest.embedder.name
    }


def _manifest(home: Path, release: str) -> "Manifest":
    from advisor.library.manifest import RELEASE_ID, read_manifest
    from advisor.library.shelf import RELEASES, list_releases

    if not RELEASE_ID.fullmatch(release) or release not in list_releases(home):
        raise LibraryError(f"There is no release {release!r} in {home}.", hint="See them with: advisor release list")
    return read_manifest(home / RELEASES / release)
