"""`advisor audit export`: records with their reviews and seals to take away."""

from collections import defaultdict
from enum import StrEnum
from typing import Annotated

import typer

from advisor.audit.judged import of_people
from advisor.audit.review import Review
from ui.audit_numbers import named, noun
from ui.commands.audit_options import Asked, Month, Out, ReviewsFile, Since, Until, evidence_of, write
from ui.commands.options import Home, parts_of, settings_for


class Form(StrEnum):
    HTML = "html"
    CSV = "csv"
    JSONL = "jsonl"


FormOption = Annotated[Form, typer.Option("--format", help="One page, a line for each claim, or JSON lines.")]
Everything = Annotated[bool, typer.Option("--all-origins", help="Also records of tests and replays.")]
Site = Annotated[str, typer.Option("--site", metavar="URL", help="Where links to guides lead; default: nowhere.")]


def export(
    context: typer.Context,
    out: Out,
    format_: FormOption = Form.HTML,
    month: Month = None,
    since: Since = None,
    until: Until = None,
    reviews: ReviewsFile = None,
    all_origins: Everything = False,
    site: Site = "",
    home: Home = None,
) -> None:
    """Write the records of a period to a file: question, answer, claims, passages, verdicts, reviews, seals."""
    from ui.take_away import Kept, as_csv, as_html, as_jsonl

    evidence = evidence_of(context, home, reviews)
    period = Asked(month, since, until).of(evidence)
    answers = evidence.answers if all_origins else of_people(evidence.answers)
    seals = parts_of(context).records(settings_for(home)).seals()
    of: dict[str, list[Review]] = defaultdict(list)
    for review in evidence.reviews:
        of[review.record_id].append(review)
    records = [
        Kept(answer, tuple(of[answer.record_id]), seals.get(answer.record_id, ""))
        for answer in answers
        if period.holds(answer.asked_at)
    ]
    if format_ is Form.HTML:
        write(out, as_html(f"Records, {named(period)}", records, site.rstrip("/")))
    else:
        write(out, as_csv(records) if format_ is Form.CSV else as_jsonl(records))
    typer.echo(f"Wrote {noun(len(records), 'record')} of {named(period)} to {out}.")
