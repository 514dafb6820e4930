import pytest

from advisor.audit.conflict import Mark, Marked
from advisor.ledger import open_ledger
from advisor.ledger.words import ERASED
from tests.samples import ANSWER


@pytest.fixture
def ledger(tmp_path):
    ledger = open_ledger(tmp_path / "home", {"program": "0.1.0"})
    yield ledger
    ledger.close()


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


def test_a_mark_on_a_conflict_is_an_entry_of_the_chain_and_no_answer(ledger):
    ledger.conflict_marks.mark(Marked("c1", Mark.REAL, "Base pay.", "ana", "2026-11-20T10:00:00+00:00"))

    assert (ledger.verify().ok, ledger.verify().count) == (True, 1)
    assert ledger.records.answers() == ()
