"""Small talk, notes on the person, and the meaning of a term."""

from collections.abc import Mapping
from dataclasses import replace

from advisor.answer.draft import Draft
from advisor.answer.evidence import Reader
from advisor.answer.simpler import ours
from advisor.domain import Claim, Kind
from advisor.question.intent import Intent
from advisor.question.notes import TOLD, notes_of
from advisor.question.understood import Understood


def talk(asked: Understood, reader: Reader) -> Draft:
    names = [
        r.name for r in reader.lexicon.vocabulary.roles if any(r.id in g.roles for g in reader.library.guides.values())
    ]
    roles = " and ".join(names[:4]) or "the careers of the library"
    match asked.intent:
        case Intent.THANKS:
            return Draft(kind=Kind.TALK, lead="You're welcome. Ask on whenever you like.")
        case Intent.FORGET:
            gone = "; ".join(note.shown for note in asked.forgotten)
            return Draft(kind=Kind.TALK, lead=f"Forgotten – {gone}. From here on I do not use it.")
        case Intent.STATEMENT:
            return Draft(
                kind=Kind.TALK,
                lead=f"Noted – {noted(asked.person)}. Ask me which role fits, and I will keep that in mind.",
            )
        case _:
            return Draft(
                kind=Kind.TALK,
                lead=f"Hello. I am a program that answers questions about {roles}, in the words of career guides, "
                "and shows those words for every statement. Ask about pay, growth, skills, daily work, getting "
                "in, or which role suits you.",
            )


def noted(person: Mapping[str, str]) -> str:
    return "; ".join(note.shown for note in notes_of(person) if note.key != TOLD) or "thank you"


def meaning(asked: Understood, reader: Reader) -> Claim | None:
    """The glossary's words for a term, marked as ours; None where the question names none."""
    known = {term.term: term for term in reader.lexicon.vocabulary.glossary}
    term = next((known[t] for t in asked.terms if t in known), None)
    return replace(ours(term.meaning), shown="") if term else None
