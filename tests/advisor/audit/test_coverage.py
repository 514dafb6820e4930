from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from advisor.audit.age import age, last_day
from advisor.audit.coverage import coverage
from advisor.audit.topics import declines
from advisor.domain import Guide, Passage, PassageKind
from tests.advisor.audit.cases import answer
from tests.samples import SOURCE


def passage(words: str, guide: str = "guide") -> Passage:
    return Passage(guide, PassageKind.PROSE, ("Skills",), "", words, 0, len(words))


def citing(record: str, *passages: Passage, updated: str | None = "2026-05", **changes):
    sources = [replace(SOURCE, passage_id=p.id, guide_id=p.guide_id, updated=updated) for p in passages]
    return replace(answer(record, **changes), citations=tuple(sources))


def test_passages_are_counted_by_the_answers_that_cite_them():
    used, unused, other = passage("Used."), passage("Unused."), passage("Other.", "second")
    answers = [citing("1", used, used), citing("2", used, other)]

    found = coverage(answers, {p.id: p for p in (used, unused, other)})

    assert [(use.words, use.answers) for use in found.often] == [("Used.", 2), ("Other.", 1)]
    assert [use.words for use in found.never] == ["Unused."]
    assert (found.cited, found.passages, found.by_guide) == (2, 3, {"guide": (1, 2), "second": (1, 1)})


def test_a_passage_that_the_library_holds_no_more_is_still_counted_and_said_to_be_gone():
    gone = passage("Gone.")

    (use,) = coverage([citing("1", gone)], {}).often

    assert (use.answers, use.there) == (1, False)


def declined(record: str, question: str):
    return answer(record, declined=True, question=question, standalone_question=question)


VECTORS = {
    "pay in Peru": (1, 0, 0.1), "salary in Peru": (0.98, 0.1, 0), "cook a soup": (0, 1, 0), "visa for Spain": (0, 0, 1),
}  # fmt: skip


def embed(texts):
    rows = np.array([VECTORS[text] for text in texts], dtype=np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_declined_questions_are_grouped_by_likeness_the_most_asked_first():
    asked = ["cook a soup", "pay in Peru", "salary in Peru", "pay  in Peru", "visa for Spain", "[erased]"]
    answers = [declined(str(n), question) for n, question in enumerate(asked)] + [answer("9")]

    found = declines(answers, embed)

    assert [topic.asked for topic in found.topics] == [3, 1, 1]
    assert dict(found.topics[0].questions) == {"pay in Peru": 2, "salary in Peru": 1}
    assert set(found.topics[0].records) == {"1", "2", "3"}
    assert (found.erased, found.declined, found.of) == (1, 6, 7)


def test_the_order_of_questions_does_not_change_the_groups():
    answers = [declined(str(n), question) for n, question in enumerate(VECTORS)]

    forwards, backwards = declines(answers, embed).topics, declines(answers[::-1], embed).topics

    assert [topic.questions for topic in forwards] == [topic.questions for topic in backwards]


def test_nothing_declined_gives_no_topics():
    assert declines([answer("1")], embed).topics == ()


@pytest.mark.parametrize(
    ("text", "day"), [("2027-05-20", (2027, 5, 20)), ("2028-02", (2028, 2, 29)), ("2026", (2026, 12, 31))]
)
def test_a_date_of_review_is_due_when_its_month_or_year_is_over(text, day):
    assert last_day(text) == date(*day)


def test_guides_past_their_date_are_listed_by_owner_with_the_answers_that_lean_on_them():
    guides = {
        "old": Guide("old", "Old", "", review_by="2026-01-31", owner="Ana", updated="2020"),
        "older": Guide("older", "Older", "", review_by="2025-01", owner="Ana", updated="2020"),
        "new": Guide("new", "New", "", review_by="2027-01-01", owner="Ben"),
        "free": Guide("free", "Free", "", updated="2026-01-01"),
    }
    old, new = passage("a", "old"), passage("b", "new")
    answers = [
        citing("1", old),
        citing("2", old, new),
        citing("3", new, updated=None),
        replace(citing("4", old), citations=citing("4", old).citations + citing("4", new, updated=None).citations),
        answer("5", citations=()),
    ]

    found = age(answers, guides, date(2026, 2, 10))

    assert {owner: [g.guide_id for g in late] for owner, late in found.overdue.items()} == {"Ana": ["older", "old"]}
    assert (found.overdue["Ana"][1].days, found.overdue["Ana"][1].answers) == (10, 3)
    assert (found.undated, found.unscheduled) == (("new",), ("free",))
    assert (found.only_overdue, found.only_undated, found.only_either) == (("1",), ("3",), ("1", "3", "4"))
    assert found.cited == 4
