import re
from dataclasses import replace
from datetime import date

import pytest

from advisor.audit.quarantine import Subject, Withdrawn
from advisor.compare.table import Choice
from tests.ui import samples
from tests.ui.test_present import RUNS, text_of
from ui import guide_page
from ui.cards import digest_of
from ui.guide_page import Place
from ui.related import Related

TODAY = date(2026, 11, 21)
NOWHERE = Place()
HERE = Place(samples.PAY.start, samples.PAY.end, digest_of("$66,000"))


def opened(guide, place=NOWHERE, **rest):
    return guide_page.guide_page(guide, place, TODAY, **rest)


def test_the_cited_words_are_highlighted():
    page = opened(samples.GUIDE, HERE)

    assert '<mark id="quote">$66,000</mark>' in page
    assert "Go to the cited words" in page


def test_a_digest_says_that_its_words_are_ours():
    page = text_of(opened(samples.GUIDE, Place()))

    assert (
        "Our digest of “Bridges or tunnels”, Civil Works Weekly, written by Career advisor maintainers "
        "on 20 November 2026; our words, not the publisher’s."
    ) in page


def test_an_undated_original_says_both():
    page = text_of(opened(samples.ORIGINAL, Place()))

    assert "An original: the publisher’s own words." in page
    assert "Rock & Co · undated" in page


def test_in_another_release_the_same_words_are_still_highlighted():
    page = opened(samples.GUIDE, HERE, same_release=False)

    assert "is gone" in page and '<mark id="quote">' in page


def test_in_another_release_other_words_are_not_highlighted():
    moved = replace(samples.GUIDE, text="A new lead.\n\n" + samples.TEXT)

    page = opened(moved, HERE, same_release=False)

    assert "nothing is highlighted" in page and "<mark" not in page


def test_in_another_release_a_place_without_words_is_not_trusted():
    page = opened(samples.GUIDE, replace(HERE, words=""), same_release=False)

    assert "<mark" not in page


def test_a_place_outside_the_guide_highlights_nothing():
    for place in (Place(5, 10**9), Place(-4, 3), Place(9, 9)):
        assert "<mark" not in opened(samples.GUIDE, place)


def test_a_hostile_guide_is_shown_as_text():
    hostile = replace(samples.GUIDE, title=samples.HOSTILE, publisher=samples.HOSTILE, url="javascript:hacked()")

    page = opened(hostile, Place(0, len(hostile.text)))
    inside = page.partition("<main")[2]

    assert not RUNS.search(inside.replace('href="/"', "").replace('href="/guides"', ""))
    assert "<title>&lt;script&gt;" in page


def test_a_page_has_one_first_heading_besides_the_header():
    for guide in (samples.GUIDE, samples.ORIGINAL):
        inside = opened(guide, Place()).partition("<main")[2]
        assert len(re.findall("<h1", inside)) == 1


def test_a_section_can_be_linked_to_by_a_link_that_says_where_it_leads():
    page = opened(samples.GUIDE)

    assert '<h2 id="short-answer">Short answer</h2>' in page
    assert '<a class="here" href="#short-answer" aria-label="Link to the section “Short answer”"' in page


def test_a_long_guide_lists_its_sections_and_a_short_one_does_not():
    contents = opened(samples.GUIDE).partition('<nav class="contents"')[2].partition("</nav>")[0]

    assert re.findall('href="#([^"]+)"', contents) == [
        "short-answer", "side-by-side", "who-should-choose-which", "odd-words",
    ]  # fmt: skip
    assert 'class="contents"' not in opened(samples.ORIGINAL)


def test_a_highlight_in_a_heading_keeps_its_address():
    start = samples.TEXT.index("Side by side")

    page = opened(samples.GUIDE, Place(start, start + 4))

    assert '<h2 id="side-by-side"><mark id="quote">Side</mark> by side</h2>' in page


def test_a_guide_says_whom_it_is_for_its_evidence_our_note_and_when_it_is_looked_at_again():
    told = replace(
        samples.GUIDE, audience="Apprentices", difficulty="Easy", basis="A survey of 20 diggers", origin="A blog",
        reliability="low: few were asked", review_by="2027-05-20", owner="Ada",
    )  # fmt: skip

    page = text_of(opened(told))

    assert "Written for Apprentices" in page and "Level Easy" in page
    assert "Its evidence, by its own account A survey of 20 diggers" in page
    assert "How far to rely on it (our note) low: few were asked" in page
    assert "Where it repeats another source A blog" in page
    assert "To be reviewed by 20 May 2027, by Ada" in page


@pytest.mark.parametrize(
    ("dates", "said", "not_said"),
    [
        ({"updated": "2026-05-12"}, "12 May 2026, 6 months old", "More than two years old"),
        ({"updated": "2024-11"}, "November 2024, 2 years old", "More than two years old"),
        ({"updated": "2024-10"}, "More than two years old", "Undated"),
        ({"updated": None}, "Undated", "months old"),
        ({"review_by": "2026-11-20"}, "Its review was due on 20 November 2026", "Undated"),
        ({"review_by": "2026-11-21"}, "To be reviewed by 21 November 2026", "was due"),
    ],
)
def test_age_and_a_review_that_is_due_are_said_in_words(dates, said, not_said):
    page = text_of(opened(replace(samples.GUIDE, **dates)))

    assert said in page and not_said not in page


def test_a_guide_leads_to_comparisons_on_what_it_speaks_of_and_to_other_guides():
    roles = (Choice("bridge", "Bridge engineer"), Choice("tunnel", "Tunnel engineer"))
    related = Related((roles,), (Choice("pay", "Pay"), Choice("way in", "Way in")), (samples.ORIGINAL,))

    page = opened(samples.GUIDE, related=related)

    assert (
        '<a href="/compare?roles=bridge,tunnel&amp;attributes=pay,way+in">Bridge engineer and Tunnel engineer:' in page
    )
    assert '<a href="/compare?roles=bridge,tunnel&amp;attributes=pay">Pay</a>' in page
    assert '<a href="/guides/rock-manual">The rock manual</a>' in page


def test_where_nothing_is_related_nothing_is_said():
    assert "Related" not in opened(samples.GUIDE, related=Related())


ROW = "| Entry pay | $61,000 to $70,000 | $66,000 |"
SENTENCE = "Both are well paid."


def withdrawn(words):
    return (Withdrawn(Subject("id", samples.GUIDE.id, words), "It is <b>wrong</b>.", "Ada", "2026-11-20T10:00:00Z"),)


@pytest.mark.parametrize("words", [ROW, SENTENCE], ids=["a row", "a sentence"])
def test_a_withdrawn_passage_is_not_shown_but_why(words):
    page = opened(samples.GUIDE, withdrawn=withdrawn(words))

    assert ("$61,000" if words == ROW else SENTENCE) not in page
    assert "(withdrawn)" in page
    assert "withdrawn and is not used: It is &lt;b&gt;wrong&lt;/b&gt;." in page


def test_of_a_withdrawn_guide_only_what_it_is_and_why():
    page = opened(samples.GUIDE, HERE, withdrawn=withdrawn(""))

    assert "This guide was withdrawn" in page
    assert "Bridges or tunnels" in page
    assert "$66,000" not in page and SENTENCE not in page


def test_cited_words_below_a_withdrawn_passage_are_still_highlighted():
    assert '<mark id="quote">$66,000</mark>' in opened(samples.GUIDE, HERE, withdrawn=withdrawn(SENTENCE))


def test_cited_words_that_were_withdrawn_are_not_shown():
    assert '<mark id="quote">' not in opened(samples.GUIDE, HERE, withdrawn=withdrawn(ROW))
