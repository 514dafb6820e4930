"""Decides when the library cannot answer, and says what it does hold."""

import re
from collections.abc import Sequence

from advisor.answer.draft import Draft, claim_of
from advisor.answer.evidence import Evidence, Reader, Section
from advisor.answer.select import choose
from advisor.domain import Declined, DeclineReason, Kind
from advisor.question.intent import Intent
from advisor.question.mentions import Lexicon
from advisor.question.spelling import Speller
from advisor.question.understand import Understood
from advisor.text import STOP_WORDS, normalise, words

_OFF_TOPIC_BELOW = 0.36  # cosine of the nearest sentence, where no name of the library is in the question
_SILENT_BY = 0.0  # how much nearer a "does not say" sentence must be than any other
_YEAR = re.compile(r"\b(?:in|for|of|since|by|during) ((?:19|20)\d\d)\b")
_PLAIN = STOP_WORDS | frozenset(
    "exactly exact roughly current currently today tomorrow actually honestly typical typically usually generally job jobs role"
    " roles work career careers path someone somebody people person guys anyone new good bad best better worse big small many"
    " hard easy easier kind sort type types way ways true truth correct wrong number numbers figure figures question questions"
    " answer answers verdict advice hello thanks year years month months main name names list two three first last next".split()
)


def why_decline(asked: Understood, ranked: Sequence[Evidence], speller: Speller) -> Declined | None:
    """The reason why nothing of the library answers this, or None where something may."""
    if asked.unsafe:
        return Declined(
            DeclineReason.UNSAFE, "I can't do that. I only answer career questions, from the guides in my library."
        )
    named = asked.roles or asked.attributes or asked.terms or asked.guides or asked.previous
    best = max((e.similarity for e in ranked if e.piece.section is not Section.SILENT), default=0.0)
    if not named and best < _OFF_TOPIC_BELOW:
        return Declined(
            DeclineReason.OFF_TOPIC,
            "That is outside what I can help with: I only answer career questions, from the guides in my library.",
        )
    if asked.intent in {Intent.RECOMMEND, Intent.SOURCE} or asked.language != "en":
        return None
    missing = missing_terms(asked, speller)
    if missing:
        listed = ", ".join(f"“{term}”" for term in missing[:3])
        return Declined(DeclineReason.NOT_IN_GUIDES, f"The guides do not say: {listed} does not occur in them.")
    if _silence_is_nearest(ranked):
        return Declined(DeclineReason.NOT_IN_GUIDES, "The guides do not say.")
    return None


def missing_terms(asked: Understood, speller: Speller) -> list[str]:
    """Names, places, years and things of the question that no guide and no name of the library holds."""
    text = asked.asked
    years = [y for y in _YEAR.findall(normalise(text)) if not speller.knows(y)]
    missing = []
    for position, token in enumerate(re.findall(r"[\w'’/+#.-]+", text)):
        bare = token.strip(".'’-/")
        for word in words(bare):
            if (
                word in _PLAIN
                or speller.knows(word)
                or word.isdigit()
                or all(speller.knows(p) for p in re.split(r"[-/]", word))
            ):
                continue
            proper = (
                any(c.isupper() for c in bare[1:])
                or (bare[:1].isupper() and position > 0)
                or any(c.isdigit() for c in word)
            )
            missing.append((bare, proper))
    names = [term for term, proper in missing if proper]
    others = [term for term, proper in missing if not proper]
    content = [w for w in words(text) if w not in _PLAIN]
    return [*years, *names, *(others if years or names or len(others) >= max(1, len(content) / 4) else [])]


def _silence_is_nearest(ranked: Sequence[Evidence]) -> bool:
    silent = max((e.similarity for e in ranked if e.piece.section is Section.SILENT), default=0.0)
    spoken = max((e.similarity for e in ranked if e.piece.section is not Section.SILENT), default=0.0)
    return silent > spoken + _SILENT_BY


def decline(declined: Declined, asked: Understood, ranked: Sequence[Evidence], reader: Reader) -> Draft:
    """The refusal, with what the guides say of not saying it and the nearest that they do say."""
    if declined.reason is not DeclineReason.NOT_IN_GUIDES:
        return Draft(kind=Kind.DECLINED, lead=declined.message + " " + _offer(reader.lexicon), declined=declined)
    silent = [e for e in ranked if e.piece.section is Section.SILENT and e.similarity > 0.4]
    spoken = [e for e in ranked if e.piece.section is not Section.SILENT]
    nearest = [*choose(silent, most=1), *(choose(spoken, most=2, words=50) if asked.roles or asked.attributes else [])]
    claims = tuple(claim_of(e.piece, reader.lexicon) for e in nearest)
    middle = "The nearest that the guides do say:" if claims else ""
    return Draft(
        kind=Kind.DECLINED,
        lead=declined.message,
        middle=middle,
        claims=claims,
        declined=declined,
        retrieved=tuple(ranked[:12]),
    )


def _offer(lexicon: Lexicon) -> str:
    return "Ask me, for example, about pay, skills, daily work or which role suits you."
