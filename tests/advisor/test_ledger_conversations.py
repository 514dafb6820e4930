"""What stays on record, and what does not, when people keep, judge and delete conversations."""

import pytest

from advisor.conversation import Feedback
from advisor.ledger import open_ledger
from tests.samples import asked

ANA = "secret-of-ana"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def ledger(home):
    ledger = open_ledger(home, {})
    yield ledger
    ledger.close()


def written(home):
    return b"".join(path.read_bytes() for path in home.iterdir())


def test_deleting_erases_what_was_written_and_the_chain_still_holds(home, ledger):
    record = ledger.record(asked("I am a nurse in Quito", conversation_id="a"))
    ledger.conversations.claim("a", ANA)
    ledger.conversations.rename("a", ANA, "my Otavalo plans")
    ledger.conversations.judge(Feedback(record.record_id, False, comment="says nothing of Cuenca"), ANA)
    assert all(word in written(home) for word in (b"Quito", b"Otavalo", b"Cuenca"))

    ledger.conversations.delete("a", ANA)

    assert not any(word in written(home) for word in (b"Quito", b"Otavalo", b"Cuenca"))
    report = ledger.verify()
    assert report.ok and report.count == 3  # the answer, the feedback, the erasure
    assert ledger.conversations.judged([record.record_id])[record.record_id].comment == ""


def test_the_secret_of_a_browser_and_of_a_link_is_not_stored(home, ledger):
    ledger.record(asked("Why?", conversation_id="a"))
    ledger.conversations.claim("a", ANA)

    token = ledger.conversations.share("a", ANA)

    assert ANA.encode() not in written(home) and token.encode() not in written(home)


def test_whose_a_conversation_is_survives_a_restart(home, ledger):
    ledger.record(asked("Why?", conversation_id="a"))
    ledger.conversations.claim("a", ANA)

    again = open_ledger(home, {})

    assert [c.id for c in again.conversations.of(ANA)] == ["a"]
    again.close()


def test_feedback_is_sealed_into_the_chain(ledger):
    record = ledger.record(asked("Why?", conversation_id="a"))
    ledger.conversations.claim("a", ANA)
    ledger.conversations.judge(Feedback(record.record_id, helpful=True), ANA)

    report = ledger.verify()

    assert report.ok and report.count == 2
