"""Answers given from one library and asked again of a changed one."""

from collections.abc import Callable

import pytest

from advisor.audit.difference import Difference
from advisor.audit.impact import Impact, impact
from advisor.audit.past import Past
from advisor.audit.replay import Replay
from advisor.domain import Origin
from advisor.library.shelf import PinnedShelf
from tests.advisor.written import HOSPITAL, advisor, guide, library, services

PAY = "What does a nurse earn?"
WORK = "What does a paramedic do every day?"


def quiet(step, done, total):
    return None


def replayed(text: str) -> Callable:
    return Replay(services(PinnedShelf(library(guide(text), release="r2")))).ask


def impact_of(text: str, *conversations: list[str]) -> Impact:
    asked = advisor(guide(HOSPITAL))
    past = []
    for number, turns in enumerate(conversations):
        answers = [asked.ask(turn, conversation_id=str(number)) for turn in turns]
        past.append(Past(answers[-1], tuple(turns)))

    def citing(ids):
        return [one for one in past if any(source.passage_id in ids for source in one.answer.citations)]

    after = library(guide(text), release="r2")
    return impact(library(guide(HOSPITAL)), after, citing, replayed(text), quiet)


def test_nothing_changed_touches_nothing():
    found = impact_of(HOSPITAL, [PAY])

    assert found.touched == ()
    assert found.changes.touched == frozenset()


def test_a_changed_figure_shows_in_the_answer_that_cites_it_and_in_no_other():
    found = impact_of(HOSPITAL.replace("$70k", "$90k"), [PAY], [WORK])

    (touched,) = found.touched
    assert touched.before.question == PAY
    assert touched.compared.difference is Difference.OTHER_CLAIMS
    assert "$90k" in touched.after.answer and "$70k" in touched.before.answer
    assert touched.after.origin is Origin.REPLAY
    assert touched.after.release == "r2"
    assert found.counts == {"other claims": 1}


def test_what_the_guides_no_longer_say_is_declined():
    found = impact_of(HOSPITAL.split("## Daily work")[0].replace("A nurse earns", "Most earn"), [WORK])

    (touched,) = found.touched
    assert touched.compared.difference in {Difference.NOW_DECLINED, Difference.OTHER_CLAIMS}
    assert touched.compared.lost


def test_what_was_said_before_is_said_again():
    found = impact_of(HOSPITAL.replace("$70k", "$90k"), [PAY, "And a paramedic?"])

    (touched,) = found.touched
    assert touched.after.standalone_question == "What does a Paramedic earn?"


def test_an_answer_whose_question_was_erased_is_named_and_not_asked():
    given = advisor(guide(HOSPITAL)).ask(PAY)
    before, after = library(guide(HOSPITAL)), library(guide(HOSPITAL.replace("$70k", "$90k")), release="r2")

    found = impact(before, after, lambda ids: [Past(given)], lambda turns: pytest.fail("asked"), quiet)

    assert found.counts == {"erased": 1}


def test_asking_anew_records_nothing():
    kept = services(PinnedShelf(library(guide(HOSPITAL))))

    Replay(kept).ask([PAY, "And a paramedic?"])

    assert kept.ledger.records == []
