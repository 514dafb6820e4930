"""Advises one role by the guides' own rules, for what the person said of themselves; a tie is said to be a tie."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.answer.about_guides import name_of
from advisor.answer.compare import roles_to_compare
from advisor.answer.draft import Draft, Part, claim_of
from advisor.answer.evidence import Evidence, Reader, Section
from advisor.answer.leaning import favoured, lean
from advisor.answer.rank import rank
from advisor.answer.readers import Readers
from advisor.answer.select import choose
from advisor.answer.stance import argues_against, is_exception, is_rule
from advisor.domain import PassageKind
from advisor.question.clauses import clauses
from advisor.question.intent import Intent
from advisor.question.notes import TOLD
from advisor.question.understood import Understood

_FOR_RULES, _ARGUES_AGAINST = 0.12, -0.15
_WHOLE_SENTENCE = 8  # words
_QUERIES, _REASONS = 4, 3
_TO_THE_WORD = 0.5  # cosine at which a cell of a table is what was told of
_TELLS_ENOUGH = 8  # words of a message that is answered with advice though it asks nothing
_TIE = "an even split between the two roles: judge by the everyday work; in a small team one person may do both"


def recommend(asked: Understood, readers: Readers) -> Draft:
    """The role that what was told leans to; else that it is a tie, or that it depends."""
    reader = readers.reader
    roles, told = _roles(asked, reader), _told(asked, reader)
    role = favoured(lean(told, roles, readers.contrast)) if told else None
    if role:
        queries = [told, *(clause.words for clause in clauses(told))][:_QUERIES]
        return _advise(
            role, roles, [_rules(rank(_plain(asked), reader, query=query), roles) for query in queries], reader
        )
    ranked = _rules(rank(_plain(asked), reader, query=_TIE if told else asked.asked), roles)
    return _both(roles, ranked, reader, tie=bool(told))


def recommend_one(asked: Understood, readers: Readers) -> Draft | None:
    """The same; None where it is asked of one role whether it fits, and what was told leans to none."""
    draft = recommend(asked, readers)
    one = len(asked.roles) == 1 and asked.roles[0] in _roles(asked, readers.reader)
    return None if one and not draft.recommended_role and asked.person.get(TOLD) else draft


def _roles(asked: Understood, reader: Reader) -> tuple[str, ...]:
    """The roles to choose from."""
    return roles_to_compare(replace(asked, roles=asked.roles if len(asked.roles) > 1 else ()), reader)


def _told(asked: Understood, reader: Reader) -> str:
    """What the person told of themselves; a role that is not to choose from is theirs."""
    others = [f"I am a {reader.lexicon.role_names[r]}." for r in asked.roles if r not in _roles(asked, reader)]
    return " ".join([asked.person.get(TOLD, ""), *others]).strip()


def _plain(asked: Understood) -> Understood:
    return replace(asked, roles=(), attributes=())


def advised_already(asked: Understood, readers: Readers) -> Understood:
    """As asking for advice, where a person tells what they want and the rest of what they told leans to one role."""
    told = asked.person.get(TOLD, "")
    wants = asked.intent is Intent.STATEMENT and "aim" in asked.person and len(asked.asked.split()) >= _TELLS_ENOUGH
    if not wants or asked.asked not in told:
        return asked
    role = favoured(lean(told, roles_to_compare(replace(asked, roles=()), readers.reader), readers.contrast))
    return replace(asked, intent=Intent.RECOMMEND) if role else asked


def _rules(ranked: Sequence[Evidence], roles: Sequence[str]) -> list[Evidence]:
    """Whole sentences about these roles, leaning to those that say who should choose what."""
    rules = [
        replace(e, score=e.score + _FOR_RULES * _rules_choice(e) + _ARGUES_AGAINST * argues_against(e.piece.plain))
        for e in ranked
        if e.piece.section is Section.BODY
        and set(e.piece.roles) & set(roles)
        and (_rules_choice(e) or _is_whole(e) or (e.piece.fact and e.similarity >= _TO_THE_WORD))
    ]
    return sorted(rules, key=lambda e: -e.score)


def _rules_choice(evidence: Evidence) -> bool:
    return is_rule(evidence.piece.plain) or "fit" in evidence.piece.heading_attributes


def _is_whole(evidence: Evidence) -> bool:
    piece = evidence.piece
    listed = piece.passage.kind is PassageKind.LIST_ITEM
    return piece.fact is None and not listed and not piece.figures and len(piece.text.split()) > _WHOLE_SENTENCE


def _only(role: str, evidence: Evidence, roles: Sequence[str]) -> bool:
    """Whether, of the roles to choose from, a sentence speaks of this one alone."""
    return set(evidence.piece.roles) & set(roles) == {role}


def _advise(role: str, roles: Sequence[str], ranked: Sequence[Sequence[Evidence]], reader: Reader) -> Draft:
    """`ranked`: what is near to all that was told, then what is near to each clause of it."""
    reasons = _reasons(role, roles, ranked)
    against = [e for e in ranked[0] if is_exception(e.piece.plain) or (_rules_choice(e) and not _only(role, e, roles))]
    but = choose(against, most=1, words=40, said=[e.piece for e in reasons])
    claims = tuple(claim_of(e.piece, reader.lexicon) for e in (*reasons, *but))
    exception = tuple(range(len(reasons), len(claims)))
    lead = f"**{reader.lexicon.role_names[role]}** fits what you told me best{_by(reasons, reader)}."
    return Draft(claims=claims, lead=lead, parts=(Part("**But:**", exception),), recommended_role=role)


def _reasons(role: str, roles: Sequence[str], ranked: Sequence[Sequence[Evidence]]) -> list[Evidence]:
    """What speaks for the role: the best of all that was told, and of each clause what is near to it."""
    reasons: list[Evidence] = []
    for place, near in enumerate(ranked):
        speaks_for = [
            e
            for e in near
            if _only(role, e, roles)
            and not is_exception(e.piece.plain)
            and not argues_against(e.piece.plain)
            and (place == 0 or e.similarity >= _TO_THE_WORD)
        ]
        reasons += choose(speaks_for, most=1, words=40, said=[e.piece for e in reasons])
    if len(reasons) == 1:
        reasons += choose([e for e in ranked[0] if _only(role, e, roles) and not argues_against(e.piece.plain)],
                          most=2, words=60, said=[e.piece for e in reasons])  # fmt: skip
    return list({e.piece.citation: e for e in reasons}.values())[:_REASONS]


def _by(reasons: Sequence[Evidence], reader: Reader) -> str:
    """Whose rules these are."""
    keys = dict.fromkeys(e.piece.passage.guide_id for e in reasons)
    names = [name_of(reader.library.guides[key]) for key in keys]
    return f", by what {' and '.join(names[:2])} {'say' if len(names) > 1 else 'says'}" if names else ""


def _both(roles: Sequence[str], ranked: Sequence[Evidence], reader: Reader, *, tie: bool) -> Draft:
    """No role stands out: each with its rule, and what would decide."""
    chosen = choose(
        [e for e in ranked if set(roles) <= set(e.piece.roles) and _rules_choice(e)], most=1 + tie, words=60
    )
    for role in roles:
        own = [e for e in ranked if _only(role, e, roles) and not argues_against(e.piece.plain)]
        chosen += choose(own, most=2 - tie, words=45, said=[e.piece for e in chosen])
    claims = tuple(claim_of(e.piece, reader.lexicon) for e in chosen)
    lead = (
        "That is a tie: what you told me fits both roles." if tie else "It depends on what you bring and what you like."
    )
    return Draft(claims=claims, lead=lead)
