import re
from dataclasses import replace

from tests.ui import samples
from tests.ui.test_present import RUNS, text_of
from ui import guide_page
from ui.cards import digest_of
from ui.guide_page import Place

HERE = Place(samples.PAY.start, samples.PAY.end, digest_of("$66,000"))


def test_the_cited_words_are_highlighted():
    page = guide_page.guide_page(samples.GUIDE, HERE)

    assert '<mark id="quote">$66,000</mark>' in page
    assert "Go to the cited words" in page


def test_a_digest_says_that_its_words_are_ours():
    page = text_of(guide_page.guide_page(samples.GUIDE, Place()))

    assert (
        "Our digest of “Bridges or tunnels”, Civil Works Weekly, written by Career advisor maintainers "
        "on 20 November 2026; our words, not the publisher’s."
    ) in page


def test_an_undated_original_says_both():
    page = text_of(guide_page.guide_page(samples.ORIGINAL, Place()))

    assert "An original: the publisher’s own words." in page
    assert "Rock & Co · undated" in page


def test_in_another_release_the_same_words_are_still_highlighted():
    page = guide_page.guide_page(samples.GUIDE, HERE, same_release=False)

    assert "is gone" in page and '<mark id="quote">' in page


def test_in_another_release_other_words_are_not_highlighted():
    moved = replace(samples.GUIDE, text="A new lead.\n\n" + samples.TEXT)

    page = guide_page.guide_page(moved, HERE, same_release=False)

    assert "nothing is highlighted" in page and "<mark" not in page


def test_in_another_release_a_place_without_words_is_not_trusted():
    page = guide_page.guide_page(samples.GUIDE, replace(HERE, words=""), same_release=False)

    assert "<mark" not in page


def test_a_place_outside_the_guide_highlights_nothing():
    for place in (Place(5, 10**9), Place(-4, 3), Place(9, 9)):
        assert "<mark" not in guide_page.guide_page(samples.GUIDE, place)


def test_a_hostile_guide_is_shown_as_text():
    hostile = replace(samples.GUIDE, title=samples.HOSTILE, publisher=samples.HOSTILE, url="javascript:hacked()")

    page = guide_page.guide_page(hostile, Place(0, len(hostile.text)))
    inside = page.partition("<main")[2]

    assert not RUNS.search(inside.replace('href="/"', "").replace('href="/guides"', ""))
    assert "<title>&lt;script&gt;" in page


def test_a_page_has_one_first_heading_besides_the_header():
    for guide in (samples.GUIDE, samples.ORIGINAL):
        inside = guide_page.guide_page(guide, Place()).partition("<main")[2]
        assert len(re.findall("<h1", inside)) == 1


def test_the_list_names_every_guide_and_its_kind():
    page = text_of(guide_page.guides_page([samples.GUIDE, samples.ORIGINAL]))

    assert "Our digest of Bridges or tunnels" in page and "The rock manual" in page
