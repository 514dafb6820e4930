"""Questions that were declined, grouped by likeness: what to write next. Pure; the vectors are given to it.

A question joins the group whose middle it is nearest to, if it is near enough, else it opens one; then each moves once
more to the middle that is nearest now. Linear in questions times groups, and the same every time.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from advisor.domain import Answer, DeclineReason, Kind
from advisor.interfaces import Vectors

ALIKE = 0.6  # cosine with the middle of a group; chosen by looking, docs/audit.md
ERASED = "[erased]"


@dataclass(frozen=True, slots=True)
class Topic:
    """`named` is the question nearest to the middle; `questions`: each wording and how often it was asked."""

    named: str
    questions: tuple[tuple[str, int], ...]
    asked: int
    reason: DeclineReason  # the most frequent one
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Declines:
    topics: tuple[Topic, ...]  # most asked first
    erased: int  # whose words are gone
    declined: int
    of: int  # answers and refusals together


def declines(answers: Iterable[Answer], embed: Callable[[Sequence[str]], Vectors], alike: float = ALIKE) -> Declines:
    """Grouped by the question as it was understood."""
    answered = [answer for answer in answers if answer.kind in (Kind.ANSWER, Kind.DECLINED)]
    declined = [answer for answer in answered if answer.kind is Kind.DECLINED]
    readable = [answer for answer in declined if answer.standalone_question != ERASED]
    by_question: dict[str, list[Answer]] = defaultdict(list)
    for answer in readable:
        by_question[" ".join(answer.standalone_question.split())].append(answer)
    questions = sorted(by_question, key=lambda question: (-len(by_question[question]), question))
    topics = [_topic(group, by_question) for group in _groups(questions, embed, alike)]
    topics.sort(key=lambda topic: (-topic.asked, topic.named))
    return Declines(tuple(topics), len(declined) - len(readable), len(declined), len(answered))


def _groups(questions: Sequence[str], embed: Callable[[Sequence[str]], Vectors], alike: float) -> list[list[str]]:
    """The questions of each group, that which is nearest to its middle first."""
    if not questions:
        return []
    vectors = np.asarray(embed(questions), dtype=np.float32)
    sums: list[Vectors] = []
    for vector in vectors:
        near = _cosines(sums, vector)
        place = int(near.argmax()) if len(near) and near.max() >= alike else len(sums)
        if place == len(sums):
            sums.append(vector.copy())
        else:
            sums[place] = sums[place] + vector
    middles = np.array(sums) / np.linalg.norm(sums, axis=1, keepdims=True)
    belongs = (vectors @ middles.T).argmax(axis=1)
    groups = []
    for place, middle in enumerate(middles):
        rows = np.flatnonzero(belongs == place)
        groups.append([questions[row] for row in rows[np.argsort(-(vectors[rows] @ middle), kind="stable")]])
    return [group for group in groups if group]


def _cosines(sums: Sequence[Vectors], vector: Vectors) -> Vectors:
    if not sums:
        return np.zeros(0, dtype=np.float32)
    middles = np.array(sums)
    cosines: Vectors = middles @ vector / np.linalg.norm(middles, axis=1)
    return cosines


def _topic(group: Sequence[str], by_question: dict[str, list[Answer]]) -> Topic:
    answers = [answer for question in group for answer in by_question[question]]
    reasons = [answer.declined.reason for answer in answers if answer.declined]
    return Topic(
        named=group[0],
        questions=tuple((question, len(by_question[question])) for question in group),
        asked=len(answers),
        reason=max(sorted(set(reasons)), key=reasons.count) if reasons else DeclineReason.NOT_IN_GUIDES,
        records=tuple(answer.record_id for answer in answers),
    )
