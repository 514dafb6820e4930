import json
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.domain import Basis, CheckedClaim, Origin, Support
from tests.fakes import ScriptedAdvisor
from tests.ui.commands.conftest import ANSWER, REFUSED

CLAIM = CheckedClaim(
    "MLOps needs less math.", "“MLOps” needs less math.", Basis.QUOTE, (1,), Support.SUPPORTED, "", 1.0
)
QUESTIONS = (
    {"id": "math", "category": "single", "turns": ["math?"], "expected_behavior": "answer", "sources": [1]},
    {"id": "chain", "category": "chain", "turns": ["a", "b"], "must_contain": [["math"]], "sources": ["g"]},
    {"id": "rust", "category": "unanswerable", "turns": ["rust?"], "expected_behavior": "abstain"},
)


@pytest.fixture
def questions(scripted, tmp_path) -> Path:
    scripted.script = [replace(ANSWER, claims=(CLAIM,))]
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(map(json.dumps, QUESTIONS)))
    return file


def test_every_line_is_one_conversation_of_origin_eval(run, scripted, questions):
    result = run("eval", str(questions))

    assert result.code == 0
    assert [answer.question for answer in scripted.given] == ["math?", "a", "b", "rust?"]
    assert len({answer.conversation_id for answer in scripted.given}) == 3
    assert {answer.origin for answer in scripted.given} == {Origin.EVAL}


def test_scores_are_printed_in_all_and_by_category(run, questions):
    out = run("eval", str(questions)).out

    rows = {line.split()[0]: line.split()[1:] for line in out.split("\n\n")[0].splitlines()[1:]}
    assert rows == {
        "all": ["3", "66.7%", "100.0%", "66.7%", "100.0%", "100.0%", "0.0%", "100.0%"],
        "chain": ["1", "100.0%", "100.0%", "100.0%", "100.0%", "100.0%", "–", "–"],
        "single": ["1", "100.0%", "100.0%", "100.0%", "100.0%", "100.0%", "0.0%", "–"],
        "unanswerable": ["1", "0.0%", "100.0%", "0.0%", "100.0%", "100.0%", "–", "100.0%"],
    }
    assert "abstention         precision –, recall 0.0%" in out
    assert "citations          precision 100.0%" in out


def test_failing_items_are_listed_with_what_is_wrong(run, questions):
    out = run("eval", str(questions), "--failures").out

    assert out.startswith("rust: 'rust?'\n    content: turn 0: should have declined\n\n")


def test_json_holds_numbers_and_items_and_nothing_else_is_on_standard_output(run, questions):
    result = run("eval", str(questions), "--json")

    data = json.loads(result.out)
    assert (data["release"], data["all"]["items"], data["by_category"]["single"]["passed"]) == ("release-1", 3, 1.0)
    assert data["items"][2] == {
        "id": "rust",
        "category": "unanswerable",
        "passed": False,
        "problems": {"content": ["turn 0: should have declined"]},
    }


def test_sources_that_mean_no_guide_are_left_out_with_a_note(run, questions):
    unmapped = run("eval", str(questions), "--json")
    (questions.parent / "sources.json").write_text('{"1": "g"}')
    mapped = run("eval", str(questions), "--json")

    assert "note: sources 1 mean no guide of the library" in unmapped.err
    assert "note:" not in mapped.err
    assert json.loads(mapped.out)["all"]["sources_cited"] == 1.0


def test_bindings_are_taken_from_beside_the_questions_or_by_option(run, scripted, questions, tmp_path):
    given = {
        "roles": {"X": {"id": "x", "pattern": "never"}, "Y": {"id": "y", "pattern": "mlops"}},
        "figures": {"less": "X"},
    }
    (tmp_path / "bindings.json").write_text(json.dumps(given))
    (tmp_path / "none.json").write_text("{}")

    beside = run("eval", str(questions), "--json")
    by_option = run("eval", str(questions), "--json", "--bindings", str(tmp_path / "none.json"))

    assert (json.loads(beside.out)["all"]["cited"], json.loads(by_option.out)["all"]["cited"]) == (0.0, 1.0)


def test_answers_are_kept_as_batch_prints_them(run, scripted, questions, tmp_path):
    scripted.script = [ANSWER, REFUSED]
    kept = tmp_path / "answers.jsonl"

    result = run("eval", str(questions), "--answers", str(kept))

    rows = [json.loads(line) for line in kept.read_text().splitlines()]
    assert result.code == 0
    assert [row["id"] for row in rows] == ["math", "chain", "rust"]
    assert rows[0]["answers"][0]["question"] == "math?"
    assert rows[1]["error"].startswith("The question cannot be read.")


def test_a_run_is_compared_with_an_earlier_one(run, questions, tmp_path):
    earlier = tmp_path / "earlier.json"
    then = {"math": False, "rust": True, "gone": True}
    earlier.write_text(json.dumps({"items": [{"id": id, "passed": passed} for id, passed in then.items()]}))

    out = run("eval", str(questions), "--against", str(earlier)).out

    assert out.split("\n\n")[-1].splitlines() == [
        "got better          1: math",
        "got worse           1: rust",
        "only in this run    1: chain",
        "only in the earlier 1: gone",
    ]


def test_what_json_printed_can_be_compared_with(run, questions, tmp_path):
    earlier = tmp_path / "earlier.json"
    earlier.write_text(run("eval", str(questions), "--json").out)

    data = json.loads(run("eval", str(questions), "--json", "--against", str(earlier)).out)

    assert data["against"] == {"better": [], "worse": [], "only_now": [], "only_then": []}


def test_files_that_cannot_be_used_are_expected_failures_before_anything_is_asked(run, scripted, questions, tmp_path):
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": 1}')
    folder = str(tmp_path / "missing" / "out.jsonl")

    results = [
        run("eval", str(tmp_path / "missing.jsonl")),
        run("eval", str(bad)),
        run("eval", str(questions), "--against", str(questions)),
        run("eval", str(questions), "--answers", folder),
        run("eval", str(questions), "--bindings", str(bad)),
        run("eval", str(questions), advisor=lambda settings: ScriptedAdvisor([ANSWER])),
    ]

    assert [result.code for result in results] == [1] * 6
    assert [len(result.err.splitlines()) for result in results] == [1] * 6
    assert scripted.asked == []


def test_progress_is_shown_to_a_person_who_watches(run, questions, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)

    result = run("eval", str(questions))

    assert result.code == 0
    assert "asking" in result.err
    assert "asking" not in result.out
