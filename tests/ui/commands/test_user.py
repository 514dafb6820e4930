import json

import pytest

WORDS = "several words of Ana"


@pytest.fixture
def typed(monkeypatch):
    """What a person types where nothing is echoed."""

    def type_in(*lines):
        answers = iter(lines)
        monkeypatch.setattr("typer.prompt", lambda *asked, **how: next(answers))

    return type_in


def test_an_account_is_added_listed_changed_and_removed(run, typed):
    typed(WORDS, "quite different words")

    assert run("user", "list").out.splitlines()[1:] == []
    assert "Added ana as auditor" in run("user", "add", "Ana", "--role", "auditor").out
    assert run("user", "password", "ana").code == 0
    assert [row["name"] for row in json.loads(run("user", "list", "--json").out)] == ["ana"]
    assert "auditor" in run("user", "list").out
    assert run("user", "remove", "ana").code == 0
    assert run("user", "remove", "ana").err.startswith("advisor: There is no account ana.")


def test_a_password_is_never_taken_from_the_command_line(run, typed):
    typed("short")

    assert run("user", "add", "ana", "--role", "auditor", WORDS).code == 2
    assert run("user", "add", "ana", "--role", "auditor").err.startswith("advisor: That password is easily guessed.")
    assert run("user", "add", "ana").code == 2
