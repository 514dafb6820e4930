from dataclasses import replace

from tests.ui.commands.conftest import ANSWER, REFUSED


def test_chat_goes_on_until_a_new_conversation_is_asked_for(run, scripted):
    run("chat", said="first\nsecond\n/new\nthird\n/quit\nnever\n")

    assert [(answer.question, answer.conversation_id) for answer in scripted.given] == [
        ("first", "conversation-1"),
        ("second", "conversation-1"),
        ("third", "conversation-3"),
    ]


def test_chat_shows_steps_sources_and_suggestions_that_can_be_picked(run, scripted):
    result = run("chat", said="first\n/1\n")

    assert "understand: standalone question: first" in result.out
    assert "[1] our digest of Which job?" in result.out
    assert "/1 What does it pay?" in result.out
    assert scripted.asked == ["first", "What does it pay?"]
    assert scripted.given[1].conversation_id == "conversation-1"


def test_a_refused_question_does_not_end_a_chat(run, scripted):
    scripted.script = [ANSWER, REFUSED]

    result = run("chat", said="first\nsecond\nthird\n")

    assert result.code == 0
    assert "The question cannot be read." in result.err
    assert [answer.question for answer in scripted.given] == ["first", "third"]


def test_chat_shows_what_is_known_of_the_person_and_takes_it_back(run, scripted):
    scripted.script = [replace(ANSWER, about_person={"degree": "none"})]

    result = run("chat", said="/notes\nfirst\n/notes\n/forget degree\n")

    assert "Nothing is known of you yet." in result.out
    assert "- degree: none" in result.out
    assert scripted.asked == ["first", "Forget my degree."]
