"""`advisor bench`: search and split measured on test sets, beside plain baselines. Knows no formula of a measure."""

import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.errors import InputError
from ui.commands.options import AsJson, Home, parts_of, settings_for
from ui.progress import Progress
from ui.terminal import as_json

if TYPE_CHECKING:
    from advisor.evals.cuts import Embed
    from advisor.interfaces import Embedder, Vectors

Measures = Mapping[str, float]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of a test set, as docs/evaluation.md describes.")]
FIXED = (500, 1000)  # characters of the plain splitters' pieces

app = typer.Typer(help="Measure search and split on test sets, beside plain baselines.", no_args_is_help=True)


@app.command()
def retrieval(context: typer.Context, folder: Folder, json: AsJson = False, home: Home = None) -> None:
    """Recall, nDCG and MRR on a set in BEIR's layout: corpus.jsonl, queries.jsonl, qrels.tsv."""
    from advisor.evals.ranked import Ranked, compare_searches, titles_of
    from advisor.evals.retrieval import read_set

    given = read_set(folder)
    with _embedding(context, home) as (embedder, embed):
        said = [text for query in given.queries for text in (query.text, *query.earlier)]
        short = list(dict.fromkeys([*said, *titles_of(given.documents)]))
        known = dict(zip(short, embed(short), strict=True))
        ranked = Ranked(given.documents, embed([document.words for document in given.documents]), known, embedder)
    _show(compare_searches(ranked, given), json)


@app.command()
def chunking(context: typer.Context, folder: Folder, json: AsJson = False, home: Home = None) -> None:
    """Recall, precision and IoU of exact spans in the five best passages: corpus.jsonl, queries.jsonl."""
    from advisor.domain import Guide
    from advisor.evals.cuts import Cut, compare_cuts, read_span_set
    from advisor.evals.spans import fixed_spans
    from ingest.split import split

    given = read_span_set(folder)
    with _embedding(context, home) as (_, embed):
        cuts: dict[str, Cut] = {"ours": lambda text: [(p.start, p.end) for p in split(Guide("text", "", text))]}
        cuts |= {f"fixed-{size}": partial(fixed_spans, size=size) for size in FIXED}
        measured = compare_cuts(cuts, given, embed)
    _show(measured, json)


@contextmanager
def _embedding(context: typer.Context, home: Path | None) -> "Iterator[tuple[Embedder, Embed]]":
    """The embedder of the settings, and a way to embed that remembers in the home folder what it embedded."""
    from ingest.embeddings import embed_all
    from ingest.publish import EMBEDDINGS_FILE

    settings = settings_for(home)
    settings.home.mkdir(parents=True, exist_ok=True)
    embedder = parts_of(context).embedder(settings)
    progress = Progress()

    def embed(texts: Sequence[str]) -> "Vectors":
        database = settings.home / EMBEDDINGS_FILE
        return embed_all(texts, embedder, database, partial(progress, "embedding")).vectors

    try:
        yield embedder, embed
    except (sqlite3.Error, OSError) as problem:
        raise InputError(
            f"The cache of vectors in {settings.home} cannot be used: {problem}.", hint="Give another --home."
        ) from problem
    finally:
        progress.clear()


def _show(measured: Mapping[str, Measures], json: bool) -> None:
    ours, baselines = measured["ours"], {name: row for name, row in measured.items() if name != "ours"}
    if json:
        typer.echo(as_json({"ours": ours, "baselines": baselines}, sys.stdout.encoding))
        return
    typer.echo(f"{'':<14}" + "".join(f"{name:>11}" for name in ours))
    for name, row in measured.items():
        typer.echo(f"{name:<14}" + "".join(f"{value:>11.3f}" for value in row.values()))
