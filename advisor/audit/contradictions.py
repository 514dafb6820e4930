"""Pairs of sentences of different guides that seem to contradict each other, by the check of claims.

Each sentence is put to some of the checks as if it were a claim that cites the other one: comparisons turned round,
contrary words, near copies that change what is said. The others ask whether a claim is covered, which one sentence of
a guide hardly ever is by one of another. Only sentences near in meaning are tried, nearest first, so what is put in
quite other words is not found; and a pair is a hint, for people to look at.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from advisor.answer.evidence import Piece, Reader, Section
from advisor.audit.conflict import Conflict, Found, Stand
from advisor.domain import Citation, Passage, PassageKind, Support
from advisor.verify.attribution import without_attribution
from advisor.verify.comparison import comparison_agrees
from advisor.verify.copying import copies_agree
from advisor.verify.denial import no_contrary_word
from advisor.verify.evidence import Cited, Evidence
from advisor.verify.reading import read

CHECKS = (comparison_agrees, copies_agree, no_contrary_word)
NEAR = 0.6  # cosine of two sentences that may speak of the same
PAIRS_AT_MOST = 2_000


def contradictions(reader: Reader) -> Iterator[Conflict]:
    pieces = [piece for row in reader.spoken_units for piece in reader.pieces(row) if _is_told(piece)]
    for one, other in _near(pieces, reader):
        reason = _contradicted(one, other, reader) or _contradicted(other, one, reader)
        if reason:
            names = [reader.lexicon.role_names.get(role, role) for role in one.roles]
            topic = f"{' and '.join(names)}: {one.passage.heading[-1] if one.passage.heading else 'in the text'}"
            yield Conflict(Found.PASSAGES, topic, (_stand(one), _stand(other)), one.roles, (), reason)


def _is_told(piece: Piece) -> bool:
    asks = piece.text.rstrip().endswith(("?", ":"))
    prose = piece.passage.kind is not PassageKind.TABLE_ROW
    return prose and piece.fact is None and piece.section is Section.BODY and bool(piece.roles) and not asks


def _near(pieces: Sequence[Piece], reader: Reader) -> Iterator[tuple[Piece, Piece]]:
    """Pairs of two guides on the same roles, nearest first."""
    if not pieces:
        return
    vectors = np.asarray(reader.library.embed([piece.text for piece in pieces]))
    cosines = np.triu(vectors @ vectors.T, k=1)
    tried = 0
    for place in np.argsort(-cosines, axis=None):
        row, column = divmod(int(place), len(pieces))
        if cosines[row, column] < NEAR or tried == PAIRS_AT_MOST:
            return
        one, other = pieces[row], pieces[column]
        if one.passage.guide_id != other.passage.guide_id and set(one.roles) == set(other.roles):
            tried += 1
            yield one, other


def _contradicted(told: Piece, by: Piece, reader: Reader) -> str:
    """Why the other sentence, alone, seems to say the contrary; empty where it does not."""
    alone = Passage(by.passage.guide_id, PassageKind.PROSE, by.passage.heading, "", by.text, 0, len(by.text))
    evidence = Evidence([Cited(Citation(alone.id, by.text, 0, len(by.text)), alone)], reader.lexicon)
    claim = read(without_attribution(told.text, evidence))
    objections = (check(claim, evidence, told.text) for check in CHECKS)
    return next((o.reason for o in objections if o and o.support is Support.CONTRADICTED), "")


def _stand(piece: Piece) -> Stand:
    return Stand(piece.passage.guide_id, piece.passage.id, piece.text, piece.text)
