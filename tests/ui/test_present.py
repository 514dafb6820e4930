import re
from dataclasses import replace
from html import unescape

import pytest

from advisor.domain import Step, Support
from tests.ui import samples
from ui import cards, present
from ui.glossary import Glossary

RECORDED = replace(samples.PAY_ANSWER, question="What do they earn?", record_id="rec/1", conversation_id="c-1")
RUNS = re.compile(
    r"<(script|img|iframe|object|style|svg|link)\b|<[^>]*\son\w+=|<[^>]*href=\"(?!#|/guides/|https?://)", re.I
)


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_a_marker_says_its_source_heading_and_verdict():
    html = present.answered(1, RECORDED)

    names = [text_of(marker) for marker in re.findall(r'<a class="marker.*?</a>', html)]
    assert names[0] == "Source 2: Bridges or tunnels, Side by side, supported"
    assert names[1] == "Source 3: The rock manual, The rock manual, partly supported"


def test_markers_lead_to_the_cards_of_their_own_answer():
    first = present.answered(1, RECORDED)
    second = present.answered(2, replace(RECORDED, record_id="rec/2"))

    for html in (first, second):
        targets = set(re.findall(r'class="marker[^"]*" href="#([^"]+)"', html))
        assert targets == set(re.findall(r'class="card" id="([^"]+)"', html))
    assert not set(re.findall(r'class="card" id="([^"]+)"', first)) & set(re.findall(r'id="([^"]+)"', second))


def test_the_least_favourable_verdict_is_named():
    doubted = replace(
        RECORDED, claims=(*RECORDED.claims, samples.claim("Both are well paid.", 1, verdict=Support.PARTLY))
    )

    html = present.answered(1, doubted)

    assert "Source 1: Bridges or tunnels, Short answer, partly supported" in text_of(html)


def test_a_card_of_a_digest_says_whose_words_it_holds():
    card = text_of(present.answered(1, RECORDED)).partition("Sources")[2]

    assert "Our digest of Bridges or tunnels, Civil Works Weekly" in card
    assert "by Ada Arch · reviewed by Bob Beam · 12 May 2026, 6 months old" in card
    assert "Our words, not the publisher’s; digested by Career advisor maintainers on 20 November 2026" in card


def test_a_card_of_an_undated_original_says_so():
    assert "The rock manual" in text_of(present.answered(1, RECORDED))
    assert "Rock & Co · undated" in text_of(present.answered(1, RECORDED))


def test_a_quoted_cell_is_highlighted_under_its_tables_header():
    html = present.answered(1, RECORDED)

    assert "<th>Tunnel engineer</th>" in html
    assert "<td><mark>$66,000</mark></td>" in html


def test_of_a_long_passage_the_quote_stands_with_a_sentence_on_either_side():
    text = "One is far. Two\nis near. Three is **it**. Four is near, too. Five is far."
    start = text.index("Three")
    source = replace(samples.SHORT, passage=text, start=start, end=start + len("Three is **it**."), passage_start=0)

    html = cards.passage(source)

    assert text_of(html).strip() == "… Two\nis near. Three is it. Four is near, too. …"
    assert re.findall(r"<mark>(.*?)</mark>", html) == ["Three is ", "it", "."]


@pytest.mark.parametrize(
    "passage", ["- One.\n- Two.\n- Three.\n- Four.", "| One. | Two. Three. | Four. Five. |"], ids=["list", "row"]
)
def test_a_list_and_a_row_stay_whole(passage):
    source = replace(samples.SHORT, context="", passage=passage, start=2, end=6, passage_start=0)

    assert all(word in text_of(cards.passage(source)) for word in ("One", "Two", "Three", "Four"))


def test_the_guide_opens_at_the_quote():
    html = present.answered(1, RECORDED)

    link = unescape(re.findall(r'href="(/guides/[^"]+)"', html)[1])
    assert link.startswith(
        f"/guides/bridges-or-tunnels?release=release-1&start={samples.PAY.start}&end={samples.PAY.end}"
    )
    assert link.endswith("#quote")


def test_a_publishers_address_that_is_not_of_the_web_is_no_link():
    cards = present.answered(1, RECORDED).partition('class="sources"')[2]

    assert "javascript:" not in cards
    assert cards.count("Publisher’s page") == 2


def test_outside_links_tell_the_publisher_nothing():
    html = present.answered(1, RECORDED)

    outside = re.findall(r'<a href="https?://[^>]*>', html)
    assert outside
    assert all('rel="noopener noreferrer"' in link for link in outside)


def test_the_question_that_was_looked_for_is_shown_when_it_differs():
    assert "I looked for: What do tunnel engineers earn at the start?" in text_of(present.answered(1, RECORDED))


