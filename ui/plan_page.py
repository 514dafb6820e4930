"""A person's plan as a plain page to print: the steps from goal to the next thirty days, each cited or open.

Pure; knows no server. Words of guides and of the person are shown, never obeyed.
"""

from collections.abc import Sequence
from urllib.parse import urlencode

from markupsafe import Markup

from advisor.answer.my_plan import GOAL_AT_MOST, MyPlan, Part, PlanStep
from advisor.compare.table import Choice
from ui import words
from ui.cards import joined
from ui.cite import quoted
from ui.names import listed
from ui.plain_page import plain_page


def plan_page(plan: MyPlan) -> str:
    """The whole page; where no role is chosen, what to choose."""
    title = words.PLAN_OF.format(role=plan.role.name) if plan.role else words.PLAN_TITLE
    notes = [words.COMPARE_UNKNOWN.format(names=listed(plan.unknown))] if plan.unknown else []
    notes += [] if plan.roles else [words.PLAN_EMPTY]
    body = Markup("<h1>{}</h1>{}{}{}{}").format(
        title,
        joined(Markup('<p class="note" role="status">{}</p>').format(note) for note in notes),
        Markup('<p class="intro">{}</p>').format(words.PLAN_INTRO),
        _form(plan) if plan.roles else Markup(),
        _plan(plan) if plan.steps else Markup(),
    )
    return plain_page(title, body, style="fit.css", scripts=("print.js",))


def _form(plan: MyPlan) -> Markup:
    none = (Choice("", words.COMPARE_NO_BACKGROUND), *plan.backgrounds)
    fields = Markup(
        '<form class="wishes" action="/plan" method="get">{}{}<p class="field"><label for="goal">{}</label>'
        '<input id="goal" name="goal" maxlength="{}" value="{}"></p><p><button type="submit">{}</button></p></form>'
    ).format(
        _select("role", words.PLAN_ROLE, (Choice("", words.PLAN_ROLE_NONE), *plan.roles), plan.role, required=True),
        _select("background", words.PLAN_BACKGROUND, none, plan.background) if plan.backgrounds else "",
        words.PLAN_GOAL,
        GOAL_AT_MOST,
        plan.goal,
        words.PLAN_GO,
    )
    if not plan.steps:
        return fields
    return Markup('<details class="change"><summary>{}</summary>{}</details>').format(words.PLAN_CHANGE, fields)


def _select(name: str, label: str, choices: Sequence[Choice], now: Choice | None, *, required: bool = False) -> Markup:
    option = Markup('<option value="{}"{}>{}</option>')
    options = joined(
        option.format(c.id, Markup(" selected") if now and c.id == now.id else "", c.name) for c in choices
    )
    return Markup('<p class="field"><label for="{}">{}</label><select id="{}" name="{}"{}>{}</select></p>').format(
        name, label, name, name, Markup(" required") if required else "", options
    )


def _plan(plan: MyPlan) -> Markup:
    steps = joined(_step(n, step, plan) for n, step in enumerate(plan.steps, 1))
    return Markup(
        '<ol class="plan">{}</ol><p class="next"><a class="talk" href="/?{}">{}</a>'
        '<button type="button" class="print" hidden>{}</button></p><p class="hint">{}: {}.</p><p class="hint">{}</p>'
    ).format(
        steps, urlencode({"ask": plan.question}), words.PLAN_TALK, words.PLAN_PRINT, words.PLAN_TALK,
        words.PLAN_TALK_HINT, words.FIT_RELEASE.format(release=plan.release),
    )  # fmt: skip


def _step(n: int, step: PlanStep, plan: MyPlan) -> Markup:
    name, about = words.PLAN_STEPS[step.part]
    said = joined(
        Markup('<div class="saying">{}{}</div>').format(
            Markup('<p class="hint">{}:</p>').format(saying.label) if saying.label else "", quoted(saying.source)
        )
        for saying in step.sayings
    )
    return Markup('<li><h2><span class="place">{}</span> {}</h2>{}<p class="hint">{}</p>{}</li>').format(
        n, name, _told(step.part, plan), about, said or _open(step.part)
    )


def _told(part: Part, plan: MyPlan) -> Markup:
    """What the person gave, beside what the guides say of it."""
    goal = Markup('<p class="told">{}<q>{}</q></p>').format(words.PLAN_YOUR_GOAL, plan.goal) if plan.goal else Markup()
    line = Markup('<p class="told">{}</p>')
    if part is Part.GOAL:
        return goal
    if part is Part.ROLE and plan.role:
        return line.format(words.PLAN_CHOSEN.format(role=plan.role.name))
    if part is Part.MISSING and plan.background:
        return line.format(words.PLAN_FROM.format(background=plan.background.name))
    return Markup()


def _open(part: Part) -> Markup:
    """That no guide says; of the days ahead, lines to write on."""
    none = Markup('<p class="none">{}</p>').format(words.PLAN_OPEN)
    if part is not Part.THIRTY_DAYS:
        return none
    lines = Markup('<div class="lines" aria-hidden="true"><i></i><i></i><i></i><i></i></div>')
    return none + Markup('<p class="hint">{}</p>').format(words.PLAN_OWN) + lines
