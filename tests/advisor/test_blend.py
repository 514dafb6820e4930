import numpy as np
import pytest

from advisor.library.blend import blended, by_heading, in_context, leaning, like_the_first, words_in_context

EAST, NORTH = np.array([1, 0], dtype=np.float32), np.array([0, 1], dtype=np.float32)


def row(*numbers):
    return np.array(numbers, dtype=np.float32)


def test_shared_words_raise_a_score_in_proportion_to_the_best_match():
    scores = blended(row(0.5, 0.5, 0.5), row(0, 2, 4), 4.0)

    assert scores[2] - scores[0] == pytest.approx(2 * (scores[1] - scores[0]))
    assert scores[1] > scores[0]


def test_without_a_shared_word_meaning_alone_decides():
    assert blended(row(0.5, 0.4), row(0, 0), 0.0).tolist() == row(0.5, 0.4).tolist()


def test_words_do_not_lift_what_is_far_in_meaning_over_what_is_near():
    assert np.argmax(blended(row(0.8, 0.4), row(0, 3), 3.0)) == 0


def test_only_a_heading_that_is_nearer_than_the_words_below_it_counts():
    gained = by_heading(row(0.5, 0.5, 0.5), row(0.7, 0.5, -1), row(1, 1, 1))

    assert gained[0] > 0
    assert gained[1:].tolist() == [0, 0]


def test_a_heading_counts_less_the_more_passages_share_it():
    alone, shared = by_heading(row(0.5, 0.5), row(0.7, 0.7), row(1, 4))

    assert alone == pytest.approx(4 * shared)


def test_what_is_like_the_best_passes_what_is_not():
    vectors = np.stack([EAST, EAST, NORTH, EAST])

    scores = like_the_first(row(0.9, 0.8, 0.51, 0.5), vectors)

    assert np.argsort(-scores).tolist() == [0, 1, 3, 2]


def test_a_single_candidate_can_be_its_own_likeness():
    assert like_the_first(row(0.5), EAST[np.newaxis])[0] >= 0.5


def test_a_short_question_that_finds_nothing_leans_fully_on_what_was_said_before():
    assert leaning(1, 0.2) == 1
    assert leaning(0, 0.2) == 1


def test_a_question_leans_less_the_more_it_says_and_the_nearer_its_best_match():
    assert leaning(8, 0.2) < leaning(4, 0.2) < leaning(2, 0.2)
    assert leaning(2, 0.65) < leaning(2, 0.55)


def test_a_question_that_finds_something_near_does_not_lean_at_all():
    assert leaning(1, 0.9) == 0


def test_a_question_without_a_past_means_what_it_says():
    assert in_context(EAST[np.newaxis]).tolist() == EAST.tolist()


def test_a_question_is_bent_to_what_was_said_before_as_far_as_it_leans():
    turns = np.stack([EAST, NORTH])

    fully, partly, not_at_all = (in_context(turns, lean) for lean in (1.0, 0.5, 0.0))

    assert fully @ NORTH > partly @ NORTH > not_at_all @ NORTH == 0
    assert fully @ EAST > 0
    assert np.linalg.norm(fully) == pytest.approx(1)


def test_of_middle_turns_the_later_counts_more_and_the_opening_keeps_its_weight():
    question, opening, second, third, last = np.eye(5, dtype=np.float32)

    bent = in_context(np.stack([question, opening, second, third, last]))

    assert bent[4] > bent[3] > bent[2]
    assert bent[1] > bent[3]


def test_turns_that_cancel_each_other_out_leave_a_direction_of_nothing():
    assert np.isfinite(in_context(np.stack([EAST, -EAST]))).all()


def test_words_said_before_count_but_less_than_those_of_the_question():
    scores = words_in_context([row(1, 0, 0), row(0, 1, 0), row(0, 0, 1)])

    assert scores[0] > scores[2] > scores[1] > 0
