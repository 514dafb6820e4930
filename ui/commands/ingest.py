"""`advisor ingest`: guides into a new release, and the report of what became of each file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.settings import Settings
from ui.commands.options import Home, parts_of, settings_for
from ui.parts import Parts
from ui.progress import Progress
from ui.terminal import harmless

if TYPE_CHECKING:
    from ingest.report import Report


def ingest(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH…]", help="Guides or folders of guides.", show_default=False)
    ] = None,
    stage: Annotated[bool, typer.Option("--stage", help="Build the release and do not publish it.")] = False,
    home: Home = None,
) -> None:
    """Read guides (default: corpus/), build a release of just these and publish it."""
    settings = settings_for(home)
    report = read_guides(parts_of(context), paths or [settings.corpus], settings, stage=stage)
    if report.staged:
        typer.echo(f"\nWhat it changes: advisor release impact {report.release}")
        typer.echo(f"Next: advisor release publish {report.release}, or discard it.")
    raise typer.Exit(int(bool(report.problems)))


def read_guides(parts: Parts, paths: list[Path], settings: Settings, *, stage: bool = False) -> "Report":
    """Ingest with its progress, and print the report."""
    from ingest.report import render

    progress = Progress()
    try:
        report = parts.ingest(paths, settings, progress, **({"stage": True} if stage else {}))
    finally:
        progress.clear()
    typer.echo(harmless(render(report)))
    return report
