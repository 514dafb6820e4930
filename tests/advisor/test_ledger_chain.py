"""Whoever changes the ledger without its key is found out, wherever it is."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from advisor.errors import LedgerError
from advisor.ledger import open_ledger
from advisor.ledger.anchor import Anchor
from advisor.ledger.chain import Entry, Head, Tampering, seal
from tests.samples import asked

COUNT = 21
COLUMNS = ", ".join(Entry._fields)
NEW_ROW = f"INSERT INTO entries ({COLUMNS}) VALUES ({', '.join('?' * len(Entry._fields))})"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    home = tmp_path_factory.mktemp("recorded")
    ledger = open_ledger(home, {})
    for number in range(COUNT):
        ledger.record(asked(f"question {number}", conversation_id=f"talk-{number}"))
    ledger.close()
    return home


def forge(home, change):
    """Let a forger who has the database, and not the key, at it."""
    with closing(sqlite3.connect(home / "ledger.db")) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        change(connection)
        connection.commit()


def verified(home):
    ledger = open_ledger(home, {})
    report = ledger.verify()
    ledger.close()
    return report


def row(connection, seq):
    return Entry(*connection.execute(f"SELECT {COLUMNS} FROM entries WHERE seq = ?", (seq,)).fetchone())


def change_payload(connection, seq):
    connection.execute("UPDATE entries SET payload = replace(payload, 'PyTorch', 'Excel') WHERE seq = ?", (seq,))


def change_column(connection, seq):
    connection.execute("UPDATE entries SET conversation_id = 'another' WHERE seq = ?", (seq,))


def change_link(connection, seq):
    connection.execute("UPDATE entries SET previous = ? WHERE seq = ?", ("0" * 64, seq))


def change_words(connection, seq):
    connection.execute("UPDATE words SET text = replace(text, 'question', 'order') WHERE seq = ?", (seq,))


def remove(connection, seq):
    connection.execute("DELETE FROM entries WHERE seq = ?", (seq,))


def remove_words(connection, seq):
    connection.execute("DELETE FROM words WHERE seq = ?", (seq,))


def remove_and_close_up(connection, seq):
    remove_words(connection, seq)
    remove(connection, seq)
    for table in ("entries", "words"):
        connection.execute(f"UPDATE {table} SET seq = -seq WHERE seq > ?", (seq,))
        connection.execute(f"UPDATE {table} SET seq = -seq - 1 WHERE seq < 0")


def insert(connection, seq):
    for table in ("entries", "words"):
        connection.execute(f"UPDATE {table} SET seq = -seq WHERE seq >= ?", (seq,))
        connection.execute(f"UPDATE {table} SET seq = 1 - seq WHERE seq < 0")
    made_up = row(connection, seq + 1)._replace(seq=seq, id="made-up", commitment="")
    connection.execute(NEW_ROW, seal(made_up, bytes(32)))


def append(connection, _):
    last = row(connection, COUNT)
    made_up = last._replace(seq=COUNT + 1, id="made-up", commitment="", previous=last.mac)
    connection.execute(NEW_ROW, seal(made_up, bytes(32)))


def reorder(connection, seq):
    for table in ("entries", "words"):
        for before, after in ((seq, -1), (seq + 1, seq), (-1, seq + 1)):
            connection.execute(f"UPDATE {table} SET seq = ? WHERE seq = ?", (after, before))


def truncate(connection, seq):
    for table in ("entries", "words"):
        connection.execute(f"DELETE FROM {table} WHERE seq >= ?", (seq,))


def recompute(connection, seq):
    change_payload(connection, seq)
    previous = row(connection, seq - 1).mac if seq > 1 else ""
    for place in range(seq, COUNT + 1):
        forged = seal(row(connection, place)._replace(previous=previous), bytes(32))
        connection.execute("UPDATE entries SET previous = ?, mac = ? WHERE seq = ?", (previous, forged.mac, place))
        previous = forged.mac


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (change_payload, Tampering.CHANGED),
        (change_column, Tampering.CHANGED),
        (change_link, Tampering.CHANGED),
        (change_words, Tampering.CHANGED),
        (remove, Tampering.REMOVED),
        (remove_words, Tampering.REMOVED),
        (remove_and_close_up, Tampering.REMOVED),
        (insert, Tampering.INSERTED),
        (reorder, Tampering.REORDERED),
        (truncate, Tampering.TRUNCATED),
        (recompute, Tampering.RECOMPUTED),
    ],
)
def test_tampering_is_found_and_named_wherever_it_is(recorded, tmp_path, tamper, found):
    for seq in range(1, COUNT):
        home = shutil.copytree(recorded, tmp_path / str(seq))

        forge(home, lambda connection, seq=seq: tamper(connection, seq))

        report = verified(home)
        assert not report.ok
        assert (report.broken.seq, report.broken.tampering) == (seq, found), report.broken.reason


def test_an_entry_added_at_the_end_without_the_key_is_found(recorded, tmp_path):
    home = shutil.copytree(recorded, tmp_path / "home")

    forge(home, lambda connection: append(connection, None))

    assert (verified(home).broken.seq, verified(home).broken.tampering) == (COUNT + 1, Tampering.INSERTED)


def test_an_untouched_chain_holds(recorded):
    report = verified(recorded)

    assert (report.ok, report.count, report.head.seq, report.unacknowledged) == (True, COUNT, COUNT, 0)


def test_a_tail_that_was_never_acknowledged_is_no_break(recorded, tmp_path):
    home = shutil.copytree(recorded, tmp_path / "home")
    head_before = (home / "ledger.head").read_bytes()
    ledger = open_ledger(home, {})
    ledger.record(asked("killed before the head was written"))
    (home / "ledger.head").write_bytes(head_before)

    report = ledger.verify()
    ledger.record(asked("the next one"))

    assert (report.ok, report.unacknowledged) == (True, 1)
    assert (ledger.verify().ok, ledger.verify().unacknowledged) == (True, 0)
    ledger.close()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"[1, 2]"),
        lambda path: path.write_text(path.read_text().replace(f'"seq": {COUNT}', '"seq": 2')),
    ],
    ids=["missing", "empty", "no head", "changed"],
)
def test_a_lost_head_is_found_and_nothing_is_recorded_over_it(recorded, tmp_path, spoil):
    home = shutil.copytree(recorded, tmp_path / "home")
    spoil(home / "ledger.head")
    ledger = open_ledger(home, {})

    assert ledger.verify().broken.tampering is Tampering.HEAD
    with pytest.raises(LedgerError) as raised:
        ledger.record(asked("and now?"))

    assert "backup" in raised.value.hint
    ledger.close()


def test_a_head_cannot_be_moved_back_without_the_key(recorded, tmp_path):
    home = shutil.copytree(recorded, tmp_path / "home")
    with closing(sqlite3.connect(home / "ledger.db")) as connection:
        earlier = row(connection, 10)
    forge(home, lambda connection: truncate(connection, 11))

    Anchor(home).advance(Head(earlier.seq, earlier.mac), bytes(32))

    assert verified(home).broken.tampering is Tampering.HEAD


def test_a_new_record_never_hides_a_cut_off_tail(recorded, tmp_path):
    home = shutil.copytree(recorded, tmp_path / "home")
    forge(home, lambda connection: truncate(connection, 15))
    ledger = open_ledger(home, {})

    with pytest.raises(LedgerError, match="end of the ledger is missing"):
        ledger.record(asked("and now?"))

    assert ledger.verify().broken.tampering is Tampering.TRUNCATED
    ledger.close()
