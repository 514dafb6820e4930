import pytest

from advisor.question.clauses import clauses


def votes(told):
    return {clause.words: clause.vote for clause in clauses(told)}


@pytest.mark.parametrize(
    ("told", "is_for"),
    [
        ("I'd be unhappy without any math", True),
        ("I would never want a day of math", False),
        ("I'm hopeless at math", False),
        ("math is my strength", True),
    ],
)
def test_two_negations_are_for_it_and_one_is_against(told, is_for):
    (vote,) = votes(told).values()

    assert (vote > 0) is is_for


def test_what_one_likes_weighs_more_than_what_one_has_done():
    liked, done = votes("I enjoy tending gardens, I worked at a bakery").values()

    assert liked > done > 0


def test_replies_to_a_quiz_weigh_as_many_as_they_are():
    few, many = votes("Two ticks for the gardens, six for the bakery").values()

    assert (few, many) == (2.0, 6.0)


def test_numbers_count_nothing_where_no_quiz_is_told_of():
    assert set(votes("Six years at a bakery, two gardens of my own").values()) == {1.0}
