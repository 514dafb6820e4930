import csv
import io
import json
import re
from dataclasses import replace

import pytest

from advisor.serial import from_dict
from tests.advisor.audit.cases import answer, review
from tests.samples import ABSENT, QUOTED
from ui.take_away import COLUMNS, Kept, as_csv, as_html, as_jsonl

HOSTILE = "<script>alert(1)</script>"
ANSWERED = replace(answer("a1"), claims=(QUOTED, ABSENT))
KEPT = [
    Kept(ANSWERED, (review("a1", right=False, claims=["partly"], comment="Check it."), review("a1", by="ben")), "0f3a"),
    Kept(answer("d1", declined=True), (review("d1", rightly_declined=True),), "77aa"),
]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_csv_has_a_line_for_each_claim_and_one_for_an_answer_without():
    first, second, third = rows(as_csv(KEPT))

    assert tuple(first) == COLUMNS
    assert [row["record"] for row in (first, second, third)] == ["a1", "a1", "d1"]
    assert (first["claim"], first["verdict"], first["claim judged"]) == (QUOTED.text, "supported", "ana: partly")
    assert (first["quotes"], first["dates"], first["passages"]) == (
        "ML engineers use PyTorch", "undated", "guide:0123456789abcdef",
    )  # fmt: skip
    assert (first["right"], first["comments"], first["seal"]) == ("ana: no; ben: open", "ana: Check it.", "0f3a")
    assert (third["declined because"], third["rightly declined"], third["claim"]) == ("not_in_guides", "ana: yes", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_can_start_a_formula(start):
    asked = f"{start}HYPERLINK(1)"
    hostile = Kept(
        replace(ANSWERED, question=asked, answer=asked, standalone_question=asked),
        (replace(review("a1", comment=asked), reviewer=asked),),
        asked,
    )

    cells = [cell for row in rows(as_csv([hostile])) for cell in row.values()]

    assert sum("HYPERLINK" in cell for cell in cells) >= 8
    assert not any(cell.startswith(start) for cell in cells)


def test_lines_of_json_give_the_answer_back_whole():
    first, second = map(json.loads, as_jsonl(KEPT).splitlines())

    assert from_dict(first["answer"]) == ANSWERED
    assert (first["seal"], [r["reviewer"] for r in first["reviews"]]) == ("0f3a", ["ana", "ben"])
    assert second["reviews"][0]["rightly_declined"] is True


def test_the_page_stands_on_its_own_and_shows_question_claims_reviews_and_seal():
    page = as_html("Records", KEPT)
    text = re.sub(r"<[^>]+>", " ", page)

    for told in (ANSWERED.question, QUOTED.text, "ana: partly", "right: no", "Check it.", "0f3a", "ML engineers use"):
        assert told in text
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="/|url\(', page)


def test_links_to_guides_lead_to_the_site_that_is_given():
    assert 'href="https://advisor.example/guides/guide?' in as_html("Records", KEPT, "https://advisor.example")


def test_nobodys_words_become_markup():
    hostile = replace(ANSWERED, record_id=f'"{HOSTILE}', question=HOSTILE, answer=HOSTILE)
    told = (replace(review("a1", comment=HOSTILE), reviewer=HOSTILE),)

    assert "<script" not in as_html(HOSTILE, [Kept(hostile, told, HOSTILE)], f'https://x"{HOSTILE}')


def test_nothing_to_take_away_is_still_a_file():
    assert rows(as_csv([])) == []
    assert as_jsonl([]) == ""
    assert "0 records" in as_html("Records", [])
