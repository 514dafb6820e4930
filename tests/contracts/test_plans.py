"""What every keeper of plans promises, the fake one too."""

import sqlite3
from dataclasses import replace

import pytest

from advisor.answer.my_plan import Part
from advisor.errors import InputError
from advisor.ledger import open_ledger
from advisor.plan.kept import Plan, Step, Whose, with_own, with_words
from tests.fakes import MemoryConversations, MemoryLedger, MemoryPlans
from tests.samples import asked
from tests.ui.samples import SHORT

ANA, BO = "secret-of-ana", "secret-of-bo"
CITED = Step("s1", Part.PROJECT, Whose.GUIDE, SHORT.quote, SHORT.quote, "", (SHORT,))
PLAN = Plan("tunnel-engineer", "tunnel engineer", "", "What should I build?", "release-1", (CITED,))


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request, tmp_path):
    if request.param == "memory":
        yield MemoryLedger()
        return
    real = open_ledger(tmp_path / "home", {"program": "0.1.0"})
    yield real
    real.close()


@pytest.fixture
def keepers(ledger):
    """Whose conversations are whose, and the plans that go with them."""
    if isinstance(ledger, MemoryLedger):
        conversations = MemoryConversations(ledger)
        return conversations, MemoryPlans(conversations)
    return ledger.conversations, ledger.plans


@pytest.fixture
def plans(ledger, keepers):
    """The plans, beside a conversation of Ana's."""
    ledger.record(replace(asked("What is a tunnel?", conversation_id="a"), asked_at="2026-01-01T10:00:00.000+00:00"))
    keepers[0].claim("a", ANA)
    return keepers[1]


def test_a_plan_comes_back_whole_and_the_last_one_counts(keepers, plans):
    plans.keep("a", ANA, PLAN)
    later = with_own(PLAN, Part.THIRTY_DAYS, "Call Bo – about the rock")
    plans.keep("a", ANA, later)

    assert plans.of("a", ANA) == later
    assert keepers[0].of(ANA)[0].planned


def test_nobody_else_sees_it_or_changes_it(plans):
    plans.keep("a", ANA, PLAN)

    assert plans.of("a", BO) is None
    for act in (lambda: plans.keep("a", BO, PLAN), lambda: plans.remove("a", BO)):
        with pytest.raises(InputError):
            act()
    assert plans.of("a", ANA) == PLAN


def test_a_removed_plan_leaves_the_conversation(keepers, plans):
    plans.keep("a", ANA, PLAN)

    plans.remove("a", ANA)

    assert plans.of("a", ANA) is None
    assert [(c.turns, c.planned) for c in keepers[0].of(ANA)] == [(1, False)]


def test_a_plan_without_a_question_is_in_the_list_until_it_is_removed(keepers, plans):
    keepers[0].claim("b", ANA)
    plans.keep("b", ANA, PLAN)
    assert [(c.id, c.turns, c.planned) for c in keepers[0].of(ANA) if c.id == "b"] == [("b", 0, True)]

    plans.remove("b", ANA)

    assert [c.id for c in keepers[0].of(ANA)] == ["a"]


def test_a_plan_goes_with_its_conversation(keepers, plans):
    plans.keep("a", ANA, PLAN)

    keepers[0].delete("a", ANA)

    assert plans.of("a", ANA) is None


def test_words_that_were_replaced_or_removed_are_erased_and_the_chain_still_holds(tmp_path):
    ledger = open_ledger(tmp_path, {"program": "0.1.0"})
    ledger.conversations.claim("a", ANA)
    ledger.plans.keep("a", ANA, with_own(PLAN, Part.GOAL, "SECRETGOAL"))
    ledger.plans.keep("a", ANA, with_words(PLAN, "s1", "SECRETSTEP"))
    ledger.plans.remove("a", ANA)

    with sqlite3.connect(tmp_path / "ledger.db") as database:
        (left,) = database.execute("SELECT count(*) FROM words").fetchone()
    on_disk = b"".join(path.read_bytes() for path in tmp_path.glob("ledger.db*"))
    report = ledger.verify()
    ledger.close()

    assert left == 0 and b"SECRET" not in on_disk
    assert report.ok and report.count == 4
