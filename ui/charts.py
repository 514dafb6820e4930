"""Charts as SVG that fits any width: ranges and bars, with a title, a description and the figures as a table.

Places are percentages and colours are classes, so a chart follows the page's width and its light or dark colours.
"""

import math
from collections.abc import Mapping

from markupsafe import Markup

from advisor.compare.measures import amount
from advisor.compare.table import Chart, Measure, Picture
from ui import words
from ui.cards import joined
from ui.names import dated, guide_name

ROW = 66  # pixels for a measure: who and how much, its bar, who says so
_TOP, _AXIS = 4, 26
_LONGEST_NAME = 44  # characters of a guide's name below a bar
_TICKS = 4
_STEPS = (1, 2, 2.5, 5, 10)


def chart(drawn: Chart, names: Mapping[str, str], number: int) -> Markup:
    """The figure: picture, caption and table; `names` of the roles by id."""
    return Markup('<figure class="chart-box">{}<figcaption>{}</figcaption>{}</figure>').format(
        _svg(drawn, names, number), _caption(drawn), _table(drawn, names)
    )


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Round values that enclose both, four steps or so apart."""
    rough = (high - low or abs(high) or 1) / _TICKS
    power = 10 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in _STEPS if power * factor >= rough * 0.999)
    first, last = math.floor(low / step), math.ceil(high / step)
    return tuple(round(step * n, 6) for n in range(first, max(last, first + 1) + 1))


def title_of(drawn: Chart) -> str:
    """What the chart measures, and in what."""
    unit = words.CHART_UNITS.get(drawn.unit, words.CHART_UNIT.format(unit=drawn.unit))
    return words.CHART_OF.format(what=drawn.measures_what[:1].upper() + drawn.measures_what[1:], unit=unit)


def _svg(drawn: Chart, names: Mapping[str, str], number: int) -> Markup:
    marks = ticks(*_ends(drawn))
    bottom = _TOP + ROW * len(drawn.measures)
    rows = joined(_row(drawn, measure, names, marks, _TOP + ROW * n) for n, measure in enumerate(drawn.measures))
    return Markup(
        '<svg class="chart {picture}" role="img" aria-labelledby="chart-{n} chart-{n}-text" width="100%" height="{h}">'
        '<title id="chart-{n}">{title}</title><desc id="chart-{n}-text">{text}</desc>{axis}{rows}</svg>'
    ).format(
        picture=drawn.picture, n=number, h=bottom + _AXIS, title=title_of(drawn), text=_in_words(drawn, names),
        axis=_axis(marks, drawn.unit, bottom), rows=rows,
    )  # fmt: skip


def _ends(drawn: Chart) -> tuple[float, float]:
    """Bars begin at nothing; ranges need not."""
    low, high = min(m.low for m in drawn.measures), max(m.high for m in drawn.measures)
    return (min(low, 0), max(high, 0)) if drawn.picture is Picture.BAR else (low, high)


def _place(value: float, marks: tuple[float, ...]) -> float:
    return round(100 * (value - marks[0]) / (marks[-1] - marks[0]), 2)


def _axis(marks: tuple[float, ...], unit: str, bottom: int) -> Markup:
    """A line and a label for each mark; on a phone every second label inside is left out."""
    line = Markup(
        '<line class="grid" x1="{0}%" x2="{0}%" y1="{1}" y2="{2}"/>'
        '<text class="tick{6}" x="{0}%" y="{3}" text-anchor="{4}">{5}</text>'
    )
    anchors = {0: "start", len(marks) - 1: "end"}
    return joined(
        line.format(
            _place(mark, marks), _TOP, bottom + 4, bottom + 20, anchors.get(n, "middle"), amount(mark, unit),
            " odd" if n not in anchors and (n % 2 or n == len(marks) - 2) else "",
        )
        for n, mark in enumerate(marks)
    )  # fmt: skip


def _row(drawn: Chart, measure: Measure, names: Mapping[str, str], marks: tuple[float, ...], top: int) -> Markup:
    low = min(0, measure.low) if drawn.picture is Picture.BAR else measure.low
    high = max(0, measure.high) if drawn.picture is Picture.BAR else measure.high
    left, right = _place(low, marks), _place(high, marks)
    return Markup(
        '<text class="who" x="0" y="{y1}">{who}</text>'
        '<text class="value" x="100%" y="{y1}" text-anchor="end">{value}</text>'
        '<rect class="bar" x="{x}%" y="{y2}" width="{width}%" height="14" rx="3"/>'
        '<text class="from" x="0" y="{y3}">{source}</text>'
    ).format(
        y1=top + 16, y2=top + 23, y3=top + 52, who=names[measure.role], value=measure.shown, x=left,
        width=max(round(right - left, 2), 0.8), source=_short(measure),
    )  # fmt: skip


def _short(measure: Measure) -> str:
    name = guide_name(measure.source)
    name = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"
    return f"{name}, {dated(measure.source)}"


def _in_words(drawn: Chart, names: Mapping[str, str]) -> str:
    return "; ".join(f"{names[m.role]}: {m.shown} ({guide_name(m.source)}, {dated(m.source)})" for m in drawn.measures)


def _caption(drawn: Chart) -> Markup:
    sources = dict.fromkeys(f"{guide_name(m.source)} ({dated(m.source)})" for m in drawn.measures)
    place = words.CHART_PLACE.format(place=drawn.jurisdiction) if drawn.jurisdiction else words.CHART_NO_PLACE
    total = [words.CHART_TOTAL] if "in total" in drawn.measures_what else []
    rest = " ".join([*total, words.CHART_SOURCES.format(sources=", ".join(sources)), place])
    return Markup("<strong>{}.</strong> {}").format(title_of(drawn), rest)


def _table(drawn: Chart, names: Mapping[str, str]) -> Markup:
    row = Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}, {}</td></tr>')
    rows = joined(row.format(names[m.role], m.shown, guide_name(m.source), dated(m.source)) for m in drawn.measures)
    return Markup(
        '<details><summary>{}</summary><table><thead><tr><th scope="col">{}</th><th scope="col">{}</th>'
        '<th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></details>'
    ).format(words.CHART_TABLE, words.CHART_ROLE, words.CHART_VALUE, words.CHART_GUIDE, rows)
