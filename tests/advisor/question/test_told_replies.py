"""Replies to the fit quiz that are told in one turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.question.quiz import Reply
from advisor.question.told_replies import as_question, told_replies
from tests.advisor.written import FIT

STATEMENTS = FIT.statements


@given(st.lists(st.sampled_from(STATEMENTS), unique=True))
def test_what_is_put_as_a_question_is_read_back_from_it(agreed):
    replies = told_replies(as_question(agreed), STATEMENTS)

    assert {item for item, reply in replies.items() if reply is Reply.YES} == {s.id for s in agreed}
    assert set(replies) == {s.id for s in STATEMENTS}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sirens wake me up.",
        "I said yes to “Sirens wake me up”.",
        "The quiz of my school: yes to music, no to maths. Which role fits me?",
        "Quiz me on which role fits.",
    ],
)
def test_no_other_text_tells_replies(text):
    assert told_replies(text, STATEMENTS) == {}


def test_without_a_quiz_nothing_is_told():
    assert told_replies(as_question(()), ()) == {}
