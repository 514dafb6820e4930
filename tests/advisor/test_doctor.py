import shutil
import sqlite3
from pathlib import Path

import pytest

from advisor import doctor
from advisor.doctor import Finding, diagnose
from advisor.domain import Answer, Kind, Origin
from advisor.errors import AdvisorError, LedgerError, LibraryError, SetupError
from advisor.ledger.ledger import open_ledger
from advisor.settings import Settings

ANSWER = Answer(
    question="Which needs less math?",
    standalone_question="Which needs less math?",
    language="en",
    conversation_id="c1",
    asked_at="2026-11-20T10:00:00+00:00",
    record_id="",
    origin=Origin.CHAT,
    kind=Kind.TALK,
    declined=None,
    answer="Hello.",
)


def refuse() -> str:
    raise SetupError("It is broken.", hint="Mend it.")


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """A home folder whose ledger holds two answers."""
    ledger = open_ledger(tmp_path, {})
    ledger.record(ANSWER)
    ledger.record(ANSWER)
    ledger.close()
    return tmp_path


def test_each_check_is_run_whatever_the_others_find():
    findings = diagnose({"first": refuse, "second": lambda: "fine"})

    assert findings == [Finding("first", False, "It is broken.", "Mend it."), Finding("second", True, "fine")]


def test_an_empty_home_lacks_a_release_and_nothing_is_made_in_it(tmp_path):
    home = tmp_path / "home"

    findings = diagnose(doctor.checks_for(Settings(home=home)))

    wrong = {finding.name for finding in findings if not finding.ok and finding.name != "packages"}
    assert wrong == {"release"}
    assert not home.exists()


def test_another_python_is_named_with_the_remedy():
    with pytest.raises(SetupError, match=r"Python 3\.12") as refused:
        doctor.python_version((3, 12))

    assert "PYTHON=" in refused.value.hint


def test_missing_packages_are_named():
    with pytest.raises(SetupError, match=r"Not installed: no-such-package\."):
        doctor.packages(["pydantic", "no-such-package"])


def test_a_home_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(SetupError, match="is not a folder"):
        doctor.home_folder(tmp_path / "file" / "home")


def test_a_full_disk_is_said_before_an_ingest_meets_it(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9 - 2**20, 2**20))

    with pytest.raises(SetupError, match="Only 1 MB are free"):
        doctor.home_folder(tmp_path)


def test_a_release_without_its_manifest_is_damaged(tmp_path):
    release = "20261120T100000000Z-0123abcd"
    (tmp_path / "releases" / release).mkdir(parents=True)
    (tmp_path / "current").write_text(release)

    with pytest.raises(LibraryError) as refused:
        doctor.published_release(tmp_path, "any")

    assert "advisor ingest" in refused.value.hint


def test_a_whole_ledger_is_counted(recorded):
    assert doctor.ledger_chain(recorded) == "2 entries, their chain holds"


def test_a_changed_record_is_found(recorded):
    with sqlite3.connect(recorded / "ledger.db") as connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("UPDATE entries SET kind = 'answer' WHERE seq = 1")

    with pytest.raises(LedgerError, match="changed"):
        doctor.ledger_chain(recorded)


def test_a_ledger_without_its_key_is_an_expected_failure(recorded):
    (recorded / "ledger.key").unlink()

    with pytest.raises(AdvisorError):
        doctor.ledger_chain(recorded)
