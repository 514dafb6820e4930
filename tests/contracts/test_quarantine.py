"""What every quarantine promises, the fake one too."""

import pytest

from advisor.audit.quarantine import Event, Subject
from advisor.errors import InputError
from advisor.ledger import open_ledger
from tests.fakes import MemoryQuarantine

PASSAGE = Subject("ward:0123456789abcdef", "ward", "A nurse earns $50k.", ("Pay",))
GUIDE = Subject("union", "union")


@pytest.fixture(params=["memory", "sqlite"])
def quarantine(request, tmp_path):
    if request.param == "memory":
        yield MemoryQuarantine()
        return
    ledger = open_ledger(tmp_path, {})
    yield ledger.quarantine
    assert ledger.verify().ok
    ledger.close()


def test_what_is_withdrawn_is_held_with_reason_and_name(quarantine):
    withdrawn = quarantine.add(PASSAGE, "The figure\nis wrong.", "Ada")

    assert quarantine.held() == {PASSAGE.id: withdrawn}
    assert (withdrawn.subject, withdrawn.reason, withdrawn.by) == (PASSAGE, "The figure is wrong.", "Ada")


def test_what_is_brought_back_is_not_held_and_stays_on_record(quarantine):
    withdrawn = quarantine.add(PASSAGE, "wrong", "Ada")
    quarantine.add(GUIDE, "old", "Ada")

    back = quarantine.undo(PASSAGE.id, "right after all", "Bob")

    assert list(quarantine.held()) == [GUIDE.id]
    events = quarantine.history()
    assert (events[0], events[2]) == (Event(withdrawn, False), Event(back, True))


def test_the_stamp_is_another_one_after_each_change(quarantine):
    stamps = [quarantine.stamp()]
    quarantine.add(PASSAGE, "wrong", "Ada")
    stamps.append(quarantine.stamp())
    quarantine.undo(PASSAGE.id, "right", "Ada")
    stamps.append(quarantine.stamp())

    assert len(set(stamps)) == 3
    assert quarantine.stamp() == stamps[-1]


def test_nothing_is_withdrawn_twice_or_brought_back_for_nothing(quarantine):
    quarantine.add(PASSAGE, "wrong", "Ada")

    with pytest.raises(InputError):
        quarantine.add(PASSAGE, "wrong", "Ada")
    with pytest.raises(InputError):
        quarantine.undo(GUIDE.id, "right", "Ada")


@pytest.mark.parametrize(("reason", "by"), [(" ", "Ada"), ("wrong", "\n")], ids=["no reason", "no name"])
def test_a_reason_and_a_name_are_needed(quarantine, reason, by):
    with pytest.raises(InputError):
        quarantine.add(PASSAGE, reason, by)

    assert quarantine.held() == {}


def test_another_process_sees_it(tmp_path):
    one, other = open_ledger(tmp_path, {}), open_ledger(tmp_path, {})
    before = other.quarantine.stamp()

    one.quarantine.add(PASSAGE, "wrong", "Ada")

    assert other.quarantine.stamp() != before
    assert PASSAGE.id in other.quarantine.held()
    one.close()
    other.close()


def test_the_last_note_counts_until_it_is_removed(quarantine):
    stamps = [quarantine.stamp()]
    quarantine.note(PASSAGE, "It is $55k.", "Ada")
    stamps.append(quarantine.stamp())
    last = quarantine.note(PASSAGE, "It is $60k.", "Bob")
    held = quarantine.notes()
    quarantine.remove_note(PASSAGE.id, "Bob")
    stamps.append(quarantine.stamp())

    assert held == {PASSAGE.id: last}
    assert quarantine.notes() == {}
    assert len(set(stamps)) == 3
    assert quarantine.held() == {}
    with pytest.raises(InputError):
        quarantine.remove_note(PASSAGE.id, "Bob")
