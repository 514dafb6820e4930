"""Answers without a chat model: selects and arranges the library's own sentences and table cells."""

import re
from dataclasses import replace

from advisor.answer.about_guides import about_guides, dated_guides, sources_of
from advisor.answer.agreement import in_play, on_point, with_difference
from advisor.answer.asked_like import asked_like_a_known_one
from advisor.answer.by_guide import asks_guide_by_guide, by_guide, of_guide
from advisor.answer.clarify import clarified, clarify
from advisor.answer.compare import compare, is_comparison, roles_to_compare
from advisor.answer.computed import worked_out
from advisor.answer.decline import why_decline
from advisor.answer.define import define
from advisor.answer.described import asking_which, with_described_role
from advisor.answer.draft import Draft
from advisor.answer.evidence import Evidence, Reader
from advisor.answer.in_turn import in_turn
from advisor.answer.lookup import lean, look_up
from advisor.answer.plan import path, plan
from advisor.answer.pros_cons import pros_and_cons
from advisor.answer.quiz import quiz
from advisor.answer.rank import rank
from advisor.answer.readers import Readers
from advisor.answer.recommend import advised_already, recommend_one
from advisor.answer.simpler import say_simpler
from advisor.answer.talk import meaning, talk
from advisor.answer.without import without
from advisor.domain import Declined, Kind
from advisor.question.intent import Intent
from advisor.question.understood import Understood
from advisor.text import content_stems

_TALK = {Intent.GREETING, Intent.THANKS, Intent.HELP, Intent.STATEMENT, Intent.FORGET, Intent.CLARIFY, Intent.TAKE_QUIZ}
_FACTS = {Intent.LOOKUP, Intent.WHY, Intent.COMPARE, Intent.DEFINE, Intent.WITHOUT, Intent.AGAINST}  # are asked for
_SHORT = 5  # stems: in a longer question a term is mentioned, not asked about
_MEANING = re.compile(r"\b(?:what(?:'s| is| are| does)|define|explain|meaning of|mean)\b")


class QuoteWriter:
    """The default writer; `name` is kept with every answer."""

    name = "quotes"

    def retrieve(self, asked: Understood, readers: Readers) -> tuple[Understood, list[Evidence]]:
        """The question with its described role found or its readings, and ranked evidence; none for small talk."""
        asked = advised_already(asked, readers)
        if _is_talk(asked) or asked.intent is Intent.SIMPLER:
            return asked, []
        asked = asking_which(with_described_role(asked, readers.reader), readers.reader)
        asked = clarified(asked_like_a_known_one(asked, readers.reader), readers)
        return asked, [] if _is_talk(asked) else rank(asked, readers.reader)

    def why_decline(self, asked: Understood, found: list[Evidence], readers: Readers) -> Declined | None:
        return None if _is_talk(asked) or asked.intent is Intent.SIMPLER else why_decline(asked, found, readers)

    def write(self, asked: Understood, found: list[Evidence], readers: Readers) -> Draft:
        """The first shape that fits the question; a plain look-up fits any."""
        if asked.round is not None:
            return quiz(asked, readers)
        if _is_talk(asked):
            return clarify(asked) if asked.choices else talk(asked, readers.reader)
        point = readers.points.raised(asked)
        if point is not None:
            asks_who_says = asks_guide_by_guide(asked)
            nearest = () if asks_who_says else look_up(asked, found, readers.reader).claims
            return on_point(point, readers.reader, nearest)
        return self._with_difference(self._in_shape(asked, found, readers), asked, readers)

    def _in_shape(self, asked: Understood, found: list[Evidence], readers: Readers) -> Draft:
        chooses = asked.intent is Intent.RECOMMEND and not (asked.attributes and asks_guide_by_guide(asked))
        draft = recommend_one(asked, readers) if chooses else None
        draft = draft or in_turn(asked, readers.reader) or _shaped(asked, readers)
        for shape in (_worked_out, _guide_by_guide, _side_by_side, _of_named_guide, _on_guides):
            draft = draft or shape(asked, found, readers.reader)
        if draft is not None:
            return draft
        draft = _with_ours(look_up(asked, found, readers.reader), asked, readers.reader)
        return draft if draft.claims else replace(draft, kind=Kind.DECLINED)

    def _with_difference(self, draft: Draft, asked: Understood, readers: Readers) -> Draft:
        """With a line on the nearest point on which the guides differ, where the answer is about it."""
        if asked.intent not in _FACTS or draft.points:
            return draft
        near = (p for p in readers.points.touched(asked) if in_play(p, draft, asked))
        point = next(near, None)
        return with_difference(draft, point, readers.reader) if point else draft


