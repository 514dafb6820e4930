"""Conversations in which the advisor asks: the fit quiz, the question back, and notes that are taken back."""

from dataclasses import replace

import pytest

from advisor.domain import Basis, Kind
from advisor.question.told_replies import as_question
from tests.advisor.written import FIT, VOCABULARY, advisor, library
from tests.fakes import MemoryShelf

SAYS = {statement.id: statement.text for statement in FIT.statements}


@pytest.fixture
def say():
    """Says each turn in one conversation on a library with a quiz, and gives the last answer."""
    talk = advisor(shelf=MemoryShelf(library(vocabulary=replace(VOCABULARY, fit=FIT))))

    def turns(*texts: str):
        *_, answer = [talk.ask(text, conversation_id="c") for text in texts]
        return answer

    return turns


def test_a_quiz_puts_one_statement_a_turn_with_its_place_and_a_way_out(say):
    first = say("quiz me")
    second = say("yep")

    assert (first.kind, first.choices) == (Kind.QUESTION, ("Yes", "No", "Not sure", "Stop the quiz"))
    assert "1 of 4" in first.answer and SAYS["same"] in first.answer
    assert "2 of 4" in second.answer and SAYS["sirens"] in second.answer
    assert first.claims == () and first.follow_ups == ()


def test_a_quiz_ends_with_a_direction_whose_statements_are_cited(say):
    result = say("quiz me", "yes", "2", "absolutely", "no idea")

    assert (result.kind, result.recommended_role) == (Kind.ANSWER, "nurse")
    assert "2 of your 2 yes answers speak for Nurse" in result.answer
    assert f"You said yes to “{SAYS['same'].rstrip('.')}”. [1]" in result.answer
    assert SAYS["calls"] not in result.answer
    assert [claim.basis for claim in result.claims] == [Basis.COUNTED, *[Basis.QUOTE] * 3]
    assert result.citations[0].quote == FIT.statements[0].quote
    assert result.caveats == ()


def test_a_tie_is_said_to_be_a_tie_and_advises_nobody(say):
    result = say("quiz me", "yes", "yes", "no", "not really")

    assert result.recommended_role is None
    assert result.answer.startswith("That is a tie.")
    assert "1 each speak for Nurse and Paramedic" in result.answer


def test_no_yes_at_all_gives_no_direction(say):
    result = say("quiz me", "no", "no", "no", "no")

    assert result.recommended_role is None
    assert "no direction" in result.answer


def test_another_question_is_answered_in_between_and_the_quiz_goes_on_where_it_was(say):
    aside = say("quiz me", "yes", "What does a nurse earn?")
    back = say(aside.follow_ups[0])

    assert aside.kind is Kind.ANSWER and "$50k" in aside.answer
    assert aside.follow_ups[0] == "Go on with the quiz."
    assert "2 of 4" in back.answer


def test_a_stopped_quiz_can_be_taken_up_again_and_begun_anew(say):
    stopped = say("quiz me", "yes", "stop")

    assert stopped.kind is Kind.TALK
    assert "2 of 4" in say("go on with the quiz").answer
    assert "1 of 4" in say("restart the quiz").answer
    assert say("no", "yes", "no", "yes").recommended_role == "paramedic"


def test_after_the_quiz_its_result_is_the_advice_until_more_is_told(say):
    assert say("quiz me", "yes", "no", "yes", "no", "Which role fits me?").recommended_role == "nurse"
    assert say("I like emergencies. Which role should I choose?").recommended_role == "paramedic"


def test_a_library_without_a_quiz_says_so_and_advises_the_other_way():
    answer = advisor().ask("quiz me")

    assert answer.kind is Kind.ANSWER
    assert answer.answer.startswith("This library has no quiz.")
    assert answer.claims


def test_a_reference_to_nothing_is_asked_back_with_readings_that_are_answered(say):
    asked = say("the first one")

    assert (asked.kind, asked.claims) == (Kind.QUESTION, ())
    assert all(say(choice).kind is Kind.ANSWER for choice in asked.choices)


@pytest.mark.parametrize("reply", ["2", "the second", "Paramedic"])
def test_the_reply_to_a_question_back_settles_the_question(say, reply):
    answer = say("the first one", reply)

    assert answer.kind is Kind.ANSWER
    assert (answer.question, answer.topic.roles) == (reply, ("paramedic",))
    assert "Paramedic" in answer.standalone_question


def test_who_asks_something_else_instead_is_answered_and_not_asked_again(say):
    assert say("that one", "What does a nurse earn?").topic.roles == ("nurse",)


def test_it_never_asks_back_twice_in_a_row(say):
    assert say("the first one", "this role").kind is not Kind.QUESTION


@pytest.mark.parametrize(
    "question", ["What does it pay?", "How much do they earn?", "Which one is it?", "Thanks, that's it"]
)
def test_what_can_be_answered_for_every_role_is_not_asked_back(say, question):
    assert say(question).kind is not Kind.QUESTION


def test_a_note_that_is_taken_back_no_longer_counts_and_the_event_is_kept(say):
    before = say("I like emergencies. Which role should I choose?")
    event = say("Forget that I like emergencies.")
    after = say("I like caring for the same patients.", "Which role should I choose?")

    assert before.recommended_role == "paramedic"
    assert event.kind is Kind.TALK and event.answer.startswith("Forgotten")
    assert "likes" not in event.about_person and "emergencies" not in after.about_person.get("told", "")
    assert after.recommended_role == "nurse"


def test_a_question_beside_what_is_taken_back_is_answered(say):
    answer = say("I have no degree.", "Forget my degree. What does a nurse earn?")

    assert "degree" not in answer.about_person
    assert "$50k" in answer.answer


def test_an_edited_question_is_taken_as_it_stands():
    talk = advisor()
    talk.ask("What does a nurse earn?", conversation_id="c")

    *_, followed = talk.steps("And the education?", conversation_id="c")
    *_, alone = talk.steps("And the education?", conversation_id="c", alone=True)

    assert followed.topic.roles == ("nurse",)
    assert (alone.topic.roles, alone.standalone_question) == ((), "And the education?")


def test_an_answer_further_back_can_be_what_is_spoken_of():
    talk = advisor()
    pay = talk.ask("What does a nurse earn?", conversation_id="c")
    talk.ask("I have no degree. What does a paramedic do?", conversation_id="c")

    *_, simpler = talk.steps("Say it simpler", conversation_id="c", about=pay.record_id)
    *_, unknown = talk.steps("Say it simpler", conversation_id="c", about="no such record")

    assert simpler.standalone_question == f"{pay.standalone_question} (in simpler words)"
    assert "degree" in simpler.about_person
    assert unknown.standalone_question.startswith(pay.standalone_question)


def test_replies_told_in_one_turn_come_to_what_the_quiz_comes_to(say):
    told = as_question([FIT.statements[0], FIT.statements[1], FIT.statements[2]])

    result = say(told)

    assert (result.kind, result.recommended_role) == (Kind.ANSWER, "nurse")
    assert "2 of your 3 yes answers speak for Nurse" in result.answer
    assert result.citations[0].quote == FIT.statements[0].quote


def test_replies_told_in_one_turn_are_the_advice_later_on(say):
    told = as_question(FIT.statements[1:2])

    assert say(told, "What does a nurse earn?", "Which role fits me?").recommended_role == "paramedic"
