"""`advisor user`: the accounts of those who audit. A password is asked for, never given on the command line."""

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.audit.user import Rank
from advisor.settings import Settings
from ui.commands.options import AsJson, Home, parts_of, settings_for
from ui.terminal import as_json, table

if TYPE_CHECKING:
    from advisor.ledger.audit import SqlAudit

app = typer.Typer(help="Add, list and remove the accounts of auditors.", no_args_is_help=True, rich_markup_mode=None)

COLUMNS = ("name", "role", "added")
Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]
Role = Annotated[Rank, typer.Option("--role", help="viewer reads, auditor judges too, admin may erase too.")]


@app.command()
def add(context: typer.Context, name: Name, role: Role, home: Home = None) -> None:
    """Add an account; its password is asked for twice."""
    users = audit_of(context, settings_for(home)).users
    made = users.add(name, role, _password())
    typer.echo(f"Added {made.name} as {made.rank}. Sign in at /audit.")


@app.command("list")
def list_(context: typer.Context, json: AsJson = False, home: Home = None) -> None:
    """List the accounts."""
    found = audit_of(context, settings_for(home)).users.all()
    if json:
        typer.echo(as_json([{"role": user.rank, **asdict(user)} for user in found], sys.stdout.encoding))
        return
    typer.echo(table(COLUMNS, [(user.name, user.rank.value, user.added[:10]) for user in found]))


@app.command()
def remove(context: typer.Context, name: Name, home: Home = None) -> None:
    """Remove an account and end its sessions; what it judged stays on record."""
    audit_of(context, settings_for(home)).users.remove(name)
    typer.echo(f"Removed {name}.")


@app.command()
def password(context: typer.Context, name: Name, home: Home = None) -> None:
    """Give an account a new password and end its sessions."""
    audit_of(context, settings_for(home)).users.set_password(name, _password())
    typer.echo(f"{name} has a new password.")


def audit_of(context: typer.Context, settings: Settings) -> "SqlAudit":
    return parts_of(context).audit(settings)


def _password() -> str:
    asked: str = typer.prompt("Password", hide_input=True, confirmation_prompt="The same again", err=True)
    return asked
