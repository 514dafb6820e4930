"""`advisor audit figures`, `coverage` and `report`: what the records and reviews of a period add up to."""

import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.audit.conflict import decided
from ui.audit_numbers import named
from ui.commands.audit_options import Asked, Month, Out, ReviewsFile, Since, Until, evidence_of, write
from ui.commands.options import AsJson, Home, parts_of, settings_for
from ui.terminal import as_json, width

if TYPE_CHECKING:
    from advisor.audit.month import Report

Signed = Annotated[str, typer.Option("--signed-by", help="Name of who signs; without it the page has a line for it.")]


def figures(
    context: typer.Context,
    month: Month = None,
    since: Since = None,
    until: Until = None,
    reviews: ReviewsFile = None,
    json: AsJson = False,
    home: Home = None,
) -> None:
    """Print the shares of right, complete and harmful answers with their intervals, agreement and the check."""
    from ui.audit_tables import figures_text

    made = _made(context, Asked(month, since, until), reviews, home)
    typer.echo(_as_json(made) if json else figures_text(made, width()))


def coverage(
    context: typer.Context,
    month: Month = None,
    since: Since = None,
    until: Until = None,
    json: AsJson = False,
    home: Home = None,
) -> None:
    """Print what of the library was cited, what was declined (what to write next), and what is old."""
    from ui.audit_tables import coverage_text

    made = _made(context, Asked(month, since, until), None, home)
    typer.echo(_as_json(made) if json else coverage_text(made, width()))


def report(
    context: typer.Context,
    out: Out,
    month: Month = None,
    since: Since = None,
    until: Until = None,
    reviews: ReviewsFile = None,
    signed_by: Signed = "",
    home: Home = None,
) -> None:
    """Write the report of a month as one HTML file, to be signed; opens offline and fits on one page."""
    from ui.audit_report import report_file

    made = _made(context, Asked(month, since, until), reviews, home, signed_by=signed_by, with_conflicts=True)
    write(out, report_file(made))
    typer.echo(f"Wrote the report of {named(made.period)} to {out}.")


def _made(
    context: typer.Context,
    asked: Asked,
    reviews: Path | None,
    home: Path | None,
    *,
    signed_by: str = "",
    with_conflicts: bool = False,
) -> "Report":
    from advisor.answer.readers import prepare
    from advisor.audit.conflicts import conflicts
    from advisor.audit.month import report

    evidence = evidence_of(context, home, reviews)
    parts, settings = parts_of(context), settings_for(home)
    library = parts.advisor(settings).library()
    undecided = None
    if with_conflicts:
        found = decided(conflicts(prepare(library)), parts.marks(settings).all())
        undecided = sum(marked is None for marked in found.values())
    today = datetime.now(UTC).date()
    return report(evidence, library, asked.of(evidence), today, open_conflicts=undecided, signed_by=signed_by)


def _as_json(made: "Report") -> str:
    import json

    return as_json(json.loads(json.dumps(asdict(made), default=str)), sys.stdout.encoding)
