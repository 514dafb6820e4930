"""The question page: places the components and wires their events. No branching, no words and no HTML of its own.

The conversation is not a `gr.Chatbot`: its sanitiser drops accessible names and it sends the whole history again at
each step. A hidden Markdown component (the wire) carries only the turns that changed; `static/page.js` puts them into
the log. `gr.HTML` is not used because it compiles its template in the browser, which our CSP forbids.
"""

from collections.abc import Callable, Iterator
from typing import Any

import gradio as gr

from advisor.advisor import CareerAdvisor
from ui import handlers, words
from ui.browser import secret_of
from ui.fixed import fixed
from ui.handlers import Rules, Session, View
from ui.visit import each_in, language_of

MOST_SUGGESTIONS = 8  # buttons; what does not fit is not shown
PRIVATE: dict[str, Any] = {"api_visibility": "private"}
AT_ONCE = PRIVATE | {"show_progress": "hidden", "queue": False}  # does not wait behind questions
WAITING = PRIVATE | {
    "show_progress": "minimal",  # the place in the queue
    "concurrency_id": "asking",
    "trigger_mode": "multiple",  # "once" would drop what is asked while a stopped step runs out
}


def build(advisor: CareerAdvisor, rules: Rules, retention_days: int) -> None:
    """Inside `gr.Blocks`: the conversation, suggestions, the question box and what is kept."""
    session, texts = gr.State(Session()), fixed(retention_days)
    with gr.Column(elem_id="talk"):
        gr.Markdown(texts["intro"], elem_id="intro")
        wire = gr.Markdown(elem_id="wire", visible="hidden", latex_delimiters=[])
        label, suggested = _suggestions()
        with gr.Row(elem_id="composer"):
            question = gr.Textbox(
                label=texts["label"], placeholder=texts["placeholder"], max_lines=6, elem_id="question", scale=1
            )
            send, halt, new = _buttons(texts)
        gr.Markdown(texts["notice"], elem_id="notice")
        gr.Markdown(texts["margin"], elem_id="margin")
        remembered, said, edited, simpler = map(_from_script, ("remembered", "said", "edited", "simpler"))
    shown = [session, wire, question, send, halt, label, *suggested]

    ask = _asking(advisor, rules)

    resume, stop, begin = _at_once(advisor, rules)
    waiting = WAITING | {"show_progress_on": question}
    asking = [gr.on([question.submit, send.click], ask, [question, session], shown, **waiting)]
    asking += [button.click(ask, [button, session], shown, **waiting) for button in suggested]
    asking += [said.change(ask, [said, session], shown, **waiting)]
    asking += [simpler.change(_simpler(advisor, rules), [simpler, session], shown, **waiting)]
    asking += [edited.change(_asking(advisor, rules, alone=True), [edited, session], shown, **waiting)]
    halt.click(stop, session, shown, cancels=asking, **AT_ONCE)
    new.click(begin, None, shown, cancels=asking, **AT_ONCE)
    remembered.change(resume, remembered, shown, **AT_ONCE)


def _asking(advisor: CareerAdvisor, rules: Rules, *, alone: bool = False) -> Callable[..., Iterator[list[Any]]]:
    def ask(asked: str, tab: Session, request: gr.Request) -> Iterator[list[Any]]:
        views = handlers.ask(advisor, rules, asked, tab, alone=alone, browser=secret_of(dict(request.cookies)))
        yield from each_in(_language(request), map(_shown, views))

    return ask


def _simpler(advisor: CareerAdvisor, rules: Rules) -> Callable[..., Iterator[list[Any]]]:
    """Asks for the answer with this record in simpler words; a space after it makes the same again a change."""

    def ask(record: str, tab: Session, request: gr.Request) -> Iterator[list[Any]]:
        browser = secret_of(dict(request.cookies))
        views = handlers.ask(advisor, rules, words.ASK_SIMPLER, tab, about=record.strip(), browser=browser)
        yield from each_in(_language(request), map(_shown, views))

    return ask


def _at_once(advisor: CareerAdvisor, rules: Rules) -> tuple[Callable[..., list[Any]], ...]:
    """To come back to a conversation, to stop a question, to begin anew."""

    def resume(kept: str, request: gr.Request) -> list[Any]:
        with words.speaking(_language(request)):
            return _shown(handlers.resume(advisor, rules, kept, secret_of(dict(request.cookies))))

    def stop(tab: Session, request: gr.Request) -> list[Any]:
        with words.speaking(_language(request)):
            return _shown(handlers.stop(tab))

    def begin(request: gr.Request) -> list[Any]:
        with words.speaking(_language(request)):
            return _shown(handlers.begin(advisor))

    return resume, stop, begin


def _language(request: gr.Request) -> str:
    return language_of(dict(request.cookies), request.headers.get("accept-language", ""))


def _from_script(name: str) -> gr.Textbox:
    """What `page.js` says for the person: the conversation of before, what a button stands for, an edited question."""
    return gr.Textbox(elem_id=name, visible="hidden", label=words.LOG)


def _suggestions() -> tuple[gr.Markdown, list[gr.Button]]:
    with gr.Column(elem_id="suggestions"):
        label = gr.Markdown(visible=False)
        with gr.Row():
            return label, [gr.Button(visible=False, size="sm", scale=0) for _ in range(MOST_SUGGESTIONS)]


def _buttons(texts: dict[str, str]) -> tuple[gr.Button, gr.Button, gr.Button]:
    """Ask, stop, new conversation."""
    return (
        gr.Button(texts["send"], variant="primary", elem_id="send", scale=0, min_width=88),
        gr.Button(texts["stop"], visible=False, elem_id="stop", scale=0, min_width=88),
        gr.Button(texts["new"], elem_id="new", scale=0, min_width=88),
    )


def _shown(view: View) -> list[Any]:
    """The view as values of `shown`, in its order."""
    texts = view.suggestions.questions[:MOST_SUGGESTIONS]
    buttons = [gr.Button(text, visible=True) for text in texts]
    return [
        view.session,
        view.turns,
        gr.skip() if view.question is None else view.question,
        gr.Button(visible=not view.busy),
        gr.Button(visible=view.busy),
        gr.Markdown(view.suggestions.label, visible=bool(texts)),
        *buttons,
        *[gr.Button(visible=False)] * (MOST_SUGGESTIONS - len(buttons)),
    ]
