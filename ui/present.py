"""One turn of the conversation as HTML, built from data; every word of a guide, a person or a model is escaped here.

Pure; knows no Gradio and no server. The page keeps Gradio's own sanitiser on as a second lock: it lets pass what is
used here (class, id, href, tabindex) and nothing that runs.
"""

from collections.abc import Sequence

from markupsafe import Markup, escape

from advisor.domain import Answer, CheckedClaim, Disagreement, Kind, Step
from advisor.question.intent import Intent
from advisor.question.notes import notes_of
from ui import mark, words
from ui.cards import evidence, joined, marker_for
from ui.compare_address import compare_address
from ui.glossary import NO_TERMS, Glossary, Reading
from ui.plan_address import PlanAsked, plan_address

NOTHING = Markup()
MOST_REPEATED = 200  # characters of a question that failed; all of it is in the box again


def wire(turns: Sequence[Markup]) -> str:
    """Turns as one line: a blank line would make the page's Markdown component read what follows as Markdown."""
    return str(joined(turns)).replace("\n", "&#10;")


def cleared() -> Markup:
    """What empties the conversation."""
    return Markup('<article class="cleared" id="turn-0"></article>')


def asking(turn: int, question: str, steps: Sequence[Step]) -> Markup:
    """A turn on its way."""
    body = Markup('<details class="steps working" open=""><summary>{}</summary>{}</details>').format(
        words.READING, _steps(steps)
    )
    return _turn(turn, "asking", question, body)


def failed(turn: int, question: str, message: str, hint: str, *, again: bool = False) -> Markup:
    """A turn that failed; `again`: the same question may do better a second time, so it can be asked by a click."""
    body = Markup('<p class="problem"><strong>{}</strong> {}</p>').format(message, hint)
    if again:
        body += _actions(_button("retry", words.AGAIN, question))
    repeated = question if len(question) <= MOST_REPEATED else question[:MOST_REPEATED] + "…"
    return _turn(turn, "failed", repeated, body)


def stopped(turn: int, question: str) -> Markup:
    return _turn(turn, "failed", question, Markup('<p class="stopped">{}</p>').format(words.STOPPED))


def answered(
    turn: int,
    answer: Answer,
    steps: Sequence[Step] = (),
    *,
    strike: bool = False,
    glossary: Glossary = NO_TERMS,
    feedback: Markup = NOTHING,
) -> Markup:
    """A finished turn with its evidence; `strike` shows what the check refused, struck through.

    `feedback`: where the person can say what they think of it.
    """
    reading = Reading(glossary)
    parts = [
        _how(answer, steps),
        _looked_for(answer),
        content(answer, reading),
        _refused(answer.dropped_claims) if strike and answer.dropped_claims else Markup(),
        _as_page(answer),
        _answer_actions(answer),
        feedback,
        _meanings(reading),
        _notes(answer),
        evidence(answer),
        Markup('<span class="conversation">{}</span><span class="recorded">{}</span>').format(
            answer.conversation_id, answer.record_id
        ),
    ]
    return _turn(turn, "answered", answer.question, joined(parts))


def content(answer: Answer, reading: Reading | None = None) -> Markup:
    """The answer's own words: text with markers, where guides differ, what to bear in mind."""
    differ = joined(_disagreement(answer, disagreement) for disagreement in answer.disagreements)
    text = _text(answer, reading or Reading(NO_TERMS))
    return Markup('<div class="answer kind-{}" lang="{}">{}</div>{}{}').format(
        answer.kind, answer.language, text, differ, _caveats(answer)
    )


def understood(answer: Answer) -> str:
    """The question as it was taken; empty where that is how it was asked, or none was."""
    same = answer.kind == Kind.TALK or _same(answer.question, answer.standalone_question)
    return "" if same else answer.standalone_question


def plain(answer: Answer) -> str:
    """The answer and its sources as text, for pasting elsewhere."""
    lines = [f"[{s.n}] {s.guide_title}, {s.heading}: “{s.quote}” {s.url}".rstrip() for s in answer.citations]
    return "\n".join([answer.answer.strip(), *(["", f"{words.SOURCES}:", *lines] if lines else [])])


def _turn(turn: int, kind: str, question: str, body: Markup) -> Markup:
    asked = Markup('<h2 class="asked"><span class="sr">{}</span>{}</h2>').format(words.ASKED, question)
    return Markup('<article class="turn {}" id="turn-{}" tabindex="-1">{}{}</article>').format(kind, turn, asked, body)


def _steps(steps: Sequence[Step]) -> Markup:
    item = Markup("<li><span>{}</span> {}</li>")
    lines = joined(item.format(words.STEPS.get(step.name, step.name), step.detail) for step in steps)
    return Markup("<ol>{}</ol>").format(lines) if lines else lines


