"""What records and marks on conflicts promise to an audit, the fake ones too."""

from types import SimpleNamespace

import pytest

from advisor.audit.conflict import Mark, Marked
from advisor.ledger import open_ledger
from tests.fakes import MemoryLedger, MemoryMarks, MemoryRecords
from tests.samples import ANSWER, DECLINED, asked


@pytest.fixture(params=["memory", "sqlite"])
def kept(request, tmp_path):
    if request.param == "memory":
        ledger = MemoryLedger()
        yield SimpleNamespace(record=ledger.record, records=MemoryRecords(ledger), marks=MemoryMarks())
        return
    real = open_ledger(tmp_path / "home", {"program": "0.1.0"})
    yield SimpleNamespace(record=real.record, records=real.records, marks=real.conflict_marks)
    real.close()


def test_every_answer_is_read_back_as_it_was_recorded_the_oldest_first(kept):
    recorded = [kept.record(answer) for answer in (ANSWER, DECLINED, asked("And pay?"))]

    assert list(kept.records.answers()) == recorded


def test_each_record_has_a_seal_of_its_own_and_the_head_names_the_last(kept):
    recorded = [kept.record(ANSWER), kept.record(ANSWER)]

    seals = kept.records.seals()

    assert seals.keys() == {answer.record_id for answer in recorded}
    assert len(set(seals.values())) == 2
    assert kept.records.head() == f"2 {seals[recorded[1].record_id]}"


def test_nothing_on_record_has_a_head_that_says_so(kept):
    assert kept.records.head() == "0 (nothing is on record)"


def test_marks_are_kept_in_their_order(kept):
    first = Marked("c1", Mark.REAL, "Both are about base pay.", "ana", "2026-11-20T10:00:00+00:00")
    second = Marked("c1", Mark.RESOLVED, "One guide was corrected.", "ben", "2026-11-21T10:00:00+00:00")

    for marked in (first, second):
        kept.marks.mark(marked)

    assert tuple(kept.marks.all()) == (first, second)
