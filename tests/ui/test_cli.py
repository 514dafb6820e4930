"""The command line, with a fake advisor behind it: what it prints, where, and with which exit code."""

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from advisor.domain import Answer, Guide, GuideKind, Kind, Origin, Passage, PassageKind, Source, Step
from advisor.errors import InputError, LibraryError
from advisor.library.shelf import current_release
from tests.ui.releases import publish
from ui.cli import main
from ui.parts import Parts

ROOT = Path(__file__).parents[2]

SOURCE = Source(
    n=1,
    passage_id="g:1",
    guide_id="g",
    guide_kind=GuideKind.DIGEST,
    guide_title="Which job?",
    publisher="A school",
    url="https://example.org",
    updated=None,
    heading="Math",
    context="",
    quote="MLOps needs less math.",
    start=10,
    end=32,
    passage="MLOps needs less math.",
    passage_start=10,
    release="r1",
    guide_page="/guides/g?release=r1&start=10&end=32",
)
ANSWER = Answer(
    question="",
    standalone_question="",
    language="en",
    conversation_id="c1",
    asked_at="2026-11-20T10:00:00+00:00",
    record_id="r",
    origin=Origin.CHAT,
    kind=Kind.ANSWER,
    declined=None,
    answer="“MLOps” needs less math. [1]",
    citations=(SOURCE,),
    follow_ups=("What does it pay?",),
)


@dataclass
class ScriptedAdvisor:
    """Answers everything the same way, remembers who asked what, and refuses what it is told to refuse."""

    asked: list[tuple[str, str | None, Origin]] = field(default_factory=list)
    refused: str = "refuse me"
    published: bool = True

    def ask(self, question, *, conversation_id=None, origin=Origin.API):
        self.asked.append((question, conversation_id, origin))
        sys.stdout.write("a library says something\n")
        if question == self.refused:
            raise InputError("The question cannot be read.", hint="Write it\nanew.")
        conversation = conversation_id or f"c{len(self.asked)}"
        return replace(ANSWER, question=question, conversation_id=conversation, origin=origin)

    def steps(self, question, *, conversation_id=None, origin=Origin.CHAT):
        yield Step("understand", "about math")
        yield self.ask(question, conversation_id=conversation_id, origin=origin)

    def library(self):
        if not self.published:
            raise LibraryError("No library is published.", hint="Run `advisor ingest`.")
        guide = Guide("g", "Which job?", "MLOps needs less math.", GuideKind.DIGEST, publisher="A school")
        passage = Passage("g", PassageKind.PROSE, (), "", guide.text, 0, len(guide.text))
        return SimpleNamespace(guides={"g": guide}, passages={passage.id: passage})


@pytest.fixture
def advisor() -> ScriptedAdvisor:
    return ScriptedAdvisor()


@pytest.fixture
def run(advisor, capsys, monkeypatch, tmp_path):
    """Run one command line; gives exit code, standard output and standard error."""

    def run(*arguments: str, said: str = "") -> SimpleNamespace:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(said.encode()), "utf-8"))
        with pytest.raises(SystemExit) as exited:
            main([*arguments, "--home", str(tmp_path)], Parts(advisor=lambda settings: advisor))
        out, err = capsys.readouterr()
        return SimpleNamespace(code=exited.value.code or 0, out=out, err=err)

    return run


def lines(path: Path, *values: object) -> str:
    path.write_text("".join(v if isinstance(v, str) else json.dumps(v) + "\n" for v in values), encoding="utf-8")
    return str(path)


def test_ask_prints_the_answer_and_its_sources(run):
    result = run("ask", "Which needs less math?")

    assert result.code == 0
    assert result.out.splitlines() == [
        "“MLOps” needs less math. [1]",
        "",
        "Sources",
        "[1] our digest of Which job? · A school · undated · Math",
        "    “MLOps needs less math.”",
    ]


def test_ask_as_json_prints_one_object_and_nothing_else(run):
    result = run("ask", "Which needs less math?", "--json")

    answer = json.loads(result.out)
    assert answer["question"] == "Which needs less math?"
    assert answer["citations"][0]["guide_kind"] == "digest"


def test_ask_goes_on_with_a_conversation(run, advisor):
    run("ask", "And pay?", "--conversation", "c7")

    assert advisor.asked == [("And pay?", "c7", Origin.CHAT)]


def test_an_expected_failure_is_one_line_with_its_hint(run):
    result = run("ask", "refuse me")

    assert result.code == 1
    assert result.out == ""
    assert result.err.splitlines()[-1] == "advisor: The question cannot be read. Write it anew."


def test_wrong_usage_exits_with_2(run):
    assert run("ask").code == 2
    assert run("ask", "a", "--loud").code == 2
    assert run("sing").code == 2


def test_control_characters_of_a_guide_do_not_reach_the_terminal(run, advisor, monkeypatch):
    monkeypatch.setattr(advisor, "ask", lambda *_, **__: replace(ANSWER, answer="a\x1b[2Jb\u202ec\x07"))

    assert run("ask", "q").out.startswith("a[2Jbc\n")


