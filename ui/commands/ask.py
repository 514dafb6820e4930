"""`advisor ask`: one question, one answer."""

import contextlib
import sys
from typing import Annotated

import typer

from advisor.domain import Origin
from ui.commands.options import AsJson, Home, parts_of, settings_for
from ui.terminal import answer_text, as_json, width


def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="What you want to know, in your own words.")],
    json: AsJson = False,
    conversation: Annotated[
        str | None, typer.Option("--conversation", metavar="ID", help="Go on with this conversation.")
    ] = None,
    home: Home = None,
) -> None:
    """Answer one question, with the words of the guides behind every statement."""
    with contextlib.redirect_stdout(sys.stderr):  # standard output is for the answer alone
        advisor = parts_of(context).advisor(settings_for(home))
        answer = advisor.ask(question, conversation_id=conversation, origin=Origin.CHAT)
    if json:
        from advisor.serial import to_dict

        typer.echo(as_json(to_dict(answer), sys.stdout.encoding))
        return
    typer.echo(answer_text(answer, width()))
    if sys.stdout.isatty():
        typer.secho(f"\nTo go on: advisor ask --conversation {answer.conversation_id} …", dim=True)
