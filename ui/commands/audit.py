"""`advisor audit`: puts its commands together."""

import typer

from ui.commands import audit_conflicts, audit_demo, audit_export, audit_figures

app = typer.Typer(help="What reviewers found, and what it adds up to.", no_args_is_help=True, rich_markup_mode=None)
for command in (
    audit_figures.figures,
    audit_figures.coverage,
    audit_figures.report,
    audit_conflicts.conflicts,
    audit_export.export,
    audit_demo.demo,
):
    app.command()(command)
