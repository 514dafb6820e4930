import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from advisor.domain import Fit, ScoringRule
from advisor.question.quiz import Reply
from advisor.question.told_replies import told_replies
from tests.advisor import written
from tests.advisor.written import FIT, guide
from tests.fakes import ScriptedAdvisor
from ui.fit_address import replies
from ui.fit_page import fit_page

HOSTILE = '<script>hack()</script> "quoted" & more'
DIRECTION = {"same": "yes", "ward": "yes", "calls": "yes", "sirens": "unsure"}
UNION = guide(written.UNION, id="union", publisher="Union", updated="2025-03-01")


def advisor(fit=FIT, *guides):
    vocabulary = replace(written.VOCABULARY, fit=fit)
    return ScriptedAdvisor((), written.library(*(guides or (guide(), UNION)), vocabulary=vocabulary))


@pytest.fixture
def page():
    def shown(fields=None, fit=FIT):
        return fit_page(advisor(fit).fit(replies(fields or {})))

    return shown


def result_of(html):
    return html.partition('<section class="result"')[2].partition("</section>")[0]


def test_each_statement_is_a_group_with_three_replies_and_the_words_behind_it(page):
    html = page()

    assert html.count("<fieldset>") == html.count("<legend>") == 4
    assert re.findall(r'name="same" value="(\w+)"', html) == ["yes", "no", "unsure"]
    assert "checked" not in html and "<section" not in html
    assert "<q>Choose the paramedic role if you like emergencies.</q>" in html
    assert "Who says yes leans to Paramedic." in html


def test_a_direction_names_how_far_it_leans_what_decided_it_and_by_which_rule(page):
    result = result_of(page(DIRECTION))

    assert '<h2 id="result">You lean to Nurse</h2>' in result
    assert "2 of your 3 yes answers speak for Nurse." in result and "one more yes answer for another role" in result
    decided, against = result.split("What speaks against it")
    assert FIT.statements[0].quote in decided and FIT.statements[2].quote in decided
    assert FIT.statements[3].quote in against and FIT.statements[1].quote not in result
    assert f"<q>{FIT.rules[0].quote}</q>" in result
    assert "One answer was “not sure”" in result


def test_all_that_is_cited_leads_to_its_place_and_says_whose_words_it_is(page):
    result = result_of(page(DIRECTION))

    places = re.findall(r'<a class="cite" href="(/guides/[^"]+)"', result)
    assert len(places) == 4 and all("start=" in place and place.endswith("#quote") for place in places)
    assert result.count(">our digest</span>") == 4
    assert "undated</span>" in result and "1 March 2025</span>" in result


def test_a_tie_is_said_to_be_one_and_shows_both_sides(page):
    fit = replace(FIT, rules=(ScoringRule("ward", "A nurse earns $50k to $70k a year."),))
    html = page({"same": "yes", "calls": "yes"}, fit)
    result = result_of(html)

    assert "<title>It is a tie" in html
    assert "Of your 2 yes answers, 1 each speak for Nurse and Paramedic." in result
    assert "What stands on each side" in result and "What speaks against it" not in result
    assert "<q>A nurse earns $50k to $70k a year.</q>" in result


def test_no_yes_at_all_gives_no_direction(page):
    result = result_of(page({"same": "no", "calls": "unsure"}))

    assert "No direction" in result and "said yes to none" in result
    assert "<q>" not in result


def test_what_is_still_open_is_said_and_can_be_answered_right_away(page):
    some, all_of_them = page({"same": "yes"}), page({s.id: "yes" for s in FIT.statements})

    assert "3 statements are still open; they did not count." in result_of(some)
    assert '<details class="change" open>' in some and '<details class="change">' in all_of_them
    assert "still open" not in all_of_them
    assert re.findall(r'name="(\w+)" value="(\w+)" checked', some) == [("same", "yes")]


def test_talking_it_over_takes_the_answers_along(page):
    link = re.search(r'<a class="talk" href="([^"]+)"', page(DIRECTION))[1].replace("&amp;", "&")

    asked = parse_qs(urlsplit(link).query)["ask"][0]

    told = told_replies(asked, FIT.statements)
    assert {item for item, reply in told.items() if reply is Reply.YES} == {"same", "ward", "calls"}


def test_the_roles_can_be_compared_from_the_result(page):
    assert 'href="/compare?roles=nurse,paramedic">Compare Nurse and Paramedic</a>' in page(DIRECTION)


def test_a_library_without_a_quiz_says_so(page):
    html = page({"same": "yes"}, Fit())

    assert "This library has no statements" in html and "<form" not in html


def test_answers_to_unknown_statements_are_left_out_and_said(page):
    html = page({"same": "yes", "<b>old</b>": "no", "ask": "hello"})

    assert "not in this library: left out" in html and "<b>" not in html
    assert "You lean to Nurse" in html


def test_words_of_guides_and_statements_are_escaped_and_nothing_runs_inline():
    hostile = replace(FIT.statements[0], id='"><i>', text=HOSTILE, quote=HOSTILE, guide="odd")
    odd = guide(f"# Odd\n\n{HOSTILE}\n", id="odd", publisher=HOSTILE)

    html = fit_page(advisor(Fit((hostile, *FIT.statements[1:])), guide(), odd).fit({hostile.id: Reply.YES}))

    assert "<script>hack" not in html and "&lt;script&gt;hack()" in html and "<i>" not in html
    assert not re.search(r"<[^>]+ (?:style|on\w+)=", html)
    assert not re.search(r"<script(?! src=\"/page/)", html)


def test_an_address_holds_replies_and_nothing_else_counts():
    assert replies({"a": "yes", "b": "maybe", "c": "unsure", "": "x"}) == {"a": Reply.YES, "c": Reply.UNSURE}
    assert len(replies({str(n): "no" for n in range(999)})) == 60
