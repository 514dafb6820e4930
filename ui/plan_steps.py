"""The steps of a plan, part by part: whose words each is, where they stand, and how it is changed where it is kept.

Pure; knows no server. Words of guides and of the person are shown, never obeyed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from advisor.answer.my_plan import Part
from advisor.plan.kept import STEP_AT_MOST, Plan, Step, Whose
from ui import words
from ui.cards import joined
from ui.cite import cite

_FIELD = Markup(
    '<label class="words"><span>{label}</span><textarea name="text" rows="{rows}" maxlength="{most}" required>{text}'
    "</textarea></label>"
)
_BUTTON = Markup('<button{} class="{}">{}<span class="sr">{}</span></button>')


@dataclass(frozen=True)
class Slip:
    """What could not be kept: it stands in its field again. `place`: the step, or the part it was to be added to."""

    place: str
    text: str


def steps(plan: Plan, action: str = "", slip: Slip | None = None) -> Markup:
    """All parts in order; `action` is the address under which a kept plan is changed, empty: it can only be read."""
    pen = _Pen(action, slip)
    parts = joined(_part(n, part, plan, pen) for n, part in enumerate(Part, 1))
    return Markup('<ol class="plan">{}</ol>').format(parts)


@dataclass(frozen=True)
class _Pen:
    """Draws the controls that change a step; none where there is nothing to change."""

    action: str
    slip: Slip | None

    def edit(self, step: Step) -> Markup:
        if not self.action:
            return Markup()
        about = words.PLAN_EDIT_WHAT.format(step=step.text)
        buttons = [_BUTTON.format("", "save", words.PLAN_SAVE, about)]
        if step.changed:
            buttons.append(self._other("restore", words.PLAN_RESTORE, about))
        buttons.append(self._other("remove", words.PLAN_REMOVE, about))
        inside = Markup('<input type="hidden" name="step" value="{}">{}<p>{}</p>').format(
            step.id, self._field(step.id, words.PLAN_EDIT_LABEL, step.text, 3), joined(buttons, " ")
        )
        return self._folded(step.id, "change", words.PLAN_EDIT, about, inside)

    def add(self, part: Part) -> Markup:
        if not self.action:
            return Markup()
        name, about = words.PLAN_STEPS[part][0], words.PLAN_ADD_WHAT.format(part=words.PLAN_STEPS[part][0])
        inside = Markup('<input type="hidden" name="part" value="{}">{}<p>{}</p>').format(
            part, self._field(part, words.PLAN_ADD_LABEL.format(part=name), "", 2),
            _BUTTON.format("", "save", words.PLAN_ADD_GO, about),
        )  # fmt: skip
        return self._folded(part, "add", words.PLAN_ADD, about, inside)

    def _field(self, place: str, label: str, text: str, rows: int) -> Markup:
        told = self.slip.text if self.slip and self.slip.place == place else text
        return _FIELD.format(label=label, rows=rows, most=STEP_AT_MOST, text=told)

    def _other(self, act: str, label: str, about: str) -> Markup:
        extra = Markup(' formaction="{}/{}" formnovalidate').format(self.action, act)
        return _BUTTON.format(extra, act, label, about)

    def _folded(self, place: str, act: str, label: str, about: str, inside: Markup) -> Markup:
        is_open = Markup(" open") if self.slip and self.slip.place == place else ""
        return Markup(
            '<details class="{act}"{is_open}><summary>{label}<span class="sr">{about}</span></summary>'
            '<form method="post" action="{action}/{act}">{inside}</form></details>'
        ).format(act=act, is_open=is_open, label=label, about=about, action=self.action, inside=inside)


def _part(n: int, part: Part, plan: Plan, pen: _Pen) -> Markup:
    name, about = words.PLAN_STEPS[part]
    said = joined(_step(step, pen) for step in plan.of(part))
    return Markup(
        '<li id="part-{}" tabindex="-1"><h2><span class="place">{}</span> {}</h2>{}<p class="hint">{}</p>{}{}</li>'
    ).format(part, n, name, joined(_chosen(part, plan)), about, said or _open(part, pen), pen.add(part))


def _chosen(part: Part, plan: Plan) -> Iterator[Markup]:
    line = Markup('<p class="told">{}</p>')
    if part is Part.ROLE:
        yield line.format(words.PLAN_CHOSEN.format(role=plan.role_name))
    if part is Part.MISSING and plan.background_name:
        yield line.format(words.PLAN_FROM.format(background=plan.background_name))


def _step(step: Step, pen: _Pen) -> Markup:
    return Markup('<div class="saying {}" id="step-{}" tabindex="-1">{}{}</div>').format(
        "own" if step.whose is Whose.OWN or step.changed else "cited", step.id, _words(step), pen.edit(step)
    )


def _words(step: Step) -> Markup:
    """The words, whose they are and where they stand; of changed ones, below them, what the guide says."""
    if step.whose is Whose.OWN:
        return Markup('<p class="says">{}</p><p class="by">{}</p>').format(step.text, _badge("yours", words.PLAN_YOURS))
    sources = joined((cite(source) for source in {s.guide_id: s for s in reversed(step.sources)}.values()), " ")
    if step.changed:
        was = _quoted(step, step.came_as)
        return Markup(
            '<p class="says">{}</p><p class="by">{} <span>{}</span> {}</p>'
            '<details class="was"><summary>{}</summary>{}</details>'
        ).format(step.text, _badge("yours", words.PLAN_YOURS), words.PLAN_AFTER, sources, words.PLAN_WAS, was)
    mark = words.PLAN_WORKED_OUT if step.whose is Whose.WORKED_OUT else words.PLAN_CITED
    return _quoted(step, step.text) + Markup('<p class="by">{} {}</p>').format(sources, _badge("mark", mark))


def _quoted(step: Step, text: str) -> Markup:
    if step.whose is Whose.WORKED_OUT:
        return Markup('<p class="says">{}</p>').format(text)
    lead = words.PLAN_AGREED.format(statement=step.about) if step.whose is Whose.AGREED else step.about
    label = Markup('<p class="hint">{}:</p>').format(lead) if lead else Markup()
    return label + Markup('<p class="says"><q>{}</q></p>').format(text)


def _badge(kind: str, label: str) -> Markup:
    return Markup('<span class="badge {}">{}</span>').format(kind, label)


def _open(part: Part, pen: _Pen) -> Markup:
    """That no guide says; of the days ahead, lines to write on."""
    none = Markup('<p class="none">{}</p>').format(words.PLAN_OPEN)
    if part is not Part.THIRTY_DAYS:
        return none
    lines = Markup('<div class="lines" aria-hidden="true"><i></i><i></i><i></i><i></i></div>')
    room = Markup('<p class="hint on-paper">{}</p>').format(words.PLAN_OWN)
    return none + room + lines
