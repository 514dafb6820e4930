import json
from pathlib import Path

from advisor.domain import Origin
from tests.fakes import ScriptedAdvisor
from tests.ui.commands.conftest import ANSWER, REFUSED


def lines(path: Path, *values: object) -> str:
    path.write_text("".join(v if isinstance(v, str) else json.dumps(v) + "\n" for v in values), encoding="utf-8")
    return str(path)


def test_batch_answers_every_turn_of_every_line_in_order(run, scripted, tmp_path):
    file = lines(tmp_path / "q.jsonl", {"id": "a", "turns": ["one", "two"], "more": 1}, "\n", {"id": 2, "turns": ["x"]})

    result = run("batch", file)

    rows = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 0
    assert [(row["id"], [answer["question"] for answer in row["answers"]]) for row in rows] == [
        ("a", ["one", "two"]),
        (2, ["x"]),
    ]
    assert [answer.conversation_id for answer in scripted.given] == [f"conversation-{n}" for n in (1, 1, 3)]
    assert {answer.origin for answer in scripted.given} == {Origin.BATCH}


def test_a_line_that_cannot_be_run_stands_in_its_place_and_the_rest_goes_on(run, scripted, tmp_path):
    scripted.script = [ANSWER, REFUSED]
    bad = (
        "{not json\n",
        '"text"\n',
        {"id": "none"},
        {"id": "empty", "turns": []},
        {"id": "no", "turns": ["q", "q"]},
    )
    file = lines(tmp_path / "q.jsonl", *bad, {"id": "good", "turns": ["q"]})

    result = run("batch", file)

    rows = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 1
    assert [row["id"] for row in rows] == [None, None, "none", "empty", "no", "good"]
    assert ["error" in row for row in rows] == [True] * 5 + [False]
    assert rows[4]["error"] == "The question cannot be read. Write it anew."


def test_a_line_that_is_not_utf8_is_an_error_of_that_line(run, tmp_path):
    file = tmp_path / "q.jsonl"
    file.write_bytes(b'\xef\xbb\xbf{"id": 1, "turns": ["q"]}\n{"id": "\xff"}\n')

    rows = [json.loads(line) for line in run("batch", str(file)).out.splitlines()]

    assert ["answers" in row for row in rows] == [True, False]


def test_batch_reads_standard_input(run):
    result = run("batch", "-", said='{"id": "a", "turns": ["q"]}')

    assert json.loads(result.out)["id"] == "a"


def test_batch_without_its_file_or_a_library_is_an_expected_failure(run, tmp_path):
    missing = run("batch", str(tmp_path / "missing.jsonl"))
    file = lines(tmp_path / "q.jsonl", {"id": 1, "turns": ["q"]})
    unpublished = run("batch", file, advisor=lambda settings: ScriptedAdvisor([ANSWER]))

    assert (missing.code, unpublished.code) == (1, 1)
    assert "cannot be read" in missing.err
    assert unpublished.err.startswith("advisor: No release is published.")
