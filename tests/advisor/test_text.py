from hypothesis import given
from hypothesis import strategies as st

from advisor.text import content_stems, figures, normalise, words


def test_percent_in_words_and_in_signs_are_the_same_figure():
    assert figures("36 percent of postings") == figures("36% of postings") == {"36%"}


def test_money_is_compared_by_its_value():
    assert figures("$2B") == figures("2 billion") == {2e9}
    assert figures("$118k to $191k") == {118_000.0, 191_000.0}


def test_a_thousands_comma_is_no_new_figure():
    assert figures("25,000 people") == {25_000.0}


def test_a_letter_and_a_number_together_are_no_figure():
    assert figures("the H1B visa and S3") == frozenset()


def test_compound_words_are_found_whole_and_by_their_parts():
    assert {"self-taught", "taught"} <= set(content_stems("self-taught people"))
    assert "ci/cd" in words("CI/CD pipelines")


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    assert normalise(normalise(text)) == normalise(text)
