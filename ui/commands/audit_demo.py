"""`advisor audit demo`: a home of its own with some weeks of questions, answers and made-up reviews to look at."""

import contextlib
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from advisor.domain import Answer, Origin
from advisor.errors import InputError, LibraryError
from advisor.settings import Settings
from ui.commands.options import Home, settings_for
from ui.progress import Progress

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="A new folder; it becomes the demonstration's home.")]
OWNER = "demo"


def demo(folder: Folder, home: Home = None) -> None:
    """Ask the advisor a varied list of questions over five weeks of a made-up clock, and invent reviews of them."""
    from advisor.audit import demo as made
    from advisor.audit.review_file import ReviewFile

    settings = settings_for(home)
    _copy_library(settings.home, folder)
    with contextlib.redirect_stdout(sys.stderr):
        answers = _asked(settings_for(folder))
    invented = folder / "reviews.jsonl"  # in a file: on record are only judgements that somebody made
    ReviewFile(invented).write(made.reviews(answers))
    days = f"--since {answers[0].asked_at[:10]} --until {answers[-1].asked_at[:10]}"
    typer.echo(f"{len(answers)} questions were asked in {folder}; reviews are invented. Now look:")
    typer.echo(f"  advisor audit figures {days} --reviews {invented} --home {folder}")
    typer.echo(f"  advisor audit report {days} --reviews {invented} --out report.html --home {folder}")


def _copy_library(home: Path, folder: Path) -> None:
    """The published release alone; nothing of what was asked there."""
    from advisor.library.shelf import RELEASES, current_release, point_to

    release = current_release(home)
    if release is None:
        raise LibraryError(f"No library is published in {home}.", hint="Run: advisor ingest")
    if folder.exists() and any(folder.iterdir()):
        raise InputError(f"{folder} is not empty.", hint="Give a new folder: a demonstration never joins real records.")
    shutil.copytree(home / RELEASES / release, folder / RELEASES / release)
    point_to(folder, release)


def _asked(settings: Settings) -> list[Answer]:
    """Every answer, in order; progress is shown where somebody watches."""
    from advisor.audit import demo as made
    from advisor.bootstrap import build_advisor

    now = [datetime.now(UTC)]
    advisor = build_advisor(settings, clock=lambda: now[0])
    visits = made.visits(datetime.now(UTC).replace(hour=18, minute=0, second=0, microsecond=0))
    progress, answers = Progress() if sys.stderr.isatty() else None, []
    for number, visit in enumerate(visits, start=1):
        now[0] = visit.at
        conversation = f"demo-{number}"
        for turn in visit.turns:
            answers.append(advisor.ask(turn, conversation_id=conversation, origin=Origin.CHAT))
        advisor.conversations.claim(conversation, OWNER)
        if progress:
            progress("asking", number, len(visits))
    for given in made.feedback(answers):
        advisor.conversations.judge(given, OWNER)
    if progress:
        progress.clear()
    return answers
