"""Options that the commands of `advisor audit` share, and the evidence that they work on."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.audit.month import Evidence
from advisor.audit.period import Period, month, period
from advisor.errors import InputError
from ui.commands.options import parts_of, settings_for

if TYPE_CHECKING:
    from advisor.library.manifest import Manifest

Month = Annotated[str | None, typer.Option("--month", help="Such as 2026-11; default: that of the last question.")]
Since = Annotated[str | None, typer.Option("--since", help="First day, such as 2026-11-20; with --until.")]
Until = Annotated[str | None, typer.Option("--until", help="Last day.")]
ReviewsFile = Annotated[
    Path | None, typer.Option("--reviews", metavar="FILE.jsonl", help="Reviews of a file instead of those on record.")
]
Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="Where to write it.")]


@dataclass(frozen=True)
class Asked:
    """A period, as it was asked for."""

    month: str | None = None
    since: str | None = None
    until: str | None = None

    def of(self, evidence: Evidence) -> Period:
        if self.month and (self.since or self.until):
            raise InputError("A month and days were given.", hint="Give --month, or --since and --until.")
        if self.since or self.until:
            today = datetime.now(UTC).date().isoformat()
            return period(self.since or "2000-01-01", self.until or today)
        last = max((answer.asked_at for answer in evidence.answers), default=datetime.now(UTC).isoformat())
        return month(self.month or last[:7])


def evidence_of(context: typer.Context, home: Path | None, file: Path | None) -> Evidence:
    """Everything on record in this home; raises LedgerError where nothing is."""
    from advisor.audit.review_file import ReviewFile

    settings, parts = settings_for(home), parts_of(context)
    if file is not None and not file.exists():
        raise InputError(f"There is no file {file}.", hint="Give a file of reviews, one JSON object a line.")
    records = parts.records(settings)
    answers = records.answers()
    advisor = parts.advisor(settings)
    return Evidence(
        answers=answers,
        reviews=(ReviewFile(file) if file else parts.reviews(settings)).all(),
        feedback=advisor.conversations.judged([answer.record_id for answer in answers]),
        manifests=_manifests(settings.home),
        head=records.head(),
    )


def write(file: Path, text: str) -> None:
    """Half a character is written as a question mark. Raises InputError where the file cannot be written."""
    try:
        file.write_text(text, encoding="utf-8", errors="replace", newline="")
    except OSError as problem:
        raise InputError(f"{file} cannot be written: {problem.strerror}.", hint="Give another place.") from problem


def _manifests(home: Path) -> "list[Manifest]":
    """Those that can be read: a damaged release is none to compare with."""
    from advisor.errors import LibraryError
    from advisor.library.manifest import read_manifest
    from advisor.library.shelf import RELEASES, list_releases

    found = []
    for release in list_releases(home):
        try:
            found.append(read_manifest(home / RELEASES / release))
        except LibraryError:
            continue
    return found
