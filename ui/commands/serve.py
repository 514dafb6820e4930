"""`advisor serve`: the library brought up to date where its guides have changed, then the page."""

from typing import Annotated

import typer

from advisor.errors import IngestError
from advisor.settings import Settings
from ui.commands.ingest import read_guides
from ui.commands.options import Home, parts_of, settings_for
from ui.parts import Parts
from ui.terminal import problem_text
from ui.upkeep import State

SILENT = (State.FRESH, State.MISSING)


def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(help="Address to serve on.", show_default=False)] = None,
    port: Annotated[int | None, typer.Option(help="Port to serve on.", show_default=False)] = None,
    home: Home = None,
) -> None:
    """Read the guides where they have changed, then serve the page."""
    settings = settings_for(home, host=host, port=port)
    parts = parts_of(context)
    keep_up(parts, settings)
    parts.serve(parts.advisor(settings), settings)


def keep_up(parts: Parts, settings: Settings) -> None:
    """Ingest where it is wanted; a library that is there already is served even where that fails."""
    found = parts.upkeep(settings)
    if found.state not in SILENT:
        typer.echo(f"The library: {found.state.value}.", err=True)
    if not found.wants_ingest:
        return
    try:
        read_guides(parts, list(found.paths), settings)
    except IngestError as problem:
        if found.state is State.MISSING:
            raise
        typer.echo(f"{problem_text(problem)} The published library is served as it is.", err=True)
