"""Which choice is taken, by number, place, name or all of them."""

import pytest

from advisor.question.choices import chosen
from tests.advisor.written import readers

ROLES = ("Is the nurse role hard?", "Is the paramedic role hard?", "Is each role hard?")
TOPICS = ("Compare nurse and paramedic on pay.", "Compare nurse and paramedic on education.")


@pytest.fixture(scope="module")
def lexicon():
    return readers().reader.lexicon


@pytest.mark.parametrize(
    ("text", "choices", "taken"),
    [
        ("2", ROLES, ROLES[1]), ("option 1", ROLES, ROLES[0]), ("the second one", ROLES, ROLES[1]),
        ("the last", ROLES, ROLES[2]), ("Paramedic, please", ROLES, ROLES[1]), ("the nurse", ROLES, ROLES[0]),
        ("both", ROLES, ROLES[2]), ("is the nurse role hard", ROLES, ROLES[0]), ("pay", TOPICS, TOPICS[0]),
    ],
)  # fmt: skip
def test_a_choice_is_taken_in_few_words(lexicon, text, choices, taken):
    assert chosen(text, choices, lexicon.role_ids, lexicon.without_roles) == taken


@pytest.mark.parametrize("text", ["7", "What does a nurse earn?", "carer", "I like rock", "thanks", "0"])
def test_anything_else_takes_none(lexicon, text):
    assert chosen(text, ROLES, lexicon.role_ids, lexicon.without_roles) == ""
