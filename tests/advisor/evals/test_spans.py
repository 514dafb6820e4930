import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.evals.spans import fixed_spans, length, merged, overlap, span_measures

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: (min(ends), max(ends))), max_size=6)


def characters(spans) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


@given(SPANS, SPANS)
def test_merged_spans_overlap_in_the_characters_that_both_hold(one, other):
    shared = overlap(merged(one), merged(other))

    assert length(merged(one)) == len(characters(one))
    assert shared == len(characters(one) & characters(other))


@given(SPANS, SPANS)
def test_measures_stay_between_nothing_and_all(found, wanted):
    measured = span_measures(found, wanted)

    assert all(0 <= value <= 1 for value in measured.values())
    assert measured["iou"] <= min(measured["recall"], measured["precision"])


def test_a_passage_read_twice_costs_precision_but_finds_no_more():
    once, twice = span_measures([(0, 10)], [(0, 5)]), span_measures([(0, 10), (0, 10)], [(0, 5)])

    assert once == pytest.approx({"recall": 1.0, "precision": 0.5, "iou": 0.5})
    assert twice == pytest.approx({"recall": 1.0, "precision": 0.25, "iou": 0.25})


@given(st.text(), st.integers(1, 9))
def test_fixed_pieces_are_the_text(text, size):
    pieces = [text[start:end] for start, end in fixed_spans(text, size)]

    assert "".join(pieces) == text
    assert all(len(piece) <= size for piece in pieces)
