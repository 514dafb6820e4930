import pytest

from advisor.question.spelling import Speller


@pytest.fixture
def speller() -> Speller:
    library = [
        "machine",
        "learning",
        "engineer",
        "percent",
        "entry",
        "level",
        "masters",
        "tools",
        "salary",
        "production",
        "whether",
    ]
    return Speller(library, ["tools", "salary", "engineer"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tolls for an engneer", "tools for an engineer"),
        ("hw mny prcnt r entry lvl", "how many percent are entry level"),
        ("what salery", "what salary"),
        ("adn teh othr engineer", "and the other engineer"),
    ],
)
def test_typos_and_message_spellings_are_mended(speller, typed, meant):
    assert speller.correct(typed) == meant


@pytest.mark.parametrize("text", ["Is Meta hiring?", "a $191k job", "the weather in Pune", "Rust or Go"])
def test_words_that_are_not_the_librarys_stay_as_they_are(speller, text):
    assert speller.correct(text) == text
