import pytest

from advisor.question.language import detect

ENGLISH = {"what", "does", "a", "the", "is", "pay", "ml", "engineer", "mlops", "docker", "kubernetes", "which", "role"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("What does the role pay?", "en"),
        ("docker kubernetes?", "en"),
        ("edu", "en"),
        ("¿Cuánto gana una enfermera?", "es"),
        ("Combien gagne une infirmière ?", "fr"),
        ("Wie viel verdient eine Krankenschwester?", "de"),
        ("Quanto ganha uma enfermeira?", "pt"),
        ("एमएल इंजीनियर का वेतन", "hi"),
        ("ML工程师的薪水", "zh"),
        ("MLエンジニアの給料は?", "ja"),
    ],
)
def test_the_language_of_a_question_is_recognised(text, code):
    assert detect(text, ENGLISH.__contains__) == code


@pytest.mark.parametrize(
    ("text", "before", "code"),
    [
        ("und der andere?", "de", "de"),
        ("salario?", "pt", "pt"),
        ("and what does the role pay?", "de", "en"),
        ("docker?", "fr", "en"),
        ("¿y eso?", "en", "es"),
    ],
)
def test_few_words_are_in_the_language_of_the_talk(text, before, code):
    assert detect(text, ENGLISH.union({"and"}).__contains__, before) == code
