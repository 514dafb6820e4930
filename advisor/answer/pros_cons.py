"""What speaks for a role and what against it: a guide's own list of pros and cons, else what guides argue."""

import re
from collections.abc import Sequence

from advisor.answer.compare import roles_to_compare
from advisor.answer.draft import Draft, Row, cell_claim
from advisor.answer.evidence import Evidence, Piece, Reader
from advisor.answer.parts import Parts, on_role
from advisor.answer.stance import argues_against, is_rule
from advisor.domain import Claim
from advisor.question.understood import Understood
from advisor.text import figures, normalise

_FOR = re.compile(r"\b(?:pros?|advantages?|benefits?|upsides?|strengths?|plus(?:es)?|speaks for)\b")
_AGAINST = re.compile(r"\b(?:cons?|disadvantages?|drawbacks?|downsides?|weakness(?:es)?|risks?|minus(?:es)?|against)\b")
_TOLD_ELSEWHERE = ("pros-cons", "fit", "entry-barrier", "learning-effort", "definition")
_SIDES = (("Pros", _FOR), ("Cons", _AGAINST))


def pros_and_cons(asked: Understood, reader: Reader) -> Draft | None:
    """Both sides of one role in parts, of several in a table; None where the guides tell only one side."""
    roles = [role for role in roles_to_compare(asked, reader) if role in reader.lexicon.covered]
    if len(asked.roles) == 1 and asked.roles[0] in roles:
        return _of_one(asked.roles[0], asked, reader)
    return _side_by_side(roles, reader) if len(roles) > 1 else None


def _of_one(role: str, asked: Understood, reader: Reader) -> Draft | None:
    parts = Parts(reader)
    own = on_role(role, _TOLD_ELSEWHERE, asked.asked, asked, reader)
    for name, form in _SIDES:
        before, cells = len(parts.parts), _listed((role,), form, reader)
        argued = [e for e in own if e.piece.fact is None and _argues(e.piece, for_it=form is _FOR)]
        if cells:
            parts.add(f"**{_heading(cells, name)}:**", [Evidence(cell, 1.0, 1.0) for cell in cells], most=2, words=60)
            parts.add(f"**More {name.lower()}:**", argued)
        else:
            parts.add(f"**{name}:**", argued, most=2, words=60)
        if len(parts.parts) == before:
            return None  # one side alone is no weighing up
    return parts.draft()


def _side_by_side(roles: Sequence[str], reader: Reader) -> Draft | None:
    """A row for each side, as the guides label it."""
    claims: list[Claim] = []
    rows: list[Row] = []
    for name, form in _SIDES:
        cells = [_listed((role,), form, reader)[:1] for role in roles]
        if not all(cells):
            return None
        placed = []
        for (cell,) in cells:
            placed.append((len(claims),))
            claims.append(cell_claim(cell, reader.lexicon))
        rows.append(Row(_heading(cells[0], name), tuple(placed)))
    columns = tuple(reader.lexicon.role_names[role] for role in roles)
    return Draft(claims=tuple(claims), columns=columns, rows=tuple(rows))


def _listed(roles: Sequence[str], form: re.Pattern[str], reader: Reader) -> list[Piece]:
    """Cells of the guides' tables whose label is this side of the matter."""
    cells = reader.fact_pieces(roles, ())
    return [cell for cell in cells if cell.fact and form.search(normalise(cell.fact.label))]


def _heading(cells: Sequence[Piece], name: str) -> str:
    """The guide's label, for it says for whom; ours where it holds a figure, which nothing here would cite."""
    label = cells[0].fact.label if cells[0].fact else name
    return name if figures(label) else label


def _argues(piece: Piece, *, for_it: bool) -> bool:
    against = argues_against(piece.plain)
    return is_rule(piece.plain) and not against if for_it else against
