"""Roles side by side as a plain page: what was chosen, differences, pictures, and a table of cited cells.

Pure; knows no server. Words of guides are shown, never obeyed.
"""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from advisor.compare.table import Cell, Comparison, Difference, Row, Saying, Voice
from ui import charts, words
from ui.cards import joined
from ui.cite import cite
from ui.compare_address import address
from ui.compare_form import form
from ui.names import guide_name, listed
from ui.plain_page import plain_page
from ui.plan_address import PlanAsked, plan_address


def compare_page(comparison: Comparison) -> str:
    """The whole page; where there is nothing to compare yet, what to choose."""
    names = {role.id: role.name for role in comparison.roles}
    shown = bool(comparison.rows)
    title = words.COMPARE_OF.format(roles=listed(names.values())) if shown else words.COMPARE_TITLE
    body = Markup("<h1>{}</h1>{}{}{}{}").format(
        title,
        Markup('<p class="intro">{}</p>').format(words.COMPARE_INTRO) if not shown else Markup(),
        joined(Markup('<p class="note" role="status">{}</p>').format(note) for note in _notes(comparison)),
        form(comparison, is_open=not shown) if len(comparison.choices.roles) > 1 else Markup(),
        _result(comparison, names) if shown else Markup(),
    )
    return plain_page(title, body, style="compare.css", scripts=("compare.js",))


def _notes(comparison: Comparison) -> list[str]:
    notes = []
    if comparison.unknown:
        notes.append(words.COMPARE_UNKNOWN.format(names=listed(comparison.unknown)))
    if comparison.left_out:
        notes.append(words.COMPARE_LEFT_OUT.format(names=listed(role.name for role in comparison.left_out)))
    if len(comparison.choices.roles) < 2:
        return [*notes, words.COMPARE_EMPTY]
    if len(comparison.roles) == 1:
        return [*notes, words.COMPARE_ONE_ROLE.format(role=comparison.roles[0].name)]
    if not comparison.roles and not comparison.by_default:
        return [*notes, words.COMPARE_NONE_YET]
    return notes


def _result(comparison: Comparison, names: Mapping[str, str]) -> Markup:
    usual = Markup('<p class="hint">{}</p>').format(words.COMPARE_BY_DEFAULT) if comparison.by_default else Markup()
    return Markup("{}{}{}{}{}{}").format(
        _actions(comparison), usual, _differences(comparison.differences), _pictures(comparison, names),
        _table(comparison, names), _plans(comparison),
    )  # fmt: skip


def _plans(comparison: Comparison) -> Markup:
    """The way from here to a plan for each of the roles, which takes the comparison along."""
    background = comparison.background.id if comparison.background else ""
    ids = tuple(role.id for role in comparison.roles)
    link = Markup('<a href="{}">{}</a>')
    links = joined(
        link.format(
            plan_address(PlanAsked(role.id, background, compared=tuple(other for other in ids if other != role.id))),
            words.PLAN_MORE.format(role=role.name),
        )
        for role in comparison.roles
    )
    return Markup('<p class="actions">{}</p>').format(links)


def _actions(comparison: Comparison) -> Markup:
    return Markup(
        '<p class="actions"><a href="{}" download>{}</a> '
        '<button type="button" class="png" data-failed="{}" hidden>{}</button> '
        '<button type="button" class="link" data-address="{}" data-done="{}" hidden>{}</button>'
        '<span class="done" role="status"></span></p>'
    ).format(
        address(comparison, "/compare.csv"), words.COMPARE_CSV, words.COMPARE_PNG_FAILED, words.COMPARE_PNG,
        address(comparison), words.COMPARE_LINK_COPIED, words.COMPARE_LINK,
    )  # fmt: skip


def _differences(differences: Sequence[Difference]) -> Markup:
    if not differences:
        return Markup()
    chips = joined(_chip(difference) for difference in differences)
    return Markup(
        '<section aria-labelledby="glance"><h2 id="glance">{}</h2>'
        '<ul class="chips">{}</ul><p class="hint">{}</p></section>'
    ).format(words.COMPARE_DIFFERENCES, chips, words.COMPARE_WORKED_OUT)


