"""Says what a role is, in the words of more than one guide, and why it is taken for another."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.answer.draft import Draft
from advisor.answer.evidence import Evidence, Piece, Reader, Section
from advisor.answer.parts import Parts, spoken_of
from advisor.answer.rank import rank
from advisor.answer.stance import says_what_it_is
from advisor.domain import PassageKind
from advisor.question.intent import Intent
from advisor.question.understood import Understood

_ARTICLE = 4  # letters before the name: "an", "the"
_CONFUSED = "why the roles are confused with each other"
_TITLES = "the same job title means different things at different companies; job descriptions overlap"


def define(asked: Understood, reader: Reader) -> Draft | None:
    """None where the question asks for more than what a role is, or no guide says it."""
    roles = [role for role in asked.roles if role in reader.lexicon.covered]
    if not roles or len(roles) != len(asked.roles) or not set(asked.attributes) <= {"definition", "title-reality"}:
        return None
    parts = Parts(reader)
    for role in roles[:3]:
        parts.add("", definitions(role, asked, reader), most=2 if len(roles) == 1 else 1, words=60)
    if not parts.claims:
        return None
    confused = asked.intent is Intent.WHY or "title-reality" in asked.attributes
    parts.add("", title_caveats(roles, asked, reader, query=_CONFUSED), most=2 if confused else 1, words=60)
    return parts.draft()


def definitions(role: str, asked: Understood, reader: Reader) -> list[Evidence]:
    """Sentences that open with the role's name and say what it is, best first."""
    name = reader.lexicon.role_names[role]
    wanted = replace(asked, roles=(role,), attributes=("definition",), previous=None)
    near = rank(wanted, reader, query=f"What is the {name}? What does the {name} do?")
    return [
        e for e in near if e.piece.fact is None and e.piece.section is Section.BODY and _defines(e.piece, role, reader)
    ]


def _defines(piece: Piece, role: str, reader: Reader) -> bool:
    first = next(iter(reader.lexicon.roles.find(piece.plain)), None)
    opens = first is not None and first.id == role and first.start <= _ARTICLE
    return (
        opens and first is not None and spoken_of(piece, reader) == [role] and says_what_it_is(piece.plain[first.end :])
    )


def title_caveats(roles: Sequence[str], asked: Understood, reader: Reader, *, query: str = _TITLES) -> list[Evidence]:
    """Sentences that say how far the roles are separate jobs, best first."""
    wanted = replace(asked, roles=tuple(roles), attributes=("title-reality",), previous=None)
    return [
        e
        for e in rank(wanted, reader, query=query)
        if e.piece.section is Section.BODY
        and e.piece.passage.kind is PassageKind.PROSE
        and "title-reality" in {*e.piece.attributes, *e.piece.heading_attributes}
        and (not roles or set(roles) & set(spoken_of(e.piece, reader)))
    ]
