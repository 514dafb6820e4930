"""To which role what a person told leans, by what the guides say of each role alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from advisor.answer.evidence import Reader, Section
from advisor.answer.stance import is_barrier, is_misfit
from advisor.interfaces import Vectors
from advisor.question.clauses import Clause, clauses

MARGIN = 0.5  # votes: nearer than this is a tie
_DECISIVE = 0.1  # of nearness: a clause that leans so far counts as a whole vote
_SURE = 0.3  # cosine: a clause further from every sentence says nothing of any role
_NEAREST = 3  # sentences a role's nearness is the mean of


@dataclass(frozen=True)
class Contrast:
    """What the guides say of one role alone: sentences with the role's name left out, as vectors."""

    roles: tuple[str, ...]  # of each row
    vectors: Vectors
    misfits: frozenset[int]  # rows that say for whom the role is wrong
    barriers: frozenset[int]  # rows that say what makes it hard to reach

    def nearest(self, text: str, reader: Reader) -> float:
        """Cosine of the nearest row to a text, its roles' names left out too."""
        vector = reader.library.embed([reader.lexicon.generic(text)])[0]
        return float((self.vectors @ vector).max(initial=-1.0))

    def nearness(self, clause: Clause, vector: Vectors, roles: Sequence[str]) -> dict[str, float]:
        """The mean of the nearest rows that speak for each role; those that warn of it are left out."""
        dense = self.vectors @ vector
        near: dict[str, list[float]] = {}
        for row, role in enumerate(self.roles):
            warns = row in self.misfits or (clause.weighs_barriers and row in self.barriers)
            if role in roles and not warns:
                near.setdefault(role, []).append(float(dense[row]))
        return {role: sum(sorted(values)[-_NEAREST:]) / _NEAREST for role, values in near.items()}


def contrast(reader: Reader) -> Contrast:
    """Embeds some hundred sentences: made once for a release, when first needed."""
    pieces = [
        piece
        for row in reader.spoken_units
        for piece in reader.pieces(row)
        if len(set(piece.roles) & set(reader.lexicon.covered)) == 1 and piece.section is Section.BODY
    ]
    texts = [reader.lexicon.generic(piece.text) for piece in pieces]
    covered = set(reader.lexicon.covered)
    return Contrast(
        roles=tuple(next(role for role in piece.roles if role in covered) for piece in pieces),
        vectors=np.asarray(reader.library.embed(texts)),
        misfits=frozenset(row for row, piece in enumerate(pieces) if is_misfit(piece.plain)),
        barriers=frozenset(row for row, piece in enumerate(pieces) if is_barrier(piece.plain)),
    )


def lean(told: str, roles: Sequence[str], reader: Reader, told_apart: Contrast) -> dict[str, float]:
    """The votes each role gets; each clause told has at most one to give, one against is given to the others."""
    votes = dict.fromkeys(roles, 0.0)
    heard = list(clauses(told))
    vectors = reader.library.embed([clause.words for clause in heard])
    for clause, vector in zip(heard, vectors, strict=True):
        near = told_apart.nearness(clause, vector, roles)
        if len(near) < len(roles) or max(near.values()) < _SURE:
            continue
        mean = sum(near.values()) / len(near)
        for role in roles:
            votes[role] += clause.vote * max(-0.5, min(0.5, (near[role] - mean) / _DECISIVE))
    return votes


def favoured(votes: Mapping[str, float]) -> str | None:
    """The role with a clear lead, or None for a tie."""
    first, second = (*sorted(votes, key=lambda role: -votes[role]), "", "")[:2]
    return first if first and votes[first] - votes.get(second, 0.0) >= MARGIN else None
