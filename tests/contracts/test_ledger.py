"""What every ledger promises, the fake one too."""

from dataclasses import replace

import pytest

from advisor.domain import Origin
from advisor.ledger import open_ledger
from tests.fakes import MemoryLedger
from tests.samples import ANSWER, DECLINED, SOURCE, asked


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request, tmp_path):
    if request.param == "memory":
        yield MemoryLedger()
        return
    real = open_ledger(tmp_path / "home", {"program": "0.1.0"})
    yield real
    real.close()


def test_recording_gives_the_answer_an_id_and_changes_nothing_else(ledger):
    recorded = ledger.record(ANSWER)

    assert recorded.record_id
    assert replace(recorded, record_id="") == ANSWER


@pytest.mark.parametrize("answer", [ANSWER, DECLINED], ids=["answer", "declined"])
def test_a_recorded_answer_reads_back_exactly(ledger, answer):
    recorded = ledger.record(answer)

    assert ledger.get(recorded.record_id) == recorded


def test_each_recording_is_a_record_of_its_own(ledger):
    first, second = ledger.record(ANSWER), ledger.record(ANSWER)

    assert first.record_id != second.record_id
    assert ledger.conversation(ANSWER.conversation_id) == (first, second)


def test_a_conversation_is_read_oldest_first_and_without_the_others(ledger):
    one = ledger.record(asked("one", conversation_id="a"))
    ledger.record(asked("elsewhere", conversation_id="b"))
    two = ledger.record(asked("two", conversation_id="a"))

    assert ledger.conversation("a") == (one, two)


@pytest.mark.parametrize("unknown", ["", "nobody", "' OR 1=1 --", "\x00", "\ud800"], ids=ascii)
def test_an_unknown_id_finds_nothing(ledger, unknown):
    ledger.record(ANSWER)

    assert ledger.conversation(unknown) == ()
    assert ledger.get(unknown) is None


@pytest.mark.parametrize("question", ["", "\x00", "\ud800 half a pair", "日本語 🧭", "<script>'\";--"], ids=ascii)
def test_whatever_a_person_sends_is_kept_as_it_is(ledger, question):
    recorded = ledger.record(asked(question))

    assert ledger.get(recorded.record_id) == recorded


def test_citations_are_counted_by_guide_and_only_in_answers_to_people(ledger):
    other = replace(SOURCE, guide_id="another")
    for origin in Origin:
        ledger.record(replace(ANSWER, origin=origin, citations=(SOURCE, other, other)))
    ledger.record(DECLINED)

    assert ledger.cited() == {"guide": 2, "another": 4}


def test_what_is_recorded_after_a_count_is_in_the_next(ledger):
    assert ledger.cited() == {}

    ledger.record(ANSWER)
    assert ledger.cited() == {"guide": 1}

    ledger.record(ANSWER)
    assert ledger.cited() == {"guide": 2}
