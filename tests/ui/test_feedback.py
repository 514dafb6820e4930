import re

from advisor.conversation import Complaint, Feedback
from tests.ui import samples
from tests.ui.test_handlers import ANA, RULES, advisor, asked
from tests.ui.test_present import RUNS, text_of
from ui import feedback, handlers


def test_an_answer_and_a_refusal_can_be_judged_a_question_back_cannot():
    slots = [feedback.slot(answer) for answer in (samples.PAY_ANSWER, samples.DECLINED, samples.CHOICE)]

    assert [bool(slot) for slot in slots] == [True, True, False]


def test_every_complaint_has_its_box():
    values = re.findall(r'type="checkbox" name="complaints" value="([^"]+)"', feedback.template())

    assert values == [complaint.value for complaint in Complaint]


def test_what_was_given_before_stands_under_the_answer_as_text():
    given = Feedback("r", False, (Complaint.OTHER,), samples.HOSTILE)

    slot = feedback.slot(samples.PAY_ANSWER, given)

    assert not RUNS.search(slot) and samples.HOSTILE in text_of(slot)
    assert '<span class="down">' in slot and '<span class="complaint">other</span>' in slot


def test_after_a_reload_the_page_shows_what_was_given():
    script = advisor()
    session = asked(script, "What do they earn?", browser=ANA)[-1].session
    (answer,) = script.given
    script.conversations.judge(Feedback(answer.record_id, True), ANA)

    assert '<span class="up">' in handlers.resume(script, RULES, session.conversation_id, ANA).turns


def test_who_has_no_cookie_is_not_asked():
    with_cookie, without = (asked(advisor(), "What do they earn?", browser=browser)[-1] for browser in (ANA, ""))

    assert 'class="feedback"' in with_cookie.turns and 'class="feedback"' not in without.turns
