"""Questions of other languages, put into the English words that the rules read."""

import pytest

from advisor.domain import Attribute, Role, Vocabulary
from advisor.question.gloss import ANY, Gloss, fold, glosses
from advisor.question.mentions import Lexicon

VOCABULARY = Vocabulary(
    roles=(
        Role("nurse", "Nurse", translations=("enfermera", "infirmière", "krankenschwester", "护士", "看護師", "नर्स")),
    ),
    attributes=(
        Attribute("pay", "Pay", translations=("sueldo", "salaire", "gehalt", "薪水", "給料", "वेतन")),
        Attribute("education", "Education", translations=("estudios", "études", "ausbildung", "学历", "学歴", "शिक्षा")),
    ),
)
KNOWN = frozenset({"night", "shift"})


@pytest.fixture(scope="module")
def by_language() -> dict[str, Gloss]:
    return glosses(Lexicon(VOCABULARY, {}))


@pytest.mark.parametrize(
    ("language", "text", "english"),
    [
        ("es", "¿Cuál es el sueldo de una enfermera?", "what pay Nurse?"),
        ("es", "¿y la otra?", "and the other one?"),
        ("es", "¿por qué?", "why?"),
        ("es", "por que?", "why?"),
        ("fr", "Salaire et études d'une infirmiere ?", "pay and degree Nurse?"),
        ("fr", "et l'autre ?", "and the other one?"),
        ("de", "Wie hoch ist das Gehalt der Krankenschwestern?", "how much pay Nurse?"),
        ("de", "und die andere?", "and the other one?"),
        ("hi", "नर्स का वेतन कितना है?", "Nurse pay how much?"),
        ("zh", "护士的薪水和学历?", "Nurse pay and education?"),
        ("zh", "另一个呢?", "the other one?"),
        ("ja", "看護師の給料と学歴は?", "Nurse pay and education?"),
        ("ja", "なぜ?", "why?"),
    ],
)
def test_names_and_words_of_asking_are_put_into_english(by_language, language, text, english):
    assert by_language[language].of(text, KNOWN.__contains__) == english


def test_words_of_the_library_figures_and_names_are_kept(by_language):
    english = by_language["es"].of("¿Cuál es el sueldo en el night shift, 30% en Valencia?", KNOWN.__contains__)

    assert english == "what pay night shift, 30% Valencia?"


def test_a_typo_in_a_long_word_is_forgiven(by_language):
    assert by_language["de"].of("Ausbidung Krankenschwester?", KNOWN.__contains__) == "education Nurse?"


def test_a_question_of_which_little_is_made_out_is_left_alone(by_language):
    assert by_language["es"].of("Dime la temperatura media del océano", KNOWN.__contains__) == ""


def test_a_language_without_words_of_asking_still_has_the_names(by_language):
    assert by_language[ANY].of("sueldo enfermera", KNOWN.__contains__) == "pay Nurse"


def test_accents_are_folded_where_the_script_is_latin_only():
    assert (fold("Médecin à l'hôpital", "fr"), fold("データ", "ja")) == ("medecin a l' hopital", "データ")
