"""The fit quiz as a plain page: what the answers come to, why and by which rule, and the statements to answer.

Pure; knows no server. Words of guides are shown, never obeyed.
"""

from collections.abc import Sequence
from urllib.parse import urlencode

from markupsafe import Markup

from advisor.answer.outcome import Grounded, Outcome, Rule
from advisor.question.quiz import Reply
from ui import words
from ui.cards import joined
from ui.cite import quoted
from ui.compare_address import compare_address
from ui.fit_form import form
from ui.names import listed
from ui.plain_page import plain_page
from ui.plan_address import PlanAsked, plan_address


def fit_page(outcome: Outcome) -> str:
    """The whole page; where nothing is answered yet, what it is about."""
    title = _title(outcome) if outcome.replies else words.FIT_TITLE
    if not outcome.statements:
        body = Markup('<p class="note" role="status">{}</p>').format(words.FIT_NO_QUIZ)
        return plain_page(title, _headed(body), style="fit.css")
    missing = len(outcome.replies) < len(outcome.statements)
    intro = Markup('<p class="intro">{}</p>').format(words.FIT_INTRO.format(count=len(outcome.statements)))
    body = Markup("{}{}{}{}").format(
        joined(Markup('<p class="note" role="status">{}</p>').format(note) for note in _notes(outcome)),
        _result(outcome) if outcome.replies else intro,
        form(outcome, is_open=missing),
        _rules(outcome.rules),
    )
    return plain_page(title, _headed(body), style="fit.css")


def _headed(body: Markup) -> Markup:
    return Markup("<h1>{}</h1>{}").format(words.FIT_TITLE, body)


def _title(outcome: Outcome) -> str:
    if outcome.result.role:
        return words.FIT_RESULT.format(role=outcome.roles[outcome.result.role])
    return words.FIT_TIE if outcome.result.agreed else words.FIT_NONE


def _notes(outcome: Outcome) -> list[str]:
    return [words.FIT_UNKNOWN] if outcome.unknown else []


def _result(outcome: Outcome) -> Markup:
    parts = (
        Markup('<h2 id="result">{}</h2><p class="count">{}</p>').format(_title(outcome), _counted(outcome)),
        _bars(outcome) if outcome.result.agreed else Markup(),
        joined(Markup('<p class="hint">{}</p>').format(said) for said in _left_out(outcome)),
        _list(words.FIT_DECIDED if outcome.result.role else words.FIT_DECIDED_TIE, outcome.deciding, outcome),
        _list(words.FIT_AGAINST, outcome.against, outcome),
        _rule(outcome.rule) if outcome.rule and outcome.result.agreed else Markup(),
        Markup('<p class="hint limits">{}</p>').format(words.FIT_LIMITS),
        _next(outcome),
    )
    return Markup('<section class="result" aria-labelledby="result">{}</section>').format(joined(parts))


def _counted(outcome: Outcome) -> str:
    many, of = outcome.result.leaning
    if not of:
        return words.FIT_COUNT_NONE
    if outcome.result.role is None:
        tied = [outcome.roles[role] for role, yes in outcome.result.yes.items() if yes == many]
        return words.FIT_COUNT_TIE.format(of=of, many=many, roles=listed(tied))
    role = outcome.roles[outcome.result.role]
    if of == 1:
        return words.FIT_COUNT_ONE.format(role=role)
    text = words.FIT_COUNT_ALL if many == of else words.FIT_COUNT
    margin = words.FIT_MARGIN.format(more=_plural(words.FIT_MORE, outcome.margin))
    return f"{text.format(many=many, of=of, role=role)} {margin}"


def _left_out(outcome: Outcome) -> list[str]:
    open_ones = len(outcome.statements) - len(outcome.replies)
    unsure = sum(reply is Reply.UNSURE for reply in outcome.replies.values())
    counted = ((words.FIT_OPEN, open_ones), (words.FIT_UNSURE, unsure))
    return [_plural(said, count) for said, count in counted if count]


def _bars(outcome: Outcome) -> Markup:
    """Yes answers for each role, of the statements that speak for it: in words, a bar below them."""
    item = Markup(
        '<li>{}<svg width="100%" height="10" aria-hidden="true" focusable="false">'
        '<rect class="track" width="100%" height="10" rx="5"/>'
        '<rect class="bar" width="{}%" height="10" rx="5"/></svg></li>'
    )
    bars = []
    for role, yes in outcome.result.yes.items():
        of = sum(g.statement.role == role for g in outcome.statements)
        told = words.FIT_YES_OF.format(role=outcome.roles[role], many=yes, of=of)
        bars.append(item.format(told, round(100 * yes / of)))
    return Markup('<ul class="bars">{}</ul>').format(joined(bars))


def _list(title: str, grounds: Sequence[Grounded], outcome: Outcome) -> Markup:
    if not grounds:
        return Markup()
    item = Markup('<li><p class="said"><span class="for">{}</span> {} “{}”</p>{}</li>')
    items = joined(
        item.format(outcome.roles[g.statement.role], words.FIT_YOU_SAID, g.statement.text.rstrip("."), quoted(g.source))
        for g in grounds
    )
    return Markup('<h3>{}</h3><ul class="grounds">{}</ul>').format(title, items)


def _rule(rule: Rule) -> Markup:
    return Markup('<h3>{}</h3><div class="rule">{}</div>').format(words.FIT_RULE, quoted(rule.source))


def _rules(rules: Sequence[Rule]) -> Markup:
    if not rules:
        return Markup()
    told = joined(quoted(rule.source) for rule in rules)
    return Markup('<details class="scored"><summary>{}</summary><p class="hint">{}</p>{}</details>').format(
        words.FIT_RULES, words.FIT_SCORED, told
    )


def _next(outcome: Outcome) -> Markup:
    """The conversation that goes on from here, a plan, and the roles side by side."""
    links = [Markup('<a class="talk" href="/?{}">{}</a>').format(urlencode({"ask": outcome.question}), words.FIT_TALK)]
    role = outcome.result.role
    label = words.PLAN_MORE.format(role=outcome.roles[role]) if role else words.PLAN_ANY
    agreed = tuple(statement.id for statement in outcome.result.agreed)
    links.append(Markup('<a href="{}">{}</a>').format(plan_address(PlanAsked(role or "", agreed=agreed)), label))
    if len(outcome.roles) > 1:
        names = words.FIT_COMPARE.format(roles=listed(outcome.roles.values()))
        links.append(Markup('<a href="{}">{}</a>').format(compare_address(tuple(outcome.roles)), names))
    return Markup('<h3>{}</h3><p class="next">{}</p><p class="hint">{}: {}.</p><p class="hint release">{}</p>').format(
        words.FIT_NEXT, joined(links, " "), words.FIT_TALK, words.FIT_TALK_HINT,
        words.FIT_RELEASE.format(release=outcome.release),
    )  # fmt: skip


def _plural(said: tuple[str, str], count: int) -> str:
    return said[0] if count == 1 else said[1].format(count=count)
