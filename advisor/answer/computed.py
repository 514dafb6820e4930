"""Works out how far two roles are apart, from cells of one table row; every operand is cited."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.answer.evidence import Piece, Reader
from advisor.domain import Basis, Claim
from advisor.question.understood import Understood
from advisor.text import normalise

_DISTANCE = re.compile(
    r"\b(?:how far|by how much|how much (?:more|less|higher|lower)|differences?|diff|gap|distance|apart)\b"
)
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


def differences(asked: Understood, roles: Sequence[str], reader: Reader) -> tuple[Claim, ...]:
    """How far the ends of two ranges are apart, where the question asks how far; none where no row holds two ranges."""
    form = normalise(f"{asked.asked} {asked.standalone}")
    if not asked.attributes or len(roles) != 2 or not asks_how_far(normalise(asked.asked)):
        return ()
    pair = next(filter(None, (_pair(attribute, roles, reader) for attribute in asked.attributes)), None)
    if pair is None:
        return ()
    ends = [end for end, words in (("top", _TOP), ("bottom", _BOTTOM)) if words.search(form)] or ["top", "bottom"]
    return tuple(_claim(pair, end, reader) for end in ends)


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
