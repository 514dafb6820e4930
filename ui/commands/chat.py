"""`advisor chat`: a conversation in the terminal, with its steps, sources and suggestions."""

import importlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.domain import Answer, Origin
from advisor.errors import AdvisorError
from advisor.question.notes import notes_of
from ui.commands.options import Home, parts_of, settings_for
from ui.terminal import answer_text, harmless, problem_text, width

if TYPE_CHECKING:
    from advisor.advisor import CareerAdvisor  # brings the graph: slow to import

WELCOME = """You talk to a program. It answers from its library of career guides and shows their words.
Your questions stay on this machine. /new starts a new conversation, /quit ends; /1, /2 … ask what is suggested.
/notes shows what is known of you, /forget background (degree, what I told you, …) takes it back."""


def chat(
    context: typer.Context,
    conversation: Annotated[
        str | None, typer.Option("--conversation", metavar="ID", help="Go on with this conversation.")
    ] = None,
    home: Home = None,
) -> None:
    """Talk in the terminal: steps, answer and sources as they come."""
    advisor = parts_of(context).advisor(settings_for(home))
    advisor.library()  # nothing published: say so now, not at the first question
    typer.echo(WELCOME)
    suggested: tuple[str, ...] = ()
    for said in _said():
        if said == "/quit":
            break
        if said == "/new":
            conversation, suggested = None, ()
            typer.echo("A new conversation.")
            continue
        if said == "/notes":
            typer.echo(_notes(advisor, conversation))
            continue
        if answer := _turn(advisor, _meant(said, suggested), conversation):
            conversation, suggested = answer.conversation_id, answer.choices or answer.follow_ups


def _said() -> Iterator[str]:
    """What the person types, line by line, to the end of input."""
    prompt = ""
    if sys.stdin.isatty():
        prompt = "\nyou> "
        importlib.import_module("readline")  # from now on `input` edits lines and remembers them
    while True:
        try:
            line = input(prompt).strip()
        except EOFError:
            return
        if line:
            yield line


def _meant(said: str, suggested: tuple[str, ...]) -> str:
    """`/2` stands for the second suggestion, `/forget degree` for the sentence."""
    if said.startswith("/forget "):
        return f"Forget my {said.removeprefix('/forget ').removeprefix('my ').strip()}."
    number = said.removeprefix("/")
    if said.startswith("/") and number.isdecimal() and 1 <= int(number) <= len(suggested):
        return suggested[int(number) - 1]
    return said


def _notes(advisor: "CareerAdvisor", conversation: str | None) -> str:
    """What is known of the person, a line each."""
    answers = advisor.conversation(conversation) if conversation else ()
    notes = notes_of(answers[-1].about_person) if answers else ()
    return "\n".join(harmless(f"- {note.shown}") for note in notes) or "Nothing is known of you yet."


def _turn(advisor: "CareerAdvisor", question: str, conversation: str | None) -> Answer | None:
    """One question with its steps; an expected failure is said, and the conversation goes on."""
    try:
        for event in advisor.steps(question, conversation_id=conversation, origin=Origin.CHAT):
            if isinstance(event, Answer):
                _show(event)
                return event
            typer.secho(f"  {event.name}: {harmless(event.detail)}", dim=True)
    except AdvisorError as problem:
        typer.echo(problem_text(problem), err=True)
    return None


def _show(answer: Answer) -> None:
    typer.echo(f"\n{answer_text(answer, width())}\n")
    for number, suggestion in enumerate(answer.choices or answer.follow_ups, 1):
        typer.secho(f"  /{number} {harmless(suggestion)}", dim=True)
