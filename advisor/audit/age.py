"""How old the library is: guides past their date of review, and answers that lean on nothing newer. Pure."""

import calendar
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from advisor.domain import Answer, Guide

NOBODY = ""  # owner of guides that have none


@dataclass(frozen=True, slots=True)
class Overdue:
    guide_id: str
    title: str
    owner: str
    review_by: str
    days: int  # past it
    answers: int  # that cite it


@dataclass(frozen=True, slots=True)
class Age:
    """Answers by record: `only_overdue` cite nothing but guides past their date of review, `only_undated` nothing but
    guides that tell no date, as they were when the answer was given; `only_either` nothing but these two."""

    overdue: Mapping[str, tuple[Overdue, ...]]  # by owner, the longest overdue first
    undated: tuple[str, ...]  # guides without published and updated
    unscheduled: tuple[str, ...]  # guides without a date of review
    only_overdue: tuple[str, ...]
    only_undated: tuple[str, ...]
    only_either: tuple[str, ...]
    cited: int  # answers that cite anything


def age(answers: Iterable[Answer], guides: Mapping[str, Guide], today: date) -> Age:
    answers = [answer for answer in answers if answer.citations]
    late = {guide.id: days for guide in guides.values() if (days := _days_late(guide, today)) > 0}
    overdue = frozenset(late)
    return Age(
        overdue=_by_owner(late, guides, answers),
        undated=tuple(guide.id for guide in guides.values() if not (guide.updated or guide.published)),
        unscheduled=tuple(guide.id for guide in guides.values() if not last_day(guide.review_by or "")),
        only_overdue=_only(answers, overdue, undated=False),
        only_undated=_only(answers, frozenset(), undated=True),
        only_either=_only(answers, overdue, undated=True),
        cited=len(answers),
    )


def last_day(text: str) -> date | None:
    """Of a date such as 2027-05-20, 2027-05 or 2027; None for what is no date."""
    try:
        year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
        month = month or 12
        return date(year, month, day or calendar.monthrange(year, month)[1])
    except ValueError:
        return None


def _days_late(guide: Guide, today: date) -> int:
    due = last_day(guide.review_by or "")
    return (today - due).days if due else 0


def _by_owner(
    late: Mapping[str, int], guides: Mapping[str, Guide], answers: Iterable[Answer]
) -> dict[str, tuple[Overdue, ...]]:
    cited = [{source.guide_id for source in answer.citations} for answer in answers]
    found: dict[str, list[Overdue]] = defaultdict(list)
    for id_, days in sorted(late.items(), key=lambda item: -item[1]):
        guide = guides[id_]
        count = sum(id_ in ids for ids in cited)
        found[guide.owner or NOBODY].append(Overdue(id_, guide.title, guide.owner, guide.review_by or "", days, count))
    return {owner: tuple(late) for owner, late in sorted(found.items())}


def _only(answers: Iterable[Answer], overdue: frozenset[str], *, undated: bool) -> tuple[str, ...]:
    """Whether a guide told a date is taken from the answer, which has it frozen."""
    return tuple(
        answer.record_id
        for answer in answers
        if all(source.guide_id in overdue or (undated and source.updated is None) for source in answer.citations)
    )