def _chip(difference: Difference) -> Markup:
    """What it is, what was worked out, and the operands once for each guide."""
    name = words.COMPARE_SORTS[difference.sort].format(about=difference.about[:1].lower() + difference.about[1:])
    cited = joined((cite(source) for source in difference.sources[:1]), " ")
    return Markup('<li class="chip {}"><strong>{}</strong> <span class="worked">{}</span> {}</li>').format(
        str(difference.sort).replace(" ", "-"), name, difference.text, cited
    )


def _pictures(comparison: Comparison, names: Mapping[str, str]) -> Markup:
    alone = "; ".join(f"{names[m.role]}, {m.shown} ({guide_name(m.source)})" for m in comparison.alone)
    note = Markup('<p class="hint">{}</p>').format(words.CHART_ALONE.format(figures=alone)) if alone else Markup()
    if not comparison.charts:
        return note
    figures = joined(charts.chart(drawn, names, n) for n, drawn in enumerate(comparison.charts, 1))
    return Markup(
        '<section aria-labelledby="pictures"><h2 id="pictures">{}</h2><div class="charts">{}</div>{}</section>'
    ).format(words.COMPARE_PICTURES, figures, note)


def _table(comparison: Comparison, names: Mapping[str, str]) -> Markup:
    """With explicit roles: on a phone its rows are stacked, and would else be no table to a screen reader."""
    columns = [*names.values()]
    if comparison.background:
        columns.append(words.COMPARE_FOR_YOU.format(background=comparison.background.name))
    th = Markup('<th role="columnheader" scope="col"{}>{}</th>')
    mine = Markup(' class="for-you"')
    head = joined(th.format("" if name in names.values() else mine, name) for name in columns)
    rows = joined(_row(row, columns) for row in comparison.rows)
    return Markup(
        '<section aria-labelledby="table"><h2 id="table">{}</h2>'
        '<table class="compare" role="table"><caption class="sr">{}</caption>'
        '<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{}</th>{}</tr></thead>'
        '<tbody role="rowgroup">{}</tbody></table><p class="hint release">{}</p></section>'
    ).format(
        words.COMPARE_TABLE, words.COMPARE_CAPTION.format(roles=listed(names.values())), words.COMPARE_ABOUT, head,
        rows, words.COMPARE_RELEASE.format(release=comparison.release),
    )  # fmt: skip


def _row(row: Row, columns: Sequence[str]) -> Markup:
    cells = [*row.cells, *((row.for_you,) if row.for_you else ())]
    meaning = Markup(" <small>{}</small>").format(row.attribute.meaning) if row.attribute.meaning else Markup()
    return Markup('<tr role="row"><th role="rowheader" scope="row">{}{}</th>{}</tr>').format(
        row.attribute.name,
        meaning,
        joined(_cell(cell, name, row.for_you is cell) for cell, name in zip(cells, columns, strict=True)),
    )


def _cell(cell: Cell, column: str, for_you: bool) -> Markup:
    marked = Markup('<p class="differ"><span aria-hidden="true">≠</span> <strong>{}.</strong> {}</p>').format(
        words.COMPARE_DIFFER, cell.differ
    )
    said = joined(_voice(voice) for voice in cell.voices) or Markup('<p class="none">{}</p>').format(words.COMPARE_NONE)
    return Markup('<td role="cell" class="{}"><p class="who" aria-hidden="true">{}</p>{}{}</td>').format(
        "for-you" if for_you else "differs" if cell.differ else "", column, marked if cell.differ else "", said
    )


def _voice(voice: Voice) -> Markup:
    """The first statement of a guide; the rest can be unfolded."""
    first, *rest = voice.sayings
    more = Markup("<details><summary>{}</summary>{}</details>").format(
        words.COMPARE_MORE.format(count=len(rest), guide=guide_name(voice.source)),
        joined(_saying(said) for said in rest),
    )
    return Markup('<div class="voice">{}{}</div>').format(_saying(first), more if rest else "")


def _saying(saying: Saying) -> Markup:
    label = Markup('<span class="label">{}:</span> ').format(saying.label) if saying.label else Markup()
    return Markup('<p class="says">{}<q>{}</q></p><p class="by">{}</p>').format(
        label, saying.source.quote, cite(saying.source)
    )
