"""Decides when the library cannot answer, and says what it does hold."""

from collections.abc import Sequence

from advisor.answer.asked_like import is_answered, is_left_open
from advisor.answer.draft import Draft, Part, claim_of
from advisor.answer.evidence import Evidence, Reader, Section
from advisor.answer.left_open import is_on_another_subject, left_open
from advisor.answer.readers import Readers
from advisor.answer.select import choose
from advisor.answer.unknown import Unknown, unknown_abroad, unknown_terms
from advisor.domain import Declined, DeclineReason, Kind
from advisor.question.intent import WAYS, Intent
from advisor.question.understood import Understood
from advisor.question.words_of_asking import plain_stems, plain_words
from advisor.text import content_stems, figures, stem, words

_OFF_TOPIC_BELOW = 0.33  # cosine of the nearest sentence, where no name of the library is in the question
_FAR = 0.42  # cosine of the nearest sentence on a role
_UNHEARD_OF = 0.46  # cosine of the nearest question that guides answer
_MOSTLY_UNKNOWN = 0.5  # share of the question's words
_OPEN_TO_ALL = {Intent.LIBRARY, Intent.RECOMMEND}
_AS_NEAR = 0.12  # of the best score: what is further away is not the nearest
_NEAREST = "The nearest that the guides do say:"
_QUESTIONS_ALIKE = 0.1  # cosine
_FIRST = 3  # sentences: what is left open is quoted, whatever its words, if it is among these
_ASK_ME = "Ask me, for example, about pay, skills, daily work or which role suits you."


def why_decline(asked: Understood, ranked: Sequence[Evidence], readers: Readers) -> Declined | None:
    """The reason why nothing of the library answers this, or None where something may."""
    if asked.unsafe:
        return Declined(
            DeclineReason.UNSAFE, "I can't do that. I only answer career questions, from the guides I hold."
        )
    if _is_off_topic(asked, readers):
        return Declined(
            DeclineReason.OFF_TOPIC,
            "That is outside what I can help with: I only answer career questions, from the guides I hold.",
        )
    message = _not_in_guides(asked, ranked, readers)
    return Declined(DeclineReason.NOT_IN_GUIDES, message) if message else None


def _is_off_topic(asked: Understood, readers: Readers) -> bool:
    """Nothing of the library is named, and no sentence is near to what was typed or to what it was taken for."""
    if asked.intent in WAYS and asked.person.keys() - {"told"}:
        return False  # a way from where they stand
    if is_on_another_subject(asked, readers):
        return True
    attributes = () if asked.guessed else asked.attributes
    if asked.roles or set(attributes) - {"fit"} or asked.terms or asked.guides or asked.previous:
        return False
    if asked.intent is Intent.LIBRARY or _is_in_words_of_guides(asked, readers):
        return False
    if asked.intent in WAYS and asked.person.keys() - {"told"}:
        return False  # a way from where they stand
    near = _nearest_sentence(asked, readers.reader)
    if asked.intent is Intent.RECOMMEND or asked.intent in WAYS:
        for text in {asked.person.get("told") or asked.question, asked.question}:
            near = max(near, readers.contrast.nearest(text))
    return near < _OFF_TOPIC_BELOW


def _nearest_sentence(asked: Understood, reader: Reader) -> float:
    """Cosine; the questions beside the guides count less: any two questions are a little alike."""
    dense = reader.library.scores(asked.standalone).dense
    sentence, question = dense[reader.spoken_units], dense[reader.answered_questions]
    return max(float(sentence.max(initial=0.0)), float(question.max(initial=0.0)) - _QUESTIONS_ALIKE)


def _is_in_words_of_guides(asked: Understood, readers: Readers) -> bool:
    """Whether the question gives a figure of the guides, or all its telling words are theirs."""
    if readers.reader.figures & figures(asked.asked):
        return True
    telling = [word for word in words(asked.asked) if word not in plain_words() and stem(word) not in plain_stems()]
    return bool(telling) and all(map(readers.listener.speller.knows, telling))


