"""`advisor eval`: a question file asked and scored. Knows no rule of scoring; those are in `advisor.evals`."""

import contextlib
import json as json_text
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from advisor.errors import InputError
from advisor.evals.beside import BINDINGS, SOURCES, Bindings, beside, read_bindings, read_sources
from advisor.evals.conversation import Asked, Scored, ask, score
from advisor.evals.question_file import Item, read_items
from advisor.evals.report import Earlier, compare, read_earlier, run_data
from advisor.evals.summary import by_category, summarise
from advisor.serial import to_dict
from ui.commands.options import AsJson, Home, parts_of, settings_for
from ui.progress import Progress
from ui.scores import changes, failures, measures, score_table
from ui.terminal import as_json

if TYPE_CHECKING:
    from advisor.advisor import CareerAdvisor  # brings the graph: slow to import
    from advisor.interfaces import Library

Questions = Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Questions, as docs/evaluation.md describes.")]
Failures = Annotated[bool, typer.Option("--failures", help="List failing items with what is wrong.")]
Extended = Annotated[
    bool, typer.Option("--extended", help="The library holds more than the guides the file was written for.")
]
BindingsFile = Annotated[
    Path | None,
    typer.Option("--bindings", help=f"Which role a figure belongs to (default: {BINDINGS} beside the questions)."),
]
SourcesFile = Annotated[
    Path | None,
    typer.Option("--sources", help=f"Which guide a source's number means (default: {SOURCES} beside the questions)."),
]
AnswersFile = Annotated[
    Path | None,
    typer.Option("--answers", metavar="OUT.jsonl", help="Keep the answers, as `advisor batch` prints them."),
]
EarlierFile = Annotated[
    Path | None, typer.Option("--against", metavar="EARLIER.json", help="Compare with what --json printed earlier.")
]


def evaluate(
    context: typer.Context,
    file: Questions,
    failures: Failures = False,
    json: AsJson = False,
    answers: AnswersFile = None,
    against: EarlierFile = None,
    bindings: BindingsFile = None,
    sources: SourcesFile = None,
    extended: Extended = False,
    home: Home = None,
) -> None:
    """Ask every conversation of a question file and print the scores."""
    items = [item.extended() if extended else item for item in read_items(file)]
    earlier = read_earlier(against) if against else None
    guides = read_sources(sources or beside(file, SOURCES))
    with contextlib.redirect_stdout(sys.stderr):
        advisor = parts_of(context).advisor(settings_for(home))
        library = advisor.library()  # nothing published: say so before anything is asked
        advisor.warm_up()
    called = {item.expected_choice for item in items if item.expected_choice}
    bound = read_bindings(bindings or beside(file, BINDINGS), library.vocabulary.roles, called)
    mapped = _mapped(guides, library)
    with _kept(answers) as keep:
        scored = _run(advisor, items, bound, keep)
    for note in _notes(items, mapped):
        typer.echo(f"note: {note}", err=True)
    if json:
        _print_json(scored, mapped, library.release, earlier)
    else:
        _print_text(scored, mapped, earlier, failures)


def _run(
    advisor: "CareerAdvisor", items: Sequence[Item], bindings: Bindings, keep: Callable[[Item, Asked], None]
) -> list[Scored]:
    """Each item as one conversation; standard output stays free for the scores."""
    progress, scored = Progress() if sys.stderr.isatty() else None, []
    for item in items:
        with contextlib.redirect_stdout(sys.stderr):
            asked = ask(advisor, item)
        keep(item, asked)
        scored.append(score(item, asked, bindings))
        if progress:
            progress("asking", len(scored), len(items))
    if progress:
        progress.clear()
    return scored


def _print_json(scored: Sequence[Scored], sources: Mapping[str, str], release: str, earlier: Earlier | None) -> None:
    data = run_data(scored, sources, release)
    if earlier:
        data["against"] = asdict(compare(scored, earlier))
    typer.echo(as_json(data, sys.stdout.encoding))


def _print_text(scored: Sequence[Scored], sources: Mapping[str, str], earlier: Earlier | None, failing: bool) -> None:
    whole = summarise(scored, sources)
    parts = [failures(scored)] if failing else []
    parts += [score_table(whole, by_category(scored, sources)), measures(whole)]
    if earlier:
        parts.append(changes(compare(scored, earlier)))
    typer.echo("\n\n".join(part for part in parts if part))


def _mapped(given: Mapping[str, str], library: "Library") -> dict[str, str]:
    """Sources by number or by the guide's own id, as far as the library holds that guide."""
    named = {guide: guide for guide in library.guides} | dict(given)
    return {source: guide for source, guide in named.items() if guide in library.guides}


def _notes(items: Sequence[Item], sources: Mapping[str, str]) -> Iterator[str]:
    if unmapped := {source for item in items for source in item.sources} - sources.keys():
        yield f"sources {', '.join(sorted(unmapped))} mean no guide of the library and are left out (see --sources)"


@contextlib.contextmanager
def _kept(file: Path | None) -> Iterator[Callable[[Item, Asked], None]]:
    """A place to put each item's answers: a line of the file, or nowhere."""
    if file is None:
        yield lambda item, asked: None
        return
    try:
        stream: TextIO = file.open("w", encoding="utf-8")
    except OSError as problem:
        raise InputError(
            f"{file} cannot be written: {problem.strerror}.", hint="Give another place for the answers."
        ) from problem
    with stream:
        yield lambda item, asked: _write(stream, item, asked)


def _write(stream: TextIO, item: Item, asked: Asked) -> None:
    result = {"error": asked.error} if asked.error else {"answers": [to_dict(answer) for answer in asked.answers]}
    stream.write(json_text.dumps({"id": item.id, **result}) + "\n")
