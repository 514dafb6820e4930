"""To which role what a person said of themselves leans, by what the guides say of each role alone."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from advisor.answer.evidence import Reader, Section
from advisor.answer.stance import is_barrier, is_misfit
from advisor.text import content_stems

MARGIN = 0.4  # votes: nearer than this is a tie
_DECISIVE = 0.1  # of nearness: a thing told that leans so far counts as a whole vote
_NEAREST = 3  # sentences a role's nearness is the mean of
_READ = 80
_WORDS_WEIGH = 0.3  # of shared words, beside the cosine


@dataclass(frozen=True, slots=True)
class Told:
    """Something a person said of themselves, and its vote; a dislike votes against."""

    words: str
    vote: float
    weighs_barriers: bool  # a background or a lack is held against what makes a role hard to reach, a liking is not


def things_told(person: Mapping[str, str], knows_role: Callable[[str], object]) -> list[Told]:
    told = []
    if knows_role(person.get("background", "")):
        told.append(Told(f"I am a {person['background']}", 1.0, True))
    if person.get("degree") in {"none", "self-taught"}:
        told.append(Told("self-taught, without a degree or PhD", 1.0, True))
    if "aim" in person:
        told.append(Told(person["aim"], 0.5, True))
    told += [Told(words, 1.0, False) for words in _each(person.get("likes", ""))]
    return told + [Told(words, -1.0, False) for words in _each(person.get("dislikes", ""))]


def lean(told: Sequence[Told], roles: Sequence[str], reader: Reader) -> dict[str, float]:
    """The votes each role gets; each thing told has at most one to give."""
    votes = dict.fromkeys(roles, 0.0)
    for thing in told:
        near = _nearness(thing, roles, reader)
        mean = sum(near.values()) / max(len(near), 1)
        for role in roles:
            votes[role] += thing.vote * max(-0.5, min(0.5, (near[role] - mean) / _DECISIVE))
    return votes


def favoured(votes: Mapping[str, float]) -> str | None:
    """The role with a clear lead, or None for a tie."""
    first, second = (*sorted(votes, key=lambda role: -votes[role]), "", "")[:2]
    return first if first and votes[first] - votes.get(second, 0.0) >= MARGIN else None


def _nearness(thing: Told, roles: Sequence[str], reader: Reader) -> dict[str, float]:
    """The mean of the nearest sentences about each role; one that argues against the role counts against it."""
    scores = reader.library.scores(thing.words)
    near: dict[str, list[float]] = {role: [] for role in roles}
    stems = set(content_stems(thing.words))
    for index in (-scores.dense).argsort()[:_READ]:
        for piece in reader.pieces(int(index)):
            about = [role for role in piece.roles if role in near]
            if len(about) == 1 and piece.section is Section.BODY:
                shared = len(stems & piece.stems) / max(len(stems), 1)
                against = is_misfit(piece.plain) or (thing.weighs_barriers and is_barrier(piece.plain))
                sign = -1.0 if against else 1.0
                near[about[0]].append(sign * (float(scores.dense[index]) + _WORDS_WEIGH * shared))
    return {role: sum(sorted(values, key=abs)[-_NEAREST:]) / _NEAREST for role, values in near.items()}


def _each(listed: str) -> list[str]:
    return [words for words in re.split(r"; |, | and ", listed) if words]
