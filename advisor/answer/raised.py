"""Which point, on which guides agree or differ, a question raises: the one with the nearest wording. Writes nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from advisor.answer.by_guide import asks_guide_by_guide, asks_who_is_right
from advisor.answer.detected import detected
from advisor.answer.evidence import Reader
from advisor.interfaces import Vectors
from advisor.points import Point, PointKind
from advisor.question.intent import Intent
from advisor.question.understood import Understood
from advisor.question.words_of_asking import plain_stems
from advisor.text import content_stems, figures, normalise, stem

_ASKED = 0.62  # cosine, where it is asked whether guides agree
_PLAIN = 0.77  # cosine, for a question that only asks the thing itself
_TOUCHED = 0.62  # cosine, for a question whose answer is about the same thing
_NAMED = 0.7  # weight of the wording with its roles' names; the rest is for the wording without
_SAME_ATTRIBUTE, _OTHER_ATTRIBUTE = 0.03, -0.06
_SAME_FORM, _OTHER_FORM = 0.02, -0.05
_ANY_ROLE = " the role "
_FRAME = re.compile(
    r"^(?:(?:is|was) there (?:an? |any )?(?:\w+ )?(?:consensus|agreement|opinion|ground)(?: (?:that|on|about|whether))?"
    r"|(?:do|does|would|are|did) (?:all |both |any |several |most )?(?:of )?(?:(?:the|your|these|those) )?"
    r"(?:guides?|sources?|publishers?)(?: all)? (?:agree|say|think|see eye to eye)(?: (?:that|on|about|whether))?"
    r"|is it agreed that|do they all (?:agree|say)(?: that)?) (?=\w+ \w+)"
)
_OF_THAT_KIND = 0.03
_VAGUE = {"fit", "definition"}  # attributes that are named in passing
_OF_ASKING = frozenset(map(stem, ["guides", "sources", "publishers", "agree", "disagree", "consensus", "say", "think"]))
_TWO_THINGS = 2  # attributes that a point is not about: the question asks for more than the point
_IN_OTHER_FORM = 0.86  # cosine, where one asks who and the other where
_LOOKED_AT = 12  # sentences
_EITHER = "yes or no"
_YES_NO = re.compile(
    r"(?:^|, )(?:(?:and|so|but|then|ok),? )*(?:is|are|am|do|does|did|can|could|should|would|will|must|has|have)\b"
)
_ASKS_FOR = re.compile(r"\b(?:(?P<person>who|whom|whose)|(?P<thing>what|which)|how|why|where|when)\b")
_OPEN = frozenset({Intent.LOOKUP, Intent.WHY, Intent.DEFINE, Intent.LIBRARY})  # to what a point says


@dataclass(frozen=True, slots=True)
class _Wording:
    point: Point
    roles: tuple[str, ...]  # that the library is about, as they are named
    words: str  # normalised, without "do the guides agree that"
    form: str


@dataclass(frozen=True, slots=True)
class Near:
    """A point and how near its nearest wording is to a question."""

    point: Point
    nearness: float
    same_form: bool  # both ask for a yes or no, for a person, ...


@dataclass(frozen=True)
class Points:
    """The reviewed points of a library, ready to be compared with questions."""

    reader: Reader

    def warm_up(self) -> None:
        """Compare with the wordings once, so that they are embedded."""
        _ = self._vectors, self.detected

    def raised(self, asked: Understood) -> Point | None:
        """The point that a question is about: asked for by name, or plainly the thing itself."""
        if told := self._told_before(asked):
            return told
        by_name = asks_guide_by_guide(asked)
        near = self._preferred(asked) if by_name else next(iter(self.near(asked)), None)
        if near is None or not self._has_words(asked):
            return None
        if by_name:
            return near.point if near.nearness >= _ASKED else None
        if _was_told(near.point, asked) and set(content_stems(asked.asked)) - plain_stems():
            return None
        if self._is_asked_of_other_words(asked, near):
            return None
        return near.point if near.nearness >= _PLAIN and _is_plain(asked, near) else None

    def _is_asked_of_other_words(self, asked: Understood, near: Near) -> bool:
        """Whether a question that other words of a guide answer is nearer than any wording of the point."""
        reader = self.reader
        found = reader.sentences.nearness(asked.standalone)
        quoted = {(c.passage_id, c.start) for c in near.point.citations}
        covered = set(asked.roles) & set(reader.lexicon.covered)
        for place in np.argsort(-found.similarity, kind="stable")[:_LOOKED_AT]:
            if found.similarity[place] <= near.nearness:
                return False
            for piece in reader.pieces(int(reader.sentences.rows[place])):
                if not covered or covered & set(piece.roles):
                    return (piece.passage.id, piece.start) not in quoted
        return False

    def _told_before(self, asked: Understood) -> Point | None:
        """The point of the answer before, where it is asked who is right and nothing else."""
        topics = [d.topic for d in asked.previous.disagreements] if asked.previous else []
        if not topics or not asks_who_is_right(asked) or set(content_stems(asked.asked)) - plain_stems() - _OF_ASKING:
            return None
        points = (*self.reader.library.points, *self.detected)
        return next((point for point in points if point.topic == topics[0]), None)

    def _preferred(self, asked: Understood) -> Near | None:
        """The nearest, leaning to where guides differ if different answers were heard, else to where they agree."""
        kind = PointKind.DIFFER if asks_who_is_right(asked) else PointKind.AGREE
        return max(self.near(asked), key=lambda n: n.nearness + _OF_THAT_KIND * (n.point.kind is kind), default=None)

    def touched(self, asked: Understood) -> list[Point]:
        """Points about the same attribute and roles: reviewed ones, the nearest first, then those found in figures."""
        wanted = set(asked.attributes)
        near = [n.point for n in self.near(asked) if n.nearness >= _TOUCHED]
        return [point for point in (*near, *self.detected) if wanted & set(point.attributes)]

    @cached_property
    def detected(self) -> tuple[Point, ...]:
        return detected(self.reader)

    def near(self, asked: Understood) -> list[Near]:
        if not self._wordings or asked.language != "en":
            return []
        lexicon = self.reader.lexicon
        text = _FRAME.sub("", normalise(asked.standalone))
        roles = tuple(role for role in asked.roles if role in lexicon.covered)
        attributes = set(lexicon.attribute_ids(text)) or (set() if asked.guessed else set(asked.attributes))
        form = _form(text)
        named, bare = self._vectors
        vectors = self.reader.library.embed(self._forms(text))
        cosines = _NAMED * (named @ vectors[0]) + (1 - _NAMED) * (bare @ vectors[1])
        best: dict[str, Near] = {}
        for wording, cosine in zip(self._wordings, cosines, strict=True):
            if not _same_roles(roles, wording):
                continue
            nearness = float(cosine) + _fit(attributes, wording.point.attributes)
            same = form == wording.form
            nearness += _SAME_FORM if same else _OTHER_FORM
            if wording.point.id not in best or best[wording.point.id].nearness < nearness:
                best[wording.point.id] = Near(wording.point, nearness, same)
        return sorted(best.values(), key=lambda n: (-n.nearness, n.point.id))

    def _has_words(self, asked: Understood) -> bool:
        """Whether anything is left of the question without the names of roles; of a follow-up, without plain words."""
        own = set(content_stems(self.reader.lexicon.without_roles(asked.asked)))
        return bool(own - (plain_stems() if asked.previous and not asks_guide_by_guide(asked) else _OF_ASKING))

    @cached_property
    def _wordings(self) -> tuple[_Wording, ...]:
        lexicon = self.reader.lexicon
        told = [(point, _FRAME.sub("", normalise(w))) for point in self.reader.library.points for w in point.wordings]
        return tuple(
            _Wording(point, tuple(r for r in lexicon.role_ids(words) if r in lexicon.covered), words, _form(words))
            for point, words in told
        )

    @cached_property
    def _vectors(self) -> tuple[Vectors, Vectors]:
        """Of the wordings, with their roles' names and without."""
        forms = [self._forms(wording.words) for wording in self._wordings]
        embed = self.reader.library.embed
        return np.asarray(embed([named for named, _ in forms])), np.asarray(embed([bare for _, bare in forms]))

    def _forms(self, text: str) -> tuple[str, str]:
        """The text with each role by its one name, and with "the role" in its place."""
        lexicon = self.reader.lexicon
        parts, reached = [], 0
        for mention in lexicon.roles.find(text):
            parts += [text[reached : mention.start], f" {lexicon.role_names[mention.id]} "]
            reached = mention.end
        named = "".join([*parts, text[reached:]])
        return " ".join(named.split()), " ".join(_ANY_ROLE.join(lexicon.split_at_roles(text)).split())


