"""What holds for every command: exit codes, streams, interruptions."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.ui.commands.conftest import REFUSED
from tests.ui.releases import publish

ROOT = Path(__file__).parents[3]


def test_an_expected_failure_is_one_line_with_its_hint(run, scripted):
    scripted.script = [REFUSED]

    result = run("ask", "q")

    assert result.code == 1
    assert result.out == ""
    assert result.err.splitlines()[-1] == "advisor: The question cannot be read. Write it anew."


def test_wrong_usage_exits_with_2(run):
    assert run("ask").code == 2
    assert run("ask", "a", "--loud").code == 2
    assert run("sing").code == 2


def test_ctrl_c_ends_quietly_with_130(run, scripted, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(scripted, "ask", interrupted)

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
