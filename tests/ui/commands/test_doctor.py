import json
from pathlib import Path

from ui.upkeep import State, Upkeep


def stale(_) -> Upkeep:
    return Upkeep(State.STALE, (Path("mine"),))


def fresh(_) -> Upkeep:
    return Upkeep(State.FRESH, (Path("mine"),))


def test_each_problem_comes_with_its_remedy_and_the_exit_code_is_1(run):
    result = run("doctor", upkeep=stale)

    lines = [line.strip() for line in result.out.splitlines()]
    assert result.code == 1
    assert "-> Run: advisor ingest" in lines
    assert lines[-2:] == ["NOT  guides           mine: " + State.STALE.value + ".", "-> Run: advisor ingest mine"]


def test_what_is_well_is_said_too(run):
    assert "ok   guides           mine: made from the guides as they are" in run("doctor", upkeep=fresh).out


def test_findings_as_json_name_what_is_wrong(run):
    findings = json.loads(run("doctor", "--json", upkeep=stale).out)

    assert {"name": "guides", "ok": False, "remedy": "Run: advisor ingest mine"}.items() <= findings[-1].items()


def test_an_unknown_setting_is_named_before_anything_is_checked(run, monkeypatch):
    monkeypatch.setenv("ADVISOR_HOMER", "x")

    result = run("doctor", upkeep=fresh)

    assert (result.code, result.out) == (1, "")
    assert "Did you mean ADVISOR_HOME?" in result.err
