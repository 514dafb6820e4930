"""The monthly report as one page that a head can sign: self-contained, no script, escaped, fit for paper. Pure."""

from markupsafe import Markup

from advisor.audit.interval import Rate
from advisor.audit.judged import Question
from advisor.audit.month import Report
from ui import audit_numbers as numbers
from ui import audit_report_parts as parts
from ui import audit_texts as texts
from ui.cards import joined
from ui.own_file import own_file

STYLES = ("tokens.css", "audit-report.css")


def report_file(report: Report) -> str:
    """The whole file."""
    title = f"Audit report, {numbers.named(report.period)}"
    return own_file(title, report_body(report), STYLES)


def report_body(report: Report) -> Markup:
    """What stands on the page, for a file and for the site."""
    return joined(
        [
            _head(report),
            _rates(report),
            Markup('<div class="two">{}{}</div>').format(_sample(report), _agreement(report)),
            Markup('<div class="two">{}{}</div>').format(parts.asked(report), parts.library(report)),
            Markup('<div class="two events">{}{}</div>').format(parts.incidents(report), parts.changed(report)),
            _signed(report),
        ]
    )


def _head(report: Report) -> Markup:
    return Markup(
        '<header><p class="kicker">Audit report</p><h1>{}</h1><p class="about">Made on {}. Library release {}. '
        '{}.{}</p><p class="verdict">{}</p></header>'
    ).format(
        numbers.named(report.period),
        numbers.day(report.made_on),
        report.release,
        _reviewers(report),
        " The period is not over." if report.made_on <= report.period.last else "",
        in_short(report),
    )


def in_short(report: Report) -> str:
    """What can be said of the period, in two sentences."""
    right, complete = (report.figures.random.answers[q] for q in (Question.RIGHT, Question.COMPLETE))
    if right.share is None:
        return "No answer drawn at random was judged: nothing can be said of all answers in this period."
    told = f"Of {numbers.noun(right.judged, 'answer')} drawn at random and judged, {numbers.percent(right.share)} were"
    told += f" right: of all answers, {numbers.interval(right)} with 95 % confidence."
    if complete.share is not None:
        told += f" Complete: {numbers.percent(complete.share)} ({numbers.interval(complete)})."
    return told


def _reviewers(report: Report) -> str:
    names = report.figures.reviewers
    return f"Judged by {', '.join(names)}" if names else "Judged by nobody yet"


def _rates(report: Report) -> Markup:
    random = report.figures.random
    rows = [(texts.QUESTIONS[q], random.answers[q], "answers", texts.MEANING[q]) for q in Question]
    rows.append((texts.CLAIMS, random.claims, "claims", texts.CLAIMS_MEANING))
    return Markup(
        '<section><h2>What the sample says of all answers</h2><table class="rates"><thead><tr>'
        '<th scope="col">Share</th><th scope="col" class="n">of those judged</th>'
        '<th scope="col" class="n">of all, 95 % interval</th><th scope="col" class="n">judged</th>'
        '<th scope="col">What it means</th></tr></thead><tbody>{}</tbody></table><p class="limits">{}</p></section>'
    ).format(joined(_rate(*row) for row in rows), texts.METHOD)


def _rate(name: str, rate: Rate, of_what: str, meaning: str) -> Markup:
    judged = f"{rate.judged} in {rate.answers} answers" if of_what == "claims" else f"{rate.judged}"
    return Markup(
        '<tr><th scope="row">{}</th><td class="n big">{}</td><td class="n">{}{}</td><td class="n">{}</td>'
        '<td class="limits">{}</td></tr>'
    ).format(name, numbers.share(rate), numbers.interval(rate), _bar(rate), judged if rate.judged else "0", meaning)


def _bar(rate: Rate) -> Markup:
    """The interval as a picture, beside its figures."""
    if rate.share is None:
        return Markup()
    return Markup(
        '<svg class="bar" width="100%" height="8" aria-hidden="true"><line x1="0" x2="100%" y1="4" y2="4"/>'
        '<rect x="{:.1f}%" width="{:.1f}%" y="1" height="6" rx="3"/><circle cx="{:.1f}%" cy="4" r="3"/></svg>'
    ).format(rate.low * 100, max(rate.high - rate.low, 0.01) * 100, rate.share * 100)


def _sample(report: Report) -> Markup:
    figures = report.figures
    rows = [
        ("Drawn at random and judged", numbers.noun(figures.random.sample, "answer")),
        ("of these with claims opened", f"{figures.random.opened}"),
        ("Judged because at risk", numbers.noun(figures.risk.sample, "answer")),
        ("of these right", numbers.count(figures.risk.answers[Question.RIGHT])),
        ("of these could harm", numbers.count(figures.risk.answers[Question.HARMFUL])),
        ("claims of these supported", numbers.count(figures.risk.claims)),
        ("Picked by a reviewer", numbers.noun(figures.picked.sample, "answer")),
    ]
    return parts.listing("Sample", rows, texts.RISK)


def _agreement(report: Report) -> Markup:
    rows = []
    for name, title in (("right", "Right"), ("complete", "Complete"), ("harmful", "Could harm"), ("claims", "Claims")):
        found = report.agreement[name]
        if found.raw is not None:
            ac1, kappa = numbers.coefficient(found.ac1), numbers.coefficient(found.kappa)
            of = f"{numbers.percent(found.raw)} of {found.items}; AC1 {ac1}"
            rows.append((f"Reviewers agree: {title.lower()}", f"{of}, {found.kappa_of}’s κ {kappa}"))
    rows = rows or [("Reviewers agree", "no answer was judged twice")]
    machine = report.machine
    for name, rate in (("Check: precision", machine.precision), ("Check: recall", machine.recall)):
        rows.append((name, f"{numbers.share(rate)} ({numbers.interval(rate)})" if rate.judged else numbers.NOTHING))
    return parts.listing("How sure the judgements are", rows, f"{texts.AGREEMENT} {texts.MACHINE}")


def _signed(report: Report) -> Markup:
    """Signed by name, or with a line to sign on."""
    name = report.signed_by or Markup("&nbsp;")
    day = numbers.day(report.made_on) if report.signed_by else Markup("&nbsp;")
    return Markup(
        '<footer><dl class="head"><dt>Ledger head</dt><dd><code>{}</code></dd></dl><p class="limits">{}</p>'
        '<div class="sign"><p><span>{}</span>Signed by</p><p><span>{}</span>on</p></div></footer>'
    ).format(report.head or numbers.NOTHING, texts.HEAD, name, day)
