from dataclasses import replace

import pytest

from advisor.audit.past import Past
from advisor.domain import Origin
from advisor.ledger import open_ledger
from tests.samples import ANSWER, SOURCE, asked


@pytest.fixture
def ledger(tmp_path):
    opened = open_ledger(tmp_path, {})
    yield opened
    opened.close()


def test_answers_to_people_are_found_by_passage_and_by_guide(ledger):
    given = [ledger.record(replace(ANSWER, origin=origin)) for origin in Origin]
    to_people = [Past(one, (ANSWER.question,) * (nth + 1)) for nth, one in enumerate(given[:2])]

    assert list(ledger.past.citing([SOURCE.passage_id])) == to_people
    assert list(ledger.past.citing([SOURCE.guide_id])) == to_people
    assert list(ledger.past.citing([SOURCE.passage_id, "other"])) == to_people
    assert list(ledger.past.citing(["guid", "other"])) == []
    assert list(ledger.past.citing(["%"])) == []
    assert list(ledger.past.citing([])) == []


def test_the_turns_before_it_come_with_an_answer(ledger):
    ledger.record(replace(asked("one"), conversation_id="c"))
    answer = ledger.record(replace(ANSWER, conversation_id="c"))
    ledger.record(replace(asked("three"), conversation_id="c"))

    assert ledger.past.of(answer.record_id) == Past(answer, ("one", ANSWER.question))
    assert ledger.past.of("nothing") is None


def test_an_erased_conversation_has_no_turns(ledger):
    answer = ledger.record(ANSWER)
    ledger.erase_conversation(ANSWER.conversation_id, "asked for")

    (past,) = ledger.past.citing([SOURCE.passage_id])

    assert past.turns == ()
    assert past.answer.record_id == answer.record_id
