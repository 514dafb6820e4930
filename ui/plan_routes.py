"""The addresses of plans: put together at `/plan`, kept with a conversation, changed there step by step.

Each that changes something asks for the browser's cookie and that the form came from a page of this site.
"""

import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

from fastapi import Depends, FastAPI, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from advisor.advisor import CareerAdvisor
from advisor.answer.my_plan import Part, PlanWanted
from advisor.compare.table import Wanted
from advisor.errors import InputError
from advisor.plan.draft import drafted
from advisor.plan.kept import Plan, as_it_came, with_own, with_words, without
from advisor.question.quiz import Reply
from ui import words
from ui.conversation_routes import OF_THIS_SITE, Browser, conversation_of, from_our_page
from ui.plan_address import MOST, PlanAsked, asked, kept_address, plan_address
from ui.plan_page import Draft, kept_page, plan_page
from ui.plan_steps import Slip

Text = Annotated[str, Form()]
Change = Callable[[Plan], Plan]
KEPT = "/conversations/{conversation_id}/plan"


def add_plans(app: FastAPI, advisor: CareerAdvisor) -> None:
    """Puts the pages of plans into the app."""
    ours = [Depends(from_our_page)]
    _add_draft(app, advisor)
    _add_steps(app, advisor)

    @app.get(KEPT)
    def kept(conversation_id: str, browser: Browser) -> HTMLResponse:
        found = conversation_of(advisor, browser, conversation_id)
        return HTMLResponse(kept_page(_plan(advisor, browser, conversation_id), found), headers=OF_THIS_SITE)

    @app.post(KEPT + "/discard", dependencies=ours)
    def discard(conversation_id: str, browser: Browser) -> RedirectResponse:
        advisor.plans.remove(conversation_id, browser)
        return RedirectResponse("/plan", 303)


def _add_draft(app: FastAPI, advisor: CareerAdvisor) -> None:
    @app.get("/plan", response_model=None)
    def plan(request: Request, browser: Browser) -> HTMLResponse | RedirectResponse:
        fields = request.query_params
        wanted = _theirs(advisor, browser, asked(fields))
        if wanted.conversation and not wanted.role and advisor.plans.of(wanted.conversation, browser):
            return RedirectResponse(kept_address(wanted.conversation), 303)
        if wanted.conversation and not {"background", "goal"} & fields.keys():
            wanted = _with_told(wanted, advisor.wanted_in(wanted.conversation))
        return HTMLResponse(plan_page(_draft(advisor, browser, wanted)), headers=OF_THIS_SITE)

    @app.post("/plan/keep", dependencies=[Depends(from_our_page)])
    def keep(wanted: Annotated[PlanAsked, Depends(_in_form)], browser: Browser) -> RedirectResponse:
        wanted = _theirs(advisor, browser, wanted)
        plan = _draft(advisor, browser, wanted).plan
        if plan is None or not browser:
            return RedirectResponse(plan_address(wanted), 303)
        conversation = wanted.conversation or uuid.uuid4().hex
        advisor.conversations.claim(conversation, browser)
        advisor.plans.keep(conversation, browser, plan)
        if not wanted.conversation:
            advisor.conversations.rename(conversation, browser, words.PLAN_OF.format(role=plan.role_name))
        return RedirectResponse(kept_address(conversation), 303)


def _in_form(
    role: Annotated[str, Form()] = "",
    background: Annotated[str, Form()] = "",
    goal: Annotated[str, Form()] = "",
    conversation: Annotated[str, Form()] = "",
    agreed: Annotated[tuple[str, ...], Form()] = (),
    compared: Annotated[tuple[str, ...], Form()] = (),
) -> PlanAsked:
    return PlanAsked(role, background, goal, agreed[:MOST], compared[:MOST], conversation)


def _theirs(advisor: CareerAdvisor, browser: str, wanted: PlanAsked) -> PlanAsked:
    """Without a conversation that is not this browser's."""
    owned = wanted.conversation and browser and advisor.conversations.owns(wanted.conversation, browser)
    return wanted if owned else replace(wanted, conversation="")


def _with_told(wanted: PlanAsked, told: PlanWanted) -> PlanAsked:
    return replace(wanted, role=wanted.role or told.role, background=told.background, goal=told.goal)


def _draft(advisor: CareerAdvisor, browser: str, wanted: PlanAsked) -> Draft:
    """From what the guides say, from the fit quiz and from the comparison, as far as they were gone through."""
    made = advisor.plan(PlanWanted(wanted.role, wanted.background, wanted.goal))
    mine = advisor.conversations.of(browser) if browser else ()
    if made.role is None:
        return Draft(wanted, made, None, mine)
    fit = advisor.fit({statement: Reply.YES for statement in wanted.agreed}) if wanted.agreed else None
    roles = (made.role.id, *wanted.compared)
    comparison = advisor.compare(Wanted(roles)) if wanted.compared else None
    return Draft(wanted, made, drafted(made, fit, comparison), mine)


def _add_steps(app: FastAPI, advisor: CareerAdvisor) -> None:
    ours = [Depends(from_our_page)]
    step_id = Annotated[str, Form()]

    def changed(browser: str, conversation_id: str, change: Change, slip: Slip, place: str) -> Response:
        found = conversation_of(advisor, browser, conversation_id)
        plan = _plan(advisor, browser, conversation_id)
        try:
            advisor.plans.keep(conversation_id, browser, change(plan))
        except InputError as problem:
            return HTMLResponse(kept_page(plan, found, slip, f"{problem} {problem.hint}"), 422, OF_THIS_SITE)
        return RedirectResponse(f"{kept_address(conversation_id)}#{place}", 303)

    @app.post(KEPT + "/add", dependencies=ours)
    def add(conversation_id: str, browser: Browser, part: Annotated[Part, Form()], text: Text = "") -> Response:
        return changed(
            browser, conversation_id, lambda plan: with_own(plan, part, text), Slip(part, text), f"part-{part}"
        )

    @app.post(KEPT + "/change", dependencies=ours)
    def change(conversation_id: str, browser: Browser, step: step_id, text: Text = "") -> Response:
        slip = Slip(step, text)
        return changed(browser, conversation_id, lambda plan: with_words(plan, step, text), slip, f"step-{step}")

    @app.post(KEPT + "/restore", dependencies=ours)
    def restore(conversation_id: str, browser: Browser, step: step_id) -> Response:
        return changed(browser, conversation_id, lambda plan: as_it_came(plan, step), Slip(step, ""), f"step-{step}")

    @app.post(KEPT + "/remove", dependencies=ours)
    def remove(conversation_id: str, browser: Browser, step: step_id) -> Response:
        return changed(browser, conversation_id, lambda plan: without(plan, step), Slip(step, ""), "main")


def _plan(advisor: CareerAdvisor, browser: str, conversation_id: str) -> Plan:
    plan = advisor.plans.of(conversation_id, browser) if browser else None
    if plan is None:
        raise InputError(words.KEPT_MISSING, hint=words.KEPT_MISSING_HINT)
    return plan
