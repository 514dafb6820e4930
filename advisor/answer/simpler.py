"""The answer before in fewer words: its core, and the terms in it explained in words of ours."""

from advisor.answer.draft import Draft, Part
from advisor.answer.evidence import Reader
from advisor.domain import Answer, Basis, CheckedClaim, Citation, Claim
from advisor.question.intent import Intent
from advisor.text import normalise

_CORE = 2  # claims
_TERMS = 3
_LONG = 30  # words: a longer claim is no core while there is a shorter one
_OURS = "**The words, as our own glossary explains them:**"


def say_simpler(previous: Answer, reader: Reader) -> Draft | None:
    """The first claims again, fewer each time it is asked; None where the release no longer holds their passages."""
    held = [again for told in previous.claims if told.citations and (again := _again(told, previous, reader))]
    if not held:
        return None
    sentences = [claim for claim in held if claim.text in {c.quote for c in claim.citations}] or held
    short = [claim for claim in sentences if len(claim.text.split()) <= _LONG] or sentences
    core = short[: min(_CORE, max(1, len(held) - 1))]
    shorter_still = previous.topic.intent and any(claim.shown for claim in previous.claims if not claim.citations)
    explained = [] if shorter_still else _explained(" ".join(claim.text for claim in core), previous, reader)
    places = tuple(range(len(core), len(core) + len(explained)))
    return Draft(claims=(*core, *explained), parts=(Part(_OURS, places),), recommended_role=previous.recommended_role)


def _again(told: CheckedClaim, previous: Answer, reader: Reader) -> Claim | None:
    """The claim with its citations, as it was before it was numbered."""
    sources = {source.n: source for source in previous.citations}
    cited = tuple(
        Citation(source.passage_id, source.quote, source.start, source.end)
        for source in (sources[n] for n in told.citations if n in sources)
        if source.passage_id in reader.library.passages
    )
    return Claim(told.text, told.basis, cited) if len(cited) == len(told.citations) else None


def _explained(text: str, previous: Answer, reader: Reader) -> list[Claim]:
    """What the role asked about and the terms of a text mean, each once."""
    defines = previous.topic.intent == Intent.DEFINE and set(previous.topic.attributes) <= {"definition"}
    asked = previous.topic.roles if defines else ()
    roles = [role.meaning for role in reader.lexicon.vocabulary.roles if role.id in asked and role.meaning]
    meanings = {term.term: term.meaning for term in reader.lexicon.vocabulary.glossary}
    found = dict.fromkeys(mention.id for mention in reader.lexicon.terms.find(normalise(text)))
    terms = [meanings[term] for term in found if not (roles and reader.lexicon.role_ids(term))]
    return [ours(meaning) for meaning in (*roles, *terms)][:_TERMS]


def ours(meaning: str) -> Claim:
    """A meaning of our glossary, marked as ours also where it stands alone."""
    return Claim(f"In our own words, from our glossary: {meaning}", Basis.LIBRARY, shown=meaning)
