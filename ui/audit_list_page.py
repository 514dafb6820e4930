"""All answers, newest first, and the filters that combine. Pure; knows no server."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from markupsafe import Markup

from advisor.audit.case import Case, CasePage, View
from advisor.audit.user import Session
from ui import words
from ui.audit_access import ADDRESS
from ui.audit_address import FIXED, LOOKED_UP, address_of, fields_of
from ui.audit_frame import audit_page
from ui.cards import joined
from ui.dates import readable

_FILTER = Markup(
    '<details class="filter"><summary>{title}</summary><form method="get" action="{action}">'
    '<label class="wide">{text} <input type="search" name="q" value="{q}" maxlength="200"></label>'
    '<label>{since} <input type="date" name="from" value="{from_}"></label>'
    '<label>{until} <input type="date" name="to" value="{to}"></label>{choices}'
    '<p class="go"><button>{go}</button> <a href="{action}">{clear}</a></p></form></details>{chosen}'
)
_CASE = Markup(
    '<li><h2><a href="{place}">{question}</a></h2><p class="origin">{when}</p><ul class="badges">{badges}</ul></li>'
)
WARNS = {"feedback:down", "verdict:partly", "verdict:unsupported", "verdict:contradicted", "kind:declined"}
TOLD = (  # what a list says of each answer, in this order
    "kind:declined", "declined:not_in_guides", "declined:off_topic", "declined:unsafe", "verdict:supported",
    "verdict:partly", "verdict:unsupported", "verdict:contradicted", "feedback:down", "feedback:up",
    "disagreement:yes", "source:old", "source:undated", "near:yes", "often:yes", "reviewed:no",
)  # fmt: skip


def list_page(view: View, page: CasePage, choices: Mapping[str, Sequence[str]], session: Session) -> str:
    body = Markup("<h1>{}</h1>{}{}{}").format(
        words.AUDIT_ALL, _filter(view, choices), _cases(page.cases), _turn_over(view, page)
    )
    return audit_page(words.AUDIT_ALL, body, session)


def case_address(record_id: str) -> str:
    return f"{ADDRESS}/records/{quote(record_id, safe='')}"


def question_of(case: Case) -> str:
    return case.question.strip() or words.AUDIT_ERASED


def when_of(at: str) -> str:
    return f"{readable(at[:10])}, {at[11:16]} UTC"


def badges(case: Case, told: Iterable[str] = TOLD) -> Markup:
    """What it is found by, in words, and who has judged it."""
    shown = joined(_badge(trait) for trait in told if trait in case.traits)
    by = joined(
        Markup('<li class="badge done">{}</li>').format(words.AUDIT_BY.format(name=name))
        for name in case.values("reviewer")
    )
    return shown + by


def option(name: str, value: str) -> str:
    """A value as a person reads it."""
    return str(words.AUDIT_OPTIONS[name].get(value, value)) if name in words.AUDIT_OPTIONS else value


def _badge(trait: str) -> Markup:
    name, _, value = trait.partition(":")
    warns = " warns" if trait in WARNS else ""
    return Markup('<li class="badge{}">{}</li>').format(warns, option(name, value))


def _cases(cases: Sequence[Case]) -> Markup:
    if not cases:
        return Markup('<p class="none">{}</p>').format(words.AUDIT_NONE)
    items = joined(
        _CASE.format(
            place=case_address(case.record_id), question=question_of(case), when=when_of(case.at), badges=badges(case)
        )
        for case in cases
    )
    return Markup('<ol class="cases">{}</ol>').format(items)


def _filter(view: View, choices: Mapping[str, Sequence[str]]) -> Markup:
    fields = fields_of(view)
    offered = {**FIXED, **{name: tuple(choices.get(name, ())) for name in LOOKED_UP}}
    return _FILTER.format(
        title=words.AUDIT_FILTER,
        action=ADDRESS,
        text=words.AUDIT_FILTERS["q"],
        q=view.text,
        since=words.AUDIT_FILTERS["from"],
        from_=view.since,
        until=words.AUDIT_FILTERS["to"],
        to=view.until,
        choices=joined(_choice(name, values, fields.get(name, "")) for name, values in offered.items()),
        go=words.AUDIT_FILTER_GO,
        chosen=_chosen(fields),
        clear=words.AUDIT_FILTER_CLEAR,
    )


def _chosen(fields: Mapping[str, str]) -> Markup:
    """What is filtered by, in sight while the filters are folded."""
    if not fields:
        return Markup()
    item = Markup('<li class="badge done">{}: {}</li>')
    items = joined(item.format(words.AUDIT_FILTERS[name], option(name, value)) for name, value in fields.items())
    return Markup('<ul class="badges">{}</ul>').format(items)


def _choice(name: str, values: Sequence[str], chosen: str) -> Markup:
    """One list to choose from; a value that is asked for stands in it even where there is none such."""
    offered = [*values, *([chosen] if chosen and chosen not in values else [])]
    made = Markup('<option value="{}"{}>{}</option>')
    options = joined(
        made.format(value, Markup(" selected") if value == chosen else "", option(name, value)) for value in offered
    )
    anything = Markup() if name == "origin" else made.format("", "", words.AUDIT_ANY)
    return Markup('<label>{} <select name="{}">{}{}</select></label>').format(
        words.AUDIT_FILTERS[name], name, anything, options
    )


def _turn_over(view: View, page: CasePage) -> Markup:
    newest = Markup('<a href="{}">{}</a>').format(address_of(view), words.AUDIT_NEWEST) if view.before else Markup()
    older = Markup('<a rel="next" href="{}">{}</a>').format(address_of(view, page.older), words.AUDIT_OLDER)
    return Markup('<p class="turn-over">{} {}</p>').format(newest, older if page.older else Markup())
