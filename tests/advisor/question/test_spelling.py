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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("how do i get in as machinelearningengineer", "how do i get in as machine learning engineer"),
        ("salary 4 machinelerningengineer", "salary for machine learning engineer"),
        ("is salary better in production then in entry level", "is salary better in production than in entry level"),
        ("Hm, what salary", "Hm, what salary"),
        ("the 4 tools", "the 4 tools"),
        ("within 4 years", "within 4 years"),
        ("and then salary", "and then salary"),
    ],
)
def test_names_typed_as_one_word_and_words_typed_as_sounds_are_mended(typed, meant):
    speller = Speller(
        ["salary", "tools", "production", "entry", "level", "better", "years"], [], ["machine learning engineer"]
    )

    assert speller.correct(typed) == meant
