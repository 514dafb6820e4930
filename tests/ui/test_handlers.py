from itertools import count

import pytest

from advisor.errors import LedgerError
from tests.fakes import OpenLibrary, ScriptedAdvisor
from tests.ui import samples
from ui import handlers, words
from ui.handlers import Rules, Session, Suggestions

RULES = Rules(longest=100)
ANA, BO = "secret-of-ana", "secret-of-bo"


def advisor(*script) -> ScriptedAdvisor:
    return ScriptedAdvisor(script or (samples.PAY_ANSWER,), samples.LIBRARY)


def asked(asked_advisor, question, session=None, clock=None, browser=""):
    """All views of one question; every step takes a second unless the clock says otherwise."""
    clock = clock or count().__next__
    return list(handlers.ask(asked_advisor, RULES, question, session or Session(), clock, browser=browser))


def test_a_question_is_shown_at_once_then_its_steps_then_the_answer():
    views = asked(advisor(), "What do they earn?")

    assert views[0].busy and "What do they earn?" in views[0].turns and "2 passages" not in views[0].turns
    assert any(view.busy and "2 passages of 1 guide" in view.turns for view in views)
    assert not views[-1].busy and "$66,000" in views[-1].turns


def test_steps_that_come_fast_are_not_each_sent():
    views = asked(advisor(), "What do they earn?", clock=lambda: 0.0)

    assert len(views) == 2


def test_the_box_is_empty_after_asking_and_follow_ups_are_offered():
    first, *_, last = asked(advisor(), "What do they earn?")

    assert first.question == "" and last.question is None  # what is typed while the answer comes stays
    assert last.suggestions == Suggestions(words.FOLLOW_UPS, samples.PAY_ANSWER.follow_ups)


def test_the_next_question_goes_on_with_the_conversation():
    script = advisor(samples.PAY_ANSWER, samples.WAY_IN)

    first = asked(script, "What do they earn?")[-1]
    second = asked(script, "And the way in?", first.session)[-1]

    assert first.session.turn == 2 and second.session.turn == 3
    assert [answer.conversation_id for answer in script.given] == [first.session.conversation_id] * 2


def test_a_question_back_offers_its_choices():
    last = asked(advisor(samples.CHOICE), "Which?")[-1]

    assert last.suggestions == Suggestions(words.CHOICES, ("Bridges", "Tunnels"))


def test_a_failure_is_one_line_with_a_hint_and_keeps_what_was_typed():
    broken = advisor(LedgerError("The answer could not be recorded.", hint="Free some disk space."))

    last = asked(broken, "What do they earn?", Session("c-1", 3))[-1]

    assert "The answer could not be recorded." in last.turns and "Free some disk space." in last.turns
    assert last.question == "What do they earn?"
    assert (last.session.conversation_id, last.session.turn, last.busy) == ("c-1", 3, False)


@pytest.mark.parametrize("question", ["", "  \n ", "x" * 101], ids=["empty", "blank", "too long"])
def test_a_question_that_cannot_be_read_is_not_asked_and_not_lost(question):
    script = advisor()

    views = asked(script, question)

    assert script.asked == []
    assert len(views) == 1 and views[0].question == question and "problem" in views[0].turns


def test_of_a_huge_question_only_the_beginning_is_repeated():
    view = asked(advisor(), "x" * 100_000)[-1]

    assert len(view.turns) < 1_000


def test_what_failed_can_be_asked_again_unless_it_cannot_be_read():
    broken = asked(advisor(LedgerError("No.", hint="Wait.")), "What do they earn?")[-1]
    unreadable = asked(advisor(), "x" * 101)[-1]

    assert 'class="about">What do they earn?<' in broken.turns
    assert "retry" in broken.turns and "retry" not in unreadable.turns


def test_answers_mark_the_terms_of_the_librarys_glossary():
    script = advisor()
    last = asked(script, "What do they earn?", browser=ANA)[-1]

    assert 'class="term"' in last.turns
    assert 'class="term"' in handlers.resume(script, RULES, last.session.conversation_id, ANA).turns


