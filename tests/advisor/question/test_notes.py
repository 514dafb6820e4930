"""Notes on a person: shown one by one, taken back by words, and gone then from all that is kept of them."""

import pytest

from advisor.question.notes import forgotten_by, notes_of, without
from advisor.question.person import notes_from, with_told
from tests.advisor.written import readers

TOLD = "I am a carer with no degree. I like emergencies and I like people but I hate night shifts."


@pytest.fixture(scope="module")
def notes_in():
    names = readers().reader.lexicon.role_ids
    return lambda text: notes_from(text, names)


@pytest.fixture
def person(notes_in):
    return with_told(notes_in(TOLD), TOLD)


def keys(notes):
    return [(note.key, note.value) for note in notes]


def test_likes_are_notes_of_their_own(person):
    assert keys(notes_of(person)) == [
        ("background", "carer"), ("degree", "none"), ("likes", "emergencies"), ("likes", "people"),
        ("dislikes", "night shifts"),
    ]  # fmt: skip


def test_the_words_of_each_note_take_back_just_that_note(person, notes_in):
    for note in notes_of(person):
        gone = forgotten_by(note.taken_back, person, notes_in)

        assert keys(gone) == [(note.key, note.value)]
        assert keys(notes_of(without(person, gone, notes_in))) == [
            k for k in keys(notes_of(person)) if k != keys([note])[0]
        ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("forget that I have no degree", "degree"),
        ("Please forget what I said about my background.", "background"),
        ("can you delete my dislikes", "dislikes"),
        ("Forget that I like people", "likes"),
        ("don't use my education", "degree"),
    ],
)
def test_a_note_is_taken_back_in_other_words_too(person, notes_in, text, key):
    assert {note.key for note in forgotten_by(text, person, notes_in)} == {key}


def test_what_is_taken_back_is_gone_from_the_persons_own_words(person, notes_in):
    left = without(person, forgotten_by("Forget that I hate night shifts.", person, notes_in), notes_in)

    assert "night" not in left["told"]
    assert "emergencies" in left["told"]


def test_everything_can_be_taken_back_at_once(person, notes_in):
    assert without(person, forgotten_by("forget everything I told you", person, notes_in), notes_in) == {}


@pytest.mark.parametrize(
    "text", ["Forget the nurse.", "forget it", "Forget that, I meant paramedic", "Should I forget my degree?"]
)
def test_setting_a_topic_aside_takes_nothing_back(person, notes_in, text):
    assert forgotten_by(text, person, notes_in) == ()
