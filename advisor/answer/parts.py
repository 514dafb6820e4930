"""Lays an answer out in parts, each with a short lead-in: what is told once is not told again."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from advisor.answer.draft import Draft, Part, cell_claim
from advisor.answer.evidence import Evidence, Piece, Reader, Section
from advisor.answer.rank import rank
from advisor.answer.select import choose
from advisor.answer.stance import says_yes_or_no
from advisor.domain import Claim
from advisor.question.understood import Understood

_ANSWERS_ANOTHER = -0.15  # a sentence that begins with yes or no answers a question of its own
_SPOKEN = {Section.BODY, Section.CAVEAT}


@dataclass
class Parts:
    """Collects the claims of a draft; a part for which nothing is found is left out."""

    reader: Reader
    claims: list[Claim] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    said: list[Piece] = field(default_factory=list)

    def add(self, lead: str, ranked: Sequence[Evidence], *, most: int = 1, words: int = 45) -> list[Evidence]:
        """The best of these that is not said yet, after a lead-in; without one they open the answer."""
        fresh = [e for e in ranked if all(e.piece.citation != piece.citation for piece in self.said)]
        chosen = choose(fresh, most=most, words=words, said=self.said)
        places = range(len(self.claims), len(self.claims) + len(chosen))
        self.claims += [cell_claim(e.piece, self.reader.lexicon) for e in chosen]
        self.said += [e.piece for e in chosen]
        if lead and chosen:
            self.parts.append(Part(lead, tuple(places)))
        return chosen

    def draft(self, *, lead: str = "", recommended: str | None = None) -> Draft:
        return Draft(claims=tuple(self.claims), lead=lead, parts=tuple(self.parts), recommended_role=recommended)


def on_role(
    role: str, attributes: Sequence[str], query: str, asked: Understood, reader: Reader, *, first: bool = False
) -> list[Evidence]:
    """What tells one of these attributes of the role alone, nearest to the query first; `first`: it may name others."""
    wanted = replace(asked, roles=(role,), attributes=tuple(attributes), previous=None)
    ranked = [
        replace(e, score=e.score + _ANSWERS_ANOTHER * says_yes_or_no(e.piece.plain))
        for e in rank(wanted, reader, query=query)
        if tells(e.piece, attributes) and spoken_of(e.piece, reader)[: 1 if first else None] == [role]
    ]
    return sorted(ranked, key=lambda e: -e.score)


def tells(piece: Piece, attributes: Sequence[str]) -> bool:
    """Whether a piece stands alone, is about the work and not the guide, and tells one of these attributes."""
    about = {*piece.attributes, *piece.heading_attributes}
    return piece.section in _SPOKEN and not piece.is_fragment and bool(about & set(attributes))


def spoken_of(piece: Piece, reader: Reader) -> list[str]:
    """The roles of a piece that the library is about, in the order they are named."""
    return [role for role in piece.roles if role in reader.lexicon.covered]
