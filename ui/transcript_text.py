"""A whole conversation as Markdown and as JSON, with the source of every statement. Pure; knows no server."""

import json
from collections.abc import Iterator, Sequence

from advisor.answer.my_plan import Part
from advisor.domain import Answer, Disagreement, GuideKind, Source
from advisor.plan.kept import Plan, Step, Whose
from advisor.serial import to_dict
from ui import words
from ui.cards import guide_address, web_address
from ui.names import dated, guide_name
from ui.present import understood
from ui.transcript import asked_on, heading

_MARKUP = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|"})


def as_markdown(title: str, answers: Sequence[Answer], site: str, plan: Plan | None = None) -> str:
    """Questions, answers, and under each its numbered sources; links to guides lead to `site`."""
    parts = [
        f"# {_text(heading(title, answers))}",
        words.TRANSCRIPT_ABOUT,
        *(_turn(answer, site) for answer in answers),
        *(_plan(plan, site) if plan else ()),
    ]
    return "\n\n".join(parts) + "\n"


def as_json(title: str, answers: Sequence[Answer], plan: Plan | None = None) -> str:
    """The answers as `--json` prints them, under the conversation's name, and the plan that is kept with it."""
    kept = {"title": title, "answers": [to_dict(answer) for answer in answers], "plan": to_dict(plan) if plan else None}
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def _turn(answer: Answer, site: str) -> str:
    taken = understood(answer)
    parts = [
        f"## {_text(answer.question)}",
        f"*{words.LOOKED_FOR}{_text(taken)}*" if taken else "",
        _markdown(answer.answer),
        *(_disagreement(disagreement) for disagreement in answer.disagreements),
        "\n".join(f"- {_text(caveat.strip('*_ '))}" for caveat in answer.caveats if caveat not in answer.answer),
        f"*{_text(asked_on(answer))}*",
        f"### {words.SOURCES}" if answer.citations else "",
        "\n".join(_source(source, site) for source in answer.citations),
    ]
    return "\n\n".join(part for part in parts if part)


def _plan(plan: Plan, site: str) -> Iterator[str]:
    yield f"## {_text(words.PLAN_OF.format(role=plan.role_name))}"
    for part in Part:
        yield f"### {words.PLAN_STEPS[part][0]}"
        steps = (f"- {_text(step.text)} ({_whose(step, site)})" for step in plan.of(part))
        yield "\n".join(steps) or f"*{words.PLAN_OPEN}*"


def _whose(step: Step, site: str) -> str:
    """Whose words a step is in, and the places in guides that it came from."""
    places = ", ".join(f"[{_text(guide_name(s))}](<{site}{guide_address(s)}>)" for s in step.sources)
    if step.changed:
        return f"{words.PLAN_YOURS}, {words.PLAN_AFTER} {places}"
    told = {Whose.OWN: words.PLAN_YOURS, Whose.WORKED_OUT: words.PLAN_WORKED_OUT}
    return ", ".join(part for part in (told.get(step.whose, words.PLAN_CITED), places) if part)


def _disagreement(disagreement: Disagreement) -> str:
    sides = [f"- {_text(side.value)} {''.join(f'[{n}]' for n in side.citations)}" for side in disagreement.positions]
    return "\n".join([f"**{_text(words.DIFFER.format(topic=disagreement.topic))}**", "", *sides])


def _source(source: Source, site: str) -> str:
    """Whose words, from when and where they stand, on one line; the words below."""
    title = (words.DIGEST_OF if source.guide_kind == GuideKind.DIGEST else "") + source.guide_title
    told = " · ".join(_text(part) for part in (title, source.publisher, dated(source), source.heading) if part)
    links = [f"[{words.OPEN}](<{site}{guide_address(source)}>)"]
    if address := web_address(source.url):
        links.append(f"[{words.PUBLISHER_PAGE}](<{address}>)")
    return f"{source.n}. {told}  \n   “{_text(source.quote)}”  \n   {' · '.join(links)}"


def _markdown(text: str) -> str:
    """An answer's own Markdown, in which nothing that a guide or a person wrote is HTML, a link or an image."""
    return text.strip().replace("<", "\\<").replace("](", "]\\(")


def _text(text: str) -> str:
    """On one line, with nothing that Markdown would obey."""
    return " ".join(text.split()).translate(_MARKUP)
