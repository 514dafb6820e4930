"""What a writer hands over: claims and how they are laid out, before anything is checked."""

from dataclasses import dataclass

from advisor.answer.evidence import Piece
from advisor.domain import Basis, Claim, Declined, Kind
from advisor.points import Point
from advisor.question.mentions import Lexicon


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its label, and for each column the places of its claims in `Draft.claims`."""

    label: str
    cells: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text with a lead-in of its own; it is left out where none of its claims is shown."""

    lead: str
    claims: tuple[int, ...]  # places in `Draft.claims`


@dataclass(frozen=True, slots=True)
class Draft:
    """Claims in the order they are said: in text, after the lead-in of a part, or in a table."""

    kind: Kind = Kind.ANSWER
    claims: tuple[Claim, ...] = ()
    lead: str = ""  # framing before the claims: few words, no figure
    middle: str = ""  # framing between the first claim and the rest
    parts: tuple[Part, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    declined: Declined | None = None
    recommended_role: str | None = None
    choices: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()  # on which the guides differ


def claim_of(piece: Piece, lexicon: Lexicon) -> Claim:
    """The piece in its own words; a table cell or a short list item is named by its role and what it stands under."""
    label, role = _label(piece), (piece.fact.role if piece.fact else piece.roles[0] if len(piece.roles) == 1 else "")
    if not label or not role:
        return Claim(piece.text, Basis.QUOTE, (piece.citation,))
    return Claim(f"{lexicon.role_names.get(role, role)} – {label}: {piece.text}", Basis.QUOTE, (piece.citation,))


def _label(piece: Piece) -> str:
    """The row's label, or the section of a list item that is no sentence; empty for what stands alone."""
    if piece.fact:
        return piece.fact.label
    return piece.passage.heading[0] if piece.is_fragment and piece.passage.heading else ""


def cell_claim(piece: Piece, lexicon: Lexicon) -> Claim:
    """The same for a cell of a table of ours: only the value is shown, row and column say the rest."""
    claim = claim_of(piece, lexicon)
    return Claim(claim.text, claim.basis, claim.citations, shown=piece.text if claim.text != piece.text else "")
