import json


def test_guides_lists_what_is_published(run):
    result = run("guides")

    assert result.out.splitlines()[1].split() == ["g", "digest", "undated", "1", "A", "school", "Which", "job?"]


def test_guides_as_json_has_a_row_for_each_guide(run):
    (row,) = json.loads(run("guides", "--json").out)

    assert (row["id"], row["updated"], row["passages"]) == ("g", None, 1)
