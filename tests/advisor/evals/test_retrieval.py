import json
from math import log2

import pytest

from advisor.errors import InputError
from advisor.evals.retrieval import measures, read_set


def write(folder, *, corpus, queries, qrels):
    for name, rows in (("corpus.jsonl", corpus), ("queries.jsonl", queries)):
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\n" + qrels, encoding="utf-8")
    return folder


SET = {
    "corpus": [{"_id": "d", "title": "Pay", "text": "It is high."}],
    "queries": [{"id": "q", "text": "and pay?", "history": [{"speaker": "user", "text": "MLOps"}]}],
    "qrels": "q\td\t1\n",
}


def test_a_set_is_read_with_what_was_said_before(tmp_path):
    given = read_set(write(tmp_path, **SET))

    assert given.documents[0].words == "Pay\nIt is high."
    assert given.queries[0].earlier == ["MLOps"]
    assert given.relevant == {"q": {"d": 1.0}}


def test_a_question_without_a_relevant_document_is_left_out(tmp_path):
    queries = [*SET["queries"], {"id": "other", "text": "?"}]

    given = read_set(write(tmp_path, **{**SET, "queries": queries, "qrels": "q\td\t1\nother\td\t0\n"}))

    assert [query.id for query in given.queries] == ["q"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"corpus": [{"id": "d"}]}, "corpus.jsonl, line 1"),
        ({"qrels": "q d 1\n"}, "qrels.tsv, line 2"),
        ({"qrels": ""}, "no question with a relevant document"),
    ],
)
def test_a_bad_file_is_named_with_its_line(tmp_path, change, says):
    with pytest.raises(InputError, match=says):
        read_set(write(tmp_path, **{**SET, **change}))


def test_a_missing_file_is_an_expected_failure(tmp_path):
    with pytest.raises(InputError, match=r"corpus\.jsonl cannot be read"):
        read_set(tmp_path)


def test_measures_are_those_of_the_textbook():
    measured = measures(["x", "a", "y", "z", "w", "b"], {"a": 1.0, "b": 1.0})

    best = 1 + 1 / log2(3)
    assert measured == pytest.approx(
        {
            "recall@5": 0.5,
            "recall@10": 1.0,
            "ndcg@5": 1 / log2(3) / best,
            "ndcg@10": (1 / log2(3) + 1 / log2(7)) / best,
            "mrr": 0.5,
        }
    )


def test_nothing_found_is_zero_in_all():
    assert set(measures([], {"a": 1.0}).values()) == {0.0}
