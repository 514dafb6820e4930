"""The statements of the fit quiz as a form that works without script and leads to an address."""

from markupsafe import Markup

from advisor.answer.outcome import Grounded, Outcome
from advisor.question.quiz import Reply
from ui import words
from ui.cards import joined
from ui.cite import quoted


def form(outcome: Outcome, *, is_open: bool) -> Markup:
    """Folded below a result that all statements went into."""
    of = len(outcome.statements)
    asked = joined(_statement(place, of, one, outcome) for place, one in enumerate(outcome.statements, 1))
    again = Markup('<a href="/fit">{}</a>').format(words.FIT_AGAIN) if outcome.replies else Markup()
    fields = Markup(
        '<form class="quiz" action="/fit" method="get">{}<p class="go"><button type="submit">{}</button> {}</p></form>'
    )
    filled = fields.format(asked, words.FIT_GO, again)
    if not outcome.replies:
        return filled
    return Markup('<details class="change"{}><summary>{}</summary>{}</details>').format(
        Markup(" open") if is_open else "", words.FIT_CHANGE, filled
    )


def _statement(place: int, of: int, grounded: Grounded, outcome: Outcome) -> Markup:
    statement = grounded.statement
    said = outcome.replies.get(statement.id)
    return Markup(
        '<div class="statement"><fieldset><legend><span class="place">{}</span> {}</legend>'
        '<div class="replies">{}</div></fieldset>{}</div>'
    ).format(
        words.FIT_STATEMENT.format(place=place, of=of),
        statement.text,
        joined(_choice(statement.id, reply, chosen=reply is said) for reply in (Reply.YES, Reply.NO, Reply.UNSURE)),
        _why(grounded, outcome.roles[statement.role]),
    )


def _choice(item: str, reply: Reply, *, chosen: bool) -> Markup:
    return Markup('<label><input type="radio" name="{}" value="{}"{}> {}</label>').format(
        item, reply, Markup(" checked") if chosen else "", words.FIT_REPLIES[reply]
    )


def _why(grounded: Grounded, role: str) -> Markup:
    """Folded, so that it does not lead the reply."""
    return Markup('<details class="why"><summary>{}</summary>{}<p class="hint">{}</p></details>').format(
        words.FIT_WHY, quoted(grounded.source), words.FIT_SPEAKS_FOR.format(role=role)
    )
