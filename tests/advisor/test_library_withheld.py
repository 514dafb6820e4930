"""What was withdrawn is not there: for answers, comparisons, the quiz and the search of guides."""

from dataclasses import replace

import pytest

from advisor.audit.quarantine import Withdrawn, of_guide, of_passage
from advisor.compare.table import Wanted
from advisor.errors import LibraryError
from advisor.interfaces import Library
from advisor.library.fulltext import find
from advisor.library.withheld import WithheldLibrary, WithholdingShelf
from tests.advisor.written import FIT, VOCABULARY, advisor, library
from tests.fakes import MemoryQuarantine, MemoryShelf
from tests.ingest.small_library import contents, opened, publish_small

PAY = "What does a nurse earn?"
ROLES = Wanted(("nurse", "paramedic"), ("pay", "education", "daily-work"))


@pytest.fixture
def whole():
    return library(vocabulary=replace(VOCABULARY, fit=FIT))


def about(held: Library, words: str):
    return [passage for passage in held.passages.values() if words in passage.text]


def without(held: Library, words: str) -> WithheldLibrary:
    return WithheldLibrary(held, {p.id: Withdrawn(of_passage(p), "wrong", "Ada", "") for p in about(held, words)})


def test_nothing_of_a_withdrawn_passage_is_left(whole):
    left = without(whole, "$50k")

    assert about(whole, "$50k") and not about(left, "$50k")
    assert not [fact for fact in left.facts if "$50k" in fact.value]
    assert len(left.scores(PAY).dense) == len(left.scores(PAY).lexical) == len(left.units) < len(whole.units)
    assert all(match.passage.id in left.passages for match in left.search(PAY, 50))
    assert len(left.search(PAY, 2)) == 2
    assert left.search(PAY, 0) == []


def test_each_score_still_stands_beside_its_unit(whole):
    left = without(whole, "$50k")
    scores = dict(zip(map(repr, whole.units), whole.scores(PAY).dense, strict=True))

    assert [scores[repr(unit)] for unit in left.units] == pytest.approx(left.scores(PAY).dense.tolist())


def test_a_withdrawn_guide_is_left_out_with_all_its_passages(whole):
    left = WithheldLibrary(whole, {"union": Withdrawn(of_guide(whole.guides["union"]), "wrong", "Ada", "")})

    assert list(left.guides) == ["ward"]
    assert {passage.guide_id for passage in left.passages.values()} == {"ward"}


def test_the_search_of_guides_does_not_find_it(whole):
    assert find(whole, "$50k").exact
    assert not find(without(whole, "$50k"), "$50k").exact


def test_the_quiz_leaves_out_a_statement_without_its_words_and_stays_even(whole):
    left = without(whole, "caring for the same patients").vocabulary.fit

    assert {statement.role for statement in left.statements} <= {"nurse", "paramedic"}
    assert "same" not in {statement.id for statement in left.statements}
    nurses = sum(statement.role == "nurse" for statement in left.statements)
    assert nurses * 2 == len(left.statements)


def test_a_library_of_which_all_is_withdrawn_says_so(whole):
    with pytest.raises(LibraryError, match="withdrawn"):
        WithheldLibrary(whole, {g.id: Withdrawn(of_guide(g), "wrong", "Ada", "") for g in whole.guides.values()})


def test_a_running_advisor_obeys_at_the_next_question_in_all_it_shows(whole):
    quarantine = MemoryQuarantine()
    asked = advisor(shelf=WithholdingShelf(MemoryShelf(whole), quarantine))
    before = asked.ask(PAY), asked.compare(ROLES)

    for passage in about(whole, "$50k"):
        quarantine.add(of_passage(passage), "wrong", "Ada")
    after = asked.ask(PAY), asked.compare(ROLES)
    for passage in about(whole, "$50k"):
        quarantine.undo(passage.id, "right after all", "Ada")

    assert all("$50k" in str(shown) for shown in before)
    assert not any("$50k" in str(shown) for shown in after)
    assert "$50k" in asked.ask(PAY).answer


@pytest.mark.parametrize("goes_on", ["Say it simpler", "Who wrote it?", "Why?", "And a paramedic?"])
def test_a_conversation_that_rested_on_it_goes_on_without_it(whole, goes_on):
    quarantine = MemoryQuarantine()
    asked = advisor(shelf=WithholdingShelf(MemoryShelf(whole), quarantine))
    before = asked.ask("Does a nurse need a degree?")
    quarantine.add(of_guide(whole.guides["union"]), "wrong", "Ada")

    after = asked.ask(goes_on, conversation_id=before.conversation_id)

    assert "union" in {source.guide_id for source in before.citations}
    assert "union" not in {source.guide_id for source in after.citations}


def test_nothing_withdrawn_costs_nothing(whole):
    shelf = WithholdingShelf(MemoryShelf(whole), MemoryQuarantine())

    assert shelf.current() is whole


def test_a_new_release_is_held_to_the_same(whole):
    inner, quarantine = MemoryShelf(whole), MemoryQuarantine()
    shelf = WithholdingShelf(inner, quarantine)
    (passage,) = about(whole, "degree in nursing")
    quarantine.add(of_passage(passage), "wrong", "Ada")
    shelf.current()

    inner.put(library(release="r2"))

    assert shelf.current().release == "r2"
    assert passage.id not in shelf.current().passages


@pytest.mark.parametrize("chroma_from", [0, 25_000], ids=["Chroma", "exact scan"])
def test_the_real_library_leaves_it_out_too(tmp_path, chroma_from):
    real = opened(tmp_path, publish_small(tmp_path).release, chroma_from=chroma_from)
    hidden = next(passage for passage in contents()["passages"] if passage.guide_id == "work")

    left = WithheldLibrary(real, {hidden.id: Withdrawn(of_passage(hidden), "wrong", "Ada", "")})

    found = left.search("Who keeps models running in production?", 3)
    assert found and hidden.id not in {match.passage.id for match in found}
