"""Decides when the library cannot answer, and says what it does hold."""

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from advisor.answer.draft import Draft, claim_of
from advisor.answer.evidence import Evidence, Reader, Section
from advisor.answer.select import choose
from advisor.domain import Declined, DeclineReason, Kind
from advisor.question.intent import Intent
from advisor.question.spelling import Speller
from advisor.question.understand import Understood
from advisor.text import content_stems, normalise, stem, stop_words, words

_FEW = 3  # a sentence that names more things than these leaves none of them open in particular
_OFF_TOPIC_BELOW = 0.33  # cosine of the nearest sentence, where no name of the library is in the question
_YEAR = re.compile(r"\b(?:in|for|of|since|by|during) ((?:19|20)\d\d)\b")
_WORD = re.compile(r"[\w'’/+#.-]*\w")
_WHICH_ONE = re.compile(r"\b(?:which|what)\b.*\b(?:best|recommend|buy|take|get|choose|pick)\b")
_OPEN = {Intent.RECOMMEND, Intent.SOURCE, Intent.LIBRARY, Intent.COMPARE, Intent.DEFINE}
_ASK_ME = "Ask me, for example, about pay, skills, daily work or which role suits you."


def why_decline(asked: Understood, ranked: Sequence[Evidence], reader: Reader, speller: Speller) -> Declined | None:
    """The reason why nothing of the library answers this, or None where something may."""
    if asked.unsafe:
        return Declined(
            DeclineReason.UNSAFE, "I can't do that. I only answer career questions, from the guides I hold."
        )
    if _is_off_topic(asked, ranked):
        return Declined(
            DeclineReason.OFF_TOPIC,
            "That is outside what I can help with: I only answer career questions, from the guides I hold.",
        )
    missing = missing_terms(asked, reader, speller) if asked.language == "en" else []
    if missing:
        listed = " and ".join(f"“{term}”" for term in missing[:2])
        return Declined(DeclineReason.NOT_IN_GUIDES, f"The guides do not cover {listed}.")
    if uncovered := _uncovered_roles(asked, ranked, reader):
        return Declined(DeclineReason.NOT_IN_GUIDES, f"The guides do not cover this for {uncovered}.")
    if _asks_for_what_is_left_open(asked, ranked):
        return Declined(DeclineReason.NOT_IN_GUIDES, "The guides do not say.")
    return None


def _is_off_topic(asked: Understood, ranked: Sequence[Evidence]) -> bool:
    named = asked.roles or asked.attributes or asked.terms or asked.guides or asked.previous
    if named or asked.intent is Intent.RECOMMEND:
        return False
    return max((e.similarity for e in ranked), default=0.0) < _OFF_TOPIC_BELOW


def missing_terms(asked: Understood, reader: Reader, speller: Speller) -> list[str]:
    """Names, places, years and things of the question of which no guide speaks, as they were typed."""
    named = set(words(" ".join(reader.lexicon.mentioned(asked.asked))))
    proper: list[str] = []
    common: list[str] = []
    for position, match in enumerate(_WORD.finditer(asked.asked)):
        typed = match[0]
        for word in words(typed):
            if word in named or _is_plain(word, speller):
                continue
            is_name = (
                any(c.isupper() for c in typed[1:])
                or (typed[0].isupper() and position > 0)
                or any(map(str.isdigit, typed))
            )
            (proper if is_name else common).append(typed)
    years = [year for year in _YEAR.findall(normalise(asked.asked)) if not speller.knows(year)]
    if asked.intent in _OPEN and not asked.attributes:
        common = []
    return list(dict.fromkeys([*years, *proper, *common]))


def _is_plain(word: str, speller: Speller) -> bool:
    """Known to the library, or a word that could stand in any question."""
    if len(word) <= 3 or word in plain_words() or word.replace(".", "").rstrip("k%mb").isdigit():
        return True
    return all(
        part in plain_words() or stem(part) in plain_stems() or speller.knows(part) for part in re.split(r"[-/']", word)
    )


def _uncovered_roles(asked: Understood, ranked: Sequence[Evidence], reader: Reader) -> str:
    """The names of the roles asked about where no guide says anything of the kind about them."""
    covered = {role for guide in reader.library.guides.values() for role in guide.roles}
    if (
        not asked.roles
        or set(asked.roles) & covered
        or not covered
        or asked.intent in {Intent.LIBRARY, Intent.RECOMMEND}
    ):
        return ""
    wanted = set(asked.attributes)
    for e in ranked[:40]:
        fits = not wanted or wanted & {*e.piece.attributes, *e.piece.heading_attributes}
        if set(asked.roles) & set(e.piece.roles) and fits and e.piece.section is not Section.SILENT:
            return ""
    return " and ".join(reader.lexicon.role_names[role] for role in asked.roles)


def _asks_for_what_is_left_open(asked: Understood, ranked: Sequence[Evidence]) -> bool:
    """Whether a guide itself says that it does not say which one, and the question asks which one."""
    if asked.intent in _OPEN or not _WHICH_ONE.search(normalise(asked.asked)):
        return False
    wanted = set(asked.attributes) - {"fit"}
    silent = (e.piece.attributes for e in ranked if e.piece.section is Section.SILENT)
    return any(wanted & set(attributes) and len(attributes) <= _FEW for attributes in silent)


@lru_cache(maxsize=1)
def plain_words() -> frozenset[str]:
    return stop_words() | frozenset(files("advisor.question").joinpath("plain_words.txt").read_text("utf-8").split())


@lru_cache(maxsize=1)
def plain_stems() -> frozenset[str]:
    return frozenset(map(stem, plain_words()))


def decline(declined: Declined, asked: Understood, ranked: Sequence[Evidence], reader: Reader) -> Draft:
    """The refusal, with what the guides say of not saying it and the nearest that they do say."""
    if declined.reason is not DeclineReason.NOT_IN_GUIDES:
        return Draft(kind=Kind.DECLINED, lead=f"{declined.message} {_ASK_ME}", declined=declined)
    own = set(content_stems(reader.lexicon.without_roles(asked.asked)))
    silent = [e for e in ranked if e.piece.section is Section.SILENT and own & set(content_stems(e.piece.text))]
    wanted = set(asked.attributes)
    spoken = [
        e for e in ranked
        if e.piece.section is not Section.SILENT and wanted & {*e.piece.attributes, *e.piece.heading_attributes}
    ]  # fmt: skip
    admitted, nearest = choose(silent, most=1), choose(spoken, most=2, words=50)
    claims = tuple(claim_of(e.piece, reader.lexicon) for e in (*admitted, *nearest))
    middle = "The nearest that the guides do say:" if nearest and not admitted else ""
    return Draft(
        kind=Kind.DECLINED,
        lead=declined.message,
        middle=middle,
        claims=claims,
        declined=declined,
        retrieved=tuple(ranked[:12]),
    )
