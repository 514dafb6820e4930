import json

import pytest
import yaml

from advisor.verify.score import fitted
from tests.advisor.evals.ward import LIBRARY
from tests.fakes import HashEmbedder, ScriptedAdvisor

NAMES = ["recall@5", "recall@10", "ndcg@5", "ndcg@10", "mrr"]


def lines(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def small(tmp_path):
    lines(
        tmp_path / "corpus.jsonl",
        {"id": "pay", "title": "Pay", "text": "MLOps engineers earn a high salary."},
        {"id": "drift", "title": "Drift", "text": "Models drift in production."},
        {"id": "empty", "title": "", "text": "Something else entirely."},
    )
    before = [{"speaker": "user", "text": "Tell me of drift"}, {"speaker": "agent", "text": "Models drift."}]
    lines(
        tmp_path / "queries.jsonl",
        {"id": "1", "text": "salary of MLOps engineers"},
        {"id": "2", "text": "why?", "history": before},
    )
    (tmp_path / "qrels.tsv").write_text("q\td\ts\n1\tpay\t1\n2\tdrift\t1\n", encoding="utf-8")
    return tmp_path


def bench(run, *arguments):
    return run("bench", *arguments, embedder=lambda settings: HashEmbedder())


def test_retrieval_is_measured_beside_three_baselines(run, small):
    result = bench(run, "retrieval", str(small), "--json")

    printed = json.loads(result.out)
    assert list(printed["ours"]) == NAMES
    assert sorted(printed["baselines"]) == ["dense", "lexical", "rrf"]
    assert all(list(row) == NAMES for row in printed["baselines"].values())


def test_what_was_said_before_helps_a_question_that_says_nothing(run, small):
    result = bench(run, "retrieval", str(small), "--json")

    printed = json.loads(result.out)
    assert printed["ours"]["mrr"] == 1.0
    assert printed["baselines"]["lexical"]["mrr"] == 0.5


def test_retrieval_prints_a_table_for_people(run, small):
    result = bench(run, "retrieval", str(small))

    assert [line.split()[0] for line in result.out.splitlines()] == ["recall@5", "ours", "dense", "lexical", "rrf"]


def test_chunking_is_measured_in_characters(run, tmp_path):
    lines(tmp_path / "corpus.jsonl", {"id": "t", "text": "Pay is high.\n\nModels drift in production."})
    reference = {"content": "Pay is high.", "start_index": 0, "end_index": 12}
    lines(tmp_path / "queries.jsonl", {"text": "pay", "corpus_id": "t", "references": [reference]})

    result = bench(run, "chunking", str(tmp_path), "--json")

    printed = json.loads(result.out)
    assert printed["ours"]["recall"] == 1.0
    assert sorted(printed["baselines"]) == ["fixed-1000", "fixed-500"]


def test_a_folder_that_is_no_test_set_is_one_line_with_a_hint(run, tmp_path):
    result = bench(run, "retrieval", str(tmp_path / "none"))

    assert result.code == 1
    assert "corpus.jsonl cannot be read" in result.err


@pytest.fixture
def claims(tmp_path):
    file = tmp_path / "claims.jsonl"
    said = [(f"Town {n} has {n} wards.", f"There are {n} wards; town {n} has them.", 1) for n in range(3, 30)]
    unsaid = [(f"Town {n} is green.", f"Town {n} lies near the sea, said report {n}.", 0) for n in range(3, 30)]
    lines(file, *({"claim": c, "evidence": e, "label": label} for c, e, label in [*said, *unsaid]))
    return file


def test_the_check_of_claims_is_measured_beside_two_plain_baselines(run, claims):
    result = bench(run, "verify", str(claims), "--json")

    printed = json.loads(result.out)
    names = ["balanced_accuracy", "auroc", "precision", "recall", "ms_per_claim"]
    assert list(printed) == ["ours", "baselines"]
    assert list(printed["ours"]) == names
    assert sorted(printed["baselines"]) == ["embedding_cosine", "word_overlap"]
    assert all(list(row) == names for row in printed["baselines"].values())


def test_fixed_thresholds_are_the_products_own(run, claims):
    fitted, fixed = (bench(run, "verify", str(claims), "--json", *more) for more in ([], ["--fixed"]))

    assert json.loads(fixed.out)["ours"]["auroc"] == json.loads(fitted.out)["ours"]["auroc"]
    assert fixed.code == 0


def test_fitted_weights_are_printed_as_the_program_reads_them(run, claims, tmp_path):
    result = bench(run, "fit", str(claims), "--home", str(tmp_path / "home"))

    printed = yaml.safe_load(result.out)
    assert list(printed) == ["words", "vectors"]
    assert set(printed["words"]["features"]) == set(fitted()["words"].features)
    assert set(printed["vectors"]["features"]) == set(fitted()["vectors"].features)


def counterfactual(run, *arguments):
    return run("bench", "counterfactual", *arguments, advisor=lambda settings: ScriptedAdvisor([], LIBRARY))


def test_changed_and_true_sentences_are_counted_by_kind(run):
    printed = json.loads(counterfactual(run, "--json", "--seed", "3").out)

    assert printed["release"] == LIBRARY.release
    assert printed["seed"] == 3
    assert printed["kinds"]["role"].keys() == {"claims", "right", "supported", "ms_per_claim"}
    assert printed["kinds"]["true, word for word"]["right"] == 1.0


def test_changed_and_true_sentences_are_a_table_for_people(run):
    out = counterfactual(run, "--failures", "--most", "2").out

    (header,) = [line for line in out.splitlines() if line.startswith("kind")]
    assert header.split() == ["kind", "claims", "right", "supported", "ms", "a", "claim"]


def test_a_file_of_claims_that_is_not_there_is_told_in_one_line(run, tmp_path):
    result = bench(run, "verify", str(tmp_path / "none.jsonl"))

    assert result.code == 1
    assert "none.jsonl" in result.err
