import pytest

from advisor.question.intent import Intent, intent_of, is_asking, small_talk


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Which one should I pick?", Intent.RECOMMEND),
        ("So which role?", Intent.RECOMMEND),
        ("How do a nurse and a paramedic differ?", Intent.COMPARE),
        ("Nurse vs paramedic?", Intent.COMPARE),
        ("Why is nursing hard?", Intent.WHY),
        ("Who says so?", Intent.SOURCE),
        ("Which of your guides has a date?", Intent.LIBRARY),
        ("Who wrote the guide for school leavers?", Intent.LIBRARY),
        ("What is a nurse?", Intent.DEFINE),
        ("How much math do I need?", Intent.LOOKUP),
    ],
)
def test_the_form_of_a_question_tells_what_it_wants(text, intent):
    assert intent_of(text) is intent


@pytest.mark.parametrize("text", ["Hello!", "thanks", "What can you do?"])
def test_small_talk_is_told_from_questions(text):
    assert small_talk(text) is not None


def test_thanks_with_a_question_is_a_question():
    assert small_talk("Thanks, and what does a nurse earn?") is None


def test_a_statement_asks_nothing():
    assert not is_asking("I don't have a degree.")
    assert is_asking("tell me about pay")
