"""Questions beside a guide at work: other wordings of them find their words, and what is left open is told."""

import pytest

from advisor.answer.asked_like import is_answered, is_left_open
from advisor.answer.evidence import Reader
from advisor.domain import Guide, GuideKind, Passage, PassageKind, Role, Unit, Vocabulary
from advisor.question.mentions import Lexicon
from tests.fakes import MemoryLibrary

SAID, UNSAID = "Nurses earn $50k.", "The guide says nothing about parking."


@pytest.fixture
def reader():
    text = f"{SAID}\n\n{UNSAID}"
    guide = Guide(id="g", kind=GuideKind.ORIGINAL, title="Care", publisher="Ward", text=text)
    said = Passage("g", PassageKind.PROSE, ("Pay",), "", SAID, 0, len(SAID))
    unsaid = Passage("g", PassageKind.PROSE, ("What this guide does not say",), "", UNSAID, len(SAID) + 2, len(text))
    units = [
        Unit(said.id, 0, len(SAID)),
        Unit(said.id, 0, len(SAID), asks="what lands in my purse as the role"),
        Unit(unsaid.id, len(SAID) + 2, len(text)),
        Unit(unsaid.id, len(SAID) + 2, len(text), asks="where do i leave my bicycle"),
    ]
    vocabulary = Vocabulary(roles=(Role("nurse", "Nurse"), Role("vet", "Vet")))
    library = MemoryLibrary([guide], [said, unsaid], units=units, vocabulary=vocabulary)
    return Reader(library, Lexicon(vocabulary, library.guides))


def test_a_question_about_any_role_is_near_to_one_about_the_role(reader):
    near = reader.sentences.nearness("What lands in my purse as a vet?")
    far = reader.sentences.nearness("Where may a vet leave a bicycle?")

    assert near.similarity[0] > far.similarity[0]
    assert near.score.argmax() == 0
    assert far.score.argmax() == 1


def test_another_wording_of_an_answered_question_is_answered(reader):
    assert is_answered("What lands in my purse as a nurse?", reader)
    assert not is_left_open("What lands in my purse as a nurse?", reader)


def test_another_wording_of_an_open_question_is_left_open(reader):
    assert is_left_open("And where may I leave my bicycle?", reader)
    assert not is_answered("And where may I leave my bicycle?", reader)


def test_a_library_without_questions_decides_nothing(reader):
    library = MemoryLibrary(list(reader.library.guides.values()), list(reader.library.passages.values()))
    bare = Reader(library, reader.lexicon)

    assert not is_answered("What lands in my purse?", bare) and not is_left_open("Where is parking?", bare)
