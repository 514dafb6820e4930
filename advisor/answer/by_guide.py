"""Lets each guide speak to the same point: whether they agree, and where they differ."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answer.about_guides import name_of
from advisor.answer.draft import Draft, claim_of
from advisor.answer.evidence import Evidence, Reader, Section
from advisor.answer.lookup import lean
from advisor.answer.rank import rank
from advisor.answer.select import choose, told_of
from advisor.domain import Basis, Claim
from advisor.question.intent import Intent
from advisor.question.sentences import safe_sentences
from advisor.question.understood import Understood
from advisor.text import normalise

_AGREE = re.compile(
    r"\b(?:agree(?:d|ment|s)?|see eye to eye|consensus|common opinion|in common|unanimous)\b"
    r"|\b(?:more than one|several|all|both|each|every|other|any) (?:of (?:the|your|them) )?(?:\w+ )?"
    r"(?:guides?|sources?|publishers?)\b|\b(?:guides|sources|publishers) all\b"
    r"|\bthe (?:guides|sources) (?:all )?(?:say|tell|think)\b|\bthey all (?:say|tell|think)\b|\bsee it the same\b"
)
_DIFFER = re.compile(
    r"\bwhich (?:\w+ ){0,4}(?:is|are) (?:right|wrong|true|correct)\b(?! (?:for|choice|path|role|job))"
    r"|\bheard\b.*\bheard\b|\b(?:say|see|answer|judge|think|tell|put)s? (?:\w+ )?differently\b"
    r"|\b(?:who(?:'s| is)? right|disagree|contradict\w*|conflict\w*|differ about)\b"
    r"|\b(?:one|some)(?: \w+)? (?:page|guide|people|site|source)?s? ?(?:says?|claims?|writes?|tells?)\b.*"
    r"\b(?:another|others?)\b"
    r"|\b(?:different|conflicting|opposite|mixed) (?:answers|things|opinions|messages)\b|\bor not\?.*\bdifferent\b"
)
_WITHIN = 0.25  # of the best guide's score: a guide further away does not speak to the point
_NEAR = 0.4  # cosine
_WORDS = 130


def asks_guide_by_guide(asked: Understood) -> bool:
    return asked.intent is not Intent.SOURCE and bool(_AGREE.search(_told(asked)) or asks_who_is_right(asked))


def asks_who_is_right(asked: Understood) -> bool:
    """Whether different answers were heard."""
    return bool(_DIFFER.search(_told(asked)))


def _told(asked: Understood) -> str:
    """All that was typed but for what instructs: what was heard elsewhere counts, an order does not."""
    return normalise(" ".join(safe_sentences(asked.question)))


def by_guide(asked: Understood, ranked: Sequence[Evidence], reader: Reader) -> Draft | None:
    """The best sentence of each guide that speaks to the point; None where fewer than two do."""
    best: dict[str, Evidence] = {}
    for e in ranked:
        if e.similarity >= _NEAR and e.piece.section not in {Section.SILENT, Section.ABOUT}:
            best.setdefault(e.piece.passage.guide_id, e)
    top = max((e.score for e in best.values()), default=0.0)
    speaking = sorted((e for e in best.values() if e.score >= top - _WITHIN), key=lambda e: -e.score)
    if len(speaking) < 2:
        return None
    claims = [claim_of(e.piece, reader.lexicon) for e in _in_words(speaking)]
    names = [name_of(reader.library.guides[e.piece.passage.guide_id]) for e in speaking[: len(claims)]]
    counted = f"{len(names)} of {len(reader.library.guides)} guides speak to this: {', '.join(names)}."
    lead = Claim(counted, Basis.COUNTED, tuple(c for claim in claims for c in claim.citations))
    return Draft(claims=(lead, *claims))


def of_guide(asked: Understood, reader: Reader) -> Draft | None:
    """What one guide says, searched without its name; None where none is named, or it says nothing to the point."""
    if len(asked.guides) != 1 or asks_guide_by_guide(asked):
        return None
    bare = _without_names(asked.standalone, reader)
    wanted = replace(asked, guides=(), asked=_without_names(asked.asked, reader), standalone=bare)
    own = [e for e in rank(wanted, reader) if e.piece.passage.guide_id == asked.guides[0]]
    own = [e for e in own if not asked.attributes or set(asked.attributes) & told_of(e.piece)]
    own = [e for e in own if not e.piece.is_fragment] or own
    if not own or own[0].similarity < _NEAR:
        return None
    return Draft(claims=tuple(claim_of(e.piece, reader.lexicon) for e in choose(lean(own, wanted), most=4, words=90)))


def _without_names(text: str, reader: Reader) -> str:
    """A question without the names of its guides, and so about its matter alone."""
    text = normalise(text)
    for mention in reversed(reader.lexicon.guides.find(text)):
        text = text[: mention.start] + text[mention.end :]
    return re.sub(r"\s+", " ", text)


def _in_words(speaking: Sequence[Evidence]) -> list[Evidence]:
    """As many as are read without tiring."""
    chosen: list[Evidence] = []
    left = _WORDS
    for e in speaking:
        left -= len(e.piece.text.split())
        if left < 0 and chosen:
            break
        chosen.append(e)
    return chosen
