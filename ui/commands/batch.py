"""`advisor batch`: many conversations from a file, one line of JSON in and one line out. Knows nothing of scoring."""

import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer
from pydantic import BaseModel, Field, StrictInt, StrictStr, ValidationError

from advisor.domain import Answer, Origin
from advisor.errors import AdvisorError, InputError
from ui.commands.options import Home, parts_of, settings_for
from ui.terminal import as_json, problem_text

if TYPE_CHECKING:
    from advisor.advisor import CareerAdvisor  # brings the graph: slow to import

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Line(BaseModel):
    """What a line must hold; whatever else it holds is left alone."""

    id: StrictStr | StrictInt
    turns: list[StrictStr] = Field(min_length=1)


def batch(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE.jsonl", help='Lines of {"id", "turns": […]}; - reads standard input.')
    ],
    home: Home = None,
) -> None:
    """Run each line of a file as one fresh conversation; print {"id", "answers": […]} a line, in order."""
    with contextlib.redirect_stdout(sys.stderr):
        advisor = parts_of(context).advisor(settings_for(home))
        advisor.library()  # nothing published: say so once, not at every line
    failed = False
    with _opened(file) as lines, _progress(lines) as shown:
        for raw in shown:
            with contextlib.redirect_stdout(sys.stderr):  # standard output is JSON and nothing else
                result = run(advisor, raw.removeprefix(BYTE_ORDER_MARK))
            failed |= "error" in result
            typer.echo(as_json(result, sys.stdout.encoding))  # flushed at each line
    raise typer.Exit(int(failed))


def run(advisor: "CareerAdvisor", raw: bytes) -> dict[str, object]:
    """One line's conversation: its answers, or why it could not be run."""
    from advisor.serial import to_dict

    given: object = None
    try:
        given = json.loads(raw)
        line = Line.model_validate(given)
        return {"id": line.id, "answers": [to_dict(answer) for answer in converse(advisor, line.turns)]}
    except (AdvisorError, ValidationError, ValueError, RecursionError) as problem:
        return {"id": given.get("id") if isinstance(given, dict) else None, "error": _reason(problem)}


def converse(advisor: "CareerAdvisor", turns: list[str]) -> Iterator[Answer]:
    conversation = None
    for turn in turns:
        answer = advisor.ask(turn, conversation_id=conversation, origin=Origin.BATCH)
        conversation = answer.conversation_id
        yield answer


def _reason(problem: Exception) -> str:
    match problem:
        case AdvisorError():
            return problem_text(problem)
        case ValidationError():
            first = problem.errors()[0]
            where = ".".join(str(step) for step in first["loc"])
            return f"{where}: {first['msg']}" if where else first["msg"]
        case _:
            return f"This line is not JSON in UTF-8: {problem}"


@contextlib.contextmanager
def _opened(file: Path) -> Iterator[Iterator[bytes]]:
    """The lines that hold something."""
    try:
        stream: BinaryIO = sys.stdin.buffer if str(file) == "-" else file.open("rb")
    except OSError as problem:
        raise InputError(
            f"{file} cannot be read: {problem.strerror}.", hint='Give a file with lines of {"id", "turns": […]}.'
        ) from problem
    with stream:
        yield (line for line in stream if line.strip())


@contextlib.contextmanager
def _progress(lines: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
    """The same lines, counted on standard error where a person watches it and the output goes elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lines
        return

    def counted() -> Iterator[bytes]:
        for number, line in enumerate(lines, 1):
            yield line
            sys.stderr.write(f"\r{number} done")
            sys.stderr.flush()

    yield counted()
    sys.stderr.write("\n")
