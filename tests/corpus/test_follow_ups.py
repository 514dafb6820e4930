"""What is offered to ask next can be answered: whatever the golden questions lead to is asked in its conversation."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor.advisor import Advisor
from advisor.answer.quote_writer import QuoteWriter
from advisor.bootstrap import readers_of
from advisor.domain import Answer, Kind
from advisor.embedder.source import DEFAULT_MODEL
from advisor.graph import Services
from advisor.library.shelf import DirectoryShelf
from tests.fakes import MemoryConversations, MemoryLedger, MemoryPlans
from ui import handlers

pytestmark = pytest.mark.model
GOLDEN = Path(__file__).parents[1] / "evals" / "golden.jsonl"
QUIZ = "Quiz me on which role fits."  # leads to the first statement of the quiz


@pytest.fixture
def ledger() -> MemoryLedger:
    return MemoryLedger()


@pytest.fixture
def advisor(corpus_home: Path, ledger: MemoryLedger) -> Advisor:
    shelf = DirectoryShelf(corpus_home, DEFAULT_MODEL)
    services = Services(shelf, readers_of(shelf), QuoteWriter(), ledger, lambda: datetime(2026, 11, 20, tzinfo=UTC))
    conversations = MemoryConversations(ledger)
    return Advisor(services, conversations, MemoryPlans(conversations), max_question_chars=2_000)


def offers(advisor: Advisor) -> Iterator[tuple[str, tuple[Answer, ...]]]:
    """Each offer once for the roles that are spoken of, with what was said before it."""
    lines = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line.strip()]
    talks = [[question] for question in handlers.examples(advisor).questions] + [line["turns"] for line in lines]
    seen = set()
    for n, turns in enumerate(talks):
        answers = tuple(advisor.ask(turn, conversation_id=f"talk-{n}") for turn in turns)
        for offer in answers[-1].follow_ups:
            if (offer, answers[-1].topic.roles) not in seen:
                seen.add((offer, answers[-1].topic.roles))
                yield offer, answers


def test_every_offer_is_answered_where_it_is_made(advisor: Advisor, ledger: MemoryLedger) -> None:
    asked, wanting = 0, {}

    for asked, (offer, before) in enumerate(offers(advisor), 1):
        ledger.records += [replace(answer, conversation_id=f"offer-{asked}") for answer in before]
        answer = advisor.ask(offer, conversation_id=f"offer-{asked}")
        if answer.kind is not (Kind.QUESTION if offer == QUIZ else Kind.ANSWER):
            wanting[offer] = answer.answer

    assert asked > 40 and wanting == {}


def test_the_examples_on_the_page_are_answered(advisor: Advisor) -> None:
    examples = handlers.examples(advisor).questions

    assert {question: advisor.ask(question).kind for question in examples} == dict.fromkeys(examples, Kind.ANSWER)
