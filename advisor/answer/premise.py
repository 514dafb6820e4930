"""Puts a question's premise right: a figure that guides give to another role, or a claim that a guide denies."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answer.draft import claim_of
from advisor.answer.evidence import Evidence, Piece, Reader, Section
from advisor.answer.rank import rank
from advisor.domain import Basis, Claim
from advisor.question.understood import Understood
from advisor.text import figures, normalise, telling_figures

_TAKEN_FOR_GRANTED = re.compile(
    r"^(?:and |but |so |ok,? )?(?:since|as|because|given that|considering that|seeing that|if|now that) "
    r"(?P<said>[^,?]{10,120}), "
    r"|^(?P<tagged>.{10,120}?),? (?:right|correct|isn't it|aren't they|don't they|doesn't it|is it true|true)\?"
)
_DENIES = re.compile(r"^(?:no|not)\b")
_AFFIRMS = re.compile(r"^yes\b|^(?!no\b)(?!.*\b(?:not|never|no|without)\b).*\bdo(?:es)? ")
_NEGATED = re.compile(r"\b(?:no|not|never|nobody|nothing|none)\b|n't\b")
_NEAR = 0.6  # cosine
_OF_BOTH, _IN_ORDER = 0.1, 0.1


def put_right(asked: Understood, ranked: Sequence[Evidence], reader: Reader) -> list[Claim]:
    """What the guides do say, where the question takes something for granted that they do not bear out."""
    return _figure_of_another(asked, ranked, reader) or _denied(asked, reader)


def _figure_of_another(asked: Understood, ranked: Sequence[Evidence], reader: Reader) -> list[Claim]:
    """No guide gives the figure to the role asked about; whose it is, and what the role's own is in the same table."""
    wanted = telling_figures(asked.asked)
    if len(asked.roles) != 1 or not wanted:
        return []
    role, attributes = asked.roles[0], () if asked.guessed else asked.attributes
    holding = [e for e in ranked if wanted & e.piece.figures and e.piece.roles and _told(e.piece, attributes)]
    owners = {e.piece.roles[0] for e in holding if len(e.piece.roles) == 1}
    cells = [cell for cell in reader.fact_pieces(reader.lexicon.covered, attributes) if wanted & cell.figures]
    owners |= {cell.fact.role for cell in cells if cell.fact}
    if not owners or role in owners:
        return []
    names = reader.lexicon.role_names
    other = " and the ".join(names.get(r, r) for r in sorted(owners))
    no_guide = f"No guide gives that figure for the {names.get(role, role)}; it belongs to the {other}."
    told = [claim_of(piece, reader.lexicon) for piece in _whose(holding, cells, owners, role)]
    return [Claim(no_guide, Basis.ABSENT), *told, *_own(role, cells, wanted, told, reader)]


def _whose(holding: Sequence[Evidence], cells: Sequence[Piece], owners: set[str], role: str) -> list[Piece]:
    """The sentence that says best whose the figure is: of these roles, best together with the one asked about."""
    known = [e for e in holding if e.piece.fact is None and owners & set(e.piece.roles)]
    known = [e for e in known if set(e.piece.roles) <= owners | {role}]
    best = max(known, key=lambda e: e.score + _OF_BOTH * (role in e.piece.roles), default=None)
    return [best.piece] if best else list(cells[:1])


def _own(
    role: str, cells: Sequence[Piece], wanted: frozenset[float | str], told: Sequence[Claim], reader: Reader
) -> list[Claim]:
    """What stands for the role itself in the row of the other's figure, unless that was told with it."""
    rows = {cell.passage.id for cell in cells}
    own = [cell for cell in reader.fact_pieces((role,), ()) if cell.passage.id in rows]
    said = frozenset().union(*(figures(claim.text) for claim in told))
    return [claim_of(cell, reader.lexicon) for cell in own[:1] if not cell.figures or cell.figures - said]


def _denied(asked: Understood, reader: Reader) -> list[Claim]:
    """What a guide says against just what the question takes for granted: a no, or a yes where that was denied."""
    match = _TAKEN_FOR_GRANTED.search(normalise(asked.asked))
    said = match and (match["said"] or match["tagged"])
    if not said:
        return []
    plain = replace(asked, asked=said, standalone=said, previous=None)
    near = [e for e in rank(plain, reader, query=said) if e.similarity >= _NEAR and e.piece.section is Section.BODY]
    against = _AFFIRMS if _NEGATED.search(said) else _DENIES
    denying = [e for e in near[:3] if against.search(e.piece.plain)]
    return [claim_of(e.piece, reader.lexicon) for e in denying[:1]]


def _told(piece: Piece, attributes: Sequence[str]) -> bool:
    return not attributes or bool(set(attributes) & {*piece.attributes, *piece.heading_attributes})
