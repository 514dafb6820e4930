"""To which role what a person told leans, by what the guides say of each role alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from advisor.answer.evidence import Piece, Reader, Section
from advisor.answer.stance import is_barrier, is_exception, is_misfit, is_rule
from advisor.interfaces import Vectors
from advisor.question.clauses import Clause, clauses, is_negated
from advisor.text import normalise

MARGIN = 0.4  # votes: nearer than this is a tie
_DECISIVE = 0.1  # of nearness: a clause that leans so far counts as a whole vote
_SURE = 0.3  # cosine: a clause further from every sentence says nothing of any role
_SAME_ORIGIN = 0.15  # cosine, for a sentence that names the role that the person comes from
_RULE = 0.06  # cosine, for a sentence that says who should choose what
_NEAREST = 3  # sentences a role's nearness is the mean of


@dataclass(frozen=True)
class Contrast:
    """What speaks of one role alone: sentences, its name left out, and the questions that such sentences answer."""

    reader: Reader
    vectors: Vectors  # of the sentences
    asked: Sequence[int]  # rows of the questions in the library, whose vectors it holds
    roles: tuple[str, ...]  # of each sentence, then of each question
    misfits: frozenset[int]  # places of those that say for whom the role is wrong
    barriers: frozenset[int]  # places of those that say what makes it hard to reach
    unwanted: frozenset[int]  # places of those that speak to people who do not like or have something
    rules: frozenset[int]  # places of those that say who should choose what
    others: tuple[frozenset[str], ...]  # roles that each names beside: whence people come

    def nearest(self, text: str) -> float:
        """Cosine of the nearest to a text, its roles' names left out too."""
        return float(self._near(self.reader.lexicon.generic(text)).max(initial=-1.0))

    def nearness(self, clause: Clause, roles: Sequence[str], *, unwanted: bool = False) -> dict[str, float]:
        """The mean of the nearest that speak for each role; those that warn of it are left out.

        `unwanted`: of those that speak to people who do not like or have something, else of the others.
        """
        near: dict[str, list[float]] = {}
        whence = set(self.reader.lexicon.role_ids(clause.words))
        for place, (role, cosine) in enumerate(zip(self.roles, self._near(clause.words), strict=True)):
            warns = place in self.misfits or (clause.weighs_barriers and place in self.barriers)
            if role in roles and not warns and (place in self.unwanted) is unwanted:
                says_so = _SAME_ORIGIN * bool(whence & self.others[place]) + _RULE * (place in self.rules)
                near.setdefault(role, []).append(float(cosine) + says_so)
        return {role: sum(sorted(values)[-_NEAREST:]) / _NEAREST for role, values in near.items()}

    def _near(self, text: str) -> Vectors:
        library = self.reader.library
        return np.concatenate([self.vectors @ library.embed([text])[0], library.scores(text).dense[list(self.asked)]])


def contrast(reader: Reader) -> Contrast:
    """Embeds some hundred sentences: made once for a release, when first needed."""
    sentences, questions = (
        [(row, piece) for row in rows for piece in reader.pieces(row) if _is_of_one_role(piece, reader)]
        for rows in (reader.spoken_units, reader.answered_questions)
    )
    pieces = [piece for _, piece in (*sentences, *questions)]
    covered = frozenset(reader.lexicon.covered)
    return Contrast(
        reader,
        np.asarray(reader.library.embed([reader.lexicon.generic(piece.text) for _, piece in sentences])),
        asked=[row for row, _ in questions],
        roles=tuple(next(role for role in piece.roles if role in covered) for piece in pieces),
        misfits=frozenset(place for place, piece in enumerate(pieces) if is_misfit(piece.plain)),
        barriers=frozenset(place for place, piece in enumerate(pieces) if is_barrier(piece.plain)),
        unwanted=frozenset(
            place
            for place, (row, piece) in enumerate((*sentences, *questions))
            if is_negated(normalise(reader.library.units[row].asks or piece.plain))
        ),
        rules=frozenset(place for place, piece in enumerate(pieces) if is_rule(piece.plain)),
        others=tuple(
            frozenset(() if is_exception(piece.plain) or is_barrier(piece.plain) else piece.roles) - covered
            for piece in pieces
        ),
    )


def _is_of_one_role(piece: Piece, reader: Reader) -> bool:
    return len(set(piece.roles) & set(reader.lexicon.covered)) == 1 and piece.section is Section.BODY


def lean(told: str, roles: Sequence[str], told_apart: Contrast) -> dict[str, float]:
    """The votes each role gets: one of each clause, or as many as it tells of replies; those against go to others."""
    votes = dict.fromkeys(roles, 0.0)
    for clause in clauses(told):
        near, vote = _heard(clause, roles, told_apart)
        if len(near) < len(roles) or max(near.values()) < _SURE:
            continue
        mean = sum(near.values()) / len(near)
        for role in roles:
            votes[role] += vote * max(-0.5, min(0.5, (near[role] - mean) / _DECISIVE))
    return votes


def _heard(clause: Clause, roles: Sequence[str], told_apart: Contrast) -> tuple[dict[str, float], float]:
    """How near a clause is to each role, and its vote; words for people who dislike the same speak for a role."""
    near = told_apart.nearness(clause, roles)
    if not is_negated(clause.words):
        return near, clause.vote
    alike = told_apart.nearness(clause, roles, unwanted=True)
    nearer = len(alike) == len(roles) and max(alike.values()) > max(near.values(), default=0.0)
    return (alike, abs(clause.vote)) if nearer else (near, clause.vote)


def favoured(votes: Mapping[str, float]) -> str | None:
    """The role with a clear lead, or None for a tie."""
    first, second = (*sorted(votes, key=lambda role: -votes[role]), "", "")[:2]
    return first if first and votes[first] - votes.get(second, 0.0) >= MARGIN else None
