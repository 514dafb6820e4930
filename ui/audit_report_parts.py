"""Parts of the monthly report: lists and small tables, long ones cut with how many are left out. Pure."""

from collections.abc import Iterable, Sequence
from itertools import chain

from markupsafe import Markup

from advisor.audit.month import Report
from advisor.domain import Kind
from ui import audit_numbers as numbers
from ui import audit_texts as texts
from ui.cards import joined

ROWS_AT_MOST = 4  # of a table: the report is one page
TOPICS_AT_MOST = 3
_LONGEST = 90  # characters of a comment

Rows = Iterable[tuple[str, str]]


def listing(title: str, rows: Rows, limits: str) -> Markup:
    """Names and values under a heading, with what they mean."""
    items = joined(Markup("<dt>{}</dt><dd>{}</dd>").format(*row) for row in rows)
    return Markup('<section><h2>{}</h2><dl>{}</dl><p class="limits">{}</p></section>').format(title, items, limits)


def asked(report: Report) -> Markup:
    volume, opinions, declines = report.volume, report.opinions, report.declines
    reasons = ", ".join(f"{texts.REASONS[reason]} {count}" for reason, count in volume.declined.items())
    busiest = max(volume.by_week.values(), default=0)
    complaints = ", ".join(f"{texts.COMPLAINTS[c]} {count}" for c, count in opinions.complaints.items())
    rows = [
        ("Questions", f"{volume.total:,} in {numbers.noun(volume.conversations, 'conversation')}"),
        ("in the busiest week", f"{busiest:,}"),
        ("Answered", f"{volume.by_kind.get(Kind.ANSWER, 0):,}"),
        ("Declined", f"{volume.by_kind.get(Kind.DECLINED, 0):,}" + (f" ({reasons})" if reasons else "")),
        ("Thumbs", f"{opinions.helpful} up, {opinions.unhelpful} down" + (f" ({complaints})" if complaints else "")),
        ("Declined most", "; ".join(f"{t.named} ({t.asked})" for t in declines.topics[:TOPICS_AT_MOST]) or "nothing"),
    ]
    return listing("What people asked", rows, f"{texts.VOLUME} {texts.OPINIONS} {texts.DECLINES}")


def library(report: Report) -> Markup:
    coverage, age = report.coverage, report.age
    late = list(chain.from_iterable(age.overdue.values()))
    owners = ", ".join(f"{owner or 'nobody'} {len(guides)}" for owner, guides in age.overdue.items())
    rows = [
        ("Passages cited", f"{coverage.cited:,} of {coverage.passages:,}"),
        ("Guides past their review", f"{len(late)}" + (f" (owner: {owners})" if owners else "")),
        ("Guides without a date", f"{len(age.undated)}"),
        ("Answers that cite only these two", f"{len(age.only_either):,} of {age.cited:,}"),
    ]
    if report.open_conflicts is not None:
        rows.append(("Conflicts that nobody decided", f"{report.open_conflicts}"))
    told = f"{texts.COVERAGE} {texts.AGE}" + (f" {texts.CONFLICTS}" if report.open_conflicts is not None else "")
    return listing("What the answers rest on", rows, told)


def incidents(report: Report) -> Markup:
    rows = [
        (incident.at[:10], _short(incident.what), _short(incident.done) or "Nothing is on record.")
        for incident in report.incidents
    ]
    return _table("Incidents", ("Reported", "What", "What was done"), rows, texts.INCIDENTS, "None was reported.")


def changed(report: Report) -> Markup:
    rows = [
        (change.created[:10], change.release, _told(change.added, change.gone, change.changed))
        for change in report.changes
    ]
    return _table("What changed in the library", ("Built", "Release", "Guides"), rows, texts.CHANGES, "Nothing.")


def _told(added: Sequence[str], gone: Sequence[str], changed: Sequence[str]) -> str:
    named = (("new", added), ("gone", gone), ("changed", changed))
    return "; ".join(f"{what}: {_short(', '.join(ids))}" for what, ids in named if ids) or "the same words"


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], limits: str, none: str) -> Markup:
    if not rows:
        return Markup('<section><h2>{}</h2><p>{} <span class="limits">{}</span></p></section>').format(
            title, none, limits
        )
    heads = joined(Markup('<th scope="col">{}</th>').format(cell) for cell in head)
    left = f"And {len(rows) - ROWS_AT_MOST} more, in the records. " if len(rows) > ROWS_AT_MOST else ""
    return Markup(
        "<section><h2>{}</h2><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
        '<p class="limits"><strong>{}</strong>{}</p></section>'
    ).format(title, heads, joined(_row(row) for row in rows[:ROWS_AT_MOST]), left, limits)


def _row(cells: Sequence[str]) -> Markup:
    return Markup("<tr>{}</tr>").format(joined(Markup("<td>{}</td>").format(cell) for cell in cells))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
