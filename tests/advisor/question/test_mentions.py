import pytest

from advisor.domain import Role, Vocabulary
from advisor.question.mentions import Lexicon
from tests.advisor.written import VOCABULARY, guide


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon(VOCABULARY, {"ward": guide()})


def test_roles_are_found_by_name_abbreviation_plural_and_translation(lexicon):
    assert lexicon.role_ids("Do nurses or RNs earn more than a paramedic? ¿Y una enfermera?") == ("nurse", "paramedic")


def test_the_longest_name_wins():
    roles = (Role("ml", "ML engineer"), Role("platform", "ML platform engineer"))

    found = Lexicon(Vocabulary(roles=roles), {}).role_ids("an ML platform engineer")

    assert found == ("platform",)


def test_a_two_letter_name_is_a_role_only_where_it_stands_alone():
    lexicon = Lexicon(Vocabulary(roles=(Role("ml-engineer", "ML engineer", aliases=("ml",)), Role("ops", "MLOps"))), {})

    assert lexicon.role_ids("ML or MLOps?") == ("ml-engineer", "ops")
    assert lexicon.role_ids("how much ML knowledge does MLOps need") == ("ops",)


def test_a_name_inside_a_word_is_not_found(lexicon):
    assert lexicon.role_ids("the nursery and the born-again carers") == ("carer",)


def test_words_of_a_role_are_not_taken_for_an_attribute(lexicon):
    assert lexicon.attribute_ids("What does a nurse earn?") == ("pay",)


def test_a_guide_is_found_by_its_publisher_and_by_its_audience(lexicon):
    assert lexicon.guide_ids("What does Ward Press say?") == ("ward",)
    assert lexicon.guide_ids("Who wrote the guide for school leavers?") == ("ward",)
    assert lexicon.guide_ids("Who wrote the guide for pilots?") == ()
