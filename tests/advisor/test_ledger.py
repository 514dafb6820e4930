"""Opening a ledger, erasing from it, and what a person is told when it cannot be used."""

import json
import sqlite3
import stat
from contextlib import closing
from dataclasses import replace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, event

from advisor.domain import Basis
from advisor.errors import LedgerError
from advisor.ledger import database, open_ledger
from advisor.ledger.schema import REVISION, metadata
from advisor.ledger.words import ERASED
from tests.samples import ANSWER, DECLINED, asked

LEARNERS_WORDS = ("nurse", "Quito")


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def ledger(home):
    ledger = open_ledger(home, {"program": "0.1.0", "prompts": "abc"})
    yield ledger
    ledger.close()


@pytest.fixture
def on_connect():
    """Run a PRAGMA on every connection that is opened from now on."""
    listeners = []

    def add(pragma):
        def run(connection, _):
            connection.execute(f"PRAGMA {pragma}")

        event.listen(Engine, "connect", run)
        listeners.append(run)

    yield add
    for run in listeners:
        event.remove(Engine, "connect", run)


def query(home, statement):
    with closing(sqlite3.connect(home / "ledger.db")) as connection:
        return connection.execute(statement).fetchall()


def files_of(home):
    return b"".join(path.read_bytes() for path in home.iterdir())


def test_what_was_recorded_is_there_after_reopening(home, ledger):
    recorded = ledger.record(ANSWER)
    ledger.close()

    reopened = open_ledger(home, {})

    assert reopened.get(recorded.record_id) == recorded
    assert reopened.verify().ok
    reopened.close()


def test_opening_a_current_ledger_needs_no_migration(home, ledger, monkeypatch):
    ledger.close()
    monkeypatch.setattr(database, "migrate", None)

    open_ledger(home, {}).close()


def test_the_files_are_for_their_owner_only(home, ledger):
    ledger.record(ANSWER)

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.iterdir()}

    assert {name: mode for name, mode in modes.items() if mode & 0o077} in ({}, {"ledger.lock": 0o644})
    assert modes["ledger.db"] == modes["ledger.db-wal"] == modes["ledger.key"] == 0o600


def test_the_migrations_make_the_tables_of_the_schema(home, ledger):
    engine = create_engine(f"sqlite:///{home / 'ledger.db'}")

    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, metadata)
        revision = context.get_current_revision()
    engine.dispose()

    assert differences == []
    assert revision == REVISION


def test_commits_are_made_durable_by_a_write_ahead_log(home, ledger):
    assert query(home, "PRAGMA journal_mode") == [("wal",)]
    with ledger._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL


def test_a_record_keeps_what_the_answer_was_made_with(home, ledger):
    ledger.record(ANSWER)

    ((payload,),) = query(home, "SELECT payload FROM entries")

    assert json.loads(payload)["environment"] == {"program": "0.1.0", "prompts": "abc"}


@pytest.mark.parametrize("answer", [ANSWER, DECLINED], ids=["answer", "declined"])
def test_the_chain_itself_holds_nothing_that_a_person_wrote(home, ledger, answer):
    ledger.record(answer)

    (row,) = query(home, "SELECT * FROM entries")

    assert not [word for word in LEARNERS_WORDS if word in repr(row)]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE entries SET payload = '{}'", "DELETE FROM entries", "UPDATE words SET text = '{}'"],
)
def test_the_database_refuses_to_change_what_is_chained(home, ledger, statement):
    ledger.record(ANSWER)

    with pytest.raises(sqlite3.IntegrityError, match="only grows"):
        query(home, statement)


def test_erasing_takes_the_persons_words_from_the_disk_and_leaves_the_evidence(home, ledger):
    recorded = ledger.record(ANSWER)
    assert b"nurse" in files_of(home)

    assert ledger.erase_conversation(ANSWER.conversation_id, "asked by the person") == 1

    left = ledger.get(recorded.record_id)
    assert left.question == left.answer == left.standalone_question == ERASED
    assert left.about_person == {}
    assert left.citations == recorded.citations
    assert [claim.text for claim in left.claims if claim.basis is Basis.QUOTE] == ["ML engineers use PyTorch."]
    assert not [word for word in LEARNERS_WORDS if word.encode() in files_of(home)]


def test_erasing_is_itself_on_record_and_the_chain_holds(home, ledger):
    recorded = [ledger.record(asked(text)).record_id for text in ("one", "two")]
    other = ledger.record(asked("three", conversation_id="talk-2"))

    ledger.erase_conversation(ANSWER.conversation_id, "asked by the person")

    ((payload,),) = query(home, "SELECT payload FROM entries WHERE type = 'erasure'")
    assert json.loads(payload) == {"records": recorded, "reason": "asked by the person"}
    assert ledger.get(other.record_id) == other
    assert ledger.verify().ok
    assert ledger.verify().count == 4


