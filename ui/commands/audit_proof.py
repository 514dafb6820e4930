"""`advisor audit verify` and `advisor audit erase`: proving the ledger and erasing from it."""

import getpass
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from advisor.errors import InputError, LedgerError
from ui.commands.options import AsJson, Home, settings_for
from ui.commands.user import audit_of
from ui.terminal import as_json

Days = Annotated[
    int | None,
    typer.Option(min=0, help="What was written more than so many days ago.", show_default="ADVISOR_RETENTION_DAYS"),
]
Record = Annotated[str, typer.Option(help="One answer, and what was said of it.", show_default=False)]
Conversation = Annotated[str, typer.Option(help="All of one conversation.", show_default=False)]
Reason = Annotated[
    str, typer.Option(help="Why, kept for good: name nobody. Needed for a record or conversation.", show_default=False)
]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def verify(context: typer.Context, json: AsJson = False, home: Home = None) -> None:
    """Walk the whole chain: it holds, or this is where it breaks and how; exit code 1 where it does."""
    report = audit_of(context, settings_for(home)).verify()
    if json:
        typer.echo(as_json(asdict(report), sys.stdout.encoding))
        raise typer.Exit(int(not report.ok))
    if report.broken:
        hint = "Compare with a backup of ledger.db, ledger.key and ledger.head that were copied together."
        raise LedgerError(f"The chain does not hold ({report.broken.tampering}): {report.broken.reason}", hint=hint)
    typer.echo(f"The chain holds: {report.count} entries. Head: {report.head.seq} {report.head.mac}")
    if report.unacknowledged:
        typer.echo(f"The last {report.unacknowledged} are genuine, but were never said to be recorded.")


def erase(
    context: typer.Context,
    older_than: Days = None,
    record: Record = "",
    conversation: Conversation = "",
    reason: Reason = "",
    yes: Yes = False,
    home: Home = None,
) -> None:
    """Erase what people wrote; what, when and why stays on record. Default: all that is older than the setting."""
    settings = settings_for(home)
    erasure, by = audit_of(context, settings).erasure, getpass.getuser()
    if sum((older_than is not None, bool(record), bool(conversation))) > 1:
        raise InputError("Only one of --older-than, --record and --conversation.", hint="Run it once for each.")
    if (record or conversation) and not reason.strip():
        raise InputError("An erasure on request needs a --reason.", hint="It stays on record: name nobody in it.")
    days = settings.retention_days if older_than is None else older_than
    what = record or conversation or f"{erasure.count_older_than(days)} records older than {days} days"
    if not yes:
        typer.confirm(f"Erase what people wrote: {what}. This cannot be undone. Go on?", abort=True, err=True)
    if record:
        erased = erasure.record(record, reason, by)
    elif conversation:
        erased = erasure.conversation(conversation, reason, by)
    else:
        erased = erasure.older_than(days, by)
    typer.echo(f"Erased what people wrote in {erased} records.")
