"""Suggests what to ask next: only what a table or a rule of the library can answer."""

from collections.abc import Sequence

from advisor.answer.evidence import Reader
from advisor.answer.quiz import GO_ON, START
from advisor.domain import Kind
from advisor.question.intent import Intent
from advisor.question.understood import Understood
from advisor.text import figures

SUGGESTED = 3
_NOT_ALONE = {"definition", "fit", "pros-cons", "market", "learning-effort"}  # answered along the way


def follow_ups(asked: Understood, kind: Kind, recommended: str | None, reader: Reader) -> tuple[str, ...]:
    """At most three questions, each about something not asked yet; none beside a question of ours."""
    if kind is Kind.QUESTION:
        return ()
    names, facts = reader.lexicon.role_names, {(f.role, f.attribute) for f in reader.library.facts}
    covered = [role for role in reader.lexicon.covered if any(role == r for r, _ in facts)]
    roles = [recommended] if recommended else [role for role in asked.roles if role in covered]
    others = [role for role in covered if role not in roles]
    suggested: list[str] = []
    if (
        kind is Kind.ANSWER
        and len(roles) == 1
        and others
        and set(asked.attributes[:1]) - _NOT_ALONE
        and (others[0], asked.attributes[0]) in facts
    ):
        attribute = reader.lexicon.attribute_names.get(asked.attributes[0], asked.attributes[0])
        suggested.append(f"What about {attribute.lower()} for the {names[others[0]]}?")
    suggested += open_attributes(roles or covered, asked.attributes, reader)
    if len(covered) > 1 and asked.intent is not Intent.RECOMMEND:
        suggested.insert(1, "Which role fits me?")
    return tuple(dict.fromkeys([*_to_the_quiz(asked, recommended, reader), *suggested]))[:SUGGESTED]


def _to_the_quiz(asked: Understood, recommended: str | None, reader: Reader) -> list[str]:
    """Back to a quiz that was left; or into one, where a choice was asked for and none could be advised."""
    if asked.in_quiz or (asked.round and asked.round.stopped):
        return [GO_ON]
    undecided = asked.intent is Intent.RECOMMEND and not recommended and asked.round is None
    return [START] if undecided and reader.lexicon.vocabulary.fit.statements else []


def open_attributes(roles: Sequence[str], asked: Sequence[str], reader: Reader, *, measured: bool = False) -> list[str]:
    """Questions on what tables say of these roles and nobody has asked, the most told first; `measured`: in figures."""
    told: dict[str, int] = {}
    for fact in reader.library.facts:
        known = fact.attribute in reader.lexicon.attribute_names
        counts = bool(figures(fact.value)) or not measured
        if fact.role in roles and known and counts and fact.attribute not in {*asked, *_NOT_ALONE}:
            told[fact.attribute] = told.get(fact.attribute, 0) + 1
    names = [reader.lexicon.role_names[role] for role in list(roles)[:2]]
    ranked = [reader.lexicon.attribute_names[a].lower() for a in sorted(told, key=lambda a: (-told[a], a))[:SUGGESTED]]
    if len(names) == 1:
        return [f"What about {attribute} for the {names[0]}?" for attribute in ranked]
    return [f"Compare {names[0]} and {names[1]} on {attribute}." for attribute in ranked]
