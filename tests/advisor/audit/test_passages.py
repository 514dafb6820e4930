from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.audit.passages import compare_passages, word_diff
from advisor.domain import Passage, PassageKind


def passage(text, heading="Pay", guide="ward", start=0):
    return Passage(guide, PassageKind.PROSE, (heading,), "", text, start, start + len(text))


PAY = passage("A nurse earns $50k to $70k a year.")
WORK = passage("A paramedic answers emergency calls.", "Work", start=40)


def test_the_same_words_at_another_place_in_the_text_are_the_same_passage():
    changes = compare_passages([PAY, WORK], [replace(PAY, start=100, end=134), WORK])

    assert (changes.added, changes.changed, changes.gone) == ((), (), ())


def test_a_changed_figure_is_a_change_of_that_passage():
    dearer = passage("A nurse earns $50k to $80k a year.")

    changes = compare_passages([PAY, WORK], [dearer, WORK])

    assert [(c.before, c.after) for c in changes.changed] == [(PAY, dearer)]
    assert changes.touched == {PAY.id}


def test_other_words_under_the_same_heading_are_gone_and_added():
    other = passage("Bonuses are paid at Christmas only.")

    changes = compare_passages([PAY], [other])

    assert (changes.gone, changes.added, changes.changed) == ((PAY,), (other,), ())


def test_a_renamed_heading_is_a_move():
    moved = replace(PAY, heading=("What it pays",))

    (change,) = compare_passages([PAY], [moved]).changed

    assert change.moved


def test_a_passage_is_never_found_in_another_guide():
    changes = compare_passages([PAY], [replace(PAY, guide_id="union")])

    assert not changes.changed


def test_each_passage_is_taken_once_the_likest_first():
    one, two = passage("A nurse earns $50k to $75k a year."), passage("A nurse earns some $60k a year at most.")

    changes = compare_passages([PAY], [two, one])

    assert [change.after for change in changes.changed] == [one]
    assert changes.added == (two,)


@given(st.text(), st.text())
def test_a_diff_holds_both_texts(before, after):
    parts = list(word_diff(before, after))

    assert "".join(words for what, words in parts if what != "+") == before
    assert "".join(words for what, words in parts if what != "-") == after


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("earns $50k a year", "earns $60k a year", [("-", "50k"), ("+", "60k")]),
        ("earns well", "earns well enough", [("+", " enough")]),
        ("does not earn", "does earn", [("-", "not ")]),
    ],
    ids=["a figure", "a word more", "a word less"],
)
def test_a_diff_is_of_words(before, after, changed):
    assert [part for part in word_diff(before, after) if part[0] != "="] == changed
