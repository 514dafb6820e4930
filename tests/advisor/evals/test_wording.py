import pytest

from advisor.evals.wording import asserts, contains, differences, figures, plain


@pytest.mark.parametrize(
    ("text", "needle", "held"),
    [
        ("reliability matters", "reliab", True),
        ("they may run it", "ML", False),
        ("ml is a field", "ML", True),
        ("$1,191k a year", "191k", False),
        ("pays $154,500", "154500", True),
        ("grows 40 percent", "40%", True),
        ("grows 140%", "40%", False),
    ],
)
def test_words_are_found_as_a_person_would_find_them(text, needle, held):
    assert contains(plain(text), needle) is held


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Yes, MLOps needs a PhD.", True),
        ("No guide says MLOps needs a PhD.", False),
        ("That is not so. MLOps needs a PhD.", True),
    ],
)
def test_a_denial_in_the_same_sentence_may_name_what_it_denies(text, said):
    assert asserts(plain(text), "MLOps needs a PhD") is said


def test_figures_are_read_scaled_in_words_and_as_small_shares_but_not_as_citations():
    assert figures("$2B, two guides, 3 % [7]") == {2.0, 2e9, 3.0, "3%"}


def test_a_difference_is_of_two_numbers():
    assert differences({130.0, 185.0, "3%"}) == {0.0, 55.0}
