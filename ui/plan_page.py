"""A person's plan as a plain page: as it is put together, and as it is kept, to change and to print.

Pure; knows no server. Words of guides and of the person are shown, never obeyed. No script is needed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from advisor.answer.my_plan import GOAL_AT_MOST, MyPlan
from advisor.compare.table import Choice
from advisor.conversation import Conversation
from advisor.plan.kept import Plan
from ui import words
from ui.cards import joined
from ui.conversations_page import name_of
from ui.names import listed
from ui.plain_page import plain_page
from ui.plan_address import PlanAsked, kept_address
from ui.plan_steps import Slip, steps

_NOTE = Markup('<p class="note" role="status">{}</p>')
_HINT = Markup('<p class="hint">{}</p>')


@dataclass(frozen=True)
class Draft:
    """A plan that is not kept yet: what was chosen, what could be, and where it can be kept."""

    asked: PlanAsked
    made: MyPlan
    plan: Plan | None
    mine: Sequence[Conversation] = ()


def plan_page(draft: Draft) -> str:
    """The whole page; where no role is chosen, what to choose, and the plans that are kept."""
    made, plan = draft.made, draft.plan
    title = words.PLAN_OF.format(role=plan.role_name) if plan else words.PLAN_TITLE
    notes = [words.COMPARE_UNKNOWN.format(names=listed(made.unknown))] if made.unknown else []
    notes += [] if made.roles else [words.PLAN_EMPTY]
    body = Markup("<h1>{}</h1>{}{}{}{}{}").format(
        title,
        joined(map(_NOTE.format, notes)),
        Markup() if plan else _kept(draft.mine),
        Markup('<p class="intro">{}</p>').format(words.PLAN_INTRO),
        _form(draft) if made.roles else Markup(),
        steps(plan) + _keep(draft, plan) + _next(plan, draft.asked.conversation) if plan else Markup(),
    )
    return plain_page(title, body, style="fit.css", scripts=("print.js",))


def kept_page(plan: Plan, conversation: Conversation, slip: Slip | None = None, problem: str = "") -> str:
    """The plan that is kept with this conversation, each step to be changed; `problem`: why one could not be."""
    title = words.PLAN_OF.format(role=plan.role_name)
    alert = Markup('<p class="note" role="alert">{}</p>').format(problem) if problem else Markup()
    place = Markup('<p class="kept-with">{} <a href="/?{}">{}</a></p>').format(
        words.PLAN_KEPT_WITH, urlencode({"conversation": conversation.id}), name_of(conversation)
    )
    body = Markup('<h1>{}</h1>{}{}<p class="intro">{}</p>{}{}{}').format(
        title, alert, place, words.PLAN_EDIT_INTRO, steps(plan, kept_address(conversation.id), slip),
        _next(plan, conversation.id), _discard(conversation),
    )  # fmt: skip
    return plain_page(title, body, style="fit.css", scripts=("print.js",), listed=False)


def _kept(mine: Sequence[Conversation]) -> Markup:
    planned = [conversation for conversation in mine if conversation.planned]
    if not planned:
        return Markup()
    link = Markup('<li><a href="{}">{}</a></li>')
    links = joined(link.format(kept_address(c.id), name_of(c)) for c in planned)
    return Markup('<section class="kept-plans"><h2>{}</h2><ul>{}</ul></section>').format(words.PLAN_KEPT, links)


def _form(draft: Draft) -> Markup:
    made, asked = draft.made, draft.asked
    none = (Choice("", words.COMPARE_NO_BACKGROUND), *made.backgrounds)
    along = PlanAsked(agreed=asked.agreed, compared=asked.compared, conversation=asked.conversation)
    fields = Markup(
        '<form class="wishes" action="/plan" method="get">{}{}{}<p class="field"><label for="goal">{}</label>'
        '<input id="goal" name="goal" maxlength="{}" value="{}"></p><p><button type="submit">{}</button></p></form>'
    ).format(
        _hidden(along.fields),
        _select("role", words.PLAN_ROLE, (Choice("", words.PLAN_ROLE_NONE), *made.roles), made.role, required=True),
        _select("background", words.PLAN_BACKGROUND, none, made.background) if made.backgrounds else "",
        words.PLAN_GOAL,
        GOAL_AT_MOST,
        made.goal,
        words.PLAN_GO,
    )
    if draft.plan is None:
        return fields
    return Markup('<details class="change"><summary>{}</summary>{}</details>').format(words.PLAN_CHANGE, fields)


def _hidden(fields: Iterable[tuple[str, str]]) -> Markup:
    return joined(Markup('<input type="hidden" name="{}" value="{}">').format(*field) for field in fields)


def _select(name: str, label: str, choices: Sequence[Choice], now: Choice | None, *, required: bool = False) -> Markup:
    option = Markup('<option value="{}"{}>{}</option>')
    options = joined(
        option.format(c.id, Markup(" selected") if now and c.id == now.id else "", c.name) for c in choices
    )
    return Markup('<p class="field"><label for="{}">{}</label><select id="{}" name="{}"{}>{}</select></p>').format(
        name, label, name, name, Markup(" required") if required else "", options
    )


def _keep(draft: Draft, plan: Plan) -> Markup:
    """Where it is to be kept: the conversation it came from, else the latest that has no plan, else one of its own."""
    asked, made = draft.asked, draft.made
    told = PlanAsked(plan.role, made.background.id if made.background else "", made.goal, asked.agreed, asked.compared)
    choices = [Choice(c.id, _place(c)) for c in draft.mine]
    own = Choice("", words.PLAN_KEEP_OWN)
    came_from = [choice for choice in choices if choice.id == asked.conversation]
    free = [choice for choice, c in zip(choices, draft.mine, strict=True) if not c.planned]
    place = _select("conversation", words.PLAN_KEEP_WHERE, (*choices, own), [*came_from, *free, own][0])
    return Markup(
        '<form class="keep" method="post" action="/plan/keep">{}{}<p><button>{}</button></p>{}</form>'
    ).format(_hidden(told.fields), place if choices else "", words.PLAN_KEEP, _HINT.format(words.PLAN_KEEP_HINT))


def _place(conversation: Conversation) -> str:
    name = name_of(conversation)
    return words.PLAN_KEEP_REPLACES.format(title=name) if conversation.planned else name


def _next(plan: Plan, conversation_id: str) -> Markup:
    along = {"conversation": conversation_id} if conversation_id else {}
    return Markup(
        '<p class="next"><a class="talk" href="/?{}">{}</a><button type="button" class="print" hidden>{}</button></p>'
        '<p class="hint">{}: {}.</p><p class="hint">{}</p>'
    ).format(
        urlencode(along | {"ask": plan.question}), words.PLAN_TALK, words.PLAN_PRINT, words.PLAN_TALK,
        words.PLAN_TALK_HINT, words.FIT_RELEASE.format(release=plan.release),
    )  # fmt: skip


def _discard(conversation: Conversation) -> Markup:
    of = words.KEPT_OF.format(title=name_of(conversation))
    return Markup(
        '<details class="discard"><summary>{}</summary><form method="post" action="{}/discard"><p>{}</p>'
        '<button>{}<span class="sr">{}</span></button></form></details>'
    ).format(
        words.PLAN_DISCARD, kept_address(conversation.id), words.PLAN_DISCARD_WHAT, words.PLAN_DISCARD_GO, of
    )  # fmt: skip
