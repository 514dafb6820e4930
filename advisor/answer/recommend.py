"""Advises one role by the guides' own rules, for what the person said of themselves; a tie is said to be a tie."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.answer.compare import roles_to_compare
from advisor.answer.draft import Draft, claim_of
from advisor.answer.evidence import Evidence, Reader, Section, rank
from advisor.answer.select import choose
from advisor.question.understand import Understood
from advisor.text import content_stems, normalise

_RULE = re.compile(
    r"\b(?:choose|pick|aim for|go for|take|start|suits?|fits?|better (?:choice|fit|match)|best fit|default|points? to|easier"
    r"|natural|faster|lower barrier|background|prefers?|enjoys?|wrong choice)\b"
)
_EXCEPTION = re.compile(r"\b(?:exception|unless|except|still be better|wrong choice|even if)\b")
_AGAINST = re.compile(
    r"\b(?:wrong choice|hard(?:er)? (?:to|for)|harder|hard|narrow|tougher|steeper|compet\w+|rivals?|slower|longer ramp|crowded"
    r"|higher hiring bar|bore|less part)\b"
)
_FOR_RULES, _ARGUES_AGAINST = 0.12, -0.15
_LIKES_WEIGH, _BACKGROUND_WEIGHS, _NEAREST = 1.0, 1.0, 3
_MARGIN = 0.02  # nearer than this is a tie


@dataclass(frozen=True, slots=True)
class Leaning:
    """How far the guides' sentences lean to each role for this person."""

    scores: Mapping[str, float]

    @property
    def role(self) -> str | None:
        ordered = sorted(self.scores, key=lambda role: -self.scores[role])
        if len(ordered) < 2 or self.scores[ordered[0]] - self.scores[ordered[1]] < _MARGIN:
            return None
        return ordered[0]


def recommend(asked: Understood, reader: Reader) -> Draft:
    roles = roles_to_compare(replace(asked, roles=asked.roles if len(asked.roles) > 1 else ()), reader)
    told = _told(asked)
    leaning = lean_of(told, roles, reader) if told else Leaning({})
    profile = " ".join((asked.asked, *(words for words, _ in told)))
    ranked = _rules(rank(replace(asked, roles=(), attributes=()), reader, query=profile), roles)
    return (
        _advise(leaning.role, roles, ranked, reader) if leaning.role else _both(roles, ranked, reader, tie=bool(told))
    )


def _told(asked: Understood) -> list[tuple[str, float]]:
    """What the person said of themselves, each with its weight; dislikes weigh against."""
    person = asked.person
    told = [(f"I am a {person['background']}", _BACKGROUND_WEIGHS)] if "background" in person else []
    if person.get("degree") in {"none", "self-taught"}:
        told.append(("self-taught, without a degree or PhD", _BACKGROUND_WEIGHS))
    if "aim" in person:
        told.append((person["aim"], 0.5))
    told += [(words, _LIKES_WEIGH) for words in person.get("likes", "").split("; ") if words]
    told += [(words, -_LIKES_WEIGH) for words in person.get("dislikes", "").split("; ") if words]
    return told


def lean_of(told: Sequence[tuple[str, float]], roles: Sequence[str], reader: Reader) -> Leaning:
    """For each thing said, how near it is to what the guides say of one role alone."""
    totals = dict.fromkeys(roles, 0.0)
    for words, weight in told:
        near = _nearness(words, roles, reader)
        mean = sum(near.values()) / max(len(near), 1)
        for role in roles:
            totals[role] += weight * (near[role] - mean)
    return Leaning(totals)


def _nearness(words: str, roles: Sequence[str], reader: Reader) -> dict[str, float]:
    """The mean of the nearest sentences about each role; one that argues against the role counts against it."""
    scores = reader.library.scores(words)
    near: dict[str, list[float]] = {role: [] for role in roles}
    stems = set(content_stems(words))
    for index in (-scores.dense).argsort()[:80]:
        for piece in reader.pieces(int(index)):
            about = [role for role in piece.roles if role in near]
            if len(about) == 1 and piece.section is Section.BODY:
                shared = len(stems & set(content_stems(piece.text))) / max(len(stems), 1)
                sign = -1.0 if _AGAINST.search(normalise(piece.text)) else 1.0
                near[about[0]].append(sign * (float(scores.dense[index]) + 0.3 * shared))
    return {role: sum(sorted(values, key=abs)[-_NEAREST:]) / _NEAREST for role, values in near.items()}


def _rules(ranked: Sequence[Evidence], roles: Sequence[str]) -> list[Evidence]:
    """The ranking, leaning to sentences that say who should choose what."""
    rules = [
        replace(
            e, score=e.score + (_FOR_RULES if _is_rule(e) else 0.0) + (_ARGUES_AGAINST if _argues_against(e) else 0.0)
        )
        for e in ranked
        if e.piece.section is Section.BODY and set(e.piece.roles) & set(roles) and (e.piece.fact is None or _is_rule(e))
    ]
    return sorted(rules, key=lambda e: -e.score)


def _is_rule(evidence: Evidence) -> bool:
    return bool(_RULE.search(normalise(evidence.piece.text)) or "fit" in evidence.piece.heading_attributes)


def _only(role: str, evidence: Evidence, roles: Sequence[str]) -> bool:
    """Whether, of the roles to choose from, a sentence speaks of this one alone."""
    return set(evidence.piece.roles) & set(roles) == {role}


def _is_exception(evidence: Evidence) -> bool:
    return bool(_EXCEPTION.search(normalise(evidence.piece.text)))


def _argues_against(evidence: Evidence) -> bool:
    return bool(_AGAINST.search(normalise(evidence.piece.text)))


def _advise(role: str | None, roles: Sequence[str], ranked: Sequence[Evidence], reader: Reader) -> Draft:
    assert role is not None
    for_role = [e for e in ranked if _only(role, e, roles) and not _is_exception(e) and not _argues_against(e)]
    reasons = choose(for_role, most=3, words=75)
    against = [e for e in ranked if _is_exception(e) or (set(e.piece.roles) & set(roles)) - {role}]
    but = choose(against, most=1, words=40, said=[e.piece for e in reasons])
    claims = tuple(claim_of(e.piece, reader.lexicon) for e in (*reasons, *but))
    name = reader.lexicon.role_names[role]
    lead = f"**{name}** fits what you told me best."
    return Draft(claims=claims, lead=lead, recommended_role=role, retrieved=tuple(ranked[:12]))


def _both(roles: Sequence[str], ranked: Sequence[Evidence], reader: Reader, *, tie: bool) -> Draft:
    """No role stands out: each with its rule, and what would decide."""
    chosen: list[Evidence] = choose([e for e in ranked if len(set(e.piece.roles)) > 1 or not tie], most=1, words=40)
    for role in roles:
        own = [e for e in ranked if _only(role, e, roles) and not _argues_against(e)]
        chosen += choose(own, most=2 - tie, words=45, said=[e.piece for e in chosen])
    claims = tuple(claim_of(e.piece, reader.lexicon) for e in chosen)
    lead = (
        "That is a tie: what you told me fits both roles." if tie else "It depends on what you bring and what you like."
    )
    return Draft(claims=claims, lead=lead, retrieved=tuple(ranked[:12]))
