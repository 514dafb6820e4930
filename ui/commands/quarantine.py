"""`advisor audit quarantine` and `advisor audit used`: taking a passage or a guide out of use, and who was told it."""

import contextlib
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.errors import InputError
from ui.commands.options import AsJson, Home, parts_of, settings_for
from ui.terminal import as_json, harmless, table

if TYPE_CHECKING:
    from advisor.audit.desk import Desk
    from advisor.audit.quarantine import Subject, Withdrawn

app = typer.Typer(
    help="Take a passage or a guide out of use now, in running servers too.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
What = Annotated[str, typer.Argument(metavar="PASSAGE|GUIDE", help="Its id.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; it is shown, and stays on record.")]
By = Annotated[str, typer.Option("--by", help="Who decides this; it stays on record.")]
COLUMNS = ("at", "what", "by", "passage or guide", "reason")


@app.command()
def add(context: typer.Context, what: What, reason: Reason, by: By, home: Home = None) -> None:
    """Withdraw a passage or a guide: it is not found, not quoted and not shown from the next question on."""
    desk = desk_of(context, home)
    subject = subject_of(desk, what)
    desk.quarantine.add(subject, reason, by)
    told = f"passage of {subject.guide_id}: “{subject.words}”" if subject.words else "whole guide"
    typer.echo(harmless(f"Withdrawn: {what} ({told})"))
    typer.echo(harmless(f"Who was told it: advisor audit used {what}. Bring it back: advisor audit quarantine undo"))


@app.command()
def undo(context: typer.Context, what: What, reason: Reason, by: By, home: Home = None) -> None:
    """Bring back what was withdrawn."""
    desk_of(context, home).quarantine.undo(what, reason, by)
    typer.echo(harmless(f"Back in use: {what}"))


@app.command("list")
def list_(
    context: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help="What was brought back too.")] = False,
    json: AsJson = False,
    home: Home = None,
) -> None:
    """List what is withdrawn."""
    from advisor.audit.quarantine import Event
    from advisor.serial import to_dict

    quarantine = desk_of(context, home).quarantine
    events = quarantine.history() if all_ else tuple(Event(one, False) for one in quarantine.held().values())
    if json:
        typer.echo(as_json([to_dict(event) for event in events], sys.stdout.encoding))
        return
    typer.echo(table(COLUMNS, [_cells(event.withdrawn, event.undone) for event in events]))


def used(context: typer.Context, what: What, json: AsJson = False, home: Home = None) -> None:
    """List the past answers to people that cite a passage or a guide, oldest first."""
    from advisor.serial import to_dict

    answers = [past.answer for past in desk_of(context, home).past.citing([what])]
    if json:
        typer.echo(as_json([to_dict(answer) for answer in answers], sys.stdout.encoding))
        return
    rows = [(answer.record_id, answer.asked_at[:16], answer.release, answer.question) for answer in answers]
    typer.echo(table(("record", "asked", "release", "question"), rows))


def desk_of(context: typer.Context, home: Home) -> "Desk":
    with contextlib.redirect_stdout(sys.stderr):
        return parts_of(context).desk(settings_for(home))


def _cells(withdrawn: "Withdrawn", undone: bool) -> tuple[str, ...]:
    what = "undone" if undone else "withdrawn"
    return withdrawn.at[:16], what, withdrawn.by, withdrawn.subject.id, withdrawn.reason


def subject_of(desk: "Desk", what: str) -> "Subject":
    """The passage or guide of that id in the published release; raises InputError where it holds none."""
    from advisor.audit.quarantine import of_guide, of_passage

    library = desk.published()
    if passage := library.passages.get(what):
        return of_passage(passage)
    if guide := library.guides.get(what):
        return of_guide(guide)
    raise InputError(
        f"The published release holds no passage and no guide {what!r}.",
        hint="An answer's citations name their passages (advisor ask --json); advisor guides lists the guides.",
    )
