import pytest

from advisor.audit.conflict import Mark, Marked
from advisor.ledger import open_ledger
from advisor.ledger.words import ERASED
from tests.samples import ANSWER, DECLINED, asked


@pytest.fixture
def ledger(tmp_path):
    ledger = open_ledger(tmp_path / "home", {"program": "0.1.0"})
    yield ledger
    ledger.close()


def test_every_answer_is_read_back_as_it_was_recorded_the_oldest_first(ledger):
    kept = [ledger.record(answer) for answer in (ANSWER, DECLINED, asked("And pay?"))]

    assert list(ledger.records.answers()) == kept


def test_of_an_erased_answer_the_words_are_gone(ledger):
    ledger.record(ANSWER)
    ledger.erase_conversation(ANSWER.conversation_id, "asked to")

    (answer,) = ledger.records.answers()

    assert (answer.question, answer.citations) == (ERASED, ANSWER.citations)


def test_the_head_is_the_seal_of_the_last_entry(ledger):
    assert ledger.records.head() == "0 (nothing is on record)"

    kept = ledger.record(ANSWER)

    assert ledger.records.head() == f"1 {ledger.records.seals()[kept.record_id]}"
    assert ledger.records.head().endswith(ledger.verify().head.mac)


def test_marks_on_conflicts_are_entries_of_the_chain(ledger):
    first = Marked("c1", Mark.REAL, "Both are about base pay.", "ana", "2026-11-20T10:00:00+00:00")
    second = Marked("c1", Mark.RESOLVED, "One guide was corrected.", "ben", "2026-11-21T10:00:00+00:00")

    for marked in (first, second):
        ledger.conflict_marks.mark(marked)

    assert ledger.conflict_marks.all() == (first, second)
    assert (ledger.verify().ok, ledger.verify().count) == (True, 2)
    assert ledger.records.answers() == ()