def _how(answer: Answer, steps: Sequence[Step]) -> Markup:
    ms = answer.timings_ms.get("total", 0)
    time = f"{ms / 1000:.1f} s" if ms >= 1000 else f"{ms:.0f} ms"
    kept = words.KEPT_AS.format(record=answer.record_id, release=answer.release, writer=answer.writer)
    return Markup('<details class="steps"><summary>{}</summary>{}<p>{}</p></details>').format(
        words.READ.format(time=time), _steps(steps), kept
    )


def _looked_for(answer: Answer) -> Markup:
    if not understood(answer):
        return Markup()
    return Markup(
        '<p class="looked">{}<q>{}</q> <button type="button" class="edit">{}<span class="sr">{}</span></button></p>'
    ).format(words.LOOKED_FOR, answer.standalone_question, words.EDIT, words.EDIT_WHAT)


def _notes(answer: Answer) -> Markup:
    """What is known of the person; each button's name is the sentence that takes its note back."""
    note = Markup('<li>{} <button type="button" class="forget">×<span class="sr">{}</span></button></li>')
    items = joined(note.format(known.shown, known.taken_back) for known in notes_of(answer.about_person))
    return Markup('<div class="notes"><p>{}</p><ul>{}</ul></div>').format(words.NOTES, items) if items else items


def _same(one: str, other: str) -> bool:
    first, second = (" ".join(text.casefold().split()).rstrip("?!. ") for text in (one, other))
    return not second or first == second


def _text(answer: Answer, reading: Reading) -> Markup:
    """The answer without the paragraphs that only repeat what stands in a badge below it."""
    badges = {_bare(caveat) for caveat in answer.caveats}
    blocks = [block for block in answer.answer.split("\n\n") if _bare(block) not in badges]
    return mark.answer("\n\n".join(blocks), lambda n: marker_for(answer, n), words=reading.marked)


def _bare(text: str) -> str:
    return " ".join(text.replace("*", "").replace("_", "").split()).casefold().rstrip(".")


def _disagreement(answer: Answer, disagreement: Disagreement) -> Markup:
    position = Markup("<li>{} {}</li>")
    sides = joined(
        position.format(side.value, joined(m for n in side.citations if (m := marker_for(answer, n))))
        for side in disagreement.positions
    )
    heading = escape(words.DIFFER.format(topic=disagreement.topic))
    return Markup('<div class="differ"><h3>{}</h3><ul>{}</ul></div>').format(heading, sides)


def _caveats(answer: Answer) -> Markup:
    items = joined(Markup("<li>{}</li>").format(caveat.strip("*_ ")) for caveat in answer.caveats)
    return Markup('<ul class="caveats">{}</ul>').format(items) if items else items


def _refused(claims: Sequence[CheckedClaim]) -> Markup:
    items = joined(Markup("<li><s>{}</s> {}</li>").format(claim.shown or claim.text, claim.reason) for claim in claims)
    return Markup('<details class="refused"><summary>{}</summary><ul>{}</ul></details>').format(words.NOT_SHOWN, items)


def _as_page(answer: Answer) -> Markup:
    """The ways on: of two roles and what they are compared in to the page that does; of one role to a plan for it."""
    topic, links = answer.topic, []
    if answer.kind != Kind.ANSWER:
        return Markup()
    if len(topic.roles) > 1 and (topic.attributes or topic.intent == Intent.COMPARE):
        links.append((compare_address(topic.roles, topic.attributes), words.COMPARE_AS_PAGE))
    role = answer.recommended_role or (topic.roles[0] if len(topic.roles) == 1 else "")
    if role:
        links.append((plan_address(PlanAsked(role, conversation=answer.conversation_id)), words.PLAN_FROM_HERE))
    shown = joined((Markup('<a href="{}">{}</a>').format(*link) for link in links), " ")
    return Markup('<p class="as-page">{}</p>').format(shown) if links else Markup()


def _answer_actions(answer: Answer) -> Markup:
    """What can be done with an answer; to ask again takes the question as it was understood, whatever came since."""
    ask_again = answer.kind in (Kind.ANSWER, Kind.DECLINED)
    return _actions(
        _button("copy", words.COPY),
        _button("simpler", words.SIMPLER) if answer.kind == Kind.ANSWER and answer.citations else Markup(),
        _button("again", words.AGAIN, answer.standalone_question or answer.question) if ask_again else Markup(),
        _button("rewrite", words.REWRITE, answer.question),
    ) + Markup('<pre class="copy-text">{}</pre>').format(plain(answer))


def _actions(*buttons: Markup) -> Markup:
    return Markup('<p class="actions">{}</p>').format(joined(buttons))


def _button(name: str, label: str, question: str = "") -> Markup:
    """A button; the question that it is about is a part of its name."""
    about = Markup('<span class="sr">: <span class="about">{}</span></span>').format(question) if question else ""
    return Markup('<button type="button" class="{}">{}{}</button>').format(name, label, about)


def _meanings(reading: Reading) -> Markup:
    """What the marked terms mean, in the order of their marks."""
    items = joined(Markup("<li>{}</li>").format(meaning) for meaning in reading.terms.values())
    return Markup('<ul class="meanings">{}</ul>').format(items) if items else items
