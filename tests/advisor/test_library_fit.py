"""The fit quiz is published only as far as the guides still stand behind it."""

from dataclasses import replace

from advisor.library.fit import standing
from tests.advisor.written import FIT, library

PASSAGES = library().passages.values()


def test_a_quiz_that_the_guides_stand_behind_is_kept_whole():
    assert standing(FIT, PASSAGES) == (FIT, ())


def test_a_statement_whose_words_are_gone_is_left_out_and_named_and_the_roles_stay_even():
    stale = replace(FIT.statements[0], quote="Choose nursing for the money.")

    kept, warnings = standing(replace(FIT, statements=(stale, *FIT.statements[1:])), PASSAGES)

    assert [statement.id for statement in kept.statements] == ["sirens", "ward"]
    assert "“same” is left out of the quiz: its words do not stand in ward" in warnings[0]
    assert "“calls” is left out of the quiz: other roles have fewer" in warnings[1]


def test_a_quiz_for_one_role_alone_is_none():
    nurse = tuple(statement for statement in FIT.statements if statement.role == "nurse")

    kept, _ = standing(replace(FIT, statements=nurse), PASSAGES)

    assert (kept.statements, kept.rules) == ((), ())


def test_a_rule_whose_words_are_gone_is_left_out():
    kept, warnings = standing(replace(FIT, rules=(replace(FIT.rules[0], guide="ward"),)), PASSAGES)

    assert kept.rules == ()
    assert warnings == ("a scoring rule is left out: its words do not stand in ward",)
