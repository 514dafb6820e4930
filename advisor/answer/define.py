"""Says what a role is, in the words of more than one guide, and why it is taken for another."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.answer.draft import Draft
from advisor.answer.evidence import Evidence, Reader, Section
from advisor.answer.parts import Parts, on_role, spoken_of
from advisor.answer.rank import rank
from advisor.answer.stance import defines
from advisor.domain import PassageKind
from advisor.question.understood import Understood

_CONFUSED = "why the roles are confused; the job title differs between companies"
_DEFINES, _ELSEWHERE = 0.15, -0.1


def define(asked: Understood, reader: Reader) -> Draft | None:
    """None where the question asks for more than what a role is, or no guide says it."""
    roles = [role for role in asked.roles if role in reader.lexicon.covered]
    if not roles or len(roles) != len(asked.roles) or not set(asked.attributes) <= {"definition", "title-reality"}:
        return None
    parts = Parts(reader)
    for role in roles[:3]:
        parts.add("", _definitions(role, asked, reader), most=2 if len(roles) == 1 else 1, words=60)
    if not parts.claims:
        return None
    parts.add("", title_caveats(roles, asked, reader))
    return parts.draft()


def _definitions(role: str, asked: Understood, reader: Reader) -> list[Evidence]:
    name = reader.lexicon.role_names[role]
    near = on_role(role, ("definition",), f"What is the {name}? What does the {name} do?", asked, reader)
    whole = [e for e in near if e.piece.fact is None and defines(e.piece.plain)]
    return sorted(whole, key=lambda e: -e.score)


def title_caveats(roles: Sequence[str], asked: Understood, reader: Reader) -> list[Evidence]:
    """Sentences that say how far the roles are separate jobs, best first."""
    wanted = replace(asked, roles=tuple(roles), attributes=("title-reality",), previous=None)
    return [
        e
        for e in rank(wanted, reader, query=_CONFUSED)
        if e.piece.section is Section.BODY
        and e.piece.passage.kind is PassageKind.PROSE
        and "title-reality" in {*e.piece.attributes, *e.piece.heading_attributes}
        and (not roles or set(roles) & set(spoken_of(e.piece, reader)))
    ]
