"""What guides say of a role, or to people of a background, under each attribute. Built once for a library.

Table cells come first. Prose counts where the heading right above it names the attribute and the sentence speaks of
one role only; what a guide says of itself, or does not say, is left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from advisor.answer.compose import SHOWN
from advisor.answer.draft import claim_of
from advisor.answer.evidence import Piece, Reader, Section
from advisor.answer.stance import defines
from advisor.compare.backgrounds import Background, backgrounds, cells_for, speaks_to
from advisor.domain import PassageKind
from advisor.text import figures
from advisor.verify.check import verify

SENTENCES_AT_MOST = 3  # of one guide in one cell, beside its table cells
_REPEATED = 0.7  # share of the shorter one's words: said already
_KINDS = {PassageKind.PROSE, PassageKind.LIST_ITEM}


class Sayings:
    """An index of one library; what the check refuses is not given out."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._cells: dict[tuple[str, str], list[Piece]] = defaultdict(list)
        self._sentences: dict[tuple[str, str], list[Piece]] = defaultdict(list)
        self._spoken: list[Piece] = []
        for fact in reader.library.facts:
            piece = reader.cell(fact)
            if piece.section in {Section.BODY, Section.CAVEAT}:
                self._cells[fact.role, fact.attribute].append(piece)
        self._read_sentences()
        self.backgrounds = backgrounds(reader, self._spoken)

    def of_role(self, role: str, attribute: str) -> dict[str, list[Piece]]:
        """By guide, those with a table cell first."""
        return self._by_guide(self._cells[role, attribute], self._sentences[role, attribute])

    def to_background(self, background: Background, roles: Sequence[str], attribute: str) -> dict[str, list[Piece]]:
        """What guides tell people of this background about any of these roles."""
        cells = cells_for(background, roles, attribute, self.reader)
        told = [
            piece
            for piece in self._spoken
            if attribute in (self._headed(piece) or piece.attributes[:1])
            and set(roles) & set(piece.roles)
            and speaks_to(background, piece, self.reader.lexicon)
        ]
        return self._by_guide(cells, told)

    def guides_on(self, role: str, attribute: str) -> set[str]:
        pieces = [*self._cells[role, attribute], *self._sentences[role, attribute]]
        return {piece.passage.guide_id for piece in pieces}

    @property
    def pairs(self) -> set[tuple[str, str]]:
        """Each role and attribute of which something is said."""
        return {pair for said in (self._cells, self._sentences) for pair, pieces in said.items() if pieces}

    def _read_sentences(self) -> None:
        for unit in self.reader.spoken_units:
            passage = self.reader.library.passages[self.reader.library.units[unit].passage_id]
            if passage.kind not in _KINDS:
                continue
            for piece in self.reader.pieces(unit):
                if piece.fact is None and self._is_told(piece):
                    self._spoken.append(piece)
                    for attribute in self._headed(piece) if len(piece.roles) == 1 else ():
                        if attribute != "definition" or defines(piece.plain):
                            self._sentences[piece.roles[0], attribute].append(piece)

    def _is_told(self, piece: Piece) -> bool:
        asks = piece.text.rstrip().endswith(("?", ":"))
        return piece.section is Section.BODY and not piece.is_fragment and not asks

    def _headed(self, piece: Piece) -> tuple[str, ...]:
        """The attributes of the nearest heading that names any."""
        for heading in reversed(piece.passage.heading):
            if found := self.reader.lexicon.attribute_ids(heading):
                return found
        return ()

    def _stands(self, piece: Piece) -> bool:
        claim = claim_of(piece, self.reader.lexicon)
        verdict = verify(claim, self.reader.library.passages, self.reader.lexicon)
        return verdict.support in SHOWN

    def _by_guide(self, cells: Iterable[Piece], sentences: Iterable[Piece]) -> dict[str, list[Piece]]:
        said: dict[str, list[Piece]] = {}
        for piece in cells:
            self._add(said.setdefault(piece.passage.guide_id, []), piece)
        tabled = {guide: len(pieces) for guide, pieces in said.items()}
        for piece in sentences:
            pieces = said.setdefault(piece.passage.guide_id, [])
            if len(pieces) - tabled.get(piece.passage.guide_id, 0) < SENTENCES_AT_MOST:
                self._add(pieces, piece)
        return {guide: pieces for guide, pieces in said.items() if pieces}

    def _add(self, pieces: list[Piece], piece: Piece) -> None:
        if not any(_repeats(piece, said) for said in pieces) and self._stands(piece):
            pieces.append(piece)


def _repeats(piece: Piece, said: Piece) -> bool:
    shorter = max(min(len(piece.stems), len(said.stems)), 1)
    return figures(piece.text) <= said.figures and len(piece.stems & said.stems) >= _REPEATED * shorter