def _not_in_guides(asked: Understood, ranked: Sequence[Evidence], readers: Readers) -> str:
    """What to say of that the guides do not cover it; empty where they may."""
    unknown = _unknown(asked, readers)
    if named := (*unknown.years, *unknown.names):
        return _does_not_occur(tuple(dict.fromkeys(named[:2])), readers.reader)
    if concern := left_open(asked, readers):
        return f"The guides say nothing about {concern.name}."
    if uncovered := _uncovered_roles(asked, ranked, readers.reader):
        return f"The guides do not cover this for {uncovered}."
    if asked.intent in {Intent.RECOMMEND, Intent.SOURCE, Intent.LIBRARY, Intent.COMPARE, Intent.WHY}:
        return ""
    if asked.previous is None and is_answered(asked.asked, readers.reader):
        return ""
    bare_of_names = (asked.guessed or not asked.attributes) and not asked.terms and asked.previous is None
    if bare_of_names and unknown.share >= _MOSTLY_UNKNOWN and readers.points.raised(asked) is None:
        return f"The guides do not cover “{unknown.common[0]}”."
    alone = asked.previous is None and not asked.guides
    far = bare_of_names and asked.roles and not asked.guides and _is_far_from_all(asked, readers)
    open_ = alone and is_left_open(asked.asked, readers.reader) and readers.points.raised(asked) is None
    return "The guides do not say." if far or open_ else ""


def _does_not_occur(terms: Sequence[str], reader: Reader) -> str:
    """That the guides do not cover some terms; where they do not even use them, that too."""
    listed = " and ".join(f"“{term}”" for term in terms)
    written = {word for passage in reader.library.passages.values() for word in words(passage.text)}
    used = any(word in written for term in terms for word in words(term))
    absent = "" if used else f": {'it does' if len(terms) == 1 else 'they do'} not occur in them"
    return f"The guides do not cover {listed}{absent}."


def _unknown(asked: Understood, readers: Readers) -> Unknown:
    if asked.intent is Intent.RECOMMEND:
        return Unknown()  # who tells a story names many things
    unknown = unknown_terms(asked, readers) if asked.is_in_english else Unknown()
    return unknown if asked.language == "en" else unknown_abroad(asked, unknown, readers)


def _uncovered_roles(asked: Understood, ranked: Sequence[Evidence], reader: Reader) -> str:
    """The names of the roles asked about where no guide says anything of the kind about them."""
    covered = set(reader.lexicon.covered)
    if not asked.roles or set(asked.roles) & covered or not covered or asked.intent in _OPEN_TO_ALL:
        return ""
    wanted = set(asked.attributes)
    for e in ranked[:40]:
        fits = not wanted or wanted & {*e.piece.attributes, *e.piece.heading_attributes}
        if set(asked.roles) & set(e.piece.roles) and fits and e.piece.section is not Section.SILENT:
            return ""
    return " and ".join(reader.lexicon.role_names[role] for role in asked.roles)


def _is_far_from_all(asked: Understood, readers: Readers) -> bool:
    """Whether, with "the role" in place of every role's name, no sentence on a role and no usual question is near."""
    if readers.reader.figures & figures(asked.asked) or readers.contrast.nearest(asked.asked) >= _FAR:
        return False
    examples = readers.listener.examples
    return examples is None or examples.nearest(readers.reader.lexicon.generic(asked.asked)) < _UNHEARD_OF


def decline(declined: Declined, asked: Understood, ranked: Sequence[Evidence], reader: Reader) -> Draft:
    """The refusal, with what the guides say of not saying it and the nearest that they do say."""
    if declined.reason is not DeclineReason.NOT_IN_GUIDES:
        return Draft(kind=Kind.DECLINED, lead=f"{declined.message} {_ASK_ME}", declined=declined)
    own = {*content_stems(reader.lexicon.without_roles(asked.asked)), *content_stems(declined.message)} - plain_stems()
    silent = [e for e in ranked if e.piece.section is Section.SILENT and own & set(content_stems(e.piece.text))]
    silent = silent or [e for e in ranked[:_FIRST] if e.piece.section is Section.SILENT]
    wanted = set() if asked.guessed else set(asked.attributes)
    spoken = [e for e in ranked if _tells_of(wanted, e)]
    admitted, nearest = choose(silent, most=1), choose(spoken, most=2, words=50, within=_AS_NEAR)
    claims = tuple(claim_of(e.piece, reader.lexicon) for e in (*admitted, *nearest))
    places = tuple(range(len(admitted), len(claims)))
    parts = (Part(_NEAREST, places),) if places else ()
    return Draft(kind=Kind.DECLINED, lead=declined.message, claims=claims, parts=parts, declined=declined)


def _tells_of(attributes: set[str], evidence: Evidence) -> bool:
    """Whether a whole sentence or cell says something of one of these attributes."""
    piece = evidence.piece
    speaks = piece.section is not Section.SILENT and not piece.is_fragment
    return speaks and bool(attributes & {*piece.attributes, *piece.heading_attributes})
