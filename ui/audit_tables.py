"""Figures of an audit as text for a terminal, each with its limits. Pure."""

from collections.abc import Iterator, Mapping

from advisor.audit.conflict import Conflict, Marked
from advisor.audit.judged import Question
from advisor.audit.month import Report
from advisor.audit.price import needed, prices
from ui import audit_numbers as numbers
from ui import audit_texts as texts
from ui.audit_report import in_short
from ui.terminal import table, wrapped

SHOWN_AT_MOST = 15  # of a list


def figures_text(report: Report, columns: int | None) -> str:
    random, risk = report.figures.random, report.figures.risk
    rates = [(texts.QUESTIONS[q], random.answers[q]) for q in Question] + [(texts.CLAIMS, random.claims)]
    shares = table(
        ("share", "of those judged", "of all, 95 %", "judged", "in answers"),
        [(name, numbers.share(r), numbers.interval(r), f"{r.judged}", f"{r.answers}") for name, r in rates],
    )
    told = [
        f"{numbers.named(report.period)}. {in_short(report)}",
        shares,
        texts.METHOD,
        f"Judged because at risk, apart: {risk.sample}; right {numbers.count(risk.answers[Question.RIGHT])}, "
        f"could harm {numbers.count(risk.answers[Question.HARMFUL])}. {texts.RISK}",
        _agreement(report),
        _machine(report),
        _asked(report),
        _price(report),
    ]
    return "\n\n".join(part if part is shares else wrapped(part, columns) for part in told)


def coverage_text(report: Report, columns: int | None) -> str:
    coverage, age, declines = report.coverage, report.age, report.declines
    late = [guide for guides in age.overdue.values() for guide in guides]
    parts = [
        f"{coverage.cited:,} of {coverage.passages:,} passages were cited. {texts.COVERAGE}",
        table(("guide", "cited", "passages"), [(guide, f"{a}", f"{b}") for guide, (a, b) in coverage.by_guide.items()]),
        table(
            ("answers", "cited most"), [(f"{u.answers}", f"{u.guide_id}: {u.words[:90]}") for u in coverage.often[:8]]
        ),
        f"{declines.declined} of {declines.of} answers were refusals"
        + (f", the words of {declines.erased} erased" if declines.erased else "")
        + f". {texts.DECLINES}",
        table(("asked", "declined: what to write next"), _topics(report)),
        texts.AGE,
        table(
            ("owner", "review by", "days late", "answers", "guide"),
            [(g.owner or "nobody", g.review_by, f"{g.days}", f"{g.answers}", g.guide_id) for g in late],
        )
        if late
        else "No guide is past its date of review.",
        f"Answers that cite only such guides: {len(age.only_overdue)}; only guides without a date: "
        f"{len(age.only_undated)}; only these two: {len(age.only_either)}, of {age.cited}.",
    ]
    return "\n\n".join(wrapped(part, None if "\n" in part else columns) for part in parts)


def conflicts_text(found: Mapping[Conflict, Marked | None], columns: int | None) -> str:
    parts = [_conflict(conflict, marked, columns) for conflict, marked in found.items()]
    return "\n\n".join([wrapped(f"{len(found)} conflicts. {texts.CONFLICTS}", columns), *parts])


def _topics(report: Report) -> list[tuple[str, str]]:
    return [
        (f"{topic.asked}", f"{topic.named} ({texts.REASONS[topic.reason]}{_more(len(topic.questions))})")
        for topic in report.declines.topics[:SHOWN_AT_MOST]
    ]


def _more(wordings: int) -> str:
    return f", {wordings} wordings" if wordings > 1 else ""


def _conflict(conflict: Conflict, marked: Marked | None, columns: int | None) -> str:
    state = f"{texts.MARKS[marked.mark]}, {marked.by}: {marked.note}" if marked else "nobody has decided"
    lines = [wrapped(f"{conflict.id}  {conflict.topic} ({texts.FOUND[conflict.found]}; {state})", columns)]
    lines += [wrapped(f"{stand.guide_id}: {stand.value}", columns, "    ") for stand in conflict.stands]
    return "\n".join([*lines, *([wrapped(conflict.why, columns, "    ")] if conflict.why else [])])


def _agreement(report: Report) -> str:
    return " ".join([*_agreed(report), texts.AGREEMENT])


def _agreed(report: Report) -> Iterator[str]:
    for name, found in report.agreement.items():
        if found.raw is not None:
            ac1 = f"AC1 {numbers.coefficient(found.ac1)}"
            ac1 += f" ({numbers.coefficient(found.low)} to {numbers.coefficient(found.high)})"
            kappa = f"{found.kappa_of}’s κ {numbers.coefficient(found.kappa)}"
            named = name.replace("_", " ")
            yield f"Reviewers agree on {named}: {numbers.percent(found.raw)} of {found.items}, {ac1}, {kappa}."


def _machine(report: Report) -> str:
    precision, recall = report.machine.precision, report.machine.recall
    told = f"The check: precision {numbers.share(precision)} ({numbers.interval(precision)}), "
    return f"{told}recall {numbers.share(recall)} ({numbers.interval(recall)}). {texts.MACHINE}"


def _asked(report: Report) -> str:
    """Volume week by week, and thumbs."""
    volume, opinions = report.volume, report.opinions
    weeks = ", ".join(f"{week}: {count}" for week, count in volume.by_week.items())
    told = f"{volume.total:,} questions in {numbers.noun(volume.conversations, 'conversation')}, by week: {weeks}. "
    thumbs = f"Thumbs: {opinions.helpful} up, {opinions.unhelpful} down. "
    return f"{told}{texts.VOLUME} {thumbs}{texts.OPINIONS}"


def _price(report: Report) -> str:
    """What more judging would buy, at the share found, or at nine in ten."""
    share = report.figures.random.answers[Question.RIGHT].share
    share = 0.9 if share is None else min(max(share, 0.5), 0.98)
    bought = ", ".join(f"{price.judgements}: {100 * price.width:.0f}" for price in prices(share))
    told = f"Judgements at random and the width of the interval in points, where {numbers.percent(share)} are right: "
    return f"{told}{bought}. Ten points take {needed(0.1, share)} judgements, five {needed(0.05, share)}."
