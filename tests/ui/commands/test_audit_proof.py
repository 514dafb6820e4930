import json
import sqlite3
from contextlib import closing

import pytest

from advisor.ledger import open_ledger
from tests.samples import asked


@pytest.fixture
def record(tmp_path):
    ledger = open_ledger(tmp_path, {})
    made = ledger.record(asked("I am a nurse in Guayaquil", conversation_id="a"))
    ledger.close()
    return made


def test_an_untouched_chain_is_proved_with_its_head(run, record):
    assert run("audit", "verify").out.startswith("The chain holds: 1 entries. Head: 1 ")
    assert json.loads(run("audit", "verify", "--json").out)["ok"]


def test_a_changed_record_is_named(run, record, tmp_path):
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as connection:
        connection.execute("DROP TRIGGER entries_stay_unchanged")
        connection.execute("UPDATE entries SET payload = replace(payload, 'PyTorch', 'Excel')")
        connection.commit()

    result = run("audit", "verify")

    assert result.code == 1
    assert result.err.startswith("advisor: The chain does not hold (changed): Entry 1 is not as it was recorded.")
    assert run("audit", "verify", "--json").code == 1


def test_what_is_older_than_the_setting_is_erased_and_nothing_else(run, record):
    assert "in 0 records" in run("audit", "erase", "--older-than", "36500", "--yes").out
    assert "in 1 records" in run("audit", "erase", "--older-than", "0", "--yes").out
    assert run("audit", "verify").code == 0


def test_one_answer_is_erased_only_with_a_reason(run, record):
    assert "needs a --reason" in run("audit", "erase", "--record", record.record_id, "--yes").err

    done = run("audit", "erase", "--record", record.record_id, "--reason", "asked for it", "--yes")
    assert "in 1 records" in done.out
    assert run("audit", "erase", "--record", "none", "--reason", "r", "--yes").code == 1


def test_one_conversation_is_erased(run, record):
    assert "in 1 records" in run("audit", "erase", "--conversation", "a", "--reason", "asked for it", "--yes").out
    assert run("audit", "erase", "--conversation", "a", "--record", "b", "--reason", "r").code == 1


def test_nothing_is_erased_without_a_yes(run, record):
    assert run("audit", "erase", "--older-than", "0").code == 1
    assert "in 1 records" in run("audit", "erase", "--older-than", "0", "--yes").out
