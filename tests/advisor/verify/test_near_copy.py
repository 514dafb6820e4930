"""What a near copy changes is found whatever else it shares with its original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.verify.alignment import gaps, matches
from advisor.verify.near_copy import near_copy
from advisor.verify.reading import read

WARD = "Ward nurses usually work in large teams, and no degree is asked for in 36% of adverts from 2024 to 2030."

rows = st.lists(st.sampled_from("abcdef"), max_size=14)


def copy_of(text: str, original: str = WARD):
    return near_copy(read(text).sentences[0], read(original).sentences)


@given(rows, rows)
def test_what_matches_is_the_same_in_both_and_in_order(told, known):
    pairs = matches(told, known)

    assert all(told[a] == known[b] for a, b in pairs)
    assert pairs == sorted(pairs)
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)


@given(rows)
def test_a_row_matches_itself_without_a_gap(row):
    assert gaps(matches(row, row), len(row), len(row)) == []


@given(rows, rows)
def test_gaps_are_all_that_does_not_match(told, known):
    pairs = matches(told, known)

    found = gaps(pairs, len(told), len(known))

    assert sum(b - a for gap in found for a, b in [gap.told]) == len(told) - len(pairs)
    assert sum(b - a for gap in found for a, b in [gap.known]) == len(known) - len(pairs)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("turned", WARD.replace("no degree", "a degree")),
        ("turned", WARD.replace("usually work", "do not work")),
        ("turned", WARD.replace("large", "small")),
        ("turned", WARD.replace("asked for in", "asked for, in less than")),
        ("figure", WARD.replace("36%", "63%")),
        ("figure", WARD.replace("2024 to 2030", "2030 to 2024")),
        ("strengthened", WARD.replace("usually", "always")),
        ("unhedged", WARD.replace("usually ", "")),
    ],
    ids=["denial left out", "denial", "contrary", "turned down", "figure", "figures swapped", "stronger", "no hedge"],
)
def test_a_small_change_is_found(field, text):
    assert any(getattr(change, field) for change in copy_of(text).changes)


@pytest.mark.parametrize(
    "text",
    [
        WARD,
        WARD.replace("usually", "often"),
        WARD.replace("large", "big"),
        WARD.replace("no degree is asked for", "a degree is not asked for"),
        "Ward nurses usually work in large teams.",
        "No degree is asked for in 36% of adverts.",
    ],
    ids=["copy", "hedge alike", "word alike", "denial moved", "first clause", "second clause"],
)
def test_what_says_the_same_has_no_change(text):
    assert copy_of(text).changes == ()


def test_a_comparative_of_which_nothing_is_known_is_not_taken_for_another_one():
    (change,) = copy_of("The ward is greener in the spring.", "The ward is noisier in the spring.").changes

    assert change.compared == ("greener", "noisier")


def test_less_with_the_contrary_says_the_same():
    original = "The way into ward work is easier for beginners."

    assert copy_of("The way into ward work is less difficult for beginners.", original).changes == ()
    assert copy_of("The way into ward work is less easy for beginners.", original).changes


def test_a_sentence_about_something_else_is_no_copy():
    assert copy_of("Paramedics drive at night and like it.") is None
