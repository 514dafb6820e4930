"""How much was asked, day by day and week by week, and what became of it; what people thought of it. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from advisor.conversation import Complaint, Feedback
from advisor.domain import Answer, DeclineReason, Kind


@dataclass(frozen=True, slots=True)
class Volume:
    """Days and weeks (by their Monday) without a question are there too, with 0."""

    total: int
    conversations: int
    by_day: Mapping[str, int]
    by_week: Mapping[str, int]
    by_kind: Mapping[Kind, int]
    declined: Mapping[DeclineReason, int]


@dataclass(frozen=True, slots=True)
class Opinions:
    """Thumbs of those who gave one: they are not drawn, so this is no rate of all."""

    helpful: int
    unhelpful: int
    complaints: Mapping[Complaint, int]


def volume(answers: Iterable[Answer]) -> Volume:
    answers = list(answers)
    asked = Counter(date.fromisoformat(answer.asked_at[:10]) for answer in answers)
    days = _days(asked)
    weeks: Counter[date] = Counter()
    for day in days:
        weeks[day - timedelta(days=day.weekday())] += asked[day]
    return Volume(
        total=len(answers),
        conversations=len({answer.conversation_id for answer in answers}),
        by_day={day.isoformat(): asked[day] for day in days},
        by_week={week.isoformat(): count for week, count in weeks.items()},
        by_kind=dict(Counter(answer.kind for answer in answers)),
        declined=dict(Counter(answer.declined.reason for answer in answers if answer.declined)),
    )


def opinions(given: Iterable[Feedback]) -> Opinions:
    given = list(given)
    helpful = sum(feedback.helpful for feedback in given)
    complaints = Counter(c for feedback in given if not feedback.helpful for c in feedback.complaints)
    return Opinions(helpful, len(given) - helpful, dict(complaints))


def _days(asked: Mapping[date, int]) -> list[date]:
    if not asked:
        return []
    first = min(asked)
    return [first + timedelta(days=n) for n in range((max(asked) - first).days + 1)]