@pytest.mark.parametrize(
    "standalone", ["what do  they earn", "What do they earn?", ""], ids=["spelling", "equal", "none"]
)
def test_the_same_question_is_not_repeated(standalone):
    html = present.answered(1, replace(RECORDED, standalone_question=standalone))

    assert "I looked for" not in html


def test_a_caveat_is_a_badge_and_not_said_twice():
    html = text_of(present.answered(1, replace(RECORDED, claims=(), citations=())).partition("<pre")[0])

    assert html.count("The rock manual is undated.") == 1
    assert html.count("No source is named for the figures.") == 1


def test_a_disagreement_shows_each_side_with_its_source():
    box = present.answered(1, RECORDED).partition('<div class="differ">')[2].partition("</div>")[0]

    assert text_of(box).startswith("The guides differ: entry pay of tunnel engineers$66,000 Source 2")
    assert "$72,000 Source 3" in text_of(box)


def test_refused_claims_are_struck_only_where_that_is_set():
    refused = replace(RECORDED, dropped_claims=(samples.claim("Everybody is happy.", 1),))

    assert "<s>Everybody is happy.</s>" in present.answered(1, refused, strike=True)
    assert "Everybody is happy." not in present.answered(1, refused)


def test_hostile_words_are_shown_as_text_everywhere():
    hostile = replace(samples.HOSTILE_ANSWER, question=samples.HOSTILE, standalone_question=samples.HOSTILE + "?")
    steps = [Step(samples.HOSTILE, samples.HOSTILE)]

    pages = [
        present.answered(1, replace(hostile, record_id='"><script>'), steps),
        present.asking(1, samples.HOSTILE, steps),
        present.failed(1, samples.HOSTILE, samples.HOSTILE, samples.HOSTILE),
        present.stopped(1, samples.HOSTILE),
    ]

    assert [RUNS.search(page) for page in pages] == [None] * 4
    assert "<script>window.hacked = 1</script>" in text_of(pages[0])


def test_the_wire_is_one_line_so_that_nothing_in_it_is_read_as_markdown():
    turns = [present.asking(1, "first\n\n# second\n\n[a](b)", [])]

    assert "\n" not in present.wire(turns)


def test_a_copied_answer_carries_its_sources():
    text = present.plain(RECORDED)

    assert "[2] Bridges or tunnels, Side by side: “$66,000” https://example.org/bridges" in text


def test_each_note_on_the_person_has_a_button_that_says_what_it_takes_back():
    html = present.answered(
        1, replace(samples.PAY_ANSWER, about_person={"background": "<b>miner</b>", "likes": "rock; dust"})
    )

    assert "your background: &lt;b&gt;miner&lt;/b&gt;" in html
    assert html.count('class="forget"') == 3
    assert '<span class="sr">Forget that I like dust.</span>' in html


def test_terms_of_the_glossary_are_marked_once_with_their_meaning():
    html = present.answered(1, RECORDED, glossary=Glossary(samples.LIBRARY.vocabulary))

    assert re.findall(r'class="term">([^<]*)<', html) == ["below ground"]
    assert '<ul class="meanings"><li>Below ground means &lt;under&gt; the surface.</li></ul>' in html


def test_an_answer_can_be_had_simpler_asked_again_and_its_question_changed():
    html = present.answered(1, RECORDED)

    names = [text_of(button) for button in re.findall(r'<p class="actions">.*?</p>', html)[0].split("</button>")]
    assert names[:4] == [
        "Copy answer",
        "Say it simpler",
        "Ask again: What do tunnel engineers earn at the start?",
        "Edit question: What do they earn?",
    ]


def test_what_is_no_statement_about_careers_cannot_be_had_simpler():
    assert "simpler" not in present.answered(1, samples.DECLINED)
    assert 'class="again"' not in present.answered(1, samples.CHOICE)


def test_where_nothing_is_known_of_the_person_no_notes_are_shown():
    assert "notes" not in present.answered(1, samples.PAY_ANSWER)


def test_what_was_looked_for_can_be_edited():
    assert '<button type="button" class="edit">Edit<span' in present.answered(
        1, replace(samples.PAY_ANSWER, question="pay?")
    )


def test_a_correction_stands_on_the_card_as_text():
    noted = replace(samples.PAY_ANSWER.citations[0], note="It is <b>$70,000</b> now.")

    card = cards.cards(replace(samples.PAY_ANSWER, citations=(noted,)))

    assert "Correction:</strong> It is &lt;b&gt;$70,000&lt;/b&gt; now." in card
    assert "correction" not in cards.cards(samples.PAY_ANSWER)
