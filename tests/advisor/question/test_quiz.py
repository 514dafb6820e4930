"""What starts the fit quiz, what answers a statement, and what is neither."""

import pytest

from advisor.question.intent import Intent, intent_of
from advisor.question.quiz import Reply, reply_of


@pytest.mark.parametrize(
    "text",
    [
        "quiz me", "Quiz me on which role fits.", "can I take a test?", "Is there a test I can take?",
        "do you have a quiz", "I'd like to take the fit quiz", "quiz", "help me find out which fits",
        "could you help me figure out which one suits me best", "restart the quiz",
        "Have you got a short questionnaire that tells me which of these I should pick?",
    ],
)  # fmt: skip
def test_asking_for_a_quiz_starts_it(text):
    assert intent_of(text) is Intent.TAKE_QUIZ


@pytest.mark.parametrize(
    "text",
    [
        "Is there a coding test in interviews?", "Do I have to take a test to become a nurse?",
        "How do I test a model?",
        "In my quiz I said yes to night shifts, no to paperwork. Verdict?", "help me find out which pays more",
        "Help me figure out which suits me: I like rock.", "Is there a test in the guide?", "test me on chemistry",
    ],
)  # fmt: skip
def test_a_question_about_tests_or_about_answers_already_given_does_not(text):
    assert intent_of(text) is not Intent.TAKE_QUIZ


@pytest.mark.parametrize(
    ("reply", "texts"),
    [
        (Reply.YES, ["yep", "absolutely", "sí", "Yes, I love that!", "well, yes", "I do", "that's me", "of course"]),
        (
            Reply.NO,
            ["not really", "Nope, that bores me", "definitely not", "I don't think so", "nah", "more no than yes"],
        ),
        (
            Reply.UNSURE,
            ["no idea", "Not sure.", "hm, maybe", "yes and no", "kind of", "I don't know", "skip", "depends"],
        ),
    ],
    ids=["yes", "no", "unsure"],
)
def test_a_reply_is_understood_in_everyday_words(reply, texts):
    assert {text: reply_of(text) for text in texts} == dict.fromkeys(texts, reply)


@pytest.mark.parametrize(
    "text", ["why?", "What do they earn?", "I have no degree", "yes but what do they earn?", "no degree", "stop", ""]
)
def test_what_is_no_reply_is_not_taken_for_one(text):
    assert reply_of(text) is None
