"""`advisor bench`: search, split and the check of claims measured beside plain baselines. Knows no formula."""

import contextlib
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

app = typer.Typer(
    help="Measure search, split and the check of claims on test sets, beside plain baselines.", no_args_is_help=True
)


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


@app.command()
def verify(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Lines of claim, evidence and label (1 = supported).")],
    fixed: Annotated[bool, typer.Option("--fixed", help="Use the product's own thresholds, not fitted ones.")] = False,
    json: AsJson = False,
    home: Home = None,
) -> None:
    """Balanced accuracy, AUROC, precision and recall of "supported", and milliseconds a claim."""
    from advisor.bootstrap import entailment_of
    from advisor.evals.claims import compare_checks, read_claims, ways

    claims = read_claims(file)
    settings = settings_for(home)
    compared = ways(parts_of(context).embedder(settings).embed, entailment_of(settings))
    progress = Progress()
    try:
        measured = compare_checks(claims, compared, lambda name, done: progress(name, done, len(claims)), fixed)
    finally:
        progress.clear()
    _show(measured, json)


@app.command()
def counterfactual(
    context: typer.Context,
    seed: Annotated[int, typer.Option("--seed", help="Another seed changes other words.")] = 0,
    most: Annotated[int, typer.Option("--most", min=1, help="Claims of each kind, at most.")] = 400,
    failures: Annotated[bool, typer.Option("--failures", help="List what the check got wrong.")] = False,
    vectors: Annotated[bool, typer.Option("--vectors", help="Ask the embedder where words leave doubt.")] = False,
    json: AsJson = False,
    home: Home = None,
) -> None:
    """The published library's true sentences, changed in one thing or lightly paraphrased: how many come out right."""
    from advisor.evals.counterfactual import cases_of, check_cases, rates_of
    from ui.verdicts import kinds_table, wrong_verdicts

    with contextlib.redirect_stdout(sys.stderr):
        library = parts_of(context).advisor(settings_for(home)).library()
    checked = check_cases(library, cases_of(library, seed, most), library.embed if vectors else None)
    rates = rates_of(checked)
    if json:
        typer.echo(as_json({"release": library.release, "seed": seed, "kinds": rates}, sys.stdout.encoding))
        return
    if failures and (listed := wrong_verdicts(checked)):
        typer.echo(f"{listed}\n")
    typer.echo(kinds_table(rates))


@app.command()
def fit(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Sets of labelled claims, as for verify.")],
    home: Home = None,
) -> None:
    """Weights of the check's score, fitted on one half of each set, as YAML for advisor/verify/weights.yaml."""
    from advisor.evals.claims import read_claims
    from advisor.evals.fitting import fitted_yaml

    sets = {file.stem: read_claims(file) for file in files}
    with _embedding(context, home) as (_, embed):
        typer.echo(fitted_yaml(sets, embed), nl=False)


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
    wide = max(11, *(len(name) + 2 for name in ours))
    typer.echo(f"{'':<18}" + "".join(f"{name:>{wide}}" for name in ours))
    for name, row in measured.items():
        typer.echo(f"{name:<18}" + "".join(f"{value:>{wide}.3f}" for value in row.values()))
