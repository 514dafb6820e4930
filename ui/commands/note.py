"""`advisor audit note`: corrections that are shown wherever a passage or a guide is cited."""

import sys
from typing import Annotated

import typer

from ui.commands.options import AsJson, Home
from ui.commands.quarantine import By, What, desk_of, subject_of
from ui.terminal import as_json, harmless, table

app = typer.Typer(
    help="Set something right beside the words of a guide, wherever they are cited.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
COLUMNS = ("at", "by", "passage or guide", "note")


@app.command()
def add(
    context: typer.Context,
    what: What,
    text: Annotated[str, typer.Option("--text", help="What is right; shown with every citation.")],
    by: By,
    home: Home = None,
) -> None:
    """Note a correction, in place of an earlier one."""
    desk = desk_of(context, home)
    desk.quarantine.note(subject_of(desk, what), text, by)
    typer.echo(harmless(f"Noted: {what}"))


@app.command()
def undo(context: typer.Context, what: What, by: By, home: Home = None) -> None:
    """Show the correction no longer."""
    desk_of(context, home).quarantine.remove_note(what, by)
    typer.echo(harmless(f"No longer noted: {what}"))


@app.command("list")
def list_(context: typer.Context, json: AsJson = False, home: Home = None) -> None:
    """List the corrections that are shown now."""
    from advisor.serial import to_dict

    notes = desk_of(context, home).quarantine.notes().values()
    if json:
        typer.echo(as_json([to_dict(note) for note in notes], sys.stdout.encoding))
        return
    typer.echo(table(COLUMNS, [(note.at[:16], note.by, note.subject.id, note.text) for note in notes]))
