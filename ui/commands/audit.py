"""`advisor audit`: what auditors do, each command in a module of its own."""

import typer

from ui.commands import note, quarantine, replay

app = typer.Typer(help="Audit what was answered, and act on it.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(quarantine.app, name="quarantine")
app.add_typer(note.app, name="note")
app.command()(quarantine.used)
app.command()(replay.replay)
