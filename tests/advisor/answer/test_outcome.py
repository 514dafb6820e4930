"""What the fit quiz comes to, with the words behind it."""

from dataclasses import replace

import pytest

from advisor.answer.evidence import Reader
from advisor.answer.outcome import outcome
from advisor.domain import ScoringRule
from advisor.question.mentions import Lexicon
from advisor.question.quiz import Reply
from tests.advisor.written import FIT, VOCABULARY, library

YES = Reply.YES


@pytest.fixture
def come_to():
    def of(replies, fit=FIT):
        held = library(vocabulary=replace(VOCABULARY, fit=fit))
        return outcome(replies, Reader(held, Lexicon(held.vocabulary, held.guides)))

    return of


def test_a_direction_comes_with_the_words_behind_what_decided_it_and_what_speaks_against_it(come_to):
    found = come_to({"same": YES, "ward": YES, "calls": YES, "sirens": Reply.NO})

    assert found.result.role == "nurse" and found.margin == 1
    assert [g.source.quote for g in found.deciding] == [FIT.statements[0].quote, FIT.statements[2].quote]
    assert [g.statement.id for g in found.against] == ["calls"]
    assert found.rule and found.rule.source.quote == FIT.rules[0].quote
    assert all(guide_text(g)[g.source.start : g.source.end] == g.source.quote for g in found.deciding)


def guide_text(grounded):
    return library().guides[grounded.source.guide_id].text


def test_a_tie_has_grounds_on_both_sides_and_none_against(come_to):
    found = come_to({"same": YES, "calls": YES})

    assert (found.result.role, found.margin, found.against) == (None, 0, ())
    assert {g.statement.role for g in found.deciding} == {"nurse", "paramedic"}


def test_a_statement_whose_words_no_longer_stand_is_not_put_and_does_not_count(come_to):
    gone = replace(
        FIT, statements=(replace(FIT.statements[0], quote="Choose nursing for the pay."), *FIT.statements[1:])
    )

    found = come_to({"same": YES, "calls": YES}, gone)

    assert [g.statement.id for g in found.statements] == ["sirens", "ward", "calls"]
    assert found.result.role == "paramedic" and found.unknown == 1


def test_a_rule_whose_words_no_longer_stand_is_left_out(come_to):
    found = come_to({"same": YES}, replace(FIT, rules=(ScoringRule("ward", "Nobody says this.", "nurse"),)))

    assert found.rules == () and found.rule is None
