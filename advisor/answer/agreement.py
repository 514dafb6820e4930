"""Writes what a point holds: who agrees, all citations merged; or the positions side by side, and why they differ."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from advisor.answer.about_guides import name_of
from advisor.answer.draft import Draft
from advisor.answer.evidence import Reader
from advisor.answer.origins import voices
from advisor.domain import Basis, Citation, Claim, Guide, Kind
from advisor.interfaces import Library
from advisor.points import Point, PointKind, Side
from advisor.question.understood import Understood
from advisor.text import normalise

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_QUOTES = 2  # beside the counted sentence, where guides agree
_BRIEF = 60  # words of a line that is added to another answer


def on_point(point: Point, reader: Reader, nearest: Sequence[Claim] = ()) -> Draft:
    """The answer in short, then the guides' words: where they agree, the `nearest` to the question if there are any."""
    if point.kind is PointKind.AGREE:
        return Draft(claims=(_agreed(point, reader), *(nearest[:_QUOTES] or _best_quotes(point, reader))))
    claims = [
        Claim(point.says, Basis.COUNTED, point.citations),
        *(_position(side, reader) for side in point.sides),
        *([Claim(f"Why they differ, as we read them: {point.because}", Basis.COUNTED, point.citations)]
          if point.because else []),
    ]  # fmt: skip
    return Draft(claims=tuple(claims), points=(point,))


def with_difference(draft: Draft, point: Point, reader: Reader) -> Draft:
    """Another answer with one line on how the guides differ, where that can be said briefly."""
    told = "; ".join(named_value(side, reader.library) for side in point.sides)
    if draft.kind is not Kind.ANSWER or len(told.split()) > _BRIEF:
        return draft
    line = Claim(f"Guides differ on this: {told}.", Basis.COUNTED, point.citations)
    return replace(draft, claims=(*draft.claims, line), points=(point,))


def named_value(side: Side, library: Library) -> str:
    """A position in our words, with the guides that hold it."""
    return f"{_listed(map(name_of, _guides(side.citations, library)))}: {side.value}"


def in_play(point: Point, draft: Draft, asked: Understood) -> bool:
    """Whether an answer is about what the point is about: it cites a passage of it, on the same roles."""
    cited = {citation.passage_id for claim in draft.claims for citation in claim.citations}
    told = {citation.passage_id for citation in point.citations}
    same_roles = not asked.roles or not point.roles or set(point.roles) == set(asked.roles)
    return point.kind is PointKind.DIFFER and same_roles and bool(cited & told)


def _agreed(point: Point, reader: Reader) -> Claim:
    guides = _guides(point.citations, reader.library)
    apart = voices(guides)
    names = _listed(map(name_of, guides))
    number = _NUMBERS[len(apart)] if len(apart) < len(_NUMBERS) else "Many"
    repeats = "; of those that repeat one another one is counted" if len(apart) < len(guides) else ""
    return Claim(f"{number} guides agree ({names}{repeats}): {point.says}", Basis.COUNTED, point.citations)


def _best_quotes(point: Point, reader: Reader) -> list[Claim]:
    """The words of two guides, in the order in which they were put down."""
    chosen: dict[str, Claim] = {}
    for citation in point.citations:
        chosen.setdefault(reader.library.passages[citation.passage_id].guide_id, _quoted(citation, reader))
    return list(chosen.values())[:_QUOTES]


def _position(side: Side, reader: Reader) -> Claim:
    """The words of the one guide that holds it; of several guides what they have in common."""
    if len(_guides(side.citations, reader.library)) == 1:
        return _quoted(side.citations[0], reader)
    return Claim(f"{named_value(side, reader.library)}.", Basis.COUNTED, side.citations)


def _quoted(citation: Citation, reader: Reader) -> Claim:
    """The quote, its guide named before it where it does not name it itself."""
    name = name_of(_guides((citation,), reader.library)[0])
    named = reader.lexicon.guides.find(normalise(citation.quote))
    return Claim(citation.quote, Basis.QUOTE, (citation,), shown="" if named else f"{name}: {citation.quote}")


def _guides(citations: Iterable[Citation], library: Library) -> list[Guide]:
    return [library.guides[key] for key in dict.fromkeys(library.passages[c.passage_id].guide_id for c in citations)]


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