def _was_told(point: Point, asked: Understood) -> bool:
    """Whether the answer before has quoted all that the point stands on."""
    said = {(c.passage_id, c.quote) for c in asked.previous.citations} if asked.previous else set()
    return {(c.passage_id, c.quote) for c in point.citations} <= said


def _is_plain(asked: Understood, near: Near) -> bool:
    """Whether a question asks just what the point is about: one thing, of all guides, with no other figure in it."""
    point, text = near.point, normalise(asked.asked)
    yes_or_no = near.same_form and bool(_YES_NO.search(text))
    is_open = asked.intent in _OPEN or (asked.intent is Intent.COMPARE and yes_or_no)
    if asked.intent is Intent.DEFINE and set(asked.attributes) <= {"definition"}:
        return False
    if not is_open or (asked.terms and asked.intent is Intent.DEFINE) or len(_ASKS_FOR.findall(text)) > 1:
        return False
    if not near.same_form and (point.kind is PointKind.AGREE or near.nearness < _IN_OTHER_FORM):
        return False
    quoted = {citation.passage_id.partition(":")[0] for citation in point.citations}
    held = frozenset().union(*(figures(citation.quote) for citation in point.citations))
    others = set() if asked.guessed else set(asked.attributes) - set(point.attributes)
    of_guides = not asked.guides or quoted <= set(asked.guides)
    return of_guides and figures(asked.asked) <= held and len(others) < _TWO_THINGS


def _form(text: str) -> str:
    """Whether a normalised question asks for a yes or no, for a person, a thing, or by another question word."""
    found = None if _YES_NO.search(text) else _ASKS_FOR.search(text)
    return (found.lastgroup or found[0]) if found else _EITHER


def _same_roles(asked: Sequence[str], wording: _Wording) -> bool:
    """Whether both are about the same roles; of a point on one role, that one is named first."""
    about = wording.point.roles
    if not asked:
        return len(about) != 1 or not wording.roles
    if not wording.roles:
        return not about or set(asked) <= set(about)
    first = len(about) != 1 or asked[0] == wording.roles[0]
    return set(asked) == set(wording.roles) and first


def _fit(asked: set[str], of_point: Sequence[str]) -> float:
    if asked & set(of_point):
        return _SAME_ATTRIBUTE
    return _OTHER_ATTRIBUTE if asked - _VAGUE else 0.0
