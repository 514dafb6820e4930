import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.audit.interval import Rate
from advisor.audit.month import Evidence, report
from advisor.audit.period import month
from advisor.audit.review import Stratum
from tests.advisor.audit.cases import answer, review
from tests.fakes import MemoryLibrary
from ui.audit_numbers import coefficient, interval, percent, share
from ui.audit_report import in_short, report_file
from ui.audit_tables import coverage_text, figures_text

HOSTILE = "<script>alert(1)</script>\"'&"


def made(*reviews, answers=(), **options):
    evidence = Evidence(answers or [answer(str(n)) for n in range(60)], reviews, head="9 0f3a")
    return report(evidence, MemoryLibrary(), month("2026-11"), date(2026, 12, 1), **options)


JUDGED = [review(str(n), right=n > 2, complete=True, harmful=n == 0, claims=["supported"]) for n in range(40)]


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.split("<main", 1)[1]))


def test_the_report_says_period_sample_method_shares_head_and_who_signed():
    page = text_of(report_file(made(*JUDGED, signed_by="Dr. Head")))

    for told in ("November 2026", "1 December 2026", "92 %", "79 to 98 %", "Wilson", "9 0f3a", "Dr. Head", "by ana"):
        assert told in page


def test_it_is_one_file_without_a_script_that_asks_nothing_of_anybody():
    page = report_file(made(*JUDGED))

    assert "<script" not in page
    assert not re.search(r'(?:src|href)="|url\(|@import', page)
    assert "default-src 'none'" in page


def test_nobodys_words_become_markup():
    reviews = [review("1", by=HOSTILE, right=False, harmful=True, comment=HOSTILE, better=HOSTILE)]
    declined = answer("2", declined=True, standalone_question=HOSTILE)

    page = report_file(made(*reviews, answers=[answer("1"), declined], signed_by=HOSTILE))

    assert "alert(1)" in page
    assert "<script" not in page


def test_without_a_random_sample_nothing_is_claimed():
    found = made(review("1", right=True, stratum=Stratum.RISK))

    assert "nothing can be said" in in_short(found)
    assert "%" not in in_short(found)


def test_every_figure_of_the_shares_has_its_meaning_beside_it():
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", report_file(made(*JUDGED)), re.DOTALL)

    assert len(rows) == 5
    assert all(len(re.search(r'<td class="limits">(.*?)</td>', row)[1]) > 60 for row in rows)


def test_many_incidents_are_cut_and_counted():
    found = made(*(review(str(n), harmful=True, comment=f"case {n}") for n in range(9)))

    assert "And 5 more, in the records." in report_file(found)


def test_the_terminal_says_the_same_figures():
    told = figures_text(made(*JUDGED), None)

    assert "79 to 98 %" in told
    assert "Ten points take" in told
    assert "refusals" in coverage_text(made(*JUDGED), 80)


@pytest.mark.parametrize(
    ("value", "shown"), [(0, "0 %"), (0.004, "<1 %"), (0.936, "94 %"), (0.996, ">99 %"), (1, "100 %")]
)
def test_what_is_not_all_or_none_is_never_shown_as_that(value, shown):
    assert percent(value) == shown


@given(st.floats(0, 1), st.floats(0, 1))
def test_an_interval_is_rounded_outwards(a, b):
    low, high = sorted((a, b))

    first, last = map(int, interval(Rate(low, low, high, 1, 1)).removesuffix(" %").split(" to "))

    assert first <= low * 100 + 1e-6
    assert last >= high * 100 - 1e-6


def test_nothing_judged_is_a_dash():
    assert (share(Rate()), interval(Rate()), coefficient(None)) == ("–", "–", "–")
    assert coefficient(-0.333) == "−0.33"
