"""What the pages and the commands count on: held by the real advisor and by the scripted one."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.advisor import CareerAdvisor
from advisor.domain import Answer, Kind, Origin, Step
from advisor.question.quiz import Reply
from tests.advisor.written import advisor as written_advisor
from tests.advisor.written import library
from tests.fakes import ScriptedAdvisor
from tests.samples import ANSWER

QUESTION = "What does a nurse earn?"


def real() -> CareerAdvisor:
    return written_advisor()


def scripted() -> CareerAdvisor:
    return ScriptedAdvisor((replace(ANSWER, kind=Kind.ANSWER),), library())


@pytest.fixture(params=[real, scripted])
def make(request: pytest.FixtureRequest) -> Callable[[], CareerAdvisor]:
    return request.param


def test_steps_come_first_and_the_answer_last(make):
    *steps, answer = make().steps(QUESTION)

    assert steps
    assert all(isinstance(step, Step) for step in steps)
    assert isinstance(answer, Answer)


def test_an_answer_repeats_the_question_and_says_where_it_came_from(make):
    answer = make().ask(QUESTION, origin=Origin.BATCH)

    assert (answer.question, answer.origin) == (QUESTION, Origin.BATCH)
    assert answer.record_id
    assert answer.conversation_id


def test_a_conversation_goes_on_and_can_be_read_back(make):
    advisor = make()

    first = advisor.ask(QUESTION)
    second = advisor.ask("And a paramedic?", conversation_id=first.conversation_id)

    assert second.conversation_id == first.conversation_id
    assert [a.record_id for a in advisor.conversation(first.conversation_id)] == [first.record_id, second.record_id]


def test_an_unknown_conversation_is_empty(make):
    assert make().conversation("nowhere") == ()


def test_guides_are_found_by_id_and_an_unknown_one_is_none(make):
    advisor = make()

    assert advisor.library().guides["ward"] == advisor.guide("ward")
    assert advisor.guide("nowhere") is None


def test_it_can_be_made_ready_before_the_first_question(make):
    make().warm_up()


def test_a_library_without_a_quiz_has_no_statements_to_answer(make):
    found = make().fit({"anything": Reply.YES})

    assert (found.statements, found.result.role, found.unknown) == ((), None, 1)
