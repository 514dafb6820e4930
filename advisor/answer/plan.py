"""Answers "how do I get there": a plan for one role, or the role that leads to a goal."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answer.draft import Draft
from advisor.answer.evidence import Evidence, Reader
from advisor.answer.leaning import favoured, lean
from advisor.answer.parts import Parts, on_role, spoken_of, tells
from advisor.answer.rank import rank
from advisor.answer.readers import Readers
from advisor.answer.recommend import recommend
from advisor.answer.stance import argues_against, is_exception, is_rule, says_yes_or_no, tells_what_is_new
from advisor.domain import Kind
from advisor.question.understood import Understood
from advisor.question.words_of_asking import plain_stems
from advisor.text import content_stems

# Lead-in, the attributes that tell of it, what to search for, and whether what the person told belongs to the search.
_STEPS = (
    ("**What it takes:**", ("skills",), "the skills that this role needs", False),
    ("**New to you:**", ("learning-effort", "transition"), "what is new and has to be learned", True),
    ("**A first project:**", ("projects",), "projects to build and show in a portfolio", False),
    (
        "**The way in:**",
        ("entry-barrier", "education", "transition"),
        "ways to come in: by a degree, by a course or certificate, self-taught",
        False,
    ),
    ("**Later:**", ("next-step",), "the next step after this role", False),
)
_STANDING = ("transition", "learning-effort", "entry-barrier", "fit")
_FOR_RULES, _AGAINST = 0.12, -0.15
_CELL, _SEVERAL = -0.1, 0.08
_LISTS = re.compile(r",.*(?:,|\band\b|\bor\b)")
_LEADS = 0.05  # the next step of one role is so much nearer to the goal than that of any other
_NEAR = 0.4
_SAME_WORDS = 0.2  # beside the cosine, where every telling word of the goal is named


def plan(asked: Understood, readers: Readers) -> Draft | None:
    """Role, what it takes, a first project, the way in; None where the library is not about the role."""
    role, advised = _role(asked, readers)
    if role is None:
        return recommend(asked, readers) if not asked.roles else None
    reader, told = readers.reader, asked.person.get("told", "")
    parts = Parts(reader)
    if told:
        standing = rules_first(on_role(role, _STANDING, told, asked, reader))
        parts.add("", [e for e in standing if not (advised and argues_against(e.piece.plain))], words=40)
    for lead, attributes, query, of_person in _STEPS:
        if told or not of_person:
            query = f"{query}; {told}" if of_person else query
            near = told_out(on_role(role, attributes, query, asked, reader, first=True))
            near = [e for e in near if not of_person or tells_what_is_new(e.piece.plain)]
            parts.add(lead, near, most=2 if attributes == ("skills",) else 1, words=40)
    name = reader.lexicon.role_names[role]
    lead = f"**{name}** fits what you told me best; a plan from what the guides say:" if advised else ""
    draft = parts.draft(lead=lead or f"A plan for the {name}, from what the guides say:", recommended=advised)
    return draft if len(draft.parts) > 1 else None


def path(asked: Understood, readers: Readers) -> Draft | None:
    """The role whose next step is nearest to the goal; else the role that fits, with its next step."""
    reader, goal = readers.reader, f"{asked.person.get('told', '')} {asked.asked}".strip()
    if set(asked.roles) & set(reader.lexicon.covered):
        return None
    wanted = replace(asked, roles=(), attributes=("next-step",), previous=None)
    steps = [
        e for e in rank(wanted, reader, query=goal) if tells(e.piece, ("next-step",)) and spoken_of(e.piece, reader)
    ]
    role = _leading_there(steps, goal, reader)
    if role is None:
        return _with_next_step(recommend(asked, readers), asked, readers)
    parts = Parts(reader)
    parts.add("", told_out(on_role(role, ("next-step",), goal, asked, reader, first=True)), words=40)
    rules = rules_first(on_role(role, ("fit", "transition", "entry-barrier"), goal, asked, reader))
    parts.add(
        "**Who should take it:**", [e for e in rules if is_rule(e.piece.plain) and not argues_against(e.piece.plain)]
    )
    others = [e for e in rules if is_exception(e.piece.plain) or argues_against(e.piece.plain)]
    parts.add("**But:**", others, words=40)
    lead = f"**{reader.lexicon.role_names[role]}** is where the guides see that path begin."
    return parts.draft(lead=lead, recommended=role)


def _role(asked: Understood, readers: Readers) -> tuple[str | None, str | None]:
    """The role to plan for, and the same where it is advised and not asked for."""
    covered = readers.reader.lexicon.covered
    named = [role for role in asked.roles if role in covered]
    if named or asked.roles:
        return (named[0] if len(named) == 1 else None), None
    told = asked.person.get("told", "")
    role = favoured(lean(told, covered, readers.contrast)) if told else None
    return role, role


def _leading_there(steps: Sequence[Evidence], goal: str, reader: Reader) -> str | None:
    """The one role among whose next steps the goal is found, by meaning and words; the role named first goes there."""
    if not steps:
        return None
    wanted = set(content_stems(goal)) - plain_stems()
    near = reader.library.embed([goal, *(e.piece.text for e in steps)])
    best: dict[str, float] = {}
    for e, cosine in zip(steps, near[1:] @ near[0], strict=True):
        role = spoken_of(e.piece, reader)[0]
        shared = len(wanted & set(content_stems(e.piece.text))) / max(len(wanted), 1)
        best[role] = max(best.get(role, 0.0), float(cosine) + _SAME_WORDS * shared)
    first, second = (*sorted(best, key=lambda role: -best[role]), "", "")[:2]
    return first if best[first] >= max(_NEAR, best.get(second, 0.0) + _LEADS) else None


def _with_next_step(draft: Draft, asked: Understood, readers: Readers) -> Draft:
    """A recommendation that also tells where the role leads."""
    if draft.recommended_role is None or draft.kind is not Kind.ANSWER:
        return draft
    parts = Parts(readers.reader, claims=list(draft.claims))
    parts.add(
        "**Where it leads:**", on_role(draft.recommended_role, ("next-step",), asked.asked, asked, readers.reader)
    )
    return replace(draft, claims=tuple(parts.claims), parts=(*draft.parts, *parts.parts))


def told_out(ranked: Sequence[Evidence]) -> list[Evidence]:
    """Leaning to whole sentences, and to those that name several things at once."""
    leaned = [
        replace(e, score=e.score + _CELL * (e.piece.fact is not None) + _SEVERAL * bool(_LISTS.search(e.piece.plain)))
        for e in ranked
        if not says_yes_or_no(e.piece.plain)
    ]
    return sorted(leaned, key=lambda e: -e.score)


def rules_first(ranked: Sequence[Evidence]) -> list[Evidence]:
    """Leaning to sentences that say for whom a role is, not to those that warn of it."""
    leaned = [
        replace(e, score=e.score + _FOR_RULES * is_rule(e.piece.plain) + _AGAINST * argues_against(e.piece.plain))
        for e in ranked
    ]
    return sorted(leaned, key=lambda e: -e.score)
