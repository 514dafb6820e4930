"""`advisor audit replay`: approved answers asked again; 1 where one of them changed in substance."""

import contextlib
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.errors import InputError
from ui.commands.options import AsJson, Home, parts_of, settings_for
from ui.progress import Progress
from ui.terminal import as_json, harmless

if TYPE_CHECKING:
    from advisor.audit.desk import Desk
    from advisor.audit.golden import Approved, Replayed


def replay(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Approved answers.")],
    records: Annotated[
        list[str] | None, typer.Argument(metavar="[RECORD…]", help="With --write: their ids.", show_default=False)
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Write these records to the file.")] = False,
    release: Annotated[
        str | None, typer.Option(help="Ask this release. Default: the published one.", show_default=False)
    ] = None,
    json: AsJson = False,
    home: Home = None,
) -> None:
    """Ask approved answers again; exit with 1 where one changed in claims, sources or kind."""
    from advisor.audit import golden

    if write != bool(records):
        raise InputError("Records are given with --write, and only then.", hint=golden.HINT)
    with contextlib.redirect_stdout(sys.stderr):
        desk = parts_of(context).desk(settings_for(home))
        if records:
            golden.write_golden(file, [_approved(desk, record) for record in records])
            return
        approved = golden.read_golden(file)
        progress = Progress()
        library = desk.release(release) if release else desk.published()
        found = list(golden.replay(approved, desk.asking(library), progress))
        progress.clear()
    typer.echo(as_json([_row(one) for one in found], sys.stdout.encoding) if json else harmless(_text(found)))
    raise typer.Exit(int(any(one.compared.difference.in_substance for one in found)))


def _approved(desk: "Desk", record: str) -> "Approved":
    from advisor.audit.golden import approve

    past = desk.past.of(record)
    if past is None:
        raise InputError(f"There is no record {record!r}.", hint="An answer's record_id names it.")
    return approve(past)


def _text(found: Sequence["Replayed"]) -> str:
    """What changed in substance, then how many came out how."""
    from ui.impact_text import differing

    lines = []
    for one in found:
        if one.compared.difference.in_substance:
            lines += [f"{one.compared.difference}: {one.approved.turns[-1]}  ({one.approved.id})"]
            lines += [
                *differing(one.compared),
                f"  was: {one.approved.answer.answer}",
                f"  now: {one.answer.answer}",
                "",
            ]
    counts = Counter(one.compared.difference.value for one in found)
    return "\n".join([*lines, ", ".join(f"{count} {name}" for name, count in counts.most_common())])


def _row(one: "Replayed") -> dict[str, object]:
    from advisor.serial import to_dict

    compared = to_dict(one.compared)
    return {"id": one.approved.id, "question": one.approved.turns[-1], **compared, "answer": to_dict(one.answer)}
