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
from ui.handlers import Rules, Session, View

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
    session = gr.State(Session())
    with gr.Column(elem_id="talk"):
        gr.Markdown(f"<h2>{words.INTRO_TITLE}</h2><p>{words.INTRO}</p>", elem_id="intro")
        wire = gr.Markdown(elem_id="wire", visible="hidden", latex_delimiters=[])
        label, suggested = _suggestions()
        with gr.Row(elem_id="composer"):
            question = gr.Textbox(
                label=words.QUESTION_LABEL, placeholder=words.QUESTION_HINT, max_lines=6, elem_id="question", scale=1
            )
            send, halt, new = _buttons()
        gr.Markdown(words.NOTICE.format(days=retention_days), elem_id="notice")
        gr.Markdown(words.SOURCES_NONE, elem_id="margin")
        remembered, said, edited, simpler = map(_from_script, ("remembered", "said", "edited", "simpler"))
    shown = [session, wire, question, send, halt, label, *suggested]

    ask = _asking(advisor, rules)

    def resume(kept: str, request: gr.Request) -> list[Any]:
        return _shown(handlers.resume(advisor, rules, kept, secret_of(dict(request.cookies))))

    waiting = WAITING | {"show_progress_on": question}
    asking = [gr.on([question.submit, send.click], ask, [question, session], shown, **waiting)]
    asking += [button.click(ask, [button, session], shown, **waiting) for button in suggested]
    asking += [said.change(ask, [said, session], shown, **waiting)]
    asking += [simpler.change(_simpler(advisor, rules), [simpler, session], shown, **waiting)]
    asking += [edited.change(_asking(advisor, rules, alone=True), [edited, session], shown, **waiting)]
    halt.click(lambda tab: _shown(handlers.stop(tab)), session, shown, cancels=asking, **AT_ONCE)
    new.click(lambda: _shown(handlers.begin(advisor)), None, shown, cancels=asking, **AT_ONCE)
    remembered.change(resume, remembered, shown, **AT_ONCE)


def _asking(advisor: CareerAdvisor, rules: Rules, *, alone: bool = False) -> Callable[..., Iterator[list[Any]]]:
    def ask(asked: str, tab: Session, request: gr.Request) -> Iterator[list[Any]]:
        views = handlers.ask(advisor, rules, asked, tab, alone=alone, browser=secret_of(dict(request.cookies)))
        yield from map(_shown, views)

    return ask


def _simpler(advisor: CareerAdvisor, rules: Rules) -> Callable[..., Iterator[list[Any]]]:
    """Asks for the answer with this record in simpler words; a space after it makes the same again a change."""

    def ask(record: str, tab: Session, request: gr.Request) -> Iterator[list[Any]]:
        browser = secret_of(dict(request.cookies))
        views = handlers.ask(advisor, rules, words.ASK_SIMPLER, tab, about=record.strip(), browser=browser)
        yield from map(_shown, views)

    return ask


def _from_script(name: str) -> gr.Textbox:
    """What `page.js` says for the person: the conversation of before, what a button stands for, an edited question."""
    return gr.Textbox(elem_id=name, visible="hidden", label=words.LOG)


def _suggestions() -> tuple[gr.Markdown, list[gr.Button]]:
    with gr.Column(elem_id="suggestions"):
        label = gr.Markdown(visible=False)
        with gr.Row():
            return label, [gr.Button(visible=False, size="sm", scale=0) for _ in range(MOST_SUGGESTIONS)]


def _buttons() -> tuple[gr.Button, gr.Button, gr.Button]:
    """Ask, stop, new conversation."""
    return (
        gr.Button(words.SEND, variant="primary", elem_id="send", scale=0, min_width=88),
        gr.Button(words.STOP, visible=False, elem_id="stop", scale=0, min_width=88),
        gr.Button(words.NEW, elem_id="new", scale=0, min_width=88),
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
