"""Works out how far two roles are apart, or how wide a range is, from cells of one row; every operand is cited."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.answer.evidence import Piece, Reader
from advisor.domain import Basis, Claim
from advisor.question.understood import Understood
from advisor.text import normalise

_DISTANCE = re.compile(
    r"\b(?:how far|by how (?:much|many)|how much (?:more|less|higher|lower)|how many (?:percentage |percent )?points"
    r"|differences?|diff|gap|distance|apart)\b"
)
_WIDTH = re.compile(
    r"\bhow wide\b|\b(?:width|spread|span)\b"
    r"|\b(?:top|ceiling|high\w*|max\w*) (?:minus|less) (?:the )?(?:bottom|floor|low\w*|min\w*)"
    r"|\bfrom (?:the )?(?:bottom|floor|low\w*) to (?:the )?(?:top|ceiling|high\w*)"
)
_SHARE = re.compile(r"(?P<value>\d+(?:\.\d+)?) ?%")
_TOP = re.compile(r"\b(?:top|ceilings?|max(?:imum)?|upper|highest|most)\b")
_BOTTOM = re.compile(r"\b(?:bottom|floors?|min(?:imum)?|lower|lowest|least|starts?)\b")
_RANGE = re.compile(
    r"(?P<sign>[$€£₹]?)(?P<low>\d+(?:\.\d+)?)(?P<unit>k?)\b\D{1,6}?[$€£₹]?(?P<high>\d+(?:\.\d+)?)(?P<unit2>k?)\b"
)


@dataclass(frozen=True, slots=True)
class _Range:
    piece: Piece
    role: str
    sign: str
    unit: str
    low: float
    high: float

    def shown(self, value: float) -> str:
        return f"{self.sign}{value:g}{self.unit}"


def asks_how_far(text: str) -> bool:
    """Whether a normalised question asks for a distance between two values."""
    return bool(_DISTANCE.search(text))


def worked_out(asked: Understood, roles: Sequence[str], reader: Reader) -> tuple[Claim, ...]:
    """How wide the ranges are, or how far two roles are apart, where the question asks that and a row tells it."""
    form = normalise(asked.asked)
    for attribute in asked.attributes if len(roles) == 2 else ():
        ranges, shares = _pair(attribute, roles, reader), _shares(attribute, roles, reader)
        if ranges and _WIDTH.search(form):
            return tuple(_width(r, reader) for r in ranges if not asked.roles or r.role in asked.roles)
        if ranges and asks_how_far(form):
            return tuple(_claim(ranges, end, reader) for end in _ends(normalise(f"{form} {asked.standalone}")))
        if shares and asks_how_far(form):
            return (_points_apart(shares, reader),)
    return ()


def _ends(form: str) -> list[str]:
    """Which ends of a range are asked about; both where none is named."""
    named = [end for end, words in (("top", _TOP), ("bottom", _BOTTOM)) if words.search(form)]
    return named or ["top", "bottom"]


def _width(told: _Range, reader: Reader) -> Claim:
    text = (
        f"Worked out: the range for {reader.lexicon.role_names[told.role]} is {told.shown(told.high - told.low)} wide, "
        f"from {told.shown(told.low)} to {told.shown(told.high)}."
    )
    return Claim(text, Basis.COMPUTED, (told.piece.citation,))


def _shares(attribute: str, roles: Sequence[str], reader: Reader) -> list[tuple[Piece, float]]:
    """The percentages of one row, the larger first; empty where no row has one for each role."""
    rows: dict[str, dict[str, tuple[Piece, float]]] = {}
    for piece in reader.fact_pieces(roles, (attribute,)):
        match = _SHARE.search(normalise(piece.text))
        if match and piece.fact:
            rows.setdefault(piece.passage.id, {})[piece.fact.role] = (piece, float(match["value"]))
    told = next((row for row in rows.values() if set(roles) <= set(row)), {})
    return sorted(told.values(), key=lambda cell: -cell[1])


def _points_apart(shares: Sequence[tuple[Piece, float]], reader: Reader) -> Claim:
    (more, high), (less, low) = shares
    names = reader.lexicon.role_names
    text = (
        f"Worked out: {high - low:g} percentage points apart: {high:g}% for {names[more.roles[0]]}, "
        f"against {low:g}% for {names[less.roles[0]]}."
    )
    return Claim(text, Basis.COMPUTED, (more.citation, less.citation))


def _pair(attribute: str, roles: Sequence[str], reader: Reader) -> tuple[_Range, _Range] | None:
    """Two ranges of one row, in the order of the roles."""
    rows: dict[str, dict[str, _Range]] = {}
    for piece in reader.fact_pieces(roles, (attribute,)):
        match = _RANGE.search(normalise(piece.text))
        if match and match["unit"] == match["unit2"] and piece.fact:
            low, high = float(match["low"]), float(match["high"])
            rows.setdefault(piece.passage.id, {})[piece.fact.role] = _Range(
                piece, piece.fact.role, match["sign"], match["unit"], low, high
            )
    return next(((row[roles[0]], row[roles[1]]) for row in rows.values() if set(roles) <= set(row)), None)


def _claim(pair: tuple[_Range, _Range], end: str, reader: Reader) -> Claim:
    value = {r.role: r.high if end == "top" else r.low for r in pair}
    more, less = sorted(pair, key=lambda r: -value[r.role])
    apart = value[more.role] - value[less.role]
    names = reader.lexicon.role_names
    text = (
        f"Worked out: the {end} of the range is {more.shown(apart)} higher for {names[more.role]}: "
        f"{more.shown(value[more.role])} against {less.shown(value[less.role])} for {names[less.role]}."
    )
    return Claim(text, Basis.COMPUTED, (more.piece.citation, less.piece.citation))
