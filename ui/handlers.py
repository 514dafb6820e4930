"""What happens on the page: the advisor and plain values in, plain values out. Knows no Gradio."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import structlog
from markupsafe import Markup

from advisor.advisor import CareerAdvisor
from advisor.domain import Answer, Origin, Step
from advisor.errors import AdvisorError, InputError, LibraryError
from advisor.interfaces import Library
from ui import feedback, present, words
from ui.glossary import NO_TERMS, Glossary, glossary_of

PACE = 0.07  # seconds between two pictures of a turn on its way, at least

log = structlog.get_logger("ui")


@dataclass(frozen=True)
class Session:
    """What one tab remembers."""

    conversation_id: str | None = None
    turn: int = 1  # the number of the next turn
    asked: str = ""  # the question on its way


@dataclass(frozen=True)
class Suggestions:
    label: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class View:
    """What the page shows from this moment on."""

    session: Session
    turns: str = ""  # the turns that changed, for the wire
    question: str | None = None  # what stands in the box from now on; None: what the person typed stays
    suggestions: Suggestions = Suggestions()
    busy: bool = False


@dataclass(frozen=True)
class Rules:
    longest: int  # characters of a question
    strike: bool = False  # show what the check refused


def ask(
    advisor: CareerAdvisor,
    rules: Rules,
    question: str,
    session: Session,
    clock: Callable[[], float] = time.monotonic,
    *,
    alone: bool = False,
    about: str = "",
    browser: str = "",
) -> Iterator[View]:
    """Show the question, each step, then the answer; a failure keeps what was typed.

    A question that is on its way already is not asked twice: nothing is yielded. `alone`: it is taken as it stands,
    whatever was said before. `about`: the record of the answer that it speaks of, where that is not the last one.
    `browser`: the secret of the one that asks, whose conversation it then is.
    """
    if question and question == session.asked:
        return
    session = replace(session, asked=question)
    steps: list[Step] = []
    try:
        _check(question, rules.longest)
        session = _still_theirs(advisor, session, browser)
        yield replace(_on_its_way(session, steps), question="")
        shown = clock()
        asked = advisor.steps(
            question, conversation_id=session.conversation_id, origin=Origin.CHAT, alone=alone, about=about
        )
        for event in asked:
            if isinstance(event, Answer):
                if browser:
                    advisor.conversations.claim(event.conversation_id, browser)
                place = feedback.slot(event) if browser else present.NOTHING
                yield _answered(session, event, steps, rules, _glossary(advisor), place)
                return
            steps.append(event)
            if clock() - shown >= PACE:
                shown = clock()
                yield _on_its_way(session, steps)
    except AdvisorError as problem:
        log.warning("failed", problem=type(problem).__name__)
        again = not isinstance(problem, InputError)
        turn = present.failed(session.turn, question, str(problem), problem.hint, again=again)
        yield View(replace(session, asked=""), present.wire([turn]), question=question)


def stop(session: Session) -> View:
    """The question goes back into the box."""
    log.info("stopped")
    turn = present.stopped(session.turn, session.asked)
    return View(replace(session, asked=""), present.wire([turn]), question=session.asked)


def begin(advisor: CareerAdvisor, conversation_id: str | None = None) -> View:
    """A new conversation, or one in which nothing was asked yet."""
    return View(Session(conversation_id), present.wire([present.cleared()]), suggestions=examples(advisor))


def resume(advisor: CareerAdvisor, rules: Rules, kept: str, browser: str) -> View:
    """The conversation that was opened, or that this tab had before; one that is not this browser's is a new one.

    After a tab stands a question that the address brought: it is put into the box and not asked.
    """
    conversation_id, _, brought = kept.partition("\t")
    typed = brought[: rules.longest] or None
    try:
        theirs = bool(browser and conversation_id) and advisor.conversations.owns(conversation_id, browser)
        answers = advisor.conversation(conversation_id) if theirs else ()
        given = advisor.conversations.judged([answer.record_id for answer in answers])
    except AdvisorError as problem:
        log.warning("not resumed", problem=type(problem).__name__)
        theirs, answers, given = False, (), {}
    if not answers:
        return replace(begin(advisor, conversation_id if theirs else None), question=typed)
    glossary = _glossary(advisor)
    places = [feedback.slot(answer, given.get(answer.record_id)) for answer in answers]
    turns = [
        present.answered(n, answer, strike=rules.strike, glossary=glossary, feedback=place)
        for n, (answer, place) in enumerate(zip(answers, places, strict=True), 1)
    ]
    session = Session(conversation_id, turn=len(answers) + 1)
    return View(session, present.wire(turns), question=typed, suggestions=suggestions(answers[-1]))


def examples(advisor: CareerAdvisor) -> Suggestions:
    """Questions that this library should be able to answer, made from the roles it speaks of."""
    try:
        names = _role_names(advisor.library())
    except LibraryError:
        return Suggestions()
    pairs = [text.format(first=names[0], second=names[1]) for text in words.EXAMPLE_PAIR if len(names) > 1]
    ones = [text.format(first=name) for name, text in zip(names, words.EXAMPLE_ONE, strict=False)]
    return Suggestions(words.EXAMPLES, (*pairs, *ones, *words.EXAMPLE_ANY))


def suggestions(answer: Answer) -> Suggestions:
    if answer.choices:
        return Suggestions(words.CHOICES, answer.choices)
    return Suggestions(words.FOLLOW_UPS, answer.follow_ups) if answer.follow_ups else Suggestions()


def _still_theirs(advisor: CareerAdvisor, session: Session, browser: str) -> Session:
    """Without the conversation where it was deleted meanwhile, in another tab: what was said in it is gone."""
    if session.conversation_id and browser and not advisor.conversations.owns(session.conversation_id, browser):
        return replace(session, conversation_id=None)
    return session


def _check(question: str, longest: int) -> None:
    if not question.strip():
        raise InputError(words.EMPTY, hint=words.EMPTY_HINT)
    if len(question) > longest:
        message = words.TOO_LONG.format(length=len(question), limit=longest)
        raise InputError(message, hint=words.TOO_LONG_HINT)


def _on_its_way(session: Session, steps: list[Step]) -> View:
    return View(session, present.wire([present.asking(session.turn, session.asked, steps)]), busy=True)


def _answered(
    session: Session, answer: Answer, steps: list[Step], rules: Rules, glossary: Glossary, place: Markup
) -> View:
    log.info("answered", record=answer.record_id, kind=str(answer.kind), ms=answer.timings_ms.get("total"))
    turn = present.answered(session.turn, answer, steps, strike=rules.strike, glossary=glossary, feedback=place)
    after = Session(answer.conversation_id, session.turn + 1)
    return View(after, present.wire([turn]), suggestions=suggestions(answer))


def _glossary(advisor: CareerAdvisor) -> Glossary:
    try:
        return glossary_of(advisor.library().vocabulary)
    except LibraryError:
        return NO_TERMS


def _role_names(library: Library) -> list[str]:
    """Of the roles the guides are about, those most guides are about first."""
    counts: dict[str, int] = {}
    for guide in library.guides.values():
        for role in guide.roles:
            counts[role] = counts.get(role, 0) + 1
    names = {role.id: role.name for role in library.vocabulary.roles}
    return [names[role] for role in sorted(counts, key=lambda role: -counts[role]) if role in names]