def test_batch_answers_every_turn_of_every_line_in_order(run, advisor, tmp_path):
    file = lines(tmp_path / "q.jsonl", {"id": "a", "turns": ["one", "two"], "more": 1}, "\n", {"id": 2, "turns": ["x"]})

    result = run("batch", file)

    rows = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 0
    assert [(row["id"], [answer["question"] for answer in row["answers"]]) for row in rows] == [
        ("a", ["one", "two"]),
        (2, ["x"]),
    ]
    assert advisor.asked == [
        ("one", None, Origin.BATCH),
        ("two", "c1", Origin.BATCH),
        ("x", None, Origin.BATCH),
    ]


def test_a_line_that_cannot_be_run_stands_in_its_place_and_the_rest_goes_on(run, tmp_path):
    bad = (
        "{not json\n",
        '"text"\n',
        {"id": "none"},
        {"id": "empty", "turns": []},
        {"id": "no", "turns": ["refuse me"]},
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


def test_batch_without_its_file_or_a_library_is_an_expected_failure(run, advisor, tmp_path):
    missing = run("batch", str(tmp_path / "missing.jsonl"))
    advisor.published = False
    unpublished = run("batch", lines(tmp_path / "q.jsonl", {"id": 1, "turns": ["q"]}))

    assert (missing.code, unpublished.code) == (1, 1)
    assert "cannot be read" in missing.err
    assert unpublished.err == "advisor: No library is published. Run `advisor ingest`.\n"


def test_chat_goes_on_until_a_new_conversation_is_asked_for(run, advisor):
    run("chat", said="first\nsecond\n/new\nthird\n/quit\nnever\n")

    assert [(question, conversation) for question, conversation, _ in advisor.asked] == [
        ("first", None),
        ("second", "c1"),
        ("third", None),
    ]


def test_chat_shows_steps_sources_and_suggestions_that_can_be_picked(run, advisor):
    result = run("chat", said="first\n/1\n")

    assert "understand: about math" in result.out
    assert "[1] our digest of Which job?" in result.out
    assert "/1 What does it pay?" in result.out
    assert advisor.asked[1][:2] == ("What does it pay?", "c1")


def test_a_refused_question_does_not_end_a_chat(run, advisor):
    result = run("chat", said="refuse me\nsecond\n")

    assert result.code == 0
    assert "The question cannot be read." in result.err
    assert [question for question, *_ in advisor.asked] == ["refuse me", "second"]


def test_guides_lists_what_is_published(run):
    result = run("guides")

    assert result.out.splitlines()[1].split() == ["g", "digest", "undated", "1", "A", "school", "Which", "job?"]


def test_guides_as_json_has_a_row_for_each_guide(run):
    (row,) = json.loads(run("guides", "--json").out)

    assert (row["id"], row["updated"], row["passages"]) == ("g", None, 1)


def test_releases_are_listed_newest_first_with_the_published_one_marked(run, tmp_path):
    publish(tmp_path, 1, [])
    publish(tmp_path, 2, [])

    lines = run("release", "list").out.splitlines()

    assert [line.split()[:2] for line in lines[1:]] == [
        ["*", "20261102T100000000Z-0123abcd"],
        ["20261101T100000000Z-0123abcd", "2026-11-01T10:00:00+00:00"],
    ]


def test_a_release_shows_what_it_was_made_from(run, tmp_path):
    publish(tmp_path, 1, [tmp_path / "mine"])

    shown = run("release", "show")
    as_json = json.loads(run("release", "show", "--json").out)

    assert "g: Which job?" in shown.out
    assert as_json["inputs"] == [str(tmp_path / "mine")]


def test_rollback_publishes_the_release_before(run, tmp_path):
    first = publish(tmp_path, 1, [])
    publish(tmp_path, 2, [])

    result = run("release", "rollback")

    assert f"Published {first}" in result.out
    assert current_release(tmp_path) == first


def test_a_release_that_is_not_there_is_an_expected_failure(run, tmp_path):
    publish(tmp_path, 1, [])

    assert (
        run("release", "rollback").err == "advisor: There is no earlier release. See them with: advisor release list\n"
    )
    assert run("release", "rollback", "../../etc").code == 1
    assert run("release", "show", "../../etc").code == 1


def test_ctrl_c_ends_quietly_with_130(run, advisor, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(advisor, "ask", interrupted)

    result = run("ask", "q")

    assert (result.code, result.out, result.err) == (130, "", "")


def advisor_process(*arguments: str, **options) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "ui.cli", *arguments]
    return subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, timeout=60, **options)


def test_a_reader_that_goes_away_is_no_traceback(tmp_path):
    publish(tmp_path, 1, [])
    reading, writing = os.pipe()
    os.close(reading)

    done = advisor_process("release", "list", "--home", str(tmp_path), stdout=writing)

    os.close(writing)
    assert done.stderr == b""


def test_a_terminal_that_lacks_a_character_shows_a_question_mark(tmp_path):
    publish(tmp_path, 1, [tmp_path / "Führer"])
    western = {"stdout": subprocess.PIPE, "env": {**os.environ, "PYTHONIOENCODING": "latin-1"}}

    text = advisor_process("release", "show", "--home", str(tmp_path), **western)
    as_json = advisor_process("release", "show", "--json", "--home", str(tmp_path), **western)

    assert b"dddd?)" in text.stdout
    assert json.loads(as_json.stdout)["inputs"] == [str(tmp_path / "Führer")]
