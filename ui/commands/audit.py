"""`advisor audit`: puts its commands together, each in a module of its own."""

import typer

from ui.commands import (
    audit_conflicts,
    audit_demo,
    audit_export,
    audit_figures,
    audit_proof,
    note,
    quarantine,
    replay,
)

app = typer.Typer(
    help="Audit what was answered, act on it, and see what it adds up to.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(quarantine.app, name="quarantine")
app.add_typer(note.app, name="note")
for command in (
    quarantine.used,
    replay.replay,
    audit_proof.verify,
    audit_proof.erase,
    audit_figures.figures,
    audit_figures.coverage,
    audit_figures.report,
    audit_conflicts.conflicts,
    audit_export.export,
    audit_demo.demo,
):
    app.command()(command)
