"""Records to take away: one HTML file that stands on its own, CSV and lines of JSON. Pure; nobody's words are trusted.

All three hold the question, as it was asked and as it was understood, the answer, its claims with verdicts, the quoted
passages with dates, the reviews, and each record's seal in the chain.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from advisor.audit.review import ClaimReview, Review
from advisor.domain import Answer, CheckedClaim
from advisor.serial import to_dict
from ui.audit_numbers import noun
from ui.cards import joined
from ui.compare_csv import BOM, safe
from ui.own_file import own_file
from ui.terminal import as_json
from ui.transcript import turn

STYLES = ("tokens.css", "transcript.css", "take-away.css")
COLUMNS = (
    "record", "asked at", "origin", "kind", "declined because", "question", "question as understood", "answer",
    "release", "claim", "basis", "verdict", "reason", "guides", "dates", "passages", "quotes", "claim judged",
    "right", "complete", "could harm", "rightly declined", "comments", "seal",
)  # fmt: skip
_YES = {True: "yes", False: "no", None: "open"}


@dataclass(frozen=True, slots=True)
class Kept:
    """One record as it is taken away; `seal` is its keyed hash in the chain."""

    answer: Answer
    reviews: tuple[Review, ...] = ()
    seal: str = ""


def as_jsonl(records: Sequence[Kept]) -> str:
    """A line for each record."""
    lines = (
        {"answer": to_dict(kept.answer), "reviews": [to_dict(r) for r in kept.reviews], "seal": kept.seal}
        for kept in records
    )
    return "".join(as_json(line, "utf-8") + "\n" for line in lines)


def as_csv(records: Sequence[Kept]) -> str:
    """A line for each claim; of an answer without one, a line without one. No cell can start a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for kept in records:
        for place, claim in enumerate(kept.answer.claims or (None,)):
            writer.writerow([safe(cell) for cell in _line(kept, place, claim)])
    return BOM + out.getvalue()


def as_html(title: str, records: Sequence[Kept], site: str = "") -> str:
    """Links to guides lead to `site`; without one they are left out."""
    about = Markup('<h1>{}</h1><p class="about">{}</p>').format(
        title, f"{noun(len(records), 'record')}, with what the check and reviewers said, and each record’s seal."
    )
    page = own_file(title, about + joined(_record(kept) for kept in records), STYLES)
    return page.replace('href="/', f'href="{Markup.escape(site)}/' if site else 'data-was="/')


def _line(kept: Kept, place: int, claim: CheckedClaim | None) -> Iterator[str]:
    answer = kept.answer
    yield from (answer.record_id, answer.asked_at, answer.origin.value, answer.kind.value)
    yield answer.declined.reason.value if answer.declined else ""
    yield from (answer.question, answer.standalone_question, answer.answer, answer.release)
    yield from (claim.text, claim.basis.value, claim.verdict.value, claim.reason) if claim else ("", "", "", "")
    cited = [source for source in answer.citations if claim and source.n in claim.citations]
    yield "; ".join(source.guide_title for source in cited)
    yield "; ".join(source.updated or "undated" for source in cited)
    yield "; ".join(source.passage_id for source in cited)
    yield " | ".join(source.quote for source in cited)
    said = ((review.reviewer, found) for review in kept.reviews for found in review.claims if found.place == place)
    yield "; ".join(f"{name}: {_judged(found)}" for name, found in said) if claim else ""
    for question in ("right", "complete", "harmful", "rightly_declined"):
        yield "; ".join(f"{review.reviewer}: {_YES[getattr(review, question)]}" for review in kept.reviews)
    yield "; ".join(f"{review.reviewer}: {review.comment}" for review in kept.reviews if review.comment)
    yield kept.seal


def _judged(claim: ClaimReview) -> str:
    return f"{claim.judgement.value} ({claim.reason})" if claim.reason else claim.judgement.value


def _record(kept: Kept) -> Markup:
    return Markup(
        '<section class="record" id="{}">{}{}{}<p class="seal">Record {} · seal <code>{}</code></p></section>'
    ).format(
        kept.answer.record_id, turn(kept.answer), _claims(kept), _reviews(kept), kept.answer.record_id, kept.seal or "–"
    )


def _claims(kept: Kept) -> Markup:
    if not kept.answer.claims:
        return Markup()
    row = Markup("<tr><td>{}</td><td>{}</td><td>{}</td></tr>")
    rows = joined(
        row.format(claim.text, f"{claim.verdict.value}: {claim.reason}", _said_of(kept, place))
        for place, claim in enumerate(kept.answer.claims)
    )
    return Markup(
        '<details class="claims"><summary>Claims</summary><table><thead><tr><th scope="col">Claim</th>'
        '<th scope="col">Check</th><th scope="col">Reviewers</th></tr></thead><tbody>{}</tbody></table></details>'
    ).format(rows)


def _said_of(kept: Kept, place: int) -> str:
    said = [(r.reviewer, claim) for r in kept.reviews for claim in r.claims if claim.place == place]
    return "; ".join(f"{name}: {_judged(claim)}" for name, claim in said) or "not opened"


def _reviews(kept: Kept) -> Markup:
    item = Markup("<li><strong>{}</strong>, {} ({}): {}.{}</li>")
    items = joined(
        item.format(r.reviewer, r.at[:10], r.stratum.value, _told(r), f" {r.comment}" if r.comment else "")
        for r in kept.reviews
    )
    return Markup('<ul class="reviews">{}</ul>').format(items) if items else Markup()


def _told(review: Review) -> str:
    told = (
        ("right", review.right), ("complete", review.complete), ("could harm", review.harmful),
        ("rightly declined", review.rightly_declined),
    )  # fmt: skip
    return ", ".join(f"{name}: {_YES[said]}" for name, said in told if said is not None) or "left open"
