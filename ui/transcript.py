"""A whole conversation to read: as a page behind a link, and as a file that stands on its own.

Pure; knows no server. What it says is what the conversation said, evidence included; nothing in it can be changed.
"""

from collections.abc import Sequence

from markupsafe import Markup

from advisor.domain import Answer
from advisor.plan.kept import Plan
from ui import words
from ui.cards import cards, joined
from ui.dates import readable
from ui.own_file import own_file
from ui.plain_page import plain_page
from ui.plan_steps import steps
from ui.present import content, understood

STYLES = ("tokens.css", "transcript.css")


def shared_page(answers: Sequence[Answer]) -> str:
    """What a reader sees who was given the link; the name that its owner gave it is not shared."""
    title = heading("", answers)
    return plain_page(title, _body(title, answers, words.TRANSCRIPT_SHARED), style="transcript.css", listed=False)


def as_file(title: str, answers: Sequence[Answer], site: str, plan: Plan | None = None) -> str:
    """The same in one file that asks nothing of anybody; links to guides lead to `site`, where it was asked."""
    body = _body(heading(title, answers), answers) + (_plan(plan) if plan else Markup())
    page = own_file(title, body, STYLES, words.spoken())
    return page.replace('href="/', f'href="{Markup.escape(site)}/')  # a quote mark in any text is escaped


def heading(title: str, answers: Sequence[Answer]) -> str:
    """The name that a person gave it; of one that is called by its first question, which follows anyway, its date."""
    if answers and answers[0].question.startswith(title):
        return words.TRANSCRIPT_OF.format(when=readable(answers[0].asked_at[:10]))
    return title


def asked_on(answer: Answer) -> str:
    return words.TRANSCRIPT_WHEN.format(when=readable(answer.asked_at[:10]), release=answer.release)


def _body(title: str, answers: Sequence[Answer], note: str = "") -> Markup:
    about = f"{words.TRANSCRIPT_ABOUT} {note}".strip()
    turns = joined(turn(answer) for answer in answers)
    return Markup('<h1>{}</h1><p class="about">{}</p><div class="turns">{}</div>').format(title, about, turns)


def _plan(plan: Plan) -> Markup:
    title = words.PLAN_OF.format(role=plan.role_name)
    return Markup('<section class="my-plan"><h2>{}</h2>{}</section>').format(title, steps(plan))


def turn(answer: Answer) -> Markup:
    asked = Markup('<h2 class="asked"><span class="sr">{}</span>{}</h2>').format(
        words.TRANSCRIPT_ASKED, answer.question
    )
    taken = understood(answer)
    looked = Markup('<p class="looked">{}<q>{}</q></p>').format(words.LOOKED_FOR, taken) if taken else Markup()
    when = Markup('<p class="when">{}</p>').format(asked_on(answer))
    return Markup('<article class="turn">{}{}{}{}{}</article>').format(
        asked, looked, content(answer), when, _sources(answer)
    )


def _sources(answer: Answer) -> Markup:
    if not answer.citations:
        return Markup()
    return Markup('<section class="sources"><h3>{}</h3>{}</section>').format(words.SOURCES, cards(answer))
