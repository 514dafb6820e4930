"""The command line: puts the commands together, and turns an expected failure into one line and an exit code.

0 done (a declined question too), 1 an expected failure, 2 wrong usage, 130 stopped with Ctrl-C.
"""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

import typer

from advisor.errors import AdvisorError
from ui.commands import ask, audit, batch, bench, chat, doctor, guides, ingest, release, serve, user
from ui.commands import eval as evaluation
from ui.parts import Parts
from ui.terminal import problem_text

app = typer.Typer(
    name="advisor",
    help="A career advisor that shows the words of the guides behind every statement.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (ingest.ingest, ask.ask, chat.chat, batch.batch, serve.serve, doctor.doctor):
    app.command()(command)
app.command("eval")(evaluation.evaluate)
app.add_typer(guides.app, name="guides")
app.add_typer(release.app, name="release")
app.add_typer(bench.app, name="bench")
app.add_typer(user.app, name="user")
app.add_typer(audit.app, name="audit")


def main(arguments: Sequence[str] | None = None, parts: Parts | None = None) -> None:
    """Run one command and exit; `arguments` and `parts` are for tests."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character shows a question mark
    try:
        app(args=arguments, prog_name="advisor", obj=parts or Parts())
    except AdvisorError as problem:
        typer.echo(f"advisor: {problem_text(problem)}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
