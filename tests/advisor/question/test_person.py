import pytest

from advisor.question.person import merge, notes_from

KNOWN = ("devops engineer", "devops", "data scientist", "backend developer", "nurse")


def roles(text: str) -> tuple[str, ...]:
    return tuple(name for name in KNOWN if name in text)[:1]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("I'm a DevOps engineer with six years' experience.", {"background": "devops engineer", "years": "six"}),
        ("five years DevOps", {"background": "devops", "years": "five"}),
        ("I don't have a degree.", {"degree": "none"}),
        ("I'm self-taught and know Docker.", {"degree": "self-taught"}),
        ("I have a PhD.", {"degree": "phd"}),
        ("I like infrastructure more than modeling.", {"likes": "infrastructure", "dislikes": "modeling"}),
        ("I'd rather ship systems than prove theory", {"likes": "ship systems", "dislikes": "prove theory"}),
        ("yes to math, no to servers", {"likes": "math", "dislikes": "servers"}),
        ("I dislike heavy stats but love automating things.", {"likes": "automating", "dislikes": "stats"}),
        ("I want an AI job within a year.", {"aim": "an ai job within a year"}),
    ],
)
def test_what_people_say_of_themselves_is_noted(text, notes):
    assert notes_from(text, roles) == notes


@pytest.mark.parametrize("text", ["Is that the same as a nurse?", "What does a data scientist earn?", "Why?"])
def test_a_question_about_a_role_is_no_word_on_oneself(text):
    assert notes_from(text, roles) == {}


def test_a_correction_replaces_the_background_and_likes_add_up():
    before = {"background": "devops", "likes": "math"}

    merged = merge(before, notes_from("Sorry, I meant data scientist, not DevOps. I like charts.", roles))

    assert merged == {"background": "data scientist", "likes": "math; charts"}
