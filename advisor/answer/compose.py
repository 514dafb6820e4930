"""From a draft and its verdicts to the answer a person reads: numbering, Markdown, caveats. Checks nothing itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from advisor.answer.agreement import named_value
from advisor.answer.draft import Draft
from advisor.domain import (
    Basis,
    CheckedClaim,
    Citation,
    Disagreement,
    Guide,
    GuideKind,
    Position,
    Source,
    Support,
    Verdict,
)
from advisor.interfaces import Library
from advisor.points import Point
from advisor.text import figures

SHOWN = {Support.SUPPORTED, Support.PARTLY}
_OWN_FIGURES = {Basis.LIBRARY, Basis.COUNTED}  # their figures are no guide's
_SHORT = 60  # words
_BULLETS_FROM = 4  # with fewer sentences an answer is one paragraph


@dataclass(frozen=True, slots=True)
class Composed:
    """The parts of an answer that come from the draft."""

    answer: str
    claims: tuple[CheckedClaim, ...]
    dropped: tuple[CheckedClaim, ...]
    citations: tuple[Source, ...]
    caveats: tuple[str, ...]
    disagreements: tuple[Disagreement, ...] = ()


def compose(draft: Draft, verdicts: Sequence[Verdict], library: Library, *, strike: bool, notice: str = "") -> Composed:
    numbers = _Numbers(library)
    checked: list[CheckedClaim | None] = []
    dropped: list[CheckedClaim] = []
    for claim, verdict in zip(draft.claims, verdicts, strict=True):
        kept = verdict.support in SHOWN
        cited = tuple(dict.fromkeys(numbers.of(c) for c in claim.citations)) if kept else ()
        done = CheckedClaim(
            claim.text, claim.shown, claim.basis, cited, verdict.support, verdict.reason, round(verdict.score, 4)
        )
        checked.append(done if kept else None)
        if not kept:
            dropped.append(done)
    claims = tuple(c for c in checked if c is not None)
    disagreements = tuple(_disagreement(point, numbers, library) for point in draft.points)
    caveats = _caveats(claims, numbers.sources, library.guides)
    parts = [
        notice,
        draft.lead,
        *_body(draft, checked),
        _struck(dropped) if strike else "",
        *(f"_{caveat}_" for caveat in caveats),
    ]
    return Composed(
        "\n\n".join(p for p in parts if p), claims, tuple(dropped), tuple(numbers.sources), caveats, disagreements
    )


def _disagreement(point: Point, numbers: "_Numbers", library: Library) -> Disagreement:
    """Each position in a few words, its guides named, with the numbers of its sources."""
    positions = (
        Position(named_value(side, library), tuple(dict.fromkeys(map(numbers.of, side.citations))))
        for side in point.sides
    )
    return Disagreement(point.topic, tuple(positions))


def _body(draft: Draft, checked: Sequence[CheckedClaim | None]) -> list[str]:
    placed = {place for row in draft.rows for cell in row.cells for place in cell}
    placed |= {place for part in draft.parts for place in part.claims}
    lines = [_line(c) for place, c in enumerate(checked) if c is not None and place not in placed]
    parts = _paragraphs(lines, draft.middle)
    for part in draft.parts:
        told = [_line(c) for c in (checked[place] for place in part.claims) if c is not None]
        parts += [f"{part.lead} {' '.join(told)}"] if told else []
    if draft.rows:
        parts.append(_table(draft, checked))
    return parts


def _paragraphs(lines: Sequence[str], middle: str) -> list[str]:
    """The verdict first; what follows in the same paragraph if short, else as a list."""
    if middle:
        return [middle, *_paragraphs(lines, "")]
    if len(lines) < _BULLETS_FROM or sum(len(line.split()) for line in lines) < _SHORT:
        return [" ".join(lines)]
    return [lines[0], "\n".join(f"- {line}" for line in lines[1:])]


def _table(draft: Draft, checked: Sequence[CheckedClaim | None]) -> str:
    head = f"| | {' | '.join(draft.columns)} |\n|---|{'---|' * len(draft.columns)}"
    lines = [head]
    for row in draft.rows:
        cells = [
            "; ".join(_cell(checked[place]) for place in cell if checked[place]) or "no guide says"
            for cell in row.cells
        ]
        lines.append(f"| {row.label} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(claim: CheckedClaim | None) -> str:
    assert claim is not None
    return _marked((claim.shown or claim.text).rstrip("."), claim)


def _line(claim: CheckedClaim) -> str:
    text = claim.shown or claim.text
    return _marked(text if text.endswith((".", "!", "?")) else f"{text}.", claim)


def _marked(text: str, claim: CheckedClaim) -> str:
    markers = "".join(f"[{n}]" for n in claim.citations)
    return f"{text} {markers}" if markers else text


def _struck(dropped: Sequence[CheckedClaim]) -> str:
    return "\n".join(f"- ~~{claim.text}~~ (not shown as fact: {claim.reason})" for claim in dropped)


def _caveats(claims: Sequence[CheckedClaim], sources: Sequence[Source], guides: Mapping[str, Guide]) -> tuple[str, ...]:
    """Said once for an answer: figures from guides without a date."""
    numbers = {
        n for claim in claims if claim.basis not in _OWN_FIGURES and figures(claim.text) for n in claim.citations
    }
    undated = dict.fromkeys(s.publisher or s.guide_title for s in sources if s.n in numbers and not s.updated)
    return (f"Undated: {', '.join(undated)}.",) if undated else ()


class _Numbers:
    """Gives each cited quote its number, in the order of first mention."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[Citation, int] = {}
        self.sources: list[Source] = []

    def of(self, citation: Citation) -> int:
        if citation not in self._known:
            self._known[citation] = len(self.sources) + 1
            self.sources.append(source_of(citation, len(self.sources) + 1, self._library))
        return self._known[citation]


def source_of(citation: Citation, n: int, library: Library) -> Source:
    """The citation with its evidence frozen."""
    passage = library.passages[citation.passage_id]
    guide = library.guides[passage.guide_id]
    place = urlencode({"release": library.release, "start": citation.start, "end": citation.end})
    return Source(
        n=n, passage_id=passage.id, guide_id=guide.id, guide_kind=GuideKind(guide.kind), guide_title=guide.title,
        publisher=guide.publisher, url=guide.url, updated=guide.updated or guide.published,
        heading=" › ".join(passage.heading), context=passage.context, quote=citation.quote, start=citation.start,
        end=citation.end, passage=passage.text, passage_start=passage.start, release=library.release,
        guide_page=f"/guides/{guide.id}?{place}", author=guide.author, reviewed_by=guide.reviewed_by,
        digested_by=guide.digested_by, digested_on=guide.digested_on,
        note=library.notes.get(passage.id) or library.notes.get(guide.id, ""),
    )  # fmt: skip
