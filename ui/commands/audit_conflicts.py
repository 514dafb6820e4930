"""`advisor audit conflicts`: where guides differ, and marking what that turned out to be."""

import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated

import typer

from advisor.audit.conflict import Conflict, Mark, Marked, decided
from advisor.errors import InputError
from advisor.serial import to_dict
from ui.commands.options import AsJson, Home, parts_of, settings_for
from ui.terminal import as_json, width

Id = Annotated[str, typer.Option("--mark", metavar="ID", help="Of the conflict to decide on.")]
As = Annotated[Mark | None, typer.Option("--as", help="What it turned out to be.")]
Note = Annotated[str, typer.Option("--note", help="Why: shown with later answers.")]
By = Annotated[str, typer.Option("--by", help="Who decides.")]


def conflicts(
    context: typer.Context,
    mark: Id = "",
    as_: As = None,
    note: Note = "",
    by: By = "",
    json: AsJson = False,
    home: Home = None,
) -> None:
    """List where guides differ for a role and attribute and which sentences seem to contradict; or mark one of them."""
    from advisor.answer.readers import prepare
    from advisor.audit.conflicts import conflicts
    from ui.audit_tables import conflicts_text

    settings, parts = settings_for(home), parts_of(context)
    marks = parts.marks(settings)
    found = conflicts(prepare(parts.advisor(settings).library()))
    if mark:
        marks.mark(_marked(found, mark, as_, note, by))
    told = decided(found, marks.all())
    typer.echo(as_json(_rows(told), sys.stdout.encoding) if json else conflicts_text(told, width()))


def _marked(found: tuple[Conflict, ...], mark: str, as_: Mark | None, note: str, by: str) -> Marked:
    if mark not in {conflict.id for conflict in found}:
        raise InputError(f"There is no conflict {mark}.", hint="See them with: advisor audit conflicts.")
    if as_ is None or not note.strip() or not by.strip():
        raise InputError("A decision needs a mark, a reason and a name.", hint="Give --as, --note and --by.")
    return Marked(mark, as_, note.strip(), by.strip(), datetime.now(UTC).isoformat(timespec="seconds"))


def _rows(told: Mapping[Conflict, Marked | None]) -> list[dict[str, object]]:
    return [{"id": c.id, **to_dict(c), "marked": to_dict(marked) if marked else None} for c, marked in told.items()]