def _shaped(asked: Understood, readers: Readers) -> Draft | None:
    """The shape that the question's form calls for; None where it calls for none, or the library cannot fill it."""
    match asked.intent:
        case Intent.PLAN:
            return plan(asked, readers)
        case Intent.PATH:
            return path(asked, readers)
        case Intent.PROS_CONS:
            return pros_and_cons(asked, readers.reader)
        case Intent.WITHOUT:
            return without(asked, readers.reader)
        case Intent.DEFINE:
            return define(asked, readers.reader)
        case Intent.WHY if set(asked.attributes) == {"title-reality"}:
            return define(replace(asked, roles=asked.roles or roles_to_compare(asked, readers.reader)), readers.reader)
        case Intent.SIMPLER if asked.previous:
            return say_simpler(asked.previous, readers.reader)
    return None


def _both_roles(asked: Understood, reader: Reader) -> tuple[str, ...]:
    """The roles of a row: those compared, and the other one beside the one that is asked about."""
    return roles_to_compare(replace(asked, roles=asked.roles if len(asked.roles) > 1 else ()), reader)


def _worked_out(asked: Understood, found: list[Evidence], reader: Reader) -> Draft | None:
    claims = worked_out(asked, _both_roles(asked, reader), reader)
    if not claims:
        return None
    draft = look_up(asked, found, reader)
    return replace(draft, claims=(*claims, *draft.claims[:1]))


def _of_named_guide(asked: Understood, found: list[Evidence], reader: Reader) -> Draft | None:
    return of_guide(asked, reader) if asked.intent not in {Intent.LIBRARY, Intent.SOURCE} else None


def _guide_by_guide(asked: Understood, found: list[Evidence], reader: Reader) -> Draft | None:
    return by_guide(asked, lean(found, asked), reader) if asks_guide_by_guide(asked) else None


def _side_by_side(asked: Understood, found: list[Evidence], reader: Reader) -> Draft | None:
    if not is_comparison(asked):
        return None
    roles = roles_to_compare(asked, reader)
    open_to_all = len(roles) > 1 and (asked.guessed or not asked.attributes)
    return compare(asked, found, reader) or (define(replace(asked, roles=roles), reader) if open_to_all else None)


def _on_guides(asked: Understood, found: list[Evidence], reader: Reader) -> Draft | None:
    """What front matter says, then what the guides say of themselves."""
    own = about_guides(asked, reader) if asked.intent is Intent.LIBRARY else ()
    if not own:
        return None
    narrowed = replace(asked, guides=dated_guides(asked, reader))
    draft = look_up(narrowed, rank(narrowed, reader), reader)
    return replace(draft, claims=(*own, *draft.claims[:2]))


def _with_ours(draft: Draft, asked: Understood, reader: Reader) -> Draft:
    """Before the guides' words, where one is asked for: a term's meaning, or where the last answer came from."""
    if asked.intent is Intent.SOURCE and asked.previous is not None:
        return replace(draft, claims=(*sources_of(asked.previous, reader), *draft.claims[:2]))
    named = reader.lexicon.role_ids(asked.asked)
    term = meaning(asked, reader) if _MEANING.search(asked.asked.lower()) and not named else None
    if term and len(content_stems(asked.asked)) <= _SHORT:
        spoken = set(content_stems(" ".join(asked.terms)))
        using = tuple(claim for claim in draft.claims if spoken & set(content_stems(claim.text)))
        return replace(draft, claims=(term, *using[:2]))
    return draft


def _is_talk(asked: Understood) -> bool:
    return (asked.intent in _TALK or asked.round is not None) and not asked.unsafe