def test_erasing_twice_or_where_nothing_is_puts_nothing_on_record(ledger):
    ledger.record(ANSWER)
    ledger.erase_conversation(ANSWER.conversation_id, "asked")

    assert ledger.erase_conversation(ANSWER.conversation_id, "asked again") == 0
    assert ledger.erase_conversation("nobody", "asked") == 0
    assert ledger.verify().count == 2


def test_an_erased_conversation_can_go_on(ledger):
    ledger.record(ANSWER)
    ledger.erase_conversation(ANSWER.conversation_id, "asked")

    ledger.record(asked("And the tools?"))

    assert [answer.question for answer in ledger.conversation(ANSWER.conversation_id)] == [ERASED, "And the tools?"]


def expect_error(call, *parts):
    with pytest.raises(LedgerError) as raised:
        call()
    assert raised.value.hint
    for part in parts:
        assert part in str(raised.value)


def test_a_home_that_cannot_be_made_is_an_expected_failure(tmp_path):
    (tmp_path / "file").write_text("not a folder")

    expect_error(lambda: open_ledger(tmp_path / "file" / "home", {}), "cannot be written")


def test_a_ledger_of_a_newer_version_is_refused(home, ledger):
    ledger.close()
    with closing(sqlite3.connect(home / "ledger.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()

    expect_error(lambda: open_ledger(home, {}), "newer version")


def test_a_lost_key_is_never_replaced(home, ledger):
    ledger.record(ANSWER)
    ledger.close()
    (home / "ledger.key").unlink()

    expect_error(lambda: open_ledger(home, {}), "key", "missing")
    assert not (home / "ledger.key").exists()


def test_a_key_of_the_wrong_size_is_refused(home, ledger):
    ledger.close()
    (home / "ledger.key").write_bytes(b"short")

    expect_error(lambda: open_ledger(home, {}), "not a key")


def test_another_key_cannot_go_on_with_the_chain(home, ledger):
    ledger.record(ANSWER)
    ledger.close()
    (home / "ledger.key").write_bytes(bytes(32))
    stranger = open_ledger(home, {})

    expect_error(lambda: stranger.record(ANSWER), "not sealed with the key")
    assert not stranger.verify().ok
    stranger.close()


def test_a_file_that_is_no_database_is_an_expected_failure(home):
    home.mkdir()
    (home / "ledger.db").write_bytes(b"no database at all " * 100)

    expect_error(lambda: open_ledger(home, {}), "not a database")


def test_an_empty_database_file_is_filled(home):
    home.mkdir()
    (home / "ledger.db").touch()

    ledger = open_ledger(home, {})

    assert ledger.get(ledger.record(ANSWER).record_id)
    ledger.close()


def test_a_full_disk_loses_nothing_that_was_recorded(home, ledger, on_connect):
    recorded = ledger.record(ANSWER)
    ledger.close()
    on_connect("max_page_count = 30")
    small = open_ledger(home, {})

    expect_error(lambda: [small.record(asked("why " * 5_000)) for _ in range(30)], "disk is full")

    assert small.get(recorded.record_id) == recorded
    assert small.verify().ok
    small.close()


def test_a_ledger_that_cannot_be_written_says_so(home, ledger, on_connect):
    ledger.close()
    on_connect("query_only = ON")
    frozen = open_ledger(home, {})

    expect_error(lambda: frozen.record(ANSWER), "cannot be written")
    frozen.close()


def test_a_ledger_that_another_process_holds_says_so(home, ledger, monkeypatch):
    ledger.close()
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    waiting = open_ledger(home, {})

    with closing(sqlite3.connect(home / "ledger.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        expect_error(lambda: waiting.record(ANSWER), "Another process")

    waiting.close()


def test_a_ledger_that_another_process_is_making_says_so(home, monkeypatch):
    home.mkdir()
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)

    with closing(sqlite3.connect(home / "ledger.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        expect_error(lambda: open_ledger(home, {}), "Another process")


def test_a_conversation_id_that_cannot_be_stored_is_refused(ledger):
    expect_error(lambda: ledger.record(asked("hello", conversation_id="\ud800")), "cannot be stored")


def test_erasing_takes_how_an_answer_put_the_guides_words_to_the_person(ledger):
    said_yes = replace(ANSWER.claims[0], shown="You said yes to “Sirens wake me up”")
    ledger.record(
        replace(ANSWER, claims=(said_yes, replace(said_yes, text="1 of your 1 yes answers", basis=Basis.COUNTED)))
    )

    ledger.erase_conversation(ANSWER.conversation_id, "asked by the person")

    quoted, counted = ledger.conversation(ANSWER.conversation_id)[0].claims
    assert (quoted.text, quoted.shown) == (ANSWER.claims[0].text, "")
    assert (counted.text, counted.shown) == ("[erased]", "")
