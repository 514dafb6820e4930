import pytest
import yaml

from advisor.domain import Guide
from advisor.errors import IngestError
from advisor.library.vocabulary import POINTS_FILE
from advisor.points import PointKind
from ingest.points import parse_points, stand
from ingest.split import split

WARD = Guide("ward", "Wards", "# Wards\n\nA nurse earns $50k a year. A nurse needs a degree.\n")
UNION = Guide("union", "Union", "# Union\n\nA nurse earns $60k a year. A degree is needed by every nurse.\n")
DIFFER = {
    "id": "pay",
    "topic": "Pay of nurses",
    "kind": "differ",
    "wordings": ["What do nurses earn?"],
    "says": "The figures differ.",
    "because": "They look at different years.",
    "positions": [
        {"value": "$50k", "quotes": [{"guide": "ward", "words": "A nurse earns $50k a year."}]},
        {"value": "$60k", "quotes": [{"guide": "union", "words": "A nurse earns $60k a year."}]},
    ],
}
AGREE = {
    "id": "degree",
    "topic": "Degree",
    "kind": "agree",
    "wordings": ["Does a nurse need a degree?"],
    "says": "a nurse needs a degree.",
    "quotes": [
        {"guide": "ward", "words": "A nurse needs a degree."},
        {"guide": "union", "words": "A degree is needed by every nurse."},
    ],
}


def standing(*entries, guides=(WARD, UNION)):
    read = parse_points({POINTS_FILE: yaml.safe_dump(list(entries)).encode()})
    return stand(read, guides, [passage for guide in guides for passage in split(guide)])


def with_text(guide, old, new):
    return Guide(guide.id, guide.title, guide.text.replace(old, new), origin=guide.origin)


def test_without_a_file_there_are_no_points():
    assert parse_points({}) == []


def test_each_quote_stands_at_its_place_in_the_guide():
    result = standing(DIFFER, AGREE)

    assert [point.kind for point in result.points] == [PointKind.DIFFER, PointKind.AGREE]
    assert result.warnings == ()
    texts = {"ward": WARD.text, "union": UNION.text}
    for point in result.points:
        for citation in point.citations:
            guide = citation.passage_id.partition(":")[0]
            assert texts[guide][citation.start : citation.end] == citation.quote


def test_stale_words_are_named_and_a_point_without_two_positions_is_left_out():
    result = standing(DIFFER, guides=(with_text(WARD, "$50k", "$55k"), UNION))

    assert result.points == ()
    assert "A nurse earns $50k a year." in result.warnings[0]
    assert "two positions" in result.warnings[1]


def test_a_position_whose_words_are_gone_is_left_out_and_the_others_stay():
    third = {"value": "well paid", "quotes": [{"guide": "ward", "words": "Nurses are well paid."}]}

    result = standing({**DIFFER, "positions": [*DIFFER["positions"], third]})

    assert [side.value for side in result.points[0].sides] == ["$50k", "$60k"]
    assert len(result.warnings) == 1


def test_a_figure_of_ours_that_no_quote_holds_takes_its_position_away():
    wrong = {**DIFFER["positions"][0], "value": "$52k"}

    result = standing({**DIFFER, "positions": [wrong, DIFFER["positions"][1]]})

    assert result.points == ()
    assert "$52k" in result.warnings[0]


def test_a_figure_in_the_reason_is_held_against_the_quotes_too():
    result = standing({**DIFFER, "because": "One counts 12 months."})

    assert result.points == ()
    assert "figure" in result.warnings[0]


def test_a_guide_that_repeats_another_is_no_second_voice():
    repeating = Guide("union", "Union", UNION.text, origin="Repeats https://ward.example/nurses.")
    original = Guide("ward", "Wards", WARD.text, url="https://www.ward.example/nurses/")

    result = standing(AGREE, guides=(original, repeating))

    assert result.points == ()
    assert "repeat" in result.warnings[0]


def test_guides_that_are_not_here_are_counted_in_one_line():
    result = standing(DIFFER, AGREE, guides=(WARD,))

    assert result.points == ()
    assert result.warnings == ("2 of 2 points are left out: the guides they quote are not all here",)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"- id: [", "it is no YAML"),
        (b"- id: pay\n  kind: maybe\n", "entry 1"),
        (yaml.safe_dump([{**DIFFER, "because": None}]).encode(), "because"),
        (yaml.safe_dump([{**AGREE, "positions": DIFFER["positions"]}]).encode(), "no positions"),
        (yaml.safe_dump([AGREE, AGREE]).encode(), "twice"),
        (b"just words", "the whole"),
    ],
    ids=["yaml", "kind", "reason", "both", "id", "list"],
)
def test_a_broken_file_is_one_line_with_a_hint(content, named):
    with pytest.raises(IngestError, match=named) as problem:
        parse_points({POINTS_FILE: content})

    assert POINTS_FILE in str(problem.value)
    assert "wordings" in problem.value.hint