def test_stopping_puts_the_question_back():
    on_its_way = next(handlers.ask(advisor(), RULES, "What do they earn?", Session()))

    view = handlers.stop(on_its_way.session)

    assert view.question == "What do they earn?" and not view.busy
    assert asked(advisor(), view.question, view.session)[-1].session.turn == 2


def test_the_same_question_sent_twice_is_asked_once():
    script = advisor()
    on_its_way = next(handlers.ask(script, RULES, "What do they earn?", Session()))

    assert asked(script, "What do they earn?", on_its_way.session) == []
    assert script.asked == []


def test_a_tab_that_is_loaded_again_has_its_conversation_back():
    script = advisor(samples.PAY_ANSWER, samples.WAY_IN)
    session = asked(script, "What do they earn?", browser=ANA)[-1].session
    asked(script, "And the way in?", session, browser=ANA)

    view = handlers.resume(script, RULES, session.conversation_id, ANA)

    assert 'id="turn-1"' in view.turns and 'id="turn-2"' in view.turns
    assert view.session == Session(session.conversation_id, 3)


@pytest.mark.parametrize("browser", ["", BO])
def test_the_conversation_of_another_browser_is_not_given_out(browser):
    script = advisor()
    session = asked(script, "What do they earn?", browser=ANA)[-1].session

    assert handlers.resume(script, RULES, session.conversation_id, browser).session == Session()


@pytest.mark.parametrize("kept", ["", "-", "someone-elses-guess"])
def test_an_unknown_conversation_is_a_new_one(kept):
    view = handlers.resume(advisor(), RULES, kept, ANA)

    assert view.session == Session()
    assert view.suggestions.questions


@pytest.mark.parametrize("goes_on", [False, True], ids=["a new conversation", "the conversation of before"])
def test_a_question_that_the_address_brought_stands_in_the_box_and_is_not_asked(goes_on):
    script = advisor()
    session = asked(script, "What do they earn?", browser=ANA)[-1].session if goes_on else Session()

    view = handlers.resume(script, RULES, f"{session.conversation_id or '-'}\tWhich role fits me?" + "?" * 999, ANA)

    assert view.question.startswith("Which role fits me?") and len(view.question) == RULES.longest
    assert view.session.conversation_id == session.conversation_id
    assert len(script.asked) == goes_on


def test_without_a_cookie_all_works_and_nothing_is_listed():
    script = advisor(samples.PAY_ANSWER, samples.WAY_IN)

    first = asked(script, "What do they earn?")[-1]
    second = asked(script, "And the way in?", first.session)[-1]

    assert second.session == Session(first.session.conversation_id, 3)
    assert script.conversations.of("") == ()


def test_what_was_deleted_in_another_tab_is_not_gone_on_with():
    script = advisor(samples.PAY_ANSWER, samples.WAY_IN)
    first = asked(script, "What do they earn?", browser=ANA)[-1]
    script.conversations.delete(first.session.conversation_id, ANA)

    second = asked(script, "And the way in?", first.session, browser=ANA)[-1]

    assert second.session.conversation_id != first.session.conversation_id
    assert [kept.id for kept in script.conversations.of(ANA)] == [second.session.conversation_id]


def test_examples_name_roles_of_the_library():
    questions = handlers.examples(advisor()).questions

    assert "What is the difference between bridge engineer and tunnel engineer?" in questions


def test_examples_leave_out_what_the_library_does_not_have():
    bare = ScriptedAdvisor((), OpenLibrary(guides=samples.LIBRARY.guides))

    assert handlers.examples(bare).questions == words.EXAMPLE_ANY
    assert handlers.examples(ScriptedAdvisor(())) == Suggestions()


def test_an_edited_question_is_asked_as_it_stands():
    script = advisor()

    list(handlers.ask(script, RULES, "What do tunnel engineers earn?", Session(), lambda: 0.0, alone=True))
    list(handlers.ask(script, RULES, "And bridges?", Session(), lambda: 0.0))

    assert script.asked_alone == ["What do tunnel engineers earn?"]


def test_an_answer_that_is_spoken_of_is_named_to_the_advisor():
    script = advisor(samples.PAY_ANSWER)

    list(handlers.ask(script, RULES, "Say it simpler", Session(), lambda: 0.0, about="record-1"))

    assert script.asked_about == ["record-1"]
