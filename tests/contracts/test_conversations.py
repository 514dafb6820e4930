"""What every keeper of conversations promises, the fake one too."""

from dataclasses import replace

import pytest

from advisor.conversation import Complaint, Feedback
from advisor.errors import InputError
from advisor.ledger import open_ledger
from tests.fakes import MemoryConversations, MemoryLedger
from tests.samples import asked

ANA, BO = "secret-of-ana", "secret-of-bo"


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request, tmp_path):
    if request.param == "memory":
        yield MemoryLedger()
        return
    real = open_ledger(tmp_path / "home", {"program": "0.1.0"})
    yield real
    real.close()


@pytest.fixture
def kept(ledger):
    return MemoryConversations(ledger) if isinstance(ledger, MemoryLedger) else ledger.conversations


@pytest.fixture
def told(ledger, kept):
    """One conversation of two turns, Ana's."""
    first = ledger.record(
        replace(asked("What is a tunnel?", conversation_id="a"), asked_at="2026-01-01T10:00:00.000+00:00")
    )
    last = ledger.record(replace(asked("Why?", conversation_id="a"), asked_at="2026-01-01T10:05:00.000+00:00"))
    kept.claim("a", ANA)
    return first, last


def test_a_conversation_is_named_by_its_first_question_and_knows_its_length(kept, told):
    (conversation,) = kept.of(ANA)

    assert (conversation.id, conversation.title, conversation.turns) == ("a", "What is a tunnel?", 2)
    assert conversation.last == told[1].asked_at and conversation.link == ""


def test_nobody_else_sees_it_or_takes_it_over(kept, told):
    kept.claim("a", BO)

    assert kept.of(BO) == () and not kept.owns("a", BO) and kept.owns("a", ANA)


@pytest.mark.parametrize("act", ["rename", "delete", "share"])
def test_nobody_else_may_change_it(kept, told, act):
    arguments = ("title",) if act == "rename" else ()

    with pytest.raises(InputError):
        getattr(kept, act)("a", BO, *arguments)

    assert kept.of(ANA)[0].title == "What is a tunnel?"


def test_the_latest_conversation_comes_first(ledger, kept, told):
    ledger.record(replace(asked("And bridges?", conversation_id="b"), asked_at="2026-01-02T10:00:00.000+00:00"))
    kept.claim("b", ANA)

    assert [conversation.id for conversation in kept.of(ANA)] == ["b", "a"]


def test_a_name_stays_until_it_is_taken_away(kept, told):
    kept.rename("a", ANA, "<b>Tunnels</b> & more")
    assert kept.of(ANA)[0].title == "<b>Tunnels</b> & more"

    kept.rename("a", ANA, "")
    assert kept.of(ANA)[0].title == "What is a tunnel?"


def test_a_link_opens_it_until_it_is_revoked(kept, told):
    token = kept.share("a", ANA)
    assert kept.shared(token) == "a" and kept.of(ANA)[0].link == token

    kept.revoke("a", BO)
    assert kept.shared(token) == "a"

    kept.revoke("a", ANA)
    assert kept.shared(token) is None and kept.of(ANA)[0].link == ""


def test_a_new_link_takes_the_place_of_the_old_one(kept, told):
    old = kept.share("a", ANA)
    new = kept.share("a", ANA)

    assert kept.shared(old) is None and kept.shared(new) == "a"
    assert kept.of(ANA)[0].link == new


def test_a_deleted_conversation_is_in_no_list_and_behind_no_link(kept, told):
    token = kept.share("a", ANA)

    kept.delete("a", ANA)

    assert kept.of(ANA) == () and kept.shared(token) is None


def test_the_last_feedback_counts(kept, told):
    record = told[0].record_id
    kept.judge(Feedback(record, helpful=True), ANA)
    last = Feedback(record, False, (Complaint.WRONG, Complaint.OTHER), "It is not so.")
    kept.judge(last, ANA)

    assert kept.judged([record, told[1].record_id, "unknown"]) == {record: last}


@pytest.mark.parametrize("record", ["theirs", "unknown"])
def test_only_ones_own_answers_can_be_judged(kept, told, record):
    record_id = told[0].record_id if record == "theirs" else record

    with pytest.raises(InputError):
        kept.judge(Feedback(record_id, helpful=True), BO)

    assert kept.judged([record_id]) == {}
