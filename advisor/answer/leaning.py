"""To which role what a person told leans, by what the guides say of each role alone."""

from collections.abc import Mapping, Sequence

from advisor.answer.evidence import Reader, Section
from advisor.answer.stance import is_barrier, is_misfit
from advisor.question.clauses import Clause, clauses

MARGIN = 0.5  # votes: nearer than this is a tie
_DECISIVE = 0.1  # of nearness: a clause that leans so far counts as a whole vote
_SURE = 0.3  # cosine: a clause further from every sentence says nothing of any role
_NEAREST = 3  # sentences a role's nearness is the mean of


def lean(told: str, roles: Sequence[str], reader: Reader) -> dict[str, float]:
    """The votes each role gets; each clause told has at most one to give, one against is given to the others."""
    votes = dict.fromkeys(roles, 0.0)
    for clause in clauses(told):
        near = _nearness(clause, roles, reader)
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


def _nearness(clause: Clause, roles: Sequence[str], reader: Reader) -> dict[str, float]:
    """The mean of the nearest sentences that speak for each role alone; those that warn of it are left out."""
    dense = reader.library.scores(clause.words).dense
    near: dict[str, list[float]] = {}
    for row in reader.spoken_units:
        for piece in reader.pieces(row):
            about = [role for role in piece.roles if role in roles]
            warns = is_misfit(piece.plain) or (clause.weighs_barriers and is_barrier(piece.plain))
            if len(about) == 1 and not warns and piece.section is Section.BODY:
                near.setdefault(about[0], []).append(float(dense[row]))
    return {role: sum(sorted(values)[-_NEAREST:]) / _NEAREST for role, values in near.items()}
