import pytest

from advisor.domain import Guide, Passage, PassageKind
from advisor.errors import InputError
from advisor.library.fulltext import find
from tests.fakes import MemoryLibrary

TEXT = (
    "Nurses in Oslo earn 85% of the wages of a **night-shift** nurse.\n\n"
    "The ward is loud.\n\n"
    "A nurse who monitors wards needs no master's degree (a diploma is enough).\n\n"
    "Wards without a master nurse close.\n"
)
GUIDE = Guide("wards", "The ward manual", TEXT, publisher="Lamp & Co")


def passage(words, heading=()):
    start = TEXT.index(words)
    return Passage("wards", PassageKind.PROSE, heading, "", words, start, start + len(words))


PAY, LOUD, DEGREE, CLOSE = (
    passage(line, heading)
    for line, heading in zip(TEXT.strip().split("\n\n"), [("Pay",), ("Work",), ("Way in",), ("Way in",)], strict=True)
)
LIBRARY = MemoryLibrary([GUIDE], [PAY, LOUD, DEGREE, CLOSE])


def exact(query):
    return [hit.passage for hit in find(LIBRARY, query).exact]


def matched(query):
    return {TEXT[start:end] for hit in find(LIBRARY, query).exact for start, end in hit.matched}


def test_a_passage_is_found_by_its_words_in_any_form():
    assert exact("monitoring") == [DEGREE]
    assert exact("night shifts") == [PAY]


def test_all_words_must_stand_there():
    assert exact("ward diploma") == [DEGREE]
    assert exact("diploma Oslo") == []


def test_a_word_may_stand_in_what_the_passage_stands_under():
    assert exact("work loud") == [LOUD]
    assert exact("Lamp diploma") == [DEGREE]


def test_what_only_stands_above_a_passage_does_not_find_it():
    assert exact("Lamp") == []


def test_quoted_words_must_stand_one_after_the_other():
    assert set(exact("master nurse")) == {DEGREE, CLOSE}
    assert exact('"master nurse"') == [CLOSE]
    assert exact("“Master Nurse”") == [CLOSE]
    assert exact('"night shift"') == [PAY]


def test_the_words_that_were_found_are_told_without_the_marks_around_them():
    assert matched("diploma") == {"diploma"}
    assert matched("shift") == {"night-shift"}
    assert matched("85%") == {"85%"}


def test_a_hit_opens_its_guide_at_words_of_the_passage():
    (hit,) = find(LIBRARY, "diploma").exact

    assert PAY.end < hit.start < hit.end <= DEGREE.end and "diploma" in TEXT[hit.start : hit.end]


def test_what_is_near_in_meaning_comes_apart_and_never_twice():
    found = find(LIBRARY, "loud ward Bergen")

    assert found.exact == () and found.total == 0
    assert LOUD in [hit.passage for hit in found.near]
    assert not {h.passage for h in find(LIBRARY, "loud").exact} & {h.passage for h in find(LIBRARY, "loud").near}


@pytest.mark.parametrize("query", ["", "   ", "?!", '""', "the", "\x00", "\ud800"], ids=ascii)
def test_a_query_without_a_word_of_its_own_holds_nothing(query):
    assert find(LIBRARY, query).exact == ()


def test_a_query_that_is_no_few_words_is_refused_with_a_hint():
    with pytest.raises(InputError) as refused:
        find(LIBRARY, "ward " * 41)

    assert "200" in refused.value.hint
